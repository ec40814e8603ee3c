//! The members' room: what changed since somebody was there last, restricted papers for those who may read them and on no device
//! before the council says so, and notes that nobody but their writer ever reads.

use jiff::civil::date;
use redress::reader::Role;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use crate::build_an_agenda::meeting;
use crate::members_told::Council;
use crate::officer::Officer;
use crate::two_supplements::pdf;

/// A member of the committee.
async fn seated(council: &Council, name: &str, role: Role) -> Officer {
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let officer = Officer::new(&council.site, &act, name, &format!("Councillor {name}"), role).await;
    let days = Days { from: date(2025, 5, 6), until: None };
    council.site.desk().seat(&act, officer.account, "housing-scrutiny-committee", days).await.expect("seated");
    officer
}

async fn again(council: &Council, who: &Officer, seed: &str) -> Officer {
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    Officer::of(&council.site, &act, who.account, seed).await
}

fn lines(room: &Value) -> Vec<&str> {
    room["news"]["lines"].as_array().expect("lines").iter().filter_map(|l| l["words"].as_str()).collect()
}

async fn item(council: &Council, held: i64, title: &str) -> i64 {
    council.clerk.done(&format!("/desk/meetings/{held}/add-item"), json!({ "title": title })).await["item"].as_i64().expect("an item")
}

async fn restrict(council: &Council, paper: i64, paragraph: &str) {
    let restriction = json!({ "kind": "exempt", "paragraphs": [paragraph], "public_interest": "The council must be able to take advice before it acts in court.",
        "public_reason": "It must be kept back for now.", "review_on": "2026-09-01", "challenge": "Write to the monitoring officer" });
    council.monitoring.done(&format!("/desk/papers/{paper}/restrict"), restriction).await;
}

#[tokio::test]
async fn what_changed_since_the_last_visit_is_told_once() {
    let mut council = Council::on(date(2026, 4, 1), "nobody@").await;
    let member = seated(&council, "Ash", Role::Member).await;
    let april = meeting(&council, "Housing Scrutiny Committee", date(2026, 4, 14)).await;
    let june = meeting(&council, "Housing Scrutiny Committee", date(2026, 6, 9)).await;
    let elsewhere = meeting(&council, "Planning Committee", date(2026, 4, 15)).await;
    let first = member.get("/members.json").await.json();
    assert_eq!(first["news"], json!({ "since": null, "lines": [] }));
    assert_eq!(first["meetings"].as_array().expect("meetings").len(), 2, "no meeting of another body");

    council.day(date(2026, 4, 2)).await;
    for (held, title) in [(april, "Damp in flats"), (elsewhere, "A new road")] {
        item(&council, held, title).await;
        let published = council.clerk.publish(held, &[], "Agenda published").await;
        assert_eq!(published.status, 200, "{}", published.body);
    }
    council.clerk.done(&format!("/desk/meetings/{june}/cancel"), json!({ "why": "There is no business" })).await;
    council.day(date(2026, 4, 3)).await;
    let member = again(&council, &member, "third").await;
    let wanted = [
        "Housing Scrutiny Committee, 9 June 2026: Cancelled. There is no business",
        "Housing Scrutiny Committee, 14 April 2026: The agenda was published with 1 items.",
    ];
    for look in ["at first", "while they read"] {
        let room = member.get("/members.json").await.json();
        assert_eq!(lines(&room), wanted, "{look}");
        assert!(room["news"]["since"].as_str().is_some_and(|since| since.starts_with("2026-04-01")), "{}", room["news"]);
        assert_eq!(room["meetings"][1]["standing"], "cancelled");
    }
    let page = member.get("/members").await.body;
    assert!(page.contains("You were here last on 1 April 2026") && page.contains("There is no business"), "{page}");

    council.day(date(2026, 4, 4)).await;
    let member = again(&council, &member, "fourth").await;
    let room = member.get("/members.json").await.json();
    assert_eq!((lines(&room).len(), room["news"]["since"].as_str().map(|s| &s[..10])), (0, Some("2026-04-03")));
}

#[tokio::test]
async fn restricted_papers_are_read_by_those_who_may_and_kept_where_the_council_allows() {
    let council = Council::on(date(2026, 4, 1), "nobody@").await;
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let admin = Officer::new(&council.site, &act, "admin", "A. Min", Role::Administrator).await;
    let member = seated(&council, "Ash", Role::Member).await;
    let coopted = seated(&council, "Birch", Role::CoOptedMember).await;
    let held = meeting(&council, "Housing Scrutiny Committee", date(2026, 4, 14)).await;
    let damp = item(&council, held, "Damp in flats").await;
    council.clerk.paper(damp, "Report of the director", "", "report.pdf", &pdf(&["Summary", "Options"])).await;
    let terms = council.clerk.paper(damp, "Terms of the builder", "", "terms.txt", b"Nine hundred pounds.").await;
    let advice = council.clerk.paper(damp, "Advice on Zephyr House", "", "advice.txt", b"Counsel advises.").await;
    restrict(&council, terms, "3").await;
    restrict(&council, advice, "5").await;
    let published = council.clerk.publish(held, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);

    let address = format!("/members/meetings/{held}");
    let papers = async |who: &Officer, query: &str| {
        let room = who.get(&format!("{address}.json{query}")).await.json();
        let of = |p: &Value| (p["title"].as_str().unwrap_or("").to_string(), p["offline"] == true);
        let shown: Vec<(String, bool)> = room["items"][0]["papers"].as_array().expect("papers").iter().map(of).collect();
        (shown, room)
    };
    let report = ("Report of the director".to_string(), true);
    let (shown, room) = papers(&member, "").await;
    assert_eq!(shown, [report.clone(), ("Terms of the builder".into(), false)]);
    assert_eq!((room["kept"]["files"].as_array().expect("files").len(), &room["kept"]["left_out"]), (1, &json!(1)));
    assert_eq!(room["items"][0]["papers"][0]["references"], json!([{ "supplement": null, "pages": "1 to 2" }]));
    assert_eq!(papers(&coopted, "").await.0, std::slice::from_ref(&report));
    assert!(!room.to_string().contains("Zephyr"));
    // The copy for a device does not even name what it may not keep.
    let (copy, whole) = papers(&member, "?kept=yes").await;
    assert!(copy == [report.clone()] && !whole.to_string().contains("builder") && whole["items"][0]["left_out"] == 1, "{whole}");
    assert!(!member.get(&format!("{address}?kept=yes")).await.body.contains("builder"));

    // Opening it is written down, in the room as at the desk.
    let file = format!("/members/papers/{terms}/versions/1/file");
    assert_eq!((member.get(&file).await.status, coopted.get(&file).await.status), (200, 404));
    let log = council.monitoring.get(&format!("/desk/access-log.json?paper={terms}")).await.body;
    assert!(log.contains("Councillor Ash") && log.contains("refused"), "{log}");

    // Nobody but the administrator says that devices keep them, and the page says since when.
    let answer = json!({ "allowed": "yes" });
    assert_eq!(council.clerk.post("/desk/settings/restricted-offline", &answer).await.status, 403);
    admin.done("/desk/settings/restricted-offline", answer).await;
    assert!(admin.get("/desk/settings").await.body.contains("set on 1 April 2026"));
    let (copy, whole) = papers(&member, "?kept=yes").await;
    assert_eq!(copy, [report, ("Terms of the builder".into(), true)]);
    assert_eq!(whole["kept"]["files"].as_array().expect("files").len(), 2);
    assert!(!whole.to_string().contains("Zephyr"), "who may not read it keeps nothing of it");
    for private in [address.as_str(), "/members/offline", "/members/worker.js", "/members/app.webmanifest"] {
        let headers: Vec<(&str, String)> = member.says.clone();
        let came = council.site.raw(private, &headers).await;
        assert_eq!((came.status().as_u16(), came.headers()["cache-control"].to_str().expect("text")), (200, "no-store"), "{private}");
    }
}

#[tokio::test]
async fn a_note_is_read_by_nobody_else_and_survives_a_supplement() {
    let mut council = Council::on(date(2026, 4, 1), "nobody@").await;
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let admin = Officer::new(&council.site, &act, "admin", "A. Min", Role::Administrator).await;
    let auditor = Officer::new(&council.site, &act, "auditor", "A. Udit", Role::Auditor).await;
    let (member, other) = (seated(&council, "Ash", Role::Member).await, seated(&council, "Birch", Role::Member).await);
    let held = meeting(&council, "Housing Scrutiny Committee", date(2026, 4, 14)).await;
    let damp = item(&council, held, "Damp in flats").await;
    let appendix = council.clerk.paper(damp, "Appendix A", "", "appendix.pdf", &pdf(&["Forty are damp", "Nine hundred pounds"])).await;
    let write = format!("/members/meetings/{held}/note");
    let unpaged = member.post(&write, &json!({ "page": "2", "words": "Ask" })).await;
    assert!(unpaged.status == 422 && unpaged.body.contains("no page numbers yet"), "{}", unpaged.body);
    assert_eq!(council.clerk.publish(held, &[], "Agenda published").await.status, 200);

    let words = "Ask why quillwort costs so much";
    let beyond = member.post(&write, &json!({ "page": "2A", "words": words })).await;
    assert!(beyond.status == 422 && beyond.body.contains("There is no page 2A"), "{}", beyond.body);
    let note = member.done(&write, json!({ "page": "2", "words": words })).await["note"].as_i64().expect("a note");
    member.done(&write, json!({ "item": damp.to_string(), "words": "Bring the quillwort" })).await;
    let own = async |who: &Officer| who.get(&format!("/members/meetings/{held}.json")).await.json()["items"][0]["notes"].clone();
    let (page, newer) = (own(&member).await[0]["page"].clone(), own(&member).await[0]["newer"].clone());
    assert_eq!((page, newer, own(&member).await.as_array().map(Vec::len)), (json!("2"), Value::Null, Some(2)));
    for stranger in [&other, &admin, &auditor, &council.clerk, &council.monitoring] {
        assert_eq!(own(stranger).await, json!([]));
        for address in [format!("/members/notes/{note}/change"), format!("/members/notes/{note}/remove")] {
            assert_eq!(stranger.get(&address).await.status, 404, "{address}");
            assert!(matches!(stranger.post(&address, &json!({ "words": "Mine" })).await.status, 403 | 404), "{address}");
        }
        for address in
            [format!("/members/meetings/{held}"), "/members.json".into(), "/desk/access-log".into(), format!("/desk/items/{damp}")]
        {
            assert!(!stranger.get(&address).await.body.contains("quillwort"), "{address}");
        }
    }
    let journal = council.site.desk().journal_after(0, 100_000).await.expect("entries");
    assert!(!format!("{journal:?}").contains("quillwort"), "the journal has no word of a note");

    // A corrected appendix comes as a supplement: the note stays where it was, and says where to look.
    council.day(date(2026, 4, 13)).await;
    let member = again(&council, &member, "later").await;
    let second = pdf(&["Fifty are damp", "Eleven hundred pounds", "Corrected"]);
    let came =
        council.clerk.upload(&format!("/desk/papers/{appendix}/add-version"), &[("purpose", "whole")], "appendix.pdf", &second).await;
    assert_eq!(came.status, 303, "{}", came.body);
    let made = json!({ "papers": [appendix.to_string()], "why": "The appendix had wrong figures" });
    council.clerk.done(&format!("/desk/meetings/{held}/supplement"), made).await;
    assert_eq!(council.clerk.publish(held, &[], "Supplement 1").await.status, 200);
    let notes = own(&member).await;
    assert_eq!(notes[0]["newer"], "Page 2 stays page 2. A newer version of this paper is in Supplement 1: 2A to 2C.");
    assert_eq!((&notes[0]["page"], &notes[0]["words"], &notes[1]["newer"]), (&json!("2"), &json!(words), &Value::Null));
    member.done(&write, json!({ "page": "2b", "words": "This is right" })).await;
    assert_eq!((&own(&member).await[2]["page"], &own(&member).await[2]["newer"]), (&json!("2B"), &Value::Null));

    // Two windows change it: the second is told. Then it goes for good.
    let change = format!("/members/notes/{note}/change");
    member.done(&change, json!({ "words": "Settled", "revision": "1" })).await;
    let late = member.post(&change, &json!({ "words": "Not settled", "revision": "1" })).await;
    assert!(late.status == 422 && late.body.contains("Somebody changed this record"), "{}", late.body);
    member.done(&format!("/members/notes/{note}/remove"), json!({ "revision": "2" })).await;
    assert_eq!((own(&member).await.as_array().map(Vec::len), member.get(&change).await.status), (Some(2), 404));
}
