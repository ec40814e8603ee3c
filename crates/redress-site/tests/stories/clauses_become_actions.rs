//! The clauses of a decision become actions with a post, a date that never changes and progress that is only added to; the public
//! reads how each stands, and nothing of a remedy for a person.

use jiff::civil::date;
use redress::reader::Role;
use redress_store::desk::account::post::Days;
use serde_json::{Value, json};

use super::officer::Officer;
use super::travelling::{Town, refused, words};

const DECIDED: &str = "a) asks the Director of Homes to inspect every home and report to the Homes Scrutiny Committee\nb) asks the Director of Buses to run a bus\nc) notes the report";

async fn on(t: &Town, officer: &Officer) -> Officer {
    Officer::of(&t.site, &t.act(), officer.account, &format!("{} {}", officer.account, t.clock.today())).await
}

async fn action(officer: &Officer, id: i64) -> Value {
    officer.get(&format!("/desk/actions/{id}.json")).await.json()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clause_becomes_an_action_that_is_followed_to_its_end() {
    let t = Town::new(date(2026, 2, 2)).await;
    let desk = t.site.desk();
    let (executive, homes) = (t.body("Executive").await, t.body("Homes Scrutiny Committee").await);
    let mut posts = Vec::new();
    for (title, account) in [("Director of Homes", t.chief.account), ("Director of Schools", t.link.account)] {
        let post = desk.make_post(&t.act(), title, Role::ServiceDirector, None).await.expect("a post");
        desk.appoint(&t.act(), post, account, Days { from: date(2020, 1, 1), until: None }).await.expect("appointed");
        posts.push(post);
    }
    let meeting = t.meeting(executive, "2026-01-28").await;
    let item = t.item(meeting, "7", "Inspection of homes").await;
    let address = format!("/desk/items/{item}/actions");
    let new = json!({ "origin": "clause", "clause": "(a)", "words": "Inspect every home.", "owner": "Director of Homes", "due": "2026-04-30",
        "reports_to": ["Homes Scrutiny Committee"] });
    refused(&t.clerk, &address, new.clone(), "").await;
    t.decided(item, words(DECIDED)).await;

    // Each clause is offered with the post and the body that it names; the one that names no post says so.
    let form = t.clerk.get(&format!("{address}.json?clause=(a)")).await.json();
    assert_eq!(form["given"]["owner"][0], "Director of Homes");
    assert_eq!(form["given"]["reports_to"][0], "Homes Scrutiny Committee");
    assert_eq!(form["offered"]["clause"].as_array().map(Vec::len), Some(3));
    assert!(t.clerk.get(&address).await.body.contains("It names no post of the council"));
    let mut buses = new.clone();
    buses["clause"] = json!("(b)");
    buses["owner"] = json!("Director of Buses");
    refused(&t.clerk, &address, buses, "owner").await;
    one_post_by_two_names(&t, &address, &posts).await;
    let mut early = new.clone();
    early["due"] = json!("2026-01-27");
    refused(&t.clerk, &address, early, "due").await;
    assert_eq!(t.chief.post(&address, &new).await.status, 403);
    let id = t.clerk.done(&address, new).await["action"].as_i64().expect("an action");
    assert!(t.clerk.get(&address).await.body.contains("An action is made of it"));
    assert!(t.clerk.get(&format!("/desk/items/{item}")).await.body.contains("Inspect every home."));

    // The owner says how it goes; the day that is expected stands beside the original one.
    let to = |what: &str| format!("/desk/actions/{id}/{what}");
    let going = json!({ "how": "not", "words": "The surveyor left.", "expected": "2026-06-30", "public": ["yes"], "revision": 1 });
    t.chief.done(&to("progress"), going.clone()).await;
    refused(&t.chief, &to("progress"), going, "").await;
    let named = json!({ "how": "going", "words": "Mrs Jane Okonkwo of 4 Mill Lane was visited.", "public": ["yes"], "revision": 2 });
    refused(&t.chief, &to("progress"), named, "words").await;
    let forged = json!({ "how": "going", "words": "It goes well now.", "original": "2027-01-01", "revision": 2 });
    assert_eq!(t.chief.post(&to("progress"), &forged).await.status, 422, "no form changes the original date");
    t.clock.set(date(2026, 5, 4));
    let (clerk, chief) = (on(&t, &t.clerk).await, on(&t, &t.chief).await);
    let page = action(&clerk, id).await;
    assert_eq!((&page["original"], &page["expected"], &page["days_late"]), (&json!("2026-04-30"), &json!("2026-06-30"), &json!(4)));
    assert_eq!(page["status"]["status"], "overdue");
    clerk
        .done(
            &to("more-time"),
            json!({ "to": "2026-06-30", "given_by": "Executive", "why": "The surveyor left the council.", "revision": 2 }),
        )
        .await;
    let page = action(&clerk, id).await;
    assert_eq!((&page["original"], &page["days_late"]), (&json!("2026-04-30"), &json!(4)), "more time hides no lateness");
    let mine = chief.get("/desk.json").await.json();
    let line = mine["owed"].as_array().expect("a list").iter().find(|l| l["sort"] == "action").cloned().expect("the owner owes it");
    assert_eq!((&line["on"], &line["original"], &line["late"]), (&json!("2026-06-30"), &json!("2026-04-30"), &json!(4)));

    // Another post takes it, and is told what is still to be done.
    refused(
        &clerk,
        &to("hand-over"),
        json!({ "to": "Director of Homes", "why": "The service moved.", "open": "Two homes", "revision": 3 }),
        "to",
    )
    .await;
    clerk
        .done(
            &to("hand-over"),
            json!({ "to": "Director of Schools", "why": "The service moved.", "open": "Two homes are left.", "revision": 3 }),
        )
        .await;
    assert!(!chief.get("/desk.json").await.json()["owed"].as_array().expect("a list").iter().any(|l| l["sort"] == "action"));
    let found = async |query: &str| clerk.get(&format!("/desk/actions.json?{query}")).await.json()["total"].as_i64().unwrap_or(-1);
    assert_eq!(
        [found("state=late").await, found("state=done").await, found("origin=clause").await, found(&format!("body={homes}")).await],
        [1, 0, 1, 0]
    );
    assert!(clerk.get("/desk/actions?state=nonsense").await.body.contains("Choose how it stands from the list"));

    published(&t, &clerk, meeting, id).await;
    ended(&t, &clerk, executive, id).await;
}

/// A post that a clause calls by another name is that post, and no name leads to two.
async fn one_post_by_two_names(t: &Town, address: &str, posts: &[i64]) {
    let keep =
        async |post: usize, name: &str| t.site.desk().keep_post_aliases(posts[post], &[name.to_string()], &t.act()).await.expect("a store");
    assert_eq!(keep(0, "Director of Buses").await, Ok(()));
    let form = t.clerk.get(&format!("{address}.json?clause=(b)")).await.json();
    assert_eq!(form["given"]["owner"], json!(["Director of Homes"]));
    assert_eq!(keep(1, "director of buses").await, Err("director of buses".into()));
    assert_eq!(keep(1, "Director of Homes").await, Err("Director of Homes".into()));
    let verified = t.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

/// The public reads the action once its decision is public: with the original date, and without what officers tell each other.
async fn published(t: &Town, clerk: &Officer, meeting: i64, id: i64) {
    let came = t.clerk.get("/desk/actions/publish").await;
    assert!(came.status != 200 || !came.body.contains("Inspect every home."), "nothing before the decision is public");
    let came = clerk.publish(meeting, &[], "The decisions of the meeting").await;
    assert_eq!(came.status, 200, "{}", came.body);
    let form = clerk.get("/desk/actions/publish.json").await.json();
    let new = json!({ "actions": [id.to_string()], "reason": "The decision is public", "previewed": form["given"]["previewed"][0] });
    let mut stale = new.clone();
    stale["previewed"] = json!("0000");
    refused(clerk, "/desk/actions/publish", stale, "reason").await;
    clerk.done("/desk/actions/publish", new.clone()).await;
    assert_eq!(clerk.post("/desk/actions/publish", &new).await.status, 422, "nothing new");
    let list = t.site.json("/actions.json?status=late").await;
    assert_eq!(
        (&list["total"], &list["entries"][0]["original"], &list["entries"][0]["days_late"]),
        (&json!(1), &json!("2026-04-30"), &json!(4))
    );
    let page = t.site.words("/actions/2026-01-28-executive-1").await;
    for said in ["Inspect every home.", "Director of Schools", "30 April 2026", "4 days late", "The surveyor left.", "Clause (a)"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Two homes are left"), "what one officer tells another stays at the desk");
    for (address, said) in [("/actions.csv", "Inspect every home."), ("/meetings/2026-01-28-executive/items/7", "Action 1 of Executive")] {
        assert!(t.site.page(address).await.contains(said), "{address}");
    }
    assert_eq!(t.site.get("/actions?status=nonsense").await.0, 400);
}

/// It is closed with what shows it, opened again, and at last ended by a decision that is named.
async fn ended(t: &Town, clerk: &Officer, executive: i64, id: i64) {
    let to = |what: &str| format!("/desk/actions/{id}/{what}");
    let link = on(t, &t.link).await;
    refused(&link, &to("close"), json!({ "on": "2026-05-02", "evidence": "", "revision": 4 }), "evidence").await;
    let done = json!({ "on": "2026-05-02", "evidence": "The report of inspections of 2 May 2026", "revision": 4 });
    for day in ["2026-01-27", "2026-05-05"] {
        let mut wrong = done.clone();
        wrong["on"] = json!(day);
        refused(&link, &to("close"), wrong, "on").await;
    }
    link.done(&to("close"), done).await;
    let page = action(clerk, id).await;
    let late = (&page["status"]["status"], &page["status"]["past_original"]);
    assert_eq!(late, (&json!("done"), &json!(2)), "late to the day on which it was done, not to the day on which it was recorded: {page}");
    let came = link.post(&to("progress"), &json!({ "how": "going", "words": "All is well.", "revision": 5 })).await;
    assert!(came.status == 422 && came.body.contains("The action is closed"), "{}", came.body);
    clerk.done(&to("reopen"), json!({ "why": "Two homes were not visited.", "revision": 5 })).await;
    let came = clerk.post(&to("stop"), &json!({ "decision": "1", "revision": 6 })).await;
    assert!(came.status == 422 && came.body.contains("No later decision is on record"), "{}", came.body);
    let later = t.meeting(executive, "2026-05-01").await;
    let item = t.item(later, "3", "Homes that were sold").await;
    t.decided(item, words("The inspection of homes ends.")).await;
    let form = clerk.get(&format!("{}.json", to("stop"))).await.json();
    let decision = form["offered"]["decision"][0][0].as_str().expect("a decision").to_string();
    clerk.done(&to("stop"), json!({ "decision": decision, "revision": 6 })).await;
    let page = action(clerk, id).await;
    assert_eq!(page["status"]["status"], "stopped");
    let recorded = page["action"]["entries"].as_array().expect("entries").len();
    assert_eq!(recorded, 6, "nothing that was recorded is gone: {page}");
    assert_eq!(page["original"], "2026-04-30");
    withdrawn(t, clerk).await;
}

/// A decision that is withdrawn takes its actions with it: their words are its clauses.
async fn withdrawn(t: &Town, clerk: &Officer) {
    let item = t.site.json("/meetings/2026-01-28-executive/items/7.json").await;
    let number = item["item"]["decision_number"].as_u64().or(item["decision_number"].as_u64()).expect("a number");
    let gone = json!({ "kind": "decision", "key": number.to_string(), "class": "published in error", "reason": "The text was a draft" });
    clerk.done("/desk/withdraw", gone).await;
    assert_eq!(t.site.get("/actions/2026-01-28-executive-1").await.0, 410);
    assert_eq!(t.site.json("/actions.json").await["total"], 0);
    assert!(!t.site.page("/actions.csv").await.contains("Inspect every home."));
    let form = clerk.get("/desk/actions/publish.json").await.json();
    assert!(form["offered"]["actions"].is_null(), "and none goes out again: {form}");
}
