//! `redress reindex`: the search index, anew from the register.

use clap::Args;
use indicatif::ProgressBar;

use super::Outcome;
use super::place::Place;

/// Build the search index anew from the register
#[derive(Debug, Args)]
pub struct Reindex {
    #[command(flatten)]
    place: Place,
}

impl Reindex {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let register = self.place.register().await?;
        let search = self.place.search()?;
        search.clear()?;
        let bar = ProgressBar::new(register.latest().await?);
        let done = search.follow(&register, &|at| bar.set_position(at)).await?;
        bar.finish_and_clear();
        println!("{done} publications indexed.");
        Ok(Outcome::Done)
    }
}
