//! Local Government Act 1974, Part III: what a council owes when the Ombudsman reports.
//!
//! The text is a composite: 2006 as it stood, with every amendment of the Act of 2007. Read the current text once:
//! <https://www.legislation.gov.uk/ukpga/1974/7/part/III>.

use super::Duty;

/// Section 26B: twelve months to complain.
pub mod s26b;
/// Section 30(4): three weeks of inspection.
pub mod s30_4;
/// Section 30(5): public notice within two weeks, inspection within one more.
pub mod s30_5;
/// Section 31(2): consider the report and reply within three months.
pub mod s31_2;
/// Section 31(2A)(c): confirm within a second three months.
pub mod s31_2a;
/// Section 31(2C): the same again for a further report.
pub mod s31_2c;
/// Section 31(2D) to (2H): the statement in the newspaper.
pub mod s31_2d;
/// Section 31B: the Ombudsman's own publishing.
pub mod s31b;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[
    &s26b::COMPLAINT_WINDOW,
    &s30_5::PUBLIC_NOTICE,
    &s30_5::INSPECTION_START,
    &s30_4::INSPECTION_PERIOD,
    &s31_2::CONSIDER_AND_NOTIFY,
    &s31_2a::IMPLEMENT_AND_CONFIRM,
    &s31_2c::PUBLIC_NOTICE,
    &s31_2c::INSPECTION_START,
    &s31_2c::INSPECTION_PERIOD,
    &s31_2c::CONSIDER_AND_NOTIFY,
    &s31_2c::IMPLEMENT_AND_CONFIRM,
    &s31_2d::AGREE_FORM,
    &s31_2d::FIRST_EDITION,
    &s31_2d::SECOND_EDITION,
    &s31_2d::COST_REIMBURSE,
    &s31b::DECISION_PUBLICATION,
];

/// Sections 29 to 34 as they stood on 1 April 2006.
const TEXT_OF_2006: &str = "Local Government Act 1974 as it stood on 1 April 2006";
/// The first day of that text.
const SINCE_2006: jiff::civil::Date = jiff::civil::date(2006, 4, 1);
/// Amendments of the Act of 2007 to Part III.
const ACT_OF_2007: &str = "Local Government and Public Involvement in Health Act 2007, sections 172 to 178 and Schedule 12";
