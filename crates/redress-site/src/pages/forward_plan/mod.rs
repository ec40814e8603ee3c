//! The forward plan: decisions of the executive that are to come, each with the notice it was given, and the same as CSV.

/// An entry.
pub mod entry;
/// The plan as it stood in a month.
pub mod month;
/// Urgent decisions.
pub mod urgent;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::day::with_weekday;
use redress::forward_plan::{Way, When, way};
use redress::public::forward_plan::{PlanEntry, Said};
use redress::public::{Kind, Record, address};
use redress_store::register::query::{Order, Page};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{filter::Filter, pagination, tag};
use crate::site::Site;

const OWN: &str = "/forward-plan";
const PER_PAGE: u32 = 50;

/// An entry with the way to its decision.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// What it says, or said last.
    #[serde(flatten)]
    pub said: Said,
    /// The day on which it was first published.
    pub first_published: Option<Date>,
    /// The way to a key decision on its first day; none for what is not key.
    pub way: Option<Way>,
    /// That it was taken out of the plan, and why.
    pub taken_out: Option<String>,
    /// Everything that was published of it.
    #[serde(skip)]
    pub entry: PlanEntry,
}

impl Line {
    /// An entry; none for one that says nothing.
    pub fn of(site: &Site, entry: PlanEntry) -> Option<Line> {
        let said = entry.said()?.clone();
        let council = site.council();
        let found = way(said.when.first(), &entry.notices(), &council.readings, &site.calendar);
        Some(Line {
            way: found.ok().filter(|_| said.key.is_some()),
            first_published: entry.history.first_published(),
            taken_out: entry.taken_out().map(|v| v.why.clone()),
            said,
            entry,
        })
    }

    /// Its address.
    pub fn address(&self) -> String {
        address(Kind::ForwardPlan, &self.said.reference)
    }

    /// As a line of a list.
    pub fn show(&self) -> Markup {
        let s = &self.said;
        html! {
            li.redress-entry {
                p.redress-entry__title {
                    a.govuk-link href=(self.address()) { (s.title) }
                    @if s.key.is_some() { " " (tag("Key decision", "blue")) }
                    @if s.private.is_some() { " " (tag("In private", "grey")) }
                    @if let Some(way) = self.way.as_ref().and_then(exceptional) { " " (tag(way, "yellow")) }
                }
                p.redress-entry__facts { (s.reference) ". " (s.decider.words()) ", " (s.when.words()) "." }
                @if s.matter != s.title { p.redress-entry__passage { (s.matter) } }
            }
        }
    }
}

/// What a list says of a decision that was not announced in time.
fn exceptional(way: &Way) -> Option<&'static str> {
    matches!(way, Way::GeneralException { .. } | Way::SpecialUrgency { .. }).then(|| way.name())
}

/// Every published entry, the earliest decision first.
pub async fn all(site: &Site) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::new();
    for entry in site.all(Kind::ForwardPlan, Order::Oldest).await? {
        let (_, Record::ForwardPlan(entry)) = site.standing(Kind::ForwardPlan, &entry.key).await? else { continue };
        lines.extend(Line::of(site, *entry));
    }
    Ok(lines)
}

/// The plan.
#[derive(Debug, Serialize)]
pub struct ForwardPlan {
    /// What was asked.
    pub filter: Filter,
    /// The sum of a key decision, where the council has said it.
    pub key_pounds: Option<u64>,
    /// The months for which the plan can be shown as it stood, the newest first.
    pub months: Vec<String>,
    /// One page of the entries that are still to come.
    #[serde(flatten)]
    pub list: Page<Line>,
}

/// `/forward-plan`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked, site.clock.today()).await?))
}

async fn load(site: &Site, asked: &Asked, today: Date) -> Result<ForwardPlan, Failure> {
    let every = all(site).await?;
    let months = month::months(&every, today);
    let mut left: Vec<Line> = every.into_iter().filter(|l| l.entry.comes_after(today)).collect();
    let choices = |of: &dyn Fn(&Line) -> Option<String>| {
        let mut found: Vec<String> = left.iter().filter_map(of).collect();
        found.sort();
        found.dedup();
        found.into_iter().map(|f| (f.clone(), f)).collect::<Vec<_>>()
    };
    let (bodies, services) = (choices(&|l| Some(l.said.decider.words())), choices(&|l| l.said.service.clone()));
    let mut problems = Vec::new();
    let key = asked.read("key", &mut problems, "Key decision must be one of those in the list", |word| match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let filter = Filter::new(OWN, asked, problems)
        .choice("body", "Who decides", bodies)
        .choice("key", "Key decision", vec![("yes".into(), "Yes".into()), ("no".into(), "No".into())])
        .choice("service", "Service", services);
    let (body, service) = (asked.words("body"), asked.words("service"));
    left.retain(|l| {
        key.is_none_or(|k| l.said.key.is_some() == k)
            && body.as_ref().is_none_or(|b| l.said.decider.words() == *b)
            && service.as_ref().is_none_or(|s| l.said.service.as_ref() == Some(s))
    });
    let from = (asked.page().saturating_sub(1) as usize).saturating_mul(PER_PAGE as usize);
    let (total, page) = (left.len() as u64, asked.page());
    let entries = left.into_iter().skip(from).take(PER_PAGE as usize).collect();
    Ok(ForwardPlan { filter, key_pounds: site.council().key_pounds, months, list: Page { entries, total, page, per_page: PER_PAGE } })
}

/// The columns of the CSV.
const COLUMNS: [&str; 17] = [
    "reference",
    "title",
    "matter",
    "key_decision",
    "decider",
    "first_day",
    "last_day",
    "private",
    "member",
    "officer",
    "consultees",
    "documents",
    "scrutiny",
    "wards",
    "service",
    "first_published",
    "way",
];

/// `/forward-plan.csv`: every entry that is still to come.
pub async fn csv(State(site): State<Site>) -> Answer {
    let failed = |error: csv::Error| Failure::Store(error.to_string().into());
    let today = site.clock.today();
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(COLUMNS).map_err(failed)?;
    for line in all(&site).await?.iter().filter(|l| l.entry.comes_after(today)) {
        rows.write_record(row(line)).map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Failure::Store(error.to_string().into()))?;
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8")], bytes).into_response())
}

fn row(line: &Line) -> [String; 17] {
    let s = line.said.clone();
    let when: When = s.when;
    [
        s.reference,
        s.title,
        s.matter,
        s.key.unwrap_or_default(),
        s.decider.words(),
        when.first().to_string(),
        when.last().to_string(),
        s.private.unwrap_or_default(),
        s.member,
        s.officer,
        s.consultees.join("; "),
        s.documents.join("; "),
        s.scrutiny,
        s.wards.join("; "),
        s.service.unwrap_or_default(),
        line.first_published.map(|d| d.to_string()).unwrap_or_default(),
        line.way.as_ref().map_or("", Way::word).into(),
    ]
    // A program that opens the file must not take a title for a formula.
    .map(|cell| if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell })
}

/// What a key decision is, in plain words.
fn explained(key_pounds: Option<u64>) -> Markup {
    html! {
        details.govuk-details {
            summary.govuk-details__summary { span.govuk-details__summary-text { "What a key decision is" } }
            div.govuk-details__text {
                p.govuk-body {
                    "A decision of the council’s executive that is likely to mean spending or saving that is significant for the budget of the service"
                    @if let Some(pounds) = key_pounds { " (here: " (redress::forward_plan::Threshold(pounds).words()) " or more)" }
                    ", or to affect communities in two or more wards significantly: regulation 8 of SI 2012/2089."
                }
                p.govuk-body { "It can be made only after this plan has announced it for at least 28 clear days: regulation 9. Where that was impracticable, five clear days’ notice can do (general exception, regulation 10). Where that was impracticable too, the chair of scrutiny must agree that it is urgent (special urgency, regulation 11). The plan then shows the reasons." }
                p.govuk-body { "Anybody may ask for the documents that an entry lists, and for those submitted later, as the entry says." }
            }
        }
    }
}

impl Render for ForwardPlan {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Forward plan", self.filter.address(), Section::ForwardPlan) }
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Forward plan" }
            p.govuk-body { "Decisions that the council’s executive is going to make, published before they are made." }
            (explained(self.key_pounds))
            ul.govuk-list {
                li { a.govuk-link href="/forward-plan/urgent" { "Urgent decisions, by quarter" } }
                li { a.govuk-link href="/forward-plan.csv" { "The plan as CSV" } }
                li { a.govuk-link href="/feeds/forward-plan.atom" { "Follow the plan in a feed reader" } }
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.entries.is_empty() {
                        p.govuk-body { "No decision that fits is announced. " @if self.filter.is_set() { a.govuk-link href=(OWN) { "See the whole plan" } "." } }
                    } @else {
                        p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." }
                        ul.redress-entries { @for line in &list.entries { (line.show()) } }
                    }
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with(OWN, "page", &n.to_string())))
                    @if !self.months.is_empty() {
                        h2.govuk-heading-m { "The plan as it stood" }
                        ul.govuk-list { @for of in &self.months { li { a.govuk-link href={ (OWN) "/" (of) } { (month::words(of)) } } } }
                    }
                }
            }
        }
    }
}

/// The day of a decision and by when the plan had to announce it.
pub fn last_day(way: &Way) -> Option<String> {
    match way {
        Way::InTime { by } => Some(with_weekday(*by)),
        _ => None,
    }
}
