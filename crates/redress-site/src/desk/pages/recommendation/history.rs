//! What was said and done about a recommendation, axis by axis: who, when, by which paper.

use maud::{Markup, html};
use redress::ombudsman::axes::{Answer, Level};
use redress::ombudsman::history::{Entry, History};
use redress::ombudsman::recommendation::{Money, pounds};
use redress::ombudsman::tracked::Tracked;

/// The records, each with person, date and paper.
pub fn body(tracked: &Tracked) -> Markup {
    let response = |e: &redress::ombudsman::axes::Response| {
        let level = match e.level {
            Level::Officers => "officers",
            Level::Proposed => "proposed to full council: not effective, reserved under section 31A(1A)",
            Level::Members => "members",
        };
        let what = match &e.answer {
            Answer::InPart { not } => format!(", but not: {not}"),
            Answer::Alternative { what } => format!(": {what}"),
            _ => String::new(),
        };
        let advice = e.legal_advice.as_deref().map(|a| format!(". Legal advice: {a}")).unwrap_or_default();
        let reasons = if e.reasons.trim().is_empty() { String::new() } else { format!(". {}", e.reasons.trim()) };
        format!("{}{what} ({level}){reasons}{advice}", e.answer.words())
    };
    html! {
        (list("What the council answered", tracked.responses(), response))
        (list("What the council said it did", tracked.claims(), redress::ombudsman::axes::Claim::words))
        (list("What went to the Ombudsman", tracked.sent(), |s| format!("Evidence, {}", s.channel)))
        (list("What the Ombudsman said", tracked.views(), |v| v.outcome().term.words.clone()))
        (list("Who watched over it", tracked.moves(), |m| format!("{}: {}", m.to.words(), m.why)))
        (extensions(tracked))
        (payments(tracked))
    }
}

fn list<T>(heading: &str, history: &History<T>, words: impl Fn(&T) -> String) -> Markup {
    html! {
        @if !history.entries().is_empty() {
            h2.govuk-heading-m { (heading) }
            ul.redress-entries {
                @for entry in history.entries() { li.redress-entry { p.redress-entry__title { (words(&entry.value)) } (facts(entry)) } }
            }
        }
    }
}

fn facts<T>(entry: &Entry<T>) -> Markup {
    html! {
        p.redress-entry__facts { (redress::day::long(entry.on)) ", " (entry.by) @if let Some(paper) = &entry.paper { ", shown by " (paper) } }
    }
}

fn extensions(tracked: &Tracked) -> Markup {
    html! {
        @if !tracked.extensions().is_empty() {
            h2.govuk-heading-m { "More time" }
            p.govuk-body { "The original date stays, and lateness is counted from it." }
            ul.redress-entries {
                @for extension in tracked.extensions() {
                    li.redress-entry {
                        p.redress-entry__title { "Asked for until " (redress::day::long(extension.asked_for())) ": " (extension.why()) }
                        p.redress-entry__facts {
                            (redress::day::long(extension.requested_on())) ", " (extension.requested_by()) ". "
                            @match extension.answered() {
                                None => "Not answered yet.",
                                Some(answered) => { "Answered on " (redress::day::long(answered.on)) " by letter " (answered.letter) ": "
                                    (answered.expected.map_or("no more time".into(), |d| format!("expected by {}", redress::day::long(d)))) "." }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn payments(tracked: &Tracked) -> Markup {
    html! {
        @if let Some(money) = tracked.asked().money.as_ref().filter(|m| !m.payments().is_empty()) {
            h2.govuk-heading-m { "Payments" }
            ul.redress-entries {
                @for entry in money.payments() {
                    li.redress-entry { p.redress-entry__title { (pounds(entry.value.pence)) ", by " (entry.value.authority) } (facts(entry)) }
                }
            }
        }
    }
}

/// The three sums of a remedy.
pub fn money(money: &Money) -> String {
    let agreed = money.agreed().map_or("not agreed yet".into(), |p| format!("agreed {}", pounds(p)));
    format!("{} for {}; {agreed}; paid {}", pounds(money.asked()), money.head(), pounds(money.paid()))
}
