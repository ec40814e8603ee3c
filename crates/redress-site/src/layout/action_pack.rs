//! The quarterly pack of actions as the desk and the public see it: what was asked of it, the table whose every figure opens its
//! list, and the fields by which a list is narrowed the same way.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::action::pack::{Course, Figure, Seen};
use redress::quarter::Quarter;
use serde::Serialize;

use super::filter::Filter;
use super::scrolling;
use crate::pages::asked::{Asked, Problem, address_of};

/// The most quarters that a form offers.
const MOST: usize = 40;

/// What a list is narrowed to, or a pack is of.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The quarter; none where a list is not narrowed by one.
    pub seen: Option<Seen>,
    /// The figure that the list stands behind.
    pub figure: Option<Figure>,
    /// The body that the actions report to.
    pub reports_to: Option<String>,
}

impl Choice {
    /// Reads what was asked. A figure without a quarter is one of the quarter that runs.
    pub fn read(asked: &Asked, problems: &mut Vec<Problem>, today: Date) -> Choice {
        let words = "Quarter must be one that has begun, such as 2026-Q1";
        let quarter = asked.read("quarter", problems, words, |v| Seen::on(Quarter::read(v)?, today));
        let figure = asked.read("figure", problems, "Choose a figure from the list", Figure::of_word);
        let seen = quarter.or_else(|| figure.and_then(|_| Seen::on(Quarter::of(today), today)));
        Choice { seen, figure, reports_to: asked.words("reports_to") }
    }

    /// Whether an action is in the list.
    pub fn fits(&self, course: &Course, reports_to: &[String]) -> bool {
        let in_time = self.seen.is_none_or(|seen| seen.knows(course) && self.figure.is_none_or(|f| seen.counts(f, course)));
        in_time && self.reports_to.as_ref().is_none_or(|body| reports_to.contains(body))
    }

    /// The day for which the list is said.
    pub fn as_of(&self, today: Date) -> Date {
        self.seen.map_or(today, |seen| seen.until)
    }
}

/// The fields of a list.
pub fn fields(filter: Filter, quarters: &[Quarter], bodies: &[String]) -> Filter {
    filter
        .choice("quarter", "As it stood at the end of", offered(quarters))
        .choice("figure", "Figure of the quarterly pack", Figure::CHOICES.iter().map(|(w, words)| ((*w).into(), (*words).into())).collect())
        .choice("reports_to", "Reports to", named(bodies))
}

/// The fields of the pack itself.
pub fn form(path: &'static str, asked: &Asked, problems: Vec<Problem>, quarters: &[Quarter], bodies: &[String]) -> Filter {
    Filter::new(path, asked, problems).choice("quarter", "Quarter", offered(quarters)).choice("reports_to", "Reports to", named(bodies))
}

fn offered(quarters: &[Quarter]) -> Vec<(String, String)> {
    quarters.iter().map(|q| (q.word(), q.words())).collect()
}

fn named(bodies: &[String]) -> Vec<(String, String)> {
    bodies.iter().map(|b| (b.clone(), b.clone())).collect()
}

/// The quarters since the first action was asked, the one that runs first.
pub fn quarters<'a>(courses: impl Iterator<Item = &'a Course>, today: Date) -> Vec<Quarter> {
    let first = courses.map(Course::decided).min().map_or(Quarter::of(today), Quarter::of);
    std::iter::successors(Some(Quarter::of(today)), |q| Some(q.before())).take(MOST).take_while(|q| *q >= first).collect()
}

/// The bodies that actions report to, each once.
pub fn bodies<'a>(reports_to: impl Iterator<Item = &'a Vec<String>>) -> Vec<String> {
    reports_to.flatten().cloned().collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

/// The figures of a quarter beside those of the one before.
#[derive(Debug, Clone, Serialize)]
pub struct Pack {
    /// As addresses have it: `2026-Q1`.
    pub quarter: String,
    /// The last day that counts.
    pub until: Date,
    /// The body that the actions report to.
    pub reports_to: Option<String>,
    /// Each figure with its list.
    pub figures: Vec<Counted>,
    #[serde(skip)]
    seen: Seen,
}

/// A figure.
#[derive(Debug, Clone, Serialize)]
pub struct Counted {
    /// Which.
    pub figure: Figure,
    /// How many actions.
    pub count: usize,
    /// The same at the end of the quarter before.
    pub before: usize,
    /// Their list.
    pub list: String,
    /// The list of the quarter before.
    pub list_before: String,
}

impl Pack {
    /// The pack of a quarter over actions that report where it asks; `list` is the address of their list.
    pub fn of(seen: Seen, reports_to: Option<String>, courses: &[Course], list: &str) -> Pack {
        let earlier = Seen { quarter: seen.quarter.before(), until: seen.quarter.before().last() };
        let to = |quarter: Quarter, figure: Figure| {
            let word = quarter.word();
            let pairs = [("quarter", word.as_str()), ("figure", figure.word()), ("reports_to", reports_to.as_deref().unwrap_or_default())];
            address_of(list, pairs.into_iter().filter(|(_, value)| !value.is_empty()))
        };
        let figures = seen.figures(courses).into_iter().zip(earlier.figures(courses));
        let figures = figures.map(|((figure, count), (_, before))| Counted {
            figure,
            count,
            before,
            list: to(seen.quarter, figure),
            list_before: to(earlier.quarter, figure),
        });
        Pack { quarter: seen.quarter.word(), until: seen.until, figures: figures.collect(), reports_to, seen }
    }

    /// The quarter in words, up to its last day that counts.
    pub fn title(&self) -> String {
        let words = self.seen.quarter.words();
        if self.until == self.seen.quarter.last() { words } else { format!("{words}, up to {}", redress::day::long(self.until)) }
    }

    /// The table: every figure opens its list.
    pub fn table(&self) -> Markup {
        let earlier = self.seen.quarter.before().words();
        let cell = |n: usize, to: &str, figure: Figure, quarter: &str| {
            html! {
                td.govuk-table__cell.govuk-table__cell--numeric {
                    a.govuk-link href=(to) { (n) span.govuk-visually-hidden { ": " (figure.words()) ", " (quarter) } }
                }
            }
        };
        let words = self.seen.quarter.words();
        scrolling(
            "Figures of the quarter",
            html! {
                table.govuk-table {
                    caption.govuk-table__caption.govuk-table__caption--m { (self.title()) }
                    thead.govuk-table__head {
                        tr.govuk-table__row {
                            th.govuk-table__header scope="col" { "Actions" }
                            th.govuk-table__header.govuk-table__header--numeric scope="col" { (words) }
                            th.govuk-table__header.govuk-table__header--numeric scope="col" { (earlier) }
                        }
                    }
                    tbody.govuk-table__body {
                        @for line in &self.figures {
                            tr.govuk-table__row {
                                th.govuk-table__header scope="row" { (line.figure.words()) p.govuk-hint { (line.figure.explained()) } }
                                (cell(line.count, &line.list, line.figure, &words))
                                (cell(line.before, &line.list_before, line.figure, &earlier))
                            }
                        }
                    }
                }
            },
        )
    }
}

/// An action of a list as the table of commas has it.
#[derive(Debug)]
pub struct Row {
    /// Its key.
    pub reference: String,
    /// The body that decided.
    pub body: String,
    /// What is to be done.
    pub words: String,
    /// The post.
    pub owner: String,
    /// The date that the decision gave.
    pub original: Option<Date>,
    /// The day that counts now.
    pub due: Option<Date>,
    /// Days past the original date.
    pub late: Option<i32>,
}

/// The pack as a table of commas: one line for each action behind each figure.
pub fn csv(seen: Seen, rows: &[(Course, Row)]) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["quarter", "figure", "reference", "body", "action", "owner", "original_date", "date_then", "days_late"])?;
    let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
    for figure in Figure::ALL {
        for (_, row) in rows.iter().filter(|(course, _)| seen.counts(figure, course)) {
            out.write_record([
                seen.quarter.word(),
                figure.word().into(),
                row.reference.clone(),
                guarded(&row.body),
                guarded(&row.words),
                guarded(&row.owner),
                day(row.original),
                day(row.due),
                row.late.map(|n| n.to_string()).unwrap_or_default(),
            ])?;
        }
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell that a spreadsheet does not take for a formula.
fn guarded(cell: &str) -> String {
    crate::pages::decisions::guarded(cell)
}
