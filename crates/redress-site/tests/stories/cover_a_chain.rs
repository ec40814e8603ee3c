//! A case that a letter opened about what an embargoed one left undone is as covered as that one, in every list.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::officer::Officer;
use super::world::World;

#[tokio::test]
async fn what_follows_a_covered_case_is_covered_with_it() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2021, 3, 12));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
    let new = json!({ "reference": "20 900 001", "kind": "report", "dated": "2021-01-21", "received": "2021-01-22", "subject": "Larkfield", "embargo": "event", "complainant": "Ms Q" });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, covered) = (&made["ombudsman_paper"], &made["cases"][0]);
    let asked =
        json!({ "number": 1, "nature": "personal", "kinds": ["apology"], "words": "Apologise for Larkfield.", "rule": "one_month" });
    let recommendation = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), asked).await["recommendation"].to_string();
    let open = json!({ "reference": "19 900 001", "kind": "statement", "dated": "2019-05-01", "received": "2019-05-02", "subject": "Before", "embargo": "none" });
    let before = link.done("/desk/cases/register", open).await["cases"][0].to_string();
    let tie = json!({ "earlier": "19 900 001", "relation": "same_matter" });
    link.done(&format!("/desk/cases/{covered}/link"), tie).await;
    let values = [
        ("from", "ombudsman"),
        ("kind", "remedy_not_carried_out"),
        ("dated", "2021-03-10"),
        ("received", "2021-03-11"),
        ("summary", "It opens another about Larkfield"),
        ("new_case", "20 900 002"),
        ("recommendations", recommendation.as_str()),
    ];
    let came = link.upload(&format!("/desk/cases/{covered}/log-letter"), &values, "larkfield.txt", b"A letter.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let all = link.get("/desk/cases.json").await.json();
    let opened = all["cases"].as_array().expect("cases").iter().find(|c| c["key"] == "20 900 002").expect("the new case")["id"].clone();
    // Whoever may not read the first learns nothing of the second, and an open case does not name them.
    for part in ["", "/recommendations", "/papers", "/timeline", "/meetings", "/evidence"] {
        assert_eq!(clerk.get(&format!("/desk/cases/{opened}{part}.json")).await.status, 403, "{part}");
    }
    for address in ["/desk/cases.json", "/desk.json", "/desk/calendar.json"].map(String::from).into_iter().chain(
        ["", "/recommendations", "/papers", "/timeline", "/meetings", "/evidence"].map(|part| format!("/desk/cases/{before}{part}.json")),
    ) {
        let came = clerk.get(&address).await;
        assert_eq!(came.status, 200, "{address}");
        for word in ["20 900 001", "20 900 002", "Larkfield", "larkfield", "20-900-00"] {
            assert!(!came.body.contains(word), "{address} says {word}: {}", came.body);
        }
    }
    assert!(link.get(&format!("/desk/cases/{before}.json")).await.body.contains("20 900 002"), "who may read it sees the whole chain");
}
