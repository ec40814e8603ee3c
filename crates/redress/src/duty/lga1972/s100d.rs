//! Local Government Act 1972, section 100D: background papers of reports.
//!
//! Listed in the report and open; not required "after the expiration of the period of four years beginning with" the meeting.

use jiff::civil::date;

use super::TEXT;
use super::s100c::MINUTES;
use crate::counting::Rule;
use crate::duty::{Duty, Example, Mark, Proof, Version};

/// Background papers stay open for four years.
pub const BACKGROUND_PAPERS: Duty = Duty {
    key: "background_papers_inspection",
    must: "List the background papers in each report, and keep one copy of each open to inspection",
    cite: "Local Government Act 1972, section 100D",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/section/100D",
    deciding_words: "four years beginning with the date of the meeting",
    marks: &[
        Mark::verified("the list, the copies, the period and its start", TEXT),
        Mark::derived("the last day is the day before the fourth anniversary", "beginning with a date counts that date"),
        Mark::from_memory("the first day, 1 April 1986", "check the commencement of the Act of 1985"),
    ],
    owed_by: "The council; its proper officer for the list",
    versions: &[Version { rule: Rule::KeepForYears(4), ..MINUTES.versions[0] }],
    contents: &[
        "In the report: a list of the papers that disclose facts on which it, or an important part of it, is based, and on which it relies to a material extent",
        "One copy of each paper in the list",
    ],
    met_by: Proof { event: "The papers have been open for four years", proof: "The list in the report, and the register of what was open" },
    exceptions: &[
        "Published works",
        "Papers that disclose exempt or confidential information",
        "It is enough that a paper can be fetched soon for whoever asks",
    ],
    examples: &[
        Example::on(date(2026, 3, 26), date(2030, 3, 25), "the day of the meeting is day one, so it ends the day before the anniversary"),
        Example::on(date(2024, 2, 29), date(2028, 2, 28), "2028 has a 29 February, so the period ends the day before it"),
        Example::on(date(2024, 3, 1), date(2028, 2, 29), "2028 is a leap year, and the day before 1 March is the 29th"),
        Example::on(date(2025, 12, 26), date(2029, 12, 25), "it ends on Christmas Day, and a period of keeping runs through it"),
    ],
    notes: &["Inspection of background papers may cost a reasonable fee; that of minutes is free."],
    ..MINUTES
};
