//! One bounded fuzzer a reader: fixtures are cut, spliced, doubled and strewn with words of the grammar. None may panic,
//! lose count of its words or take long. A failure names its seed; `FUZZ_SEED=…` runs that one again, and
//! `FUZZ_SECONDS=…` sets how long each reader is tried. `fuzz/` has the same readers for a fuzzer that follows coverage.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use redress::draft::{Reading, SourceKind, SourceName};
use redress_import::Reader;

/// How long each of the readers is tried.
const SECONDS: f64 = 0.4;
/// Longest text; what takes long with more is tried in `any_bytes.rs`.
const LONGEST: usize = 16 << 10;
/// Longest time for one text, in a build without optimisation.
const PATIENCE: Duration = Duration::from_secs(2);

/// Words of the grammars, as they stand in pages, extracts and answers.
const TOKENS: [&str; 44] = [
    "Issue - meetings\n",
    "Meeting: 14/02/2024 - Cabinet (Item 128)\n",
    "Agenda item\n",
    "Decision details\n",
    "Agenda\n",
    "Register of interests\n",
    "Decisions published\n",
    "\nDecision:\n",
    "\nMinutes:\n",
    "\nAdditional documents:\n",
    "\nReasons for the decision:\n",
    "\nConflict of Interest: None\n",
    "RESOLVED:\n",
    "\n(a) ",
    "\n1. ",
    "\n(i) ",
    "\n· x – y\n",
    " PDF 283 KB\n",
    " Ombudsman 23 006 024 ",
    " Cabinet on 4 May 2021 ",
    " the Care Board at its meeting on 4 May 2021. ",
    " complaint of Mrs Example ",
    " an amendment, moved by Councillor A, seconded by Councillor B, was lost by 3 votes to 4. ",
    " Appendix 2 is exempt under paragraph 3 of Schedule 12A. ",
    "- Meeting of Cabinet, Monday, 3rd March, 2025 10.00 am (Item 4.)\n",
    "<div id=\"modgov\">",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td class=\"mgItemNumberCell\">4.</td><td>",
    "<span class=\"mgLabel\">",
    "<a href=\"documents/s1/a.pdf\">",
    "<!-- saved from url=(9)https://a.example/mgAi.aspx?ID=1 -->",
    "&nbsp;",
    "&#",
    "<!--",
    "<?xml version=\"1.0\"?>",
    "<meeting><agendaitems><agendaitem>",
    "<minutesnonemptyhtmlbody>&lt;p&gt;",
    "</agendaitem>",
    "<committees><committee>",
    "<member><homeaddress>",
    "]]>",
    "’é\u{a0}",
];

/// Marsaglia's xorshift: the same texts for the same seed on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or(0)
    }

    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length + 1);
        from..from + self.below((length - from).min(200) + 1)
    }
}

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("fixtures").flatten().map(|e| e.path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a fixture")).collect()
}

/// A text that the seed alone decides.
fn text(seed: u64, fixtures: &[Vec<u8>]) -> Vec<u8> {
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut bytes = fixtures[chance.below(fixtures.len())].clone();
    for _ in 0..=chance.below(12) {
        let part = chance.stretch(bytes.len());
        let at = chance.below(bytes.len() + 1);
        match chance.below(7) {
            0 => drop(bytes.drain(part)),
            1 => drop(bytes.splice(at..at, bytes[part].to_vec().repeat(chance.below(4) + 1))),
            2 => {
                let other = &fixtures[chance.below(fixtures.len())];
                let theirs = chance.stretch(other.len());
                drop(bytes.splice(part, other[theirs].iter().copied()));
            }
            3 => bytes.truncate(at),
            4 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            _ => drop(bytes.splice(at..at, TOKENS[chance.below(TOKENS.len())].bytes())),
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

fn try_one(name: &str, kind: SourceKind, reader: Reader, seed: u64, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let mut reading = Reading::of(SourceName { source: "x".into(), sha256: String::new() }, kind);
        reader(&text, &mut reading);
        let shown: usize = reading.unplaced.iter().filter(|u| !u.text.starts_with('[')).map(|u| u.text.split_whitespace().count()).sum();
        assert!(reading.words.placed + shown <= reading.words.total, "words are counted twice");
        drop(redress_import::read("x", bytes));
    }));
    let spent = start.elapsed();
    assert!(outcome.is_ok() && spent < PATIENCE, "{name} fails, FUZZ_SEED={seed}, after {spent:?}, on:\n{text}");
}

#[test]
fn every_reader_stands_damaged_pages() {
    let fixtures = fixtures();
    let number = |name: &str| std::env::var(name).ok();
    if let Some(seed) = number("FUZZ_SEED").and_then(|s| s.parse().ok()) {
        let bytes = text(seed, &fixtures);
        redress_import::readers().iter().for_each(|(name, kind, reader)| try_one(name, *kind, *reader, seed, &bytes));
        return;
    }
    let seconds = number("FUZZ_SECONDS").and_then(|s| s.parse().ok()).unwrap_or(SECONDS);
    let mut tried = 0;
    for (at, (name, kind, reader)) in redress_import::readers().iter().enumerate() {
        let start = Instant::now();
        let first = (at as u64) << 32;
        for seed in first.. {
            if start.elapsed().as_secs_f64() > seconds {
                break;
            }
            try_one(name, *kind, *reader, seed, &text(seed, &fixtures));
            tried += 1;
        }
    }
    println!("{tried} texts");
}
