//! Whether a seat can be given: one chair and one vice-chair at a time, nobody twice at once, and no day before another.

use jiff::civil::Date;

use super::Capacity;
use crate::wrong::Wrong;

/// A seat as far as the rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seating {
    /// The member's number.
    pub member: i64,
    /// In what capacity.
    pub capacity: Capacity,
    /// The first day.
    pub from: Date,
    /// The last day, which counts.
    pub until: Option<Date>,
}

impl Seating {
    fn overlaps(&self, other: &Seating) -> bool {
        self.until.is_none_or(|last| other.from <= last) && other.until.is_none_or(|last| self.from <= last)
    }

    /// The same seat, given anew with another last day.
    fn is_same(&self, other: &Seating) -> bool {
        (self.member, self.capacity, self.from) == (other.member, other.capacity, other.from)
    }
}

/// What stands against giving a seat beside those that are there.
pub fn check(new: &Seating, seats: &[Seating]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if new.until.is_some_and(|last| last < new.from) {
        wrong.push(Wrong::new("until", "The last day is before the first"));
        return wrong;
    }
    for seat in seats.iter().filter(|s| !s.is_same(new) && s.overlaps(new)) {
        let presides = matches!(new.capacity, Capacity::Chair | Capacity::ViceChair);
        if presides && seat.capacity == new.capacity {
            wrong.push(Wrong::new(
                "capacity",
                format!("The body has a {} on these days. End that seat first", new.capacity.words().to_lowercase()),
            ));
        } else if seat.member == new.member {
            let words = seat.capacity.words().to_lowercase();
            wrong.push(Wrong::new("member", format!("This member sits on it on these days as {words}. End that seat first")));
        }
    }
    wrong.dedup();
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn one_chair_at_a_time_and_nobody_twice() {
        let seat = |member, capacity, from, until| Seating { member, capacity, from, until };
        let seats =
            [seat(1, Capacity::Chair, date(2025, 5, 1), Some(date(2026, 4, 30))), seat(2, Capacity::Member, date(2025, 5, 1), None)];
        let fields = |new: Seating| check(&new, &seats).into_iter().map(|w| w.field).collect::<Vec<_>>();
        assert_eq!(fields(seat(3, Capacity::Chair, date(2026, 4, 30), None)), ["capacity"]);
        assert!(fields(seat(3, Capacity::Chair, date(2026, 5, 1), None)).is_empty());
        assert_eq!(fields(seat(2, Capacity::ViceChair, date(2026, 5, 1), None)), ["member"]);
        assert!(fields(seat(2, Capacity::Member, date(2025, 5, 1), Some(date(2025, 9, 1)))).is_empty(), "it only ends");
        assert_eq!(fields(seat(4, Capacity::Member, date(2025, 5, 2), Some(date(2025, 5, 1)))), ["until"]);
    }
}
