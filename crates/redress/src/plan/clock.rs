//! The clocks that the planner asks for, by the key of their duty.

use jiff::civil::Date;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::counting::Step;
use crate::duty::{self, DateIs, Inputs, Refusal, Settings};

/// A step of the lawful path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanStep {
    /// The day; what it is, `date_is` says. None for *as soon as practicable*.
    pub on: Option<Date>,
    /// Whether the day is a last day, a last day to publish, a first day or the end of a time; none for a plain event.
    pub date_is: Option<DateIs>,
    /// The first day on which it can be done, where something holds it back.
    pub earliest: Option<Date>,
    /// The last working day on or before the day, where that is another.
    pub last_working_day: Option<Date>,
    /// What is to be done, in plain words.
    pub what: String,
    /// The reading of the law by which the day is counted; empty where there is only one.
    pub reading: &'static str,
    /// The day by the other reading, and that reading.
    pub other: Option<OtherDay>,
    /// The day that is safe under both readings.
    pub safe: Option<Date>,
    /// The duty; none for what is the council's own practice.
    pub duty: Option<&'static str>,
    /// The provision, or whose practice it is.
    pub cite: &'static str,
    /// How the day was counted.
    pub working: Vec<Step>,
    /// Why the day may change.
    pub provisional: Option<String>,
}

/// The day by the reading that the council does not work to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherDay {
    /// The day.
    pub on: Date,
    /// The reading.
    pub reading: &'static str,
}

impl PlanStep {
    /// A plain event, or the council's own practice.
    pub(super) fn own(on: Date, what: impl Into<String>, cite: &'static str) -> PlanStep {
        PlanStep {
            on: Some(on),
            date_is: None,
            earliest: None,
            last_working_day: None,
            what: what.into(),
            reading: "",
            other: None,
            safe: Some(on),
            duty: None,
            cite,
            working: Vec::new(),
            provisional: None,
        }
    }

    /// Whether it can only be done after its last day.
    pub fn is_held_back(&self) -> bool {
        self.earliest.zip(self.on).is_some_and(|(earliest, on)| earliest > on)
    }

    /// The day by which it stands in the order of the path.
    pub fn order(&self) -> Option<Date> {
        self.on.or(self.earliest)
    }
}

/// Asks clocks with one council's readings and one calendar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clocks<'a> {
    pub settings: &'a Settings,
    pub calendar: &'a Calendar,
}

impl Clocks<'_> {
    /// The step of a duty.
    pub fn step(&self, key: &'static str, what: impl Into<String>, inputs: &Inputs) -> Result<PlanStep, Refusal> {
        let duty = duty::find(key)?;
        let answer = duty::compute(duty, inputs, self.settings, self.calendar)?;
        let other = answer.other.as_ref().and_then(|o| Some(OtherDay { on: o.due.date?, reading: o.due.reading }));
        Ok(PlanStep {
            on: answer.due.date,
            date_is: Some(answer.date_is),
            earliest: None,
            last_working_day: answer.due.last_working_day.filter(|d| Some(*d) != answer.due.date),
            what: what.into(),
            reading: if answer.other.is_some() { answer.due.reading } else { "" },
            other,
            safe: answer.alarm,
            duty: Some(duty.key),
            cite: duty.cite,
            working: answer.due.steps,
            provisional: answer.provisional,
        })
    }

    /// The day of a duty counted from a day, without its words.
    pub fn day(&self, key: &'static str, from: Date) -> Option<Date> {
        duty::due_date(duty::find(key).ok()?, &Inputs::from(from), self.settings, self.calendar)
    }
}
