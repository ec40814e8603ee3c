//! Regulations 3 and 4: a meeting of the executive is public.
//!
//! "must be held in public", "except to the extent that the public are excluded"

use jiff::civil::date;

use super::{BREACH, BY, SINCE};
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// A meeting of the executive is held in public.
pub const PUBLIC_MEETING: Duty = Duty {
    key: "exec_public_meeting",
    must: "Hold the meeting in public, and exclude the public only for the part and on the grounds that regulation 4(2) allows",
    cite: "SI 2012/2089, regulations 3 and 4",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/4",
    deciding_words: "must be held in public",
    marks: &[
        Mark::verified(
            "that meetings are public, and the three grounds for excluding",
            "SI 2012/2089 as made, regulations 3 and 4(1) to (5)",
        ),
        Mark::verified("filming and reporting while the meeting is open", "SI 2014/2095 as made, regulation 5"),
        Mark::interpretation(
            "the day that is shown",
            "the regulations set no clock here: the duty lasts as long as the meeting, so its day is shown",
        ),
        BREACH,
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The decision-making body: the executive, its committees, joint and area committees",
    recipients: &["The public and the press"],
    starts: Trigger::ExecutiveMeeting,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::BeginningWith(Period::Days(1)),
        reading: "on the day of the meeting, from its beginning to its end",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "A resolution to exclude names the proceedings, or the part of them, that it is for",
        "It says which description of Schedule 12A to the Act of 1972 the exempt information falls under",
    ],
    met_by: Proof {
        event: "The meeting is held in public",
        proof: "The minutes: when the public were there, and each resolution to exclude them",
    },
    exceptions: &[
        "The public would hear what the council must by law keep confidential: they must be excluded",
        "The body resolves to exclude the public because exempt information would be disclosed",
        "Somebody who disturbs the meeting is sent out under a lawful power",
    ],
    suspends: None,
    breach: "The resolution is invalid, and the decision is open to judicial review",
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 4, 14), "item 9 alone is private, so items 1 to 8 are heard in public on the same day"),
        Example::on(date(2021, 3, 11), date(2021, 3, 11), "one item is private and the rest of the meeting is not"),
        Example::on(date(2026, 4, 2), date(2026, 4, 2), "a meeting on the day before Good Friday is as public as any"),
        Example::on(date(2024, 2, 29), date(2024, 2, 29), "the last day of February in a leap year is a day like any"),
        Example::on(date(2026, 12, 24), date(2026, 12, 24), "a meeting on Christmas Eve is as public as any"),
    ],
    notes: &["Whether a letter of the Ombudsman is confidential information is arguable: write down which limb is relied on, and why."],
};
