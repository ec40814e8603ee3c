//! Clearing a report, in person and of one version: cleared, cleared with a comment, or back to its author with a reason.

use maud::{Markup, html};
use redress::access::Act;
use redress::clearance::{Event, Standing, Taken};
use redress_store::desk::work::report::ReportEvent;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::report::{self, Loaded, own_posts};
use crate::failure::Failure;

/// Clearing it.
pub struct ClearReport {
    loaded: Loaded,
    /// The posts of this person that are asked, and those whose turn it is.
    own: Vec<String>,
    turn: Vec<String>,
}

const OUTCOMES: &[(&str, &str)] =
    &[("cleared", "Cleared"), ("commented", "Cleared with a comment"), ("returned", "Back to the author, with the reason")];

impl Deed for ClearReport {
    const PATH: &'static str = "/desk/reports/{report}/clear";
    const TITLE: &'static str = "Clear a report";
    const ACT: Act = Act::ClearReport;
    const FIELDS: &'static [Field] = &[
        Field::new("post", "For which post", Ask::OneOf),
        Field::new("outcome", "What you say", Ask::One(OUTCOMES)),
        Field::new("words", "Comment or reason", Ask::Text)
            .hint("The author and everybody who clears the report reads it. To send it back, say what must change and why")
            .optional(),
        Field::new("version", "Version", Ask::Carried).hint("The version that you read"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ClearReport, Failure> {
        let loaded = report::load(context, keys.number("report")?).await?;
        let (mut own, mut turn) = (Vec::new(), Vec::new());
        if let Some(clearing) = loaded.clearing() {
            own = own_posts(context, clearing.path()).await?;
            let today = context.now.date();
            turn = own.clone();
            turn.retain(|post| matches!(clearing.standing(post, today), Some(Standing::Reading | Standing::Expired { .. })));
        }
        Ok(ClearReport { loaded, own, turn })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        let kind = &self.loaded.kind.kind;
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } } @else {
                @for post in &self.turn {
                    @let signs = kind.signed_by(post);
                    @if !signs.is_empty() { p.govuk-body { "By clearing it " (post) " signs off: " (signs.join(", ")) "." } }
                }
                p.govuk-body { a.govuk-link href=(self.loaded.address()) { "Read the report" } }
            }
        }
    }

    fn possible(&self) -> bool {
        !self.turn.is_empty() && self.loaded.withdrawn().is_none()
    }

    fn impossible(&self) -> String {
        if self.loaded.withdrawn().is_some() {
            "This report was withdrawn".into()
        } else if self.loaded.clearing().is_none() {
            "The author has not sent this report for clearance".into()
        } else if self.own.is_empty() {
            "No post that you hold or cover today is asked to clear this report".into()
        } else {
            format!(
                "It is not the turn of {}: the report is cleared by it, back with its author, or with others first",
                self.own.join(", ")
            )
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "post" { self.turn.iter().map(|p| (p.clone(), p.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match (field, self.turn.as_slice()) {
            ("post", [only]) => vec![only.clone()],
            ("version", _) => self.loaded.clearing().and_then(|c| c.version()).map(|v| v.to_string()).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(mut clearing) = self.loaded.clearing() else { return Err(Undone::wrong("", self.impossible())) };
        let version = filled.number("version").and_then(|v| u32::try_from(v).ok()).unwrap_or(0);
        let (post, words) = (filled.get("post").to_string(), filled.get("words").to_string());
        let event = match filled.get("outcome") {
            "returned" => Event::Returned { post, version, reason: words },
            "commented" if words.is_empty() => return Err(Undone::wrong("words", "Write the comment, or choose Cleared")),
            _ => Event::Cleared { post, version, comment: words },
        };
        let taken = Taken { on: context.now.date(), by: context.visitor.signed_in.name.clone(), event };
        // The rule calls it a reason; the form has one field for both.
        let worded = |w: redress::wrong::Wrong| if w.field == "reason" { redress::wrong::Wrong { field: "words".into(), ..w } } else { w };
        clearing.take(taken.clone()).map_err(|w| Undone::fields(Self::FIELDS, vec![worded(w)]))?;
        let event = ReportEvent::of(self.loaded.now_at()?.stop.number, &taken);
        if !context.desk.desk.report_happened(&self.loaded.kept, &event, &context.act()).await? {
            return Err(Undone::changed());
        }
        let waits: Vec<String> = clearing.waits(context.now.date(), &context.desk.site.calendar).into_iter().map(|w| w.post).collect();
        Ok(Done::made(self.loaded.address(), serde_json::json!({ "waits_for": waits })))
    }
}
