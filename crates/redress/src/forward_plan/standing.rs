//! Everything that is kept of an entry: its words now, what was published of them, the ways out; and what follows for a day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::way::way;
use super::{Entry, Exception, History, Notices, Threshold, Urgency, Way};
use crate::calendar::Calendar;
use crate::duty::si2012_2089::reg9;
use crate::duty::{self, Answer, Inputs, Refusal, Settings};
use crate::wrong::{Wrong, reasons};

/// The provisions on key decisions.
pub const KEY_DECISION_SECTION: &str = "SI 2012/2089, regulations 9 to 11";

/// Why something of an entry was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Why, for the public to read.
    pub words: String,
    /// Who changed it.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// An entry at the desk: its words now, and why they changed since they were published last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Working {
    /// The entry.
    pub entry: Entry,
    /// Why it was changed since its last publication.
    pub since: Vec<Why>,
    /// That it was taken out of the plan, and why.
    pub taken_out: Option<Why>,
}

impl Working {
    /// A new entry.
    pub fn new(entry: Entry) -> Working {
        Working { entry, since: Vec::new(), taken_out: None }
    }

    /// Puts new words in its place. The reference stays; what was published needs a reason.
    pub fn change(&mut self, entry: Entry, why: Option<Why>, published: bool) -> Result<(), Wrong> {
        let why = why.filter(|w| !w.words.trim().is_empty());
        if published && !why.as_ref().is_some_and(|w| reasons(&w.words, 2)) {
            return Err(Wrong::new("why", "Say what changed and why. The plan shows it."));
        }
        self.entry = Entry { reference: self.entry.reference.clone(), ..entry };
        self.since.extend(why.filter(|_| published));
        Ok(())
    }

    /// Takes it out of the plan.
    pub fn take_out(&mut self, why: Why) -> Result<(), Wrong> {
        if !reasons(&why.words, 2) {
            return Err(Wrong::new("why", "Say why it is taken out. The plan shows it."));
        }
        self.taken_out = Some(why);
        Ok(())
    }

    /// The reasons that the next publication gives, in order.
    pub fn reasons(&self) -> String {
        self.since.iter().chain(&self.taken_out).map(|w| w.words.trim()).collect::<Vec<_>>().join(" ")
    }
}

/// An entry with what was published and agreed for it.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Its words now.
    pub entry: &'a Entry,
    /// What was published of it.
    pub history: &'a History,
    /// The general exception.
    pub exception: Option<&'a Exception>,
    /// Special urgency.
    pub urgency: Option<&'a Urgency>,
}

impl Standing<'_> {
    /// The notices that count for a decision on a day.
    pub fn notices_for(&self, day: Date) -> Notices {
        Notices { published: self.history.notice_for(day), exception: self.exception.cloned(), urgency: self.urgency.cloned() }
    }

    /// Whether regulation 9 asks notice of it. A test that is not answered asks it too: nobody has said that it is not key.
    pub fn needs_notice(&self, threshold: Threshold) -> bool {
        self.entry.is_key(threshold) != Some(false)
    }

    /// The way to a decision on a day; none where it is not key and needs none.
    pub fn way_on(&self, day: Date, threshold: Threshold, (settings, calendar): (&Settings, &Calendar)) -> Result<Option<Way>, Refusal> {
        if !self.needs_notice(threshold) {
            return Ok(None);
        }
        way(day, &self.notices_for(day), settings, calendar).map(Some)
    }

    /// The clock of the day by which it must be published for the day that it gives now; none where it is not key.
    pub fn publish_by(&self, threshold: Threshold, (settings, calendar): (&Settings, &Calendar)) -> Result<Option<Answer>, Refusal> {
        if !self.needs_notice(threshold) {
            return Ok(None);
        }
        duty::compute(&reg9::PUBLISH_28, &Inputs::from(self.entry.when.first()), settings, calendar).map(Some)
    }
}

/// What is told of an item of the executive that no entry of the plan announces.
pub fn not_in_plan(item: &str) -> String {
    format!(
        "Item {item} is in no entry of the forward plan. If it is a key decision it cannot be made without one. If it is not, \
         scrutiny may think otherwise and require a report to the council: regulation 18."
    )
}

impl Way {
    /// Whether a decision may be made so.
    pub fn lawful(&self) -> bool {
        !matches!(self, Way::None { .. })
    }

    /// The provision.
    pub fn section(&self) -> &'static str {
        match self {
            Way::InTime { .. } => "SI 2012/2089, regulation 9",
            Way::GeneralException { .. } => "SI 2012/2089, regulation 10",
            Way::SpecialUrgency { .. } => "SI 2012/2089, regulation 11",
            Way::None { .. } => KEY_DECISION_SECTION,
        }
    }

    /// What a list calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Way::InTime { .. } => "In time",
            Way::GeneralException { .. } => "General exception",
            Way::SpecialUrgency { .. } => "Special urgency",
            Way::None { .. } => "Not as things stand",
        }
    }

    /// The word in addresses and JSON.
    pub fn word(&self) -> &'static str {
        match self {
            Way::InTime { .. } => "in_time",
            Way::GeneralException { .. } => "general_exception",
            Way::SpecialUrgency { .. } => "special_urgency",
            Way::None { .. } => "none",
        }
    }

    /// What it rests on, or what failed and the lawful ways out, as sentences.
    pub fn words(&self) -> String {
        use crate::day::with_weekday;
        match self {
            Way::InTime { by } => format!("It was published in time: the last day was {}.", with_weekday(*by)),
            Way::GeneralException { from, then } => format!("The general exception allows it from {}. {then}", with_weekday(*from)),
            Way::SpecialUrgency { then } => format!("It was agreed that it is urgent and cannot reasonably be deferred. {then}"),
            Way::None { why } => why.iter().map(|w| w.message.as_str()).collect::<Vec<_>>().join(" "),
        }
    }
}
