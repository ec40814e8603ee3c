//! The monitoring officer's reports: by state and year, each with how it stands.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject};
use redress::monitoring_report::{Manner, Section};
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{begin_report::BeginReport, seat_executive::SeatExecutive};
use crate::desk::pages::monitoring_report::{self, Loaded};
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Listed {
    id: i64,
    title: String,
    section: Section,
    manner: Manner,
    cases: Vec<String>,
    state: &'static str,
    stands: &'static str,
    year: i16,
}

#[derive(Debug, Serialize)]
struct Reports {
    state: Option<String>,
    year: Option<i16>,
    years: Vec<i16>,
    reports: Vec<Listed>,
}

const STATES: [(&str, &str); 5] = [
    ("draft", "Draft"),
    ("signed", "Signed"),
    ("circulated", "Sent to members"),
    ("considered", "Considered"),
    ("answered", "Answered by the executive"),
];

/// `/desk/monitoring-reports`
pub async fn list(axum::extract::State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let mut all = Vec::new();
    for kept in context.desk.desk.monitoring_reports().await? {
        match monitoring_report::of(&context, kept).await {
            Ok(loaded) => all.push(listed(&context, &loaded).await?),
            // What is covered for this reader is not in the list.
            Err(Failure::MayNot(_) | Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    let mut years: Vec<i16> = all.iter().map(|l| l.year).collect();
    years.sort_unstable();
    years.dedup();
    let state = asked.words("state").filter(|s| STATES.iter().any(|(word, _)| word == s));
    let year: Option<i16> = asked.words("year").and_then(|y| y.parse().ok());
    all.retain(|l| state.as_deref().is_none_or(|s| s == l.state) && year.is_none_or(|y| y == l.year));
    let page = Reports { state, year, years, reports: all };
    let body = html! {
        h1.govuk-heading-l { "Monitoring officer's reports" }
        form method="get" {
            div.govuk-form-group {
                label.govuk-label for="state" { "State" }
                select.govuk-select #state name="state" {
                    option value="" { "All" }
                    @for (word, words) in STATES { option value=(word) selected[page.state.as_deref() == Some(word)] { (words) } }
                }
            }
            div.govuk-form-group {
                label.govuk-label for="year" { "Year" }
                select.govuk-select #year name="year" {
                    option value="" { "All" }
                    @for year in &page.years { option value=(year) selected[page.year == Some(*year)] { (year) } }
                }
            }
            button.govuk-button.govuk-button--secondary type="submit" { "Show" }
        }
        @if page.reports.is_empty() { p.govuk-body { "None." } }
        ul.redress-entries {
            @for report in &page.reports {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/monitoring-reports/" (report.id) } { (report.title) } }
                    p.redress-entry__facts { strong { (report.stands) } ". Cases: " (report.cases.join(", ")) }
                }
            }
        }
        ul.govuk-list {
            (offer::<BeginReport>(&context, &Subject::council(), BeginReport::PATH))
            (offer::<SeatExecutive>(&context, &Subject::council(), SeatExecutive::PATH))
        }
    };
    Ok(answer(&context, &format, &asked, "Monitoring officer's reports", &page, body))
}

use crate::desk::deed::Deed;

async fn listed(context: &Context, loaded: &Loaded) -> Result<Listed, Failure> {
    let kept = &loaded.kept;
    let sent = match kept.paper {
        Some(paper) => !context.desk.desk.circulations_to_members(paper).await?.is_empty(),
        None => false,
    };
    let at = if loaded.adopted().is_some() {
        4
    } else if kept.concluded.is_some() {
        3
    } else if sent {
        2
    } else {
        usize::from(kept.paper.is_some())
    };
    let made: Option<jiff::Timestamp> = kept.made_at.parse().ok();
    Ok(Listed {
        id: kept.id,
        title: loaded.title(),
        section: kept.report.section,
        manner: kept.report.manner.clone(),
        cases: loaded.cases.iter().map(|c| c.key.to_string()).collect(),
        state: STATES[at].0,
        stands: STATES[at].1,
        year: made.map_or(0, |m| crate::clock::day_of(m).year()),
    })
}
