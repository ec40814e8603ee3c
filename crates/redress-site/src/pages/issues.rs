//! The list of issues: matters that travel through meetings.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::Kind;
use redress_store::register::query::{Belonging, Entry, Order, Page, Query};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{filter::Filter, pagination};
use crate::site::Site;

/// The issues that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Issues {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Line>,
}

/// An issue with the items on record.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The issue.
    #[serde(flatten)]
    pub entry: Entry,
    /// How many items are on record.
    pub items: usize,
    /// The day of the last one.
    pub last: Option<Date>,
    /// Its body.
    pub last_body: Option<String>,
}

/// `/issues`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Issues, Failure> {
    let query = Query {
        service: asked.words("service"),
        title: asked.words("title"),
        order: Order::Title,
        page: asked.page(),
        per_page: 25,
        ..Query::of(Kind::Issue)
    };
    let found = site.register.list(&query).await?;
    let mut entries = Vec::with_capacity(found.entries.len());
    for entry in found.entries {
        entries.push(line(site, entry).await?);
    }
    let filter = Filter::new("/issues", asked, Vec::new()).words("title", "Words in the title", "").choice(
        "service",
        "Service",
        site.service_choices().await?,
    );
    Ok(Issues { filter, list: Page { entries, total: found.total, page: found.page, per_page: found.per_page } })
}

async fn line(site: &Site, entry: Entry) -> Result<Line, Failure> {
    let number = entry.key.parse().unwrap_or(0);
    let items = super::item::items(site.belonging(Kind::Item, Belonging::Issue(number)).await?);
    let last = items.iter().rfind(|item| item.date.is_some());
    let (last, last_body) = (last.and_then(|i| i.date), last.and_then(|i| i.body.clone()));
    Ok(Line { entry, items: items.len(), last, last_body })
}

impl Render for Issues {
    fn head(&self) -> Head {
        Head::new("Issues", self.filter.address(), Section::Issues)
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        html! {
            h1.govuk-heading-l { "Issues" }
            p.govuk-body { "An issue is a matter that goes from one meeting to another. Its page shows the whole way it took." }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.entries.is_empty() {
                        p.govuk-body { "No issue on record fits. " a.govuk-link href="/issues" { "See every issue" } "." }
                    } @else {
                        p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." }
                        ul.redress-entries { @for line in &list.entries { (line.show()) } }
                    }
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with("/issues", "page", &n.to_string())))
                }
            }
        }
    }
}

impl Line {
    fn show(&self) -> Markup {
        let items = match self.items {
            0 => "No item on record".into(),
            1 => "1 item".into(),
            n => format!("{n} items"),
        };
        html! {
            li.redress-entry {
                p.redress-entry__title { a.govuk-link href=(self.entry.address) { (self.entry.title) } }
                p.redress-entry__facts {
                    (items)
                    @if let Some(last) = self.last { ", last " (redress::day::long(last)) }
                    @if let Some(body) = &self.last_body { ", " (body) }
                    @if let Some(service) = &self.entry.service { ". " (service) }
                }
            }
        }
    }
}
