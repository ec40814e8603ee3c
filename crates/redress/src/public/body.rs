//! A body as the public sees it.

use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::body::BodyKind;
use crate::body::shown::Shown;

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
    /// What the council shows of it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

impl Body {
    pub(super) fn listing(&self) -> Listing {
        let shown = self.shown.as_ref();
        let told =
            [self.category.as_deref(), shown.and_then(|s| s.terms_of_reference.as_deref()), shown.and_then(|s| s.contact.as_deref())];
        let seats = shown.map_or(&[][..], |s| &s.seats).iter().map(|seat| Some(seat.name.as_str()));
        let names = all_words(told.into_iter().chain(self.aliases.iter().map(|a| Some(a.as_str()))).chain(seats));
        Listing { title: self.name.clone(), body: Some(self.slug.clone()), text: names, ..Listing::default() }
    }
}
