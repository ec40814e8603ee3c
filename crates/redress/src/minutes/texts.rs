//! The minutes item by item as they are kept, and the whole made of them: what two items share stands once in it.

use serde::{Deserialize, Serialize};

use super::asked::{Asked, Comment};
use super::built::{Built, Passage, Tells};
use super::told::Facts;
use crate::workspace::Record;

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
                let mut of: Vec<&Passage> =
                    built.passages.iter().filter(|p| p.items.contains(number) && (p.private || hold) == private).collect();
                of.sort_by_key(|p| p.place(number));
                of.into_iter().map(|p| paragraph(p, number)).collect()
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
            at: Vec::new(),
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
