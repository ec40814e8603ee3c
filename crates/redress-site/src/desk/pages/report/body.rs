//! How the page of a report looks.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::clearance::Standing;
use redress::day::{long, with_weekday};

use super::{Loaded, Post, ReportPage, Stands};
use crate::desk::deed::Context;
use crate::desk::deeds::report::{
    clear::ClearReport, finish::FinishReport, next_body::ForNextBody, send::SendReport, withdraw::WithdrawReport, write::WriteText,
};
use crate::desk::pages::{at, day, offer};
use crate::failure::Failure;
use crate::layout::{report_text, scrolling, summary::Summary, tag};

pub(super) async fn body(context: &Context, loaded: &Loaded, page: &ReportPage) -> Result<Markup, Failure> {
    let author = context.desk.desk.people().await?.into_iter().find(|(id, _)| *id == loaded.kept.author).map(|(_, name)| name);
    Ok(html! {
        span.govuk-caption-l { (page.kind.kind.name) }
        h1.govuk-heading-l { (page.report.title) }
        p.govuk-body { strong { (page.stands.words()) } @if let Some(gone) = loaded.withdrawn() { ": " (gone.words) } }
        (Summary::default()
            .words("Author", author.as_deref())
            .words("Version", page.text.as_ref().map(|t| t.version.to_string()).as_deref())
            .words("Begun", Some(&format!("{}, by {}", at(&page.report.begun_at), page.report.begun_by))))
        (meetings(page))
        (missing(page))
        (clearances(page))
        (comments(page))
        (actions(context, loaded, page))
        (versions(page))
        h2.govuk-heading-m { "Text" }
        @match &page.text {
            Some(text) => div.redress-record { (report_text::shown(&text.text)) },
            None => p.govuk-body { "Nothing is written yet." },
        }
    })
}

fn meetings(page: &ReportPage) -> Markup {
    html! {
        h2.govuk-heading-m { "Meetings" }
        ul.redress-entries {
            @for going in &page.meetings {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/meetings/" (going.meeting) } { (going.title) } }
                    p.redress-entry__facts {
                        @match &going.item {
                            Some(item) => { "Item " a.govuk-link href={ "/desk/items/" (item.id) } { (crate::desk::pages::item::title(item)) } ". " },
                            None => "No item yet. ",
                        }
                        @if let Some(paper) = going.paper { a.govuk-link href={ "/desk/papers/" (paper) } { "The paper" span.govuk-visually-hidden { " for " (going.title) } } ". " }
                    }
                    @for appendix in &going.appendices {
                        p.redress-entry__facts { a.govuk-link href={ "/desk/papers/" (appendix.paper) } { (appendix.title) } ", SHA-256 " span.redress-hash { (appendix.sha256) } }
                    }
                }
            }
        }
    }
}

fn missing(page: &ReportPage) -> Markup {
    html! {
        h2.govuk-heading-m { "Before it is finished" }
        @if page.missing.is_empty() { p.govuk-body { (tag("Complete", "green")) " Every section is there, and every pointer leads to a paragraph." } } @else {
            ul.govuk-list.govuk-list--bullet { @for words in &page.missing { li { (words) } } }
        }
    }
}

fn clearances(page: &ReportPage) -> Markup {
    let table = html! {
        table.govuk-table {
            caption.govuk-table__caption { "Who clears it" }
            thead.govuk-table__head { tr.govuk-table__row { @for head in ["Post", "By", "Stands", "Signs off"] { th.govuk-table__header scope="col" { (head) } } } }
            tbody.govuk-table__body {
                @for post in &page.clearances {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (post.post) }
                        td.govuk-table__cell { @if let Some(due) = post.due { (with_weekday(due)) } }
                        td.govuk-table__cell { (standing(post)) }
                        td.govuk-table__cell { (post.signs_off.join(", ")) }
                    }
                }
            }
        }
    };
    html! {
        h2.govuk-heading-m { "Clearances" }
        @if let Some(by) = page.publish_by { p.govuk-body { "The agenda goes out by " (with_weekday(by)) "." @if let Some(send) = page.submit_by { " The author sends the report by " (with_weekday(send)) "." } } }
        @if page.clearances.is_empty() { p.govuk-body { "Nobody is asked." } } @else { (scrolling("Clearances", table)) }
        @let late: Vec<&str> = page.waits.iter().filter(|w| w.late).map(|w| w.post.as_str()).collect();
        @if !late.is_empty() && !matches!(page.stands, Stands::Finished | Stands::Withdrawn) { p.govuk-body { (tag("Late", "red")) " " (late.join(", ")) } }
    }
}

fn standing(post: &Post) -> Markup {
    html! {
        @match &post.standing {
            None => "Not sent yet",
            Some(Standing::NotYet { waits_for }) => { "After " (waits_for.join(", ")) },
            Some(Standing::Reading) => (tag("Reads it", "blue")),
            Some(Standing::Returned { by, .. }) => { "Back with the author, from " (by) },
            Some(Standing::Cleared { on, version, until }) => {
                (tag("Cleared", "green")) " " (long(*on)) ", version " (version)
                @if let Some(until) = until { ", until " (long(*until)) }
            },
            Some(Standing::Expired { until }) => { (tag("Expired", "yellow")) " It held until " (long(*until)) },
        }
    }
}

/// What happened, with the comments and reasons.
fn comments(page: &ReportPage) -> Markup {
    html! {
        @if !page.events.is_empty() {
            h2.govuk-heading-m { "What happened" }
            ul.redress-entries {
                @for event in &page.events {
                    li.redress-entry {
                        p.redress-entry__title {
                            @match event.what.as_str() {
                                "submitted" => { "Version " (event.version) " was sent for clearance" },
                                "cleared" => { (event.post.as_deref().unwrap_or("")) " cleared version " (event.version) },
                                "returned" => { (event.post.as_deref().unwrap_or("")) " sent version " (event.version) " back" },
                                "withdrawn" => "Withdrawn",
                                _ => { "Version " (event.version) " became a paper" },
                            }
                        }
                        p.redress-entry__facts { (day(&event.on_date)) ", " (event.recorded_by) @if !event.words.is_empty() { ": " (event.words) } }
                    }
                }
            }
        }
    }
}

fn versions(page: &ReportPage) -> Markup {
    html! {
        h2.govuk-heading-m { "Versions" }
        ul.redress-entries {
            @for version in &page.versions {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/reports/" (page.report.id) "/versions/" (version.version) } { "Version " (version.version) } }
                    p.redress-entry__facts {
                        (at(&version.saved_at)) ", " (version.saved_by) ". "
                        @if let Some(going) = page.meetings.iter().find(|m| m.number == version.stop) { "For " (going.title) ". " }
                        (version.bytes) " bytes, SHA-256 " span.redress-hash { (version.sha256) }
                    }
                }
            }
        }
    }
}

fn actions(context: &Context, loaded: &Loaded, page: &ReportPage) -> Markup {
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let subject = &loaded.subject;
    let over = page.stands == Stands::Withdrawn;
    html! {
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if !over {
                (offer::<WriteText>(context, subject, &to("write")))
                @if !loaded.sent_as_it_is() && page.text.is_some() { (offer::<SendReport>(context, subject, &to("send"))) }
                @if matches!(page.stands, Stands::Sent | Stands::Cleared) { (offer::<ClearReport>(context, subject, &to("clear"))) }
                @if page.stands == Stands::Cleared { (offer::<FinishReport>(context, subject, &to("finish"))) }
                @if page.stands == Stands::Finished { (offer::<ForNextBody>(context, subject, &to("for-next-body"))) }
                (offer::<WithdrawReport>(context, subject, &to("withdraw")))
            }
            @if context.can(Act::ReadDesk, &Subject::new(SubjectKind::Meeting)) { li { a.govuk-link href="/desk/reports" { "All reports" } } }
        }
    }
}
