//! Something that comes back to a body: the rule, each of its times with its meeting, what was told, how it ended.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::recurrence::{End, Placed, Slot};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recurrence::{KeptRecurrence, Shared};
use redress_store::desk::work::recurrence_slot::ToldOfSlot;
use serde::Serialize;

use super::{answer, day, item, meeting, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::recurrence::{end::EndRecurrence, hand_over::HandRecurrenceOver, share::SharePlan};
use crate::desk::named_posts::NamedPosts;
use crate::desk::recurring::{Left, Looking, Time, View};
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A recurrence with the item whose decision set it.
pub struct Loaded {
    /// It, with its times.
    pub view: View,
    /// The item.
    pub item: PlannedItem,
    /// Its meeting.
    pub meeting: PlannedMeeting,
}

#[derive(Debug, Serialize)]
struct Shown {
    #[serde(flatten)]
    kept: KeptRecurrence,
    times: Vec<TimeShown>,
    told: Vec<ToldOfSlot>,
    /// What nobody could be told.
    untold: Vec<String>,
    /// Items on agendas to come that nobody needs any more.
    left: Vec<Left>,
    ended: Option<End>,
}

/// One time as programs read it.
#[derive(Debug, Serialize)]
pub struct TimeShown {
    #[serde(flatten)]
    slot: Slot,
    words: String,
    item: Option<i64>,
    /// Items that others took the place of, each with why.
    earlier: Vec<(i64, String)>,
    forward_plan_entry: Option<i64>,
    taken_off: bool,
    plan_version: Option<i64>,
    shared: Option<Shared>,
}

impl TimeShown {
    /// One time.
    pub fn of(time: &Time) -> TimeShown {
        TimeShown {
            slot: time.slot.clone(),
            words: time.slot.words(),
            item: time.made.as_ref().map(|m| m.item.id),
            earlier: time.earlier.iter().map(|e| (e.item.id, e.replaced_because.clone().unwrap_or_default())).collect(),
            forward_plan_entry: time.made.as_ref().and_then(|m| m.forward_plan_entry_id),
            taken_off: time.off,
            plan_version: time.plan_version,
            shared: time.shared.clone(),
        }
    }
}

/// A recurrence, for who may read the decision that set it.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let kept = context.desk.desk.recurrence(id).await?.ok_or(Failure::NotFound)?;
    of(context, kept).await
}

/// The same of what was read.
pub async fn of(context: &Context, kept: KeptRecurrence) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let (item, meeting) = item::load(context, kept.planned_item_id).await?;
    context.may(Act::ReadPaper, &super::action::subject(desk, &item).await?)?;
    let looking = Looking::on(desk, context.now.date()).await?;
    Ok(Loaded { view: View::of(desk, kept, &looking).await?.with_versions(desk).await?, item, meeting })
}

impl Loaded {
    /// Its title.
    pub fn title(&self) -> String {
        self.view.recurrence.what.clone()
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/recurrences/{}", self.view.kept.id)
    }
}

/// `/desk/recurrences/{recurrence}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let loaded = load(&context, id).await?;
    let view = &loaded.view;
    let store = &context.desk.desk;
    let told = store.told_of_slots(id).await?;
    let (people, posts) = (store.people_on(view.today).await?, NamedPosts::of(store).await?);
    let untold = view.times.iter().flat_map(|time| view.untold(time, &told, &people, &posts)).map(|one| one.words).collect();
    let page = Shown {
        kept: view.kept.clone(),
        times: view.times.iter().map(TimeShown::of).collect(),
        told,
        untold,
        left: view.left.clone(),
        ended: view.recurrence.ended().cloned(),
    };
    let subject = Subject::new(SubjectKind::Item);
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/desk/recurrences" { "Reviews to come" } }
        h1.govuk-heading-l { (loaded.title()) }
        (facts(&loaded))
        h2.govuk-heading-m { "Each time" }
        ul.redress-entries { @for time in &view.times { (entry(time, view.kept.working_paper_id, view.kept.shares_plan)) } }
        @if !page.left.is_empty() {
            h2.govuk-heading-m { "To take off the agenda" }
            ul.govuk-list.govuk-list--bullet {
                @for left in &page.left {
                    li {
                        a.govuk-link href={ "/desk/items/" (left.item) } { "The item of " (redress::day::with_weekday(left.on)) }
                        ", for the time due on " (redress::day::long(left.due)) ": nobody needs it any more. " (left.why) "."
                    }
                }
            }
        }
        @if !page.untold.is_empty() {
            h2.govuk-heading-m { "Nobody could be told" }
            p.govuk-body { "Nobody who has an e-mail address holds the post today. Hand the review over, or fill the post." }
            ul.govuk-list.govuk-list--bullet { @for words in &page.untold { li { (words) } } }
        }
        @if !page.told.is_empty() {
            h2.govuk-heading-m { "What was told" }
            ul.govuk-list.govuk-list--bullet { @for told in &page.told { li { (told_words(told)) } } }
        }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<HandRecurrenceOver>(&context, &subject, &format!("{}/hand-over", loaded.address())))
            (offer::<EndRecurrence>(&context, &subject, &format!("{}/end", loaded.address())))
            @if view.kept.shares_plan { (offer::<SharePlan>(&context, &subject, &format!("{}/share", loaded.address()))) }
        }
    };
    Ok(answer(&context, &format, &asked, &loaded.title(), &page, body))
}

fn facts(loaded: &Loaded) -> Markup {
    let (kept, recurrence) = (&loaded.view.kept, &loaded.view.recurrence);
    let origin = html! { a.govuk-link href={ "/desk/items/" (loaded.item.id) } { (meeting::title(&loaded.meeting)) ", item " (item::title(&loaded.item)) } };
    let mut rows = Summary::default()
        .row("Set by", origin)
        .row("How often", html! { (recurrence.cycle.words()) })
        .row("Comes back to", html! { (recurrence.body) })
        .row("Post that reports", html! { (recurrence.owner) })
        .words("Told when it moves", Some(&recurrence.told.join(", ")));
    if !recurrence.handed_over.is_empty() {
        let before = recurrence.handed_over.iter().map(|h| format!("{} until {}. {}", h.from, redress::day::long(h.on), h.why));
        rows = rows.words("Reported before", Some(&before.collect::<Vec<_>>().join(" ")));
    }
    if let Some(paper) = kept.working_paper_id {
        rows = rows.row("Action plan", html! { a.govuk-link href={ "/desk/papers/" (paper) } { "The plan with its versions" } });
    }
    if kept.shares_plan {
        rows = rows.row("The Ombudsman", html! { "The plan goes there after each review, as the decision promised" });
    }
    let ended = match recurrence.ended() {
        Some(end) => html! { "Ended by " (end.decision) },
        None => html! { "Runs until a decision ends it" },
    };
    maud::Render::render(&rows.row("End", ended))
}

/// One time of a list.
pub fn entry(time: &Time, plan: Option<i64>, shares: bool) -> Markup {
    let considered = matches!(time.slot.placed, Placed::Considered { .. });
    let made = time.made.as_ref();
    html! {
        li.redress-entry {
            p.redress-entry__title {
                "Due " (redress::day::with_weekday(time.slot.due)) " " (placed_tag(time))
            }
            p.redress-entry__passage { (time.slot.words()) @if time.off { "; the item came off its agenda, and stands on no other" } "." }
            p.redress-entry__facts {
                @if let Some(made) = made {
                    a.govuk-link href={ "/desk/items/" (made.item.id) } { "The item" span.govuk-visually-hidden { " of " (redress::day::long(time.slot.due)) } } ". "
                    @if let Some(entry) = made.forward_plan_entry_id {
                        a.govuk-link href={ "/desk/forward-plan/" (entry) } { "Forward plan entry" span.govuk-visually-hidden { " of " (redress::day::long(time.slot.due)) } } ". "
                    }
                }
                @for earlier in &time.earlier {
                    a.govuk-link href={ "/desk/items/" (earlier.item.id) } { "The item of " (day(&earlier.on_date)) }
                    @if let Some(why) = &earlier.replaced_because { ": " (why) }
                    ". "
                }
                @if let (Some(paper), Some(version)) = (plan, time.plan_version) {
                    a.govuk-link href={ "/desk/papers/" (paper) "/versions/" (version) "/file" } { "Version " (version) " of the action plan" span.govuk-visually-hidden { " for " (redress::day::long(time.slot.due)) } } ". "
                }
                @if shares && considered {
                    @match &time.shared {
                        Some(shared) => { "The plan went to the Ombudsman on " (day(&shared.sent_date)) ": " (shared.words) "." },
                        None => strong { "The plan has not gone to the Ombudsman yet." },
                    }
                }
            }
        }
    }
}

fn placed_tag(time: &Time) -> Markup {
    match &time.slot.placed {
        Placed::Considered { .. } => tag("Considered", "green"),
        _ if time.off => tag("Off the agenda", "red"),
        Placed::At { .. } => tag("To come", "blue"),
        Placed::Moved { .. } => tag("Moved, late", "yellow"),
        Placed::NoMeeting { .. } => tag("No meeting", "red"),
        Placed::NotTaken { .. } => tag("Not taken", "red"),
    }
}

fn told_words(told: &ToldOfSlot) -> String {
    let about: String = told.about_date.parse::<Date>().map_or(told.about_date.clone(), redress::day::with_weekday);
    let due = day(&told.due_date);
    let what = match told.kind.as_str() {
        "owner" => format!("the owner, of the meeting of {about}"),
        "moved" => format!("the owner and those who are told, that it moves to the meeting of {about}"),
        _ => format!("the owner and those who are told, that the meeting of {about} does not take it and no later one is listed"),
    };
    format!("{}: {what} (due {due})", super::at(&told.told_at))
}
