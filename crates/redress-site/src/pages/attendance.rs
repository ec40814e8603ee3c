//! How often members were there, from what is published: figures for each body, and the meetings behind every figure.
//! A cancelled meeting counts for nobody.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::attendance::{Became, Count, Figures, Met, Said, figures};
use redress::body::shown::ShownSeat;
use redress::member::Term;
use redress::public::body::Body;
use redress::public::meeting::Meeting;
use redress::public::{Kind, Record, address};
use redress_store::register::query::{Order, Query};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::scrolling;
use crate::site::Site;

/// The list's own address, from the page itself.
const PATH: &str = "attendance";

/// The figures of a member in a body.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The member's address.
    pub member: String,
    /// The member's name.
    pub name: String,
    /// The body's address.
    pub body: String,
    /// The body's name.
    pub body_name: String,
    /// The figures.
    #[serde(flatten)]
    pub figures: Figures,
    /// The share attended of those expected.
    pub share: Option<String>,
}

/// What is published of a body's meetings, and of who sits on it.
pub struct Kept {
    body: Body,
    meetings: Vec<(Meeting, Met)>,
    members: BTreeMap<String, (i64, String)>,
    terms: BTreeMap<i64, Vec<Term>>,
}

impl Kept {
    /// Reads it from a day on.
    pub async fn read(site: &Site, body: Body, from: Date, today: Date) -> Result<Kept, Failure> {
        let mut query = Query {
            body: Some(body.slug.clone()),
            from: Some(from),
            to: Some(today),
            order: Order::Newest,
            per_page: 500,
            ..Query::of(Kind::Meeting)
        };
        let mut published = Vec::new();
        loop {
            let page = site.register.list(&query).await?;
            for entry in &page.entries {
                if let (_, Record::Meeting(meeting)) = site.standing(Kind::Meeting, &entry.key).await? {
                    published.push(meeting);
                }
            }
            if query.page >= page.pages() {
                break;
            }
            query.page += 1;
        }
        Ok(Kept::of(body, published, today))
    }

    fn of(body: Body, published: Vec<Meeting>, today: Date) -> Kept {
        let mut members: BTreeMap<String, (i64, String)> = BTreeMap::new();
        let mut number = |slug: &str, name: &str| {
            let next = i64::try_from(members.len()).unwrap_or(i64::MAX);
            members.entry(slug.to_string()).or_insert_with(|| (next, name.to_string())).0
        };
        let mut terms: BTreeMap<i64, Vec<Term>> = BTreeMap::new();
        let seats: &[ShownSeat] = body.shown.as_ref().map_or(&[], |shown| &shown.seats);
        for seat in seats.iter().filter(|seat| seat.capacity != redress::body::Capacity::Substitute) {
            terms.entry(number(&seat.member, &seat.name)).or_default().push(seat.term());
        }
        // Where no seats are published, a source that says who was expected says who had one on that day.
        let seated = !seats.is_empty();
        let mut meetings = Vec::new();
        for meeting in published {
            let Some(on) = meeting.date else { continue };
            let (mut attended, mut apologies) = (BTreeSet::new(), BTreeSet::new());
            // A list of who is expected, which nobody went over afterwards, says nothing of who came.
            let recorded = meeting.attendance.iter().any(|p| p.attendance.as_deref().is_some_and(|words| Said::read(words).attended));
            for person in &meeting.attendance {
                let (Some(slug), Some(words)) = (&person.member, &person.attendance) else { continue };
                let (member, said) = (number(slug, &person.name), Said::read(words));
                attended.extend(said.attended.then_some(member));
                apologies.extend(said.apologies.then_some(member));
                if !seated && said.expected {
                    terms.entry(member).or_default().push(Term { from: Some(on), to: Some(on) });
                }
            }
            let became = Became::of(meeting.outcome.as_ref(), meeting.status, on, recorded || !apologies.is_empty(), today);
            meetings.push((meeting, Met { on, became, attended, apologies }));
        }
        Kept { body, meetings, members, terms }
    }

    /// The figures of everybody who was expected or there, by name.
    pub fn rows(&self) -> Vec<Row> {
        let mets: Vec<Met> = self.meetings.iter().map(|(_, met)| met.clone()).collect();
        let mut rows: Vec<Row> = self.members.iter().map(|(slug, (number, name))| self.row(slug, *number, name, &mets)).collect();
        rows.retain(|row| row.figures != Figures::default());
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        rows
    }

    fn row(&self, slug: &str, number: i64, name: &str, mets: &[Met]) -> Row {
        let figures = figures(number, self.seat(number), mets);
        let share = figures.share();
        Row { member: slug.into(), name: name.into(), body: self.body.slug.clone(), body_name: self.body.name.clone(), figures, share }
    }

    fn seat(&self, number: i64) -> &[Term] {
        self.terms.get(&number).map_or(&[], Vec::as_slice)
    }

    /// The meetings behind one figure of a member.
    pub fn behind(&self, member: &str, count: Count) -> Vec<&Meeting> {
        let Some((number, _)) = self.members.get(member) else { return Vec::new() };
        let counts = |met: &Met| count.of(&figures(*number, self.seat(*number), std::slice::from_ref(met))) > 0;
        self.meetings.iter().filter(|(_, met)| counts(met)).map(|(meeting, _)| meeting).collect()
    }
}

/// The table of figures, each with the list behind it.
pub fn table(caption: &str, rows: &[Row], by_body: bool, from: Date) -> Markup {
    let table = html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--m { (caption) }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { @if by_body { "Body" } @else { "Member" } }
                    @for count in Count::ALL { th.govuk-table__header.govuk-table__header--numeric scope="col" { (count.words()) } }
                    th.govuk-table__header.govuk-table__header--numeric scope="col" { "Share" }
                }
            }
            tbody.govuk-table__body {
                @for row in rows {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" {
                            @if by_body { a.govuk-link href=(address(Kind::Body, &row.body)) { (row.body_name) } }
                            @else { a.govuk-link href=(address(Kind::Member, &row.member)) { (row.name) } }
                        }
                        @for count in Count::ALL { td.govuk-table__cell.govuk-table__cell--numeric { (figure(row, count, from)) } }
                        td.govuk-table__cell.govuk-table__cell--numeric { (row.share.as_deref().unwrap_or("None expected")) }
                    }
                }
            }
        }
    };
    html! {
        @if !rows.is_empty() {
            (scrolling(caption, table))
            p.govuk-body-s { "Of meetings held since " (redress::day::long(from)) ", with attendance on record. A cancelled or moved meeting counts for nobody." }
        }
    }
}

fn figure(row: &Row, count: Count, from: Date) -> Markup {
    let figure = count.of(&row.figures);
    html! {
        @if figure == 0 { "0" } @else {
            a.govuk-link href={ "/councillors/" (row.member) "/attendance?body=" (row.body) "&was=" (count.word()) "&from=" (from) } {
                (figure) span.govuk-visually-hidden { " " (count.words()) ": " (row.name) ", " (row.body_name) }
            }
        }
    }
}

/// The figures of a member in every body, from a day on.
pub async fn of_member(site: &Site, member: &str, from: Date, today: Date) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    for entry in site.all(Kind::Body, Order::Title).await? {
        if let (_, Record::Body(body)) = site.standing(Kind::Body, &entry.key).await? {
            rows.extend(Kept::read(site, body, from, today).await?.rows().into_iter().filter(|row| row.member == member));
        }
    }
    Ok(rows)
}

/// The meetings behind a figure.
#[derive(Debug, Serialize)]
pub struct AttendancePage {
    /// The member's address.
    pub member: String,
    /// The member's name.
    pub name: String,
    /// The first day that is counted.
    pub from: Date,
    /// What was asked.
    pub filter: Filter,
    /// The figures, body by body.
    pub figures: Vec<Row>,
    /// The meetings that the filter leaves.
    pub meetings: Vec<Meeting>,
}

/// `/councillors/{councillor}/attendance`
pub async fn show(State(site): State<Site>, format: Format, Path(slug): Path<String>, asked: Asked) -> Answer {
    let (_, Record::Member(member)) = site.standing(Kind::Member, &slug).await? else { return Err(Failure::NotFound) };
    let today = site.clock.today();
    let mut problems = Vec::new();
    let from = asked.date("from", &mut problems).unwrap_or_else(|| redress::day::a_year_before(today));
    let figures = of_member(&site, &slug, from, today).await?;
    let count = Count::ALL.into_iter().find(|count| count.word() == asked.get("was")).unwrap_or(Count::Expected);
    let mut meetings = Vec::new();
    for row in figures.iter().filter(|row| asked.get("body").is_empty() || asked.get("body") == row.body) {
        if let (_, Record::Body(body)) = site.standing(Kind::Body, &row.body).await? {
            meetings.extend(Kept::read(&site, body, from, today).await?.behind(&slug, count).into_iter().cloned());
        }
    }
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.date));
    let bodies = figures.iter().map(|row| (row.body.clone(), row.body_name.clone())).collect();
    let counts = Count::ALL.into_iter().filter(|c| *c != Count::Expected).map(|c| (c.word().to_string(), c.words().to_string())).collect();
    let filter = Filter::new(PATH, &asked, problems).choice("body", "Body", bodies).choice_or(
        "was",
        "Meetings that they",
        "Were expected at",
        counts,
    );
    Ok(answer(&site, &format, &AttendancePage { member: slug, name: member.name, from, filter, figures, meetings }))
}

impl Render for AttendancePage {
    fn head(&self) -> Head {
        let own = address(Kind::Member, &self.member);
        Head::new(
            format!("Attendance of {}", self.name),
            self.filter.asked().address(&format!("{own}/attendance"), &["body", "was"]),
            Section::Councillors,
        )
        .under("Councillors", "/councillors")
        .under(&self.name, &own)
    }

    fn body(&self) -> Markup {
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Attendance of " (self.name) }
            (table("Attendance by body", &self.figures, true, self.from))
            (self.filter.form_with("The meetings behind a figure", "Show"))
            (self.filter.chosen())
            p.govuk-body { (self.meetings.len()) @if self.meetings.len() == 1 { " meeting" } @else { " meetings" } }
            ul.redress-entries {
                @for meeting in &self.meetings {
                    li.redress-entry { p.redress-entry__title { a.govuk-link href=(address(Kind::Meeting, &meeting.key)) { (meeting.title()) } } }
                }
            }
        }
    }
}
