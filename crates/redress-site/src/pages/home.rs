//! The first page: the next and the last meetings, the last decisions, the Ombudsman's cases, and figures with the list
//! behind each.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::Kind;
use redress_store::register::query::{Entry, Query};
use serde::Serialize;

use super::body::{last_meetings, next_meetings};
use super::ombudsman::{Line, newest};
use super::{Answer, Format, Head, Render, Section, answer, meetings};
use crate::failure::Failure;
use crate::layout::{entries, search_box};
use crate::site::Site;

/// The first page.
#[derive(Debug, Serialize)]
pub struct Home {
    /// The council's name.
    pub authority: String,
    /// How many records of each kind are on record, with the list of them.
    pub figures: Vec<Figure>,
    /// The next meetings, the next first.
    pub next: Vec<meetings::Line>,
    /// The last meetings, the last first.
    pub last: Vec<meetings::Line>,
    /// The last decisions.
    pub decisions: Vec<Entry>,
    /// The newest of the Ombudsman's cases.
    pub cases: Vec<Line>,
}

/// A figure and the list behind it.
#[derive(Debug, Serialize)]
pub struct Figure {
    /// What is counted.
    pub kind: Kind,
    /// How many.
    pub count: u64,
    /// The list.
    pub address: &'static str,
}

/// `/`
pub async fn show(State(site): State<Site>, format: Format) -> Answer {
    Ok(answer(&site, &format, &load(&site, site.clock.today()).await?))
}

async fn load(site: &Site, today: Date) -> Result<Home, Failure> {
    let most = |kind, per_page| Query { per_page, ..Query::of(kind) };
    let counts = site.register.counts().await?;
    Ok(Home {
        authority: site.authority().to_string(),
        figures: counts.into_iter().filter_map(|(kind, count)| figure(kind, count)).collect(),
        next: next_meetings(site, most(Kind::Meeting, 5), today).await?,
        last: last_meetings(site, most(Kind::Meeting, 5), today).await?,
        decisions: site.register.list(&most(Kind::Decision, 5)).await?.entries,
        cases: newest(site, 5, today).await?,
    })
}

fn figure(kind: Kind, count: u64) -> Option<Figure> {
    let address = match kind {
        Kind::Meeting => "/meetings",
        Kind::Decision => "/decisions",
        Kind::Issue => "/issues",
        Kind::Case => "/ombudsman",
        Kind::Improvement => "/ombudsman/improvements",
        Kind::ForwardPlan => "/forward-plan",
        Kind::ScrutinyRecommendation => "/scrutiny",
        Kind::Action => "/actions",
        Kind::Body => "/bodies",
        Kind::Member => "/councillors",
        // No list has these alone.
        Kind::Item | Kind::Document | Kind::Restriction | Kind::Figures => return None,
    };
    Some(Figure { kind, count, address })
}

impl Figure {
    fn words(&self) -> &'static str {
        match (self.kind, self.count == 1) {
            (Kind::Meeting, true) => "meeting",
            (Kind::Meeting, false) => "meetings",
            (Kind::Decision, true) => "decision",
            (Kind::Decision, false) => "decisions",
            (Kind::Issue, true) => "issue",
            (Kind::Issue, false) => "issues",
            (Kind::Case, true) => "Ombudsman case",
            (Kind::Case, false) => "Ombudsman cases",
            (Kind::Body, true) => "body",
            (Kind::Body, false) => "bodies",
            (Kind::Member, true) => "councillor",
            (Kind::Member, false) => "councillors",
            (Kind::Improvement, true) => "Ombudsman recommendation",
            (Kind::Improvement, false) => "Ombudsman recommendations",
            (Kind::ForwardPlan, true) => "forward plan entry",
            (Kind::ForwardPlan, false) => "forward plan entries",
            (Kind::ScrutinyRecommendation, true) => "scrutiny recommendation",
            (Kind::ScrutinyRecommendation, false) => "scrutiny recommendations",
            (Kind::Action, true) => "action",
            (Kind::Action, false) => "actions",
            (kind, _) => kind.words(),
        }
    }
}

impl Render for Home {
    fn head(&self) -> Head {
        Head::new("Meetings, decisions and Ombudsman cases", "/", Section::None)
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-xl { (self.authority) }
            p.govuk-body-l { "What the council was told, what it decided, and what it did: the record of its meetings." }
            (search_box(""))
            h2.govuk-heading-m { "On record" }
            ul.redress-figures {
                @for figure in &self.figures {
                    li { a.govuk-link href=(figure.address) { span.redress-figures__number { (figure.count) } (figure.words()) } }
                }
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-half { (self.meetings()) }
                div.govuk-grid-column-one-half { (self.decided()) }
            }
        }
    }
}

impl Home {
    fn meetings(&self) -> Markup {
        html! {
            h2.govuk-heading-m { "Next meetings" }
            (meetings::list_of(&self.next, html! { "No coming meeting has been published. " a.govuk-link href="/bodies" { "See the bodies that meet" } "." }))
            h2.govuk-heading-m { "Last meetings" }
            (meetings::list_of(&self.last, html! { "No meeting is on record yet." }))
            p.govuk-body { a.govuk-link href="/meetings" { "Every meeting" } }
        }
    }

    fn decided(&self) -> Markup {
        html! {
            h2.govuk-heading-m { "Ombudsman cases" }
            @if self.cases.is_empty() { p.govuk-body { "The record names no case." } }
            @else { ul.redress-entries { @for case in &self.cases { (case.show()) } } }
            p.govuk-body { a.govuk-link href="/ombudsman" { "Every Ombudsman case" } }
            h2.govuk-heading-m { "Last decisions" }
            (entries::list(&self.decisions, html! { "No decision is on record yet." }))
            p.govuk-body { a.govuk-link href="/decisions" { "Every decision" } }
        }
    }
}
