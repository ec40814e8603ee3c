//! Freedom of Information Act 2000, section 10: answer a request promptly.
//!
//! "not later than the twentieth working day following the date of receipt"; a bank holiday in any part of the kingdom is out.

use jiff::civil::date;

use crate::calendar::DayKind;
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// Answer a request for information.
pub const REQUEST: Duty = Duty {
    key: "foi_request",
    must: "Answer the request promptly: give the information, or refuse with reasons",
    cite: "Freedom of Information Act 2000, section 10",
    url: "https://www.legislation.gov.uk/ukpga/2000/36/section/10",
    deciding_words: "not later than the twentieth working day following the date of receipt",
    marks: &[
        Mark::verified(
            "the period, its start, and which days are out",
            "Freedom of Information Act 2000, section 10 and its explanatory note",
        ),
        Mark::derived("17 March is out, as a bank holiday in Northern Ireland", "GOV.UK's table of bank holidays"),
        Mark::from_memory("the first day, 1 January 2005", "check the commencement order"),
        Mark::from_memory("a notice within the twenty days says how much longer the public interest takes", "section 17(2) and (3); check"),
    ],
    jurisdiction: Jurisdiction::UnitedKingdom,
    governance: ANY,
    owed_by: "The council, as a public authority",
    recipients: &["The person who asks"],
    starts: Trigger::InformationRequested,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: date(2005, 1, 1),
        by: "section 10, with the right of access in section 1",
        rule: Rule::DaysAfter { days: 20, kind: DayKind::Information },
        reading: "working days, the day of receipt not counted",
        other: None,
    }],
    extension: Extension::By {
        who: "The Act alone, where the public interest must be weighed",
        how: "by a notice within the twenty days that names the exemption and an estimate",
        period_itself: true,
    },
    contents: &[
        "Whether the information is held",
        "The information, or the exemption with its reasons",
        "How to ask for a review, and how to reach the Information Commissioner",
    ],
    met_by: Proof { event: "The answer or the refusal notice is sent", proof: "The answer with its day" },
    exceptions: &["An exemption in Part II applies", "A fee was asked for and is not paid: the days until payment do not count"],
    suspends: None,
    breach: "The Information Commissioner may issue a decision notice",
    examples: &[
        Example::on(
            date(2026, 3, 9),
            date(2026, 4, 9),
            "17 March is a holiday in Northern Ireland; by England's holidays alone it would be 8 April",
        ),
        Example::on(date(2026, 12, 11), date(2027, 1, 14), "4 January is a holiday in Scotland, besides Christmas and New Year"),
        Example::on(date(2026, 11, 2), date(2026, 12, 1), "30 November is St Andrew's Day, a holiday in Scotland"),
        Example::on(date(2026, 6, 1), date(2026, 6, 30), "15 June is a holiday in Scotland for the World Cup"),
        Example::on(date(2026, 1, 30), date(2026, 2, 27), "no holiday lies between, and four weeks after a Friday are a Friday"),
    ],
    notes: &[
        "Promptly comes first: the twentieth day is the outer limit.",
        "A complaint can be a request too, and then runs both clocks.",
        "For the council's copies of the Ombudsman's papers consider sections 22, 31, 36, 40, 41 and 42; section 44 is for the Ombudsman's own.",
    ],
};
