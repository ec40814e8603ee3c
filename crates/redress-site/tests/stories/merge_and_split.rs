//! Issues are merged and split: old addresses lead on for ever, lists and the log follow, a ring is refused.

use jiff::civil::date;
use serde_json::json;

use super::travelling::{Town, refused};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn old_addresses_lead_on_and_everything_follows() {
    let t = Town::new(date(2026, 3, 2)).await;
    let cabinet = t.body("Cabinet").await;
    let (january, february) = (t.meeting(cabinet, "2026-01-14").await, t.meeting(cabinet, "2026-02-11").await);
    let (one, two) = (t.item(january, "5", "School transport: passes").await, t.item(february, "6", "School transport: routes").await);
    let open = async |title: &str, item: i64| {
        let made = t.clerk.done("/desk/issues/create", json!({ "title": title, "item": item.to_string() })).await;
        made["issue"].as_i64().expect("an issue")
    };
    // Two issues of one title stay apart.
    let (first, second) = (open("School transport", one).await, open("School transport", two).await);
    let private = open("Not public", t.item(february, "7", "Another matter").await).await;
    t.published(january).await;
    let only: Vec<String> = vec!["item-3".into()];
    assert_eq!(t.clerk.publish(february, &only, "Published for the story").await.status, 200);
    assert_eq!(t.site.json("/issues.json").await["total"], 2);
    assert_ne!(t.site.json("/issues/1.json").await["items"][0]["title"], t.site.json("/issues/2.json").await["items"][0]["title"]);

    // Merging, and what is refused.
    let merge = format!("/desk/issues/{first}/merge");
    let into = |issue: i64| json!({ "into": issue.to_string(), "why": "Both are one matter" });
    refused(&t.clerk, &merge, into(first), "into").await;
    refused(&t.clerk, &merge, into(private), "into").await;
    refused(&t.clerk, &merge, json!({ "into": second.to_string(), "why": "Asked for by Mrs Arabella Quill" }), "why").await;
    assert_eq!(t.chief.post(&merge, &into(second)).await.status, 403);
    t.clerk.done(&merge, into(second)).await;
    refused(&t.clerk, &merge, into(second), "").await;
    refused(&t.clerk, &format!("/desk/issues/{second}/merge"), into(first), "into").await;
    for (address, to) in [("/issues/1", "/issues/2"), ("/issues/1.json", "/issues/2.json")] {
        let moved = t.site.raw(address, &[]).await;
        assert_eq!((moved.status().as_u16(), moved.headers()["location"].to_str().ok()), (301, Some(to)), "{address}");
    }
    let page = t.site.json("/issues/2.json?order=oldest").await;
    assert_eq!(page["items"].as_array().map(Vec::len), Some(2), "{page}");
    assert_eq!(page["issue"]["journey"]["from"][0]["issue"]["number"], 1);
    assert_eq!(t.site.json("/meetings/2026-01-14-cabinet/items/5.json").await["item"]["issue"]["number"], 2);
    assert_eq!(t.site.json("/issues.json").await["total"], 1, "the list knows one");
    assert!(t.site.page("/feeds/changes.atom").await.contains("Merged into"), "followers are told");
    assert!(!t.site.page("/changes/log.jsonl").await.contains("desk-"), "the desk's own numbers stay there");

    // Publishing the first meeting again does not bring the old issue back.
    t.clerk.done(&format!("/desk/items/{one}/comment"), json!({ "said": "None" })).await;
    assert_eq!(t.publish(&format!("/desk/issues/{second}/publish")).await.status, 200);
    t.item(january, "9", "Any other business").await;
    t.published(january).await;
    assert_eq!(t.site.raw("/issues/1", &[]).await.status().as_u16(), 301);
    assert_eq!(t.site.json("/meetings/2026-01-14-cabinet/items/5.json").await["item"]["issue"]["number"], 2);

    // Splitting: every item goes to one part, and the address shows both.
    let split = format!("/desk/issues/{second}/split");
    let parts = |a: &[i64], b: &[i64]| {
        let words = |ids: &[i64]| ids.iter().map(i64::to_string).collect::<Vec<_>>();
        json!({ "first_title": "Passes", "first_items": words(a), "second_title": "Routes", "second_items": words(b), "why": "They go on apart" })
    };
    refused(&t.clerk, &split, parts(&[one, two], &[two]), "second_items").await;
    refused(&t.clerk, &split, parts(&[one], &[one]), "second_items").await;
    let made = t.clerk.done(&split, parts(&[one], &[two])).await;
    assert_eq!(made["issues"].as_array().map(Vec::len), Some(2));
    let words = t.site.words("/issues/2").await;
    assert!(words.contains("This issue was split: They go on apart") && words.contains("Passes") && words.contains("Routes"), "{words}");
    let old = t.site.json("/issues/2.json").await;
    let numbers: Vec<u64> =
        old["issue"]["journey"]["parts"].as_array().expect("parts").iter().filter_map(|p| p["number"].as_u64()).collect();
    assert_eq!((numbers.as_slice(), old["items"].as_array().map(Vec::len)), ([3, 4].as_slice(), Some(0)));
    assert_eq!(t.site.json("/issues/3.json").await["items"][0]["number"], "5");
    assert_eq!(t.site.raw("/issues/1", &[]).await.headers()["location"], "/issues/2", "the oldest address leads to where both stand");
    t.published_nothing(january).await;
    let verified = t.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));

    // The index follows too: what was merged is found no more.
    let again = t.world.serve_desk(&t.clock).await;
    let found = again.json("/search.json?q=transport&kind=issue").await;
    assert!(!found.to_string().contains("/issues/1\""), "{found}");
    assert!(!again.page("/sitemaps/issue-1.xml").await.contains("/issues/1<"));
}
