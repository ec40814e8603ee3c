//! Regulation 7, with 15: the agenda and every report, open to the public.
//!
//! "for at least five clear days before the meeting"

use jiff::civil::date;

use super::{EXEMPT, OFFENCE, reg6};
use crate::duty::{Duty, Example, Mark, Proof};

/// Agenda and reports are open five clear days before a public meeting.
pub const AGENDA_REPORTS: Duty = Duty {
    key: "exec_agenda_reports_available",
    must: "Make the agenda and every report, with the list of background papers, open to the public at the offices and on the website",
    cite: "SI 2012/2089, regulations 7 and 15",
    url: "https://www.legislation.gov.uk/uksi/2012/2089/regulation/7",
    deciding_words: "for at least five clear days before the meeting",
    marks: &[
        Mark::verified(
            "five clear days, shorter notice, items added, and the mark on private reports",
            "SI 2012/2089 as made, regulation 7",
        ),
        Mark::verified("the list of background papers, and one copy of each, at the same time", "SI 2012/2089 as made, regulation 15"),
        Mark::verified("the offence", "SI 2012/2089 as made, regulation 22"),
        Mark::verified(
            "three clear days of the Act of 1972 were read as working days",
            "R v Swansea City Council, ex parte Elitestone Ltd (1993), Court of Appeal, in report and summary",
        ),
        Mark::interpretation("working days first", "councils count so, and it is the earlier day, which is lawful under both"),
        Mark::interpretation(
            "adding an item late opens its papers, not the item",
            "regulation 7(3)(b) speaks of papers; regulation 6(2) still bars the item",
        ),
    ],
    owed_by: "The authority; the proper officer decides what is held back",
    recipients: &[
        "The public, at the council's offices and on its website",
        "The public at the meeting: a reasonable number of copies",
        "Anybody, or a newspaper, who asks and pays",
    ],
    contents: &[
        "The agenda",
        "Every report, or what is left of it after the proper officer has held back what is likely to be private",
        "The list of background papers in each report, and one copy of each paper on it",
        "On every copy held back: not for publication, and that it is confidential or which description of Schedule 12A it falls under",
    ],
    met_by: Proof {
        event: "Agenda and reports are open at the offices and on the website",
        proof: "The website's record of when each was published, and the record at the offices",
    },
    exceptions: &[
        "The meeting is convened at shorter notice: open when it is convened",
        "An item is added: its papers are open when it is added",
        "Nothing is open before members of the body have it: regulation 7(4)",
        "What the proper officer holds back as likely to be private: regulation 7(2)",
        EXEMPT,
    ],
    breach: OFFENCE,
    examples: &[
        Example::on(date(2026, 4, 14), date(2026, 4, 2), "Good Friday, Easter Monday and two weekends are left out")
            .other(date(2026, 4, 8)),
        Example::on(date(2021, 3, 11), date(2021, 3, 3), "a weekend is left out").other(date(2021, 3, 5)),
        Example::on(date(2019, 10, 1), date(2019, 9, 23), "a weekend is left out").other(date(2019, 9, 25)),
        Example::on(date(2024, 2, 14), date(2024, 2, 6), "a weekend is left out").other(date(2024, 2, 8)),
        Example::on(date(2025, 2, 26), date(2025, 2, 18), "a weekend is left out").other(date(2025, 2, 20)),
        Example::on(
            date(2021, 5, 4),
            date(2021, 4, 23),
            "the Ombudsman published on that day or just before it, so the agenda had no time to wait",
        )
        .other(date(2021, 4, 28)),
        Example::on(date(2021, 7, 22), date(2021, 7, 14), "a weekend is left out").other(date(2021, 7, 16)),
        Example::on(date(2026, 6, 2), date(2026, 5, 22), "the spring bank holiday and two weekends are left out").other(date(2026, 5, 27)),
        Example::on(date(2027, 1, 5), date(2026, 12, 23), "Christmas Day, its substitute, New Year's Day and two weekends are left out")
            .other(date(2026, 12, 30)),
    ],
    notes: &[
        "An item may be considered only if its agenda was open in time: regulation 6(2).",
        "A report still under the Ombudsman's embargo cannot be in the public papers: meet after publication, or take the item in private.",
    ],
    ..reg6::MEETING_NOTICE
};
