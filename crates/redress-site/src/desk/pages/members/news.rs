//! What is new to a member since they were here last: agendas of their bodies, what became of meetings, decisions and minutes
//! that were published, answers. The page says since when.

use jiff::Timestamp;
use maud::{Markup, html};
use redress::access::Act;
use redress::public::{Kind, address};
use serde::Serialize;

use super::super::{at, item, meeting};
use crate::desk::deed::Context;
use crate::failure::Failure;

/// What is new.
#[derive(Debug, Serialize)]
pub struct News {
    /// Since when; none on the first visit.
    pub since: Option<String>,
    /// The newest first.
    pub lines: Vec<Line>,
}

/// Something new.
#[derive(Debug, Serialize)]
pub struct Line {
    at: String,
    words: String,
    address: String,
}

/// What came since a moment to the bodies on which they sit today.
pub async fn read(context: &Context, since: Option<Timestamp>) -> Result<News, Failure> {
    let Some(since) = since else { return Ok(News { since: None, lines: Vec::new() }) };
    let mut lines = Vec::new();
    for body in &context.visitor.signed_in.seats {
        agendas(context, body, since, &mut lines).await?;
        became(context, body, since, &mut lines).await?;
        outcomes(context, body, since, &mut lines).await?;
    }
    answers(context, since, &mut lines).await?;
    let when = |line: &Line| line.at.parse::<Timestamp>().unwrap_or(Timestamp::UNIX_EPOCH);
    // What one publication changed stays in the order of the agenda.
    lines.sort_by_key(|line| std::cmp::Reverse(when(line)));
    Ok(News { since: Some(since.to_string()), lines })
}

async fn agendas(context: &Context, body: &str, since: Timestamp, lines: &mut Vec<Line>) -> Result<(), Failure> {
    let desk = &context.desk.desk;
    for id in desk.agendas_since(body, since).await? {
        let Some(held) = desk.planned_meeting(id).await? else { continue };
        let title = meeting::title(&held);
        for version in desk.agenda_versions(id).await? {
            if version.at.parse::<Timestamp>().is_ok_and(|at| at <= since) {
                continue;
            }
            let first = format!("The agenda was published with {} items.", version.contents.items.len());
            let told = if version.changes.is_empty() { vec![first] } else { version.changes };
            let line =
                |words: String| Line { at: version.at.clone(), words: format!("{title}: {words}"), address: super::meeting::address(id) };
            lines.extend(told.into_iter().map(line));
        }
    }
    Ok(())
}

async fn became(context: &Context, body: &str, since: Timestamp, lines: &mut Vec<Line>) -> Result<(), Failure> {
    let desk = &context.desk.desk;
    for event in desk.meeting_events_since(body, since).await? {
        let (Some(what), Some(held)) = (event.what(), desk.planned_meeting(event.planned_meeting_id).await?) else { continue };
        let to = match event.to_meeting_id {
            Some(to) => desk.planned_meeting(to).await?.map(|to| format!(": now {}", meeting::title(&to))).unwrap_or_default(),
            None => String::new(),
        };
        let why = if event.why.is_empty() { String::new() } else { format!(". {}", event.why) };
        lines.push(Line {
            at: event.recorded_at,
            words: format!("{}: {}{to}{why}", meeting::title(&held), what.words()),
            address: super::meeting::address(held.id),
        });
    }
    Ok(())
}

async fn outcomes(context: &Context, body: &str, since: Timestamp, lines: &mut Vec<Line>) -> Result<(), Failure> {
    for outcome in context.desk.desk.outcomes_since(body, since).await? {
        let (shown, held) = item::load(context, outcome.item).await?;
        let what = if outcome.kind == "decision" { "The decision was published" } else { "The minute was published" };
        let public = outcome.public_kind.as_deref().and_then(Kind::of_word).zip(outcome.public_key);
        lines.push(Line {
            at: outcome.at,
            words: format!("{}, item {}: {}. {what}.", meeting::title(&held), shown.number, super::titled(context, &shown)),
            address: public.map_or_else(|| super::meeting::address(held.id), |(kind, key)| address(kind, &key)),
        });
    }
    Ok(())
}

/// Answers to what they asked, where they may read them today.
async fn answers(context: &Context, since: Timestamp, lines: &mut Vec<Line>) -> Result<(), Failure> {
    for sealed in context.desk.desk.questions_of_account(context.account()).await? {
        let Ok(question) = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()) else { continue };
        let Some(answered) = question.answered_at.filter(|at| at.parse::<Timestamp>().is_ok_and(|at| at > since)) else { continue };
        lines.push(Line {
            at: answered,
            words: format!("Question {}: {} answered.", question.id, question.post),
            address: format!("/members/questions/{}", question.id),
        });
    }
    Ok(())
}

/// On the room's first page.
pub fn section(news: &News) -> Markup {
    html! {
        h2.govuk-heading-m { "New since you were here last" }
        @match &news.since {
            None => p.govuk-body { "This is your first visit. From the next one on, what changed meanwhile stands here." },
            Some(since) => {
                p.govuk-body { "You were here last on " (at(since)) "." }
                @if news.lines.is_empty() { p.govuk-body { "Nothing of your bodies changed since then." } } @else {
                    ul.redress-entries {
                        @for line in &news.lines {
                            li.redress-entry {
                                p.redress-entry__facts { (at(&line.at)) }
                                p.govuk-body { a.govuk-link href=(line.address) { (line.words) } }
                            }
                        }
                    }
                }
            },
        }
    }
}
