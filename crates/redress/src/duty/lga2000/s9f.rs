//! Local Government Act 2000, section 9F, and each council's constitution: call-in.
//!
//! The Act gives a power over a decision "made but not implemented" and no window; the constitution sets it, often five
//! working days after publication.

use jiff::civil::date;

use crate::calendar::DayKind;
use crate::counting::{Period, Rule};
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// Call a decision in before it is carried out.
pub const CALL_IN: Duty = Duty {
    key: "call_in",
    must: "Call the decision in, or let it be carried out",
    cite: "Local Government Act 2000, section 9F; the council's constitution",
    url: "https://www.legislation.gov.uk/ukpga/2000/22/section/9F",
    deciding_words: "made but not implemented",
    marks: &[
        Mark::verified(
            "scrutiny must have power over decisions of the executive",
            "Local Government Act 2000, section 9F(1) and (2)(a) to (c)",
        ),
        Mark::verified(
            "the power over a decision not yet implemented, in the law before",
            "Local Government Act 2000, section 21(3) as enacted",
        ),
        Mark::from_memory("that power is now section 9F(4)", "read the current text once"),
        Mark::verified(
            "no statute sets a window",
            "the rules of Gloucestershire, Bracknell Forest and Central Bedfordshire, each different",
        ),
        Mark::from_memory("the first day, 26 October 2000", "when Part II of the Act of 2000 began; check"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "Scrutiny members, as many as the constitution says",
    recipients: &["The scrutiny committee", "The proper officer, who receives the notice"],
    starts: Trigger::DecisionPublished,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: date(2000, 10, 26),
        by: "the power in section 21 of the Act of 2000, since 2012 in section 9F; the window is local",
        rule: Rule::LocalDaysAfter { usual: 5, kind: DayKind::Working },
        reading: "five working days unless the constitution says otherwise, the day of publication not counted",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "The decision",
        "The members who call it in, as many as the constitution asks for",
        "The reasons, where the constitution asks for them",
    ],
    met_by: Proof { event: "The notice of call-in arrives within the window", proof: "The notice with its day and hour of receipt" },
    exceptions: &["The constitution exempts urgent decisions, in the way that it lays down"],
    suspends: Some("Carrying out the decision, until the window closes or the call-in is dealt with"),
    breach: "A decision carried out before the window closes breaches the constitution",
    examples: &[
        Example::on(
            date(2019, 10, 3),
            date(2019, 10, 10),
            "five working days after a Thursday end the next Thursday; it may be carried out from the 11th",
        ),
        Example::on(
            date(2025, 2, 28),
            date(2025, 3, 7),
            "published on the last day of February; it may be carried out from Monday 10 March",
        ),
        Example::on(
            date(2026, 4, 2),
            date(2026, 4, 13),
            "Good Friday and Easter Monday are not counted; it may be carried out from the 14th",
        ),
        Example::on(date(2026, 5, 21), date(2026, 5, 29), "the spring bank holiday is not counted"),
        Example::on(date(2026, 12, 18), date(2026, 12, 29), "Christmas Day and the substitute for Boxing Day are not counted"),
        Example::on(date(2026, 6, 1), date(2026, 6, 11), "a constitution that gives eight working days").period(Period::Days(8)),
        Example::on(date(2026, 6, 1), date(2026, 6, 9), "the notice of decisions names the day itself").stated(date(2026, 6, 9)),
    ],
    notes: &[
        "Some constitutions close the window at an hour of the day, such as midday.",
        "Who may call in, how many must, and by when scrutiny meets and the decision is taken again are all local.",
        "A decision on an Ombudsman's report can be called in too: leave time before the reply is due.",
    ],
};
