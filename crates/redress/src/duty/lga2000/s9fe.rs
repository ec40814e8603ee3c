//! Local Government Act 2000, section 9FE: the authority or its executive answers a scrutiny report.
//!
//! "within two months beginning with the date" of receipt of the report or, if later, of the notice.

use jiff::civil::date;

use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

const ACT_OF_2007: &str = "Local Government and Public Involvement in Health Act 2007, section 122, as sections 21B to 21D";

/// Answer scrutiny's report.
pub const RESPONSE: Duty = Duty {
    key: "scrutiny_report_response",
    must: "Consider scrutiny's report or recommendations, and answer with what action, if any, is proposed",
    cite: "Local Government Act 2000, section 9FE",
    url: "https://www.legislation.gov.uk/ukpga/2000/22/section/9FE",
    deciding_words: "two months beginning with the date",
    marks: &[
        Mark::verified("the duty, the period and its start, in the law before", ACT_OF_2007),
        Mark::from_memory("the section is now numbered 9FE", "its neighbours 9FF and 9FG were seen in the Localism Bill; check"),
        Mark::from_memory("the first day, 1 April 2009", "check the commencement of section 122"),
        Mark::derived("the last day is the day before the corresponding date", "Barker v Hambleton DC; Dodds v Walker"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The authority or the executive, whichever the notice addresses",
    recipients: &[
        "The scrutiny committee",
        "The member who referred the matter, where a copy went to one",
        "The public, where the committee published",
    ],
    starts: Trigger::ScrutinyReportReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: date(2009, 4, 1),
        by: "section 21B of the Act of 2000, since 4 May 2012 section 9FE",
        rule: Rule::BeginningWith(Period::Months(2)),
        reading: "the day of receipt of the report, or of a later notice, is day one",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &["That the report or recommendations were considered", "What action is proposed, or that none is"],
    met_by: Proof {
        event: "The answer reaches the committee",
        proof: "The answer as sent, and its publication where the committee published",
    },
    exceptions: &[
        "The committee gave no notice in writing that requires an answer",
        "What is published leaves out confidential information and may leave out exempt information, with a summary where it would mislead",
    ],
    suspends: None,
    breach: "None is stated; the failure is open to judicial review and to a finding of fault",
    examples: &[
        Example::on(date(2026, 4, 13), date(2026, 6, 12), "the day of receipt is day one, so it ends the day before 13 June"),
        Example::on(date(2026, 12, 31), date(2027, 2, 28), "there is no 31 February, so it ends with the month, a Sunday")
            .work_to(date(2027, 2, 26)),
        Example::on(date(2026, 10, 26), date(2026, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2026, 12, 24)),
        Example::on(date(2026, 2, 4), date(2026, 4, 3), "it ends on Good Friday, and nothing moves it").work_to(date(2026, 4, 2)),
        Example::on(
            date(2024, 1, 1),
            date(2024, 2, 29),
            "two months that begin with January end with February, in a leap year on the 29th",
        ),
    ],
    notes: &["Section 243 of the Act of 1972 reaches that Act only, so it does not move this last day."],
};
