//! The quarterly pack of those who watch over actions: late by the original date, more time, what moved, what stood still. Each
//! figure counts exactly the actions that its list has.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Action, Event};
use crate::public::action::Action as PublicAction;
use crate::quarter::Quarter;

/// A figure of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Not done and not ended at the end of the quarter.
    Open,
    /// Open then, and past the date that the decision gave.
    Late,
    /// More time was given in the quarter.
    MoreTime,
    /// Something was recorded of it in the quarter.
    Moved,
    /// Open then, asked before the quarter before, and nothing was recorded of it in either.
    Unchanged,
}

impl Figure {
    /// Every figure, in the order of the pack.
    pub const ALL: [Figure; 5] = [Figure::Open, Figure::Late, Figure::MoreTime, Figure::Moved, Figure::Unchanged];

    /// The words of a filter, with what a page calls each.
    pub const CHOICES: &[(&str, &str)] = &[
        ("open", "Open"),
        ("late", "Late by the original date"),
        ("more_time", "More time was asked for and given"),
        ("moved", "Moved since the quarter before"),
        ("unchanged", "Unchanged for two quarters"),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::CHOICES[self as usize].1
    }

    /// The figure of a word.
    pub fn of_word(word: &str) -> Option<Figure> {
        Figure::ALL.into_iter().find(|f| f.word() == word)
    }

    /// What it counts.
    pub fn explained(self) -> &'static str {
        match self {
            Figure::Open => "Neither done nor ended by a decision on the last day",
            Figure::Late => "Open on the last day, and past the date that the decision gave, whatever time was given since",
            Figure::MoreTime => "More time was given in the quarter. The original date stays",
            Figure::Moved => "Something was recorded in the quarter: progress, more time, another owner, an end",
            Figure::Unchanged => "Open on the last day, and nothing recorded in this quarter or the one before",
        }
    }
}

/// What the figures ask of an action: its days. An end counts from the day on which it was recorded, so that a figure of a quarter
/// that is over stays what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    decided: Date,
    original: Option<Date>,
    /// On these days something was recorded.
    recorded: Vec<Date>,
    /// On these days more time was given.
    more_time: Vec<Date>,
    /// Its ends and new beginnings in their order, with whether it was open from then.
    turns: Vec<(Date, bool)>,
}

impl From<&Action> for Course {
    fn from(action: &Action) -> Course {
        let days = |fits: fn(&Event) -> bool| action.entries.iter().filter(|e| fits(&e.event)).map(|e| e.on).collect();
        let turn = |e: &super::Entry| match e.event {
            Event::Done { .. } | Event::Stopped { .. } => Some((e.on, false)),
            Event::Reopened { .. } => Some((e.on, true)),
            _ => None,
        };
        Course {
            decided: action.decided,
            original: action.original,
            recorded: days(|_| true),
            more_time: days(|e| matches!(e, Event::Extended { .. })),
            turns: action.entries.iter().filter_map(turn).collect(),
        }
    }
}

impl From<&PublicAction> for Course {
    /// As far as it is public: what officers tell each other moves nothing here.
    fn from(action: &PublicAction) -> Course {
        let more_time: Vec<Date> = action.more_time.iter().map(|m| m.on).collect();
        let closed = action.closed.map(|c| c.on);
        Course {
            decided: action.decided,
            original: action.original,
            recorded: action.notes.iter().map(|n| n.on).chain(more_time.iter().copied()).chain(closed).collect(),
            more_time,
            turns: closed.map(|on| (on, false)).into_iter().collect(),
        }
    }
}

impl Course {
    /// The day of the decision.
    pub fn decided(&self) -> Date {
        self.decided
    }

    fn open_on(&self, day: Date) -> bool {
        self.decided <= day && self.turns.iter().rev().find(|(on, _)| *on <= day).is_none_or(|(_, open)| *open)
    }
}

/// A quarter as it stands on a day: while it runs, up to that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The quarter.
    pub quarter: Quarter,
    /// The last day that counts.
    pub until: Date,
}

impl Seen {
    /// A quarter as somebody sees it today; none while it has not begun.
    pub fn on(quarter: Quarter, today: Date) -> Option<Seen> {
        (quarter.first() <= today).then(|| Seen { quarter, until: quarter.last().min(today) })
    }

    /// Whether the action was asked by then.
    pub fn knows(self, course: &Course) -> bool {
        course.decided <= self.until
    }

    /// Whether a figure counts an action.
    pub fn counts(self, figure: Figure, course: &Course) -> bool {
        let since = |first: Date, days: &[Date]| days.iter().any(|on| (first..=self.until).contains(on));
        let open = course.open_on(self.until);
        match figure {
            Figure::Open => open,
            Figure::Late => open && course.original.is_some_and(|original| original < self.until),
            Figure::MoreTime => since(self.quarter.first(), &course.more_time),
            Figure::Moved => since(self.quarter.first(), &course.recorded),
            Figure::Unchanged => {
                let before = self.quarter.before().first();
                open && course.decided < before && !since(before, &course.recorded)
            }
        }
    }

    /// Every figure over some actions.
    pub fn figures(self, courses: &[Course]) -> Vec<(Figure, usize)> {
        Figure::ALL.into_iter().map(|figure| (figure, courses.iter().filter(|c| self.counts(figure, c)).count())).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Asked, Entry, Goes, Origin};
    use super::*;

    fn action(decided: Date, due: Option<Date>, entries: &[(Date, Event)]) -> Action {
        let posts = ["Director of Homes".to_string()];
        let asked = Asked {
            origin: Origin::Minute { minute: "item 7".into() },
            words: "Inspect homes.",
            owner: &posts[0],
            reports_to: &[],
            decided,
            due,
        };
        let mut action = Action::made(asked, &posts).unwrap();
        for (on, event) in entries {
            action.record(Entry { on: *on, by: "A. Officer".into(), event: event.clone() }, &posts).unwrap();
        }
        action
    }

    fn note() -> Event {
        Event::Noted { words: "It goes on.".into(), public: false, goes: Goes::Going, expected: None }
    }

    fn more(to: Date) -> Event {
        Event::Extended { to, given_by: "Cabinet".into(), why: "The surveyor left early.".into() }
    }

    fn first_of_2026() -> Seen {
        Seen::on(Quarter::read("2026-Q1").unwrap(), date(2026, 5, 4)).unwrap()
    }

    fn figures_of(action: &Action) -> Vec<&'static str> {
        let course = Course::from(action);
        Figure::ALL.into_iter().filter(|f| first_of_2026().counts(*f, &course)).map(Figure::word).collect()
    }

    #[test]
    fn more_time_hides_no_lateness_and_counts_in_its_own_quarter() {
        let given = action(date(2025, 10, 1), Some(date(2026, 1, 31)), &[(date(2026, 1, 30), more(date(2026, 6, 30)))]);
        assert_eq!(figures_of(&given), ["open", "late", "more_time", "moved"]);
        let later = action(date(2025, 10, 1), Some(date(2026, 3, 30)), &[(date(2026, 4, 1), more(date(2026, 6, 30)))]);
        assert_eq!(figures_of(&later), ["open", "late"], "what came after the quarter is not in it");
        let last_day = action(date(2025, 10, 1), Some(date(2026, 3, 31)), &[(date(2026, 1, 1), note())]);
        assert_eq!(figures_of(&last_day), ["open", "moved"], "late from the day after its date");
    }

    #[test]
    fn what_nobody_touched_for_two_quarters_is_unchanged_and_a_new_action_is_not() {
        assert_eq!(figures_of(&action(date(2025, 9, 30), None, &[])), ["open", "unchanged"]);
        assert_eq!(figures_of(&action(date(2025, 10, 1), None, &[])), ["open"], "asked within the two quarters");
        assert_eq!(figures_of(&action(date(2025, 9, 1), None, &[(date(2025, 9, 30), note())])), ["open", "unchanged"]);
        assert_eq!(figures_of(&action(date(2025, 9, 1), None, &[(date(2025, 10, 1), note())])), ["open"]);
        assert_eq!(figures_of(&action(date(2026, 4, 1), None, &[])), Vec::<&str>::new(), "not asked yet");
    }

    #[test]
    fn what_was_done_later_was_open_then_and_what_was_opened_again_is_open() {
        let done = |on: Date| (on, Event::Done { evidence: "The report".into(), done_on: None });
        let after = action(date(2025, 12, 1), Some(date(2026, 2, 1)), &[done(date(2026, 4, 2))]);
        assert_eq!(figures_of(&after), ["open", "late"]);
        assert!(matches!(after.as_of(date(2026, 3, 31)).status(date(2026, 3, 31)), super::super::Status::Overdue { .. }));
        let within = action(date(2025, 12, 1), Some(date(2026, 2, 1)), &[done(date(2026, 2, 2))]);
        assert_eq!(figures_of(&within), ["moved"]);
        let again = (date(2026, 3, 2), Event::Reopened { why: "Two homes are missing.".into() });
        let again = action(date(2025, 12, 1), Some(date(2026, 2, 1)), &[done(date(2026, 2, 2)), again]);
        assert_eq!(figures_of(&again), ["open", "late", "moved"]);
    }

    #[test]
    fn a_running_quarter_counts_up_to_today_and_none_to_come_is_seen() {
        let quarter = Quarter::read("2026-Q2").unwrap();
        assert_eq!(Seen::on(quarter, date(2026, 5, 4)).map(|s| s.until), Some(date(2026, 5, 4)));
        assert_eq!(Seen::on(quarter, date(2026, 3, 31)), None);
        let courses =
            [Course::from(&action(date(2025, 9, 1), Some(date(2026, 1, 1)), &[])), Course::from(&action(date(2025, 9, 2), None, &[]))];
        let figures: Vec<usize> = first_of_2026().figures(&courses).into_iter().map(|(_, n)| n).collect();
        assert_eq!(figures, [2, 1, 0, 0, 2]);
        assert!(Figure::ALL.into_iter().all(|f| Figure::of_word(f.word()) == Some(f)));
    }
}
