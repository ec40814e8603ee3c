//! Recommendations of scrutiny as the desk and the public see them: the facts, the answers, a line of a list, the tally.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::calendar::Calendar;
use redress::scrutiny::{Answered, Line, Recommendation, Response};

use super::filter::Filter;
use super::scrolling;
use super::summary::{Summary, day};
use crate::pages::asked::{Asked, Problem, address_of};

/// What a filter asks.
pub struct Choice {
    committee: Option<String>,
    year: Option<i16>,
    answered: Option<Answered>,
}

impl Choice {
    /// Reads it.
    pub fn read(asked: &Asked, problems: &mut Vec<Problem>) -> Choice {
        Choice {
            committee: asked.words("committee"),
            year: asked.year("year", problems),
            answered: asked.read("answer", problems, "Answer must be one of those in the list", Answered::of_word),
        }
    }

    /// Whether a recommendation fits on a day.
    pub fn fits(&self, r: &Recommendation, today: Date, calendar: &Calendar) -> bool {
        self.committee.as_ref().is_none_or(|c| *c == r.committee)
            && self.year.is_none_or(|y| y == r.made.year())
            && self.answered.is_none_or(|a| a.fits(r, today, calendar))
    }
}

/// The filter of a list, with the committees and years of the tally.
pub fn filter(path: &'static str, asked: &Asked, problems: Vec<Problem>, lines: &[Line]) -> Filter {
    let mut committees: Vec<(String, String)> = lines.iter().map(|l| (l.committee.clone(), l.committee.clone())).collect();
    committees.dedup();
    let mut years: Vec<i16> = lines.iter().map(|l| l.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    Filter::new(path, asked, problems)
        .choice("committee", "Committee", committees)
        .choice("year", "Year", years.into_iter().map(|y| (y.to_string(), y.to_string())).collect())
        .choice("answer", "Answer", Answered::CHOICES.iter().map(|(w, words)| ((*w).into(), (*words).into())).collect())
}

/// The tally by committee and year: every figure opens its list.
pub fn table(lines: &[Line], path: &str, today: Date) -> Markup {
    let cell = |n: u32, line: &Line, answer: &str, words: &str| {
        let year = line.year.to_string();
        let pairs = [("committee", line.committee.as_str()), ("year", year.as_str()), ("answer", answer)];
        let to = address_of(path, pairs.into_iter().filter(|(_, value)| !value.is_empty()));
        html! {
            td.govuk-table__cell {
                @if n == 0 { "0" } @else {
                    a.govuk-link href=(to) { (n) span.govuk-visually-hidden { " " (words) ", " (line.committee) ", " (line.year) } }
                }
            }
        }
    };
    let heads = ["Committee", "Year", "Made", "Accepted", "In part", "Rejected", "Waiting", "Overdue", "Answered late"];
    scrolling(
        "Answers by committee and year",
        html! {
            table.govuk-table {
                caption.govuk-table__caption.govuk-table__caption--m { "By committee and year, as of " (redress::day::long(today)) }
                thead.govuk-table__head { tr.govuk-table__row { @for head in heads { th.govuk-table__header scope="col" { (head) } } } }
                tbody.govuk-table__body {
                    @for line in lines {
                        tr.govuk-table__row {
                            th.govuk-table__header scope="row" { (line.committee) }
                            td.govuk-table__cell { (line.year) }
                            (cell(line.made, line, "", "made"))
                            (cell(line.accepted, line, "accepted", "accepted"))
                            (cell(line.in_part, line, "in_part", "accepted in part"))
                            (cell(line.rejected, line, "rejected", "rejected"))
                            (cell(line.waiting, line, "waiting", "waiting"))
                            (cell(line.overdue, line, "overdue", "overdue"))
                            (cell(line.late, line, "late", "answered late"))
                        }
                    }
                }
            }
        },
    )
}

/// A line of a list.
pub fn entry(r: &Recommendation, to: &str, today: Date, calendar: &Calendar) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href=(to) { (r.title()) } }
            p.redress-entry__passage { (r.text) }
            p.redress-entry__facts { "To " (r.to) ". " (r.standing(today, calendar).words(r.days_late(today, calendar))) "." }
            @if let Some(response) = r.response() {
                p.redress-entry__facts {
                    (response.answer.words()) "."
                    @if let Some((action, owner, by)) = response.answer.work() {
                        " " (action) ". Owner: " (owner) "." @if let Some(by) = by { " By " (redress::day::long(by)) "." }
                    }
                    @if let Some(reasons) = response.answer.reasons() { " Reasons: " (reasons) }
                    @if let Some(evidence) = &response.evidence { " Evidence: " (evidence) }
                }
            }
        }
    }
}

/// The words and the clock.
pub fn facts(r: &Recommendation, today: Date, calendar: &Calendar) -> Markup {
    let none = html! { "No clock runs" };
    let rows = Summary::default()
        .row("Recommendation", html! { (r.text) })
        .row("Made by", html! { (r.committee) ", " (day(r.made)) })
        .row("To", html! { (r.to) })
        .day("Report received", r.received)
        .day("Notice that requires an answer", r.notice)
        .row("Answer by", r.answer_by(calendar).map_or(none, |by| html! { (day(by)) " (Local Government Act 2000, section 9FE)" }))
        .row("How it stands", html! { (r.standing(today, calendar).words(r.days_late(today, calendar))) ", as of " (day(today)) });
    maud::Render::render(&rows)
}

/// Every answer, the one that stands first.
pub fn answers(r: &Recommendation) -> Markup {
    html! {
        h2.govuk-heading-m { "Answer" }
        @if r.responses().is_empty() { p.govuk-body { "None yet." } }
        @for (at, response) in r.responses().iter().rev().enumerate() {
            @if at == 1 { h3.govuk-heading-s { "Earlier answers" } }
            (answer(response))
        }
    }
}

fn answer(response: &Response) -> Markup {
    let mut rows = Summary::default()
        .row("Answer", html! { strong { (response.answer.words()) } })
        .row("Given", html! { (day(response.on)) ", " (response.by) });
    if let Some((action, owner, by)) = response.answer.work() {
        rows = rows.row("What is done", html! { (action) }).row("Owner", html! { (owner) }).day("By", by);
    }
    rows = rows.words("Reasons", response.answer.reasons());
    maud::Render::render(&rows.row("Evidence", html! { (response.evidence.as_deref().unwrap_or("None was given")) }))
}
