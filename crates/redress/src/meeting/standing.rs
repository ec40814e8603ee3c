//! Where a meeting stands after what happened to it, and what may follow: nothing after it was called off, no minutes of
//! a meeting that never was.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Happened;
use crate::day::long;
use crate::wrong::Wrong;

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is in the calendar.
    Planned,
    /// Summons or notice went out.
    Called,
    /// It was called off.
    Cancelled,
    /// It was put to another day.
    Moved,
    /// There was no quorum.
    Inquorate,
    /// It began and was put off to a day to be fixed.
    Adjourned,
    /// It began, and another meeting goes on with it.
    Continued,
    /// It was held.
    Held,
}

impl Standing {
    /// Every standing, in the order of a filter.
    pub const ALL: [Standing; 8] = [
        Standing::Planned,
        Standing::Called,
        Standing::Held,
        Standing::Adjourned,
        Standing::Continued,
        Standing::Inquorate,
        Standing::Moved,
        Standing::Cancelled,
    ];

    /// The word in filters and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Planned => "planned",
            Standing::Called => "called",
            Standing::Cancelled => "cancelled",
            Standing::Moved => "moved",
            Standing::Inquorate => "inquorate",
            Standing::Adjourned => "adjourned",
            Standing::Continued => "continued",
            Standing::Held => "held",
        }
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Standing::Planned => "Planned",
            Standing::Called => "Called",
            Standing::Cancelled => "Cancelled",
            Standing::Moved => "Moved to another day",
            Standing::Inquorate => "No quorum",
            Standing::Adjourned => "Adjourned to a day to be fixed",
            Standing::Continued => "Adjourned to another day",
            Standing::Held => "Held",
        }
    }

    /// Whether members met, if only for a part of it.
    pub fn met(self) -> bool {
        matches!(self, Standing::Held | Standing::Adjourned | Standing::Continued)
    }

    /// Whether its items need another meeting.
    pub fn leaves_items(self) -> bool {
        matches!(self, Standing::Cancelled | Standing::Inquorate | Standing::Adjourned)
    }

    /// Whether it is still to be held, as far as the record says.
    pub fn is_open(self) -> bool {
        matches!(self, Standing::Planned | Standing::Called)
    }

    /// Whether something may be minuted of it; else why not.
    pub fn may_minute(self) -> Result<(), String> {
        match self {
            Standing::Cancelled => {
                Err("This meeting was cancelled. Nothing was said or decided at it: put the item on another meeting".into())
            }
            Standing::Moved => Err("This meeting was moved to another day. Record it at the meeting that was held".into()),
            _ => Ok(()),
        }
    }

    /// Whether something may have been decided at it; else why not.
    pub fn may_decide(self) -> Result<(), String> {
        match self {
            Standing::Inquorate => Err("This meeting had no quorum, so it decided nothing. Put the item on another meeting".into()),
            _ => self.may_minute(),
        }
    }

    /// Whether an item may be put on its agenda; else why not.
    pub fn may_add(self) -> Result<(), String> {
        match self {
            // What was brought up at a meeting may be put on record after it.
            Standing::Planned | Standing::Called | Standing::Held => Ok(()),
            _ => Err(format!("This meeting is over or off: {}. Choose another meeting", self.words().to_lowercase())),
        }
    }
}

/// Where a meeting stands after all that happened to it, the first first. `on_another_day` says whether it goes on elsewhere.
pub fn standing(events: &[(Happened, bool)]) -> Standing {
    let mut now = Standing::Planned;
    for (what, on_another_day) in events {
        now = match (what, on_another_day) {
            (Happened::Called, _) => Standing::Called,
            (Happened::Changed, _) => now,
            (Happened::Cancelled, _) => Standing::Cancelled,
            (Happened::Moved, _) => Standing::Moved,
            (Happened::Inquorate, _) => Standing::Inquorate,
            (Happened::Adjourned, false) => Standing::Adjourned,
            (Happened::Adjourned, true) | (Happened::Reconvened, _) => Standing::Continued,
            (Happened::Held, _) => Standing::Held,
        };
    }
    now
}

/// Whether something may happen to a meeting that stands so; else why not, and what to do.
pub fn may_follow(now: Standing, next: Happened) -> Result<(), String> {
    let allowed = match now {
        Standing::Planned => next != Happened::Reconvened,
        Standing::Called => !matches!(next, Happened::Called | Happened::Reconvened),
        Standing::Inquorate => next == Happened::Adjourned,
        Standing::Adjourned => next == Happened::Reconvened,
        Standing::Cancelled | Standing::Moved | Standing::Continued | Standing::Held => false,
    };
    if allowed {
        return Ok(());
    }
    Err(match now {
        Standing::Cancelled => "This meeting was cancelled, and nothing follows that. Plan another meeting and put its items on it".into(),
        Standing::Moved => "This meeting was moved. What happens now happens to the meeting on the new day".into(),
        Standing::Continued => "This meeting was adjourned to another day. What happens now happens to the meeting on that day".into(),
        Standing::Held => "This meeting was held".into(),
        Standing::Adjourned => "This meeting was adjourned. Reconvene it on a day".into(),
        Standing::Inquorate => "This meeting had no quorum. It can be adjourned to another day, or its items put on another meeting".into(),
        Standing::Planned | Standing::Called if next == Happened::Reconvened => "Only a meeting that was adjourned is reconvened".into(),
        Standing::Planned | Standing::Called => "This meeting was called already".into(),
    })
}

/// What is wrong with the day on which something is said to have happened. `meeting` is the meeting's own day.
pub fn check_day(next: Happened, on: Date, meeting: Date, today: Date) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if on > today {
        wrong.push(Wrong::new("on", "This day is still to come. Record it when it has happened"));
    }
    if matches!(next, Happened::Held | Happened::Adjourned | Happened::Inquorate) && on < meeting {
        wrong.push(Wrong::new("on", format!("The meeting is on {}, which is later", long(meeting))));
    }
    wrong
}

/// What is wrong with another day for a meeting. `taken` says that the body has a meeting on it already.
pub fn check_new_day(to: Date, meeting: Date, today: Date, taken: bool) -> Vec<Wrong> {
    let message = if to < today {
        Some("This day is past. Choose a day that is still to come".to_string())
    } else if to == meeting {
        Some(format!("The meeting is on {} now. Choose another day", long(meeting)))
    } else if taken {
        Some(format!("The body has a meeting on {} already. Choose another day, or put the items on that meeting", long(to)))
    } else {
        None
    };
    message.into_iter().map(|message| Wrong::new("to", message)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn nothing_follows_a_cancelled_meeting() {
        let cancelled = standing(&[(Happened::Called, false), (Happened::Cancelled, false)]);
        assert_eq!(cancelled, Standing::Cancelled);
        assert!(Happened::ALL.into_iter().all(|next| may_follow(cancelled, next).is_err()));
        assert!(cancelled.may_minute().is_err() && !cancelled.met() && cancelled.leaves_items());
    }

    #[test]
    fn an_adjourned_meeting_is_reconvened_once() {
        let adjourned = standing(&[(Happened::Adjourned, false)]);
        assert!(may_follow(adjourned, Happened::Reconvened).is_ok() && may_follow(adjourned, Happened::Held).is_err());
        assert!(adjourned.met() && adjourned.may_minute().is_ok());
        let again = standing(&[(Happened::Adjourned, false), (Happened::Reconvened, true)]);
        assert_eq!(again, Standing::Continued);
        assert!(may_follow(again, Happened::Reconvened).is_err());
        assert_eq!(standing(&[(Happened::Adjourned, true)]), Standing::Continued);
        assert!(may_follow(Standing::Planned, Happened::Reconvened).is_err());
    }

    #[test]
    fn a_meeting_without_a_quorum_decides_nothing_and_may_be_adjourned() {
        let inquorate = standing(&[(Happened::Inquorate, false)]);
        assert!(inquorate.may_decide().is_err() && inquorate.may_minute().is_ok() && inquorate.may_add().is_err());
        assert!(may_follow(inquorate, Happened::Adjourned).is_ok());
        assert!(may_follow(inquorate, Happened::Held).is_err());
        let changed = standing(&[(Happened::Called, false), (Happened::Changed, false)]);
        assert_eq!(changed, Standing::Called, "another room changes nothing of where it stands");
    }

    #[test]
    fn days_stand_in_their_order() {
        let (meeting, today) = (date(2026, 3, 11), date(2026, 3, 10));
        assert_eq!(check_day(Happened::Held, today, meeting, today).len(), 1);
        assert_eq!(check_day(Happened::Held, meeting, meeting, today).len(), 1, "to come");
        assert!(check_day(Happened::Cancelled, today, meeting, today).is_empty());
        let wrong = |to, taken| check_new_day(to, meeting, today, taken).len();
        assert_eq!((wrong(date(2026, 3, 9), false), wrong(meeting, true), wrong(date(2026, 4, 1), true)), (1, 1, 1));
        assert_eq!(wrong(date(2026, 4, 1), false), 0);
    }
}
