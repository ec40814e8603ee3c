//! Regulation 8: an officer's record is open to the public, with its background papers, and kept.
//!
//! "as soon as reasonably practicable after the record is made"; "six years", "four years", "beginning with the date"

use jiff::civil::date;

use super::{AS_SOON, BY, EXEMPT, OFFENCE, SINCE};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// The record and its background papers are open to the public.
pub const PUBLISH: Duty = Duty {
    key: "officer_decision_publish",
    must: "Make the officer's record and its background papers open to the public at the offices, on the website and as else fits",
    cite: "SI 2014/2095, regulation 8(1) and (2)",
    url: "https://www.legislation.gov.uk/uksi/2014/2095/regulation/8",
    deciding_words: "as soon as reasonably practicable after the record is made",
    marks: &[
        Mark::verified("what is open, where, and when", "SI 2014/2095 as made, regulation 8(1) and (2)"),
        Mark::verified("what is held back", "SI 2014/2095 as made, regulation 9"),
        Mark::interpretation(
            "the public copy is redacted",
            "a record about a complainant holds exempt information: paragraphs 1 and 2 of Schedule 12A",
        ),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority",
    recipients: &["The public, at the council's offices and on its website", "Anybody who asks for a copy and pays"],
    starts: Trigger::OfficerRecordMade,
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    extension: Extension::Nobody,
    contents: &["The record", "Its background papers"],
    met_by: Proof {
        event: "Record and background papers are open at the offices and on the website",
        proof: "The website's record of when each was published, and the record at the offices",
    },
    exceptions: &[EXEMPT],
    suspends: None,
    breach: OFFENCE,
    examples: &[
        Example::open(date(2026, 4, 22), "the record was made on Wednesday and can be open the same day"),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the age counts the holidays too"),
        Example::open(date(2026, 1, 30), "the end of the month plays no part"),
    ],
    notes: &["Background papers of an officer's decision go on the website too, and no fee is named for looking at them."],
};

/// The record is kept and open for six years.
pub const RECORDS: Duty = Duty {
    key: "officer_decision_retention",
    must: "Keep the officer's record, and keep it open to the public",
    cite: "SI 2014/2095, regulation 8(3)",
    deciding_words: "six years beginning with the date on which the decision, to which the record relates, was made",
    marks: &[
        Mark::verified("six years, and their start", "SI 2014/2095 as made, regulation 8(3)"),
        Mark::verified("beginning with a date counts that date", "Barker v Hambleton DC [2012] EWCA Civ 610"),
        Mark::interpretation("six years are the least", "nothing forbids keeping it longer"),
    ],
    recipients: &["The public, at all reasonable hours at the offices, and on the website"],
    starts: Trigger::OfficerDecision,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::KeepForYears(6),
        reading: "six years, the day of the decision counted",
        other: None,
    }],
    contents: NONE,
    met_by: Proof {
        event: "Six years have run with the record open",
        proof: "The address of the record, unchanged, and the record at the offices",
    },
    suspends: Some("Deleting, moving away or closing the record"),
    examples: &[
        Example::on(date(2026, 4, 20), date(2032, 4, 19), "the day of the decision is day one"),
        Example::on(date(2024, 2, 29), date(2030, 2, 28), "there is no 29 February in 2030, so the years end with the month"),
        Example::on(date(2018, 3, 1), date(2024, 2, 29), "2024 is a leap year, and the day before 1 March is 29 February"),
        Example::on(date(2020, 4, 4), date(2026, 4, 3), "it ends on Good Friday, and the record stays open through it"),
        Example::on(date(2026, 1, 1), date(2031, 12, 31), "years that begin with January end with December"),
    ],
    notes: &["The years begin with the decision, not with the day on which the record was made."],
    ..PUBLISH
};

/// Background papers are kept and open for four years.
pub const BACKGROUND: Duty = Duty {
    key: "officer_background_retention",
    must: "Keep the background papers of the officer's decision, and keep them open to the public",
    cite: "SI 2014/2095, regulation 8(4)",
    deciding_words: "four years beginning with the date on which the decision, to which the background papers relate, was made",
    marks: &[
        Mark::verified("four years, and their start", "SI 2014/2095 as made, regulation 8(4)"),
        Mark::verified("beginning with a date counts that date", "Barker v Hambleton DC [2012] EWCA Civ 610"),
        Mark::interpretation("four years are the least", "nothing forbids keeping them longer"),
    ],
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::KeepForYears(4),
        reading: "four years, the day of the decision counted",
        other: None,
    }],
    met_by: Proof {
        event: "Four years have run with the papers open",
        proof: "The addresses of the papers, unchanged, and the record at the offices",
    },
    suspends: Some("Deleting, moving away or closing the background papers"),
    examples: &[
        Example::on(date(2026, 4, 20), date(2030, 4, 19), "the day of the decision is day one"),
        Example::on(date(2024, 2, 29), date(2028, 2, 28), "2028 has a 29 February, and the years end the day before it"),
        Example::on(date(2024, 3, 1), date(2028, 2, 29), "the day before 1 March 2028 is 29 February"),
        Example::on(date(2022, 12, 26), date(2026, 12, 25), "it ends on Christmas Day, and the papers stay open through it"),
    ],
    notes: &["Where record and papers stand on one page, take away the papers alone after four years, or keep both for six."],
    ..RECORDS
};
