//! Recommendations of scrutiny with their answers: the list, the tally by committee and year, and the rows as CSV.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::scrutiny_recommendation::ScrutinyRecommendation;
use redress::public::{Kind, Record, address};
use redress::scrutiny::{Line, Recommendation, tally};
use redress_store::register::query::{Order, Page};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{filter::Filter, pagination, scrutiny};
use crate::site::Site;

const OWN: &str = "/scrutiny";
const PER_PAGE: u32 = 25;

/// The recommendations that a filter leaves, and the tally of all.
#[derive(Serialize)]
pub struct Scrutiny {
    /// What was asked.
    pub filter: Filter,
    /// The tally of every published one.
    pub tally: Vec<Line>,
    /// The day for which all this is said.
    pub as_of: Date,
    /// One page of the list.
    #[serde(flatten)]
    pub list: Page<Listed>,
    #[serde(skip)]
    calendar: std::sync::Arc<redress::calendar::Calendar>,
}

/// A recommendation as it stands on the day.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// Its address.
    pub address: String,
    /// The recommendation.
    #[serde(flatten)]
    pub public: ScrutinyRecommendation,
    /// The last day to answer.
    pub answer_by: Option<Date>,
    /// Days by which the answer was late, or is.
    pub days_late: Option<i32>,
}

/// `/scrutiny`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked, site.clock.today()).await?))
}

/// `/scrutiny.csv`: every recommendation with its answer, one a line.
pub async fn csv(State(site): State<Site>) -> Answer {
    let today = site.clock.today();
    let mut rows = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::Store(error.to_string().into());
    rows.write_record([
        "reference",
        "committee",
        "made",
        "number",
        "recommendation",
        "to",
        "received",
        "notice",
        "answer_by",
        "answer",
        "action",
        "owner",
        "by_when",
        "reasons",
        "answered_on",
        "answered_by",
        "days_late",
        "evidence",
    ])
    .map_err(failed)?;
    for public in all(&site).await? {
        let late = public.recommendation.days_late(today, &site.calendar);
        let by = public.recommendation.answer_by(&site.calendar);
        rows.write_record(row(&public.key(), &public.recommendation, by, late)).map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Failure::Store(error.to_string().into()))?;
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8")], bytes).into_response())
}

fn row(key: &str, r: &Recommendation, answer_by: Option<Date>, late: Option<i32>) -> Vec<String> {
    let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
    let response = r.response();
    let work = response.and_then(|r| r.answer.work());
    let words = |text: Option<&str>| guarded(text.unwrap_or_default());
    vec![
        key.into(),
        guarded(&r.committee),
        r.made.to_string(),
        r.number.to_string(),
        guarded(&r.text),
        guarded(&r.to),
        day(r.received),
        day(r.notice),
        day(answer_by),
        response.map_or("", |r| r.answer.word()).into(),
        words(work.map(|(action, ..)| action)),
        words(work.map(|(_, owner, _)| owner)),
        day(work.and_then(|(.., by)| by)),
        words(response.and_then(|r| r.answer.reasons())),
        day(response.map(|r| r.on)),
        words(response.map(|r| r.by.as_str())),
        late.map(|n| n.to_string()).unwrap_or_default(),
        words(response.and_then(|r| r.evidence.as_deref())),
    ]
}

/// A spreadsheet takes what begins so for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.into() }
}

/// Every published one, the newest first.
async fn all(site: &Site) -> Result<Vec<ScrutinyRecommendation>, Failure> {
    let mut found = Vec::new();
    for entry in site.all(Kind::ScrutinyRecommendation, Order::Newest).await? {
        if let (_, Record::ScrutinyRecommendation(public)) = site.standing(Kind::ScrutinyRecommendation, &entry.key).await? {
            found.push(*public);
        }
    }
    Ok(found)
}

async fn load(site: &Site, asked: &Asked, today: Date) -> Result<Scrutiny, Failure> {
    let mut left = all(site).await?;
    let plain: Vec<Recommendation> = left.iter().map(|p| p.recommendation.clone()).collect();
    let lines = tally(&plain, today, &site.calendar);
    let mut problems = Vec::new();
    let choice = scrutiny::Choice::read(asked, &mut problems);
    let filter = scrutiny::filter(OWN, asked, problems, &lines);
    left.retain(|p| choice.fits(&p.recommendation, today, &site.calendar));
    let total = left.len() as u64;
    let from = (asked.page().saturating_sub(1) as usize).saturating_mul(PER_PAGE as usize);
    let listed = |public: ScrutinyRecommendation| Listed {
        address: address(Kind::ScrutinyRecommendation, &public.key()),
        answer_by: public.recommendation.answer_by(&site.calendar),
        days_late: public.recommendation.days_late(today, &site.calendar),
        public,
    };
    let entries = left.into_iter().skip(from).take(PER_PAGE as usize).map(listed).collect();
    let list = Page { entries, total, page: asked.page(), per_page: PER_PAGE };
    Ok(Scrutiny { filter, tally: lines, as_of: today, list, calendar: site.calendar.clone() })
}

impl Render for Scrutiny {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("What scrutiny recommended", self.filter.address(), Section::Decisions) }
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "What scrutiny recommended" }
            p.govuk-body {
                "Every recommendation of the council's scrutiny committees that was published, with the answer that it got. Where a notice in writing requires an answer, two months begin with its receipt or that of the report, whichever is later: Local Government Act 2000, section 9FE. "
                a.govuk-link href="/scrutiny.csv" { "All of them as CSV" } "."
            }
            @if !self.tally.is_empty() { (scrutiny::table(&self.tally, OWN, self.as_of)) }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.entries.is_empty() {
                        p.govuk-body { "No published recommendation fits. " a.govuk-link href=(OWN) { "See all" } "." }
                    } @else {
                        p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." }
                        ul.redress-entries {
                            @for listed in &list.entries { (scrutiny::entry(&listed.public.recommendation, &listed.address, self.as_of, &self.calendar)) }
                        }
                    }
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with(OWN, "page", &n.to_string())))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("Publish waiting times."), "Publish waiting times.");
    }
}
