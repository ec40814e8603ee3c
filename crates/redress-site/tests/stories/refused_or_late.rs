//! What was refused and what is late: who answered, why, since when, what was tried. The desk's page of a recommendation says
//! all of it; the public page says it without the words of officers.

use jiff::civil::date;
use serde_json::json;

use super::evidence::Case;
use super::officer::Officer;
use super::publish_a_case::publish;
use redress::reader::Role;
use redress_store::desk::journal::Act;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_refused_or_is_late_can_be_judged_without_a_telephone_call() {
    let mut case = Case::new(date(2021, 3, 12)).await;
    let refusal = json!({ "answer": "not_accepted", "reasons": "The panel was abolished in the spring", "paper": "Letter of comments of 1 March 2021" });
    case.director.done(&case.remedy(5, "/respond"), refusal).await;
    let more = json!({ "on": "2021-02-15", "until": "2021-03-31", "why": "The trainer fell ill" });
    case.link.done(&case.remedy(3, "/ask-extension"), more).await;
    case.on(date(2021, 6, 1)).await;
    let act = Act { who: "story", at: case.clock.now().timestamp() };
    let clerk = Officer::new(&case.site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;

    // The desk: who refused, why, and what was tried.
    let refused = case.told(&case.remedy(5, "")).await;
    let answer = &refused["record"]["responses"][0];
    assert_eq!(answer["on"], "2021-03-12");
    assert!(answer["by"].as_str().is_some_and(|by| by.contains("Pell")), "{answer}");
    let html = case.link.get(&case.remedy(5, "")).await.body;
    assert!(html.contains("Not accepted") && html.contains("The panel was abolished in the spring"), "{html}");
    let late = case.told(&case.remedy(3, "")).await;
    assert_eq!((&late["due_on"], &late["days_late"]), (&json!("2021-02-21"), &json!(100)));
    let html = case.link.get(&case.remedy(3, "")).await.body;
    assert!(html.contains("The trainer fell ill") && html.contains("Not answered yet."), "{html}");

    // The public: the answer, its day and how late, and not an officer's reasons.
    let made = publish(&clerk, case.case, "The finding is public").await;
    assert_eq!(made.status, 200, "{}", made.body);
    let public = case.site.json("/ombudsman/improvements/20-901-337-5.json").await;
    assert_eq!(public["answered"], "Not accepted by officers; members have not met on it, 12 March 2021");
    let public = case.site.json("/ombudsman/improvements/20-901-337-3.json").await;
    assert_eq!((&public["days_late"], &public["more_time"]), (&json!(100), &json!([{ "asked_on": "2021-02-15", "expected_on": null }])));
    for address in ["/ombudsman/cases/20-901-337", "/ombudsman/improvements/20-901-337-3", "/ombudsman/improvements/20-901-337-5"] {
        let page = case.site.page(address).await;
        assert!(
            !page.contains("abolished") && !page.contains("fell ill") && !page.contains("Pell") && !page.contains("Mrs X"),
            "{address}"
        );
    }
}
