//! Leaving a case out of a review that does not belong there: a placeholder whose case is on record under its reference, say.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::history::Entry;

use super::find_in_review::{chosen, without_finding};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::{self, Loaded};
use crate::failure::Failure;

/// Leaving a case out.
pub struct LeaveOutOfReview {
    loaded: Loaded,
}

impl Deed for LeaveOutOfReview {
    const PATH: &'static str = "/desk/reviews/{review}/leave-out";
    const TITLE: &'static str = "Leave a case out of the review";
    const ACT: Act = Act::KeepReview;
    const FIELDS: &'static [Field] = &[Field::new("case", "Case", Ask::OneOf), Field::new("why", "Why it does not belong here", Ask::Text)];

    async fn load(context: &Context, keys: &Keys) -> Result<LeaveOutOfReview, Failure> {
        Ok(LeaveOutOfReview { loaded: review::load(context, keys.number("review")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "Its file stays on record. It is counted here no more, and can be taken in again. A case with a finding stays." }
            @if !self.possible() { p.govuk-body { "There is no case without a finding." } }
        }
    }

    fn possible(&self) -> bool {
        !without_finding(&self.loaded).is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "case" { without_finding(&self.loaded) } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let case = chosen(&self.loaded, filled)?;
        let mut after = self.loaded.kept.review.clone();
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), filled.get("why").to_string());
        after.leave_out(&case, entry).map_err(|why| Undone::wrong("case", why.to_string()))?;
        let body = serde_json::json!({ "case": case.slug(), "why": filled.get("why") });
        let told = ("leave_out_of_review", &body);
        if !context.desk.desk.change_review(&self.loaded.kept, &after, &CaseFile::default(), told, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.loaded.address()))
    }
}
