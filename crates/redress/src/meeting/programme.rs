//! The meetings of a body over a year, by a rule: every second Tuesday of these months, from this day to that.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::calendar::Calendar;
use crate::counting::plus;
use crate::wrong::Wrong;

/// The most days that one rule may reach over: two years, for a programme is made for one and a little.
const MOST_DAYS: i32 = 731;

/// Which of its weekdays in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nth {
    /// The first, second, third, fourth or fifth.
    Of(u8),
    /// The last.
    Last,
}

impl Nth {
    /// Reads `2` or `last`.
    pub fn read(word: &str) -> Option<Nth> {
        match word {
            "last" => Some(Nth::Last),
            _ => word.parse().ok().filter(|n| (1..=5).contains(n)).map(Nth::Of),
        }
    }
}

/// The rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Which of the weekdays of each month.
    pub nth: BTreeSet<Nth>,
    /// The weekday, 1 for Monday to 7 for Sunday.
    pub weekday: i8,
    /// The months, 1 to 12.
    pub months: BTreeSet<i8>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// A day that the rule gives, and what is to be known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposedDay {
    /// The day.
    pub on: Date,
    /// The bank holiday that it is.
    pub holiday: Option<String>,
    /// The body has a meeting on it already.
    pub taken: bool,
    /// Other bodies that meet on it.
    pub beside: Vec<String>,
}

impl ProposedDay {
    /// Whether a meeting is planned on it.
    pub fn is_planned(&self, on_holidays: bool) -> bool {
        !self.taken && (on_holidays || self.holiday.is_none())
    }
}

/// A meeting that is planned already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The day.
    pub on: Date,
    /// The body, by name.
    pub body: String,
    /// It is the body that the programme is for.
    pub same: bool,
}

impl Programme {
    /// The days that the rule gives, each with what is to be known of it.
    pub fn days(&self, calendar: &Calendar, others: &[Other]) -> Result<Vec<ProposedDay>, Vec<Wrong>> {
        let wrong = self.check();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let days = (0..MOST_DAYS).filter_map(|on| plus(self.from, on)).take_while(|day| *day <= self.to).filter(|day| self.fits(*day));
        let proposed = |on: Date| ProposedDay {
            on,
            holiday: calendar.holiday(on).map(|holiday| holiday.name.to_string()),
            taken: others.iter().any(|o| o.on == on && o.same),
            beside: others.iter().filter(|o| o.on == on && !o.same).map(|o| o.body.clone()).collect(),
        };
        let days: Vec<ProposedDay> = days.map(proposed).collect();
        if days.is_empty() {
            return Err(vec![Wrong::new(
                "to",
                "No day between the first and the last fits this rule. Change the days, the months or the rule",
            )]);
        }
        Ok(days)
    }

    fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.to < self.from {
            wrong.push(Wrong::new("to", "The last day is before the first"));
        } else if plus(self.from, MOST_DAYS - 1).is_none_or(|most| self.to > most) {
            wrong.push(Wrong::new("to", "A programme reaches over two years at the most. Choose an earlier last day"));
        }
        wrong
    }

    fn fits(&self, day: Date) -> bool {
        let weekday = Weekday::from_monday_one_offset(self.weekday).ok();
        let at = u8::try_from((day.day() - 1) / 7 + 1).unwrap_or(0);
        let last = day.day() + 7 > day.days_in_month();
        Some(day.weekday()) == weekday
            && self.months.contains(&day.month())
            && (self.nth.contains(&Nth::Of(at)) || (last && self.nth.contains(&Nth::Last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn programme(nth: &[Nth], weekday: i8, months: &[i8]) -> Programme {
        let (from, to) = (date(2026, 4, 1), date(2027, 3, 31));
        Programme { nth: nth.iter().copied().collect(), weekday, months: months.iter().copied().collect(), from, to }
    }

    #[test]
    fn a_rule_gives_its_days_and_names_what_is_on_them() {
        let others = [
            Other { on: date(2026, 5, 4), body: "Council".into(), same: false },
            Other { on: date(2026, 9, 7), body: "Cabinet".into(), same: true },
        ];
        let days = programme(&[Nth::Of(1)], 1, &[5, 9, 11]).days(Calendar::england(), &others).expect("days");
        assert_eq!(days.iter().map(|d| d.on).collect::<Vec<_>>(), [date(2026, 5, 4), date(2026, 9, 7), date(2026, 11, 2)]);
        assert_eq!(days[0].holiday.as_deref(), Some("Early May bank holiday"));
        assert_eq!(days[0].beside, ["Council"]);
        assert!(!days[0].is_planned(false) && days[0].is_planned(true) && !days[1].is_planned(true) && days[2].is_planned(false));
    }

    #[test]
    fn the_last_of_a_month_is_its_fourth_or_fifth() {
        let days = programme(&[Nth::Last], 3, &[4, 9]).days(Calendar::england(), &[]).expect("days");
        assert_eq!(days.iter().map(|d| d.on).collect::<Vec<_>>(), [date(2026, 4, 29), date(2026, 9, 30)]);
        let both = programme(&[Nth::Of(2), Nth::Of(4)], 2, &[6]).days(Calendar::england(), &[]).expect("days");
        assert_eq!(both.iter().map(|d| d.on).collect::<Vec<_>>(), [date(2026, 6, 9), date(2026, 6, 23)]);
        assert_eq!((Nth::read("last"), Nth::read("2"), Nth::read("6")), (Some(Nth::Last), Some(Nth::Of(2)), None));
    }

    #[test]
    fn a_programme_has_an_order_a_length_and_a_day() {
        let field = |p: Programme| p.days(Calendar::england(), &[]).expect_err("wrong")[0].field.clone();
        let good = programme(&[Nth::Of(1)], 1, &[5]);
        assert_eq!(field(Programme { to: date(2026, 3, 1), ..good.clone() }), "to");
        assert_eq!(field(Programme { to: date(2028, 4, 2), ..good.clone() }), "to");
        assert_eq!(field(Programme { to: date(2026, 4, 20), ..good }), "to");
    }
}
