//! Local Government and Housing Act 1989, section 5A(9): copies of the executive's report.
//!
//! "to each member of the authority and the authority's monitoring officer"

use jiff::civil::date;

use super::{BREACH, BY, SINCE_2008, TEXT_OF_2026, s5a_8};
use crate::counting::Rule;
use crate::duty::{Duty, Example, Mark, NONE, Proof, Trigger, Version};

/// The executive's report goes to every member and to the monitoring officer.
pub const RESPONSE_SEND: Duty = Duty {
    key: "s5a_executive_response_send",
    must: "Send a copy of the executive's report to every member of the authority and to the monitoring officer",
    cite: "Local Government and Housing Act 1989, section 5A(9)",
    deciding_words: "As soon as practicable after the executive has prepared a report",
    marks: &[
        Mark::verified("when it is due and who gets it", TEXT_OF_2026),
        Mark::verified("how a cabinet sent it to every member and the Ombudsman", "City of York Council, Cabinet, 6 November 2012"),
        Mark::interpretation("one row a member, with the way and the time", "the Act asks for a copy to each, so each is shown"),
        BREACH,
    ],
    starts: Trigger::ExecutiveReportPrepared,
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::AsSoonAsPracticable,
        reading: "as soon as practicable after the executive's report is prepared",
        other: None,
    }],
    contents: NONE,
    met_by: Proof {
        event: "Copies have gone to every member and to the monitoring officer",
        proof: "A row for each member and one for the monitoring officer: how the copy went and when",
    },
    breach: "Unlawful, and open to judicial review",
    examples: &[
        Example::open(date(2012, 11, 6), "York's Cabinet arranged for every member and the Ombudsman to have it on the day it was adopted"),
        Example::open(date(2019, 10, 1), "every member is owed a copy, not only the 72 outside the executive"),
        Example::open(
            date(2021, 3, 11),
            "members who had the same paper before are listed with their earlier day, and need no second copy",
        ),
        Example::open(date(2026, 4, 2), "Easter follows, and no day is named that it could move"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve: the age counts the holidays too"),
    ],
    notes: &["One address that bounces keeps the duty open, and the page names the member."],
    ..s5a_8::RESPONSE_REPORT
};
