//! Regulation 17: a member of scrutiny asks the executive for a document.
//!
//! "as soon as reasonably practicable and in any case no later than 10 clear days after the executive receives the request"

use jiff::civil::date;

use super::{BREACH, BY, SINCE};
use crate::calendar::DayKind;
use crate::counting::Rule;
use crate::duty::{Choice, DateIs, Duty, EXECUTIVE, Example, Extension, How, Jurisdiction, Mark, Other, Proof, Trigger, Version};

/// Give a scrutiny member the document within ten clear days.
pub const SCRUTINY_REQUEST: Duty = Duty {
    key: "exec_scrutiny_document_request",
    must: "Give the member of scrutiny a copy of the document, or the committee the reasons why not",
    cite: "SI 2012/2089, regulation 17",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/17",
    deciding_words: "no later than 10 clear days after the executive receives the request",
    marks: &[
        Mark::verified("ten clear days, what may be refused, and to whom reasons go", "SI 2012/2089 as made, regulation 17"),
        Mark::interpretation(
            "calendar days first",
            "for a duty to act, counting every day gives the earlier day, which is lawful under both",
        ),
        Mark::interpretation(
            "the tenth day is the last",
            "strictly clear days leave out the day of handing over too, which would give one day more",
        ),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The executive",
    recipients: &["The member of the overview and scrutiny committee who asked", "The committee, for reasons of a refusal"],
    starts: Trigger::ScrutinyRequestReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::DaysAfter { days: 10, kind: DayKind::Calendar },
        reading: "ten calendar days, the day of receipt not counted",
        other: Some(Other {
            choice: Choice::DocumentClearDays,
            reading: "ten working days, the day of receipt not counted",
            how: How::Rule(Rule::DaysAfter { days: 10, kind: DayKind::Working }),
            because: "the courts read clear days in the Act of 1972 as working days",
        }),
    }],
    extension: Extension::Nobody,
    contents: &["The document, or a written statement of the reasons why the member is not entitled to it or to a part of it"],
    met_by: Proof {
        event: "The member has the copy, or the committee has the reasons",
        proof: "The copy as sent, with its day, or the statement of reasons as sent to the committee",
    },
    exceptions: &[
        "Confidential or exempt information, unless it bears on what the member is reviewing or on the committee's programme of work",
        "Advice of a political adviser",
        "The executive does not have the document, or it is not about business done or a decision made",
    ],
    suspends: None,
    breach: "A member may go to court, and the Ombudsman may find fault",
    examples: &[
        Example::on(date(2026, 4, 1), date(2026, 4, 11), "Easter is counted; it ends on a Saturday, so Friday is the day to work to")
            .other(date(2026, 4, 17))
            .work_to(date(2026, 4, 10)),
        Example::on(date(2026, 3, 24), date(2026, 4, 3), "it ends on Good Friday, and nothing moves it")
            .other(date(2026, 4, 9))
            .work_to(date(2026, 4, 2)),
        Example::on(date(2026, 12, 21), date(2026, 12, 31), "Christmas is counted; counted in working days it is the new year")
            .other(date(2027, 1, 7)),
        Example::on(date(2024, 2, 19), date(2024, 2, 29), "2024 is a leap year, and it ends with February").other(date(2024, 3, 4)),
        Example::on(date(2019, 10, 8), date(2019, 10, 18), "a weekend is counted; counted in working days it is two weeks")
            .other(date(2019, 10, 22)),
    ],
    notes: &["The rule is as soon as reasonably practicable: ten clear days are the outer limit."],
};
