//! A body: what it is, its other names, its next and last meetings, its last decisions.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::body::Body;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use redress_store::register::query::{Entry, Order, Query};
use serde::Serialize;

use super::attendance;
use super::bodies::sentence_case;
use super::meetings::{Line, lines, list_of};
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{entries, published, summary::Summary};
use crate::site::Site;

/// What the council shows of it.
mod shown;

const SHOWN: u32 = 10;
const MOST_IN_A_DAY: u32 = 20;

/// A body with its meetings and decisions.
#[derive(Debug, Serialize)]
pub struct BodyPage {
    /// The body.
    pub body: Body,
    /// Its next meetings, the next first.
    pub next: Vec<Line>,
    /// Its last meetings, the last first.
    pub last: Vec<Line>,
    /// Its last decisions.
    pub decisions: Vec<Entry>,
    /// How often each member was there.
    pub attendance: Vec<attendance::Row>,
    /// The publication that stands.
    pub publication: Publication,
    /// The day of the page.
    #[serde(skip)]
    pub today: Date,
}

/// `/bodies/{slug}`
pub async fn show(State(site): State<Site>, format: Format, Path(slug): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &slug, site.clock.today()).await?))
}

async fn load(site: &Site, slug: &str, today: Date) -> Result<BodyPage, Failure> {
    let (publication, Record::Body(body)) = site.standing(Kind::Body, slug).await? else {
        return Err(Failure::NotFound);
    };
    let of = |kind| Query { body: Some(slug.into()), per_page: SHOWN, ..Query::of(kind) };
    let attendance = attendance::Kept::read(site, body.clone(), redress::day::a_year_before(today), today).await?.rows();
    Ok(BodyPage {
        attendance,
        today,
        body,
        next: next_meetings(site, of(Kind::Meeting), today).await?,
        last: last_meetings(site, of(Kind::Meeting), today).await?,
        decisions: site.register.list(&of(Kind::Decision)).await?.entries,
        publication,
    })
}

/// Meetings of today and later, the next first.
pub async fn next_meetings(site: &Site, query: Query, today: Date) -> Result<Vec<Line>, Failure> {
    let query = Query { from: Some(today), order: Order::Oldest, ..query };
    lines(site, site.register.list(&query).await?.entries).await
}

/// Meetings before today, the last first.
pub async fn last_meetings(site: &Site, query: Query, today: Date) -> Result<Vec<Line>, Failure> {
    // Today's stand at the front of the list and are not over.
    let most = query.per_page as usize;
    let query = Query { to: Some(today), order: Order::Newest, per_page: query.per_page + MOST_IN_A_DAY, ..query };
    let mut entries = site.register.list(&query).await?.entries;
    entries.retain(|entry| entry.on.is_some_and(|on| on < today));
    entries.truncate(most);
    lines(site, entries).await
}

impl Render for BodyPage {
    fn head(&self) -> Head {
        Head::new(self.body.name.clone(), address(Kind::Body, &self.body.slug), Section::Meetings)
            .under("Meetings", "/meetings")
            .under("Bodies", "/bodies")
    }

    fn body(&self) -> Markup {
        let slug = &self.body.slug;
        html! {
            h1.govuk-heading-l { (self.body.name) }
            (facts(&self.body))
            (shown::seats(self.body.shown.as_ref().map_or(&[], |shown| &shown.seats), self.today))
            h2.govuk-heading-m { "Next meetings" }
            (list_of(&self.next, html! { "No coming meeting of this body has been published." }))
            h2.govuk-heading-m { "Last meetings" }
            (list_of(&self.last, html! { "No meeting of this body is on record." }))
            p.govuk-body { a.govuk-link href={ "/meetings?body=" (slug) } { "Every meeting of " (self.body.name) } }
            h2.govuk-heading-m { "Last decisions" }
            (entries::list(&self.decisions, html! { "No decision of this body is on record." }))
            p.govuk-body { a.govuk-link href={ "/decisions?body=" (slug) } { "Every decision of " (self.body.name) } }
            (attendance::table("Attendance", &self.attendance, false, redress::day::a_year_before(self.today)))
            p.govuk-body { a.govuk-link href={ "/calendar.ics?body=" (slug) } { "Calendar of its meetings" } }
            (published::version(&self.publication))
        }
    }
}

fn facts(body: &Body) -> Markup {
    let mut rows = Summary::default().row("Sort of body", html! { (sentence_case(body.sort.words())) });
    rows = rows.words("Listed under", body.category.as_deref());
    if !body.aliases.is_empty() {
        rows = rows.row("Also on record as", html! { ul.govuk-list { @for alias in &body.aliases { li { (alias) } } } });
    }
    if body.expired {
        rows = rows.row("Status", html! { (crate::layout::tag("No longer meets", "grey")) });
    }
    if let Some(shown) = &body.shown {
        rows = shown::rows(rows, shown);
    }
    maud::Render::render(&rows)
}
