//! Two supplements and a replaced appendix on the day before: page references are the same in page, JSON and document, what was
//! cited before still opens the right page, and members get one message that says exactly what changed.

use std::fmt::Write;

use jiff::civil::date;
use redress::reader::Role;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use crate::build_an_agenda::meeting;
use crate::members_told::Council;
use crate::officer::Officer;

const KEY: &str = "2026-04-14-housing-scrutiny-committee";

/// A PDF with a page for each of these words.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 4 + n * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
    ];
    for (n, words) in pages.iter().enumerate() {
        let content = format!("BT /F1 12 Tf 72 700 Td ({words}) Tj ET");
        let resources = "/Resources << /Font << /F1 3 0 R >> >>";
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {} 0 R >>", 5 + n * 2));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let (mut out, mut table) = (String::from("%PDF-1.7\n"), String::new());
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", out.len()).expect("text");
        writeln!(out, "{} 0 obj\n{object}\nendobj", at + 1).expect("text");
    }
    let (count, start) = (objects.len() + 1, out.len());
    write!(out, "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n")
        .expect("text");
    out.into_bytes()
}

/// Letters to an address, once there are so many.
pub async fn letters(council: &Council, to: &str, so_many: usize) -> Vec<String> {
    for _ in 0..240 {
        let taken: Vec<String> = council.taken.lock().expect("letters").iter().filter(|l| l.contains(to)).cloned().collect();
        if taken.len() >= so_many {
            // A letter's lines are folded on the way.
            return taken.iter().map(|l| l.replace("=\n", "")).collect();
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    panic!("{so_many} letters to {to} were not sent");
}

async fn sheets(council: &Council) -> Vec<String> {
    let page = council.site.json(&format!("/meetings/{KEY}.json")).await;
    let row = |s: &Value| {
        format!("{} to {}: document {}", s["first"].as_str().expect("a page"), s["last"].as_str().expect("a page"), s["document"])
    };
    page["meeting"]["pack"]["sheets"].as_array().expect("sheets").iter().map(row).collect()
}

/// Where a page reference leads.
async fn leads(council: &Council, reference: &str) -> String {
    let response = council.site.raw(&format!("/meetings/{KEY}/pages/{reference}"), &[]).await;
    assert_eq!(response.status().as_u16(), 308, "{reference}");
    response.headers()["location"].to_str().expect("an address").to_string()
}

#[tokio::test]
async fn page_references_stay_and_members_are_told_once_what_changed() {
    let mut council = Council::on(date(2026, 4, 1), "nobody@").await;
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let member = Officer::new(&council.site, &act, "member", "M. Ember", Role::Member).await;
    let days = Days { from: date(2025, 5, 6), until: None };
    council.site.desk().seat(&act, member.account, "housing-scrutiny-committee", days).await.expect("seated");
    let held = meeting(&council, "Housing Scrutiny Committee", date(2026, 4, 14)).await;
    let at = |what: &str| format!("/desk/meetings/{held}/{what}");
    let mut items = Vec::new();
    for title in ["Damp in flats", "Fire safety"] {
        let made = council.clerk.done(&at("add-item"), json!({ "title": title })).await;
        items.push(made["item"].as_i64().expect("an item"));
    }
    let clerk = council.clerk.clone();
    clerk.paper(items[0], "Report of the director", "", "report.pdf", &pdf(&["Summary", "Options", "Advice"])).await;
    let first = pdf(&["Of ninety flats forty are damp", "The cost is nine hundred pounds"]);
    let appendix = clerk.paper(items[0], "Appendix A", "", "appendix.pdf", &first).await;
    clerk.paper(items[1], "Report on doors", "", "doors.pdf", &pdf(&["Doors", "Stairs"])).await;
    let secret = clerk.paper(items[1], "Legal advice on Zephyr House", "", "advice.txt", b"Counsel advises.").await;
    let restriction = json!({ "kind": "exempt", "paragraphs": ["5"], "public_interest": "The council must be able to take advice before it acts in court.",
        "public_reason": "It is legal advice.", "review_on": "2026-09-01", "challenge": "Write to the monitoring officer" });
    council.monitoring.done(&format!("/desk/papers/{secret}/restrict"), restriction).await;
    // Follows an item too: still one message.
    let published = clerk.publish(held, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    assert_eq!(member.post(&format!("/desk/items/{}/follow", items[0]), &json!({})).await.status, 200);
    let agenda = letters(&council, "member@thornmere.example", 1).await;
    assert!(agenda[0].contains("Item 1: Damp in flats") && !agenda[0].contains("Zephyr"), "{}", agenda[0]);
    assert_eq!(sheets(&council).await, ["1 to 3: document 1", "4 to 5: document 2", "6 to 7: document 3"]);
    let cited = leads(&council, "5").await;
    assert_eq!(cited, "/documents/2/appendix-a/versions/1?page=2");

    // The day before the meeting: two supplements, one of them a corrected appendix, published together.
    council.day(date(2026, 4, 13)).await;
    let clerk = council.clerk.clone();
    let letter = clerk.paper(items[1], "Letter of the fire service", "", "letter.pdf", &pdf(&["Dear council", "Yours"])).await;
    let second = pdf(&["Of ninety flats fifty are damp", "The cost is eleven hundred pounds", "Corrected on 13 April"]);
    let came = clerk.upload(&format!("/desk/papers/{appendix}/add-version"), &[("purpose", "whole")], "appendix.pdf", &second).await;
    assert_eq!(came.status, 303, "{}", came.body);
    let why = "The fire service wrote on 12 April";
    let beyond = json!({ "papers": [letter.to_string()], "why": why, "after_page": 8 });
    let refused = clerk.post(&at("supplement"), &beyond).await;
    assert!(refused.status == 422 && refused.body.contains("The pack has 7 pages"), "{}", refused.body);
    clerk.done(&at("supplement"), json!({ "papers": [letter.to_string()], "why": why, "after_page": 6 })).await;
    let made = clerk.done(&at("supplement"), json!({ "papers": [appendix.to_string()], "why": "The appendix had wrong figures" })).await;
    assert_eq!(made["after_page"], 5, "it follows the pages that it replaces");
    assert_eq!(sheets(&council).await.len(), 3, "making a supplement publishes nothing");
    let published = clerk.publish(held, &[], "Supplements 1 and 2").await;
    assert_eq!(published.status, 200, "{}", published.body);

    // The same references in the JSON, on the page and on the paper's own page.
    let rows = ["1 to 3: document 1", "4 to 5: document 2", "5A to 5C: document 2", "6 to 7: document 3", "6A to 6B: document 4"];
    assert_eq!(sheets(&council).await, rows);
    let words = council.site.words(&format!("/meetings/{KEY}")).await;
    for said in [
        "Supplement 1, published 13 April 2026: The fire service wrote on 12 April",
        "Supplement 2, published 13 April 2026: The appendix had wrong figures",
        "5A to 5C",
        "6A to 6B",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let document = council.site.json("/documents/2/appendix-a.json").await;
    let pages: Vec<&str> = document["pages"].as_array().expect("pages").iter().filter_map(|p| p["first"].as_str()).collect();
    assert_eq!((pages, &document["pages"][0]["replaced_by"]), (vec!["4", "5A"], &json!("5A to 5C")));

    // What was cited before opens what it opened, and the new page opens the new file.
    assert_eq!(leads(&council, "5").await, cited);
    assert_eq!(leads(&council, "5b").await, "/documents/2/appendix-a/versions/2?page=2");
    assert_eq!(leads(&council, "6B").await, "/documents/4/letter-of-the-fire-service/versions/1?page=2");
    assert_eq!(council.site.get(&format!("/meetings/{KEY}/pages/8")).await.0, 404);
    let old = council.site.words(&cited).await;
    assert!(old.contains("Page 5 of the meeting’s papers is page 2 of this file.") && old.contains("A later version stands"), "{old}");
    let file = council.site.raw("/documents/2/appendix-a/versions/1/file", &[]).await.bytes().await.expect("a file");
    assert!(file == first && council.site.raw("/documents/2/appendix-a/file", &[]).await.bytes().await.expect("a file") == second);
    let now = council.site.page("/documents/2/appendix-a/versions/2").await;
    assert!(now.contains("removed: </span>forty") && now.contains("added: </span>fifty"), "what the correction changed is seen: {now}");
    assert!(council.site.words("/versions/document/2").await.contains("added: fifty"));

    // One message, which says exactly what changed and nothing of what is restricted; the members' page says the same.
    let told = letters(&council, "member@thornmere.example", 2).await;
    assert_eq!(told.len(), 2);
    for said in [
        "Item 1 has a new version of a paper: Appendix A.",
        "Item 2 has a new paper: Letter of the fire service.",
        "Supplement 2: The appendix had wrong figures",
    ] {
        assert!(told[1].contains(said), "{said}: {}", told[1]);
    }
    assert!(!told[1].contains("Zephyr") && !told[1].contains("Report on doors has"), "{}", told[1]);
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let member = Officer::of(&council.site, &act, member.account, "again").await;
    let room = member.get("/members.json").await.json();
    assert_eq!(
        room["agendas"][0]["versions"][0]["changes"],
        json!(["Item 1 has a new version of a paper: Appendix A.", "Item 2 has a new paper: Letter of the fire service."])
    );
    assert!(!room["agendas"].to_string().contains("Zephyr"));
}
