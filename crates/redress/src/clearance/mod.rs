//! Clearing a report before the agenda: who must agree, in which order, by when, counted back from the day of publication.
//! Posts of one stage read it at once; the stages follow each other. It can come back with a reason, and a clearance expires.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, DayKind};
use crate::counting::{Period, clear_days_before, last_working_day, of_the_date};
use crate::wrong::{Wrong, reasons};

/// How each post stands.
mod standing;

pub use standing::{Standing, Waits};

/// Posts that read a report at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The posts.
    pub posts: Vec<String>,
    /// How many working days they have.
    pub working_days: u16,
}

/// What a council asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The stages, first to last.
    pub stages: Vec<Stage>,
    /// How many working days before publication the last stage ends.
    pub margin: u16,
    /// How long a clearance holds; none for as long as the version.
    pub holds_for: Option<Period>,
}

/// Something that happened to a report on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The author put a version in.
    Submitted {
        /// 1 for the first.
        version: u32,
        /// Whether it changes what was cleared; a corrected word does not.
        substance: bool,
    },
    /// A post cleared it.
    Cleared {
        /// Which post.
        post: String,
        /// The version that was read.
        version: u32,
        /// What it says; may be empty.
        comment: String,
    },
    /// A post sent it back to the author.
    Returned {
        /// Which post.
        post: String,
        /// The version that was read.
        version: u32,
        /// Why.
        reason: String,
    },
}

/// An event with its person and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// When.
    pub on: Date,
    /// Who, by name.
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub event: Event,
}

/// A report on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearing {
    path: Path,
    /// The day on which the agenda is to be published.
    pub publish_by: Date,
    taken: Vec<Taken>,
}

impl Path {
    /// What is wrong with the settings.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let all: Vec<&String> = self.stages.iter().flat_map(|s| &s.posts).collect();
        if self.stages.iter().any(|s| s.posts.is_empty()) {
            wrong.push(Wrong::new("posts", "Name at least one post in each stage."));
        }
        if all.iter().enumerate().any(|(at, post)| all.iter().skip(at + 1).any(|p| p == post)) {
            wrong.push(Wrong::new("posts", "A post clears a report once. Take the second one out."));
        }
        wrong
    }

    /// The last day of each stage, first to last, counted back from the day of publication.
    pub fn due(&self, publish_by: Date, calendar: &Calendar) -> Option<Vec<Date>> {
        let mut last = working_days_before(publish_by, self.margin, calendar)?;
        let mut days = Vec::with_capacity(self.stages.len());
        for stage in self.stages.iter().rev() {
            days.push(last);
            last = working_days_before(last, stage.working_days, calendar)?;
        }
        days.reverse();
        Some(days)
    }

    /// The last day for the author to put the report in.
    pub fn submit_by(&self, publish_by: Date, calendar: &Calendar) -> Option<Date> {
        let last = working_days_before(publish_by, self.margin, calendar)?;
        self.stages.iter().rev().try_fold(last, |day, stage| working_days_before(day, stage.working_days, calendar))
    }
}

/// So many working days before a day; the last one on or before it for none.
fn working_days_before(day: Date, days: u16, calendar: &Calendar) -> Option<Date> {
    match days.checked_sub(1) {
        None => last_working_day(day, DayKind::Working, calendar),
        Some(clear) => clear_days_before(day, clear, DayKind::Working, calendar),
    }
}

impl Clearing {
    /// A report for an agenda.
    pub fn begin(path: Path, publish_by: Date) -> Result<Clearing, Vec<Wrong>> {
        let wrong = path.check();
        if wrong.is_empty() { Ok(Clearing { path, publish_by, taken: Vec::new() }) } else { Err(wrong) }
    }

    /// What the council asks for.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Everything that happened, in order.
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// The version that is being read; none before the first.
    pub fn version(&self) -> Option<u32> {
        self.taken.iter().rev().find_map(|t| match t.event {
            Event::Submitted { version, .. } => Some(version),
            _ => None,
        })
    }

    /// Records what happened.
    pub fn take(&mut self, taken: Taken) -> Result<(), Wrong> {
        if taken.by.trim().is_empty() {
            return Err(Wrong::new("by", "Say who did it."));
        }
        if self.taken.last().is_some_and(|t| taken.on < t.on) {
            return Err(Wrong::new("on", "This is before what happened last."));
        }
        match &taken.event {
            Event::Submitted { version, .. } => {
                // An author saves more versions than are put in.
                if let Some(last) = self.version().filter(|last| version <= last) {
                    return Err(Wrong::new("version", format!("Version {last} was put in already. Put a later one in.")));
                }
            }
            Event::Cleared { post, version, .. } => self.turn(post, *version, taken.on)?,
            Event::Returned { post, version, reason } => {
                self.turn(post, *version, taken.on)?;
                if !reasons(reason, 3) {
                    return Err(Wrong::new("reason", "Say what the author must change and why."));
                }
            }
        }
        self.taken.push(taken);
        Ok(())
    }

    fn turn(&self, post: &str, version: u32, on: Date) -> Result<(), Wrong> {
        let Some(now) = self.version() else { return Err(Wrong::new("version", "The author has not put the report in yet.")) };
        if version != now {
            return Err(Wrong::new("version", format!("Version {version} was replaced. Read version {now}.")));
        }
        match self.standing(post, on) {
            None => Err(Wrong::new("post", format!("{post} is not asked to clear this report."))),
            Some(Standing::NotYet { waits_for }) => {
                Err(Wrong::new("post", format!("It is not this post's turn: {} comes first.", waits_for.join(", "))))
            }
            Some(Standing::Returned { .. }) => Err(Wrong::new("post", "The report is back with its author.")),
            Some(Standing::Cleared { .. }) => Err(Wrong::new("post", "This post has cleared this version already.")),
            Some(Standing::Reading | Standing::Expired { .. }) => Ok(()),
        }
    }

    /// The last day on which a clearance given on a day holds; none for as long as the version.
    fn holds_to(&self, given: Date) -> Option<Date> {
        self.path.holds_for.and_then(|p| of_the_date(given, p))
    }

    /// Whether the report may go on the agenda on a day; else who is missing.
    pub fn may_publish(&self, on: Date) -> Result<(), Wrong> {
        let posts = self.path.stages.iter().flat_map(|s| &s.posts);
        let missing: Vec<&str> =
            posts.filter(|p| !matches!(self.standing(p, on), Some(Standing::Cleared { .. }))).map(String::as_str).collect();
        if self.version().is_none() {
            return Err(Wrong::new("clearance", "The author has not put the report in yet."));
        }
        if missing.is_empty() {
            return Ok(());
        }
        Err(Wrong::new("clearance", format!("The report is not cleared by {}.", missing.join(", "))))
    }
}

#[cfg(test)]
mod tests;
