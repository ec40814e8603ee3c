//! Checks of the tree: `cargo xtask ci` is what CI runs, `tidy` and `measure` are parts that are useful alone.

/// Every check, in order.
mod ci;
/// What the tests need, installed when it is missing.
mod install;
/// Sizes of files and share of comments.
mod measure;
/// A PostgreSQL server for the tests.
mod postgres;
/// Rules that the compiler does not know.
mod tidy;

use std::path::PathBuf;

fn main() -> anyhow::Result<()> {
    let task = std::env::args().nth(1).unwrap_or_default();
    match task.as_str() {
        "ci" => ci::run(&root()),
        "tidy" => tidy::run(&root()),
        "measure" => measure::run(&root()),
        _ => {
            eprintln!("cargo xtask ci | tidy | measure");
            std::process::exit(2);
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(Into::into).unwrap_or(here)
}
