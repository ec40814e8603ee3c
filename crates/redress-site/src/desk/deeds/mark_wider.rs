//! Saying that a finding is no routine one: members are told of it in a report of its own.

use redress::access::Act;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// Saying that a case has wider implications.
pub struct MarkWider {
    loaded: Loaded,
}

impl Deed for MarkWider {
    const PATH: &'static str = "/desk/cases/{case}/wider";
    const TITLE: &'static str = "Say that it has wider implications";
    const ACT: Act = Act::MakeMonitoringReport;
    const FIELDS: &'static [Field] =
        &[Field::new("reason", "Why a report on routine findings does not do", Ask::Line).hint("Members read it, so no name")];

    async fn load(context: &Context, keys: &Keys) -> Result<MarkWider, Failure> {
        Ok(MarkWider { loaded: case::load(context, keys.number("case")?).await? })
    }

    fn about(&self) -> About {
        let back = format!("{}/circulation", self.loaded.address());
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(back)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if !redress::wrong::reasons(filled.get("reason"), 3) {
            return Err(Undone::wrong("reason", "Say in a few words whom else it touches"));
        }
        context.desk.desk.mark_wider(self.loaded.case.id, filled.get("reason"), &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
