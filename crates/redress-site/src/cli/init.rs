//! `redress init`: an empty council.

use clap::Args;
use redress_store::desk::journal::Act;

use super::Outcome;
use super::place::Place;
use crate::clock;

/// Make an empty council
#[derive(Debug, Args)]
pub struct Init {
    /// The council's name, as the pages show it
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    place: Place,
}

impl Init {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let (desk, register) = self.place.stores().await?;
        let act = Act { who: "init", at: clock::now().timestamp() };
        desk.set("authority", self.name.trim(), &act).await?;
        register.follow(&desk).await?;
        println!(
            "{} is ready in {}. Import pages with `redress import`, then `redress serve`.",
            self.name.trim(),
            self.place.data.display()
        );
        desk.close().await;
        register.close().await;
        Ok(Outcome::Done)
    }
}
