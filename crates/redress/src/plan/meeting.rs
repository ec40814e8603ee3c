//! What belongs to one meeting: its notices, its agenda, its clearances counted back, call-in, and whether it fits.

use jiff::civil::Date;
use serde::Serialize;

use super::clock::PlanStep;
use super::{Conflict, Embargo, Governed, ListedMeeting, MeetingKind, Named, Planner, Weight};
use crate::calendar::DayKind;
use crate::counting::{Period, clear_days_after, clear_days_before, days_after};
use crate::duty::{Inputs, Refusal};

/// What a meeting can do with the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Consider it in the council's name.
    Decides,
    /// Comment on it.
    Comments,
}

/// Whether a meeting fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It can lawfully consider the report.
    Fits,
    /// It can if somebody acts or agrees first.
    FitsIf,
    /// It cannot.
    DoesNotFit,
    /// It can comment; it decides nothing on the report.
    Comments,
}

impl Verdict {
    /// Plain words.
    pub fn words(self) -> &'static str {
        match self {
            Verdict::Fits => "Fits",
            Verdict::FitsIf => "Fits if",
            Verdict::DoesNotFit => "Does not fit",
            Verdict::Comments => "Can comment",
        }
    }
}

/// A listed meeting against the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fit {
    /// The meeting.
    #[serde(flatten)]
    pub meeting: ListedMeeting,
    /// What it can do.
    pub part: Part,
    /// Whether it fits.
    pub verdict: Verdict,
    /// The steps of the plan are counted for it.
    pub planned_for: bool,
    /// Days from the meeting to the last day to reply; less than nothing when it is late.
    pub days_in_hand: i32,
    /// Its own steps; none for a meeting before the report came.
    pub steps: Vec<PlanStep>,
    /// What stands in its way.
    pub conflicts: Vec<Named>,
}

const LOCAL: &str = "The council's own practice";

impl Planner<'_> {
    /// The meeting against the report.
    pub(super) fn fit(&self, meeting: ListedMeeting) -> Result<Fit, Refusal> {
        let (date, kind) = (meeting.date, meeting.kind);
        let part = if self.settings.considers().contains(&kind) { Part::Decides } else { Part::Comments };
        let too_soon = date < self.matter.received;
        let mut conflicts = Vec::new();
        if meeting.cancelled {
            conflicts.push(Conflict::Cancelled);
        }
        if too_soon {
            conflicts.push(Conflict::BeforeReceipt { received: self.matter.received });
        } else if date < self.start {
            conflicts.push(Conflict::Past { from: self.start });
        } else {
            conflicts.extend(self.obstacles(date, kind));
            if part == Part::Decides {
                conflicts.extend(self.lateness(date, kind));
            }
        }
        let weight = conflicts.iter().map(Conflict::weight).max();
        let verdict = match (weight, part) {
            (Some(Weight::Stops), _) => Verdict::DoesNotFit,
            (_, Part::Comments) => Verdict::Comments,
            (Some(Weight::Needs), Part::Decides) => Verdict::FitsIf,
            (_, Part::Decides) => Verdict::Fits,
        };
        let steps = if too_soon { Vec::new() } else { self.meeting_steps(&meeting)? };
        let conflicts = conflicts.into_iter().map(Named::from).collect();
        Ok(Fit { part, verdict, planned_for: false, days_in_hand: self.in_hand(date), steps, conflicts, meeting })
    }

    /// Notices that a meeting on a day would come too late for, and the embargo against its agenda.
    pub(super) fn obstacles(&self, date: Date, kind: MeetingKind) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        if let Some(publish_by) = self.agenda_by(date, kind) {
            if publish_by < self.start {
                conflicts.push(Conflict::AgendaTooLate { publish_by, from: self.start, kind });
            } else if !self.matter.private {
                conflicts.extend(self.embargo(publish_by));
            }
            for clearance in &self.settings.clearances {
                let by = self.working_days_before(publish_by, clearance.working_days);
                conflicts.extend(by.filter(|by| *by < self.start).map(|by| Conflict::ClearanceTooLate {
                    who: clearance.who.clone(),
                    by,
                    from: self.start,
                }));
            }
        }
        if self.matter.private && kind == MeetingKind::Executive {
            let published = self.matter.first_private_notice.unwrap_or(self.start);
            let first = self.clocks.day("exec_private_notice_28", date).filter(|by| *by < published);
            conflicts.extend(first.map(|by| Conflict::FirstPrivateNoticeTooLate { by, published }));
            let second = self.clocks.day("exec_private_notice_5", date).filter(|by| *by < self.start);
            conflicts.extend(second.map(|by| Conflict::SecondPrivateNoticeTooLate { by, from: self.start }));
        }
        if self.matter.private && !self.matter.not_publicised {
            let open = self.inspection_day().filter(|day| *day <= date);
            conflicts.extend(open.map(|inspection_from| Conflict::PrivateThoughOpen { inspection_from }));
        }
        conflicts
    }

    fn embargo(&self, publish_by: Date) -> Option<Conflict> {
        match (self.matter.embargo, self.matter.embargo.lifts()) {
            (Embargo::None, _) => None,
            (_, Some(lifts)) if lifts > publish_by => Some(Conflict::EmbargoAgainstAgenda { publish_by, lifts }),
            (embargo, Some(lifts)) if lifts == publish_by => {
                Some(Conflict::EmbargoEndsOnLastDay { publish_by, event: matches!(embargo, Embargo::Event { .. }) })
            }
            (_, Some(_)) => None,
            (_, None) => Some(Conflict::EmbargoEndNotKnown { publish_by }),
        }
    }

    /// What a meeting on a day is too late for, and whether it has the power.
    fn lateness(&self, date: Date, kind: MeetingKind) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        if date > self.reply_by {
            conflicts.push(Conflict::AfterReply { reply_by: self.reply_by });
        } else if let Some(safe) = self.reply.safe.filter(|safe| date > *safe) {
            conflicts.push(Conflict::InTimeByOneReading { safe });
        }
        if let Some(by) = self.monitoring_officer_by()
            && kind == self.settings.considers_monitoring_officer()
            && date > by
        {
            conflicts.push(Conflict::MonitoringOfficerTooLate { by });
        }
        if kind == MeetingKind::Committee || kind == MeetingKind::Scrutiny {
            conflicts.push(Conflict::NeedsDelegatedPower);
        }
        if let Some((_, ends, _)) = self.call_in(date, kind).filter(|(_, ends, _)| date <= self.reply_by && *ends > self.reply_by) {
            conflicts.push(Conflict::CallInPastReply { ends, reply_by: self.reply_by });
        }
        conflicts
    }

    /// The last day to publish the agenda of a meeting on a day.
    pub(super) fn agenda_by(&self, date: Date, kind: MeetingKind) -> Option<Date> {
        self.clocks.day(agenda_duty(kind), date)
    }

    /// The last day for the first paper that a meeting on a day needs: its agenda, or the first notice that it is private.
    pub(super) fn first_paper_by(&self, date: Date, kind: MeetingKind) -> Option<Date> {
        let private = self.matter.private && kind == MeetingKind::Executive && self.matter.first_private_notice.is_none();
        let long = private.then(|| self.clocks.day("exec_private_notice_28", date)).flatten();
        long.into_iter().chain(self.agenda_by(date, kind)).min()
    }

    /// Publication of the decision, the end of call-in, and the first day to act; none where nothing is called in.
    pub(super) fn call_in(&self, meeting: Date, kind: MeetingKind) -> Option<(Date, Date, Date)> {
        let call_in = self.settings.call_in.filter(|_| kind == MeetingKind::Executive)?;
        let published = days_after(meeting, self.settings.decision_published, DayKind::Working, self.clocks.calendar)?;
        let ends = days_after(published, call_in.days, call_in.kind, self.clocks.calendar)?;
        Some((published, ends, clear_days_after(published, call_in.days, call_in.kind, self.clocks.calendar)?))
    }

    /// So many working days before a day: that day is not counted.
    fn working_days_before(&self, day: Date, days: u16) -> Option<Date> {
        // The day of publishing so many less one clear days before is the one that is meant.
        days.checked_sub(1).map_or(Some(day), |clear| clear_days_before(day, clear, DayKind::Working, self.clocks.calendar))
    }

    fn meeting_steps(&self, meeting: &ListedMeeting) -> Result<Vec<PlanStep>, Refusal> {
        let (date, kind, inputs) = (meeting.date, meeting.kind, Inputs::from(meeting.date));
        let mut steps = Vec::new();
        let publish_by = self.agenda_by(date, kind);
        for clearance in &self.settings.clearances {
            let by = publish_by.and_then(|day| self.working_days_before(day, clearance.working_days));
            steps.extend(by.map(|day| {
                let what = format!("{} clears the report, {} before the agenda", clearance.who, working_days(clearance.working_days));
                PlanStep::own(day, what, LOCAL)
            }));
        }
        if self.matter.private && kind == MeetingKind::Executive {
            let first = "Publish the first notice that the item is to be private, with the reasons";
            steps.push(self.clocks.step("exec_private_notice_28", first, &inputs)?);
            let second = "Publish the second notice of the private item, with representations and the answer to each";
            steps.push(self.clocks.step("exec_private_notice_5", second, &inputs)?);
        }
        for (key, what) in notices(kind) {
            let mut notice = self.clocks.step(key, *what, &inputs)?;
            if *key == agenda_duty(kind) && !self.matter.private {
                notice.earliest = self.matter.embargo.lifts().filter(|day| *day > self.start);
            }
            steps.push(notice);
        }
        steps.push(PlanStep::own(date, format!("{} meets", meeting.body), "The calendar of meetings"));
        steps.extend(self.after_meeting(meeting)?);
        Ok(steps)
    }

    fn after_meeting(&self, meeting: &ListedMeeting) -> Result<Vec<PlanStep>, Refusal> {
        let (date, kind) = (meeting.date, meeting.kind);
        let mut steps = Vec::new();
        if let (Some((published, _, act)), Some(call_in)) = (self.call_in(date, kind), self.settings.call_in) {
            let what = format!("Publish the decision, {} after the meeting", working_days(self.settings.decision_published));
            steps.push(PlanStep::own(published, what, LOCAL));
            // The duty's clock counts working days; a council that counts others has its own rule.
            let mut end = match call_in.kind {
                DayKind::Working => {
                    let inputs = Inputs { period: Some(Period::Days(call_in.days)), ..Inputs::from(published) };
                    self.clocks.step("call_in", "Call-in ends", &inputs)?
                }
                _ => PlanStep::own(published, "Call-in ends", LOCAL),
            };
            end.on = self.call_in(date, kind).map(|(_, ends, _)| ends);
            steps.push(end);
            steps.push(PlanStep::own(act, "The decision may be carried out from this day, if it was not called in", LOCAL));
        }
        if self.matter.monitoring_officer_sent.is_some_and(|sent| sent <= date) && kind == self.settings.considers_monitoring_officer() {
            let suspended = match self.settings.governed {
                Governed::ByExecutive => "s5a_implementation_suspended",
                Governed::ByCommittees => "s5_implementation_suspended",
            };
            let what = "What the monitoring officer's report is about stays suspended, if consideration is concluded at the meeting";
            steps.push(self.clocks.step(suspended, what, &Inputs::from(date))?);
            if self.settings.governed == Governed::ByExecutive {
                let reply = [
                    (
                        "s5a_executive_response_report",
                        "The executive writes its own report on it: action taken, action proposed and when, reasons",
                    ),
                    ("s5a_executive_response_send", "The executive's report goes to every member and the monitoring officer"),
                ];
                for (key, what) in reply {
                    steps.push(PlanStep { earliest: Some(date), ..self.clocks.step(key, what, &Inputs::from(date))? });
                }
            }
        }
        Ok(steps)
    }
}

/// The duty that the last day for the agenda goes by.
pub fn agenda_duty(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Executive => "exec_agenda_reports_available",
        MeetingKind::Council => "council_summons",
        MeetingKind::Scrutiny | MeetingKind::Committee => "council_agenda_reports_inspection",
    }
}

/// The notices of a meeting: the key of each duty, and what is to be done.
pub fn notices(kind: MeetingKind) -> &'static [(&'static str, &'static str)] {
    match kind {
        MeetingKind::Executive => &[
            ("exec_meeting_notice", "Publish the time and place of the meeting"),
            ("exec_agenda_reports_available", "Publish the agenda with its reports"),
        ],
        MeetingKind::Council => &[
            ("council_summons", "Send the summons to every member and publish the time and place"),
            ("council_agenda_reports_inspection", "Open the agenda and its reports to inspection"),
        ],
        MeetingKind::Scrutiny | MeetingKind::Committee => &[
            ("council_meeting_public_notice", "Give public notice of the time and place"),
            ("council_agenda_reports_inspection", "Open the agenda and its reports to inspection"),
        ],
    }
}

fn working_days(n: u16) -> String {
    format!("{n} working {}", if n == 1 { "day" } else { "days" })
}
