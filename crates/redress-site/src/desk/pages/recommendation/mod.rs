//! A recommendation: what was asked and by when, five answers each to its own question, and everything that was done about it.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::ombudsman::axes::{Words, words};
use redress::ombudsman::tracked::Tracked;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde::Serialize;

use super::case::{self, Loaded};
use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    agree_money::AgreeMoney, ask_extension::AskExtension, claim::ClaimDone, hand_over::HandOverOne, pay::RecordPayment, respond::Respond,
    supervise::Supervise, update::GiveUpdate,
};
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// What shows that it was done.
mod evidence;
/// Updates, owners, who was told.
mod follow_up;
/// What was said and done, axis by axis.
mod history;

/// The page.
#[derive(Debug, Serialize)]
struct RecommendationPage {
    id: i64,
    case: i64,
    key: String,
    axes: Words,
    due_on: Option<Date>,
    why: Vec<String>,
    last_working_day: Option<Date>,
    expected: Option<Date>,
    days_late: i32,
    owner: String,
    /// How its case came here: by a paper of its own, or in a review of earlier cases.
    origin: &'static str,
    evidence: evidence::Evidence,
    record: Tracked,
    told: Vec<redress_store::desk::work::reminder::Told>,
}

/// A recommendation, for who may read its case.
pub async fn load(context: &Context, id: i64) -> Result<(KeptRecommendation, Loaded), Failure> {
    context.might(Act::ReadDesk)?;
    let kept = context.desk.desk.recommendation(id).await?.ok_or(Failure::NotFound)?;
    let loaded = case::load(context, kept.case_file_id).await?;
    Ok((kept, loaded))
}

/// `Recommendation 23 006 024/3`
pub fn title(kept: &KeptRecommendation) -> String {
    format!("Recommendation {}", kept.tracked.asked().key())
}

/// `/desk/recommendations/{recommendation}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (kept, loaded) = load(&context, id).await?;
    let today = context.now.date();
    let tracked = &kept.tracked;
    let posts = context.desk.desk.posts().await?;
    let page = RecommendationPage {
        id,
        case: kept.case_file_id,
        key: tracked.asked().key(),
        axes: words(tracked, today),
        due_on: tracked.asked().original(),
        why: tracked.asked().originals().iter().map(redress::ombudsman::recommendation::Original::why).collect(),
        last_working_day: tracked.asked().originals().last().and_then(|o| o.last_working_day(&context.desk.site.calendar)),
        expected: tracked.expected(),
        days_late: tracked.timeliness(today).days_late(),
        owner: posts.iter().find(|p| p.id == tracked.owner()).map(|p| p.title.clone()).unwrap_or_default(),
        origin: loaded.case.file.origin(),
        evidence: evidence::load(&context, id).await?,
        record: tracked.clone(),
        told: context.desk.desk.told_of(id).await?,
    };
    let body = body(&context, &page, &loaded, &posts);
    Ok(answer(&context, &format, &asked, &title(&kept), &page, body))
}

fn body(context: &Context, page: &RecommendationPage, loaded: &Loaded, posts: &[Post]) -> Markup {
    let asked = page.record.asked();
    let to = |what: &str| format!("/desk/recommendations/{}/{what}", page.id);
    html! {
        span.govuk-caption-l { a.govuk-link href=(loaded.address()) { (loaded.title()) } }
        h1.govuk-heading-l { "Recommendation " (page.key) }
        blockquote.govuk-inset-text { @for line in asked.text().lines() { (line) br; } }
        (Summary::default()
            .row("For whom", html! { (asked.nature().words()) @if let Some(who) = asked.beneficiary() { ": " (who) } })
            .row("Original date", html! { (page.due_on.map_or("None is given".into(), redress::day::with_weekday)) @for why in &page.why { br; (why) } })
            .day("Last working day", page.last_working_day)
            .day("The Ombudsman now expects it by", page.expected)
            .words("Owner", Some(&page.owner))
            .words("Origin", loaded.case.file.from_review.then_some("A review of earlier cases"))
            .words("Money", asked.money.as_ref().map(history::money).as_deref()))
        (axes(&page.axes))
        (evidence::section(context, page.id, &loaded.subject, &page.evidence))
        (history::body(&page.record))
        (follow_up::body(&page.record, posts, &page.told))
        (deeds(context, page, &loaded.subject, &to))
    }
}

/// Five answers, each to its own question.
fn axes(axes: &Words) -> Markup {
    html! {
        h2.govuk-heading-m { "How it stands" }
        (Summary::default()
            .words("What the council says", Some(&axes.claim))
            .words("What the Ombudsman says", Some(&axes.ombudsman))
            .words("In time or late", Some(&axes.timeliness))
            .words("What the council answered", Some(&axes.response))
            .words("Who watches over it", Some(&axes.supervision)))
    }
}

fn deeds(context: &Context, page: &RecommendationPage, subject: &Subject, to: &dyn Fn(&str) -> String) -> Markup {
    html! {
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<Respond>(context, subject, &to("respond")))
            (offer::<ClaimDone>(context, subject, &to("claim")))
            @if page.due_on.is_some() { (offer::<AskExtension>(context, subject, &to("ask-extension"))) }
            (offer::<GiveUpdate>(context, subject, &to("update")))
            (offer::<HandOverOne>(context, subject, &to("hand-over")))
            (offer::<Supervise>(context, subject, &to("supervise")))
            @if page.record.asked().money.is_some() {
                (offer::<AgreeMoney>(context, subject, &to("agree-money")))
                (offer::<RecordPayment>(context, subject, &to("pay")))
            }
        }
    }
}
