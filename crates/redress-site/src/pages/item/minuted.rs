//! The minute of an item: who moved and how it was voted, the points raised with their answers, and the whole text.

use maud::{Markup, html};
use redress::minutes::{Exchange, Minutes};
use redress::vote::{Manner, Vote};

use super::decided::heading;
use crate::layout::{summary::Summary, verbatim};

/// The minute, under headings of a level.
pub fn minute(minutes: &Minutes, level: u8) -> Markup {
    let mut rows = Summary::default();
    if !minutes.movers.is_empty() {
        rows = rows.row(
            "Moved",
            html! {
                ul.govuk-list { @for mover in &minutes.movers { li { (mover.name) " (" (mover.act) ")" } } }
            },
        );
    }
    if let Some(vote) = &minutes.vote {
        rows = rows.row("Vote", vote_words(vote));
    }
    html! {
        @if let Some(stage) = &minutes.stage { (super::facts::stage(stage)) }
        (maud::Render::render(&rows))
        @if minutes.text.trim().is_empty() { (verbatim::field(Some(&minutes.text))) } @else { (verbatim::record(&minutes.text)) }
        (super::facts::facts(&minutes.facts, level))
        @if !minutes.discussion.is_empty() { (heading(level, "Points raised and answered")) (discussion(&minutes.discussion)) }
    }
}

fn vote_words(vote: &Vote) -> Markup {
    let manner = match vote.manner {
        Manner::Unanimous => "Unanimous",
        Manner::Counted => "Counted",
        Manner::Carried => "Carried",
        Manner::Lost => "Lost",
    };
    let figures = [("for", vote.for_), ("against", vote.against), ("abstained", vote.abstained)];
    let figures: Vec<String> = figures.into_iter().filter_map(|(word, n)| Some(format!("{} {word}", n?))).collect();
    html! {
        p.govuk-body { (manner) @if !figures.is_empty() { ": " (figures.join(", ")) } "." }
        p.govuk-body { "In the words of the minute: “" (vote.text) "”" }
    }
}

fn discussion(pairs: &[Exchange]) -> Markup {
    html! {
        p.redress-said { "The same words as in the minute, set out as pairs." }
        dl.govuk-summary-list {
            @for pair in pairs {
                div.govuk-summary-list__row {
                    dt.govuk-summary-list__key { (pair.issue) }
                    dd.govuk-summary-list__value { (pair.response) }
                }
            }
        }
    }
}
