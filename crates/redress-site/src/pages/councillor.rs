//! A councillor: ward, party, posts, terms of office, and the council's contact address.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::day;
use redress::member::{Term, in_office};
use redress::public::member::Member;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::asked::address_of;
use super::attendance;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{published, summary::Summary, verbatim};
use crate::site::Site;

/// The bodies that they sit on.
mod seats;

/// A councillor.
#[derive(Debug, Serialize)]
pub struct CouncillorPage {
    /// The councillor.
    pub member: Member,
    /// In office today by the terms on record; none where there are no terms.
    pub in_office: Option<bool>,
    /// Seats on bodies.
    pub seats: Vec<seats::Seat>,
    /// How often they were there, body by body.
    pub attendance: Vec<attendance::Row>,
    /// The publication that stands.
    pub publication: Publication,
    /// The day of the page.
    #[serde(skip)]
    pub today: jiff::civil::Date,
}

/// `/councillors/{slug}`
pub async fn show(State(site): State<Site>, format: Format, Path(slug): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &slug).await?))
}

async fn load(site: &Site, slug: &str) -> Result<CouncillorPage, Failure> {
    let (publication, Record::Member(member)) = site.standing(Kind::Member, slug).await? else {
        return Err(Failure::NotFound);
    };
    let in_office = (!member.terms.is_empty()).then(|| in_office(&member.terms, site.clock.today()));
    let today = site.clock.today();
    let (seats, attendance) =
        (seats::read(site, slug).await?, attendance::of_member(site, slug, redress::day::a_year_before(today), today).await?);
    Ok(CouncillorPage { member, in_office, seats, attendance, publication, today })
}

impl Render for CouncillorPage {
    fn head(&self) -> Head {
        Head::new(self.member.name.clone(), address(Kind::Member, &self.member.slug), Section::Councillors)
            .under("Councillors", "/councillors")
    }

    fn body(&self) -> Markup {
        let member = &self.member;
        html! {
            h1.govuk-heading-l { (member.name) }
            (self.facts())
            (seats::section(&self.seats))
            (attendance::table("Attendance", &self.attendance, true, redress::day::a_year_before(self.today)))
            p.govuk-body {
                a.govuk-link href=(address_of("/search", [("q", member.name.as_str())].into_iter())) { "Search the record for " (member.name) }
                "."
            }
            (published::version(&self.publication))
        }
    }
}

impl CouncillorPage {
    fn facts(&self) -> Markup {
        let member = &self.member;
        let mut rows = Summary::default()
            .words("Ward", member.ward.as_deref())
            .words("Party", member.party.as_deref())
            .words("Political group", member.group.as_deref());
        if let Some(posts) = &member.posts {
            rows = rows.row("Posts", verbatim::paragraphs(posts));
        }
        if let Some(email) = &member.email {
            rows = rows.row("Email", html! { a.govuk-link href={ "mailto:" (email) } { (email) } });
        }
        if let Some(holds) = self.in_office {
            rows =
                rows.row("In office today", html! { @if holds { "Yes, by the terms on record" } @else { "No, by the terms on record" } });
            rows = rows.row("Terms of office", html! { ul.govuk-list { @for term in &member.terms { li { (term_words(term)) } } } });
        }
        maud::Render::render(&rows)
    }
}

fn term_words(term: &Term) -> String {
    let from = term.from.map_or_else(|| "Start not recorded".into(), day::long);
    match term.to {
        Some(to) => format!("{from} to {}", day::long(to)),
        None => format!("{from}, with no end on record"),
    }
}
