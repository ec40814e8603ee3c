//! The calculator: a duty and a date, answered with both readings and the working. The address holds the whole question.

use axum::extract::State;
use maud::{Markup, html};
use redress::calendar::Calendar;
use redress::day::{long, with_weekday};
use redress::duty::{self, Inputs, Settings};
use serde::Serialize;

use super::asked::{Asked, address_of};
use super::{Answer, Format, Head, Render, Section, answer, duties};
use crate::layout::{scrolling, summary::day};
use crate::site::Site;
use crate::statute::question::{Question, UNKNOWN, Wrong};
use crate::statute::words;
use crate::statute::worked::{OtherSide, Side, Worked};

/// The form, with what was typed and what is wrong with it.
mod form;

use form::Form;

const PATH: &str = "/duties/calculator";

/// A question and its answer.
#[derive(Debug, Serialize)]
pub struct Calculator {
    /// The answer, once there is one: the fields that `redress due --json` gives.
    #[serde(flatten)]
    pub worked: Option<Worked>,
    /// What was asked.
    pub asked: Question,
    /// The first of the problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Wrong>,
    /// Everything that is wrong with the question.
    pub problems: Vec<Wrong>,
    #[serde(skip)]
    form: Form,
    #[serde(skip)]
    address: String,
}

/// `/duties/calculator`
pub async fn show(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&asked, &site.calendar, site.council().readings)))
}

/// The calculator with a duty chosen.
pub fn of_duty(key: &str) -> String {
    address_of(PATH, std::iter::once(("duty", key)))
}

/// The calculator with a duty and everything that is given: its answer.
pub fn of_given(key: &str, given: &Inputs) -> String {
    of_query(key, given, &[])
}

fn of_query(key: &str, given: &Inputs, more: &[(&'static str, String)]) -> String {
    let date = |name, value: Option<jiff::civil::Date>| value.map(|d| (name, d.to_string()));
    let known = [
        Some(("from", given.from.map_or_else(|| UNKNOWN.to_string(), |d| d.to_string()))),
        given.at.map(|at| ("at", format!("{:02}:{:02}", at.hour(), at.minute()))),
        date("report_date", given.report_dated),
        date("meeting", given.meeting),
        date("stated", given.stated),
        given.period.map(|p| ("period", p.words())),
    ];
    let query: Vec<(&str, String)> = known.into_iter().flatten().chain(more.iter().cloned()).collect();
    address_of(PATH, std::iter::once(("duty", key)).chain(query.iter().map(|(name, value)| (*name, value.as_str()))))
}

fn load(asked: &Asked, calendar: &Calendar, works_to: Settings) -> Calculator {
    let mut form = Form::of(asked);
    form.works_to = works_to;
    let question = form.question();
    let key = asked.get("duty");
    let (worked, problems) = match form.submitted(asked).then(|| question.answer(calendar)) {
        None => (None, Vec::new()),
        Some(Ok(worked)) => (Some(worked), Vec::new()),
        Some(Err(wrong)) => (None, wrong.into_iter().map(|w| form.reworded(w)).collect()),
    };
    let address = match &worked {
        Some(worked) => of_query(worked.duty, &worked.given, &form.settings(worked)),
        None if duty::find(key).is_ok() => of_duty(key),
        None => PATH.into(),
    };
    form.problems.clone_from(&problems);
    Calculator { worked, asked: question, error: problems.first().cloned(), problems, form, address }
}

impl Render for Calculator {
    fn head(&self) -> Head {
        let title = match &self.worked {
            Some(worked) => format!("{}: {}", worked.first.date_words(), worked.must),
            None => "Compute a date".into(),
        };
        Head { wrong: !self.problems.is_empty(), ..Head::new(title, self.address.clone(), Section::Duties) }.under("Duties", "/duties")
    }

    fn body(&self) -> Markup {
        html! {
            (self.form.errors())
            h1.govuk-heading-l { @if self.worked.is_some() { "The date" } @else { "Compute a date" } }
            @match &self.worked {
                Some(worked) => {
                    (self.answered(worked))
                    h2.govuk-heading-m { "Ask again" }
                },
                None => p.govuk-body {
                    "Choose a duty and say when its clock starts. The answer shows how the date was counted, and its address holds all that you typed, so that you can send it on."
                },
            }
            (self.form.show())
            p.govuk-body { a.govuk-link href="/duties" { "Every duty that can be computed" } }
        }
    }
}

impl Calculator {
    fn answered(&self, worked: &Worked) -> Markup {
        html! {
            p.govuk-body { (worked.must) ". " a.govuk-link href=(duties::address(worked.duty)) { (worked.cite) } "." }
            p.redress-answer { (worked.answer) }
            @if let Some(why) = &worked.provisional { (warning(why)) }
            @if let Some(on) = worked.as_known_on { p.govuk-body { "Counted with the bank holidays as known on " (long(on)) "." } }
            dl.govuk-summary-list {
                (row("Given", html! { (words::given(&worked.given)) }))
                (row("Reading", html! { (words::capital(worked.first.reading)) }))
                @if let Some(last) = worked.first.last_working_day { (row("Last working day", html! { (day_with_weekday(last)) })) }
            }
            h2.govuk-heading-m { "Step by step" }
            (steps(&worked.first))
            @if let Some(other) = &worked.other_reading { (second(worked, other)) }
            p.govuk-body { a.govuk-link href=(self.address) { "Link to this answer" } }
        }
    }
}

fn second(worked: &Worked, other: &OtherSide) -> Markup {
    html! {
        h2.govuk-heading-m { "The other reading" }
        p.govuk-body { "The law leaves a choice. " (other.question) }
        (scrolling("Both readings", html! {
            table.govuk-table {
                caption.govuk-table__caption.govuk-table__caption--s { "Both readings" }
                thead.govuk-table__head {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="col" { "Reading" }
                        th.govuk-table__header scope="col" { "Date" }
                        th.govuk-table__header scope="col" { "Last working day" }
                    }
                }
                tbody.govuk-table__body { (reading(&worked.first)) (reading(&other.side)) }
            }
        }))
        @if let Some(condition) = other.only_if { p.govuk-body { "The other reading applies only if " (condition) "." } }
        p.govuk-body { "Why it is read so: " (other.because) "." }
        (steps(&other.side))
        @if let Some(safer) = worked.safer() { p.govuk-body { strong { (safer) } } }
    }
}

fn reading(side: &Side) -> Markup {
    html! {
        tr.govuk-table__row {
            th.govuk-table__header scope="row" { (words::capital(side.reading)) }
            td.govuk-table__cell { (side.date_words()) }
            td.govuk-table__cell { (side.last_working_day.map_or_else(|| "None".into(), long)) }
        }
    }
}

fn steps(side: &Side) -> Markup {
    html! { ol.govuk-list.govuk-list--number { @for step in &side.steps { li { (step) } } } }
}

fn row(name: &str, value: Markup) -> Markup {
    html! {
        div.govuk-summary-list__row {
            dt.govuk-summary-list__key { (name) }
            dd.govuk-summary-list__value { (value) }
        }
    }
}

fn day_with_weekday(date: jiff::civil::Date) -> Markup {
    html! { (with_weekday(date).split(' ').next().unwrap_or_default()) " " (day(date)) }
}

fn warning(words: &str) -> Markup {
    html! {
        div.govuk-warning-text {
            span.govuk-warning-text__icon aria-hidden="true" { "!" }
            strong.govuk-warning-text__text { span.govuk-visually-hidden { "Warning" } "Provisional: " (words.trim_start_matches("provisional: ")) "." }
        }
    }
}

#[cfg(test)]
mod tests;
