//! Local Government Act 1974, section 31(2): lay the report before the authority, consider it, and tell the Ombudsman.
//!
//! "within the period of three months beginning with the date on which they received the report,
//! or such longer period as the Local Commissioner may agree in writing"

use jiff::civil::date;

use super::{ACT_OF_2007, TEXT_OF_2006};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, Choice, DateIs, Duty, Example, Extension, How, Jurisdiction, Mark, Other, Proof, Trigger, Version};

/// Consider the report and tell the Ombudsman within three months.
pub const CONSIDER_AND_NOTIFY: Duty = Duty {
    key: "lgsco_report_consider_and_notify",
    must: "Lay the report before the authority, consider it, and tell the Ombudsman what action has been taken or is proposed",
    cite: "Local Government Act 1974, section 31(2)",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/31",
    deciding_words: "three months beginning with the date on which they received the report, or such longer period as the Local Commissioner may agree in writing",
    marks: &[
        Mark::verified("the period, its start, and who may lengthen it", TEXT_OF_2006),
        Mark::verified("the reports that start it", ACT_OF_2007),
        Mark::verified("beginning with a date counts that date", "Barker v Hambleton DC [2012] EWCA Civ 610"),
        Mark::verified("months end by the corresponding date", "Dodds v Walker [1981] 1 WLR 1027 (HL)"),
        Mark::verified(
            "the Ombudsman's guide counts from the date of the report",
            "LGSCO guide for members responsible for complaints, part 8",
        ),
        Mark::interpretation("alarm on the earlier of the two", "the Act says receipt; the guide can be earlier, never later"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority that the report concerns",
    recipients: &["The Local Government and Social Care Ombudsman"],
    starts: Trigger::ReportReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: date(1991, 4, 1),
        by: "the text as it stood on 1 April 1991, unchanged in these words since",
        rule: Rule::BeginningWith(Period::Months(3)),
        reading: "counted from receipt",
        other: Some(Other {
            choice: Choice::ReceiptOrReportDate,
            reading: "counted from the date of the report",
            how: How::FromReportDate,
            because: "the Ombudsman's guide for members counts from the date of the report, which can be earlier",
        }),
    }],
    extension: Extension::By { who: "The Ombudsman", how: "in writing, which may be electronic", period_itself: true },
    contents: &[
        "The action that the authority has taken, recommendation by recommendation",
        "The action that the authority proposes to take, with dates",
    ],
    met_by: Proof {
        event: "The Ombudsman is told of the action taken or proposed",
        proof: "The letter as sent, with the day, and the minute of the meeting that considered the report",
    },
    exceptions: &["A statement of reasons, upheld or not, is no report and does not start this clock"],
    suspends: None,
    breach: "The Ombudsman must make a further report: section 31(2A)(a)",
    examples: &[
        Example::on(date(2026, 3, 3), date(2026, 6, 2), "the day of receipt is day one, so the period ends the day before 3 June"),
        Example::on(
            date(2026, 3, 5),
            date(2026, 6, 4),
            "the report is dated two days before it came, so the Ombudsman's guide ends two days sooner",
        )
        .report_dated(date(2026, 3, 3))
        .other(date(2026, 6, 2)),
        Example::on(date(2025, 3, 1), date(2025, 5, 31), "a period that begins on the first of a month ends with a month"),
        Example::on(date(2025, 1, 31), date(2025, 4, 30), "there is no 31 April, so the period ends with the month"),
        Example::on(date(2026, 11, 30), date(2027, 2, 28), "there is no 30 February, and nothing moves a Sunday")
            .work_to(date(2027, 2, 26)),
        Example::on(date(2023, 11, 30), date(2024, 2, 29), "there is no 30 February, even in a leap year"),
        Example::on(date(2023, 11, 29), date(2024, 2, 28), "there is a 29 February in 2024, and the period ends the day before it"),
        Example::on(date(2025, 1, 22), date(2025, 4, 21), "it ends on Easter Monday, and nothing moves it").work_to(date(2025, 4, 17)),
        Example::on(date(2024, 9, 26), date(2024, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2024, 12, 24)),
        Example::on(date(2025, 1, 7), date(2025, 4, 6), "it ends on a Sunday, and nothing moves it").work_to(date(2025, 4, 4)),
        Example::on(date(2020, 1, 14), date(2020, 4, 13), "it ends on Easter Monday; Good Friday is no working day either")
            .work_to(date(2020, 4, 9)),
    ],
    notes: &[
        "A report of fault without injustice starts the clock too, since the Act of 2007.",
        "Agreeing to everything in advance does not meet the duty: the report must still be considered and the Ombudsman told.",
        "Who is the authority (council, executive, a committee with the power) is for the monitoring officer and the constitution.",
    ],
};
