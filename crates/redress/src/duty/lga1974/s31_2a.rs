//! Local Government Act 1974, section 31(2A)(c): confirm to the Ombudsman that the proposed action was taken.
//!
//! "three months beginning with the end of" the first period: of the period as allowed, not of the day of the reply.

use jiff::civil::date;

use super::{SINCE_2006, TEXT_OF_2006};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, Choice, DateIs, Duty, Example, Extension, How, Jurisdiction, Mark, NONE, Other, Proof, Trigger, Version};

/// Confirm within a second three months that the action was taken.
pub const IMPLEMENT_AND_CONFIRM: Duty = Duty {
    key: "lgsco_report_implement_and_confirm",
    must: "Carry out the proposed action and confirm to the Ombudsman, to the Ombudsman's satisfaction, that it has been taken",
    cite: "Local Government Act 1974, section 31(2A)(c)",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/31",
    deciding_words: "three months beginning with the end of",
    marks: &[
        Mark::verified("the period, its start, and who may lengthen it", TEXT_OF_2006),
        Mark::interpretation(
            "the last day of the first period is day one of the second",
            "a period beginning with an end has no first day of its own; the earlier date is safe",
        ),
        Mark::verified("a letter of satisfaction follows", "LGSCO guide for members responsible for complaints, part 8"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority that the report concerns",
    recipients: &["The Local Government and Social Care Ombudsman"],
    starts: Trigger::ConsiderPeriodEnds,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::BeginningWith(Period::Months(3)),
        reading: "the last day of the first period is day one",
        other: Some(Other {
            choice: Choice::EndOfSecondThreeMonths,
            reading: "the day after the first period is day one",
            how: How::Rule(Rule::BeginningTheDayAfter(Period::Months(3))),
            because: "a period ends at midnight, so what begins with its end begins on the day after",
        }),
    }],
    extension: Extension::By { who: "The Ombudsman", how: "in writing, which may be electronic", period_itself: true },
    contents: NONE,
    met_by: Proof {
        event: "The Ombudsman is satisfied that the action was taken",
        proof: "The confirmation as sent with its evidence, and the Ombudsman's letter of satisfaction",
    },
    exceptions: &["Nothing was proposed, and the Ombudsman is satisfied with the action already taken"],
    suspends: None,
    breach: "The Ombudsman must make a further report: section 31(2A)(c)",
    examples: &[
        Example::on(date(2026, 6, 2), date(2026, 9, 1), "2 June is day one, so the period ends the day before 2 September")
            .other(date(2026, 9, 2)),
        Example::on(date(2027, 2, 28), date(2027, 5, 27), "the readings part by four days: the other begins on 1 March and ends with May")
            .other(date(2027, 5, 31)),
        Example::on(date(2020, 4, 13), date(2020, 7, 12), "it ends on a Sunday, and nothing moves it")
            .other(date(2020, 7, 13))
            .work_to(date(2020, 7, 10)),
        Example::on(
            date(2026, 11, 30),
            date(2027, 2, 28),
            "there is no 30 February; counted from 1 December it ends the day before 1 March",
        )
        .other(date(2027, 2, 28)),
    ],
    notes: &["The clock starts at the end of the time allowed to reply, however early the council replied."],
};
