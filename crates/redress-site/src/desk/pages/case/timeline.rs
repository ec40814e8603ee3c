//! Everything about a case by day, oldest first: what came, what was decided, what was done, what the Ombudsman said.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::html;
use redress::ombudsman::axes::Claim;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde::Serialize;

use super::{Loaded, around, load};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::pages::{answer, ombudsman_paper};
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// Something that happened.
#[derive(Debug, Serialize)]
pub struct Event {
    /// The day.
    pub on: Date,
    /// What.
    pub what: String,
    /// Who wrote it down or did it.
    pub by: String,
    /// Where it can be read.
    pub at: String,
}

/// `/desk/cases/{case}/timeline`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let events = events(&context, &loaded).await?;
    let body = html! {
        h2.govuk-heading-m { "Timeline" }
        @if events.is_empty() { p.govuk-body { "Nothing with a day is recorded." } }
        ol.redress-timeline {
            @for event in &events {
                li {
                    p.govuk-body {
                        time datetime=(event.on.to_string()) { strong { (redress::day::long(event.on)) } }
                        ": " a.govuk-link href=(event.at) { (event.what) }
                        @if !event.by.is_empty() { " (" (event.by) ")" }
                    }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, &format!("Timeline, {}", loaded.title()), &events, around(&loaded, "/timeline", body)))
}

/// Everything with a day, oldest first; on one day as it was written down.
pub async fn events(context: &Context, loaded: &Loaded) -> Result<Vec<Event>, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date());
    let mut all = Vec::new();
    for paper in &loaded.papers {
        let at = format!("/desk/ombudsman-papers/{}", paper.id);
        if let Some(on) = paper.dated_on().or(paper.received_on()) {
            all.push(Event {
                on,
                what: ombudsman_paper::title(paper),
                by: format!("registered by {}", paper.registered_by),
                at: at.clone(),
            });
        }
        for duty in desk.duties_of(paper.id, today).await? {
            for event in &duty.events {
                let (Ok(on), true) = (event.on_date.parse(), event.what == "met") else { continue };
                let what = format!("{}: {}", crate::desk::started::duty_words(&event.duty), duty.stands);
                all.push(Event { on, what, by: event.recorded_by.clone(), at: at.clone() });
            }
        }
    }
    for letter in super::letters(context, loaded.case.id).await? {
        let at = format!("{}/papers", loaded.address());
        all.push(Event { on: letter.letter.day(), what: letter.summary, by: format!("logged by {}", letter.letter.logged_by()), at });
    }
    for item in desk.items_of_case(loaded.case.id).await? {
        let Some(meeting) = desk.planned_meeting(item.planned_meeting_id).await? else { continue };
        let Ok(on) = meeting.on_date.parse() else { continue };
        let what = format!("{} considers it as item {}", meeting.body, item.number);
        all.push(Event { on, what, by: String::new(), at: format!("/desk/items/{}", item.id) });
    }
    let own = desk.recommendations_of_case(loaded.case.id).await?;
    for kept in own.iter().chain(&super::carried(context, loaded.case.id).await?) {
        all.extend(of_recommendation(kept));
    }
    for closed in loaded.case.file.closure.history() {
        let what = if closed.reopened { "Opened again by the council" } else { "Closed by the council" };
        all.push(Event { on: closed.on, what: format!("{what}: {}", closed.why), by: closed.by.clone(), at: loaded.address() });
    }
    all.sort_by_key(|e| e.on);
    Ok(all)
}

fn of_recommendation(kept: &KeptRecommendation) -> Vec<Event> {
    let (tracked, key) = (&kept.tracked, kept.tracked.asked().key());
    let at = format!("/desk/recommendations/{}", kept.id);
    let event = |on, what: String, by: &str| Event { on, what: format!("{key}: {what}"), by: by.into(), at: at.clone() };
    let mut all: Vec<Event> = tracked.asked().originals().iter().map(|o| event(o.on(), "original due date".into(), "")).collect();
    all.extend(tracked.claims().entries().iter().map(|e| event(e.on, Claim::words(&e.value), &e.by)));
    all.extend(tracked.responses().entries().iter().map(|e| event(e.on, e.value.answer.words().to_string(), &e.by)));
    all.extend(tracked.sent().entries().iter().map(|e| event(e.on, "evidence sent to the Ombudsman".into(), &e.by)));
    all.extend(
        tracked.views().entries().iter().map(|e| event(e.value.dated(), format!("the Ombudsman: {}", e.value.outcome().term.words), &e.by)),
    );
    all.extend(tracked.owners().entries().iter().skip(1).map(|e| event(e.on, format!("handed over: {}", e.value.why), &e.by)));
    all.extend(
        tracked.extensions().iter().map(|e| {
            event(e.requested_on(), format!("more time asked for, until {}", redress::day::long(e.asked_for())), e.requested_by())
        }),
    );
    all
}
