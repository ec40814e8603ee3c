//! Questions of members to officers: a question, a briefing, a statement of assurance. Only who chairs scrutiny, or stands in
//! for the chair, asks for assurance: it is the committee that is to be assured.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::access::{Act, might};
use crate::body::{BodyKind, Capacity};
use crate::day::long;
use crate::monitoring_report::draft::{Document, Part};
use crate::reader::{Reader, Role, SignedIn};
use crate::wrong::{Wrong, reasons};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An answer.
    Question,
    /// A briefing before a meeting.
    Briefing,
    /// A statement of assurance.
    Assurance,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Question, Kind::Briefing, Kind::Assurance];

    /// The word in tables, forms and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Question => "question",
            Kind::Briefing => "briefing",
            Kind::Assurance => "assurance",
        }
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Question => "Question",
            Kind::Briefing => "Briefing",
            Kind::Assurance => "Statement of assurance",
        }
    }

    /// The kind of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether somebody with these seats today may ask for it: the sort of each body, and the capacity there.
    pub fn may_be_asked_by(self, seats: &[(BodyKind, Capacity)]) -> Result<(), Wrong> {
        let chairs = |(sort, capacity): &(BodyKind, Capacity)| {
            *sort == BodyKind::Scrutiny && matches!(capacity, Capacity::Chair | Capacity::ViceChair)
        };
        if self != Kind::Assurance || seats.iter().any(chairs) {
            return Ok(());
        }
        Err(Wrong::new(
            "kind",
            "Only the chair or vice-chair of an overview and scrutiny committee asks for a statement of assurance. Ask a question or for a briefing instead.",
        ))
    }

    /// Whether only who holds or covers the post answers it. Anything else democratic services may answer for the post.
    pub fn needs_the_post_itself(self) -> bool {
        self == Kind::Assurance
    }
}

/// Whether a post of this role can be asked: whoever holds it may answer.
pub fn can_be_asked(role: Role) -> bool {
    might(&Reader::SignedIn(SignedIn { roles: [role].into(), ..SignedIn::default() }), Act::AnswerMember).is_ok()
}

/// What is wrong with a question as it was typed: what it is about is named, and something is asked.
pub fn check(kind: Kind, words: &str, about_item: bool, about_paper: bool, cases: usize) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if !reasons(words, 3) {
        wrong.push(Wrong::new("words", "Write what you ask for, in a sentence."));
    }
    if kind == Kind::Assurance && cases == 0 && !about_item {
        wrong.push(Wrong::new("cases", "A statement of assurance is about cases or about an item: name them."));
    } else if !about_item && !about_paper && cases == 0 {
        wrong.push(Wrong::new("item", "Say what it is about: choose an item, or give the reference of a case."));
    }
    wrong
}

/// A request for assurance with its answer, as the agenda has both.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// Who asked, and when.
    pub asked_by: &'a str,
    /// The day.
    pub asked_on: Date,
    /// What was asked.
    pub asked: &'a str,
    /// The references of the cases that it is about.
    pub cases: &'a [String],
    /// The post that was asked.
    pub post: &'a str,
    /// Who answered.
    pub answered_by: &'a str,
    /// The day.
    pub answered_on: Date,
    /// The answer.
    pub answer: &'a str,
    /// The title of the paper that came with it.
    pub paper: Option<&'a str>,
}

/// The paper that puts a request and its answer before the meeting.
pub fn statement(kind: Kind, of: &Answered<'_>) -> Document {
    let about = match of.cases {
        [] => String::new(),
        [one] => format!(" on case {one}"),
        several => format!(" on cases {}", several.join(", ")),
    };
    let mut parts = vec![
        Part::Heading("What was asked".into()),
        Part::Paragraph(format!("{} asked {} on {}:", of.asked_by, of.post, long(of.asked_on))),
        Part::Paragraph(of.asked.into()),
        Part::Heading("The answer".into()),
        Part::Paragraph(format!("{} answered as {} on {}:", of.answered_by, of.post, long(of.answered_on))),
        Part::Paragraph(of.answer.into()),
    ];
    if let Some(paper) = of.paper {
        parts.push(Part::Paragraph(format!("With the answer came a paper, which is before the meeting too: {paper}.")));
    }
    Document { title: format!("{}{about}", kind.words()), parts }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn assurance_is_for_who_chairs_scrutiny() {
        let ask = |kind: Kind, seats: &[(BodyKind, Capacity)]| kind.may_be_asked_by(seats).is_ok();
        assert!(ask(Kind::Assurance, &[(BodyKind::Council, Capacity::Member), (BodyKind::Scrutiny, Capacity::Chair)]));
        assert!(ask(Kind::Assurance, &[(BodyKind::Scrutiny, Capacity::ViceChair)]));
        assert!(!ask(Kind::Assurance, &[(BodyKind::Scrutiny, Capacity::Member), (BodyKind::Executive, Capacity::Chair)]));
        assert!(ask(Kind::Question, &[]) && ask(Kind::Briefing, &[]));
    }

    #[test]
    fn officers_are_asked_and_nobody_else() {
        assert!(can_be_asked(Role::ServiceDirector) && can_be_asked(Role::DemocraticServices));
        for role in [Role::Member, Role::CoOptedMember, Role::Auditor, Role::Administrator] {
            assert!(!can_be_asked(role), "{role:?}");
        }
    }

    #[test]
    fn a_question_is_about_something() {
        let found =
            |kind, words, item, paper, cases| check(kind, words, item, paper, cases).into_iter().map(|w| w.field).collect::<Vec<_>>();
        assert_eq!(found(Kind::Question, "Why so late again?", true, false, 0), Vec::<String>::new());
        assert_eq!(found(Kind::Question, "Why so late again?", false, true, 0), Vec::<String>::new());
        assert_eq!(found(Kind::Question, "...", false, false, 0), ["words", "item"]);
        assert_eq!(found(Kind::Assurance, "Is it put right?", false, true, 0), ["cases"]);
        assert_eq!(found(Kind::Assurance, "Is it put right?", false, false, 2), Vec::<String>::new());
    }

    #[test]
    fn the_statement_has_request_answer_and_days() {
        let cases = ["23 900 001".to_string(), "23 900 002".to_string()];
        let of = Answered {
            asked_by: "Councillor A. Reed",
            asked_on: date(2026, 3, 2),
            asked: "Is it put right?",
            cases: &cases,
            post: "Director of Homes",
            answered_by: "D. Irons",
            answered_on: date(2026, 3, 9),
            answer: "It is.",
            paper: Some("Audit of repairs"),
        };
        let document = statement(Kind::Assurance, &of);
        assert_eq!(document.title, "Statement of assurance on cases 23 900 001, 23 900 002");
        let words: Vec<String> = document.parts.iter().map(|p| format!("{p:?}")).collect();
        for said in ["2 March 2026", "9 March 2026", "Director of Homes", "Is it put right?", "It is.", "Audit of repairs"] {
            assert!(words.iter().any(|w| w.contains(said)), "{said}");
        }
    }
}
