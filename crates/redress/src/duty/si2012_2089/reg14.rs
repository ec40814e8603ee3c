//! Regulation 14, with 15: the record and the reports are open to the public after the decision.
//!
//! "as soon as is reasonably practicable, at the offices … and on that authority's website, if it has one"

use jiff::civil::date;

use super::{AS_SOON, EXEMPT, OFFENCE};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// Publish the record of an executive decision and the reports behind it.
pub const PUBLISH: Duty = Duty {
    key: "exec_decision_publish",
    must: "Make the record of the decision, and every report considered for it, open to the public at the offices and on the website",
    cite: "SI 2012/2089, regulations 14 and 15",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/14",
    deciding_words: "as soon as is reasonably practicable",
    marks: &[
        Mark::verified("what is open, where, and when", "SI 2012/2089 as made, regulation 14"),
        Mark::verified("background papers at the same time", "SI 2012/2089 as made, regulation 15"),
        Mark::verified("the offence", "SI 2012/2089 as made, regulation 22"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The proper officer",
    recipients: &["The public, at the council's offices and on its website", "A newspaper that asks and pays"],
    starts: Trigger::ExecutiveDecision,
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    extension: Extension::Nobody,
    contents: &[
        "The record of the decision: regulations 12 and 13",
        "Every report considered, or the part of it that is relevant",
        "The list of background papers in each report, and one copy of each paper on it",
    ],
    met_by: Proof {
        event: "Record and reports are open at the offices and on the website",
        proof: "The website's record of when each was published, and the record at the offices",
    },
    exceptions: &[EXEMPT],
    suspends: None,
    breach: OFFENCE,
    examples: &[
        Example::open(date(2019, 10, 1), "Cabinet decided on Tuesday, and the decision was published on Thursday 3 October"),
        Example::open(date(2026, 4, 14), "Cabinet decided on Tuesday, and the statement was published on Thursday 16 April"),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 22), "Christmas follows, and the age counts the holidays too"),
        Example::open(date(2025, 2, 28), "the end of the month plays no part"),
    ],
    notes: &[
        "In most constitutions call-in begins with this publication, so each day of delay holds the decision back.",
        "Background papers may be seen for a reasonable fee: regulation 21(1)(c).",
    ],
};
