//! What commissioned a review: how many cases the decision speaks of, which office holders asked for it, and when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// More earlier cases than this are a slip of the keyboard.
pub const MOST: usize = 500;

/// What commissioned a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commission {
    /// Its title.
    pub title: String,
    /// The number of cases that the decision speaks of.
    pub declared: usize,
    /// The office holders who commissioned it, such as the portfolio holder and the executive director.
    pub by: Vec<String>,
    /// The day on which they did.
    pub on: Date,
}

impl Commission {
    /// Reads what was filled in; everything that is wrong is said at once.
    pub fn read(title: &str, declared: Option<i64>, by: &str, on: Option<Date>, today: Date) -> Result<Commission, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let declared = declared.and_then(|n| usize::try_from(n).ok()).filter(|n| (1..=MOST).contains(n));
        if declared.is_none() {
            wrong.push(Wrong::new("declared", format!("The number of cases must be from 1 to {MOST}")));
        }
        let by: Vec<String> = by.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect();
        if by.is_empty() {
            wrong.push(Wrong::new("commissioned_by", "Say which office holders commissioned it, one a line"));
        }
        match on {
            None => wrong.push(Wrong::new("on", "Say on which day it was commissioned")),
            Some(on) if on > today => wrong.push(Wrong::new("on", "The day cannot be after today")),
            Some(_) => {}
        }
        if title.trim().is_empty() {
            wrong.push(Wrong::new("title", "Give the review a title"));
        }
        match (declared, on) {
            (Some(declared), Some(on)) if wrong.is_empty() => Ok(Commission { title: title.trim().into(), declared, by, on }),
            _ => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_commission_says_how_many_by_whom_and_when() {
        let today = date(2019, 10, 2);
        let read =
            Commission::read(" Earlier cases ", Some(8), "The portfolio holder\n\nThe executive director", Some(date(2019, 10, 1)), today);
        let read = read.unwrap();
        assert_eq!((read.title.as_str(), read.declared, read.by.len()), ("Earlier cases", 8, 2));
        let wrong = Commission::read(" ", Some(0), "\n", Some(date(2019, 10, 3)), today).unwrap_err();
        assert_eq!(wrong.iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["declared", "commissioned_by", "on", "title"]);
        assert!(Commission::read("T", Some(501), "A", None, today).is_err());
    }
}
