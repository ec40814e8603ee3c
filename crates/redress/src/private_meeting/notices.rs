//! The last lawful days for the two notices of a private meeting, in both readings of the law.

use jiff::civil::Date;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::duty::si2012_2089::{reg5_2, reg5_4};
use crate::duty::{self, Answer, Inputs, Refusal, Settings};

/// The clocks of the two notices. `due` is the reading that the council works to, `other` the other, `alarm` the safe day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notices {
    /// The day of the meeting.
    pub meeting: Date,
    /// The first notice, 28 clear days before: regulation 5(2).
    pub first: Answer,
    /// The second notice, five clear days before: regulation 5(4).
    pub second: Answer,
}

/// The last days for the notices of a private meeting on a day. Refused for a day that the statute book does not serve.
pub fn notices(meeting: Date, settings: &Settings, calendar: &Calendar) -> Result<Notices, Refusal> {
    let answer = |duty| duty::compute(duty, &Inputs::from(meeting), settings, calendar);
    Ok(Notices { meeting, first: answer(&reg5_2::PRIVATE_NOTICE_28)?, second: answer(&reg5_4::PRIVATE_NOTICE_5)? })
}
