//! Which columns of a sheet are hidden.

/// Separate ranges that are kept; no sheet that people made has more.
const RANGES: usize = 256;

/// Hidden columns as ranges, each with its end.
#[derive(Debug, Default)]
pub(crate) struct HiddenColumns(Vec<(u32, u32)>);

impl HiddenColumns {
    /// Adds `from` up to and without `end`; a range that touches the one before continues it.
    pub fn add(&mut self, from: u32, end: u32) {
        let full = self.0.len() >= RANGES;
        match self.0.last_mut() {
            Some(last) if last.1 == from => last.1 = end,
            _ if !full => self.0.push((from, end)),
            _ => {}
        }
    }

    /// Whether a column from here up to and without the end is hidden.
    pub fn touch(&self, from: u32, end: u32) -> bool {
        self.0.iter().any(|(start, stop)| from < *stop && end > *start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_grow_and_are_few() {
        let mut hidden = HiddenColumns::default();
        (1..2_000).for_each(|at| hidden.add(at, at + 1));
        assert_eq!(hidden.0, [(1, 2_000)]);
        (0..2_000).for_each(|at| hidden.add(at * 2, at * 2 + 1));
        assert_eq!(hidden.0.len(), RANGES);
        assert!(hidden.touch(1_999, 2_000) && !hidden.touch(9_000, 9_001));
    }
}
