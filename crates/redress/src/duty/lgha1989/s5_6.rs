//! Local Government and Housing Act 1989, section 5(5)(b) and (6): no step is taken meanwhile.
//!
//! "until the end of the first business day after the day on which consideration of that report … is concluded"

use jiff::civil::date;

use super::{BREACH, BY, SINCE_2008, TEXT_OF_2026};
use crate::counting::Rule;
use crate::duty::{ANY, Choice, DateIs, Duty, Example, Extension, How, Jurisdiction, Mark, NONE, Other, Proof, Trigger, Version};

/// Nothing is carried out while a section 5 report is considered.
pub const SUSPENDED: Duty = Duty {
    key: "s5_implementation_suspended",
    must: "Take no step to carry out a proposal or decision that the section 5 report is about",
    cite: "Local Government and Housing Act 1989, section 5(5)(b) and (6)",
    url: "https://www.legislation.gov.uk/ukpga/1989/42/section/5",
    deciding_words: "until the end of the first business day after the day on which consideration of that report … is concluded",
    marks: &[
        Mark::verified("the end of the suspension, and what a business day is (section 5(8))", TEXT_OF_2026),
        Mark::interpretation("it begins when copies are first sent", "the Act says only that it follows from the report"),
        Mark::interpretation(
            "what is over and done with cannot be suspended",
            "there is no step left to take; write down that there is none",
        ),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority, and everybody who acts for it",
    recipients: &["Everybody who could carry out the proposal or decision"],
    starts: Trigger::ConsiderationConcluded,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::EndOfFirstBusinessDayAfter,
        reading: "for maladministration or failure, only after the Ombudsman investigated",
        other: Some(Other {
            choice: Choice::SectionFiveInvestigation,
            reading: "for maladministration or failure, without an investigation too",
            how: How::OnlyIf("the report is about maladministration or failure that the Ombudsman has not investigated"),
            because: "the words that ask for an investigation point at paragraph (b), which no longer reaches England",
        }),
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof {
        event: "The first business day after consideration was concluded has ended",
        proof: "The minute that says when it was concluded, and a register of what was held back and when it was released",
    },
    exceptions: &["An omission, or a decision already carried out: nothing is left to suspend"],
    suspends: Some("Contracts, payments, notices and any other step that gives effect to the proposal or decision"),
    breach: "The step is unlawful, and open to judicial review",
    examples: &[
        Example::on(date(2026, 4, 2), date(2026, 4, 7), "Good Friday, the weekend and Easter Monday are no business days"),
        Example::on(
            date(2026, 12, 24),
            date(2026, 12, 29),
            "Christmas Day, the weekend and the substitute bank holiday on Monday are left out",
        ),
        Example::on(date(2019, 10, 1), date(2019, 10, 2), "an ordinary Tuesday is followed by a business day"),
        Example::on(date(2020, 5, 7), date(2020, 5, 11), "the bank holiday was moved to Friday 8 May that year"),
        Example::on(date(2022, 9, 16), date(2022, 9, 20), "the State Funeral made Monday 19 September a bank holiday"),
        Example::on(date(2024, 2, 28), date(2024, 2, 29), "2024 is a leap year, and 29 February is a business day"),
        Example::on(date(2026, 12, 31), date(2027, 1, 4), "New Year's Day is followed by a weekend"),
    ],
    notes: &[
        "While consideration is not concluded there is no end: the suspension runs on, even beyond the 21 days.",
        "The end is the end of a day, not the opening of business: the first step can be taken on the day after.",
    ],
};
