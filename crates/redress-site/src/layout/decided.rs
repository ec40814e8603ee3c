//! The formal record of a decision and what is told of it, alike at the desk and in public.

use maud::{Markup, html};
use redress::call_in::Window;
use redress::day::{clock, long, with_weekday};
use redress::decision::Formal;
use redress::decision_record::{Asked, Conflicts, End, Key, Maker, Relation, Told};

use super::summary::Summary;

/// What the record says besides its texts.
pub fn formal(formal: &Formal) -> Markup {
    let mut rows = Summary::default();
    rows = rows.words("Summary in plain language, not the record", formal.summary.as_deref());
    rows = rows.words("Power cited", formal.authority.as_deref());
    if let Maker::CouncilOfficer { delegation, .. } = &formal.maker {
        rows = rows.row("Delegation", html! { (delegation.words()) });
    }
    rows = rows.row("Record made under", html! { (formal.maker.regime().cite()) });
    rows = rows.words("What was done with the recommendations", formal.status.map(|s| s.words()));
    let key = match &formal.key {
        Key::Yes { entry } => format!("Yes: entry {entry} of the forward plan"),
        Key::No => "No".into(),
        Key::NotExecutive => "No: only a decision of the executive can be one".into(),
        Key::Blank => "Not recorded".into(),
    };
    rows = rows.row("Key decision", html! { (key) });
    if let Conflicts::Declared { list } = &formal.conflicts {
        let lines = html! { @for c in list { p.govuk-body { (c.who) ": " (c.nature) ". Dispensation: " (c.dispensation) } } };
        rows = rows.row("Conflicts declared", lines);
    }
    if let Some(tally) = &formal.tally {
        rows = rows.row("Vote", html! {
            (tally.words()) "."
            @for (side, names) in [("For", &tally.named_for), ("Against", &tally.named_against), ("Abstained", &tally.named_abstained)] {
                @if !names.is_empty() { p.govuk-body { (side) ": " (names.join(", ")) } }
            }
        });
    }
    rows = rows.words("Withheld", formal.withheld.as_deref());
    html! {
        h2.govuk-heading-m { "The record" }
        (rows)
        @if !formal.tasks.is_empty() {
            h2.govuk-heading-m { "Who is asked to do what" }
            ul.govuk-list.govuk-list--bullet {
                @for task in &formal.tasks {
                    li { @if !task.clause.is_empty() { "Clause " (task.clause) ": " } (task.who) ", " (task.what) @if let Some(by) = task.by { ", by " (long(by)) } }
                }
            }
        }
        @if !formal.background.is_empty() {
            h2.govuk-heading-m { "Background papers" }
            ul.govuk-list.govuk-list--bullet { @for paper in &formal.background { li { (paper) } } }
        }
    }
}

/// Call-in, and the records that change it or that it changes.
pub fn told(told: &Told, window: Option<Window>) -> Markup {
    html! {
        @if let Some(end) = &told.changed { div.govuk-inset-text { (link(end, true)) } }
        @for end in &told.changes { div.govuk-inset-text { (link(end, false)) } }
        @if told.rules.is_some() {
            h2.govuk-heading-m { "Call-in" }
            @match (window, &told.waiver) {
                (_, Some(waiver)) => p.govuk-body {
                    "Call-in is waived under " (waiver.rule) ". Agreed by " (waiver.agreement.name) ", " (waiver.agreement.capacity.words())
                    ", on " (long(waiver.agreement.on)) ". " (waiver.reason)
                },
                (Some(window), None) => p.govuk-body {
                    "The decision can be called in from " (with_weekday(window.published)) " to " (with_weekday(window.closes))
                    @if let Some(until) = window.until { " at " (clock(until)) } ". If nobody asks, it may be carried out from " (with_weekday(window.act_from)) "."
                },
                (None, None) => p.govuk-body { "The time for call-in begins when the decision is published." },
            }
            @for asked in &told.requests { (request(asked)) }
        }
    }
}

fn request(asked: &Asked) -> Markup {
    html! {
        p.govuk-body {
            "Called in on " (long(asked.at.date())) " by " (asked.by.join(", ")) ". Grounds: " (asked.grounds)
            @match &asked.outcome {
                None => " No outcome yet.",
                Some(outcome) => {
                    @let (on, why) = outcome.said();
                    " Outcome on " (long(on)) ": " (outcome.words()) ". " (why)
                    @if let Some(again) = outcome.again() {
                        " Taken again on " (long(again.on)) @if again.confirmed { ": it stays as it was." } @else { ": replaced by " (again.by.as_deref().unwrap_or("another decision")) "." }
                    }
                }
            }
        }
    }
}

fn link(end: &End, later: bool) -> Markup {
    let words = match (end.relation, later) {
        (relation, true) => match relation {
            Relation::Corrects => "Corrected by",
            Relation::Supersedes => "Superseded by",
            Relation::Rescinds => "Rescinded by",
        },
        (Relation::Corrects, false) => "Corrects",
        (Relation::Supersedes, false) => "Supersedes",
        (Relation::Rescinds, false) => "Rescinds",
    };
    html! { p.govuk-body { (words) " " a.govuk-link href=(end.address) { (end.other) } " from " (long(end.on)) ". " (end.why) } }
}
