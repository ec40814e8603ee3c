//! An issue: the whole journey of a matter, from the first meeting that its texts mention to the last on record. An issue that was
//! merged leads to the other; one that was split shows its parts.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::issue::{Mention, Stop, route};
use redress::ombudsman::reference::Reference;
use redress::public::action::Action;
use redress::public::issue::Issue;
use redress::public::item::Item;
use redress::public::publication::Publication;
use redress::public::scrutiny_recommendation::ScrutinyRecommendation;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Belonging;
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer, moved};
use crate::failure::Failure;
use crate::layout::route as drawn;
use crate::layout::{journey, papers, published, scrutiny, summary, summary::Summary, verbatim};
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
    /// What scrutiny recommended at its items, with the answers.
    pub recommendations: Vec<ScrutinyRecommendation>,
    /// What its decisions asked.
    pub actions: Vec<Action>,
    /// The day for which the answers are told.
    pub as_of: Date,
    /// The publication that stands.
    pub publication: Publication,
    #[serde(skip)]
    calendar: std::sync::Arc<redress::calendar::Calendar>,
}

/// `/issues/{number}`
pub async fn show(State(site): State<Site>, format: Format, Path(number): Path<String>, asked: Asked) -> Answer {
    let read: u64 = number.parse().map_err(|_| Failure::NotFound)?;
    if read.to_string() != number {
        return Ok(moved(&format, &address(Kind::Issue, &read.to_string())));
    }
    match load(&site, read, asked.get("order") == "oldest").await {
        Ok(page) => Ok(answer(&site, &format, &page)),
        Err(Failure::Gone(gone)) => match goes_on_in(&site, read).await? {
            Some(key) => Ok(leads_on(&format, &key)),
            None => Err(Failure::Gone(gone)),
        },
        Err(other) => Err(other),
    }
}

/// The issue into which a withdrawn one was merged, over however many others.
async fn goes_on_in(site: &Site, number: u64) -> Result<Option<String>, Failure> {
    let (mut at, mut seen) = (number.to_string(), Vec::new());
    // An issue that stands is in no such list, so the way ends with the first that is in none.
    while let Some((Kind::Issue, key)) = site.register.foreign("merged_issue", &at).await? {
        if seen.contains(&key) {
            return Ok(None);
        }
        seen.push(key.clone());
        at = key;
    }
    Ok((at != number.to_string()).then_some(at))
}

/// Moved for good: what was merged stays merged.
fn leads_on(format: &Format, key: &str) -> Response {
    let to = address(Kind::Issue, key);
    let to = if *format == Format::Json { super::twin(&to) } else { to };
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, to)]).into_response()
}

async fn load(site: &Site, number: u64, oldest_first: bool) -> Result<IssuePage, Failure> {
    let (publication, Record::Issue(issue)) = site.standing(Kind::Issue, &number.to_string()).await? else {
        return Err(Failure::NotFound);
    };
    let items = super::item::items(site.belonging(Kind::Item, Belonging::Issue(number)).await?);
    let mut recommendations = Vec::new();
    for item in &items {
        let made = site.belonging(Kind::ScrutinyRecommendation, Belonging::Parent(&item.key)).await?;
        recommendations.extend(made.into_iter().filter_map(|record| match record {
            Record::ScrutinyRecommendation(public) => Some(*public),
            _ => None,
        }));
    }
    let mut actions = Vec::new();
    for item in &items {
        actions.extend(super::actions::of_item(site, &item.key).await?);
    }
    let page = IssuePage::of(issue, items, oldest_first, publication, site.clock.today());
    Ok(IssuePage { recommendations, actions, calendar: site.calendar.clone(), ..page })
}

impl IssuePage {
    fn of(issue: Issue, mut items: Vec<Item>, oldest_first: bool, publication: Publication, today: Date) -> IssuePage {
        let mut references: Vec<Reference> = items.iter().flat_map(|i| i.references.iter().copied()).collect();
        references.sort();
        references.dedup();
        let own = issue.journey.iter().flat_map(|j| j.mentions.iter().cloned());
        let mentions: Vec<Mention> = items.iter().flat_map(|i| i.mentions.iter().cloned()).chain(own).collect();
        let stops = route(items.iter().map(|item| stop(item, today)).collect(), &mentions);
        if !oldest_first {
            items.reverse();
        }
        IssuePage {
            issue,
            references,
            route: stops,
            items,
            oldest_first,
            recommendations: Vec::new(),
            actions: Vec::new(),
            as_of: today,
            publication,
            calendar: std::sync::Arc::new(redress::calendar::Calendar::england().clone()),
        }
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
            @if let Some(journey) = &self.issue.journey { (journey::parts(journey)) (journey::came_from(journey)) }
            (self.facts())
            @if !self.route.is_empty() {
                h2.govuk-heading-m { "The route" }
                (route_with_picture(&self.route))
            }
            h2.govuk-heading-m { "What happened, meeting by meeting" }
            @if self.items.is_empty() { p.govuk-body { "No item of this issue is on record." } }
            @if self.items.len() > 1 { (self.order()) }
            @for item in &self.items { (self.section(item)) }
            (self.waits())
            (super::actions::section(&self.actions, self.as_of, "What its decisions asked"))
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

impl IssuePage {
    fn section(&self, item: &Item) -> Markup {
        let said =
            self.issue.journey.iter().flat_map(|j| &j.said).filter(|s| Some(s.on) == item.date && Some(&s.body) == item.body.as_ref());
        let made: Vec<&ScrutinyRecommendation> = self.recommendations.iter().filter(|r| r.item == item.key).collect();
        section(
            item,
            self.as_of,
            html! {
                @for said in said { h4.govuk-heading-s { "What the body said of it" } (verbatim::paragraphs(&said.said)) }
                @if let Some(own) = &self.issue.journey { (journey::at_item(own, &item.key)) }
                @if !made.is_empty() {
                    h4.govuk-heading-s { "Recommendations of scrutiny" }
                    ul.redress-entries {
                        @for r in made { (scrutiny::entry(&r.recommendation, &address(Kind::ScrutinyRecommendation, &r.key()), self.as_of, &self.calendar)) }
                    }
                }
            },
        )
    }

    /// Referrals whose other end is not on record.
    fn waits(&self) -> Markup {
        let waiting: Vec<_> = self.issue.journey.iter().flat_map(|j| &j.referrals).filter(|r| r.received.is_none()).collect();
        html! {
            @if !waiting.is_empty() {
                h2.govuk-heading-m { "What waits" }
                ul.govuk-list.govuk-list--bullet {
                    @for r in waiting { li { (r.to) ", since " (summary::day(r.on)) ": " (r.asked) } }
                }
            }
        }
    }
}

fn section(item: &Item, today: Date, besides: Markup) -> Markup {
    html! {
        section.redress-item {
            h3.govuk-heading-m {
                @if let Some(date) = item.date { (summary::day(date)) } @else { "Date not recorded" }
                ", " (item.body.as_deref().unwrap_or("body not recorded"))
            }
            p.govuk-body { a.govuk-link href=(address(Kind::Item, &item.key)) { (item.heading()) } }
            (super::item::exclusion(item, today))
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
            (besides)
        }
    }
}
