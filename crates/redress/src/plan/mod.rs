//! The planner: the lawful path of an Ombudsman's report through meetings, and what stands in its way.
//!
//! Every day comes from a duty of the statute book or from a rule of counting; nothing is added to a date here. A plan is
//! made for one meeting: the one that the council has in mind, or the first that fits.

/// The clocks that the planner asks for.
mod clock;
/// What stands in the way.
mod conflict;
/// The report's dates and the meetings that are listed.
mod matter;
/// What belongs to one meeting.
mod meeting;
/// What belongs to the report, whenever members meet.
mod report;
/// How a council works.
mod settings;
/// The earliest and the latest day to meet.
mod window;
/// Conflicts in words.
mod wording;

pub use clock::{OtherDay, PlanStep};
pub use conflict::{Conflict, Named, Weight};
pub use matter::{Embargo, ListedMeeting, Matter, MeetingKind, Remedy, RemedyDue, is_executive};
pub use meeting::{Fit, Part, Verdict, agenda_duty, notices};
pub use settings::{CallIn, Clearance, Governed, PlanSettings};
pub use window::Edge;

use jiff::civil::Date;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::counting::days_between;
use crate::day::long;
use crate::duty::Refusal;
use clock::Clocks;

/// The lawful path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// What was asked.
    pub matter: Matter,
    /// The first day on which anything can still be done.
    pub planned_from: Date,
    /// The last day to consider the report and reply.
    pub reply_by: Date,
    /// The meeting that the steps are counted for; none where no listed meeting can consider the report.
    pub planned_for: Option<ListedMeeting>,
    /// Every step, in the order of days; those without a day come last.
    pub steps: Vec<PlanStep>,
    /// Every listed meeting, in the order of days.
    pub meetings: Vec<Fit>,
    /// What stands in the way of the path.
    pub conflicts: Vec<Named>,
    /// The first day on which members could lawfully meet on it.
    pub earliest_meeting: Edge,
    /// The last day on which members can lawfully meet on it.
    pub latest_meeting: Edge,
}

impl Plan {
    /// Whether a listed meeting fits, and nothing on the path needs more than to be known.
    pub fn is_clear(&self) -> bool {
        let fits = self.meetings.iter().any(|m| matches!(m.verdict, Verdict::Fits | Verdict::FitsIf));
        fits && self.conflicts.iter().all(|c| c.weight == Weight::Note)
    }
}

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum PlanRefusal {
    /// Something happened before the report came.
    #[error("{what} on {} is before {}, when the report was received", long(*.on), long(*.received))]
    BeforeReceipt {
        /// What.
        what: &'static str,
        /// When.
        on: Date,
        /// When the report came.
        received: Date,
    },
    /// The clock gives no last day to reply.
    #[error("no last day to reply can be counted from {}", long(*.received))]
    NoReply {
        /// When the report came.
        received: Date,
    },
    /// The statute book refuses a date.
    #[error(transparent)]
    #[serde(untagged)]
    Duty(#[from] Refusal),
}

/// Makes the plan.
pub fn plan(matter: &Matter, meetings: &[ListedMeeting], settings: &PlanSettings, calendar: &Calendar) -> Result<Plan, PlanRefusal> {
    check(matter)?;
    let planner = Planner::new(matter, settings, calendar)?;
    let mut listed = meetings.to_vec();
    listed.sort_by(|a, b| (a.date, &a.body).cmp(&(b.date, &b.body)));
    let mut fits = Vec::with_capacity(listed.len());
    for meeting in listed {
        fits.push(planner.fit(meeting)?);
    }
    let chosen = planner.chosen(&fits);
    if let Some(fit) = chosen.and_then(|at| fits.get_mut(at)) {
        fit.planned_for = true;
    }
    let chosen = chosen.and_then(|at| fits.get(at));
    let (earliest_meeting, latest_meeting) = (planner.earliest()?, planner.latest()?);
    let mut steps = planner.report_steps(chosen)?;
    steps.extend(chosen.iter().flat_map(|fit| fit.steps.iter().cloned()));
    steps.sort_by_key(|s| (s.on.is_none(), s.order()));
    let mut conflicts: Vec<Conflict> = planner.report_conflicts(&fits, chosen, &earliest_meeting, &latest_meeting);
    conflicts.extend(chosen.iter().flat_map(|fit| fit.conflicts.iter().map(|c| c.conflict.clone())));
    let mut conflicts: Vec<Named> = conflicts.into_iter().map(Named::from).collect();
    conflicts.sort_by_key(|c| std::cmp::Reverse(c.weight));
    Ok(Plan {
        matter: matter.clone(),
        planned_from: planner.start,
        reply_by: planner.reply_by,
        planned_for: chosen.map(|fit| fit.meeting.clone()),
        steps,
        conflicts,
        earliest_meeting,
        latest_meeting,
        meetings: fits,
    })
}

fn check(matter: &Matter) -> Result<(), PlanRefusal> {
    let received = matter.received;
    let events = [
        ("the first notice of a private meeting", matter.first_private_notice),
        ("the public notice", matter.notice_given),
        ("the day for inspection to begin", matter.inspection_from),
    ];
    if let Some((what, Some(on))) = events.into_iter().find(|(_, day)| day.is_some_and(|d| d < received)) {
        return Err(PlanRefusal::BeforeReceipt { what, on, received });
    }
    let days = [matter.embargo.lifts(), matter.planned_from, matter.meeting, matter.monitoring_officer_sent];
    match days.into_iter().flatten().find(|d| !(1974..=2100).contains(&d.year())) {
        Some(date) => Err(Refusal::OutsideYears { date }.into()),
        None => Ok(()),
    }
}

/// What every part of a plan rests on.
struct Planner<'a> {
    matter: &'a Matter,
    settings: &'a PlanSettings,
    clocks: Clocks<'a>,
    start: Date,
    reply: PlanStep,
    reply_by: Date,
}

impl<'a> Planner<'a> {
    fn new(matter: &'a Matter, settings: &'a PlanSettings, calendar: &'a Calendar) -> Result<Planner<'a>, PlanRefusal> {
        let clocks = Clocks { settings: &settings.readings, calendar };
        let reply = report::reply(matter, &clocks)?;
        let reply_by = reply.on.or(reply.safe).ok_or(PlanRefusal::NoReply { received: matter.received })?;
        Ok(Planner { matter, settings, clocks, start: matter.start(), reply, reply_by })
    }

    /// The meeting to plan for: the one asked for; else the first that fits. One in time for the monitoring officer's report goes
    /// before others, and the body that usually considers reports before other bodies.
    fn chosen(&self, fits: &[Fit]) -> Option<usize> {
        let can = |fit: &Fit| fit.part == Part::Decides;
        if let Some(day) = self.matter.meeting {
            let at = |only: bool| fits.iter().position(|fit| fit.meeting.date == day && (can(fit) || !only));
            return at(true).or_else(|| at(false));
        }
        let last = self.monitoring_officer_by();
        let serves_both =
            |fit: &Fit| last.is_none_or(|by| fit.meeting.kind == self.settings.considers_monitoring_officer() && fit.meeting.date <= by);
        let wanted = [Verdict::Fits, Verdict::FitsIf, Verdict::DoesNotFit];
        let in_time = |fit: &Fit| fit.days_in_hand >= 0 && fit.meeting.date >= self.start && !fit.meeting.cancelled;
        wanted.iter().find_map(|verdict| {
            let good = |fit: &Fit| can(fit) && fit.verdict == *verdict && in_time(fit);
            let usual = |fit: &Fit| good(fit) && fit.meeting.kind == self.usual();
            let both = |fit: &Fit| good(fit) && serves_both(fit);
            let first = |wanted: &dyn Fn(&Fit) -> bool| fits.iter().position(wanted);
            last.and_then(|_| first(&both)).or_else(|| first(&usual)).or_else(|| first(&good))
        })
    }

    /// Days from a meeting to the last day to reply; less than nothing when it is late.
    fn in_hand(&self, meeting: Date) -> i32 {
        days_between(meeting, self.reply_by)
    }
}

#[cfg(test)]
mod tests;
