//! The proof of circulation: the paper and its hash, the figures, then a line for each person.

use super::{As, Circulation, Row};
use crate::day::{clock, long};

/// The lines of the proof, in the order of names; what is open comes first.
pub fn proof(circulation: &Circulation) -> Vec<String> {
    let mut lines = vec![
        format!("Proof of circulation: {}", circulation.paper()),
        format!("Made on {}; SHA-256 {}", long(circulation.made_on()), circulation.sha256()),
    ];
    for (as_, words) in [(As::Member, "outside the executive"), (As::Executive, "of the executive"), (As::Officer, "officers")] {
        let figure = circulation.figure(as_);
        if figure.of > 0 {
            lines.push(format!("{} {words} served", figure.words()));
        }
    }
    let open: Vec<&str> = circulation.outstanding().iter().map(|r| r.name()).collect();
    lines.push(match open.len() {
        0 => "Complete: nobody is owed a copy".into(),
        n => format!("Open: {n} still owed a copy: {}", open.join("; ")),
    });
    let mut rows: Vec<&Row> = circulation.rows().iter().collect();
    rows.sort_by(|a, b| a.name().cmp(b.name()).then(a.person().cmp(&b.person())));
    lines.extend(rows.into_iter().map(line));
    lines
}

fn line(row: &Row) -> String {
    let office = match row.is() {
        As::Member => "member",
        As::Executive => "member of the executive",
        As::Officer => "officer",
    };
    let mut parts: Vec<String> =
        row.receipts().iter().map(|r| format!("{} at {} on {}", r.words(), clock(r.at.time()), long(r.at.date()))).collect();
    if let Some(day) = row.took_office_later() {
        parts.insert(0, format!("took office on {}", long(day)));
    }
    if let Some(day) = row.left() {
        parts.push(format!("left office on {}, unserved", long(day)));
    }
    if parts.is_empty() {
        parts.push("no copy has gone".into());
    }
    format!("{} ({office}): {}", row.name(), parts.join("; "))
}
