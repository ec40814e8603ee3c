//! Each month of the plan can be shown again as it stood.

use jiff::civil::date;
use serde_json::json;

use super::Story;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_month_shows_what_was_added_changed_and_taken_out() {
    let s = Story::on(date(2026, 2, 2)).await;
    let entry = s.entry(&s.clerk, date(2026, 4, 14), json!({})).await;
    let draft = s.entry(&s.clerk, date(2026, 9, 1), json!({ "title": "A draft that is never published" })).await;
    s.take_out(draft, "It is not needed after all.").await;
    assert_eq!(s.published().await.len(), 1, "what nobody read is taken out of nothing");
    let nothing = s.publish().await;
    assert!(nothing.status == 422 && nothing.body.contains("The public has the plan as it is"), "{}", nothing.body);

    s.clock.set(date(2026, 4, 1));
    s.change(entry, date(2026, 5, 12), json!({ "why": "Moved to wait for advice." })).await;
    s.published().await;
    s.clock.set(date(2026, 5, 4));
    s.take_out(entry, "The contractor withdrew.").await;
    s.published().await;
    let changed = s.clerk.get(&format!("/desk/forward-plan/{entry}/change")).await;
    assert!(changed.status == 200 && changed.body.contains("Go back"), "nothing is changed once it is out");

    assert_eq!(s.site.get("/forward-plan/2026-01").await.0, 404, "the plan was not published yet");
    let became = async |month: &str| {
        let page = s.site.json(&format!("/forward-plan/{month}.json")).await;
        let entries = page["entries"].as_array().expect("entries").clone();
        assert_eq!(entries.len(), 1, "{page}");
        entries[0].clone()
    };
    let february = became("2026-02").await;
    assert_eq!((february["became"]["change"].as_str(), february["when"]["day"].as_str()), (Some("added"), Some("2026-04-14")));
    assert_eq!(became("2026-03").await["became"]["change"], "kept");
    let april = became("2026-04").await["became"].clone();
    assert_eq!(april["why"], json!(["Moved to wait for advice."]));
    assert_eq!((april["moved"][0]["day"].as_str(), april["moved"][1]["day"].as_str()), (Some("2026-04-14"), Some("2026-05-12")));
    let may = became("2026-05").await;
    assert_eq!(may["became"], json!({ "change": "withdrawn", "why": "The contractor withdrew." }));
    let page = s.site.words("/forward-plan/2026-04").await;
    assert!(page.contains("Moved: from 14 April 2026 to 12 May 2026") && page.contains("May 2026"), "{page}");

    // It is no longer to come, and its page tells why; every version of it can still be read.
    assert_eq!(s.site.json("/forward-plan.json").await["total"], 0);
    let page = s.site.words("/forward-plan/entries/FP-2026-001").await;
    assert!(
        page.contains("Taken out of the plan") && page.contains("The contractor withdrew.") && page.contains("First published."),
        "{page}"
    );
    assert!(s.site.words("/versions/forward_plan/FP-2026-001").await.contains("Version 3"));
    assert!(!s.site.page("/changes").await.contains("A draft that is never published"));
}
