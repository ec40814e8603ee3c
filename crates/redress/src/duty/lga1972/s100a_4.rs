//! Local Government Act 1972, section 100A(4) and (5): the resolution that shuts the public out of an item.
//!
//! It must "identify the proceedings" and state the description in Schedule 12A.

use jiff::civil::date;

use super::{PART_VA, PART_VA_BEGAN, TEXT};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// The resolution to exclude the public.
pub const EXCLUSION: Duty = Duty {
    key: "exclude_public_resolution",
    must: "Resolve to exclude the public before exempt information is disclosed, and name the proceedings and the description in Schedule 12A",
    cite: "Local Government Act 1972, section 100A(2) to (5)",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/section/100A",
    deciding_words: "may by resolution … identify the proceedings",
    marks: &[
        Mark::verified("the resolution, what it names, and when exclusion is a duty", TEXT),
        Mark::verified("the balance of the public interest", "Local Government Act 1972, Schedule 12A, Part 1, paragraph 10"),
        Mark::interpretation(
            "the Ombudsman's wish for confidence is no confidential information by itself",
            "the Ombudsman is no government department",
        ),
        Mark::interpretation("what follows a breach", "the Act names no consequence"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The meeting",
    recipients: &["The public", "The minutes"],
    starts: Trigger::PrivateItemPlanned,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_VA_BEGAN,
        by: PART_VA,
        rule: Rule::NamedMeeting,
        reading: "at the meeting itself, before the item is taken",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "The proceedings to which it applies",
        "The description in Schedule 12A: the paragraphs",
        "That the public interest in keeping the exemption outweighs that in disclosing, and why",
    ],
    met_by: Proof { event: "The meeting passes the resolution", proof: "The minute of the resolution" },
    exceptions: &["Confidential information in the sense of section 100A(3): the public must be excluded without any resolution"],
    suspends: None,
    breach: "The exclusion is unlawful",
    examples: &[
        Example::on(
            date(2026, 4, 2),
            date(2026, 4, 14),
            "the agenda went out with item 9 marked private under paragraphs 1 and 2, and the meeting decides",
        )
        .meeting(date(2026, 4, 14)),
        Example::on(date(2026, 12, 24), date(2027, 1, 6), "the agenda went out before Christmas, and the meeting decides")
            .meeting(date(2027, 1, 6)),
        Example::on(date(2024, 2, 29), date(2024, 3, 8), "a leap day is a day like any other").meeting(date(2024, 3, 8)),
        Example::open(date(2026, 4, 2), "no meeting is named, so none can resolve it"),
    ],
    notes: &[
        "The proper officer's mark on the agenda excludes nobody: only the meeting can.",
        "The information is exempt only so long as the balance holds: name a day to look again.",
        "While the public are excluded the meeting may stop reporting from outside too: section 100A(5A).",
    ],
};
