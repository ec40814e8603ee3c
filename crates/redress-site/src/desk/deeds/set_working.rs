//! How the council is governed, and how long a decision of its executive can be called in.

use std::sync::Arc;

use redress::access::{Act, Subject};

use crate::council::{CALL_IN_DAYS, Council, GOVERNANCE, GOVERNANCES};
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

impl Deed for SetWorking {
    const PATH: &'static str = "/desk/settings/governance";
    const TITLE: &'static str = "Change governance and call-in";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[
        Field::new("governance", "How the council is governed", Ask::One(GOVERNANCES)),
        Field::new("call_in_days", "Working days in which a decision can be called in", Ask::Number)
            .hint("As the constitution says, often 5; 0 where nothing is called in. A council that works by committees calls nothing in"),
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
            _ => vec![self.council.call_in_days.to_string()],
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let days = filled.number("call_in_days").filter(|days| *days <= LONGEST);
        let Some(days) = days else { return Err(Undone::wrong("call_in_days", format!("Working days must be from 0 to {LONGEST}"))) };
        let settings = [(GOVERNANCE, filled.get("governance")), (CALL_IN_DAYS, &days.to_string())];
        context.desk.keep_settings(&settings, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
