//! Which findings of fault a periodic report can tell members of, and which get a report of their own.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::follows::CaseKey;

/// A case as far as this asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The case.
    pub case: CaseKey,
    /// The day of the Ombudsman's decision, or of its receipt where the paper has none.
    pub decided: Option<Date>,
    /// Fault was found.
    pub fault: bool,
    /// A report that was signed has told members already.
    pub told: bool,
    /// The Ombudsman still asks for confidence.
    pub embargoed: bool,
    /// Why it is no routine finding; none where it is one.
    pub wider: Option<String>,
}

/// What a periodic report does with a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum Place {
    /// It belongs in it.
    Routine,
    /// It gets a report of its own.
    Apart {
        /// Why.
        reason: String,
    },
    /// It is not for this report: another time, no fault, told already, or in confidence.
    Elsewhere,
}

/// Where a finding belongs, for a report on a time of which both days count.
pub fn place(finding: &Finding, from: Date, to: Date) -> Place {
    let within = finding.decided.is_some_and(|day| from <= day && day <= to);
    if !within || !finding.fault || finding.told || finding.embargoed {
        return Place::Elsewhere;
    }
    finding.wider.clone().map_or(Place::Routine, |reason| Place::Apart { reason })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_upheld_case_of_the_time_that_members_do_not_know_of_is_routine_unless_it_is_wider() {
        let (from, to) = (date(2025, 4, 1), date(2025, 9, 30));
        let routine = Finding {
            case: CaseKey::read("24 001 111").unwrap(),
            decided: Some(to),
            fault: true,
            told: false,
            embargoed: false,
            wider: None,
        };
        assert_eq!(place(&routine, from, to), Place::Routine);
        for other in [
            Finding { decided: Some(date(2025, 10, 1)), ..routine.clone() },
            Finding { decided: None, ..routine.clone() },
            Finding { fault: false, ..routine.clone() },
            Finding { told: true, ..routine.clone() },
            Finding { embargoed: true, wider: Some("Others were hit".into()), ..routine.clone() },
        ] {
            assert_eq!(place(&other, from, to), Place::Elsewhere, "{other:?}");
        }
        let wider = Finding { wider: Some("Others were hit".into()), ..routine };
        assert_eq!(place(&wider, from, to), Place::Apart { reason: "Others were hit".into() });
    }
}
