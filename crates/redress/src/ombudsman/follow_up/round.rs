//! A round: everything that is to be told on a day, of every recommendation and every duty. It only plans; whoever sends writes
//! each key down with the letters, and what is written down is not planned again.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::duty_alarm::{DutyAlarm, duty_reminders_due};
use super::reminder::{To, reminders_due};
use crate::calendar::Calendar;
use crate::ombudsman::tracked::Tracked;

/// What a message is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A recommendation, by its number at the desk.
    Recommendation(i64),
    /// A duty of one of the Ombudsman's papers.
    Duty {
        /// The paper's number at the desk.
        paper: i64,
        /// The key of the duty.
        duty: String,
    },
}

/// A message that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What makes it the same message for good.
    pub key: String,
    /// What it is about.
    pub about: About,
    /// Why: the word.
    pub kind: &'static str,
    /// What a letter begins with.
    pub words: &'static str,
    /// To whom.
    pub to: To,
    /// Since which day it is owed.
    pub due_on: Date,
    /// The day that counts.
    pub on: Date,
}

/// Everything that is to be told by the end of a day, the oldest first. `sent` holds the keys of what was told already.
pub fn round<'a>(
    recommendations: impl IntoIterator<Item = (i64, &'a Tracked)>,
    duties: &[DutyAlarm],
    sent: &BTreeSet<String>,
    today: Date,
    calendar: &Calendar,
) -> Vec<Message> {
    let mut all = Vec::new();
    for (id, tracked) in recommendations {
        all.extend(reminders_due(tracked, sent, today, calendar).into_iter().map(|r| Message {
            key: r.key,
            about: About::Recommendation(id),
            kind: r.kind.word(),
            words: r.kind.words(),
            to: r.to_role,
            due_on: r.due_on,
            on: r.about,
        }));
    }
    for of in duties {
        all.extend(duty_reminders_due(of, sent, today, calendar).into_iter().map(|r| Message {
            key: r.key,
            about: About::Duty { paper: of.paper, duty: of.duty.clone() },
            kind: r.kind,
            words: if r.kind == "missed" {
                "The day of a duty has passed, and nothing that meets it is on record"
            } else {
                "A duty falls due"
            },
            to: r.to_role,
            due_on: r.due_on,
            on: of.alarm,
        }));
    }
    all.sort_by(|a, b| (a.due_on, &a.key).cmp(&(b.due_on, &b.key)));
    all
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::tracked::tests::apology;

    #[test]
    fn a_round_tells_of_recommendations_and_duties_and_the_next_one_of_nothing() {
        let tracked = apology();
        let duties = [DutyAlarm { paper: 2, duty: "s30_public_notice".into(), alarm: date(2023, 4, 10) }];
        let plan = |sent: &BTreeSet<String>| round([(5, &tracked)], &duties, sent, date(2023, 4, 1), Calendar::england());
        let first = plan(&BTreeSet::new());
        let kinds: Vec<_> = first.iter().map(|m| (m.kind, m.to.word())).collect();
        assert_eq!(
            kinds,
            [("due_14", "link_officer"), ("due_14", "monitoring_officer"), ("early_warning", "link_officer"), ("early_warning", "owner")]
        );
        assert!(first.iter().all(|m| !m.key.contains("Apologise")), "a key holds no word of a remedy");
        assert!(plan(&first.into_iter().map(|m| m.key).collect()).is_empty());
    }
}
