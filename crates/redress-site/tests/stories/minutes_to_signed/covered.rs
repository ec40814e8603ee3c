//! What an embargo covers stays out of letters, steps and the journal.

use redress::reader::Role;
use serde_json::json;

use super::{Story, TOGETHER, typed};
use crate::officer::Officer;

/// Whoever may read what an embargo covers reads it signed in; no letter, step or journal entry carries it.
#[tokio::test]
async fn what_an_embargo_covers_is_in_no_letter_and_the_chairs_comment_in_no_step() {
    let s = Story::new("Executive").await;
    let link = Officer::new(&s.site, &s.act(), "link", "L. Officer", Role::LinkOfficer).await;
    let outside = Officer::new(&s.site, &s.act(), "outside", "O. Utside", Role::DemocraticServices).await;
    let new = json!({ "reference": "24 001 002", "kind": "report", "dated": "2025-02-01", "received": "2025-02-03", "subject": "Home to school transport", "embargo": "event", "complainant": "Mrs X" });
    let paper = link.done("/desk/cases/register", new).await["ombudsman_paper"].as_i64().expect("a paper");
    let readers = json!({ "people": [s.clerk.account.to_string(), s.scrutiny.account.to_string()] });
    link.done(&format!("/desk/ombudsman-papers/{paper}/readers"), readers).await;
    let item = json!({ "number": "10", "title": "Home to school transport", "public_title": "A report", "ombudsman_paper": paper });
    let item = s.clerk.done(&format!("/desk/meetings/{}/add-item", s.meeting), item).await["item"].as_i64().expect("an item");
    s.held(TOGETHER, typed()).await;
    s.clerk.done(&s.at("build"), json!({})).await;
    let words = "The Marigold finding was accepted.";
    s.clerk.done(&format!("/desk/items/{item}/minute"), json!({ "public_words": words })).await;
    let send = json!({ "items": [item.to_string(), s.items[1].to_string()], "to": s.scrutiny.account.to_string(), "on_behalf_of": "People Scrutiny Committee", "purpose": "For its review" });
    let made = s.clerk.done(&s.at("extract"), send).await;
    let mut letter = s.site.desk().claim_letter(s.clock.now().timestamp()).await.expect("a store").expect("a letter");
    while !letter.letter.about.starts_with("minute_extract") {
        letter = s.site.desk().claim_letter(s.clock.now().timestamp()).await.expect("a store").expect("a letter");
    }
    assert!(letter.letter.body.contains(TOGETHER) && letter.letter.body.contains("kept back for now"), "{}", letter.letter.body);
    assert!(!letter.letter.body.contains("Marigold"), "{}", letter.letter.body);
    let text = s.scrutiny.get(&format!("{}/text", s.at(&format!("extracts/{}", made["extract"])))).await;
    assert!(text.body.contains(words), "whoever may read it reads it signed in: {}", text.body);

    let change = json!({ "chair": "Councillor Ada Reed", "result": "change", "item": item.to_string(), "words": format!("{words} All agreed."), "comment": "Say who Marigold is" });
    s.clerk.done(&s.at("chair-check"), change).await;
    let whole = json!({ "chair": "Councillor Ada Reed", "result": "change", "comment": "Marigold is misspelt" });
    s.clerk.done(&s.at("chair-check"), whole).await;
    let page = s.page().await;
    assert_eq!(page["comments"].as_array().map(Vec::len), Some(2), "{}", page["comments"]);
    assert!(!page["steps"].to_string().contains("Marigold") && page["steps"].to_string().contains("item 10"), "{}", page["steps"]);
    let minutes = outside.get(&format!("/desk/meetings/{}/minutes", s.meeting)).await;
    assert!(minutes.status == 200 && !minutes.body.contains("Marigold"), "{}", minutes.body);
    let missing = |page: serde_json::Value| page["gaps"].as_array().expect("gaps").iter().any(|gap| gap["item"] == "10");
    assert!(missing(s.page().await), "who may read the item is told what is missing under it");
    assert!(!missing(outside.get(&format!("/desk/meetings/{}/minutes.json", s.meeting)).await.json()), "who may not is told nothing of it");
    let journal = s.site.desk().journal_after(0, 10_000).await.expect("a journal");
    assert!(journal.iter().all(|e| !e.body.contains("Marigold")), "in no entry of the journal");
}
