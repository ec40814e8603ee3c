//! A duty with everything about it: its fields, the same in words, and its examples worked.

use redress::calendar::Calendar;
use redress::duty::{Choice, Duty, Settings};
use serde::Serialize;

use super::question::Needs;
use super::words;
use super::worked::{Worked, work};

/// A duty in full: what `redress duties --json` and the twin of its page give.
#[derive(Debug, Clone, Serialize)]
pub struct InFull {
    /// Every field as the statute book holds it.
    #[serde(flatten)]
    pub duty: &'static Duty,
    /// The Act, regulations or code.
    pub act: &'static str,
    /// What starts the clock, in words.
    pub starts_in_words: &'static str,
    /// What the date is, in words.
    pub date_is_in_words: &'static str,
    /// The clock that runs today, in words.
    pub clock: String,
    /// Each version's clocks in words, oldest first.
    pub readings: Vec<Readings>,
    /// What the calculator can be asked with.
    pub needs: Needs,
    /// The examples, computed now.
    pub worked_examples: Vec<Worked>,
}

/// The clocks of one version in words.
#[derive(Debug, Clone, Serialize)]
pub struct Readings {
    /// `From 1 April 2008`.
    pub in_force: String,
    /// What made it law.
    pub by: &'static str,
    /// The first reading.
    pub first: Reading,
    /// The other, where the law leaves a choice.
    pub other: Option<OtherReading>,
}

/// A reading and its clock.
#[derive(Debug, Clone, Serialize)]
pub struct Reading {
    /// In a few words.
    pub reading: &'static str,
    /// How its date is found.
    pub clock: String,
}

/// The other reading, and the choice between the two.
#[derive(Debug, Clone, Serialize)]
pub struct OtherReading {
    /// The reading.
    #[serde(flatten)]
    pub reading: Reading,
    /// Why anybody reads it so.
    pub because: &'static str,
    /// The name of the choice in settings.
    pub choice: Choice,
    /// The question that it answers.
    pub question: &'static str,
}

impl InFull {
    /// Everything about a duty, its examples computed with these bank holidays.
    pub fn of(duty: &'static Duty, calendar: &Calendar) -> InFull {
        let settings = Settings::default();
        // Every example has an answer: a test of the statute book computes them all.
        let worked = duty.examples.iter().filter_map(|e| work(duty, &e.inputs, &settings, calendar).ok());
        InFull {
            duty,
            act: words::act(duty),
            starts_in_words: duty.starts.words(),
            date_is_in_words: words::date_is(duty.date_is),
            clock: words::clock(duty),
            readings: (0..duty.versions.len()).filter_map(|at| readings(duty, at)).collect(),
            needs: Needs::of(duty),
            worked_examples: worked.collect(),
        }
    }
}

fn readings(duty: &'static Duty, at: usize) -> Option<Readings> {
    let version = duty.versions.get(at)?;
    Some(Readings {
        in_force: words::in_force(duty.versions, at),
        by: version.by,
        first: Reading { reading: version.reading, clock: version.rule.words() },
        other: version.other.map(|other| OtherReading {
            reading: Reading { reading: other.reading, clock: words::how(&other.how) },
            because: other.because,
            choice: other.choice,
            question: other.choice.question(),
        }),
    })
}
