//! Regulation 7: the written record of an officer's decision.
//!
//! "as soon as reasonably practicable after the decision-making officer has made the decision"

use jiff::civil::date;

use super::{AS_SOON, EXEMPT, OFFENCE};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// An officer records a decision taken for the council.
pub const RECORD: Duty = Duty {
    key: "officer_decision_record",
    must: "Make a written record of a decision that the council or a committee would otherwise have taken",
    cite: "SI 2014/2095, regulation 7",
    url: "https://www.legislation.gov.uk/uksi/2014/2095/regulation/7",
    deciding_words: "as soon as reasonably practicable after the decision-making officer has made the decision",
    marks: &[
        Mark::verified("which decisions, when, and what the record holds", "SI 2014/2095 as made, regulation 7"),
        Mark::verified("the offence", "SI 2014/2095 as made, regulation 10"),
        Mark::interpretation(
            "a payment to a complainant under section 92 of the Act of 2000 is such a decision",
            "it probably affects the rights of an individual",
        ),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The officer who made the decision",
    recipients: &["The public: regulation 8"],
    starts: Trigger::OfficerDecision,
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    extension: Extension::Nobody,
    contents: &[
        "The day of the decision",
        "The decision, and the reasons for it",
        "Other options that were considered and rejected, if any",
        "For a decision under a specific authorisation, members who declared a conflict of interest",
    ],
    met_by: Proof { event: "The record is made", proof: "The record, with the day on which it was made" },
    exceptions: &[
        "No specific authorisation, and no licence or permission, no effect on an individual's rights, nothing material to the council's finances",
        "Another law already asks for a record of the decision with its day and reasons: regulation 7(4)",
        "A decision that is the executive's to make: regulation 13(4) of the regulations of 2012",
        EXEMPT,
    ],
    suspends: None,
    breach: OFFENCE,
    examples: &[
        Example::open(
            date(2026, 4, 20),
            "a payment was approved on Monday, and the record was there on Wednesday 22 April, redacted for the public",
        ),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the age counts the holidays too"),
        Example::open(date(2026, 1, 30), "the end of the month plays no part"),
    ],
    notes: &["The person who complained must not be known from the public copy: paragraphs 1 and 2 of Schedule 12A."],
};
