//! More time: the council asks, the Ombudsman answers by letter. The original date stays, and lateness is counted from it.

/// The letter that asks for it.
mod draft;

pub use draft::{Draft, draft};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::letter::{From, Letter};
use crate::day::long;

/// A request for more time, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    requested_by: String,
    requested_on: Date,
    why: String,
    asked_for: Date,
    answered: Option<Answered>,
}

/// What the Ombudsman answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The day of the letter.
    pub on: Date,
    /// The letter's key.
    pub letter: String,
    /// The new expected date; none where the answer is no.
    pub expected: Option<Date>,
}

/// Why a request or an answer is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_extend", rename_all = "snake_case")]
pub enum CannotExtend {
    /// There is no date.
    #[error("the paper gives no date, so there is none to extend")]
    NoDate,
    /// The new date is no later.
    #[error("{} is not later than {}", long(*.to), long(*.stands))]
    NotLater {
        /// The date given.
        to: Date,
        /// The date that stands.
        stands: Date,
    },
    /// No reason, or nobody.
    #[error("say {0}")]
    Missing(&'static str),
    /// A request still waits.
    #[error("the request of {} has no answer yet", long(*.0))]
    StillOpen(Date),
    /// No request waits.
    #[error("no request for more time waits for an answer; log one first, with the day it was made")]
    NothingAsked,
    /// Only the Ombudsman gives more time.
    #[error("only the Ombudsman gives more time, in writing")]
    NotTheOmbudsman,
    /// The letter is older than the request.
    #[error("the letter is older than the request")]
    BeforeTheRequest,
}

impl CannotExtend {
    /// The field that it is about.
    pub fn field(&self) -> &'static str {
        match self {
            CannotExtend::NotLater { .. } | CannotExtend::NoDate => "until",
            CannotExtend::Missing(_) => "why",
            _ => "on",
        }
    }
}

impl Extension {
    /// A request. `stands` is the date that it is to replace: the original, or the one expected since.
    pub fn request(by: &str, on: Date, why: &str, asked_for: Date, stands: Option<Date>) -> Result<Extension, CannotExtend> {
        let stands = stands.ok_or(CannotExtend::NoDate)?;
        if by.trim().is_empty() {
            return Err(CannotExtend::Missing("who asks"));
        }
        if !crate::wrong::reasons(why, 3) {
            return Err(CannotExtend::Missing("why more time is needed"));
        }
        if asked_for <= stands {
            return Err(CannotExtend::NotLater { to: asked_for, stands });
        }
        Ok(Extension { requested_by: by.into(), requested_on: on, why: why.into(), asked_for, answered: None })
    }

    /// The Ombudsman's answer: a new expected date, or none.
    pub fn answer(&mut self, letter: &Letter, expected: Option<Date>, stands: Date) -> Result<(), CannotExtend> {
        if letter.from() != From::Ombudsman {
            return Err(CannotExtend::NotTheOmbudsman);
        }
        if self.answered.is_some() {
            return Err(CannotExtend::NothingAsked);
        }
        if letter.day() < self.requested_on {
            return Err(CannotExtend::BeforeTheRequest);
        }
        if let Some(to) = expected.filter(|to| *to <= stands) {
            return Err(CannotExtend::NotLater { to, stands });
        }
        self.answered = Some(Answered { on: letter.day(), letter: letter.key().into(), expected });
        Ok(())
    }

    /// Who asked.
    pub fn requested_by(&self) -> &str {
        &self.requested_by
    }

    /// When.
    pub fn requested_on(&self) -> Date {
        self.requested_on
    }

    /// Why.
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Until when it was asked for.
    pub fn asked_for(&self) -> Date {
        self.asked_for
    }

    /// The answer; none while it waits.
    pub fn answered(&self) -> Option<&Answered> {
        self.answered.as_ref()
    }

    /// Whether the Ombudsman was asked on or before the date, as the Ombudsman wants.
    pub fn asked_in_time(&self, original: Date) -> bool {
        self.requested_on <= original
    }
}
