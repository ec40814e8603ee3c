//! The statute book as a page of documentation: a change of law shows in `docs/duties.md` as a difference.

use std::fmt::Write;

use redress::calendar::Calendar;
use redress::duty;

use super::in_full::{InFull, Readings};
use super::words;
use super::worked::Worked;

const OPENING: &str = "# Duties

Every duty that Redress computes: section, what must be done, the clock in words, worked examples.
Written by `redress duties --markdown` from the constants in `crates/redress/src/duty/`: change those, not this page.
A test fails while the two differ; `REDRESS_BLESS=1 cargo test -p redress-site --lib statute` writes it anew.
";

/// The page.
pub fn markdown() -> String {
    let mut page = OPENING.to_string();
    for (act, duties) in words::by_act(duty::all()) {
        // Writing to a string cannot fail.
        _ = writeln!(page, "\n## {act}");
        for duty in duties.into_iter().filter_map(|d| duty::find(d.key).ok()) {
            entry(&mut page, &InFull::of(duty, Calendar::england()));
        }
    }
    page
}

fn entry(page: &mut String, full: &InFull) {
    let duty = full.duty;
    _ = writeln!(page, "\n### {}\n\n{}.\n", duty.key, duty.must);
    _ = writeln!(page, "- Law: [{}]({})", duty.cite, duty.url);
    _ = writeln!(page, "- Owed by: {}", duty.owed_by);
    _ = writeln!(page, "- Starts: {}", full.starts_in_words);
    _ = writeln!(page, "- The date: {}", full.date_is_in_words);
    for readings in &full.readings {
        version(page, readings);
    }
    _ = writeln!(page);
    for (example, worked) in duty.examples.iter().zip(&full.worked_examples) {
        _ = writeln!(page, "- {} → {}, because {}", words::given(&example.inputs), dates(worked), example.because);
    }
}

fn version(page: &mut String, readings: &Readings) {
    _ = writeln!(page, "- {} ({}): {}; {}", readings.in_force, readings.by, readings.first.clock, readings.first.reading);
    if let Some(other) = &readings.other {
        _ = writeln!(page, "  - or: {}; {}, because {}", other.reading.clock, other.reading.reading, other.because);
    }
}

/// `2 June 2026 (or 31 May 2026)`.
fn dates(worked: &Worked) -> String {
    let first = worked.first.date_words();
    match worked.other_reading.as_ref().filter(|o| o.side.due.is_some() && o.side.due != worked.first.due) {
        Some(other) => format!("{first} (or {})", other.side.date_words()),
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_duties_is_what_the_constants_say() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/duties.md");
        let written = markdown();
        if std::env::var_os("REDRESS_BLESS").is_some() {
            std::fs::write(file, &written).expect("written");
        }
        let kept = std::fs::read_to_string(file).expect("docs/duties.md");
        let differs = kept.lines().zip(written.lines()).find(|(kept, written)| kept != written);
        assert!(kept == written, "docs/duties.md is not what the statute book says, first at {differs:?}: see its opening lines");
    }
}
