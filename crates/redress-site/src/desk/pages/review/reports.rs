//! The report of a review: its text and table, ready to be copied, and the meetings that get it with the last lawful day.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::day::with_weekday;
use redress::ombudsman::review::{COLUMNS, Report};
use redress::publishing::{AgendaNotice, agenda_notice};
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::pages::{item, meeting};
use crate::desk::proposal::kind_of;
use crate::failure::Failure;
use crate::layout::scrolling;

/// A meeting that gets the report.
#[derive(Debug, Serialize)]
pub struct Reported {
    /// The item.
    pub item: i64,
    /// Its number and title.
    pub title: String,
    /// The body.
    pub body: String,
    /// The day of the meeting.
    pub on: String,
    /// The last lawful day for the agenda.
    pub agenda: Option<AgendaNotice>,
}

/// The last lawful day to publish the agenda of a meeting.
pub fn agenda(context: &Context, meeting: &PlannedMeeting) -> Option<AgendaNotice> {
    let held: Date = meeting.on_date.parse().ok()?;
    agenda_notice(held, kind_of(&meeting.body), &context.readings(), &context.desk.site.calendar).ok().flatten()
}

/// The items that get the report, the first meeting first.
pub async fn of(context: &Context, review: i64) -> Result<Vec<Reported>, Failure> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for found in desk.reports_of_review(review).await? {
        let Some(meeting) = desk.planned_meeting(found.planned_meeting_id).await? else { continue };
        let found = item::veiled(context, found).await?;
        let agenda = agenda(context, &meeting);
        all.push(Reported { item: found.id, title: item::title(&found), body: meeting.body, on: meeting.on_date, agenda });
    }
    all.sort_by(|a, b| a.on.cmp(&b.on));
    Ok(all)
}

/// The items of meetings from a day on, as a form offers them.
pub async fn offered(context: &Context, from: Date) -> Result<Vec<(String, String)>, Failure> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for found in desk.items_from(&from.to_string(), 100).await? {
        let Some(held) = desk.planned_meeting(found.planned_meeting_id).await? else { continue };
        let found = item::veiled(context, found).await?;
        all.push((found.id.to_string(), format!("{}, item {}", meeting::title(&held), item::title(&found))));
    }
    Ok(all)
}

/// The last lawful day in words, with its section.
pub fn agenda_words(notice: &AgendaNotice) -> String {
    let safe =
        if notice.safe == notice.by { String::new() } else { format!(", or by {} on the stricter reading", with_weekday(notice.safe)) };
    format!("The agenda must be out by {}{safe}: {}", with_weekday(notice.by), notice.section)
}

/// The text, the table and the meetings.
pub fn body(report: &Report, reports: &[Reported]) -> Markup {
    let table = html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { "Findings" }
            thead.govuk-table__head { tr.govuk-table__row { @for head in COLUMNS { th.govuk-table__header scope="col" { (head) } } } }
            tbody.govuk-table__body {
                @for [case, finding, action] in &report.table {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (case) }
                        td.govuk-table__cell { (finding) }
                        td.govuk-table__cell { (action) }
                    }
                }
            }
        }
    };
    html! {
        h2.govuk-heading-m { "For the report to a board" }
        p.govuk-body { "Text and table, ready to be copied. They hold no evidence and name nobody but office holders." }
        div.govuk-inset-text { @for paragraph in &report.text { p.govuk-body { (paragraph) } } }
        @if !report.table.is_empty() { (scrolling("Findings", table)) }
        h2.govuk-heading-m { "Meetings that get a report" }
        @if reports.is_empty() { p.govuk-body { "None is written down." } }
        ul.redress-entries {
            @for reported in reports {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/items/" (reported.item) } { (reported.body) ", " (super::super::day(&reported.on)) ", item " (reported.title) } }
                    p.redress-entry__facts { @if let Some(notice) = &reported.agenda { (agenda_words(notice)) "." } @else { "The law names no day for its agenda." } }
                }
            }
        }
    }
}
