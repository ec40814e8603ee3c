//! What is owed on a day: the dates that run, updates that are open, silence, evidence that is missing, what nobody holds.
//! My work, the daily e-mail, the calendar and `redress desk` all read this one list.

use jiff::civil::Date;
use serde::Serialize;

use super::hand_over::Holder;
use super::reminder::{ReminderKind, dates, opening, openings};
use crate::counting::days_between;
use crate::day::long;
use crate::ombudsman::axes::{Claim, Clock};
use crate::ombudsman::clock::State;
use crate::ombudsman::tracked::Tracked;
use crate::reader::Role;

/// What is due within so many days is owed soon.
pub const SOON: i32 = 14;

/// Of what sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The law asks it.
    Duty,
    /// The Ombudsman recommends it.
    Recommendation,
    /// An update is open.
    Update,
    /// An update was not answered.
    Silence,
    /// The council says that it is done, and no evidence went.
    Evidence,
    /// The Ombudsman was asked for more time and has not answered.
    Waiting,
    /// An officers' report is to be sent for clearance.
    Report,
    /// An officers' report waits for the clearance of a post.
    Clearance,
    /// A decision asks it.
    Action,
    /// A decision set it to come back to a body.
    Review,
    /// Nobody holds the post.
    LeftBehind,
}

impl Sort {
    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Sort::Duty => "Duty",
            Sort::Recommendation => "Recommendation",
            Sort::Update => "Say how it goes",
            Sort::Silence => "The owner has not said how it goes",
            Sort::Evidence => "Evidence is missing",
            Sort::Waiting => "Waits for the Ombudsman's answer about more time",
            Sort::Report => "Report to be sent for clearance",
            Sort::Clearance => "Waits for your clearance",
            Sort::Action => "Action of a decision",
            Sort::Review => "Review that a decision set",
            Sort::LeftBehind => "Nobody holds the post",
        }
    }
}

/// Who owes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Whoever holds the post.
    Post(i64),
    /// Whoever has the role.
    Role(Role),
    /// Whoever has any of the roles.
    Roles(&'static [Role]),
}

/// Something owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Of what sort.
    pub sort: Sort,
    /// The day that counts; none where no day can be said yet.
    pub on: Option<Date>,
    /// The original date, where that is another.
    pub original: Option<Date>,
    /// Why this date.
    pub why: String,
    /// Days late on the day that was asked about.
    pub late: i32,
    /// Who owes it.
    pub by: By,
}

impl Owed {
    /// Whether it is due within two weeks, or overdue.
    pub fn soon(&self, today: Date) -> bool {
        self.on.is_some_and(|on| days_between(today, on) <= SOON)
    }

    /// Whether the day has passed.
    pub fn overdue(&self) -> bool {
        self.late > 0
    }
}

/// Everything that is owed of a recommendation on a day.
pub fn owed(tracked: &Tracked, holder: &Holder, today: Date) -> Vec<Owed> {
    let mut all = Vec::new();
    let clock = tracked.clock();
    let asked = tracked.asked();
    let (original, owner) = (asked.original(), By::Post(tracked.owner()));
    let on = tracked.expected().or(original);
    let late = |on: Option<Date>| on.map_or(0, |on| days_between(on, today).max(0));
    let add =
        |sort, on: Option<Date>, why: String, by| Owed { sort, on, original: original.filter(|o| Some(*o) != on), why, late: late(on), by };
    let counted = match (tracked.expected(), asked.originals().last()) {
        (Some(expected), Some(first)) => format!("{}; the Ombudsman now expects it by {}", first.why(), long(expected)),
        (_, Some(first)) => first.why(),
        _ => "The paper gives no date".into(),
    };
    // What was sent and waits for the Ombudsman's answer needs somebody too.
    if let (Holder::Nobody { left }, Clock::Running | Clock::Sent { .. }) = (holder, clock) {
        let why = left.map_or("Nobody has held the post that owns it".into(), |day| {
            format!("The last holder of the post that owns it left on {}", long(day))
        });
        all.push(add(Sort::LeftBehind, on, why, By::Roles(&[Role::LinkOfficer, Role::MonitoringOfficer])));
    }
    if !matches!(clock, Clock::Running) {
        return all;
    }
    // Each date of a part is owed by itself; an original date that more time was given for is late all the same.
    let parts = asked.originals().iter().filter(|o| Some(o.on()) != original && Some(o.on()) != on);
    all.extend(parts.map(|part| Owed {
        original: None,
        ..add(Sort::Recommendation, Some(part.on()), format!("{}: {}", part.what(), part.why()), owner.clone())
    }));
    let whole = add(Sort::Recommendation, on, counted, owner.clone());
    all.push(Owed { late: late(original), ..whole });
    if matches!(tracked.claims().last().map(|c| &c.value), Some(Claim::Done { .. })) {
        all.push(add(
            Sort::Evidence,
            on,
            "The council says that this is done, and nothing was sent to the Ombudsman".into(),
            owner.clone(),
        ));
    }
    if let Some(request) = tracked.extensions().iter().find(|e| e.answered().is_none()) {
        let why = format!("More time until {} was asked for on {}", long(request.asked_for()), long(request.requested_on()));
        all.push(add(Sort::Waiting, on, why, By::Role(Role::LinkOfficer)));
    }
    for day in dates(tracked) {
        all.extend(asked_of(tracked, day, today).map(|(sort, why, by)| Owed { sort, on: Some(day), original: None, why, late: 0, by }));
    }
    all
}

/// The update that is open before a date and not answered, and the silence before it.
fn asked_of(tracked: &Tracked, on: Date, today: Date) -> impl Iterator<Item = (Sort, String, By)> {
    let answered =
        |since: Date, until: Option<Date>| tracked.updates().entries().iter().any(|u| since <= u.on && until.is_none_or(|d| u.on < d));
    let open = opening(on, today).filter(|(_, opens, _)| !answered(*opens, None));
    let update = open.map(|(_, opens, _)| {
        (Sort::Update, format!("An update opened on {}, before {}", long(opens), long(on)), By::Post(tracked.owner()))
    });
    let silent = open.and_then(|(kind, ..)| {
        let before = openings(on)?;
        let ((_, opens, closes), to) = match kind {
            ReminderKind::Opens14 => (before[0], Role::ServiceDirector),
            ReminderKind::EarlyWarning => (before[1], Role::MonitoringOfficer),
            _ => return None,
        };
        // What was written down after the opening had ended was never asked.
        (tracked.since() < closes && !answered(opens, Some(closes)))
            .then(|| (Sort::Silence, format!("The update that opened on {} was not answered", long(opens)), By::Role(to)))
    });
    update.into_iter().chain(silent)
}

/// What is owed of a duty that a paper started; nothing where it is over or does not run. It alarms on the earlier reading.
pub fn duty_owed(state: &State, alarm: Option<Date>, because: &str, today: Date) -> Option<Owed> {
    if state.over() {
        return None;
    }
    let late = alarm.map_or(0, |on| days_between(on, today).max(0));
    let by = By::Roles(&[Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer]);
    Some(Owed { sort: Sort::Duty, on: alarm, original: None, why: because.into(), late, by })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::axes::Submission;
    use crate::ombudsman::follow_up::{Outlook, Update};
    use crate::ombudsman::history::Entry;
    use crate::ombudsman::letter::{From, Kind, tests::letter};
    use crate::ombudsman::tracked::tests::apology;

    fn sorts(tracked: &Tracked, holder: &Holder, today: Date) -> Vec<Sort> {
        owed(tracked, holder, today).into_iter().map(|o| o.sort).collect()
    }

    #[test]
    fn an_apology_is_owed_with_its_open_update_the_silence_before_it_and_what_nobody_holds() {
        let mut tracked = apology();
        let held = Holder::Held([1].into());
        assert_eq!(sorts(&tracked, &held, date(2023, 3, 20)), [Sort::Recommendation, Sort::Update]);
        assert_eq!(sorts(&tracked, &held, date(2023, 3, 25)), [Sort::Recommendation, Sort::Update, Sort::Silence]);
        let update = Update { outlook: Outlook::AtRisk, text: "The letter waits for legal advice".into() };
        tracked.update(Entry::new("O. Owner", date(2023, 3, 26), update)).unwrap();
        assert_eq!(sorts(&tracked, &held, date(2023, 3, 26)), [Sort::Recommendation]);
        assert_eq!(sorts(&tracked, &held, date(2023, 4, 1)), [Sort::Recommendation, Sort::Update], "the week before asks anew");
        let nobody = Holder::Nobody { left: Some(date(2023, 3, 31)) };
        assert_eq!(sorts(&tracked, &nobody, date(2023, 4, 10)), [Sort::LeftBehind, Sort::Recommendation]);
        assert_eq!(owed(&tracked, &held, date(2023, 4, 10))[0].late, 2);
        // What was sent waits for an answer, which nobody would read where nobody holds the post.
        let sent = Submission { bundle: "ab".into(), channel: "portal".into() };
        tracked.send_evidence(Entry::new("L. Officer", date(2023, 4, 11), sent)).unwrap();
        assert_eq!(sorts(&tracked, &nobody, date(2023, 4, 12)), [Sort::LeftBehind]);
        assert_eq!(sorts(&tracked, &held, date(2023, 4, 12)), []);
    }

    #[test]
    fn more_time_shows_the_original_date_and_is_late_from_it() {
        let mut tracked = apology();
        tracked.ask_extension("L. Officer", date(2023, 4, 3), "The printer failed twice", date(2023, 6, 30)).unwrap();
        let held = Holder::Held([1].into());
        assert!(sorts(&tracked, &held, date(2023, 4, 4)).contains(&Sort::Waiting));
        tracked.answer_extension(&letter(From::Ombudsman, Kind::Extension, date(2023, 4, 5)), Some(date(2023, 6, 30))).unwrap();
        let whole = owed(&tracked, &held, date(2023, 4, 18)).remove(0);
        assert_eq!((whole.on, whole.original, whole.late), (Some(date(2023, 6, 30)), Some(date(2023, 4, 8)), 10));
        assert!(whole.why.contains("now expects it by 30 June 2023"), "{}", whole.why);
    }
}
