//! Regulation 16: the executive's documents, open to any member of the council.
//!
//! "for at least five clear days before the meeting"; after private business "in any event, within 24 hours"

use jiff::civil::{date, time};

use super::{BREACH, BY, FIVE_CLEAR_DAYS, SINCE};
use crate::counting::Rule;
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// Documents for a public meeting are open to any member before it.
pub const BEFORE: Duty = Duty {
    key: "exec_member_document_access",
    must: "Make the executive's documents on the business of a public meeting open to any member of the council",
    cite: "SI 2012/2089, regulation 16(1) and (2)",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/16",
    deciding_words: "for at least five clear days before the meeting",
    marks: &[
        Mark::verified("which documents, for whom, and when", "SI 2012/2089 as made, regulation 16(1) and (2)"),
        Mark::verified("what is withheld, and what is not although it is exempt", "SI 2012/2089 as made, regulation 16(5) to (7)"),
        Mark::verified(
            "three clear days of the Act of 1972 were read as working days",
            "R v Swansea City Council, ex parte Elitestone Ltd (1993), Court of Appeal, in report and summary",
        ),
        Mark::interpretation("working days first", "councils count so, and it is the earlier day, which is lawful under both"),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The executive; the proper officer decides what is withheld",
    recipients: &["Any member of the council"],
    starts: Trigger::ExecutiveMeeting,
    date_is: DateIs::LastDayToPublish,
    versions: FIVE_CLEAR_DAYS,
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof { event: "The documents are open to members", proof: "The record of when each document was opened to members" },
    exceptions: &[
        "The meeting is convened at shorter notice: open when it is convened",
        "An item is added: its documents are open when it is added",
        "Exempt information is withheld, but not that of paragraph 3 of Schedule 12A, save terms of a contract under negotiation",
        "Exempt information is withheld, but not that of paragraph 6 of Schedule 12A",
        "Advice of a political adviser is withheld",
    ],
    suspends: None,
    breach: "A member may go to court, and the Ombudsman may find fault",
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 4, 2), "Good Friday, Easter Monday and two weekends are left out")
            .other(date(2026, 4, 8)),
        Example::on(date(2021, 5, 4), date(2021, 4, 23), "the early May bank holiday is the day before, and is left out")
            .other(date(2021, 4, 28)),
        Example::on(date(2024, 2, 14), date(2024, 2, 6), "a weekend is left out").other(date(2024, 2, 8)),
        Example::on(date(2027, 1, 5), date(2026, 12, 23), "Christmas Day, its substitute, New Year's Day and two weekends are left out")
            .other(date(2026, 12, 30)),
    ],
    notes: &[
        "After a private meeting, or a decision by one person, there are 24 hours instead: regulation 16(3) and (4).",
        "These rights come on top of any other right of a member to see documents.",
    ],
};

/// Documents of private business are open to any member within 24 hours.
pub const AFTER: Duty = Duty {
    key: "exec_member_documents_after",
    must: "Make the executive's documents on a private meeting, or on a decision by one member or officer, open to any member of the council",
    cite: "SI 2012/2089, regulation 16(3) and (4)",
    deciding_words: "when the meeting concludes … in any event, within 24 hours",
    marks: &[
        Mark::verified("which documents, for whom, and within 24 hours", "SI 2012/2089 as made, regulation 16(3) and (4)"),
        Mark::verified("what is withheld, and what is not although it is exempt", "SI 2012/2089 as made, regulation 16(5) to (7)"),
        Mark::interpretation("hours of the clock, holidays among them", "the regulations leave out no hour"),
        BREACH,
    ],
    starts: Trigger::ExecutiveMeetingEnds,
    date_is: DateIs::LastDay,
    versions: &[Version { in_force_from: SINCE, by: BY, rule: Rule::WithinHours(24), reading: "24 hours of the clock", other: None }],
    exceptions: &[
        "Exempt information is withheld, but not that of paragraph 3 of Schedule 12A, save terms of a contract under negotiation",
        "Exempt information is withheld, but not that of paragraph 6 of Schedule 12A",
        "Advice of a political adviser is withheld",
    ],
    examples: &[
        Example::hours(
            date(2026, 4, 2),
            time(18, 30, 0, 0),
            date(2026, 4, 3),
            time(18, 30, 0, 0),
            "it is Good Friday, and the hours run on",
        ),
        Example::hours(
            date(2026, 12, 24),
            time(11, 0, 0, 0),
            date(2026, 12, 25),
            time(11, 0, 0, 0),
            "it is Christmas Day, and the hours run on",
        ),
        Example::hours(
            date(2024, 2, 28),
            time(20, 15, 0, 0),
            date(2024, 2, 29),
            time(20, 15, 0, 0),
            "2024 is a leap year, and the next day is 29 February",
        ),
        Example::hours(
            date(2026, 3, 28),
            time(18, 0, 0, 0),
            date(2026, 3, 29),
            time(19, 0, 0, 0),
            "clocks go forward that night, so the day has an hour less and the clock shows an hour more",
        ),
        Example::hours(
            date(2026, 10, 24),
            time(18, 0, 0, 0),
            date(2026, 10, 25),
            time(17, 0, 0, 0),
            "clocks go back that night, so the day has an hour more and the clock shows an hour less",
        ),
        Example::open(date(2026, 4, 2), "without the time at which the meeting ended no hour can be said"),
    ],
    notes: &["The rule is at once: when the meeting ends, or immediately after the decision. 24 hours are the outer limit."],
    ..BEFORE
};
