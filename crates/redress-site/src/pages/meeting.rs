//! A meeting: its items in their order, with what was decided and the papers; who was there.

use axum::extract::{Path, State};
use maud::{Markup, Render as _, html};
use redress::day;
use redress::public::item::Item;
use redress::public::meeting::{Attendance, Meeting};
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Belonging;
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{papers, published, scrolling, summary, summary::Summary, tag};
use crate::site::Site;

/// Its minutes.
mod minutes;
/// What became of it.
mod outcome;
/// The pages of its papers.
pub mod paged;

/// A meeting with its items.
#[derive(Debug, Serialize)]
pub struct MeetingPage {
    /// The meeting.
    pub meeting: Meeting,
    /// Its items in the order of the agenda.
    pub items: Vec<Item>,
    /// What happened under each item, in a few words, in the same order.
    pub outcomes: Vec<String>,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/meetings/{date-body}`
pub async fn show(State(site): State<Site>, format: Format, Path(key): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &key).await?))
}

async fn load(site: &Site, key: &str) -> Result<MeetingPage, Failure> {
    let (publication, Record::Meeting(meeting)) = site.standing(Kind::Meeting, key).await? else {
        return Err(Failure::NotFound);
    };
    let items = super::item::items(site.belonging(Kind::Item, Belonging::Parent(key)).await?);
    let today = site.clock.today();
    let outcomes = items.iter().map(|item| super::item::outcome(item, today)).collect();
    Ok(MeetingPage { meeting, items, outcomes, publication })
}

impl Render for MeetingPage {
    fn head(&self) -> Head {
        Head::new(self.meeting.title(), address(Kind::Meeting, &self.meeting.key), Section::Meetings).under("Meetings", "/meetings")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { (self.meeting.title()) }
            @if self.meeting.date.is_none() {
                p.govuk-body { "The sources of these items do not name the meeting. They are kept together here until one does." }
            }
            (outcome::notice(&self.meeting))
            (facts(&self.meeting))
            h2.govuk-heading-m { "Agenda" }
            @if self.items.is_empty() {
                @if self.meeting.source.is_none() { p.govuk-body { "The agenda of this meeting has not been published." } }
                @else { p.govuk-body { "No item of this meeting is on record. Look at " a.govuk-link href="/changes?kind=meeting" { "what was published last" } "." } }
            } @else {
                ol.redress-entries role="list" { @for (item, outcome) in self.items.iter().zip(&self.outcomes) { (line(item, outcome)) } }
            }
            (minutes::section(&self.meeting, &self.items))
            (paged::section(&self.meeting, &self.items))
            (attendance(&self.meeting.attendance))
            (published::source(self.meeting.source.as_ref(), &[]))
            (published::version(&self.publication))
        }
    }
}

fn facts(meeting: &Meeting) -> Markup {
    let mut rows = Summary::default();
    if let Some(date) = meeting.date {
        rows = rows.row("Day", html! { time datetime=(date.to_string()) { (day::with_weekday(date)) } });
    }
    rows = rows.words("Starts", meeting.start.map(day::clock).as_deref());
    if let Some(body) = &meeting.body {
        rows = rows.row(
            "Body",
            html! {
                @match &meeting.body_slug {
                    Some(slug) => a.govuk-link href=(address(Kind::Body, slug)) { (body) },
                    None => (body),
                }
            },
        );
    }
    let rows = rows
        .words("Sort of meeting", meeting.sort.as_deref())
        .words("Called by", meeting.called_by.as_deref())
        .words("Place", meeting.location.as_deref());
    let said = meeting.status_text.as_deref().unwrap_or(meeting.status.words());
    rows.row("Status", super::meetings::status(meeting.status, said)).render()
}

fn line(item: &Item, outcome: &str) -> Markup {
    html! {
        li.redress-entry {
            h3.redress-entry__title { a.govuk-link href=(address(Kind::Item, &item.key)) { (item.heading()) } }
            @if item.exclusion.is_some() { p.redress-entry__facts { (tag("Public excluded", "grey")) } }
            @if item.off.is_some() { p.redress-entry__facts { (tag("Off the agenda", "grey")) } }
            p.redress-entry__passage { (outcome) }
            @if !item.papers.is_empty() { (papers::list(&item.papers)) }
        }
    }
}

fn attendance(people: &[Attendance]) -> Markup {
    let table = html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--m { "Attendance" }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Name" }
                    th.govuk-table__header scope="col" { "Part" }
                    th.govuk-table__header scope="col" { "Attendance" }
                }
            }
            tbody.govuk-table__body {
                @for person in people {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" {
                            @match &person.member {
                                Some(slug) => a.govuk-link href=(address(Kind::Member, slug)) { (person.name) },
                                None => (person.name),
                            }
                        }
                        td.govuk-table__cell {
                            (person.role.as_deref().unwrap_or("Not recorded"))
                            @if let Some(of) = &person.representing { " (" (of) ")" }
                        }
                        td.govuk-table__cell { (person.attendance.as_deref().unwrap_or("Not recorded")) }
                    }
                }
            }
        }
    };
    html! {
        @if people.is_empty() {
            h2.govuk-heading-m { "Attendance" }
            p.govuk-body { "Who attended is not recorded." }
        } @else { (scrolling("Attendance", table)) }
    }
}

/// `Cabinet, 14 February 2024`, as a link to the meeting of an item.
pub fn of_item(item: &Item) -> Markup {
    html! {
        a.govuk-link href=(address(Kind::Meeting, &item.meeting)) {
            (item.body.as_deref().unwrap_or("Body not recorded"))
            @if let Some(date) = item.date { ", " (summary::day(date)) } @else { ", date not recorded" }
        }
    }
}
