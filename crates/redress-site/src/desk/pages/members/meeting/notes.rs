//! The notes of whoever asks, beside what they are on. Nobody else's are ever read here.

use maud::{Markup, html};
use redress::access::Act;
use redress::members_room::note::stays;
use redress_store::desk::work::member_note::MemberNote;
use redress_store::desk::work::pack::KeptPack;
use serde::Serialize;

use super::super::super::at;
use super::read::Item;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::note::{ChangeNote, RemoveNote, WriteNote};
use crate::desk::filled::TOKEN;
use crate::desk::inputs::Shown;
use crate::failure::Failure;

/// A note with where it stands today.
#[derive(Debug, Serialize)]
pub struct Note {
    pub id: i64,
    /// The item that it is on, by itself or by its paper.
    pub item: Option<i64>,
    pub page: Option<String>,
    pub paper: Option<i64>,
    /// The paper's title, where they may read it still.
    pub title: Option<String>,
    pub words: String,
    pub written_at: String,
    /// Where a newer version of the page stands.
    pub newer: Option<String>,
}

/// Their notes for a meeting.
pub async fn read(context: &Context, meeting: i64, pack: &KeptPack) -> Result<Vec<Note>, Failure> {
    let mut all = Vec::new();
    for kept in context.desk.desk.notes(context.account(), meeting).await? {
        all.push(one(context, kept, pack).await?);
    }
    Ok(all)
}

async fn one(context: &Context, kept: MemberNote, pack: &KeptPack) -> Result<Note, Failure> {
    let (mut item, mut title) = (kept.planned_item_id, None);
    if let Some(paper) = kept.working_paper_id
        && let Some(sealed) = context.desk.desk.working_paper(paper).await?
    {
        let drafts = super::super::super::paper::reads_drafts(context, sealed.subject());
        if let Ok(opened) = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()) {
            let opened = if drafts { opened } else { super::super::super::paper::as_public(opened) };
            item = item.or(opened.planned_item_id);
            title = Some(opened.title);
        }
    }
    let newer = kept.working_paper_id.zip(kept.sha256.as_deref()).and_then(|(paper, sha256)| pack.newer(paper, sha256));
    Ok(Note {
        newer: kept.page.as_deref().and_then(|page| stays(page, newer.as_ref())),
        id: kept.id,
        item,
        page: kept.page,
        paper: kept.working_paper_id,
        title,
        words: kept.words,
        written_at: kept.written_at,
    })
}

/// Takes those on an item out of all.
pub fn of_item(notes: &mut Vec<Note>, item: i64) -> Vec<Note> {
    notes.extract_if(.., |note| note.item == Some(item)).collect()
}

/// Notes as the page shows them.
pub fn listed(notes: &[Note]) -> Markup {
    html! {
        @for note in notes {
            div.govuk-inset-text id={ "note-" (note.id) } {
                p.redress-entry__facts {
                    "My note" @if let Some(page) = &note.page { " on page " (page) } @if let Some(title) = &note.title { " of " (title) } ", " (at(&note.written_at))
                }
                @for line in note.words.lines() { p.govuk-body { (line) } }
                @if let Some(newer) = &note.newer { p.govuk-body { (newer) } }
                p.redress-entry__facts {
                    a.govuk-link href={ "/members/notes/" (note.id) "/change" } { (ChangeNote::TITLE) span.govuk-visually-hidden { ": " (note.words) } } " "
                    a.govuk-link href={ "/members/notes/" (note.id) "/remove" } { (RemoveNote::TITLE) span.govuk-visually-hidden { ": " (note.words) } }
                }
            }
        }
    }
}

/// Notes whose item or page is not on the page any more.
pub fn elsewhere(notes: &[Note]) -> Markup {
    html! { @if !notes.is_empty() { h2.govuk-heading-m { "Other notes of mine" } (listed(notes)) } }
}

/// The form for a note; the script keeps what it cannot send.
pub fn form(context: &Context, meeting: i64, items: &[Item]) -> Markup {
    let offered: Vec<(String, String)> = items.iter().map(|i| (i.id.to_string(), format!("{} {}", i.number, i.title))).collect();
    html! {
        h2.govuk-heading-m #write { (WriteNote::TITLE) }
        form method="post" action={ "/members/meetings/" (meeting) "/note" } novalidate data-note=(meeting) {
            input type="hidden" name=(TOKEN) value=(context.visitor.form_token);
            @for field in WriteNote::FIELDS {
                @let own = if field.name == "item" { offered.clone() } else { Vec::new() };
                (Shown { field, form: "", values: Vec::new(), offered: own, problem: None }.input())
            }
            button.govuk-button type="submit" { (WriteNote::TITLE) }
        }
    }
}
