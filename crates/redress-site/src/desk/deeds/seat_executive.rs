//! Saying from when to when members sit on the executive: a circulation counts them apart.

use redress::access::{Act, Subject};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Saying who sits on the executive.
pub struct SeatExecutive {
    members: Vec<(i64, String)>,
}

impl Deed for SeatExecutive {
    const PATH: &'static str = "/desk/members/executive";
    const TITLE: &'static str = "Say who sits on the executive";
    const ACT: Act = Act::Circulate;
    const FIELDS: &'static [Field] = &[
        Field::new("members", "Members", Ask::AnyOf),
        Field::new("from", "From", Ask::Date),
        Field::new("until", "Last day", Ask::Date).hint("To end a term, give its first day again and its last").optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<SeatExecutive, Failure> {
        Ok(SeatExecutive { members: context.desk.desk.office_holders().await?.into_iter().map(|p| (p.id, p.name)).collect() })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/monitoring-reports")
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "members" => self.members.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(from) = filled.date("from") else { return Err(Undone::wrong("from", "Say from which day")) };
        let until = filled.date("until");
        if until.is_some_and(|day| day < from) {
            return Err(Undone::wrong("until", "The last day is before the first"));
        }
        let members: Vec<i64> = filled.all("members").iter().filter_map(|m| m.parse().ok()).collect();
        context.desk.desk.seat_on_executive(&members, from, until, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
