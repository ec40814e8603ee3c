//! Days as numbers: the sums under every rule. Day 0 is 1 January 1970, a Thursday.
//!
//! A number is quick to compare and to look up in a calendar, and one day more is one more.

use jiff::civil::Date;

/// The number of a day.
pub(crate) fn of(date: Date) -> i32 {
    // Years run from March, so that 29 February is the last day of one (Hinnant's days_from_civil).
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The day that has a number; none outside the years that a date can hold.
pub(crate) fn date(number: i32) -> Option<Date> {
    let shifted = number.checked_add(719_468)?;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i32::from(month <= 2);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether the day is a Saturday or a Sunday.
pub(crate) fn is_weekend(number: i32) -> bool {
    matches!(number.rem_euclid(7), 2 | 3)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the library walks the days, to check our sums")]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_agree_with_the_library_for_every_day_of_four_centuries() {
        let mut day = jiff::civil::date(1900, 1, 1);
        let mut number = of(day);
        assert_eq!(of(jiff::civil::date(1970, 1, 1)), 0);
        while day.year() < 2300 {
            assert_eq!((of(day), date(number)), (number, Some(day)));
            assert_eq!(is_weekend(number), matches!(day.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday));
            day = day.tomorrow().expect("within range");
            number += 1;
        }
    }
}
