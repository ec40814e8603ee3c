//! `redress restore`: everything back from one file, into an empty place.

use std::path::PathBuf;

use clap::Args;
use redress_store::{archive, verify};

use super::Outcome;
use super::place::Place;

/// Read everything back into an empty place
#[derive(Debug, Args)]
pub struct Restore {
    /// A file that `redress backup` wrote
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let checked = archive::verify(&self.file)?;
        if let Some(fault) = checked.faults.first() {
            anyhow::bail!("{} is not what was written: {} at {}. Nothing was restored", self.file.display(), fault.why, fault.at);
        }
        let (desk, register) = self.place.stores().await?;
        anyhow::ensure!(
            desk.is_empty().await?,
            "there is a council in {} already: restore into an empty place, named with --data",
            self.place.data.display()
        );
        let rows = archive::restore(&desk, &self.file).await?;
        register.follow(&desk).await?;
        let report = verify::both(&desk, &register).await?;
        anyhow::ensure!(report.faults.is_empty(), "the restored stores do not verify; see `redress verify`");
        println!("{rows} rows restored; {} publications and {} journal entries verified.", report.publications, report.journal);
        Ok(Outcome::Done)
    }
}
