//! Recording the agreement that a private meeting is urgent and cannot reasonably be deferred: regulation 5(6).

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::private_meeting::{Agreement, Capacity};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Recording the agreement.
pub struct RecordAgreement {
    item: PlannedItem,
    meeting: PlannedMeeting,
}

/// Who may agree, in the order of the regulations.
/// Who can agree, in the order of the chain.
pub const CAPACITIES: &[(&str, &str)] = &[
    ("chair_of_scrutiny", "Chair of the relevant overview and scrutiny committee"),
    ("chair_of_authority", "Chair of the council, where there is no such chair or that chair cannot act"),
    ("vice_chair_of_authority", "Vice-chair of the council, where neither can act"),
];

impl Deed for RecordAgreement {
    const PATH: &'static str = "/desk/items/{item}/agreement";
    const TITLE: &'static str = "Record the agreement";
    const ACT: Act = Act::RecordAgreement;
    const FIELDS: &'static [Field] = &[
        Field::new("capacity", "Who agreed", Ask::One(CAPACITIES)),
        Field::new("name", "Name", Ask::Line),
        Field::new("on", "Agreed on", Ask::Date),
        Field::new("reason", "Why the meeting is urgent and cannot reasonably be deferred", Ask::Text),
        Field::new("former_could_not", "Why the one before could not act", Ask::Text).hint("Only for a substitute").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordAgreement, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        Ok(RecordAgreement { item, meeting })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Notice)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Regulation 5(6) of SI 2012/2089. Afterwards a notice of the reasons is to be published as soon as reasonably practicable: regulation 5(7)." } }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let capacity = capacity(filled.get("capacity"));
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Agreed on must be a real date")) };
        if on > context.now.date() {
            return Err(Undone::wrong("on", "An agreement is recorded when it has been given, not before"));
        }
        let agreement = Agreement {
            capacity,
            name: filled.get("name").into(),
            on,
            reason: filled.get("reason").into(),
            former_could_not: filled.words("former_could_not"),
        };
        let wrong = agreement.check(self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        context.desk.desk.record_agreement(self.item.id, &agreement, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}

/// The capacity of a form's word.
pub fn capacity(word: &str) -> Capacity {
    match word {
        "chair_of_authority" => Capacity::ChairOfAuthority,
        "vice_chair_of_authority" => Capacity::ViceChairOfAuthority,
        _ => Capacity::ChairOfScrutiny,
    }
}
