//! The minutes item by item as they are kept, and the whole made of them: what two items share stands once in it.

use serde::{Deserialize, Serialize};

use super::Exchange;
use super::asked::{Asked, Comment};
use super::built::{Built, Passage, Tells, answered, asked};
use super::told::Facts;
use crate::workspace::{Question, Record};

/// Everything that is kept of the minutes of a meeting besides the words of each item and the steps taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// What applies to the whole meeting, paragraph by paragraph.
    #[serde(default)]
    pub opening: Vec<String>,
    /// Who was there, and who sent apologies.
    #[serde(default)]
    pub attendance: Vec<Attended>,
    /// The items as they were built.
    #[serde(default)]
    pub items: Vec<ItemText>,
    /// Changes that the chair or a meeting asked for.
    #[serde(default)]
    pub asked: Vec<Asked>,
    /// What the chair said beside that.
    #[serde(default)]
    pub comments: Vec<Comment>,
    /// How many entries the record of the meeting had when they were built.
    #[serde(default)]
    pub entries: usize,
}

/// One person at the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// The name.
    pub name: String,
    /// The part they had, where it is known: `Presided`.
    pub part: Option<String>,
    /// `Present`, `Apologies`, with the substitute.
    pub attendance: String,
}

/// An item as it was built.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemText {
    /// The item's number at the desk.
    pub item: i64,
    /// The number as displayed.
    pub number: String,
    /// The public words as they were built.
    pub public: String,
    /// The private words as they were built.
    #[serde(default)]
    pub private: Option<String>,
    /// Motions, votes, interests.
    #[serde(default)]
    pub facts: Facts,
    /// Questions that were answered, in the words of the minute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discussion: Vec<Exchange>,
    /// The public words before a meeting corrected them; none where it did not.
    #[serde(default)]
    pub before_correction: Option<String>,
}

impl Texts {
    /// The texts of what was built. `items` are the items of the agenda: number at the desk, number as displayed. `held`
    /// says of an item that nothing of it may be public yet; all of it is private words then.
    pub fn of(built: &Built, record: &Record, items: &[(i64, String)], held: &dyn Fn(i64) -> bool, name: &dyn Fn(i64) -> String) -> Texts {
        let whole = built.passages.iter().filter(|p| p.items.is_empty());
        let of_item = |(id, number): &(i64, String)| {
            let hold = held(*id);
            let words = |private: bool| -> Vec<String> {
                let of = built.passages.iter().filter(|p| p.items.contains(number) && (p.private || hold) == private);
                of.map(|p| paragraph(p, number)).collect()
            };
            let (mut public, private) = (words(false), words(true));
            if hold && !private.is_empty() {
                public = vec![KEPT_BACK.into()];
            }
            ItemText {
                item: *id,
                number: number.clone(),
                public: public.join("\n\n"),
                private: (!private.is_empty()).then(|| private.join("\n\n")),
                facts: if hold { Facts::default() } else { Facts::of(record, number, name) },
                discussion: if hold { Vec::new() } else { pairs(record, number) },
                before_correction: None,
            }
        };
        Texts {
            opening: whole.map(|p| p.text.clone()).collect(),
            attendance: attendance(record, name),
            items: items.iter().map(of_item).filter(|t| !t.public.is_empty()).collect(),
            asked: Vec::new(),
            comments: Vec::new(),
            entries: 0,
        }
    }

    /// The text of an item.
    pub fn item(&self, item: i64) -> Option<&ItemText> {
        self.items.iter().find(|t| t.item == item)
    }
}

impl ItemText {
    /// The pairs that the minute still has in the same words: what somebody edited is told by the minute alone.
    pub fn pairs_in(&self, public_words: &str) -> Vec<Exchange> {
        let stands = |pair: &&Exchange| public_words.contains(&pair.issue) && public_words.contains(&pair.response);
        self.discussion.iter().filter(stands).cloned().collect()
    }
}

/// Questions with their answers. None of an item from which the public were excluded.
fn pairs(record: &Record, item: &str) -> Vec<Exchange> {
    let of_item = |q: &&Question| q.item == item && !q.answers.is_empty() && !record.excluded.contains_key(item);
    record.questions.iter().filter(of_item).map(|q| Exchange { issue: asked(q), response: answered(q) }).collect()
}

/// What stands in public while an embargo covers an item.
pub const KEPT_BACK: &str = "The minute of this item is kept back for now.";

const TOGETHER: &str = " (Minuted together with item ";

fn paragraph(passage: &Passage, number: &str) -> String {
    let others: Vec<&str> = passage.items.iter().map(String::as_str).filter(|i| *i != number).collect();
    match (others.as_slice(), passage.tells) {
        ([], _) => passage.text.clone(),
        (others, _) => format!("{}{TOGETHER}{}.)", passage.text, others.join(" and ")),
    }
}

fn attendance(record: &Record, name: &dyn Fn(i64) -> String) -> Vec<Attended> {
    let present = record.attended.iter().map(|member| Attended {
        name: name(*member),
        part: (record.presiding == Some(*member)).then(|| "Presided".into()),
        attendance: "Present".into(),
    });
    // Who sent apologies and came after all was there.
    let away = record.apologies.iter().filter(|(member, _)| !record.attended.contains(member));
    let apologies = away.map(|(member, substitute)| Attended {
        name: name(*member),
        part: None,
        attendance: substitute.map_or("Apologies".into(), |s| format!("Apologies; {} in place", name(s))),
    });
    present.chain(apologies).collect()
}

/// The whole minutes: the opening, then each item under its number. A paragraph that two items share stands once, where it
/// came first, and says so.
pub fn whole(opening: &[String], items: &[(String, String)]) -> String {
    let mut out: Vec<String> = opening.to_vec();
    let mut shared: Vec<(String, String)> = Vec::new();
    for (number, words) in items {
        out.push(format!("Item {number}"));
        let (mut stands, mut elsewhere) = (0, None);
        for text in words.split("\n\n").map(str::trim).filter(|t| !t.is_empty()) {
            let bare = text.rfind(TOGETHER).and_then(|at| text.get(..at));
            match bare.and_then(|bare| shared.iter().find(|(words, _)| words == bare)) {
                Some((_, first)) => elsewhere = Some(first.clone()),
                None => {
                    shared.extend(bare.map(|bare| (bare.to_string(), number.clone())));
                    out.push(text.into());
                    stands += 1;
                }
            }
        }
        if let Some(first) = elsewhere {
            out.push(if stands == 0 { format!("See item {first}.") } else { format!("See also item {first}.") });
        }
    }
    out.join("\n\n")
}

impl Tells {
    /// What the page of the minutes calls it.
    pub fn words(self) -> &'static str {
        match self {
            Tells::Attendance => "Attendance",
            Tells::Interest => "Interest",
            Tells::Exclusion => "Exclusion of the public",
            Tells::Movement => "Who came and went",
            Tells::Discussion => "Discussion",
            Tells::Question => "Question",
            Tells::Motion => "Motion",
            Tells::Resolution => "Resolution",
            Tells::Reasons => "Reasons",
            Tells::Options => "Options rejected",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Built {
        let passage = |items: &[&str], tells, private, text: &str| Passage {
            items: items.iter().map(|i| (*i).to_string()).collect(),
            tells,
            private,
            text: text.into(),
        };
        Built {
            passages: vec![
                passage(&[], Tells::Attendance, false, "Present: Cllr Reed."),
                passage(&["7", "8"], Tells::Discussion, false, "Both reports were introduced."),
                passage(&["7"], Tells::Resolution, false, "Resolved: (a) noted"),
                passage(&["8"], Tells::Discussion, true, "The price was agreed."),
            ],
        }
    }

    fn texts(held: &dyn Fn(i64) -> bool) -> Texts {
        Texts::of(&built(), &Record::default(), &[(17, "7".into()), (18, "8".into())], held, &|m| m.to_string())
    }

    #[test]
    fn a_shared_passage_is_on_both_items_with_the_other_named_and_once_in_the_whole() {
        let texts = texts(&|_| false);
        assert_eq!(texts.item(17).unwrap().public, "Both reports were introduced. (Minuted together with item 8.)\n\nResolved: (a) noted");
        assert_eq!(texts.item(18).unwrap().public, "Both reports were introduced. (Minuted together with item 7.)");
        assert_eq!(texts.item(18).unwrap().private.as_deref(), Some("The price was agreed."));
        let items: Vec<(String, String)> = texts.items.iter().map(|t| (t.number.clone(), t.public.clone())).collect();
        let whole = whole(&texts.opening, &items);
        assert_eq!(whole.matches("Both reports were introduced.").count(), 1, "{whole}");
        assert!(whole.ends_with("Item 8\n\nSee item 7."), "{whole}");
        assert!(!whole.contains("price"));
    }

    /// Two items with an answered question each, the second heard in private; one question has no answer.
    fn questions() -> Record {
        use crate::resolution::Clause;
        use crate::restriction::Paragraph;
        use crate::workspace::{Event, Log};
        let mut log = Log::default();
        let mut add = |what| log.append(1, "R. Clerk", jiff::civil::date(2021, 7, 1).at(18, 0, 0, 0), what);
        add(Event::Arrived { member: 1 });
        add(Event::Opened);
        for item in ["7", "8"] {
            add(Event::Called { item: item.into() });
            if item == "8" {
                add(Event::Excluded { item: item.into(), paragraphs: [Paragraph::Business].into(), mover: 1, seconder: None });
            }
            let question = add(Event::Asked { item: item.into(), by: "Cllr Reed".into(), words: "By when? ".into() });
            add(Event::Answered { question, by: "The director".into(), words: "By June.".into() });
            add(Event::Asked { item: item.into(), by: "Cllr Reed".into(), words: "Why?".into() });
            add(Event::Resolved { item: item.into(), clauses: vec![Clause { text: "Noted.".into(), ..Clause::default() }] });
        }
        add(Event::Closed);
        Record::of(&log)
    }

    #[test]
    fn a_question_and_its_answer_are_a_pair_as_long_as_the_minute_has_their_words() {
        let record = questions();
        let built = crate::minutes::built::build(&record, crate::workspace::Quorum(1), &|_| "Cllr Reed".into()).unwrap();
        let texts = Texts::of(&built, &record, &[(17, "7".into()), (18, "8".into())], &|id| id == 0, &|m| m.to_string());
        let text = texts.item(17).unwrap();
        let pair = Exchange { issue: "Cllr Reed asked: By when?".into(), response: "The director answered: By June.".into() };
        assert_eq!(text.pairs_in(&text.public), [pair]);
        assert!(text.public.ends_with("Resolved: Noted."), "a clause without a label has none made up: {}", text.public);
        assert_eq!(text.pairs_in("Members asked about time."), []);
        assert!(texts.item(18).is_none_or(|t| t.discussion.is_empty()), "what was asked in private is no public pair");
        let held = Texts::of(&built, &record, &[(17, "7".into())], &|_| true, &|m| m.to_string());
        assert!(held.items.iter().all(|t| t.discussion.is_empty()));
    }

    #[test]
    fn a_copy_that_was_edited_stands_in_both() {
        let items = [
            ("7".to_string(), "Both were introduced. (Minuted together with item 8.)".to_string()),
            ("8".to_string(), "Both were introduced and debated. (Minuted together with item 7.)".to_string()),
        ];
        assert_eq!(whole(&[], &items).matches("introduced").count(), 2);
    }

    #[test]
    fn what_is_held_back_is_all_private_words() {
        let texts = texts(&|item| item == 17);
        let item = texts.item(17).unwrap();
        assert_eq!(item.public, KEPT_BACK);
        assert!(item.private.as_deref().unwrap().contains("Resolved: (a) noted"));
    }
}
