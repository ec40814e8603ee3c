//! The findings of a review in numbers and in words, as the report to a board gives them.

use serde::{Deserialize, Serialize};

use super::Finding;

/// The findings in numbers: they add up to the members that have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Done, in time or late.
    pub done: usize,
    /// Of these, late.
    pub done_late: usize,
    /// Not done.
    pub not_done: usize,
    /// Cannot be shown.
    pub cannot_be_shown: usize,
    /// No finding yet.
    pub open: usize,
    /// All.
    pub of: usize,
}

impl Summary {
    /// Counts the findings, one for each case; none where a case has none yet.
    pub fn of<'a>(findings: impl Iterator<Item = Option<&'a Finding>>) -> Summary {
        let mut summary = Summary::default();
        for finding in findings {
            summary.of += 1;
            match finding {
                None => summary.open += 1,
                Some(Finding::Done) => summary.done += 1,
                Some(Finding::DoneLate) => {
                    summary.done += 1;
                    summary.done_late += 1;
                }
                Some(Finding::NotDone { .. }) => summary.not_done += 1,
                Some(Finding::CannotBeShown { .. }) => summary.cannot_be_shown += 1,
            }
        }
        summary
    }

    /// `4 done, 4 cannot be shown, of 8`. What there is none of is left out, but for the total.
    pub fn words(&self) -> String {
        let mut parts = Vec::new();
        match (self.done, self.done_late) {
            (0, _) => {}
            (done, 0) => parts.push(format!("{done} done")),
            (done, late) => parts.push(format!("{done} done ({late} late)")),
        }
        for (number, words) in [(self.not_done, "not done"), (self.cannot_be_shown, "cannot be shown"), (self.open, "without a finding")] {
            if number > 0 {
                parts.push(format!("{number} {words}"));
            }
        }
        if parts.is_empty() { "no case is listed yet".into() } else { format!("{}, of {}", parts.join(", "), self.of) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_leave_out_what_there_is_none_of_and_keep_the_total() {
        let lost = Finding::CannotBeShown { new_action: "Ask again".into() };
        let four = [Some(&Finding::Done), Some(&lost)].into_iter().cycle().take(8);
        assert_eq!(Summary::of(four).words(), "4 done, 4 cannot be shown, of 8");
        let missed = Finding::NotDone { new_action: "Do it".into() };
        let mixed = [Some(&Finding::Done), Some(&Finding::DoneLate), Some(&missed), None];
        assert_eq!(Summary::of(mixed.into_iter()).words(), "2 done (1 late), 1 not done, 1 without a finding, of 4");
        assert_eq!(Summary::default().words(), "no case is listed yet");
    }
}
