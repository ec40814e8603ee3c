//! Complaint Handling Code, part 6, stage 1: acknowledge within five working days, answer within ten of that.
//!
//! "within 10 working days of the complaint being acknowledged"; more only with an explanation.

use jiff::civil::date;

use super::{BREACH, EXCEPTIONS, IN_FORCE, NOT_FOR_ALL, URL, WORKING_DAY, within};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// Acknowledge the complaint.
pub const ACKNOWLEDGE: Duty = Duty {
    key: "complaint_stage1_ack",
    must: "Acknowledge and log the complaint at stage 1",
    cite: "LGSCO Complaint Handling Code 2024, paragraph 6.2",
    url: URL,
    deciding_words: "within five working days of the complaint being received",
    marks: &[
        IN_FORCE,
        Mark::verified("five working days from receipt", "Complaint Handling Code, paragraph 6.2"),
        Mark::interpretation("the day of receipt is not counted", "within days of a day excludes it"),
        WORKING_DAY,
        NOT_FOR_ALL,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council",
    recipients: &["The person who complains"],
    starts: Trigger::ComplaintReceived,
    date_is: DateIs::LastDay,
    versions: &[within(5, "working days, the day of receipt not counted")],
    extension: Extension::Nobody,
    contents: &["That the complaint is received and logged at stage 1", "When an answer is to be expected"],
    met_by: Proof { event: "The acknowledgement is sent", proof: "The acknowledgement with its day, and the entry in the log" },
    exceptions: EXCEPTIONS,
    suspends: None,
    breach: BREACH,
    examples: &[
        Example::on(date(2026, 4, 1), date(2026, 4, 10), "Good Friday and Easter Monday are not counted"),
        Example::on(date(2026, 5, 30), date(2026, 6, 5), "received on a Saturday, it has the five days of the next week"),
        Example::on(date(2026, 5, 18), date(2026, 5, 26), "the spring bank holiday is not counted"),
        Example::on(date(2026, 12, 24), date(2027, 1, 5), "Christmas Day, 28 December and New Year's Day are not counted"),
    ],
    notes: &[
        "The clock of the answer runs from the acknowledgement: a late one hides the delay, so log both days.",
        "A complaint is any expression of dissatisfaction, however made: the word need not be used.",
        "A council landlord also has the Housing Ombudsman's Code, with the same steps since 1 April 2024.",
    ],
};

/// Answer at stage 1.
pub const RESPOND: Duty = Duty {
    key: "complaint_stage1_response",
    must: "Answer the complaint at stage 1, on every point that it raises",
    cite: "LGSCO Complaint Handling Code 2024, paragraphs 6.3 to 6.8",
    deciding_words: "within 10 working days of the complaint being acknowledged",
    marks: &[
        IN_FORCE,
        Mark::verified("ten working days from acknowledgement, and the longer time", "Complaint Handling Code, paragraphs 6.3 to 6.5"),
        Mark::interpretation("the day of acknowledgement is not counted", "within days of a day excludes it"),
        WORKING_DAY,
        NOT_FOR_ALL,
    ],
    starts: Trigger::ComplaintAcknowledged,
    versions: &[within(10, "working days, the day of acknowledgement not counted")],
    extension: Extension::By {
        who: "The council itself",
        how: "by telling the person why, the new date, and how to reach the Ombudsman; no more than ten working days further without good reason",
        period_itself: true,
    },
    contents: &[
        "An answer to every point raised, with clear reasons",
        "The policy, law or good practice relied on",
        "What the council is and is not responsible for",
        "How to go to stage 2, or to the Ombudsman",
    ],
    met_by: Proof { event: "The answer is sent", proof: "The answer with its day; for a longer time, the explanation as sent" },
    examples: &[
        Example::on(
            date(2026, 4, 10),
            date(2026, 4, 24),
            "ten working days of two plain weeks; ten further end on Monday 11 May, past a bank holiday",
        ),
        Example::on(date(2026, 5, 18), date(2026, 6, 2), "the spring bank holiday is not counted"),
        Example::on(date(2026, 5, 29), date(2026, 6, 12), "acknowledged on the last working day of May"),
        Example::on(date(2026, 12, 17), date(2027, 1, 5), "Christmas Day, 28 December and New Year's Day are not counted"),
    ],
    notes: &[
        "Answer when the answer is known; what is still to be done is tracked after it.",
        "A longer time starts from the end of the first ten days.",
    ],
    ..ACKNOWLEDGE
};
