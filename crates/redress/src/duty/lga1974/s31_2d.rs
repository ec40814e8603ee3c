//! Local Government Act 1974, section 31(2D) to (2H): the statement that the Ombudsman can require in a newspaper.
//!
//! Form agreed within "one month beginning with" receipt of the notice; "any two editions within a fortnight",
//! the first for the "earliest practicable date"; reasonable expenses repaid "on demand".

use jiff::civil::date;

use super::{SINCE_2006, TEXT_OF_2006};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, Choice, DateIs, Duty, Example, Extension, How, Jurisdiction, Mark, NONE, Other, Proof, Trigger, Version};

const URL: &str = "https://www.legislation.gov.uk/ukpga/1974/7/section/31";
const DEFAULT: &str = "The Ombudsman publishes the statement, and the authority repays the cost on demand: section 31(2G) and (2H)";

/// Agree the form of the statement within a month.
pub const AGREE_FORM: Duty = Duty {
    key: "lgsco_statement_agree_form",
    must: "Agree with the Ombudsman the form of the statement to be published",
    cite: "Local Government Act 1974, section 31(2G)(b)",
    url: URL,
    deciding_words: "one month beginning with",
    marks: &[
        Mark::verified("the period, its start, and who may lengthen it", TEXT_OF_2006),
        Mark::derived("the last day is the day before the corresponding date", "Barker v Hambleton DC; Dodds v Walker"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority that the further report concerns",
    recipients: &["The Local Government and Social Care Ombudsman"],
    starts: Trigger::StatementNoticeReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::BeginningWith(Period::Months(1)),
        reading: "the day of receipt is day one",
        other: None,
    }],
    extension: Extension::By { who: "The Ombudsman", how: "in writing, which may be electronic", period_itself: true },
    contents: &[
        "Any action recommended in the further report that has not been taken",
        "Supporting material that the Ombudsman requires",
        "If the authority so requires, its reasons for taking no action, or not the action recommended",
    ],
    met_by: Proof { event: "The Ombudsman agrees the form", proof: "The letter of agreement, with the form attached" },
    exceptions: NONE,
    suspends: None,
    breach: DEFAULT,
    examples: &[
        Example::on(date(2026, 10, 14), date(2026, 11, 13), "the day of receipt is day one, so the month ends the day before 14 November"),
        Example::on(date(2027, 1, 31), date(2027, 2, 28), "there is no 31 February, and nothing moves a Sunday").work_to(date(2027, 2, 26)),
        Example::on(date(2026, 11, 26), date(2026, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2026, 12, 24)),
        Example::on(date(2027, 3, 1), date(2027, 3, 31), "a month that begins on the first ends with the month"),
    ],
    notes: &["The newspaper is agreed too, or the Ombudsman names it."],
};

/// Publish the first edition at the earliest practicable date.
pub const FIRST_EDITION: Duty = Duty {
    key: "lgsco_statement_first_edition",
    must: "Publish the statement in a newspaper circulating in the area, first for the earliest practicable date",
    cite: "Local Government Act 1974, section 31(2F)",
    deciding_words: "the earliest practicable date",
    marks: &[Mark::verified("the newspaper, the editions and the first date", TEXT_OF_2006)],
    recipients: &["The public, through a newspaper agreed with the Ombudsman"],
    starts: Trigger::StatementFormAgreed,
    date_is: DateIs::NoDate,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::AsSoonAsPracticable,
        reading: "no day is named",
        other: None,
    }],
    extension: Extension::Nobody,
    met_by: Proof { event: "The statement appears", proof: "The newspaper's page with its date" },
    examples: &[
        Example::open(date(2026, 11, 13), "a weekly newspaper of Thursdays next takes copy for 19 November; the law names no day"),
        Example::open(date(2026, 12, 24), "no edition may appear over Christmas; the age shows how long it took"),
        Example::open(date(2027, 2, 28), "it is a Sunday, and the age counts from it like from any day"),
    ],
    notes: &["Ask the newspaper for its last day for copy before the form is agreed."],
    ..AGREE_FORM
};

/// Publish the second edition within a fortnight.
pub const SECOND_EDITION: Duty = Duty {
    key: "lgsco_statement_second_edition",
    must: "Publish the statement a second time, within a fortnight of the first",
    cite: "Local Government Act 1974, section 31(2F)",
    deciding_words: "any two editions within a fortnight",
    marks: &[
        Mark::verified("two editions within a fortnight", TEXT_OF_2006),
        Mark::interpretation(
            "the day of the first edition is day one of fourteen",
            "both editions then lie within one fortnight on any count",
        ),
    ],
    recipients: &["The public, through the same newspaper"],
    starts: Trigger::FirstEdition,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::BeginningWith(Period::Weeks(2)),
        reading: "the day of the first edition is day one",
        other: Some(Other {
            choice: Choice::NamedDayCounted,
            reading: "the day of the first edition is not counted",
            how: How::Rule(Rule::OfTheDate(Period::Weeks(2))),
            because: "a fortnight between two Thursdays is in common speech fourteen days after the first",
        }),
    }],
    extension: Extension::Nobody,
    met_by: Proof { event: "The statement appears a second time", proof: "The newspaper's page with its date" },
    examples: &[
        Example::on(date(2026, 11, 19), date(2026, 12, 2), "19 November is day one, so the fourteenth day is a Wednesday")
            .other(date(2026, 12, 3)),
        Example::on(date(2026, 12, 17), date(2026, 12, 30), "Christmas falls inside and does not lengthen it").other(date(2026, 12, 31)),
        Example::on(date(2028, 2, 17), date(2028, 3, 1), "2028 is a leap year, and 29 February is the thirteenth day")
            .other(date(2028, 3, 2)),
    ],
    notes: &["With a weekly newspaper only the edition of the next week is safe under both readings."],
    ..AGREE_FORM
};

/// Repay the Ombudsman's cost on demand.
pub const COST_REIMBURSE: Duty = Duty {
    key: "lgsco_cost_reimburse",
    must: "Repay the Ombudsman's reasonable expenses of publishing the statement in default",
    cite: "Local Government Act 1974, section 31(2H)",
    deciding_words: "on demand",
    marks: &[Mark::verified("the debt and that it is due on demand", TEXT_OF_2006)],
    starts: Trigger::ReimbursementDemanded,
    date_is: DateIs::NoDate,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::OnDemand,
        reading: "due from the day of the demand",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof { event: "The sum is paid", proof: "The record of payment" },
    breach: "A debt to the Ombudsman that can be recovered",
    examples: &[
        Example::open(date(2026, 12, 4), "due on demand, with no time allowed"),
        Example::open(date(2026, 12, 25), "a demand on a holiday is a demand; the age counts from it"),
        Example::open(date(2028, 2, 29), "the age counts from any day, a leap day too"),
    ],
    notes: &["Only reasonable expenses are owed: ask for the account."],
    ..AGREE_FORM
};
