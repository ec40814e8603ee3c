//! A body as the public sees it.

use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::body::BodyKind;

/// A body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The word in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What sort of body, read from the name.
    pub sort: BodyKind,
    /// Other names under which it is on record.
    pub aliases: Vec<String>,
    /// The group that the council lists it under.
    pub category: Option<String>,
    /// It no longer meets.
    pub expired: bool,
}

impl Body {
    pub(super) fn listing(&self) -> Listing {
        let names =
            all_words(std::iter::once(Some(self.category.as_deref().unwrap_or(""))).chain(self.aliases.iter().map(|a| Some(a.as_str()))));
        Listing { title: self.name.clone(), body: Some(self.slug.clone()), text: names, ..Listing::default() }
    }
}
