//! Bad files are all caught, each with its one code; clean files pass with nothing said.

mod files;

use redress_paper::{Code, Limits, look};

#[test]
fn each_bad_file_raises_its_one_code() {
    let bad = files::bad();
    assert!(bad.len() >= 20);
    for file in &bad {
        let seen = look(&file.bytes, file.name, &Limits::default()).unwrap_or_else(|r| panic!("{}: {r}", file.name));
        let codes: Vec<Code> = seen.findings.iter().map(|f| f.code).collect();
        println!("{:24} {:22} {}", file.name, file.code, seen.findings[0].place.as_deref().unwrap_or("-"));
        assert_eq!(codes, [file.code], "{}", file.name);
    }
    println!("{} bad files, all caught", bad.len());
}

#[test]
fn clean_files_pass_with_nothing_said() {
    let clean = files::clean();
    for (name, bytes) in &clean {
        let seen = look(bytes, name, &Limits::default()).unwrap_or_else(|r| panic!("{name}: {r}"));
        assert_eq!((seen.findings, seen.accessibility), (vec![], vec![]), "{name}");
        assert!(!seen.not_covered.is_empty());
    }
    println!("{} clean files, no finding", clean.len());
}

#[test]
fn most_codes_have_a_file_that_raises_them() {
    let raised: std::collections::BTreeSet<Code> = files::bad().into_iter().map(|f| f.code).collect();
    assert!(raised.len() >= 28, "{}", raised.len());
}

#[test]
fn what_is_hidden_is_never_quoted() {
    for file in files::bad() {
        let seen = look(&file.bytes, file.name, &Limits::default()).unwrap();
        let told = serde_json::to_string(&seen.findings).unwrap();
        for secret in ["Invented", "900", "nine hundred", "dear", "back door", "Salaries", "Letter.dotm", "pay.csv", "31000", "Secret"] {
            assert!(!told.contains(secret), "{} tells {secret}", file.name);
        }
    }
}

#[test]
fn a_file_says_where() {
    let place = |name: &str| {
        let file = files::bad().into_iter().find(|f| f.name == name).unwrap();
        look(&file.bytes, name, &Limits::default()).unwrap().findings[0].place.clone()
    };
    assert_eq!(place("very-hidden-sheet.xlsx").as_deref(), Some("sheet 2"));
    assert_eq!(place("tracked.docx").as_deref(), Some("paragraph 2"));
    assert_eq!(place("black-box.pdf").as_deref(), Some("page 1"));
    assert_eq!(place("notes.pptx").as_deref(), Some("slide 1"));
}
