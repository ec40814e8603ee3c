//! What sort of meeting it is, and who called an extraordinary one.

use serde::{Deserialize, Serialize};

use crate::body::BodyKind;
use crate::wrong::Wrong;

/// The sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingSort {
    /// In the usual course.
    Ordinary,
    /// Called for some business: Local Government Act 1972, Schedule 12, paragraph 3.
    Extraordinary,
    /// The annual meeting: paragraph 1.
    Annual,
    /// For one matter, by the body's own rules.
    Special,
}

impl MeetingSort {
    /// Every sort with its words, for a form.
    pub const CHOICES: &[(&str, &str)] =
        &[("ordinary", "Ordinary"), ("extraordinary", "Extraordinary"), ("annual", "Annual"), ("special", "Special")];

    /// The word in tables and forms.
    pub fn word(self) -> &'static str {
        match self {
            MeetingSort::Ordinary => "ordinary",
            MeetingSort::Extraordinary => "extraordinary",
            MeetingSort::Annual => "annual",
            MeetingSort::Special => "special",
        }
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        MeetingSort::CHOICES.iter().find(|(word, _)| *word == self.word()).map_or("", |(_, words)| words)
    }

    /// The sort of a word, if it is one.
    pub fn of_word(word: &str) -> Option<MeetingSort> {
        let all = [MeetingSort::Ordinary, MeetingSort::Extraordinary, MeetingSort::Annual, MeetingSort::Special];
        all.into_iter().find(|sort| sort.word() == word)
    }
}

/// Who called an extraordinary meeting of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalledBy {
    /// The chairman, who may at any time.
    Chair,
    /// The chairman, after a requisition signed by five members.
    Requisition,
    /// Five members, after the chairman refused or let seven days go by.
    Members,
}

impl CalledBy {
    /// Every answer with its words, for a form.
    pub const CHOICES: &[(&str, &str)] = &[
        ("chair", "The chair"),
        ("requisition", "The chair, as five members asked for it"),
        ("members", "Five members, as the chair refused or did not call it within seven days"),
    ];

    /// The answer of a word, if it is one.
    pub fn of_word(word: &str) -> Option<CalledBy> {
        match word {
            "chair" => Some(CalledBy::Chair),
            "requisition" => Some(CalledBy::Requisition),
            "members" => Some(CalledBy::Members),
            _ => None,
        }
    }

    /// The word in tables and forms.
    pub fn word(self) -> &'static str {
        match self {
            CalledBy::Chair => "chair",
            CalledBy::Requisition => "requisition",
            CalledBy::Members => "members",
        }
    }

    /// What a page says.
    pub fn words(self) -> &'static str {
        CalledBy::CHOICES.iter().find(|(word, _)| *word == self.word()).map_or("", |(_, words)| words)
    }
}

/// What is wrong with a sort of meeting for a body of this sort.
pub fn check(sort: MeetingSort, called_by: Option<CalledBy>, body: BodyKind) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if sort == MeetingSort::Annual && body != BodyKind::Council {
        wrong.push(Wrong::new("kind", "Only full council has an annual meeting (Local Government Act 1972, Schedule 12, paragraph 1)"));
    }
    if sort == MeetingSort::Extraordinary && called_by.is_none() {
        wrong.push(Wrong::new("called_by", "Say who called it (Local Government Act 1972, Schedule 12, paragraph 3)"));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extraordinary_meeting_was_called_by_somebody() {
        assert_eq!(check(MeetingSort::Extraordinary, None, BodyKind::Council)[0].field, "called_by");
        assert!(check(MeetingSort::Extraordinary, Some(CalledBy::Members), BodyKind::Council).is_empty());
        assert_eq!(check(MeetingSort::Annual, None, BodyKind::Scrutiny)[0].field, "kind");
        assert!(CalledBy::CHOICES.iter().all(|(word, _)| CalledBy::of_word(word).is_some_and(|c| c.word() == *word)));
        assert!(MeetingSort::CHOICES.iter().all(|(word, _)| MeetingSort::of_word(word).is_some_and(|s| s.word() == *word)));
    }
}
