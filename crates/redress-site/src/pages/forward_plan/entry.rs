//! An entry of the forward plan: what regulation 9 asks it to say, the notices with their reasons, and every version.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::forward_plan::{Decider, Published, Way};
use redress::public::forward_plan::{PlanEntry, Said};
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Line, last_day};
use crate::failure::Failure;
use crate::layout::summary::{Summary, day};
use crate::layout::{published, tag};
use crate::pages::{Answer, Format, Head, Render, Section, answer};
use crate::site::Site;

/// An entry with its versions and notices.
#[derive(Debug, Serialize)]
pub struct EntryPage {
    /// The entry.
    #[serde(flatten)]
    pub line: Line,
    /// Everything that was published of it.
    pub record: PlanEntry,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/forward-plan/entries/{reference}`
pub async fn show(State(site): State<Site>, format: Format, Path(key): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &key).await?))
}

async fn load(site: &Site, key: &str) -> Result<EntryPage, Failure> {
    let (publication, Record::ForwardPlan(entry)) = site.standing(Kind::ForwardPlan, key).await? else { return Err(Failure::NotFound) };
    let line = Line::of(site, (*entry).clone()).ok_or(Failure::NotFound)?;
    Ok(EntryPage { line, record: *entry, publication })
}

impl Render for EntryPage {
    fn head(&self) -> Head {
        Head::new(self.line.said.title.clone(), self.line.address(), Section::ForwardPlan).under("Forward plan", "/forward-plan")
    }

    fn body(&self) -> Markup {
        let (said, record) = (&self.line.said, &self.record);
        html! {
            span.govuk-caption-l { "Forward plan " (record.reference) }
            h1.govuk-heading-l { (said.title) }
            @if let Some(out) = record.taken_out() {
                div.govuk-inset-text { (tag("Taken out of the plan", "grey")) " on " (day(out.on)) ": " (out.why) }
            }
            (facts(said))
            @if let Some(item) = &record.item { p.govuk-body { a.govuk-link href=(address(Kind::Item, item)) { "The agenda item that considers it" } } }
            (self.notice())
            (exceptions(record))
            h2.govuk-heading-m { "Versions of this entry" }
            ol.redress-entries { @for version in record.history.versions().iter().rev() { (one(version)) } }
            (published::version(&self.publication))
        }
    }
}

impl EntryPage {
    fn notice(&self) -> Markup {
        let (said, record) = (&self.line.said, &self.record);
        html! {
            h2.govuk-heading-m { "Notice" }
            @if let Some(first) = self.line.first_published { p.govuk-body { "First published on " (day(first)) "." } }
            @match (&said.key, &self.line.way) {
                (Some(_), Some(way @ Way::InTime { .. })) => p.govuk-body {
                    @if let Some(by) = last_day(way) { "At least 28 clear days before the decision: the last day was " (by) " (" (way.section()) ")." }
                },
                (Some(_), Some(Way::GeneralException { .. } | Way::SpecialUrgency { .. })) => p.govuk-body { "Less than 28 clear days: see the reasons below." },
                (Some(_), _) => p.govuk-body { "As things stand the decision cannot be made on its day: its notice is too short (regulation 9)." },
                (None, _) => p.govuk-body { "This is not a key decision, so regulation 9 asks for no notice of it." },
            }
            @if said.private.is_some() {
                p.govuk-body {
                    "Regulation 5 asks for two notices of a private meeting. "
                    @match record.first_private_notice { Some(on) => { "The first was published on " (day(on)) ". " }, None => "The first is not published yet. " }
                    @match record.second_private_notice { Some(on) => { "The second was published on " (day(on)) "." }, None => "The second is not published yet." }
                }
            }
        }
    }
}

/// What an entry says.
pub fn facts(s: &Said) -> Summary {
    let list = |all: &[String]| html! { ul.govuk-list { @for one in all { li { (one) } } } };
    let mut rows = Summary::default()
        .row("What is to be decided", html! { (s.matter) })
        .row("Key decision", html! { @match &s.key { Some(why) => { "Yes. " (why) }, None => "No" } })
        .row("Who decides", html! { (s.decider.words()) });
    if let Decider::Body { members, .. } = &s.decider {
        rows = rows.row("Its members", list(members));
    }
    rows = rows
        .row("When", html! { (s.when.words()) })
        .row("In private", html! { @match &s.private { Some(why) => { "Yes. " (why) }, None => "No" } })
        .words("Member responsible", Some(&s.member))
        .words("Officer to ask", Some(&s.officer));
    if !s.consultees.is_empty() {
        rows = rows.row("Consulted", list(&s.consultees));
    }
    rows = rows.words("How they are consulted", Some(&s.how_consulted));
    rows = rows.row("Documents that go to the decision maker", list(&s.documents));
    rows = rows.words("Copies from", Some(&s.copies_from)).words("Documents submitted later", Some(&s.later_documents));
    rows = rows.words("Scrutiny committee", Some(&s.scrutiny));
    if !s.wards.is_empty() {
        rows = rows.row("Wards", list(&s.wards));
    }
    rows.words("Service", s.service.as_deref())
}

/// The general exception and special urgency, with their reasons.
pub fn exceptions(record: &PlanEntry) -> Markup {
    html! {
        @if let Some(exception) = &record.exception {
            h2.govuk-heading-m { "General exception" }
            p.govuk-body { "The notice was too late for 28 clear days: SI 2012/2089, regulation 10." }
            (Summary::default()
                .words("Told in writing", Some(&exception.told.join("; ")))
                .day("Notice made available", Some(exception.available))
                .words("Why 28 clear days were impracticable", Some(&exception.reason)))
        }
        @if let Some(urgency) = &record.urgency {
            h2.govuk-heading-m { "Special urgency" }
            p.govuk-body { "It was agreed that the decision is urgent and cannot reasonably be deferred: SI 2012/2089, regulation 11." }
            (Summary::default()
                .words("Agreed by", Some(&format!("{}, {}", urgency.agreement.name, urgency.agreement.capacity.words())))
                .day("Agreed on", Some(urgency.agreement.on))
                .words("Why it is urgent", Some(&urgency.agreement.reason))
                .words("Why the one before could not act", urgency.agreement.former_could_not.as_deref())
                .words("Why five clear days were impracticable", Some(&urgency.reason)))
        }
    }
}

fn one(version: &Published<Said>) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title { (day(version.on)) }
            p.redress-entry__facts {
                @match &version.entry {
                    Some(said) => { (said.title) ", " (said.decider.words()) ", " (said.when.words()) ". " },
                    None => "Taken out of the plan. ",
                }
                @if version.why.is_empty() { "First published." } @else { (version.why) }
            }
        }
    }
}
