//! Local Government Act 1974, section 26B: twelve months to complain to the Ombudsman.
//!
//! "12 months beginning with the day" on which the person affected first had notice.

use jiff::civil::date;

use crate::counting::{Period, Rule};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, PART_III_MODERN, Proof, Trigger, Version};

/// Twelve months to complain.
pub const COMPLAINT_WINDOW: Duty = Duty {
    key: "lgsco_complaint_window",
    must: "Complain to the Ombudsman, in writing",
    cite: "Local Government Act 1974, section 26B",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/26B",
    deciding_words: "12 months beginning with the day",
    marks: &[
        Mark::verified("the period and its start", "Local Government and Public Involvement in Health Act 2007, section 174"),
        Mark::from_memory("the first day, 1 April 2008", "check the commencement order; section 26(4) said much the same before"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The person affected, or whoever complains for them",
    recipients: &["The Local Government and Social Care Ombudsman"],
    starts: Trigger::FirstNotice,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: "section 26B, inserted by the Local Government and Public Involvement in Health Act 2007",
        rule: Rule::BeginningWith(Period::Months(12)),
        reading: "the day of first notice is day one",
        other: None,
    }],
    extension: Extension::By { who: "The Ombudsman", how: "by disapplying the rule", period_itself: false },
    contents: NONE,
    met_by: Proof { event: "The complaint reaches the Ombudsman", proof: "The Ombudsman's reference and day of receipt" },
    exceptions: &["The Ombudsman disapplies the rule, or the rule that complaints be in writing"],
    suspends: None,
    breach: "The Ombudsman may decline to look at the complaint",
    examples: &[
        Example::on(date(2025, 6, 10), date(2026, 6, 9), "the day of first notice is day one, so the year ends the day before 10 June"),
        Example::on(date(2024, 2, 29), date(2025, 2, 28), "there is no 29 February in 2025, so the period ends with the month"),
        Example::on(date(2024, 3, 1), date(2025, 2, 28), "the year ends the day before 1 March"),
        Example::on(date(2025, 12, 26), date(2026, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2026, 12, 24)),
    ],
    notes: &["It is no duty of the council; it says how long a matter can still reach the Ombudsman."],
};
