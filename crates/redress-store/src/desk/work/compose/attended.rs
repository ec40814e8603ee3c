//! Who was at a meeting that was held: as the clerks took it down, beside the seats of the day.

use std::collections::BTreeMap;

use redress::draft::AttendanceDraft;
use redress::meeting::Standing;
use redress::workspace::{Record, Step};

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::work::body_seat::Seat;
use crate::desk::work::meeting::PlannedMeeting;

impl Desk {
    /// Who was present at a meeting that was held, members and those who stood in for one; nobody where it was not taken down.
    pub async fn present_at(&self, meeting: &PlannedMeeting) -> Result<Vec<String>, StoreError> {
        let all = attended(self, meeting).await?;
        let present = all.into_iter().filter(|a| a.attendance.as_deref().is_some_and(|words| words.starts_with("Present")));
        Ok(present.map(|a| a.name).collect())
    }
}

/// The attendance of a meeting; nothing where nobody took it down, or it is not over.
pub(super) async fn attended(desk: &Desk, meeting: &PlannedMeeting) -> Result<Vec<AttendanceDraft>, StoreError> {
    let standing = desk.standing_of(meeting.id).await?;
    let record = Record::of(&desk.workspace(meeting.id).await?);
    // Its end may be taken down before anybody records that it was held.
    if !standing.met() && standing != Standing::Inquorate && record.step != Step::Ended {
        return Ok(Vec::new());
    }
    if record.attended.is_empty() && record.apologies.is_empty() {
        return Ok(Vec::new());
    }
    let seats: BTreeMap<i64, Seat> =
        desk.seats_on(meeting.body_id, &meeting.on_date).await?.into_iter().rev().map(|seat| (seat.member_id, seat)).collect();
    let names: BTreeMap<i64, String> = desk.members().await?.into_iter().collect();
    let mut people: Vec<i64> = seats.keys().chain(&record.attended).chain(record.apologies.keys()).copied().collect();
    people.sort_by_key(|member| (seats.get(member).map_or(u8::MAX, |s| s.capacity() as u8), names.get(member)));
    people.dedup();
    let stands_in = |member: &i64| record.apologies.values().flatten().any(|substitute| substitute == member);
    let words = |member: &i64| match (record.attended.contains(member), seats.get(member).map(Seat::capacity)) {
        (true, _) if stands_in(member) => Some("Present, as substitute"),
        (true, Some(redress::body::Capacity::Substitute) | None) => Some("In attendance"),
        (true, Some(_)) => Some("Present"),
        _ if record.apologies.contains_key(member) => Some("Apologies"),
        // A substitute who was not asked for was not absent.
        (false, Some(redress::body::Capacity::Substitute) | None) => None,
        (false, Some(_)) => Some("Absent"),
    };
    let person = |member: &i64| {
        Some(AttendanceDraft {
            name: names.get(member)?.clone(),
            role: seats.get(member).map(|seat| seat.capacity().words().to_string()),
            attendance: Some(words(member)?.into()),
            ..AttendanceDraft::default()
        })
    };
    Ok(people.iter().filter_map(person).collect())
}
