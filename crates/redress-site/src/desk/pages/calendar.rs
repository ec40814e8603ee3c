//! The calendar of clocks: every date that runs, a month at a time in one list, narrowed by whose and what.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::ombudsman::follow_up::Sort;
use serde::Serialize;

use super::answer;
use super::work::{entry, filter, wanted};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::owing::Line;
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// Windows of call-in.
mod call_in;

/// Dates a page.
const PER_PAGE: usize = 100;

/// The page.
#[derive(Debug, Serialize)]
struct CalendarPage {
    filter: Filter,
    total: usize,
    page: u32,
    pages: u32,
    dates: Vec<Line>,
    /// Decisions that can be called in still.
    call_in: Vec<call_in::Running>,
}

/// `/desk/calendar`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let everything =
        if asked.get("whose").is_empty() { Asked::of(&[("whose", "all"), ("when", asked.get("when"))]) } else { asked.clone() };
    let mut lines = wanted(&context, &everything).await?;
    // A date stands once: what else is asked about it stands in My work.
    lines.retain(|line| line.owed.on.is_some() && is_clock(line) && what(asked.get("what"), line));
    let total = lines.len();
    let page = asked.page();
    let dates: Vec<Line> = lines.into_iter().skip((page as usize - 1) * PER_PAGE).take(PER_PAGE).collect();
    let pages = u32::try_from(total.div_ceil(PER_PAGE)).unwrap_or(1).max(1);
    let choice = |value: &str, words: &str| (value.to_string(), words.to_string());
    let filter = filter("/desk/calendar", &asked, false).choice(
        "what",
        "What",
        vec![choice("duties", "Duties"), choice("recommendations", "Recommendations")],
    );
    let shown = CalendarPage { filter, total, page, pages, dates, call_in: call_in::running(&context).await? };
    let body = body(&shown);
    Ok(answer(&context, &format, &asked, "Calendar", &shown, body))
}

/// Whether a line is a clock of its own.
pub fn is_clock(line: &Line) -> bool {
    matches!(line.owed.sort, Sort::Duty | Sort::Recommendation)
}

fn what(asked: &str, line: &Line) -> bool {
    match asked {
        "duties" => line.owed.sort == Sort::Duty,
        "recommendations" => line.owed.sort == Sort::Recommendation,
        _ => true,
    }
}

fn month(line: &Line) -> String {
    line.owed.on.map_or_else(String::new, |day| day.strftime("%B %Y").to_string())
}

fn body(page: &CalendarPage) -> Markup {
    let each = u32::try_from(PER_PAGE).unwrap_or(100);
    html! {
        h1.govuk-heading-l { "Calendar" }
        p.govuk-body { "Your calendar program can read these dates: " a.govuk-link href="/desk/account/calendar/make" { "make a secret calendar address" } "." }
        (call_in::section(&page.call_in))
        (page.filter.form())
        (page.filter.chosen())
        p.govuk-body { (pagination::showing(page.page, each, page.dates.len(), page.total as u64)) }
        @for month_of in page.dates.chunk_by(|a, b| month(a) == month(b)) {
            @if let Some(first) = month_of.first() { h2.govuk-heading-m { (month(first)) } }
            ul.redress-entries { @for line in month_of { (entry(line)) } }
        }
        (pagination::pages(page.page, page.pages, |n| page.filter.asked().address_with("/desk/calendar", "page", &n.to_string())))
    }
}
