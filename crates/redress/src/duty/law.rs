//! The parts of a duty, all constants: what a monitoring officer reads on its page.

use jiff::civil::{Date, DateTime, Time, date};
use serde::{Deserialize, Serialize};

use super::{Choice, Inputs, Trigger};
use crate::counting::{Period, Rule};

/// A duty of the law or of a code: who must do what, by when, and what follows.
///
/// Every field is filled in; an empty list means that the law asks for nothing there.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Duty {
    /// Its name for commands and addresses: `lgsco_report_consider_and_notify`.
    pub key: &'static str,
    /// What must be done, as a sentence without a full stop.
    pub must: &'static str,
    /// The provision: `Local Government Act 1974, section 31(2)`.
    pub cite: &'static str,
    /// Where the provision can be read.
    pub url: &'static str,
    /// The words of the law that decide the date, and no more.
    pub deciding_words: &'static str,
    /// How far each part of our reading was verified.
    pub marks: &'static [Mark],
    /// Where it applies.
    pub jurisdiction: Jurisdiction,
    /// The ways of governing a council under which it applies.
    pub governance: &'static [Governance],
    /// Who owes it.
    pub owed_by: &'static str,
    /// To whom it is owed: who gets the paper.
    pub recipients: &'static [&'static str],
    /// The event that starts the clock.
    pub starts: Trigger,
    /// What the date of the answer is.
    pub date_is: DateIs,
    /// The rules of counting over time, oldest first.
    pub versions: &'static [Version],
    /// Who may give longer, and how.
    pub extension: Extension,
    /// What must be in the paper, one requirement each, to check a paper against.
    pub contents: &'static [&'static str],
    /// The event that meets it, with its proof.
    pub met_by: Proof,
    /// When it does not apply.
    pub exceptions: &'static [&'static str],
    /// What may not be done while the clock runs; none where it stops nothing.
    pub suspends: Option<&'static str>,
    /// What a breach leads to.
    pub breach: &'static str,
    /// Worked examples: at least three, month ends and holidays among them.
    pub examples: &'static [Example],
    /// What else a person should know; what is left to a person.
    pub notes: &'static [&'static str],
}

/// For a list of contents, exceptions or notes: the law sets none.
pub const NONE: &[&str] = &[];

/// Where a duty applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Jurisdiction {
    /// Principal councils in England.
    England,
    /// Controllers or authorities anywhere in the United Kingdom.
    UnitedKingdom,
}

/// A way of governing a council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Governance {
    /// Leader and cabinet.
    ExecutiveArrangements,
    /// Committees of the council.
    CommitteeSystem,
    /// Elected mayor and cabinet.
    ElectedMayor,
}

/// However the council is governed.
pub const ANY: &[Governance] = &[Governance::ExecutiveArrangements, Governance::CommitteeSystem, Governance::ElectedMayor];
/// Where there is an executive: leader or elected mayor with a cabinet.
pub const EXECUTIVE: &[Governance] = &[Governance::ExecutiveArrangements, Governance::ElectedMayor];

/// What the answer's date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateIs {
    /// The last day to act: a deadline.
    LastDay,
    /// The last lawful day to publish before a meeting or decision: a minimum notice.
    LastDayToPublish,
    /// The first lawful day to act.
    FirstDay,
    /// The last day of a time during which something stays so: inspection, keeping, suspension.
    EndOfPeriod,
    /// The law names no day.
    NoDate,
}

impl DateIs {
    /// `by`, `publish by`, `not before`, `until the end of`.
    pub fn words(self) -> &'static str {
        match self {
            DateIs::LastDay => "by",
            DateIs::LastDayToPublish => "publish by",
            DateIs::FirstDay => "not before",
            DateIs::EndOfPeriod => "until the end of",
            DateIs::NoDate => "no day named",
        }
    }

    /// Of two readings, the date that is safe under both: act early, publish early, but wait and keep long.
    pub fn safer(self, a: Date, b: Date) -> Date {
        match self {
            DateIs::LastDay | DateIs::LastDayToPublish | DateIs::NoDate => a.min(b),
            DateIs::FirstDay | DateIs::EndOfPeriod => a.max(b),
        }
    }
}

/// A rule of counting and the day from which it is law.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Version {
    /// The first day of the starting event to which it applies.
    pub in_force_from: Date,
    /// What made it law, or what text we hold from that day.
    pub by: &'static str,
    /// The rule, first reading.
    pub rule: Rule,
    /// The first reading in a few words: `counted from receipt`.
    pub reading: &'static str,
    /// The other reading, where the law leaves a choice.
    pub other: Option<Other>,
}

/// A second reading of the law.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Other {
    /// The choice that a council makes in its settings.
    pub choice: Choice,
    /// The reading in a few words: `counted from the date of the report`.
    pub reading: &'static str,
    /// How its date is found.
    pub how: How,
    /// Why anybody reads it so.
    pub because: &'static str,
}

/// How the second reading finds its date.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// By another rule, from the same day.
    Rule(Rule),
    /// By the same rule, from the date that the report carries.
    FromReportDate,
    /// By the same rule, but only where a condition holds, which a person settles.
    OnlyIf(&'static str),
}

/// Who may give longer.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Extension {
    /// Nobody.
    Nobody,
    /// Somebody, in a form.
    By {
        /// Who.
        who: &'static str,
        /// How: `in writing`.
        how: &'static str,
        /// Whether the law says that the period itself is then longer, so that acting within it is in time.
        period_itself: bool,
    },
}

/// What meets a duty.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Proof {
    /// The event.
    pub event: &'static str,
    /// What proves it.
    pub proof: &'static str,
}

/// How far a part of our reading was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marked {
    /// The source's text was read.
    Verified,
    /// Our reading where the text is silent or can be read in two ways.
    Interpretation,
    /// Computed from a verified rule.
    Derived,
    /// Not seen in a source: a lead, not law.
    FromMemory,
}

/// A mark of verification.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Mark {
    /// How far.
    pub marked: Marked,
    /// Which part of the reading.
    pub of: &'static str,
    /// The source, or the reason.
    pub source: &'static str,
}

impl Mark {
    /// The text was read, and where.
    pub const fn verified(of: &'static str, source: &'static str) -> Mark {
        Mark { marked: Marked::Verified, of, source }
    }

    /// Our reading, and why.
    pub const fn interpretation(of: &'static str, source: &'static str) -> Mark {
        Mark { marked: Marked::Interpretation, of, source }
    }

    /// Computed, and from what.
    pub const fn derived(of: &'static str, source: &'static str) -> Mark {
        Mark { marked: Marked::Derived, of, source }
    }

    /// Not seen in a source; what to check.
    pub const fn from_memory(of: &'static str, source: &'static str) -> Mark {
        Mark { marked: Marked::FromMemory, of, source }
    }
}

/// A worked example: shown to people, run as a test.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Example {
    /// What is given.
    pub inputs: Inputs,
    /// What the answer must be.
    pub expected: Expected,
    /// Why, as the end of a sentence.
    pub because: &'static str,
}

/// The answer that an example promises. None where there is no such date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Expected {
    /// The first reading's date.
    pub due: Option<Date>,
    /// The moment, for clocks in hours.
    pub due_at: Option<DateTime>,
    /// The second reading's date.
    pub other: Option<Date>,
    /// The last working day on or before the date; checked only where given.
    pub last_working_day: Option<Date>,
}

impl Example {
    /// From a day to a day.
    pub const fn on(from: Date, due: Date, because: &'static str) -> Example {
        Example::open(from, because).due(due)
    }

    /// From a day, with no date for an answer: as soon as practicable, or what is missing is not yet known.
    pub const fn open(from: Date, because: &'static str) -> Example {
        Example {
            inputs: Inputs { from: Some(from), ..Inputs::NOTHING },
            expected: Expected { due: None, due_at: None, other: None, last_working_day: None },
            because,
        }
    }

    /// From a moment to a moment.
    pub const fn hours(from: Date, at: Time, due: Date, due_time: Time, because: &'static str) -> Example {
        let mut example = Example::open(from, because).due(due);
        example.inputs.at = Some(at);
        example.expected.due_at = Some(due.to_datetime(due_time));
        example
    }

    const fn due(mut self, due: Date) -> Example {
        self.expected.due = Some(due);
        self
    }

    /// The second reading's date.
    pub const fn other(mut self, other: Date) -> Example {
        self.expected.other = Some(other);
        self
    }

    /// The last working day on or before the date.
    pub const fn work_to(mut self, day: Date) -> Example {
        self.expected.last_working_day = Some(day);
        self
    }

    /// The date that the report carries, where it is not the day of receipt.
    pub const fn report_dated(mut self, day: Date) -> Example {
        self.inputs.report_dated = Some(day);
        self
    }

    /// The meeting that is named or next suitable.
    pub const fn meeting(mut self, day: Date) -> Example {
        self.inputs.meeting = Some(day);
        self
    }

    /// The day that a letter or event names.
    pub const fn stated(mut self, day: Date) -> Example {
        self.inputs.stated = Some(day);
        self
    }

    /// The period that a decision or constitution names.
    pub const fn period(mut self, period: Period) -> Example {
        self.inputs.period = Some(period);
        self
    }
}

/// The first day of Part III of the 1974 Act as the Local Government and Public Involvement in Health Act 2007 made it.
pub const PART_III_MODERN: Date = date(2008, 4, 1);
