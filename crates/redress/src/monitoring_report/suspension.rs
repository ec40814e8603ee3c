//! While a report is considered nothing that it is about is carried out: to the end of the first business day after.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Section;
use crate::calendar::Calendar;
use crate::duty::{self, Inputs, Settings};

/// The days that make the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// The section.
    pub section: Section,
    /// The day on which copies first went: to members, or for section 5A to members of the executive.
    pub first_sent: Date,
    /// The day on which consideration was concluded; none while it is not.
    pub concluded: Option<Date>,
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "suspension", rename_all = "snake_case")]
pub enum Standing {
    /// Consideration is not concluded, so there is no end.
    UntilConsidered,
    /// It ends with this day; a step can be taken on the next.
    Until {
        /// The last day.
        day: Date,
    },
    /// It is over.
    Over {
        /// The last day it ran.
        day: Date,
    },
}

impl Suspension {
    /// The last day on which the report may be considered: 21 days after copies were first sent.
    pub fn consider_by(&self, settings: &Settings, calendar: &Calendar) -> Option<Date> {
        let key = match self.section {
            Section::Five => "s5_authority_consider_21_days",
            Section::FiveA => "s5a_executive_consider_21_days",
        };
        duty::due_date(duty::find(key).ok()?, &Inputs::from(self.first_sent), settings, calendar)
    }

    /// How it stands on a day. Consideration that runs beyond the 21 days keeps it running.
    pub fn standing(&self, today: Date, settings: &Settings, calendar: &Calendar) -> Standing {
        let key = match self.section {
            Section::Five => "s5_implementation_suspended",
            Section::FiveA => "s5a_implementation_suspended",
        };
        let end = self.concluded.and_then(|c| duty::due_date(duty::find(key).ok()?, &Inputs::from(c), settings, calendar));
        match end {
            None => Standing::UntilConsidered,
            Some(day) if today <= day => Standing::Until { day },
            Some(day) => Standing::Over { day },
        }
    }

    /// Whether a step may be taken on a day.
    pub fn lets(&self, today: Date, settings: &Settings, calendar: &Calendar) -> bool {
        matches!(self.standing(today, settings, calendar), Standing::Over { .. })
    }
}
