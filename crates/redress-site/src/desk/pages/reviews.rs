//! Reviews of earlier cases, the newest first; open ones, closed ones or both.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::review::KeptReview;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::commission_review::CommissionReview;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/reviews";
const PER_PAGE: usize = 50;

/// A page of the list.
#[derive(Debug, Serialize)]
struct Reviews {
    total: usize,
    page: u32,
    reviews: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    title: String,
    on: jiff::civil::Date,
    by: Vec<String>,
    declared: usize,
    words: String,
    closed: bool,
}

/// `/desk/reviews`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let subject = Subject::new(SubjectKind::Case);
    context.may(Act::ReadDesk, &subject)?;
    let state = asked.get("state");
    let all: Vec<Line> = context.desk.desk.reviews().await?.iter().map(line).collect();
    let fitting: Vec<Line> = all.into_iter().filter(|l| !matches!((state, l.closed), ("open", true) | ("closed", false))).collect();
    let total = fitting.len();
    let pages = total.div_ceil(PER_PAGE);
    // A page that is not there is the first one.
    let page = usize::try_from(asked.page()).unwrap_or(1).clamp(1, usize::MAX);
    let page = if page > pages { 1 } else { page };
    let reviews: Vec<Line> = fitting.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let page = Reviews { total, page: u32::try_from(page).unwrap_or(1), reviews };
    let states = vec![("open".into(), "Open".into()), ("closed".into(), "Closed".into())];
    let filter = Filter::new(PATH, &asked, Vec::new()).choice_or("state", "Open or closed", "Both", states);
    let body = html! {
        h1.govuk-heading-l { "Reviews of earlier cases" }
        ul.govuk-list { (offer::<CommissionReview>(&context, &subject, "/desk/reviews/commission")) }
        (filter.form())
        (filter.chosen())
        p.govuk-body { (pagination::showing(page.page, 50, page.reviews.len(), page.total as u64)) }
        ul.redress-entries {
            @for line in &page.reviews {
                li.redress-entry {
                    p.redress-entry__title {
                        a.govuk-link href={ (PATH) "/" (line.id) } { (line.title) }
                        @if line.closed { " " (tag("Closed", "grey")) }
                    }
                    p.redress-entry__facts { "Commissioned " (redress::day::long(line.on)) " by " (line.by.join(", ")) ", of " (line.declared) " cases: " (line.words) }
                }
            }
        }
        (pagination::pages(page.page, u32::try_from(pages).unwrap_or(1), |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Reviews of earlier cases", &page, body))
}

fn line(kept: &KeptReview) -> Line {
    let commission = kept.review.commissioned();
    Line {
        id: kept.id,
        title: commission.title.clone(),
        on: commission.on,
        by: commission.by.clone(),
        declared: commission.declared,
        words: kept.review.summary().words(),
        closed: kept.review.closed().is_some(),
    }
}
