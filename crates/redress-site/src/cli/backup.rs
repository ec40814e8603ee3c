//! `redress backup`: everything in one file.

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use super::place::Place;

/// Write everything to one file
#[derive(Debug, Args)]
pub struct Backup {
    /// The file; it must not exist yet
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        self.place.must_exist()?;
        let (desk, _) = self.place.stores().await?;
        let entries = redress_store::archive::write(&desk, &self.file).await?;
        println!("{} entries written to {}. Check it with `redress verify {}`.", entries, self.file.display(), self.file.display());
        Ok(Outcome::Done)
    }
}
