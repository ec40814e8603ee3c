//! Whether anything may be taken down of a meeting yet, or still.

use jiff::civil::Date;

use crate::meeting::Happened;

/// Why nothing may be taken down; none where it may. The room is prepared from the day before.
pub fn closed_because(on: Date, today: Date, happened: &[Happened]) -> Option<String> {
    if happened.contains(&Happened::Cancelled) {
        return Some("This meeting was cancelled, so nothing happened in it".into());
    }
    if happened.contains(&Happened::Moved) {
        return Some("This meeting was moved to another day. Take down what happens in the meeting of that day".into());
    }
    (crate::counting::days_between(today, on) > 1)
        .then(|| format!("This meeting is on {}. What happens in it is taken down from the day before", crate::day::with_weekday(on)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_meeting_is_taken_down_from_the_day_before() {
        let on = date(2025, 2, 26);
        assert_eq!(closed_because(on, date(2025, 2, 25), &[Happened::Called]), None);
        assert_eq!(closed_because(on, date(2025, 3, 10), &[]), None);
        assert!(closed_because(on, date(2025, 2, 24), &[]).is_some_and(|why| why.contains("Wednesday 26 February 2025")));
        assert!(closed_because(on, on, &[Happened::Called, Happened::Cancelled]).is_some_and(|why| why.contains("cancelled")));
        assert!(closed_because(on, on, &[Happened::Moved]).is_some_and(|why| why.contains("moved")));
    }
}
