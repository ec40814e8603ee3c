//! Every check, in order. No step exists only in CI.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, ensure};

use crate::{install, postgres, tidy};

/// Runs all checks and stops at the first that fails.
pub fn run(root: &Path) -> anyhow::Result<()> {
    let begun = Instant::now();
    install::missing(root)?;
    step(root, "format", "cargo", &["fmt", "--all", "--check"], &[])?;
    println!("== tidy");
    tidy::run(root)?;
    step(root, "clippy", "cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"], &[])?;
    step(root, "docs", "cargo", &["doc", "--workspace", "--no-deps", "--document-private-items"], &[("RUSTDOCFLAGS", "-D warnings")])?;
    step(root, "build", "cargo", &["build", "--workspace", "--all-targets"], &[])?;
    step(root, "tests, SQLite", "cargo", &["test", "--workspace", "--no-fail-fast"], &[])?;
    let server = postgres::start()?;
    step(
        root,
        "stories, PostgreSQL",
        "cargo",
        &["test", "-p", "redress-site", "--test", "stories", "--no-fail-fast"],
        &[("REDRESS_TEST_DATABASE", &server.url)],
    )?;
    step(root, "browser", "node", &["tests/browser/run.mjs"], &[("REDRESS_TEST_DATABASE", &server.url)])?;
    step(root, "nonsense at every address", "python3", &["tests/api/run"], &[])?;
    drop(server);
    println!("All checks passed in {} s.", begun.elapsed().as_secs());
    Ok(())
}

fn step(root: &Path, name: &str, program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> anyhow::Result<()> {
    println!("== {name}: {program} {}", arguments.join(" "));
    let begun = Instant::now();
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root).envs(environment.iter().copied());
    let status = command.status().with_context(|| format!("{program} could not be started"))?;
    ensure!(status.success(), "{name} failed");
    println!("== {name}: {} s", begun.elapsed().as_secs());
    Ok(())
}
