//! The fourth axis: what the council answered, by officers at the draft and by members at the meeting.

use serde::{Deserialize, Serialize};

use crate::ombudsman::history::{CannotAdd, Entry, History};
use crate::wrong::reasons;

/// Who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Officers, on the draft.
    Officers,
    /// A body whose refusal is for the council itself: a proposal without effect (Local Government Act 1974, section 31A(1A)).
    Proposed,
    /// Members, at a meeting.
    Members,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// All of it.
    Accepted,
    /// Part of it.
    InPart {
        /// Which part not.
        not: String,
    },
    /// None of it.
    NotAccepted,
    /// Something else instead.
    Alternative {
        /// What.
        what: String,
    },
}

impl Answer {
    /// Every answer: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("accepted", "Accepted"),
        ("in_part", "Accepted in part"),
        ("not_accepted", "Not accepted"),
        ("alternative", "Something else offered"),
    ];

    /// The answer of a word; `what` is the part that is not accepted, or what is offered instead.
    pub fn of_word(word: &str, what: &str) -> Option<Answer> {
        match word {
            "accepted" => Some(Answer::Accepted),
            "in_part" => Some(Answer::InPart { not: what.into() }),
            "not_accepted" => Some(Answer::NotAccepted),
            "alternative" => Some(Answer::Alternative { what: what.into() }),
            _ => None,
        }
    }

    /// Whether the recommended action, or some of it, will not be taken.
    pub fn refuses(&self) -> bool {
        !matches!(self, Answer::Accepted)
    }

    /// What a page calls it.
    pub fn words(&self) -> &'static str {
        match self {
            Answer::Accepted => "Accepted",
            Answer::InPart { .. } => "Accepted in part",
            Answer::NotAccepted => "Not accepted",
            Answer::Alternative { .. } => "Something else offered",
        }
    }
}

/// An answer with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Who.
    pub level: Level,
    /// What.
    #[serde(flatten)]
    pub answer: Answer,
    /// Why; needed where anything is refused.
    pub reasons: String,
    /// The advice on the law that a refusal rests on.
    pub legal_advice: Option<String>,
}

/// What bars an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_respond", rename_all = "snake_case")]
pub enum Bar {
    /// A refusal without reasons.
    #[error("say why: a refusal is a decision that needs reasons")]
    NoReasons,
    /// Members refuse without advice.
    #[error("name the legal advice that members had before them")]
    NoLegalAdvice,
    /// Members answer without a minute.
    #[error("name the minute of the meeting at which members answered")]
    NoMinute,
    /// It does not say what instead, or which part.
    #[error("say which part is not accepted, or what is offered instead")]
    NotSaidWhat,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl Bar {
    /// The field that it is about.
    pub fn field(&self) -> &'static str {
        match self {
            Bar::NoReasons => "reasons",
            Bar::NoLegalAdvice => "legal_advice",
            Bar::NotSaidWhat => "what",
            Bar::NoMinute | Bar::Entry(_) => "answer",
        }
    }
}

impl Response {
    /// What bars the answer; `minute` is the paper of the entry.
    pub fn check(&self, minute: Option<&str>) -> Result<(), Bar> {
        let empty = |text: &str| text.trim().is_empty();
        match &self.answer {
            Answer::InPart { not: what } | Answer::Alternative { what } if empty(what) => return Err(Bar::NotSaidWhat),
            _ => {}
        }
        if self.answer.refuses() && !reasons(&self.reasons, 4) {
            return Err(Bar::NoReasons);
        }
        if self.level != Level::Officers {
            if self.answer.refuses() && self.legal_advice.as_deref().is_none_or(empty) {
                return Err(Bar::NoLegalAdvice);
            }
            if minute.is_none_or(empty) {
                return Err(Bar::NoMinute);
            }
        }
        Ok(())
    }
}

/// Whether what stands is a proposal that waits for the council itself.
pub fn waits_for_council(history: &History<Response>) -> bool {
    history.entries().iter().rfind(|e| e.value.level != Level::Officers).is_some_and(|e| e.value.level == Level::Proposed)
}

/// The answer that stands: the members', or the officers' while members have not met. A proposal has no effect.
pub fn standing(history: &History<Response>) -> Option<&Entry<Response>> {
    let last = |level| history.entries().iter().rev().find(|e| e.value.level == level);
    last(Level::Members).or_else(|| last(Level::Officers))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn response(level: Level, answer: Answer) -> Response {
        Response { level, answer, reasons: "The policy was found lawful by counsel.".into(), legal_advice: Some("note 3".into()) }
    }

    #[test]
    fn members_refuse_with_reasons_advice_and_a_minute() {
        let refusal = response(Level::Members, Answer::NotAccepted);
        assert_eq!(refusal.check(Some("minute 59")), Ok(()));
        assert_eq!(refusal.check(None), Err(Bar::NoMinute));
        assert_eq!(Response { reasons: "n/a".into(), ..refusal.clone() }.check(Some("m")), Err(Bar::NoReasons));
        assert_eq!(Response { legal_advice: None, ..refusal }.check(Some("m")), Err(Bar::NoLegalAdvice));
        let nothing = response(Level::Officers, Answer::Alternative { what: " ".into() });
        assert_eq!(nothing.check(None), Err(Bar::NotSaidWhat));
    }

    #[test]
    fn what_members_answered_stands_whatever_officers_say_later() {
        let mut history = History::default();
        let mut add = |day, level, answer| history.add(Entry::new("A. Sample", day, response(level, answer))).unwrap();
        add(date(2020, 1, 20), Level::Officers, Answer::Accepted);
        add(date(2020, 2, 4), Level::Members, Answer::NotAccepted);
        add(date(2020, 2, 5), Level::Officers, Answer::Accepted);
        assert_eq!(standing(&history).map(|e| &e.value.answer), Some(&Answer::NotAccepted));
    }
}
