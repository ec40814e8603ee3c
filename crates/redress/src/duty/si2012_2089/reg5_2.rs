//! Regulation 5(2) and (3): the first notice of a private meeting.
//!
//! "At least 28 clear days before a private meeting"

use jiff::civil::date;

use super::{BREACH, TWENTY_EIGHT_CLEAR_DAYS};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// First notice of a private meeting, 28 clear days before.
pub const PRIVATE_NOTICE_28: Duty = Duty {
    key: "exec_private_notice_28",
    must: "Publish notice, with reasons, that the executive intends to meet, or to take an item, in private",
    cite: "SI 2012/2089, regulation 5(2) and (3)",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/5",
    deciding_words: "At least 28 clear days before a private meeting",
    marks: &[
        Mark::verified("28 clear days, where the notice goes, and that it gives reasons", "SI 2012/2089 as made, regulation 5(2) and (3)"),
        Mark::verified("one council counts calendar days", "Southampton City Council, forward plan: 28 day notice"),
        Mark::verified("another counts working days", "Folkestone and Hythe District Council, forward plan: 28 clear working days"),
        Mark::interpretation("calendar days first", "28 days are four whole weeks, and practice differs"),
        Mark::interpretation(
            "section 243 of the Act of 1972 moves nothing here",
            "it reaches that Act and instruments under it; these are made under the Act of 2000",
        ),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The decision-making body that is to meet",
    recipients: &["The public, at the council's offices and on its website"],
    starts: Trigger::PrivateMeeting,
    date_is: DateIs::LastDayToPublish,
    versions: TWENTY_EIGHT_CLEAR_DAYS,
    extension: Extension::Nobody,
    contents: &["The intention to hold the meeting, or the part of it, in private", "The reasons for holding it in private"],
    met_by: Proof {
        event: "The notice is at the offices and on the website",
        proof: "The notice with the day on which it was put up, and the website's record of when it was published",
    },
    exceptions: &["The meeting is urgent, and the chairman of scrutiny, or the next in the chain, has agreed: regulation 5(6)"],
    suspends: None,
    breach: "The private part is unlawful, and what it decides is open to judicial review",
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 3, 16), "neither day is counted, and Easter is counted as days like any")
            .other(date(2026, 3, 2)),
        Example::on(date(2021, 3, 11), date(2021, 2, 10), "28 days lie between a Wednesday and a Thursday four weeks later")
            .other(date(2021, 1, 29)),
        Example::on(
            date(2019, 10, 1),
            date(2019, 9, 2),
            "the August bank holiday comes before the calendar days, but inside the working days",
        )
        .other(date(2019, 8, 20)),
        Example::on(date(2024, 2, 14), date(2024, 1, 16), "the notice goes out in another month than the meeting is in")
            .other(date(2024, 1, 4)),
        Example::on(date(2025, 2, 26), date(2025, 1, 28), "the notice goes out at the end of the month before").other(date(2025, 1, 16)),
        Example::on(date(2021, 5, 4), date(2021, 4, 5), "it is Easter Monday, when offices are shut: publish on Thursday 1 April")
            .other(date(2021, 3, 19))
            .work_to(date(2021, 4, 1)),
        Example::on(date(2021, 7, 22), date(2021, 6, 23), "no holiday is near, and the two readings still part by twelve days")
            .other(date(2021, 6, 11)),
        Example::on(date(2027, 1, 5), date(2026, 12, 7), "Christmas and New Year are counted as days like any, but are no working days")
            .other(date(2026, 11, 20)),
        Example::on(date(2024, 3, 28), date(2024, 2, 28), "2024 is a leap year, and 29 February is the first of the 28")
            .other(date(2024, 2, 16)),
    ],
    notes: &[
        "A second notice follows, five clear days before: regulation 5(4).",
        "The public may answer the notice, and the second notice must say what they said.",
    ],
};
