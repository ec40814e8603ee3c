//! How many remedies for a person were due, in time, late and pending, by year. This is all that the public sees of them: it
//! holds numbers that are not small, and nothing from which a small one follows.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Listing;
use crate::day::long;
use crate::ombudsman::figures::{Cell, Row, by_year, predecessors, shown};
use crate::ombudsman::recommendation::Nature;

/// What the page says of small numbers.
pub const SMALL: &str = "A number from 1 to 4 could tell of one person, so it is hidden, and so is what would give it away by subtraction. \
    A case that is under embargo is left out, and so is one that came in a review of earlier cases, which an earlier year counted. No total over the years is given.";

/// From so many on, a number is not small.
const NOT_SMALL: u32 = 5;

/// The figures as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalFigures {
    /// The day for which they are said.
    pub as_of: Date,
    /// By year of the original date, the earliest first.
    pub years: Vec<PersonalYear>,
    /// Councils that this one replaced, whose cases are counted. One with a small number is not named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<String>,
}

/// The figures of a year, small numbers hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalYear {
    /// `2023-24`.
    pub year: String,
    /// Due.
    pub due: Cell,
    /// In time.
    pub in_time: Cell,
    /// Late.
    pub late: Cell,
    /// Pending.
    pub pending: Cell,
}

impl PersonalFigures {
    /// The key: there is one such record, in versions.
    pub const KEY: &str = "personal-remedies";

    /// Counts the personal remedies among rows. What is under embargo must not be among them.
    pub fn of(rows: &[Row], today: Date) -> PersonalFigures {
        let years = by_year(rows, &[Nature::Personal], today).into_iter().map(|(year, figures)| {
            let shown = shown(&figures);
            PersonalYear { year: year.words(), due: shown.due, in_time: shown.in_time, late: shown.late, pending: shown.pending }
        });
        let predecessors = predecessors(rows, &[Nature::Personal], today, NOT_SMALL);
        PersonalFigures { as_of: today, years: years.collect(), predecessors }
    }

    /// Whether the same was said before, whatever the day.
    pub fn says_the_same(&self, other: &PersonalFigures) -> bool {
        self.years == other.years && self.predecessors == other.predecessors
    }

    pub(super) fn listing(&self) -> Listing {
        Listing {
            title: format!("Figures of remedies for a person, as of {}", long(self.as_of)),
            on: Some(self.as_of),
            ..Listing::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn row(number: u32, nature: Nature, due: Date) -> Row {
        Row {
            case: "23 900 071".into(),
            number,
            nature,
            due_on: Some(due),
            expected_on: None,
            first_evidence_on: None,
            unanswered_evidence_on: None,
            accepted_evidence_on: None,
            outcome: None,
            outcome_on: None,
            no_longer_asked_on: None,
            from_review: false,
            predecessor: None,
        }
    }

    fn rows(number: u32, nature: Nature, due: Date) -> Vec<Row> {
        (1..=number).map(|n| row(n, nature, due)).collect()
    }

    #[test]
    fn small_numbers_are_hidden_and_others_are_counted_year_by_year() {
        let today = date(2024, 6, 20);
        let all = [rows(6, Nature::Personal, date(2023, 5, 1)), rows(4, Nature::Personal, date(2024, 5, 1))].concat();
        let figures = PersonalFigures::of(&all, today);
        let year = |year: &str, n: Cell, none: Cell| PersonalYear { year: year.into(), due: n, in_time: none, late: n, pending: none };
        assert_eq!(figures.years, [year("2023-24", Cell::Is(6), Cell::Is(0)), year("2024-25", Cell::Hidden, Cell::Hidden)]);
        let text = serde_json::to_string(&figures).unwrap();
        assert!(!text.contains("900 071") && !text.contains("\"is\":4"), "{text}");
        assert_eq!(serde_json::from_str::<PersonalFigures>(&text).unwrap(), figures);
    }

    #[test]
    fn what_is_not_for_a_person_and_what_a_review_found_is_in_no_figure() {
        let due = date(2023, 5, 1);
        let mut all = rows(9, Nature::ServiceImprovement, due);
        all.extend(rows(9, Nature::Personal, due).into_iter().map(|row| Row { from_review: true, ..row }));
        assert_eq!(PersonalFigures::of(&all, date(2024, 6, 20)).years, []);
    }

    #[test]
    fn the_council_before_is_named_where_its_number_is_not_small() {
        let of = |number: u32, name: &str| {
            let own = rows(number, Nature::Personal, date(2023, 5, 1)).into_iter();
            own.map(|row| Row { predecessor: Some(name.into()), ..row }).collect::<Vec<_>>()
        };
        let all = [rows(6, Nature::Personal, date(2023, 5, 1)), of(5, "Old Thornmere"), of(4, "Nether Thornmere")].concat();
        let figures = PersonalFigures::of(&all, date(2024, 6, 20));
        assert_eq!((&figures.years[0].due, figures.predecessors.as_slice()), (&Cell::Is(15), ["Old Thornmere".to_string()].as_slice()));
    }

    #[test]
    fn another_day_alone_is_no_news() {
        let all = rows(6, Nature::Personal, date(2023, 5, 1));
        let on = |day| PersonalFigures::of(&all, day);
        assert!(on(date(2024, 6, 20)).says_the_same(&on(date(2024, 6, 21))));
        assert!(!on(date(2024, 6, 20)).says_the_same(&on(date(2023, 5, 1))), "late and pending are not the same");
    }
}
