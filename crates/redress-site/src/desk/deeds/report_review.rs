//! Writing down which meeting gets a report of a review, with the last lawful day for its agenda.

use maud::{Markup, html};
use redress::access::Act;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::{self, Loaded, reports};
use crate::failure::Failure;

/// Reporting to a meeting.
pub struct ReportReview {
    loaded: Loaded,
    items: Vec<(String, String)>,
}

impl Deed for ReportReview {
    const PATH: &'static str = "/desk/reviews/{review}/report-to";
    const TITLE: &'static str = "Say which meeting gets a report";
    const ACT: Act = Act::KeepReview;
    const FIELDS: &'static [Field] =
        &[Field::new("item", "Item of a planned meeting", Ask::OneOf).hint("The clerk adds the item to the agenda first")];

    async fn load(context: &Context, keys: &Keys) -> Result<ReportReview, Failure> {
        let loaded = review::load(context, keys.number("review")?).await?;
        let items = reports::offered(context, loaded.kept.review.commissioned().on).await?;
        Ok(ReportReview { loaded, items })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { "No meeting since the review was commissioned has an item yet: plan one first." } } }
    }

    fn possible(&self) -> bool {
        !self.items.is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.items.clone() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let unknown = || Undone::wrong("item", "Item: choose one");
        let item = desk.planned_item(filled.number("item").ok_or_else(unknown)?).await?.ok_or_else(unknown)?;
        let meeting = desk.planned_meeting(item.planned_meeting_id).await?.ok_or_else(unknown)?;
        if !desk.report_review(self.loaded.kept.id, item.id, &context.act()).await? {
            return Err(Undone::wrong("item", "That item gets the report already"));
        }
        let agenda = reports::agenda(context, &meeting);
        let made = serde_json::json!({ "item": item.id, "agenda": agenda, "words": agenda.as_ref().map(reports::agenda_words) });
        Ok(Done::made(self.loaded.address(), made))
    }
}
