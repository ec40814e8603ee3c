//! Agreed remedies: what the council does for the person by the day in the decision, and what it proves to the Ombudsman.
//!
//! "within one month of" the decision leaves out its day and ends on the corresponding date.

use jiff::civil::date;

use super::{OMBUDSMAN, PRACTICE, SINCE};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, PART_III_MODERN, Proof, Trigger, Version};

const MANUAL: &str = "https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/councils/information-for-link-officers?chapter=8";

/// The remedy is carried out.
pub const DUE: Duty = Duty {
    key: "lgsco_remedy_due",
    must: "Carry out the agreed action by the day that the decision sets for it",
    cite: "The Ombudsman's decision; LGSCO Manual for Councils, part 8; LGSCO Compliance Manual, part 3",
    url: MANUAL,
    deciding_words: "within one month of",
    marks: &[
        Mark::verified(
            "actions may have different dates, and lateness is recorded",
            "LGSCO Compliance Manual, part 3; LGSCO Manual for Councils, part 8",
        ),
        Mark::verified("a longer time changes the date that the Ombudsman holds", "LGSCO Compliance Manual, part 4"),
        Mark::from_memory("one month and three months are the common times", "read each recommendation"),
        Mark::verified("a month of a date leaves it out and ends on the corresponding date", "Dodds v Walker [1981] 1 WLR 1027 (HL)"),
        SINCE,
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The council",
    recipients: &["The person who complained, and whoever else the remedy is for"],
    starts: Trigger::OmbudsmanDecides,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: PART_III_MODERN,
        by: PRACTICE,
        rule: Rule::OfTheDateAsStated("the date that the decision gives"),
        reading: "the day in the decision, or its period, the day of the decision not counted",
        other: None,
    }],
    extension: Extension::By { who: "The Ombudsman", how: "exceptionally, by changing the due date", period_itself: true },
    contents: &["The apology, payment, service or change that the decision describes", "For each action, its own day"],
    met_by: Proof { event: "The action is done", proof: "The letter, the payment, the minute or the document that shows it, with its day" },
    exceptions: &["The Ombudsman has agreed to a change"],
    suspends: None,
    breach: "Recorded as late; if it stays undone, recorded as not complete and not satisfied, with a new case and perhaps a public report",
    examples: &[
        Example::on(date(2026, 1, 31), date(2026, 2, 28), "there is no 31 February, and nothing moves a Saturday")
            .period(Period::Months(1))
            .work_to(date(2026, 2, 27)),
        Example::on(
            date(2025, 1, 22),
            date(2025, 4, 22),
            "three months of a date leave it out; beginning with it they would end a day sooner",
        )
        .period(Period::Months(3)),
        Example::on(date(2021, 1, 21), date(2021, 2, 18), "four weeks after a Thursday are a Thursday").period(Period::Weeks(4)),
        Example::on(date(2023, 3, 8), date(2023, 4, 8), "it is the Saturday of Easter, and Good Friday is no working day either")
            .period(Period::Months(1))
            .work_to(date(2023, 4, 6)),
        Example::on(date(2023, 3, 8), date(2023, 6, 8), "training had three months").period(Period::Months(3)),
        Example::on(date(2026, 11, 27), date(2026, 12, 25), "the decision names Christmas Day")
            .stated(date(2026, 12, 25))
            .work_to(date(2026, 12, 24)),
        Example::open(date(2026, 3, 16), "the day of the decision alone is known, and the program does not guess a period"),
    ],
    notes: &[
        "Where a report sets the time from its own date, that date starts the clock.",
        "The Ombudsman checks on the latest of the days.",
        "If it will slip, tell the Ombudsman before the day.",
    ],
};

/// The Ombudsman is told, with evidence.
pub const EVIDENCE: Duty = Duty {
    key: "lgsco_remedy_comply_and_evidence",
    must: "Tell the Ombudsman that the agreed action is done, and send the evidence",
    recipients: OMBUDSMAN,
    marks: &[
        Mark::verified("do it, say so, and prove it", "LGSCO Manual for Councils, part 8"),
        Mark::verified("what the Ombudsman does where nothing comes", "LGSCO Compliance Manual, part 4"),
        Mark::interpretation("the evidence is due with the action", "the Ombudsman asks for it on the day that the remedy is due"),
        Mark::from_memory("the names of the other outcomes", "keep them as a list that can be changed"),
        SINCE,
    ],
    contents: &[
        "For each action: that it is done, and on which day",
        "The evidence that the decision asks for",
        "What is not done, why, and by when it will be",
    ],
    met_by: Proof {
        event: "The Ombudsman records the remedy as complete and satisfied",
        proof: "The letter of satisfaction, and the evidence as sent",
    },
    examples: &[
        Example::on(date(2026, 1, 31), date(2026, 2, 28), "the evidence is due with the action, and that is a Saturday")
            .period(Period::Months(1))
            .work_to(date(2026, 2, 27)),
        Example::on(date(2025, 1, 22), date(2025, 4, 22), "it is the Tuesday after Easter").period(Period::Months(3)),
        Example::on(date(2026, 11, 27), date(2026, 12, 18), "the decision names the day").stated(date(2026, 12, 18)),
        Example::open(date(2026, 3, 16), "the decision's day for it is not entered, and the program does not guess it"),
    ],
    notes: &[
        "The text of a service improvement is published by the Ombudsman; that of a personal remedy is not.",
        "Evidence carries no more of the person's data than it needs.",
    ],
    ..DUE
};
