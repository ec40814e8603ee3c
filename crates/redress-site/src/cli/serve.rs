//! `redress serve`: the public site, until it is told to stop.

use std::net::SocketAddr;

use clap::Args;
use redress_store::register::Register;

use super::Outcome;
use super::place::Place;
use crate::server::{self, Keeping};
use crate::site::Site;
use crate::statute::holidays;

/// Serve the public site
#[derive(Debug, Args)]
pub struct Serve {
    /// Open the register alone, read-only: what was never published is not there to leak
    #[arg(long)]
    register_only: bool,
    /// Address and port
    #[arg(long, env = "REDRESS_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// The site's own address for feeds, such as `https://democracy.example`
    #[arg(long, env = "REDRESS_BASE", value_name = "URL")]
    base: Option<String>,
    /// Render every page each time, for measuring
    #[arg(long, hide = true)]
    no_cache: bool,
    #[command(flatten)]
    place: Place,
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        if !self.register_only {
            // Carries over what an interrupted import may have left behind, and brings the tables up to date.
            let (desk, register) = self.place.stores().await?;
            register.follow(&desk).await?;
            desk.close().await;
            register.close().await;
        }
        let register = self.place.register().await?;
        let keeping = if self.no_cache { Keeping::Never } else { Keeping::Kept };
        serve(&self.place, register, self.listen, self.base, keeping).await
    }
}

/// Serves a register until the program is told to stop.
pub(super) async fn serve(
    place: &Place,
    register: Register,
    listen: SocketAddr,
    base: Option<String>,
    keeping: Keeping,
) -> anyhow::Result<Outcome> {
    let search = place.search()?;
    search.follow(&register, &|_| {}).await?;
    search.rest();
    let authority = match register.authority().await? {
        name if name.is_empty() => "Council".to_string(),
        name => name,
    };
    let base = base.map_or_else(|| format!("http://{listen}"), |b| b.trim_end_matches('/').to_string());
    let calendar = holidays::kept(&register).await?;
    let site = Site::new(register, search, &authority, &base, calendar.into());
    server::serve(site, listen, keeping).await?;
    Ok(Outcome::Done)
}
