//! A duty: everything about it, with the words that decide, both readings, and its examples computed.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use maud::{Markup, html};
use redress::duty::{self, Refusal};
use serde::Serialize;

use super::calculator;
use super::duties::address;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::layout::{scrolling, summary::Summary};
use crate::site::Site;
use crate::statute::in_full::{InFull, OtherReading, Reading, Readings};
use crate::statute::question::Wrong;
use crate::statute::words;
use crate::statute::worked::Worked;

/// A duty.
#[derive(Debug, Serialize)]
pub struct DutyPage {
    /// Everything about it.
    #[serde(flatten)]
    pub full: InFull,
    /// Where its date is computed.
    pub calculator: String,
}

/// `/duties/{key}`
pub async fn show(State(site): State<Site>, format: Format, Path(key): Path<String>) -> Answer {
    match duty::find(&key) {
        Ok(duty) => {
            Ok(answer(&site, &format, &DutyPage { full: InFull::of(duty, &site.calendar), calculator: calculator::of_duty(duty.key) }))
        }
        Err(refusal) => Ok(answer(&site, &format, &Unknown::of(&refusal))),
    }
}

impl Render for DutyPage {
    fn head(&self) -> Head {
        let duty = self.full.duty;
        Head::new(format!("{} ({})", duty.must, duty.cite), address(duty.key), Section::Duties).under("Duties", "/duties")
    }

    fn body(&self) -> Markup {
        let duty = self.full.duty;
        html! {
            h1.govuk-heading-l { (duty.must) }
            p.govuk-body-l { (duty.cite) }
            (self.facts())
            h2.govuk-heading-m { "The words that decide" }
            blockquote.redress-record.redress-record--quoted { p { "“" (duty.deciding_words) "”" } }
            p.govuk-body { a.govuk-link href=(duty.url) rel="external" { "Read " (duty.cite) } }
            h2.govuk-heading-m { "How the date is counted" }
            @for readings in self.full.readings.iter().rev() { (version(readings)) }
            (self.examples())
            p.govuk-body { a.govuk-link href=(self.calculator) { "Compute it with your own date" } }
            h2.govuk-heading-m { "What must be in the paper" }
            (list(duty.contents, "The law asks for nothing in particular."))
            h2.govuk-heading-m { "When it does not apply" }
            (list(duty.exceptions, "The law names no exception."))
            h2.govuk-heading-m { "How far our reading was verified" }
            ul.govuk-list.govuk-list--bullet {
                @for mark in duty.marks { li { strong { (words::marked(mark.marked)) } ": " (mark.of) " (" (mark.source) ")" } }
            }
            @if !duty.notes.is_empty() {
                h2.govuk-heading-m { "Notes" }
                (list(duty.notes, ""))
            }
            p.redress-meta { "Key for commands and addresses: " code.redress-hash { (duty.key) } }
        }
    }
}

impl DutyPage {
    fn facts(&self) -> Markup {
        let duty = self.full.duty;
        let rows = Summary::default()
            .words("Who owes it", Some(duty.owed_by))
            .row("To whom", html! { (list(duty.recipients, "")) })
            .words("What starts the clock", Some(&sentence(self.full.starts_in_words)))
            .words("The date is", Some(&sentence(self.full.date_is_in_words)))
            .row("What meets it", html! { (duty.met_by.event) br; "Proof: " (duty.met_by.proof) })
            .words("Who may give longer", Some(&words::extension(duty.extension)))
            .words("What it suspends", Some(duty.suspends.unwrap_or("Nothing")))
            .words("If it is breached", Some(duty.breach))
            .row("Where it applies", html! { (words::jurisdiction(duty.jurisdiction)) br; (words::governance(duty.governance)) });
        maud::Render::render(&rows)
    }

    fn examples(&self) -> Markup {
        let duty = self.full.duty;
        let two = self.full.readings.iter().any(|r| r.other.is_some());
        let table = html! {
            table.govuk-table {
                caption.govuk-table__caption.govuk-table__caption--m { "Worked examples" }
                thead.govuk-table__head {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="col" { "Given" }
                        th.govuk-table__header scope="col" { "Date" }
                        @if two { th.govuk-table__header scope="col" { "By the other reading" } }
                        th.govuk-table__header scope="col" { "Because" }
                    }
                }
                tbody.govuk-table__body {
                    @for (example, worked) in duty.examples.iter().zip(&self.full.worked_examples) {
                        tr.govuk-table__row {
                            th.govuk-table__header scope="row" { (words::given(&example.inputs)) }
                            td.govuk-table__cell { (computed(worked)) }
                            @if two { td.govuk-table__cell { (other_date(worked)) } }
                            td.govuk-table__cell { (sentence(example.because)) }
                        }
                    }
                }
            }
        };
        scrolling("Worked examples", table)
    }
}

/// The date with a link to its working.
fn computed(worked: &Worked) -> Markup {
    html! {
        a.govuk-link href=(calculator::of_given(worked.duty, &worked.given)) {
            (worked.first.date_words()) span.govuk-visually-hidden { ", with the working" }
        }
        @if let Some(day) = worked.first.earlier_working_day() { br; "Last working day: " (redress::day::long(day)) }
    }
}

fn other_date(worked: &Worked) -> String {
    worked.other_reading.as_ref().map_or_else(String::new, |other| other.side.date_words())
}

fn version(readings: &Readings) -> Markup {
    html! {
        h3.govuk-heading-s { (readings.in_force) }
        p.govuk-body { "Text: " (readings.by) "." }
        @match &readings.other {
            None => p.govuk-body { (sentence(&readings.first.clock)) " (" (readings.first.reading) ")" },
            Some(other) => (both(&readings.first, other)),
        }
    }
}

fn both(first: &Reading, other: &OtherReading) -> Markup {
    html! {
        p.govuk-body { "The law leaves a choice. " (other.question) " Both are computed." }
        div.govuk-grid-row {
            div.govuk-grid-column-one-half {
                h4.govuk-heading-s { "One reading: " (first.reading) }
                p.govuk-body { (sentence(&first.clock)) }
            }
            div.govuk-grid-column-one-half {
                h4.govuk-heading-s { "The other: " (other.reading.reading) }
                p.govuk-body { (sentence(&other.reading.clock)) }
                p.govuk-body { "Why: " (other.because) "." }
            }
        }
    }
}

fn list(lines: &[&str], none: &str) -> Markup {
    html! {
        @match lines {
            [] => p.govuk-body { (none) },
            [line] => p.govuk-body { (line) },
            lines => ul.govuk-list.govuk-list--bullet { @for line in lines { li { (line) } } },
        }
    }
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("{}{stop}", words::capital(text))
}

/// A page for a duty that is not known, with the nearest ones.
#[derive(Debug, Serialize)]
struct Unknown {
    error: Wrong,
    /// The keys of the nearest.
    nearest: Vec<&'static str>,
}

impl Unknown {
    fn of(refusal: &Refusal) -> Unknown {
        let nearest = match refusal {
            Refusal::UnknownDuty { nearest, .. } => nearest.clone(),
            _ => Vec::new(),
        };
        Unknown { error: Wrong::of(refusal, Some("duty")), nearest }
    }
}

impl Render for Unknown {
    fn head(&self) -> Head {
        Head { twinned: false, ..Head::new("No such duty", "/duties", Section::Duties) }.under("Duties", "/duties")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { "No such duty" }
            @if self.nearest.is_empty() { p.govuk-body { "No duty has this name, and none is near to it." } }
            @else {
                p.govuk-body { "No duty has this name. Did you mean one of these?" }
                ul.govuk-list.govuk-list--bullet {
                    @for key in &self.nearest {
                        li { a.govuk-link href=(address(key)) { (duty::find(key).map_or(*key, |d| d.must)) } " " code.redress-hash { (key) } }
                    }
                }
            }
            p.govuk-body { a.govuk-link href="/duties" { "See every duty" } }
        }
    }

    fn status(&self) -> StatusCode {
        StatusCode::NOT_FOUND
    }
}
