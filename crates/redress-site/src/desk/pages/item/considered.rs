//! The cases that an item considers, and what its body answered to their recommendations.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::day::long;
use redress::ombudsman::axes::{Level, waits_for_council};
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::pages::case;
use crate::failure::Failure;

/// What an item considers, as far as this person may read it.
#[derive(Debug, Default, Serialize)]
pub struct Considered {
    cases: Vec<Line>,
    /// Recommendations whose refusal was proposed here and waits for full council.
    reserved: Vec<String>,
    /// Recommendations of its reports that no body has answered.
    unanswered: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    key: String,
    /// `accepted` or another answer by members, a recommendation at a time; empty while the outcome is not stated.
    answers: Vec<(String, String)>,
    /// The day on which the Ombudsman closed it, which ends nothing of the council's own way.
    closed_by_ombudsman_on: Option<Date>,
}

/// The cases of an item, with the answers that members gave.
pub async fn read(context: &Context, item: i64) -> Result<Considered, Failure> {
    let desk = &context.desk.desk;
    let mut considered = Considered::default();
    for kept in desk.cases_of_item(item).await? {
        let Ok(loaded) = case::load(context, kept.id).await else { continue };
        let mut answers = Vec::new();
        let mut all = desk.recommendations_of_case(kept.id).await?;
        all.extend(case::carried(context, kept.id).await?);
        for one in &all {
            let (key, responses) = (one.tracked.asked().key(), one.tracked.responses());
            // What was carried on from a case that the item considers too is told once.
            if waits_for_council(responses) && !considered.reserved.contains(&key) {
                considered.reserved.push(key.clone());
            }
            match responses.entries().iter().rfind(|e| e.value.level == Level::Members) {
                Some(entry) => answers.push((key, entry.value.answer.words().to_string())),
                None if considered.unanswered.contains(&key) => {}
                None => considered.unanswered.push(key),
            }
        }
        let closed_by_ombudsman_on = loaded.case.file.closure.closed_by_ombudsman().map(|closed| closed.on);
        considered.cases.push(Line { id: loaded.case.id, key: loaded.case.key.to_string(), answers, closed_by_ombudsman_on });
    }
    Ok(considered)
}

/// The part of the item's page.
pub fn section(considered: &Considered) -> Markup {
    html! {
        @if !considered.cases.is_empty() {
            h2.govuk-heading-m { "Cases" }
            @for (line, on) in considered.cases.iter().filter_map(|line| line.closed_by_ombudsman_on.map(|on| (line, on))) {
                div.govuk-inset-text { strong { "Closed by the Ombudsman" } " on " (long(on)) ": " (line.key) ". The council’s own way goes on." }
            }
            ul.govuk-list {
                @for line in &considered.cases {
                    li {
                        a.govuk-link href={ "/desk/cases/" (line.id) } { (line.key) } ": "
                        @if line.answers.is_empty() { "outcome not stated" }
                        (line.answers.iter().map(|(key, answer)| format!("{key} {}", answer.to_lowercase())).collect::<Vec<_>>().join("; "))
                    }
                }
            }
            @if !considered.reserved.is_empty() {
                div.govuk-inset-text {
                    strong { "Not effective: reserved to full council" } " under section 31A(1A) of the Local Government Act 1974: "
                    (considered.reserved.join(", ")) ". It is referred to the council: take the referral up with an item of a meeting of the council; the reply to the Ombudsman waits for its minute."
                }
            }
        }
    }
}
