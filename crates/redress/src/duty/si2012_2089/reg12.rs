//! Regulation 12: the written statement of every executive decision, and of one made at a meeting.
//!
//! "As soon as reasonably practicable after any meeting … at which an executive decision was made"

use jiff::civil::date;

use super::{AS_SOON, BREACH, EXEMPT};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// A written statement of every executive decision, whoever made it.
pub const RECORD: Duty = Duty {
    key: "exec_decision_record",
    must: "Put every executive decision in a written statement, whoever made it: a body, a member or an officer",
    cite: "SI 2012/2089, regulations 12 and 13",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/12",
    deciding_words: "As soon as reasonably practicable",
    marks: &[
        Mark::verified("who writes the statement, when, and its five parts", "SI 2012/2089 as made, regulations 12 and 13"),
        Mark::verified("the dispensation is given by the head of paid service", "SI 2012/2089 as made, regulations 12(2)(e) and 13(2)(e)"),
        Mark::interpretation("none of the five may be left empty", "where there is none, the statement says none"),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The proper officer, or who presided, for a meeting; the member, for a decision of one member; the officer, for an officer's",
    recipients: &["The public: regulation 14"],
    starts: Trigger::ExecutiveDecision,
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    extension: Extension::Nobody,
    contents: &[
        "The decision, and the day on which it was made",
        "The reasons for it",
        "Other options that were considered and rejected",
        "Conflicts of interest that were declared, and by whom",
        "For each conflict, any dispensation that the head of paid service granted",
    ],
    met_by: Proof { event: "The statement is produced", proof: "The statement, with the day on which it was made" },
    exceptions: &[EXEMPT],
    suspends: None,
    breach: "The decision's record is defective, and the decision open to challenge; without a record there is no public copy, as regulation 14 asks",
    examples: &[
        Example::open(date(2026, 4, 14), "Cabinet met on Tuesday, and the statement was out on Thursday 16 April"),
        Example::open(date(2026, 4, 17), "a Cabinet member decided on Friday, and the record was there on Monday"),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the age counts the holidays too"),
    ],
    notes: &["Two sets of words for two cases: see the records of a meeting and of one person."],
};

/// The statement of a decision made at a meeting.
pub const RECORD_MEETING: Duty = Duty {
    key: "exec_decision_record_meeting",
    must: "Produce a written statement of every executive decision made at the meeting",
    cite: "SI 2012/2089, regulation 12",
    deciding_words: "As soon as reasonably practicable after any meeting",
    marks: &[
        Mark::verified("who writes the statement, when, and its five parts", "SI 2012/2089 as made, regulation 12"),
        Mark::verified("the public copy, and the offence", "SI 2012/2089 as made, regulations 14 and 22"),
        Mark::interpretation("none of the five may be left empty", "where there is none, the statement says none"),
        BREACH,
    ],
    owed_by: "The proper officer; who presided, if the proper officer was not there",
    contents: &[
        "The decision, and the day on which it was made",
        "The reasons for it",
        "Other options that the body considered and rejected at the meeting",
        "Conflicts of interest that members of the body declared",
        "For each conflict, any dispensation that the head of paid service granted",
    ],
    examples: &[
        Example::open(date(2026, 4, 14), "Cabinet met on Tuesday, and the statement was published on Thursday 16 April"),
        Example::open(date(2019, 10, 1), "Cabinet met on Tuesday, and the decision was published on Thursday 3 October"),
        Example::open(date(2024, 2, 14), "options rejected were none, and the statement says so"),
        Example::open(date(2025, 2, 26), "an amendment was carried, so the statement has three resolutions and the report two"),
        Example::open(date(2021, 4, 30), "a bank holiday weekend follows, and no day is named that it could move"),
    ],
    notes: &["The dispensation is the head of paid service's, not the monitoring officer's or a standards committee's."],
    ..RECORD
};
