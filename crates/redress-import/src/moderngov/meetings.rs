//! GetMeetings and GetAllMeetingsByDate: bodies and the days on which they meet.

use redress::day::{read_clock, read_slashed};
use redress::draft::{BodyDraft, MeetingDraft, Reading};
use redress::meeting::MeetingRef;

use crate::answer::{Element, Tree};
use crate::moderngov::counts;

/// Reads the answer.
pub fn read(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["getmeetings", "getmeetingsbydate"]) else { return };
    for committee in root.all("committee") {
        let name = committee.filled("committeetitle").unwrap_or_default();
        let id = committee.filled("committeeid");
        let before = reading.meetings.len();
        for meeting in committee.all("committeemeetings").flat_map(|m| m.all("meeting")) {
            let draft = read_meeting(meeting, Some(&name), id.as_deref(), reading);
            reading.meetings.push(draft);
        }
        counts::check(committee, "committeemeetingcount", reading.meetings.len() - before, reading);
        reading.bodies.push(BodyDraft { name, foreign_id: id, ..BodyDraft::default() });
    }
    for meeting in root.all("meetings").flat_map(|m| m.all("meeting")) {
        let draft = read_meeting(meeting, None, None, reading);
        reading.meetings.push(draft);
    }
    counts::check(root, "meetingscount", reading.meetings.len(), reading);
    counts::check(root, "committeescount", reading.bodies.len(), reading);
}

fn read_meeting(meeting: Element<'_>, body: Option<&str>, body_id: Option<&str>, reading: &mut Reading) -> MeetingDraft {
    let mut draft = common(meeting, reading);
    let named = meeting.filled("committeetitle");
    draft.meeting.body = named.or_else(|| body.map(str::to_string));
    draft.body_foreign_id = meeting.filled("committeeid").or_else(|| body_id.map(str::to_string));
    draft.notes = meeting.rest();
    draft
}

/// What every answer tells of a meeting: number, day, start, status.
pub fn common(meeting: Element<'_>, reading: &mut Reading) -> MeetingDraft {
    let status = meeting.filled("meetingstatus");
    let kind = status.as_deref().and_then(kind);
    MeetingDraft {
        foreign_id: meeting.filled("meetingid"),
        meeting: MeetingRef {
            date: date(meeting, "meetingdate", reading),
            body: None,
            kind,
            start: clock(meeting, "meetingtime", reading),
        },
        status,
        ..MeetingDraft::default()
    }
}

/// The sort of meeting in `Confirmed; Special Meeting`.
fn kind(status: &str) -> Option<String> {
    let note = status.split_once(';')?.1.trim().to_lowercase();
    ["extraordinary", "special", "budget", "annual", "emergency"].iter().find(|k| note.starts_with(**k)).map(|k| (*k).to_string())
}

/// A date of an answer. One in a form not met before is told and its words are left among the others.
pub fn date(element: Element<'_>, name: &str, reading: &mut Reading) -> Option<jiff::civil::Date> {
    let words = element.peek(name).filter(|w| !w.is_empty() && w != "unspecified")?;
    let read = read_slashed(&words);
    match read {
        Some(_) => drop(element.take(name)),
        None => reading.doubt("date_unread", element.line(), format!("the date under {name} could not be read")),
    }
    read
}

fn clock(element: Element<'_>, name: &str, reading: &mut Reading) -> Option<jiff::civil::Time> {
    let words = element.peek(name).filter(|w| !w.is_empty())?;
    let read = read_clock(&words);
    match read {
        Some(_) => drop(element.take(name)),
        None => reading.doubt("time_unread", element.line(), format!("the time under {name} could not be read")),
    }
    read
}
