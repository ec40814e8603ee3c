//! An issue at the desk: every item of it at every body in order of time, its referrals with both ends, what waits.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::issue::journey::{Change, Leads};
use redress_store::desk::work::body_comment::EarlierConsideration;
use redress_store::desk::work::issue::{KeptIssue, RecordedItem};
use redress_store::desk::work::referral::KeptReferral;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    considered_earlier::ConsideredEarlier, merge_issue::MergeIssue, name_issue::NameIssue, publish_issue::PublishIssue,
    split_issue::SplitIssue,
};
use crate::failure::Failure;
use crate::layout::{summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The sections of a report for what earlier bodies said.
mod said;
/// A stop of the way.
mod stop;

use said::Said;
use stop::Stop;

#[derive(Debug, Serialize)]
struct IssuePage {
    issue: KeptIssue,
    /// Its public page stands.
    public: bool,
    stops: Vec<Stop>,
    recorded: Vec<RecordedItem>,
    earlier: Vec<EarlierConsideration>,
    referrals: Vec<KeptReferral>,
    said: Said,
    /// Where it goes on, where it ended.
    leads: Leads,
    /// Merged into it, or split into it and others.
    from: Vec<Change>,
    /// The titles of other issues that are named here.
    titles: BTreeMap<String, String>,
}

/// An issue.
pub async fn load(context: &Context, id: i64) -> Result<KeptIssue, Failure> {
    context.desk.desk.issue(id).await?.ok_or(Failure::NotFound)
}

/// A day as stored, as people read it.
pub fn day(stored: &str) -> String {
    super::day(stored)
}

/// `Cabinet, 4 May 2021, item 6 Findings`: an item that came from a source.
pub fn recorded_words(item: &RecordedItem) -> String {
    let met = [item.body.clone(), item.on_date.as_deref().map(day)].into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{met}, item {} {}", item.number.as_deref().unwrap_or(""), item.title)
}

/// `/desk/issues/{issue}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let issue = load(&context, id).await?;
    let desk = &context.desk.desk;
    let mut stops = Vec::new();
    for item in desk.planned_items_of_issue(id).await? {
        stops.push(stop::read(&context, item).await?);
    }
    let addresses = desk.issue_addresses().await?;
    let leads = addresses.leads(&id.to_string());
    let from: Vec<Change> = addresses.from(&id.to_string()).into_iter().cloned().collect();
    let mut titles = BTreeMap::new();
    let ends: Vec<String> = match &leads {
        Leads::Here => Vec::new(),
        Leads::To { issue } => vec![issue.clone()],
        Leads::Choice { issues } => issues.iter().cloned().collect(),
    };
    for number in ends.into_iter().chain(from.iter().map(|c| c.issue.clone())) {
        if let Some(other) = desk.issue(number.parse().unwrap_or(0)).await? {
            titles.insert(number, other.title);
        }
    }
    let page = IssuePage {
        public: desk.issue_stands(id).await?,
        recorded: desk.recorded_items_of_issue(id).await?,
        earlier: desk.earlier_considerations(id).await?,
        referrals: desk.referrals_of_issue(id).await?,
        said: said::read(&stops),
        leads,
        from,
        titles,
        stops,
        issue,
    };
    let body = body(&context, &page);
    Ok(answer(&context, &format, &asked, &page.issue.title, &page, body))
}

fn body(context: &Context, page: &IssuePage) -> Markup {
    let issue = &page.issue;
    let to = |what: &str| format!("/desk/issues/{}/{what}", issue.id);
    let subject = Subject::new(SubjectKind::Item);
    html! {
        span.govuk-caption-l { a.govuk-link href="/desk/issues" { "Issues" } }
        h1.govuk-heading-l { (issue.title) }
        (ended(page))
        (Summary::default()
            .row("Number at the desk", html! { (issue.id) })
            .row("In public", html! {
                @match issue.public_number.filter(|_| page.public) {
                    Some(number) => a.govuk-link href={ "/issues/" (number) } { "Issue " (number) },
                    None => "Not public",
                }
            })
            .words("Opened by", issue.opened_by.as_deref()))
        @for came in &page.from {
            p.govuk-body {
                "“" (page.titles.get(&came.issue).map_or("An issue", String::as_str)) "” "
                @match came.became {
                    redress::issue::journey::Became::Merged { .. } => "was merged into this issue",
                    redress::issue::journey::Became::Split { .. } => "was split, and this is a part of it",
                }
                " on " (redress::day::long(came.on)) " by " (came.by) ": " (came.why)
            }
        }
        (waits(context, page))
        h2.govuk-heading-m { "The way, in order of time" }
        @if page.stops.is_empty() && page.recorded.is_empty() && page.earlier.is_empty() { p.govuk-body { "Nothing is in this issue yet." } }
        @if !page.earlier.is_empty() {
            h3.govuk-heading-s { "Considered earlier, with no item on record" }
            ul.govuk-list.govuk-list--bullet { @for e in &page.earlier { li { (e.body_name) ", " (day(&e.on_date)) ": " (e.words) } } }
        }
        @if !page.recorded.is_empty() {
            h3.govuk-heading-s { "Items that came from other systems" }
            ul.govuk-list.govuk-list--bullet {
                @for item in &page.recorded { li { a.govuk-link href=(redress::public::address(redress::public::Kind::Item, &item.key)) { (recorded_words(item)) } } }
            }
        }
        @for stop in &page.stops { (stop::section(stop, &page.referrals)) }
        (said::section(&page.said))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if issue.became.is_none() {
                (offer::<PublishIssue>(context, &subject, &to("publish")))
                (offer::<NameIssue>(context, &subject, &to("title")))
                (offer::<ConsideredEarlier>(context, &subject, &to("considered-earlier")))
                (offer::<MergeIssue>(context, &subject, &to("merge")))
                (offer::<SplitIssue>(context, &subject, &to("split")))
            }
        }
    }
}

fn ended(page: &IssuePage) -> Markup {
    let link = |number: &String| {
        html! { a.govuk-link href={ "/desk/issues/" (number) } { (page.titles.get(number).map_or(number.as_str(), String::as_str)) } }
    };
    let by = html! {
        " (" (page.issue.ended_on.as_deref().map(day).unwrap_or_default()) ", " (page.issue.ended_by.as_deref().unwrap_or("")) ": "
        (page.issue.ended_why.as_deref().unwrap_or("")) ")"
    };
    match &page.leads {
        Leads::Here => html! {},
        Leads::To { issue } => html! { div.govuk-inset-text { "This issue goes on in " (link(issue)) (by) } },
        Leads::Choice { issues } => html! {
            div.govuk-inset-text { "This issue was split" (by) ul.govuk-list.govuk-list--bullet { @for issue in issues { li { (link(issue)) } } } }
        },
    }
}

fn waits(context: &Context, page: &IssuePage) -> Markup {
    let waiting: Vec<&KeptReferral> = page.referrals.iter().filter(|r| r.received.is_none()).collect();
    let may = context.can(Act::KeepIssue, &Subject::new(SubjectKind::Item));
    html! {
        @if !waiting.is_empty() {
            h2.govuk-heading-m { "What waits at the other end" }
            ul.redress-entries {
                @for r in waiting {
                    li.redress-entry {
                        p.redress-entry__title { (tag("Waits", "yellow")) " " (r.to_body) ", since " (day(&r.on_date)) }
                        p.redress-entry__passage { (r.asked) }
                        p.redress-entry__facts {
                            "Referred by " (r.from_body) "." @if let Some(section) = &r.section { " " (section) "." }
                            @if may {
                                " " a.govuk-link href={ "/desk/referrals/" (r.id) "/take-up" } { "Take it up" span.govuk-visually-hidden { " at " (r.to_body) } }
                                " " a.govuk-link href={ "/desk/referrals/" (r.id) "/decline" } { "Record that it was declined" span.govuk-visually-hidden { " by " (r.to_body) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
