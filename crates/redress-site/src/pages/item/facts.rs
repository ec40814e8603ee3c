//! What was taken down of an item besides words: motions and amendments with their votes, interests with the way out and
//! back, and how far the minute is.

use maud::{Markup, html};
use redress::minutes::told::{Facts, InterestTold, MotionTold, StageTold, VoteTold};
use redress::vote::Manner;

use super::decided::heading;
use crate::layout::{compared, scrolling, tag};

/// How far the minutes are, with what a meeting corrected.
pub fn stage(stage: &StageTold) -> Markup {
    let confirmed = stage.confirmed.as_ref();
    html! {
        p.govuk-body { (tag(&stage.words(), if confirmed.is_some() { "green" } else { "yellow" })) }
        @if let Some(confirmed) = confirmed {
            @if stage.signed.is_some() { p.govuk-body { "Confirmed on " (redress::day::long(confirmed.meeting)) "." } }
            @if let Some(corrected) = &confirmed.corrected { p.govuk-body { "What the meeting corrected: " (corrected) } }
            @if !confirmed.runs.is_empty() {
                (compared::key("the draft", "the minutes as corrected"))
                div.redress-record.redress-record--quoted { p { (compared::show(&confirmed.runs)) } }
            }
        }
    }
}

/// The facts, under headings of a level.
pub fn facts(facts: &Facts, level: u8) -> Markup {
    html! {
        @if !facts.motions.is_empty() { (heading(level, "Motions and votes")) @for motion in &facts.motions { (moved(motion)) } }
        @if !facts.interests.is_empty() {
            (heading(level, "Interests declared"))
            ul.govuk-list.govuk-list--bullet { @for interest in &facts.interests { li { (declared(interest)) } } }
        }
        @if !facts.excluded_for.is_empty() {
            p.govuk-body { "The meeting resolved to exclude the public: Schedule 12A to the Local Government Act 1972, paragraph " (facts.excluded_for.join(" and ")) "." }
        }
    }
}

fn moved(motion: &MotionTold) -> Markup {
    html! {
        div.redress-item {
            p.govuk-body {
                strong { @if motion.before.is_some() { "Amendment" } @else { "Motion" } }
                ", moved by " (motion.mover) @if let Some(seconder) = &motion.seconder { ", seconded by " (seconder) } ":"
            }
            @match &motion.before {
                Some(before) => {
                    (compared::key("the motion before", "the amendment"))
                    div.redress-record.redress-record--quoted { p { (compared::runs(before, &motion.words)) } }
                },
                None => div.redress-record { p { (motion.words) } },
            }
            @match &motion.vote { Some(vote) => (voted(vote)), None => p.redress-said { "No vote is on record." } }
        }
    }
}

fn voted(vote: &VoteTold) -> Markup {
    let manner = if vote.vote.manner == Manner::Unanimous { " unanimously" } else { "" };
    let figures =
        [("for", vote.vote.for_), ("against", vote.vote.against), ("abstained", vote.vote.abstained), ("did not vote", vote.did_not_vote)];
    let figures: Vec<String> = figures.into_iter().filter_map(|(word, n)| Some(format!("{} {word}", n?))).collect();
    let caption = if vote.names_called { "How each member voted" } else { "Votes recorded at the member’s own request" };
    let table = html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { (caption) }
            thead.govuk-table__head {
                tr.govuk-table__row { th.govuk-table__header scope="col" { "Member" } th.govuk-table__header scope="col" { "Vote" } }
            }
            tbody.govuk-table__body {
                @for name in &vote.names {
                    tr.govuk-table__row { th.govuk-table__header scope="row" { (name.name) } td.govuk-table__cell { (name.side.words()) } }
                }
            }
        }
    };
    html! {
        p.govuk-body {
            strong { @if vote.carried { "Carried" } @else { "Lost" } } (manner)
            @if !figures.is_empty() { ": " (figures.join(", ")) } "."
            @if let Some(by) = &vote.casting_by { " The votes were equal, and " (by) ", presiding, gave a casting vote." }
        }
        @if !vote.names.is_empty() { (scrolling(caption, table)) }
        p.redress-said { "The vote was " (vote.learnt) "." }
    }
}

fn declared(interest: &InterestTold) -> Markup {
    html! {
        (interest.member) ": " (interest.kind.words()) @if !interest.nature.is_empty() { ", " (interest.nature.trim_end_matches('.')) } "."
        @if let Some(dispensation) = &interest.dispensation { " Dispensation: " (dispensation.trim_end_matches('.')) "." }
        @if interest.left { " Left the room" @if let Some(item) = &interest.returned_in { ", and came back during item " (item) } "." }
    }
}
