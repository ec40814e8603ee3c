//! `redress duties`: the statute book, or everything about one duty.

use std::fmt::Write;

use clap::Args;
use redress::calendar::Calendar;
use redress::duty::{self, Duty};

use super::{Outcome, print, usage};
use crate::statute::book;
use crate::statute::in_full::{InFull, Readings};
use crate::statute::question::Wrong;
use crate::statute::words;

/// List every duty with a clock that the program knows, or say everything about one
#[derive(Debug, Args)]
pub struct Duties {
    /// A duty's key: say everything about it
    key: Option<String>,
    /// Print every field as JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Print docs/duties.md
    #[arg(long, conflicts_with_all = ["json", "key"])]
    markdown: bool,
}

impl Duties {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        if self.markdown {
            return print(&book::markdown());
        }
        let Some(key) = &self.key else {
            if self.json {
                let all: Vec<InFull> = duty::all().map(|duty| InFull::of(duty, Calendar::england())).collect();
                return print(&(serde_json::to_string_pretty(&all)? + "\n"));
            }
            return print(&list());
        };
        match duty::find(key) {
            Ok(duty) if self.json => print(&(serde_json::to_string_pretty(&InFull::of(duty, Calendar::england()))? + "\n")),
            Ok(duty) => print(&everything(&InFull::of(duty, Calendar::england()))),
            Err(refusal) => Ok(usage(&[Wrong::of(&refusal, Some("key"))], self.json)),
        }
    }
}

fn list() -> String {
    let mut page = String::new();
    for (act, duties) in words::by_act(duty::all()) {
        // Writing to a string cannot fail.
        _ = writeln!(page, "{act}\n");
        for duty in duties {
            _ = writeln!(page, "  {}\n      {}: {}.\n      {}", duty.key, duty.owed_by, lower(duty.must), duty.cite);
        }
        page.push('\n');
    }
    _ = writeln!(
        page,
        "{} duties. `redress duties KEY` says everything about one; `redress due KEY --from DATE` computes it.",
        duty::all().count()
    );
    page
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn everything(full: &InFull) -> String {
    let duty = full.duty;
    let mut page = format!("{}.\n\n", duty.must);
    let mut line = |name: &str, value: &str| _ = writeln!(page, "{name}: {value}");
    line("Key", duty.key);
    line("Law", &format!("{}, {}", duty.cite, duty.url));
    line("Deciding words", &format!("\"{}\"", duty.deciding_words));
    line("Owed by", duty.owed_by);
    line("To", &duty.recipients.join("; "));
    line("Where", &format!("{}. {}.", words::jurisdiction(duty.jurisdiction), words::governance(duty.governance)));
    line("Starts", full.starts_in_words);
    line("The date", full.date_is_in_words);
    for readings in &full.readings {
        line(&readings.in_force, &versions(readings));
    }
    line("Longer", &words::extension(duty.extension));
    line("Met by", &format!("{}. Proof: {}", duty.met_by.event, duty.met_by.proof));
    line("Suspends", duty.suspends.unwrap_or("nothing"));
    line("Breach", duty.breach);
    section(&mut page, "What must be in the paper", duty.contents.iter().map(|c| (*c).to_string()));
    section(&mut page, "When it does not apply", duty.exceptions.iter().map(|c| (*c).to_string()));
    section(&mut page, "Examples", examples(duty, full));
    let marks = duty.marks.iter().map(|m| format!("{}: {} ({})", words::marked(m.marked), m.of, m.source));
    section(&mut page, "How far our reading was verified", marks);
    section(&mut page, "Notes", duty.notes.iter().map(|c| (*c).to_string()));
    page
}

fn versions(readings: &Readings) -> String {
    let first = format!("{}; {} ({})", readings.first.clock, readings.first.reading, readings.by);
    match &readings.other {
        Some(other) => format!("{first}\n  or: {}; {}, because {}", other.reading.clock, other.reading.reading, other.because),
        None => first,
    }
}

fn examples(duty: &Duty, full: &InFull) -> Vec<String> {
    let pairs = duty.examples.iter().zip(&full.worked_examples);
    pairs.map(|(e, w)| format!("{}: {}, because {}", words::given(&e.inputs), w.first.date_words(), e.because)).collect()
}

fn section(page: &mut String, heading: &str, lines: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = lines.into_iter().collect();
    if !lines.is_empty() {
        _ = writeln!(page, "\n{heading}:\n  - {}", lines.join("\n  - "));
    }
}
