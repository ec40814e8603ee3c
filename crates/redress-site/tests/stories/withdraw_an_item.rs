//! A record is withdrawn: its address answers with the reason, its words are gone from pages and search.

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
