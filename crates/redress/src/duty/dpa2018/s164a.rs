//! Data Protection Act 2018, section 164A: acknowledge a data protection complaint.
//!
//! "30 days beginning when the complaint is received", which section 205(2) reads by European rules: the day of receipt is
//! not counted. The same rules give until the next working day where the last is none; we work to the day itself.

use jiff::civil::date;

use crate::counting::{Period, Rule};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// Acknowledge the complaint.
pub const ACKNOWLEDGE: Duty = Duty {
    key: "dp_complaint_ack",
    must: "Acknowledge the data protection complaint; look into it and tell the outcome without undue delay",
    cite: "Data Protection Act 2018, section 164A",
    url: "https://www.legislation.gov.uk/ukpga/2018/12/section/164A",
    deciding_words: "30 days beginning when the complaint is received",
    marks: &[
        Mark::verified("the duty and the period", "Data (Use and Access) Act 2025, section 103; notes by CMS and Travers Smith"),
        Mark::verified("in force from 19 June 2026; weekends count", "notes by CMS and Travers Smith"),
        Mark::verified("the day of receipt is not counted", "Data Protection Act 2018, section 205(2), which does not except section 164A"),
        Mark::interpretation(
            "we do not use the grace of a next working day",
            "Regulation 1182/71, Article 3(4), gives it; the earlier day is safe",
        ),
    ],
    jurisdiction: Jurisdiction::UnitedKingdom,
    governance: ANY,
    owed_by: "The council, as controller",
    recipients: &["The person who complains"],
    starts: Trigger::DataComplaintReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: date(2026, 6, 19),
        by: "section 164A, inserted by section 103 of the Data (Use and Access) Act 2025",
        rule: Rule::OfTheDate(Period::Days(30)),
        reading: "calendar days, the day of receipt not counted",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &["That the complaint is received", "That it will be looked into"],
    met_by: Proof { event: "The acknowledgement is sent", proof: "The acknowledgement with its day" },
    exceptions: &["The outcome itself is sent within the 30 days"],
    suspends: None,
    breach: "The person may complain to the Information Commissioner, who can enforce",
    examples: &[
        Example::on(date(2026, 8, 1), date(2026, 8, 31), "received on a Saturday, it ends on the summer bank holiday")
            .work_to(date(2026, 8, 28)),
        Example::on(date(2026, 6, 19), date(2026, 7, 19), "the first day of the law; it ends on a Sunday").work_to(date(2026, 7, 17)),
        Example::on(date(2026, 11, 25), date(2026, 12, 25), "it ends on Christmas Day").work_to(date(2026, 12, 24)),
        Example::on(date(2027, 1, 30), date(2027, 3, 1), "February has 28 days in 2027"),
    ],
    notes: &[
        "Where the last day is a Saturday, a Sunday or a holiday, the law gives until the next working day; do not need it.",
        "A complaint about service and data runs two clocks.",
        "There must be an easy way to complain, such as a form.",
    ],
};
