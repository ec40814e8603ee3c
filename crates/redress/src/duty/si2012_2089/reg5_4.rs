//! Regulation 5(4) and (5): the second notice of a private meeting.
//!
//! "At least five clear days before a private meeting", "a further notice"

use jiff::civil::date;

use super::{BREACH, FIVE_CLEAR_DAYS, reg5_2};
use crate::duty::{Duty, Example, Mark};

/// Second notice of a private meeting, five clear days before.
pub const PRIVATE_NOTICE_5: Duty = Duty {
    key: "exec_private_notice_5",
    must: "Publish a further notice of the private meeting, with reasons, representations received and the answer to them",
    cite: "SI 2012/2089, regulation 5(4) and (5)",
    deciding_words: "At least five clear days before a private meeting",
    marks: &[
        Mark::verified("five clear days, and the contents of the notice", "SI 2012/2089 as made, regulation 5(4) and (5)"),
        Mark::verified(
            "three clear days of the Act of 1972 were read as working days",
            "R v Swansea City Council, ex parte Elitestone Ltd (1993), Court of Appeal, in report and summary",
        ),
        Mark::interpretation("working days first", "councils count so, and it is the earlier day, which is lawful under both"),
        BREACH,
    ],
    versions: FIVE_CLEAR_DAYS,
    contents: &[
        "The reasons for holding the meeting, or the part of it, in private",
        "The representations received on why it should be public, or that there are none",
        "The answer to each of them",
    ],
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 4, 2), "Good Friday, Easter Monday and two weekends are left out")
            .other(date(2026, 4, 8)),
        Example::on(date(2021, 3, 11), date(2021, 3, 3), "a weekend is left out").other(date(2021, 3, 5)),
        Example::on(date(2019, 10, 1), date(2019, 9, 23), "a weekend is left out").other(date(2019, 9, 25)),
        Example::on(date(2024, 2, 14), date(2024, 2, 6), "a weekend is left out").other(date(2024, 2, 8)),
        Example::on(date(2025, 2, 26), date(2025, 2, 18), "a weekend is left out").other(date(2025, 2, 20)),
        Example::on(date(2021, 5, 4), date(2021, 4, 23), "the early May bank holiday is the day before, and is left out")
            .other(date(2021, 4, 28)),
        Example::on(date(2021, 7, 22), date(2021, 7, 14), "a weekend is left out").other(date(2021, 7, 16)),
        Example::on(date(2027, 1, 5), date(2026, 12, 23), "Christmas Day, its substitute, New Year's Day and two weekends are left out")
            .other(date(2026, 12, 30)),
    ],
    notes: &["The notice comes after the first one, 28 clear days before; without the first it does not help."],
    ..reg5_2::PRIVATE_NOTICE_28
};
