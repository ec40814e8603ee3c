//! Decisions of bodies, members and officers at the desk: narrowed, a page at a time, each with how it stands.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::decision_record::Effect;
use redress::plan::MeetingKind;
use redress_store::desk::work::decision_record::{DecisionQuery, KeptDecision, State as Standing};
use serde::Serialize;

use super::{answer, decision, item, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::record_delegated::RecordDelegated;
use crate::desk::proposal;
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/decisions";
const PER_PAGE: u32 = 50;
const MAKERS: [(&str, &str); 3] = [("body", "A body at a meeting"), ("member", "A member of the executive"), ("officer", "An officer")];
const STATES: [(&str, &str, Standing); 4] = [
    ("unpublished", "Not published", Standing::Unpublished),
    ("published", "Published", Standing::Published),
    ("called_in", "Called in, without an outcome", Standing::CalledIn),
    ("changed", "Corrected, superseded or rescinded", Standing::Changed),
];

#[derive(Debug, Serialize)]
struct Decisions {
    filter: Filter,
    total: u64,
    page: u32,
    decisions: Vec<Line>,
}

/// A line: what may be told to anybody at the desk.
#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    title: String,
    maker: String,
    by: String,
    decided_on: jiff::civil::Date,
    published_on: Option<jiff::civil::Date>,
}

/// `/desk/decisions`
pub async fn list(axum::extract::State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let subject = Subject::new(SubjectKind::Decision);
    context.may(Act::ReadDesk, &subject)?;
    let mut problems = Vec::new();
    let chosen = |name: &str, known: &[(&str, &str)]| asked.words(name).filter(|w| known.iter().any(|(word, _)| word == w));
    let query = DecisionQuery {
        maker: chosen("maker", &MAKERS),
        state: STATES.iter().find(|(word, _, _)| *word == asked.get("state")).map(|(_, _, state)| *state),
        words: asked.words("words").filter(|w| !w.contains('\0')),
        from: asked.date("from", &mut problems),
        to: asked.date("to", &mut problems),
        page: asked.page(),
        per_page: PER_PAGE,
    };
    let (kept, total) = context.desk.desk.decisions(&query).await?;
    let mut decisions = Vec::with_capacity(kept.len());
    for one in kept {
        decisions.push(line(&context, one).await?);
    }
    let words = |all: &[(&str, &str)]| all.iter().map(|(v, w)| ((*v).to_string(), (*w).to_string())).collect::<Vec<_>>();
    let states: Vec<(&str, &str)> = STATES.iter().map(|(v, w, _)| (*v, *w)).collect();
    let filter = Filter::new(PATH, &asked, problems)
        .words("words", "Words in the title", "")
        .choice("maker", "Who decided", words(&MAKERS))
        .choice("state", "How it stands", words(&states))
        .words("from", "From", "For example, 27 March 2025")
        .words("to", "To", "");
    let page = Decisions { filter, total, page: query.page, decisions };
    let pages = u32::try_from(total.div_ceil(u64::from(PER_PAGE))).unwrap_or(u32::MAX).max(1);
    let body = html! {
        (page.filter.errors())
        h1.govuk-heading-l { "Decisions" }
        ul.govuk-list { (offer::<RecordDelegated>(&context, &subject, RecordDelegated::PATH)) }
        p.govuk-body { "What a body decides is recorded on its item." }
        (page.filter.form())
        (page.filter.chosen())
        p.govuk-body { (pagination::showing(page.page, PER_PAGE, page.decisions.len(), page.total)) }
        ul.redress-entries {
            @for line in &page.decisions {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ (PATH) "/" (line.id) } { (line.title) } }
                    p.redress-entry__facts {
                        (line.by) ", " (redress::day::long(line.decided_on)) ". "
                        @match line.published_on { Some(on) => { "Published on " (redress::day::long(on)) }, None => "Not published" }
                        "."
                    }
                }
            }
        }
        (pagination::pages(page.page, pages, |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Decisions", &page, body))
}

async fn line(context: &Context, kept: KeptDecision) -> Result<Line, Failure> {
    let title = match kept.item {
        // An item's title is shown as the item's own page shows it to this person.
        Some(id) => item::title(&item::load(context, id).await?.0),
        None => kept.title.clone(),
    };
    let by = kept.made_by().map_or_else(|| decision::WITHOUT_MAKER.to_string(), redress::decision_record::Maker::words);
    Ok(Line { id: kept.id, title, maker: kept.maker, by, decided_on: kept.decided_on, published_on: kept.published_on })
}

/// A decision that may end what an earlier one set.
pub struct Later {
    /// Its number at the desk.
    pub id: i64,
    /// The item at which it was taken.
    pub item: Option<i64>,
    /// The day.
    pub on: jiff::civil::Date,
    /// As a form offers it.
    pub words: String,
    /// As the public may come to read it: no title that an embargo may cover.
    pub named: String,
}

/// The decisions after a day, the newest first, that have effect and this person may read: of one body and of full council, which
/// may decide in its place; none of the item that set what is to end.
pub async fn later(context: &Context, from: jiff::civil::Date, but: i64, body: i64) -> Result<Vec<Later>, Failure> {
    let (desk, calendar, today) = (&context.desk.desk, &context.desk.site.calendar, context.now.date());
    let of_council = |name: &str| proposal::kind_of(name) == MeetingKind::Council;
    let bodies: Vec<i64> =
        desk.bodies().await?.into_iter().filter(|(id, name)| *id == body || of_council(name)).map(|(id, _)| id).collect();
    let mut all = Vec::new();
    for one in desk.decisions_of_bodies(&bodies, from).await?.into_iter().filter(|d| d.item != Some(but)) {
        let Some(id) = one.item else { continue };
        let (item, meeting) = item::load(context, id).await?;
        if !context.can(Act::ReadPaper, &desk.words_of_item(&item, SubjectKind::Decision, false).await?) {
            continue;
        }
        let told = desk.told_of_decision(one.id).await?;
        let asked = told.asked().is_some_and(|request| request.outcome.is_none());
        let effect = one.record().and_then(|record| told.effect(&record, calendar, today));
        if asked || told.reserved.is_some() || !matches!(effect, None | Some(Effect::InEffect { .. })) {
            continue;
        }
        let on = one.decided_on;
        let held = format!("item {} of {}, {}", item.number, meeting.body, redress::day::long(on));
        all.push(Later { id: one.id, item: one.item, on, words: format!("{held}: {}", item::title(&item)), named: held });
    }
    Ok(all)
}
