//! `redress verify`: journal, publications and kept files against their hashes; or a backup file against its manifest.

use std::path::PathBuf;

use clap::Args;
use redress_store::verify::{self, Report};

use super::Outcome;
use super::place::Place;

/// Check journal, publications and kept files against their hashes
#[derive(Debug, Args)]
pub struct Verify {
    /// A file that `redress backup` wrote, instead of the stores
    archive: Option<PathBuf>,
    /// Only the register, as a public node can
    #[arg(long)]
    register_only: bool,
    /// Print the report as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    place: Place,
}

impl Verify {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
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
