//! Regulation 5(6) and (7): a private meeting that is urgent.
//!
//! "urgent and cannot reasonably be deferred": agreement first, then a notice "as soon as reasonably practicable".

use jiff::civil::date;

use super::{AS_SOON, BREACH, BY, SINCE, reg5_2};
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, Example, Mark, NONE, Proof, Trigger, Version};

/// Agreement that a private meeting is urgent.
pub const AGREEMENT: Duty = Duty {
    key: "exec_private_urgent_agreement",
    must: "Obtain agreement, before meeting in private without full notice, that the meeting is urgent and cannot reasonably be deferred",
    cite: "SI 2012/2089, regulation 5(6)",
    deciding_words: "may only be held in private where the decision-making body has obtained agreement",
    marks: &[
        Mark::verified("when agreement is needed, and from whom", "SI 2012/2089 as made, regulation 5(6)"),
        Mark::interpretation(
            "the day of the meeting at the latest",
            "the meeting may be private only where agreement has been obtained, so it comes first",
        ),
        BREACH,
    ],
    recipients: &[
        "The chairman of the overview and scrutiny committee for the matter",
        "If there is none, or none able to act: the chairman of the council",
        "If there is neither: the vice-chairman of the council",
    ],
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::BeginningWith(Period::Days(1)),
        reading: "on the day of the meeting at the latest, before it begins",
        other: None,
    }],
    contents: &[
        "The name and the office of whoever agrees, and why the one before in the chain did not act",
        "The day, and the reasons why the meeting is urgent and cannot reasonably be deferred",
    ],
    met_by: Proof { event: "Agreement is obtained", proof: "The agreement, signed, with its day and time" },
    exceptions: NONE,
    breach: "The private part is unlawful, and what it decides is open to judicial review",
    examples: &[
        Example::on(date(2026, 4, 9), date(2026, 4, 9), "agreement signed on Wednesday 8 April is in time for a meeting on Thursday"),
        Example::on(
            date(2021, 3, 11),
            date(2021, 3, 11),
            "a first notice on 11 February came a day late, so agreement was the only way left",
        ),
        Example::on(date(2026, 12, 29), date(2026, 12, 29), "the day before is a bank holiday: ask before Christmas")
            .work_to(date(2026, 12, 29)),
        Example::on(date(2024, 2, 29), date(2024, 2, 29), "the end of the month plays no part"),
    ],
    notes: &[
        "Agreement that comes after the meeting does not heal it.",
        "Publish the reasons as soon as reasonably practicable: regulation 5(7).",
    ],
    ..reg5_2::PRIVATE_NOTICE_28
};

/// The notice that a private meeting is urgent.
pub const NOTICE: Duty = Duty {
    key: "exec_private_urgent_notice",
    must: "Publish the reasons why the private meeting is urgent and cannot reasonably be deferred",
    cite: "SI 2012/2089, regulation 5(7)",
    deciding_words: "As soon as reasonably practicable after the decision-making body has obtained agreement",
    marks: &[Mark::verified("when the notice is due, where it goes and what it says", "SI 2012/2089 as made, regulation 5(7)"), BREACH],
    starts: Trigger::UrgencyAgreed,
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    contents: &["The reasons why the meeting is urgent and cannot reasonably be deferred"],
    exceptions: NONE,
    examples: &[
        Example::open(date(2026, 4, 8), "agreement was signed on Wednesday for a meeting on Thursday, and the notice went up the same day"),
        Example::open(date(2026, 4, 2), "Good Friday follows: the website is open, and no day is named"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the age counts the holidays too"),
        Example::open(date(2026, 1, 30), "the end of the month plays no part"),
    ],
    notes: &["Put the notice up before the meeting wherever that is possible: afterwards nobody can act on it."],
    ..reg5_2::PRIVATE_NOTICE_28
};
