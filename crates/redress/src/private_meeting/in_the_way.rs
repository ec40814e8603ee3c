//! What stands between a private item and its agenda, each with its section.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Agreement, Notices};
use crate::counting::days_between;
use crate::day::{long, with_weekday};
use crate::wrong::Wrong;

/// When the notices were published; none before they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The first notice, regulation 5(2).
    pub first: Option<Date>,
    /// The second notice, regulation 5(4).
    pub second: Option<Date>,
    /// The notice of the reasons for urgency, regulation 5(7).
    pub urgency: Option<Date>,
}

/// Something in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "in_the_way", rename_all = "snake_case")]
pub enum InTheWay {
    /// The first notice was published too late, and nobody has agreed that the meeting is urgent.
    FirstNoticeLate {
        /// Its last lawful day.
        by: Date,
        /// When it was published.
        published: Date,
        /// How many days late.
        days: i32,
    },
    /// The first notice is not published.
    FirstNoticeMissing {
        /// Its last lawful day.
        by: Date,
        /// Whether that day has gone by.
        too_late: bool,
    },
    /// The second notice was published too late, and nobody has agreed.
    SecondNoticeLate {
        /// Its last lawful day.
        by: Date,
        /// When it was published.
        published: Date,
        /// How many days late.
        days: i32,
    },
    /// The second notice is not published.
    SecondNoticeMissing {
        /// Its last lawful day.
        by: Date,
        /// Whether that day has gone by.
        too_late: bool,
    },
    /// It was published in time by the reading that the council works to, but not by the other.
    LateByOtherReading {
        /// `first` or `second`.
        first: bool,
        /// The last day by the other reading.
        by: Date,
        /// When it was published.
        published: Date,
    },
    /// There is an agreement, and it does not hold.
    AgreementDoesNotHold {
        /// Why.
        wrong: Vec<Wrong>,
    },
    /// The agreement holds, and its reasons are not published yet.
    ReasonsNoticeDue {
        /// Since when.
        since: Date,
    },
}

impl InTheWay {
    /// Whether the agenda cannot be published before it is gone. The rest is shown.
    pub fn bars(&self) -> bool {
        match self {
            InTheWay::FirstNoticeLate { .. }
            | InTheWay::FirstNoticeMissing { .. }
            | InTheWay::SecondNoticeLate { .. }
            | InTheWay::AgreementDoesNotHold { .. } => true,
            // The second notice may go out with the agenda.
            InTheWay::SecondNoticeMissing { too_late, .. } => *too_late,
            InTheWay::LateByOtherReading { .. } | InTheWay::ReasonsNoticeDue { .. } => false,
        }
    }

    /// The provision.
    pub fn section(&self) -> &'static str {
        match self {
            InTheWay::FirstNoticeLate { .. } | InTheWay::FirstNoticeMissing { .. } | InTheWay::LateByOtherReading { first: true, .. } => {
                "SI 2012/2089, regulation 5(2)"
            }
            InTheWay::SecondNoticeLate { .. }
            | InTheWay::SecondNoticeMissing { .. }
            | InTheWay::LateByOtherReading { first: false, .. } => "SI 2012/2089, regulation 5(4)",
            InTheWay::AgreementDoesNotHold { .. } => "SI 2012/2089, regulation 5(6)",
            InTheWay::ReasonsNoticeDue { .. } => "SI 2012/2089, regulation 5(7)",
        }
    }

    /// What it is and the way out.
    pub fn words(&self) -> String {
        const AGREE: &str = "The agenda cannot be published until the chair of the relevant scrutiny committee, or the next in the chain, has agreed that the meeting is urgent and cannot reasonably be deferred.";
        let late = |which: &str, by: &Date, published: &Date, days: &i32| {
            let days = if *days == 1 { "one day".into() } else { format!("{days} days") };
            format!(
                "The {which} notice of the private meeting was due by {} and was published on {}, {days} late. {AGREE}",
                with_weekday(*by),
                with_weekday(*published)
            )
        };
        match self {
            InTheWay::FirstNoticeLate { by, published, days } => late("first", by, published, days),
            InTheWay::SecondNoticeLate { by, published, days } => late("second", by, published, days),
            InTheWay::FirstNoticeMissing { by, too_late: true } => {
                format!("The first notice of the private meeting was due by {} and is not published. {AGREE}", with_weekday(*by))
            }
            InTheWay::FirstNoticeMissing { by, too_late: false } => {
                format!("Publish the first notice of the private meeting by {}, and before the agenda.", with_weekday(*by))
            }
            InTheWay::SecondNoticeMissing { by, too_late: true } => {
                format!("The second notice of the private meeting was due by {} and is not published. {AGREE}", with_weekday(*by))
            }
            InTheWay::SecondNoticeMissing { by, too_late: false } => {
                format!("Publish the second notice of the private meeting by {}, with the agenda or before it.", with_weekday(*by))
            }
            InTheWay::LateByOtherReading { first, by, published } => format!(
                "The {} notice was published on {}: in time by the reading that the council works to, and late by the other, for which it was due by {}.",
                if *first { "first" } else { "second" },
                long(*published),
                with_weekday(*by)
            ),
            InTheWay::AgreementDoesNotHold { wrong } => {
                let each: Vec<&str> = wrong.iter().map(|w| w.message.as_str()).collect();
                format!("The agreement that the meeting is urgent does not hold. {}", each.join(" "))
            }
            InTheWay::ReasonsNoticeDue { since } => format!(
                "Publish the reasons why the meeting is urgent and cannot reasonably be deferred, as soon as reasonably practicable; it was agreed on {}.",
                long(*since)
            ),
        }
    }
}

/// Everything between a private item and its agenda, on a day. An agreement that holds takes the place of late notices, and
/// then its reasons are to be published.
pub fn stands_in_the_way(notices: &Notices, given: &Given, agreement: Option<&Agreement>, today: Date) -> Vec<InTheWay> {
    let first = notice(true, &notices.first, given.first, today);
    let second = notice(false, &notices.second, given.second, today);
    let mut found: Vec<InTheWay> = first.into_iter().chain(second).collect();
    let needed = found.iter().any(InTheWay::needs_agreement);
    let Some(agreement) = agreement.filter(|a| needed && a.on <= today) else { return found };
    let wrong = agreement.check(notices.meeting);
    if !wrong.is_empty() {
        found.push(InTheWay::AgreementDoesNotHold { wrong });
        return found;
    }
    found.retain(|f| !f.needs_agreement());
    if given.urgency.is_none() {
        found.push(InTheWay::ReasonsNoticeDue { since: agreement.on });
    }
    found
}

impl InTheWay {
    /// Whether only agreement to urgency takes it away.
    fn needs_agreement(&self) -> bool {
        match self {
            InTheWay::FirstNoticeLate { .. } | InTheWay::SecondNoticeLate { .. } => true,
            InTheWay::FirstNoticeMissing { too_late, .. } | InTheWay::SecondNoticeMissing { too_late, .. } => *too_late,
            _ => false,
        }
    }
}

fn notice(first: bool, answer: &crate::duty::Answer, published: Option<Date>, today: Date) -> Option<InTheWay> {
    let by = answer.due.date?;
    let Some(published) = published.filter(|p| *p <= today) else {
        let too_late = by < today;
        return Some(if first { InTheWay::FirstNoticeMissing { by, too_late } } else { InTheWay::SecondNoticeMissing { by, too_late } });
    };
    let days = days_between(by, published);
    if days > 0 {
        return Some(if first {
            InTheWay::FirstNoticeLate { by, published, days }
        } else {
            InTheWay::SecondNoticeLate { by, published, days }
        });
    }
    answer.alarm.filter(|safe| *safe < published).map(|by| InTheWay::LateByOtherReading { first, by, published })
}
