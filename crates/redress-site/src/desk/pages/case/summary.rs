//! The first page of a case: what the law asks next, why, what proves it; what was found; which cases it follows.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::ombudsman::axes::Timeliness;
use redress::ombudsman::case_file::{CaseFile, MembersTold};
use redress::ombudsman::follows::ladder::{LadderA, LadderB, ladder_a};
use redress::ombudsman::recommendation::declared;
use serde::Serialize;

use super::{Loaded, around, load};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    close_case::CloseCase, complete_case::CompleteCase, link_case::LinkCase, log_letter::LogLetter, name_case::NameCase,
    publish_case::PublishCase, reopen_case::ReopenCase,
};
use crate::desk::ladder;
use crate::desk::pages::ombudsman_paper::{Due, due, duties};
use crate::desk::pages::{answer, offer};
use crate::desk::started::for_the_ombudsman;
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct CasePage {
    id: i64,
    key: String,
    file: CaseFile,
    open: Vec<Due>,
    over: Vec<Due>,
    late: usize,
    recommendations: usize,
    chain: Vec<Linked>,
    joint: Vec<String>,
    /// The lead case with its repeats, where this case is one of them.
    same_fault: Vec<super::same_fault::Again>,
    /// The reviews of earlier cases that it is under: number and title.
    reviews: Vec<(i64, String)>,
    ladder_a: LadderA,
    ladder_b: Option<LadderB>,
    next: String,
    differs: Vec<String>,
}

/// A case of the chain.
#[derive(Debug, Serialize)]
struct Linked {
    id: i64,
    key: String,
}

/// `/desk/cases/{case}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let page = read(&context, &loaded).await?;
    let body = around(&loaded, "", body(&context, &loaded, &page));
    Ok(answer(&context, &format, &asked, &loaded.title(), &page, body))
}

async fn read(context: &Context, loaded: &Loaded) -> Result<CasePage, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date());
    let case = &loaded.case;
    let mut all = Vec::new();
    for paper in &loaded.papers {
        all.extend(desk.duties_of(paper.id, today).await?.into_iter().map(|s| due(context, s)));
    }
    all.sort_by_key(|d| d.standing.alarm.unwrap_or(jiff::civil::Date::MAX));
    let (over, open): (Vec<Due>, Vec<Due>) =
        all.into_iter().partition(|d| d.standing.state.over() || for_the_ombudsman(&d.standing.clock.duty));
    let own = desk.recommendations_of_case(case.id).await?;
    let is_late = |t: Timeliness| matches!(t, Timeliness::Overdue { .. });
    let late = own.iter().filter(|r| is_late(r.tracked.timeliness(today))).count();
    let follows = super::follows(context, &case.key).await?;
    let mut chain = Vec::new();
    for key in follows.chain(&case.key) {
        chain.extend(desk.case_of(&key).await?.map(|c| Linked { id: c.id, key: c.key.to_string() }));
    }
    // Ladder A is of what was agreed after a decision statement; a report has a ladder of its own.
    let statements: Vec<i64> = loaded.papers.iter().filter(|p| p.kind == "statement").map(|p| p.id).collect();
    let missed = own.iter().any(|r| statements.contains(&r.ombudsman_paper_id) && is_late(r.tracked.timeliness(today)));
    let ladder_a = ladder_a(&case.key, missed, &follows);
    let ladder_b = ladder::of(context, loaded).await?;
    let next = ladder::next(&ladder_a, ladder_b.as_ref());
    let asked: Vec<_> = own.iter().map(|r| r.tracked.asked().clone()).collect();
    let differs = declared::check(&case.file.declared, &asked, 0).iter().map(ToString::to_string).collect();
    Ok(CasePage {
        id: case.id,
        key: case.key.to_string(),
        file: case.file.clone(),
        open,
        over,
        late,
        recommendations: own.len(),
        chain,
        joint: follows.joint(&case.key).iter().map(ToString::to_string).collect(),
        same_fault: super::same_fault::of(context, loaded).await?,
        reviews: desk.reviews_of_case(case.id).await?,
        ladder_a,
        ladder_b,
        next,
        differs,
    })
}

fn body(context: &Context, loaded: &Loaded, page: &CasePage) -> Markup {
    let to = |what: &str| format!("{}/{what}", loaded.address());
    html! {
        h2.govuk-heading-m { "What the law asks next" }
        @if page.open.is_empty() { p.govuk-body { "No duty is open." } } @else { (duties(&page.open)) }
        @if page.late > 0 { div.govuk-inset-text { (page.late) " of " (page.recommendations) " recommendations are overdue." } }
        h2.govuk-heading-m { "What may follow" }
        p.govuk-body { (page.next) }
        @for differs in &page.differs { div.govuk-inset-text { (differs) } }
        (Summary::default()
            .words("Found", Some(&page.file.findings.join("; ")))
            .words("Injustice", Some(&page.file.injustices.join("; ")))
            .row("Chain of cases", html! { @for linked in &page.chain { a.govuk-link href={ "/desk/cases/" (linked.id) } { (linked.key) } " " } })
            .words("In one paper with", Some(&page.joint.join(", ")))
            .row("Under review", html! { @if page.reviews.is_empty() { "No" } @for (id, title) in &page.reviews { a.govuk-link href={ "/desk/reviews/" (id) } { (title) } " " } })
            .words("Learned", Some(&page.file.learning.join("; ")))
            .words("Members are told", page.file.members_told.map(|m| MembersTold::CHOICES.iter().find(|(w, _)| *w == m.word()).map_or("", |(_, words)| *words))))
        (super::same_fault::section(&page.same_fault))
        @if !page.over.is_empty() {
            h2.govuk-heading-m { "Met, or not running" }
            (duties(&page.over))
        }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<LogLetter>(context, &loaded.subject, &to("log-letter")))
            (offer::<LinkCase>(context, &loaded.subject, &to("link")))
            (offer::<CompleteCase>(context, &loaded.subject, &to("complete")))
            @if matches!(loaded.case.key, redress::ombudsman::follows::CaseKey::Placeholder(_)) { (offer::<NameCase>(context, &loaded.subject, &to("name"))) }
            (offer::<PublishCase>(context, &loaded.subject, &to("publish")))
            @if page.file.closure.closed_by_council().is_none() { (offer::<CloseCase>(context, &loaded.subject, &to("close"))) }
            @else { (offer::<ReopenCase>(context, &loaded.subject, &to("reopen"))) }
        }
    }
}
