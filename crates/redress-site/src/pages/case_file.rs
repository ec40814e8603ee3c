//! What a case's page shows of the council's published file: papers, counts, the chain of cases, and what was recommended.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::case::{PublicFile, PublicReply};

use super::{case, improvement};
use crate::layout::summary::{Summary, day};

/// The file's facts, with how a reply stands where a day is given. Of personal remedies there is one number, and none while it is small.
pub fn facts(file: &PublicFile, today: Option<Date>) -> Summary {
    let mut rows = Summary::default();
    if !file.services.is_empty() {
        rows = rows.row("Services", html! { (file.services.join(", ")) });
    }
    rows = rows.words("Made against, before this council took its place", file.predecessor.as_deref());
    if !file.papers.is_empty() {
        rows = rows.row(
            "The Ombudsman’s papers",
            html! {
                ul.govuk-list {
                    @for paper in &file.papers {
                        li {
                            (paper.kind)
                            @if let Some(dated) = paper.dated { " of " (day(dated)) }
                            @match paper.received {
                                Some(received) => { ", received " (day(received)) },
                                None => ", day of receipt not known",
                            }
                        }
                    }
                }
            },
        );
    }
    if !file.chain.is_empty() {
        rows = rows.row("Follows one another", case::links(&file.chain));
    }
    if !file.replies.is_empty() {
        rows = rows.row(
            "Reply to the Ombudsman",
            html! {
                ul.govuk-list {
                    @for reply in &file.replies {
                        li {
                            @match today {
                                Some(today) => (reply.words(today)),
                                None => { (due(reply)) },
                            }
                        }
                    }
                }
            },
        );
    }
    if !file.members_told.is_empty() {
        rows = rows.row("Members sent the monitoring officer’s report", html! { (file.members_told.join("; ")) });
    }
    rows.row("Service improvements asked for", html! { (file.service_improvements) })
        .row("Procedural recommendations", html! { (file.procedural) })
        .row("Personal remedies", html! { (file.personal.words()) })
        .day("Closed by the Ombudsman", file.closed_by_ombudsman_on)
}

/// The days of a reply, for a preview that must not change with the day.
fn due(reply: &PublicReply) -> Markup {
    html! {
        @match reply.due_on { Some(due) => { "Due by " (day(due)) }, None => "Due on a day that is not known" }
        @match reply.sent_on { Some(sent) => { ", sent " (day(sent)) }, None => ", not sent yet" }
    }
}

/// The facts, and each recommendation that is not for a person.
pub fn shown(file: &PublicFile, improvements: &[improvement::Line], today: Date) -> Markup {
    html! {
        h2.govuk-heading-m { "The council’s file" }
        (facts(file, Some(today)))
        @if !improvements.is_empty() {
            h2.govuk-heading-m { "What the Ombudsman asked for" }
            ul.redress-entries { @for line in improvements { (line.show()) } }
        }
    }
}
