//! Decisions whose time for call-in runs: when each ends, and from when the decision may be carried out.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::day::with_weekday;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::pages::decision;
use crate::failure::Failure;

/// A window that runs.
#[derive(Debug, Serialize)]
pub struct Running {
    id: i64,
    title: String,
    closes: Date,
    act_from: Date,
}

/// Every window that has not closed, as far as this person may read the decision.
pub async fn running(context: &Context) -> Result<Vec<Running>, Failure> {
    let today = context.now.date();
    // No window is longer than a year; what was published before that is over.
    let from = Date::new(today.year() - 1, today.month(), 1).unwrap_or(today);
    let mut running = Vec::new();
    for kept in context.desk.desk.decisions_in_window(from).await? {
        let rules = kept.rules.as_ref().zip(kept.published_on);
        let Some(window) = rules.and_then(|(rules, on)| rules.window(on, &context.desk.site.calendar)) else { continue };
        if window.closes < today {
            continue;
        }
        match decision::load(context, kept.id).await {
            Ok(loaded) if loaded.told.waiver.is_none() => {
                running.push(Running { id: kept.id, title: loaded.title, closes: window.closes, act_from: window.act_from });
            }
            Ok(_) | Err(Failure::MayNot(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    running.sort_by_key(|r| (r.closes, r.id));
    Ok(running)
}

/// The list of them; nothing where none runs.
pub fn section(running: &[Running]) -> Markup {
    html! {
        @if !running.is_empty() {
            h2.govuk-heading-m { "Call-in" }
            ul.redress-entries {
                @for one in running {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href={ "/desk/decisions/" (one.id) } { (one.title) } }
                        p.redress-entry__facts { "Can be called in to " (with_weekday(one.closes)) "; may be carried out from " (with_weekday(one.act_from)) "." }
                    }
                }
            }
        }
    }
}
