//! Putting a meeting to another day, or to another start or place on the same day. Its items and papers go with it.

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

/// Moving it.
pub struct MoveMeeting(Opened);

impl Deed for MoveMeeting {
    const PATH: &'static str = "/desk/meetings/{meeting}/move";
    const TITLE: &'static str = "Move the meeting";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "New day", Ask::Date).hint("The same day, where only the start or the place changes"),
        Field::new("starts", "Start", Ask::Line).hint("For example, 18:30").optional(),
        Field::new("place", "Place", Ask::Line).optional(),
        Field::new("why", "Why", Ask::Text).hint("The words of the notice. Members and the public read them"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<MoveMeeting, Failure> {
        Ok(MoveMeeting(Opened::load(context, keys).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        self.0.before(Happened::Moved)
    }

    fn possible(&self) -> bool {
        self.0.barred(Happened::Moved).is_none()
    }

    fn impossible(&self) -> String {
        self.0.barred(Happened::Moved).unwrap_or_default()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "starts" => self.0.meeting.starts.iter().cloned().collect(),
            "place" => self.0.meeting.place.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        said_in_public(context, &self.0.meeting, "why", filled.get("why")).await?;
        let opened = &self.0;
        Ok(Some(match self.plan(context, filled).await? {
            Plan::SameDay => html! {
                p.govuk-body { "The day stays. The start and the place become those above; a notice or a summons that names others is given again." }
                (opened.follows(context))
            },
            Plan::Another(new) => {
                let to: Option<Date> = new.on_date.parse().ok();
                let items: Vec<i64> = opened.items.iter().map(|(item, _)| item.id).collect();
                html! {
                    p.govuk-body { "A meeting is planned on the new day. The old address stays, and leads to the new one." }
                    (opened.follows(context))
                    @if let Some(to) = to { (opened.notices(context, to)) }
                    (items_go(&opened.items, &items, "Items that go with it, with their papers"))
                    @if !items.is_empty() { p.govuk-body { "What is public of them stays at the old address. They are published again with the new agenda." } }
                }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let said = |what, told: String, goes_on| Said { what, on: context.now.date(), field: "why", why: filled.get("why"), told, goes_on };
        match self.plan(context, filled).await? {
            Plan::SameDay => {
                let (starts, place) = (filled.words("starts"), filled.words("place"));
                let to: Vec<String> =
                    starts.iter().map(|at| format!("begins at {at}")).chain(place.iter().map(|p| format!("place: {p}"))).collect();
                let goes_on = GoesOn::SameDay { starts: starts.as_deref(), place: place.as_deref() };
                let told = format!("has another start or place: {}", to.join(", "));
                self.0.record(context, &said(Happened::Changed, told, goes_on)).await
            }
            Plan::Another(new) => {
                let items: Vec<i64> = self.0.items.iter().map(|(item, _)| item.id).collect();
                let day = new.on_date.parse().map_or_else(|_| new.on_date.clone(), redress::day::long);
                let goes_on = GoesOn::Elsewhere { new: &new, items: &items };
                self.0.record(context, &said(Happened::Moved, format!("is moved to {day}"), goes_on)).await
            }
        }
    }
}

enum Plan {
    SameDay,
    Another(PlannedMeeting),
}

impl MoveMeeting {
    async fn plan(&self, context: &Context, filled: &Filled) -> Result<Plan, Undone> {
        let (starts, place) = (start(filled)?, filled.words("place"));
        let meeting = &self.0.meeting;
        let held = self.0.day()?;
        if filled.date("to") == Some(held) {
            if (&starts, &place) == (&meeting.starts, &meeting.place) {
                return Err(Undone::wrong("to", "The day, the start and the place are what they are now. Change one of them"));
            }
            if held < context.now.date() {
                return Err(Undone::wrong("to", "The day of this meeting is past"));
            }
            return Ok(Plan::SameDay);
        }
        Ok(Plan::Another(self.0.another(context, filled.date("to"), starts, place).await?))
    }
}
