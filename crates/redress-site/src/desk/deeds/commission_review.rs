//! Writing down that a review of earlier cases was commissioned: by which office holders, when, and of how many cases.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::counting::plus;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::review::Commission;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::reports;
use crate::failure::Failure;

/// Commissioning a review.
pub struct CommissionReview {
    items: Vec<(String, String)>,
}

/// Items of meetings held longer ago than this are not offered as the decision.
const OFFERED_DAYS: i32 = 366;

const PLACEHOLDERS: &[(&str, &str)] =
    &[("yes", "Open a placeholder for each case: PREV-1, PREV-2 and so on"), ("no", "I will give the references myself")];

impl Deed for CommissionReview {
    const PATH: &'static str = "/desk/reviews/commission";
    const TITLE: &'static str = "Write down that a review was commissioned";
    const ACT: Act = Act::KeepReview;
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Title", Ask::Line).hint("Such as: Eight earlier cases of the predecessor council"),
        Field::new("declared", "How many earlier cases the decision speaks of", Ask::Number),
        Field::new("commissioned_by", "Office holders who commissioned it", Ask::Text)
            .hint("One a line: the portfolio holder, the executive director"),
        Field::new("on", "Commissioned on", Ask::Date),
        Field::new("item", "Item that decided it", Ask::OneOf).optional(),
        Field::new("placeholders", "Are the references known?", Ask::One(PLACEHOLDERS)),
        Field::new("predecessor", "Authority before this one", Ask::Line)
            .hint("Where the complaints were made against a council that this one replaced")
            .optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<CommissionReview, Failure> {
        let today = context.now.date();
        let from = plus(today, -OFFERED_DAYS).unwrap_or(today);
        Ok(CommissionReview { items: reports::offered(context, from).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Case)).back("/desk/reviews")
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "The number is what the decision says. The review can be closed only when as many cases are listed and each has a finding." } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.items.clone() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let commission = Commission::read(
            filled.get("title"),
            filled.number("declared"),
            filled.get("commissioned_by"),
            filled.date("on"),
            context.now.date(),
        )
        .map_err(|wrong| Undone::fields(Self::FIELDS, wrong))?;
        let new = (filled.get("placeholders") == "yes").then(|| opened_by_review(filled));
        let desk = &context.desk.desk;
        let id = desk.commission_review(&commission, filled.number("item"), new.as_ref(), &context.act()).await?;
        let kept = desk.review(id).await?.ok_or(Failure::NotFound)?;
        let keys: Vec<String> = kept.review.members().map(|m| m.case.to_string()).collect();
        let made = serde_json::json!({ "review": id, "cases": kept.cases, "keys": keys });
        Ok(Done::made(format!("/desk/reviews/{id}"), made))
    }
}

/// What the file of a case begins with that a review opened.
pub(super) fn opened_by_review(filled: &Filled) -> CaseFile {
    CaseFile { from_review: true, predecessor: filled.words("predecessor"), ..CaseFile::default() }
}
