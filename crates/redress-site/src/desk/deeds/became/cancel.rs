//! Calling a meeting off. Nothing follows that; its items need another meeting.

use maud::{Markup, html};
use redress::access::Act;
use redress::meeting::Happened;
use redress_store::desk::work::meeting_outcome::GoesOn;

use super::{Opened, Said, items_go};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::publish_calendar::said_in_public;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Calling it off.
pub struct CancelMeeting(Opened);

impl Deed for CancelMeeting {
    const PATH: &'static str = "/desk/meetings/{meeting}/cancel";
    const TITLE: &'static str = "Cancel the meeting";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] =
        &[Field::new("why", "Why", Ask::Text).hint("The words of the notice. Members and the public read them")];

    async fn load(context: &Context, keys: &Keys) -> Result<CancelMeeting, Failure> {
        Ok(CancelMeeting(Opened::load(context, keys).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        self.0.before(Happened::Cancelled)
    }

    fn possible(&self) -> bool {
        self.0.barred(Happened::Cancelled).is_none()
    }

    fn impossible(&self) -> String {
        self.0.barred(Happened::Cancelled).unwrap_or_default()
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        said_in_public(context, &self.0.meeting, "why", filled.get("why")).await?;
        Ok(Some(html! {
            p.govuk-body { "The meeting stays in the calendar as cancelled, with these words. It counts for nobody's attendance, and nothing can be minuted or decided at it." }
            (self.0.follows(context))
            (items_go(&self.0.items, &self.0.undecided(), "Items that need another meeting"))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let said = Said {
            what: Happened::Cancelled,
            on: context.now.date(),
            field: "why",
            why: filled.get("why"),
            told: "is cancelled".into(),
            goes_on: GoesOn::Nowhere,
        };
        self.0.record(context, &said).await
    }
}
