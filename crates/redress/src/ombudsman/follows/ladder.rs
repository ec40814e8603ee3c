//! Two ladders that are not mixed. A: agreed action after a decision was missed. B: a report was not answered or the
//! action not confirmed, and the Ombudsman makes a further report (Local Government Act 1974, section 31(2A)).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CaseKey, Follows, Relation};
use crate::calendar::Calendar;
use crate::day::long;
use crate::duty::{self, Answer, Inputs, Settings};

/// Where ladder A has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ladder_a", rename_all = "snake_case")]
pub enum LadderA {
    /// No agreed action is late.
    NotOn,
    /// Agreed action is late, and no new case is open.
    Missed,
    /// The Ombudsman opened a new case about it.
    NewCase {
        /// The latest case of the chain.
        case: CaseKey,
    },
}

impl LadderA {
    /// What the Ombudsman mostly does next; practice, not law.
    pub fn next(&self) -> &'static str {
        match self {
            LadderA::NotOn => "Nothing is late.",
            LadderA::Missed => {
                "The Ombudsman may write to the chief executive, agree more time, or open a new case about the failure to do what was agreed."
            }
            LadderA::NewCase { .. } => "The Ombudsman decides the new case, by a statement or by a report to the public under section 30.",
        }
    }
}

/// Ladder A of a case.
pub fn ladder_a(case: &CaseKey, any_late: bool, follows: &Follows) -> LadderA {
    let opened = |c: &CaseKey| follows.links().iter().any(|l| l.relation == Relation::RemedyNotCarriedOut && l.later == *c);
    let chain = follows.chain(case);
    // The case itself may be the one that was opened about what an earlier one left undone.
    let from_here = chain.iter().skip_while(|c| *c != case);
    match from_here.filter(|c| opened(c)).last() {
        Some(latest) => LadderA::NewCase { case: latest.clone() },
        None if any_late => LadderA::Missed,
        None => LadderA::NotOn,
    }
}

/// What is known of a report when ladder B is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AfterReport {
    /// The day it came; none while unknown.
    pub received: Option<Date>,
    /// The date that it carries.
    pub dated: Option<Date>,
    /// A longer period to reply, agreed in writing.
    pub reply_extended_to: Option<Date>,
    /// A longer period to confirm, agreed in writing.
    pub confirm_extended_to: Option<Date>,
    /// The day the reply was sent.
    pub replied: Option<Date>,
    /// The Ombudsman wrote that the action taken or proposed does not satisfy.
    pub not_satisfied: Option<Date>,
    /// The action was confirmed to the Ombudsman's satisfaction.
    pub confirmed: Option<Date>,
}

/// The ground of a further report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Section 31(2A)(a): no reply in time.
    NoReply,
    /// Section 31(2A)(b): the action taken or proposed does not satisfy.
    NotSatisfied,
    /// Section 31(2A)(c): no confirmation in time.
    NotConfirmed,
}

/// Where ladder B has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "ladder_b", rename_all = "snake_case")]
pub enum LadderB {
    /// The day of receipt is not known, so nothing can be said.
    CannotSay,
    /// A period runs.
    Running {
        /// The last day on the earlier reading.
        until: Date,
    },
    /// Past the last day on the earlier reading, not yet on the later.
    PastTheEarlierReading {
        /// The ground that it will be.
        ground: Ground,
        /// The last day on the later reading.
        until: Date,
    },
    /// The Ombudsman must make a further report.
    FurtherReportPossible {
        /// Why.
        ground: Ground,
        /// The first day of it.
        since: Date,
    },
    /// The Ombudsman is satisfied.
    Satisfied,
}

impl Ground {
    /// The ground in words, with its paragraph.
    pub fn words(self) -> &'static str {
        match self {
            Ground::NoReply => "no reply came in time: section 31(2A)(a)",
            Ground::NotSatisfied => "the action taken or proposed does not satisfy: section 31(2A)(b)",
            Ground::NotConfirmed => "the action was not confirmed in time: section 31(2A)(c)",
        }
    }
}

impl LadderB {
    /// What a page says.
    pub fn words(&self) -> String {
        match self {
            LadderB::CannotSay => "The day on which the report came is not known, so nothing can be said of a further report.".into(),
            LadderB::Running { until } => format!("The period that runs ends on {}.", long(*until)),
            LadderB::PastTheEarlierReading { ground, until } => {
                format!("Past the earlier reading; a further report is possible after {}: {}.", long(*until), ground.words())
            }
            LadderB::FurtherReportPossible { ground, since } => {
                format!("A further report is possible since {}: {}.", long(*since), ground.words())
            }
            LadderB::Satisfied => "The Ombudsman is satisfied with the report's outcome.".into(),
        }
    }
}

/// Ladder B of a report on a day.
pub fn ladder_b(report: &AfterReport, today: Date, settings: &Settings, calendar: &Calendar) -> LadderB {
    let Some(received) = report.received else { return LadderB::CannotSay };
    if report.confirmed.is_some_and(|c| c <= today) {
        return LadderB::Satisfied;
    }
    if let Some(since) = report.not_satisfied.filter(|d| *d <= today) {
        return LadderB::FurtherReportPossible { ground: Ground::NotSatisfied, since };
    }
    let inputs = Inputs { report_dated: report.dated, ..Inputs::from(received) };
    let reply = period("lgsco_report_consider_and_notify", inputs, report.reply_extended_to, settings, calendar);
    let Some((earlier, later)) = reply else { return LadderB::CannotSay };
    // The Act counts from receipt, so only that period, as extended, starts the second.
    match report.replied.filter(|d| *d <= today) {
        None => stand(Ground::NoReply, earlier, later, today),
        Some(replied) if replied > later => LadderB::FurtherReportPossible { ground: Ground::NoReply, since: after(later) },
        Some(_) => {
            let key = "lgsco_report_implement_and_confirm";
            match period(key, Inputs::from(later), report.confirm_extended_to, settings, calendar) {
                Some((earlier, later)) => stand(Ground::NotConfirmed, earlier, later, today),
                None => LadderB::CannotSay,
            }
        }
    }
}

fn stand(ground: Ground, earlier: Date, later: Date, today: Date) -> LadderB {
    if today <= earlier {
        LadderB::Running { until: earlier }
    } else if today <= later {
        LadderB::PastTheEarlierReading { ground, until: later }
    } else {
        LadderB::FurtherReportPossible { ground, since: after(later) }
    }
}

/// Both readings of a period, the earlier first; where longer was agreed, that day alone.
fn period(key: &str, inputs: Inputs, extended: Option<Date>, settings: &Settings, calendar: &Calendar) -> Option<(Date, Date)> {
    if let Some(day) = extended {
        return Some((day, day));
    }
    let answer: Answer = duty::compute(duty::find(key).ok()?, &inputs, settings, calendar).ok()?;
    let first = answer.due.date?;
    let second = answer.other.and_then(|o| o.due.date).unwrap_or(first);
    Some((first.min(second), first.max(second)))
}

fn after(day: Date) -> Date {
    crate::counting::plus(day, 1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::follows::Link;

    fn b(report: AfterReport, today: Date) -> LadderB {
        ladder_b(&report, today, &Settings::default(), Calendar::england())
    }

    #[test]
    fn no_reply_by_easter_monday_opens_the_way_to_a_further_report() {
        let report = AfterReport { received: Some(date(2020, 1, 14)), ..AfterReport::default() };
        assert_eq!(b(report, date(2020, 4, 13)), LadderB::Running { until: date(2020, 4, 13) });
        let ground = Ground::NoReply;
        assert_eq!(b(report, date(2020, 4, 14)), LadderB::FurtherReportPossible { ground, since: date(2020, 4, 14) });
        let longer = AfterReport { reply_extended_to: Some(date(2020, 4, 30)), ..report };
        assert_eq!(b(longer, date(2020, 4, 14)), LadderB::Running { until: date(2020, 4, 30) });
    }

    #[test]
    fn a_reply_in_time_without_confirmation_opens_it_on_another_ground() {
        let report = AfterReport { received: Some(date(2020, 1, 14)), replied: Some(date(2020, 4, 9)), ..AfterReport::default() };
        let ground = Ground::NotConfirmed;
        assert_eq!(b(report, date(2020, 7, 12)), LadderB::Running { until: date(2020, 7, 12) });
        assert_eq!(b(report, date(2020, 7, 13)), LadderB::PastTheEarlierReading { ground, until: date(2020, 7, 13) });
        assert_eq!(b(report, date(2020, 7, 14)), LadderB::FurtherReportPossible { ground, since: date(2020, 7, 14) });
        let done = AfterReport { confirmed: Some(date(2020, 6, 1)), ..report };
        assert_eq!(b(done, date(2020, 7, 14)), LadderB::Satisfied);
        assert_eq!(b(AfterReport::default(), date(2020, 7, 14)), LadderB::CannotSay);
    }

    #[test]
    fn an_unsatisfying_reply_opens_it_at_once() {
        let refused = Some(date(2020, 3, 2));
        let report = AfterReport {
            received: Some(date(2020, 1, 14)),
            replied: Some(date(2020, 2, 20)),
            not_satisfied: refused,
            ..AfterReport::default()
        };
        let ground = Ground::NotSatisfied;
        assert_eq!(b(report, date(2020, 3, 2)), LadderB::FurtherReportPossible { ground, since: date(2020, 3, 2) });
    }

    #[test]
    fn ladder_a_goes_over_a_new_case_and_never_over_a_further_report() {
        let (first, second): (CaseKey, CaseKey) = (CaseKey::read("22 002 824").unwrap(), CaseKey::read("23 006 024").unwrap());
        let mut follows = Follows::default();
        assert_eq!(ladder_a(&first, false, &follows), LadderA::NotOn);
        assert_eq!(ladder_a(&first, true, &follows), LadderA::Missed);
        let link = Link {
            later: second.clone(),
            earlier: first.clone(),
            relation: Relation::RemedyNotCarriedOut,
            by: "L. Officer".into(),
            on: date(2023, 7, 3),
            paper: Some("letter 4".into()),
        };
        follows.link(link).unwrap();
        assert_eq!(ladder_a(&first, true, &follows), LadderA::NewCase { case: second.clone() });
        assert_eq!(ladder_a(&second, false, &follows), LadderA::NewCase { case: second });
    }
}
