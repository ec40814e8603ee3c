//! A decision: who decided what, when it took effect, its texts, papers, and the item it was made under.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::public::decision::{DecidedBy, Decision};
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{papers, published, summary::Summary, verbatim};
use crate::site::Site;

/// A decision.
#[derive(Debug, Serialize)]
pub struct DecisionPage {
    /// The decision.
    pub decision: Decision,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/decisions/{number}`
pub async fn show(State(site): State<Site>, format: Format, Path(number): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &number).await?))
}

async fn load(site: &Site, number: &str) -> Result<DecisionPage, Failure> {
    match site.standing(Kind::Decision, number).await? {
        (publication, Record::Decision(decision)) => Ok(DecisionPage { decision: *decision, publication }),
        _ => Err(Failure::NotFound),
    }
}

impl Render for DecisionPage {
    fn head(&self) -> Head {
        let own = address(Kind::Decision, &self.decision.number.to_string());
        Head::new(format!("Decision: {}", self.decision.title), own, Section::Decisions).under("Decisions", "/decisions")
    }

    fn body(&self) -> Markup {
        let decision = &self.decision;
        html! {
            span.govuk-caption-l { "Decision " (decision.number) }
            h1.govuk-heading-l { (decision.title) }
            (facts(decision))
            @if decision.purpose.is_some() { h2.govuk-heading-m { "Purpose" } (verbatim::field(decision.purpose.as_deref())) }
            h2.govuk-heading-m { "Decision" }
            @match &decision.decision {
                Some(texts) => (super::item::decision_texts(texts, 3)),
                None => p.redress-said { "The source lists this decision without its text." },
            }
            @if !decision.papers.is_empty() { h2.govuk-heading-m { "Papers" } (papers::plain(&decision.papers)) }
            (other(decision))
            (published::source(decision.source.as_ref(), &[]))
            (published::version(&self.publication))
        }
    }
}

fn facts(decision: &Decision) -> Markup {
    let mut rows = Summary::default();
    let by = decision.decision_maker.as_deref().unwrap_or("Not recorded");
    rows = rows.row(
        "Decided by",
        html! {
            @match &decision.body_slug {
                Some(slug) => a.govuk-link href=(address(Kind::Body, slug)) { (by) },
                None => (by),
            }
            @if decision.by == DecidedBy::Delegate { br; "Under a delegation" }
        },
    );
    rows = rows.words("Status", decision.status.as_deref());
    rows = rows.day("Decided on", decision.decided_on).day("Published on", decision.published_on);
    rows = rows.day("In effect from", decision.effective_from);
    rows = rows.words("Key decision", decision.key.as_deref()).words("Subject to call-in", decision.call_in.as_deref());
    if let Some(item) = &decision.item {
        rows = rows.row("Made under", html! { a.govuk-link href=(address(Kind::Item, item)) { "The item of the meeting" } });
    }
    if let Some(issue) = decision.issue {
        rows = rows.row("Issue", html! { a.govuk-link href=(address(Kind::Issue, &issue.to_string())) { "Issue " (issue) } });
    }
    if !decision.references.is_empty() {
        rows = rows.row("Ombudsman cases named", super::case::links(&decision.references));
    }
    maud::Render::render(&rows)
}

fn other(decision: &Decision) -> Markup {
    html! {
        @if !decision.other.is_empty() {
            h2.govuk-heading-m { "Also on record" }
            dl.govuk-summary-list {
                @for (name, value) in &decision.other {
                    div.govuk-summary-list__row {
                        dt.govuk-summary-list__key { (name) }
                        dd.govuk-summary-list__value { (verbatim::paragraphs(value)) }
                    }
                }
            }
        }
    }
}
