//! A report of the monitoring officer's: its text, what is missing, who has it, its clocks, the executive's answer.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::monitoring_report::draft::{self, Document};
use redress::monitoring_report::suspension::{Standing, Suspension};
use redress::monitoring_report::{MonitoringReport, Section};
use redress::ombudsman::consideration::Considered;
use redress::ombudsman::tracked::Tracked;
use redress::wrong::{Warning, Wrong};
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::executive_response::KeptResponse;
use redress_store::desk::work::monitoring_report::{Concluded, KeptReport};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use serde::Serialize;

use super::{answer, case, circulation, offer};
use crate::desk::deed::{About, Context};
use crate::desk::deeds::{
    adopt_answer::AdoptAnswer, answer_report::AnswerReport, circulate::Circulate, conclude_report::ConcludeReport, sign_report::SignReport,
    write_report::WriteReport,
};
use crate::desk::{DeskSite, considered, document};
use crate::failure::Failure;
use crate::layout::{summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A report with what it rests on.
pub struct Loaded {
    /// The report.
    pub kept: KeptReport,
    /// Its cases.
    pub cases: Vec<KeptCase>,
    /// The executive's answer.
    pub response: Option<KeptResponse>,
    /// The Ombudsman's paper that its own paper is filed with; one in confidence first, so that it is as closed.
    pub ombudsman_paper: Option<i64>,
    recommendations: Vec<Tracked>,
    subject: Subject,
}

/// A report, for who may read every case in it.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    context.might(Act::ReadDesk)?;
    let kept = context.desk.desk.monitoring_report(id).await?.ok_or(Failure::NotFound)?;
    of(context, kept).await
}

/// The same of a report that is at hand.
pub async fn of(context: &Context, kept: KeptReport) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let (mut cases, mut recommendations) = (Vec::new(), Vec::new());
    let (mut last, mut covered) = (None, None);
    let mut subject = Subject::new(SubjectKind::Case);
    for id in desk.cases_of_report(kept.id).await? {
        let of = case::load(context, id).await?;
        let held = |e: &redress::embargo::Embargo| e.covers(context.now.datetime());
        if covered.is_none() && of.subject.embargo.as_ref().is_some_and(held) {
            subject = of.subject.clone();
            covered = covering(context, &of.papers).await?;
        }
        last = of.papers.last().map(|p| p.id).or(last);
        recommendations.extend(desk.recommendations_of_case(id).await?.into_iter().map(|r| r.tracked));
        cases.push(of.case);
    }
    let response = desk.executive_response(kept.id).await?;
    Ok(Loaded { kept, cases, response, ombudsman_paper: covered.or(last), recommendations, subject })
}

/// Of a case's papers one whose embargo still covers it, or else the first that ever had one.
async fn covering(context: &Context, papers: &[OmbudsmanPaper]) -> Result<Option<i64>, Failure> {
    let mut first = None;
    for paper in papers {
        let Some(id) = paper.embargo_id else { continue };
        if context.desk.desk.embargo(id).await?.is_some_and(|e| e.covers(context.now.datetime())) {
            return Ok(Some(paper.id));
        }
        first = first.or(Some(paper.id));
    }
    Ok(first)
}

impl Loaded {
    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/monitoring-reports/{}", self.kept.id)
    }

    /// Its title.
    pub fn title(&self) -> String {
        self.document(&self.kept.report, Date::ZERO).title
    }

    /// What a deed about it concerns.
    pub fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.title()).back(self.address())
    }

    /// The document of a state of it.
    pub fn document(&self, report: &MonitoringReport, today: Date) -> Document {
        draft::report(report, &self.recommendations.iter().collect::<Vec<_>>(), today)
    }

    /// How its cases were considered, as far as this reader may see it.
    pub async fn considered(&self, context: &Context) -> Result<Considered, Failure> {
        considered::of_cases(context, self.cases.iter().map(|c| c.id)).await
    }

    /// The paper of the executive's answer, once it is adopted.
    pub fn adopted(&self) -> Option<i64> {
        self.response.as_ref().and_then(|r| r.paper)
    }

    /// `case 18 016 599`
    pub fn matter_words(&self) -> String {
        let keys: Vec<String> = self.cases.iter().map(|c| c.key.to_string()).collect();
        format!("the monitoring officer's report on {} {}", if keys.len() == 1 { "case" } else { "cases" }, keys.join(", "))
    }
}

/// The page.
#[derive(Debug, Serialize)]
struct ReportPage {
    id: i64,
    title: String,
    report: MonitoringReport,
    cases: Vec<(i64, String)>,
    document: Document,
    missing: Vec<Wrong>,
    warnings: Vec<Warning>,
    paper: Option<i64>,
    sha256: Option<String>,
    circulations: Vec<circulation::Brief>,
    first_sent: Option<Date>,
    consider_by: Option<Date>,
    suspension: Option<Standing>,
    suspended_until: Option<Date>,
    concluded: Option<Concluded>,
    response: Option<KeptResponse>,
    response_document: Option<Document>,
    response_missing: Vec<Wrong>,
    response_circulations: Vec<circulation::Brief>,
}

/// `/desk/monitoring-reports/{report}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let page = read(&context, &loaded).await?;
    let body = body(&context, &loaded, &page);
    Ok(answer(&context, &format, &asked, &page.title, &page, body))
}

async fn read(context: &Context, loaded: &Loaded) -> Result<ReportPage, Failure> {
    let (kept, desk, today) = (&loaded.kept, &context.desk.desk, context.now.date());
    let circulations = circulation::of_paper(context, kept.paper).await?;
    let first_sent =
        circulations.iter().filter_map(|c| if kept.report.section == Section::FiveA { c.first_to_executive } else { c.first_sent }).min();
    let (settings, calendar) = (context.readings(), &context.desk.site.calendar);
    let clock = first_sent.map(|first_sent| Suspension {
        section: kept.report.section,
        first_sent,
        concluded: kept.concluded.as_ref().map(|c| c.on),
    });
    let suspension = clock.map(|c| c.standing(today, &settings, calendar));
    let signed_on = kept.report.signed.as_ref().map_or(today, |s| s.on);
    let response = loaded.response.clone();
    let considered = if response.is_some() { loaded.considered(context).await? } else { Considered::default() };
    let sha256 = match kept.paper {
        Some(paper) => desk.versions(paper).await?.first().map(|v| v.sha256.clone()),
        None => None,
    };
    Ok(ReportPage {
        id: kept.id,
        title: loaded.title(),
        cases: loaded.cases.iter().map(|c| (c.id, c.key.to_string())).collect(),
        document: loaded.document(&kept.report, signed_on),
        missing: if kept.paper.is_some() { Vec::new() } else { kept.report.check(&settings) },
        warnings: kept.report.warnings(),
        paper: kept.paper,
        sha256,
        first_sent,
        consider_by: clock.and_then(|c| c.consider_by(&settings, calendar)),
        suspended_until: match suspension {
            Some(Standing::Until { day } | Standing::Over { day }) => Some(day),
            _ => None,
        },
        suspension,
        concluded: kept.concluded.clone(),
        response_document: response.as_ref().map(|r| draft::response(&r.response, &loaded.matter_words(), &considered)),
        response_missing: response
            .as_ref()
            .filter(|r| r.paper.is_none())
            .map(|r| r.response.check(kept.concluded.as_ref().map(|c| c.on)))
            .unwrap_or_default(),
        response_circulations: circulation::of_paper(context, loaded.adopted()).await?,
        response,
        circulations,
        report: kept.report.clone(),
    })
}

fn body(context: &Context, loaded: &Loaded, page: &ReportPage) -> Markup {
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let subject = &loaded.subject;
    let five_a = page.report.section == Section::FiveA;
    html! {
        h1.govuk-heading-l { (page.title) }
        (Summary::default()
            .row("Cases", html! { @for (id, key) in &page.cases { a.govuk-link href={ "/desk/cases/" (id) } { (key) } " " } })
            .row("State", match page.report.signed.as_ref() {
                Some(signed) => html! { (tag("Signed", "green")) " by " (signed.by) " on " (redress::day::long(signed.on)) @if let Some(why) = &signed.deputy_because { ", as deputy: " (why) } },
                None => html! { (tag("Draft", "grey")) },
            })
            .row("Paper", html! { @if let Some(paper) = page.paper { a.govuk-link href={ "/desk/papers/" (paper) } { "The signed paper" } } @else { "None yet" } })
            .words("SHA-256", page.sha256.as_deref()))
        @for warning in &page.warnings { p.govuk-body { (tag("Warning", "yellow")) " " (warning.message) " (" (warning.section) ")" } }
        (missing("What is missing before it can be signed", &page.missing))
        h2.govuk-heading-m { "Clocks" }
        (clocks(page))
        h2.govuk-heading-m { "Copies for members" }
        (circulation::listed(&page.circulations))
        h2.govuk-heading-m { "The report" }
        (document::shown(&page.document))
        @if let Some(response) = &page.response_document {
            h2.govuk-heading-m { (response.title) }
            (missing("What is missing before it can be adopted", &page.response_missing))
            (document::shown(response))
            (circulation::listed(&page.response_circulations))
        }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if page.paper.is_none() {
                (offer::<WriteReport>(context, subject, &to("write")))
                (offer::<SignReport>(context, subject, &to("sign")))
            }
            @if let Some(paper) = page.paper.filter(|_| page.circulations.is_empty()) { (offer::<Circulate>(context, subject, &format!("/desk/papers/{paper}/circulate"))) }
            @if page.paper.is_some() && page.concluded.is_none() { (offer::<ConcludeReport>(context, subject, &to("conclude"))) }
            @if page.paper.is_some() && five_a && loaded.adopted().is_none() {
                (offer::<AnswerReport>(context, subject, &to("answer")))
                @if page.response.is_some() { (offer::<AdoptAnswer>(context, subject, &to("adopt-answer"))) }
            }
        }
    }
}

fn missing(heading: &str, wrong: &[Wrong]) -> Markup {
    html! {
        @if !wrong.is_empty() {
            h2.govuk-heading-m { (heading) }
            ul.govuk-list.govuk-list--bullet { @for one in wrong { li { (one.message) } } }
        }
    }
}

fn clocks(page: &ReportPage) -> Markup {
    let whose = if page.report.section == Section::FiveA { "The executive" } else { "The council" };
    html! {
        @match (page.first_sent, page.consider_by) {
            (Some(first), Some(by)) => p.govuk-body { (whose) " must meet on it by " strong { (redress::day::with_weekday(by)) } ": 21 days after copies were first sent, on " (redress::day::long(first)) "." },
            _ => p.govuk-body { "The 21 days begin when copies are first sent." },
        }
        @if let Some(concluded) = &page.concluded { p.govuk-body { "Considered on " (redress::day::long(concluded.on)) ": " (concluded.minute) ", recorded by " (concluded.by) "." } }
        @match page.suspension {
            Some(Standing::UntilConsidered) => p.govuk-body { (tag("Suspended", "yellow")) " No step that it is about may be taken: this stays so until the end of the first business day after consideration ends." },
            Some(Standing::Until { day }) => p.govuk-body { (tag("Suspended", "yellow")) " until the end of " (redress::day::with_weekday(day)) ", the first business day after consideration ended." },
            Some(Standing::Over { day }) => p.govuk-body { (tag("Over", "grey")) " The suspension ended with " (redress::day::with_weekday(day)) "." },
            None => p.govuk-body { "What it is about stands still from the day on which copies are sent." },
        }
    }
}
