//! A bundle that is what it was, and one that is not.

use jiff::civil::date;

use super::*;

fn hash(n: u8) -> String {
    format!("{n:02x}").repeat(32)
}

fn filed(number: u32, name: &str, n: u8) -> Filed {
    Filed {
        recommendation: "22 002 824/3".into(),
        number,
        name: name.into(),
        sha256: hash(n),
        bytes: 1_000 + u64::from(n),
        by: "D. Director".into(),
        at: "2023-04-05T09:30:00Z".parse().unwrap(),
        authority: "sampleshire".into(),
    }
}

fn required() -> Vec<Required> {
    let required = |number, words: &str| Required { recommendation: "22 002 824/3".into(), number, words: words.into() };
    vec![required(2, "Who attended"), required(1, "The \"material\"")]
}

fn made(filed: &[Filed]) -> Result<Manifest, CannotBundle> {
    let asked = [("22 002 824/3".to_string(), "Train staff\nof the panel.".to_string(), Some(date(2023, 6, 8)))];
    let cover = FileEntry {
        name: "cover.pdf".into(),
        sha256: hash(9),
        bytes: 9,
        filed_by: "L. Officer".into(),
        filed_at: "2023-06-06T10:00:00Z".parse().unwrap(),
    };
    manifest(&Parts {
        authority: "sampleshire",
        case: "22 002 824",
        deadline: Some(date(2023, 6, 8)),
        made_at: "2023-06-06T10:00:00Z".parse().unwrap(),
        cover,
        asked: &asked,
        required: &required(),
        filed,
    })
}

fn files() -> Vec<Filed> {
    vec![filed(1, "slides.pdf", 1), filed(2, "register.csv", 2), filed(1, "notes.pdf", 3)]
}

fn found(manifest: &Manifest) -> Vec<Found> {
    let all = manifest.files.iter().chain([&manifest.cover]);
    all.map(|f| Found { name: f.name.clone(), sha256: f.sha256.clone(), bytes: f.bytes }).collect()
}

#[test]
fn a_bundle_made_again_is_the_same_byte_for_byte() {
    let first = made(&files()).unwrap();
    let mut reversed = files();
    reversed.reverse();
    assert_eq!(first.canonical(), made(&reversed).unwrap().canonical());
    assert!(first.canonical().starts_with(r#"{"authority":"sampleshire","case":"22 002 824","cover":{"bytes":9,"#));
    let read: Manifest = serde_json::from_str(&first.canonical()).unwrap();
    assert_eq!(read, first, "it is JSON, and says all that there is");
    let value: serde_json::Value = serde_json::from_str(&first.canonical()).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), first.canonical(), "keys in the order of the alphabet, no blank");
    assert!(verify(&first, &found(&first)).is_empty());
}

#[test]
fn one_altered_byte_is_found() {
    let manifest = made(&files()).unwrap();
    for at in 0..found(&manifest).len() {
        let mut files = found(&manifest);
        files[at].sha256.replace_range(63..64, "f");
        assert_eq!(verify(&manifest, &files), [Fault::Altered(files[at].name.clone())]);
    }
    let mut files = found(&manifest);
    let gone = files.remove(0).name;
    files.push(Found { name: "gossip.pdf".into(), sha256: hash(7), bytes: 1 });
    assert_eq!(verify(&manifest, &files), [Fault::Lacking(gone), Fault::Added("gossip.pdf".into())]);
}

#[test]
fn nothing_unrelated_is_in_it_and_nothing_lacks() {
    assert!(matches!(made(&files()[..1]), Err(CannotBundle::Missing(r)) if r.words == "Who attended"));
    let mut extra = files();
    extra.push(Filed { recommendation: "22 002 824/4".into(), ..filed(1, "other.pdf", 4) });
    assert_eq!(made(&extra).unwrap(), made(&files()).unwrap());
    let same = vec![filed(1, "a.pdf", 1), filed(2, "a.pdf", 2)];
    assert!(made(&same).is_ok(), "each is named after what it shows");
    let twice = vec![filed(1, "a.pdf", 1), filed(1, "A.pdf", 3), filed(2, "b.pdf", 2)];
    assert_eq!(made(&twice), Err(CannotBundle::SameName("3-1-a.pdf".into())));
    let large = files().into_iter().map(|f| Filed { bytes: LARGEST / 3 + 1, ..f }).collect::<Vec<_>>();
    assert!(matches!(made(&large), Err(CannotBundle::TooLarge(bytes)) if bytes > LARGEST));
    let mut manifest = made(&files()).unwrap();
    manifest.index[0].files.clear();
    let faults = verify(&manifest, &found(&manifest));
    assert!(faults.contains(&Fault::Unrelated("3-1-slides.pdf".into())) && faults.iter().any(|f| matches!(f, Fault::NotShown(_))));
    manifest.cover.name = "../cover.pdf".into();
    assert!(verify(&manifest, &[]).contains(&Fault::Impossible("../cover.pdf".into())));
}

#[test]
fn evidence_for_another_authoritys_case_is_refused() {
    assert!(filed(1, "a.pdf", 1).check("sampleshire", &required()).is_empty());
    let bad = Filed { sha256: "AB".into(), name: "../a".into(), bytes: 0, by: String::new(), ..filed(9, "a", 1) };
    let fields: Vec<String> = bad.check("elsewhere", &required()).into_iter().map(|w| w.field).collect();
    assert_eq!(fields, ["recommendation", "number", "sha256", "name", "bytes", "by"]);
    assert_eq!(Filed { bytes: u64::MAX, ..filed(1, "a.pdf", 1) }.check("sampleshire", &required()).len(), 1);
}

#[test]
fn the_index_and_the_hashes_are_made_from_the_manifest_alone() {
    let fake = |bytes: &[u8]| format!("{:064x}", bytes.iter().map(|b| u64::from(*b)).sum::<u64>());
    let manifest = made(&files()).unwrap();
    let one = derived(&manifest, fake);
    assert_eq!(one, derived(&serde_json::from_str(&one.manifest).unwrap(), fake));
    assert!(
        one.index.contains("Original date: 8 June 2023\n") && one.index.contains("  1. The \"material\"\n     3-1-notes.pdf\n"),
        "{}",
        one.index
    );
    assert!(one.index.contains("  of the panel.\n") && one.index.contains("filed by D. Director at 2023-04-05T09:30:00Z"));
    let names: Vec<&str> = one.sums.lines().filter_map(|l| l.split_once("  ")).map(|(_, name)| name).collect();
    assert_eq!(names, ["3-1-notes.pdf", "3-1-slides.pdf", "3-2-register.csv", "cover.pdf", "index.txt", "manifest.json"]);
    let mut other = manifest.clone();
    other.files[0].filed_by = "D. Directer".into();
    assert!(derived(&other, fake).index != one.index && derived(&other, fake).sums != one.sums);
}

#[test]
fn a_manifest_in_another_form_is_none() {
    let text = made(&files()).unwrap().canonical();
    let read = |text: &str| serde_json::from_str::<Manifest>(text);
    assert_eq!(same_text(&read(&text).unwrap(), &text), None);
    for other in [text.replacen(':', ": ", 1), format!("{text}\n")] {
        assert!(matches!(same_text(&read(&other).unwrap(), &other), Some(Fault::NoManifest(_))), "{other}");
    }
    assert!(read(&text.replacen('{', "{\"more\":1,", 1)).is_err(), "it says nothing more than it may");
}

#[test]
fn the_letter_says_what_was_asked_and_by_when() {
    let asked = [("22 002 824/3".to_string(), "Train staff\nof the panel.".to_string(), Some(date(2023, 6, 8)))];
    let of = Covering {
        authority: "Thornmere Borough Council",
        case: "22 002 824",
        on: date(2023, 6, 6),
        by: "L. Officer",
        asked: &asked,
        required: &required(),
    };
    let letter = cover(&of);
    for words in [
        "Case 22 002 824\n",
        "for one recommendation.",
        "    of the panel.\n",
        "You gave this date: 8 June 2023.",
        "    2. Who attended",
        "\n6 June 2023\n",
    ] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    let none = cover(&Covering { asked: &[("22 002 824/4".into(), "Apologise.".into(), None)], ..of });
    assert!(none.contains("You gave no date.") && !none.contains("Who attended"));
}
