//! Local Government and Housing Act 1989, section 5(5)(a)(ii): the full council considers the report.
//!
//! "at a meeting held not more than twenty-one days after copies of the report are first sent"

use jiff::civil::date;

use super::{ACT_OF_2007, BREACH, BY, SINCE_2008, TEXT_OF_2026};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, Choice, DateIs, Duty, Example, Extension, How, Jurisdiction, Mark, NONE, Other, Proof, Trigger, Version};

/// The authority considers a section 5 report within 21 days.
pub const AUTHORITY_CONSIDER: Duty = Duty {
    key: "s5_authority_consider_21_days",
    must: "Consider the monitoring officer's section 5 report at a meeting of the full council",
    cite: "Local Government and Housing Act 1989, section 5(5)(a)(ii)",
    url: "https://www.legislation.gov.uk/ukpga/1989/42/section/5",
    deciding_words: "not more than twenty-one days after copies of the report are first sent to members",
    marks: &[
        Mark::verified("the 21 days, their start, and that nobody can decide for the council", TEXT_OF_2026),
        Mark::interpretation("calendar days, the day of sending not counted", "after a day excludes it, and the Act leaves out no day"),
        Mark::verified(
            "section 5(2A) speaks of paragraph (b), and (b) now speaks of Scotland only",
            "Local Government and Housing Act 1989, section 5(2) and (2A), as it stood on 26 March 2026",
        ),
        Mark::verified("how that came about: England moved to a new paragraph (aa)", ACT_OF_2007),
        Mark::interpretation(
            "an investigation is asked for first",
            "section 5A(4) still asks for one in the same words, and councils mostly treat both alike",
        ),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority itself, at a meeting of the full council; section 101 of the Act of 1972 (delegation) is shut out",
    recipients: &["The members of the council"],
    starts: Trigger::CopiesSentToMembers,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::NotMoreThanAfter(Period::Days(21)),
        reading: "for maladministration or failure, only after the Ombudsman investigated",
        other: Some(Other {
            choice: Choice::SectionFiveInvestigation,
            reading: "for maladministration or failure, without an investigation too",
            how: How::OnlyIf("the report is about maladministration or failure that the Ombudsman has not investigated"),
            because: "the words that ask for an investigation point at paragraph (b), which no longer reaches England",
        }),
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof {
        event: "The council considers the report at a meeting",
        proof: "The minute, with the day and the time at which consideration was concluded",
    },
    exceptions: &[
        "A report on what the executive did is a section 5A report, and goes to the executive",
        "A report on a breach of the law needs no investigation under either reading",
    ],
    suspends: Some(
        "Nothing that the report is about may be carried out until the end of the first business day after consideration is concluded",
    ),
    breach: "Unlawful, and the suspension goes on, because consideration is not concluded",
    examples: &[
        Example::on(
            date(2026, 3, 19),
            date(2026, 4, 9),
            "Easter falls inside and does not lengthen it; for a meeting on that last day the summons must be out by 30 March",
        ),
        Example::on(date(2026, 3, 16), date(2026, 4, 6), "it ends on Easter Monday, and nothing moves it").work_to(date(2026, 4, 2)),
        Example::on(date(2026, 12, 4), date(2026, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2026, 12, 24)),
        Example::on(date(2024, 2, 8), date(2024, 2, 29), "2024 is a leap year, and 29 February counts like any day"),
        Example::on(date(2026, 4, 13), date(2026, 5, 4), "it ends on the early May bank holiday").work_to(date(2026, 5, 1)),
    ],
    notes: &[
        "An extraordinary meeting needs a summons of five clear days, so the real window is about two weeks.",
        "A council that adjourns has not concluded: the suspension goes on.",
    ],
};
