//! `redress serve`: the public site, until it is told to stop.

use std::net::SocketAddr;

use clap::Args;
use jiff::civil::Date;
use redress_store::desk::Desk;
use redress_store::register::Register;

use super::Outcome;
use super::place::Place;
use super::sign_in::SignIn;
use crate::clock::Clock;
use crate::desk::DeskSite;
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
    clock: TestClock,
    #[command(flatten)]
    sign_in: SignIn,
    /// The council's virus scanner (clamd), which every upload is shown to: tcp://127.0.0.1:3310 or unix:/path
    #[arg(long, env = "REDRESS_SCANNER", value_name = "ADDRESS")]
    scanner: Option<String>,
    #[command(flatten)]
    place: Place,
}

/// A clock that stands apart from the real one, for tests only.
#[derive(Debug, Args)]
struct TestClock {
    /// This is a test: the clock may be set
    #[arg(long, hide = true)]
    test: bool,
    /// The day that it is
    #[arg(long, hide = true, requires = "test", value_name = "DATE")]
    today: Option<Date>,
}

impl TestClock {
    fn clock(&self) -> Clock {
        self.today.map_or_else(Clock::default, Clock::on)
    }
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let desk = if self.register_only {
            None
        } else {
            // Carries over what an interrupted import may have left behind, and brings the tables up to date.
            let (desk, register) = self.place.stores().await?;
            register.follow(&desk).await?;
            register.close().await;
            Some(desk)
        };
        let register = self.place.register().await?;
        let keeping = if self.no_cache { Keeping::Never } else { Keeping::Kept };
        let serving = Serving {
            listen: self.listen,
            base: self.base,
            keeping,
            clock: self.clock.clock(),
            sign_in: self.sign_in,
            scanner: self.scanner,
        };
        serve(&self.place, register, desk, serving).await
    }
}

/// How a site is served.
pub(super) struct Serving {
    pub(super) listen: SocketAddr,
    pub(super) base: Option<String>,
    pub(super) keeping: Keeping,
    pub(super) clock: Clock,
    pub(super) sign_in: SignIn,
    pub(super) scanner: Option<String>,
}

/// Serves a register, and the desk where this node has one, until the program is told to stop.
pub(super) async fn serve(place: &Place, register: Register, desk: Option<Desk>, serving: Serving) -> anyhow::Result<Outcome> {
    let Serving { listen, base, keeping, clock, sign_in, scanner } = serving;
    let search = place.search()?;
    search.follow(&register, &|_| {}).await?;
    search.rest();
    let authority = register.authority().await?;
    let base = base.map_or_else(|| format!("http://{listen}"), |b| b.trim_end_matches('/').to_string());
    let calendar = holidays::kept(&register).await?;
    let site = Site { clock, ..Site::new(register, search, &authority, &base, calendar.into()) };
    site.reread_settings().await.map_err(|_| anyhow::anyhow!("the settings cannot be read"))?;
    let sign_in = sign_in.settings(&base)?;
    let desk = match desk {
        Some(desk) => {
            let (_, carrying) = place.stores().await?;
            Some(DeskSite { site: site.clone(), desk, register: carrying, sign_in: sign_in.into(), scanner: scanner.map(Into::into) })
        }
        None => None,
    };
    server::serve(site, desk, listen, keeping).await?;
    Ok(Outcome::Done)
}
