//! The Ombudsman's requests: documents before a case is allocated, and the enquiry letter.
//!
//! Ten working days for the first; for the second the letter's own date, often twenty working days.

use jiff::civil::date;

use super::{OMBUDSMAN, PRACTICE, SINCE};
use crate::calendar::DayKind;
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, PART_III_MODERN, Proof, Trigger, Version};

/// Documents before a case is allocated.
pub const PRE_ALLOCATION: Duty = Duty {
    key: "lgsco_pre_allocation_request",
    must: "Send the Ombudsman the documents asked for before the case is allocated",
    cite: "LGSCO Investigation Manual, part 7",
    url: "https://www.lgo.org.uk/information-centre/staff-guidance/investigation-manual?chapter=7",
    deciding_words: "10 working days",
    marks: &[
        Mark::verified("ten working days, and that the Ombudsman chases after them", "LGSCO Investigation Manual, part 7"),
        Mark::interpretation("the day of the request is not counted; bank holidays in England are left out", "the manual does not say"),
        SINCE,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council, through its link officer",
    recipients: OMBUDSMAN,
    starts: Trigger::OmbudsmanRequest,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::DaysAfter { days: 10, kind: DayKind::Working },
        reading: "working days, the day of the request not counted",
        other: None,
    }],
    extension: Extension::By {
        who: "The investigator or intake team",
        how: "on request, which is recorded against the council",
        period_itself: false,
    },
    contents: &["Each document asked for, or why there is none", "The council's final answer to the complaint"],
    met_by: Proof { event: "The documents reach the Ombudsman", proof: "The message or upload with its day and a list of what went" },
    exceptions: &["What a court could not order anybody to give in a civil case: section 29(7)"],
    suspends: None,
    breach: "The Ombudsman chases, and records the delay against the council",
    examples: &[
        Example::on(date(2026, 12, 18), date(2027, 1, 6), "Christmas Day, 28 December and New Year's Day are not counted"),
        Example::on(date(2026, 4, 1), date(2026, 4, 17), "Good Friday and Easter Monday are not counted"),
        Example::on(date(2026, 5, 15), date(2026, 6, 1), "the spring bank holiday is not counted"),
        Example::on(date(2024, 2, 15), date(2024, 2, 29), "2024 is a leap year, and 29 February is a working day"),
    ],
    notes: &["Where the request names a day, work to that day."],
};

/// The enquiry letter.
pub const RESPONSE: Duty = Duty {
    key: "lgsco_enquiry_response",
    must: "Answer the Ombudsman's enquiry, with the documents and the council's comments",
    cite: "Local Government Act 1974, section 29; LGSCO Investigation Manual, part 31",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/29",
    deciding_words: "none in law; the letter's own date decides",
    marks: &[
        Mark::verified(
            "the power to require information, and its limits",
            "Local Government Act 1974 as it stood on 1 April 2006, sections 29 and 32(3)",
        ),
        Mark::verified("delay and requests for more time are recorded", "LGSCO Investigation Manual, part 31"),
        Mark::from_memory("twenty working days where the letter is silent", "read the letter's own date"),
        SINCE,
    ],
    starts: Trigger::EnquiryLetter,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::LocalDaysAfter { usual: 20, kind: DayKind::Working },
        reading: "the day in the letter, or twenty working days where it names none",
        other: None,
    }],
    extension: Extension::By { who: "The investigator", how: "on request, which is recorded against the council", period_itself: false },
    contents: &[
        "An answer to each question",
        "The documents asked for",
        "The council's comments on the complaint",
        "Any remedy that the council offers already",
    ],
    met_by: Proof { event: "The answer reaches the Ombudsman", proof: "The answer as sent, with its day and a list of what went" },
    exceptions: &[
        "What a court could not order anybody to give in a civil case: section 29(7)",
        "A notice on paper that disclosure would be against the public interest: section 32(3)",
    ],
    breach: "The council is marked late; witnesses may be summoned, and obstruction taken to the High Court",
    examples: &[
        Example::on(date(2026, 12, 7), date(2027, 1, 7), "Christmas Day, 28 December and New Year's Day are not counted"),
        Example::on(date(2026, 3, 27), date(2026, 4, 28), "Good Friday and Easter Monday are not counted"),
        Example::on(date(2026, 3, 2), date(2026, 3, 30), "four plain weeks"),
        Example::on(date(2026, 12, 7), date(2026, 12, 18), "the letter names the day, and that day stands").stated(date(2026, 12, 18)),
    ],
    notes: &["Never count where the letter names a day.", "Keep the post of link officer covered: a letter read late is answered late."],
    ..PRE_ALLOCATION
};
