//! My work: what I own, what the law asks, what was asked of me and what was left behind, by date, with why that date.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::ombudsman::follow_up::Sort;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{plan_meeting::PlanMeeting, publish_figures::PublishFigures, register::Register, withdraw::Withdraw};
use crate::desk::owing::{self, Line, Who, part};
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// Lines a page.
const PER_PAGE: usize = 50;

/// The page.
#[derive(Debug, Serialize)]
struct Work {
    filter: Filter,
    total: usize,
    page: u32,
    pages: u32,
    owed: Vec<Line>,
}

/// What somebody may read of what is owed, narrowed by `whose` and `when`.
pub async fn wanted(context: &Context, asked: &Asked) -> Result<Vec<Line>, Failure> {
    if !context.can(Act::ReadDesk, &Subject::council()) {
        return Ok(Vec::new());
    }
    let (desk, today) = (&context.desk.desk, context.now.date());
    let who = Who::of(desk, &context.visitor.signed_in, today).await?;
    let mut lines = owing::everything(desk, context.now.datetime()).await?;
    lines.retain(|line| {
        let whose = match asked.get("whose") {
            "all" => true,
            "service" => who.owes(line) || who.serves(line),
            _ => who.owes(line),
        };
        let when = match asked.get("when") {
            "soon" => line.owed.soon(today),
            "overdue" => line.owed.overdue(),
            _ => true,
        };
        // What an embargo covers is listed for those who may read it.
        whose && when && context.can(Act::ReadDesk, &line.subject)
    });
    Ok(lines)
}

/// The two choices that narrow what is owed; a list begins with what is mine, or with everything.
pub fn filter(path: &'static str, asked: &Asked, mine_first: bool) -> Filter {
    let choice = |value: &str, words: &str| (value.to_string(), words.to_string());
    let service = choice("service", "My service");
    let (first, others) = if mine_first {
        ("Mine", vec![service, choice("all", "Everything I may read")])
    } else {
        ("Everything I may read", vec![choice("mine", "Mine"), service])
    };
    Filter::new(path, asked, Vec::new()).choice_or("whose", "Whose", first, others).choice_or(
        "when",
        "When",
        "All",
        vec![choice("soon", "Due within 14 days or overdue"), choice("overdue", "Overdue")],
    )
}

/// `/desk`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::OwnAccount, &Subject::new(SubjectKind::Account).by(context.account()))?;
    let mut lines = wanted(&context, &asked).await?;
    let total = lines.len();
    let page = asked.page();
    let skipped = (page as usize - 1) * PER_PAGE;
    // The parts follow each other, each by date; a page is cut from the whole.
    lines.sort_by_key(|line| part(line.owed.sort));
    let owed: Vec<Line> = lines.into_iter().skip(skipped).take(PER_PAGE).collect();
    let pages = u32::try_from(total.div_ceil(PER_PAGE)).unwrap_or(1).max(1);
    let work = Work { filter: filter("/desk", &asked, true), total, page, pages, owed };
    let body = body(&context, &work);
    Ok(answer(&context, &format, &asked, "My work", &work, body))
}

const PARTS: [&str; 4] = ["What I own", "What the law asks", "What was asked of me", "Left behind"];

fn body(context: &Context, work: &Work) -> Markup {
    let each = u32::try_from(PER_PAGE).unwrap_or(50);
    html! {
        h1.govuk-heading-l { "My work" }
        p.govuk-body { a.govuk-link href="/desk/calendar" { "Calendar of every date" } }
        (work.filter.form())
        (work.filter.chosen())
        @if work.total == 0 {
            p.govuk-body {
                "Nothing is owed" @if work.filter.asked().get("whose") != "all" { " by you. " a.govuk-link href="/desk?whose=all" { "Everything that you may read" } }
                "."
            }
        } @else {
            p.govuk-body { (pagination::showing(work.page, each, work.owed.len(), work.total as u64)) }
        }
        @for (at, heading) in PARTS.iter().enumerate() {
            @if work.owed.iter().any(|line| part(line.owed.sort) == at) {
                h2.govuk-heading-m { (heading) }
                ul.redress-entries { @for line in work.owed.iter().filter(|line| part(line.owed.sort) == at) { (entry(line)) } }
            }
        }
        (pagination::pages(work.page, work.pages, |n| work.filter.asked().address_with("/desk", "page", &n.to_string())))
        h2.govuk-heading-m { "Begin" }
        ul.govuk-list {
            (offer::<Register>(context, &Subject::new(SubjectKind::OmbudsmanPaper), "/desk/cases/register"))
            (offer::<PlanMeeting>(context, &Subject::new(SubjectKind::Meeting), "/desk/meetings/plan"))
            (offer::<PublishFigures>(context, &Subject::council(), "/desk/figures/publish"))
            (offer::<Withdraw>(context, &Subject::council().published(true), "/desk/withdraw"))
        }
    }
}

/// One line: what it is, its date, why that date, and the way to it.
pub fn entry(line: &Line) -> Markup {
    let owed = &line.owed;
    html! {
        li.redress-entry {
            p.redress-entry__title {
                a.govuk-link href=(line.address) { (line.title) }
                @if line.duty.is_some() && !line.case.is_empty() { ", case " (line.case) }
            }
            p.redress-entry__facts {
                @if !matches!(owed.sort, Sort::Duty | Sort::Recommendation) { strong { (owed.sort.words()) } ". " }
                @match owed.on { Some(day) => { (redress::day::with_weekday(day)) ". " } None => { "No date yet. " } }
                @if owed.late > 0 { strong { (days(owed.late)) " late" } ". " }
                @if let Some(original) = owed.original { "Original date " (redress::day::long(original)) ". " }
                "Why this date: " (owed.why) ". "
                @if let Some(post) = &line.post { "Owner: " (post) @if let Some(service) = &line.service { ", " (service) } ". " }
                @if let Some(duty) = &line.duty {
                    (duty.stands) ". "
                    @if let (Some(due), Some(other)) = (duty.due_on, duty.other_due_on.filter(|o| Some(*o) != duty.due_on)) {
                        "On the council's reading " (redress::day::long(due)) ", on the other " (redress::day::long(other)) ". "
                    }
                    a.govuk-link href={ "/duties/" (duty.key) } { (duty.cite) span.govuk-visually-hidden { ": " (line.title) } }
                }
                @if owed.sort == Sort::Update {
                    a.govuk-link href={ (line.address) "/update" } { "Say how it goes" span.govuk-visually-hidden { ": " (line.title) } }
                }
                @if owed.sort == Sort::LeftBehind {
                    a.govuk-link href={ (line.address) "/hand-over" } { "Hand it over" span.govuk-visually-hidden { ": " (line.title) } }
                }
            }
        }
    }
}

fn days(n: i32) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}
