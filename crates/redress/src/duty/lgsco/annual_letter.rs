//! The Ombudsman's annual letter: it comes in July, and members should see it. No statute sets a day for either.

use jiff::civil::date;

use super::{PRACTICE, SINCE};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, PART_III_MODERN, Proof, Trigger, Version};

/// The letter comes.
pub const LETTER: Duty = Duty {
    key: "annual_letter",
    must: "Send the council its annual letter and figures (the Ombudsman; the council plans for it)",
    cite: "LGSCO Manual for Councils, part 11",
    url: "https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/councils/information-for-link-officers?chapter=11",
    deciding_words: "none in law; July by practice",
    marks: &[
        Mark::verified("the month, the addressees and the figures", "LGSCO Manual for Councils, part 11"),
        Mark::verified("a letter of 17 July 2024", "Tendring District Council, report on the annual letter"),
        SINCE,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The Local Government and Social Care Ombudsman",
    recipients: &["The chief executive", "The link officers", "The leader and the chair of scrutiny, who see it too"],
    starts: Trigger::YearEnds,
    date_is: DateIs::FirstDay,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::ByEvent("the day, in July as a rule, on which the letter arrives"),
        reading: "the day on which the letter arrives",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "Complaints upheld",
        "Compliance with recommendations",
        "Satisfactory remedies before the Ombudsman came in",
        "Figures of similar authorities",
    ],
    met_by: Proof { event: "The letter arrives", proof: "The letter with its day of receipt, and the figures that came with it" },
    exceptions: NONE,
    suspends: None,
    breach: "Nothing follows for the council",
    examples: &[
        Example::on(date(2024, 3, 31), date(2024, 7, 17), "the letter for 2023-24 came on a Wednesday in July").stated(date(2024, 7, 17)),
        Example::on(date(2026, 3, 31), date(2026, 7, 17), "a letter on Friday 17 July 2026 is taken as an illustration")
            .stated(date(2026, 7, 17)),
        Example::open(date(2027, 3, 31), "the letter has not come, and the program does not guess its day"),
    ],
    notes: &["It is published on the Ombudsman's website some days later: have the council's answer ready."],
};

/// Members see the letter.
pub const REPORT: Duty = Duty {
    key: "annual_letter_report",
    must: "Report the annual letter and its figures to members",
    cite: "LGSCO Manual for Councils, part 11; LGSCO Complaint Handling Code 2024",
    deciding_words: "none in law; no day is set",
    marks: &[
        Mark::verified("who gets the letter", "LGSCO Manual for Councils, part 11"),
        Mark::interpretation(
            "a report to members, by the monitoring officer",
            "the Code's annual report and the duty under section 5A are what it hangs on; no statute says so",
        ),
        SINCE,
    ],
    owed_by: "The monitoring officer, by custom",
    recipients: &["Members, through the audit or scrutiny committee", "The chair of scrutiny"],
    starts: Trigger::AnnualLetterReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::NamedMeeting,
        reading: "the meeting that the council has named for it, often in September",
        other: None,
    }],
    contents: &[
        "The letter",
        "The figures, with those of similar authorities and of the year before",
        "What the council learnt from upheld complaints",
    ],
    met_by: Proof { event: "The committee considers the report", proof: "The minute, and the report with the letter" },
    breach: "No statute is broken; the Ombudsman may ask how members oversee complaints",
    examples: &[
        Example::on(date(2026, 7, 17), date(2026, 9, 22), "the letter comes in July, and the audit committee sits in September")
            .meeting(date(2026, 9, 22)),
        Example::on(date(2024, 7, 17), date(2024, 9, 30), "a meeting on the last day of September").meeting(date(2024, 9, 30)),
        Example::on(date(2025, 7, 31), date(2025, 12, 23), "the last meeting before Christmas is late and lawful")
            .meeting(date(2025, 12, 23)),
        Example::open(date(2027, 7, 16), "no meeting is named yet, so no day can be said"),
    ],
    notes: &["A case received in one year may be decided in the next: the two counts need not agree."],
    ..LETTER
};
