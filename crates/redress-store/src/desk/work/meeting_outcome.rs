//! Something happens to a meeting: in one transaction its record, the meeting that goes on with it, the items that go
//! there, and the letters to those who are told.

use jiff::civil::Date;
use redress::meeting::{Happened, Standing, standing};
use serde_json::json;

use super::meeting::{self, PlannedMeeting};
use super::meeting_event::{self, MeetingEvent};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// Where it goes on.
#[derive(Debug, Clone, Copy)]
pub enum GoesOn<'a> {
    /// Nowhere, or on a day that nobody has fixed.
    Nowhere,
    /// On another day, with these items.
    Elsewhere {
        /// The meeting to plan.
        new: &'a PlannedMeeting,
        /// The items, by their numbers at the desk.
        items: &'a [i64],
    },
    /// On the same day, at another time or place.
    SameDay {
        /// The start.
        starts: Option<&'a str>,
        /// The place.
        place: Option<&'a str>,
    },
}

/// What happens.
#[derive(Debug, Clone, Copy)]
pub struct Happening<'a> {
    /// The meeting.
    pub meeting: i64,
    /// How many events were on record when the officer looked.
    pub seen: usize,
    /// What.
    pub what: Happened,
    /// The day.
    pub on: Date,
    /// Why, as the notice gives it.
    pub why: &'a str,
    /// Where it goes on.
    pub goes_on: GoesOn<'a>,
    /// To whom what is told.
    pub letters: &'a [Letter],
}

/// Why it was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRecorded {
    /// Something else was recorded meanwhile.
    Changed,
    /// The body has a meeting on the new day.
    DayTaken,
}

impl Desk {
    /// Records what happens to a meeting; gives the number of the meeting that goes on with it.
    pub async fn happen(&self, happening: &Happening<'_>, act: &Act<'_>) -> Result<Result<Option<i64>, NotRecorded>, StoreError> {
        let failed = StoreError::database("meeting");
        let mut tx = self.db.write().await?;
        let events: i64 = on!(tx &mut tx, c => sqlx::query_scalar("select count(*) from meeting_event where planned_meeting_id = $1")
            .bind(happening.meeting).fetch_one(c).await)
        .map_err(&failed)?;
        if usize::try_from(events).unwrap_or(usize::MAX) != happening.seen {
            return Ok(Err(NotRecorded::Changed));
        }
        let to = match happening.goes_on {
            GoesOn::Nowhere => None,
            GoesOn::Elsewhere { new, items } => {
                let Some(id) = meeting::insert(&mut tx, new, act).await? else { return Ok(Err(NotRecorded::DayTaken)) };
                take_items(&mut tx, id, items, act).await?;
                Some(id)
            }
            GoesOn::SameDay { starts, place } => {
                on!(tx &mut tx, c => sqlx::query("update planned_meeting set starts = $1, place = $2 where id = $3")
                    .bind(starts).bind(place).bind(happening.meeting).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                let told = json!({ "starts": starts, "place": place });
                journal::write(&mut tx, act, "change_meeting", &format!("planned_meeting {}", happening.meeting), &told).await?;
                None
            }
        };
        let event = MeetingEvent {
            planned_meeting_id: happening.meeting,
            what: happening.what.word().into(),
            on_date: happening.on.to_string(),
            to_meeting_id: to,
            why: happening.why.into(),
            ..MeetingEvent::default()
        };
        meeting_event::add(&mut tx, &event, act).await?;
        for letter in happening.letters {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        tx.commit().await?;
        Ok(Ok(to))
    }

    /// Puts items of a meeting that is over or off on another meeting.
    pub async fn carry_items(&self, to: i64, items: &[i64], act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        take_items(&mut tx, to, items, act).await?;
        tx.commit().await
    }

    /// Where a meeting stands.
    pub async fn standing_of(&self, meeting: i64) -> Result<Standing, StoreError> {
        Ok(stands(&self.meeting_events(meeting).await?))
    }
}

/// Where a meeting stands after these events.
pub fn stands(events: &[MeetingEvent]) -> Standing {
    let known: Vec<(Happened, bool)> = events.iter().filter_map(|e| Some((e.what()?, e.to_meeting_id.is_some()))).collect();
    standing::standing(&known)
}

/// Puts items on another agenda, after those that are there. Each is cleared for the public anew, with that agenda.
async fn take_items(tx: &mut Tx, to: i64, items: &[i64], act: &Act<'_>) -> Result<(), StoreError> {
    let failed = StoreError::database("items");
    for item in items {
        let numbers: Vec<String> =
            on!(tx &mut *tx, c => sqlx::query_scalar("select number from planned_item where planned_meeting_id = $1")
            .bind(to).fetch_all(c).await)
            .map_err(&failed)?;
        let number: String =
            on!(tx &mut *tx, c => sqlx::query_scalar("select number from planned_item where id = $1").bind(item).fetch_one(c).await)
                .map_err(&failed)?;
        let number = if numbers.contains(&number) { redress::agenda::next_number(&numbers) } else { number };
        on!(tx &mut *tx, c => sqlx::query(
            "update planned_item set planned_meeting_id = $1, number = $2,
               position = (select coalesce(max(position), 0) + 1 from planned_item where planned_meeting_id = $1) where id = $3")
            .bind(to).bind(&number).bind(item).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        // What was withdrawn stays withdrawn; what was public stays so at the old address.
        on!(tx &mut *tx, c => sqlx::query(
            "delete from cleared where ended_at is null and ((kind in ('item', 'decision', 'minute') and record_id = $1)
               or (kind = 'paper' and record_id in (select id from working_paper where planned_item_id = $1)))")
            .bind(item).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        journal::write(tx, act, "carry_item", &format!("planned_item {item}"), &json!({ "to": to, "number": number })).await?;
    }
    Ok(())
}
