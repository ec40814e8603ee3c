//! Local Government Act 1972, Schedule 12, paragraphs 39 to 44: the minutes, and who signs them when.
//!
//! Signed "at the same or next suitable meeting"; an extraordinary meeting leaves them to the next ordinary one.

use jiff::civil::date;

use super::{ACT_BEGAN, ACT_IN_FORCE, TEXT};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// The minutes are signed.
pub const SIGNING: Duty = Duty {
    key: "minutes_sign",
    must: "Sign the minutes at the same meeting, or at the next suitable one",
    cite: "Local Government Act 1972, Schedule 12, paragraphs 39 to 41 and 44; SI 1993/202, Schedule 2",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/schedule/12",
    deciding_words: "next suitable meeting",
    marks: &[
        Mark::verified("the minutes, the signature and its effect, and who must be named", TEXT),
        Mark::verified("an extraordinary meeting leaves the minutes to the next ordinary one", "SI 1993/202, Schedule 2, paragraph 2"),
        Mark::verified("a member may have the own vote recorded", "SI 1993/202, Schedule 2, paragraph 1"),
        Mark::interpretation("what follows where nobody signs", "only signed minutes are received in evidence without more"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The person presiding at that meeting",
    recipients: &["The council's record"],
    starts: Trigger::MeetingHeld,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: ACT_BEGAN,
        by: ACT_IN_FORCE,
        rule: Rule::NextSuitableMeeting,
        reading: "the next ordinary meeting",
        other: None,
    }],
    extension: Extension::By { who: "Standing orders", how: "by naming another meeting as suitable", period_itself: true },
    contents: &[
        "The names of the members present",
        "How a member voted, where that member asked for it at once after the vote",
        "For loose leaves: consecutive numbers, and each leaf initialled",
    ],
    met_by: Proof { event: "The person presiding signs", proof: "The signed minutes, and the minute of the later meeting" },
    exceptions: NONE,
    suspends: None,
    breach: "The minutes lose their force as evidence",
    examples: &[
        Example::on(
            date(2026, 3, 26),
            date(2026, 5, 21),
            "the extraordinary meeting on 9 April need not sign; the ordinary one in May does",
        )
        .meeting(date(2026, 5, 21)),
        Example::on(date(2026, 12, 17), date(2027, 1, 21), "no meeting falls over Christmas").meeting(date(2027, 1, 21)),
        Example::on(date(2024, 2, 29), date(2024, 3, 28), "it is the Thursday before Easter, and a meeting is held")
            .meeting(date(2024, 3, 28)),
        Example::open(date(2026, 5, 21), "the calendar of meetings is not yet set, so no day can be said"),
    ],
    notes: &[
        "A sub-committee that never meets again has no next meeting: sign before it ends.",
        "Only the vote on the budget must name every member; local standing orders often let members ask for a named vote.",
    ],
};
