//! What belongs to the report, whenever members meet: public notice, inspection, reply, recommendations, the 21 days.

use jiff::civil::Date;

use super::clock::{Clocks, PlanStep};
use super::{Conflict, Edge, Embargo, Fit, Governed, Matter, MeetingKind, Part, Planner, RemedyDue, Verdict};
use crate::counting::days_between;
use crate::duty::{Inputs, Refusal};

/// The keys of a report's duties.
struct Keys {
    notice: &'static str,
    inspection_start: &'static str,
    inspection: &'static str,
    reply: &'static str,
    confirm: &'static str,
}

const FIRST: Keys = Keys {
    notice: "lgsco_report_public_notice",
    inspection_start: "lgsco_report_inspection_start",
    inspection: "lgsco_report_inspection_period",
    reply: "lgsco_report_consider_and_notify",
    confirm: "lgsco_report_implement_and_confirm",
};

const FURTHER: Keys = Keys {
    notice: "lgsco_further_report_public_notice",
    inspection_start: "lgsco_further_report_inspection_start",
    inspection: "lgsco_further_report_inspection_period",
    reply: "lgsco_further_report_consider_and_notify",
    confirm: "lgsco_further_report_implement_and_confirm",
};

fn keys(matter: &Matter) -> Keys {
    if matter.further { FURTHER } else { FIRST }
}

/// The reply to the Ombudsman.
pub(super) fn reply(matter: &Matter, clocks: &Clocks) -> Result<PlanStep, Refusal> {
    let inputs = Inputs { report_dated: matter.report_dated, ..Inputs::from(matter.received) };
    clocks.step(keys(matter).reply, "Tell the Ombudsman what action has been taken or is proposed", &inputs)
}

impl Planner<'_> {
    /// The steps of the report. The reply waits for the meeting that the plan is made for.
    pub(super) fn report_steps(&self, chosen: Option<&Fit>) -> Result<Vec<PlanStep>, Refusal> {
        let matter = self.matter;
        let keys = keys(matter);
        let mut steps = vec![PlanStep::own(matter.received, "The report is received", "The log of receipt")];
        if let Some(day) = matter.embargo.lifts() {
            let what = match matter.embargo {
                Embargo::Event { .. } => "The Ombudsman is expected to publish the report; confidence ends when that happens",
                _ => "Confidence ends: from this day the report may be published",
            };
            steps.push(PlanStep::own(day, what, "The Ombudsman's letter"));
        }
        if !matter.not_publicised {
            let mut notice =
                self.clocks.step(keys.notice, "Give public notice of the report in newspapers", &Inputs::from(matter.received))?;
            notice.earliest = matter.embargo.lifts().filter(|d| *d > matter.received);
            steps.push(notice);
            if let Some(given) = self.notice_day() {
                let what = "Inspection begins, on the day that the notice names";
                steps.push(self.clocks.step(keys.inspection_start, what, &Inputs::from(given))?);
            }
            if let Some(begins) = self.inspection_day() {
                let mut open =
                    self.clocks.step(keys.inspection, "The report lies open for inspection, free of charge", &Inputs::from(begins))?;
                open.earliest = Some(begins);
                steps.push(open);
            }
        }
        let mut reply = self.reply.clone();
        reply.earliest = chosen.map(|fit| fit.meeting.date).filter(|d| *d >= matter.received);
        steps.push(reply);
        steps.push(self.clocks.step(
            keys.confirm,
            "Confirm to the Ombudsman that the proposed action was taken",
            &Inputs::from(self.reply_by),
        )?);
        for remedy in &matter.remedies {
            let mut inputs = Inputs::from(matter.report_dated.unwrap_or(matter.received));
            match remedy.due {
                RemedyDue::Within(period) => inputs.period = Some(period),
                RemedyDue::On(day) => inputs.stated = Some(day),
            }
            steps.push(self.clocks.step("lgsco_remedy_due", remedy.what.clone(), &inputs)?);
        }
        if let Some(sent) = matter.monitoring_officer_sent {
            let (key, who) = self.monitoring_officer();
            steps.push(self.clocks.step(
                key,
                format!("A meeting of {who} considers the monitoring officer's report"),
                &Inputs::from(sent),
            )?);
        }
        Ok(steps)
    }

    fn monitoring_officer(&self) -> (&'static str, &'static str) {
        match self.settings.governed {
            Governed::ByExecutive => ("s5a_executive_consider_21_days", "the executive"),
            Governed::ByCommittees => ("s5_authority_consider_21_days", "full council"),
        }
    }

    /// The last day for a meeting on the monitoring officer's report, where there is one.
    pub(super) fn monitoring_officer_by(&self) -> Option<Date> {
        self.matter.monitoring_officer_sent.and_then(|sent| self.clocks.day(self.monitoring_officer().0, sent))
    }

    /// The last day for public notice.
    fn notice_by(&self) -> Option<Date> {
        self.clocks.day(keys(self.matter).notice, self.matter.received)
    }

    /// The day public notice was given, or on which it will be at the latest once the report may be spoken of.
    fn notice_day(&self) -> Option<Date> {
        let late = self.matter.embargo.lifts();
        self.matter.notice_given.or_else(|| self.notice_by().map(|by| late.map_or(by, |lifts| lifts.max(by))))
    }

    fn inspection_by(&self) -> Option<Date> {
        self.notice_day().and_then(|given| self.clocks.day(keys(self.matter).inspection_start, given))
    }

    /// The day on which inspection begins, as named or at the latest.
    pub(super) fn inspection_day(&self) -> Option<Date> {
        self.matter.inspection_from.or_else(|| self.inspection_by())
    }

    /// What stands in the way of the report, whichever meeting takes it.
    pub(super) fn report_conflicts(&self, fits: &[Fit], chosen: Option<&Fit>, earliest: &Edge, latest: &Edge) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        if !self.matter.not_publicised {
            conflicts.extend(self.notice_conflicts());
        }
        conflicts.extend(self.remedy_conflicts(chosen));
        let serves = |fit: &&Fit| matches!(fit.verdict, Verdict::Fits | Verdict::FitsIf);
        if !fits.iter().any(|fit| serves(&fit)) {
            let meet_by = latest.lawful.filter(|last| earliest.lawful.is_some_and(|first| first <= *last));
            let kind = self.usual();
            let notice_by = meet_by.and_then(|day| self.first_paper_by(day, kind));
            conflicts.push(Conflict::NoMeetingInTime { reply_by: self.reply_by, meet_by, notice_by, kind });
        }
        if let Some(by) = self.monitoring_officer_by() {
            let kind = self.settings.considers_monitoring_officer();
            let in_time = |fit: &Fit| {
                let day = fit.meeting.date;
                fit.meeting.kind == kind && !fit.meeting.cancelled && day <= by && Some(day) >= self.matter.monitoring_officer_sent
            };
            if !fits.iter().any(in_time) {
                let notice_by = self.agenda_by(by, kind).filter(|d| *d >= self.start);
                conflicts.push(Conflict::NoMeetingForMonitoringOfficer { by, notice_by, kind });
            }
        }
        if let Some(fit) = chosen.filter(|fit| self.matter.further && fit.meeting.kind == MeetingKind::Executive) {
            let next = fits
                .iter()
                .map(|f| &f.meeting)
                .find(|m| m.kind == MeetingKind::Council && !m.cancelled && m.date > fit.meeting.date && m.date <= self.reply_by);
            let summons_by = next.and_then(|m| self.agenda_by(m.date, MeetingKind::Council));
            conflicts.push(Conflict::RefusalGoesToCouncil { council: next.map(|m| m.date), summons_by, reply_by: self.reply_by });
        }
        conflicts
    }

    fn notice_conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        let Some(notice_by) = self.notice_by() else { return conflicts };
        match (self.matter.notice_given, self.matter.embargo) {
            (Some(given), _) if given > notice_by => conflicts.push(Conflict::PublicNoticeLate { by: notice_by, given }),
            (Some(_), _) | (None, Embargo::None) => {}
            (None, embargo) => {
                let lifts = embargo.lifts();
                if lifts.is_none_or(|d| d > notice_by) {
                    conflicts.push(Conflict::PublicNoticeAgainstConfidence { notice_by, lifts });
                }
            }
        }
        if let (Some(begins), Some(by)) = (self.matter.inspection_from, self.inspection_by())
            && begins > by
        {
            conflicts.push(Conflict::InspectionLate { by, begins });
        }
        conflicts
    }

    fn remedy_conflicts(&self, chosen: Option<&Fit>) -> Vec<Conflict> {
        let Some(meeting) = chosen.filter(|fit| fit.part == Part::Decides).map(|fit| fit.meeting.date) else { return Vec::new() };
        let day = |due: RemedyDue| match due {
            RemedyDue::On(day) => Some(day),
            RemedyDue::Within(period) => crate::counting::of_the_date(self.matter.report_dated.unwrap_or(self.matter.received), period),
        };
        let early = self.matter.remedies.iter().filter_map(|r| Some((r, day(r.due)?))).filter(|(_, due)| *due < meeting);
        let named = |(remedy, due): (&super::Remedy, Date)| Conflict::RemedyBeforeMeeting {
            what: remedy.what.clone(),
            due,
            meeting,
            days: days_between(due, meeting),
        };
        early.map(named).collect()
    }
}
