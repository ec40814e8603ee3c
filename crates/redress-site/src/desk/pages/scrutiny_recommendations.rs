//! Recommendations of scrutiny at the desk: the list, and the tally by committee and year, each figure with the list behind it.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::scrutiny::{Line, tally};
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;
use serde::Serialize;

use super::answer;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::layout::{pagination, scrutiny};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/scrutiny-recommendations";
const PER_PAGE: usize = 50;

#[derive(Debug, Serialize)]
struct Listed {
    tally: Vec<Line>,
    total: usize,
    page: u32,
    recommendations: Vec<KeptScrutiny>,
}

/// `/desk/scrutiny-recommendations`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for kept in desk.all_scrutiny().await? {
        let Some(item) = desk.planned_item(kept.planned_item_id).await? else { continue };
        // What an embargo covers is in no list of those outside of it, and in no figure either.
        if context.can(Act::ReadPaper, &desk.words_of_item(&item, SubjectKind::Decision, false).await?) {
            all.push(kept);
        }
    }
    let (today, calendar) = (context.now.date(), &context.desk.site.calendar);
    let plain: Vec<_> = all.iter().map(|k| k.recommendation.clone()).collect();
    let lines = tally(&plain, today, calendar);
    let mut problems = Vec::new();
    let choice = scrutiny::Choice::read(&asked, &mut problems);
    let filter = scrutiny::filter(PATH, &asked, problems, &lines);
    all.retain(|k| choice.fits(&k.recommendation, today, calendar));
    let total = all.len();
    let pages = total.div_ceil(PER_PAGE);
    let page = usize::try_from(asked.page()).ok().filter(|p| (1..=pages).contains(p)).unwrap_or(1);
    let recommendations: Vec<KeptScrutiny> = all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let page = Listed { tally: lines, total, page: u32::try_from(page).unwrap_or(1), recommendations };
    let body = html! {
        (filter.errors())
        h1.govuk-heading-l { "Recommendations of scrutiny" }
        p.govuk-body { "Two months to answer begin with the day on which the report was received or, if later, the notice: Local Government Act 2000, section 9FE." }
        @if !page.tally.is_empty() { (scrutiny::table(&page.tally, PATH, today)) }
        (filter.form())
        (filter.chosen())
        @if page.recommendations.is_empty() { p.govuk-body { "No recommendation fits. They are recorded at the item of the meeting that made them." } } @else {
            p.govuk-body { (pagination::showing(page.page, 50, page.recommendations.len(), page.total as u64)) }
        }
        ul.redress-entries {
            @for kept in &page.recommendations { (scrutiny::entry(&kept.recommendation, &format!("{PATH}/{}", kept.id), today, calendar)) }
        }
        (pagination::pages(page.page, u32::try_from(pages).unwrap_or(1).max(1), |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Recommendations of scrutiny", &page, body))
}
