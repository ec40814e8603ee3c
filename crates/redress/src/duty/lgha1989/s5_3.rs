//! Local Government and Housing Act 1989, sections 5(3)(b) and 5A(5)(b): a copy of the report to every member.
//!
//! "as soon as practicable after such a report has been prepared"

use jiff::civil::date;

use super::{ACT_OF_2007, BY, SINCE_2008, TEXT_OF_2026};
use crate::counting::Rule;
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger, Version};

/// Send the monitoring officer's report to every member.
pub const REPORT_COPIES: Duty = Duty {
    key: "mo_report_copies",
    must: "Send a copy of the monitoring officer's report to every member of the authority",
    cite: "Local Government and Housing Act 1989, sections 5(3)(b) and 5A(5)(b)",
    url: "https://www.legislation.gov.uk/ukpga/1989/42/section/5A",
    deciding_words: "as soon as practicable after such a report has been prepared",
    marks: &[
        Mark::verified("who gets a copy, when, and who must be consulted", TEXT_OF_2026),
        Mark::verified("maladministration or failure as the Act of 1974 has it", ACT_OF_2007),
        Mark::verified(
            "the duty reaches every decision that finds fault, and routine cases may share one report",
            "LGSCO Manual for Councils, March 2025, part 10",
        ),
        Mark::interpretation("what the report should hold", "the Act sets no contents beyond its subject"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The monitoring officer in person; the nominated deputy only while the monitoring officer is absent or ill",
    recipients: &["Every member of the authority, inside and outside the executive"],
    starts: Trigger::MonitoringOfficerReportPrepared,
    date_is: DateIs::NoDate,
    versions: &[Version {
        in_force_from: SINCE_2008,
        by: BY,
        rule: Rule::AsSoonAsPracticable,
        reading: "as soon as practicable after the report is prepared",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "The proposal, decision or omission that it is about",
        "Which limb applies: a breach of the law, or maladministration or failure",
        "For maladministration or failure, the Ombudsman's reference",
        "The facts, the law and the options",
        "Who was consulted: the head of paid service and the chief finance officer, so far as practicable",
        "What may not be carried out meanwhile",
    ],
    met_by: Proof {
        event: "Copies have gone to every member",
        proof: "A row for each member: how the copy went and when; the first of these days starts the 21 days",
    },
    exceptions: &[
        "What the executive did, or what was done for it, is for a section 5A report; everything else is for a section 5 report",
        "Section 5A, maladministration or failure: no duty arises unless the Ombudsman has conducted an investigation",
    ],
    suspends: Some(
        "Nothing that the report is about may be carried out until the end of the first business day after consideration is concluded",
    ),
    breach: "Judicial review; the Ombudsman leaves it to the courts to say whether the duty is broken",
    examples: &[
        Example::open(date(2026, 3, 18), "the report was signed on a Wednesday and went out the next day, which is the day to write down"),
        Example::open(date(2026, 4, 2), "the day after is Good Friday: e-mail goes out on a holiday too, and the age counts from Thursday"),
        Example::open(date(2026, 12, 24), "it is Christmas Eve, and the Act gives no days for the holiday"),
        Example::open(date(2024, 2, 29), "no day is named, so the end of the month plays no part"),
    ],
    notes: &[
        "The Act says no time for preparing the report: the duty is there as soon as the matter appears to the monitoring officer.",
        "A copy that bounces leaves the duty open for that member.",
        "Members of the executive may get theirs on another day than the rest: keep both days, each starts its own 21 days.",
        "One report a quarter or a year for routine cases is the Ombudsman's suggestion, not a word of the Act.",
    ],
};
