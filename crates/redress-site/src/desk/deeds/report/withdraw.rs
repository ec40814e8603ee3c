//! Withdrawing a report: it goes to no meeting any more. What was written and said stays on record.

use maud::{Markup, html};
use redress::access::Act;
use redress::wrong::reasons;
use redress_store::desk::work::report::ReportEvent;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::report::{self, Loaded};
use crate::failure::Failure;

/// Withdrawing it.
pub struct WithdrawReport {
    loaded: Loaded,
}

impl Deed for WithdrawReport {
    const PATH: &'static str = "/desk/reports/{report}/withdraw";
    const TITLE: &'static str = "Withdraw a report";
    const ACT: Act = Act::WriteReport;
    const FIELDS: &'static [Field] = &[Field::new("reason", "Why", Ask::Line).hint("It stands with the report")];

    async fn load(context: &Context, keys: &Keys) -> Result<WithdrawReport, Failure> {
        Ok(WithdrawReport { loaded: report::load(context, keys.number("report")?).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.withdrawn().is_none()
    }

    fn impossible(&self) -> String {
        "This report was withdrawn already".into()
    }

    async fn consequences(&self, _: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        Ok(Some(html! {
            p.govuk-body { "Nobody is asked to clear it any more, and its text is not changed. This cannot be undone." }
            @for going in self.loaded.going.iter().filter(|g| g.stop.paper.is_some()) {
                p.govuk-body { "The paper for " (crate::desk::pages::meeting::title(&going.meeting)) " stays: what was published is withdrawn on its own." }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if !reasons(filled.get("reason"), 2) {
            return Err(Undone::wrong("reason", "Say in a few words why it is withdrawn"));
        }
        let event = ReportEvent {
            stop: self.loaded.now_at()?.stop.number,
            what: "withdrawn".into(),
            version: self.loaded.newest.as_ref().map_or(0, |n| n.version),
            words: filled.get("reason").into(),
            on_date: context.now.date().to_string(),
            ..ReportEvent::default()
        };
        if !context.desk.desk.report_happened(&self.loaded.kept, &event, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.loaded.address()))
    }
}
