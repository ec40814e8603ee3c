//! A record is withdrawn: its address answers with the reason, its words are gone from pages and search.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::officer::Officer;
use super::world::World;

#[tokio::test]
async fn a_withdrawn_item_answers_410_with_its_reason() {
    let world = World::new().await;
    world.import_demo();
    let before = {
        let site = world.serve().await;
        let meetings = site.json("/search.json?q=ombudsman&kind=item").await;
        meetings["hits"]["hits"].as_array().or(meetings["hits"].as_array()).expect("hits")[0]["entry"]["key"]
            .as_str()
            .expect("a key")
            .to_string()
    };
    world.done(&["withdraw", "item", &before, "--reason", "published in error"]);
    let site = world.serve().await;
    let (meeting, item) = before.split_once('/').expect("a key of two parts");
    let address = format!("/meetings/{meeting}/items/{item}");
    let (status, body) = site.get(&address).await;
    assert_eq!(status, 410);
    assert!(body.contains("published in error"));
    let (status, body) = site.get(&format!("{address}.json")).await;
    assert_eq!(status, 410);
    assert!(body.contains("published in error"));
    assert!(!site.page(&format!("/meetings/{meeting}.json")).await.contains(&format!("\"{before}\"")));
    assert!(!site.page("/search.json?q=ombudsman&kind=item").await.contains(&format!("\"{before}\"")));
    assert_eq!(world.redress(&["withdraw", "item", &before, "--reason", "again"]).status.code(), Some(1));
    world.done(&["verify"]);
}

/// A page whose decision repeats the item's words.
const PAGE: &str = "Issue - meetings\n\nA late remedy\n\nMeeting: 03/02/2025 - Cabinet (Item 4)\n\n4 A remedy for Quillon Street\n\n\
    To consider the remedy.\n\nDecision:\n\nThe remedy for Quillon Street was noted.\n";

#[tokio::test]
async fn what_was_withdrawn_does_not_come_back_by_a_source() {
    let world = World::new().await;
    let file = world.folder.path().join("remedy.txt");
    std::fs::write(&file, PAGE).expect("written");
    let path = file.to_str().expect("a path");
    world.done(&["import", path]);
    world.done(&["withdraw", "item", "2025-02-03-cabinet/4", "--reason", "published in error"]);
    // Again, and again with more words: its decision repeats them, and stays away with it.
    world.done(&["import", path]);
    std::fs::write(&file, PAGE.replace("was noted", "was noted and Quillon Street thanked")).expect("written");
    world.done(&["import", path]);
    let site = world.serve().await;
    for address in
        ["/meetings/2025-02-03-cabinet/items/4", "/meetings/2025-02-03-cabinet/items/4.json", "/decisions/1", "/decisions/1.json"]
    {
        let (status, body) = site.get(address).await;
        assert_eq!(status, 410, "{address}");
        assert!(!body.contains("Quillon"), "{address}");
    }
    for address in [
        "/versions/item/2025-02-03-cabinet/4",
        "/versions/decision/1",
        "/changes",
        "/feeds/changes.atom",
        "/decisions.json",
        "/meetings/2025-02-03-cabinet",
    ] {
        assert!(!site.page(address).await.contains("Quillon"), "{address}");
    }
    assert_eq!(site.json("/search.json?q=thanked").await["total"], 0);
    world.done(&["verify"]);
}

#[tokio::test]
async fn what_was_withdrawn_does_not_come_back_with_its_meeting() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2021, 3, 12));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    clerk.done("/desk/bodies/add", json!({ "name": "Cabinet" })).await;
    let meeting = clerk.done("/desk/meetings/plan", json!({ "body": 1, "on": "2021-03-11" })).await["meeting"].as_i64().expect("a meeting");
    let item = clerk.done(&format!("/desk/meetings/{meeting}/add-item"), json!({ "number": "1", "title": "Roads" })).await["item"].as_i64();
    let item = item.expect("an item");
    clerk.paper(item, "Survey of Quillon Street", "", "a.txt", b"The surface is worn.").await;
    let decision = json!({ "text": "Agreed in Quillon Street.", "reasons": "None", "options_rejected": "None", "interests": "None" });
    clerk.done(&format!("/desk/items/{item}/decision"), decision).await;
    assert_eq!(clerk.publish(meeting, &[], "Decisions").await.status, 200);
    let withdraw = async |kind: &str, key: &str| {
        let why = json!({ "kind": kind, "key": key, "class": "published in error", "reason": "It was not final." });
        clerk.post("/desk/withdraw", &why).await.status
    };
    assert_eq!([withdraw("document", "1").await, withdraw("decision", "1").await, withdraw("decision", "1").await], [200, 200, 422]);
    // The meeting is published again, with another paper and everything that the form offers.
    clerk.paper(item, "Another paper", "", "b.txt", b"Something else.").await;
    assert_eq!(clerk.publish(meeting, &[], "Supplement").await.status, 200);
    drop(site);
    let site = world.serve_desk(&clock).await;
    for address in ["/documents/1", "/documents/1.json", "/documents/1/survey-of-quillon-street/file", "/decisions/1", "/decisions/1.json"]
    {
        let (status, body) = site.get(address).await;
        assert!(status == 410 && !body.contains("Quillon"), "{address}: {status}");
    }
    let shown = site.page("/meetings/2021-03-11-cabinet/items/1").await + &site.page("/meetings/2021-03-11-cabinet/items/1.json").await;
    assert!(shown.contains("Another paper") && !shown.contains("Quillon"), "what repeated the words repeats them no more");
    for address in ["/versions/document/1", "/versions/decision/1", "/changes", "/search.json?q=agreed", "/decisions.json"] {
        assert!(!site.page(address).await.contains("Quillon"), "{address}");
    }
    world.done(&["verify"]);
}
