//! What is late: the quarterly pack of actions at the desk, each figure with its list, and the same as a table of commas.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::action::pack::{Course, Seen};
use redress::quarter::Quarter;
use redress_store::desk::work::action::{ActionQuery, KeptAction};
use serde::Serialize;

use super::{actions, answer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::action_pack::{self, Choice, Pack, Row};
use crate::layout::filter::Filter;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/actions/quarter";

#[derive(Debug, Serialize)]
struct Shown {
    filter: Filter,
    #[serde(flatten)]
    pack: Pack,
}

/// What the pack is made of.
struct Made {
    seen: Seen,
    filter: Filter,
    reports_to: Option<String>,
    /// The actions that report where it asks.
    actions: Vec<(Course, KeptAction)>,
}

async fn made(context: &Context, asked: &Asked) -> Result<Made, Failure> {
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let today = context.now.date();
    let mut problems = Vec::new();
    let choice = Choice::read(asked, &mut problems, today);
    let running = || Seen::on(Quarter::of(today), today).ok_or(Failure::NotFound);
    let seen = choice.seen.map_or_else(running, Ok)?;
    let all = actions::readable(context, ActionQuery::default()).await?;
    let mut actions: Vec<(Course, KeptAction)> = all.into_iter().map(|kept| (Course::from(&kept.action), kept)).collect();
    let quarters = action_pack::quarters(actions.iter().map(|(course, _)| course), today);
    let bodies = action_pack::bodies(actions.iter().map(|(_, kept)| &kept.action.reports_to));
    actions.retain(|(_, kept)| choice.reports_to.as_ref().is_none_or(|body| kept.action.reports_to.contains(body)));
    Ok(Made { seen, filter: action_pack::form(PATH, asked, problems, &quarters, &bodies), reports_to: choice.reports_to, actions })
}

/// `/desk/actions/quarter`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let made = made(&context, &asked).await?;
    let courses: Vec<Course> = made.actions.into_iter().map(|(course, _)| course).collect();
    let shown = Shown { pack: Pack::of(made.seen, made.reports_to, &courses, "/desk/actions"), filter: made.filter };
    let body = html! {
        (shown.filter.errors())
        h1.govuk-heading-l { "What is late" }
        p.govuk-body { "Actions of decisions over a quarter. An action is late from the day after the date that its decision gave, whatever time was given since. Each figure opens the list of the actions that it counts." }
        (shown.filter.form_with("Choose the quarter", "Show the quarter"))
        (shown.filter.chosen())
        (shown.pack.table())
        p.govuk-body { a.govuk-link href=(asked.address(&format!("{PATH}.csv"), &["quarter", "reports_to"])) { "The same as CSV, one line for each action behind each figure" } }
        p.govuk-body { a.govuk-link href="/desk/actions" { "All actions" } }
    };
    Ok(answer(&context, &format, &asked, "What is late", &shown, body))
}

/// `/desk/actions/quarter.csv`
pub async fn csv(State(desk): State<DeskSite>, visitor: Visitor, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let made = made(&context, &asked).await?;
    let until = made.seen.until;
    let row = |(course, kept): (Course, KeptAction)| {
        let then = kept.action.as_of(until);
        let row = Row {
            reference: kept.key(),
            body: kept.body.clone(),
            words: then.words.clone(),
            owner: then.owner().into(),
            original: then.original(),
            due: then.due(),
            late: then.days_late(until),
        };
        (course, row)
    };
    let rows: Vec<(Course, Row)> = made.actions.into_iter().map(row).collect();
    let bytes = action_pack::csv(made.seen, &rows).map_err(|error| Failure::Store(error.to_string().into()))?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"what-is-late.csv\""),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}
