//! When a duty that a paper started is told of: 14 and 3 days before the day that alarms, and the first working day after it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::reminder::To;
use crate::calendar::{Calendar, DayKind};
use crate::counting::{days_after, plus};

/// How many days before the day that alarms somebody is told.
pub const DUTY_OPENS: [i32; 2] = [14, 3];
/// The monitoring officer owes the duties, the link officer brings them on their way.
const TOLD: [To; 2] = [To::LinkOfficer, To::MonitoringOfficer];

/// A duty that was not met yet, with the day that alarms: the earlier reading, or the day given in writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyAlarm {
    /// The Ombudsman's paper.
    pub paper: i64,
    /// The key of the duty.
    pub duty: String,
    /// The day.
    pub alarm: Date,
}

/// A message about a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyReminder {
    /// `due_14`, `due_3`, `missed`.
    pub kind: &'static str,
    /// To whom.
    pub to_role: To,
    /// Since which day it is owed.
    pub due_on: Date,
    /// What makes it the same message for good: `duty 4 s31_reply 2025-04-06 due_14 link_officer`.
    pub key: String,
}

/// What is to be told of a duty by the end of a day. One that a later message has overtaken is not sent any more.
pub fn duty_reminders_due(of: &DutyAlarm, sent: &BTreeSet<String>, today: Date, calendar: &Calendar) -> Vec<DutyReminder> {
    let [soon, next] = DUTY_OPENS.map(|days| plus(of.alarm, -days));
    let missed = days_after(of.alarm, 1, DayKind::Working, calendar);
    // The last warning stays good on the day itself; the others end when the next one comes.
    let stages = [("due_14", soon, next), ("due_3", next, plus(of.alarm, 1)), ("missed", missed, None)];
    let mut due = Vec::new();
    for (kind, opens, closes) in stages {
        let Some(opens) = opens.filter(|o| *o <= today) else { continue };
        if closes.is_some_and(|c| c <= today) {
            continue;
        }
        for to in TOLD {
            let key = format!("duty {} {} {} {kind} {}", of.paper, of.duty, of.alarm, to.word());
            if !sent.contains(&key) {
                due.push(DutyReminder { kind, to_role: to, due_on: opens, key });
            }
        }
    }
    due
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::counting::days_between;

    #[test]
    fn a_duty_is_told_of_14_and_3_days_before_and_on_the_first_working_day_after() {
        // Easter Monday: the first working day after it is Tuesday.
        let of = DutyAlarm { paper: 4, duty: "s31_reply".into(), alarm: date(2025, 4, 21) };
        let (mut sent, mut told) = (BTreeSet::new(), Vec::new());
        for today in (0..60).filter_map(|n| plus(date(2025, 3, 20), n)) {
            for one in duty_reminders_due(&of, &sent, today, Calendar::england()) {
                assert!(sent.insert(one.key.clone()), "{}", one.key);
                told.push((today, one.kind, one.to_role.word()));
            }
        }
        let days: Vec<_> = told.iter().filter(|t| t.2 == "link_officer").map(|t| (days_between(of.alarm, t.0), t.1)).collect();
        assert_eq!(days, [(-14, "due_14"), (-3, "due_3"), (1, "missed")]);
        assert_eq!(told.len(), 6, "the monitoring officer too: {told:?}");
        // A paper that was registered late starts with what then runs.
        let late = duty_reminders_due(&of, &BTreeSet::new(), date(2025, 4, 20), Calendar::england());
        assert_eq!(late.iter().map(|r| r.kind).collect::<BTreeSet<_>>(), ["due_3"].into());
    }
}
