//! What a paper starts by its kind, with both readings, the last working day, and what does not run with the reason.

use serde::Serialize;

use super::PaperKind;
use super::identity::Days;
use crate::calendar::Calendar;
use crate::duty::{self, Answer, Inputs, Refusal, Settings};
use crate::reader::Role;

/// A duty that a paper starts, or will start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Started {
    /// The key of the duty.
    pub duty: &'static str,
    /// The day it runs from; none while that is not known.
    pub from: Option<jiff::civil::Date>,
    /// Its clock: both readings, the working, or why no day can be said yet.
    pub answer: Answer,
    /// What starts it.
    pub because: String,
}

/// A duty that does not run, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NotStarted {
    /// The key of the duty.
    pub duty: &'static str,
    /// Why.
    pub reason: &'static str,
}

/// Everything that follows from a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Starts {
    /// What runs.
    pub started: Vec<Started>,
    /// What does not.
    pub not_started: Vec<NotStarted>,
    /// Who is told at once.
    pub told: Vec<Role>,
}

/// What a paper is, as far as its clocks ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The kind.
    pub kind: PaperKind,
    /// Its days.
    pub days: Days,
    /// The Ombudsman asked for confidence until publication.
    pub confidential: bool,
    /// The Ombudsman directed under section 30(7) that it is not to be publicised.
    pub not_to_be_publicised: bool,
    /// Fault was found, by whatever word.
    pub fault: bool,
}

const SECTION_30: [&str; 5] = [
    "lgsco_report_consider_and_notify",
    "lgsco_report_implement_and_confirm",
    "lgsco_report_public_notice",
    "lgsco_report_inspection_start",
    "lgsco_report_inspection_period",
];
const FURTHER: [&str; 5] = [
    "lgsco_further_report_consider_and_notify",
    "lgsco_further_report_implement_and_confirm",
    "lgsco_further_report_public_notice",
    "lgsco_further_report_inspection_start",
    "lgsco_further_report_inspection_period",
];
const NO_REPORT: &str = "a statement of reasons is no report under section 30(1) of the Local Government Act 1974";
const DIRECTED: &str = "the Ombudsman directed under section 30(7) that the report is not to be publicised";

/// What follows from a paper. A day that is not known is never guessed: the clock says what is missing.
pub fn starts(facts: &Facts, settings: &Settings, calendar: &Calendar) -> Result<Starts, Refusal> {
    let days = &facts.days;
    let mut run = Running { out: Starts { told: told(facts.kind).to_vec(), ..Starts::default() }, settings, calendar };
    let received = Inputs { from: days.received, stated: days.answer_by, ..Inputs::NOTHING };
    match facts.kind {
        PaperKind::Letter => {}
        PaperKind::Enquiry => run.start("lgsco_enquiry_response", received, "the enquiry came")?,
        PaperKind::DraftDecision => run.start("lgsco_draft_decision_comment", received, "the draft came")?,
        PaperKind::DraftReport => run.start("lgsco_draft_report_comments", received, "the draft report came")?,
        PaperKind::Statement => {
            let decided = Inputs { from: days.dated, ..Inputs::NOTHING };
            run.start("lgsco_decision_publication", decided, "the decision was made")?;
            run.out.not_started.extend(SECTION_30.map(|duty| NotStarted { duty, reason: NO_REPORT }));
        }
        PaperKind::Report => run.report(SECTION_30, facts)?,
        PaperKind::FurtherReport => run.report(FURTHER, facts)?,
    }
    if facts.fault && matches!(facts.kind, PaperKind::Statement | PaperKind::Report | PaperKind::FurtherReport) {
        // Nothing in the Act says by when it must be prepared, so the clock waits for the report.
        run.start("mo_report_copies", Inputs::NOTHING, "the monitoring officer has made the report that a finding of fault asks for")?;
    }
    Ok(run.out)
}

struct Running<'a> {
    out: Starts,
    settings: &'a Settings,
    calendar: &'a Calendar,
}

impl Running<'_> {
    fn start(&mut self, key: &'static str, inputs: Inputs, because: &str) -> Result<(), Refusal> {
        let answer = duty::compute(duty::find(key)?, &inputs, self.settings, self.calendar)?;
        self.out.started.push(Started { duty: key, from: inputs.from, answer, because: because.into() });
        Ok(())
    }

    /// The set of a report: reply, confirmation, notice, inspection.
    fn report(&mut self, [consider, confirm, notice, begin, keep]: [&'static str; 5], facts: &Facts) -> Result<(), Refusal> {
        let received = Inputs { from: facts.days.received, ..Inputs::NOTHING };
        self.start(consider, Inputs { report_dated: facts.days.dated, ..received }, "the report came")?;
        // The Act counts from receipt, whatever the council works to: the second three months begin with the end of that period.
        let ends = duty::due_date(duty::find(consider)?, &received, &Settings::default(), self.calendar);
        let because = "the time to reply ends; more time agreed in writing moves it";
        self.start(confirm, Inputs { from: ends, ..Inputs::NOTHING }, because)?;
        if facts.not_to_be_publicised {
            self.out.not_started.extend([notice, begin, keep].map(|duty| NotStarted { duty, reason: DIRECTED }));
            return Ok(());
        }
        let confidential = "the report came; the Ombudsman asks for confidence until publication";
        self.start(notice, received, if facts.confidential { confidential } else { "the report came" })?;
        self.start(begin, Inputs::NOTHING, "the notice is first given")?;
        self.start(keep, Inputs::NOTHING, "inspection begins, as the notice names it")
    }
}

/// Who is told at once of a paper: the Ombudsman's guide wants chief executive and monitoring officer to know at the first
/// word of a possible report.
pub fn told(kind: PaperKind) -> &'static [Role] {
    match kind {
        PaperKind::Enquiry | PaperKind::Letter => &[Role::LinkOfficer, Role::ServiceDirector],
        PaperKind::DraftDecision | PaperKind::Statement | PaperKind::DraftReport | PaperKind::Report | PaperKind::FurtherReport => {
            &[Role::LinkOfficer, Role::ChiefExecutive, Role::MonitoringOfficer, Role::ServiceDirector]
        }
    }
}

impl Starts {
    /// The clock of a duty among them.
    pub fn clock(&self, duty: &str) -> Option<&Answer> {
        self.started.iter().find(|s| s.duty == duty).map(|s| &s.answer)
    }
}

#[cfg(test)]
mod tests;
