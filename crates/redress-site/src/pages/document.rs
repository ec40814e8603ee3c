//! A paper: what the register knows of it, and the file where the register holds it.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, PreEscaped, html};
use redress::paper::size_words;
use redress::public::document::Document;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer, moved};
use crate::failure::Failure;
use crate::layout::{papers, published, summary::Summary, tag};
use crate::site::Site;

/// A report that is shown in place.
mod inline;

/// A paper.
#[derive(Debug, Serialize)]
pub struct DocumentPage {
    /// The paper.
    pub document: Document,
    /// The pages of its meeting's papers that are its own, replaced versions too.
    pub pages: Vec<Cited>,
    /// What its body is called, where the body has a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The publication that stands.
    pub publication: Publication,
    /// The main part of a report that is kept as HTML.
    #[serde(skip)]
    main: Option<String>,
}

/// What was a version of the file.
pub mod version;

use super::meeting::paged::{self, Cited};

/// `/documents/{number}`: the name is part of the address.
pub async fn named(State(site): State<Site>, format: Format, Path(number): Path<String>) -> Answer {
    let page = load(&site, &number).await?;
    Ok(moved(&format, &page.own_address()))
}

/// `/documents/{number}/{name}`; ModernGov's `documents/s123/Report.pdf` leads to the same paper.
pub async fn show(State(site): State<Site>, format: Format, Path((number, name)): Path<(String, String)>) -> Answer {
    if let Some(foreign) = number.strip_prefix(['s', 'S', 'g', 'G', 'b', 'B']) {
        let (kind, key) = site.register.foreign("document", foreign).await?.ok_or(Failure::NotFound)?;
        return Ok(moved(&format, &address(kind, &key)));
    }
    let mut page = load(&site, &number).await?;
    if page.document.name() != name {
        return Ok(moved(&format, &page.own_address()));
    }
    if let (Format::Html, Some(hash), Some("HTML")) = (&format, page.document.file.as_deref(), page.document.paper.media.as_deref()) {
        let bytes = site.register.file(hash).await?;
        page.main = bytes.as_deref().and_then(inline::main_of).map(str::to_string);
    }
    Ok(answer(&site, &format, &page))
}

/// `/documents/{number}/{name}/file`
pub async fn file(State(site): State<Site>, Path((number, name)): Path<(String, String)>) -> Answer {
    let page = load(&site, &number).await?;
    if page.document.name() != name {
        return Ok(Redirect::permanent(&format!("{}/file", page.own_address())).into_response());
    }
    send(&site, &page.document, &name).await
}

/// The file of a document as it is, or was in one of its versions.
async fn send(site: &Site, document: &Document, name: &str) -> Answer {
    let hash = document.file.as_deref().ok_or(Failure::NotFound)?;
    let bytes = site.register.file(hash).await?.ok_or(Failure::NotFound)?;
    let (media, ending) = media(document.paper.media.as_deref());
    let kept = HeaderValue::from_str(&format!("attachment; filename=\"{}.{ending}\"", file_name(name)));
    let kept = kept.unwrap_or(HeaderValue::from_static("attachment"));
    Ok(([(CONTENT_TYPE, HeaderValue::from_static(media)), (CONTENT_DISPOSITION, kept)], bytes).into_response())
}

async fn load(site: &Site, number: &str) -> Result<DocumentPage, Failure> {
    match site.standing(Kind::Document, number).await? {
        (publication, Record::Document(document)) => {
            let pages = paged::of_document(site, &document).await?;
            let body = body_of(site, &document).await?;
            Ok(DocumentPage { document, pages, body, publication, main: None })
        }
        _ => Err(Failure::NotFound),
    }
}

/// The type of a file and the ending of its name. What a browser could run is sent as mere bytes.
fn media(shown: Option<&str>) -> (&'static str, &'static str) {
    match shown.map(str::to_ascii_uppercase).as_deref() {
        Some("PDF") => ("application/pdf", "pdf"),
        Some("DOC") => ("application/msword", "doc"),
        Some("DOCX") => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        Some("XLS") => ("application/vnd.ms-excel", "xls"),
        Some("XLSX") => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        Some("PPTX") => ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
        Some("TXT") => ("text/plain; charset=utf-8", "txt"),
        Some("CSV") => ("text/csv; charset=utf-8", "csv"),
        Some("HTML") => ("application/octet-stream", "html"),
        _ => ("application/octet-stream", "bin"),
    }
}

fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).take(100).collect()
}

async fn body_of(site: &Site, document: &Document) -> Result<Option<String>, Failure> {
    let Some(slug) = &document.body_slug else { return Ok(None) };
    match site.standing(Kind::Body, slug).await {
        Ok((_, Record::Body(body))) => Ok(Some(body.name)),
        Ok(_) | Err(Failure::NotFound | Failure::Gone(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

impl DocumentPage {
    fn own_address(&self) -> String {
        papers::address(self.document.number, &self.document.paper)
    }

    fn facts(&self) -> Markup {
        let document = &self.document;
        let mut rows = Summary::default();
        if let Some(item) = &document.item {
            let words = document.belongs_to.as_deref().unwrap_or("The item of the meeting");
            rows = rows.row("Before", html! { a.govuk-link href=(address(Kind::Item, item)) { (words) } });
        } else {
            rows = rows.words("Belongs to", document.belongs_to.as_deref());
        }
        rows = rows.day("Date", document.date);
        if let (Some(slug), Some(name)) = (&document.body_slug, &self.body) {
            rows = rows.row("Body", html! { a.govuk-link href=(address(Kind::Body, slug)) { (name) } });
        }
        rows = rows.words("Type", document.paper.media.as_deref());
        rows = rows.words("Size", document.paper.size_bytes.map(size_words).as_deref());
        if let Some(hash) = &document.file {
            rows = rows.row("SHA-256 of the file", html! { span.redress-hash { (hash) } });
        }
        let version = self.publication.version;
        if version > 1 && document.file.is_some() {
            let to = format!("{}/versions/{version}", self.own_address());
            rows = rows.row("Version", html! { (version) ", " a.govuk-link href=(to) { "what changed against version " (version - 1) } });
        }
        maud::Render::render(&rows)
    }
}

impl Render for DocumentPage {
    fn head(&self) -> Head {
        Head::new(self.document.paper.title.clone(), self.own_address(), Section::Meetings)
    }

    fn body(&self) -> Markup {
        let paper = &self.document.paper;
        html! {
            h1.govuk-heading-l { (paper.title) }
            @if paper.restricted {
                p.govuk-body { (tag("Restricted", "grey")) " The title of this paper is public; the file is not." }
            } @else if self.document.file.is_some() {
                p.govuk-body { a.govuk-link href={ (self.own_address()) "/file" } { "Download " (papers::words(paper)) } }
            } @else if let Some(address) = papers::web_address(paper) {
                p.govuk-body { "The file is not kept here. The source gives its address: " a.govuk-link href=(address) rel="nofollow" { (papers::words(paper)) } }
            } @else {
                p.govuk-body { "The file is not kept here, and the source gives no address for it." }
            }
            (self.facts())
            (paged::on_document(&self.pages))
            @if let Some(main) = &self.main { div.redress-record { (PreEscaped(main)) } }
            (published::version(&self.publication))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_browser_runs_is_sent_as_such() {
        for shown in [Some("HTML"), Some("SVG"), None] {
            assert_eq!(media(shown).0, "application/octet-stream");
        }
        assert_eq!(media(Some("pdf")), ("application/pdf", "pdf"));
        assert_eq!(file_name("a\"b\r\nc"), "a-b--c");
    }
}
