//! Local Government Act 1972, section 100A(6)(a) and section 100E: public notice of a meeting.
//!
//! "five clear days at least" before a meeting of the council, a committee or a sub-committee; three until October 2002.

use jiff::civil::date;

use super::{ELITESTONE, FIVE_DAYS, TEXT, THREE_THEN_FIVE};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// Public notice of the time and place.
pub const PUBLIC_NOTICE: Duty = Duty {
    key: "council_meeting_public_notice",
    must: "Post public notice of the time and place of the meeting at the council's offices",
    cite: "Local Government Act 1972, sections 100A(6)(a) and 100E",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/section/100A",
    deciding_words: "five clear days at least before the meeting",
    marks: &[
        Mark::verified("the notice, its place, and committees too", TEXT),
        Mark::verified("five for three from 1 October 2002", FIVE_DAYS),
        Mark::verified("clear days are working days, neither end counted", ELITESTONE),
        Mark::from_memory("the first day, 1 April 1986", "check the commencement of the Act of 1985"),
        Mark::interpretation("what follows a breach", "the Act names no consequence"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council; for a joint committee, every constituent council",
    recipients: &["The public, at the council's offices"],
    starts: Trigger::CommitteeMeeting,
    date_is: DateIs::LastDayToPublish,
    versions: THREE_THEN_FIVE,
    extension: Extension::Nobody,
    contents: &["The time of the meeting", "The place of the meeting"],
    met_by: Proof { event: "The notice is posted", proof: "The notice with the day and place of posting, and who posted it" },
    exceptions: &["The meeting is convened at shorter notice: then when it is convened"],
    suspends: None,
    breach: "The meeting and what it resolves can be challenged",
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 4, 2), "Good Friday and Easter Monday lie between and are not counted")
            .other(date(2026, 4, 8)),
        Example::on(date(2027, 1, 6), date(2026, 12, 24), "the clear days are 29, 30 and 31 December, 4 and 5 January")
            .other(date(2026, 12, 31)),
        Example::on(date(2021, 5, 4), date(2021, 4, 23), "the day before the meeting is the early May bank holiday")
            .other(date(2021, 4, 28)),
        Example::on(date(2024, 3, 7), date(2024, 2, 28), "29 February is one of the clear days").other(date(2024, 3, 1)),
        Example::on(date(1990, 5, 1), date(1990, 4, 25), "the law asked for three days, and notice on Thursday 26 April was a day short")
            .other(date(1990, 4, 27)),
        Example::on(date(2002, 9, 30), date(2002, 9, 24), "it is the last day on which three clear days were enough")
            .other(date(2002, 9, 26)),
        Example::on(date(2002, 10, 1), date(2002, 9, 23), "it is the first day for which five clear days are asked")
            .other(date(2002, 9, 25)),
    ],
    notes: &[
        "It is the notice of committees and sub-committees too; a meeting of the council needs its summons besides.",
        "Section 243 can put off a last day; the days of a notice stay as many as they are.",
    ],
};
