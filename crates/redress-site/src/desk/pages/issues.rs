//! Issues at the desk, the newest first: by words of the title, going on or ended, with a referral that waits.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::issue::KeptIssue;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::open_issue::OpenIssue;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/issues";
const PER_PAGE: usize = 50;

/// A page of the list.
#[derive(Debug, Serialize)]
struct Issues {
    total: usize,
    page: u32,
    issues: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    #[serde(flatten)]
    issue: KeptIssue,
    /// A referral of it waits at the other end.
    waits: bool,
}

/// `/desk/issues`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let subject = Subject::new(SubjectKind::Item);
    context.may(Act::ReadDesk, &subject)?;
    let waiting = context.desk.desk.issues_waiting().await?;
    let (words, state) = (asked.get("words").to_lowercase(), asked.get("state").to_string());
    let all = context.desk.desk.issues().await?.into_iter().map(|issue| Line { waits: waiting.contains(&issue.id), issue });
    let fits = |line: &Line| match state.as_str() {
        "open" => line.issue.became.is_none(),
        "ended" => line.issue.became.is_some(),
        "waiting" => line.waits,
        _ => true,
    };
    let fitting: Vec<Line> = all.filter(|l| fits(l) && (words.is_empty() || l.issue.title.to_lowercase().contains(&words))).collect();
    let total = fitting.len();
    let pages = total.div_ceil(PER_PAGE);
    // A page that is not there is the first one.
    let page = usize::try_from(asked.page()).ok().filter(|p| (1..=pages).contains(p)).unwrap_or(1);
    let issues: Vec<Line> = fitting.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let page = Issues { total, page: u32::try_from(page).unwrap_or(1), issues };
    let states = [("open", "Going on"), ("ended", "Merged or split"), ("waiting", "With a referral that waits")];
    let states = states.iter().map(|(value, words)| ((*value).into(), (*words).into())).collect();
    let filter = Filter::new(PATH, &asked, Vec::new()).words("words", "Words in the title", "").choice_or("state", "State", "All", states);
    let body = html! {
        h1.govuk-heading-l { "Issues" }
        p.govuk-body { "An issue is a matter that goes from one meeting to another." }
        ul.govuk-list { (offer::<OpenIssue>(&context, &subject, "/desk/issues/create")) }
        (filter.form())
        (filter.chosen())
        @if page.issues.is_empty() { p.govuk-body { "No issue fits." } } @else {
            p.govuk-body { (pagination::showing(page.page, 50, page.issues.len(), page.total as u64)) }
        }
        ul.redress-entries {
            @for line in &page.issues {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ (PATH) "/" (line.issue.id) } { (line.issue.title) } }
                    p.redress-entry__facts {
                        @match line.issue.became.as_deref() {
                            Some("merged") => (tag("Merged", "grey")),
                            Some(_) => (tag("Split", "grey")),
                            None => @if line.waits { (tag("A referral waits", "yellow")) },
                        }
                        " Number at the desk: " (line.issue.id)
                        @if let Some(number) = line.issue.public_number { ". In public: issue " (number) }
                    }
                }
            }
        }
        (pagination::pages(page.page, u32::try_from(pages).unwrap_or(1).max(1), |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Issues", &page, body))
}
