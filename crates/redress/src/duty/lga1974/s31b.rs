//! Local Government Act 1974, section 31B, and the Ombudsman's practice: when a decision is published.
//!
//! No sooner than six weeks after the final decision. A fact for planning, not a duty of the council.

use jiff::civil::date;

use crate::counting::{Period, Rule};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// The Ombudsman publishes a decision no sooner than six weeks after it.
pub const DECISION_PUBLICATION: Duty = Duty {
    key: "lgsco_decision_publication",
    must: "Publish the decision statement (the Ombudsman; the council plans for it)",
    cite: "Local Government Act 1974, section 31B; the Ombudsman's Statement of Reasons Manual",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/31B",
    deciding_words: "no sooner than six weeks",
    marks: &[
        Mark::verified("the power to publish", "Local Government and Public Involvement in Health Act 2007, section 177"),
        Mark::verified("six weeks, and the exceptions", "LGSCO Statement of Reasons Manual, part 3"),
        Mark::from_memory("the first day, 1 April 2013", "when the Ombudsman began to publish all decisions; check"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The Local Government and Social Care Ombudsman",
    recipients: &["The public"],
    starts: Trigger::OmbudsmanDecides,
    date_is: DateIs::FirstDay,
    versions: &[Version {
        in_force_from: date(2013, 4, 1),
        by: "the Ombudsman's practice of publishing every decision",
        rule: Rule::NotSoonerThanAfter(Period::Weeks(6)),
        reading: "six calendar weeks, the day of the decision not counted",
        other: None,
    }],
    extension: Extension::By { who: "The Ombudsman", how: "by withholding or putting off publication", period_itself: false },
    contents: NONE,
    met_by: Proof { event: "The decision appears on the Ombudsman's website", proof: "Its address there" },
    exceptions: &[
        "The complaint was premature",
        "A review is under way",
        "Publishing is not in the person's interests",
        "It concerns personnel matters",
    ],
    suspends: None,
    breach: "Nothing follows for the council",
    examples: &[
        Example::on(date(2026, 4, 15), date(2026, 5, 27), "six weeks after a Wednesday are a Wednesday"),
        Example::on(date(2026, 11, 13), date(2026, 12, 25), "it may fall on a holiday: it is the first day, not the day"),
        Example::on(date(2024, 1, 18), date(2024, 2, 29), "2024 is a leap year, and the first day is 29 February"),
    ],
    notes: &["Have the council's answer ready for the first day."],
};
