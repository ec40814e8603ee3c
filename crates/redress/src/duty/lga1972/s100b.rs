//! Local Government Act 1972, section 100B: agenda and reports before a meeting, and items that cannot wait.
//!
//! Open "five clear days before the meeting", three until October 2002; an urgent item by the chairman's opinion, "by reason
//! of special circumstances, which shall be specified in the minutes".

use jiff::civil::date;

use super::{ELITESTONE, FIVE_DAYS, PART_VA, PART_VA_BEGAN, TEXT, THREE_THEN_FIVE};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// Agenda and reports lie open.
pub const AGENDA_AND_REPORTS: Duty = Duty {
    key: "council_agenda_reports_inspection",
    must: "Keep the agenda and the reports for the meeting open to inspection at the council's offices",
    cite: "Local Government Act 1972, section 100B(1) to (3)",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/section/100B",
    deciding_words: "at least five clear days before the meeting",
    marks: &[
        Mark::verified("the papers, the place, and the exceptions", TEXT),
        Mark::verified("five for three from 1 October 2002", FIVE_DAYS),
        Mark::verified("clear days are working days, neither end counted", ELITESTONE),
        Mark::from_memory("the first day, 1 April 1986", "check the commencement of the Act of 1985"),
        Mark::interpretation(
            "a late report on an item that is in time is another matter than a late item",
            "subsection (3) is on reports, subsection (4) on items",
        ),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council; its proper officer for what is held back",
    recipients: &["Any member of the public", "Newspapers, on request and payment"],
    starts: Trigger::CommitteeMeeting,
    date_is: DateIs::LastDayToPublish,
    versions: THREE_THEN_FIVE,
    extension: Extension::Nobody,
    contents: &[
        "The agenda",
        "Each report, with its list of background papers",
        "On every copy held back: Not for publication, and the description in Schedule 12A or that it is confidential",
    ],
    met_by: Proof {
        event: "Agenda and reports are open at the offices",
        proof: "The copies with the day and time from which they lay open, and of the copies to members",
    },
    exceptions: &[
        "The meeting is convened at shorter notice: from when it is convened",
        "An item is added: from when it is added",
        "The proper officer holds back a report for an item likely to be taken in private: section 100B(2)",
        "Nothing is open before members have copies",
    ],
    suspends: None,
    breach: "Offence of whoever has custody and obstructs: section 100H(4), fine up to level 1; the item is unlawfully considered",
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 4, 2), "Good Friday and Easter Monday lie between and are not counted")
            .other(date(2026, 4, 8)),
        Example::on(date(2026, 12, 10), date(2026, 12, 2), "the clear days are 3, 4, 7, 8 and 9 December").other(date(2026, 12, 4)),
        Example::on(date(2027, 1, 6), date(2026, 12, 24), "Christmas and New Year lie between").other(date(2026, 12, 31)),
        Example::on(date(2025, 2, 26), date(2025, 2, 18), "only a weekend lies between").other(date(2025, 2, 20)),
        Example::on(
            date(1990, 5, 1),
            date(1990, 4, 25),
            "the law asked for three days: papers out on Thursday 26 April were a day short, said the Court of Appeal",
        )
        .other(date(1990, 4, 27)),
        Example::on(date(2002, 9, 30), date(2002, 9, 24), "it is the last day on which three clear days were enough")
            .other(date(2002, 9, 26)),
        Example::on(date(2002, 10, 1), date(2002, 9, 23), "it is the first day for which five clear days are asked")
            .other(date(2002, 9, 25)),
    ],
    notes: &["For an English council the Act says the offices, not the website: put them on the website too."],
};

/// An item that cannot wait.
pub const URGENT_ITEM: Duty = Duty {
    key: "urgent_item_100B4b",
    must: "Give the chairman's opinion that the item is urgent, and record the special circumstances in the minutes",
    cite: "Local Government Act 1972, section 100B(4)(b)",
    deciding_words: "by reason of special circumstances, which shall be specified in the minutes",
    marks: &[
        Mark::verified("the opinion, whose it is, and the minutes", TEXT),
        Mark::interpretation("a meeting of the council is limited by Schedule 12, paragraph 4(5)", "the summons decides its business"),
        Mark::interpretation("what follows a breach", "the Act names no consequence"),
    ],
    owed_by: "The chairman of the meeting",
    recipients: &["The meeting", "The public, through the minutes"],
    starts: Trigger::LateItemArises,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_VA_BEGAN,
        by: PART_VA,
        rule: Rule::NamedMeeting,
        reading: "at the meeting itself, before the item is taken",
        other: None,
    }],
    contents: &["The chairman's name", "The chairman's opinion that the item is a matter of urgency", "The special circumstances"],
    met_by: Proof { event: "The chairman gives the opinion at the meeting", proof: "The minute that names the special circumstances" },
    exceptions: &["The agenda with the item lay open in time: nothing needs to be urgent"],
    breach: "The item is unlawfully considered",
    examples: &[
        Example::on(
            date(2026, 4, 13),
            date(2026, 4, 14),
            "the Ombudsman's letter came the day before, and the minute says why it cannot wait until 19 May",
        )
        .meeting(date(2026, 4, 14)),
        Example::on(date(2026, 5, 29), date(2026, 6, 1), "what came on a Friday is taken on the Monday").meeting(date(2026, 6, 1)),
        Example::on(date(2026, 12, 24), date(2026, 12, 29), "the days between are holidays, and that alone makes nothing urgent")
            .meeting(date(2026, 12, 29)),
        Example::open(date(2026, 4, 13), "no meeting is named, so there is none at which to say it"),
    ],
    notes: &["That a paper was finished late is no special circumstance by itself.", "Meetings of the executive have no such way round."],
    ..AGENDA_AND_REPORTS
};
