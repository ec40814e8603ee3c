//! The items that consider a case, with what each body decided.

use axum::extract::{Path, State};
use maud::html;
use redress::access::{Act, SubjectKind};
use serde::Serialize;

use super::{around, load};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::pages::{answer, day};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// An item.
#[derive(Debug, Serialize)]
struct Line {
    item: i64,
    number: String,
    title: String,
    body: String,
    on: String,
    cases: Vec<String>,
    decided: Option<String>,
}

/// `/desk/cases/{case}/meetings`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let desk = &context.desk.desk;
    let mut lines = Vec::new();
    for item in desk.items_of_case(id).await? {
        let Some(meeting) = desk.planned_meeting(item.planned_meeting_id).await? else { continue };
        let readable = context.can(Act::ReadPaper, &desk.words_of_item(&item, SubjectKind::Decision, false).await?);
        let decided = desk.recorded_decision(item.id).await?.filter(|_| readable).map(|d| d.decision.text);
        let mut cases = Vec::new();
        for case in desk.cases_of_item(item.id).await? {
            if super::readable(&context, &case.key).await? {
                cases.push(case.key.to_string());
            }
        }
        let item = crate::desk::pages::item::veiled(&context, item).await?;
        lines.push(Line { item: item.id, number: item.number, title: item.title, body: meeting.body, on: meeting.on_date, cases, decided });
    }
    lines.sort_by(|a, b| a.on.cmp(&b.on));
    let body = html! {
        h2.govuk-heading-m { "Meetings" }
        @if lines.is_empty() { p.govuk-body { "No meeting has it on its agenda yet." } }
        ul.redress-entries {
            @for line in &lines {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/items/" (line.item) } { "Item " (line.number) ", " (line.body) ", " (day(&line.on)) } }
                    p.redress-entry__facts { (line.title) ". Cases: " (line.cases.join(" / ")) ". " (line.decided.as_deref().unwrap_or("No decision is recorded.")) }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, &format!("Meetings, {}", loaded.title()), &lines, around(&loaded, "/meetings", body)))
}
