//! Local Government and Housing Act 1989, section 5A(6)(b) and (7): no step is taken meanwhile.
//!
//! The same rule as section 5(6), for the executive; a *business day* is defined once for both, in section 5(8).

use jiff::civil::date;

use super::{BY, SINCE_2008, s5_6};
use crate::counting::Rule;
use crate::duty::{Duty, EXECUTIVE, Example, Version};

/// Nothing is carried out while a section 5A report is considered.
pub const SUSPENDED: Duty = Duty {
    key: "s5a_implementation_suspended",
    must: "Take no step to carry out a proposal or decision that the section 5A report is about",
    cite: "Local Government and Housing Act 1989, section 5A(6)(b) and (7)",
    url: "https://www.legislation.gov.uk/ukpga/1989/42/section/5A",
    governance: EXECUTIVE,
    owed_by: "The executive, and everybody who acts for it",
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::EndOfFirstBusinessDayAfter,
        reading: "to the end of the first business day after consideration is concluded",
        other: None,
    }],
    examples: &[
        Example::on(date(2019, 10, 1), date(2019, 10, 2), "Cabinet concluded on a Tuesday, and Wednesday is a business day"),
        Example::on(date(2020, 1, 30), date(2020, 1, 31), "a Thursday is followed by a business day, the last of the month"),
        Example::on(date(2021, 3, 11), date(2021, 3, 12), "a Thursday is followed by a business day"),
        Example::on(date(2026, 4, 2), date(2026, 4, 7), "Good Friday, the weekend and Easter Monday are no business days"),
        Example::on(
            date(2021, 12, 24),
            date(2021, 12, 29),
            "Christmas fell on a weekend, so Monday and Tuesday were bank holidays instead",
        ),
        Example::on(date(2025, 2, 28), date(2025, 3, 3), "the month ends on a Friday, and a weekend follows"),
        Example::on(date(2026, 5, 22), date(2026, 5, 26), "the spring bank holiday is no business day"),
    ],
    notes: &[
        "While consideration is not concluded there is no end: the suspension runs on, even beyond the 21 days.",
        "Call-in is another brake, and may hold the decision longer.",
    ],
    ..s5_6::SUSPENDED
};
