//! Findings of fault as the monitoring officer's report takes them: which there are, which are routine, where the public reads them.

use jiff::civil::Date;
use redress::monitoring_report::routine::Finding;
use redress::monitoring_report::{Limb, Matter, What};
use redress::ombudsman::paper::PaperKind;
use redress::public::Kind;
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use super::DeskSite;
use super::deed::Context;
use crate::failure::Failure;

/// A case with what a report asks of it.
pub struct Found {
    /// The case.
    pub case: KeptCase,
    /// The finding.
    pub finding: Finding,
    /// The paper that finds it.
    pub paper: OmbudsmanPaper,
}

/// Every case in which the Ombudsman decided.
pub async fn all(context: &Context) -> Result<Vec<Found>, Failure> {
    let desk = &context.desk.desk;
    let wider = desk.wider_implications().await?;
    let mut found = Vec::new();
    for case in desk.case_files().await? {
        let papers = desk.papers_of_case(case.id).await?;
        let Some(paper) = papers.iter().rfind(|p| decides(p)).cloned() else { continue };
        let mut embargoed = false;
        for id in papers.iter().filter_map(|p| p.embargo_id) {
            embargoed |= desk.embargo(id).await?.is_some_and(|e| e.covers(context.now.datetime()));
        }
        let told = desk.monitoring_reports_of_case(case.id).await?.iter().any(|r| r.paper.is_some());
        let finding = Finding {
            case: case.key.clone(),
            decided: paper.dated_on().or(paper.received_on()),
            fault: fault(&context.desk, &paper).await?,
            told,
            embargoed,
            wider: wider.iter().find(|(id, _)| *id == case.id).map(|(_, reason)| reason.clone()),
        };
        found.push(Found { case, finding, paper });
    }
    Ok(found)
}

/// Whether a paper decides a case.
fn decides(paper: &OmbudsmanPaper) -> bool {
    matches!(PaperKind::of_word(&paper.kind), Some(PaperKind::Statement | PaperKind::Report | PaperKind::FurtherReport))
}

/// Whether a paper that decides finds fault; a report does where nothing else is on record.
async fn fault(site: &DeskSite, paper: &OmbudsmanPaper) -> Result<bool, Failure> {
    let found = site.desk.particulars(paper.id).await?.found;
    Ok(found.map_or(paper.kind != PaperKind::Statement.word(), redress::ombudsman::paper::particulars::Found::fault))
}

/// The papers that a report on these cases is about when it is signed on a day: of each case the last by then that finds fault,
/// or the last by then where none does.
pub async fn papers_by(site: &DeskSite, cases: &[i64], day: Date) -> Result<Vec<i64>, Failure> {
    let mut chosen = Vec::new();
    for case in cases {
        let mut papers = site.desk.papers_of_case(*case).await?;
        papers.retain(|p| p.received_on().or(p.dated_on()).is_none_or(|on| on <= day));
        let mut about = papers.last().map(|p| p.id);
        for paper in papers.iter().filter(|p| decides(p)).rev() {
            if fault(site, paper).await? {
                about = Some(paper.id);
                break;
            }
        }
        chosen.extend(about.filter(|id| !chosen.contains(id)));
    }
    Ok(chosen)
}

/// A finding as a report begins with it. Nothing comes from the case's own words but the services: those may name somebody.
pub async fn matter(context: &Context, found: &Found, what: What, words: Option<String>) -> Result<Matter, Failure> {
    let services = &found.case.file.services;
    let general = if services.is_empty() {
        "The Ombudsman found fault.".into()
    } else {
        format!("The Ombudsman found fault in {}.", services.join(", "))
    };
    Ok(Matter {
        what,
        words: words.unwrap_or(general),
        limb: Limb::Maladministration { case: found.case.key.clone(), investigated: found.finding.fault },
        wider: None,
        decision: public_address(context, found).await?,
    })
}

/// Where the public reads the decision: the Ombudsman's own page where its address is on record, or the council's page of the case.
async fn public_address(context: &Context, found: &Found) -> Result<Option<String>, Failure> {
    if let Some(id) = found.paper.embargo_id {
        let embargo = context.desk.desk.embargo(id).await?;
        if let Some(report) = embargo.and_then(|e| e.reported.into_iter().rfind(|r| r.confirmed.is_some())) {
            return Ok(Some(report.address));
        }
    }
    let slug = found.case.key.slug();
    let published = context.desk.register.record(Kind::Case, &slug).await?;
    Ok(published.map(|_| format!("{}/ombudsman/cases/{slug}", context.desk.site.base)))
}
