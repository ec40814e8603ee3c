//! The Openness of Local Government Bodies Regulations 2014: officers' decisions, and reporting from meetings.

use jiff::civil::{Date, date};

use super::{Duty, Version};
use crate::counting::Rule;

/// Regulations 4 and 5: anybody may report from an open meeting.
pub mod reg4;
/// Regulation 7: the record of an officer's decision.
pub mod reg7;
/// Regulation 8: the record open to the public, and how long it is kept.
pub mod reg8;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[&reg4::REPORTING, &reg7::RECORD, &reg8::PUBLISH, &reg8::RECORDS, &reg8::BACKGROUND];

/// The day on which the regulations came into force: the day after they were made.
const SINCE: Date = date(2014, 8, 6);
/// What made them law.
const BY: &str = "SI 2014/2095, in force on 6 August 2014";
/// Regulation 9, as an exception.
const EXEMPT: &str = "Confidential information may not be disclosed, and exempt information need not be: regulation 9";
/// Regulation 10, as a breach.
const OFFENCE: &str =
    "Whoever has custody and obstructs inspection or refuses a copy commits an offence: regulation 10, fine up to level 1";

/// As soon as reasonably practicable.
const AS_SOON: &[Version] =
    &[Version { in_force_from: SINCE, by: BY, rule: Rule::AsSoonAsPracticable, reading: "as soon as reasonably practicable", other: None }];
