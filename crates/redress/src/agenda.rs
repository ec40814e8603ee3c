//! An item on an agenda: the number as displayed, and its address.

use crate::slug::slug;

/// What changed between two published agendas.
pub mod change;
/// An item that comes after the agenda.
pub mod late;
/// An item that came off the agenda.
pub mod off;
/// Items in order, with their numbers.
pub mod order;
/// What stands on every agenda of a body.
pub mod standing;
/// Page references that stay when supplements come.
pub mod supplement;
/// An agenda that waits for the Ombudsman to publish.
pub mod waits;

/// The number without the full stop that pages print after it: `17.` is `17`, `48/20` and `4a` stay.
pub fn shown_number(text: &str) -> Option<&str> {
    let number = text.trim().trim_end_matches('.').trim_end();
    let fits = number.len() <= 12 && number.chars().any(|c| c.is_ascii_digit());
    (fits && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-'))).then_some(number)
}

/// The first whole number that no item of an agenda has yet, after the highest.
pub fn next_number(taken: &[String]) -> String {
    let digits = |number: &String| number.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok();
    let next = taken.iter().filter_map(digits).max().unwrap_or(0).saturating_add(1);
    next.to_string()
}

/// The last part of an item's address: its number, or its title where it has none.
pub fn item_slug(number: Option<&str>, title: &str) -> String {
    match number {
        Some(n) => slug(n),
        None => slug(&title.chars().take(60).collect::<String>()),
    }
}

/// The address of an item below its meeting: `2024-02-14-cabinet/128`.
pub fn item_key(meeting_key: &str, item_slug: &str) -> String {
    format!("{meeting_key}/{item_slug}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_number_is_free() {
        let taken = |numbers: &[&str]| next_number(&numbers.iter().map(|n| (*n).to_string()).collect::<Vec<_>>());
        assert_eq!((taken(&[]), taken(&["1", "7a", "3"]), taken(&["48/20"])), ("1".into(), "8".into(), "49".into()));
    }

    #[test]
    fn numbers_are_kept_as_displayed() {
        assert_eq!(shown_number("17."), Some("17"));
        assert_eq!(shown_number("48/20"), Some("48/20"));
        assert_eq!(shown_number("4a"), Some("4a"));
        assert_eq!(shown_number("Item"), None);
        assert_eq!(item_slug(Some("48/20"), ""), "48-20");
    }
}
