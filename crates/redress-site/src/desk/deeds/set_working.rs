//! How the council is governed, and how long a decision of its executive can be called in.

use std::sync::Arc;

use redress::access::{Act, Subject};

use crate::council::{CALL_IN_DAYS, CALL_IN_MEMBERS, Council, GOVERNANCE, GOVERNANCES};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Changing governance and call-in.
pub struct SetWorking {
    council: Arc<Council>,
}

/// More working days than this are no call-in.
const LONGEST: i64 = 30;
/// No council asks for more.
const MOST_MEMBERS: i64 = 50;

impl Deed for SetWorking {
    const PATH: &'static str = "/desk/settings/governance";
    const TITLE: &'static str = "Change governance and call-in";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[
        Field::new("governance", "How the council is governed", Ask::One(GOVERNANCES)),
        Field::new("call_in_days", "Working days in which a decision can be called in", Ask::Number)
            .hint("As the constitution says, often 5; 0 where nothing is called in. A council that works by committees calls nothing in"),
        Field::new("call_in_members", "Members who must ask for a call-in", Ask::Number)
            .hint("As the constitution says, often 5")
            .optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<SetWorking, Failure> {
        Ok(SetWorking { council: context.desk.site.council() })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/settings")
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "governance" => vec![self.council.governance_word().into()],
            "call_in_members" => vec![self.council.call_in_members.to_string()],
            _ => vec![self.council.call_in_days.to_string()],
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let days = filled.number("call_in_days").filter(|days| *days <= LONGEST);
        let Some(days) = days else { return Err(Undone::wrong("call_in_days", format!("Working days must be from 0 to {LONGEST}"))) };
        let members = filled.number("call_in_members").unwrap_or(i64::from(self.council.call_in_members));
        if !(1..=MOST_MEMBERS).contains(&members) {
            return Err(Undone::wrong("call_in_members", format!("Members must be from 1 to {MOST_MEMBERS}")));
        }
        let (days, members) = (days.to_string(), members.to_string());
        let settings = [(GOVERNANCE, filled.get("governance")), (CALL_IN_DAYS, &days), (CALL_IN_MEMBERS, &members)];
        context.desk.keep_settings(&settings, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
