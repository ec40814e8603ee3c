//! The Ombudsman's drafts: the last time to correct law and fact, and to ask for a longer time for the remedy.
//!
//! For a draft report "three weeks" are given to those who complain; for a council, and for a draft decision, read the letter.

use jiff::civil::date;

use super::{OMBUDSMAN, PRACTICE, SINCE};
use crate::calendar::DayKind;
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, PART_III_MODERN, Proof, Trigger, Version};

/// Comments on a draft report.
pub const REPORT: Duty = Duty {
    key: "lgsco_draft_report_comments",
    must: "Comment on the draft report: errors of law and fact, what cannot be done, and what cannot be done in time",
    cite: "LGSCO guidance on public interest reports",
    url: "https://www.lgo.org.uk/make-a-complaint/guidance-public-interest-report",
    deciding_words: "three weeks",
    marks: &[
        Mark::verified("what a council should say", "LGSCO Manual for Councils, part 7"),
        Mark::verified("three weeks for those who complain", "LGSCO information about issuing public reports, for complainants"),
        Mark::from_memory("the same three weeks for a council", "not seen: read the letter's own date"),
        SINCE,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council, which must consult any person or organisation that the draft criticises",
    recipients: OMBUDSMAN,
    starts: Trigger::DraftSent,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::LocalDaysAfter { usual: 21, kind: DayKind::Calendar },
        reading: "the day in the letter, or three calendar weeks where it names none",
        other: None,
    }],
    extension: Extension::By { who: "The Ombudsman", how: "exceptionally, on request", period_itself: false },
    contents: &[
        "Any error of law",
        "Any error of fact",
        "Any action that the council cannot deliver",
        "Any time that the council cannot keep, with the time it can",
        "Evidence that those criticised were consulted",
    ],
    met_by: Proof { event: "The comments reach the Ombudsman", proof: "The comments as sent, with their day" },
    exceptions: NONE,
    suspends: None,
    breach: "The report is issued without the council's comments",
    examples: &[
        Example::on(date(2019, 8, 14), date(2019, 9, 12), "the letter named Thursday 12 September, and that day stands")
            .stated(date(2019, 9, 12)),
        Example::on(date(2026, 12, 4), date(2026, 12, 25), "three weeks end on Christmas Day, and nothing moves it")
            .work_to(date(2026, 12, 24)),
        Example::on(date(2026, 3, 13), date(2026, 4, 3), "three weeks end on Good Friday, and nothing moves it").work_to(date(2026, 4, 2)),
        Example::on(date(2028, 2, 8), date(2028, 2, 29), "2028 is a leap year, and the last day is 29 February"),
    ],
    notes: &[
        "A draft is confidential. Tell the chief executive and the monitoring officer at the first word of a possible report.",
        "After the final report or decision a date changes only in exceptional circumstances: ask now.",
    ],
};

/// Comments on a draft decision.
pub const DECISION: Duty = Duty {
    key: "lgsco_draft_decision_comment",
    must: "Comment on the draft decision: errors of law and fact, what cannot be done, and what cannot be done in time",
    cite: "LGSCO Manual for Councils, part 7; LGSCO Investigation Manual, part 29",
    url: "https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/councils/information-for-link-officers?chapter=7",
    deciding_words: "none in law; the letter's own date decides",
    marks: &[
        Mark::verified(
            "what a council should say, and that those criticised are consulted",
            "LGSCO Manual for Councils, part 7; LGSCO Investigation Manual, part 29",
        ),
        Mark::verified("a date changes later only in exceptional circumstances", "LGSCO Manual for Councils, part 8"),
        Mark::from_memory("how long a council has", "not seen: take it from the letter"),
        SINCE,
    ],
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::ByDateStated("the day that the letter with the draft decision names"),
        reading: "the day in the letter",
        other: None,
    }],
    breach: "The final decision is issued without the council's comments",
    examples: &[
        Example::on(date(2026, 3, 16), date(2026, 3, 30), "the letter names the day").stated(date(2026, 3, 30)),
        Example::on(date(2026, 12, 11), date(2026, 12, 25), "the letter names Christmas Day, and the council works to the day before")
            .stated(date(2026, 12, 25))
            .work_to(date(2026, 12, 24)),
        Example::on(date(2024, 2, 15), date(2024, 2, 29), "the letter names a leap day").stated(date(2024, 2, 29)),
        Example::open(date(2026, 3, 16), "the letter's day is not entered, and the program does not guess it"),
    ],
    ..REPORT
};
