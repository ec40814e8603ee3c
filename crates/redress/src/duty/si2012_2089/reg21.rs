//! Regulation 21(6) and (7): how long records, reports and background papers are kept and open.
//!
//! "at least six years beginning on the date on which the decision … was made"; background papers "at least four years"

use jiff::civil::date;

use super::{BY, EXEMPT, SINCE};
use crate::counting::Rule;
use crate::duty::{DateIs, Duty, EXECUTIVE, Example, Extension, Jurisdiction, Mark, NONE, Proof, Trigger, Version};

/// Records and reports are kept and open for six years.
pub const RECORDS: Duty = Duty {
    key: "exec_record_retention",
    must: "Keep the record of the decision and the reports behind it, and keep them open to the public",
    cite: "SI 2012/2089, regulation 21(6)",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/21",
    deciding_words: "at least six years beginning on the date on which the decision, to which the report or record relates, was made",
    marks: &[
        Mark::verified("six years, their start, and that they are a minimum", "SI 2012/2089 as made, regulation 21(6)"),
        Mark::verified("beginning with a date counts that date", "Barker v Hambleton DC [2012] EWCA Civ 610"),
        Mark::verified("the offence", "SI 2012/2089 as made, regulation 22"),
        Mark::from_memory("level 1 is £200", "check the standard scale"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: EXECUTIVE,
    owed_by: "The authority",
    recipients: &["The public, at all reasonable hours at the offices, and on the website"],
    starts: Trigger::ExecutiveDecision,
    date_is: DateIs::EndOfPeriod,
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::KeepForYears(6),
        reading: "six years, the day of the decision counted",
        other: None,
    }],
    extension: Extension::Nobody,
    contents: NONE,
    met_by: Proof {
        event: "Six years have run with the papers open",
        proof: "The addresses of the papers, unchanged, and the record at the offices",
    },
    exceptions: &[EXEMPT],
    suspends: Some("Deleting, moving away or closing the record and the reports"),
    breach: "Whoever has custody and obstructs inspection or refuses a copy commits an offence: regulation 22, fine up to level 1",
    examples: &[
        Example::on(date(2026, 3, 26), date(2032, 3, 25), "the day of the decision is day one"),
        Example::on(date(2021, 3, 11), date(2027, 3, 10), "the day of the decision is day one"),
        Example::on(date(2024, 2, 29), date(2030, 2, 28), "there is no 29 February in 2030, so the years end with the month"),
        Example::on(date(2018, 3, 1), date(2024, 2, 29), "2024 is a leap year, and the day before 1 March is 29 February"),
        Example::on(date(2026, 1, 1), date(2031, 12, 31), "years that begin with January end with December"),
        Example::on(date(2019, 12, 26), date(2025, 12, 25), "it ends on Christmas Day, and the papers stay open through it"),
    ],
    notes: &["It is a minimum: the council's own schedule may keep longer, and an open case of the Ombudsman should."],
};

/// Background papers are kept and open for four years.
pub const BACKGROUND: Duty = Duty {
    key: "exec_background_retention",
    must: "Keep the background papers of the decision, and keep them open to the public",
    cite: "SI 2012/2089, regulation 21(7)",
    deciding_words: "at least four years beginning on the date on which the decision, to which the background papers relate, was made",
    marks: &[
        Mark::verified("four years, their start, and that they are a minimum", "SI 2012/2089 as made, regulation 21(7)"),
        Mark::verified("a reasonable fee at the offices", "SI 2012/2089 as made, regulation 21(1)(c)"),
        Mark::verified("beginning with a date counts that date", "Barker v Hambleton DC [2012] EWCA Civ 610"),
    ],
    versions: &[Version {
        in_force_from: SINCE,
        by: BY,
        rule: Rule::KeepForYears(4),
        reading: "four years, the day of the decision counted",
        other: None,
    }],
    met_by: Proof {
        event: "Four years have run with the papers open",
        proof: "The addresses of the papers, unchanged, and the record at the offices",
    },
    suspends: Some("Deleting, moving away or closing the background papers"),
    examples: &[
        Example::on(date(2026, 3, 26), date(2030, 3, 25), "the day of the decision is day one"),
        Example::on(date(2024, 2, 29), date(2028, 2, 28), "2028 has a 29 February, and the years end the day before it"),
        Example::on(date(2024, 3, 1), date(2028, 2, 29), "the day before 1 March 2028 is 29 February"),
        Example::on(date(2022, 4, 8), date(2026, 4, 7), "Easter falls into the last week, and the papers stay open through it"),
        Example::on(date(2022, 12, 26), date(2026, 12, 25), "it ends on Christmas Day, and the papers stay open through it"),
    ],
    notes: &["Four years begin with the decision, not with the report."],
    ..RECORDS
};
