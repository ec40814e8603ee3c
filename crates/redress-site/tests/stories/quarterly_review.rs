//! A council decides to review its action plan every three months. Each review is an item of the first meeting on or after its
//! day, a cancelled meeting moves it in sight, and nothing but a decision ends it.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::date;
use redress::reader::Role;
use redress_site::desk::DeskSite;
use redress_site::desk::recurring::job;
use redress_store::desk::account::post::Days;
use redress_store::desk::work::minute::WrittenMinute;
use serde_json::{Value, json};

use super::officer::Officer;
use super::travelling::{Town, refused, words};
use super::two_years_of_reminders::{column, node_of};

const MEETINGS: [&str; 8] =
    ["2025-02-26", "2025-05-07", "2025-06-04", "2025-07-02", "2025-09-03", "2025-10-01", "2025-12-03", "2026-03-04"];
const DECIDED: &str = "1. Accept the findings of the report.\n2. Approve the action plan.\n3. Review the action plan every three months.";

struct Review {
    town: Town,
    nodes: (DeskSite, DeskSite),
    meetings: Vec<i64>,
    paper: i64,
    id: i64,
}

/// The decision of 26 February 2025, and what it set.
async fn begun() -> Review {
    let town = Town::new(date(2025, 2, 27)).await;
    let desk = town.site.desk();
    let body = town.body("Executive").await;
    let mut meetings = Vec::new();
    for on in MEETINGS {
        meetings.push(town.meeting(body, on).await);
    }
    let days = Days { from: date(2020, 1, 1), until: None };
    let director = desk.make_post(&town.act(), "Director of Children's Services", Role::ServiceDirector, None).await.expect("a post");
    desk.appoint(&town.act(), director, town.chief.account, days).await.expect("appointed");
    let leader = desk.make_post(&town.act(), "Leader's office", Role::ReportAuthor, None).await.expect("a post");
    desk.appoint(&town.act(), leader, town.link.account, days).await.expect("appointed");
    let item = town.item(meetings[0], "61", "Education of children who cannot attend school").await;
    let paper = town.clerk.paper(item, "Action plan", "Action plan", "plan.txt", b"Version one of the plan.").await;
    let set = format!("/desk/items/{item}/recurrence");
    let new = json!({ "what": "Review of the action plan", "body": body, "cycle": "every", "interval": "3 months",
        "owner": "Director of Children's Services", "told": ["Leader's office"], "plan": paper, "shares": ["yes"] });
    refused(&town.clerk, &set, new.clone(), "").await;
    town.decided(item, words(DECIDED)).await;
    let mut nonsense = new.clone();
    nonsense["interval"] = json!("whenever");
    refused(&town.clerk, &set, nonsense, "interval").await;
    let mut nobody = new.clone();
    nobody["owner"] = json!("Director of Buses");
    refused(&town.clerk, &set, nobody, "owner").await;
    assert_eq!(town.link.post(&set, &new).await.status, 403, "the clerks and the monitoring officer keep what was decided");
    let checked = town
        .clerk
        .page_of(
            &set,
            &format!("what=Review+of+the+action+plan&body={body}&cycle=every&interval=3+months&owner=Director+of+Children%27s+Services"),
        )
        .await;
    assert!(checked.contains("Due Monday 26 May 2025: at the meeting of Wednesday 4 June 2025, 9 days after its day"), "{checked}");
    let made = town.clerk.done(&set, new).await;
    assert_eq!(made["items"], 4);
    let id = made["recurrence"].as_i64().expect("a recurrence");
    let nodes = (node_of(&town.world, &town.clock).await, node_of(&town.world, &town.clock).await);
    Review { town, nodes, meetings, paper, id }
}

impl Review {
    fn address(&self) -> String {
        format!("/desk/recurrences/{}", self.id)
    }

    /// One round on each of two nodes at once.
    async fn rounds(&self) -> usize {
        let (one, other) = tokio::join!(job::run(&self.nodes.0), job::run(&self.nodes.1));
        let (one, other) = (one.expect("a round"), other.expect("a round"));
        one.made + one.moved + one.told + other.made + other.moved + other.told
    }

    async fn on(&self, officer: &Officer) -> Officer {
        // Each session needs a token of its own.
        static SESSIONS: AtomicUsize = AtomicUsize::new(0);
        let seed = format!("{} {}", officer.account, SESSIONS.fetch_add(1, Ordering::Relaxed));
        Officer::of(&self.town.site, &self.town.act(), officer.account, &seed).await
    }

    async fn page(&self) -> Value {
        self.on(&self.town.clerk).await.get(&format!("{}.json", self.address())).await.json()
    }

    async fn letters(&self, whom: &str) -> Vec<String> {
        let about = format!("recurrence {}", self.id);
        column(
            &self.town.world,
            &format!("select body from outbox where to_address = '{whom}@thornmere.example' and about = '{about}' order by id"),
        )
        .await
    }

    /// The meeting considered it: the draft of its minute is not enough.
    async fn minuted(&self, at: usize) {
        let desk = self.town.site.desk();
        for item in desk.planned_items(self.meetings[at]).await.expect("items") {
            let minute = WrittenMinute { public_words: "The plan was reviewed.".into(), ..WrittenMinute::default() };
            assert!(desk.write_minute(item.id, &minute, &self.town.act()).await.is_ok());
            // A draft shows nothing; the decision on record does.
            assert!(placed(&self.page().await).iter().any(|t| t.1 == "not_taken"));
            self.town.decided(item.id, words("The review is noted.")).await;
        }
    }

    async fn owed(&self, officer: &Officer) -> Vec<String> {
        let came = self.on(officer).await.get("/desk.json?whose=all").await.json();
        came["owed"].as_array().expect("a list").iter().filter_map(|l| l["title"].as_str().map(String::from)).collect()
    }
}

fn placed(page: &Value) -> Vec<(String, String, String)> {
    let text = |v: &Value| v.as_str().unwrap_or("").to_string();
    let one = |t: &Value| {
        let day = ["meeting", "to", "on"].into_iter().find_map(|name| t[name].as_str()).unwrap_or("").to_string();
        (text(&t["due"]), text(&t["placed"]), day)
    };
    page["times"].as_array().expect("times").iter().map(one).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quarterly_review_makes_items_is_moved_in_sight_and_ends_by_a_decision() {
    let r = begun().await;
    let (t, desk) = (&r.town, r.town.site.desk());
    let at = |due: &str, day: &str| (due.to_string(), "at".to_string(), day.to_string());
    let page = r.page().await;
    let four =
        [at("2025-05-26", "2025-06-04"), at("2025-08-26", "2025-09-03"), at("2025-11-26", "2025-12-03"), at("2026-02-26", "2026-03-04")];
    assert_eq!(placed(&page), four);
    assert_eq!(page["times"].as_array().expect("times").iter().map(|t| t["after"].as_i64().unwrap_or(0)).collect::<Vec<_>>(), [9, 8, 7, 6]);
    for (index, time) in [2, 4, 6, 7].into_iter().zip(page["times"].as_array().expect("times")) {
        let items = desk.planned_items(r.meetings[index]).await.expect("items");
        assert_eq!(items.iter().map(|i| i.title.as_str()).collect::<Vec<_>>(), ["Review of the action plan"]);
        assert_eq!(time["item"].as_i64(), Some(items[0].id));
        let entry = time["forward_plan_entry"].as_i64().expect("an entry of the forward plan");
        let entry = desk.forward_plan_entry(entry).await.expect("a store").expect("an entry");
        assert_eq!(entry.working.entry.when.first().to_string(), MEETINGS[index]);
    }
    assert_eq!(r.rounds().await, 0, "a second round, on two nodes, makes nothing again");
    announced(&r, &page).await;

    // The owner is told 28 days before the first, and not a day sooner.
    t.clock.set(date(2025, 5, 6));
    assert_eq!(r.rounds().await, 0);
    t.clock.set(date(2025, 5, 7));
    assert_eq!(r.rounds().await, 1, "two nodes tell it once");
    let told = r.letters("chief").await;
    assert!(
        told.len() == 1 && told[0].contains("Review of the action plan is on the agenda of Executive on Wednesday 4 June 2025"),
        "{told:?}"
    );

    // The version of the plan that was current when the agenda went out stays with it.
    t.clock.set(date(2025, 5, 27));
    let clerk = r.on(&t.clerk).await;
    let came = clerk.publish(r.meetings[2], &[], "The agenda").await;
    assert_eq!(came.status, 200, "{}", came.body);
    t.clock.move_on(60);
    let address = format!("/desk/papers/{}/add-version", r.paper);
    let came = clerk.upload(&address, &[("purpose", "whole")], "plan.txt", b"Version two of the plan.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let page = r.page().await;
    assert_eq!(
        page["times"].as_array().expect("times").iter().map(|t| t["plan_version"].as_i64()).take(4).collect::<Vec<_>>(),
        [1, 2, 2, 2].map(Some)
    );
    assert!(t.site.page("/meetings/2025-06-04-executive").await.contains("Review of the action plan"));

    // A meeting that passed is not the end of it: a minute is.
    t.clock.set(date(2025, 6, 5));
    assert_eq!(placed(&r.page().await)[0].1, "not_taken");
    assert_eq!(r.rounds().await, 0, "it is on no agenda of July");
    assert!(r.owed(&t.clerk).await.contains(&"Review of the action plan: not taken".into()));
    r.minuted(2).await;
    assert_eq!(placed(&r.page().await)[0], ("2025-05-26".into(), "considered".into(), "2025-06-04".into()));
    // The plan was promised to the Ombudsman at each review.
    assert!(r.owed(&t.link).await.contains(&"Review of the action plan: send the plan to the Ombudsman".into()));
    let share = format!("{}/share", r.address());
    let link = r.on(&t.link).await;
    refused(&link, &share, json!({ "due": "2025-05-26", "sent": "2025-06-03", "words": "Version 2, by e-mail" }), "sent").await;
    refused(&link, &share, json!({ "due": "2025-08-26", "sent": "2025-06-05", "words": "Version 2, by e-mail" }), "due").await;
    link.done(&share, json!({ "due": "2025-05-26", "sent": "2025-06-05", "words": "Version 2, by e-mail" })).await;
    assert!(!r.owed(&t.link).await.iter().any(|title| title.contains("send the plan")));
    t.clock.set(date(2025, 9, 4));
    r.minuted(4).await;

    cancelled(&r).await;
    only_a_decision_ends_it(&r).await;
}

/// A clerk completes the entries that were made and publishes them, 28 clear days and more before each meeting.
async fn announced(r: &Review, page: &Value) {
    let clerk = r.on(&r.town.clerk).await;
    for time in page["times"].as_array().expect("times") {
        let address = format!("/desk/forward-plan/{}/change", time["forward_plan_entry"]);
        let mut entry = clerk.get(&format!("{address}.json")).await.json()["given"].clone();
        // A form gives each field as a list.
        for value in entry.as_object_mut().expect("fields").values_mut() {
            *value = value[0].take();
        }
        for (name, value) in [
            ("pounds", json!(0)),
            ("significant", json!("no")),
            ("affected", json!(0)),
            ("members", json!("Councillor A. Reed")),
            ("member", json!("Councillor A. Reed")),
            ("copies_from", json!("Guildhall, Thornmere")),
            ("later_documents", json!("Write to democratic services")),
        ] {
            entry[name] = value;
        }
        clerk.done(&address, entry).await;
    }
    let address = "/desk/forward-plan/publish";
    let given = clerk.get(&format!("{address}.json")).await.json()["given"].clone();
    let new = json!({ "entries": given["entries"], "reason": "Forward plan published", "previewed": given["previewed"][0] });
    let made = clerk.done(address, new).await;
    assert_eq!(made["published"].as_array().map(Vec::len), Some(4), "{made}");
}

/// The meeting of 3 December is cancelled, then that of 4 March; a new one takes both reviews.
async fn cancelled(r: &Review) {
    let (t, desk) = (&r.town, r.town.site.desk());
    t.clock.set(date(2025, 11, 20));
    r.rounds().await;
    let clerk = r.on(&t.clerk).await;
    clerk.done(&format!("/desk/meetings/{}/cancel", r.meetings[6]), json!({ "why": "The heating of the Guildhall failed" })).await;
    assert_eq!(r.rounds().await, 1, "two nodes move it once");
    let page = r.page().await;
    assert_eq!(placed(&page)[2], ("2025-11-26".into(), "moved".into(), "2026-03-04".into()));
    assert_eq!(page["times"][2]["late"], 91);
    assert!(clerk.get(&r.address()).await.body.contains("Moved, late"));
    assert_eq!(desk.planned_items(r.meetings[7]).await.expect("items").len(), 2, "both reviews stand on the agenda of 4 March");
    let entry = page["times"][2]["forward_plan_entry"].as_i64().expect("an entry");
    let entry = desk.forward_plan_entry(entry).await.expect("a store").expect("an entry");
    assert_eq!(entry.working.entry.when.first(), date(2026, 3, 4));
    let off = desk.off_agenda(r.meetings[6]).await.expect("events");
    assert!(off.len() == 1 && off[0].0.why.contains("was cancelled"), "the old agenda says where it went");
    for whom in ["link", "chief"] {
        let told = r.letters(whom).await;
        assert!(
            told.iter()
                .any(|l| l
                    .contains("moves from the cancelled meeting of Wednesday 3 December 2025 to Wednesday 4 March 2026, 91 days later")),
            "{told:?}"
        );
    }
    // With no meeting left it is owed all the same, and said.
    clerk.done(&format!("/desk/meetings/{}/cancel", r.meetings[7]), json!({ "why": "The heating failed again" })).await;
    r.rounds().await;
    assert_eq!(placed(&r.page().await)[2].1, "no_meeting");
    assert!(r.letters("link").await.iter().any(|l| l.contains("has no meeting")));
    assert!(r.owed(&t.clerk).await.contains(&"Review of the action plan: plan a meeting".into()));
    let body = desk.bodies().await.expect("bodies")[0].0;
    let april = t.meeting(body, "2026-04-01").await;
    r.rounds().await;
    assert_eq!(desk.planned_items(april).await.expect("items").len(), 2);
    assert_eq!(placed(&r.page().await)[3], ("2026-02-26".into(), "moved".into(), "2026-04-01".into()));
}

async fn only_a_decision_ends_it(r: &Review) {
    let (t, desk) = (&r.town, r.town.site.desk());
    let (clerk, end) = (r.on(&t.clerk).await, format!("{}/end", r.address()));
    let came = clerk.post(&end, &json!({ "revision": 1 })).await;
    assert!(came.status == 422 && came.body.contains("Decision that ends it: choose one"), "{}", came.body);
    t.clock.set(date(2026, 4, 2));
    let clerk = r.on(&t.clerk).await;
    let body = desk.bodies().await.expect("bodies")[0].0;
    let april = desk.meetings_of_body(body).await.expect("meetings").into_iter().find(|m| m.on_date == "2026-04-01").expect("a meeting");
    let item = desk.planned_items(april.id).await.expect("items")[0].id;
    t.decided(item, words("The review of the action plan ends.")).await;
    let form = clerk.get(&format!("{end}.json")).await.json();
    let decision = form["offered"]["decision"][0][0].as_str().expect("a decision").to_string();
    refused(&clerk, &end, json!({ "decision": decision, "revision": 7 }), "").await;
    clerk.done(&end, json!({ "decision": decision, "revision": 1 })).await;
    let page = r.page().await;
    assert_eq!(page["ended"]["on"], "2026-04-01");
    assert!(placed(&page).iter().all(|(due, ..)| due.as_str() <= "2026-04-01"), "nothing falls due after its end");
    let came = clerk.post(&end, &json!({ "decision": decision, "revision": 2 })).await;
    assert!(came.status == 422 && came.body.contains("It has ended already"), "{}", came.body);
}
