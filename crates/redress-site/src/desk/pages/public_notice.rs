//! The public notice on the page of a paper of the Ombudsman's: its words, where it appeared, inspection, and the conflict
//! between the Act's days and the Ombudsman's wish for confidence.

use maud::{Markup, html};
use redress::access::Subject;
use redress::embargo::{Lifts, State};
use redress::ombudsman::paper::PaperKind;
use redress::public_notice::{Conflict, Inspection, conflict, proof_lacks};
use redress::wrong::Wrong;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::public_notice::PublicNotice;
use serde::Serialize;

use super::offer;
use crate::desk::deed::Context;
use crate::desk::deeds::{draft_notice::DraftNotice, notice_appeared::NoticeAppeared};
use crate::failure::Failure;
use crate::layout::tag;

/// What the page shows of the notice.
#[derive(Debug, Default, Serialize)]
pub struct Told {
    /// Whether a paper of this kind asks for a notice.
    pub asked: bool,
    /// The notice.
    pub notice: Option<PublicNotice>,
    /// Its words.
    pub text: Vec<String>,
    /// The three weeks.
    pub inspection: Option<Inspection>,
    /// What the proof lacks.
    pub lacks: Vec<Wrong>,
    /// The conflict with confidence, and the way out.
    pub conflict: Option<Conflict>,
}

/// Reads it.
pub async fn read(context: &Context, paper: &OmbudsmanPaper, subject: &Subject) -> Result<Told, Failure> {
    if !matches!(PaperKind::of_word(&paper.kind), Some(PaperKind::Report | PaperKind::FurtherReport)) {
        return Ok(Told::default());
    }
    let notice = context.desk.desk.public_notice(paper.id).await?;
    let now = context.now.datetime();
    let held = subject.embargo.as_ref().filter(|e| matches!(e.state(now), State::Held));
    let published = match held.map(|e| &e.lifts) {
        Some(Lifts::At(moment)) => Some(moment.date()),
        _ => context.desk.desk.particulars(paper.id).await?.published,
    };
    let given = notice.as_ref().is_some_and(|n| n.appearances.iter().any(|a| a.newspaper));
    let collides = |received| conflict(received, held.is_some(), published, &context.readings(), &context.desk.site.calendar);
    Ok(Told {
        asked: true,
        text: notice.as_ref().map(|n| n.notice.text(&context.desk.site.authority())).unwrap_or_default(),
        inspection: notice.as_ref().and_then(|n| n.notice.inspection()),
        lacks: notice.as_ref().filter(|n| !n.appearances.is_empty()).map(|n| proof_lacks(&n.appearances)).unwrap_or_default(),
        conflict: paper.received_on().filter(|_| !given).and_then(collides),
        notice,
    })
}

/// Shows it.
pub fn shown(context: &Context, paper: &OmbudsmanPaper, subject: &Subject, told: &Told) -> Markup {
    let to = |what: &str| format!("/desk/ombudsman-papers/{}/{what}", paper.id);
    html! {
        @if told.asked {
            h2.govuk-heading-m { "Public notice" }
            @if let Some(conflict) = &told.conflict {
                div.govuk-inset-text {
                    p.govuk-body { (tag("Conflict", "yellow")) " The Act wants notice by " (redress::day::with_weekday(conflict.due)) ", and the Ombudsman asks for confidence." }
                    ol.govuk-list.govuk-list--number { @for step in &conflict.way_out { li { (step) } } }
                }
            }
            @if told.text.is_empty() { p.govuk-body { "No notice is drafted." } }
            @for line in &told.text { p.govuk-body { (line) } }
            @if let Some(inspection) = told.inspection {
                p.govuk-body { "Inspection from " (redress::day::with_weekday(inspection.from)) "; keep it open until " (redress::day::with_weekday(inspection.keep_until)) "." }
            }
            ul.govuk-list.govuk-list--bullet {
                @for a in told.notice.iter().flat_map(|n| &n.appearances) { li { (a.place) ", " (redress::day::long(a.on)) ": " (a.proof) ". Recorded by " (a.by) "." } }
            }
            @for lack in &told.lacks { p.govuk-body { (tag("Warning", "yellow")) " " (lack.message) } }
            ul.govuk-list {
                (offer::<DraftNotice>(context, subject, &to("notice")))
                @if told.notice.is_some() { (offer::<NoticeAppeared>(context, subject, &to("notice-appeared"))) }
            }
        }
    }
}
