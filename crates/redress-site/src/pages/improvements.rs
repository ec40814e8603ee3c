//! What the Ombudsman asked for and is not for a person: the list, the figures by year of the original date, and the rows as
//! CSV. Every figure opens the list behind it; nothing is ranked.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::ombudsman::figures::{Counted, DEFINITIONS, Figures, Row, by_year, counted_here, left_out, predecessors, public_csv};
use redress::ombudsman::recommendation::Nature;
use redress::public::figures::PersonalFigures;
use redress::public::{Kind, Record};
use redress_store::register::query::{Order, Page};
use serde::Serialize;

use super::asked::{Asked, address_of};
use super::improvement::Line;
use super::{Answer, Format, Head, Render, Section, answer, personal};
use crate::failure::Failure;
use crate::layout::{filter::Filter, pagination, scrolling};
use crate::site::Site;

const OWN: &str = "/ombudsman/improvements";
const PER_PAGE: u32 = 25;
const PUBLIC: [Nature; 2] = [Nature::ServiceImprovement, Nature::Procedural];

/// The recommendations that a filter leaves, and the figures of all.
#[derive(Debug, Serialize)]
pub struct Improvements {
    /// What was asked.
    pub filter: Filter,
    /// The figures of every published one, by year of the original date.
    pub figures: Vec<YearOf>,
    /// How many are in no figure.
    pub left_out: usize,
    /// Councils that this one replaced, whose cases the figures count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<String>,
    /// What each figure counts.
    pub definitions: &'static [(&'static str, &'static str)],
    /// Figures of remedies for a person, as they were published last, for a day of their own.
    pub personal: Option<PersonalFigures>,
    /// The day for which all this is said.
    pub as_of: Date,
    /// One page of the list.
    #[serde(flatten)]
    pub list: Page<Line>,
}

/// The figures of a year.
#[derive(Debug, Serialize)]
pub struct YearOf {
    /// `2023-24`.
    pub year: String,
    /// The figures.
    #[serde(flatten)]
    pub figures: Figures,
}

/// `/ombudsman/improvements`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked, site.clock.today()).await?))
}

/// `/ombudsman/improvements.csv`: every date that makes the figures.
pub async fn csv(State(site): State<Site>) -> Answer {
    let lines = all(&site, site.clock.today()).await?;
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8")], public_csv(&rows(&lines))).into_response())
}

/// Every published one as it stands on a day, the earliest original date first.
pub async fn all(site: &Site, today: Date) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::new();
    for entry in site.all(Kind::Improvement, Order::Oldest).await? {
        let (_, record) = site.standing(Kind::Improvement, &entry.key).await?;
        lines.extend(Line::of(record, today));
    }
    Ok(lines)
}

fn rows(lines: &[Line]) -> Vec<Row> {
    lines.iter().map(|l| l.improvement.row()).collect()
}

async fn load(site: &Site, asked: &Asked, today: Date) -> Result<Improvements, Failure> {
    let every = all(site, today).await?;
    let rows = rows(&every);
    let figures = by_year(&rows, &PUBLIC, today);
    let mut problems = Vec::new();
    let year = asked
        .read("year", &mut problems, "Year must be one of those in the list", |word| figures.keys().copied().find(|y| y.words() == word));
    let standing = asked.read("standing", &mut problems, "In time or late must be one of those in the list", Counted::of_word);
    let (service, words) = (asked.words("service"), asked.get("words").to_lowercase());
    let mut services: Vec<String> = every.iter().filter_map(|l| l.improvement.service.clone()).collect();
    services.sort();
    services.dedup();
    let filter = Filter::new(OWN, asked, problems)
        .words("words", "Words in what was asked", "")
        .choice("year", "Year of the original date", figures.keys().rev().map(|y| (y.words(), y.words())).collect())
        .choice("standing", "In time or late", Counted::CHOICES.iter().map(|(w, words, _)| ((*w).into(), (*words).into())).collect())
        .choice("service", "Service", services.into_iter().map(|s| (s.clone(), s)).collect());
    let mut left = every;
    left.retain(|line| {
        let counted = line.improvement.row().counted(today);
        year.is_none_or(|y| counted.is_some_and(|(of, _)| of == y))
            && standing.is_none_or(|s| counted.is_some_and(|(_, is)| is == s))
            && service.as_ref().is_none_or(|s| line.improvement.service.as_ref() == Some(s))
            && (words.is_empty() || line.improvement.asked.to_lowercase().contains(&words))
    });
    let from = (asked.page().saturating_sub(1) as usize).saturating_mul(PER_PAGE as usize);
    let entries = left.iter().skip(from).take(PER_PAGE as usize).cloned().collect();
    let personal = site.register.record(Kind::Figures, PersonalFigures::KEY).await?.and_then(|p| p.record);
    Ok(Improvements {
        filter,
        personal: match personal {
            Some(Record::Figures(figures)) => Some(figures),
            _ => None,
        },
        left_out: left_out(&rows, &PUBLIC),
        predecessors: predecessors(&rows, &PUBLIC, today, 1),
        figures: figures.into_iter().map(|(year, figures)| YearOf { year: year.words(), figures }).collect(),
        definitions: DEFINITIONS,
        as_of: today,
        list: Page { entries, total: left.len() as u64, page: asked.page(), per_page: PER_PAGE },
    })
}

impl Improvements {
    fn table(&self) -> Markup {
        let to = |year: &str, standing: &str| {
            address_of(OWN, [("year", year), ("standing", standing)].into_iter().filter(|(_, value)| !value.is_empty()))
        };
        let cell = |n: u32, year: &str, standing: &str, words: &str| {
            html! { td.govuk-table__cell { @if n == 0 { "0" } @else { a.govuk-link href=(to(year, standing)) { (n) span.govuk-visually-hidden { " " (words) " in " (year) } } } } }
        };
        scrolling(
            "Figures by year of the original date",
            html! {
                table.govuk-table {
                    caption.govuk-table__caption.govuk-table__caption--m { "By year of the original date, as of " (redress::day::long(self.as_of)) }
                    thead.govuk-table__head {
                        tr.govuk-table__row { @for head in ["Year", "Due", "In time", "Late", "Pending"] { th.govuk-table__header scope="col" { (head) } } }
                    }
                    tbody.govuk-table__body {
                        @for YearOf { year, figures } in &self.figures {
                            tr.govuk-table__row {
                                th.govuk-table__header scope="row" { (year) }
                                (cell(figures.due, year, "", "due"))
                                (cell(figures.in_time, year, "in_time", "in time"))
                                (cell(figures.late, year, "late", "late"))
                                (cell(figures.pending, year, "pending", "pending"))
                            }
                        }
                    }
                }
            },
        )
    }

    fn what_is_counted(&self) -> Markup {
        html! {
            details.govuk-details {
                summary.govuk-details__summary { span.govuk-details__summary-text { "What each figure counts" } }
                div.govuk-details__text {
                    ul.govuk-list.govuk-list--bullet {
                        @for (name, words) in self.definitions { li { strong { (name.replace('_', " ")) } ": " (words) } }
                    }
                    p.govuk-body { "In no figure: " (self.left_out) ". Remedies for a person are not in this list." }
                }
            }
        }
    }
}

impl Render for Improvements {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("What the Ombudsman asked for", self.filter.address(), Section::Ombudsman) }
            .under("Ombudsman cases", "/ombudsman")
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "What the Ombudsman asked for" }
            p.govuk-body {
                "Service improvements and procedural recommendations of published cases: what was asked, what the council answered and says it did, and what the Ombudsman says. "
                a.govuk-link href="/ombudsman/improvements.csv" { "Every date as CSV" } "."
            }
            @if !self.figures.is_empty() {
                (self.table())
                @if let Some(words) = counted_here(&self.predecessors) { p.govuk-body { (words) } }
                (self.what_is_counted())
            }
            @if let Some(figures) = &self.personal { (personal::table(figures)) }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.entries.is_empty() {
                        p.govuk-body { "Nothing published fits. " a.govuk-link href=(OWN) { "See all" } "." }
                    } @else {
                        p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." }
                        ul.redress-entries { @for line in &list.entries { (line.show()) } }
                    }
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with(OWN, "page", &n.to_string())))
                }
            }
        }
    }
}
