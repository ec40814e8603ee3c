//! Dates as people read them: `2 June 2026`, `10.00 am`.

use jiff::civil::{Date, Time};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// `2 June 2026`.
pub fn long(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// `Tuesday 2 June 2026`.
pub fn with_weekday(date: Date) -> String {
    let weekday = match date.weekday() {
        jiff::civil::Weekday::Monday => "Monday",
        jiff::civil::Weekday::Tuesday => "Tuesday",
        jiff::civil::Weekday::Wednesday => "Wednesday",
        jiff::civil::Weekday::Thursday => "Thursday",
        jiff::civil::Weekday::Friday => "Friday",
        jiff::civil::Weekday::Saturday => "Saturday",
        jiff::civil::Weekday::Sunday => "Sunday",
    };
    format!("{weekday} {}", long(date))
}

/// `10.00 am`, the form clerks use.
pub fn clock(time: Time) -> String {
    let (hour, half) = match time.hour() {
        0 => (12, "am"),
        h @ 1..=11 => (h, "am"),
        12 => (12, "pm"),
        h => (h - 12, "pm"),
    };
    format!("{hour}.{:02} {half}", time.minute())
}

/// The English name of a month, 1 to 12; empty outside that.
pub fn month(number: i8) -> &'static str {
    usize::try_from(number - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("")
}

/// The first and the last day of a month: `2026-05`; nothing else.
pub fn read_month(text: &str) -> Option<(Date, Date)> {
    let (year, month) = text.split_once('-')?;
    let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// The first of the month, a year before: from where lists of what was go back. It is no day that the law counts.
pub fn a_year_before(today: Date) -> Date {
    Date::new(today.year() - 1, today.month(), 1).unwrap_or(today)
}

/// Reads `21 January 2021`, `26th February, 2025`, `2 Jun 2026`; nothing else.
pub fn read_long(text: &str) -> Option<Date> {
    let mut words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty());
    let day = words.next()?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let name = words.next()?;
    let year = words.next()?;
    if words.next().is_some() || name.len() < 3 || year.len() != 4 {
        return None;
    }
    let number = MONTHS.iter().position(|m| m.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))? + 1;
    Date::new(year.parse().ok()?, i8::try_from(number).ok()?, day.parse().ok()?).ok()
}

/// Reads `14/02/2024`, day first.
pub fn read_slashed(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Reads `10.00 am`, `2.00 pm`, `12.30 p.m.`, `18:00`.
pub fn read_clock(text: &str) -> Option<Time> {
    let lower: String = text.trim().to_ascii_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (digits, half) = match lower.find(|c: char| c.is_ascii_alphabetic()) {
        Some(at) => (&lower[..at], lower[at..].replace('.', "")),
        None => (lower.as_str(), String::new()),
    };
    let (hour, minute) = digits.split_once(['.', ':'])?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half.as_str() {
        "" => hour,
        "am" if hour == 12 => 0,
        "am" => hour,
        "pm" if hour == 12 => 12,
        "pm" if hour < 12 => hour + 12,
        _ => return None,
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn clerks_dates_are_read() {
        assert_eq!(read_long("26th February, 2025"), Some(date(2025, 2, 26)));
        assert_eq!(read_long("21 January 2021"), Some(date(2021, 1, 21)));
        assert_eq!(read_long("31 February 2021"), None);
        assert_eq!(read_slashed("14/02/2024"), Some(date(2024, 2, 14)));
        assert_eq!(read_clock("10.00 am"), Some(time(10, 0, 0, 0)));
        assert_eq!(read_clock("12.30 p.m."), Some(time(12, 30, 0, 0)));
        assert_eq!(read_clock("25.00"), None);
    }

    #[test]
    fn dates_are_written_for_people() {
        assert_eq!(with_weekday(date(2026, 6, 2)), "Tuesday 2 June 2026");
        assert_eq!(clock(time(0, 5, 0, 0)), "12.05 am");
    }
}
