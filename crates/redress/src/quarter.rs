//! A quarter of a calendar year, as reports and addresses name it.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A quarter of a calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quarter {
    year: i16,
    number: i8,
}

impl Quarter {
    /// The quarter that a day is in.
    pub fn of(day: Date) -> Quarter {
        Quarter { year: day.year(), number: (day.month() + 2) / 3 }
    }

    /// Reads `2026-Q1`, of the years 1900 to 2999.
    pub fn read(text: &str) -> Option<Quarter> {
        let (year, number) = text.trim().split_once("-Q").or_else(|| text.trim().split_once("-q"))?;
        let digits = |t: &str, n: usize| t.len() == n && t.bytes().all(|b| b.is_ascii_digit());
        let (year, number) = (digits(year, 4).then(|| year.parse().ok())??, digits(number, 1).then(|| number.parse().ok())??);
        ((1900..3000).contains(&year) && (1..=4).contains(&number)).then_some(Quarter { year, number })
    }

    /// As addresses have it: `2026-Q1`.
    pub fn word(self) -> String {
        format!("{:04}-Q{}", self.year, self.number)
    }

    /// The quarter before it.
    #[must_use]
    pub fn before(self) -> Quarter {
        if self.number > 1 { Quarter { number: self.number - 1, ..self } } else { Quarter { year: self.year - 1, number: 4 } }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        date(self.year, self.number * 3 - 2, 1)
    }

    /// Its last day.
    pub fn last(self) -> Date {
        date(self.year, self.number * 3, 1).last_of_month()
    }

    /// Whether a day is in it.
    pub fn has(self, day: Date) -> bool {
        Quarter::of(day) == self
    }

    /// `January to March 2026`.
    pub fn words(self) -> String {
        let month = |day: Date| crate::day::month(day.month());
        format!("{} to {} {}", month(self.first()), month(self.last()), self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_read_as_it_is_written_and_nothing_else_is() {
        let first = Quarter::of(date(2026, 3, 31));
        assert_eq!((first.word().as_str(), Quarter::read("2026-Q1"), Quarter::read(" 2026-q1 ")), ("2026-Q1", Some(first), Some(first)));
        for nonsense in ["", "2026", "2026-Q5", "2026-Q0", "26-Q1", "2026-Q11", "+026-Q1", "2026-Q+", "9999-Q1", "2026-01-01"] {
            assert_eq!(Quarter::read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn the_quarter_before_the_first_is_the_last_of_the_year_before() {
        let first = Quarter::of(date(2026, 1, 1));
        assert_eq!((first.before().word().as_str(), first.before().last()), ("2025-Q4", date(2025, 12, 31)));
        assert_eq!(first.before().before().first(), date(2025, 7, 1));
    }
}
