//! The cases under review: what was agreed in each, what was found of it, and what is done now.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::ombudsman::axes::words;
use redress::ombudsman::review::Reviewed;
use serde::Serialize;

use super::Loaded;
use crate::desk::deed::Context;
use crate::desk::pages::case;
use crate::failure::Failure;
use crate::layout::scrolling;

/// A case under review.
#[derive(Debug, Serialize)]
pub struct Member {
    /// Its number at the desk; none where this person may not read it.
    pub case: Option<i64>,
    /// The reference or the placeholder.
    pub key: String,
    /// The day of the Ombudsman's last paper about it.
    pub dated: Option<String>,
    /// What was agreed.
    pub agreed: Vec<Agreed>,
    /// The word of the finding.
    pub finding: Option<&'static str>,
    /// The evidence, or where it was looked for.
    pub evidence: Option<String>,
    /// What is done now.
    pub new_action: Option<String>,
    /// Who wrote the finding down.
    pub found_by: Option<String>,
    /// When.
    pub found_on: Option<Date>,
}

/// What was agreed.
#[derive(Debug, Serialize)]
pub struct Agreed {
    /// The recommendation.
    pub id: i64,
    /// Its key.
    pub key: String,
    /// The Ombudsman's words.
    pub text: String,
    /// The original date.
    pub due_on: Option<Date>,
    /// In time or late.
    pub timeliness: String,
}

/// What access asks of a case of a review: its own embargo first, then to whom the review is shown.
pub fn subject(loaded: &Loaded, case: &case::Loaded) -> Subject {
    case.subject.clone().shown_to(loaded.subject.shown_to.clone())
}

/// The cases as this person may see them.
pub async fn of(context: &Context, loaded: &Loaded) -> Result<Vec<Member>, Failure> {
    let mut members = Vec::new();
    for (id, reviewed) in loaded.kept.cases.iter().zip(loaded.kept.review.all()).filter(|(_, m)| m.left_out.is_none()) {
        let found = case::known(context, *id).await?;
        members.push(match context.can(Act::ReadPaper, &subject(loaded, &found)) {
            true => readable(reviewed, &found, agreed(context, *id).await?),
            false => veiled(),
        });
    }
    Ok(members)
}

/// What was agreed in a case.
pub async fn agreed(context: &Context, case: i64) -> Result<Vec<Agreed>, Failure> {
    let all = context.desk.desk.recommendations_of_case(case).await?;
    let told = all.iter().map(|kept| {
        let asked = kept.tracked.asked();
        let timeliness = words(&kept.tracked, context.now.date()).timeliness;
        Agreed { id: kept.id, key: asked.key(), text: asked.text().into(), due_on: asked.original(), timeliness }
    });
    Ok(told.collect())
}

fn readable(reviewed: &Reviewed, found: &case::Loaded, agreed: Vec<Agreed>) -> Member {
    let entry = reviewed.finding();
    Member {
        case: Some(found.case.id),
        key: found.case.key.to_string(),
        dated: found.papers.last().and_then(|p| p.dated.clone()),
        agreed,
        finding: entry.map(|e| e.value.words()),
        evidence: entry.and_then(|e| e.paper.clone()),
        new_action: entry.and_then(|e| e.value.new_action()).map(str::to_string),
        found_by: entry.map(|e| e.by.clone()),
        found_on: entry.map(|e| e.on),
    }
}

/// A case that this person may not read stands in the list and tells nothing.
fn veiled() -> Member {
    Member {
        case: None,
        key: "A case that you may not read".into(),
        dated: None,
        agreed: Vec::new(),
        finding: None,
        evidence: None,
        new_action: None,
        found_by: None,
        found_on: None,
    }
}

/// The table.
pub fn table(loaded: &Loaded, members: &[Member]) -> Markup {
    if members.is_empty() {
        return html! { p.govuk-body { "No case is listed yet." } };
    }
    let heads = ["Case", "Decided", "Agreed actions", "Evidence", "Finding", "What is done now"];
    let table = html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-visually-hidden { "Cases under review" }
            thead.govuk-table__head { tr.govuk-table__row { @for head in heads { th.govuk-table__header scope="col" { (head) } } } }
            tbody.govuk-table__body { @for member in members { (row(loaded, member)) } }
        }
    };
    scrolling("Cases under review", table)
}

fn row(loaded: &Loaded, member: &Member) -> Markup {
    html! {
        tr.govuk-table__row {
            th.govuk-table__header scope="row" {
                @match member.case {
                    Some(case) => a.govuk-link href={ (loaded.address()) "/cases/" (case) } { (member.key) },
                    None => (member.key),
                }
            }
            td.govuk-table__cell { (member.dated.as_deref().map_or("Not known".into(), super::super::day)) }
            td.govuk-table__cell {
                @if member.agreed.is_empty() { "None is on record" }
                @else { ul.govuk-list { @for agreed in &member.agreed { li { (agreed.key) ": " (agreed.text) } } } }
            }
            td.govuk-table__cell { (member.evidence.as_deref().unwrap_or("None yet")) }
            td.govuk-table__cell {
                @match (member.finding, &member.found_by, member.found_on) {
                    (Some(finding), Some(by), Some(on)) => { (finding) br; (by) ", " (redress::day::long(on)) },
                    _ => "None yet",
                }
            }
            td.govuk-table__cell { (member.new_action.as_deref().unwrap_or("Nothing")) }
        }
    }
}
