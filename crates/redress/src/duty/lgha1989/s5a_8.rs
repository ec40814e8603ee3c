//! Local Government and Housing Act 1989, section 5A(8): the executive's own report.
//!
//! "As soon as practicable after the executive has concluded its consideration"

use jiff::civil::date;

use super::{BREACH, BY, SINCE_2008, TEXT_OF_2026};
use crate::counting::Rule;
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// The executive prepares its answer to a section 5A report.
pub const RESPONSE_REPORT: Duty = Duty {
    key: "s5a_executive_response_report",
    must: "Prepare the executive's own report in answer to the monitoring officer's section 5A report",
    cite: "Local Government and Housing Act 1989, section 5A(8)",
    url: "https://www.legislation.gov.uk/ukpga/1989/42/section/5A",
    deciding_words: "As soon as practicable after the executive has concluded its consideration",
    marks: &[
        Mark::verified("when it is due, and its three contents", TEXT_OF_2026),
        Mark::verified("how a cabinet did it in one sitting", "City of York Council, Cabinet, 6 November 2012"),
        Mark::interpretation("none of the three may be left empty", "where there is nothing to say, the report says that there is nothing"),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The executive",
    recipients: &["Every member of the authority", "The monitoring officer"],
    starts: Trigger::ConsiderationConcluded,
    date_is: DateIs::NoDate,
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::AsSoonAsPracticable,
        reading: "as soon as practicable after consideration is concluded",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "What action, if any, the executive has taken in answer to the report",
        "What action, if any, it proposes to take, and when",
        "Why it acts so, or why it does nothing",
    ],
    met_by: Proof { event: "The executive's report is prepared", proof: "The report with its day, and the minute that adopts it" },
    exceptions: NONE,
    suspends: None,
    breach: "Unlawful, and open to judicial review; the monitoring officer can report on it again",
    examples: &[
        Example::open(date(2012, 11, 6), "York's Cabinet adopted the paper before it as its answer at the same meeting"),
        Example::open(date(2020, 1, 30), "Gedling's Cabinet noted that the executive's report was still to come"),
        Example::open(date(2021, 3, 11), "a cabinet can adopt the director's report as its own, and is then done on the day"),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 22), "Christmas follows, and the age counts the holidays too"),
    ],
    notes: &["A proposed action without a day is not complete: the Act asks when."],
};
