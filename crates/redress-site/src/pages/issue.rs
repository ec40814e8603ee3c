//! An issue: the whole journey of a matter, from the first meeting that its texts mention to the last on record.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::issue::{Mention, Stop, route};
use redress::ombudsman::reference::Reference;
use redress::public::issue::Issue;
use redress::public::item::Item;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Belonging;
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer, moved};
use crate::failure::Failure;
use crate::layout::route as drawn;
use crate::layout::{papers, published, summary, summary::Summary, verbatim};
use crate::site::Site;

/// An issue with its route and its items.
#[derive(Debug, Serialize)]
pub struct IssuePage {
    /// The issue.
    pub issue: Issue,
    /// The Ombudsman's cases that its items name.
    pub references: Vec<Reference>,
    /// The route, oldest first.
    pub route: Vec<Stop>,
    /// The items in the order asked for.
    pub items: Vec<Item>,
    /// The items stand oldest first.
    pub oldest_first: bool,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/issues/{number}`
pub async fn show(State(site): State<Site>, format: Format, Path(number): Path<String>, asked: Asked) -> Answer {
    let read: u64 = number.parse().map_err(|_| Failure::NotFound)?;
    if read.to_string() != number {
        return Ok(moved(&format, &address(Kind::Issue, &read.to_string())));
    }
    Ok(answer(&site, &format, &load(&site, read, asked.get("order") == "oldest").await?))
}

async fn load(site: &Site, number: u64, oldest_first: bool) -> Result<IssuePage, Failure> {
    let (publication, Record::Issue(issue)) = site.standing(Kind::Issue, &number.to_string()).await? else {
        return Err(Failure::NotFound);
    };
    let items = super::item::items(site.belonging(Kind::Item, Belonging::Issue(number)).await?);
    Ok(IssuePage::of(issue, items, oldest_first, publication, site.clock.today()))
}

impl IssuePage {
    fn of(issue: Issue, mut items: Vec<Item>, oldest_first: bool, publication: Publication, today: Date) -> IssuePage {
        let mut references: Vec<Reference> = items.iter().flat_map(|i| i.references.iter().copied()).collect();
        references.sort();
        references.dedup();
        let mentions: Vec<Mention> = items.iter().flat_map(|i| i.mentions.iter().cloned()).collect();
        let stops = route(items.iter().map(|item| stop(item, today)).collect(), &mentions);
        if !oldest_first {
            items.reverse();
        }
        IssuePage { issue, references, route: stops, items, oldest_first, publication }
    }

    fn own_address(&self) -> String {
        address(Kind::Issue, &self.issue.number.to_string())
    }
}

/// An item as a stop on a route.
pub fn stop(item: &Item, today: Date) -> Stop {
    Stop { date: item.date, body: item.body.clone(), item: Some(item.key.clone()), outcome: super::item::outcome(item, today) }
}

impl Render for IssuePage {
    fn head(&self) -> Head {
        let order = if self.oldest_first { "?order=oldest" } else { "" };
        Head::new(self.issue.title.clone(), format!("{}{order}", self.own_address()), Section::Issues).under("Issues", "/issues")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { (self.issue.title) }
            (self.facts())
            @if !self.route.is_empty() {
                h2.govuk-heading-m { "The route" }
                (route_with_picture(&self.route))
            }
            h2.govuk-heading-m { "What happened, meeting by meeting" }
            @if self.items.is_empty() { p.govuk-body { "No item of this issue is on record." } }
            @if self.items.len() > 1 { (self.order()) }
            @for item in &self.items { (section(item)) }
            (published::source(self.issue.source.as_ref(), &[]))
            (published::version(&self.publication))
        }
    }
}

impl IssuePage {
    fn facts(&self) -> Markup {
        let mut rows = Summary::default().row("Issue number", html! { (self.issue.number) });
        rows = rows.words("Service", self.issue.service.as_deref());
        if !self.references.is_empty() {
            rows = rows.row("Ombudsman cases named", super::case::links(&self.references));
        }
        let mentioned = self.route.iter().filter(|s| s.item.is_none()).count();
        let rows = rows.row(
            "On record",
            html! {
                (count(self.items.len(), "item", "items"))
                @if mentioned > 0 { ", and " (count(mentioned, "meeting that is only mentioned", "meetings that are only mentioned")) }
            },
        );
        maud::Render::render(&rows)
    }

    fn order(&self) -> Markup {
        html! {
            p.redress-order {
                @if self.oldest_first {
                    "Oldest first. " a.govuk-link href=(self.own_address()) { "Show the newest first" }
                } @else {
                    "Newest first. " a.govuk-link href={ (self.own_address()) "?order=oldest" } { "Show the oldest first" }
                }
            }
        }
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// The picture of a route with the same route as a list.
pub fn route_with_picture(stops: &[Stop]) -> Markup {
    html! {
        div.govuk-grid-row {
            div.govuk-grid-column-one-half {
                (drawn::picture(stops))
                p.redress-route-key { "A box with a whole line: an item is on record. A box with a broken line: a text mentions the meeting, and nothing more is on record." }
            }
            div.govuk-grid-column-one-half { (route_in_words(stops)) }
        }
    }
}

/// The route as an ordered list.
pub fn route_in_words(stops: &[Stop]) -> Markup {
    html! {
        ol.govuk-list.govuk-list--number.govuk-list--spaced {
            @for stop in stops {
                li {
                    @match &stop.item {
                        Some(key) => {
                            a.govuk-link href=(address(Kind::Item, key)) { (drawn::body_words(stop)) ", " (drawn::date_words(stop)) }
                            br; (stop.outcome)
                        },
                        None => { (drawn::body_words(stop)) ", " (drawn::date_words(stop)) br; "Mentioned; no item on record here." },
                    }
                }
            }
        }
    }
}

fn section(item: &Item) -> Markup {
    html! {
        section.redress-item {
            h3.govuk-heading-m {
                @if let Some(date) = item.date { (summary::day(date)) } @else { "Date not recorded" }
                ", " (item.body.as_deref().unwrap_or("body not recorded"))
            }
            p.govuk-body { a.govuk-link href=(address(Kind::Item, &item.key)) { (item.heading()) } }
            (super::item::exclusion(item))
            @if !item.papers.is_empty() {
                h4.govuk-heading-s { "Papers" }
                (papers::list(&item.papers))
            }
            @if let Some(text) = &item.agenda_text {
                h4.govuk-heading-s { "Agenda" }
                (verbatim::field(Some(text)))
            }
            @match &item.decision {
                Some(decision) => { h4.govuk-heading-s { "Decision" } (super::item::decision_texts(decision, 4)) },
                None => { h4.govuk-heading-s { "Decision" } p.redress-said { "No decision on record." } },
            }
            @match &item.minutes {
                Some(minutes) => details.govuk-details {
                    summary.govuk-details__summary { span.govuk-details__summary-text { "Minutes" @if let Some(date) = item.date { " of " (redress::day::long(date)) } } }
                    div.govuk-details__text { (super::item::minute(minutes, 4)) }
                },
                None => p.redress-said { "No minute on record." },
            }
        }
    }
}
