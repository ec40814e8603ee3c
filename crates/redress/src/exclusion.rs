//! Why the public was excluded from an item: the ground that the source cites, and its words.

use serde::{Deserialize, Serialize};

/// An exclusion as the source states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// The provision or paragraph cited: `regulation 4(2)(a)`, `paragraph 3 of Schedule 12A`.
    pub ground: Option<String>,
    /// The words, verbatim.
    pub text: String,
}
