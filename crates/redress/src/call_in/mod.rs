//! Calling a decision in. The Act gives the power (Local Government Act 2000, section 9F); the window, who may ask and the
//! way out for urgent decisions are the constitution's, so they are settings.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, DayKind};
use crate::counting::{Period, days_after};
use crate::duty::{self, Inputs, Settings};
use crate::plan::CallIn;
use crate::wrong::Wrong;

/// The request, and what scrutiny made of it.
mod request;
/// A decision that cannot wait for the window.
mod waiver;

pub use request::{Again, Caller, Outcome, Request};
pub use waiver::Waiver;

/// What the constitution says of call-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// The window after publication.
    pub window: CallIn,
    /// The hour at which the last day ends; none for midnight.
    pub until: Option<Time>,
    /// How many members must ask.
    pub members: u16,
    /// Whether the chair of the scrutiny committee may ask alone.
    pub chair_alone: bool,
    /// Whether grounds must be given.
    pub grounds: bool,
    /// Working days within which scrutiny meets on it; none where the constitution does not say.
    pub meets_within: Option<u16>,
    /// Working days within which the decision is taken again; none where the constitution does not say.
    pub decided_within: Option<u16>,
}

impl Default for Rules {
    fn default() -> Rules {
        let window = CallIn { days: 5, kind: DayKind::Working };
        Rules { window, until: None, members: 5, chair_alone: false, grounds: true, meets_within: Some(10), decided_within: Some(10) }
    }
}

/// The window for one decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Window {
    /// When the decision was published.
    pub published: Date,
    /// The last day to ask.
    pub closes: Date,
    /// The hour at which it closes; none for midnight.
    pub until: Option<Time>,
    /// The first day on which the decision may be carried out, if nobody asks.
    pub act_from: Date,
}

impl Rules {
    /// The window of a decision that was published on a day; none beyond the dates that can be counted.
    pub fn window(&self, published: Date, calendar: &Calendar) -> Option<Window> {
        let days = self.window.days;
        let inputs = match self.window.kind {
            DayKind::Working => Inputs { period: Some(Period::Days(days)), ..Inputs::from(published) },
            // The duty counts working days; a constitution that counts others names the day.
            kind => Inputs { stated: days_after(published, days, kind, calendar), ..Inputs::from(published) },
        };
        let answer = duty::compute(&duty::lga2000::s9f::CALL_IN, &inputs, &Settings::default(), calendar).ok()?;
        let closes = answer.due.date?;
        let act_from = days_after(closes, 1, self.window.kind, calendar)?;
        Some(Window { published, closes, until: self.until, act_from })
    }
}

impl Window {
    /// Whether a request that arrives then is in time.
    pub fn is_open(&self, at: DateTime) -> bool {
        let before_the_hour = self.until.is_none_or(|until| at.date() < self.closes || at.time() <= until);
        at.date() >= self.published && at.date() <= self.closes && before_the_hour
    }
}

/// Whether a decision may be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "implementation", rename_all = "snake_case")]
pub enum Implementation {
    /// The decision is not published, so no window runs.
    NotPublished,
    /// The window is open, or nothing was asked and the day has not come.
    HeldUntil {
        /// The first day.
        act_from: Date,
    },
    /// It is called in and nothing has come of it.
    CalledIn,
    /// It went back, and is not taken again.
    SentBack,
    /// It was taken again otherwise and is replaced.
    Replaced,
    /// It may be carried out.
    May {
        /// Since when.
        from: Date,
    },
}

/// How a decision stands. A request out of time, and a waiver that does not hold, change nothing.
pub fn implementation(window: Option<Window>, requests: &[Request], waiver: Option<&Waiver>, rules: &Rules, today: Date) -> Implementation {
    let asked = window.and_then(|window| {
        let stands = |r: &&Request| r.check(&window, rules).is_empty() && !matches!(r.outcome, Some(Outcome::NotValid { .. }));
        requests.iter().find(stands).map(|r| r.outcome.as_ref())
    });
    after(window, asked, waiver, today)
}

/// The same where the request that stands, if there is one, is known with its outcome.
pub fn after(window: Option<Window>, asked: Option<Option<&Outcome>>, waiver: Option<&Waiver>, today: Date) -> Implementation {
    if let Some(waiver) = waiver.filter(|w| w.check().is_empty()) {
        return Implementation::May { from: waiver.decided };
    }
    let Some(window) = window else { return Implementation::NotPublished };
    match asked {
        None if today >= window.act_from => Implementation::May { from: window.act_from },
        None => Implementation::HeldUntil { act_from: window.act_from },
        Some(None) => Implementation::CalledIn,
        Some(Some(outcome)) => match outcome {
            Outcome::NotValid { .. } => may(today, window.act_from),
            Outcome::Withdrawn { on, .. } | Outcome::NotPursued { on, .. } => may(today, (*on).max(window.act_from)),
            Outcome::SentBack { again: None, .. } | Outcome::ToCouncil { again: None, .. } => Implementation::SentBack,
            Outcome::SentBack { again: Some(again), .. } | Outcome::ToCouncil { again: Some(again), .. } => {
                if again.confirmed {
                    may(today, again.on)
                } else {
                    Implementation::Replaced
                }
            }
        },
    }
}

fn may(today: Date, from: Date) -> Implementation {
    if today >= from { Implementation::May { from } } else { Implementation::HeldUntil { act_from: from } }
}

/// What keeps somebody from carrying a decision out on a day.
pub fn held(implementation: &Implementation) -> Option<Wrong> {
    let message = match implementation {
        Implementation::May { .. } => return None,
        Implementation::NotPublished => "The decision is not published yet. Publish it: the time for call-in begins then.".into(),
        Implementation::HeldUntil { act_from } => {
            format!("The decision can still be called in. It may be carried out from {}.", crate::day::with_weekday(*act_from))
        }
        Implementation::CalledIn => "The decision is called in. Wait for the scrutiny committee.".into(),
        Implementation::SentBack => "The decision went back to be taken again. Wait for that.".into(),
        Implementation::Replaced => "Another decision was taken in place of this one. Carry out that one.".into(),
    };
    Some(Wrong::new("decision", message))
}

#[cfg(test)]
mod tests;
