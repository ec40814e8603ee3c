//! Cases for who may read each: narrowed by words, by kind of paper, by open or closed; by the next date or by reference; a page at
//! a time. A few questions to the store answer for all of them, and the rule is asked for each line.

use std::collections::BTreeMap;

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::ombudsman::paper::PaperKind;
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use serde::Serialize;

use super::case::subject;
use super::{answer, link, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::register::Register;
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/cases";
const PER_PAGE: u32 = 50;

/// A page of the list.
#[derive(Debug, Serialize)]
struct Cases {
    total: usize,
    page: u32,
    cases: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    key: String,
    subject: String,
    services: String,
    /// The kinds of its papers, in the order of receipt.
    kinds: Vec<String>,
    received: Option<String>,
    /// The next day that counts, of a duty or a recommendation that is not over.
    next: Option<Date>,
    open: bool,
}

/// `/desk/cases`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let mut lines = readable(&context).await?;
    lines.retain(|line| fits(line, &asked));
    if asked.get("order") != "reference" {
        // Those without a day come last; those of one day stay in the order of their references.
        lines.sort_by_key(|line| line.next.unwrap_or(Date::MAX));
    }
    let total = lines.len();
    let pages = u32::try_from(total).unwrap_or(u32::MAX).div_ceil(PER_PAGE).max(1);
    // A page that is not there is the first one.
    let page = if asked.page() > pages { 1 } else { asked.page() };
    let cases = lines.into_iter().skip((page as usize - 1) * PER_PAGE as usize).take(PER_PAGE as usize).collect();
    let cases = Cases { total, page, cases };
    let body = body(&context, &asked, &cases, pages);
    Ok(answer(&context, &format, &asked, "Cases", &cases, body))
}

/// Every case that this person may read, the newest reference first.
async fn readable(context: &Context) -> Result<Vec<Line>, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date());
    let mut embargoes = desk.embargoes_of_cases().await?;
    let papers: BTreeMap<i64, OmbudsmanPaper> = desk.ombudsman_papers(i64::MAX).await?.into_iter().map(|p| (p.id, p)).collect();
    let mut of_case: BTreeMap<i64, Vec<&OmbudsmanPaper>> = BTreeMap::new();
    for (case, paper) in desk.papers_of_cases().await? {
        of_case.entry(case).or_default().extend(papers.get(&paper));
    }
    let mut by_paper: BTreeMap<i64, Date> = BTreeMap::new();
    for duty in desk.all_duties(today).await?.into_iter().filter(|d| !d.state.over()) {
        if let Some(day) = duty.alarm {
            earliest(&mut by_paper, duty.clock.ombudsman_paper_id, day);
        }
    }
    let mut by_case: BTreeMap<i64, Date> = BTreeMap::new();
    for asked in desk.all_recommendations().await?.into_iter().filter(|r| !r.tracked.over()) {
        if let Some(day) = asked.tracked.expected().or(asked.tracked.asked().original()) {
            earliest(&mut by_case, asked.case_file_id, day);
        }
    }
    let mut lines = Vec::new();
    for case in desk.case_files().await? {
        let mut papers = of_case.remove(&case.id).unwrap_or_default();
        papers.sort_by(|a, b| (&a.received, a.id).cmp(&(&b.received, b.id)));
        if context.can(Act::ReadDesk, &subject(embargoes.remove(&case.id).unwrap_or_default())) {
            let next = papers.iter().filter_map(|p| by_paper.get(&p.id)).chain(by_case.get(&case.id)).min().copied();
            lines.push(line(&case, &papers, next));
        }
    }
    Ok(lines)
}

fn earliest(days: &mut BTreeMap<i64, Date>, of: i64, day: Date) {
    let known = days.entry(of).or_insert(day);
    *known = day.min(*known);
}

fn line(case: &KeptCase, papers: &[&OmbudsmanPaper], next: Option<Date>) -> Line {
    let open = case.file.closure.closed_by_council().is_none();
    Line {
        id: case.id,
        key: case.key.to_string(),
        subject: case.file.subject.clone(),
        services: case.file.services.join(", "),
        kinds: papers.iter().map(|p| p.kind.clone()).collect(),
        received: papers.last().map(|p| p.received.clone()).filter(|r| !r.is_empty()),
        next: next.filter(|_| open),
        open,
    }
}

fn fits(line: &Line, asked: &Asked) -> bool {
    let (words, kind, state) = (asked.get("q").to_lowercase(), asked.get("kind"), asked.get("state"));
    // One reference, in each of the three ways in which people write it.
    let spelled = || [line.key.clone(), line.key.replace(' ', ""), line.key.replace(' ', "-")].join(" ");
    let text = || format!("{} {} {}", spelled(), line.subject, line.services).to_lowercase();
    let fits_words = words.is_empty() || text().contains(&words);
    let fits_kind = kind.is_empty() || line.kinds.iter().any(|k| k == kind);
    fits_words && fits_kind && (state.is_empty() || (state == "open") == line.open)
}

fn body(context: &Context, asked: &Asked, cases: &Cases, pages: u32) -> Markup {
    let choices = |all: &[(&str, &str)]| all.iter().map(|(value, words)| ((*value).to_string(), (*words).to_string())).collect();
    let filter = Filter::new(PATH, asked, Vec::new())
        .words("q", "Reference or words", "")
        .choice("kind", "Kind of paper", choices(PaperKind::CHOICES))
        .choice_or("state", "Open or closed", "Both", choices(&[("open", "Open"), ("closed", "Closed by the council")]))
        .choice_or("order", "Order", "Next date first", choices(&[("reference", "Newest reference first")]));
    html! {
        h1.govuk-heading-l { "Cases" }
        ul.govuk-list {
            (offer::<Register>(context, &Subject::new(SubjectKind::OmbudsmanPaper), "/desk/cases/register"))
            (link(context, Act::ReadDesk, &Subject::council(), "/desk/reviews", "Reviews of earlier cases"))
        }
        (filter.form())
        (filter.chosen())
        p.govuk-body { "Cases that you may read: " (pagination::showing(cases.page, PER_PAGE, cases.cases.len(), cases.total as u64)) }
        ul.redress-entries { @for line in &cases.cases { (entry(line)) } }
        (pagination::pages(cases.page, pages, |page| asked.address_with(PATH, "page", &page.to_string())))
    }
}

fn entry(line: &Line) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href={ (PATH) "/" (line.id) } { (line.key) @if !line.subject.is_empty() { ": " (line.subject) } } }
            p.redress-entry__facts {
                (line.kinds.last().and_then(|k| PaperKind::of_word(k)).map_or("No paper is registered", PaperKind::words))
                @if let Some(received) = &line.received { ", received " (super::day(received)) }
                ". " (line.services)
                @if let Some(next) = line.next { " Next date: " (redress::day::with_weekday(next)) "." }
                @if !line.open { " Closed by the council." }
            }
        }
    }
}
