//! A recommendation of scrutiny as the public sees it, with every answer that was given to it.

use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::scrutiny::Recommendation;

/// A recommendation of scrutiny.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScrutinyRecommendation {
    /// The committee's address.
    pub body_slug: String,
    /// The key of the item at which it was made.
    pub item: String,
    /// Words, days and answers.
    pub recommendation: Recommendation,
}

impl ScrutinyRecommendation {
    /// `2026-04-09-homes-scrutiny-committee-1`: day, committee and number.
    pub fn key(&self) -> String {
        let r = &self.recommendation;
        format!("{}-{}-{}", r.made, self.body_slug, r.number)
    }

    /// `Recommendation 1 of Homes Scrutiny Committee, 9 April 2026`
    pub fn title(&self) -> String {
        self.recommendation.title()
    }

    pub(super) fn listing(&self) -> Listing {
        let r = &self.recommendation;
        let answers = r.responses().iter().flat_map(|response| {
            let work = response.answer.work().map(|(action, ..)| action);
            [Some(response.answer.words()), work, response.answer.reasons(), response.evidence.as_deref()]
        });
        Listing {
            title: self.title(),
            on: Some(r.made),
            body: Some(self.body_slug.clone()),
            parent: Some(self.item.clone()),
            position: r.number,
            text: all_words([Some(r.text.as_str()), Some(r.to.as_str())].into_iter().chain(answers)),
            ..Listing::default()
        }
    }
}
