//! A paper of the Ombudsman's: its clock, its embargo, what it recommends, the items that consider it, what is owed.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::embargo::{Embargo, State as EmbargoState, Tells, title_tells};
use redress::ombudsman::axes::words;
use redress::ombudsman::paper::PaperKind;
use redress::ombudsman::paper::particulars::Particulars;
use redress::ombudsman::recommendation::{due_before_meeting, pounds};
use redress_store::desk::work::duty_clock::Standing;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde::Serialize;

use super::{answer, day, offer, public_notice};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    confirm_lifting::ConfirmLifting, criticised::SayWhoIsCriticised, leak::LogLeak, readers::SayWhoMayRead, recommend::Recommend,
    report_lifting::ReportLifting,
};
use crate::desk::started;
use crate::failure::Failure;
use crate::layout::{scrolling, summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct PaperPage {
    paper: OmbudsmanPaper,
    particulars: Particulars,
    cases: Vec<(i64, String)>,
    embargo: Option<Embargo>,
    recommendations: Vec<Told>,
    total_pence: u64,
    items: Vec<(PlannedItem, String)>,
    duties: Vec<Due>,
    public_notice: public_notice::Told,
}

/// A duty, with the last day on which the office is open for it.
#[derive(Debug, Serialize)]
pub struct Due {
    /// The duty and where it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// What it asks.
    pub must: String,
    /// The section.
    pub cite: &'static str,
    /// The last working day on or before its day.
    pub last_working_day: Option<Date>,
}

/// A recommendation with what its date means against the meetings.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The recommendation.
    pub id: i64,
    /// Its key: `23 006 024/3`.
    pub key: String,
    /// The Ombudsman's words.
    pub text: String,
    /// For whom.
    pub nature: &'static str,
    /// The original date.
    pub due_on: Option<Date>,
    /// How it was counted.
    pub why: Vec<String>,
    /// The last working day before each original date.
    pub last_working_day: Option<Date>,
    /// Money asked for, in pence.
    pub pence: Option<u64>,
    /// The five axes in words.
    pub axes: redress::ombudsman::axes::Words,
    /// Days late against the original date.
    pub days_late: i32,
    /// What to look out for.
    pub warnings: Vec<String>,
}

/// A paper of the Ombudsman's, for who may read it, with what access asks of it.
pub async fn load(context: &Context, id: i64) -> Result<(OmbudsmanPaper, Subject), Failure> {
    context.might(Act::ReadDesk)?;
    let (paper, subject) = known(context, id).await?;
    context.may(Act::ReadDesk, &subject)?;
    Ok((paper, subject))
}

/// The same for an act that is open to those who may not read it, and shows nothing of it.
pub async fn known(context: &Context, id: i64) -> Result<(OmbudsmanPaper, Subject), Failure> {
    let paper = context.desk.desk.ombudsman_paper(id).await?.ok_or(Failure::NotFound)?;
    let embargo = match paper.embargo_id {
        Some(id) => context.desk.desk.embargo(id).await?,
        None => None,
    };
    Ok((paper, Subject::new(SubjectKind::OmbudsmanPaper).embargoed(embargo)))
}

/// The embargo of a paper, with its number.
pub async fn embargo(context: &Context, paper: &OmbudsmanPaper) -> Result<Option<(i64, Embargo)>, Failure> {
    let Some(id) = paper.embargo_id else { return Ok(None) };
    Ok(context.desk.desk.embargo(id).await?.map(|embargo| (id, embargo)))
}

/// `Report under section 30, 19 015 597, dated 21 January 2021`
pub fn title(paper: &OmbudsmanPaper) -> String {
    let kind = PaperKind::of_word(&paper.kind).map_or("Paper", PaperKind::words);
    let dated = paper.dated.as_deref().map_or("date not recorded".into(), |d| format!("dated {}", day(d)));
    format!("{kind}, {}, {dated}", paper.reference.replace('-', " "))
}

/// What a text for the public would give away of a paper under embargo.
pub fn tells(text: &str, paper: &OmbudsmanPaper) -> Vec<Tells> {
    let references: Vec<_> = paper.reference.parse().into_iter().collect();
    let services: Vec<&str> = paper.services.lines().collect();
    let subject: Vec<&str> = paper.subject.split_whitespace().filter(|w| w.len() > 4).collect();
    title_tells(text, &references, &services, &subject)
}

/// `/desk/ombudsman-papers/{paper}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (paper, subject) = load(&context, id).await?;
    let desk = &context.desk.desk;
    let items = with_days(&context, desk.items_about(id).await?).await?;
    let kept = desk.recommendations_of_paper(id).await?;
    let page = PaperPage {
        particulars: desk.particulars(id).await?,
        cases: desk.cases_of_paper(id).await?.into_iter().map(|c| (c.id, c.key.to_string())).collect(),
        embargo: embargo(&context, &paper).await?.map(|(_, embargo)| embargo),
        total_pence: kept.iter().filter_map(|r| r.tracked.asked().money.as_ref()).map(|m| m.asked()).fold(0, u64::saturating_add),
        recommendations: kept.iter().map(|r| told(&context, r, &items)).collect(),
        items,
        public_notice: public_notice::read(&context, &paper, &subject).await?,
        duties: desk.duties_of(id, context.now.date()).await?.into_iter().map(|s| due(&context, s)).collect(),
        paper,
    };
    let body = body(&context, &page, &subject);
    Ok(answer(&context, &format, &asked, &title(&page.paper), &page, body))
}

/// Items with the days of their meetings.
pub async fn with_days(context: &Context, items: Vec<PlannedItem>) -> Result<Vec<(PlannedItem, String)>, Failure> {
    let mut all = Vec::new();
    for item in items {
        let meeting = context.desk.desk.planned_meeting(item.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
        all.push((item, meeting.on_date));
    }
    Ok(all)
}

/// A duty as a page shows it.
pub fn due(context: &Context, mut standing: Standing) -> Due {
    if started::for_the_ombudsman(&standing.clock.duty) {
        standing.stands = "For the Ombudsman to do; the council owes nothing here".into();
    }
    let duty = redress::duty::find(&standing.clock.duty).ok();
    let day = standing.clock.due_on.as_deref().and_then(|d| d.parse().ok());
    let last_working_day = day.and_then(|d| {
        let kind = redress::calendar::DayKind::Working;
        redress::counting::last_working_day(d, kind, &context.desk.site.calendar)
    });
    Due { must: started::duty_words(&standing.clock.duty), cite: duty.map_or("", |d| d.cite), standing, last_working_day }
}

/// A recommendation as lists show it.
pub fn told(context: &Context, kept: &KeptRecommendation, items: &[(PlannedItem, String)]) -> Told {
    let (tracked, today) = (&kept.tracked, context.now.date());
    let asked = tracked.asked();
    let meetings = items.iter().filter_map(|(_, on)| on.parse().ok());
    let open = !tracked.satisfied() && tracked.sent().entries().is_empty();
    let warn = |due| meetings.filter_map(|meeting| due_before_meeting(due, meeting)).collect();
    Told {
        id: kept.id,
        key: asked.key(),
        text: asked.text().into(),
        nature: asked.nature().words(),
        due_on: asked.original(),
        why: asked.originals().iter().map(|o| if o.what().is_empty() { o.why() } else { format!("{}: {}", o.what(), o.why()) }).collect(),
        last_working_day: asked.originals().last().and_then(|o| o.last_working_day(&context.desk.site.calendar)),
        pence: asked.money.as_ref().map(redress::ombudsman::recommendation::Money::asked),
        axes: words(tracked, today),
        days_late: tracked.timeliness(today).days_late(),
        warnings: asked.original().filter(|_| open).map(warn).unwrap_or_default(),
    }
}

fn body(context: &Context, page: &PaperPage, subject: &Subject) -> Markup {
    let paper = &page.paper;
    let to = |what: &str| format!("/desk/ombudsman-papers/{}/{what}", paper.id);
    let facts = Summary::default()
        .words("Subject", Some(&paper.subject))
        .row("Received", html! { (if paper.received.is_empty() { "Not known".to_string() } else { day(&paper.received) }) })
        .words("Services", Some(&paper.services.replace('\n', ", ")))
        .words("Complainant", Some(&paper.complainant))
        .words("Found", page.particulars.found.map(|f| f.words()))
        .day("Answer by", page.particulars.answer_by)
        .day("Published by the Ombudsman", page.particulars.published)
        .row("Cases", html! { @for (id, key) in &page.cases { a.govuk-link href={ "/desk/cases/" (id) } { (key) } " " } })
        .words("Names and criticises", Some(&page.particulars.criticised.join(", ")))
        .words("Registered by", Some(&format!("{}, {}", paper.registered_by, super::at(&paper.registered_at))));
    html! {
        h1.govuk-heading-l { (title(paper)) }
        (facts)
        (page.embargo.as_ref().map(|embargo| embargoed(context, embargo)).unwrap_or_default())
        h2.govuk-heading-m { "Duties" }
        (duties(&page.duties))
        (public_notice::shown(context, paper, subject, &page.public_notice))
        @if let Some(address) = planner(page) { p.govuk-body { a.govuk-link href=(address) { "Plan the meetings that can consider it in time" } } }
        h2.govuk-heading-m { "Recommendations" }
        (recommendations(&page.recommendations, page.total_pence))
        h2.govuk-heading-m { "Items" }
        (items(&page.items))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<Recommend>(context, subject, &to("recommend")))
            @if page.embargo.is_some() {
                (offer::<SayWhoMayRead>(context, subject, &to("readers")))
                (offer::<ReportLifting>(context, subject, &to("published-by-ombudsman")))
                @if let Some(report) = page.embargo.iter().flat_map(|e| &e.reported).rfind(|r| r.confirmed.is_none()) {
                    (offer::<ConfirmLifting>(context, &subject.clone().first_done_by(report.by_account), &to("confirm-published")))
                }
                (offer::<LogLeak>(context, subject, &to("leak")))
            }
            @if matches!(paper.kind.as_str(), "report" | "further_report") { (offer::<SayWhoIsCriticised>(context, subject, &to("criticised"))) }
        }
    }
}

/// The planner with what is known of a report. The page is public, so nothing goes to it but days.
fn planner(page: &PaperPage) -> Option<String> {
    let received = page.paper.received_on().filter(|_| matches!(page.paper.kind.as_str(), "report" | "further_report"))?;
    let mut pairs = vec![("received", received.to_string())];
    pairs.extend(page.paper.dated_on().map(|d| ("report", d.to_string())));
    if page.paper.kind == "further_report" {
        pairs.push(("further", "yes".into()));
    }
    if page.embargo.is_some() {
        pairs.push(("embargo", "event".into()));
    }
    Some(crate::pages::asked::address_of("/duties/plan", pairs.iter().map(|(n, v)| (*n, v.as_str()))))
}

/// Items as a list of links.
pub fn items(items: &[(PlannedItem, String)]) -> Markup {
    html! {
        @if items.is_empty() { p.govuk-body { "No meeting has it on its agenda yet." } }
        ul.govuk-list {
            @for (item, on) in items {
                li { a.govuk-link href={ "/desk/items/" (item.id) } { "Item " (item.number) ", meeting of " (day(on)) } }
            }
        }
    }
}

fn embargoed(context: &Context, embargo: &Embargo) -> Markup {
    html! {
        h2.govuk-heading-m { "Embargo" }
        @match embargo.state(context.now.datetime()) {
            EmbargoState::Held => p.govuk-body { (tag("Held", "yellow")) " Nothing that it covers is published, and nobody else may read it." },
            EmbargoState::NotToBePublicised => p.govuk-body { (tag("Not to be publicised", "red")) " By direction of the Ombudsman: Local Government Act 1974, section 30(7)." },
            EmbargoState::Lifted { at, .. } => p.govuk-body { (tag("Lifted", "green")) " On " (redress::day::long(at.date())) ". Nothing was published by that: each paper has its own decision." },
        }
        p.govuk-body { "Title for public lists: " strong { (embargo.safe_title) } }
        p.govuk-body { "Who may read it besides those whose office it is: " (embargo.audience.words()) "." }
        ul.govuk-list.govuk-list--bullet {
            @for report in &embargo.reported {
                li {
                    (report.by) " reported on " (redress::day::long(report.at.date())) " that the Ombudsman published at " (report.address) ". "
                    @match &report.confirmed {
                        Some(confirmed) => { "Confirmed by " (confirmed.by) " on " (redress::day::long(confirmed.at.date())) "." },
                        None => "Not confirmed yet.",
                    }
                }
            }
            @for leak in &embargo.leaks { li { "Leak logged by " (leak.by) " on " (redress::day::long(leak.at.date())) ": " (leak.where_seen) } }
        }
    }
}

/// Duties as a list: what, by when, why, how it stands, the section and what proves it.
pub fn duties(duties: &[Due]) -> Markup {
    html! {
        @if duties.is_empty() { p.govuk-body { "Nothing that the program counts follows from this paper." } }
        ul.redress-entries {
            @for Due { standing, must, last_working_day, .. } in duties {
                li.redress-entry {
                    p.redress-entry__title { (must) }
                    p.redress-entry__facts {
                        @if standing.clock.not_running.is_none() { (started::why(&standing.clock)) }
                        @if let Some(working) = last_working_day { "Last working day " (redress::day::with_weekday(*working)) ". " }
                        (started::other_reading(&standing.clock))
                        strong { (standing.stands) } ". "
                        @for event in &standing.events {
                            (match event.what.as_str() { "met" => "Met", "reopened" => "Open again", _ => "More time in writing, until" }) " " (day(&event.on_date)) ": " (event.proof) " (" (event.recorded_by) "). "
                        }
                        (started::section(&standing.clock.duty))
                    }
                }
            }
        }
    }
}

/// Recommendations as a table, each with its axes.
pub fn recommendations(all: &[Told], total_pence: u64) -> Markup {
    let table = html! {
        table.govuk-table {
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Number" }
                    th.govuk-table__header scope="col" { "Recommendation" }
                    th.govuk-table__header scope="col" { "Original date" }
                    th.govuk-table__header scope="col" { "How it stands" }
                    th.govuk-table__header scope="col" { "Money" }
                }
            }
            tbody.govuk-table__body {
                @for one in all {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { a.govuk-link href={ "/desk/recommendations/" (one.id) } { (one.key) } }
                        td.govuk-table__cell { (one.text) }
                        td.govuk-table__cell {
                            (one.due_on.map_or("No date given".into(), redress::day::with_weekday))
                            @for warning in &one.warnings { p.govuk-body-s { (tag("Warning", "yellow")) " " (warning) } }
                        }
                        td.govuk-table__cell { (one.axes.timeliness) ". " (one.axes.claim) ". " (one.axes.ombudsman) "." }
                        td.govuk-table__cell { (one.pence.map(pounds).unwrap_or_default()) }
                    }
                }
            }
        }
    };
    html! {
        @if all.is_empty() { p.govuk-body { "None is recorded." } } @else {
            (scrolling("Recommendations", table))
            @if total_pence > 0 { p.govuk-body { "Money in all: " strong { (pounds(total_pence)) } } }
        }
    }
}
