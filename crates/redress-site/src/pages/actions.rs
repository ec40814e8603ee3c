//! Actions of decisions: the list by body and how each stands, and all of them as CSV.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::action::Status;
use redress::action::pack::Course;
use redress::public::action::Action;
use redress::public::{Kind, Record, address};
use redress_store::register::query::{Order, Page};
use serde::Serialize;

use super::asked::Asked;
use super::decisions::guarded;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::action_pack::{self, Choice};
use crate::layout::{action, filter::Filter, pagination};
use crate::site::Site;

const OWN: &str = "/actions";
const PER_PAGE: u32 = 25;
const LATE: (&str, &str) = ("late", "Late by the original date");

/// The actions that a filter leaves.
#[derive(Serialize)]
pub struct Actions {
    /// What was asked.
    pub filter: Filter,
    /// The day for which all this is said.
    pub as_of: Date,
    /// One page of the list.
    #[serde(flatten)]
    pub list: Page<Listed>,
}

/// An action as it stands on the day.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// Its address.
    pub address: String,
    /// The action.
    #[serde(flatten)]
    pub action: Action,
    /// How it stands.
    pub status: Status,
    /// Days past the original date.
    pub days_late: Option<i32>,
}

/// Every published one, the newest first.
pub async fn all(site: &Site) -> Result<Vec<Action>, Failure> {
    let mut found = Vec::new();
    for entry in site.all(Kind::Action, Order::Newest).await? {
        if let (_, Record::Action(public)) = site.standing(Kind::Action, &entry.key).await? {
            found.push(*public);
        }
    }
    Ok(found)
}

/// `/actions`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    let today = site.clock.today();
    let mut left = all(&site).await?;
    let mut bodies: Vec<(String, String)> = left.iter().map(|a| (a.body_slug.clone(), a.body.clone())).collect();
    bodies.sort_by(|a, b| a.1.cmp(&b.1));
    bodies.dedup();
    let mut problems = Vec::new();
    let mut states = vec![LATE];
    states.extend(Status::CHOICES);
    let known = |word: &str| states.iter().any(|(w, _)| *w == word).then(|| word.to_string());
    let state = asked.read("status", &mut problems, "Status must be one of those in the list", known);
    let body = asked.words("body");
    let choice = Choice::read(&asked, &mut problems, today);
    let as_of = choice.as_of(today);
    let courses: Vec<Course> = left.iter().map(Course::from).collect();
    let quarters = action_pack::quarters(courses.iter(), today);
    let report_to = action_pack::bodies(left.iter().map(|a| &a.reports_to));
    let filter = Filter::new(OWN, &asked, problems).choice("body", "Body", bodies).choice(
        "status",
        "Status",
        states.iter().map(|(w, words)| ((*w).into(), (*words).into())).collect(),
    );
    let filter = action_pack::fields(filter, &quarters, &report_to);
    left.retain(|a| choice.fits(&Course::from(a), &a.reports_to));
    if as_of < today {
        left = left.iter().map(|a| a.as_of(as_of)).collect();
    }
    left.retain(|a| {
        let stands = match state.as_deref() {
            None => true,
            Some("late") => a.days_late(as_of).is_some(),
            Some(word) => a.status(as_of).word() == word,
        };
        stands && body.as_ref().is_none_or(|slug| *slug == a.body_slug)
    });
    let total = left.len() as u64;
    let from = (asked.page().saturating_sub(1) as usize).saturating_mul(PER_PAGE as usize);
    let listed = |action: Action| Listed {
        address: address(Kind::Action, &action.key),
        status: action.status(as_of),
        days_late: action.days_late(as_of),
        action,
    };
    let entries = left.into_iter().skip(from).take(PER_PAGE as usize).map(listed).collect();
    let list = Page { entries, total, page: asked.page(), per_page: PER_PAGE };
    Ok(answer(&site, &format, &Actions { filter, as_of, list }))
}

/// `/actions.csv`: every published action, one a line.
pub async fn csv(State(site): State<Site>) -> Answer {
    let today = site.clock.today();
    let failed = |error: csv::Error| Failure::Store(error.to_string().into());
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record([
        "reference",
        "body",
        "decided",
        "origin",
        "action",
        "owner",
        "original_date",
        "date_now",
        "expected",
        "status",
        "days_late",
        "closed_on",
        "evidence_or_decision",
    ])
    .map_err(failed)?;
    let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
    for a in all(&site).await? {
        rows.write_record([
            a.key.clone(),
            guarded(&a.body),
            a.decided.to_string(),
            guarded(&a.origin),
            guarded(&a.words),
            guarded(&a.owner),
            day(a.original),
            day(a.due()),
            day(a.expected),
            a.status(today).word().into(),
            a.days_late(today).map(|n| n.to_string()).unwrap_or_default(),
            day(a.closed.map(|c| c.on)),
            guarded(a.closed_words.as_deref().unwrap_or_default()),
        ])
        .map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Failure::Store(error.to_string().into()))?;
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8")], bytes).into_response())
}

/// The published actions of an item.
pub async fn of_item(site: &Site, item: &str) -> Result<Vec<Action>, Failure> {
    let found = site.belonging(Kind::Action, redress_store::register::query::Belonging::Parent(item)).await?;
    let action = |record| match record {
        Record::Action(action) => Some(*action),
        _ => None,
    };
    Ok(found.into_iter().filter_map(action).collect())
}

/// The part of another page; nothing without any.
pub fn section(actions: &[Action], today: Date, heading: &str) -> Markup {
    html! {
        @if !actions.is_empty() {
            h2.govuk-heading-m { (heading) }
            ul.redress-entries { @for a in actions { (action::public_entry(a, &address(Kind::Action, &a.key), today)) } }
        }
    }
}

impl Render for Actions {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("What decisions asked", self.filter.address(), Section::Decisions) }
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "What decisions asked" }
            p.govuk-body {
                "Every action that was published: what a decision asks, the post that does it, by when, and how it stands. An action is late from the day after the date that the decision gave. "
                a.govuk-link href="/actions.csv" { "All of them as CSV" } "."
            }
            p.govuk-body { a.govuk-link href="/actions/quarter" { "What is late: the quarterly pack" } }
            @if self.filter.asked().has("quarter") { p.govuk-body { strong { "As they stood on " (redress::day::long(self.as_of)) "." } } }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.entries.is_empty() {
                        p.govuk-body { "No published action fits. " a.govuk-link href=(OWN) { "See all" } "." }
                    } @else {
                        p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." }
                        ul.redress-entries { @for listed in &list.entries { (action::public_entry(&listed.action, &listed.address, self.as_of)) } }
                    }
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with(OWN, "page", &n.to_string())))
                }
            }
        }
    }
}
