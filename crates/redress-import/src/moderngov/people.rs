//! Words that may name a person in a case: told by line and sign, never repeated.

use redress::draft::{Problem, Reading};
use redress::person_in_case::{Sign, find};

/// Flags a text of the item, or of the decision on a page of its own, with this index. One sign is told once a line.
pub fn flag(text: &str, line: u32, item: usize, reading: &mut Reading) {
    let mut told: [Option<Sign>; 4] = [None; 4];
    for (sign, _) in find(text) {
        if told.contains(&Some(sign)) {
            continue;
        }
        if let Some(free) = told.iter_mut().find(|t| t.is_none()) {
            *free = Some(sign);
        }
        let message = format!("{}; read the line and settle whether it may be published", sign.words());
        let known = reading.problems.iter().any(|p| p.line == line && p.holds_item == Some(item) && p.message == message);
        if !known {
            reading.problems.push(Problem { code: "person_in_case".into(), line, message, holds_item: Some(item) });
        }
    }
}
