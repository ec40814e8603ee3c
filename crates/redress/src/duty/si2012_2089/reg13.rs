//! Regulation 13: the written statement of an executive decision made by one person.
//!
//! "As soon as reasonably practicable after an individual member has made an executive decision"; the same for an officer.

use jiff::civil::date;

use super::{BREACH, reg12};
use crate::duty::{Duty, Example, Mark};

/// The statement of a decision made by one member or officer.
pub const RECORD_INDIVIDUAL: Duty = Duty {
    key: "exec_decision_record_individual",
    must: "Produce a written statement of an executive decision made by one member or by an officer",
    cite: "SI 2012/2089, regulation 13",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/13",
    deciding_words: "As soon as reasonably practicable after an individual member has made an executive decision",
    marks: &[
        Mark::verified("who writes the statement, when, and its five parts", "SI 2012/2089 as made, regulation 13(1) and (2)"),
        Mark::verified("the same for an officer, whatever the sum", "SI 2012/2089 as made, regulation 13(4)"),
        Mark::from_memory(
            "councils read it down to decisions under specific delegations",
            "practice, not in the text; check the council's own scheme of delegation",
        ),
        Mark::interpretation("none of the five may be left empty", "where there is none, the statement says none"),
        BREACH,
    ],
    owed_by: "The member, or the proper officer if the member so instructs; for an officer's decision, the officer",
    contents: &[
        "The decision, and the day on which it was made",
        "The reasons for it",
        "Other options that the person considered and rejected",
        "Conflicts of interest declared by any member of the executive who was consulted",
        "For each conflict, any dispensation that the head of paid service granted",
    ],
    examples: &[
        Example::open(date(2026, 4, 17), "a Cabinet member decided on Friday, and the record was there on Monday 20 April"),
        Example::open(date(2026, 4, 30), "the end of the month plays no part"),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the age counts the holidays too"),
    ],
    notes: &["An officer's decision that is not executive falls under the regulations of 2014 instead."],
    ..reg12::RECORD
};
