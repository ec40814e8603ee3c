//! The ledger of restrictions with its quarterly report, and the same as a table of commas.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::restriction::Restriction;
use redress::restriction::ledger::{Entry, Figures, Quarter, Report, report};
use serde::Serialize;

use super::{answer, day};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::{scrolling, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A line: what may be told of a restriction to anybody who may read the ledger.
#[derive(Debug, Serialize)]
struct Line {
    number: i64,
    paper: i64,
    /// The title, for who may read the paper.
    title: Option<String>,
    ground: String,
    reason: String,
    imposed_on: String,
    review_on: Option<String>,
    overdue: bool,
    release: Option<String>,
}

#[derive(Debug, Serialize)]
struct Ledger {
    quarter: String,
    /// Ground, then imposed, reviewed, overdue, released, kept, standing.
    report: Vec<(String, [usize; 6])>,
    lines: Vec<Line>,
}

async fn load(context: &Context, asked: &Asked) -> Result<Ledger, Failure> {
    context.may(Act::ReadLedger, &Subject::council())?;
    let today = context.now.date();
    let (mut entries, mut lines) = (Vec::new(), Vec::new());
    for line in context.desk.desk.ledger().await? {
        let sealed = context.desk.desk.working_paper(line.working_paper_id).await?.ok_or(Failure::NotFound)?;
        let title = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()).ok().map(|paper| paper.title);
        lines.push(told(line.id, line.working_paper_id, title.clone(), &line.restriction, today));
        entries.push(Entry {
            number: line.id,
            paper: line.working_paper_id,
            title: title.unwrap_or_default(),
            restriction: line.restriction,
        });
    }
    let mut problems = Vec::new();
    let quarter = Quarter::of(asked.date("quarter", &mut problems).unwrap_or(today));
    Ok(Ledger { quarter: quarter.words(), report: rows(&report(&entries, quarter, today)), lines })
}

fn told(number: i64, paper: i64, title: Option<String>, restriction: &Restriction, today: jiff::civil::Date) -> Line {
    Line {
        number,
        paper,
        title,
        ground: restriction.ground.words(),
        reason: restriction.public_reason.clone(),
        imposed_on: restriction.imposed_on.to_string(),
        review_on: restriction.next_review().map(|d| d.to_string()),
        overdue: restriction.overdue_on(today),
        release: restriction.release.as_ref().map(|r| r.decision.words().to_string()),
    }
}

/// `/desk/ledger`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let ledger = load(&context, &asked).await?;
    let body = body(&ledger, &asked);
    Ok(answer(&context, &format, &asked, "Restrictions", &ledger, body))
}

/// `/desk/ledger.csv`
pub async fn csv(State(desk): State<DeskSite>, visitor: Visitor, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let ledger = load(&context, &asked).await?;
    let mut rows = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::Store(error.to_string().into());
    rows.write_record(["number", "ground", "reason", "imposed_on", "review_on", "overdue", "release"]).map_err(failed)?;
    for line in &ledger.lines {
        let overdue = if line.overdue { "yes" } else { "no" };
        let number = line.number.to_string();
        let (review, release) = (line.review_on.as_deref().unwrap_or(""), line.release.as_deref().unwrap_or(""));
        rows.write_record([number.as_str(), &line.ground, &line.reason, &line.imposed_on, review, overdue, release]).map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Failure::Store(error.to_string().into()))?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"restrictions.csv\""),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}

fn body(ledger: &Ledger, asked: &Asked) -> Markup {
    html! {
        h1.govuk-heading-l { "Restrictions" }
        p.govuk-body { a.govuk-link href="/desk/ledger.csv" { "The ledger as CSV" } }
        h2.govuk-heading-m { "Report for " (ledger.quarter) }
        form.redress-filter method="get" action="/desk/ledger" {
            div.govuk-form-group {
                label.govuk-label for="quarter" { "A day in the quarter" }
                div.govuk-hint id="quarter-hint" { "For example, 27 March 2025" }
                input.govuk-input.govuk-input--width-20 id="quarter" name="quarter" type="text" value=(asked.get("quarter")) aria-describedby="quarter-hint";
            }
            button.govuk-button type="submit" { "Show the quarter" }
        }
        (scrolling("Report of the quarter", figures(&ledger.report)))
        h2.govuk-heading-m { "Every restriction" }
        @if ledger.lines.is_empty() { p.govuk-body { "Nothing is restricted." } }
        ul.redress-entries {
            @for line in &ledger.lines {
                li.redress-entry {
                    p.redress-entry__title {
                        @match &line.title {
                            Some(title) => a.govuk-link href={ "/desk/papers/" (line.paper) } { (title) },
                            None => { "Restriction " (line.number) },
                        }
                        @if line.overdue { " " (tag("Review overdue", "red")) }
                    }
                    p.redress-entry__facts {
                        (line.ground) ". Imposed on " (day(&line.imposed_on))
                        @if let Some(review) = &line.review_on { ", to be looked at again by " (day(review)) }
                        @if let Some(release) = &line.release { ". " (release) }
                        "."
                    }
                }
            }
        }
    }
}

fn rows(report: &Report) -> Vec<(String, [usize; 6])> {
    let row = |words: String, f: &Figures| (words, [f.imposed, f.reviewed, f.overdue, f.released, f.kept, f.standing]);
    let grounds = report.rows.iter().map(|(heading, figures)| row(heading.words(), figures));
    grounds.chain([row("All restrictions, each once".into(), &report.total)]).collect()
}

fn figures(rows: &[(String, [usize; 6])]) -> Markup {
    html! {
        table.govuk-table {
            thead.govuk-table__head {
                tr.govuk-table__row {
                    @for heading in ["Ground", "Imposed", "Reviewed", "Overdue", "Released", "Kept", "Standing"] { th.govuk-table__header scope="col" { (heading) } }
                }
            }
            tbody.govuk-table__body {
                @for (words, figures) in rows {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (words) }
                        @for figure in figures { td.govuk-table__cell { (figure) } }
                    }
                }
            }
        }
    }
}
