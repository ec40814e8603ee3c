//! A decision at the desk: its record, whether it has effect, call-in, the records that change it, its texts.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::call_in::Window;
use redress::day::{long, with_weekday};
use redress::decision_record::{Effect, Told};
use redress::resolution::texts::{Texts, Which};
use redress_store::desk::work::decision_record::{KeptCallIn, KeptDecision};
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::call_in::RequestCallIn;
use crate::desk::deeds::call_in_outcome::DecideCallIn;
use crate::desk::deeds::change_by_record::{CorrectDecision, RescindDecision, SupersedeDecision};
use crate::desk::deeds::publish_decision::PublishDecision;
use crate::desk::deeds::record_delegated::ChangeDecision;
use crate::desk::deeds::texts_differ::NoteTexts;
use crate::desk::deeds::waive_call_in::WaiveCallIn;
use crate::failure::Failure;
use crate::layout::{compared, decided, summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::item::decision_texts;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// What a page says where the record names no maker.
pub const WITHOUT_MAKER: &str = "A body at a meeting";

/// A decision with what is told of it and what access asks.
pub struct Loaded {
    /// The decision, its title as it goes out.
    pub kept: KeptDecision,
    /// The title on screens: the officers' own of its item. It never goes into a record.
    pub title: String,
    /// What is told of it.
    pub told: Told,
    /// What access asks of its words.
    pub subject: Subject,
}

impl Loaded {
    /// What access asks of the exempt part.
    pub fn withheld_subject(&self) -> Subject {
        self.subject.clone().restricted(self.kept.withheld.as_ref().map(|w| w.restriction.clone()))
    }
}

/// A decision that this person may read. What an embargo covers is refused as on the item's own page.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let kept = desk.decision(id).await?.ok_or(Failure::NotFound)?;
    let mut title = kept.title.clone();
    let mut subject = Subject::new(SubjectKind::Decision);
    if let Some(of) = kept.item {
        let (item, _) = super::item::load(context, of).await?;
        subject = desk.words_of_item(&item, SubjectKind::Decision, false).await?;
        title = super::item::title(&item);
    }
    context.may(Act::ReadPaper, &subject)?;
    let told = desk.told_of_decision(id).await?;
    Ok(Loaded { kept, title, told, subject })
}

/// The texts of a decision that this person may read: what was resolved in private only for who reads what was said there.
pub async fn texts(context: &Context, kept: &KeptDecision) -> Result<Texts, Failure> {
    let desk = &context.desk.desk;
    let item = match kept.item {
        Some(of) => desk.planned_item(of).await?,
        None => None,
    };
    let inside = match &item {
        Some(item) => context.can(Act::ReadPaper, &desk.words_of_item(item, SubjectKind::Decision, true).await?),
        None => false,
    };
    Ok(desk.texts_of_decision(kept, inside).await?)
}

#[derive(Debug, Serialize)]
struct DecisionPage {
    decision: KeptDecision,
    told: Told,
    window: Option<Window>,
    effect: Option<Effect>,
    effect_words: Option<String>,
    call_ins: Vec<KeptCallIn>,
    texts: Texts,
    texts_differ: Option<String>,
    /// Revisions before this one: number, by whom, when, the decision as it was.
    earlier: Vec<(i64, String, String, String)>,
    /// The exempt part, for who may read it.
    private_words: Option<String>,
}

/// `/desk/decisions/{decision}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Decision))?;
    let loaded = load(&context, id).await?;
    let desk = &context.desk.desk;
    let (calendar, today) = (&context.desk.site.calendar, context.now.date());
    let effect = loaded.kept.record().and_then(|record| loaded.told.effect(&record, calendar, today));
    let texts = texts(&context, &loaded.kept).await?;
    let bodies: Vec<String> = desk.bodies().await?.into_iter().map(|(_, name)| name).collect();
    let inside = context.can(Act::ReadPaper, &loaded.withheld_subject());
    let earlier = desk.decision_revisions(id).await?;
    let page = DecisionPage {
        window: loaded.told.window(calendar),
        effect_words: effect.as_ref().map(|e| loaded.told.words(e, calendar)),
        effect,
        call_ins: desk.call_ins(id).await?,
        texts_differ: texts.texts_differ(&bodies),
        texts,
        earlier: earlier.into_iter().map(|(n, by, at, words)| (n, by, at, words.decision.text)).collect(),
        private_words: loaded.kept.withheld.as_ref().map(|w| w.words.clone()).filter(|_| inside),
        told: loaded.told.clone(),
        decision: KeptDecision { title: loaded.title.clone(), ..loaded.kept.clone() },
    };
    let body = body(&context, &page, &loaded.subject);
    Ok(answer(&context, &format, &asked, &page.decision.title, &page, body))
}

fn body(context: &Context, page: &DecisionPage, subject: &Subject) -> Markup {
    let kept = &page.decision;
    let to = |what: &str| format!("{}/{what}", kept.address());
    let public = kept.published_on.is_some();
    html! {
        span.govuk-caption-l { "Decision record " (kept.id) }
        h1.govuk-heading-l { (kept.title) }
        (facts(page))
        (decision_texts(&kept.words.decision, 2))
        @if let Some(formal) = kept.words.decision.formal.as_deref() { (decided::formal(formal)) }
        @if let Some(words) = &page.private_words { h2.govuk-heading-m { "The exempt part" } p.govuk-body { (words) } }
        (decided::told(&page.told, page.window))
        (differ(page))
        @if !page.earlier.is_empty() {
            h2.govuk-heading-m { "What the record said before" }
            ul.govuk-list.govuk-list--bullet {
                @for (number, by, at, words) in &page.earlier { li { "Revision " (number) ", " (by) ", " (super::at(at)) ": " (words) } }
            }
        }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if !public && kept.item.is_none() { (offer::<ChangeDecision>(context, subject, &to("change"))) }
            @if !kept.of_item { (offer::<PublishDecision>(context, subject, &to("publish"))) }
            @if public {
                (offer::<CorrectDecision>(context, subject, &to("correct")))
                (offer::<SupersedeDecision>(context, subject, &to("supersede")))
                (offer::<RescindDecision>(context, subject, &to("rescind")))
            }
            @if kept.rules.is_some() {
                (offer::<RequestCallIn>(context, subject, &to("call-in")))
                @if !page.call_ins.is_empty() { (offer::<DecideCallIn>(context, subject, &to("call-in-outcome"))) }
                (offer::<WaiveCallIn>(context, subject, &to("waive-call-in")))
            }
            @if page.texts_differ.is_some() { (offer::<NoteTexts>(context, subject, &to("texts-differ"))) }
        }
    }
}

fn facts(page: &DecisionPage) -> Markup {
    let kept = &page.decision;
    let by = kept.made_by().map_or_else(|| WITHOUT_MAKER.to_string(), redress::decision_record::Maker::words);
    let mut rows = Summary::default().row("Decided by", html! { (by) }).words("Service", kept.service.as_deref());
    rows = rows.day("Decided on", Some(kept.decided_on)).day("Published on", kept.published_on);
    rows = rows.words("Effect", page.effect_words.as_deref());
    if let Some(window) = page.window {
        let words = format!("{} to {}", with_weekday(window.published), with_weekday(window.closes));
        rows = rows.row("Call-in", html! { (words) ". " a.govuk-link href="/duties/call_in" { "Why these dates" } });
    }
    if let Some(item) = kept.item {
        rows = rows.row("Item", html! { a.govuk-link href={ "/desk/items/" (item) } { (kept.title) } });
    }
    rows = rows.row("Recorded", html! { (kept.recorded_by) ", " (super::at(&kept.recorded_at)) ", revision " (kept.revision) });
    maud::Render::render(&rows)
}

fn differ(page: &DecisionPage) -> Markup {
    html! {
        @if let Some(differ) = &page.texts_differ {
            h2.govuk-heading-m { "Texts differ " @if page.told.note.is_none() { (tag("Needs a note", "yellow")) } }
            p.govuk-body { (differ) }
            @if let Some(note) = &page.told.note { p.govuk-body { "Noted on " (long(note.on)) ": the text " (note.governs.words()) " governs. " (note.why) } }
            (differences(&page.texts))
        }
    }
}

/// Every clause that is not the same, in each pair of texts.
pub fn differences(texts: &Texts) -> Markup {
    html! {
        @for differs in texts.differences(&[]) {
            h3.govuk-heading-s { "Clause " (differs.path) ": " (differs.first.words()) " and " (differs.second.words()) }
            div.redress-record.redress-record--quoted { p { (compared::show(&differs.runs)) } }
        }
        @if texts.differences(&[]).iter().any(|d| d.second == Which::Minuted) { (compared::key("the first text", "the second")) }
    }
}
