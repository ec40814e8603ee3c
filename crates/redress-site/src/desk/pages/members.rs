//! The members' own papers: those that each may read, restricted ones included. Opening one is logged.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::public::{Kind, address};
use serde::Serialize;

use super::answer;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// What changed on the agendas of their bodies.
mod changed;

#[derive(Debug, Serialize)]
struct Mine {
    /// Agendas of their bodies, with what changed on each.
    agendas: Vec<changed::Changed>,
    papers: Vec<Line>,
    /// Reviews of earlier cases that are shown to them.
    reviews: Vec<Review>,
    items: Vec<Coming>,
}

/// A published item, to be followed.
#[derive(Debug, Serialize)]
struct Coming {
    id: i64,
    title: String,
    address: String,
}

/// A review of earlier cases that is shown to them.
#[derive(Debug, Serialize)]
struct Review {
    id: i64,
    title: String,
}

/// Items of meetings that were held so many months ago are not offered any more.
const OFFERED_DAYS: i32 = 183;

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    title: String,
    restricted: bool,
}

/// `/members`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::OwnAccount, &Subject::new(SubjectKind::Account).by(context.account()))?;
    let now = context.now.datetime();
    let wanted = asked.get("q").to_lowercase();
    let mut lines = Vec::new();
    for sealed in context.desk.desk.papers(500).await? {
        let drafts = context.can(Act::ReadPaper, &sealed.subject().clone().published(false));
        let restricted = sealed.subject().restriction.as_ref().is_some_and(|r| r.stands_on(now.date()));
        // Only the one place that decides says what is in this list.
        let Ok(paper) = sealed.open(&context.reader(), Act::ReadPaper, now) else { continue };
        let paper = if drafts { paper } else { super::paper::as_public(paper) };
        if wanted.is_empty() || paper.title.to_lowercase().contains(&wanted) {
            lines.push(Line { id: paper.id, title: paper.title, restricted });
        }
    }
    let mine = Mine {
        agendas: changed::read(&context, now.date()).await?,
        papers: lines,
        reviews: reviews(&context).await?,
        items: coming(&context, now.date()).await?,
    };
    let lines = &mine.papers;
    let body = html! {
        h1.govuk-heading-l { "My papers" }
        (changed::section(&mine.agendas))
        form.redress-filter method="get" action="/members" {
            div.govuk-form-group {
                label.govuk-label for="q" { "Words of the title" }
                input.govuk-input id="q" name="q" type="text" value=(asked.get("q"));
            }
            button.govuk-button type="submit" { "Apply" }
        }
        @if lines.is_empty() { p.govuk-body { "There is no paper here for you." } } @else {
            ul.redress-entries {
                @for line in lines {
                    li.redress-entry {
                        p.redress-entry__title {
                            a.govuk-link href={ "/desk/papers/" (line.id) } { (line.title) }
                            @if line.restricted { " " (tag("Restricted: in confidence", "red")) }
                        }
                    }
                }
            }
        }
        @if !mine.reviews.is_empty() {
            h2.govuk-heading-m { "Reviews of earlier cases" }
            ul.redress-entries {
                @for review in &mine.reviews {
                    li.redress-entry { p.redress-entry__title { a.govuk-link href={ "/desk/reviews/" (review.id) } { (review.title) } } }
                }
            }
        }
        (to_follow(&mine.items))
    };
    Ok(answer(&context, &format, &asked, "My papers", &mine, body))
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
async fn coming(context: &Context, today: Date) -> Result<Vec<Coming>, Failure> {
    let desk = &context.desk.desk;
    let from = redress::counting::plus(today, -OFFERED_DAYS).unwrap_or(today).to_string();
    let mut items = Vec::new();
    for meeting in desk.planned_meetings(&from, 100).await? {
        for item in desk.planned_items(meeting.id).await? {
            let Some(key) = desk.cleared("item", item.id).await?.filter(|c| c.ended_at.is_none()).and_then(|c| c.public_key) else {
                continue;
            };
            let item = super::item::veiled(context, item).await?;
            let title = item.public_title.unwrap_or(item.title);
            let title = format!("{}, item {}: {title}", super::meeting::title(&meeting), item.number);
            items.push(Coming { id: item.id, title, address: address(Kind::Item, &key) });
        }
    }
    Ok(items)
}

fn to_follow(items: &[Coming]) -> Markup {
    html! {
        @if !items.is_empty() {
            h2.govuk-heading-m { "Items to follow" }
            p.govuk-body { "Whoever follows an item gets one message each time that something of it is published." }
            ul.redress-entries {
                @for item in items {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href=(item.address) { (item.title) } }
                        p.redress-entry__facts { a.govuk-link href={ "/desk/items/" (item.id) "/follow" } { "Follow" span.govuk-visually-hidden { ": " (item.title) } } }
                    }
                }
            }
        }
    }
}
