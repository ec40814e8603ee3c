//! The list of decisions.

use axum::extract::State;
use maud::{Markup, html};
use redress::public::Kind;
use redress_store::register::query::{Entry, Page, Query};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{entries, filter::Filter};
use crate::site::Site;

/// The decisions that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Decisions {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Entry>,
}

/// `/decisions`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Decisions, Failure> {
    let mut problems = Vec::new();
    let query = Query {
        body: asked.words("body"),
        year: asked.year("year", &mut problems),
        service: asked.words("service"),
        title: asked.words("title"),
        page: asked.page(),
        ..Query::of(Kind::Decision)
    };
    let filter = Filter::new("/decisions", asked, problems)
        .words("title", "Words in the title", "")
        .choice("body", "Body", site.body_choices().await?)
        .years(&site.years(Kind::Decision).await?)
        .choice("service", "Service", site.service_choices().await?);
    Ok(Decisions { filter, list: site.register.list(&query).await? })
}

impl Render for Decisions {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Decisions", self.filter.address(), Section::Decisions) }
    }

    fn body(&self) -> Markup {
        let none = html! { "No decision on record fits. " a.govuk-link href="/decisions" { "See every decision" } "." };
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Decisions" }
            p.govuk-body { "Decisions of the council’s bodies, of members who decide alone, and of officers, newest first." }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    (entries::page(&self.list, self.filter.asked(), "/decisions", none))
                }
            }
        }
    }
}
