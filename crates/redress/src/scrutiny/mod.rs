//! What scrutiny recommends and what it is answered: accepted, in part or not, with reasons, within two months (Local
//! Government Act 2000, section 9FE), and how many, by committee and year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::duty::{self, Inputs, Settings};
use crate::wrong::{Wrong, reasons};

/// How many were made and how they were answered.
mod tally;

pub use tally::{Line, tally};

/// The answer to one recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Accepted.
    Accepted {
        /// What is done.
        action: String,
        /// The post that does it.
        owner: String,
        /// By when; none where there is nothing more to do.
        by: Option<Date>,
    },
    /// Accepted in part.
    InPart {
        /// What is done.
        action: String,
        /// The post that does it.
        owner: String,
        /// By when.
        by: Option<Date>,
        /// What is not accepted, and why.
        not: String,
    },
    /// Not accepted.
    Rejected {
        /// Why.
        reasons: String,
    },
}

/// An answer as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The answer.
    #[serde(flatten)]
    pub answer: Answer,
    /// The day on which it reached the committee.
    pub on: Date,
    /// Who answers: the executive or the authority, with the minute or decision.
    pub by: String,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The committee.
    pub committee: String,
    /// The day on which it was made.
    pub made: Date,
    /// Its number in the committee's report.
    pub number: u32,
    /// The words.
    pub text: String,
    /// To whom it is addressed.
    pub to: String,
    /// When the report was received.
    pub received: Option<Date>,
    /// When the notice in writing that requires an answer was received; none where none was given.
    pub notice: Option<Date>,
    responses: Vec<Response>,
}

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// No notice in writing was given, so no clock runs.
    NoClock,
    /// The clock runs.
    Waiting {
        /// The last day.
        by: Date,
    },
    /// The last day has passed.
    Overdue {
        /// The last day.
        by: Date,
    },
    /// Answered in time, or where no clock ran.
    Answered {
        /// The day.
        on: Date,
    },
    /// Answered after the last day.
    AnsweredLate {
        /// The day.
        on: Date,
        /// The last day.
        by: Date,
    },
}

impl Recommendation {
    /// A recommendation as the committee made it.
    pub fn made(committee: &str, made: Date, number: u32, text: &str, to: &str) -> Result<Recommendation, Wrong> {
        for (field, given, ask) in [
            ("committee", committee, "Name the committee."),
            ("text", text, "Write the recommendation."),
            ("to", to, "Say to whom it is addressed."),
        ] {
            if given.trim().is_empty() {
                return Err(Wrong::new(field, ask));
            }
        }
        let (committee, text, to) = (committee.into(), text.into(), to.into());
        Ok(Recommendation { committee, made, number, text, to, received: None, notice: None, responses: Vec::new() })
    }

    /// The last day to answer: two months beginning with receipt of the report or, if later, of the notice.
    pub fn answer_by(&self, calendar: &Calendar) -> Option<Date> {
        let (received, notice) = (self.received?, self.notice?);
        duty::due_date(&duty::lga2000::s9fe::RESPONSE, &Inputs::from(received.max(notice)), &Settings::default(), calendar)
    }

    /// The answer that stands: the last.
    pub fn response(&self) -> Option<&Response> {
        self.responses.last()
    }

    /// Every answer, in order.
    pub fn responses(&self) -> &[Response] {
        &self.responses
    }

    /// Records an answer. A later answer stands beside the first, which stays.
    pub fn respond(&mut self, response: Response) -> Result<(), Vec<Wrong>> {
        let mut wrong = Vec::new();
        if response.on < self.received.unwrap_or(self.made) {
            wrong.push(Wrong::new("on", "This is before the recommendation was received."));
        }
        if self.responses.last().is_some_and(|last| response.on < last.on) {
            wrong.push(Wrong::new("on", "A later answer is recorded already."));
        }
        if response.by.trim().is_empty() {
            wrong.push(Wrong::new("by", "Say who answers, with the minute or decision."));
        }
        match &response.answer {
            Answer::Accepted { action, owner, .. } => wrong.extend(work(action, owner)),
            Answer::InPart { action, owner, not, .. } => {
                wrong.extend(work(action, owner));
                if !reasons(not, 4) {
                    wrong.push(Wrong::new("not", "Say what is not accepted, and why."));
                }
            }
            Answer::Rejected { reasons: why } if !reasons(why, 4) => {
                wrong.push(Wrong::new("reasons", "Give the reasons for not accepting it."));
            }
            Answer::Rejected { .. } => {}
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        self.responses.push(response);
        Ok(())
    }

    /// How the answer stands on a day. The first answer stops the clock.
    pub fn standing(&self, today: Date, calendar: &Calendar) -> Standing {
        let by = self.answer_by(calendar);
        match (self.responses.first().map(|r| r.on), by) {
            (Some(on), Some(by)) if on > by => Standing::AnsweredLate { on, by },
            (Some(on), _) => Standing::Answered { on },
            (None, None) => Standing::NoClock,
            (None, Some(by)) if today > by => Standing::Overdue { by },
            (None, Some(by)) => Standing::Waiting { by },
        }
    }
}

fn work(action: &str, owner: &str) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if !reasons(action, 2) {
        wrong.push(Wrong::new("action", "Say what is done."));
    }
    if owner.trim().is_empty() {
        wrong.push(Wrong::new("owner", "Name the post that does it."));
    }
    wrong
}

#[cfg(test)]
mod tests;
