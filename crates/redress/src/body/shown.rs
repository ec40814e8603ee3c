//! What the public sees of a body that the council keeps itself: its particulars and who sits on it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Alias, BodyKind, Capacity};
use crate::member::Term;

/// Another body, by its address and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherBody {
    /// The word in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownSeat {
    /// The member's address.
    pub member: String,
    /// The member's name.
    pub name: String,
    /// In what capacity.
    pub capacity: Capacity,
    /// The first day.
    pub from: Date,
    /// The last day, which counts.
    pub until: Option<Date>,
}

impl ShownSeat {
    /// Whether it is held on a day.
    pub fn held_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Its time, as a term.
    pub fn term(&self) -> Term {
        Term { from: Some(self.from), to: self.until }
    }
}

/// What is shown of a body besides its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The sort, where the name alone does not tell it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<BodyKind>,
    /// The body that set it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<OtherBody>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_of_reference: Option<String>,
    /// The quorum in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<String>,
    /// The words that delegate functions to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<String>,
    /// Its decisions may be called in.
    #[serde(default)]
    pub call_in: bool,
    /// Whom to ask about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Where its meetings are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webcast: Option<String>,
    /// Its other names with their days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// The day that it was set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<Date>,
    /// Its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
    /// The body whose work it took over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<OtherBody>,
    /// Who sits on it, over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<ShownSeat>,
}
