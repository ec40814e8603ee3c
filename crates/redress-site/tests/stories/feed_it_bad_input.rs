//! Bad input ends in a clear line that names it; the other files are imported all the same.

use super::world::World;

fn page(item: u32) -> String {
    format!(
        "Issue - meetings\n\nStreet trees\n\nMeeting: 03/02/2025 - Cabinet (Item {item})\n\n{item} Street trees\n\nTo consider.\n\nDecision:\n\nThe report was noted.\n"
    )
}

#[tokio::test]
async fn each_bad_file_is_named_and_the_good_ones_go_in() {
    let world = World::new().await;
    let folder = world.folder.path().join("in");
    std::fs::create_dir_all(folder.join("empty")).expect("a folder");
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    std::fs::write(at("good.txt"), page(4)).expect("written");
    std::fs::write(at("picture.png"), [0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0, 1, 2, 3]).expect("written");
    std::fs::write(at("nothing.txt"), "").expect("written");
    std::fs::write(at("cut.xml"), "<?xml version=\"1.0\"?><committees><committee><committeetitle>Audit").expect("written");
    let long = std::fs::File::create(at("long.txt")).expect("a file");
    long.set_len(200 << 20).expect("200 MB");
    let output = world.redress(&[
        "import",
        &at("good.txt"),
        &at("picture.png"),
        &at("nothing.txt"),
        &at("cut.xml"),
        &at("long.txt"),
        &at("missing.txt"),
        &at("empty"),
    ]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    for name in ["picture.png", "long.txt", "missing.txt", "empty"] {
        assert!(said.lines().any(|l| l.starts_with("REFUSED") && l.contains(name)), "{name} in:\n{said}");
    }
    let site = world.serve().await;
    assert!(site.page("/meetings/2025-02-03-cabinet/items/4").await.contains("The report was noted."));
    assert_eq!(world.redress(&["import"]).status.code(), Some(2), "wrong usage");
    assert_eq!(world.redress(&["import", "--nonsense"]).status.code(), Some(2));
}

#[tokio::test]
async fn bad_addresses_and_filters_are_answered_with_words() {
    let world = World::new().await;
    world.import_demo();
    let site = world.serve().await;
    let nul = "/meetings?body=%00%ff";
    let long = format!("/search?q={}", "a".repeat(6000));
    let many = format!("/search?q={}", "%22%20*%20".repeat(300));
    for address in [
        "/meetings?year=abc",
        "/meetings?page=0",
        "/meetings?page=99999999999999999999",
        "/decisions?year=-1",
        nul,
        &long,
        &many,
        "/search?q=%22",
        "/search?q=*",
        "/search?q=a*%20OR%20(",
        "/search?q=22%20011",
        "/ombudsman/cases/1",
        "/issues/0",
        "/issues/99999999999999999999",
        "/documents/1/x",
        "/versions/item/none",
        "/versions/nothing/none",
        "/changes?before=x",
        "/meetings/2024-13-45-cabinet",
        "/meetings/..%2f..%2fetc/items/1",
        "/feeds/none.atom",
        "/mgAi.aspx?ID=x",
        "/mgAi.aspx",
        "/assets/0/redress.css",
        "/calendar.ics?body=none",
        "/meetings.json?year=abc",
    ] {
        let (status, body) = site.get(address).await;
        assert!(status < 500, "{address}: {status} {body}");
    }
    let (status, body) = site.get("/meetings?year=abc").await;
    assert_eq!(status, 400);
    assert!(body.contains("abc"), "what was typed is kept");
}
