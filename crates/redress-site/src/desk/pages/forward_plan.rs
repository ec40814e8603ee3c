//! The forward plan at the desk: each entry with the way it can lawfully be decided, what is missing, and its last day.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::day::{month, with_weekday};
use redress::forward_plan::{Way, When};
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::plan_entry::{add::AddPlanEntry, publish::PublishPlan};
use crate::desk::forward_plan::{Loaded, loaded};
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/forward-plan";
const PER_PAGE: usize = 50;

#[derive(Debug, Serialize)]
struct Plan {
    filter: Filter,
    total: usize,
    page: u32,
    entries: Vec<Line>,
}

/// An entry on the list.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// Its reference and title, or the safe title.
    pub title: String,
    /// Who decides.
    pub decider: String,
    /// When.
    pub when: When,
    /// Whether it is key; none before the test is answered.
    pub key: Option<bool>,
    /// Whether it is to be taken in private.
    pub private: bool,
    /// The way to the decision; none where it needs none.
    pub way: Option<Way>,
    /// The last day to publish it for its day, by the reading that the council works to.
    pub publish_by: Option<Date>,
    /// The same by the other reading.
    pub or_by: Option<Date>,
    /// What regulation 9 asks for and is not answered; not told of what this person may not read.
    pub missing: Vec<String>,
    /// Whether it is in the public plan.
    pub published: bool,
    /// Whether it was taken out.
    pub taken_out: bool,
}

impl Line {
    fn of(context: &Context, loaded: &Loaded) -> Line {
        let (entry, threshold) = (&loaded.kept.working.entry, context.desk.site.council().threshold());
        let by = loaded.publish_by(context);
        let missing = if loaded.is_open_to(context) { entry.check(threshold) } else { Vec::new() };
        Line {
            id: loaded.kept.id,
            title: loaded.title(context),
            decider: entry.decider.words(),
            when: entry.when,
            key: entry.is_key(threshold),
            private: entry.private,
            way: loaded.way(context),
            publish_by: by.as_ref().and_then(|a| a.due.date),
            or_by: by.as_ref().and_then(|a| a.other.as_ref()?.due.date),
            missing: missing.into_iter().map(|w| w.message).collect(),
            published: loaded.kept.is_published(),
            taken_out: loaded.is_out(),
        }
    }

    fn month(&self) -> String {
        let first = self.when.first();
        format!("{:04}-{:02}", first.year(), first.month())
    }

    fn fits(&self, asked: &Asked) -> bool {
        let is = |name: &str, fits: &dyn Fn(&str) -> bool| asked.get(name).is_empty() || fits(asked.get(name));
        let key = |word: &str| matches!((word, self.key), ("yes", Some(true)) | ("no", Some(false)) | ("unanswered", None));
        is("month", &|m| self.month() == m)
            && is("body", &|b| self.decider == b)
            && is("key", &key)
            && is("missing", &|m| match m {
                "answers" => !self.missing.is_empty(),
                "publication" => !self.published && !self.taken_out,
                _ => true,
            })
            && is("way", &|w| self.way.as_ref().map_or("not_key", Way::word) == w)
    }
}

/// `/desk/forward-plan`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let plan = load(&context, &asked).await?;
    let body = body(&context, &plan);
    Ok(answer(&context, &format, &asked, "Forward plan", &plan, body))
}

async fn load(context: &Context, asked: &Asked) -> Result<Plan, Failure> {
    let every = asked.get("when") == "all";
    let from = if every { Date::MIN } else { context.now.date() };
    let mut lines = Vec::new();
    for kept in context.desk.desk.forward_plan(&from.to_string()).await? {
        let loaded = loaded(context, kept).await?;
        if every || !loaded.is_out() {
            lines.push(Line::of(context, &loaded));
        }
    }
    let filter = filter(asked, &lines);
    lines.retain(|line| line.fits(asked));
    let total = lines.len();
    let page = asked.page();
    let skipped = (page as usize - 1) * PER_PAGE;
    Ok(Plan { filter, total, page, entries: lines.into_iter().skip(skipped).take(PER_PAGE).collect() })
}

fn filter(asked: &Asked, lines: &[Line]) -> Filter {
    let pairs = |all: &[(&str, &str)]| all.iter().map(|(v, w)| ((*v).to_string(), (*w).to_string())).collect::<Vec<_>>();
    let mut months: Vec<(String, String)> =
        lines.iter().map(|l| (l.month(), format!("{} {}", month(l.when.first().month()), l.when.first().year()))).collect();
    months.sort();
    months.dedup();
    let mut bodies: Vec<String> = lines.iter().map(|l| l.decider.clone()).collect();
    bodies.sort();
    bodies.dedup();
    Filter::new(PATH, asked, Vec::new())
        .choice("month", "Month of the decision", months)
        .choice("body", "Who decides", bodies.into_iter().map(|b| (b.clone(), b)).collect())
        .choice("key", "Key decision", pairs(&[("yes", "Yes"), ("no", "No"), ("unanswered", "Not answered")]))
        .choice("missing", "What is missing", pairs(&[("answers", "Answers that regulation 9 asks for"), ("publication", "Publication")]))
        .choice(
            "way",
            "Way to the decision",
            pairs(&[
                ("in_time", "In time"),
                ("general_exception", "General exception"),
                ("special_urgency", "Special urgency"),
                ("none", "Not as things stand"),
                ("not_key", "Needs no notice"),
            ]),
        )
        .choice_or("when", "When", "Still to come", pairs(&[("all", "All, with what was taken out")]))
}

fn body(context: &Context, plan: &Plan) -> Markup {
    let pages = u32::try_from(plan.total.div_ceil(PER_PAGE)).unwrap_or(1).max(1);
    html! {
        h1.govuk-heading-l { "Forward plan" }
        p.govuk-body { "Decisions of the executive that are to come: SI 2012/2089, regulations 8 to 11. " a.govuk-link href="/forward-plan" { "The published plan" } }
        @if context.desk.site.council().key_pounds.is_none() {
            div.govuk-inset-text { "The sum of a key decision is not set. Until it is, any spending or saving counts as one: regulation 8(1)(a)." }
        }
        ul.govuk-list {
            (offer::<AddPlanEntry>(context, &Subject::new(SubjectKind::Item), <AddPlanEntry as Deed>::PATH))
            (offer::<PublishPlan>(context, &Subject::council(), <PublishPlan as Deed>::PATH))
        }
        (plan.filter.form())
        (plan.filter.chosen())
        @if plan.total == 0 { p.govuk-body { "No entry fits." } } @else {
            p.govuk-body { (pagination::showing(plan.page, 50, plan.entries.len(), plan.total as u64)) }
        }
        ul.redress-entries { @for line in &plan.entries { (entry(line)) } }
        (pagination::pages(plan.page, pages, |n| plan.filter.asked().address_with(PATH, "page", &n.to_string())))
    }
}

fn entry(line: &Line) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title {
                a.govuk-link href={ (PATH) "/" (line.id) } { (line.title) } " "
                @if line.taken_out { (tag("Taken out", "grey")) } @else { (way_tag(line.way.as_ref(), line.key)) }
                @if !line.published && !line.taken_out { " " (tag("Not published", "yellow")) }
            }
            p.redress-entry__facts {
                (line.decider) ", " (line.when.words()) ". "
                @match line.key { Some(true) => "Key decision. ", Some(false) => "Not a key decision. ", None => "Key or not: not answered. " }
                @if line.private { "In private. " }
                @if let Some(by) = line.publish_by { "To be published by " (with_weekday(by)) }
                @if let Some(or) = line.or_by { ", or by " (with_weekday(or)) " on the other reading" }
                @if line.publish_by.is_some() { " (" (Way::InTime { by: line.when.first() }.section()) ")." }
            }
            @if let Some(way @ Way::None { .. }) = &line.way { p.redress-entry__facts { (way.words()) } }
            @if !line.missing.is_empty() { p.redress-entry__facts { "Missing: " (line.missing.join(" ")) } }
        }
    }
}

/// The way in a word.
pub fn way_tag(way: Option<&Way>, key: Option<bool>) -> Markup {
    match (way, key) {
        (None, Some(false)) => tag("Needs no notice", "grey"),
        (None, _) => tag("No rule for this day", "grey"),
        (Some(way @ Way::None { .. }), _) => tag(way.name(), "red"),
        (Some(way @ Way::InTime { .. }), _) => tag(way.name(), "green"),
        (Some(way), _) => tag(way.name(), "yellow"),
    }
}
