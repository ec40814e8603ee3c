//! Rules that the compiler does not know: how files open, what docs name, what the pure crate may depend on.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

/// All that the crate with the rules may depend on: nothing that does I/O or knows a framework.
const PURE: &[&str] = &["jiff", "serde", "similar", "thiserror"];
/// Lines after which a source file must be split; lists are exempt.
const LONGEST: usize = 420;

/// Checks the tree and lists everything that is wrong.
pub fn run(root: &Path) -> anyhow::Result<()> {
    let files = tracked(root)?;
    let mut wrong = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        match file.extension().and_then(|e| e.to_str()) {
            Some("rs") => source(file, &text, &mut wrong),
            Some("md") => document(root, file, &text, &mut wrong),
            _ => {}
        }
    }
    pure(root, &mut wrong)?;
    for line in &wrong {
        println!("{line}");
    }
    ensure!(wrong.is_empty(), "{} things to tidy", wrong.len());
    Ok(())
}

fn tracked(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git could not be started")?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(PathBuf::from).filter(|f| root.join(f).exists()).collect())
}

fn source(file: &Path, text: &str, wrong: &mut Vec<String>) {
    let name = file.display();
    if !text.starts_with("//!") && !text.starts_with("#![no_main]") {
        wrong.push(format!("{name}: opens without //!: say what the file is"));
    }
    let lines = text.split("#[cfg(test)]").next().unwrap_or("").lines().count();
    if lines > LONGEST {
        wrong.push(format!("{name}: {lines} lines; past {LONGEST}, find the missing word and split"));
    }
    for mark in ["FIXME", "XXX:", "#[ignore]"] {
        if text.contains(mark) && !name.to_string().ends_with("tidy.rs") {
            wrong.push(format!("{name}: {mark} is not merged; open an issue"));
        }
    }
    for banned in ["utils", "helpers", "manager", "common"] {
        if file.file_stem().is_some_and(|s| s == banned) {
            wrong.push(format!("{name}: the name says nothing; which word of the clerk's is it?"));
        }
    }
}

/// Every path in backticks or links that begins with a folder of ours must exist.
fn document(root: &Path, file: &Path, text: &str, wrong: &mut Vec<String>) {
    const OURS: &[&str] = &["crates/", "docs/", "demo/", "tests/", "xtask/", "bench/", ".ci/", ".cargo/"];
    let named = text.split(['`', '(', ')', ' ', '\n', '"']).filter(|word| OURS.iter().any(|folder| word.starts_with(folder)));
    for word in named {
        let path = word.trim_end_matches(['.', ',', ';', ':']).split('#').next().unwrap_or("");
        let open = path.contains(['<', '*', '{', '…']);
        if !open && !root.join(path).exists() {
            wrong.push(format!("{}: names {path}, which does not exist", file.display()));
        }
    }
}

fn pure(root: &Path, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    let manifest = std::fs::read_to_string(root.join("crates/redress/Cargo.toml"))?;
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or("");
    for line in dependencies.split("\n[").next().unwrap_or("").lines().filter(|l| l.contains('=')) {
        let name = line.split(['.', '=', ' ']).next().unwrap_or("");
        if !PURE.contains(&name) {
            wrong.push(format!("crates/redress depends on {name}; only {} may stand there", PURE.join(", ")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_tidy() {
        run(&crate::root()).expect("a tidy tree");
    }

    #[test]
    fn a_path_that_does_not_exist_is_found() {
        let mut wrong = Vec::new();
        document(&crate::root(), Path::new("x.md"), "see `docs/none.md` and `docs/architecture.md`", &mut wrong);
        assert_eq!(wrong.len(), 1, "{wrong:?}");
    }
}
