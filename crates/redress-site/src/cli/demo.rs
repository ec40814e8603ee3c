//! `redress demo`: an invented council, made anew from the program's own files and served.

/// Who sits on its bodies, and what is planned.
mod bodies;
/// The days of its stories.
mod days;
/// A finding that was dealt with over three years and published.
mod finding;
/// Its people at work.
mod office;
/// Who can sign in.
mod people;
/// What a committee's work looks like.
mod shown;
/// What lies on the desk.
mod work;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use jiff::Unit;
use jiff::civil::{Date, Time};
use redress_store::desk::journal::Act;
use rust_embed::RustEmbed;

use super::Outcome;
use super::place::Place;
use super::serve::Serving;
use super::sign_in::SignIn;
use crate::clock::{self, Clock};
use crate::taking::{Source, Take};

/// The invented council's pages and answers, as another system would give them.
#[derive(RustEmbed)]
#[folder = "../../demo"]
#[exclude = "README.md"]
struct Council;

/// Its name.
const NAME: &str = include_str!("../../../../demo/NAME");

/// Serve an invented council, complete, on 127.0.0.1:8080
#[derive(Debug, Args)]
pub struct Demo {
    /// Address and port
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// Keep the council in this folder; without it, a temporary one that goes when the program stops
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// sqlite:PATH or postgres://…; without it, SQLite in the folder
    #[arg(long, env = "REDRESS_DATABASE", hide_env_values = true, value_name = "URL")]
    database: Option<String>,
    /// Make the council and stop
    #[arg(long)]
    no_serve: bool,
    /// Leave the desk empty, for tests that fill it themselves
    #[arg(long, hide = true)]
    empty_desk: bool,
    /// The day that it is in the demonstration; without it, today
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The time of that day at which it starts, for tests of what an hour changes
    #[arg(long, hide = true, requires = "today", value_name = "TIME")]
    at: Option<Time>,
    #[command(flatten)]
    sign_in: SignIn,
}

impl Demo {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let temporary = match &self.data {
            Some(_) => None,
            None => Some(tempfile::Builder::new().prefix("redress-demo-").tempdir()?),
        };
        let data = self.data.clone().or_else(|| temporary.as_ref().map(|t| t.path().to_path_buf())).unwrap_or_default();
        let place = Place { database: self.database.clone(), ..Place::folder(data) };
        let (desk, register) = place.stores().await?;
        let act = Act { who: "demo", at: clock::now().timestamp() };
        if desk.setting("authority").await?.is_none() {
            desk.set("authority", NAME.trim(), &act).await?;
        }
        let mut names: Vec<_> = Council::iter().filter(|n| n.as_ref() != "NAME").collect();
        names.sort();
        let sources = names.iter().filter_map(|name| Some(Source::held(name.to_string(), Council::get(name)?.data.into_owned())));
        let mut take = Take::new(&desk, act, None, false);
        for source in sources {
            if let Err(not) = take.one(source).await? {
                anyhow::bail!("the demonstration's own file is not as it should be: {}", not.message);
            }
        }
        let clock = self.today.map_or_else(Clock::default, Clock::on);
        if let Some(at) = self.at {
            clock.move_on(clock.now().time().until((Unit::Second, at))?.get_seconds());
        }
        people::arrive(&desk, &act).await?;
        let new = !self.empty_desk && work::lay_out(&desk, &clock.now()).await?;
        register.follow(&desk).await?;
        if new {
            let office = office::Office::open(&place, &desk, register, clock.now()).await?;
            shown::lay_out(&office).await?;
        } else {
            register.close().await;
        }
        let register = place.register().await?;
        println!("{}: {} sources read.", NAME.trim(), take.taken());
        if self.no_serve {
            desk.close().await;
            return Ok(Outcome::Done);
        }
        print!("{}", people::printed());
        println!("Open http://{} in a browser; Ctrl-C stops it.", self.listen);
        let serving =
            Serving { listen: self.listen, base: None, keeping: crate::server::Keeping::Kept, clock, sign_in: self.sign_in, scanner: None };
        super::serve::serve(&place, register, Some(desk), serving).await
    }
}
