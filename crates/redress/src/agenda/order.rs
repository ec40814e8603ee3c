//! Items in order, with the numbers that the agenda displays. Once it is published a number stays with its item.

use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// Where an item stands by its nature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Apologies, interests, minutes: before all else.
    Opening,
    /// Business in public.
    Public,
    /// The motion to exclude the public.
    Exclusion,
    /// Business in private.
    Private,
}

impl Place {
    /// Every place, in the order of an agenda.
    pub const ALL: [Place; 4] = [Place::Opening, Place::Public, Place::Exclusion, Place::Private];

    /// The places as a form offers them.
    pub const CHOICES: &'static [(&'static str, &'static str)] = &[
        ("opening", "Opening: before all other business"),
        ("public", "Business in public"),
        ("exclusion", "The motion to exclude the public"),
        ("private", "Business in private"),
    ];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Place::Opening => "opening",
            Place::Public => "public",
            Place::Exclusion => "exclusion",
            Place::Private => "private",
        }
    }

    /// The place of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Place> {
        Place::ALL.into_iter().find(|p| p.word() == word)
    }

    /// What a page calls that part of the agenda.
    pub fn words(self) -> &'static str {
        match self {
            Place::Opening => "Opening",
            Place::Public => "Business in public",
            Place::Exclusion => "Exclusion of the public",
            Place::Private => "Business in private",
        }
    }
}

/// An item in an agenda that is being made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What it is known by while its number may change; 0 for one that is not on the agenda yet.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub place: Place,
    /// The number, once published; it stays.
    pub number: Option<String>,
}

/// How a body numbers its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "numbering", rename_all = "snake_case")]
pub enum Numbering {
    /// 1, 2, 3 in each agenda.
    EachAgenda,
    /// On from the last minute of the year: 48/20, 49/20.
    ThroughTheYear {
        /// The first number that is free.
        next: u32,
        /// What stands behind the stroke; none for bare numbers.
        year: Option<String>,
    },
}

impl Numbering {
    fn nth(&self, at: u32) -> String {
        match self {
            Numbering::EachAgenda => (at + 1).to_string(),
            Numbering::ThroughTheYear { next, year: None } => next.saturating_add(at).to_string(),
            Numbering::ThroughTheYear { next, year: Some(year) } => format!("{}/{year}", next.saturating_add(at)),
        }
    }
}

/// Puts the items of an agenda that is not published in order, and numbers them. Items of one place keep their order.
pub fn arrange(items: &mut [Planned], numbering: &Numbering) {
    items.sort_by_key(|i| i.place);
    for (at, item) in (0u32..).zip(items.iter_mut()) {
        item.number = Some(numbering.nth(at));
    }
}

/// Moves an item to a place among those of its own part, 1 for the first; what is beyond the last is the last.
pub fn put(items: &mut Vec<Planned>, id: i64, to: usize) -> Result<(), Wrong> {
    let Some(at) = items.iter().position(|i| i.id == id) else {
        return Err(Wrong::new("item", "This item is not on the agenda any more. Look at the agenda again."));
    };
    let item = items.remove(at);
    items.sort_by_key(|i| i.place);
    let first = items.iter().position(|i| i.place >= item.place).unwrap_or(items.len());
    let own = items.iter().filter(|i| i.place == item.place).count();
    items.insert(first + to.saturating_sub(1).min(own), item);
    Ok(())
}

/// Whether the numbers are those that this numbering gives, so that nobody typed another.
pub fn numbered_by(items: &[Planned], numbering: &Numbering) -> bool {
    (0u32..).zip(items).all(|(at, item)| item.number.as_deref() == Some(&numbering.nth(at)))
}

/// The number of an item that joins an agenda whose numbers were typed: the one after the greatest.
pub fn after_the_greatest(items: &[Planned]) -> String {
    let digits = |n: &str| n.chars().take_while(char::is_ascii_digit).collect::<String>();
    let greatest = items.iter().filter_map(|i| i.number.as_deref().map(digits)?.parse::<u32>().ok()).max();
    greatest.unwrap_or(0).saturating_add(1).to_string()
}

/// Puts an item into a published agenda after another. It gets that one's number with a letter; no number changes.
pub fn insert(items: &mut Vec<Planned>, after: &str, item: Planned) -> Result<String, Wrong> {
    let Some(at) = items.iter().position(|i| i.number.as_deref() == Some(after)) else {
        return Err(Wrong::new("after", format!("No item has the number {after}. Choose the item that it follows.")));
    };
    let place = items[at].place;
    let next = items.get(at + 1).map(|i| i.place);
    if item.place < place || next.is_some_and(|next| item.place > next) {
        return Err(Wrong::new("after", "This would put private business among public business. Choose an item of its own part."));
    }
    let stem = after.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let taken = |number: &str| items.iter().any(|i| i.number.as_deref() == Some(number));
    let Some(number) = ('a'..='z').map(|letter| with_letter(stem, letter)).find(|n| !taken(n)) else {
        return Err(Wrong::new("after", format!("Item {stem} has letters to z already. Choose another item.")));
    };
    // After the earlier inserts, so that letters run in order.
    let belongs = |i: &Planned| i.number.as_deref().is_some_and(|n| ('a'..='z').any(|l| n == with_letter(stem, l)));
    let end = items.iter().enumerate().skip(at + 1).take_while(|(_, i)| belongs(i)).last().map_or(at, |(e, _)| e);
    items.insert(end + 1, Planned { number: Some(number.clone()), ..item });
    Ok(number)
}

/// `7` and `a` make `7a`; `48/20` and `a` make `48a/20`.
fn with_letter(stem: &str, letter: char) -> String {
    match stem.split_once('/') {
        Some((number, year)) => format!("{}{letter}/{year}", number.trim_end_matches(|c: char| c.is_ascii_lowercase())),
        None => format!("{stem}{letter}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(title: &str, place: Place) -> Planned {
        Planned { id: 0, title: title.into(), place, number: None }
    }

    fn agenda() -> Vec<Planned> {
        let mut items = vec![
            item("Land", Place::Private),
            item("Report of the Ombudsman", Place::Public),
            item("Apologies", Place::Opening),
            item("Budget", Place::Public),
            item("Exclusion of the public", Place::Exclusion),
        ];
        arrange(&mut items, &Numbering::EachAgenda);
        items
    }

    fn shown(items: &[Planned]) -> Vec<String> {
        items.iter().map(|i| format!("{} {}", i.number.as_deref().unwrap_or("-"), i.title)).collect()
    }

    #[test]
    fn public_business_comes_before_private() {
        assert_eq!(shown(&agenda()), ["1 Apologies", "2 Report of the Ombudsman", "3 Budget", "4 Exclusion of the public", "5 Land"]);
        let mut yearly = vec![item("A", Place::Public), item("B", Place::Public)];
        arrange(&mut yearly, &Numbering::ThroughTheYear { next: 48, year: Some("20".into()) });
        assert_eq!(shown(&yearly), ["48/20 A", "49/20 B"]);
        assert_eq!(insert(&mut yearly, "48/20", item("C", Place::Public)).unwrap(), "48a/20");
    }

    #[test]
    fn inserts_take_letters_and_stay_in_their_part() {
        let mut items = agenda();
        assert_eq!(insert(&mut items, "2", item("Late", Place::Public)).unwrap(), "2a");
        assert_eq!(insert(&mut items, "2", item("Later", Place::Public)).unwrap(), "2b");
        assert_eq!(insert(&mut items, "2a", item("Last", Place::Public)).unwrap(), "2c");
        assert_eq!(shown(&items)[1..5], ["2 Report of the Ombudsman", "2a Late", "2b Later", "2c Last"]);
        assert_eq!(insert(&mut items, "2", item("Secret", Place::Private)).unwrap_err().field, "after");
        assert_eq!(insert(&mut items, "5", item("Open", Place::Public)).unwrap_err().field, "after");
        assert_eq!(insert(&mut items, "9", item("x", Place::Public)).unwrap_err().field, "after");
    }

    #[test]
    fn an_item_moves_among_those_of_its_part() {
        let mut items = agenda();
        for (at, item) in (1..).zip(items.iter_mut()) {
            item.id = at;
        }
        let order = |items: &[Planned]| items.iter().map(|i| i.id).collect::<Vec<_>>();
        put(&mut items, 3, 1).unwrap();
        assert_eq!(order(&items), [1, 3, 2, 4, 5]);
        put(&mut items, 3, 99).unwrap();
        assert_eq!(order(&items), [1, 2, 3, 4, 5], "it stays in its part");
        put(&mut items, 5, 1).unwrap();
        assert_eq!(order(&items), [1, 2, 3, 4, 5]);
        assert_eq!(put(&mut items, 9, 1).unwrap_err().field, "item");
    }

    #[test]
    fn typed_numbers_are_known_from_given_ones() {
        let mut items = agenda();
        assert!(numbered_by(&items, &Numbering::EachAgenda));
        items[2].number = Some("59".into());
        assert!(!numbered_by(&items, &Numbering::EachAgenda));
        assert_eq!(after_the_greatest(&items), "60");
        items[2].number = Some("61/20".into());
        assert_eq!(after_the_greatest(&items), "62");
        assert_eq!(after_the_greatest(&[]), "1");
    }

    proptest! {
        #[test]
        fn no_insert_changes_a_number_or_gives_one_twice(after in prop::collection::vec(0usize..40, 0..30)) {
            let mut items = agenda();
            for (n, at) in after.into_iter().enumerate() {
                let at = at % items.len();
                let (number, place) = (items[at].number.clone().unwrap(), items[at].place);
                let before = shown(&items);
                if insert(&mut items, &number, item(&format!("New {n}"), place)).is_ok() {
                    let now = shown(&items);
                    prop_assert!(before.iter().all(|b| now.contains(b)));
                    prop_assert_eq!(now.len(), before.len() + 1);
                }
                let mut numbers: Vec<_> = items.iter().map(|i| i.number.clone()).collect();
                numbers.sort();
                numbers.dedup();
                prop_assert_eq!(numbers.len(), items.len());
            }
        }
    }
}
