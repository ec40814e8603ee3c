//! What changed between two published agendas, said in the message to members: nobody has to look for it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A paper of an item as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// The hash of its file.
    pub hash: String,
}

/// An item as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number, which stays.
    pub number: String,
    /// Its title; where it is private, the one that tells nothing.
    pub title: String,
    /// Its papers.
    pub papers: Vec<Paper>,
}

/// An agenda as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// The day of the meeting.
    pub meeting: Date,
    /// The place.
    pub place: String,
    /// The items, in order.
    pub items: Vec<Item>,
}

/// What changed, a sentence each.
pub fn changes(before: &Agenda, after: &Agenda) -> Vec<String> {
    let mut out = Vec::new();
    if before.meeting != after.meeting {
        out.push(format!(
            "The meeting moves from {} to {}.",
            crate::day::with_weekday(before.meeting),
            crate::day::with_weekday(after.meeting)
        ));
    }
    if before.place != after.place {
        out.push(format!("The meeting moves from {} to {}.", before.place, after.place));
    }
    for item in &after.items {
        match before.items.iter().find(|b| b.number == item.number) {
            None => out.push(format!("Item {} is new: {}.", item.number, item.title)),
            Some(was) => {
                if was.title != item.title {
                    out.push(format!("Item {} was called {} and is now called {}.", item.number, was.title, item.title));
                }
                papers(was, item, &mut out);
            }
        }
    }
    let gone = before.items.iter().filter(|b| !after.items.iter().any(|a| a.number == b.number));
    out.extend(gone.map(|b| format!("Item {} is withdrawn: {}.", b.number, b.title)));
    out
}

fn papers(was: &Item, now: &Item, out: &mut Vec<String>) {
    let known = |all: &[Paper], title: &str| all.iter().find(|p| p.title == title).map(|p| p.hash.clone());
    for paper in &now.papers {
        match known(&was.papers, &paper.title) {
            None => out.push(format!("Item {} has a new paper: {}.", now.number, paper.title)),
            Some(hash) if hash != paper.hash => out.push(format!("Item {} has a new version of a paper: {}.", now.number, paper.title)),
            Some(_) => {}
        }
    }
    let gone = was.papers.iter().filter(|p| known(&now.papers, &p.title).is_none());
    out.extend(gone.map(|p| format!("Item {} no longer has a paper: {}.", now.number, p.title)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn agenda() -> Agenda {
        let paper = |title: &str| Paper { title: title.into(), hash: format!("{title} 1") };
        let item = |number: &str, title: &str| Item {
            number: number.into(),
            title: title.into(),
            papers: vec![paper("Report"), paper("Appendix A")],
        };
        Agenda { meeting: date(2026, 4, 14), place: "Town Hall".into(), items: vec![item("1", "Apologies"), item("2", "Budget")] }
    }

    #[test]
    fn each_change_is_a_sentence() {
        assert_eq!(changes(&agenda(), &agenda()), [""; 0]);
        let mut after = agenda();
        after.meeting = date(2026, 4, 15);
        after.items[1].title = "The budget".into();
        after.items[1].papers[1].hash = "2".into();
        after.items[1].papers.remove(0);
        after.items.push(Item { number: "2a".into(), title: "Land".into(), papers: vec![] });
        after.items.remove(0);
        assert_eq!(
            changes(&agenda(), &after),
            [
                "The meeting moves from Tuesday 14 April 2026 to Wednesday 15 April 2026.",
                "Item 2 was called Budget and is now called The budget.",
                "Item 2 has a new version of a paper: Appendix A.",
                "Item 2 no longer has a paper: Report.",
                "Item 2a is new: Land.",
                "Item 1 is withdrawn: Apologies.",
            ]
        );
    }
}
