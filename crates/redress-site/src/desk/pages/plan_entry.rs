//! An entry of the forward plan: what it says, the lawful way to its decision, both notices where it is private, its versions.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::day::{long, with_weekday};
use redress::duty::Answer;
use redress::forward_plan::{Earliest, Entry, Exception, Published, Urgency, Way, Why, earliest_meeting};
use redress::private_meeting::{InTheWay, notices as private_notices};
use redress_store::desk::work::private::PrivateNotice;
use serde::Serialize;

use super::forward_plan::way_tag;
use super::{answer, day, item, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::notice::RecordNotice;
use crate::desk::deeds::plan_entry::{
    change::ChangePlanEntry, exception::GiveGeneralException, item::LinkPlanEntry, take_out::TakeOutOfPlan, urgency::RecordUrgency,
};
use crate::desk::forward_plan::{self, Loaded};
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::pages::asked::Asked;
use crate::pages::{self, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct EntryPage {
    id: i64,
    title: String,
    /// What it says; none for those who may not read what an embargo covers.
    entry: Option<Entry>,
    taken_out: Option<Why>,
    /// Whether something of it waits to be published.
    published: bool,
    first_published: Option<jiff::civil::Date>,
    way: Option<Way>,
    publish_by: Option<Answer>,
    earliest: Option<Earliest>,
    missing: Vec<String>,
    exception: Option<Exception>,
    urgency: Option<Urgency>,
    item: Option<(i64, String)>,
    meeting: Option<(i64, String)>,
    private: Option<Private>,
    versions: Vec<Published>,
}

/// The two notices of a matter that is to be taken in private.
#[derive(Debug, Serialize)]
struct Private {
    first: Option<Answer>,
    second: Option<Answer>,
    given: Vec<PrivateNotice>,
    in_the_way: Vec<InTheWay>,
}

/// `/desk/forward-plan/{entry}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> pages::Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let loaded = forward_plan::load(&context, id).await?;
    let page = page(&context, &loaded).await?;
    let body = body(&context, &loaded, &page);
    Ok(answer(&context, &format, &asked, &page.title, &page, body))
}

async fn page(context: &Context, loaded: &Loaded) -> Result<EntryPage, Failure> {
    let (kept, open) = (&loaded.kept, loaded.is_open_to(context));
    let entry = &kept.working.entry;
    let threshold = context.desk.site.council().threshold();
    let private = if entry.private { Some(private(context, loaded).await?) } else { None };
    let first_private =
        private.as_ref().and_then(|p| p.given.iter().filter(|n| n.kind == "first").filter_map(|n| n.published_on.parse().ok()).min());
    let notices = kept.standing().notices_for(loaded.day());
    let clock = (&context.readings(), context.desk.site.calendar.as_ref());
    Ok(EntryPage {
        id: kept.id,
        title: loaded.title(context),
        taken_out: kept.working.taken_out.clone().filter(|_| open),
        published: kept.is_published(),
        first_published: kept.history.first_published(),
        way: loaded.way(context),
        publish_by: loaded.publish_by(context),
        earliest: earliest_meeting(entry, threshold, &notices, first_private, context.now.date(), clock).ok(),
        missing: if open { entry.check(threshold).into_iter().map(|w| w.message).collect() } else { Vec::new() },
        exception: kept.exception.clone().filter(|_| open),
        urgency: kept.urgency.clone().filter(|_| open),
        item: match &loaded.item {
            Some(planned) => Some((planned.id, item::title(&item::veiled(context, planned.clone()).await?))),
            None => None,
        },
        meeting: loaded.meeting.as_ref().map(|m| (m.id, super::meeting::title(m))),
        private,
        versions: if open { kept.history.versions().to_vec() } else { Vec::new() },
        entry: open.then(|| entry.clone()),
    })
}

async fn private(context: &Context, loaded: &Loaded) -> Result<Private, Failure> {
    let clocks = private_notices(loaded.day(), &context.readings(), &context.desk.site.calendar).ok();
    let (given, in_the_way) = match (&loaded.item, &loaded.meeting) {
        (Some(planned), Some(met)) => (context.desk.desk.notices(planned.id).await?, item::in_the_way(context, planned.id, met).await?),
        _ => (Vec::new(), Vec::new()),
    };
    // The words of a notice are on the item, for those who may read it.
    let given = given.into_iter().map(|n| PrivateNotice { words: String::new(), ..n }).collect();
    Ok(Private { first: clocks.as_ref().map(|c| c.first.clone()), second: clocks.map(|c| c.second), given, in_the_way })
}

fn body(context: &Context, loaded: &Loaded, page: &EntryPage) -> Markup {
    let to = |what: &str| format!("/desk/forward-plan/{}/{what}", page.id);
    let notice = Subject::new(SubjectKind::Notice);
    html! {
        span.govuk-caption-l { a.govuk-link href="/desk/forward-plan" { "Forward plan" } }
        h1.govuk-heading-l { (page.title) }
        @if let Some(out) = &page.taken_out {
            div.govuk-inset-text { "Taken out of the plan on " (long(out.on)) " by " (out.by) ": " (out.words) }
        } @else if loaded.is_out() { div.govuk-inset-text { "Taken out of the plan." } }
        @match &page.entry {
            None => div.govuk-inset-text { "An embargo covers the matter, and you are outside of it. The public reads the safe title too." },
            Some(entry) => (facts(context, entry)),
        }
        (links(page))
        (way(page))
        @if let Some(private) = &page.private { (both_notices(page, private)) }
        (given(page))
        (versions(page))
        @if !loaded.is_out() {
            h2.govuk-heading-m { "Do" }
            ul.govuk-list {
                (offer::<ChangePlanEntry>(context, &loaded.subject, &to("change")))
                (offer::<LinkPlanEntry>(context, &loaded.subject, &to("item")))
                @if page.way.is_some() {
                    (offer::<GiveGeneralException>(context, &notice, &to("general-exception")))
                    (offer::<RecordUrgency>(context, &notice, &to("special-urgency")))
                }
                (offer::<TakeOutOfPlan>(context, &loaded.subject, &to("withdraw")))
            }
        }
    }
}

fn facts(context: &Context, e: &Entry) -> Markup {
    let threshold = context.desk.site.council().threshold();
    let list = |all: &[String]| all.join("; ");
    let key = match (&e.key, e.is_key(threshold)) {
        (Some(test), Some(true)) => format!("Yes: {}", test.because(threshold).unwrap_or_default()),
        (_, Some(false)) => "No".into(),
        _ => "Not answered".into(),
    };
    let members = match &e.decider {
        redress::forward_plan::Decider::Body { members, .. } => list(members),
        redress::forward_plan::Decider::Person { .. } => String::new(),
    };
    html! {
        (Summary::default()
            .words("What is to be decided", Some(&e.matter))
            .words("Who decides", Some(&e.decider.words()))
            .words("Its members", Some(&members))
            .words("When", Some(&e.when.words()))
            .words("Key decision", Some(&key))
            .words("In private", Some(if e.private { "Yes" } else { "No" }))
            .words("Reasons for taking it in private", Some(&e.private_reason))
            .words("Member responsible", Some(&e.member))
            .words("Officer to ask", Some(&e.officer))
            .words("Consulted", Some(&list(&e.consultees)))
            .words("How", Some(&e.how_consulted))
            .words("Documents", Some(&list(&e.documents)))
            .words("Copies from", Some(&e.copies_from))
            .words("Later documents", Some(&e.later_documents))
            .words("Scrutiny committee", Some(&e.scrutiny))
            .words("Wards", Some(&list(&e.wards)))
            .words("Service", e.service.as_deref()))
    }
}

fn links(page: &EntryPage) -> Markup {
    html! {
        @if let Some((id, title)) = &page.meeting { p.govuk-body { "Meeting: " a.govuk-link href={ "/desk/meetings/" (id) } { (title) } } }
        @if let Some((id, title)) = &page.item { p.govuk-body { "Agenda item: " a.govuk-link href={ "/desk/items/" (id) } { (title) } } }
        @if !page.missing.is_empty() {
            h2.govuk-heading-m { "Missing before it can be published" }
            ul.govuk-list.govuk-list--bullet { @for words in &page.missing { li { (words) } } }
        }
    }
}

fn way(page: &EntryPage) -> Markup {
    let Some(found) = &page.way else {
        return html! { p.govuk-body { "Regulation 9 asks no notice of it: it is not a key decision, or no such rule was in force on its day." } };
    };
    html! {
        h2.govuk-heading-m { "How it can be decided" }
        p.govuk-body { (way_tag(Some(found), None)) " " (found.words()) " (" (found.section()) ")" }
        @if let Some(clock) = &page.publish_by { (dates("Last day to publish it", "key_decision_publish_28", clock)) }
        @if let Some(earliest) = &page.earliest {
            @if let Some(first) = earliest.day { p.govuk-body { "The earliest lawful meeting, as things stand: " strong { (with_weekday(first)) } "." } }
            ul.govuk-list.govuk-list--bullet { @for because in &earliest.because { li { (because) } } }
        }
    }
}

fn dates(words: &str, key: &str, clock: &Answer) -> Markup {
    html! {
        p.govuk-body {
            (words) ": "
            @if let Some(due) = clock.due.date { strong { (with_weekday(due)) } " (" (clock.due.reading) ")" }
            @if let Some(other) = clock.other.as_ref() { @if let Some(due) = other.due.date { "; " (with_weekday(due)) " (" (other.due.reading) ")" } }
            ". " a.govuk-link href={ "/duties/" (key) } { "Why this date" span.govuk-visually-hidden { ": " (words) } }
        }
    }
}

fn both_notices(page: &EntryPage, private: &Private) -> Markup {
    html! {
        h2.govuk-heading-m { "Notices of the private meeting" }
        @if let Some(first) = &private.first { (dates("First notice", "exec_private_notice_28", first)) }
        @if let Some(second) = &private.second { (dates("Second notice", "exec_private_notice_5", second)) }
        ul.govuk-list.govuk-list--bullet {
            @for notice in &private.given { li { "The " (notice.kind) " notice was published on " (day(&notice.published_on)) "." } }
            @for stands in &private.in_the_way { li { (stands.words()) " (" (stands.section()) ")" } }
        }
        @match &page.item {
            Some((id, _)) => p.govuk-body { a.govuk-link href={ "/desk/items/" (id) "/notice" } { (<RecordNotice as crate::desk::deed::Deed>::TITLE) } },
            None => p.govuk-body { "The notices are recorded on the agenda item: link the entry to it." },
        }
    }
}

fn given(page: &EntryPage) -> Markup {
    html! {
        @if let Some(exception) = &page.exception {
            h2.govuk-heading-m { "General exception" }
            (Summary::default()
                .words("Told in writing", Some(&exception.told.join("; ")))
                .day("Notice made available", Some(exception.available))
                .words("Why 28 clear days were impracticable", Some(&exception.reason)))
        }
        @if let Some(urgency) = &page.urgency {
            h2.govuk-heading-m { "Special urgency" }
            (Summary::default()
                .words("Agreed by", Some(&format!("{}, {}", urgency.agreement.name, urgency.agreement.capacity.words())))
                .day("Agreed on", Some(urgency.agreement.on))
                .words("Why it is urgent and cannot reasonably be deferred", Some(&urgency.agreement.reason))
                .words("Why the one before could not act", urgency.agreement.former_could_not.as_deref())
                .words("Why five clear days were impracticable", Some(&urgency.reason)))
        }
    }
}

fn versions(page: &EntryPage) -> Markup {
    html! {
        h2.govuk-heading-m { "Published" }
        @match page.first_published {
            None => p.govuk-body { "Nothing of it is published." },
            Some(first) => p.govuk-body { "First published on " (long(first)) "." },
        }
        ol.govuk-list.govuk-list--number {
            @for version in &page.versions {
                li {
                    (long(version.on)) ", by " (version.by) ": "
                    @match &version.entry { Some(entry) => { "to be decided " (entry.when.words()) ". " }, None => "taken out. " }
                    (version.why)
                }
            }
        }
    }
}
