//! The way of an issue besides its items: referrals with both ends, what bodies said, meetings without an item, where it came from.

use maud::{Markup, html};
use redress::issue::journey::{Received, Referral};
use redress::public::issue::Journey;
use redress::public::item::IssueLink;
use redress::public::{Kind, address};

use super::summary::day;

/// Everything of it, for a preview.
pub fn besides_items(journey: &Journey) -> Markup {
    html! {
        (came_from(journey))
        @if !journey.referrals.is_empty() {
            h3.govuk-heading-s { "Referrals" }
            ul.govuk-list.govuk-list--bullet { @for referral in &journey.referrals { li { (whole(referral)) } } }
        }
        @if !journey.said.is_empty() {
            h3.govuk-heading-s { "What bodies said" }
            ul.govuk-list.govuk-list--bullet { @for said in &journey.said { li { (said.body) ", " (day(said.on)) ": " (said.said) } } }
        }
        @if !journey.mentions.is_empty() {
            h3.govuk-heading-s { "Considered earlier, with no item on record" }
            ul.govuk-list.govuk-list--bullet {
                @for mention in &journey.mentions { li { (mention.body.as_deref().unwrap_or("Body not named")) ", " (day(mention.date)) ": " (mention.quote) } }
            }
        }
    }
}

/// Issues that were merged into it or that it was split from.
pub fn came_from(journey: &Journey) -> Markup {
    html! {
        @for came in &journey.from {
            p.govuk-body { "From " (link(&came.issue)) ", since " (day(came.on)) ": " (came.why) }
        }
    }
}

/// The parts of an issue that was split.
pub fn parts(journey: &Journey) -> Markup {
    html! {
        @if !journey.parts.is_empty() {
            div.govuk-inset-text {
                p.govuk-body { "This issue was split" @if let Some(why) = &journey.split_because { ": " (why) } " It goes on in:" }
                ul.govuk-list.govuk-list--bullet { @for part in &journey.parts { li { (link(part)) } } }
            }
        }
    }
}

/// At the item that refers and at the item that takes up, each end in its words.
pub fn at_item(journey: &Journey, key: &str) -> Markup {
    let came = |r: &&Referral| matches!(&r.received, Some(Received::TakenUp { item, .. }) if item == key);
    html! {
        @for referral in journey.referrals.iter().filter(came) { p.govuk-body { (whole(referral)) } }
        @for referral in journey.referrals.iter().filter(|r| r.item == key) { p.govuk-body { (whole(referral)) } }
    }
}

/// `Referred by Cabinet to … on 4 May 2021; taken up on 9 June 2021.`
fn whole(referral: &Referral) -> Markup {
    html! {
        "Referred by " a.govuk-link href=(address(Kind::Item, &referral.item)) { (referral.from) }
        " to " (referral.to) " on " (day(referral.on))
        @if let Some(section) = &referral.section { " (" (section) ")" }
        @match &referral.received {
            Some(Received::TakenUp { item, on }) => { "; " a.govuk-link href=(address(Kind::Item, item)) { "taken up" } " on " (day(*on)) ". " },
            Some(Received::Declined { on, why }) => { "; declined on " (day(*on)) ": " (why) " " },
            None => "; it waits there. ",
        }
        "Asked: " (referral.asked)
    }
}

fn link(issue: &IssueLink) -> Markup {
    html! { a.govuk-link href=(address(Kind::Issue, &issue.number.to_string())) { (issue.title) } }
}
