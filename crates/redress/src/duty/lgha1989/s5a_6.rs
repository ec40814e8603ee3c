//! Local Government and Housing Act 1989, section 5A(6)(a): the executive considers the report.
//!
//! "at a meeting held not more than twenty-one days after copies of the report are first sent to members of the executive"

use jiff::civil::date;

use super::{ACT_OF_2007, BREACH, BY, SINCE_2008, TEXT_OF_2026};
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// The executive considers a section 5A report within 21 days.
pub const EXECUTIVE_CONSIDER: Duty = Duty {
    key: "s5a_executive_consider_21_days",
    must: "Consider the monitoring officer's section 5A report at a meeting of the executive",
    cite: "Local Government and Housing Act 1989, section 5A(6)(a)",
    url: "https://www.legislation.gov.uk/ukpga/1989/42/section/5A",
    deciding_words: "not more than twenty-one days after copies of the report are first sent to members of the executive",
    marks: &[
        Mark::verified("the 21 days and their start", TEXT_OF_2026),
        Mark::verified("maladministration or failure as the Act of 1974 has it", ACT_OF_2007),
        Mark::interpretation("calendar days, the day of sending not counted", "after a day excludes it, and the Act leaves out no day"),
        Mark::interpretation("one member or an officer cannot do it", "the Act asks for a meeting of the executive"),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The executive, at a meeting",
    recipients: &["The members of the executive"],
    starts: Trigger::CopiesSentToExecutive,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::NotMoreThanAfter(Period::Days(21)),
        reading: "21 calendar days, the day of sending not counted",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof {
        event: "The executive considers the report at a meeting",
        proof: "The minute, with the day and the time at which consideration was concluded",
    },
    exceptions: &["For maladministration or failure, no report is due unless the Ombudsman conducted an investigation: section 5A(4)"],
    suspends: Some(
        "Nothing that the report is about may be carried out until the end of the first business day after consideration is concluded",
    ),
    breach: "Unlawful, and the suspension goes on, because consideration is not concluded",
    examples: &[
        Example::on(
            date(2026, 12, 7),
            date(2026, 12, 28),
            "it ends on the substitute bank holiday after Christmas, and nothing moves it: meet by 22 December to be safe",
        )
        .work_to(date(2026, 12, 24)),
        Example::on(
            date(2019, 9, 23),
            date(2019, 10, 14),
            "copies went with the agenda for 1 October, so that Cabinet was two weeks in time",
        ),
        Example::on(date(2019, 9, 10), date(2019, 10, 1), "this is the first day of sending for which a Cabinet on 1 October is in time"),
        Example::on(date(2020, 1, 9), date(2020, 1, 30), "for a Cabinet on 30 January copies may go out no earlier than this Thursday"),
        Example::on(date(2025, 3, 28), date(2025, 4, 18), "it ends on Good Friday, and nothing moves it").work_to(date(2025, 4, 17)),
        Example::on(date(2024, 2, 8), date(2024, 2, 29), "2024 is a leap year, and 29 February counts like any day"),
    ],
    notes: &[
        "The start is the day of the first copy to a member of the executive, which can differ from the day of the copies to all members.",
        "The agenda must be out five clear days before the meeting, so the real window is about two weeks.",
        "A private meeting needs 28 clear days' notice, which 21 days do not hold: give it before the copies go.",
        "Where that is not possible, regulation 5(6) of the regulations of 2012 is left.",
    ],
};
