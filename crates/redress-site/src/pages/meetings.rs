//! The list of meetings.

use axum::extract::State;
use maud::{Markup, html};
use redress::public::Kind;
use redress_store::register::query::{Entry, Order, Page, Query};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{entries, filter::Filter};
use crate::site::Site;

/// The meetings that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Meetings {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Entry>,
}

/// `/meetings`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Meetings, Failure> {
    let mut problems = Vec::new();
    let oldest = asked.get("order") == "oldest";
    let query = Query {
        body: asked.words("body"),
        year: asked.year("year", &mut problems),
        from: asked.date("from", &mut problems),
        to: asked.date("to", &mut problems),
        order: if oldest { Order::Oldest } else { Order::Newest },
        page: asked.page(),
        ..Query::of(Kind::Meeting)
    };
    let filter = Filter::new("/meetings", asked, problems)
        .choice("body", "Body", site.body_choices().await?)
        .years(&site.register.years(Kind::Meeting).await?)
        .words("from", "From this day on", "For example, 27 March 2025")
        .words("to", "Up to this day", "For example, 27/03/2025")
        .choice("order", "Order", vec![("oldest".into(), "Oldest first".into())]);
    Ok(Meetings { filter, list: site.register.list(&query).await? })
}

impl Render for Meetings {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Meetings", self.filter.address(), Section::Meetings) }
    }

    fn body(&self) -> Markup {
        let none = html! { "No meeting on record fits. " a.govuk-link href="/meetings" { "See every meeting" } "." };
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Meetings" }
            p.govuk-body {
                "Meetings of the council and its bodies, newest first. "
                a.govuk-link href="/calendar.ics" { "Add them to your calendar" } ", or see "
                a.govuk-link href="/bodies" { "the bodies that meet" } "."
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    (entries::page(&self.list, self.filter.asked(), "/meetings", none))
                }
            }
        }
    }
}
