//! What is to be told, to whom, once. The key of a message never changes, whatever day it is asked for.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, DayKind};
use crate::counting::{days_after, plus};
use crate::ombudsman::axes::Clock;
use crate::ombudsman::recommendation::Original;
use crate::ombudsman::tracked::Tracked;
use crate::reader::Role;

/// How many days before a date an update opens.
pub const OPENS: [i32; 3] = [45, 14, 7];
/// How many days after a date the chief executive is told.
pub const AFTER: i32 = 14;

/// To whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// Whoever holds the post that owns it.
    Owner,
    /// The link officer.
    LinkOfficer,
    /// The director of the service.
    Director,
    /// The monitoring officer.
    MonitoringOfficer,
    /// The chief executive.
    ChiefExecutive,
}

impl To {
    /// The role; none for the owner, who is found by the post.
    pub fn role(self) -> Option<Role> {
        match self {
            To::Owner => None,
            To::LinkOfficer => Some(Role::LinkOfficer),
            To::Director => Some(Role::ServiceDirector),
            To::MonitoringOfficer => Some(Role::MonitoringOfficer),
            To::ChiefExecutive => Some(Role::ChiefExecutive),
        }
    }

    /// The word in keys and tables.
    pub fn word(self) -> &'static str {
        self.role().map_or("owner", Role::word)
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        self.role().map_or("Owner", Role::words)
    }
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    /// An update opens 45 days before.
    Opens45,
    /// An update opens 14 days before.
    Opens14,
    /// The early warning, 7 days before: if it will slip, tell the Ombudsman before the day.
    EarlyWarning,
    /// Nobody answered the update before.
    Silence,
    /// The day has passed and nothing was sent.
    Overdue,
    /// Nothing was sent 14 days after.
    LongOverdue,
}

impl ReminderKind {
    /// The word in keys and tables.
    pub fn word(self) -> &'static str {
        match self {
            ReminderKind::Opens45 => "opens_45",
            ReminderKind::Opens14 => "opens_14",
            ReminderKind::EarlyWarning => "early_warning",
            ReminderKind::Silence => "silence",
            ReminderKind::Overdue => "overdue",
            ReminderKind::LongOverdue => "long_overdue",
        }
    }

    /// What a message begins with.
    pub fn words(self) -> &'static str {
        match self {
            ReminderKind::Opens45 | ReminderKind::Opens14 => "Say how it goes",
            ReminderKind::EarlyWarning => "Will this be done by the day? If not, tell the Ombudsman before it",
            ReminderKind::Silence => "The owner has not said how it goes",
            ReminderKind::Overdue => "The day has passed, and no evidence was sent to the Ombudsman",
            ReminderKind::LongOverdue => "Two weeks have passed since the day, and no evidence was sent to the Ombudsman",
        }
    }
}

/// A message that is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Why.
    pub kind: ReminderKind,
    /// To whom.
    pub to_role: To,
    /// Since which day it is owed.
    pub due_on: Date,
    /// The date that it is about.
    pub about: Date,
    /// What makes it the same message for good: `22 002 824/1 2023-04-08 overdue director`.
    pub key: String,
}

/// What is to be told by the end of a day, the oldest first. `sent` holds the keys of what was told already.
pub fn reminders_due(tracked: &Tracked, sent: &BTreeSet<String>, today: Date, calendar: &Calendar) -> Vec<Reminder> {
    if !matches!(tracked.clock(), Clock::Running) {
        return Vec::new();
    }
    let mut due = Vec::new();
    let last = tracked.asked().original();
    for on in dates(tracked) {
        let ask = Ask { tracked, sent, today, on };
        ask.before(&mut due);
        ask.passed(&mut due, calendar);
        if Some(on) == tracked.expected().or(last) {
            ask.long_passed(&mut due);
        }
    }
    due.sort_by_key(|r| (r.due_on, r.kind, r.to_role));
    due
}

/// The opening that runs on a day before a date: what it is, since when, and the day on which the next one opens.
pub(super) fn opening(on: Date, today: Date) -> Option<(ReminderKind, Date, Date)> {
    openings(on)?.into_iter().rev().find(|(_, opens, _)| *opens <= today).filter(|_| today <= on)
}

/// The three openings before a date, each with the day on which it opens and the one on which it ends.
pub(super) fn openings(on: Date) -> Option<[(ReminderKind, Date, Date); 3]> {
    let [opens_45, opens_14, opens_7] = OPENS.map(|days| plus(on, -days));
    let (opens_45, opens_14, opens_7) = (opens_45?, opens_14?, opens_7?);
    Some([
        (ReminderKind::Opens45, opens_45, opens_14),
        (ReminderKind::Opens14, opens_14, opens_7),
        (ReminderKind::EarlyWarning, opens_7, on),
    ])
}

/// Every date to be followed up: each original one, and the one that the Ombudsman expects now.
pub(super) fn dates(tracked: &Tracked) -> BTreeSet<Date> {
    tracked.asked().originals().iter().map(Original::on).chain(tracked.expected()).collect()
}

struct Ask<'a> {
    tracked: &'a Tracked,
    sent: &'a BTreeSet<String>,
    today: Date,
    on: Date,
}

impl Ask<'_> {
    fn key(&self, kind: ReminderKind, stage: &str, to: To) -> String {
        format!("{} {} {}{stage} {}", self.tracked.asked().key(), self.on, kind.word(), to.word())
    }

    fn owe(&self, due: &mut Vec<Reminder>, kind: ReminderKind, stage: &str, to: To, due_on: Date) {
        let key = self.key(kind, stage, to);
        if due_on <= self.today && !self.sent.contains(&key) {
            due.push(Reminder { kind, to_role: to, due_on, about: self.on, key });
        }
    }

    fn before(&self, due: &mut Vec<Reminder>) {
        let Some(kinds) = openings(self.on) else { return };
        for (at, (kind, opens, closes)) in kinds.into_iter().enumerate() {
            // The last one stays open on the day itself; the others end when the next one opens.
            let over = if kind == ReminderKind::EarlyWarning { self.today > closes } else { self.today >= closes };
            if !over {
                self.owe(due, kind, "", To::Owner, opens);
                if kind == ReminderKind::EarlyWarning {
                    self.owe(due, kind, "", To::LinkOfficer, opens);
                }
            }
            let up = [None, Some((To::Director, kinds[0], "_14")), Some((To::MonitoringOfficer, kinds[1], "_7"))][at];
            if let Some((to, (asked, since, until), stage)) = up {
                let was_asked = self.sent.contains(&self.key(asked, "", To::Owner));
                let answered = self.tracked.updates().entries().iter().any(|u| since <= u.on && u.on < until);
                if was_asked && !answered {
                    self.owe(due, ReminderKind::Silence, stage, to, opens);
                }
            }
        }
    }

    fn passed(&self, due: &mut Vec<Reminder>, calendar: &Calendar) {
        let Some(day) = days_after(self.on, 1, DayKind::Working, calendar) else { return };
        for to in [To::Owner, To::LinkOfficer, To::Director, To::MonitoringOfficer] {
            self.owe(due, ReminderKind::Overdue, "", to, day);
        }
    }

    fn long_passed(&self, due: &mut Vec<Reminder>) {
        if let Some(day) = plus(self.on, AFTER) {
            self.owe(due, ReminderKind::LongOverdue, "", To::ChiefExecutive, day);
        }
    }
}

#[cfg(test)]
mod tests;
