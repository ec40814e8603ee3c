//! An item of an agenda: what was before the meeting, what was decided, what was minuted, and where each was read.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::ombudsman::reference::Reference;
use redress::public::action::Action;
use redress::public::item::Item;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{papers, published, summary::Summary, verbatim};
use crate::site::Site;

/// As published, and as minuted.
mod decided;
/// Motions, votes and interests, and how far the minute is.
mod facts;
/// What was said, moved and voted.
mod minuted;

pub use decided::decision as decision_texts;
pub use facts::{facts as facts_of_minute, stage as stage_of_minutes};
pub use minuted::minute;

/// An item.
#[derive(Debug, Serialize)]
pub struct ItemPage {
    /// The item.
    pub item: Item,
    /// What its decision asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// The cases that it names and that the Ombudsman has closed, with the day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closed_by_ombudsman: Vec<(Reference, Date)>,
    /// The day for which this is said.
    #[serde(skip)]
    pub as_of: Date,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/meetings/{date-body}/items/{number}`
pub async fn show(State(site): State<Site>, format: Format, Path((meeting, item)): Path<(String, String)>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &format!("{meeting}/{item}")).await?))
}

async fn load(site: &Site, key: &str) -> Result<ItemPage, Failure> {
    match site.standing(Kind::Item, key).await? {
        (publication, Record::Item(item)) => {
            let actions = super::actions::of_item(site, &item.key).await?;
            let closed_by_ombudsman = closed(site, &item.references).await?;
            Ok(ItemPage { item: *item, actions, closed_by_ombudsman, as_of: site.clock.today(), publication })
        }
        _ => Err(Failure::NotFound),
    }
}

/// Those of the cases of which the public record says that the Ombudsman closed them.
async fn closed(site: &Site, references: &[Reference]) -> Result<Vec<(Reference, Date)>, Failure> {
    let mut found = Vec::new();
    for reference in references {
        // A case that was never published, or was withdrawn, says nothing.
        let (_, Record::Case(case)) = (match site.standing(Kind::Case, &reference.slug()).await {
            Ok(standing) => standing,
            Err(Failure::NotFound | Failure::Gone(_)) => continue,
            Err(other) => return Err(other),
        }) else {
            continue;
        };
        found.extend(case.file.and_then(|file| file.closed_by_ombudsman_on).map(|on| (*reference, on)));
    }
    Ok(found)
}

/// What happened in a few words of the record; that it is still to come, for an item of a coming meeting.
pub fn outcome(item: &Item, today: Date) -> String {
    if to_come(item, today) { "On the agenda of a coming meeting".into() } else { item.outcome() }
}

/// On a day, nothing is on record of what came of it and its meeting is not past.
fn to_come(item: &Item, today: Date) -> bool {
    item.date.is_some_and(|on| on >= today) && item.off.is_none() && item.decision.is_none() && item.minutes.is_none()
}

/// The items among records.
pub fn items(records: Vec<Record>) -> Vec<Item> {
    let item = |record| match record {
        Record::Item(item) => Some(*item),
        _ => None,
    };
    records.into_iter().filter_map(item).collect()
}

impl Render for ItemPage {
    fn head(&self) -> Head {
        let item = &self.item;
        let meeting = match (&item.body, item.date) {
            (Some(body), Some(date)) => format!("{body}, {}", redress::day::long(date)),
            _ => "Meeting not recorded".into(),
        };
        Head::new(item.heading(), address(Kind::Item, &item.key), Section::Meetings)
            .under("Meetings", "/meetings")
            .under(meeting, address(Kind::Meeting, &item.meeting))
    }

    fn body(&self) -> Markup {
        let item = &self.item;
        html! {
            h1.govuk-heading-l { (item.heading()) }
            @for (reference, on) in &self.closed_by_ombudsman {
                div.govuk-inset-text {
                    strong { "Closed by the Ombudsman" } " on " (redress::day::long(*on)) ": case "
                    a.govuk-link.redress-nowrap href=(address(Kind::Case, &reference.slug())) { (reference) }
                    ". The council’s own way goes on."
                }
            }
            (facts(item))
            @if let Some(off) = &item.off { div.govuk-inset-text { (off.words()) @if let Some(to) = &off.to { " " a.govuk-link href=(address(Kind::Meeting, to)) { "The later meeting" } } } }
            (notes(item))
            (exclusion(item, self.as_of))
            @if !item.papers.is_empty() {
                h2.govuk-heading-m { "Papers" }
                (papers::list(&item.papers))
            }
            @if item.agenda_text.is_some() {
                h2.govuk-heading-m { "Agenda" }
                (verbatim::field(item.agenda_text.as_deref()))
            }
            h2.govuk-heading-m { "Decision" }
            @match &item.decision {
                Some(decision) => (decision_texts(decision, 3)),
                None => p.redress-said { "No decision on record." },
            }
            (super::actions::section(&self.actions, self.as_of, "What it asked"))
            h2.govuk-heading-m { "Minutes" }
            @match &item.minutes {
                Some(minutes) => (minute(minutes, 3)),
                None => p.redress-said { "No minute on record." },
            }
            (mentions(item))
            (published::source(item.source.as_ref(), &item.provenance))
            (published::version(&self.publication))
        }
    }
}

fn facts(item: &Item) -> Markup {
    let mut rows = Summary::default().row("Meeting", super::meeting::of_item(item));
    rows = match &item.number {
        Some(number) => rows.row("Number on the agenda", html! { (number) }),
        None => rows.row("Number on the agenda", html! { "Not recorded" }),
    };
    if let Some(issue) = &item.issue {
        rows = rows.row("Issue", html! { a.govuk-link href=(address(Kind::Issue, &issue.number.to_string())) { (issue.title) } });
    }
    rows = rows.words("Service", item.service.as_deref());
    if !item.references.is_empty() {
        rows = rows.row("Ombudsman cases named", super::case::links(&item.references));
    }
    if let Some(number) = item.decision_number {
        rows = rows.row("Decision", html! { a.govuk-link href=(address(Kind::Decision, &number.to_string())) { "Decision " (number) } });
    }
    maud::Render::render(&rows)
}

fn notes(item: &Item) -> Markup {
    html! {
        @if !item.notes.is_empty() {
            div.govuk-inset-text {
                p.govuk-body { "When this item was brought over from its source, this was noted:" }
                ul.govuk-list.govuk-list--bullet { @for note in &item.notes { li { (note) } } }
            }
        }
    }
}

/// Why the public was excluded, or is to be.
pub fn exclusion(item: &Item, today: Date) -> Markup {
    html! {
        @if let Some(exclusion) = &item.exclusion {
            div.govuk-warning-text {
                span.govuk-warning-text__icon aria-hidden="true" { "!" }
                strong.govuk-warning-text__text {
                    span.govuk-visually-hidden { "Important: " }
                    "The public " @if to_come(item, today) { "is to be" } @else { "was" } " excluded from this item. "
                    @match &exclusion.ground {
                        Some(ground) => { "The ground cited: " (ground) "." },
                        None => "No ground is recorded.",
                    }
                }
            }
            (verbatim::record(&exclusion.text))
        }
    }
}

fn mentions(item: &Item) -> Markup {
    html! {
        @if !item.mentions.is_empty() {
            h2.govuk-heading-m { "Other meetings this item speaks of" }
            p.govuk-body { "Read from the words of this item. A meeting named here may have no item on record." }
            dl.govuk-summary-list {
                @for mention in &item.mentions {
                    div.govuk-summary-list__row {
                        dt.govuk-summary-list__key {
                            (mention.body.as_deref().unwrap_or("Body not named")) ", " (crate::layout::summary::day(mention.date))
                        }
                        dd.govuk-summary-list__value { "“" (mention.quote) "”" }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
