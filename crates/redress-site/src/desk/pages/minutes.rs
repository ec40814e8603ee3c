//! The minutes of a meeting: how far they are, what is missing, the words of each item with the private ones apart, the
//! changes that were asked for, the steps taken, and who got an extract.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::minutes::asked::{AskedBy, Comment};
use redress::minutes::gaps::{Gap, gaps};
use redress::minutes::stage::Stands;
use redress_store::desk::work::minute_extract::MinuteExtract;
use serde::Serialize;

use super::{answer, at, item, meeting, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::minute::WriteMinute;
use crate::desk::deeds::minutes::{build, chair_check, confirm, correct, extract as send, publish, send_to_chair, sign, take_over};
use crate::desk::minutes::{ItemWords, Loaded, of_meeting};
use crate::layout::{compared, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// An extract.
pub mod extract;

/// What programs read.
#[derive(Debug, Serialize)]
struct MinutesPage {
    meeting: redress_store::desk::work::meeting::PlannedMeeting,
    stands: Stands,
    mark: &'static str,
    revision: i64,
    not_held: Option<String>,
    gaps: Vec<Gap>,
    grown: bool,
    items: Vec<Line>,
    changes: Vec<Change>,
    /// What the chair said beside that, as far as whoever asks may read it.
    comments: Vec<Said>,
    steps: Vec<Taken>,
    extracts: Vec<Sent>,
}

#[derive(Debug, Serialize)]
struct Line {
    item: i64,
    title: String,
    public: Option<String>,
    private: Option<String>,
    /// There are words that whoever asks may not read.
    hidden: bool,
    facts: redress::minutes::told::Facts,
}

#[derive(Debug, Serialize)]
struct Change {
    item: i64,
    title: String,
    of: AskedBy,
    by: String,
    before: String,
    after: String,
    settled: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Said {
    /// The title of the item; none where it is about the whole.
    title: Option<String>,
    by: String,
    on: jiff::civil::Date,
    words: String,
}

#[derive(Debug, Serialize)]
struct Taken {
    on: jiff::civil::Date,
    by: String,
    what: String,
}

#[derive(Debug, Serialize)]
struct Sent {
    extract: i64,
    to: String,
    on_behalf_of: String,
    purpose: String,
    at: String,
    by: String,
    private_too: bool,
}

/// `/desk/meetings/{meeting}/minutes`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Meeting))?;
    let loaded = of_meeting(&context, id).await?;
    let extracts = context.desk.desk.minute_extracts(id).await?;
    let page = page(&loaded, &extracts);
    let body = body(&context, &loaded, &page);
    Ok(answer(&context, &format, &asked, &format!("Minutes: {}", meeting::title(&loaded.meeting)), &page, body))
}

fn page(loaded: &Loaded, extracts: &[MinuteExtract]) -> MinutesPage {
    let changes = loaded.kept.texts.asked.iter().filter_map(|a| {
        let of = loaded.item(a.item).filter(|i| i.may_read)?;
        let settled = a.settled.as_ref().map(|s| s.taken_over);
        Some(Change {
            item: a.item,
            title: item::title(&of.item),
            of: a.of,
            by: a.by.clone(),
            before: a.before.clone(),
            after: a.after.clone(),
            settled,
        })
    });
    let taken = |t: &redress::minutes::stage::Taken| Taken { on: t.on, by: t.by.clone(), what: t.step.words() };
    let sent = |e: &MinuteExtract| Sent {
        extract: e.id,
        to: e.to_name.clone(),
        on_behalf_of: e.on_behalf_of.clone(),
        purpose: e.purpose.clone(),
        at: e.sent_at.clone(),
        by: e.sent_by.clone(),
        private_too: e.private_words.is_some(),
    };
    let stands = loaded.kept.stages.stands();
    MinutesPage {
        stands,
        mark: stands.mark(),
        revision: loaded.kept.revision,
        not_held: loaded.not_held.clone(),
        gaps: if loaded.not_held.is_some() {
            Vec::new()
        } else {
            gaps(&loaded.readable, loaded.quorum(), &loaded.open, &|m| loaded.name(m))
        },
        grown: stands != Stands::NotWritten && loaded.entries > loaded.kept.texts.entries,
        items: loaded.items.iter().map(|i| line(loaded, i)).collect(),
        changes: changes.collect(),
        comments: loaded.kept.texts.comments.iter().filter_map(|c| said(loaded, c)).collect(),
        steps: loaded.kept.stages.taken().iter().map(taken).collect(),
        extracts: extracts.iter().map(sent).collect(),
        meeting: loaded.meeting.clone(),
    }
}

/// A comment on the whole may be about any item, so it is for those who may read each.
fn said(loaded: &Loaded, comment: &Comment) -> Option<Said> {
    let title = match comment.item {
        Some(id) => Some(item::title(&loaded.item(id).filter(|i| i.may_read)?.item)),
        None if loaded.items.iter().all(|i| i.may_read) => None,
        None => return None,
    };
    Some(Said { title, by: comment.by.clone(), on: comment.on, words: comment.words.clone() })
}

fn line(loaded: &Loaded, item: &ItemWords) -> Line {
    let (public, private) = (item.public().map(str::to_string), item.private().map(str::to_string));
    let hidden = item.words.as_ref().is_some_and(|w| public.is_none() || (w.private_words.is_some() && private.is_none()));
    let facts = loaded.kept.texts.item(item.item.id).filter(|_| item.may_read).map(|t| t.facts.clone()).unwrap_or_default();
    Line { item: item.item.id, title: item::title(&item.item), public, private, hidden, facts }
}

fn body(context: &Context, loaded: &Loaded, page: &MinutesPage) -> Markup {
    html! {
        span.govuk-caption-l { a.govuk-link href={ "/desk/meetings/" (loaded.meeting.id) } { (meeting::title(&loaded.meeting)) } }
        h1.govuk-heading-l { "Minutes" }
        @match &page.not_held {
            Some(why) => p.govuk-body { (why) },
            None => {
                p.govuk-body { (tag(page.mark, if page.stands >= Stands::Confirmed { "green" } else { "yellow" })) }
                @if page.grown { div.govuk-inset-text { "The record of the meeting has grown since the minutes were built. Build them again to see what is new; edited texts stay as they are." } }
                @if loaded.quorum.is_none() { p.govuk-body { "Nobody has said how many make a quorum of this body, so attendance was not measured against it." } }
                (missing(&page.gaps))
                (steps(&page.steps))
                (changes(&page.changes))
                (comments(&page.comments))
                (items(context, loaded, page))
                (extracts(loaded, &page.extracts))
                (deeds(context, loaded))
            }
        }
    }
}

fn missing(gaps: &[Gap]) -> Markup {
    html! {
        h2.govuk-heading-m { "What is missing" }
        @if gaps.is_empty() { p.govuk-body { "Nothing was found to be missing." } } @else {
            ul.govuk-list.govuk-list--bullet {
                @for gap in gaps { li { @if gap.stops { (tag("Stops the minutes", "red")) " " } (gap.words) } }
            }
        }
    }
}

fn steps(steps: &[Taken]) -> Markup {
    html! {
        h2.govuk-heading-m { "Steps taken" }
        @if steps.is_empty() { p.govuk-body { "None yet." } } @else {
            ol.govuk-list.govuk-list--number { @for step in steps { li { (redress::day::long(step.on)) ", " (step.by) ": " (step.what) } } }
        }
    }
}

fn changes(changes: &[Change]) -> Markup {
    html! {
        @if !changes.is_empty() {
            h2.govuk-heading-m { "Changes asked for" }
            (compared::key("the text then", "the words asked for"))
            @for change in changes {
                h3.govuk-heading-s {
                    (change.title) ", by " (change.by) " "
                    @match (change.settled, change.of) {
                        (Some(true), _) => (tag("Taken over", "green")),
                        (Some(false), _) => (tag("Left as it was", "grey")),
                        (None, AskedBy::Chair) => (tag("To settle", "yellow")),
                        (None, AskedBy::Meeting) => (tag("For the meeting that confirms", "yellow")),
                    }
                }
                div.redress-record.redress-record--quoted { p { (compared::runs(&change.before, &change.after)) } }
            }
        }
    }
}

fn comments(comments: &[Said]) -> Markup {
    html! {
        @if !comments.is_empty() {
            h2.govuk-heading-m { "Comments of the chair" }
            ul.govuk-list.govuk-list--bullet {
                @for said in comments {
                    li { (redress::day::long(said.on)) ", " (said.by) ", on " (said.title.as_deref().unwrap_or("the whole")) ": " (said.words) }
                }
            }
        }
    }
}

fn items(context: &Context, loaded: &Loaded, page: &MinutesPage) -> Markup {
    let stands = page.stands;
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let subject = Subject::new(SubjectKind::Meeting);
    html! {
        h2.govuk-heading-m { "Item by item" }
        @for line in &page.items {
            section.redress-item {
                h3.govuk-heading-s { a.govuk-link href={ "/desk/items/" (line.item) } { (line.title) } }
                @match &line.public {
                    Some(words) => (paragraphs(words)),
                    None if line.hidden => p.govuk-body { "You may not read this minute." },
                    None => p.govuk-body { "No words yet." },
                }
                @if !line.facts.motions.is_empty() || !line.facts.interests.is_empty() {
                    (crate::pages::item::facts_of_minute(&line.facts, 4))
                }
                @if let Some(words) = &line.private {
                    h4.govuk-heading-s { "Private words " (tag("Not for the public", "red")) }
                    (paragraphs(words))
                } @else if line.hidden && line.public.is_some() { p.govuk-body { "There are private words that you may not read." } }
                ul.govuk-list {
                    @if stands < Stands::Confirmed {
                        (offer::<WriteMinute>(context, &Subject::new(SubjectKind::Item), &format!("/desk/items/{}/minute", line.item)))
                    }
                    @if line.public.is_some() && (Stands::Draft..Stands::PublishedAsDraft).contains(&stands) {
                        (offer::<chair_check::ChairCheck>(context, &subject, &format!("{}?item={}", to("chair-check"), line.item)))
                    }
                    @if line.public.is_some() && (Stands::Draft..Stands::Confirmed).contains(&stands) {
                        (offer::<correct::Correct>(context, &subject, &format!("{}?item={}", to("correct"), line.item)))
                    }
                }
            }
        }
        @if stands != Stands::NotWritten {
            details.govuk-details {
                summary.govuk-details__summary { span.govuk-details__summary-text { "The whole public minutes" } }
                div.govuk-details__text { (paragraphs(&loaded.whole())) }
            }
        }
    }
}

fn extracts(loaded: &Loaded, extracts: &[Sent]) -> Markup {
    html! {
        @if !extracts.is_empty() {
            h2.govuk-heading-m { "Extracts" }
            ul.govuk-list.govuk-list--bullet {
                @for sent in extracts {
                    li {
                        a.govuk-link href={ (loaded.address()) "/extracts/" (sent.extract) } { "Extract " (sent.extract) }
                        ", to " (sent.to) " for " (sent.on_behalf_of) ", " (at(&sent.at)) ", by " (sent.by)
                        @if sent.private_too { ", with private words" } ": " (sent.purpose)
                    }
                }
            }
        }
    }
}

fn deeds(context: &Context, loaded: &Loaded) -> Markup {
    let subject = Subject::new(SubjectKind::Meeting);
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let stands = loaded.kept.stages.stands();
    html! {
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if stands < Stands::Confirmed { (offer::<build::BuildMinutes>(context, &subject, &to("build"))) }
            @if (Stands::Draft..Stands::PublishedAsDraft).contains(&stands) {
                (offer::<send_to_chair::SendToChair>(context, &subject, &to("send-to-chair")))
                (offer::<chair_check::ChairCheck>(context, &subject, &to("chair-check")))
                (offer::<take_over::TakeOver>(context, &subject, &to("take-over")))
            }
            @if stands >= Stands::Checked { (offer::<publish::PublishMinutes>(context, &subject, &to("publish"))) }
            @if (Stands::Draft..Stands::Confirmed).contains(&stands) {
                (offer::<confirm::Confirm>(context, &subject, &to("confirm")))
            }
            @if stands == Stands::Confirmed { (offer::<sign::Sign>(context, &subject, &to("sign"))) }
            (offer::<send::SendExtract>(context, &subject, &to("extract")))
        }
    }
}

fn paragraphs(words: &str) -> Markup {
    html! { div.redress-record { @for text in words.split("\n\n").filter(|t| !t.trim().is_empty()) { p { (text) } } } }
}
