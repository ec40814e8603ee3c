//! Drawing up the executive's report in answer: action taken, action proposed and when, reasons.

use maud::{Markup, html};
use redress::access::Act;
use redress::monitoring_report::Section;
use redress::monitoring_report::response::{ExecutiveResponse, Proposed, Said};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::monitoring_report::{self, Loaded};
use crate::failure::Failure;

/// Drawing up the answer.
pub struct AnswerReport {
    loaded: Loaded,
    /// What the record of the meetings begins the draft with: taken, proposed, reasons.
    begun: (String, String, String),
}

impl Deed for AnswerReport {
    const PATH: &'static str = "/desk/monitoring-reports/{report}/answer";
    const TITLE: &'static str = "Draw up the executive's report";
    const ACT: Act = Act::AnswerForExecutive;
    const FIELDS: &'static [Field] = &[
        Field::new("taken", "What action the executive has taken", Ask::Text).hint("One a line, or the word None").optional(),
        Field::new("proposed", "What action it proposes, and when", Ask::Text)
            .hint("One a line with its day: Train every officer of the panel: 20 December 2019. Or the word None")
            .optional(),
        Field::new("reasons", "Why it acts so, or does nothing", Ask::Text).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AnswerReport, Failure> {
        let loaded = monitoring_report::load(context, keys.number("report")?).await?;
        let begun = if loaded.response.is_none() { loaded.considered(context).await?.begun() } else { Default::default() };
        Ok(AnswerReport { loaded, begun })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.kept.paper.is_some() && self.loaded.kept.report.section == Section::FiveA && self.loaded.adopted().is_none()
    }

    fn before(&self) -> Markup {
        html! {
            @if self.loaded.response.is_none() && self.begun != Default::default() {
                p.govuk-body { "The form begins with what is on record of the meetings: the actions that their decisions asked, with owner and day, and the reasons. Check every line." }
            }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let (taken, proposed, reasons) = match &self.loaded.response {
            Some(kept) => (kept.response.taken.typed(), kept.response.proposed.typed(), kept.response.reasons.clone()),
            None => self.begun.clone(),
        };
        let text = match field {
            "taken" => taken,
            "proposed" => proposed,
            "reasons" => reasons,
            _ => String::new(),
        };
        Some(text).filter(|t| !t.is_empty()).into_iter().collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if !self.possible() {
            return Err(Undone::wrong("", "Only a signed report under section 5A is answered, and once"));
        }
        let response = ExecutiveResponse {
            taken: Said::<String>::read(filled.get("taken")),
            proposed: Said::<Proposed>::read(filled.get("proposed")),
            reasons: filled.get("reasons").into(),
            minute: None,
        };
        let seen = self.loaded.response.as_ref();
        if !context.desk.desk.write_response(self.loaded.kept.id, seen, &response, &context.act()).await? {
            return Err(Undone::changed());
        }
        let missing = response.check(self.loaded.kept.concluded.as_ref().map(|c| c.on));
        Ok(Done::made(self.loaded.address(), serde_json::json!({ "missing": missing })))
    }
}
