//! Putting off a meeting that began, or that had no quorum: to a day, or to one that is fixed later.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::meeting::Happened;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_outcome::GoesOn;

use super::{Opened, Said, items_go};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::plan_meeting::start;
use crate::desk::deeds::publish_calendar::said_in_public;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Adjourning.
pub struct AdjournMeeting(Opened);

impl Deed for AdjournMeeting {
    const PATH: &'static str = "/desk/meetings/{meeting}/adjourn";
    const TITLE: &'static str = "Record that it was adjourned";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "Day on which it was adjourned", Ask::Date),
        Field::new("until", "To when", Ask::One(&[("to_day", "To a day"), ("to_be_fixed", "To a day to be fixed")])),
        Field::new("to", "The day", Ask::Date).only_if("until", "to_day"),
        Field::new("starts", "Start", Ask::Line).hint("For example, 18:30").only_if("until", "to_day").optional(),
        Field::new("place", "Place", Ask::Line).only_if("until", "to_day").optional(),
        Field::new("items", "Items that are not finished", Ask::AnyOf)
            .hint("They go to the meeting on that day")
            .only_if("until", "to_day")
            .optional(),
        Field::new("why", "Why", Ask::Text).hint("Members and the public read it"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AdjournMeeting, Failure> {
        Ok(AdjournMeeting(Opened::load(context, keys).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        self.0.before(Happened::Adjourned)
    }

    fn possible(&self) -> bool {
        self.0.barred(Happened::Adjourned).is_none()
    }

    fn impossible(&self) -> String {
        self.0.barred(Happened::Adjourned).unwrap_or_default()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "items" { self.0.choices() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "on" => self.0.day().map(redress::day::long).into_iter().collect(),
            "items" => self.0.undecided().iter().map(i64::to_string).collect(),
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let (_, new) = self.plan(context, filled).await?;
        said_in_public(context, &self.0.meeting, "why", filled.get("why")).await?;
        let to: Option<Date> = new.as_ref().and_then(|new| new.on_date.parse().ok());
        let left = if new.is_some() { chosen(filled) } else { self.0.undecided() };
        let words = if new.is_some() { "Items that go to that day, with their papers" } else { "Items that wait for a day" };
        Ok(Some(html! {
            @if new.is_none() { p.govuk-body { "It is reconvened when its day is fixed." } }
            (self.0.follows(context))
            @if let Some(to) = to { (self.0.notices(context, to)) }
            (items_go(&self.0.items, &left, words))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (on, new) = self.plan(context, filled).await?;
        let items = chosen(filled);
        let to = new.as_ref().and_then(|new| new.on_date.parse().ok()).map_or_else(|| "a day to be fixed".into(), redress::day::long);
        let goes_on = new.as_ref().map_or(GoesOn::Nowhere, |new| GoesOn::Elsewhere { new, items: &items });
        let told = format!("was adjourned to {to}");
        self.0.record(context, &Said { what: Happened::Adjourned, on, field: "why", why: filled.get("why"), told, goes_on }).await
    }
}

impl AdjournMeeting {
    async fn plan(&self, context: &Context, filled: &Filled) -> Result<(Date, Option<PlannedMeeting>), Undone> {
        let on = self.0.happened_on(context, Self::FIELDS, Happened::Adjourned, filled.date("on"))?;
        if filled.get("until") != "to_day" {
            return Ok((on, None));
        }
        let new = self.0.another(context, filled.date("to"), start(filled)?, filled.words("place")).await?;
        Ok((on, Some(new)))
    }
}

/// The items that were chosen.
pub(super) fn chosen(filled: &Filled) -> Vec<i64> {
    filled.all("items").iter().filter_map(|id| id.parse().ok()).collect()
}
