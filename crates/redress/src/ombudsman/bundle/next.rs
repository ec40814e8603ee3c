//! Which recommendations the next bundle is for: those whose clock runs and that are due first, all on one day.

use jiff::civil::Date;

use crate::ombudsman::axes::Clock;
use crate::ombudsman::tracked::Tracked;

/// The places of the recommendations that are due on the next open deadline. Those without a date come last, together.
pub fn next<'a>(all: impl Iterator<Item = &'a Tracked>) -> Vec<usize> {
    let open: Vec<(usize, Option<Date>)> =
        all.enumerate().filter(|(_, t)| t.clock() == Clock::Running).map(|(at, t)| (at, t.asked().original())).collect();
    let first = open.iter().map(|(_, due)| due.unwrap_or(Date::MAX)).min();
    open.into_iter().filter(|(_, due)| Some(due.unwrap_or(Date::MAX)) == first).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::next;
    use crate::ombudsman::axes::Submission;
    use crate::ombudsman::history::Entry;
    use crate::ombudsman::recommendation::Nature;
    use crate::ombudsman::tracked::tests::remedy;

    #[test]
    fn the_next_bundle_is_for_what_is_due_first_and_not_yet_sent() {
        let remedy = |number, rule| remedy(number, rule, Nature::Personal);
        let mut all =
            vec![remedy(1, "three_months"), remedy(2, "one_month"), remedy(3, "one_month"), remedy(4, "none"), remedy(5, "four_weeks")];
        let chosen = |all: &[super::Tracked]| next(all.iter());
        assert_eq!(chosen(&all), [4]);
        let mut send = |at: usize| {
            let sent = Submission { bundle: "ab".into(), channel: "portal".into() };
            all[at].send_evidence(Entry::new("L. Officer", date(2023, 4, 1), sent)).unwrap();
            next(all.iter())
        };
        assert_eq!(send(4), [1, 2]);
        assert_eq!([send(1), send(2), send(0), send(3)], [vec![2], vec![0], vec![3], vec![]]);
    }
}
