//! What a rule says of members by number, in their names.

use crate::wrong::Wrong;

/// The same with names for numbers: `Member 3 is not in the room` and `…say how these members voted: 3, 5.`
pub fn with_names(wrong: Wrong, name: &dyn Fn(i64) -> String) -> Wrong {
    let message = match wrong.message.strip_prefix("Member ").and_then(|rest| rest.split_once(' ')) {
        Some((number, rest)) if number.parse::<i64>().is_ok() => format!("{} {rest}", name(number.parse().unwrap_or(0))),
        _ => listed(&wrong.message, name).unwrap_or(wrong.message),
    };
    Wrong { message, ..wrong }
}

fn listed(message: &str, name: &dyn Fn(i64) -> String) -> Option<String> {
    let (before, list) = message.strip_suffix('.')?.rsplit_once(": ")?;
    let numbers: Vec<i64> = list.split(", ").map(|n| n.parse().ok()).collect::<Option<_>>()?;
    before.contains("members").then(|| format!("{before}: {}.", numbers.into_iter().map(name).collect::<Vec<_>>().join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_members_become_names_and_others_stay() {
        let name = |n: i64| format!("Cllr {n}x");
        let said = |message: &str| with_names(Wrong::new("f", message), &name).message;
        assert_eq!(said("Member 12 is not in the room."), "Cllr 12x is not in the room.");
        assert_eq!(
            said("Say how these members voted, or that they did not: 3, 5."),
            "Say how these members voted, or that they did not: Cllr 3x, Cllr 5x."
        );
        assert_eq!(said("3 are in the room, and 4 make a quorum."), "3 are in the room, and 4 make a quorum.");
        assert_eq!(said("Item 7 is decided already."), "Item 7 is decided already.");
    }
}
