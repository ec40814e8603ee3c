//! Officers' reports: mine, those that wait for my clearance, by kind and meeting.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::clearance::Standing;
use serde::Serialize;

use super::report::{Loaded, Stands, of, own_posts};
use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::report::begin::Begin;
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// Reports a page.
const PER_PAGE: usize = 50;

#[derive(Debug, Serialize)]
struct Listed {
    report: i64,
    title: String,
    kind: i64,
    kind_name: String,
    meeting: i64,
    meeting_title: String,
    stands: Stands,
    waits_for: Vec<String>,
    publish_by: Option<Date>,
    mine: bool,
    my_clearance: bool,
}

#[derive(Debug, Serialize)]
struct Reports {
    filter: Filter,
    total: usize,
    page: u32,
    pages: u32,
    reports: Vec<Listed>,
}

/// `/desk/reports`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let all = readable(&context).await?;
    let filter = filter(&context, &asked, &all).await?;
    let wanted = |l: &&Listed| {
        let whose = match asked.get("whose") {
            "mine" => l.mine,
            "clearance" => l.my_clearance,
            _ => true,
        };
        let is = |name: &str, id: i64| asked.get(name).is_empty() || asked.get(name) == id.to_string();
        whose && is("kind", l.kind) && is("meeting", l.meeting)
    };
    let total = all.iter().filter(wanted).count();
    let page = asked.page();
    let pages = u32::try_from(total.div_ceil(PER_PAGE)).unwrap_or(1).max(1);
    let skipped = (page as usize - 1) * PER_PAGE;
    let keep: Vec<i64> = all.iter().filter(wanted).skip(skipped).take(PER_PAGE).map(|l| l.report).collect();
    let reports = all.into_iter().filter(|l| keep.contains(&l.report)).collect();
    let page = Reports { filter, total, page, pages, reports };
    let body = body(&context, &page);
    Ok(answer(&context, &format, &asked, "Reports", &page, body))
}

async fn readable(context: &Context) -> Result<Vec<Listed>, Failure> {
    let mut all = Vec::new();
    for sealed in context.desk.desk.officers_reports().await? {
        let subject = sealed.subject().clone();
        // What is covered for this reader is not in the list.
        let Ok(kept) = sealed.open(&context.reader(), Act::ReadDesk, context.now.datetime()) else { continue };
        all.push(listed(context, &of(context, kept, subject).await?).await?);
    }
    Ok(all)
}

async fn listed(context: &Context, loaded: &Loaded) -> Result<Listed, Failure> {
    let today = context.now.date();
    let going = loaded.now_at()?;
    let clearing = loaded.clearing();
    let stands = loaded.stands(today);
    let reading = matches!(stands, Stands::Sent);
    let mut my_clearance = false;
    let mut waits_for = Vec::new();
    if let Some(clearing) = clearing.as_ref().filter(|_| reading) {
        let turn = |post: &String| matches!(clearing.standing(post, today), Some(Standing::Reading | Standing::Expired { .. }));
        my_clearance = own_posts(context, clearing.path()).await?.iter().any(turn);
        waits_for = clearing.path().stages.iter().flat_map(|s| &s.posts).filter(|p| turn(p)).cloned().collect();
    }
    Ok(Listed {
        report: loaded.kept.id,
        title: loaded.kept.title.clone(),
        kind: loaded.kind.id,
        kind_name: loaded.kind.kind.name.clone(),
        meeting: going.meeting.id,
        meeting_title: super::meeting::title(&going.meeting),
        stands,
        waits_for,
        publish_by: clearing.map(|c| c.publish_by).or_else(|| loaded.agenda(context).map(|a| a.safe)),
        mine: loaded.kept.author == context.account(),
        my_clearance,
    })
}

async fn filter(context: &Context, asked: &Asked, all: &[Listed]) -> Result<Filter, Failure> {
    let whose = vec![("mine".into(), "Mine".into()), ("clearance".into(), "Waiting for my clearance".into())];
    let kinds = context.desk.desk.report_kinds().await?.into_iter().map(|k| (k.id.to_string(), k.kind.name)).collect();
    let mut meetings: Vec<(String, String)> = all.iter().map(|l| (l.meeting.to_string(), l.meeting_title.clone())).collect();
    meetings.sort();
    meetings.dedup();
    Ok(Filter::new("/desk/reports", asked, Vec::new())
        .choice_or("whose", "Whose", "All that I may read", whose)
        .choice("kind", "Kind", kinds)
        .choice("meeting", "Meeting", meetings))
}

fn body(context: &Context, page: &Reports) -> Markup {
    let each = u32::try_from(PER_PAGE).unwrap_or(50);
    html! {
        h1.govuk-heading-l { "Reports" }
        (page.filter.form())
        (page.filter.chosen())
        @if page.total == 0 { p.govuk-body { "No report." } } @else { p.govuk-body { (pagination::showing(page.page, each, page.reports.len(), page.total as u64)) } }
        ul.redress-entries {
            @for report in &page.reports {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/reports/" (report.report) } { (report.title) } }
                    p.redress-entry__facts {
                        strong { (report.stands.words()) } ". " (report.kind_name) " for " (report.meeting_title) ". "
                        @if !report.waits_for.is_empty() { "Waits for " (report.waits_for.join(", ")) ". " }
                        @if let Some(by) = report.publish_by { "Agenda by " (redress::day::with_weekday(by)) "." }
                    }
                }
            }
        }
        (pagination::pages(page.page, page.pages, |n| page.filter.asked().address_with("/desk/reports", "page", &n.to_string())))
        ul.govuk-list {
            (offer::<Begin>(context, &Subject::paper().by(context.account()), Begin::PATH))
            li { a.govuk-link href="/desk/report-kinds" { "Kinds of report" } }
        }
    }
}
