//! A member as the public sees one. There is no field for a home address.

use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::member::Term;

/// A councillor or co-opted member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The word in the address.
    pub slug: String,
    /// The name with its title.
    pub name: String,
    /// The ward.
    pub ward: Option<String>,
    /// The party.
    pub party: Option<String>,
    /// The political group.
    pub group: Option<String>,
    /// Key posts.
    pub posts: Option<String>,
    /// The council's contact address for the member.
    pub email: Option<String>,
    /// Terms of office.
    pub terms: Vec<Term>,
}

impl Member {
    pub(super) fn listing(&self) -> Listing {
        let text = all_words([self.ward.as_deref(), self.party.as_deref(), self.group.as_deref(), self.posts.as_deref()]);
        Listing { title: self.name.clone(), text, ..Listing::default() }
    }
}
