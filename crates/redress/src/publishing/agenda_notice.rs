//! The ordinary notice of an agenda: five clear days, by the law of the body that meets.

use jiff::civil::Date;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::day::with_weekday;
use crate::duty::{self, Inputs, Refusal, Settings};
use crate::plan::{MeetingKind, agenda_duty};

/// The last day to publish an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct AgendaNotice {
    /// Which sort of body meets.
    pub kind: MeetingKind,
    /// The last day by the reading that the council works to.
    pub by: Date,
    /// The last day that is safe under both readings.
    pub safe: Date,
    /// The provision.
    pub section: &'static str,
}

/// The last day to publish the agenda of a meeting on a day; none where the law names none.
pub fn agenda_notice(meeting: Date, kind: MeetingKind, settings: &Settings, calendar: &Calendar) -> Result<Option<AgendaNotice>, Refusal> {
    let duty = duty::find(agenda_duty(kind))?;
    let answer = duty::compute(duty, &Inputs::from(meeting), settings, calendar)?;
    Ok(answer.due.date.map(|by| AgendaNotice { kind, by, safe: answer.alarm.unwrap_or(by), section: duty.cite }))
}

impl AgendaNotice {
    /// What short notice means for the body, and the way out.
    pub(super) fn late(&self, publishes_on: Date) -> String {
        let out = match self.kind {
            MeetingKind::Executive => {
                "The executive has no urgent items: put what is late off to a later meeting. It goes out late only where the meeting itself is called at shorter notice: take legal advice, and record that it was."
            }
            MeetingKind::Council => {
                "A summons to full council cannot be shortened: choose a later day, or take the item at the next meeting or an extraordinary one."
            }
            MeetingKind::Scrutiny | MeetingKind::Committee => {
                "It goes out late only where the meeting is called at shorter notice, or the chair finds special circumstances, which the minutes must name: record the one, or add the item as a late item with the other."
            }
        };
        format!(
            "The agenda was due by {}, five clear days before; it goes out on {}. {out}",
            with_weekday(self.by),
            with_weekday(publishes_on)
        )
    }

    /// Whether no reason makes short notice lawful.
    pub(super) fn absolute(&self) -> bool {
        self.kind == MeetingKind::Council
    }
}
