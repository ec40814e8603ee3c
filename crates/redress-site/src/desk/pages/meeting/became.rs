//! What happened to a meeting, and what may happen next.

use maud::{Markup, html};
use redress::access::{Subject, SubjectKind};
use redress::meeting::sort::{CalledBy, MeetingSort};
use redress::meeting::standing::may_follow;
use redress::meeting::{Happened, Standing};
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_event::MeetingEvent;
use redress_store::desk::work::meeting_outcome::stands;
use serde::Serialize;

use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::became::{
    adjourn::AdjournMeeting, cancel::CancelMeeting, held::RecordHeld, inquorate::RecordInquorate, move_meeting::MoveMeeting,
    reconvene::ReconveneMeeting,
};
use crate::desk::deeds::carry_items::CarryItems;
use crate::desk::pages::{at, day, meetings, offer};
use crate::failure::Failure;
use crate::layout::tag;

/// What happened to a meeting.
#[derive(Debug, Serialize)]
pub struct History {
    /// Where it stands.
    pub standing: Standing,
    /// What happened, the first first, each with the title of the meeting that it led to.
    pub events: Vec<(MeetingEvent, Option<String>)>,
    /// Whether the public can see its entry.
    pub public: bool,
}

/// Reads it.
pub async fn read(context: &Context, meeting: i64) -> Result<History, Failure> {
    let desk = &context.desk.desk;
    let all = desk.meeting_events(meeting).await?;
    let standing = stands(&all);
    let mut events = Vec::with_capacity(all.len());
    for event in all {
        let to = match event.to_meeting_id {
            Some(id) => desk.planned_meeting(id).await?.map(|to| super::title(&to)),
            None => None,
        };
        events.push((event, to));
    }
    Ok(History { standing, events, public: desk.is_public(meeting).await? })
}

/// The sort of meeting and who called it, in words.
pub fn sort(meeting: &PlannedMeeting) -> Option<String> {
    let sort = meeting.kind.as_deref().and_then(MeetingSort::of_word)?;
    let by = meeting.called_by.as_deref().and_then(CalledBy::of_word);
    Some(by.map_or_else(|| sort.words().to_string(), |by| format!("{}, called by: {}", sort.words(), by.words())))
}

/// The section of the page.
pub fn section(context: &Context, meeting: i64, history: &History, items: usize) -> Markup {
    let to = |what: &str| format!("/desk/meetings/{meeting}/{what}");
    html! {
        h2.govuk-heading-m { "What became of it" }
        p.govuk-body { (meetings::standing_tag(history.standing)) }
        @if history.standing.leaves_items() && items > 0 {
            p.govuk-body { (tag("Needs another meeting", "yellow")) " " (items) @if items == 1 { " item" } @else { " items" } " of this meeting." }
        }
        @if !history.events.is_empty() {
            ol.redress-entries role="list" {
                @for (event, title) in &history.events { (line(event, title.as_deref())) }
            }
        }
        ul.govuk-list {
            (next::<RecordHeld>(context, history.standing, Happened::Held, &to("held")))
            (next::<MoveMeeting>(context, history.standing, Happened::Moved, &to("move")))
            (next::<CancelMeeting>(context, history.standing, Happened::Cancelled, &to("cancel")))
            (next::<RecordInquorate>(context, history.standing, Happened::Inquorate, &to("inquorate")))
            (next::<AdjournMeeting>(context, history.standing, Happened::Adjourned, &to("adjourn")))
            (next::<ReconveneMeeting>(context, history.standing, Happened::Reconvened, &to("reconvene")))
            @if history.standing.leaves_items() && items > 0 { (offer::<CarryItems>(context, &Subject::new(SubjectKind::Item), &to("carry-items"))) }
        }
    }
}

fn line(event: &MeetingEvent, title: Option<&str>) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title { (event.what().map_or(event.what.as_str(), |what| what.words())) ", " (day(&event.on_date)) }
            @if !event.why.is_empty() { p.redress-entry__passage { (event.why) } }
            @if let (Some(id), Some(title)) = (event.to_meeting_id, title) { p.redress-entry__facts { "It goes on at " a.govuk-link href={ "/desk/meetings/" (id) } { (title) } "." } }
            p.redress-entry__facts { "Recorded by " (event.recorded_by) ", " (at(&event.recorded_at)) }
        }
    }
}

fn next<D: Deed>(context: &Context, standing: Standing, what: Happened, address: &str) -> Markup {
    html! { @if may_follow(standing, what).is_ok() { (offer::<D>(context, &Subject::new(SubjectKind::Meeting), address)) } }
}
