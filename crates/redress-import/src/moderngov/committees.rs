//! GetCommittees: bodies, those that no longer meet among them.

use redress::draft::{BodyDraft, Reading};

use crate::answer::{Element, Tree};
use crate::moderngov::counts;

/// Reads the answer.
pub fn read(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["committees"]) else { return };
    reading.bodies.extend(root.all("committee").map(body));
    counts::check(root, "committeescount", reading.bodies.len(), reading);
}

fn body(committee: Element<'_>) -> BodyDraft {
    BodyDraft {
        foreign_id: committee.filled("committeeid"),
        name: committee.filled("committeetitle").unwrap_or_default(),
        category: committee.filled("committeecategory"),
        expired: is_true(committee.take("committeeexpired")),
        deleted: is_true(committee.take("committeedeleted")),
        other: committee.rest(),
        shown: None,
    }
}

/// `True`, as the service writes it.
pub fn is_true(text: Option<String>) -> bool {
    text.is_some_and(|t| t.eq_ignore_ascii_case("true"))
}
