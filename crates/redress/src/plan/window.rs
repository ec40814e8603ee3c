//! The earliest and the latest day on which members can meet on the report.

use jiff::civil::Date;
use serde::Serialize;

use super::{Conflict, MeetingKind, Planner, Weight};
use crate::calendar::DayKind;
use crate::counting::{Step, days_between, last_working_day, plus};
use crate::day::{long, with_weekday};
use crate::duty::Refusal;

/// Further than any notice reaches: how many days are tried.
const MOST_DAYS: i32 = 400;

/// The first or the last day to meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edge {
    /// The lawful day; none where there is none, or where it cannot be said yet.
    pub lawful: Option<Date>,
    /// The day that leaves room for clearances, or for call-in before the reply.
    pub advised: Option<Date>,
    /// How they were found.
    pub working: Vec<Step>,
}

impl Planner<'_> {
    /// The usual body to consider the report.
    pub(super) fn usual(&self) -> MeetingKind {
        self.settings.considers().first().copied().unwrap_or(MeetingKind::Council)
    }

    /// The first working day for which every notice can still be given, once the report may be published.
    pub(super) fn earliest(&self) -> Result<Edge, Refusal> {
        let kind = self.usual();
        let lawful = self.first_day(self.start, |day| {
            let worst = self.obstacles(day, kind).into_iter().filter(|c| !ends_that_day(c)).map(|c| c.weight()).max();
            worst.is_none_or(|w| w == Weight::Note)
        });
        let rushed = |c: &Conflict| matches!(c, Conflict::ClearanceTooLate { .. });
        let advised = lawful.and_then(|first| self.first_day(first, |day| !self.obstacles(day, kind).iter().any(rushed)));
        let mut working = Vec::new();
        let mut say = |words: String, date: Option<Date>| working.push(Step { words, date });
        match lawful {
            Some(day) => {
                if let Some(by) = self.first_paper_by(day, kind) {
                    let paper = if self.agenda_by(day, kind) == Some(by) { "the agenda" } else { "the first notice of a private meeting" };
                    let held = self.matter.embargo.lifts().filter(|lifts| !self.matter.private && *lifts > self.start);
                    let because = held.map_or_else(
                        || format!("nothing can be published before {}", long(self.start)),
                        |lifts| format!("the report is confidential until {}", long(lifts)),
                    );
                    say(format!("For a meeting on {}, {paper} must be out by {}; {because}.", with_weekday(day), long(by)), Some(by));
                }
                if let Some(cleared) = advised.filter(|cleared| *cleared != day) {
                    say(format!("With every clearance in its usual time, the first day is {}.", with_weekday(cleared)), Some(cleared));
                }
            }
            None => say("Cannot say yet, because it is not known when the report may be published.".into(), None),
        }
        Ok(Edge { lawful, advised, working })
    }

    /// The last working day on which members can meet and the Ombudsman be told the same day; and one that leaves call-in before it.
    pub(super) fn latest(&self) -> Result<Edge, Refusal> {
        let kind = self.usual();
        let lawful = last_working_day(self.reply_by, DayKind::Working, self.clocks.calendar);
        let room = |day: &Date| self.call_in(*day, kind).is_none_or(|(_, _, act)| lawful.is_some_and(|last| act <= last));
        let advised = lawful.and_then(|last| {
            let days = (0..MOST_DAYS).filter_map(|back| plus(last, -back)).filter(|d| self.clocks.calendar.is(DayKind::Working, *d));
            days.take_while(|d| *d >= self.matter.received).find(room)
        });
        let mut working = Vec::new();
        if let Some(day) = lawful {
            let words = if day == self.reply_by {
                format!("The Ombudsman must be told by {}: members can meet that day at the latest.", with_weekday(day))
            } else {
                let (last, days) = (with_weekday(self.reply_by), days_between(day, self.reply_by));
                let days = if days == 1 { "the day".into() } else { format!("{days} days") };
                format!(
                    "The Ombudsman must be told by {last}, no working day. The last working day is {days} before: {}.",
                    with_weekday(day)
                )
            };
            working.push(Step { words, date: Some(day) });
        }
        if let Some((day, (published, ends, _))) = advised.filter(|_| advised != lawful).and_then(|d| Some((d, self.call_in(d, kind)?))) {
            let words = format!(
                "A decision of {} is published by {} and can be called in to the end of {}; that leaves the reply in time.",
                with_weekday(day),
                long(published),
                long(ends)
            );
            working.push(Step { words, date: Some(day) });
        }
        Ok(Edge { lawful, advised, working })
    }

    fn first_day(&self, from: Date, good: impl Fn(Date) -> bool) -> Option<Date> {
        let days = (0..MOST_DAYS).filter_map(|on| plus(from, on)).filter(|d| self.clocks.calendar.is(DayKind::Working, *d));
        days.into_iter().find(|d| good(*d))
    }
}

/// Publishing on the very day on which confidence ends is lawful.
fn ends_that_day(conflict: &Conflict) -> bool {
    matches!(conflict, Conflict::EmbargoEndsOnLastDay { .. })
}
