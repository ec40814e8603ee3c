//! Regulation 6: notice of a public meeting of the executive.
//!
//! "at least five clear days before the meeting; or … at the time that the meeting is convened"

use jiff::civil::date;

use super::{BREACH, FIVE_CLEAR_DAYS};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

/// Notice of a public meeting of the executive.
pub const MEETING_NOTICE: Duty = Duty {
    key: "exec_meeting_notice",
    must: "Give notice of the time and place of the executive's public meeting",
    cite: "SI 2012/2089, regulation 6",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/6",
    deciding_words: "at least five clear days before the meeting",
    marks: &[
        Mark::verified("five clear days, shorter notice, and which items may be considered", "SI 2012/2089 as made, regulation 6"),
        Mark::verified(
            "three clear days of the Act of 1972 were read as working days",
            "R v Swansea City Council, ex parte Elitestone Ltd (1993), Court of Appeal, in report and summary",
        ),
        Mark::interpretation("working days first", "councils count so, and it is the earlier day, which is lawful under both"),
        Mark::verified("no chairman can let in an urgent item", "SI 2012/2089 as made, regulation 6(2), which has no such words"),
        Mark::interpretation(
            "a late item needs a meeting of its own, convened at shorter notice",
            "regulation 6(1)(b) and (2)(b); ask a lawyer first",
        ),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The decision-making body that is to meet",
    recipients: &["The public, at the council's offices and on its website"],
    starts: Trigger::ExecutiveMeeting,
    date_is: DateIs::LastDayToPublish,
    versions: FIVE_CLEAR_DAYS,
    extension: Extension::Nobody,
    contents: &["The time of the meeting", "The place of the meeting"],
    met_by: Proof {
        event: "The notice is at the offices and on the website",
        proof: "The notice with the day on which it was put up, and the website's record of when it was published",
    },
    exceptions: &["The meeting is convened at shorter notice: notice is due when it is convened"],
    suspends: None,
    breach: "An item whose agenda was not open for five clear days may not be considered, and a decision on it is open to judicial review",
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
        Example::on(
            date(2022, 9, 20),
            date(2022, 9, 9),
            "the State Funeral on the day before was proclaimed a bank holiday at short notice",
        )
        .other(date(2022, 9, 14)),
        Example::on(date(2027, 1, 6), date(2026, 12, 24), "Christmas Day, its substitute, New Year's Day and two weekends are left out")
            .other(date(2026, 12, 31)),
    ],
    notes: &[
        "An urgent item cannot be taken as it can in a committee: section 100B(4)(b) of the Act of 1972 has no twin here.",
        "A newly proclaimed bank holiday moves the day to an earlier one: count again when the calendar changes.",
    ],
};
