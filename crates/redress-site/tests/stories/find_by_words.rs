//! A reader finds the record by words in any form, phrases, prefixes and references in any spelling.

use serde_json::Value;

use super::world::{Running, World};

async fn total(site: &Running, q: &str) -> u64 {
    let answer = site.json(&format!("/search.json?q={q}")).await;
    let hits = if answer["hits"].is_object() { &answer["hits"] } else { &answer };
    hits["total"].as_u64().unwrap_or_else(|| panic!("no total in {answer}"))
}

#[tokio::test]
async fn words_stems_phrases_prefixes_and_references() {
    let world = World::new().await;
    let text = "Issue - meetings\n\nLeaning walls\n\nMeeting: 03/02/2025 - Cabinet (Item 4)\n\n\
        4 Leaning walls (23 900 001)\n\nThe LGSCO reported on leaning walls near schools.\n\nDecision:\n\nThe inspections were accelerated.\n\n\
        Meeting: 10/01/2025 - Audit Committee (Item 9)\n\n9 Walls near a school\n\nThe Ombudsman wrote.\n\nDecision:\n\nNoted.\n";
    let file = world.folder.path().join("walls.txt");
    std::fs::write(&file, text).expect("written");
    world.done(&["import", file.to_str().expect("a path")]);
    let site = world.serve().await;
    assert_eq!(total(&site, "accelerating+inspection&kind=item").await, 1, "stems");
    assert_eq!(total(&site, "%22leaning+walls%22&kind=item").await, 1, "a phrase");
    assert_eq!(total(&site, "%22walls+leaning%22&kind=item").await, 0, "a phrase has an order");
    assert_eq!(total(&site, "acceler*&kind=item").await, 1, "a prefix");
    for name in ["LGO", "LGSCO", "Ombudsman", "ombudsman"] {
        assert_eq!(total(&site, &format!("{name}&kind=item")).await, 2, "{name}");
    }
    for spelling in ["23900001", "23+900+001", "23-900-001"] {
        assert_eq!(total(&site, &format!("{spelling}&kind=item")).await, 1, "{spelling}");
        assert!(total(&site, &format!("{spelling}&kind=case")).await == 1, "{spelling}");
    }
    assert_eq!(total(&site, "walls&kind=item&body=cabinet").await, 1, "a filter");
    assert_eq!(total(&site, "walls&kind=item&year=2024").await, 0);
    let page = site.page("/search?q=accelerating").await;
    assert!(page.contains("<mark>accelerated</mark>"), "the words are marked");
    let answer: Value = site.json("/search.json?q=walls").await;
    assert!(answer.to_string().contains("\"hit\":true"));
}

#[tokio::test]
async fn the_index_is_made_anew_from_the_register() {
    let world = World::new().await;
    world.import_demo();
    let before = {
        let site = world.serve().await;
        total(&site, "ombudsman").await
    };
    assert!(before > 5);
    std::fs::remove_dir_all(world.data().join("search")).expect("removed");
    world.done(&["reindex"]);
    let site = world.serve().await;
    assert_eq!(total(&site, "ombudsman").await, before);
    let decisions = site.json("/decisions.json?service=Adult+Social+Care").await.to_string();
    assert!(decisions.contains("charges for adult social care") && !decisions.contains("Corporate Services"), "the service filter");
    assert!(total(&site, "repayment&service=Adult+Social+Care").await > 0);
}
