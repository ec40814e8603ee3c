//! The access log: who opened a restricted paper, or asked for it and was refused, the newest first.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject};

use super::answer;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::layout::scrolling;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const SHOWN: i64 = 100;

/// `/desk/access-log`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadAccessLog, &Subject::council())?;
    let paper = asked.get("paper").parse().ok();
    let before = asked.get("before").parse().unwrap_or(i64::MAX);
    let entries = context.desk.desk.access_log(paper, before, SHOWN).await?;
    let table = html! {
        table.govuk-table {
            thead.govuk-table__head { tr.govuk-table__row { @for heading in ["When", "Who", "Paper", "What"] { th.govuk-table__header scope="col" { (heading) } } } }
            tbody.govuk-table__body {
                @for entry in &entries {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (super::at(&entry.at)) }
                        td.govuk-table__cell { (entry.who) }
                        td.govuk-table__cell { a.govuk-link href={ "/desk/papers/" (entry.working_paper_id) } { "Paper " (entry.working_paper_id) } }
                        td.govuk-table__cell { (entry.what) }
                    }
                }
            }
        }
    };
    let older = entries.last().filter(|_| entries.len() as i64 == SHOWN).map(|e| e.id.to_string());
    let body = html! {
        h1.govuk-heading-l { "Access log" }
        form.redress-filter method="get" action="/desk/access-log" {
            div.govuk-form-group {
                label.govuk-label for="paper" { "Number of a paper" }
                input.govuk-input.govuk-input--width-5 id="paper" name="paper" type="text" inputmode="numeric" value=(asked.get("paper"));
            }
            button.govuk-button type="submit" { "Apply" }
        }
        @if entries.is_empty() { p.govuk-body { "Nobody has opened a restricted paper." } } @else { (scrolling("Access log", table)) }
        @if let Some(older) = older { p.govuk-body { a.govuk-link href=(asked.address_with("/desk/access-log", "before", &older)) { "Older entries" } } }
    };
    Ok(answer(&context, &format, &asked, "Access log", &entries, body))
}
