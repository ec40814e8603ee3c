//! Local Government Act 1974, section 30(5): public notice of the report, and the day from which it can be inspected.
//!
//! "two weeks after" the report is received; inspection begins "not more than one week after" notice is first given.

use jiff::civil::date;

use super::{ACT_OF_2007, SINCE_2006, TEXT_OF_2006};
use crate::counting::{Period, Rule};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// Give public notice within two weeks.
pub const PUBLIC_NOTICE: Duty = Duty {
    key: "lgsco_report_public_notice",
    must: "Give public notice, in newspapers and in other suitable ways, that the report can be inspected and copies had",
    cite: "Local Government Act 1974, section 30(5)",
    url: "https://www.legislation.gov.uk/ukpga/1974/7/section/30",
    deciding_words: "two weeks after",
    marks: &[
        Mark::verified("the period and the contents of the notice", TEXT_OF_2006),
        Mark::verified(
            "who is the proper officer; section 243 does not reach this Act",
            "Local Government Act 1972, sections 243(2) and 270(3)",
        ),
        Mark::interpretation("calendar days, the day of receipt not counted", "after a day excludes it, and the Act leaves out no day"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The authority's proper officer",
    recipients: &["The public, through newspapers and other suitable ways"],
    starts: Trigger::ReportReceived,
    date_is: DateIs::LastDay,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::NotLaterThanAfter(Period::Weeks(2)),
        reading: "two calendar weeks, the day of receipt not counted",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: &[
        "Copies of the report can be inspected, free of charge, at the authority's offices",
        "Copies will be supplied on request, and for what charge",
        "The date from which the three weeks of inspection begin, not more than one week after notice is first given",
    ],
    met_by: Proof { event: "The notice appears in newspapers", proof: "The pages with their dates, and the record of other ways used" },
    exceptions: &["The Ombudsman has directed under section 30(7) that the report is not to be publicised"],
    suspends: None,
    breach: "Fault in its own right, and open to judicial review; no penalty attaches to the notice itself",
    examples: &[
        Example::on(date(2026, 3, 3), date(2026, 3, 17), "two weeks after a Tuesday are a Tuesday; the day of receipt is not counted"),
        Example::on(date(2020, 1, 14), date(2020, 1, 28), "two weeks after a Tuesday"),
        Example::on(date(2026, 12, 11), date(2026, 12, 25), "it ends on Christmas Day, and nothing moves it").work_to(date(2026, 12, 24)),
        Example::on(date(2024, 2, 15), date(2024, 2, 29), "2024 is a leap year, and 29 February counts like any day"),
    ],
    notes: &[
        "A weekly newspaper's last day for copy can be a week before the last lawful day.",
        "Notice on the website alone is not enough: the words on newspapers are mandatory.",
        "The clock runs from receipt, though the Ombudsman may ask for confidence until publication: get the date of publication in writing.",
    ],
};

/// Begin inspection within a week of the notice.
pub const INSPECTION_START: Duty = Duty {
    key: "lgsco_report_inspection_start",
    must: "Begin the three weeks of inspection, on the date that the notice names",
    deciding_words: "not more than one week after",
    marks: &[
        Mark::verified("the period", TEXT_OF_2006),
        Mark::verified("the power to switch it off", ACT_OF_2007),
        Mark::interpretation("calendar days, the day of the notice not counted", "after a day excludes it, and the Act leaves out no day"),
    ],
    recipients: &["Any member of the public"],
    starts: Trigger::NoticeFirstGiven,
    versions: &[Version {
        in_force_from: SINCE_2006,
        by: TEXT_OF_2006,
        rule: Rule::NotMoreThanAfter(Period::Weeks(1)),
        reading: "one calendar week, the day of the notice not counted",
        other: None,
    }],
    contents: NONE,
    met_by: Proof { event: "Copies are laid out for inspection", proof: "The inspection register: where, and when it opened" },
    breach: "The notice is defective; fault, and open to judicial review",
    examples: &[
        Example::on(date(2026, 3, 12), date(2026, 3, 19), "one week after a Thursday is a Thursday"),
        Example::on(date(2020, 1, 14), date(2020, 1, 21), "one week after a Tuesday; a council that opened on 17 January was in time"),
        Example::on(date(2026, 3, 27), date(2026, 4, 3), "it is Good Friday, when offices are shut, and nothing moves it")
            .work_to(date(2026, 4, 2)),
        Example::on(date(2026, 2, 24), date(2026, 3, 3), "February has 28 days in 2026"),
    ],
    notes: &["The first of several notices starts the week."],
    ..PUBLIC_NOTICE
};
