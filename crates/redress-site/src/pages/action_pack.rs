//! What is late: the quarterly pack of published actions, each figure with its list, and the same as CSV.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::action::pack::{Course, Seen};
use redress::public::action::Action;
use redress::quarter::Quarter;
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, actions, answer};
use crate::failure::Failure;
use crate::layout::action_pack::{self, Choice, Pack, Row};
use crate::layout::filter::Filter;
use crate::site::Site;

const OWN: &str = "/actions/quarter";

/// The pack of a quarter.
#[derive(Serialize)]
pub struct PackPage {
    /// What was asked.
    pub filter: Filter,
    /// The figures.
    #[serde(flatten)]
    pub pack: Pack,
}

struct Made {
    seen: Seen,
    filter: Filter,
    reports_to: Option<String>,
    actions: Vec<(Course, Action)>,
}

async fn made(site: &Site, asked: &Asked) -> Result<Made, Failure> {
    let today = site.clock.today();
    let mut problems = Vec::new();
    let choice = Choice::read(asked, &mut problems, today);
    let running = || Seen::on(Quarter::of(today), today).ok_or(Failure::NotFound);
    let seen = choice.seen.map_or_else(running, Ok)?;
    let mut all: Vec<(Course, Action)> = actions::all(site).await?.into_iter().map(|a| (Course::from(&a), a)).collect();
    let quarters = action_pack::quarters(all.iter().map(|(course, _)| course), today);
    let bodies = action_pack::bodies(all.iter().map(|(_, action)| &action.reports_to));
    all.retain(|(_, action)| choice.reports_to.as_ref().is_none_or(|body| action.reports_to.contains(body)));
    let filter = action_pack::form(OWN, asked, problems, &quarters, &bodies);
    Ok(Made { seen, filter, reports_to: choice.reports_to, actions: all })
}

/// The pack of the quarter that runs, over everything that is published.
pub async fn running(site: &Site) -> Result<Pack, Failure> {
    Ok(load(site, &Asked::default()).await?.pack)
}

async fn load(site: &Site, asked: &Asked) -> Result<PackPage, Failure> {
    let made = made(site, asked).await?;
    let courses: Vec<Course> = made.actions.into_iter().map(|(course, _)| course).collect();
    Ok(PackPage { pack: Pack::of(made.seen, made.reports_to, &courses, "/actions"), filter: made.filter })
}

/// `/actions/quarter`
pub async fn show(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

/// `/actions/quarter.csv`
pub async fn csv(State(site): State<Site>, asked: Asked) -> Answer {
    let made = made(&site, &asked).await?;
    let until = made.seen.until;
    let row = |(course, action): (Course, Action)| {
        let then = action.as_of(until);
        let (due, late) = (then.due(), then.days_late(until));
        (course, Row { reference: then.key, body: then.body, words: then.words, owner: then.owner, original: then.original, due, late })
    };
    let rows: Vec<(Course, Row)> = made.actions.into_iter().map(row).collect();
    let bytes = action_pack::csv(made.seen, &rows).map_err(|error| Failure::Store(error.to_string().into()))?;
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8")], bytes).into_response())
}

impl Render for PackPage {
    fn head(&self) -> Head {
        let head = Head::new(format!("What is late, {}", self.pack.title()), self.filter.address(), Section::Decisions);
        Head { wrong: self.filter.wrong(), ..head.under("Actions", "/actions") }
    }

    fn body(&self) -> Markup {
        let csv = self.filter.asked().address(&format!("{OWN}.csv"), &["quarter", "reports_to"]);
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "What is late" }
            p.govuk-body { "Published actions of decisions over a quarter. An action is late from the day after the date that its decision gave, whatever time was given since. Each figure opens the list of the actions that it counts. What officers tell each other of an action is not public and moves no figure here." }
            (self.filter.form_with("Choose the quarter", "Show the quarter"))
            (self.filter.chosen())
            (self.pack.table())
            p.govuk-body { a.govuk-link href=(csv) { "The same as CSV, one line for each action behind each figure" } }
        }
    }
}
