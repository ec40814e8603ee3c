//! The public register of restrictions: what is kept back, on what ground, until when; never what is in it.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::public::restriction::Restriction;
use redress::public::{Kind, Record};
use redress_store::register::query::{Entry, Order, Page, Query};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{entries, filter::Filter};
use crate::site::Site;

/// The restrictions that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Restrictions {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Entry>,
}

/// `/restrictions`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Restrictions, Failure> {
    let mut problems = Vec::new();
    let query = Query {
        year: asked.year("year", &mut problems),
        title: asked.words("ground"),
        page: asked.page(),
        per_page: 25,
        ..Query::of(Kind::Restriction)
    };
    let list = site.register.list(&query).await?;
    let years = site.years(Kind::Restriction).await?;
    let filter =
        Filter::new("/restrictions", asked, problems).words("ground", "Words of the ground", "For example, paragraph 3").years(&years);
    Ok(Restrictions { filter, list })
}

/// `/restrictions.csv`: every restriction, one a line.
pub async fn csv(State(site): State<Site>) -> Answer {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::Store(error.to_string().into());
    rows.write_record(["number", "ground", "provision", "reason", "imposed_on", "review_on", "outcome", "decided_on", "challenge"])
        .map_err(failed)?;
    for entry in site.all(Kind::Restriction, Order::Newest).await? {
        let (_, Record::Restriction(restriction)) = site.standing(Kind::Restriction, &entry.key).await? else { continue };
        rows.write_record(row(&restriction)).map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Failure::Store(error.to_string().into()))?;
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8")], bytes).into_response())
}

fn row(r: &Restriction) -> [String; 9] {
    let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string()).unwrap_or_default();
    [
        r.number.to_string(),
        r.ground.clone(),
        r.section.clone(),
        r.reason.clone(),
        r.imposed_on.to_string(),
        day(r.review_on),
        r.outcome.clone().unwrap_or_default(),
        day(r.decided_on),
        r.challenge.clone(),
    ]
}

impl Render for Restrictions {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Restrictions", self.filter.address(), Section::None) }
    }

    fn body(&self) -> Markup {
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Restrictions" }
            p.govuk-body {
                "Papers that the council keeps from the public: the ground, the reason, when it will be looked at again, and how to challenge it. "
                a.govuk-link href="/restrictions.csv" { "All of them as CSV" } "."
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    (entries::page(&self.list, self.filter.asked(), "/restrictions", html! { "No restriction on record fits." }))
                }
            }
        }
    }
}
