//! Regulation 10: a key decision without 28 clear days, by the general exception.
//!
//! "after five clear days have elapsed following the day on which the proper officer made available the notice"

use jiff::civil::date;

use super::{AS_SOON, BREACH, BY, SINCE, reg9};
use crate::calendar::DayKind;
use crate::counting::Rule;
use crate::duty::{Choice, DateIs, Duty, Example, How, Mark, NONE, Other, Proof, Trigger, Version};

/// The first day for a key decision under the general exception.
pub const GENERAL_EXCEPTION: Duty = Duty {
    key: "key_decision_general_exception",
    must: "Wait, after scrutiny has been told in writing and the notice made public, until five clear days have elapsed",
    cite: "SI 2012/2089, regulation 10(1)",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/10",
    deciding_words: "after five clear days have elapsed following the day on which the proper officer made available the notice",
    marks: &[
        Mark::verified("whom to tell, what to publish, and five clear days", "SI 2012/2089 as made, regulation 10"),
        Mark::verified(
            "three clear days of the Act of 1972 were read as working days",
            "R v Swansea City Council, ex parte Elitestone Ltd (1993), Court of Appeal, in report and summary",
        ),
        Mark::interpretation("working days first", "councils count so, and it is the later day, which is lawful under both"),
        BREACH,
    ],
    owed_by: "The proper officer for the notice; the decision maker for the wait",
    recipients: &[
        "The chairman of the overview and scrutiny committee for the matter, in writing; if there is none, every member of it",
        "The public, at the council's offices and on its website",
    ],
    starts: Trigger::ExceptionNoticeAvailable,
    date_is: DateIs::FirstDay,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::ClearDaysAfter { days: 5, kind: DayKind::Working },
        reading: "five clear working days",
        other: Some(Other {
            choice: Choice::ClearDays,
            reading: "five clear calendar days",
            how: How::Rule(Rule::ClearDaysAfter { days: 5, kind: DayKind::Calendar }),
            because: "the regulations do not say working days, and the ruling on working days was on another Act",
        }),
    }],
    contents: &["The matter on which the decision is to be made"],
    met_by: Proof {
        event: "Five clear days have elapsed since scrutiny was told and the notice made public",
        proof: "The notice to scrutiny as sent, and the record of when its copy went up at the offices and on the website",
    },
    exceptions: &["Special urgency, with agreement: regulation 11"],
    suspends: Some("The key decision may not be made until the day that is shown"),
    examples: &[
        Example::on(date(2026, 3, 30), date(2026, 4, 9), "31 March and 1, 2, 7 and 8 April are the clear days; Easter is left out")
            .other(date(2026, 4, 5)),
        Example::on(date(2019, 8, 14), date(2019, 8, 22), "a weekend is left out").other(date(2019, 8, 20)),
        Example::on(date(2026, 12, 21), date(2026, 12, 31), "Christmas Day, the weekend and the substitute bank holiday are left out")
            .other(date(2026, 12, 27)),
        Example::on(date(2024, 2, 26), date(2024, 3, 5), "2024 is a leap year, and 29 February is a clear day").other(date(2024, 3, 3)),
        Example::on(date(2026, 5, 1), date(2026, 5, 12), "the early May bank holiday and two weekends are left out")
            .other(date(2026, 5, 7)),
    ],
    notes: &[
        "The reasons why 28 clear days were impracticable are published afterwards: regulation 10(3).",
        "Where these five clear days are impracticable too, regulation 11 is left.",
    ],
    ..reg9::PUBLISH_28
};

/// The reasons why 28 clear days were impracticable.
pub const REASONS: Duty = Duty {
    key: "key_decision_general_exception_reasons",
    must: "Publish the reasons why 28 clear days' notice of the key decision was impracticable",
    cite: "SI 2012/2089, regulation 10(3)",
    deciding_words: "As soon as reasonably practicable after the proper officer has complied with paragraph (1)",
    marks: &[
        Mark::verified("when the reasons are due, and where they go", "SI 2012/2089 as made, regulation 10(3)"),
        Mark::interpretation(
            "the age is counted from the first notice",
            "the officer has then done what paragraph (1) asks of the officer",
        ),
        BREACH,
    ],
    owed_by: "The proper officer",
    recipients: &["The public, at the council's offices and on its website"],
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    contents: &["The reasons why compliance with regulation 9 is impracticable"],
    met_by: Proof { event: "The reasons are at the offices and on the website", proof: "The notice with the day on which it was put up" },
    exceptions: NONE,
    suspends: None,
    examples: &[
        Example::open(date(2026, 3, 30), "the reasons can go up with the notice itself"),
        Example::open(date(2026, 12, 21), "Christmas follows, and the age counts the holidays too"),
        Example::open(date(2026, 4, 30), "the end of the month plays no part"),
    ],
    notes: &["Publish both notices together where the reasons are known."],
    ..GENERAL_EXCEPTION
};
