//! A decision: who decided what, when it took effect, its texts, papers, and the item it was made under.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::call_in::Window;
use redress::decision_record::Effect;
use redress::public::action::Action;
use redress::public::decision::{DecidedBy, Decision};
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{decided, papers, published, summary::Summary, verbatim};
use crate::site::Site;

/// A decision.
#[derive(Debug, Serialize)]
pub struct DecisionPage {
    /// The decision.
    pub decision: Decision,
    /// Whether it has effect today, and from when; none where the source does not tell enough.
    pub effect: Option<Effect>,
    /// The same in words.
    pub effect_words: Option<String>,
    /// The time for call-in.
    pub window: Option<Window>,
    /// What it asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// The day for which this is said.
    #[serde(skip)]
    pub as_of: Date,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/decisions/{number}`
pub async fn show(State(site): State<Site>, format: Format, Path(number): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &number).await?))
}

async fn load(site: &Site, number: &str) -> Result<DecisionPage, Failure> {
    match site.standing(Kind::Decision, number).await? {
        (publication, Record::Decision(decision)) => {
            let (calendar, today) = (&site.calendar, site.clock.today());
            let told = decision.told.as_deref();
            let effect = told.zip(decision.record()).and_then(|(told, record)| told.effect(&record, calendar, today));
            let effect_words = told.zip(effect.as_ref()).map(|(told, effect)| told.words(effect, calendar));
            let window = told.and_then(|told| told.window(calendar));
            let actions = match &decision.item {
                Some(item) => super::actions::of_item(site, item).await?,
                None => Vec::new(),
            };
            Ok(DecisionPage { effect, effect_words, window, actions, as_of: today, decision: *decision, publication })
        }
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
            @if let Some(end) = decision.told.as_ref().and_then(|t| t.changed.as_ref()) {
                div.govuk-warning-text {
                    span.govuk-warning-text__icon aria-hidden="true" { "!" }
                    strong.govuk-warning-text__text {
                        span.govuk-visually-hidden { "Important: " }
                        "This decision was " (end.relation.words()) " " a.govuk-link href=(end.address) { (end.other) } "."
                    }
                }
            }
            (facts(self))
            @if decision.purpose.is_some() { h2.govuk-heading-m { "Purpose" } (verbatim::field(decision.purpose.as_deref())) }
            h2.govuk-heading-m { "Decision" }
            @match &decision.decision {
                Some(texts) => (super::item::decision_texts(texts, 3)),
                None => p.redress-said { "The source lists this decision without its text." },
            }
            (notes(decision))
            @if let Some(formal) = decision.decision.as_ref().and_then(|d| d.formal.as_deref()) { (decided::formal(formal)) }
            @if let Some(told) = &decision.told { (decided::told(told, self.window)) }
            (super::actions::section(&self.actions, self.as_of, "What it asked"))
            @if !decision.papers.is_empty() { h2.govuk-heading-m { "Papers" } (papers::plain(&decision.papers)) }
            (other(decision))
            (published::source(decision.source.as_ref(), &[]))
            (published::version(&self.publication))
        }
    }
}

/// Which text governs, where the texts differ.
fn notes(decision: &Decision) -> Markup {
    html! {
        @if let Some(note) = decision.told.as_ref().and_then(|t| t.note.as_ref()) {
            h2.govuk-heading-m { "Texts of this decision differ" }
            div.govuk-inset-text { "Noted on " (redress::day::long(note.on)) ": the text " (note.governs.words()) " governs. " (note.why) }
        }
    }
}

fn facts(page: &DecisionPage) -> Markup {
    let decision = &page.decision;
    let mut rows = Summary::default();
    let by = decision.decision_maker.as_deref().unwrap_or("Not recorded");
    rows = rows.row(
        "Decided by",
        html! {
            @match &decision.body_slug {
                Some(slug) => a.govuk-link href=(address(Kind::Body, slug)) { (by) },
                None => (by),
            }
            @if decision.by != DecidedBy::Body { br; @if decision.by == DecidedBy::Delegate { "Under a delegation" } @else { (decision.by.words()) } }
        },
    );
    rows = rows.words("Status", decision.status.as_deref());
    rows = rows.day("Decided on", decision.decided_on).day("Published on", decision.published_on);
    rows = rows.day("In effect from", decision.effective_from).words("Effect today", page.effect_words.as_deref());
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
