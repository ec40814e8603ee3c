//! Local Government and Housing Act 1989, sections 5 and 5A: the monitoring officer's reports.
//!
//! Section 5 is a report to the authority, on what the executive did not do; section 5A is a report to the executive, on
//! what it did. Neither says by when a report must be prepared once the monitoring officer sees the need, so the clocks
//! begin with the report.

use jiff::civil::Date;

use super::{Duty, Mark, PART_III_MODERN};

/// Sections 5(3)(b) and 5A(5)(b): a copy to every member.
pub mod s5_3;
/// Section 5(5)(a): the authority considers the report within 21 days.
pub mod s5_5;
/// Section 5(5)(b) and (6): nothing is done meanwhile.
pub mod s5_6;
/// Section 5A(6)(a): the executive considers the report within 21 days.
pub mod s5a_6;
/// Section 5A(6)(b) and (7): nothing is done meanwhile.
pub mod s5a_7;
/// Section 5A(8): the executive's own report.
pub mod s5a_8;
/// Section 5A(9): copies of the executive's report.
pub mod s5a_9;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[
    &s5_3::REPORT_COPIES,
    &s5_5::AUTHORITY_CONSIDER,
    &s5_6::SUSPENDED,
    &s5a_6::EXECUTIVE_CONSIDER,
    &s5a_7::SUSPENDED,
    &s5a_8::RESPONSE_REPORT,
    &s5a_9::RESPONSE_SEND,
];

/// Sections 5 and 5A as they stood on 26 March 2026.
const TEXT_OF_2026: &str = "Local Government and Housing Act 1989 as it stood on 26 March 2026";
/// What made the reports speak of maladministration or failure as the Act of 1974 now does.
const ACT_OF_2007: &str = "Local Government and Public Involvement in Health Act 2007, Schedule 12, paragraph 14";
/// The first day of that.
const SINCE_2008: Date = PART_III_MODERN;
/// What we hold.
const BY: &str = "the Act as the Local Government and Public Involvement in Health Act 2007 left it";
/// Sections 5 and 5A name no consequence.
const BREACH: Mark = Mark::interpretation("what a breach leads to", "sections 5 and 5A name nothing; the courts can be asked");
