//! Two thousand cases: the list answers a page at a time, narrowed and in order, and keeps back what an embargo covers.

use jiff::civil::{Date, date};
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::follows::CaseKey;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::Officer;
use super::world::World;

const TODAY: Date = date(2026, 6, 1);

#[tokio::test]
async fn a_long_list_of_cases_is_read_a_page_at_a_time() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(TODAY);
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "Lena Farrier", Role::LinkOfficer).await;
    let director = Officer::new(&site, &act, "director", "Dora Vane", Role::ServiceDirector).await;
    for (reference, embargo) in [("23 900 002", "none"), ("24 900 003", "event")] {
        let new = json!({
            "reference": reference, "kind": "report", "dated": "2026-05-20", "received": "2026-05-21", "subject": "Transport", "embargo": embargo,
        });
        link.done("/desk/cases/register", new).await;
    }
    // Through the store: as many as a council of long memory has.
    let commission =
        redress::ombudsman::review::Commission { title: "All".into(), declared: 1998, by: vec!["The portfolio holder".into()], on: TODAY };
    site.desk()
        .commission_review(&commission, None, Some(&CaseFile { from_review: true, ..CaseFile::default() }), &act)
        .await
        .expect("a store");
    let kept = site.desk().case_of(&CaseKey::read("PREV-1998").expect("a key")).await.expect("a store");
    assert!(kept.is_some());

    let read = async |who: &Officer, query: &str| -> Value { who.get(&format!("/desk/cases.json?{query}")).await.json() };
    let first = read(&link, "").await;
    assert_eq!((&first["total"], first["cases"].as_array().map(Vec::len)), (&json!(2000), Some(50)));
    assert!(first["cases"][0]["next"].is_string() && first["cases"][2]["next"].is_null(), "what has a day comes first: {first}");
    assert_eq!(read(&link, "page=40").await["cases"].as_array().map(Vec::len), Some(50));
    for bad in ["page=41", "page=0", "page=x", "page=-3"] {
        assert_eq!(read(&link, bad).await["cases"], first["cases"], "{bad}");
    }
    assert_eq!(read(&link, "q=prev-199").await["total"], 10);
    assert_eq!(read(&link, "order=reference").await["cases"][0]["key"], "PREV-999");
    let kept_back = read(&director, "q=900").await;
    assert_eq!(kept_back["cases"][0]["key"], "23 900 002");
    assert!(!kept_back.to_string().contains("24 900 003"));
    let page = link.get("/desk/cases?q=prev-19&kind=").await.body;
    assert!(page.contains("Remove") && page.contains("page=2"), "{page}");
}
