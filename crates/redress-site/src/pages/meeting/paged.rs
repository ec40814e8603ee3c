//! The pages by which a meeting's papers are cited: a table from page to document, and an address for each page for ever.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::day::long;
use redress::public::document::Document;
use redress::public::item::Item;
use redress::public::meeting::Meeting;
use redress::public::pack::{MeetingPack, Sheets};
use redress::public::{Kind, Record, address};
use serde::Serialize;

use crate::failure::Failure;
use crate::layout::{scrolling, tag};
use crate::pages::{Answer, Format, moved};
use crate::site::Site;

/// Pages of one version of a document.
#[derive(Debug, Serialize)]
pub struct Cited {
    /// The meeting's key.
    pub meeting: String,
    /// The pages.
    #[serde(flatten)]
    pub sheets: Sheets,
    /// Which version of the document's publication they are of.
    pub version: u32,
    /// The pages of the version that replaced it.
    pub replaced_by: Option<String>,
}

/// `/meetings/{meeting}/pages/{reference}`: leads to the paper as it was when the page got its number.
pub async fn lead(State(site): State<Site>, format: Format, Path((key, reference)): Path<(String, String)>) -> Answer {
    let (_, Record::Meeting(meeting)) = site.standing(Kind::Meeting, &key).await? else { return Err(Failure::NotFound) };
    let page = meeting.pack.as_ref().and_then(|pack| pack.find(&reference)).ok_or(Failure::NotFound)?;
    let number = page.sheets.document.to_string();
    let (_, Record::Document(document)) = site.standing(Kind::Document, &number).await? else { return Err(Failure::NotFound) };
    let version = version_of(&site, &number, &page.sheets.file).await?.ok_or(Failure::NotFound)?;
    let to = format!("/documents/{number}/{}/versions/{version}?page={}", document.name(), page.of_file);
    Ok(moved(&format, &to))
}

/// The last publication of a document that has this file.
async fn version_of(site: &Site, number: &str, file: &str) -> Result<Option<u32>, Failure> {
    let (last, _) = site.standing(Kind::Document, number).await?;
    for version in (1..=last.version).rev() {
        let found = site.register.version(Kind::Document, number, version).await?.and_then(|p| p.record);
        if let Some(Record::Document(document)) = found
            && document.file.as_deref() == Some(file)
        {
            return Ok(Some(version));
        }
    }
    Ok(None)
}

/// The pages of a document in its meeting's pack.
pub async fn of_document(site: &Site, document: &Document) -> Result<Vec<Cited>, Failure> {
    let Some(key) = document.item.as_deref().and_then(|item| item.split_once('/')).map(|(meeting, _)| meeting) else {
        return Ok(Vec::new());
    };
    let Ok((_, Record::Meeting(meeting))) = site.standing(Kind::Meeting, key).await else { return Ok(Vec::new()) };
    let Some(pack) = &meeting.pack else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for sheets in pack.of_document(document.number) {
        let version = version_of(site, &document.number.to_string(), &sheets.file).await?.unwrap_or(0);
        let replaced_by = pack.replaced_by(sheets).map(Sheets::words);
        all.push(Cited { meeting: key.into(), sheets: sheets.clone(), version, replaced_by });
    }
    Ok(all)
}

/// On the page of a document.
pub fn on_document(pages: &[Cited]) -> Markup {
    html! {
        @if !pages.is_empty() {
            h2.govuk-heading-m { "Pages" }
            p.govuk-body { "Members and minutes cite this paper by these pages of the meeting’s papers. They never change." }
            ul.govuk-list.govuk-list--bullet {
                @for one in pages {
                    li {
                        a.govuk-link href={ "/meetings/" (one.meeting) "/pages/" (one.sheets.first) } { "Pages " (one.sheets.words()) }
                        ", version " (one.version)
                        @if let Some(number) = one.sheets.supplement { ", in supplement " (number) }
                        @if let Some(by) = &one.replaced_by { ". Replaced by pages " (by) "." }
                    }
                }
            }
        }
    }
}

/// On the page of the meeting: supplements with their reasons, and the table from page to document.
pub fn section(meeting: &Meeting, items: &[Item]) -> Markup {
    let Some(pack) = &meeting.pack else { return html! {} };
    html! {
        h2.govuk-heading-m #pages { "Pages" }
        p.govuk-body { "The papers of this meeting were first published with " (pack.pack.pages) @if pack.pack.pages == 1 { " page." } @else { " pages." } " What came later goes in between: 45A follows 45. A page keeps its number, whatever comes." }
        @if !pack.pack.supplements().is_empty() {
            ul.govuk-list.govuk-list--bullet {
                @for one in pack.pack.supplements() { li { "Supplement " (one.number) ", published " (long(one.published)) ": " (one.why) } }
            }
        }
        (scrolling("Pages and papers", table(meeting, pack, items)))
    }
}

fn table(meeting: &Meeting, pack: &MeetingPack, items: &[Item]) -> Markup {
    let titled = |number: u64| items.iter().flat_map(|i| i.papers.iter().map(move |p| (i, p))).find(|(_, p)| p.number == number);
    html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { "Which paper a page is of" }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Pages" }
                    th.govuk-table__header scope="col" { "Paper" }
                    th.govuk-table__header scope="col" { "Part" }
                }
            }
            tbody.govuk-table__body {
                @for one in &pack.sheets {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { a.govuk-link href={ "/meetings/" (meeting.key) "/pages/" (one.first) } { (one.words()) } }
                        td.govuk-table__cell {
                            @match titled(one.document) {
                                Some((item, paper)) => { a.govuk-link href=(crate::layout::papers::address(paper.number, &paper.paper)) { (paper.paper.title) } @if let Some(number) = &item.number { ", item " (number) } },
                                None => a.govuk-link href=(address(Kind::Document, &one.document.to_string())) { "Document " (one.document) },
                            }
                            @if let Some(by) = pack.replaced_by(one) { " " (tag("Replaced", "yellow")) " by pages " (by.words()) }
                        }
                        td.govuk-table__cell { @match one.supplement { Some(number) => { "Supplement " (number) }, None => "Pack" } }
                    }
                }
            }
        }
    }
}
