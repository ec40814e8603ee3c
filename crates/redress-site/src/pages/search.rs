//! Search: the words of every record, with filters.

use axum::extract::State;
use maud::{Markup, html};
use redress::public::Kind;
use redress_store::search::{Hit, SearchQuery};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{entries, filter::Filter, pagination};
use crate::site::Site;

const PER_PAGE: u32 = 10;

/// What a search found.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// What was asked.
    pub filter: Filter,
    /// What was found; none where nothing was asked.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// Hits a page.
    pub per_page: u32,
}

/// `/search`
pub async fn find(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<SearchPage, Failure> {
    let mut problems = Vec::new();
    let query = SearchQuery {
        q: asked.get("q").chars().take(500).collect(),
        kind: asked.read("kind", &mut problems, "Kind must be one of those in the list", Kind::of_word),
        body: asked.words("body"),
        year: asked.year("year", &mut problems),
        service: asked.words("service"),
        page: asked.page(),
        per_page: PER_PAGE,
    };
    let kinds = Kind::ALL.iter().map(|kind| (kind.word().to_string(), kind.words().to_string())).collect();
    let filter = Filter::new("/search", asked, problems)
        .words("q", "Words", "An Ombudsman’s reference may be written in any way")
        .choice("kind", "Kind of record", kinds)
        .choice("body", "Body", site.body_choices().await?)
        .years(&site.years(Kind::Item).await?)
        .choice("service", "Service", site.service_choices().await?);
    let page = SearchPage { filter, hits: Vec::new(), total: 0, page: query.page, per_page: PER_PAGE };
    if query.q.is_empty() {
        return Ok(page);
    }
    let search = site.search.clone();
    let found = tokio::task::spawn_blocking(move || search.find(&query)).await.map_err(|e| Failure::Store(e.to_string().into()))??;
    Ok(SearchPage { hits: found.hits, total: found.total, page: found.page, ..page })
}

impl SearchPage {
    fn searched(&self) -> &str {
        self.filter.asked().get("q")
    }

    fn pages(&self) -> u32 {
        u32::try_from(self.total.div_ceil(u64::from(self.per_page))).unwrap_or(u32::MAX)
    }
}

impl Render for SearchPage {
    fn head(&self) -> Head {
        let title = if self.searched().is_empty() { "Search".into() } else { format!("Search: {}", self.searched()) };
        Head { wrong: self.filter.wrong(), ..Head::new(title, self.filter.address(), Section::Search) }
    }

    fn body(&self) -> Markup {
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Search" }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form_with("What to look for", "Search")) }
                div.govuk-grid-column-two-thirds { (self.filter.chosen()) (self.found()) }
            }
        }
    }
}

impl SearchPage {
    fn found(&self) -> Markup {
        html! {
            @if self.searched().is_empty() {
                p.govuk-body { "Type one or more words, such as a street, a service, a name or an Ombudsman’s reference." }
            } @else if self.hits.is_empty() {
                p.govuk-body { "Nothing on record has the words “" (self.searched()) "”." }
                ul.govuk-list.govuk-list--bullet {
                    li { "Check the spelling." }
                    li { "Use fewer words, or others." }
                    @if self.filter.is_set() { li { "Take away what narrows the search." } }
                }
            } @else {
                p.govuk-body { (pagination::showing(self.page, self.per_page, self.hits.len(), self.total)) "." }
                ul.redress-entries { @for hit in &self.hits { (line(hit)) } }
                (pagination::pages(self.page, self.pages(), |n| self.filter.asked().address_with("/search", "page", &n.to_string())))
            }
        }
    }
}

fn line(hit: &Hit) -> Markup {
    let facts = entries::facts(&hit.entry);
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href=(hit.entry.address) { (hit.entry.title) } }
            p.redress-entry__facts { (hit.entry.kind.words()) @if !facts.is_empty() { ", " (facts) } }
            @if !hit.passage.is_empty() {
                p.redress-entry__passage {
                    @for run in &hit.passage { @if run.hit { mark { (run.text) } } @else { (run.text) } }
                }
            }
        }
    }
}
