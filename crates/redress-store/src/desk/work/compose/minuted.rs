//! What the public reads of the minutes: the public words of an item with its motions, votes and interests, how far the
//! minutes are, and who was at the meeting. Private words have no way in here.

use redress::difference::words;
use redress::draft::{AttendanceDraft, MeetingDraft};
use redress::exclusion::Exclusion;
use redress::minutes::Minutes;
use redress::minutes::told::StageTold;
use serde_json::{Value, json};

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::work::clearing::{Clearing, Part};
use crate::desk::work::meeting_minutes::MeetingMinutes;
use crate::on;

/// The minutes as this publication leaves them; none where the meeting has none of its own.
pub(super) async fn kept(desk: &Desk, clearing: &Clearing<'_>) -> Result<Option<MeetingMinutes>, StoreError> {
    match clearing.minutes {
        Some(minutes) => Ok(Some(minutes.clone())),
        None => desk.meeting_minutes(clearing.meeting).await,
    }
}

/// Adds attendance and the stage to the meeting. Where no minute is cleared now, they stay as they were published.
pub(super) async fn meeting(
    desk: &Desk,
    clearing: &Clearing<'_>,
    kept: Option<&MeetingMinutes>,
    draft: MeetingDraft,
) -> Result<MeetingDraft, StoreError> {
    let Some(kept) = kept else { return Ok(draft) };
    if !clearing.parts.iter().any(|part| matches!(part, Part::Minute(_))) {
        let then = then(desk, &super::source_name(clearing.meeting)).await?.unwrap_or_default();
        return Ok(MeetingDraft { attendance: then.attendance, minutes: then.minutes, ..draft });
    }
    let Some(stage) = kept.stages.told() else { return Ok(draft) };
    let person = |a: &redress::minutes::texts::Attended| AttendanceDraft {
        name: a.name.clone(),
        role: a.part.clone(),
        attendance: Some(a.attendance.clone()),
        ..AttendanceDraft::default()
    };
    Ok(MeetingDraft { attendance: kept.texts.attendance.iter().map(person).collect(), minutes: Some(stage), ..draft })
}

/// The meeting as it was composed when something of it was published last.
async fn then(desk: &Desk, source: &str) -> Result<Option<MeetingDraft>, StoreError> {
    let body: Option<String> = on!(db &desk.db, pool => sqlx::query_scalar(
        "select d.body from draft d join source s on s.id = d.source_id where s.name = $1 and d.kind = 'meeting'")
        .bind(source).fetch_optional(pool).await)
    .map_err(StoreError::database("meeting"))?;
    body.map(|body| serde_json::from_str(&body).map_err(StoreError::body("meeting"))).transpose()
}

/// The minute of an item that is cleared now. What an embargo covers goes out in its public words alone.
pub(super) async fn item(desk: &Desk, item: i64, covered: bool, kept: Option<&MeetingMinutes>) -> Result<Option<Minutes>, StoreError> {
    let Some(written) = desk.minute(item).await? else { return Ok(None) };
    let Some(kept) = kept else { return Ok(Some(Minutes { text: written.public_words, ..Minutes::default() })) };
    // Minutes that the chair has not read, or that were not published with their mark, stay at the desk.
    let Some(stage) = stage(kept, item, &written.public_words) else { return Ok(None) };
    let mut facts = kept.texts.item(item).map(|t| t.facts.clone()).filter(|_| !covered).unwrap_or_default();
    let stage = Some(stage);
    let mut discussion = std::mem::take(&mut facts.questions);
    discussion.retain(|pair| pair.stands_in(&written.public_words));
    Ok(Some(Minutes { text: written.public_words, discussion, facts, stage, ..Minutes::default() }))
}

/// How far the minute of an item is, with what a meeting corrected in it.
fn stage(kept: &MeetingMinutes, item: i64, public_words: &str) -> Option<StageTold> {
    let mut stage = kept.stages.told()?;
    if let (Some(confirmed), Some(before)) = (stage.confirmed.as_mut(), kept.texts.item(item).and_then(|t| t.before_correction.as_deref()))
    {
        confirmed.runs = words(before, public_words);
    }
    Some(stage)
}

/// That the public were excluded, where the meeting resolved it and no plan of before says so.
pub(super) fn exclusion(minutes: Option<&Minutes>) -> Option<Exclusion> {
    let paragraphs = &minutes?.facts.excluded_for;
    let first = paragraphs.first()?;
    let number = first.split_whitespace().next().unwrap_or_default();
    Some(Exclusion {
        ground: Some(format!("Local Government Act 1972, Schedule 12A, paragraph {number}")),
        text: format!("The meeting resolved to exclude the public: Schedule 12A, paragraph {}.", paragraphs.join(" and ")),
    })
}

/// What stands for the public words of a minute: another value, and the public reads something else than it would.
pub(in crate::desk::work) fn wording(public_words: Option<String>, item: i64, kept: Option<&MeetingMinutes>) -> Value {
    let told = kept.and_then(|kept| {
        let stage = stage(kept, item, public_words.as_deref().unwrap_or_default())?;
        Some((stage, kept.texts.item(item).map(|t| t.facts.clone())))
    });
    match told {
        Some((stage, facts)) => json!((public_words, stage, facts)),
        None => json!(public_words),
    }
}
