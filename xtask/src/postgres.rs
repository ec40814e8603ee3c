//! A PostgreSQL server for the tests: a cluster of its own on 127.0.0.1, thrown away afterwards.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};

use crate::install::is_root;

/// A running server; dropping it stops it and removes its files.
pub struct Server {
    /// `postgres://…` of its one database.
    pub url: String,
    data: PathBuf,
}

/// The folder of the server's programs, where one is installed.
pub fn folder() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").ok()?.filter_map(|e| Some(e.ok()?.path().join("bin"))).collect();
    versions.retain(|bin| bin.join("initdb").exists());
    versions.sort();
    versions.pop()
}

/// Makes a cluster and starts it on a free port.
pub fn start() -> anyhow::Result<Server> {
    let bin = folder().context("PostgreSQL is not installed")?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let data = std::env::temp_dir().join(format!("redress-postgres-{port}"));
    std::fs::create_dir_all(&data)?;
    if is_root() {
        // The server refuses to run as root.
        let mut chown = Command::new("chown");
        chown.arg("postgres").arg(&data);
        run(chown)?;
    }
    let server = Server { url: format!("postgres://redress@127.0.0.1:{port}/postgres"), data };
    let data = server.data.display();
    run(as_postgres(&format!("{}/initdb -D {data} -U redress -A trust -E UTF8 --no-sync", bin.display())))?;
    let options = format!("-F -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c shared_buffers=64MB");
    run(as_postgres(&format!("{}/pg_ctl -D {data} -l {data}/log -o '{options}' -w start", bin.display())))?;
    Ok(server)
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(bin) = folder() {
            let _ = run(as_postgres(&format!("{}/pg_ctl -D {} -m immediate -w stop", bin.display(), self.data.display())));
        }
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

fn as_postgres(line: &str) -> Command {
    let mut command = if is_root() { Command::new("runuser") } else { Command::new("sh") };
    if is_root() {
        command.args(["-u", "postgres", "--", "sh"]);
    }
    command.args(["-c", line]).current_dir("/").stdout(Stdio::null());
    command
}

fn run(mut command: Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{command:?} could not be started"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
