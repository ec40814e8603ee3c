//! A paper as it was in one of its versions: its own file, and what its words changed.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::difference::{Run, words};
use redress::public::document::Document;
use redress::public::publication::Publication;
use redress::public::{Kind, Record};
use serde::Serialize;

use super::{load, send};
use crate::failure::Failure;
use crate::layout::{compared, papers, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format, Head, Render, Section, answer};
use crate::site::Site;

/// The most words on either side of a comparison: anybody may ask for it, and its time grows with the square of them.
const MOST_COMPARED: usize = 20_000;

fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(MOST_COMPARED).is_some()
}

/// A version of a paper.
#[derive(Debug, Serialize)]
pub struct VersionPage {
    /// The paper as it was.
    pub document: Document,
    /// The publication.
    pub publication: Publication,
    /// The publication that stands now.
    pub stands: u32,
    /// The page of the file that was asked for, from 1.
    pub page: Option<u32>,
    /// The reference of that page.
    pub reference: Option<String>,
    /// What the words of the file changed against the version before, where both can be read and are not too long for it.
    pub changed: Option<Vec<Run>>,
    /// One of the two has too many words to be compared here.
    pub too_long: bool,
    #[serde(skip)]
    address: String,
}

/// `/documents/{number}/{name}/versions/{version}`
pub async fn show(
    State(site): State<Site>,
    format: Format,
    Path((number, _, version)): Path<(String, String, u32)>,
    asked: Asked,
) -> Answer {
    let standing = load(&site, &number).await?;
    let (publication, document) = of(&site, &number, version).await?;
    let before = if version > 1 { of(&site, &number, version - 1).await.ok().and_then(|(_, d)| d.words) } else { None };
    let page = asked.get("page").parse().ok();
    let address = standing.own_address();
    let cited = standing.pages.iter().find(|c| Some(&c.sheets.file) == document.file.as_ref());
    let reference = page.zip(cited).and_then(|(page, cited)| reference(&site, cited, page));
    let reference = match reference {
        Some(found) => found.await?,
        None => None,
    };
    let both = before.zip(document.words.clone());
    let too_long = both.as_ref().is_some_and(|(before, now)| is_long(before) || is_long(now));
    let changed = match both.filter(|_| !too_long) {
        Some((before, now)) => {
            let compared = tokio::task::spawn_blocking(move || words(&before, &now)).await;
            Some(compared.map_err(|e| Failure::Store(e.to_string().into()))?)
        }
        None => None,
    };
    let stands = standing.publication.version;
    Ok(answer(&site, &format, &VersionPage { document, publication, stands, page, reference, changed, too_long, address }))
}

/// `/documents/{number}/{name}/versions/{version}/file`
pub async fn file(State(site): State<Site>, Path((number, name, version)): Path<(String, String, u32)>) -> Answer {
    // A withdrawn paper has no version that anybody may open.
    load(&site, &number).await?;
    let (_, document) = of(&site, &number, version).await?;
    send(&site, &document, &name).await
}

async fn of(site: &Site, number: &str, version: u32) -> Result<(Publication, Document), Failure> {
    let found = site.register.version(Kind::Document, number, version).await?.ok_or(Failure::NotFound)?;
    match found.record {
        Some(Record::Document(document)) => Ok((found.publication, document)),
        _ => Err(Failure::NotFound),
    }
}

/// The reference of a page of a file.
fn reference<'a>(
    site: &'a Site,
    cited: &'a crate::pages::meeting::paged::Cited,
    page: u32,
) -> Option<impl Future<Output = Result<Option<String>, Failure>> + 'a> {
    let at = cited.sheets.from.checked_add(page)?.checked_sub(1)?;
    Some(async move {
        let (_, Record::Meeting(meeting)) = site.standing(Kind::Meeting, &cited.meeting).await? else { return Ok(None) };
        let Some(pack) = meeting.pack else { return Ok(None) };
        Ok(match cited.sheets.supplement {
            None => Some(at.to_string()),
            Some(number) => usize::try_from(at).ok().and_then(|at| pack.pack.references(number).into_iter().nth(at.saturating_sub(1))),
        })
    })
}

impl Render for VersionPage {
    fn head(&self) -> Head {
        let own = format!("{}/versions/{}", self.address, self.publication.version);
        let title = format!("{}, version {}", self.document.paper.title, self.publication.version);
        Head::new(title, own, Section::Meetings).under(self.document.paper.title.clone(), self.address.clone())
    }

    fn body(&self) -> Markup {
        let version = self.publication.version;
        html! {
            h1.govuk-heading-l { (self.document.paper.title) ", version " (version) }
            @if version < self.stands { p.govuk-body { (tag("Replaced", "yellow")) " A later version stands: " a.govuk-link href=(self.address) { "version " (self.stands) } "." } }
            @if let (Some(page), Some(reference)) = (self.page, &self.reference) {
                p.govuk-body { "Page " strong { (reference) } " of the meeting’s papers is page " (page) " of this file." }
            }
            @if self.document.file.is_some() {
                p.govuk-body { a.govuk-link href={ (self.address) "/versions/" (version) "/file" } { "Download " (papers::words(&self.document.paper)) } }
            } @else { p.govuk-body { "No file of this version is kept here." } }
            p.govuk-body { "Published " (crate::layout::summary::day(crate::clock::day_of(self.publication.published_at))) ": " (self.publication.reason) }
            @match &self.changed {
                Some(runs) if runs.iter().all(|r| matches!(r, Run::Same(_))) => p.redress-said { "No word of the file changed against the version before." },
                Some(runs) => {
                    h2.govuk-heading-m { "What changed" }
                    (compared::key("the version before", "this version"))
                    div.redress-record.redress-record--quoted { p { (compared::show(runs)) } }
                },
                None if self.too_long => p.govuk-body {
                    "The file is too long to compare its words here. Read "
                    a.govuk-link href={ (self.address) "/versions/" (version.saturating_sub(1)) } { "version " (version.saturating_sub(1)) }
                    " beside " a.govuk-link href={ (self.address) "/versions/" (version) } { "version " (version) } "."
                },
                None => {},
            }
            p.govuk-body { a.govuk-link href={ "/versions/document/" (self.document.number) } { "Every version" } }
        }
    }
}
