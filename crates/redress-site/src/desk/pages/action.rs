//! An action at the desk: where it comes from, its original date, how it stands, everything that was recorded of it.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::action::{Action, Event, Origin, Status};
use redress::embargo::Embargo;
use redress::ombudsman::recommendation::Nature;
use redress::person_in_case;
use redress::public::action::{MoreTime, Note};
use redress::public::{Record, action as public};
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::work::action::KeptAction;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use super::{answer, item, meeting, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{About, Context};
use crate::desk::deeds::action::{
    close::CloseAction, hand_over::HandActionOver, more_time::GiveMoreTime, progress::GiveProgress, publish::PublishActions,
    reopen::ReopenAction, stop::StopAction,
};
use crate::failure::Failure;
use crate::layout::action::{days, status_tag};
use crate::layout::summary::Summary;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// An action with the item whose decision asks it.
pub struct Loaded {
    /// The action.
    pub kept: KeptAction,
    /// The item.
    pub item: PlannedItem,
    /// Its meeting.
    pub meeting: PlannedMeeting,
    /// The decision's number at the desk.
    pub decision: Option<i64>,
    /// Why nothing can be said to be done yet.
    pub held: Option<String>,
}

#[derive(Debug, Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    kept: &'a KeptAction,
    title: String,
    status: Status,
    original: Option<Date>,
    expected: Option<Date>,
    days_late: Option<i32>,
    held: &'a Option<String>,
    cases: Vec<(i64, String)>,
}

/// What access asks of what the decision of an item asked: where the item was considered in private, of what was said there.
pub async fn subject(desk: &Desk, item: &PlannedItem) -> Result<Subject, StoreError> {
    let in_private = desk.private_plan(item.id).await?.is_some();
    desk.words_of_item(item, SubjectKind::Decision, in_private).await
}

/// What access asks of an action: that, and every embargo of the case whose recommendation it carries out.
pub async fn subject_of(desk: &Desk, kept: &KeptAction, item: &PlannedItem) -> Result<Subject, StoreError> {
    let decided = subject(desk, item).await?;
    let mut embargoes: Vec<Embargo> = decided.embargoes().cloned().collect();
    if let Some(id) = kept.recommendation_id
        && let Some(recommendation) = desk.recommendation(id).await?
    {
        embargoes.extend(desk.embargoes_of_case(recommendation.case_file_id).await?);
    }
    Ok(decided.under_all(embargoes))
}

/// An action, for who may read what was decided at its item.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let kept = context.desk.desk.action(id).await?.ok_or(Failure::NotFound)?;
    of(context, kept).await
}

/// The same of what was read; none for who may not read it.
pub async fn readable(context: &Context, kept: KeptAction) -> Result<Option<Loaded>, Failure> {
    match of(context, kept).await {
        Ok(loaded) => Ok(Some(loaded)),
        Err(Failure::MayNot(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn of(context: &Context, kept: KeptAction) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let (item, meeting) = item::load(context, kept.planned_item_id).await?;
    context.may(Act::ReadPaper, &subject_of(desk, &kept, &item).await?)?;
    let decision = desk.decision_of_item(item.id).await?.map(|d| d.id);
    let effect = match decision {
        Some(id) => desk.decision_effect(id, context.now.date(), &context.desk.site.calendar).await?,
        None => None,
    };
    let held = Action::may_be_done(effect.as_ref()).err();
    Ok(Loaded { kept, item, meeting, decision, held })
}

impl Loaded {
    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/actions/{}", self.kept.id)
    }

    /// What a deed done to it concerns.
    pub fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.kept.title()).back(self.address())
    }

    /// What is asked, above a form.
    pub fn asked(&self) -> Markup {
        let action = &self.kept.action;
        html! {
            div.govuk-inset-text {
                (action.words) br;
                "Owner: " (action.owner()) ". "
                @if let Some(day) = action.original() { "Original date: " (redress::day::long(day)) "." }
            }
            @if let Some(held) = &self.held { p.govuk-body { strong { "Held. " } (held) "." } }
        }
    }
}

/// The public form of an action, or what stands against it.
pub async fn public_form(context: &Context, loaded: &Loaded) -> Result<Result<Record, String>, Failure> {
    let desk = &context.desk.desk;
    let kept = &loaded.kept;
    if let Some(id) = kept.recommendation_id {
        let recommended = desk.recommendation(id).await?;
        let Some(asked) = recommended.as_ref().map(|r| r.tracked.asked()).filter(|a| a.nature() != Nature::Personal) else {
            return Ok(Err("It is a remedy for a person, and stays private".into()));
        };
        // The public form names the case.
        if !super::case::published(context, asked.case()).await? {
            return Ok(Err("The case of its recommendation is not public. Publish the case first".into()));
        }
    }
    let now = context.now.datetime();
    if subject_of(desk, kept, &loaded.item).await?.embargoes().any(|e| e.covers(now)) {
        return Ok(Err("An embargo covers what it is about".into()));
    }
    // What was decided in private says what the item is about.
    if desk.private_plan(loaded.item.id).await?.is_some() {
        return Ok(Err("The item was considered in private".into()));
    }
    let Some(item) = desk.public_key_of_item(loaded.item.id).await? else {
        return Ok(Err("The item is not public. Publish it with its meeting first".into()));
    };
    // A withdrawal ends the clearance, and the day of publication stays on record.
    if desk.cleared("decision", loaded.item.id).await?.is_none_or(|c| c.ended_at.is_some()) {
        return Ok(Err("The decision is not public. Publish it first".into()));
    }
    let record = public_action(kept, item);
    let words = [Some(record.words.as_str()), Some(record.origin.as_str()), record.closed_words.as_deref()].into_iter().flatten();
    let words = words.chain(record.notes.iter().map(|n| n.words.as_str()));
    let words = words.chain(record.more_time.iter().flat_map(|m| [m.why.as_str(), m.given_by.as_str()]));
    for one in words {
        if !person_in_case::find(one).is_empty() {
            return Ok(Err(format!("These words seem to name a person: “{one}”")));
        }
    }
    Ok(Ok(Record::Action(Box::new(record))))
}

fn public_action(kept: &KeptAction, item: String) -> public::Action {
    let action = &kept.action;
    let mut made = public::Action {
        key: kept.key(),
        number: u32::try_from(kept.number).unwrap_or(0),
        body: kept.body.clone(),
        body_slug: kept.body_slug.clone(),
        item,
        origin: match &action.origin {
            // The plan's own title may be restricted.
            Origin::Plan { number, .. } => format!("Number {number} of an action plan"),
            other => other.words(),
        },
        words: action.words.clone(),
        owner: action.owner().into(),
        reports_to: action.reports_to.clone(),
        decided: action.decided,
        original: action.original(),
        more_time: Vec::new(),
        expected: action.expected(),
        notes: Vec::new(),
        closed: action.closed(),
        closed_words: None,
    };
    for entry in action.entries() {
        match &entry.event {
            Event::Noted { words, public: true, .. } => made.notes.push(Note { on: entry.on, words: words.clone() }),
            Event::Extended { to, given_by, why } => {
                made.more_time.push(MoreTime { on: entry.on, to: *to, given_by: given_by.clone(), why: why.clone() });
            }
            // What stands on file is named at the desk alone.
            Event::Done { evidence, .. } => made.closed_words = evidence.lines().next().map(str::to_string),
            Event::Stopped { decision } => made.closed_words = Some(decision.clone()),
            Event::Reopened { .. } => made.closed_words = None,
            Event::Noted { .. } | Event::HandedOver { .. } => {}
        }
    }
    made
}

/// `/desk/actions/{action}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let loaded = load(&context, id).await?;
    let today = context.now.date();
    let action = &loaded.kept.action;
    let mut cases = Vec::new();
    for kept in context.desk.desk.cases_of_item(loaded.item.id).await? {
        if super::case::readable(&context, &kept.key).await? {
            cases.push((kept.id, kept.key.to_string()));
        }
    }
    let page = Shown {
        title: loaded.kept.title(),
        status: action.status(today),
        original: action.original(),
        expected: action.expected(),
        days_late: action.days_late(today),
        held: &loaded.held,
        cases,
        kept: &loaded.kept,
    };
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/desk/actions" { "Actions" } }
        h1.govuk-heading-l { (page.title) " " (status_tag(page.status)) }
        (facts(&loaded, &page))
        h2.govuk-heading-m { "What was recorded" }
        @if action.entries().is_empty() { p.govuk-body { "Nothing yet." } }
        ol.govuk-list.govuk-list--spaced {
            @for entry in action.entries().iter().rev() {
                li { strong { (redress::day::long(entry.on)) } ", " (entry.by) br; (entry.event.words()) }
            }
        }
        (offers(&context, &loaded))
    };
    Ok(answer(&context, &format, &asked, &page.title, &page, body))
}

fn facts(loaded: &Loaded, page: &Shown<'_>) -> Markup {
    let action = &loaded.kept.action;
    let origin = html! {
        (action.origin.words()) ", "
        a.govuk-link href={ "/desk/items/" (loaded.item.id) } { (meeting::title(&loaded.meeting)) ", item " (item::title(&loaded.item)) }
        @if let Some(id) = loaded.decision { ", " a.govuk-link href={ "/desk/decisions/" (id) } { "the decision" } }
        @if let Some(id) = loaded.kept.recommendation_id { ", " a.govuk-link href={ "/desk/recommendations/" (id) } { "the recommendation" } }
    };
    let mut rows = Summary::default()
        .row("What is to be done", html! { (action.words) })
        .row("Where it comes from", origin)
        .row("Owner", html! { (action.owner()) })
        .words("Reports to", Some(&action.reports_to.join(", ")))
        .row("Original date", action.original().map_or(html! { "The decision gives none" }, |d| html! { (redress::day::long(d)) }));
    if action.due() != action.original() {
        rows = rows.day("More time until", action.due());
    }
    rows = rows
        .day("Expected by the owner", page.expected.filter(|_| page.status.open()))
        .row("How it stands", html! { (page.status.words()) @if let Some(late) = page.days_late { "; " strong { (days(late)) " late" } " by the original date" } })
        .words("Held", loaded.held.as_deref());
    if !page.cases.is_empty() {
        let links = html! { @for (id, key) in &page.cases { a.govuk-link href={ "/desk/cases/" (id) } { (key) } " " } };
        rows = rows.row("Cases", links);
    }
    maud::Render::render(&rows)
}

fn offers(context: &Context, loaded: &Loaded) -> Markup {
    let subject = Subject::new(SubjectKind::Item);
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let open = loaded.kept.action.closed().is_none();
    html! {
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if open {
                (offer::<GiveProgress>(context, &subject, &to("progress")))
                (offer::<CloseAction>(context, &subject, &to("close")))
                (offer::<GiveMoreTime>(context, &subject, &to("more-time")))
                (offer::<HandActionOver>(context, &subject, &to("hand-over")))
                (offer::<StopAction>(context, &subject, &to("stop")))
            } @else {
                (offer::<ReopenAction>(context, &subject, &to("reopen")))
            }
            (offer::<PublishActions>(context, &subject, &format!("/desk/actions/publish?actions={}", loaded.kept.id)))
        }
    }
}
