//! Local Government Act 1972, section 100C: minutes and papers after a meeting.
//!
//! Open for "six years beginning with the date of the meeting".

use jiff::civil::date;

use super::{PART_VA, PART_VA_BEGAN, TEXT};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// Minutes, agenda and reports stay open for six years.
pub const MINUTES: Duty = Duty {
    key: "minutes_inspection",
    must: "Keep the minutes, any summary, the agenda and the reports on public items open to inspection at the council's offices",
    cite: "Local Government Act 1972, section 100C",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/section/100C",
    deciding_words: "six years beginning with the date of the meeting",
    marks: &[
        Mark::verified("the papers, the period and its start, and the summary", TEXT),
        Mark::derived("the last day is the day before the sixth anniversary", "beginning with a date counts that date"),
        Mark::from_memory("the first day, 1 April 1986", "check the commencement of the Act of 1985"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council; its proper officer for the summary",
    recipients: &["Any member of the public"],
    starts: Trigger::MeetingHeld,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: PART_VA_BEGAN,
        by: PART_VA,
        rule: Rule::KeepForYears(6),
        reading: "the day of the meeting is day one",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "The minutes, without exempt parts",
        "A summary by the proper officer, where the minutes without those parts are no fair and coherent record",
        "The agenda",
        "The reports on items that were open to the public",
    ],
    met_by: Proof { event: "The papers have lain open for six years", proof: "The register of what was open, from when and until when" },
    exceptions: &["Parts that disclose exempt information"],
    suspends: None,
    breach: "Offence of whoever has custody and obstructs inspection or refuses copies: section 100H(4), fine up to level 1",
    examples: &[
        Example::on(date(2026, 3, 26), date(2032, 3, 25), "the day of the meeting is day one, so it ends the day before the anniversary"),
        Example::on(date(2024, 2, 29), date(2030, 2, 28), "there is no 29 February in 2030, so the period ends with the month"),
        Example::on(date(2026, 3, 1), date(2032, 2, 29), "2032 is a leap year, and the day before 1 March is the 29th"),
        Example::on(date(2025, 12, 26), date(2031, 12, 25), "it ends on Christmas Day, and a period of keeping runs through it"),
    ],
    notes: &["It is a minimum for inspection; minutes are kept for good."],
};
