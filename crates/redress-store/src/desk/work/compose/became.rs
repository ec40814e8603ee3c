//! What the public may see of a meeting besides its agenda: its sort, who called it, what became of it, and the items that
//! went elsewhere and stay public at the old address.

use redress::draft::{ItemDraft, MeetingDraft};
use redress::meeting::sort::{CalledBy, MeetingSort};
use redress::meeting::{Happened, MeetingRef, Outcome};

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::work::meeting::PlannedMeeting;
use crate::on;

/// The entry of a meeting in the calendar.
pub(in crate::desk::work) async fn entry(desk: &Desk, meeting: &PlannedMeeting, met: MeetingRef) -> Result<MeetingDraft, StoreError> {
    let outcome = outcome(desk, meeting.id).await?;
    let sort = meeting.kind.as_deref().and_then(MeetingSort::of_word).filter(|sort| *sort != MeetingSort::Ordinary);
    Ok(MeetingDraft {
        meeting: MeetingRef { kind: sort.map(|sort| sort.word().into()), ..met },
        location: meeting.place.clone(),
        status: outcome.as_ref().map(Outcome::status_text),
        outcome,
        attendance: super::attended::attended(desk, meeting).await?,
        goes_on_with: goes_on_with(desk, meeting.id).await?,
        called_by: meeting.called_by.as_deref().and_then(CalledBy::of_word).map(|by| by.words().into()),
        ..MeetingDraft::default()
    })
}

/// The last thing that happened and that the public is told of.
async fn outcome(desk: &Desk, meeting: i64) -> Result<Option<Outcome>, StoreError> {
    for event in desk.meeting_events(meeting).await?.into_iter().rev() {
        let Some(what) = event.what().filter(|what| !matches!(what, Happened::Called | Happened::Changed)) else { continue };
        let Ok(on) = event.on_date.parse() else { continue };
        let to = match event.to_meeting_id {
            Some(id) => desk.planned_meeting(id).await?.map(|meeting| meeting.key()),
            None => None,
        };
        return Ok(Some(Outcome { what, on, why: event.why, to }));
    }
    Ok(None)
}

/// The address of the meeting that was moved or adjourned to this one.
async fn goes_on_with(desk: &Desk, meeting: i64) -> Result<Option<String>, StoreError> {
    let first: Option<i64> = on!(db &desk.db, pool => sqlx::query_scalar(
        "select planned_meeting_id from meeting_event where to_meeting_id = $1 order by id").bind(meeting).fetch_optional(pool).await)
    .map_err(StoreError::database("meeting"))?;
    match first {
        Some(id) => Ok(desk.planned_meeting(id).await?.map(|meeting| meeting.key())),
        None => Ok(None),
    }
}

/// The items that were published with this meeting and are on another one now: what was public stays as it was.
pub(in crate::desk::work) async fn gone_elsewhere(desk: &Desk, meeting: i64, here: &[String]) -> Result<Vec<ItemDraft>, StoreError> {
    let bodies: Vec<String> = on!(db &desk.db, pool => sqlx::query_scalar(
        "select d.body from draft d join source s on s.id = d.source_id where s.name = $1 and d.kind = 'item' order by d.record_id")
        .bind(super::source_name(meeting)).fetch_all(pool).await)
    .map_err(StoreError::database("item"))?;
    let mut gone = Vec::new();
    for body in bodies {
        let then: ItemDraft = serde_json::from_str(&body).map_err(StoreError::body("item"))?;
        if then.number.as_ref().is_some_and(|number| !here.contains(number)) {
            gone.push(then);
        }
    }
    Ok(gone)
}
