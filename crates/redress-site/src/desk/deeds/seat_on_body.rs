//! A member's seat on a body: who, in what capacity, from when to when. The member's account has the seat's rights.

use redress::access::{Act, Subject, SubjectKind};
use redress::body::Capacity;
use redress::body::seating::{Seating, check};
use redress_store::desk::account::post::Days;
use redress_store::desk::work::body_particulars::KeptParticulars;
use redress_store::desk::work::body_seat::Seat;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::body;
use crate::failure::Failure;

/// Giving a seat.
pub struct SeatOnBody {
    kept: KeptParticulars,
    members: Vec<(i64, String)>,
    seats: Vec<Seat>,
}

const CAPACITIES: &[(&str, &str)] = &[
    ("chair", "Chair"),
    ("vice_chair", "Vice-chair"),
    ("member", "Member"),
    ("substitute", "Substitute"),
    ("co_opted_voting", "Co-opted member with a vote"),
    ("co_opted", "Co-opted member without a vote"),
];

impl Deed for SeatOnBody {
    const PATH: &'static str = "/desk/bodies/{body}/seat";
    const TITLE: &'static str = "Give a member a seat, or end one";
    const ACT: Act = Act::KeepBody;
    const FIELDS: &'static [Field] = &[
        Field::new("member", "Member", Ask::OneOf),
        Field::new("capacity", "Capacity", Ask::One(CAPACITIES)),
        Field::new("from", "First day", Ask::Date).hint("To end a seat, give its capacity and first day again with the last one"),
        Field::new("until", "Last day", Ask::Date).hint("Leave it out until further notice").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SeatOnBody, Failure> {
        let kept = body::open(context, keys.number("body")?).await?;
        let desk = &context.desk.desk;
        Ok(SeatOnBody { members: desk.members().await?, seats: desk.seats_of_body(kept.body_id).await?, kept })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(self.kept.name.clone()).back(body::address(self.kept.body_id))
    }

    fn possible(&self) -> bool {
        !self.members.is_empty()
    }

    fn impossible(&self) -> String {
        "No member is on record. Import the list of councillors first".into()
    }

    fn before(&self) -> maud::Markup {
        maud::html! { @if !self.possible() { p.govuk-body { (self.impossible()) "." } } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "member" => self.members.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(from) = filled.date("from") else { return Err(Undone::wrong("from", "First day must be a real date")) };
        let Some(capacity) = Capacity::of_word(filled.get("capacity")) else {
            return Err(Undone::wrong("capacity", "Capacity: choose from the list"));
        };
        let (member, until) = (filled.number("member").unwrap_or(0), filled.date("until"));
        let seats: Vec<Seating> = self.seats.iter().filter_map(seating).collect();
        let wrong = check(&Seating { member, capacity, from, until }, &seats);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        context.desk.desk.seat_on_body(self.kept.body_id, member, capacity, Days { from, until }, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}

fn seating(seat: &Seat) -> Option<Seating> {
    let until = seat.until_date.as_deref().and_then(|day| day.parse().ok());
    Some(Seating { member: seat.member_id, capacity: seat.capacity(), from: seat.from_date.parse().ok()?, until })
}
