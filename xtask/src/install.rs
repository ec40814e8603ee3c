//! What the tests need, installed by the package manager when it is missing: PostgreSQL, Chromium, Node.js, Python.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};

/// A program and the Debian package that has it.
const NEEDED: &[(&str, &str)] = &[("chromium", "chromium"), ("node", "nodejs"), ("npm", "npm"), ("cc", "gcc")];

/// Installs what is missing, and says what.
pub fn missing(root: &Path) -> anyhow::Result<()> {
    let mut packages: Vec<&str> = NEEDED.iter().filter(|(program, _)| !has(program)).map(|(_, package)| *package).collect();
    if crate::postgres::folder().is_none() {
        packages.push("postgresql");
    }
    if !makes_environments() {
        packages.push("python3-venv");
    }
    if !packages.is_empty() {
        println!("== install: {}", packages.join(" "));
        let sudo = !is_root();
        apt(sudo, &["update", "-q"])?;
        let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
        arguments.extend(packages);
        apt(sudo, &arguments)?;
    }
    let browser = root.join("tests/browser");
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&browser), "npm ci")
}

fn apt(sudo: bool, arguments: &[&str]) -> anyhow::Result<()> {
    let mut command = if sudo { Command::new("sudo") } else { Command::new("apt-get") };
    if sudo {
        command.arg("apt-get");
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut command, "apt-get; install the packages named above by hand where there is no Debian")
}

fn run(command: &mut Command, what: &str) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{what} could not be started"))?;
    ensure!(status.success(), "{what} failed");
    Ok(())
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Whether Python can make an environment of its own; Debian keeps that in a package apart.
fn makes_environments() -> bool {
    let asked = Command::new("python3").args(["-c", "import ensurepip, venv"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Whether the process may install without sudo.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.starts_with(b"0\n"))
}
