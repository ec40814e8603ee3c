//! An extract of minutes, as a page that prints and as a text file. Whoever opens it must be allowed to read each item of it.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use maud::html;
use redress::access::{Act, SubjectKind};
use redress::restriction::Audience;
use redress_store::desk::work::minute_extract::MinuteExtract;
use serde::Serialize;

use super::super::{answer, at, item, meeting};
use super::paragraphs;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct ExtractPage {
    extract: i64,
    meeting: String,
    to: String,
    on_behalf_of: String,
    purpose: String,
    sent_at: String,
    sent_by: String,
    public: String,
    private: Option<String>,
    /// There are private words that whoever asks may not read.
    hidden: bool,
}

/// `/desk/meetings/{meeting}/minutes/extracts/{extract}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(keys): Path<(i64, i64)>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let page = load(&context, keys).await?;
    let body = html! {
        span.govuk-caption-l { "Extract of minutes" }
        h1.govuk-heading-l { (page.meeting) }
        p.govuk-body { "For " (page.to) ", " (page.on_behalf_of) ": " (page.purpose) ". Sent by " (page.sent_by) ", " (at(&page.sent_at)) "." }
        (paragraphs(&page.public))
        @if let Some(private) = &page.private { h2.govuk-heading-m { "Said in private: not for the public" } (paragraphs(private)) }
        @if page.hidden { p.govuk-body { "There are private words in it that you may not read." } }
        p.govuk-body { a.govuk-link href={ "/desk/meetings/" (keys.0) "/minutes/extracts/" (keys.1) "/text" } { "As a text file" } }
    };
    Ok(answer(&context, &format, &asked, &format!("Extract of minutes: {}", page.meeting), &page, body))
}

/// `/desk/meetings/{meeting}/minutes/extracts/{extract}/text`
pub async fn text(State(desk): State<DeskSite>, visitor: Visitor, Path(keys): Path<(i64, i64)>) -> Answer {
    let context = Context::of(desk, visitor);
    let page = load(&context, keys).await?;
    let private = page.private.map_or(String::new(), |words| format!("\n\nSaid in private: not for the public\n\n{words}"));
    let text = format!(
        "Extract of minutes\n{}\nFor {}, {}: {}\n\n{}{private}\n",
        page.meeting, page.to, page.on_behalf_of, page.purpose, page.public
    );
    let name = format!("attachment; filename=\"minute-extract-{}.txt\"", page.extract);
    let headers =
        [(CONTENT_TYPE, "text/plain; charset=utf-8".to_string()), (CONTENT_DISPOSITION, name), (CACHE_CONTROL, "no-store".into())];
    Ok((headers, text).into_response())
}

async fn load(context: &Context, (meeting, extract): (i64, i64)) -> Result<ExtractPage, Failure> {
    context.might(Act::ReadPaper)?;
    let desk = &context.desk.desk;
    let met = desk.planned_meeting(meeting).await?.ok_or(Failure::NotFound)?;
    let kept: MinuteExtract = desk.minute_extract(meeting, extract).await?.ok_or(Failure::NotFound)?;
    // It is for whoever got it, and for whoever reads what is not published.
    let shown_to = Audience { people: [kept.account_id].into(), ..Audience::nobody() };
    let mut inside = true;
    for id in kept.item_numbers() {
        let planned = desk.planned_item(id).await?.ok_or(Failure::NotFound)?;
        let of = async |private| desk.words_of_item(&planned, SubjectKind::Minute, private).await.map(|s| s.shown_to(shown_to.clone()));
        context.may(Act::ReadPaper, &of(false).await?)?;
        let private = of(true).await?;
        inside &= context.can(Act::ReadPaper, &private) && desk.papers_of_item(id).await?.len() == item::papers(context, id).await?.len();
    }
    Ok(ExtractPage {
        extract,
        meeting: meeting::title(&met),
        hidden: kept.private_words.is_some() && !inside,
        to: kept.to_name,
        on_behalf_of: kept.on_behalf_of,
        purpose: kept.purpose,
        sent_at: kept.sent_at,
        sent_by: kept.sent_by,
        public: kept.public_words,
        private: kept.private_words.filter(|_| inside),
    })
}
