//! The commands, one file each. Exit status: 0 done, 1 refused or found problems, 2 wrong usage.

/// `redress backup`.
mod backup;
/// `redress demo`.
mod demo;
/// `redress desk`.
mod desk;
/// `redress due`.
mod due;
/// `redress duties`.
mod duties;
/// `redress holidays`.
mod holidays;
/// `redress import`.
mod import;
/// `redress init`.
mod init;
/// A file of meetings.
mod meetings_file;
/// Where the stores are.
pub mod place;
/// `redress plan`.
mod plan;
/// `redress reindex`.
mod reindex;
/// `redress restore`.
mod restore;
/// `redress serve`.
mod serve;
/// Flags about signing in.
mod sign_in;
/// `redress user`.
mod user;
/// `redress verify`.
mod verify;
/// `redress withdraw`.
mod withdraw;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::statute::question::Wrong;

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
    /// Accounts, posts and tokens: who may sign in
    User(user::User),
    /// Check journal, publications and kept files against their hashes
    Verify(verify::Verify),
    /// Write everything to one file
    Backup(backup::Backup),
    /// Read everything back into an empty place
    Restore(restore::Restore),
    /// Build the search index anew from the register
    Reindex(reindex::Reindex),
    /// List every duty with a clock that the program knows, or say everything about one
    Duties(duties::Duties),
    /// What is owed, in order of date
    Desk(desk::Desk),
    /// Compute the date of a duty and show the working
    Due(due::Due),
    /// Show the bank holidays of England, or take in a file that the government publishes and say what it changes
    Holidays(holidays::Holidays),
    /// Plan a report's lawful path through meetings, with every notice and what stands in its way
    Plan(plan::Plan),
}

impl Command {
    /// Whether what goes wrong is said in JSON too.
    fn json(&self) -> bool {
        match self {
            Command::Import(c) => c.json,
            Command::User(c) => c.json(),
            Command::Verify(c) => c.json,
            Command::Duties(c) => c.json,
            Command::Desk(c) => c.json,
            Command::Due(c) => c.json,
            Command::Holidays(c) => c.json,
            Command::Plan(c) => c.json,
            _ => false,
        }
    }
}

/// What a command ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Refused, or problems were found; they have been printed.
    Problems,
    /// What was asked for cannot be read or is not there; it has been said.
    Usage,
}

/// Reads the command line and runs the command.
pub fn run() -> ExitCode {
    let program = Program::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return refused(&anyhow::Error::new(e).context("the program could not start its threads"), false),
    };
    let json = program.command.json();
    let outcome = runtime.block_on(async {
        match program.command {
            Command::Demo(c) => c.run().await,
            Command::Serve(c) => c.run().await,
            Command::Init(c) => c.run().await,
            Command::Import(c) => c.run().await,
            Command::Withdraw(c) => c.run().await,
            Command::User(c) => c.run().await,
            Command::Verify(c) => c.run().await,
            Command::Backup(c) => c.run().await,
            Command::Restore(c) => c.run().await,
            Command::Reindex(c) => c.run().await,
            Command::Duties(c) => c.run().await,
            Command::Desk(c) => c.run().await,
            Command::Due(c) => c.run().await,
            Command::Holidays(c) => c.run().await,
            Command::Plan(c) => c.run().await,
        }
    });
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Ok(Outcome::Usage) => ExitCode::from(2),
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

/// Prints an answer. A reader that stops reading, such as `head`, is no fault.
fn print(text: &str) -> anyhow::Result<Outcome> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(e.into()),
        _ => Ok(Outcome::Done),
    }
}

/// Says what is wrong with what was asked for: all of it in words, the first of it in JSON.
fn usage(wrong: &[Wrong], json: bool) -> Outcome {
    if let (Some(first), true) = (wrong.first(), json) {
        println!("{}", serde_json::json!({ "error": first }));
    }
    for Wrong { message, .. } in wrong {
        eprintln!("redress: {message}");
    }
    Outcome::Usage
}
