//! Closing a review: when as many cases are listed as the decision speaks of, and each has a finding.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::history::Entry;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::{self, Loaded};
use crate::failure::Failure;

/// Closing a review.
pub struct CloseReview {
    loaded: Loaded,
}

impl Deed for CloseReview {
    const PATH: &'static str = "/desk/reviews/{review}/close";
    const TITLE: &'static str = "Close the review";
    const ACT: Act = Act::CloseCase;
    const FIELDS: &'static [Field] = &[Field::new("why", "What it comes to", Ask::Text).hint("A sentence for the report to the board")];

    async fn load(context: &Context, keys: &Keys) -> Result<CloseReview, Failure> {
        Ok(CloseReview { loaded: review::load(context, keys.number("review")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! { @if let Err(why) = self.loaded.kept.review.may_close() { div.govuk-inset-text { "It cannot be closed yet: " (why) "." } } }
    }

    fn possible(&self) -> bool {
        self.loaded.kept.review.may_close().is_ok()
    }

    fn impossible(&self) -> String {
        self.loaded.kept.review.may_close().err().map_or_else(String::new, |why| format!("It cannot be closed yet: {why}"))
    }

    async fn consequences(&self, _: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        self.loaded.kept.review.may_close().map_err(|why| Undone::wrong("why", why.to_string()))?;
        Ok(Some(html! {
            p.govuk-body { "Findings: " (self.loaded.kept.review.summary().words()) "." }
            p.govuk-body { "No case is taken in and no finding is changed after this. What is done now goes on in each case. It says nothing of what the Ombudsman thinks." }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut after = self.loaded.kept.review.clone();
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), filled.get("why").to_string());
        after.close(entry).map_err(|why| Undone::wrong("why", format!("It cannot be closed yet: {why}")))?;
        let body = serde_json::json!({ "why": filled.get("why"), "summary": after.summary() });
        let told = ("close_review", &body);
        if !context.desk.desk.change_review(&self.loaded.kept, &after, &CaseFile::default(), told, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.loaded.address()))
    }
}
