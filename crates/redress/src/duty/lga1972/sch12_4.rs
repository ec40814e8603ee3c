//! Local Government Act 1972, Schedule 12, paragraph 4: notice and summons of a meeting of the council.
//!
//! "Five clear days at least before a meeting of a principal council in England", since 30 January 2015; three before.

use jiff::civil::date;

use super::{ACT_BEGAN, ACT_IN_FORCE, ELITESTONE, TEXT, clear};
use crate::duty::{ANY, DateIs, Duty, Example, Extension, Jurisdiction, Mark, Proof, Trigger};

const ORDER_OF_2015: &str = "paragraph 4(1A) and (1B), inserted by SI 2015/5, article 2";

/// The summons to a meeting of the council.
pub const SUMMONS: Duty = Duty {
    key: "council_summons",
    must: "Publish notice of the meeting of the council at its offices, and send every member a summons that names the business",
    cite: "Local Government Act 1972, Schedule 12, paragraph 4(1A) and (1B)",
    url: "https://www.legislation.gov.uk/ukpga/1972/70/schedule/12",
    deciding_words: "Five clear days at least before a meeting of a principal council in England",
    marks: &[
        Mark::verified("the notice, the summons, how it is sent, and that no shorter notice is allowed", TEXT),
        Mark::verified("five clear days for the summons from 30 January 2015", "SI 2015/5, articles 1 and 2"),
        Mark::verified("the order of 2002 left Schedule 12 alone", "SI 2002/715, articles 2 and 3"),
        Mark::verified("clear days are working days, neither end counted", ELITESTONE),
        Mark::interpretation(
            "the way round for urgent items does not open the council's own meeting",
            "paragraph 4(5) names only the annual meeting",
        ),
        Mark::from_memory("three clear days from 1 April 1974", "paragraph 4(2) as it stood for England; check"),
    ],
    jurisdiction: Jurisdiction::England,
    governance: ANY,
    owed_by: "The proper officer",
    recipients: &["Every member of the council", "The public, by the notice at the council's offices"],
    starts: Trigger::CouncilMeeting,
    date_is: DateIs::LastDayToPublish,
    versions: &[clear(ACT_BEGAN, ACT_IN_FORCE, 3), clear(date(2015, 1, 30), ORDER_OF_2015, 5)],
    extension: Extension::Nobody,
    contents: &[
        "The time and place of the meeting",
        "The business to be transacted",
        "The proper officer's authentication",
        "Where members called the meeting: their signatures on the notice, and the business in it",
    ],
    met_by: Proof {
        event: "The notice is published and each member is sent the summons in a lawful way",
        proof: "A list of members with method, address and time; for e-mail, the consent to that address",
    },
    exceptions: &[
        "A summons that failed to reach a member leaves the meeting good: paragraph 4(4)",
        "The annual meeting may take its statutory business, and urgent business under standing orders: paragraph 4(5)",
    ],
    suspends: None,
    breach: "Business outside the summons is unlawful, and the meeting can be challenged",
    examples: &[
        Example::on(date(2027, 1, 6), date(2026, 12, 24), "the clear days are 29, 30 and 31 December, 4 and 5 January")
            .other(date(2026, 12, 31)),
        Example::on(date(2026, 4, 9), date(2026, 3, 30), "Easter lies between: the clear days are 31 March, 1, 2, 7 and 8 April")
            .other(date(2026, 4, 3)),
        Example::on(date(2026, 12, 10), date(2026, 12, 2), "the clear days are 3, 4, 7, 8 and 9 December").other(date(2026, 12, 4)),
        Example::on(date(2021, 7, 22), date(2021, 7, 14), "only a weekend lies between").other(date(2021, 7, 16)),
        Example::on(date(2015, 1, 29), date(2015, 1, 23), "it is the last day on which three clear days were enough")
            .other(date(2015, 1, 25)),
        Example::on(date(2015, 1, 30), date(2015, 1, 22), "it is the first day for which five clear days are asked")
            .other(date(2015, 1, 24)),
    ],
    notes: &[
        "A lawful way is to leave it at or post it to the member's address, or to e-mail it where the member has agreed to that address.",
        "Paragraph 4 has no alternative for a meeting convened at shorter notice.",
        "From October 2002 the public notice of the same meeting already needed five clear days.",
    ],
};
