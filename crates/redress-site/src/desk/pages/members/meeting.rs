//! A meeting in the members' room: its agenda with every paper that this person may read, page references and supplements, their
//! own notes, and what to think of before an item is called.

use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::ask_officer::AskOfficer;
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// What a device may keep of it.
mod kept;
/// Notes of whoever asks.
mod notes;
/// What stands on the page.
mod read;

pub use read::items;
use read::{Item, Paper, RoomMeeting};

/// Its address.
pub fn address(id: i64) -> String {
    format!("/members/meetings/{id}")
}

/// `/members/meetings/{meeting}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let page = read::load(&context, id, asked.get("kept") == "yes").await?;
    let body = body(&context, &page).await?;
    Ok(super::room(&context, &format, &asked, &page.title, &page, body))
}

async fn body(context: &Context, page: &RoomMeeting) -> Result<Markup, Failure> {
    let meeting = &page.meeting;
    Ok(html! {
        span.govuk-caption-l { a.govuk-link href="/members/meetings" { "Meetings of my bodies" } }
        h1.govuk-heading-l { (page.title) }
        p.govuk-body { (super::meetings::standing(page.standing)) }
        (Summary::default().words("Start", meeting.starts.as_deref()).words("Place", meeting.place.as_deref()))
        @if page.public { p.govuk-body { a.govuk-link href={ "/meetings/" (meeting.key()) } { "The meeting’s public page" } } }
        (kept::section(page))
        (interests(page))
        (supplements(page))
        h2.govuk-heading-m { "Agenda" }
        @if page.items.is_empty() { p.govuk-body { "Nothing of the agenda is published yet." } }
        @for item in &page.items { (one(context, page, item)) }
        (notes::elsewhere(&page.notes))
        (notes::form(context, meeting.id, &page.items))
        (changes(page))
    })
}

/// Localism Act 2011, section 31, binds members of the council and co-opted members with a vote.
fn interests(page: &RoomMeeting) -> Markup {
    html! {
        @if page.mine && !page.items.is_empty() {
            div.govuk-inset-text {
                p.govuk-body { "Look through the items for an interest of yours. A disclosable pecuniary interest that is not in the register is disclosed at the meeting, and who has one takes no part in the item without a dispensation: Localism Act 2011, sections 31 and 33." }
            }
        }
    }
}

fn supplements(page: &RoomMeeting) -> Markup {
    html! {
        @if let Some(pages) = page.pack_pages { p.govuk-body { "The papers have pages 1 to " (pages) ". A page of a supplement is like 45A: no page ever changes its number." } }
        @if !page.supplements.is_empty() {
            h2.govuk-heading-m { "Supplements" }
            ul.govuk-list.govuk-list--bullet {
                @for one in &page.supplements {
                    li { "Supplement " (one.number) ", " (super::super::day(&one.published_on)) ": " (one.why) @if !one.pages.is_empty() { " (pages " (one.pages) ")" } }
                }
            }
        }
    }
}

fn one(context: &Context, page: &RoomMeeting, item: &Item) -> Markup {
    html! {
        section.redress-item id={ "item-" (item.id) } {
            h3.govuk-heading-s { (item.number) " " (item.title) }
            @for paper in &item.papers { (paper_of(context, page, paper)) }
            @if item.papers.is_empty() { p.govuk-body { "No paper that you may read." } }
            @if item.left_out > 0 { p.govuk-body { (item.left_out) " restricted " @if item.left_out == 1 { "paper is" } @else { "papers are" } " not kept on this device." } }
            (notes::listed(&item.notes))
            @if !item.questions.is_empty() { (super::super::questions::entries(&item.questions, "/members/questions")) }
            @if context.might(AskOfficer::ACT).is_ok() {
                p.redress-entry__facts { a.govuk-link href={ (AskOfficer::PATH) "?item=" (item.id) } { (AskOfficer::TITLE) span.govuk-visually-hidden { " about item " (item.number) } } }
            }
        }
    }
}

fn paper_of(context: &Context, page: &RoomMeeting, paper: &Paper) -> Markup {
    html! {
        div.redress-entry {
            p.redress-entry__title {
                @if page.kept.copy { (paper.title) } @else { a.govuk-link href={ "/desk/papers/" (paper.id) } { (paper.title) } }
                @if paper.restricted { " " (tag("Restricted: in confidence", "red")) }
            }
            @if let Some(file) = &paper.file {
                p.redress-entry__facts { a.govuk-link href=(file) { "Open the file" span.govuk-visually-hidden { " of " (paper.title) } " (" (paper.media) ", " (paper.size) @if let Some(pages) = paper.pages { ", " (pages) @if pages == 1 { " page" } @else { " pages" } } ")" } }
            }
            @for reference in &paper.references {
                p.redress-entry__facts {
                    @match reference.supplement { None => "Pages ", Some(number) => { "Supplement " (number) ", pages " } }
                    (reference.pages)
                }
            }
            @if paper.references.len() > 1 { p.redress-entry__facts { "The last of these is the newest version. The earlier pages keep their numbers." } }
            @if context.might(AskOfficer::ACT).is_ok() && !page.kept.copy {
                p.redress-entry__facts { a.govuk-link href={ (AskOfficer::PATH) "?paper=" (paper.id) } { (AskOfficer::TITLE) span.govuk-visually-hidden { " about " (paper.title) } } }
            }
        }
    }
}

fn changes(page: &RoomMeeting) -> Markup {
    html! {
        @if !page.versions.is_empty() {
            h2.govuk-heading-m { "What was published when" }
            @for version in &page.versions {
                h3.govuk-heading-s { (super::super::at(&version.at)) }
                @if version.changes.is_empty() { p.govuk-body { "The agenda was published with " (version.contents.items.len()) " items." } } @else {
                    ul.govuk-list.govuk-list--bullet { @for change in &version.changes { li { (change) } } }
                }
            }
        }
    }
}
