//! Real and broken PDFs beside the project, where they are: no panic, no endless work.

use std::path::{Path, PathBuf};

use redress_paper::{Limits, look};

/// The folder beside the project, from the crate or from a worktree.
fn shared() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["../../../shared/data", "../../../../shared/data"].iter().map(|up| here.join(up)).find(|p| p.is_dir())
}

#[test]
fn every_pdf_is_looked_at_or_refused() {
    let Some(shared) = shared() else { return println!("no shared data beside the project: nothing to look at") };
    for folder in ["council-pdfs", "pdf-ua-corpus", "pdf-malformed"] {
        let (mut taken, mut refused, mut alarms) = (0, 0, 0);
        for entry in std::fs::read_dir(shared.join(folder)).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|e| e != "pdf") {
                continue;
            }
            match look(&std::fs::read(&path).unwrap(), &path.to_string_lossy(), &Limits::default()) {
                Ok(seen) => {
                    taken += 1;
                    alarms += u32::from(!seen.findings.is_empty());
                }
                Err(_) => refused += 1,
            }
        }
        println!("{folder}: {taken} looked into, {alarms} with findings, {refused} refused");
        // Every council paper there opens.
        assert!(folder != "council-pdfs" || refused == 0);
    }
}

#[test]
fn files_of_real_programs_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/made");
    let mut told = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let seen = look(&std::fs::read(entry.path()).unwrap(), &name, &Limits::default()).unwrap();
        let codes: Vec<&str> = seen.findings.iter().map(|f| f.code.as_str()).collect();
        told.push(format!("{name}: {}", codes.join(" ")).trim_end().to_string());
    }
    told.sort();
    assert_eq!(told, include_str!("fixtures/made.txt").lines().collect::<Vec<_>>());
}
