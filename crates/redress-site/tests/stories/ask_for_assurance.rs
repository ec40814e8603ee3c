//! The chair of a scrutiny committee asks a director for a statement of assurance on two upheld cases: request, answer, days and
//! paper end up in the agenda, and no word of it went by e-mail.

use jiff::civil::date;
use redress::reader::Role;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use crate::build_an_agenda::meeting;
use crate::members_told::{Council, member};
use crate::officer::Officer;
use crate::publish_a_case::publish;
use crate::two_supplements::letters;

const ASKED: &str = "Is what went wrong with damp put right for good?";
const ANSWER: &str = "Both improvements are made and were checked in February.";

/// A published case with one improvement.
async fn upheld(council: &Council, reference: &str) -> i64 {
    let new = json!({ "reference": reference, "kind": "statement", "dated": "2025-11-03", "received": "2025-11-03", "embargo": "none",
        "subject": "Damp", "services": "Housing repairs", "found": "upheld" });
    let made = council.link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let asked = json!({ "number": "1", "nature": "service_improvement", "kinds": ["training"], "words": "Train surveyors to find rising damp.", "rule": "three_months" });
    council.link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), asked).await;
    let came = publish(&council.clerk, case, "The findings are public").await;
    assert_eq!(came.status, 200, "{}", came.body);
    case
}

/// An account of the member whom the record calls so.
async fn account(council: &Council, number: usize, name: &str) -> Officer {
    let (desk, act) = (council.site.desk(), Act { who: "story", at: council.clock.now().timestamp() });
    let full_name = format!("Councillor {number:02} Sample");
    let of = desk.member_named(&full_name).await.expect("a store").expect("a member");
    let email = format!("{name}@thornmere.example");
    let new = NewAccount { name, full_name: &full_name, email: Some(&email), kind: Kind::Person, member: Some(of) };
    let id = desk.open_account(&act, new).await.expect("a store").expect("a free name");
    let post = desk.make_post(&act, Role::Member.words(), Role::Member, None).await.expect("a post");
    desk.appoint(&act, post, id, Days { from: date(2025, 5, 6), until: None }).await.expect("appointed");
    Officer::of(&council.site, &act, id, name).await
}

/// The letter to somebody that has these words, among those about other things.
async fn letter(council: &Council, to: &str, words: &str) -> String {
    for so_many in 1..10 {
        let all = letters(council, to, so_many).await;
        if let Some(found) = all.into_iter().find(|letter| letter.contains(words)) {
            return found;
        }
    }
    panic!("nobody told {to} of {words}");
}

/// The value of an offered choice with these words.
fn offered(form: &Value, field: &str, words: &str) -> String {
    let all = form["offered"][field].as_array().expect("choices");
    let found = all.iter().find(|choice| choice[1].as_str().is_some_and(|w| w.contains(words)));
    found.unwrap_or_else(|| panic!("{words} in {form}"))[0].as_str().expect("a value").into()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chair_is_given_assurance_before_the_meeting() {
    let mut council = Council::on(date(2026, 3, 2), "nobody@").await;
    council.members(vec![member(1), member(2)]).await;
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let mut director = Officer::new(&council.site, &act, "director", "Dora Irons", Role::ServiceDirector).await;
    let other = Officer::new(&council.site, &act, "author", "Una Author", Role::ReportAuthor).await;
    let (mut chair, mut second) = (account(&council, 1, "chair").await, account(&council, 2, "second").await);
    let held = meeting(&council, "Housing Scrutiny Committee", date(2026, 4, 14)).await;
    let body = council.site.desk().planned_meeting(held).await.expect("a store").expect("a meeting").body_id;
    for (number, capacity) in [(1, "chair"), (2, "member")] {
        let of = council.site.desk().member_named(&format!("Councillor {number:02} Sample")).await.expect("a store").expect("a member");
        let seat = json!({ "member": of.to_string(), "capacity": capacity, "from": "2025-05-20" });
        council.clerk.done(&format!("/desk/bodies/{body}/seat"), seat).await;
    }
    upheld(&council, "25 900 071").await;
    upheld(&council, "25 900 072").await;

    // Who may ask for what, and about what.
    let form = chair.get("/members/ask.json").await.json();
    let post = offered(&form, "post", Role::ServiceDirector.words());
    let ask = |kind: &str, cases: &str| json!({ "kind": kind, "cases": cases, "post": post, "words": ASKED });
    let both = "25 900 071, 25 900 072";
    let refused = second.post("/members/ask", &ask("assurance", both)).await;
    assert!(refused.status == 422 && refused.body.contains("Only the chair or vice-chair"), "{}", refused.body);
    let unknown = chair.post("/members/ask", &ask("assurance", "25 900 099")).await;
    assert!(unknown.status == 422 && unknown.json()["problems"][0]["field"] == "cases", "{}", unknown.body);
    let about_nothing = chair.post("/members/ask", &ask("assurance", "")).await;
    assert_eq!(about_nothing.json()["problems"][0]["field"], "cases");
    assert_eq!(director.get("/members/ask").await.status, 403);
    let made = chair.done("/members/ask", ask("assurance", both)).await;
    let question = made["question"].as_i64().expect("a question");

    // The letter says that there is something, and not what.
    let told = letter(&council, "director@thornmere.example", &format!("/desk/questions/{question}")).await;
    assert!(!told.contains("damp"), "{told}");
    let waiting = director.get("/desk/questions.json?whose=mine&state=waiting").await.json();
    assert_eq!((&waiting["total"], &waiting["questions"][0]["words"]), (&json!(1), &json!(ASKED)));
    assert_eq!(other.get("/desk/questions.json?whose=mine").await.json()["total"], 0);
    for address in [format!("/members/questions/{question}"), format!("/desk/questions/{question}")] {
        assert!(matches!(second.get(&address).await.status, 403 | 404), "{address}");
    }

    // Assurance is the director's own to give, once.
    let address = format!("/desk/questions/{question}/answer");
    let stranger = council.clerk.post(&address, &json!({ "words": ANSWER })).await;
    assert!(stranger.status == 422 && stranger.body.contains("only who holds or covers that post"), "{}", stranger.body);
    let early = council.clerk.post(&format!("/desk/questions/{question}/agenda"), &json!({ "item": "1" })).await;
    assert_eq!(early.status, 422, "{}", early.body);
    council.day(date(2026, 3, 9)).await;
    // A session does not last for days.
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    for (officer, seed) in [(&mut director, "director again"), (&mut chair, "chair again"), (&mut second, "second again")] {
        *officer = Officer::of(&council.site, &act, officer.account, seed).await;
    }
    let answered =
        director.upload(&address, &[("words", ANSWER), ("title", "Audit of repairs")], "audit.txt", b"Forty homes were looked at.").await;
    assert_eq!(answered.status, 303, "{}", answered.body);
    let again = director.post(&address, &json!({ "words": "Something else." })).await;
    assert!(again.status == 422 && again.body.contains("Dora Irons answered it already"), "{}", again.body);
    let told = letter(&council, "chair@thornmere.example", &format!("/members/questions/{question}")).await;
    assert!(!told.contains("February"), "{told}");
    let read = chair.get(&format!("/members/questions/{question}.json")).await.json();
    assert_eq!((&read["answer"]["words"], &read["paper_title"]), (&json!(ANSWER), &json!("Audit of repairs")));
    assert_eq!(read["cases"], json!([[1, "25 900 071"], [2, "25 900 072"]]));
    let paper = read["answer"]["working_paper_id"].as_i64().expect("a paper");
    assert_eq!(chair.get(&format!("/desk/papers/{paper}")).await.status, 200);
    assert_eq!(second.get(&format!("/desk/papers/{paper}")).await.status, 404);

    // Request, answer and paper go before the meeting, and are published as any paper is.
    let made = council.clerk.done(&format!("/desk/meetings/{held}/add-item"), json!({ "title": "Assurance on damp" })).await;
    let item = made["item"].as_i64().expect("an item");
    let put = format!("/desk/questions/{question}/agenda");
    let preview = council.clerk.page_of(&put, &format!("item={item}")).await;
    assert!(preview.contains(ASKED) && preview.contains(ANSWER) && preview.contains("2 March 2026"), "{preview}");
    council.clerk.done(&put, json!({ "item": item.to_string() })).await;
    assert_eq!(council.clerk.post(&put, &json!({ "item": item.to_string() })).await.status, 422);
    let page = council.clerk.get(&format!("/desk/items/{item}.json")).await.json();
    let titles: Vec<&str> = page["papers"].as_array().expect("papers").iter().filter_map(|p| p["title"].as_str()).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(titles.contains(&"Audit of repairs") && titles.contains(&"Statement of assurance on cases 25 900 071, 25 900 072"));
    let published = council.clerk.publish(held, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let room = second.get(&format!("/members/meetings/{held}.json")).await.json();
    let papers = room["items"][0]["papers"].as_array().expect("papers");
    let statement = papers.iter().find(|p| p["title"].as_str().is_some_and(|t| t.starts_with("Statement"))).expect("the statement");
    let file = second.get(statement["file"].as_str().expect("a file")).await;
    for said in [ASKED, ANSWER, "2 March 2026", "9 March 2026", "Councillor 01 Sample", "Dora Irons", "Audit of repairs"] {
        assert!(file.body.contains(said), "{said}: {}", file.body);
    }
    assert!(council.site.words("/meetings/2026-04-14-housing-scrutiny-committee/items/1").await.contains("Statement of assurance"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_embargo_covers_is_asked_and_answered_by_those_inside() {
    let council = Council::on(date(2026, 3, 2), "nobody@").await;
    council.members(vec![member(1)]).await;
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let director = Officer::new(&council.site, &act, "director", "Dora Irons", Role::ServiceDirector).await;
    let asker = account(&council, 1, "asker").await;
    upheld(&council, "25 900 071").await;
    let form = asker.get("/members/ask.json").await.json();
    let post = offered(&form, "post", Role::ServiceDirector.words());
    let ask = json!({ "kind": "question", "cases": "25 900 071", "post": post, "words": ASKED });
    let question = asker.done("/members/ask", ask.clone()).await["question"].as_i64().expect("a question");
    let (desk_address, own) = (format!("/desk/questions/{question}"), format!("/members/questions/{question}"));
    assert_eq!((director.get(&desk_address).await.status, asker.get(&own).await.status), (200, 200));

    // A report comes in confidence: the question is closed to those outside, and nobody outside asks about it.
    let further = json!({ "reference": "25 900 071", "kind": "report", "dated": "2026-03-02", "received": "2026-03-02",
        "subject": "Damp again", "services": "Housing repairs", "embargo": "event", "found": "upheld" });
    let came = council.link.post("/desk/cases/register", &further).await;
    assert_eq!(came.status, 200, "{}", came.body);
    assert_eq!((director.get(&desk_address).await.status, asker.get(&own).await.status), (404, 404));
    assert_eq!(director.post(&format!("{desk_address}/answer"), &json!({ "words": ANSWER })).await.status, 404);
    assert_eq!(director.get("/desk/questions.json").await.json()["total"], 0);
    assert_eq!(asker.get("/members/questions.json").await.json()["total"], 0);
    assert_eq!(asker.post("/members/ask", &ask).await.status, 422);
    assert_eq!(council.monitoring.get(&desk_address).await.status, 200, "the monitoring officer reads it");
    let stranger = council.monitoring.post(&format!("{desk_address}/answer"), &json!({ "words": ANSWER })).await;
    assert!(stranger.status == 422 && stranger.body.contains("who holds or covers that post answers"), "{}", stranger.body);
}
