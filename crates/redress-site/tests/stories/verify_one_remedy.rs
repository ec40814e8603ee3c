//! A case has five recommendations. The third is late; its evidence goes to the Ombudsman alone, and somebody far away checks it:
//! what was asked word for word, by when, what shows it, who filed it and when, and nothing else.

use std::process::{Command, Stdio};

use jiff::civil::date;
use serde_json::{Value, json};

use super::evidence::{Case, packed, unpacked};
use super::world::World;

async fn case() -> Case {
    let case = Case::new(date(2021, 3, 12)).await;
    case.require(3, "The material\nWho attended, on which day").await;
    case.filed(3, "1", "slides.txt", b"What the duty is.").await;
    case.filed(3, "2", "register.csv", b"name,day\nA. Officer,2021-03-01\n").await;
    case.require(4, "The policy").await;
    case.filed(4, "1", "policy.txt", b"A policy of another remedy.").await;
    case
}

fn verified(world: &World, path: &str) -> (Option<i32>, Value) {
    let output = world.redress(&["verify", "--json", path]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code(), serde_json::from_str(&said).unwrap_or_else(|_| panic!("{said}")))
}

#[tokio::test]
async fn the_bundle_of_the_third_remedy_shows_it_one_to_one_and_nothing_else() {
    let case = case().await;
    let bundle = case.bundle(&[3]).await;
    let page = case.told(&format!("/desk/bundles/{bundle}")).await;
    let manifest = &page["bundle"]["manifest"];
    let rows = manifest["index"].as_array().expect("an index");
    let row = |at: usize| {
        let row = &rows[at];
        assert_eq!(row["recommendation"], "20 901 337/3");
        assert_eq!(row["asked"], "Train every officer of the panel\nin the duty to consider each case.");
        assert_eq!(row["due_on"], "2021-02-21");
        (row["number"].clone(), row["required"].clone(), row["files"].clone())
    };
    assert_eq!(rows.len(), 2);
    assert_eq!(row(0), (json!(1), json!("The material"), json!(["3-1-slides.txt"])));
    assert_eq!(row(1), (json!(2), json!("Who attended, on which day"), json!(["3-2-register.csv"])));
    assert_eq!(manifest["deadline"], "2021-02-21");
    let slides = &manifest["files"][0];
    assert_eq!(slides["sha256"], redress_store::chain::sha256(b"What the duty is."));
    assert_eq!(slides["filed_by"], "Marguerite Pell");
    assert!(slides["filed_at"].as_str().is_some_and(|at| at.starts_with("2021-03-12T")), "{slides}");

    let files = unpacked(&case.download(bundle).await);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["SHA256SUMS", "index.txt", "manifest.json", "cover-letter.txt", "3-1-slides.txt", "3-2-register.csv"]);
    let text = |name: &str| String::from_utf8(files.iter().find(|(n, _)| n == name).expect("a file").1.clone()).expect("text");
    for other in ["Apologise", "£300", "policy", "Look again", "337/1", "337/4"] {
        assert!(files.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains(other)), "{other} is of another remedy");
    }
    assert!(text("index.txt").contains("  in the duty to consider each case.\nOriginal date: 21 February 2021\n"), "{}", text("index.txt"));
    assert!(
        text("cover-letter.txt").contains("You gave this date: 21 February 2021.")
            && text("cover-letter.txt").ends_with("Thornmere Borough Council")
    );
    let html = case.link.get(&format!("/desk/bundles/{bundle}")).await.body;
    for words in
        ["The material", "3-1-slides.txt", "Sunday 21 February 2021", "Marguerite Pell", slides["sha256"].as_str().expect("a hash")]
    {
        assert!(html.contains(words), "{words}");
    }
}

#[tokio::test]
async fn the_same_bundle_is_the_same_file_after_a_restart() {
    let mut case = case().await;
    let bundle = case.bundle(&[3]).await;
    let first = case.download(bundle).await;
    // What happens afterwards changes nothing in it.
    case.filed(3, "1", "more.txt", b"Came later.").await;
    case.site = case.world.serve_desk(&case.clock).await;
    case.on(date(2024, 7, 1)).await;
    assert!(case.download(bundle).await == first, "it is another file");
}

#[tokio::test]
async fn one_altered_byte_of_any_file_is_found_and_named() {
    let case = case().await;
    let bundle = case.bundle(&[3]).await;
    let whole = case.download(bundle).await;
    let place = case.world.folder.path().join("bundle.zip");
    let shown = place.to_str().expect("a path").to_string();
    let verify = |bytes: &[u8]| {
        std::fs::write(&place, bytes).expect("written");
        verified(&case.world, &shown)
    };
    let (status, told) = verify(&whole);
    assert_eq!((status, &told["faults"]), (Some(0), &json!([])));
    assert_eq!(told["manifest_sha256"], case.told(&format!("/desk/bundles/{bundle}")).await["bundle"]["sha256"]);
    let files = unpacked(&whole);
    assert_eq!(verify(&packed(&files)).0, Some(0), "packed by another program, it is the same bundle");
    for (at, (name, bytes)) in files.iter().enumerate() {
        for byte in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut altered = files.clone();
            altered[at].1[byte] ^= 1;
            let (status, told) = verify(&packed(&altered));
            assert_eq!(status, Some(1), "{name}, byte {byte}");
            let faults = told["faults"].as_array().expect("faults");
            assert!(faults.iter().any(|f| f["why"].as_str().is_some_and(|w| w.contains(name.as_str()))), "{name}, byte {byte}: {told}");
        }
        // The same in the file itself, where only the bytes change and no list of the ZIP file does.
        let mut raw = whole.clone();
        let start = raw.windows(bytes.len()).position(|w| w == bytes.as_slice()).expect("it is not compressed");
        raw[start] ^= 1;
        assert_eq!(verify(&raw).0, Some(1), "{name}");
        let mut lacking = files.clone();
        lacking.remove(at);
        assert_eq!(verify(&packed(&lacking)).0, Some(1), "{name} is gone");
    }
    let mut added = files.clone();
    added.push(("gossip.txt".into(), b"x".to_vec()));
    assert_eq!(verify(&packed(&added)).1["faults"][0]["fault"], "added");
}

#[tokio::test]
async fn a_bundle_from_a_hostile_hand_is_refused_and_nothing_breaks() {
    let case = case().await;
    let whole = case.download(case.bundle(&[3]).await).await;
    let files = unpacked(&whole);
    let place = case.world.folder.path().join("bundle.zip");
    let verify = |bytes: &[u8]| {
        std::fs::write(&place, bytes).expect("written");
        let (status, told) = verified(&case.world, place.to_str().expect("a path"));
        assert_eq!(status, Some(1), "{told}");
        told["faults"].as_array().expect("faults").iter().map(|f| f["fault"].as_str().unwrap_or_default().to_string()).collect::<Vec<_>>()
    };
    for name in ["../out.txt", "/etc/out.txt", "a/b.txt", "..\\out.txt"] {
        let mut leads_out = files.clone();
        leads_out.push((name.into(), b"x".to_vec()));
        assert!(verify(&packed(&leads_out)).contains(&"impossible".to_string()), "{name}");
        assert!(!case.world.folder.path().join("out.txt").exists());
    }
    let mut bomb = files.clone();
    bomb.push(("bomb.txt".into(), vec![0; (100 << 20) + 1]));
    assert!(verify(&packed(&bomb)).contains(&"too_large".to_string()));
    for cut in [3, whole.len() / 2, whole.len() - 1] {
        assert!(!verify(&whole[..cut]).is_empty());
    }
    assert_eq!(verify(&packed(&[])), ["no_manifest"]);
}

#[tokio::test]
async fn the_commands_of_the_page_for_outsiders_do_what_it_says() {
    let lacks = |tool: &str| Command::new(tool).arg("--help").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err();
    if let Some(tool) = ["unzip", "sha256sum", "python3"].into_iter().find(|tool| lacks(tool)) {
        eprintln!("skipped: {tool} is not there");
        return;
    }
    let page = include_str!("../../../../docs/verify-a-bundle.md");
    let commands: String = page.split("```sh\n").skip(1).filter_map(|part| part.split("```").next()).collect();
    assert_eq!(commands.matches("sha256sum").count(), 2, "{commands}");
    let case = case().await;
    let bundle = case.bundle(&[3]).await;
    let whole = case.download(bundle).await;
    let run = |bytes: &[u8]| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("bundle.zip"), bytes).expect("written");
        let shell = Command::new("sh").args(["-e", "-c", &commands]).current_dir(folder.path()).output().expect("a shell");
        let unpacked = folder.path().join("bundle");
        (
            shell.status.success(),
            String::from_utf8_lossy(&shell.stdout).into_owned(),
            verified(&case.world, unpacked.to_str().expect("a path")),
            folder,
        )
    };
    let (well, said, (status, _), _folder) = run(&whole);
    assert!(well && status == Some(0), "{said}");
    let hash = case.told(&format!("/desk/bundles/{bundle}")).await["bundle"]["sha256"].clone();
    assert!(said.contains(&format!("{}  manifest.json", hash.as_str().expect("a hash"))), "{said}");
    let mut altered = unpacked(&whole);
    altered[4].1[0] ^= 1;
    let mut added = unpacked(&whole);
    added.push(("gossip.txt".into(), b"x".to_vec()));
    for wrong in [altered, added] {
        let (well, said, (status, _), _folder) = run(&packed(&wrong));
        assert!(!well && status == Some(1), "{said}");
    }
}

#[tokio::test]
async fn nobody_at_the_council_can_alter_the_date_or_the_lateness() {
    let case = case().await;
    let bundle = case.bundle(&[3]).await;
    let page = case.remedy(3, "");
    let before = case.told(&page).await;
    assert_eq!((before["due_on"].as_str(), before["days_late"].as_i64()), (Some("2021-02-21"), Some(19)));
    let deeds = [
        (case.remedy(3, "/require"), json!({ "words": "More" })),
        (format!("/desk/cases/{}/bundle", case.case), json!({ "recommendations": [case.remedies[2]] })),
        (format!("/desk/bundles/{bundle}/send"), json!({ "on": "2021-03-12", "channel": "E-mail" })),
    ];
    for (address, form) in &deeds {
        for forged in ["due_on", "satisfied", "deadline", "made_at"] {
            let mut form = form.clone();
            form[forged] = json!("2021-03-31");
            let came = case.link.post(address, &form).await;
            assert!(came.status == 422 && came.body.contains(forged), "{address}: {}", came.body);
        }
    }
    let came = case.file(3, "1", "again.txt", b"words").await;
    assert_eq!(came.status, 303);
    let after = case.told(&page).await;
    assert_eq!((&after["due_on"], &after["days_late"], &after["record"]), (&before["due_on"], &before["days_late"], &before["record"]));
}
