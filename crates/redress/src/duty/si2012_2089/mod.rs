//! The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012.
//!
//! For councils with an executive. The regulations are made under the Act of 2000, so section 243 of the Act of 1972,
//! which moves some last days, does not reach them. Every duty to publish on a website is *if it has one*.

use jiff::civil::{Date, date};

use super::{Choice, Duty, How, Mark, Other, Version};
use crate::calendar::DayKind;
use crate::counting::Rule;

/// Regulation 10: the general exception for key decisions.
pub mod reg10;
/// Regulation 11: special urgency.
pub mod reg11;
/// Regulation 12: the record of a decision, and of one made at a meeting.
pub mod reg12;
/// Regulation 13: the record of a decision made by one person.
pub mod reg13;
/// Regulation 14: the record and the reports open to the public.
pub mod reg14;
/// Regulation 16: documents for any member.
pub mod reg16;
/// Regulation 17: documents for a member of scrutiny.
pub mod reg17;
/// Regulation 18: scrutiny thinks that a decision was a key decision.
pub mod reg18;
/// Regulation 19: the report on urgent decisions.
pub mod reg19;
/// Regulation 21(6) and (7): how long papers are kept and open.
pub mod reg21;
/// Regulations 3 and 4: meetings are public.
pub mod reg4;
/// Regulation 5(2) and (3): 28 clear days before a private meeting.
pub mod reg5_2;
/// Regulation 5(4) and (5): five clear days before a private meeting.
pub mod reg5_4;
/// Regulation 5(6) and (7): a private meeting that cannot wait.
pub mod reg5_6;
/// Regulation 6: notice of a public meeting.
pub mod reg6;
/// Regulation 7: agenda and reports of a public meeting.
pub mod reg7;
/// Regulation 9: 28 clear days before a key decision.
pub mod reg9;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[
    &reg4::PUBLIC_MEETING,
    &reg5_2::PRIVATE_NOTICE_28,
    &reg5_4::PRIVATE_NOTICE_5,
    &reg5_6::AGREEMENT,
    &reg5_6::NOTICE,
    &reg6::MEETING_NOTICE,
    &reg7::AGENDA_REPORTS,
    &reg9::PUBLISH_28,
    &reg10::GENERAL_EXCEPTION,
    &reg10::REASONS,
    &reg11::AGREEMENT,
    &reg11::NOTICE,
    &reg12::RECORD,
    &reg12::RECORD_MEETING,
    &reg13::RECORD_INDIVIDUAL,
    &reg14::PUBLISH,
    &reg16::BEFORE,
    &reg16::AFTER,
    &reg17::SCRUTINY_REQUEST,
    &reg18::NOT_KEY_REPORT,
    &reg19::URGENT_REPORT,
    &reg21::RECORDS,
    &reg21::BACKGROUND,
];

/// The day on which the regulations came into force.
const SINCE: Date = date(2012, 9, 10);
/// What made them law.
const BY: &str = "SI 2012/2089, in force on 10 September 2012";
/// Regulation 20, as an exception.
const EXEMPT: &str =
    "Confidential information may not be disclosed; exempt information and a political adviser's advice need not be: regulation 20";
/// Regulation 22, as a breach.
const OFFENCE: &str =
    "Whoever has custody of a public copy and obstructs inspection or refuses copies commits an offence: regulation 22, fine up to level 1";

/// The regulations name no consequence of most breaches.
const BREACH: Mark = Mark::interpretation("what a breach leads to", "the regulations name nothing; the courts can be asked");

/// At least five clear days before: working days first, calendar days second.
const FIVE_CLEAR_DAYS: &[Version] = &[Version {
    in_force_from: SINCE,
    by: BY,
    rule: Rule::ClearDaysBefore { days: 5, kind: DayKind::Working },
    reading: "five clear working days",
    other: Some(Other {
        choice: Choice::ClearDays,
        reading: "five clear calendar days",
        how: How::Rule(Rule::ClearDaysBefore { days: 5, kind: DayKind::Calendar }),
        because: "the regulations do not say working days, and the ruling on working days was on another Act",
    }),
}];

/// At least 28 clear days before: calendar days first, working days second.
const TWENTY_EIGHT_CLEAR_DAYS: &[Version] = &[Version {
    in_force_from: SINCE,
    by: BY,
    rule: Rule::ClearDaysBefore { days: 28, kind: DayKind::Calendar },
    reading: "28 clear calendar days",
    other: Some(Other {
        choice: Choice::LongClearDays,
        reading: "28 clear working days",
        how: How::Rule(Rule::ClearDaysBefore { days: 28, kind: DayKind::Working }),
        because: "the courts read clear days in the Act of 1972 as working days, and some councils count all notices so",
    }),
}];

/// As soon as reasonably practicable.
const AS_SOON: &[Version] =
    &[Version { in_force_from: SINCE, by: BY, rule: Rule::AsSoonAsPracticable, reading: "as soon as reasonably practicable", other: None }];
