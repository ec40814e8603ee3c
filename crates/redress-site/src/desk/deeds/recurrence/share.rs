//! Recording that the plan went to the Ombudsman after a review, as the decision promised.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::recurrence::Placed;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::recurrence::{self, Loaded};
use crate::failure::Failure;

/// Recording it.
pub struct SharePlan(Loaded);

impl Deed for SharePlan {
    const PATH: &'static str = "/desk/recurrences/{recurrence}/share";
    const TITLE: &'static str = "Record that the plan went to the Ombudsman";
    const ACT: Act = Act::GiveProgress;
    const FIELDS: &'static [Field] = &[
        Field::new("due", "Review", Ask::OneOf),
        Field::new("sent", "Sent on", Ask::Date),
        Field::new("words", "What was sent, and how", Ask::Line).hint("Such as: version 3 of the plan, by e-mail"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SharePlan, Failure> {
        Ok(SharePlan(recurrence::load(context, keys.number("recurrence")?).await?))
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.0.title()).back(self.0.address())
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { (self.impossible()) "." } } }
    }

    fn possible(&self) -> bool {
        !self.waiting().is_empty()
    }

    fn impossible(&self) -> String {
        "No review waits for this: none was considered since, or the decision promised nothing".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field != "due" {
            return Vec::new();
        }
        self.waiting().into_iter().map(|(due, on)| (due.to_string(), format!("Considered on {}", redress::day::with_weekday(on)))).collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let found = self.waiting().into_iter().find(|(due, _)| due.to_string() == filled.get("due"));
        let (due, considered) = found.ok_or_else(|| Undone::wrong("due", "Choose the review"))?;
        let sent = filled.date("sent").ok_or_else(|| Undone::wrong("sent", "Give the day"))?;
        if sent < considered || sent > context.now.date() {
            return Err(Undone::wrong("sent", "This must be between the meeting and today"));
        }
        if !context.desk.desk.share_plan(self.0.view.kept.id, due, sent, filled.get("words"), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.0.address(), json!({ "due": due, "sent": sent })))
    }
}

impl SharePlan {
    /// The reviews after which the plan has not gone: the day on which each fell due, and its meeting.
    fn waiting(&self) -> Vec<(Date, Date)> {
        let view = &self.0.view;
        let waits = view.times.iter().filter(|t| view.kept.shares_plan && t.shared.is_none());
        waits
            .filter_map(|t| match t.slot.placed {
                Placed::Considered { on, .. } => Some((t.slot.due, on)),
                _ => None,
            })
            .collect()
    }
}
