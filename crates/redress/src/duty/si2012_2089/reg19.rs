//! Regulation 19: the leader's report on urgent decisions.
//!
//! "at such intervals as may be determined by the relevant local authority", and "at least one report … annually"

use jiff::civil::date;

use super::{BY, SINCE};
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// The leader reports urgent decisions at least once a year.
pub const URGENT_REPORT: Duty = Duty {
    key: "exec_urgent_decisions_report",
    must: "Report to the council every executive decision that was agreed as urgent under regulation 11",
    cite: "SI 2012/2089, regulation 19",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/19",
    deciding_words: "must submit at least one report under paragraph (1) annually",
    marks: &[
        Mark::verified("who reports, what, and at least once a year", "SI 2012/2089 as made, regulation 19"),
        Mark::interpretation(
            "a year from the last report, whose day is day one",
            "annually can also be read as once in each year of the council; this is the earlier day",
        ),
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The leader or the elected mayor",
    recipients: &["The council"],
    starts: Trigger::UrgentDecisionsReported,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::AtLeastEvery(Period::Years(1)),
        reading: "within a year of the last report",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &["Particulars of each decision", "A summary of the matters on which each was made"],
    met_by: Proof { event: "The report is submitted to the council", proof: "The report and the agenda of the council on which it stands" },
    exceptions: &["The text asks for no report where there was no urgent decision; many councils report that there was none"],
    suspends: None,
    breach: "The regulations name nothing",
    examples: &[
        Example::on(
            date(2025, 5, 20),
            date(2026, 5, 19),
            "the day of the last report is day one, so an annual council in May must not drift later",
        ),
        Example::on(date(2024, 2, 29), date(2025, 2, 28), "there is no 29 February in 2025, so the year ends with the month"),
        Example::on(date(2025, 4, 4), date(2026, 4, 3), "it ends on Good Friday, and nothing moves it").work_to(date(2026, 4, 2)),
        Example::on(date(2025, 3, 1), date(2026, 2, 28), "a year that begins with March ends with February"),
        Example::on(date(2024, 12, 26), date(2025, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2025, 12, 24)),
    ],
    notes: &[
        "The council may set shorter intervals: then those count.",
        "If the annual council is a few days later than the year before, report at a meeting before it.",
    ],
};
