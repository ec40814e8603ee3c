//! Complaint Handling Code of the Ombudsman, 2024: guidance under section 23(12A) of the Local Government Act 1974.
//!
//! Not a statute, but a council that departs from it may be found at fault; used in casework from 1 April 2026.

use jiff::civil::{Date, date};

use super::{Duty, Mark, Version};
use crate::calendar::DayKind;
use crate::counting::Rule;

/// Stage 1.
pub mod stage1;
/// Stage 2.
pub mod stage2;

/// The duties, in the order of the Code.
pub const ALL: &[&Duty] = &[&stage1::ACKNOWLEDGE, &stage1::RESPOND, &stage2::ACKNOWLEDGE, &stage2::RESPOND];

const URL: &str = "https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/complaint-handling-code/complaint-handling-code?chapter=7";
const IN_CASEWORK: Date = date(2026, 4, 1);
const BY: &str = "Complaint Handling Code of February 2024, used in the Ombudsman's casework from 1 April 2026";
const EXCEPTIONS: &[&str] = &[
    "A service request, which is no complaint",
    "Complaints with their own statutory procedure, such as children's and adult social care",
];
const BREACH: &str = "The Ombudsman may find fault; the Code is guidance and carries no penalty";

const IN_FORCE: Mark = Mark::verified(
    "the Code, its force, and its use from April 2026",
    "summary by Lawyers in Local Government; Buckinghamshire; Staffordshire",
);
const WORKING_DAY: Mark =
    Mark::interpretation("a working day is Monday to Friday without bank holidays in England", "the Code does not define it");
const NOT_FOR_ALL: Mark = Mark::from_memory("other statutory procedures are left out", "check part 2 of the Code");

const fn within(days: u16, reading: &'static str) -> Version {
    Version { in_force_from: IN_CASEWORK, by: BY, rule: Rule::DaysAfter { days, kind: DayKind::Working }, reading, other: None }
}
