//! The members' room: their meetings, what changed since they were here last, their papers, questions and items. Opening a
//! restricted paper is logged.

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::body::{BodyKind, Capacity};
use redress::public::action::Action;
use redress::public::{Kind, address};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting_list::ListedMeeting;
use redress_store::desk::work::member_question::MemberQuestion;
use serde::Serialize;

use crate::asset;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::frame::{self, Top};
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// What members are to do.
mod actions;
/// What changed on the agendas of their bodies.
mod changed;
/// What is late.
mod late;
/// A meeting in the room.
pub mod meeting;
/// The meetings of their bodies.
pub mod meetings;
/// What is new since they were here last.
mod news;
/// What a device keeps.
pub mod offline;
/// The papers that they may read.
pub mod papers;
/// What they asked.
pub mod questions;

/// How many of a list stand on the first page; the rest is behind a link.
const FIRST: usize = 10;

#[derive(Debug, Serialize)]
struct Mine {
    news: news::News,
    /// The next meetings of their bodies.
    meetings: Vec<ListedMeeting>,
    /// Agendas of their bodies, with what changed on each.
    agendas: Vec<changed::Changed>,
    papers: Vec<papers::Line>,
    /// What is late of what decisions asked.
    late: crate::layout::action_pack::Pack,
    /// Open actions that their bodies asked for, or that report to them.
    actions: Vec<Action>,
    /// What they asked, those without an answer first.
    questions: Vec<MemberQuestion>,
    /// Reviews of earlier cases that are shown to them.
    reviews: Vec<Review>,
    /// Items that they follow.
    followed: Vec<Coming>,
    items: Vec<Coming>,
}

/// A published item.
#[derive(Debug, Serialize)]
pub struct Coming {
    /// Its number at the desk.
    pub id: i64,
    /// Meeting, number and public title.
    pub title: String,
    /// Its public address.
    pub address: String,
}

/// A review of earlier cases that is shown to them.
#[derive(Debug, Serialize)]
struct Review {
    id: i64,
    title: String,
}

/// Items of meetings that were held so many days ago are not offered any more.
const OFFERED_DAYS: i32 = 183;

/// Lets in whoever has an account of their own.
pub fn own(context: &Context) -> Result<(), Failure> {
    context.may(Act::OwnAccount, &Subject::new(SubjectKind::Account).by(context.account()))
}

/// A page of the room, with the script that keeps on a device what its owner chose.
fn room(context: &Context, format: &Format, asked: &Asked, title: &str, data: &impl Serialize, body: Markup) -> Response {
    if *format == Format::Json {
        return super::answer(context, format, asked, title, data, html! {});
    }
    let top = Top { script: Some(asset::ROOM.as_str()), room: true, ..Top::of(title, asked) };
    let body = html! {
        div #room data-account=(context.account()) role="status" {}
        (body)
    };
    frame::page(context, &top, body)
}

/// `/members`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    own(&context)?;
    let (desk, today) = (&context.desk.desk, context.now.date());
    let since = desk.visit_room(context.account(), context.now.timestamp()).await?;
    let items = coming(&context, today).await?;
    let followed = desk.followed_items(context.account()).await?;
    let (followed, items) = items.into_iter().partition(|item| followed.contains(&item.id));
    let mine = Mine {
        news: news::read(&context, since).await?,
        meetings: meetings::of_mine(&context, meetings::When::Coming).await?,
        agendas: changed::read(&context, today).await?,
        late: crate::pages::action_pack::running(&context.desk.site).await?,
        papers: papers::read(&context, "", papers::LATEST).await?,
        actions: actions::read(&context).await?,
        questions: questions::read(&context).await?,
        reviews: reviews(&context).await?,
        followed,
        items,
    };
    let body = html! {
        h1.govuk-heading-l { "Members’ room" }
        p.govuk-body { a.govuk-link href="/members/offline" { "What this device keeps for reading without a connection" } }
        (news::section(&mine.news))
        h2.govuk-heading-m { "My meetings" }
        (meetings::listed(mine.meetings.get(..FIRST).unwrap_or(&mine.meetings)))
        p.govuk-body { a.govuk-link href="/members/meetings" { "All meetings of my bodies" } }
        (changed::section(&mine.agendas))
        (actions::section(mine.actions.get(..FIRST).unwrap_or(&mine.actions), today))
        (late::section(&mine.late))
        h2.govuk-heading-m { "My questions" }
        (super::questions::entries(mine.questions.get(..FIRST).unwrap_or(&mine.questions), "/members/questions"))
        p.govuk-body { a.govuk-link href="/members/questions" { "All that I asked" } }
        h2.govuk-heading-m { "Papers" }
        (papers::listed(mine.papers.get(..FIRST).unwrap_or(&mine.papers)))
        p.govuk-body { a.govuk-link href="/members/papers" { "All papers that I may read" } }
        @if !mine.reviews.is_empty() {
            h2.govuk-heading-m { "Reviews of earlier cases" }
            ul.redress-entries {
                @for review in &mine.reviews {
                    li.redress-entry { p.redress-entry__title { a.govuk-link href={ "/desk/reviews/" (review.id) } { (review.title) } } }
                }
            }
        }
        (to_follow(&mine))
    };
    Ok(room(&context, &format, &asked, "Members’ room", &mine, body))
}

/// The seats of whoever asks today: the sort of each body, and the capacity there.
pub async fn seats(context: &Context) -> Result<Vec<(BodyKind, Capacity)>, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date().to_string());
    let Some(member) = desk.account(context.account()).await?.and_then(|account| account.member_id) else { return Ok(Vec::new()) };
    let mut seats = Vec::new();
    for seat in desk.seats_of_member(member).await?.into_iter().filter(|seat| seat.held_on(&today)) {
        if let Some(body) = desk.body_particulars(seat.body_id).await? {
            seats.push((body.sort(), seat.capacity()));
        }
    }
    Ok(seats)
}

/// The title of an item as this person may see it: the working title for those who read the desk, the public one for members.
pub fn titled(context: &Context, item: &PlannedItem) -> String {
    match &item.public_title {
        Some(public) if !context.can(Act::ReadDesk, &Subject::new(SubjectKind::Item)) => public.clone(),
        _ => item.title.clone(),
    }
}

/// Meeting, number and title of an item as this person may see it.
pub async fn item_title(context: &Context, id: i64) -> Result<String, Failure> {
    let (item, held) = super::item::load(context, id).await?;
    Ok(format!("{}, item {}: {}", super::meeting::title(&held), item.number, titled(context, &item)))
}

/// The reviews that were shown to them and that they may open today.
async fn reviews(context: &Context) -> Result<Vec<Review>, Failure> {
    let mut all = Vec::new();
    for id in context.desk.desk.reviews_shown_to(context.account(), context.now.date()).await? {
        match super::review::open(context, id).await {
            Ok(loaded) => all.push(Review { id, title: loaded.title() }),
            Err(Failure::NotFound | Failure::MayNot(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(all)
}

/// The published items of meetings planned here: one that is followed brings a message when more of it is published.
pub async fn coming(context: &Context, today: Date) -> Result<Vec<Coming>, Failure> {
    let desk = &context.desk.desk;
    let from = redress::counting::plus(today, -OFFERED_DAYS).unwrap_or(today).to_string();
    let mut items = Vec::new();
    for meeting in desk.planned_meetings(&from, 100).await? {
        for (item, key) in desk.published_items(meeting.id).await? {
            let item = super::item::veiled(context, item).await?;
            let title = item.public_title.unwrap_or(item.title);
            let title = format!("{}, item {}: {title}", super::meeting::title(&meeting), item.number);
            items.push(Coming { id: item.id, title, address: address(Kind::Item, &key) });
        }
    }
    Ok(items)
}

fn to_follow(mine: &Mine) -> Markup {
    let entries = |items: &[Coming], follow: bool| {
        html! {
            ul.redress-entries {
                @for item in items {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href=(item.address) { (item.title) } }
                        p.redress-entry__facts {
                            @if follow { a.govuk-link href={ "/desk/items/" (item.id) "/follow" } { "Follow" span.govuk-visually-hidden { ": " (item.title) } } " " }
                            a.govuk-link href={ "/members/ask?item=" (item.id) } { "Ask" span.govuk-visually-hidden { " about: " (item.title) } }
                        }
                    }
                }
            }
        }
    };
    html! {
        @if !mine.followed.is_empty() { h2.govuk-heading-m { "Items that I follow" } (entries(&mine.followed, false)) }
        @if !mine.items.is_empty() {
            h2.govuk-heading-m { "Items to follow" }
            p.govuk-body { "Whoever follows an item gets one message each time that something of it is published." }
            (entries(&mine.items, true))
        }
    }
}
