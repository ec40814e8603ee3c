//! A body that meets: full council, executive, scrutiny, regulatory committee, board, panel.

/// In what capacity somebody sits on it.
mod capacity;
/// What the council has settled of it.
pub mod particulars;
/// How its quorum is found.
mod quorum_rule;
/// Whether a seat can be given.
pub mod seating;
/// What the public sees of it.
pub mod shown;

pub use capacity::Capacity;
pub use particulars::{Alias, Particulars};
pub use quorum_rule::QuorumRule;
use serde::{Deserialize, Serialize};

use crate::slug::slug;

/// What sort of body it is, as far as its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// The full council.
    Council,
    /// Cabinet or executive.
    Executive,
    /// One member of the executive deciding alone.
    ExecutiveMember,
    /// Overview and scrutiny.
    Scrutiny,
    /// Planning, licensing, audit, standards and the like.
    Regulatory,
    /// A board, often with partners.
    Board,
    /// A panel, sub-committee, working party or group.
    Panel,
}

impl BodyKind {
    /// Every sort.
    pub const ALL: [BodyKind; 7] = [
        BodyKind::Council,
        BodyKind::Executive,
        BodyKind::ExecutiveMember,
        BodyKind::Scrutiny,
        BodyKind::Regulatory,
        BodyKind::Board,
        BodyKind::Panel,
    ];

    /// The word in tables, forms and JSON.
    pub fn word(self) -> &'static str {
        match self {
            BodyKind::Council => "council",
            BodyKind::Executive => "executive",
            BodyKind::ExecutiveMember => "executive_member",
            BodyKind::Scrutiny => "scrutiny",
            BodyKind::Regulatory => "regulatory",
            BodyKind::Board => "board",
            BodyKind::Panel => "panel",
        }
    }

    /// The sort of a word, if it is one.
    pub fn of_word(word: &str) -> Option<BodyKind> {
        BodyKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Reads the kind from a body's name; a committee that says nothing else is regulatory.
    pub fn of(name: &str) -> BodyKind {
        let lower = name.to_lowercase();
        let has = |word: &str| lower.contains(word);
        if has("scrutiny") || has("select committee") {
            BodyKind::Scrutiny
        } else if has("cabinet member") || has("executive member") || has("portfolio holder") {
            BodyKind::ExecutiveMember
        } else if has("panel") || has("sub-committee") || has("sub committee") || has("working") || has("forum") || has("group") {
            BodyKind::Panel
        } else if has("cabinet") || has("executive") {
            BodyKind::Executive
        } else if has("board") {
            BodyKind::Board
        } else if has("council") && !has("committee") {
            BodyKind::Council
        } else {
            BodyKind::Regulatory
        }
    }

    /// Plain words for a page and a filter.
    pub fn words(self) -> &'static str {
        match self {
            BodyKind::Council => "full council",
            BodyKind::Executive => "executive",
            BodyKind::ExecutiveMember => "executive member",
            BodyKind::Scrutiny => "overview and scrutiny",
            BodyKind::Regulatory => "regulatory or other committee",
            BodyKind::Board => "board",
            BodyKind::Panel => "panel or sub-committee",
        }
    }
}

/// The word in a body's address.
pub fn body_slug(name: &str) -> String {
    slug(name)
}

/// Whether two names may mean one body: one is the other with or without `Committee`, `Overview and`, or brackets.
///
/// A *maybe*, to be asked of a person; never a reason to merge.
pub fn may_be_one_body(a: &str, b: &str) -> bool {
    let (x, y) = (bare(a), bare(b));
    a != b && !x.is_empty() && x == y
}

fn bare(name: &str) -> Vec<String> {
    let outside = name.split('(').next().unwrap_or(name);
    outside
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|w| !matches!(w.as_str(), "" | "committee" | "overview" | "and" | "the" | "of" | "city" | "borough" | "county"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_names() {
        for (name, kind) in [
            ("Council", BodyKind::Council),
            ("Cabinet", BodyKind::Executive),
            ("Executive Committee", BodyKind::Executive),
            ("Business Support Overview and Scrutiny Committee", BodyKind::Scrutiny),
            ("Health and Wellbeing Board", BodyKind::Board),
            ("Audit Committee", BodyKind::Regulatory),
            ("Cabinet Member for Housing", BodyKind::ExecutiveMember),
            ("Licensing Sub-Committee", BodyKind::Panel),
        ] {
            assert_eq!(BodyKind::of(name), kind, "{name}");
        }
    }

    #[test]
    fn names_that_may_be_one_body_are_only_a_question() {
        assert!(may_be_one_body("Executive", "Executive Committee"));
        assert!(may_be_one_body("People Scrutiny Committee", "People Overview and Scrutiny Committee"));
        assert!(!may_be_one_body("Cabinet", "Council"));
        assert!(!may_be_one_body("Cabinet", "Cabinet"));
    }
}
