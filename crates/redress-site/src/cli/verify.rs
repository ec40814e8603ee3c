//! `redress verify`: journal, publications and kept files against their hashes; or a backup, or a bundle of evidence, against
//! its manifest.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use redress_store::register::LogLine;
use redress_store::verify::{self, Report};

use super::Outcome;
use super::place::Place;
use crate::bundle::check::{self, Checked};

/// Check journal, publications and kept files against their hashes
#[derive(Debug, Args)]
pub struct Verify {
    /// A file that `redress backup` wrote, or a bundle of evidence (a .zip file or the folder it was unpacked into), instead of the stores
    archive: Option<PathBuf>,
    /// Only the register, as a public node can
    #[arg(long)]
    register_only: bool,
    /// Check the register against a copy of `/changes/log.jsonl` that somebody kept
    #[arg(long, value_name = "FILE", conflicts_with = "archive")]
    copy: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    place: Place,
}

impl Verify {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        if let Some(file) = &self.copy {
            let copy = lines(file)?;
            anyhow::ensure!(!copy.is_empty(), "{} holds no line of the log: there is nothing to set the register against", file.display());
            let report = verify::against_copy(&self.place.register().await?, &copy).await?;
            if !self.json {
                println!("{} lines of the copy, from {} to {}.", copy.len(), copy[0].seq, copy[copy.len() - 1].seq);
            }
            self.print(&report)?;
            return Ok(if report.faults.is_empty() { Outcome::Done } else { Outcome::Problems });
        }
        if let Some(path) = self.archive.as_deref().filter(|path| check::is_bundle(path)) {
            let checked = check::check(path).with_context(|| format!("{} cannot be read", path.display()))?;
            return self.bundle(&checked);
        }
        let report = match &self.archive {
            Some(file) => redress_store::archive::verify(file)?,
            None if self.register_only => verify::register(&self.place.register().await?).await?,
            None => {
                self.place.must_exist()?;
                let (desk, register) = self.place.stores().await?;
                verify::both(&desk, &register).await?
            }
        };
        self.print(&report)?;
        Ok(if report.faults.is_empty() { Outcome::Done } else { Outcome::Problems })
    }

    fn bundle(&self, checked: &Checked) -> anyhow::Result<Outcome> {
        if self.json {
            println!("{}", serde_json::to_string_pretty(checked)?);
        } else {
            if !checked.case.is_empty() {
                println!("Evidence for case {}: {} files read.", checked.case, checked.files);
                println!("SHA-256 of the manifest: {}", checked.manifest_sha256);
            }
            for wrong in &checked.faults {
                println!("FAULT: {}", wrong.why);
            }
            match checked.faults.len() {
                0 => println!("Everything is as the manifest says. Compare the hash above with the one that the council gives."),
                n => println!("{n} faults. This is not the bundle that its manifest describes."),
            }
        }
        Ok(if checked.faults.is_empty() { Outcome::Done } else { Outcome::Problems })
    }

    fn print(&self, report: &Report) -> anyhow::Result<()> {
        if self.json {
            println!("{}", serde_json::to_string_pretty(report)?);
            return Ok(());
        }
        println!("{} publications, {} journal entries, {} files checked.", report.publications, report.journal, report.files);
        for fault in &report.faults {
            println!("FAULT in {} at {}: {}", fault.what, fault.at, fault.why);
        }
        match report.faults.len() {
            0 if report.last_hash.is_empty() => println!("Everything is what it was."),
            0 => println!("Everything is what it was. Last publication's hash: {}", report.last_hash),
            n => println!("{n} faults. Keep this store as it is and restore a backup elsewhere: `redress restore`."),
        }
        Ok(())
    }
}

/// The lines of a kept copy, by their places; the same line twice counts once.
fn lines(file: &Path) -> anyhow::Result<Vec<LogLine>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let read: LogLine = serde_json::from_str(line).with_context(|| {
            format!("{}, line {}: this is no line of the log; keep what /changes/log.jsonl sends", file.display(), at + 1)
        })?;
        lines.push(read);
    }
    lines.sort_by_key(|line| line.seq);
    lines.dedup();
    Ok(lines)
}
