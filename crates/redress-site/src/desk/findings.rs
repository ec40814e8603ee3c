//! Findings of fault as the monitoring officer's report takes them: which there are, which are routine, where the public reads them.

use redress::monitoring_report::routine::Finding;
use redress::monitoring_report::{Limb, Matter, What};
use redress::ombudsman::paper::PaperKind;
use redress::public::Kind;
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

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
        let decides = |p: &&OmbudsmanPaper| {
            matches!(PaperKind::of_word(&p.kind), Some(PaperKind::Statement | PaperKind::Report | PaperKind::FurtherReport))
        };
        let Some(paper) = papers.iter().rfind(decides).cloned() else { continue };
        let particulars = desk.particulars(paper.id).await?;
        let report = paper.kind != PaperKind::Statement.word();
        let mut embargoed = false;
        for id in papers.iter().filter_map(|p| p.embargo_id) {
            embargoed |= desk.embargo(id).await?.is_some_and(|e| e.covers(context.now.datetime()));
        }
        let told = desk.monitoring_reports_of_case(case.id).await?.iter().any(|r| r.paper.is_some());
        let finding = Finding {
            case: case.key.clone(),
            decided: paper.dated_on().or(paper.received_on()),
            fault: particulars.found.map_or(report, redress::ombudsman::paper::particulars::Found::fault),
            told,
            embargoed,
            wider: wider.iter().find(|(id, _)| *id == case.id).map(|(_, reason)| reason.clone()),
        };
        found.push(Found { case, finding, paper });
    }
    Ok(found)
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
