//! Complaint Handling Code, part 6, stage 2: acknowledge within five working days, answer within twenty of that.
//!
//! "within 20 working days" of acknowledgement, by another person than at stage 1.

use jiff::civil::date;

use super::{IN_FORCE, NOT_FOR_ALL, WORKING_DAY, stage1, within};
use crate::duty::{Duty, Example, Extension, Mark, Proof, Trigger};

const SUMMARY: &str = "summary by Lawyers in Local Government; Cumberland Council's procedure under the Code";

/// Acknowledge the request for stage 2.
pub const ACKNOWLEDGE: Duty = Duty {
    key: "complaint_stage2_ack",
    must: "Acknowledge and log the request for stage 2",
    cite: "LGSCO Complaint Handling Code 2024, part 6, stage 2",
    deciding_words: "within five working days",
    marks: &[
        IN_FORCE,
        Mark::verified("five working days from the request", SUMMARY),
        Mark::interpretation("the day of the request is not counted", "within days of a day excludes it"),
        WORKING_DAY,
        NOT_FOR_ALL,
    ],
    starts: Trigger::EscalationRequested,
    versions: &[within(5, "working days, the day of the request not counted")],
    contents: &["That the request is received and logged at stage 2", "When an answer is to be expected"],
    examples: &[
        Example::on(date(2026, 5, 20), date(2026, 5, 28), "the spring bank holiday is not counted"),
        Example::on(date(2027, 3, 24), date(2027, 4, 2), "Good Friday and Easter Monday fall in March 2027 and are not counted"),
        Example::on(date(2026, 12, 23), date(2027, 1, 4), "Christmas Day, 28 December and New Year's Day are not counted"),
        Example::on(date(2026, 7, 31), date(2026, 8, 7), "a request on the last day of a month"),
    ],
    notes: &["The person need not say why they are dissatisfied."],
    ..stage1::ACKNOWLEDGE
};

/// Answer at stage 2.
pub const RESPOND: Duty = Duty {
    key: "complaint_stage2_response",
    must: "Give the final answer at stage 2, by another person than at stage 1, and name the Ombudsman",
    cite: "LGSCO Complaint Handling Code 2024, part 6, stage 2",
    deciding_words: "within 20 working days",
    marks: &[
        IN_FORCE,
        Mark::verified("twenty working days from acknowledgement, the longer time, and another person", SUMMARY),
        Mark::verified("the final answer names the Ombudsman", "LGSCO Manual for Councils, part 4"),
        Mark::interpretation("the day of acknowledgement is not counted", "within days of a day excludes it"),
        WORKING_DAY,
        NOT_FOR_ALL,
    ],
    starts: Trigger::EscalationAcknowledged,
    versions: &[within(20, "working days, the day of acknowledgement not counted")],
    extension: Extension::By {
        who: "The council itself",
        how: "by telling the person why, the new date, and how to reach the Ombudsman; no more than twenty working days further without good reason",
        period_itself: true,
    },
    contents: &[
        "An answer to every point raised, with clear reasons",
        "What is put right, and by when",
        "That it is the final answer, and how to go to the Ombudsman, in the Ombudsman's wording",
    ],
    met_by: Proof {
        event: "The final answer is sent",
        proof: "The answer with its day and the Ombudsman's details; for a longer time, the explanation as sent",
    },
    examples: &[
        Example::on(
            date(2026, 5, 28),
            date(2026, 6, 25),
            "twenty working days of four plain weeks; twenty further end on Thursday 23 July",
        ),
        Example::on(date(2026, 4, 1), date(2026, 5, 1), "Good Friday and Easter Monday are not counted"),
        Example::on(date(2026, 12, 11), date(2027, 1, 13), "Christmas Day, 28 December and New Year's Day are not counted"),
        Example::on(date(2026, 7, 31), date(2026, 8, 28), "it ends on the Friday before the summer bank holiday"),
    ],
    notes: &[
        "Do not say what the Ombudsman can or cannot look at.",
        "Who complains to the Ombudsman has twelve months from first notice of the matter, not from this answer.",
    ],
    ..stage1::RESPOND
};
