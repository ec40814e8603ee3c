//! Sizes of files and the share of comments, to compare with the aims in `docs/style.md`.

use std::path::Path;
use std::process::Command;

/// Prints a line for each crate.
pub fn run(root: &Path) -> anyhow::Result<()> {
    let output = Command::new("git").args(["ls-files", "crates", "xtask"]).current_dir(root).output()?;
    let files = String::from_utf8_lossy(&output.stdout).into_owned();
    for part in ["crates/redress/src", "crates/redress-store/src", "crates/redress-import/src", "crates/redress-site/src", "xtask/src"] {
        let mut sizes = Vec::new();
        let (mut lines, mut comments) = (0, 0);
        for file in files.lines().filter(|f| f.starts_with(part) && f.ends_with(".rs")) {
            let text = std::fs::read_to_string(root.join(file))?;
            let code = text.split("#[cfg(test)]").next().unwrap_or("");
            sizes.push(code.lines().count());
            lines += code.lines().filter(|l| !l.trim().is_empty()).count();
            comments += code.lines().filter(|l| l.trim().starts_with("//")).count();
        }
        sizes.sort_unstable();
        let at = |share: f64| sizes.get((sizes.len() as f64 * share) as usize).copied().unwrap_or(0);
        let share = 100 * comments / lines.max(1);
        println!("{part}: {} files, median {}, p90 {}, max {}, comments {share} %", sizes.len(), at(0.5), at(0.9), at(1.0_f64.next_down()));
    }
    Ok(())
}
