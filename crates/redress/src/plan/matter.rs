//! What a plan is made from: the report's dates, and the meetings that are listed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::body::BodyKind;
use crate::counting::Period;
use crate::duty::{Refusal, read_date};

/// The Ombudsman's report, as far as its dates decide the path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matter {
    /// The day the council received it.
    pub received: Date,
    /// The date that it carries; none where it is not known.
    pub report_dated: Option<Date>,
    /// It is a further report under section 31(2A).
    pub further: bool,
    /// Until when it is to be kept in confidence.
    pub embargo: Embargo,
    /// The item is planned to be taken in private.
    pub private: bool,
    /// The Ombudsman directed under section 30(7) that it is not to be publicised.
    pub not_publicised: bool,
    /// The day the first notice of a private meeting was published, once it was.
    pub first_private_notice: Option<Date>,
    /// The day public notice was first given, once it was.
    pub notice_given: Option<Date>,
    /// The day that the public notice names for inspection to begin, once it is named.
    pub inspection_from: Option<Date>,
    /// The day copies of the monitoring officer's report on it were first sent to those who must consider it.
    pub monitoring_officer_sent: Option<Date>,
    /// What the report recommends by a day of its own.
    pub remedies: Vec<Remedy>,
    /// The first day on which anything can still be done; the day of receipt where none.
    pub planned_from: Option<Date>,
    /// The meeting that the council has in mind; the first that fits where none.
    pub meeting: Option<Date>,
}

impl Matter {
    /// A report received on a day, with nothing else known of it.
    pub fn received(on: Date) -> Matter {
        Matter {
            received: on,
            report_dated: None,
            further: false,
            embargo: Embargo::None,
            private: false,
            not_publicised: false,
            first_private_notice: None,
            notice_given: None,
            inspection_from: None,
            monitoring_officer_sent: None,
            remedies: Vec::new(),
            planned_from: None,
            meeting: None,
        }
    }

    /// The first day on which anything can still be done.
    pub fn start(&self) -> Date {
        self.planned_from.map_or(self.received, |d| d.max(self.received))
    }
}

/// Until when the report is kept in confidence. On the last day itself it may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "until", rename_all = "snake_case")]
pub enum Embargo {
    /// It is not.
    None,
    /// Until a day that the Ombudsman's letter names.
    Date {
        /// The first day on which it may be published.
        on: Date,
    },
    /// Until the Ombudsman publishes, whenever that is.
    Event {
        /// The day on which it is expected.
        expected: Option<Date>,
    },
}

impl Embargo {
    /// Reads a day, `event`, or `event` with the day on which it is expected: `event 11 March 2021`.
    pub fn read(text: &str) -> Result<Embargo, Refusal> {
        let text = text.trim();
        let Some(rest) = text.get(..5).filter(|word| word.eq_ignore_ascii_case("event")).and_then(|_| text.get(5..)) else {
            return Ok(Embargo::Date { on: read_date(text)? });
        };
        let day = rest.trim_start_matches([' ', ':', ',']);
        let expected = if day.is_empty() { None } else { Some(read_date(day)?) };
        Ok(Embargo::Event { expected })
    }

    /// The first day on which the report may be published, as far as it is known.
    pub fn lifts(self) -> Option<Date> {
        match self {
            Embargo::None => None,
            Embargo::Date { on } => Some(on),
            Embargo::Event { expected } => expected,
        }
    }
}

/// A recommendation with a day of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remedy {
    /// What is to be done, in a few words.
    pub what: String,
    /// By when.
    pub due: RemedyDue,
}

impl Remedy {
    /// Reads `Apologise=4 weeks` or `Apologise=2026-04-01`; none where there is neither a period nor a day.
    pub fn read(text: &str) -> Option<Remedy> {
        let (what, due) = text.split_once('=')?;
        let period = due.trim().parse().ok().map(RemedyDue::Within);
        let due = period.or_else(|| read_date(due).ok().map(RemedyDue::On))?;
        Some(Remedy { what: what.trim().to_string(), due }).filter(|r| !r.what.is_empty())
    }
}

/// By when a recommendation is to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyDue {
    /// Within a period of the date of the report.
    Within(Period),
    /// By a day that the report names.
    On(Date),
}

/// What sort of body meets, as far as the law tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// Cabinet or executive.
    Executive,
    /// The full council.
    Council,
    /// Overview and scrutiny.
    Scrutiny,
    /// Any other committee, board or panel.
    Committee,
}

impl MeetingKind {
    /// The kind of a body that meets; none for one member deciding alone.
    pub fn of(body: BodyKind) -> Option<MeetingKind> {
        match body {
            BodyKind::Council => Some(MeetingKind::Council),
            BodyKind::Executive => Some(MeetingKind::Executive),
            BodyKind::ExecutiveMember => None,
            BodyKind::Scrutiny => Some(MeetingKind::Scrutiny),
            BodyKind::Regulatory | BodyKind::Board | BodyKind::Panel => Some(MeetingKind::Committee),
        }
    }

    /// Reads `executive`, `cabinet`, `council`, `scrutiny`, `committee`.
    pub fn read(word: &str) -> Option<MeetingKind> {
        match word.trim().to_lowercase().as_str() {
            "executive" | "cabinet" => Some(MeetingKind::Executive),
            "council" | "full council" => Some(MeetingKind::Council),
            "scrutiny" | "overview and scrutiny" => Some(MeetingKind::Scrutiny),
            "committee" | "board" | "panel" => Some(MeetingKind::Committee),
            _ => None,
        }
    }

    /// Plain words.
    pub fn words(self) -> &'static str {
        match self {
            MeetingKind::Executive => "the executive",
            MeetingKind::Council => "full council",
            MeetingKind::Scrutiny => "overview and scrutiny",
            MeetingKind::Committee => "a committee",
        }
    }
}

/// A meeting in the council's calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedMeeting {
    /// Its day.
    pub date: Date,
    /// The body's name.
    pub body: String,
    /// What sort of body.
    pub kind: MeetingKind,
    /// It was called off.
    pub cancelled: bool,
}

/// Whether a body of this name is the executive, which has the Regulations of 2012 and not Part VA of the Act of 1972.
pub fn is_executive(body: &str) -> bool {
    MeetingKind::of(BodyKind::of(body)) == Some(MeetingKind::Executive)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_embargo_and_a_remedy_are_read_as_people_type_them() {
        assert_eq!(Embargo::read("11 March 2021"), Ok(Embargo::Date { on: date(2021, 3, 11) }));
        assert_eq!(Embargo::read("Event"), Ok(Embargo::Event { expected: None }));
        assert_eq!(Embargo::read("event: 2021-03-11"), Ok(Embargo::Event { expected: Some(date(2021, 3, 11)) }));
        assert!(Embargo::read("soon").is_err() && Embargo::read("event soon").is_err() && Embargo::read("").is_err());
        assert_eq!(Remedy::read("Apologise = 4 weeks").map(|r| r.due), Some(RemedyDue::Within(Period::Weeks(4))));
        assert_eq!(Remedy::read("Pay=2026-04-01").map(|r| r.due), Some(RemedyDue::On(date(2026, 4, 1))));
        assert!(Remedy::read("Apologise").is_none() && Remedy::read("=4 weeks").is_none() && Remedy::read("Pay=later").is_none());
    }
}
