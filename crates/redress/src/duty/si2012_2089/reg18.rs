//! Regulation 18: scrutiny thinks that a decision should have been treated as a key decision.
//!
//! "within such reasonable period as the committee may specify"

use jiff::civil::date;

use super::{BY, SINCE};
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// The executive reports why a decision was not key.
pub const NOT_KEY_REPORT: Duty = Duty {
    key: "exec_not_key_challenge_report",
    must: "Report to the council on a decision that scrutiny thinks should have been treated as a key decision",
    cite: "SI 2012/2089, regulation 18",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/18",
    deciding_words: "within such reasonable period as the committee may specify",
    marks: &[
        Mark::verified("who may require the report, the period, and its contents", "SI 2012/2089 as made, regulation 18"),
        Mark::interpretation("the day of the committee is not counted", "the committee sets the period, and should name a day to be safe"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The executive that is responsible for the decision",
    recipients: &["The council"],
    starts: Trigger::ScrutinyPeriodSet,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::OfTheDateAsStated("the reasonable period or the day that the scrutiny committee sets"),
        reading: "as the committee sets it",
        other: None,
    }],
    extension: Extension::By { who: "The scrutiny committee", how: "by setting a longer period", period_itself: true },
    contents: &["The decision and the reasons for it", "The decision maker", "If the executive thinks that it was not a key decision, why"],
    met_by: Proof { event: "The report is submitted to the council", proof: "The report and the agenda of the council on which it stands" },
    exceptions: NONE,
    suspends: None,
    breach: "The regulations name nothing",
    examples: &[
        Example::on(date(2026, 4, 30), date(2026, 5, 21), "the committee named the council of 21 May").stated(date(2026, 5, 21)),
        Example::on(date(2026, 4, 30), date(2026, 5, 21), "three weeks after a Thursday are a Thursday").period(Period::Weeks(3)),
        Example::on(date(2026, 11, 27), date(2026, 12, 25), "four weeks end on Christmas Day, and nothing moves it")
            .period(Period::Weeks(4))
            .work_to(date(2026, 12, 24)),
        Example::on(date(2025, 1, 31), date(2025, 2, 28), "there is no 31 February, so a month ends with February")
            .period(Period::Months(1)),
        Example::open(date(2026, 4, 30), "the committee has set no period, so no day can be said"),
    ],
    notes: &["A period that is too short to be reasonable binds nobody: ask the committee to set another."],
};
