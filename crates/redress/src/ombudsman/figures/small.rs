//! Small numbers of personal remedies are hidden, and never so that one can be found by subtraction.
//!
//! A number from 1 to below the threshold is hidden. Where exactly one part of a sum is hidden, the smallest other part that
//! is not nothing goes with it; where there is none, the sum goes. Where the sum itself is small, all parts go. No total over years is shown.

use serde::{Deserialize, Serialize};

use super::Figures;

/// Numbers below this, and above nothing, are hidden.
pub const THRESHOLD: u32 = 5;

/// A number, or the word that it is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// The number.
    Is(u32),
    /// Hidden.
    Hidden,
}

impl Cell {
    /// What a page prints.
    pub fn words(self) -> String {
        match self {
            Cell::Is(n) => n.to_string(),
            Cell::Hidden => "hidden: small numbers".into(),
        }
    }
}

/// The figures of a year as they may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Due.
    pub due: Cell,
    /// In time.
    pub in_time: Cell,
    /// Late.
    pub late: Cell,
    /// Pending.
    pub pending: Cell,
}

/// The figures of a year with small numbers hidden.
pub fn shown(figures: &Figures) -> Shown {
    let small = |n: u32| n > 0 && n < THRESHOLD;
    let parts = [figures.in_time, figures.late, figures.pending];
    let mut hidden = parts.map(small);
    let mut due = small(figures.due);
    if due {
        hidden = [true; 3];
    } else if hidden.iter().filter(|h| **h).count() == 1 {
        let next = (0..3).filter(|at| !hidden[*at] && parts[*at] > 0).min_by_key(|at| parts[*at]);
        match next {
            Some(at) => hidden[at] = true,
            None => due = true,
        }
    }
    let cell = |hide: bool, n| if hide { Cell::Hidden } else { Cell::Is(n) };
    Shown {
        due: cell(due, figures.due),
        in_time: cell(hidden[0], parts[0]),
        late: cell(hidden[1], parts[1]),
        pending: cell(hidden[2], parts[2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many triples of parts fit what is shown.
    fn fits(shown: &Shown) -> usize {
        let ok = |cell: Cell, n: u32| cell == Cell::Is(n) || cell == Cell::Hidden;
        let mut found = 0;
        for (a, b, c) in (0..16).flat_map(|a| (0..16).flat_map(move |b| (0..16).map(move |c| (a, b, c)))) {
            found += usize::from(ok(shown.in_time, a) && ok(shown.late, b) && ok(shown.pending, c) && ok(shown.due, a + b + c));
        }
        found
    }

    #[test]
    fn a_hidden_number_is_never_found_by_subtraction() {
        for (in_time, late, pending) in (0..8).flat_map(|a| (0..8).flat_map(move |b| (0..8).map(move |c| (a, b, c)))) {
            let figures = Figures { due: in_time + late + pending, in_time, late, pending };
            let shown = shown(&figures);
            let cells = [shown.due, shown.in_time, shown.late, shown.pending];
            assert!(cells.iter().all(|c| !matches!(c, Cell::Is(n) if *n > 0 && *n < THRESHOLD)), "{figures:?}");
            if cells.contains(&Cell::Hidden) {
                assert!(fits(&shown) > 1, "{figures:?} {shown:?}");
            }
        }
    }
}
