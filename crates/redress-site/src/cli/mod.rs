//! The commands, one file each. Exit status: 0 done, 1 refused or found problems, 2 wrong usage.

/// `redress backup`.
mod backup;
/// `redress demo`.
mod demo;
/// `redress import`.
mod import;
/// `redress init`.
mod init;
/// Where the stores are.
pub mod place;
/// `redress reindex`.
mod reindex;
/// `redress restore`.
mod restore;
/// `redress serve`.
mod serve;
/// `redress verify`.
mod verify;
/// `redress withdraw`.
mod withdraw;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The record of what a council was told, decided and did.
#[derive(Debug, Parser)]
#[command(name = "redress", version, about, max_term_width = 100)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve an invented council, complete, on 127.0.0.1:8080
    Demo(demo::Demo),
    /// Serve the public site
    Serve(serve::Serve),
    /// Make an empty council
    Init(init::Init),
    /// Take in ModernGov pages (text, HTML) and XML answers, and publish them
    Import(import::Import),
    /// Withdraw a published record; what stands in its place is the reason
    Withdraw(withdraw::Withdraw),
    /// Check journal, publications and kept files against their hashes
    Verify(verify::Verify),
    /// Write everything to one file
    Backup(backup::Backup),
    /// Read everything back into an empty place
    Restore(restore::Restore),
    /// Build the search index anew from the register
    Reindex(reindex::Reindex),
}

/// What a command ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Refused, or problems were found; they have been printed.
    Problems,
}

/// Reads the command line and runs the command.
pub fn run() -> ExitCode {
    let program = Program::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return refused(&anyhow::Error::new(e).context("the program could not start its threads"), false),
    };
    let json = matches!(&program.command, Command::Import(i) if i.json) || matches!(&program.command, Command::Verify(v) if v.json);
    let outcome = runtime.block_on(async {
        match program.command {
            Command::Demo(c) => c.run().await,
            Command::Serve(c) => c.run().await,
            Command::Init(c) => c.run().await,
            Command::Import(c) => c.run().await,
            Command::Withdraw(c) => c.run().await,
            Command::Verify(c) => c.run().await,
            Command::Backup(c) => c.run().await,
            Command::Restore(c) => c.run().await,
            Command::Reindex(c) => c.run().await,
        }
    });
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(e) => refused(&e, json),
    }
}

fn refused(error: &anyhow::Error, json: bool) -> ExitCode {
    if json {
        println!("{}", serde_json::json!({ "error": { "code": "refused", "message": format!("{error:#}"), "field": null } }));
    }
    eprintln!("redress: {error:#}");
    ExitCode::from(1)
}
