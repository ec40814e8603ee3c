//! What scrutiny recommends and what it is answered: accepted, in part or not, with reasons, within two months (Local
//! Government Act 2000, section 9FE), and how many, by committee and year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::counting::days_between;
use crate::day::long;
use crate::duty::{self, Inputs, Settings};
use crate::ombudsman::follow_up::{By, Owed, Sort};
use crate::reader::Role;
use crate::wrong::{Wrong, reasons};

/// How an answer stands, as a list and its filter name it.
mod answered;
/// How many were made and how they were answered.
mod tally;

pub use answered::Answered;
pub use tally::{Line, tally};

/// Who sees to it that the executive answers.
const ANSWERS: &[Role] = &[Role::DemocraticServices, Role::ServiceDirector, Role::ChiefExecutive];

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
    /// Who answers: the executive or the authority, with the minute or decision. The answer itself has a day called `by`.
    #[serde(rename = "answered_by")]
    pub by: String,
    /// What shows that it was done, in words; none where nothing was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
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

impl Standing {
    /// In words for a page.
    pub fn words(self, late: Option<i32>) -> String {
        let days = late.map_or(String::new(), |n| if n == 1 { "1 day".into() } else { format!("{n} days") });
        match self {
            Standing::NoClock => "Not answered; no notice in writing required an answer".into(),
            Standing::Waiting { by } => format!("Not answered; the last day is {}", long(by)),
            Standing::Overdue { by } => format!("Not answered; overdue since {}, {days} late", long(by)),
            Standing::Answered { on } => format!("Answered on {}", long(on)),
            Standing::AnsweredLate { on, by } => format!("Answered on {}, {days} late: the last day was {}", long(on), long(by)),
        }
    }
}

impl Answer {
    /// The answers of a form.
    pub const CHOICES: &'static [(&'static str, &'static str)] =
        &[("accepted", "Accepted"), ("in_part", "Accepted in part"), ("rejected", "Rejected")];

    /// The word of it.
    pub fn word(&self) -> &'static str {
        match self {
            Answer::Accepted { .. } => "accepted",
            Answer::InPart { .. } => "in_part",
            Answer::Rejected { .. } => "rejected",
        }
    }

    /// What a page calls it.
    pub fn words(&self) -> &'static str {
        match self {
            Answer::Accepted { .. } => "Accepted",
            Answer::InPart { .. } => "Accepted in part",
            Answer::Rejected { .. } => "Rejected",
        }
    }

    /// What is done, by which post, by when; none of a rejected one.
    pub fn work(&self) -> Option<(&str, &str, Option<Date>)> {
        match self {
            Answer::Accepted { action, owner, by } | Answer::InPart { action, owner, by, .. } => Some((action, owner, *by)),
            Answer::Rejected { .. } => None,
        }
    }

    /// Why it, or a part of it, is not accepted.
    pub fn reasons(&self) -> Option<&str> {
        match self {
            Answer::Accepted { .. } => None,
            Answer::InPart { not, .. } => Some(not),
            Answer::Rejected { reasons } => Some(reasons),
        }
    }
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

    /// `Recommendation 1 of Homes Scrutiny Committee, 9 April 2026`
    pub fn title(&self) -> String {
        format!("Recommendation {} of {}, {}", self.number, self.committee, long(self.made))
    }

    /// The last day to answer: two months beginning with receipt of the report or, if later, of the notice.
    pub fn answer_by(&self, calendar: &Calendar) -> Option<Date> {
        let (received, notice) = (self.received?, self.notice?);
        duty::due_date(&duty::lga2000::s9fe::RESPONSE, &Inputs::from(received.max(notice)), &Settings::default(), calendar)
    }

    /// Records when the report and the notice in writing that requires an answer were received.
    pub fn receive(&mut self, received: Date, notice: Option<Date>) -> Result<(), Vec<Wrong>> {
        let mut wrong = Vec::new();
        if received < self.made {
            wrong.push(Wrong::new("received", "This is before the recommendation was made."));
        }
        if notice.is_some_and(|notice| notice < self.made) {
            wrong.push(Wrong::new("notice", "This is before the recommendation was made."));
        }
        // An answer that was given before it was received would be in time by a slip of the pen.
        if self.responses.iter().any(|r| r.on < received) {
            wrong.push(Wrong::new("received", "An answer before this day is recorded."));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        (self.received, self.notice) = (Some(received), notice);
        Ok(())
    }

    /// Days by which the answer was late, or is on a day; none where it is not.
    pub fn days_late(&self, today: Date, calendar: &Calendar) -> Option<i32> {
        match self.standing(today, calendar) {
            Standing::AnsweredLate { on, by } => Some(days_between(by, on)),
            Standing::Overdue { by } => Some(days_between(by, today)),
            Standing::NoClock | Standing::Waiting { .. } | Standing::Answered { .. } => None,
        }
    }

    /// What is owed of it on a day; nothing once it is answered, and nothing while no clock runs.
    pub fn owed(&self, today: Date, calendar: &Calendar) -> Option<Owed> {
        let (Standing::Waiting { by } | Standing::Overdue { by }) = self.standing(today, calendar) else { return None };
        let first = self.received.max(self.notice).map(long).unwrap_or_default();
        let late = self.days_late(today, calendar).unwrap_or(0);
        let why = format!("Two months beginning with {first}");
        Some(Owed { sort: Sort::Duty, on: Some(by), original: None, why, late, by: By::Roles(ANSWERS) })
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
