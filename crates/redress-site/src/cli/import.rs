//! `redress import`: ModernGov pages and answers in, a public register out, every doubt listed.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use redress_store::db::Address;
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::Outcome;
use super::place::Place;
use crate::clock;
use crate::taking::{NotTaken, Take, Taken, files_of};

/// Publications after which the register catches up in a long import, so that the desk's log never runs far ahead.
const CATCH_UP: usize = 2_000;

/// Take in ModernGov pages (text, HTML) and XML answers, and publish them
#[derive(Debug, Args)]
pub struct Import {
    /// Files, or folders with everything below them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; only say what would change
    #[arg(long)]
    dry_run: bool,
    /// Print what was understood of each source as JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Publish records of these sources that wait for an officer, for this reason
    #[arg(long, value_name = "REASON")]
    release_held: Option<String>,
    /// Who imports, for the journal
    #[arg(long, default_value = "import", env = "REDRESS_WHO")]
    who: String,
    #[command(flatten)]
    place: Place,
}

impl Import {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let mut sources = Vec::new();
        let mut missing = Vec::new();
        for path in &self.paths {
            match files_of(path) {
                Ok(files) => sources.extend(files),
                Err(message) => missing.push(NotTaken { source: path.display().to_string(), code: "unreadable", message }),
            }
        }
        let (desk, register) = if self.dry_run && self.is_fresh()? {
            (Desk::open(&Address::Memory, redress_store::blob::Blobs::in_memory()).await?, None)
        } else {
            let (desk, register) = self.place.stores().await?;
            (desk, Some(register))
        };
        desk.wait_for_disk(false).await?;
        let bar = self.bar(sources.len());
        let mut said = Report::new(self.json, self.dry_run);
        for not in missing {
            said.not_taken(not, &bar);
        }
        let act = Act { who: &self.who, at: clock::now().timestamp() };
        let mut take = Take::new(&desk, act, self.release_held.as_deref(), self.dry_run);
        let mut published = 0;
        for source in sources {
            bar.set_message(source.name().to_string());
            match take.one(source).await? {
                Ok(taken) => {
                    published += taken.difference.published;
                    said.taken(taken, &bar);
                }
                Err(not) => said.not_taken(not, &bar),
            }
            if let Some(register) = &register
                && published >= CATCH_UP
                && !self.dry_run
            {
                register.follow(&desk).await?;
                published = 0;
            }
            bar.inc(1);
        }
        bar.finish_and_clear();
        let words = take.words();
        if let Some(register) = &register
            && !self.dry_run
        {
            register.follow(&desk).await?;
            match self.place.search() {
                Ok(search) => {
                    if search.follow(register, &|_| {}).await.is_err() {
                        eprintln!("The search index is in use by a running server, which keeps it itself.");
                    }
                }
                Err(e) => eprintln!("The search index was not brought up to date: {e:#}"),
            }
            register.close().await;
        }
        desk.close().await;
        said.end(words);
        Ok(if said.refused == 0 { Outcome::Done } else { Outcome::Problems })
    }

    fn is_fresh(&self) -> anyhow::Result<bool> {
        Ok(match self.place.address()? {
            Address::File(path) => !path.exists(),
            Address::Memory => true,
            Address::Server(_) => false,
        })
    }

    fn bar(&self, sources: usize) -> ProgressBar {
        let shown = std::io::stderr().is_terminal() && sources > 1;
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(sources as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta} {wide_msg}") {
            bar.set_style(style);
        }
        bar
    }
}

/// What is said of the sources: lines for people on standard error, JSON on standard output.
struct Report {
    json: bool,
    dry_run: bool,
    first: bool,
    refused: usize,
    sources: usize,
    same: usize,
    changed: usize,
    new: usize,
    gone: usize,
    held: usize,
    doubts: usize,
}

impl Report {
    fn new(json: bool, dry_run: bool) -> Report {
        if json {
            print!("[");
        }
        Report { json, dry_run, first: true, refused: 0, sources: 0, same: 0, changed: 0, new: 0, gone: 0, held: 0, doubts: 0 }
    }

    fn print_json(&mut self, value: &Value) {
        let comma = if std::mem::take(&mut self.first) { "" } else { "," };
        print!("{comma}\n{value:#}");
    }

    fn taken(&mut self, taken: Taken, bar: &ProgressBar) {
        let Taken { reading, difference } = taken;
        self.sources += 1;
        self.same += difference.same;
        self.changed += difference.changed.len();
        self.new += difference.new.len();
        self.gone += difference.gone.len();
        self.held += difference.held.len();
        self.doubts += reading.problems.len() + difference.questions.len();
        bar.suspend(|| {
            let words = reading.words;
            eprintln!(
                "{}: {:.1} % of {} words placed; {} same, {} changed, {} new, {} gone",
                reading.source.source,
                words.share(),
                words.total,
                difference.same,
                difference.changed.len(),
                difference.new.len(),
                difference.gone.len()
            );
            for change in &difference.changed {
                for field in &change.fields {
                    eprintln!("  changed: {}, {}: {} → {}", change.record, field.field, short(&field.before), short(&field.after));
                }
            }
            for gone in &difference.gone {
                eprintln!("  gone from the source, still published: {gone}");
            }
            for held in &difference.held {
                eprintln!("  HELD, not published: {held}. Read it, then `redress import --release-held REASON` with this file");
            }
            for problem in &reading.problems {
                eprintln!("  line {}: {}", problem.line, problem.message);
            }
            for question in &difference.questions {
                eprintln!("  question: {question}");
            }
            for unplaced in reading.unplaced.iter().take(20) {
                eprintln!("  unplaced, line {}: {}", unplaced.line, redress::public::item::first_words(&unplaced.text, 12));
            }
            if reading.unplaced.len() > 20 {
                eprintln!("  and {} more unplaced passages: --json lists them all", reading.unplaced.len() - 20);
            }
        });
        if self.json {
            let mut value = serde_json::to_value(&reading).unwrap_or_default();
            if let Some(fields) = value.as_object_mut() {
                fields.insert("difference".into(), json!(difference));
            }
            self.print_json(&value);
        }
    }

    fn not_taken(&mut self, not: NotTaken, bar: &ProgressBar) {
        self.refused += 1;
        bar.suspend(|| eprintln!("REFUSED {}", not.message));
        if self.json {
            let value = json!({ "source": not.source, "error": { "code": not.code, "message": not.message, "field": "PATH" } });
            self.print_json(&value);
        }
    }

    fn end(&self, words: redress::draft::Words) {
        if self.json {
            println!("\n]");
        }
        let would = if self.dry_run { " Nothing was written." } else { "" };
        eprintln!(
            "{} sources, {} refused. {:.2} % of {} words placed. {} same, {} changed, {} new, {} gone, {} held; {} doubts listed.{would}",
            self.sources,
            self.refused,
            words.share(),
            words.total,
            self.same,
            self.changed,
            self.new,
            self.gone,
            self.held,
            self.doubts
        );
    }
}

/// A value in a few words.
fn short(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::String(text) => format!("“{}”", redress::public::item::first_words(text, 12)),
        other => redress::public::item::first_words(&other.to_string(), 12),
    }
}
