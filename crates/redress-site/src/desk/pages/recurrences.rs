//! Everything that decisions set to come back: the next time of each, what is late, what has no meeting.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::recurrence::Placed;
use redress_store::desk::work::recurrence::KeptRecurrence;
use serde::Serialize;

use super::answer;
use super::recurrence::{self, Loaded, TimeShown};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::recurring::Time;
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/recurrences";
const PER_PAGE: usize = 25;
const STATES: &[(&str, &str)] = &[("running", "Running"), ("troubled", "Late, moved, not taken or without a meeting"), ("ended", "Ended")];

#[derive(Debug, Serialize)]
struct Listed {
    filter: Filter,
    total: usize,
    page: usize,
    recurrences: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    kept: KeptRecurrence,
    next: Option<TimeShown>,
}

/// Whether something is wrong with a time.
fn troubled(time: &Time) -> bool {
    time.off || matches!(time.slot.placed, Placed::Moved { .. } | Placed::NoMeeting { .. } | Placed::NotTaken { .. })
}

fn fits(loaded: &Loaded, state: &str) -> bool {
    let ended = loaded.view.recurrence.ended().is_some();
    match state {
        "running" => !ended,
        "ended" => ended,
        _ => !loaded.view.left.is_empty() || loaded.view.times.iter().any(troubled),
    }
}

/// The first time that no meeting has considered.
fn next(loaded: &Loaded) -> Option<&Time> {
    loaded.view.times.iter().find(|t| !matches!(t.slot.placed, Placed::Considered { .. }))
}

/// `/desk/recurrences`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let mut problems = Vec::new();
    let known = |word: &str| STATES.iter().any(|(w, _)| *w == word).then(|| word.to_string());
    let state = asked.read("state", &mut problems, "Choose how it stands from the list", known);
    let body_id = asked.read("body", &mut problems, "Choose the body from the list", |v| v.parse::<i64>().ok());
    let mut all = Vec::new();
    for kept in context.desk.desk.recurrences(None).await? {
        if body_id.is_some_and(|body| body != kept.body_id) {
            continue;
        }
        match recurrence::of(&context, kept).await {
            Ok(loaded) if state.as_deref().is_none_or(|state| fits(&loaded, state)) => all.push(loaded),
            Ok(_) | Err(Failure::MayNot(_)) => {}
            Err(other) => return Err(other),
        }
    }
    // What comes first comes first; what has ended comes last.
    all.sort_by_key(|l| (next(l).is_none(), next(l).map(|t| t.slot.due)));
    let bodies = context.desk.desk.bodies().await?;
    let filter = Filter::new(PATH, &asked, problems)
        .choice("state", "How it stands", STATES.iter().map(|(w, words)| ((*w).to_string(), (*words).to_string())).collect())
        .choice("body", "Body", bodies.into_iter().map(|(id, name)| (id.to_string(), name)).collect());
    let total = all.len();
    let pages = total.div_ceil(PER_PAGE).max(1);
    let page = usize::try_from(asked.page()).ok().filter(|p| *p <= pages).unwrap_or(1);
    let here: Vec<&Loaded> = all.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let rows = here.iter().map(|l| Row { kept: l.view.kept.clone(), next: next(l).map(TimeShown::of) }).collect();
    let listed = Listed { filter, total, page, recurrences: rows };
    let at = u32::try_from(page).unwrap_or(1);
    let body = html! {
        (listed.filter.errors())
        h1.govuk-heading-l { "Reviews to come" }
        p.govuk-body { "What decisions set to come back to a body. Each is set at the item whose decision asks it, and ends only by a decision." }
        (listed.filter.form())
        (listed.filter.chosen())
        @if here.is_empty() { p.govuk-body { "Nothing fits." } } @else {
            p.govuk-body { (pagination::showing(at, 25, here.len(), total as u64)) }
        }
        @for loaded in &here {
            h2.govuk-heading-m { a.govuk-link href=(loaded.address()) { (loaded.title()) } }
            p.govuk-body { (loaded.view.recurrence.cycle.words()) ", to " (loaded.view.recurrence.body) ". Post that reports: " (loaded.view.recurrence.owner) "." }
            @match (loaded.view.recurrence.ended(), next(loaded)) {
                (Some(end), _) => p.govuk-body { "Ended by " (end.decision) "." },
                (None, Some(time)) => ul.redress-entries { (recurrence::entry(time, loaded.view.kept.working_paper_id, loaded.view.kept.shares_plan)) },
                (None, None) => p.govuk-body { "Nothing falls due within the coming year." },
            }
        }
        (pagination::pages(at, u32::try_from(pages).unwrap_or(1), |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Reviews to come", &listed, body))
}
