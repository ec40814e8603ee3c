//! Local Government Act 1972, Schedule 12, paragraph 3: extraordinary meetings of the council.
//!
//! The chairman calls it "within seven days after the requisition"; failing that, any five members "may forthwith" call it.

use jiff::civil::date;

use super::{ACT_BEGAN, ACT_IN_FORCE, TEXT};
use crate::calendar::breaks::Saturday;
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

const MARKS: &[Mark] = &[
    Mark::verified("the requisition, the seven days, and what members may do after them", TEXT),
    Mark::verified("a last day under this Act moves off a Sunday or a break", "Local Government Act 1972, sections 243 and 270"),
    Mark::interpretation("seven calendar days, the day of presentation not counted", "after a day excludes it"),
    Mark::interpretation(
        "where the breaks depend on Saturday, the chairman goes by the narrow ones and members by the wide",
        "the Act does not say whether a Saturday is a week day",
    ),
];

/// The chairman calls the meeting.
pub const CHAIRMAN_CALLS: Duty = Duty {
    key: "council_extraordinary_meeting",
    must: "Call the extraordinary meeting that five members have asked for, or refuse",
    cite: "Local Government Act 1972, Schedule 12, paragraph 3",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/schedule/12",
    deciding_words: "within seven days after the requisition has been presented",
    marks: MARKS,
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The chairman of the council",
    recipients: &["The members of the council, through the summons"],
    starts: Trigger::RequisitionPresented,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: ACT_BEGAN,
        by: ACT_IN_FORCE,
        rule: Rule::OfTheDateOutsideBreaks { days: 7, saturday: Saturday::WeekDay },
        reading: "seven calendar days, the day of presentation not counted",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &["A requisition signed by five members", "The business for which the meeting is asked"],
    met_by: Proof {
        event: "The chairman calls the meeting",
        proof: "The requisition with its day of receipt, and the chairman's call with its day",
    },
    exceptions: &["The chairman may call an extraordinary meeting at any time, without a requisition"],
    suspends: None,
    breach: "Any five members may call the meeting themselves",
    examples: &[
        Example::on(date(2026, 3, 9), date(2026, 3, 16), "the seventh day after a Monday is a Monday"),
        Example::on(date(2026, 3, 1), date(2026, 3, 9), "the seventh day is a Sunday, and section 243 moves it to Monday"),
        Example::on(date(2026, 3, 27), date(2026, 4, 8), "the seventh day is Good Friday, and the Easter break ends on Tuesday 7 April"),
        Example::on(date(2026, 12, 18), date(2026, 12, 30), "the seventh day is Christmas Day, and the break ends on Tuesday 29 December"),
        Example::on(date(2028, 2, 22), date(2028, 2, 29), "2028 is a leap year, and 29 February counts like any day"),
        Example::on(
            date(2026, 12, 24),
            date(2027, 1, 4),
            "the break round New Year's Day ends on Saturday 2 January where that is a week day",
        ),
    ],
    notes: &[
        "Call it by the seventh day itself, without leaning on section 243.",
        "A meeting of the authority on a monitoring officer's report has only 21 days: an extraordinary one may be the only way.",
        "The summons then needs its five clear days.",
    ],
};

/// Members wait for the chairman, then may call it.
pub const MEMBERS_WAIT: Duty = Duty {
    key: "extraordinary_meeting_default",
    must: "Leave the calling of the extraordinary meeting to the chairman; from the day after, any five members may call it",
    deciding_words: "on the expiration of those seven days … may forthwith call",
    owed_by: "The members of the council",
    recipients: &["The members of the council, through the notice and summons of those who call it"],
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: ACT_BEGAN,
        by: ACT_IN_FORCE,
        rule: Rule::OfTheDateOutsideBreaks { days: 7, saturday: Saturday::NoWeekDay },
        reading: "seven calendar days, the day of presentation not counted",
        other: None,
    }],
    contents: NONE,
    met_by: Proof { event: "The seven days have run", proof: "The requisition with its day of receipt" },
    exceptions: &["The chairman refuses: then five members may call it at once", "The chairman has called the meeting"],
    breach: "A meeting called too early can be challenged",
    examples: &[
        Example::on(
            date(2026, 3, 9),
            date(2026, 3, 16),
            "after Monday 16 March any five members may call it, with five clear days' summons",
        ),
        Example::on(date(2026, 3, 1), date(2026, 3, 9), "the seventh day is a Sunday, and section 243 moves it to Monday"),
        Example::on(date(2026, 3, 27), date(2026, 4, 8), "the seventh day is Good Friday, and the Easter break ends on Tuesday 7 April"),
        Example::on(
            date(2026, 12, 24),
            date(2027, 1, 5),
            "the break round New Year's Day ends on Monday 4 January where Saturday is no week day",
        ),
    ],
    notes: &["Those who call it sign the notice and name the business in it."],
    ..CHAIRMAN_CALLS
};
