//! Regulation 9: notice of a key decision.
//!
//! "At least 28 clear days before a key decision is made"

use jiff::civil::date;

use super::{BREACH, EXEMPT, TWENTY_EIGHT_CLEAR_DAYS};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// Notice of a key decision, 28 clear days before.
pub const PUBLISH_28: Duty = Duty {
    key: "key_decision_publish_28",
    must: "Publish a document that says that a key decision is to be made, with what regulation 9(1) asks for",
    cite: "SI 2012/2089, regulation 9",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/9",
    deciding_words: "At least 28 clear days before a key decision is made",
    marks: &[
        Mark::verified("28 clear days, and the eight contents", "SI 2012/2089 as made, regulation 9(1) and (2)"),
        Mark::verified("what makes a decision key", "SI 2012/2089 as made, regulation 8"),
        Mark::verified("one council counts calendar days", "Southampton City Council, forward plan: 28 day notice"),
        Mark::verified("another counts working days", "Folkestone and Hythe District Council, forward plan: 28 clear working days"),
        Mark::interpretation("calendar days first", "28 days are four whole weeks, and practice differs"),
        Mark::interpretation("a costly remedy can be a key decision", "it can be significant spending against the budget of the service"),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The decision maker: body, member or officer",
    recipients: &["The public, at the council's offices and on its website"],
    starts: Trigger::KeyDecision,
    date_is: DateIs::LastDayToPublish,
    versions: TWENTY_EIGHT_CLEAR_DAYS,
    extension: Extension::Nobody,
    contents: &[
        "That a key decision is to be made for the authority",
        "The matter",
        "The decision maker: name and title, or the body's name and a list of its members",
        "The day of the decision, or the period within which it is made",
        "A list of the documents submitted to the decision maker",
        "The address from which they can be had",
        "That other documents may be submitted",
        "How to ask for details of those as they become available",
    ],
    met_by: Proof {
        event: "The document is at the offices and on the website",
        proof: "The document with the day on which it was put up, and the website's record of when it was published",
    },
    exceptions: &[
        "The general exception, once five clear days have elapsed: regulation 10",
        "Special urgency, with agreement: regulation 11",
        "A private matter: particulars, but nothing confidential or exempt, and no political adviser's advice: regulation 9(3)",
        EXEMPT,
    ],
    suspends: Some("The key decision may not be made until the document has been published for the time"),
    breach: "The decision can be quashed; scrutiny can require a report to the council: regulation 18",
    examples: &[
        Example::on(date(2026, 5, 28), date(2026, 4, 29), "two bank holidays in May are counted as days like any, but are no working days")
            .other(date(2026, 4, 15)),
        Example::on(date(2021, 3, 11), date(2021, 2, 10), "neither the day of publishing nor that of the decision is counted")
            .other(date(2021, 1, 29)),
        Example::on(
            date(2019, 10, 1),
            date(2019, 9, 2),
            "the August bank holiday comes before the calendar days, but inside the working days",
        )
        .other(date(2019, 8, 20)),
        Example::on(date(2024, 2, 14), date(2024, 1, 16), "the document goes out in another month than the decision is in")
            .other(date(2024, 1, 4)),
        Example::on(date(2025, 2, 26), date(2025, 1, 28), "the document goes out at the end of the month before").other(date(2025, 1, 16)),
        Example::on(date(2021, 5, 4), date(2021, 4, 5), "it is Easter Monday, when offices are shut: publish on Thursday 1 April")
            .other(date(2021, 3, 19))
            .work_to(date(2021, 4, 1)),
        Example::on(date(2021, 7, 22), date(2021, 6, 23), "no holiday is near, and the two readings still part by twelve days")
            .other(date(2021, 6, 11)),
        Example::on(date(2026, 1, 27), date(2025, 12, 29), "the days between are a month with New Year's Day in it")
            .other(date(2025, 12, 12)),
        Example::on(date(2026, 6, 2), date(2026, 5, 4), "it is the early May bank holiday: publish on Friday 1 May")
            .other(date(2026, 4, 20))
            .work_to(date(2026, 5, 1)),
    ],
    notes: &[
        "How much money is significant is for the constitution, with regard to guidance: set the council's threshold.",
        "The effect on two or more wards or divisions makes a decision key without any money.",
    ],
};
