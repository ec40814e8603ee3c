//! Looking at a restriction again: it stays until another day, or is to be opened.

use redress::access::{Act, Subject};
use redress::restriction::{Restriction, Review, ReviewOutcome};
use redress_store::desk::work::paper::WorkingPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::failure::Failure;

/// Reviewing a restriction.
pub struct ReviewRestriction {
    paper: WorkingPaper,
    subject: Subject,
    restriction: Restriction,
}

impl Deed for ReviewRestriction {
    const PATH: &'static str = "/desk/papers/{paper}/review";
    const TITLE: &'static str = "Review the restriction";
    const ACT: Act = Act::ReviewRestriction;
    const FIELDS: &'static [Field] = &[
        Field::new(
            "outcome",
            "Outcome",
            Ask::One(&[("keep", "The ground still holds"), ("open", "It holds no longer: decide on a release")]),
        ),
        Field::new("next_review_on", "Look at it again by", Ask::Date).only_if("outcome", "keep"),
        Field::new("why", "Why", Ask::Text),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ReviewRestriction, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let restriction = subject.restriction.clone().ok_or(Failure::NotFound)?;
        Ok(ReviewRestriction { paper, subject, restriction })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let outcome = match filled.get("outcome") {
            "keep" => ReviewOutcome::Keep {
                next_review_on: filled
                    .date("next_review_on")
                    .ok_or_else(|| Undone::wrong("next_review_on", "Say by when to look at it again"))?,
            },
            _ => ReviewOutcome::Open,
        };
        let review = Review { on: context.now.date(), by: context.visitor.signed_in.name.clone(), outcome, why: filled.get("why").into() };
        let wrong = review.check(&self.restriction);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let mut restriction = self.restriction.clone();
        restriction.reviews.push(review);
        context.desk.desk.keep_restriction(self.paper.id, &restriction, "review", &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
