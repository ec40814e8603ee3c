//! A case that is published: what everybody gets of it is named, and everything about the person is a sentinel.

use serde_json::json;

use super::council::Staff;
use super::sentinels::Sentinels;

/// What the public reads of a finding.
pub const PUBLIC_IMPROVEMENT: &str = "Train everybody who answers the telephone about repairs.";

/// A finding that goes public: what everybody gets of it is named, and everything about the person is a sentinel.
pub async fn plant(staff: &Staff, s: &mut Sentinels) {
    let Staff { link, clerk, .. } = staff;
    let new = json!({
        "reference": "20 900 417", "kind": "statement", "dated": "2021-01-21", "received": "2021-01-22", "embargo": "none", "found": "upheld",
        "subject": s.word("a published case's subject"), "services": "Housing repairs", "complainant": s.word("a published case's complainant"),
        "findings": s.sentence("a published case's finding"), "injustices": s.sentence("a published case's injustice"),
    });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let words = format!("Apologise for {}", s.word("a personal remedy's text"));
    let personal = json!({
        "number": 1, "nature": "personal", "kinds": ["payment"], "words": words, "rule": "four_weeks", "amount": "87,654.32",
        "head": s.word("what a personal remedy is for"), "beneficiary": s.word("a personal remedy's beneficiary"),
    });
    s.also("a personal remedy's money", &["87,654.32", "87654.32", "8765432"]);
    let public =
        json!({ "number": 2, "nature": "service_improvement", "kinds": ["training"], "words": PUBLIC_IMPROVEMENT, "rule": "three_months" });
    let mut all = Vec::new();
    for new in [personal, public] {
        let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
        all.push(made["recommendation"].as_i64().expect("a recommendation"));
    }
    for (recommendation, claim, answer, update, more) in [
        (all[0], "a personal claim's reason", "a personal answer's reasons", "a personal update", "why a personal remedy waits"),
        (all[1], "an improvement's claim", "an officer's answer", "an improvement's update", "why an improvement waits"),
    ] {
        let at = |what: &str| format!("/desk/recommendations/{recommendation}/{what}");
        link.done(&at("claim"), json!({ "claim": "cannot_be_done", "why": s.sentence(claim) })).await;
        link.done(&at("respond"), json!({ "answer": "not_accepted", "reasons": s.sentence(answer), "paper": "Letter of comments" })).await;
        link.done(&at("update"), json!({ "will": "no", "words": s.sentence(update) })).await;
        link.done(&at("ask-extension"), json!({ "on": "2021-03-10", "until": "2021-06-21", "why": s.sentence(more) })).await;
    }
    let address = format!("/desk/cases/{case}/publish");
    let previewed = clerk.get(&format!("{address}.json")).await.json()["given"]["previewed"][0].clone();
    let made = clerk.done(&address, json!({ "reason": "The finding is public", "previewed": previewed })).await;
    assert_eq!(made["published"], json!(["/ombudsman/cases/20-900-417", "/ombudsman/improvements/20-900-417-2"]));
}
