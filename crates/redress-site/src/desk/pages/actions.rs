//! Actions of decisions at the desk: the list, narrowed by owner, body, case, origin, and how each stands.

use axum::extract::State;
use jiff::civil::Date;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::action::pack::Course;
use redress::action::{Origin, Status};
use redress_store::desk::work::action::{ActionQuery, KeptAction};
use serde::Serialize;

use super::{action, answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::action::publish::PublishActions;
use crate::desk::named_posts::NamedPosts;
use crate::failure::Failure;
use crate::layout::action::{Line, entry};
use crate::layout::action_pack::{self, Choice};
use crate::layout::filter::Filter;
use crate::layout::pagination;
use crate::pages::asked::{Asked, Problem};
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/actions";
const PER_PAGE: usize = 50;
/// How an action stands, as this list is narrowed by it.
const STATES: &[(&str, &str)] =
    &[("open", "Open"), ("late", "Late by the original date"), ("done", "Done"), ("stopped", "Ended by a decision")];

#[derive(Debug, Serialize)]
struct Listed {
    filter: Filter,
    /// The day for which all this is said.
    as_of: Date,
    total: usize,
    page: usize,
    actions: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    kept: KeptAction,
    title: String,
    status: Status,
    days_late: Option<i32>,
}

/// Whether an action stands so on a day.
fn stands(kept: &KeptAction, state: &str, today: Date) -> bool {
    let status = kept.action.status(today);
    match state {
        "open" => status.open(),
        "late" => kept.action.days_late(today).is_some(),
        other => status.word() == other,
    }
}

/// The actions that this person may read. What an embargo covers is in no list of those outside of it, and in no figure either.
pub async fn readable(context: &Context, query: ActionQuery) -> Result<Vec<KeptAction>, Failure> {
    let mut all = Vec::new();
    for kept in context.desk.desk.actions(query).await? {
        all.extend(action::readable(context, kept).await?.map(|loaded| loaded.kept));
    }
    Ok(all)
}

/// What is asked of the list besides the quarterly pack: the query, how an action stands, where it comes from.
type Wanted = (ActionQuery, Option<String>, Option<String>);

fn wanted(asked: &Asked, problems: &mut Vec<Problem>) -> Wanted {
    let number = |name: &'static str, problems: &mut Vec<Problem>| {
        asked.read(name, problems, "Choose one of the list", |v| v.parse::<i64>().ok().filter(|n| *n > 0))
    };
    let known = |words: &str, all: &[(&str, &str)]| all.iter().any(|(word, _)| *word == words).then(|| words.to_string());
    let query = ActionQuery {
        owner: number("owner", problems),
        body: number("body", problems),
        case: number("case", problems),
        item: number("item", problems),
    };
    let state = asked.read("state", problems, "Choose how it stands from the list", |v| known(v, STATES));
    let origin = asked.read("origin", problems, "Choose the origin from the list", |v| known(v, Origin::CHOICES));
    (query, state, origin)
}

/// `/desk/actions`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let today = context.now.date();
    let mut problems = Vec::new();
    let (query, state, origin) = wanted(&asked, &mut problems);
    let choice = Choice::read(&asked, &mut problems, today);
    let as_of = choice.as_of(today);
    let mut all: Vec<(Course, KeptAction)> = Vec::new();
    for kept in readable(&context, query).await? {
        all.push((Course::from(&kept.action), kept));
    }
    let quarters = action_pack::quarters(all.iter().map(|(course, _)| course), today);
    let report_to = action_pack::bodies(all.iter().map(|(_, kept)| &kept.action.reports_to));
    let fits = |course: &Course, kept: &KeptAction| {
        choice.fits(course, &kept.action.reports_to)
            && state.as_deref().is_none_or(|state| stands(kept, state, as_of))
            && origin.as_deref().is_none_or(|origin| kept.action.origin.word() == origin)
    };
    let all: Vec<KeptAction> = all
        .into_iter()
        // A quarter that is over shows each action as it stood then.
        .map(|(course, kept)| (course, KeptAction { action: kept.action.as_of(as_of), ..kept }))
        .filter_map(|(course, kept)| fits(&course, &kept).then_some(kept))
        .collect();
    let posts = NamedPosts::of(&context.desk.desk).await?;
    let bodies = context.desk.desk.bodies().await?;
    let mut cases = Vec::new();
    for case in context.desk.desk.case_files().await? {
        if super::case::readable(&context, &case.key).await? {
            cases.push((case.id.to_string(), case.key.to_string()));
        }
    }
    let fixed = |choices: &[(&str, &str)]| choices.iter().map(|(w, words)| ((*w).to_string(), (*words).to_string())).collect::<Vec<_>>();
    let owners = posts.words().into_iter().filter_map(|words| Some((posts.id(&words)?.to_string(), words))).collect();
    let filter = Filter::new(PATH, &asked, problems)
        .choice("state", "How it stands", fixed(STATES))
        .choice("owner", "Owner", owners)
        .choice("body", "Body that decided", bodies.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
        .choice("case", "Case", cases)
        .choice("origin", "Where it comes from", fixed(Origin::CHOICES));
    let filter = action_pack::fields(filter, &quarters, &report_to);
    let total = all.len();
    let pages = total.div_ceil(PER_PAGE).max(1);
    let page = usize::try_from(asked.page()).ok().filter(|p| *p <= pages).unwrap_or(1);
    let row =
        |kept: KeptAction| Row { title: kept.title(), status: kept.action.status(as_of), days_late: kept.action.days_late(as_of), kept };
    let actions = all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).map(row).collect();
    let listed = Listed { filter, as_of, total, page, actions };
    let at = u32::try_from(page).unwrap_or(1);
    let body = html! {
        (listed.filter.errors())
        h1.govuk-heading-l { "Actions" }
        p.govuk-body { "What decisions ask. An action is made at the item whose decision asks it, and is late from the day after its original date, whatever time was given since." }
        @if as_of < today { p.govuk-body { strong { "As they stood on " (redress::day::long(as_of)) "." } } }
        p.govuk-body { a.govuk-link href="/desk/actions/quarter" { "What is late: the quarterly pack" } }
        ul.govuk-list { (offer::<PublishActions>(&context, &Subject::new(SubjectKind::Item), "/desk/actions/publish")) }
        (listed.filter.form())
        (listed.filter.chosen())
        @if listed.actions.is_empty() { p.govuk-body { "No action fits." } } @else {
            p.govuk-body { (pagination::showing(at, 50, listed.actions.len(), listed.total as u64)) }
        }
        ul.redress-entries {
            @for row in &listed.actions {
                @let action = &row.kept.action;
                (entry(&Line {
                    title: &row.title,
                    words: &action.words,
                    owner: action.owner(),
                    original: action.original(),
                    status: row.status,
                    late: row.days_late,
                    expected: action.expected().filter(|_| row.status.open()),
                }, &format!("{PATH}/{}", row.kept.id)))
            }
        }
        (pagination::pages(at, u32::try_from(pages).unwrap_or(1), |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Actions", &listed, body))
}
