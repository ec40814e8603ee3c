//! Regulations 4 and 5, which put it into the Act of 1972 and the regulations of 2012: anybody may report.
//!
//! "any person attending is to be permitted to report"

use jiff::civil::date;

use super::{BY, SINCE};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// Anybody may film and report while a meeting is open.
pub const REPORTING: Duty = Duty {
    key: "reporting_and_filming",
    must: "Let anybody who attends film, record and report the meeting while it is open, and give reasonable facilities for it",
    cite: "SI 2014/2095, regulations 4 and 5: Local Government Act 1972, section 100A(7A) to (7F); SI 2012/2089, regulation 4(5A) to (9)",
    url: "https://www.legislation.gov.uk/uksi/2014/2095/regulation/4",
    deciding_words: "any person attending is to be permitted to report",
    marks: &[
        Mark::verified("what must be allowed, and what need not be", "SI 2014/2095 as made, regulations 4 and 5"),
        Mark::verified("the same words in the Act", "Local Government Act 1972, section 100A(7A) to (7F) and (9)"),
        Mark::interpretation(
            "the day that is shown",
            "the regulations set no clock here: the duty lasts as long as the meeting is open, so its day is shown",
        ),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council, its committees and sub-committees; where there is one, the executive",
    recipients: &["Anybody who attends the meeting"],
    starts: Trigger::MeetingHeld,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::BeginningWith(Period::Days(1)),
        reading: "on the day of the meeting, as long as it is open",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof { event: "The meeting is held with reporting allowed", proof: "The notice on reporting at the meeting, and the minutes" },
    exceptions: &[
        "Speaking a report or a commentary aloud in the room need not be allowed",
        "While the public are excluded, recording devices left in the room may be barred too",
    ],
    suspends: None,
    breach: "Judicial review",
    examples: &[
        Example::on(
            date(2026, 4, 14),
            date(2026, 4, 14),
            "items 1 to 8 may be filmed, and filming may be stopped for item 9, which is private",
        ),
        Example::on(date(2014, 8, 6), date(2014, 8, 6), "it is the first day of the regulations"),
        Example::on(date(2026, 4, 2), date(2026, 4, 2), "the day before Good Friday is a day like any"),
        Example::on(date(2024, 2, 29), date(2024, 2, 29), "the last day of February in a leap year is a day like any"),
    ],
    notes: &["What was recorded may be shared in any way, during the meeting or later, and the council need not be asked."],
};
