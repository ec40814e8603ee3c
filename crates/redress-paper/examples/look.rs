//! Says what is hidden in the files that are named: `cargo run -p redress-paper --example look -- FILE…`

use redress_paper::{Limits, look};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        match look(&bytes, &path, &Limits::default()) {
            Ok(seen) => {
                let pages = seen.pages.map(|p| format!(", {p} pages")).unwrap_or_default();
                println!("{path}: {}{pages}", seen.media.words());
                for finding in seen.findings.iter().chain(&seen.accessibility) {
                    println!("  {}: {} {}", finding.code, finding.words, finding.place.as_deref().unwrap_or_default());
                }
            }
            Err(refused) => println!("{path}: {refused}"),
        }
    }
    Ok(())
}
