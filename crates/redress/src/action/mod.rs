//! What a decision asks somebody to do: taken from its clauses, owned by a post, with an original date that never changes and
//! progress that is only added to.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::days_between;
use crate::day::long;
use crate::decision_record::Effect;
use crate::resolution::texts::{Texts, Which, flat};
use crate::wrong::{Wrong, reasons};

/// The figures of a quarter.
pub mod pack;
/// What happened to an action.
mod progress;

pub use progress::{Entry, Event, Goes};

/// Where an action comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "origin", rename_all = "snake_case")]
pub enum Origin {
    /// A clause of a decision.
    Clause {
        /// The decision.
        decision: String,
        /// The labels down to the clause: `(d)`.
        clause: String,
        /// The text that it was taken from.
        text: Which,
    },
    /// An action plan that members approved.
    Plan {
        /// The paper.
        paper: String,
        /// Its number in the plan.
        number: String,
    },
    /// A minute that asks for it.
    Minute {
        /// The minute.
        minute: String,
    },
    /// The Ombudsman's report.
    Report {
        /// The recommendation.
        recommendation: String,
    },
}

impl Origin {
    /// The word of its kind.
    pub fn word(&self) -> &'static str {
        match self {
            Origin::Clause { .. } => "clause",
            Origin::Plan { .. } => "plan",
            Origin::Minute { .. } => "minute",
            Origin::Report { .. } => "report",
        }
    }

    /// The kinds, as a form offers them.
    pub const CHOICES: &[(&str, &str)] = &[
        ("clause", "A clause of the decision"),
        ("plan", "An action plan that members approved"),
        ("minute", "The minute of the item"),
        ("report", "A recommendation of the Ombudsman"),
    ];

    /// As a page says it: `Clause (d), as resolved`.
    pub fn words(&self) -> String {
        match self {
            Origin::Clause { clause, text, .. } => format!("Clause {clause}, {}", text.words()),
            Origin::Plan { paper, number } => format!("Number {number} of {paper}"),
            Origin::Minute { minute } => format!("The minute of {minute}"),
            Origin::Report { recommendation } => format!("Recommendation {recommendation} of the Ombudsman"),
        }
    }
}

/// A clause that asks for something, as it is offered to the clerk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offered {
    /// The labels down to the clause.
    pub clause: String,
    /// The text that it was taken from.
    pub text: Which,
    /// The words.
    pub words: String,
    /// Posts that the words name.
    pub posts: Vec<String>,
    /// Bodies that the words name: to these it reports.
    pub reports_to: Vec<String>,
}

/// The clauses of the text that governs, each with the posts and bodies that it names. A clerk makes actions of them.
pub fn offered(texts: &Texts, posts: &[String], bodies: &[String]) -> Vec<Offered> {
    let Some((which, clauses)) = texts.governs() else { return Vec::new() };
    let named = |all: &[String], words: &str| -> Vec<String> {
        all.iter().filter(|name| words.to_lowercase().contains(&name.to_lowercase())).cloned().collect()
    };
    flat(clauses)
        .into_iter()
        .map(|(clause, words)| {
            let (posts, reports_to) = (named(posts, &words), named(bodies, &words));
            Offered { clause, text: which, words, posts, reports_to }
        })
        .collect()
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Where it comes from.
    pub origin: Origin,
    /// What is to be done.
    pub words: String,
    /// Bodies that it reports to.
    pub reports_to: Vec<String>,
    /// The day of the decision.
    pub decided: Date,
    owner: String,
    original: Option<Date>,
    entries: Vec<Entry>,
}

/// How an action stands, as the public reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Status {
    /// Under way, or without a date.
    UnderWay {
        /// The day that counts now.
        due: Option<Date>,
    },
    /// Past the day that counts now.
    Overdue {
        /// That day.
        due: Date,
        /// Days past the original date.
        past_original: i32,
    },
    /// Done.
    Done {
        /// The day.
        on: Date,
        /// Days past the original date; none where it was done in time or had no date.
        past_original: Option<i32>,
    },
    /// Ended by a decision without being done.
    Stopped {
        /// The day.
        on: Date,
    },
}

/// How an action came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The day.
    pub on: Date,
    /// Whether it was done; otherwise a decision ended it.
    pub done: bool,
}

impl Status {
    /// The words of a filter, with what a page calls each.
    pub const CHOICES: &[(&str, &str)] =
        &[("under_way", "Under way"), ("overdue", "Overdue"), ("done", "Done"), ("stopped", "Ended by a decision")];

    /// How it stands, from its days.
    pub fn of(original: Option<Date>, due: Option<Date>, closed: Option<Closed>, today: Date) -> Status {
        let past = |on: Date| original.map(|o| days_between(o, on)).filter(|days| *days > 0);
        match closed {
            Some(Closed { on, done: true }) => Status::Done { on, past_original: past(on) },
            Some(Closed { on, done: false }) => Status::Stopped { on },
            None => match due.filter(|due| *due < today) {
                Some(due) => Status::Overdue { due, past_original: past(today).unwrap_or(0) },
                None => Status::UnderWay { due },
            },
        }
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Status::UnderWay { .. } => "under_way",
            Status::Overdue { .. } => "overdue",
            Status::Done { .. } => "done",
            Status::Stopped { .. } => "stopped",
        }
    }

    /// Whether it waits to be done.
    pub fn open(self) -> bool {
        matches!(self, Status::UnderWay { .. } | Status::Overdue { .. })
    }

    /// As a page says it.
    pub fn words(self) -> String {
        let after = |days: i32| if days == 1 { "1 day".to_string() } else { format!("{days} days") };
        match self {
            Status::UnderWay { due: Some(due) } => format!("Under way, due on {}", long(due)),
            Status::UnderWay { due: None } => "Under way, without a date".into(),
            Status::Overdue { due, past_original } => {
                format!("Overdue since {}, {} past the original date", long(due), after(past_original))
            }
            Status::Done { on, past_original: Some(days) } => format!("Done on {}, {} after the original date", long(on), after(days)),
            Status::Done { on, past_original: None } => format!("Done on {}", long(on)),
            Status::Stopped { on } => format!("Ended by a decision on {}", long(on)),
        }
    }
}

/// What is asked of an owner when an action is made.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Where it comes from.
    pub origin: Origin,
    /// What is to be done.
    pub words: &'a str,
    /// The post that does it.
    pub owner: &'a str,
    /// The bodies that it reports to.
    pub reports_to: &'a [String],
    /// The day of the decision.
    pub decided: Date,
    /// By when; none where the decision gives no day.
    pub due: Option<Date>,
}

impl Action {
    /// An action. `posts` are the posts of the council: a clause cannot ask one that does not exist.
    pub fn made(asked: Asked<'_>, posts: &[String]) -> Result<Action, Vec<Wrong>> {
        let mut wrong = Vec::new();
        if !reasons(asked.words, 2) {
            wrong.push(Wrong::new("words", "Say what is to be done."));
        }
        wrong.extend(known(asked.owner, posts).err());
        if let Some(due) = asked.due.filter(|due| *due < asked.decided) {
            wrong.push(Wrong::new("due", format!("{} is before the decision.", crate::day::with_weekday(due))));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Action {
            origin: asked.origin,
            words: asked.words.into(),
            reports_to: asked.reports_to.to_vec(),
            decided: asked.decided,
            owner: asked.owner.into(),
            original: asked.due,
            entries: Vec::new(),
        })
    }

    /// The date that the decision gave. Nothing changes it.
    pub fn original(&self) -> Option<Date> {
        self.original
    }

    /// The action as it stood at the end of a day: without what was recorded later.
    #[must_use]
    pub fn as_of(&self, day: Date) -> Action {
        Action { entries: self.entries.iter().filter(|e| e.on <= day).cloned().collect(), ..self.clone() }
    }

    /// Everything that was recorded, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The post that owns it now.
    pub fn owner(&self) -> &str {
        self.entries
            .iter()
            .rev()
            .find_map(|e| match &e.event {
                Event::HandedOver { to, .. } => Some(to.as_str()),
                _ => None,
            })
            .unwrap_or(&self.owner)
    }

    /// The day that counts now.
    pub fn due(&self) -> Option<Date> {
        let extended = self.entries.iter().rev().find_map(|e| match &e.event {
            Event::Extended { to, .. } => Some(*to),
            _ => None,
        });
        extended.or(self.original)
    }

    /// How it came to its end; none while it is open.
    pub fn closed(&self) -> Option<Closed> {
        let last =
            self.entries.iter().rev().find(|e| matches!(e.event, Event::Done { .. } | Event::Stopped { .. } | Event::Reopened { .. }))?;
        match last.event {
            Event::Done { done_on, .. } => Some(Closed { on: done_on.unwrap_or(last.on), done: true }),
            Event::Stopped { .. } => Some(Closed { on: last.on, done: false }),
            _ => None,
        }
    }

    /// How it stands on a day.
    pub fn status(&self, today: Date) -> Status {
        Status::of(self.original, self.due(), self.closed(), today)
    }

    /// Days past the original date: of an open one until today, of one that was done until then. More time changes nothing here.
    pub fn days_late(&self, today: Date) -> Option<i32> {
        let until = match self.closed() {
            Some(Closed { on, done: true }) => on,
            Some(_) => return None,
            None => today,
        };
        self.original.map(|original| days_between(original, until)).filter(|days| *days > 0)
    }

    /// The day on which the owner last said that it will be done; none while that is the day that counts.
    pub fn expected(&self) -> Option<Date> {
        let last = self.entries.iter().rev().find_map(|e| match &e.event {
            Event::Noted { expected, .. } => *expected,
            Event::Extended { to, .. } => Some(*to),
            _ => None,
        });
        last.filter(|day| Some(*day) != self.due())
    }

    /// Whether it can be said to be done while its decision stands so; otherwise why not.
    pub fn may_be_done(effect: Option<&Effect>) -> Result<(), String> {
        match effect {
            // Where the council decided otherwise about a refusal, what else was resolved goes on.
            None | Some(Effect::InEffect { .. } | Effect::DecidedOtherwise { .. }) => Ok(()),
            Some(Effect::Changed { by, .. }) => Err(format!("{by} took the place of the decision or ended it")),
            Some(Effect::Reserved { why }) => Err(format!("The decision has no effect before the council decides: {why}")),
            Some(Effect::Held { .. }) => Err("Call-in holds the decision. Nothing of it is carried out before that ends".into()),
            Some(Effect::NotYet { from }) => Err(format!("The decision has effect from {}", long(*from))),
        }
    }

    /// Adds an entry.
    pub fn record(&mut self, entry: Entry, posts: &[String]) -> Result<(), Wrong> {
        entry.check(self.decided)?;
        if self.entries.last().is_some_and(|last| entry.on < last.on) {
            return Err(Wrong::new("on", "A later entry is recorded already."));
        }
        let open = matches!(self.status(entry.on), Status::UnderWay { .. } | Status::Overdue { .. });
        match &entry.event {
            Event::Reopened { .. } if open => return Err(Wrong::new("event", "The action is open.")),
            Event::Reopened { .. } => {}
            _ if !open => return Err(Wrong::new("event", "The action is closed. Open it again first, with the reason.")),
            Event::Extended { to, .. } if self.due().is_some_and(|due| *to <= due) => {
                return Err(Wrong::new("to", "The new day must be later than the one that counts now."));
            }
            Event::Noted { expected: Some(expected), .. } if *expected < entry.on => {
                return Err(Wrong::new("expected", "The day on which you expect it to be done has passed."));
            }
            Event::HandedOver { to, .. } => {
                known(to, posts)?;
                if to == self.owner() {
                    return Err(Wrong::new("to", "This post owns it already."));
                }
            }
            _ => {}
        }
        self.entries.push(entry);
        Ok(())
    }
}

fn known(post: &str, posts: &[String]) -> Result<(), Wrong> {
    if posts.iter().any(|p| p == post) {
        return Ok(());
    }
    let message = if post.trim().is_empty() {
        "Choose the post that does it.".into()
    } else {
        format!("No post is called {post}. Choose one from the list, or add the post first.")
    };
    Err(Wrong::new("owner", message))
}

#[cfg(test)]
mod tests;
