//! The date that a paper of the Ombudsman's first gave for an action. It is built once and has no way to change.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{RULES, due};
use crate::calendar::{Calendar, DayKind};
use crate::counting::last_working_day;
use crate::day::long;

/// An original due date with how it was counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Original {
    on: Date,
    what: String,
    rule: String,
    dated: Option<Date>,
}

/// Why there is no such date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "no_date", rename_all = "snake_case")]
pub enum NoDate {
    /// The rule is none of the list.
    #[error("`{rule}` is no rule for a due date")]
    NoSuchRule {
        /// What was given.
        rule: String,
    },
    /// The rule counts from the paper's date, which is not known.
    #[error("the date of the paper is not known, so nothing can be counted from it; enter the day that the paper names")]
    PaperNotDated,
    /// The paper names a day, and none was entered.
    #[error("enter the day that the paper names")]
    NothingStated,
    /// The day lies before the paper.
    #[error("{} is before the date of the paper, {}", long(*.on), long(*.dated))]
    BeforeThePaper {
        /// The day given.
        on: Date,
        /// The date of the paper.
        dated: Date,
    },
    /// A stored date that its own rule does not give.
    #[error("the stored date is not the one that its rule gives")]
    NotFromItsRule,
}

impl Original {
    /// The date that a rule gives; none where the paper gives none (`none`).
    pub fn new(what: &str, rule: &str, dated: Option<Date>, stated: Option<Date>) -> Result<Option<Original>, NoDate> {
        let rule = RULES.iter().map(|(word, _)| *word).find(|w| *w == rule).ok_or_else(|| NoDate::NoSuchRule { rule: rule.into() })?;
        let on = match rule {
            "none" => return Ok(None),
            "stated" => stated.ok_or(NoDate::NothingStated)?,
            _ => dated.and_then(|d| due(rule, d, None)).ok_or(NoDate::PaperNotDated)?,
        };
        if let Some(dated) = dated.filter(|d| on < *d) {
            return Err(NoDate::BeforeThePaper { on, dated });
        }
        Ok(Some(Original { on, what: what.into(), rule: rule.into(), dated }))
    }

    /// The day.
    pub fn on(&self) -> Date {
        self.on
    }

    /// What is due on it, where a recommendation has several: `the letters`; empty where it is the whole.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The word of the rule.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The last working day on or before it. Nothing moves the date itself.
    pub fn last_working_day(&self, calendar: &Calendar) -> Option<Date> {
        last_working_day(self.on, DayKind::Working, calendar)
    }

    /// How it was counted, for a person.
    pub fn why(&self) -> String {
        let words = RULES.iter().find(|(w, _)| *w == self.rule).map_or("", |(_, words)| *words);
        match self.dated {
            Some(dated) if self.rule != "stated" => format!("{words}, {}: {}", long(dated), long(self.on)),
            _ => format!("The paper names {}", long(self.on)),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    on: Date,
    what: String,
    rule: String,
    dated: Option<Date>,
}

impl From<Original> for Stored {
    fn from(original: Original) -> Stored {
        Stored { on: original.on, what: original.what, rule: original.rule, dated: original.dated }
    }
}

impl TryFrom<Stored> for Original {
    type Error = NoDate;

    /// Reads it back, and refuses a date that is not the one its rule gives.
    fn try_from(stored: Stored) -> Result<Original, NoDate> {
        let read = Original::new(&stored.what, &stored.rule, stored.dated, Some(stored.on))?;
        read.filter(|o| o.on == stored.on).ok_or(NoDate::NotFromItsRule)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn original(rule: &str, dated: Date) -> Original {
        Original::new("", rule, Some(dated), None).unwrap().unwrap()
    }

    #[test]
    fn a_month_of_a_decision_ends_on_the_corresponding_date_and_nothing_moves_it() {
        let apology = original("one_month", date(2023, 3, 8));
        assert_eq!(apology.on(), date(2023, 4, 8));
        assert_eq!(apology.last_working_day(Calendar::england()), Some(date(2023, 4, 6)), "before Good Friday");
        assert_eq!(original("three_months", date(2023, 3, 8)).on(), date(2023, 6, 8));
        assert_eq!(original("three_months", date(2025, 1, 22)).on(), date(2025, 4, 22), "a day later than beginning with it");
        assert_eq!(original("four_weeks", date(2021, 1, 21)).on(), date(2021, 2, 18));
        assert!(apology.why().ends_with("8 March 2023: 8 April 2023"), "{}", apology.why());
    }

    #[test]
    fn a_day_before_the_paper_and_a_missing_day_are_refused() {
        let stated = |day| Original::new("", "stated", Some(date(2023, 3, 8)), day);
        assert_eq!(stated(None), Err(NoDate::NothingStated));
        let early = NoDate::BeforeThePaper { on: date(2023, 3, 7), dated: date(2023, 3, 8) };
        assert_eq!(stated(Some(date(2023, 3, 7))), Err(early));
        assert_eq!(Original::new("", "one_month", None, None), Err(NoDate::PaperNotDated));
        assert_eq!(Original::new("", "none", None, None), Ok(None));
        assert!(Original::new("", "soon", None, None).is_err());
    }

    #[test]
    fn a_stored_date_that_was_tampered_with_is_not_read() {
        let text = serde_json::to_string(&original("one_month", date(2023, 3, 8))).unwrap();
        assert_eq!(serde_json::from_str::<Original>(&text).unwrap(), original("one_month", date(2023, 3, 8)));
        assert!(serde_json::from_str::<Original>(&text.replace("2023-04-08", "2023-05-08")).is_err());
    }
}
