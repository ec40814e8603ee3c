//! Who is asked to do a clause of a resolution, and by when.

use jiff::civil::Date;
use serde::Serialize;

use super::{EntryId, Record};
use crate::resolution::Clause;
use crate::wrong::Wrong;

/// A post that was asked to do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Charge {
    /// The entry.
    pub entry: EntryId,
    /// The entry of the resolution.
    pub resolution: EntryId,
    /// The labels of the clause from the top, without their punctuation: `b ii`; empty for the only clause.
    pub clause: String,
    /// The post.
    pub post: String,
    /// The last day; none where the resolution names none.
    pub by: Option<Date>,
}

/// Reads who is asked, one to a line: `b) ii) | Head of Housing | 1 May 2025`; the day may be left out.
pub fn read_charges(lines: &str, clauses: &[Clause]) -> Result<Vec<(String, String, Option<Date>)>, Wrong> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| read_charge(line, clauses)).collect()
}

fn read_charge(line: &str, clauses: &[Clause]) -> Result<(String, String, Option<Date>), Wrong> {
    let wrong = |message: String| Wrong::new("asked", message);
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let (label, post, by) = match parts.as_slice() {
        [label, post] => (*label, *post, ""),
        [label, post, by] => (*label, *post, *by),
        _ => return Err(wrong(format!("“{line}” cannot be read. Write: the label, a stroke, the post, a stroke, the day"))),
    };
    let clause = bare(label);
    if post.is_empty() {
        return Err(wrong(format!("“{line}” names no post. Write: the label, a stroke, the post, a stroke, the day")));
    }
    let only = clause.is_empty() && clauses.len() == 1;
    if !only && !labels(clauses).contains(&clause) {
        return Err(wrong(format!("There is no clause {label} in the resolution. Write its labels from the top: b) ii)")));
    }
    if by.is_empty() {
        return Ok((clause, post.into(), None));
    }
    let read = |text: &str| text.parse().ok().or_else(|| crate::day::read_long(text)).or_else(|| crate::day::read_slashed(text));
    let by = read(by).ok_or_else(|| wrong(format!("“{by}” is no day. Write it so: 1 May 2025")))?;
    Ok((clause, post.into(), Some(by)))
}

/// The labels of every clause, from the top.
fn labels(clauses: &[Clause]) -> Vec<String> {
    fn under(clauses: &[Clause], above: &str, found: &mut Vec<String>) {
        for clause in clauses {
            let own = format!("{above} {}", bare(clause.label.as_deref().unwrap_or(""))).trim().to_string();
            under(&clause.children, &own, found);
            if clause.label.is_some() {
                found.push(own);
            }
        }
    }
    let mut found = Vec::new();
    under(clauses, "", &mut found);
    found
}

/// A label without its punctuation: `(b)(ii)` is `b ii`.
fn bare(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// What bars a charge: it hangs on a resolution that is in the record.
pub(super) fn check(record: &Record, resolution: EntryId, post: &str) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if !record.resolved.values().flatten().any(|settled| settled.entry == resolution) {
        wrong.push(Wrong::new("resolution", "Take down the resolution first, then who is asked to do it."));
    }
    if post.trim().is_empty() {
        wrong.push(Wrong::new("asked", "Name the post that is asked."));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::resolution::read_clauses;

    #[test]
    fn who_is_asked_is_read_with_clause_post_and_day() {
        let clauses = read_clauses("a) Accept the report\nb) Ask for:\n   i) a policy\n   ii) training").unwrap();
        let read = read_charges("a) | Chief executive\nb)(ii) | Head of Housing | 1 May 2025", &clauses).unwrap();
        let expected = [("a", "Chief executive", None), ("b ii", "Head of Housing", Some(date(2025, 5, 1)))];
        assert_eq!(read, expected.map(|(c, p, d)| (c.to_string(), p.to_string(), d)));
    }

    #[test]
    fn what_cannot_be_read_says_what_to_write() {
        let clauses = read_clauses("a) Accept the report\nb) Review it").unwrap();
        for (line, says) in [
            ("c) | Head of Housing", "no clause c)"),
            ("| Head of Housing", "no clause"),
            ("a) Head of Housing", "cannot be read"),
            ("a) | | 1 May 2025", "names no post"),
            ("a) | Head of Housing | 31 June 2025", "is no day"),
        ] {
            let wrong = read_charges(line, &clauses).unwrap_err();
            assert!(wrong.field == "asked" && wrong.message.contains(says), "{line}: {}", wrong.message);
        }
        assert!(read_charges("| Head of Housing", &read_clauses("Accept the report").unwrap()).is_ok());
    }
}
