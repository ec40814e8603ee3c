//! Local Government Act 1974, section 31(2C): after a further report, sections 30 and 31(2) apply again.
//!
//! The same rules from new days, so the constants are those of the first report with another start.

use jiff::civil::date;

use super::{ACT_OF_2007, SINCE_2006, TEXT_OF_2006, s30_4, s30_5, s31_2, s31_2a};
use crate::counting::{Period, Rule};
use crate::duty::{Choice, Duty, Example, How, Mark, Other, Trigger, Version};

const URL: &str = "https://www.legislation.gov.uk/ukpga/1974/7/section/31";
const MARKS: &[Mark] = &[
    Mark::verified("sections 30 and 31(2) apply again", TEXT_OF_2006),
    Mark::verified("what a further report contains", ACT_OF_2007),
    Mark::interpretation(
        "each clock of the first report runs a second time",
        "with any necessary modifications, which the Act does not list",
    ),
];

/// Public notice of a further report.
pub const PUBLIC_NOTICE: Duty = Duty {
    key: "lgsco_further_report_public_notice",
    must: "Give public notice, in newspapers and in other suitable ways, that the further report can be inspected and copies had",
    cite: "Local Government Act 1974, sections 30(5) and 31(2C)",
    url: URL,
    marks: MARKS,
    starts: Trigger::FurtherReportReceived,
    examples: &[
        Example::on(date(2026, 10, 1), date(2026, 10, 15), "two weeks after a Thursday are a Thursday"),
        Example::on(date(2020, 1, 14), date(2020, 1, 28), "two weeks after a Tuesday"),
        Example::on(date(2026, 12, 18), date(2027, 1, 1), "it ends on New Year's Day, and nothing moves it").work_to(date(2026, 12, 31)),
    ],
    ..s30_5::PUBLIC_NOTICE
};

/// Inspection of a further report begins.
pub const INSPECTION_START: Duty = Duty {
    key: "lgsco_further_report_inspection_start",
    cite: "Local Government Act 1974, sections 30(5) and 31(2C)",
    url: URL,
    marks: MARKS,
    examples: &[
        Example::on(date(2026, 10, 15), date(2026, 10, 22), "one week after a Thursday is a Thursday"),
        Example::on(date(2026, 12, 21), date(2026, 12, 28), "it is the substitute for Boxing Day, and nothing moves it")
            .work_to(date(2026, 12, 24)),
        Example::on(date(2028, 2, 23), date(2028, 3, 1), "2028 is a leap year, and 29 February counts like any day"),
    ],
    ..s30_5::INSPECTION_START
};

/// A further report lies open for three weeks.
pub const INSPECTION_PERIOD: Duty = Duty {
    key: "lgsco_further_report_inspection_period",
    cite: "Local Government Act 1974, sections 30(4) and 31(2C)",
    url: URL,
    marks: MARKS,
    examples: &[
        Example::on(date(2026, 10, 22), date(2026, 11, 11), "the named Thursday is day one, so the last of 21 days is a Wednesday")
            .other(date(2026, 11, 12)),
        Example::on(date(2020, 1, 17), date(2020, 2, 6), "a council that closed on 11 February kept it open long enough")
            .other(date(2020, 2, 7)),
        Example::on(date(2026, 12, 28), date(2027, 1, 17), "New Year's Day falls inside and does not lengthen it").other(date(2027, 1, 18)),
    ],
    ..s30_4::INSPECTION_PERIOD
};

/// Consider a further report and tell the Ombudsman within three months.
pub const CONSIDER_AND_NOTIFY: Duty = Duty {
    key: "lgsco_further_report_consider_and_notify",
    must: "Lay the further report before the authority, consider it, and tell the Ombudsman what action has been taken or is proposed",
    cite: "Local Government Act 1974, sections 31(2) and 31(2C)",
    marks: MARKS,
    starts: Trigger::FurtherReportReceived,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::BeginningWith(Period::Months(3)),
        reading: "counted from receipt",
        other: Some(Other {
            choice: Choice::ReceiptOrReportDate,
            reading: "counted from the date of the further report",
            how: How::FromReportDate,
            because: "the Ombudsman's guide for members counts from the date of the report, which can be earlier",
        }),
    }],
    breach: "The Ombudsman may require the authority to publish a statement in a newspaper: section 31(2D)",
    examples: &[
        Example::on(date(2026, 10, 1), date(2026, 12, 31), "the day of receipt is day one, so the period ends the day before 1 January"),
        Example::on(date(2020, 1, 14), date(2020, 4, 13), "it ends on Easter Monday, and nothing moves it").work_to(date(2020, 4, 9)),
        Example::on(date(2026, 8, 31), date(2026, 11, 30), "there is no 31 November, so the period ends with the month"),
        Example::on(
            date(2026, 10, 5),
            date(2027, 1, 4),
            "the report is dated four days before it came, and that reading ends on a holiday",
        )
        .report_dated(date(2026, 10, 2))
        .other(date(2027, 1, 1)),
    ],
    notes: &[
        "Where anybody but the authority itself considers it and proposes no action, or not the action recommended, the matter goes to the full council: section 31A(1A) to (1C).",
        "A report by somebody with an interest must be joined by one from somebody without: section 31A(4).",
    ],
    ..s31_2::CONSIDER_AND_NOTIFY
};

/// Confirm within a second three months that the action on a further report was taken.
pub const IMPLEMENT_AND_CONFIRM: Duty = Duty {
    key: "lgsco_further_report_implement_and_confirm",
    cite: "Local Government Act 1974, section 31(2D)(c)",
    marks: &[
        Mark::verified("the period", TEXT_OF_2006),
        Mark::interpretation("the last day of the first period is day one of the second", "as for the first report"),
    ],
    starts: Trigger::FurtherConsiderPeriodEnds,
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
    breach: "The Ombudsman may require the authority to publish a statement in a newspaper: section 31(2D)",
    examples: &[
        Example::on(date(2026, 12, 31), date(2027, 3, 30), "31 December is day one, so the period ends the day before 31 March")
            .other(date(2027, 3, 31)),
        Example::on(
            date(2026, 11, 30),
            date(2027, 2, 28),
            "there is no 30 February; counted from 1 December it ends the day before 1 March",
        )
        .other(date(2027, 2, 28)),
        Example::on(date(2027, 1, 4), date(2027, 4, 3), "it ends on a Saturday, and nothing moves it")
            .other(date(2027, 4, 4))
            .work_to(date(2027, 4, 2)),
    ],
    ..s31_2a::IMPLEMENT_AND_CONFIRM
};
