//! A council of its own for each story: fresh stores, the program, and a server on a free port.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use jiff::SignedDuration;
use redress::sign_in::session::Limits;
use redress_site::cli::place::Place;
use redress_site::clock::Clock;
use redress_site::desk::DeskSite;
use redress_site::server;
use redress_site::sign_in::settings::Settings;
use redress_site::site::Site;
use redress_site::statute::holidays;
use redress_store::desk::Desk;
use redress_store::register::Register;
use serde_json::Value;
use tokio::sync::oneshot;

use super::browser::Browser;

/// A council for one story.
pub struct World {
    pub folder: tempfile::TempDir,
    pub database: Option<String>,
}

/// A running site.
pub struct Running {
    pub base: String,
    /// The desk behind it, where it has one.
    pub desk: Option<Desk>,
    client: reqwest::Client,
    _stop: oneshot::Sender<()>,
}

/// The folder with real input, where it stands beside the project.
pub fn shared(part: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(part);
    if !folder.exists() {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

impl World {
    /// Fresh stores: SQLite in a temporary folder, or a fresh database on the server that the environment names.
    pub async fn new() -> World {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match std::env::var("REDRESS_TEST_DATABASE") {
            Ok(server) => Some(fresh_database(&server, folder.path()).await),
            Err(_) => None,
        };
        World { folder, database }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn place(&self) -> Place {
        Place { data: self.data(), database: self.database.clone(), files: None }
    }

    /// Runs the program with these arguments and this council's place.
    pub fn redress(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redress"));
        command.args(arguments).env("REDRESS_DATA", self.data());
        if let Some(url) = &self.database {
            command.env("REDRESS_DATABASE", url);
        }
        command
    }

    /// Runs the program, which must end with status 0; gives what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.redress(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "redress {}: {said}", arguments.join(" "));
        String::from_utf8_lossy(&output.stdout).into_owned() + &said
    }

    /// Writes the program's own invented council into this world.
    pub fn import_demo(&self) {
        self.done(&["init", "Thornmere Borough Council"]);
        self.done(&["import", demo().to_str().expect("a path")]);
    }

    /// Serves the register alone, as a public node does.
    pub async fn serve(&self) -> Running {
        self.run(Clock::default(), None).await
    }

    /// Serves the register alone on a day.
    pub async fn serve_on(&self, clock: &Clock) -> Running {
        self.run(clock.clone(), None).await
    }

    /// Serves the register and the desk, by a clock that the story may move.
    pub async fn serve_desk(&self, clock: &Clock) -> Running {
        // The clock of a story moves by months, and its people stay signed in.
        let years = SignedDuration::from_hours(20 * 366 * 24);
        let limits = Limits { idle: years, whole: years, ..Limits::default() };
        self.serve_desk_with(clock, Settings { limits, ..Settings::default() }).await
    }

    /// The same with settings of its own.
    pub async fn serve_desk_with(&self, clock: &Clock, sign_in: Settings) -> Running {
        let (desk, register) = self.place().stores().await.expect("stores");
        register.follow(&desk).await.expect("followed");
        self.run(clock.clone(), Some((desk, register, sign_in))).await
    }

    async fn run(&self, clock: Clock, desk: Option<(Desk, Register, Settings)>) -> Running {
        let register = self.place().register().await.expect("a register");
        let search = self.place().search().expect("an index");
        // A server that was stopped just before may still hold the index.
        let mut indexed = search.follow(&register, &|_| {}).await;
        for _ in 0..50 {
            if indexed.is_ok() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            indexed = search.follow(&register, &|_| {}).await;
        }
        indexed.expect("indexed");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let authority = register.authority().await.expect("a name");
        let calendar = holidays::kept(&register).await.expect("bank holidays");
        let site = Site { clock, ..Site::new(register, search, &authority, &base, calendar.into()) };
        let beside = desk.as_ref().map(|(desk, _, _)| desk.clone());
        let desk =
            desk.map(|(desk, register, sign_in)| DeskSite { site: site.clone(), desk, register, sign_in: sign_in.into(), scanner: None });
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(server::run(site, desk, listener, server::Keeping::Kept, async move {
            let _ = stopped.await;
        }));
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Running { base, desk: beside, client, _stop: stop }
    }
}

/// The invented council's files.
pub fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

async fn fresh_database(server: &str, folder: &Path) -> String {
    let name: String = folder.to_string_lossy().chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(server).await.expect("the test server");
    sqlx::query(sqlx::AssertSqlSafe(format!("create database \"{name}\""))).execute(&mut connection).await.expect("a database");
    let (before, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{before}/{name}")
}

impl Running {
    /// The desk of a site that has one.
    pub fn desk(&self) -> &Desk {
        self.desk.as_ref().expect("a desk")
    }

    /// A browser that has been nowhere yet.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.base, self.client.clone())
    }

    pub async fn get(&self, address: &str) -> (u16, String) {
        let response = self.client.get(format!("{}{address}", self.base)).send().await.expect("an answer");
        let status = response.status().as_u16();
        (status, response.text().await.expect("a body"))
    }

    pub async fn raw(&self, address: &str, headers: &[(&'static str, String)]) -> reqwest::Response {
        let mut request = self.client.get(format!("{}{address}", self.base));
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        request.send().await.expect("an answer")
    }

    /// A page that must be there.
    pub async fn page(&self, address: &str) -> String {
        let (status, body) = self.get(address).await;
        assert_eq!(status, 200, "{address}");
        body
    }

    /// The page's words, without tags, with single blanks.
    pub async fn words(&self, address: &str) -> String {
        let page = self.page(address).await;
        let mut words = String::new();
        let mut inside = false;
        for c in page.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    words.push(' ');
                }
                c if !inside => words.push(c),
                _ => {}
            }
        }
        let plain = words.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub async fn json(&self, address: &str) -> Value {
        serde_json::from_str(&self.page(address).await).expect("JSON")
    }
}
