//! Local Government Act 1974, section 30(4): the report lies open for three weeks.
//!
//! "three weeks" from the date that the notice names, "at all reasonable hours", free of charge.

use jiff::civil::date;

use super::{SINCE_2006, TEXT_OF_2006};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, Choice, DateIs, Duty, Example, Extension, How, Jurisdiction, Mark, NONE, Other, Proof, Trigger, Version};

/// Keep the report open for three weeks.
pub const INSPECTION_PERIOD: Duty = Duty {
    key: "lgsco_report_inspection_period",
    must: "Keep copies of the report open to inspection at the authority's offices, at all reasonable hours and free of charge",
    cite: "Local Government Act 1974, section 30(4)",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/30",
    deciding_words: "three weeks",
    marks: &[
        Mark::verified("the period, the place and that it is free", TEXT_OF_2006),
        Mark::interpretation(
            "the named day is counted, and copies stay out one day more",
            "a reading that leaves out the first day ends one day later",
        ),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority that the report concerns",
    recipients: &["Any member of the public, who may take copies or extracts"],
    starts: Trigger::InspectionBegins,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::BeginningWith(Period::Weeks(3)),
        reading: "the named day is day one",
        other: Some(Other {
            choice: Choice::NamedDayCounted,
            reading: "the day after the named day is day one",
            how: How::Rule(Rule::BeginningTheDayAfter(Period::Weeks(3))),
            because: "from a date can leave that date out",
        }),
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof {
        event: "The three weeks have run with copies laid out",
        proof: "The inspection register: where, when opened, when closed",
    },
    exceptions: &["The Ombudsman has directed under section 30(7) that the report is not to be publicised"],
    suspends: None,
    breach: "Whoever has custody and obstructs inspection commits an offence: section 30(6), fine up to level 3",
    examples: &[
        Example::on(date(2026, 3, 19), date(2026, 4, 8), "Good Friday and Easter Monday fall inside and do not lengthen it")
            .other(date(2026, 4, 9)),
        Example::on(date(2020, 1, 17), date(2020, 2, 6), "the named Friday is day one, so the last of 21 days is a Thursday")
            .other(date(2020, 2, 7)),
        Example::on(date(2024, 2, 12), date(2024, 3, 3), "February has 29 days in 2024").other(date(2024, 3, 4)),
        Example::on(date(2026, 12, 7), date(2026, 12, 27), "Christmas falls inside and does not lengthen it").other(date(2026, 12, 28)),
    ],
    notes: &["Offices are shut on holidays inside the period: put the report on the website too."],
};
