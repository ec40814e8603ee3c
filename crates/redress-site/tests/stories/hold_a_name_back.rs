//! A page that seems to name a complainant is read, flagged and held; not one byte of it reaches the register.

use super::world::World;

const PAGE: &str = "Issue - meetings\n\nA late remedy\n\nMeeting: 03/02/2025 - Cabinet (Item 4)\n\n4 A late remedy by the Ombudsman (23 900 002)\n\n\
    To consider the remedy.\n\nMinutes:\n\nThe complaint of Mrs Sentinelle about the zebrafinch was upheld.\n\nDecision:\n\nThe remedy was noted.\n\n\
    Meeting: 10/01/2025 - Cabinet (Item 9)\n\n9 Another matter\n\nTo consider it.\n\nDecision:\n\nNoted.\n";

#[tokio::test]
async fn what_may_name_a_person_waits_for_an_officer() {
    let world = World::new().await;
    let file = world.folder.path().join("remedy.txt");
    std::fs::write(&file, PAGE).expect("written");
    let path = file.to_str().expect("a path");
    let output = world.redress(&["import", path]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("HELD, not published"), "{said}");
    assert!(!said.contains("Sentinelle"), "the report repeats the name");
    let site = world.serve().await;
    assert_eq!(site.get("/meetings/2025-02-03-cabinet/items/4").await.0, 404);
    assert_eq!(site.get("/ombudsman/cases/23-900-002").await.0, 404);
    assert!(site.page("/meetings/2025-01-10-cabinet/items/9").await.contains("Noted."));
    for address in [
        "/search.json?q=zebrafinch",
        "/decisions.json",
        "/changes.json",
        "/issues/1.json",
        "/meetings/2025-02-03-cabinet.json",
        "/feeds/changes.atom",
        "/sitemap.xml",
    ] {
        let body = site.page(address).await;
        assert!(!body.contains("Sentinelle") && !body.contains("remedy was noted"), "{address}");
    }
    if world.database.is_none() {
        for folder in [world.data().join("register.db"), world.data().join("register.db-wal")] {
            let bytes = std::fs::read(folder).unwrap_or_default();
            assert!(!bytes.windows(10).any(|w| w == b"Sentinelle" || w == b"zebrafinch"));
        }
        for entry in std::fs::read_dir(world.data().join("search")).expect("the index") {
            let bytes = std::fs::read(entry.expect("a file").path()).unwrap_or_default();
            assert!(!bytes.windows(10).any(|w| w.eq_ignore_ascii_case(b"sentinelle")));
        }
    }
    drop(site);
    world.done(&["import", "--release-held", "the person agreed in writing", path]);
    let site = world.serve().await;
    assert!(site.page("/meetings/2025-02-03-cabinet/items/4").await.contains("zebrafinch"));
    assert!(site.page("/ombudsman/cases/23-900-002").await.contains("23 900 002"));
    world.done(&["verify"]);
}
