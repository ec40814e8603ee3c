//! A day for a meeting that was adjourned to one to be fixed.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::meeting::Happened;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_outcome::GoesOn;

use super::adjourn::chosen;
use super::{Opened, Said, items_go};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::plan_meeting::start;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Reconvening.
pub struct ReconveneMeeting(Opened);

impl Deed for ReconveneMeeting {
    const PATH: &'static str = "/desk/meetings/{meeting}/reconvene";
    const TITLE: &'static str = "Reconvene the meeting";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "Day", Ask::Date),
        Field::new("starts", "Start", Ask::Line).hint("For example, 18:30").optional(),
        Field::new("place", "Place", Ask::Line).optional(),
        Field::new("items", "Items that are not finished", Ask::AnyOf).hint("They go to that day").optional(),
        Field::new("why", "Words for the notice", Ask::Text).hint("Members and the public read them").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ReconveneMeeting, Failure> {
        Ok(ReconveneMeeting(Opened::load(context, keys).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        self.0.before(Happened::Reconvened)
    }

    fn possible(&self) -> bool {
        self.0.barred(Happened::Reconvened).is_none()
    }

    fn impossible(&self) -> String {
        self.0.barred(Happened::Reconvened).unwrap_or_default()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "items" { self.0.choices() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "starts" => self.0.meeting.starts.iter().cloned().collect(),
            "place" => self.0.meeting.place.iter().cloned().collect(),
            "items" => self.0.undecided().iter().map(i64::to_string).collect(),
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let new = self.plan(context, filled).await?;
        let to: Option<Date> = new.on_date.parse().ok();
        Ok(Some(html! {
            p.govuk-body { "A meeting is planned on that day and goes on with this one." }
            (self.0.follows(context))
            @if let Some(to) = to { (self.0.notices(context, to)) }
            (items_go(&self.0.items, &chosen(filled), "Items that go to that day, with their papers"))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let new = self.plan(context, filled).await?;
        let items = chosen(filled);
        let day = new.on_date.parse().map_or_else(|_| new.on_date.clone(), redress::day::long);
        let said = Said {
            what: Happened::Reconvened,
            on: context.now.date(),
            field: "why",
            why: filled.get("why"),
            told: format!("is reconvened on {day}"),
            goes_on: GoesOn::Elsewhere { new: &new, items: &items },
        };
        self.0.record(context, &said).await
    }
}

impl ReconveneMeeting {
    async fn plan(&self, context: &Context, filled: &Filled) -> Result<PlannedMeeting, Undone> {
        self.0.another(context, filled.date("to"), start(filled)?, filled.words("place")).await
    }
}
