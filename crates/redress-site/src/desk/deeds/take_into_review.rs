//! Taking cases into a review, by reference or placeholder. A case without a file gets one that no year's figures count.

use redress::access::Act;

use super::commission_review::opened_by_review;
use super::register::keys;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::{self, Loaded};
use crate::failure::Failure;

/// Taking cases in.
pub struct TakeIntoReview {
    loaded: Loaded,
}

impl Deed for TakeIntoReview {
    const PATH: &'static str = "/desk/reviews/{review}/take-in";
    const TITLE: &'static str = "Take cases into the review";
    const ACT: Act = Act::KeepReview;
    const FIELDS: &'static [Field] = &[
        Field::new("references", "References", Ask::Text)
            .hint("One a line, such as 23 900 002; a placeholder such as PREV-9 while it is not known. A placeholder that is listed gets its reference on the page of its case"),
        Field::new("predecessor", "Authority before this one", Ask::Line)
            .hint("For cases that have no file yet, where the complaints were made against a council that this one replaced")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<TakeIntoReview, Failure> {
        Ok(TakeIntoReview { loaded: review::load(context, keys.number("review")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let keys = keys(filled.get("references")).map_err(|w| Undone::wrong("references", w.message))?;
        if keys.is_empty() {
            return Err(Undone::wrong("references", "Give at least one reference, such as 23 900 002"));
        }
        let mut after = self.loaded.kept.review.clone();
        for key in &keys {
            after.take_in(key.clone()).map_err(|why| Undone::wrong("references", why.to_string()))?;
        }
        let body = serde_json::json!({ "cases": keys.iter().map(|k| k.slug()).collect::<Vec<_>>() });
        let told = ("take_into_review", &body);
        let new = opened_by_review(filled);
        if !context.desk.desk.change_review(&self.loaded.kept, &after, &new, told, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.loaded.address(), body))
    }
}
