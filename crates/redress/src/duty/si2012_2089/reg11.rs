//! Regulation 11: a key decision of special urgency.
//!
//! "urgent and cannot reasonably be deferred": agreement first, then a notice "as soon as reasonably practicable".

use jiff::civil::date;

use super::{AS_SOON, BREACH, BY, SINCE, reg9};
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, Example, Mark, NONE, Proof, Trigger, Version};

/// Agreement that a key decision is urgent.
pub const AGREEMENT: Duty = Duty {
    key: "key_decision_special_urgency",
    must: "Obtain agreement, before a key decision without five clear days' notice, that it is urgent and cannot reasonably be deferred",
    cite: "SI 2012/2089, regulation 11(1)",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/11",
    deciding_words: "may only be made where the decision maker has obtained agreement",
    marks: &[
        Mark::verified("when agreement is needed, and from whom", "SI 2012/2089 as made, regulation 11(1)"),
        Mark::interpretation(
            "the day of the decision at the latest",
            "the decision may be made only where agreement has been obtained, so it comes first",
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
        reading: "on the day of the decision at the latest, before it is made",
        other: None,
    }],
    contents: &[
        "The name and the office of whoever agrees, and why the one before in the chain did not act",
        "The day, and the reasons why the decision is urgent and cannot reasonably be deferred",
    ],
    met_by: Proof { event: "Agreement is obtained", proof: "The agreement, signed, with its day and time" },
    exceptions: NONE,
    suspends: Some("The key decision may not be made until agreement is obtained"),
    examples: &[
        Example::on(date(2026, 3, 30), date(2026, 3, 30), "agreement and decision may fall on one Monday, agreement first"),
        Example::on(date(2026, 4, 7), date(2026, 4, 7), "Easter Monday is the day before: ask on Thursday 2 April")
            .work_to(date(2026, 4, 7)),
        Example::on(date(2026, 12, 31), date(2026, 12, 31), "the end of the month and of the year plays no part"),
        Example::on(date(2024, 2, 29), date(2024, 2, 29), "a leap day is a day like any"),
    ],
    notes: &[
        "Publish the reasons as soon as reasonably practicable: regulation 11(2).",
        "List the decision in the next report on urgent decisions: regulation 19.",
    ],
    ..reg9::PUBLISH_28
};

/// The notice that a key decision is urgent.
pub const NOTICE: Duty = Duty {
    key: "key_decision_special_urgency_notice",
    must: "Publish the reasons why the key decision is urgent and cannot reasonably be deferred",
    cite: "SI 2012/2089, regulation 11(2)",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/11",
    deciding_words: "As soon as reasonably practicable after the decision maker has obtained agreement",
    marks: &[
        Mark::verified("when the notice is due, where it goes and what it says", "SI 2012/2089 as made, regulation 11(2)"),
        Mark::interpretation(
            "the reasons are those for the decision",
            "the text says the meeting is urgent, which makes no sense for a decision by one person",
        ),
        BREACH,
    ],
    starts: Trigger::UrgencyAgreed,
    date_is: DateIs::NoDate,
    versions: AS_SOON,
    contents: &["The reasons why the decision is urgent and cannot reasonably be deferred"],
    met_by: Proof {
        event: "The notice is at the offices and on the website",
        proof: "The notice with the day on which it was put up, and the website's record of when it was published",
    },
    exceptions: NONE,
    suspends: None,
    examples: &[
        Example::open(date(2026, 3, 30), "agreement and decision fell on Monday, and the notice went up on Tuesday 31 March"),
        Example::open(date(2026, 4, 2), "Good Friday follows: the website is open, and no day is named"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the age counts the holidays too"),
    ],
    notes: &["List the decision in the next report on urgent decisions: regulation 19."],
    ..reg9::PUBLISH_28
};
