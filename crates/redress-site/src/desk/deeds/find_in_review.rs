//! Writing down what a review found of a case: done, done late, not done, or that it cannot be shown; with the evidence, and
//! what is done now where something is lacking.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::history::Entry;
use redress::ombudsman::review::{CannotReview, Finding};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::{self, Loaded};
use crate::failure::Failure;

/// Writing down a finding.
pub struct FindInReview {
    loaded: Loaded,
}

impl Deed for FindInReview {
    const PATH: &'static str = "/desk/reviews/{review}/finding";
    const TITLE: &'static str = "Write down what was found";
    const ACT: Act = Act::KeepReview;
    const FIELDS: &'static [Field] = &[
        Field::new("case", "Case", Ask::OneOf),
        Field::new("finding", "The agreed actions", Ask::One(Finding::CHOICES)),
        Field::new("evidence", "Evidence found, or where it was looked for", Ask::Text),
        Field::new("new_action", "What is done now", Ask::Text)
            .hint("Needed where the actions were not done or cannot be shown")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<FindInReview, Failure> {
        Ok(FindInReview { loaded: review::load(context, keys.number("review")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { "No case is listed yet: take one in first." } }
            @else { p.govuk-body { "A later finding of the same case takes the place of the earlier one, which stays on record. Nothing here says that the Ombudsman is satisfied." } }
        }
    }

    fn possible(&self) -> bool {
        self.loaded.kept.review.members().next().is_some()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "case" { listed(&self.loaded, |_| true) } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let first = || without_finding(&self.loaded).into_iter().next().map(|(id, _)| id);
        if field == "case" { first().into_iter().collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let case = chosen(&self.loaded, filled)?;
        let finding = Finding::of_word(filled.get("finding"), filled.get("new_action"))
            .ok_or_else(|| Undone::wrong("finding", "Say what was found: choose one"))?;
        let body = serde_json::json!({ "case": case.slug(), "finding": finding, "evidence": filled.get("evidence") });
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), finding).shown_by(filled.get("evidence"));
        let mut after = self.loaded.kept.review.clone();
        after.find(&case, entry).map_err(|why| match why {
            CannotReview::NoNewAction => Undone::wrong("new_action", "Say what is done now, for it was not done or cannot be shown"),
            other => Undone::wrong("case", other.to_string()),
        })?;
        let words = after.summary().words();
        let told = ("find_in_review", &body);
        if !context.desk.desk.change_review(&self.loaded.kept, &after, &CaseFile::default(), told, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.loaded.address(), serde_json::json!({ "words": words, "summary": after.summary() })))
    }
}

/// The cases under review that have no finding yet, as a form offers them.
pub(super) fn without_finding(loaded: &Loaded) -> Vec<(String, String)> {
    listed(loaded, |member| member.finding().is_none())
}

fn listed(loaded: &Loaded, fits: impl Fn(&redress::ombudsman::review::Reviewed) -> bool) -> Vec<(String, String)> {
    let all = loaded.kept.cases.iter().zip(loaded.kept.review.all());
    all.filter(|(_, m)| m.left_out.is_none() && fits(m)).map(|(id, m)| (id.to_string(), m.case.to_string())).collect()
}

/// The case that was chosen.
pub(super) fn chosen(loaded: &Loaded, filled: &Filled) -> Result<CaseKey, Undone> {
    let id = filled.number("case");
    let mut all = loaded.kept.cases.iter().zip(loaded.kept.review.all());
    let found = all.find(|(case, _)| Some(**case) == id).map(|(_, member)| member.case.clone());
    found.ok_or_else(|| Undone::wrong("case", "Case: choose one"))
}
