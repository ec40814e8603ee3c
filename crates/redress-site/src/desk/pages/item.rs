//! An item: its titles, its private plan with notices and agreement, its papers, decision and minute.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::day::with_weekday;
use redress::plan::is_executive;
use redress::private_meeting::{Agreement, Given, InTheWay, PrivatePlan, notices, stands_in_the_way};
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::minute::WrittenMinute;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::private::PrivateNotice;
use serde::Serialize;

use super::{answer, day, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    add_paper::AddPaper, agreement::RecordAgreement, answers::AnswerRecommendations, consider_cases::ConsiderCases,
    decision::RecordDecision, follow::Follow, minute::WriteMinute, notice::RecordNotice, private::PlanInPrivate,
};
use crate::failure::Failure;
use crate::layout::{summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// What its decision asked, and what it set to come back.
mod asked;
/// The cases that it considers.
mod considered;
/// Where it stands on its agenda.
mod placed;
/// Its entries in the forward plan.
mod planned;
/// What members asked about it.
mod questions;
/// Its officers' reports.
mod reports;
/// What was taken down under it.
mod taken_down;
/// Where its matter goes.
mod travels;

use considered::Considered;
use travels::Travels;

#[derive(Debug, Serialize)]
struct ItemPage {
    item: PlannedItem,
    meeting: PlannedMeeting,
    considered: Considered,
    placed: placed::Placed,
    planned: planned::Planned,
    travels: Travels,
    plan: Option<PrivatePlan>,
    notices: Vec<PrivateNotice>,
    agreement: Option<Agreement>,
    in_the_way: Vec<InTheWay>,
    papers: Vec<WorkingPaper>,
    decision: Option<RecordedDecision>,
    /// The number of its record.
    decision_record: Option<i64>,
    minute: Option<WrittenMinute>,
}

/// An item with its meeting. Its working title is veiled from who may not read what an embargo covers.
pub async fn load(context: &Context, id: i64) -> Result<(PlannedItem, PlannedMeeting), Failure> {
    let desk = &context.desk.desk;
    let item = desk.planned_item(id).await?.ok_or(Failure::NotFound)?;
    let meeting = desk.planned_meeting(item.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
    Ok((veiled(context, item).await?, meeting))
}

/// The item as this person may see it: under an embargo that they are outside of, with the safe title and no text.
pub async fn veiled(context: &Context, item: PlannedItem) -> Result<PlannedItem, Failure> {
    let Some(about) = item.ombudsman_paper_id else { return Ok(item) };
    match super::ombudsman_paper::load(context, about).await {
        Ok(_) => Ok(item),
        Err(Failure::MayNot(_)) => {
            let title = item.public_title.clone().unwrap_or_else(|| "Item under an embargo".into());
            Ok(PlannedItem { title, agenda_text: None, ..item })
        }
        Err(other) => Err(other),
    }
}

/// `59 Consideration of …`
pub fn title(item: &PlannedItem) -> String {
    format!("{} {}", item.number, item.title)
}

/// The papers of an item that this person may read.
pub async fn papers(context: &Context, item: i64) -> Result<Vec<WorkingPaper>, Failure> {
    let sealed = context.desk.desk.papers_of_item(item).await?;
    let now = context.now.datetime();
    Ok(sealed.into_iter().filter_map(|paper| paper.open(&context.reader(), Act::ReadPaper, now).ok()).collect())
}

/// What stands between the item and its agenda; none for an item in public.
pub async fn in_the_way(context: &Context, item: i64, meeting: &PlannedMeeting) -> Result<Vec<InTheWay>, Failure> {
    let desk = &context.desk.desk;
    // Regulation 5 of SI 2012/2089 binds the executive alone.
    if desk.private_plan(item).await?.is_none() || !is_executive(&meeting.body) {
        return Ok(Vec::new());
    }
    let Ok(held) = meeting.on_date.parse::<Date>() else { return Ok(Vec::new()) };
    let Ok(clocks) = notices(held, &context.readings(), &context.desk.site.calendar) else { return Ok(Vec::new()) };
    let published = desk.notices(item).await?;
    let first_of = |kind: &str| published.iter().filter(|n| n.kind == kind).filter_map(|n| n.published_on.parse().ok()).min();
    let given = Given { first: first_of("first"), second: first_of("second"), urgency: first_of("reasons") };
    Ok(stands_in_the_way(&clocks, &given, desk.agreement(item).await?.as_ref(), context.now.date()))
}

/// The last days of the two notices, in both readings.
pub fn notice_days(context: &Context, meeting: &PlannedMeeting) -> Markup {
    if !is_executive(&meeting.body) {
        return html! { p.govuk-body { "The council and its committees exclude the public by resolution at the meeting: Local Government Act 1972, section 100A. No notice of it is asked for beforehand." } };
    }
    let Ok(held) = meeting.on_date.parse::<Date>() else { return html! {} };
    let Ok(clocks) = notices(held, &context.readings(), &context.desk.site.calendar) else { return html! {} };
    let line = |words: &str, key: &str, answer: &redress::duty::Answer| {
        html! {
            li {
                (words) ": by "
                @if let Some(due) = answer.due.date { strong { (with_weekday(due)) } " (" (answer.due.reading) ")" }
                @if let Some(other) = answer.other.as_ref() { @if let Some(due) = other.due.date { "; " (with_weekday(due)) " (" (other.due.reading) ")" } }
                ". " a.govuk-link href={ "/duties/" (key) } { "Why this date" span.govuk-visually-hidden { ": " (words) } }
            }
        }
    };
    html! {
        ul.govuk-list.govuk-list--bullet {
            (line("First notice", "exec_private_notice_28", &clocks.first))
            (line("Second notice", "exec_private_notice_5", &clocks.second))
        }
    }
}

/// `/desk/items/{item}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, query: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let (item, meeting) = load(&context, id).await?;
    let desk = &context.desk.desk;
    let papers = papers(&context, id).await?;
    let reads = async |kind, in_private| -> Result<bool, Failure> {
        Ok(context.can(Act::ReadPaper, &desk.words_of_item(&item, kind, in_private).await?))
    };
    // What was said in private is for those who may read every paper of the item, and what is restricted on its ground.
    let inside = reads(SubjectKind::Minute, true).await? && desk.papers_of_item(id).await?.len() == papers.len();
    let minute = desk.minute(id).await?.map(|m| WrittenMinute { private_words: m.private_words.filter(|_| inside), ..m });
    let outcome = reads(SubjectKind::Decision, false).await?;
    let page = ItemPage {
        plan: desk.private_plan(id).await?.map(|plan| if inside { plan } else { plan.without_reasoning() }),
        notices: desk.notices(id).await?,
        agreement: desk.agreement(id).await?,
        in_the_way: in_the_way(&context, id, &meeting).await?,
        considered: considered::read(&context, id).await?,
        placed: placed::read(&context, id).await?,
        planned: planned::read(&context, &item, &meeting).await?,
        travels: travels::read(&context, &item).await?,
        papers,
        decision: desk.recorded_decision(id).await?.filter(|_| outcome),
        decision_record: desk.decision_of_item(id).await?.filter(|_| outcome).map(|d| d.id),
        minute: minute.filter(|_| outcome),
        item,
        meeting,
    };
    let taken_down = taken_down::section(&context, &page.item).await?;
    let asked_of = asked::section(&context, &page.item).await?;
    let questions = questions::section(&context, id).await?;
    let body = html! { (body(&context, &page, &taken_down)) (asked_of) (reports::section(&context, id).await?) (questions) };
    Ok(answer(&context, &format, &query, &title(&page.item), &page, body))
}

fn body(context: &Context, page: &ItemPage, taken_down: &Markup) -> Markup {
    let item = &page.item;
    let to = |what: &str| format!("/desk/items/{}/{what}", item.id);
    let subject = Subject::new(SubjectKind::Item);
    let notice = Subject::new(SubjectKind::Notice);
    html! {
        span.govuk-caption-l { a.govuk-link href={ "/desk/meetings/" (page.meeting.id) } { (super::meeting::title(&page.meeting)) } }
        h1.govuk-heading-l { (title(item)) }
        (Summary::default()
            .words("Title for the public", item.public_title.as_deref())
            .words("Agenda text", item.agenda_text.as_deref()))
        @if let Some(about) = item.ombudsman_paper_id { p.govuk-body { a.govuk-link href={ "/desk/ombudsman-papers/" (about) } { "The Ombudsman's paper" } } }
        (placed::section(&page.placed))
        (considered::section(&page.considered))
        (planned::section(&page.planned))
        (travels::section(&page.travels, item.id))
        (private(context, page))
        h2.govuk-heading-m { "Papers" }
        @if page.papers.is_empty() { p.govuk-body { "No paper that you may read." } }
        ul.govuk-list { @for paper in &page.papers { li { a.govuk-link href={ "/desk/papers/" (paper.id) } { (paper.title) } } } }
        (taken_down)
        (outcome(page))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<PlanInPrivate>(context, &subject, &to("private")))
            @if page.plan.is_some() {
                (offer::<RecordNotice>(context, &notice, &to("notice")))
                (offer::<RecordAgreement>(context, &notice, &to("agreement")))
            }
            (offer::<ConsiderCases>(context, &subject, &to("cases")))
            (travels::offers(context, item))
            (offer::<AddPaper>(context, &subject, &to("add-paper")))
            (offer::<AnswerRecommendations>(context, &subject, &to("answers")))
            (offer::<RecordDecision>(context, &subject, &to("decision")))
            (offer::<WriteMinute>(context, &subject, &to("minute")))
            (placed::deeds(context, &page.placed, item.id))
            (offer::<Follow>(context, &subject, &to("follow")))
        }
    }
}

fn private(context: &Context, page: &ItemPage) -> Markup {
    let Some(plan) = &page.plan else { return html! {} };
    html! {
        h2.govuk-heading-m { "In private" }
        (Summary::default()
            .words("Ground", Some(&plan.ground.words()))
            .words("Reason", Some(&plan.reason))
            .words("Planned by", Some(&plan.by)))
        @for warning in &plan.warnings { p.govuk-body { (tag("Warning", "yellow")) " " (warning.message) " (" (warning.section) ")" } }
        (notice_days(context, &page.meeting))
        ul.govuk-list.govuk-list--bullet {
            @for notice in &page.notices { li { "The " (notice.kind) " notice was published on " (day(&notice.published_on)) "." } }
            @if let Some(agreement) = &page.agreement {
                li { (agreement.name) ", " (agreement.capacity.words()) ", agreed on " (redress::day::long(agreement.on)) ": " (agreement.reason) }
            }
        }
        @for stands in &page.in_the_way {
            p.govuk-body {
                @if stands.bars() { (tag("Stops the agenda", "red")) } @else { (tag("To do", "yellow")) }
                " " (stands.words()) " (" (stands.section()) ")"
            }
        }
    }
}

fn outcome(page: &ItemPage) -> Markup {
    html! {
        @if let Some(decision) = &page.decision {
            h2.govuk-heading-m { "Decision" }
            @if let Some(id) = page.decision_record { p.govuk-body { a.govuk-link href={ "/desk/decisions/" (id) } { "The record of the decision: effect, call-in, texts, later records" } } }
            (Summary::default()
                .words("Option taken", decision.option.as_deref())
                .words("Decision", Some(&decision.decision.text))
                .words("Reasons", decision.decision.reasons.as_deref())
                .words("Options rejected", decision.decision.options_rejected.as_deref())
                .words("Interests", decision.decision.interests.as_deref())
                .words("Adopted as the executive's report under section 5A(8)", decision.adopts.and_then(|id| page.papers.iter().find(|p| p.id == id)).map(|p| p.title.as_str())))
        }
        @if let Some(minute) = &page.minute {
            h2.govuk-heading-m { "Minute" }
            (Summary::default().words("Public", Some(&minute.public_words)).words("Private", minute.private_words.as_deref()))
        }
    }
}
