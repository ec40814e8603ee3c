//! The agenda of the workspace: each item with what was taken down under it, and the forms that belong to it.

use maud::{Markup, html};
use redress::workspace::{Motion, Move, Part, Record};

use super::outcome_words;
use crate::desk::room::Room;
use crate::desk::room::choices::entry_word;
use crate::desk::room::told::{interest_words, part_words};
use crate::layout::{clauses, verbatim};

/// The agenda.
pub fn section(room: &Room, record: &Record) -> Markup {
    html! {
        h2.govuk-heading-m { "Agenda" }
        @if room.items.is_empty() { p.govuk-body { "No items yet." } }
        div #agenda {
            @for item in &room.items {
                @let number = &item.item.number;
                section.redress-item aria-labelledby={ "item-" (item.item.id) } {
                    h3.govuk-heading-s id={ "item-" (item.item.id) } tabindex="-1" {
                        (crate::desk::pages::item::title(&item.item))
                        @if record.item.as_ref() == Some(number) { " " (crate::layout::tag("Now", "blue")) }
                    }
                    @if room.closed.is_none() { (links(room, number, item.open)) }
                    @if item.open { (under(room, record, number, true)) }
                    @else { p.govuk-body { "What is said under this item is under an embargo that you are outside of." } }
                }
            }
        }
    }
}

fn links(room: &Room, number: &str, open: bool) -> Markup {
    let asked = form_urlencoded::Serializer::new(String::new()).append_pair("item", number).finish();
    let link = |kind: &str, words: &str| {
        html! {
            li { a.govuk-link href={ (room.address()) "/" (kind) "?" (asked) } { (words) span.govuk-visually-hidden { ": item " (number) } } }
        }
    };
    html! {
        ul.redress-chosen {
            (link("call", "Call"))
            @if open {
                (link("interest", "Interest"))
                (link("exclude", "Exclude the public"))
                (link("move", "Motion"))
                (link("question", "Question"))
                (link("write", "Write"))
                (link("resolve", "Resolution"))
            }
        }
    }
}

/// What was taken down under an item; what was said in private only for those who may read that.
pub fn under(room: &Room, record: &Record, number: &str, in_private: bool) -> Markup {
    let interests = record.interests.iter().filter(|i| i.item == number);
    let questions = record.questions.iter().filter(|q| q.item == number);
    html! {
        @for interest in interests {
            p.govuk-body {
                (room.name(interest.member)) " declared " (interest_words(interest.kind)) ": " (interest.nature)
                @if let Some(dispensation) = &interest.dispensation { " Dispensation: " (dispensation) }
            }
        }
        @if let Some(paragraphs) = record.excluded.get(number) {
            p.govuk-body {
                "The public were excluded: Schedule 12A, paragraph "
                (paragraphs.iter().map(|p| p.number().to_string()).collect::<Vec<_>>().join(" and ")) "."
            }
        }
        @for text in record.texts.get(number).into_iter().flatten().filter(|t| in_private || t.part != Part::PrivateDiscussion) {
            h4.govuk-heading-s { (part_words(text.part)) }
            @for version in &text.stand {
                @if text.stand.len() > 1 { p.govuk-body { strong { (version.by) " wrote" } } }
                (verbatim::record(&version.words))
            }
            @if text.stand.len() > 1 {
                p.govuk-body { a.govuk-link href=(merge(room, number, text.part)) { "Make one text of these" span.govuk-visually-hidden { ": " (part_words(text.part)) ", item " (number) } } }
            }
        }
        @for question in questions {
            h4.govuk-heading-s { "Question from " (question.by) }
            (verbatim::record(&question.words))
            @for (by, words) in &question.answers { p.govuk-body { strong { (by) } " answered" } (verbatim::record(words)) }
        }
        @for motion in record.motions.iter().filter(|m| m.item == number) { (moved(room, motion)) }
        @for settled in record.resolved.get(number).into_iter().flatten() {
            h4.govuk-heading-s { "Resolved" }
            div.redress-record { (clauses::list(&settled.clauses)) }
            @for charge in record.charges.iter().filter(|c| c.resolution == settled.entry) {
                p.govuk-body {
                    (charge.post) " is asked"
                    @if !charge.clause.is_empty() { " to do " (charge.clause) }
                    @if let Some(by) = charge.by { " by " (redress::day::long(by)) } "."
                }
            }
        }
    }
}

fn moved(room: &Room, motion: &Motion) -> Markup {
    html! {
        h4.govuk-heading-s { "Motion" }
        (one(room, &motion.moved))
        @for amendment in &motion.amendments {
            h4.govuk-heading-s { "Amendment" }
            @if let Some(before) = &amendment.before { (crate::layout::compared::runs(before, &amendment.words)) }
            (one(room, amendment))
        }
        @if !motion.amendments.is_empty() {
            h4.govuk-heading-s { "The motion as it stands" }
            (verbatim::record(motion.words()))
        }
    }
}

fn one(room: &Room, moved: &Move) -> Markup {
    html! {
        @if moved.before.is_none() { (verbatim::record(&moved.words)) }
        p.govuk-body {
            "Moved by " (room.name(moved.mover))
            @if let Some(seconder) = moved.seconder { ", seconded by " (room.name(seconder)) }
            "."
        }
        @for ballot in &moved.votes {
            p.govuk-body { strong { (outcome_words(ballot.taking.outcome())) } ": " (room.told_vote(&ballot.taking)) "." }
        }
        @if moved.votes.is_empty() && room.closed.is_none() {
            ul.redress-chosen {
                li { a.govuk-link href={ (room.address()) "/vote?on=" (entry_word(moved.entry)) } { "Vote" span.govuk-visually-hidden { " on: " (moved.words) } } }
                @if moved.before.is_none() {
                    li { a.govuk-link href={ (room.address()) "/amend?motion=" (entry_word(moved.entry)) } { "Amend" span.govuk-visually-hidden { ": " (moved.words) } } }
                }
            }
        }
    }
}

fn merge(room: &Room, number: &str, part: Part) -> String {
    let word = serde_json::to_value(part).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default();
    let asked = form_urlencoded::Serializer::new(String::new()).append_pair("item", number).append_pair("part", &word).finish();
    format!("{}/write?{asked}", room.address())
}
