//! The list of meetings.

use axum::extract::State;
use jiff::civil::Time;
use maud::{Markup, html};
use redress::day;
use redress::meeting::MeetingStatus;
use redress::public::{Kind, Record};
use redress_store::register::query::{Entry, Order, Page, Query};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{filter::Filter, pagination, tag};
use crate::site::Site;

/// The meetings that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Meetings {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Line>,
}

/// A meeting as a line of a list.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The meeting.
    #[serde(flatten)]
    pub entry: Entry,
    /// The start.
    pub start: Option<Time>,
    /// The place.
    pub location: Option<String>,
    /// Whether it was called off.
    pub status: MeetingStatus,
}

/// `/meetings`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Meetings, Failure> {
    let mut problems = Vec::new();
    let oldest = asked.get("order") == "oldest";
    let query = Query {
        body: asked.words("body"),
        year: asked.year("year", &mut problems),
        from: asked.date("from", &mut problems),
        to: asked.date("to", &mut problems),
        order: if oldest { Order::Oldest } else { Order::Newest },
        page: asked.page(),
        ..Query::of(Kind::Meeting)
    };
    let filter = Filter::new("/meetings", asked, problems)
        .choice("body", "Body", site.body_choices().await?)
        .years(&site.years(Kind::Meeting).await?)
        .words("from", "From this day on", "For example, 27 March 2025")
        .words("to", "Up to this day", "For example, 27/03/2025")
        .order();
    let found = site.register.list(&query).await?;
    let entries = lines(site, found.entries).await?;
    Ok(Meetings { filter, list: Page { entries, total: found.total, page: found.page, per_page: found.per_page } })
}

/// Lines for entries of meetings.
pub async fn lines(site: &Site, entries: Vec<Entry>) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        if let (_, Record::Meeting(meeting)) = site.standing(Kind::Meeting, &entry.key).await? {
            lines.push(Line { entry, start: meeting.start, location: meeting.location, status: meeting.status });
        }
    }
    Ok(lines)
}

impl Line {
    /// The meeting as a line of a list.
    pub fn show(&self) -> Markup {
        let facts: Vec<String> = self.start.map(day::clock).into_iter().chain(self.location.clone()).collect();
        html! {
            li.redress-entry {
                p.redress-entry__title { a.govuk-link href=(self.entry.address) { (self.entry.title) } }
                @if self.status != MeetingStatus::Confirmed { p.redress-entry__facts { (status(self.status, self.status.words())) } }
                @if !facts.is_empty() { p.redress-entry__facts { (facts.join(", ")) } }
            }
        }
    }
}

/// A status: a tag where it is not as planned.
pub fn status(status: MeetingStatus, words: &str) -> Markup {
    match status {
        MeetingStatus::Confirmed => html! { (words) },
        MeetingStatus::Cancelled | MeetingStatus::Postponed => tag(words, "red"),
        MeetingStatus::Provisional => tag(words, "yellow"),
    }
}

/// Lines of meetings, or what to do where there are none.
pub fn list_of(meetings: &[Line], none: Markup) -> Markup {
    html! {
        @if meetings.is_empty() { p.govuk-body { (none) } }
        @else { ul.redress-entries { @for meeting in meetings { (meeting.show()) } } }
    }
}

impl Render for Meetings {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Meetings", self.filter.address(), Section::Meetings) }
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        let none = html! { "No meeting on record fits. " a.govuk-link href="/meetings" { "See every meeting" } "." };
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Meetings" }
            p.govuk-body {
                "Meetings of the council and its bodies. "
                a.govuk-link href="/calendar.ics" { "Add them to your calendar" } ", or see "
                a.govuk-link href="/bodies" { "the bodies that meet" } "."
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.total > 0 { p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." } }
                    (list_of(&list.entries, none))
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with("/meetings", "page", &n.to_string())))
                }
            }
        }
    }
}
