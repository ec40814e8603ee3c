//! The forward plan: 28 clear days or a lawful way out, private notices, months as they stood, and nothing of what is embargoed.

mod embargo;
mod months;

use jiff::civil::{Date, date};
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::{Came, Officer};
use super::world::{Running, World};

pub struct Story {
    _world: World,
    clock: Clock,
    site: Running,
    clerk: Officer,
    monitoring: Officer,
    link: Officer,
    cabinet: String,
}

impl Story {
    /// A council whose constitution calls half a million pounds significant.
    async fn on(day: Date) -> Story {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(day);
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
        let monitoring = Officer::new(&site, &act, "monitoring", "Piers Achterberg", Role::MonitoringOfficer).await;
        let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
        let admin = Officer::new(&site, &act, "admin", "Ada Quill", Role::Administrator).await;
        admin.done("/desk/settings/key-decisions", json!({ "pounds": 500_000 })).await;
        let shown = admin.get("/desk/settings.json").await.json();
        assert_eq!((shown["key_pounds"].as_i64(), shown["key_pounds_set"][1].as_str()), (Some(500_000), Some("Ada Quill")));
        clerk.done("/desk/bodies/add", json!({ "name": "Cabinet" })).await;
        let bodies = clerk.get("/desk/meetings/plan.json").await.json();
        let cabinet = bodies["offered"]["body"][0][0].as_str().expect("a body").to_string();
        Story { _world: world, clock, site, clerk, monitoring, link, cabinet }
    }

    async fn meeting(&self, on: Date) -> i64 {
        let made = self.clerk.done("/desk/meetings/plan", json!({ "body": self.cabinet, "on": on.to_string() })).await;
        made["meeting"].as_i64().expect("a meeting")
    }

    async fn item(&self, meeting: i64, number: &str) -> i64 {
        let new = json!({ "number": number, "title": format!("School transport, part {number}") });
        let made = self.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await;
        made["item"].as_i64().expect("an item")
    }

    /// A whole entry of a key decision of the Cabinet; what is given takes the place of what stands here.
    fn words(&self, on: Date, other: &Value) -> Value {
        let mut entry = json!({
            "title": "School transport contracts", "matter": "Whether to let the contracts for school transport again",
            "decider": "body", "body": self.cabinet, "members": "Councillor A. Reed\nCouncillor B. Oakes",
            "when": "day", "on": on.to_string(), "pounds": 912_345, "significant": "no", "affected": 1,
            "member": "Councillor A. Reed", "officer": "Democratic services, Town Hall", "consultees": "Schools of the borough",
            "how_consulted": "By letter", "documents": "Report of the director", "copies_from": "Town Hall, Thornmere",
            "later_documents": "Write to the officer", "private": "no", "wards": "Mill\nHarbour", "service": "School transport",
        });
        for (name, value) in other.as_object().into_iter().flatten() {
            entry[name] = value.clone();
        }
        entry
    }

    async fn entry(&self, by: &Officer, on: Date, other: Value) -> i64 {
        by.done("/desk/forward-plan/add", self.words(on, &other)).await["entry"].as_i64().expect("an entry")
    }

    /// Changes an entry, as the form gives it back.
    async fn change(&self, entry: i64, on: Date, mut other: Value) -> Came {
        let address = format!("/desk/forward-plan/{entry}/change");
        let form = self.clerk.get(&format!("{address}.json")).await.json();
        other["revision"] = form["given"]["revision"][0].clone();
        self.clerk.post(&address, &self.words(on, &other)).await
    }

    async fn linked(&self, by: &Officer, entry: i64, item: i64) {
        let address = format!("/desk/forward-plan/{entry}/item");
        let form = by.get(&format!("{address}.json")).await.json();
        by.done(&address, json!({ "item": item.to_string(), "revision": form["given"]["revision"][0] })).await;
    }

    async fn take_out(&self, entry: i64, why: &str) {
        let address = format!("/desk/forward-plan/{entry}/withdraw");
        let form = self.clerk.get(&format!("{address}.json")).await.json();
        self.clerk.done(&address, json!({ "why": why, "revision": form["given"]["revision"][0] })).await;
    }

    /// Publishes everything of the plan that is ready.
    async fn publish(&self) -> Came {
        let address = "/desk/forward-plan/publish";
        let form = self.clerk.get(&format!("{address}.json")).await.json();
        let (entries, previewed) = (form["given"]["entries"].clone(), form["given"]["previewed"][0].clone());
        self.clerk.post(address, &json!({ "entries": entries, "reason": "Forward plan published", "previewed": previewed })).await
    }

    async fn published(&self) -> Vec<String> {
        let came = self.publish().await;
        assert_eq!(came.status, 200, "{}", came.body);
        let made = came.json()["made"]["published"].clone();
        made.as_array().expect("addresses").iter().filter_map(|a| a.as_str().map(str::to_string)).collect()
    }

    async fn way(&self, entry: i64) -> Value {
        self.clerk.get(&format!("/desk/forward-plan/{entry}.json")).await.json()["way"].clone()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_is_in_time_on_its_last_day_and_bars_the_agenda_a_day_later() {
    let s = Story::on(date(2026, 4, 29)).await;
    let decision = date(2026, 5, 28);
    let meeting = s.meeting(decision).await;
    let at = json!({ "when": "meeting", "meeting": meeting.to_string(), "on": "" });
    let (first, second) = (s.entry(&s.clerk, decision, at.clone()).await, s.entry(&s.clerk, decision, at).await);
    let line = s.clerk.get("/desk/forward-plan.json").await.json()["entries"][0].clone();
    assert_eq!(
        (line["publish_by"].as_str(), line["key"].as_bool(), line["way"]["way"].as_str()),
        (Some("2026-04-29"), Some(true), Some("none"))
    );
    let owed = s.clerk.get("/desk.json").await.json()["owed"].clone();
    assert!(owed.to_string().contains("Publish forward plan entry FP-2026-001"), "{owed}");

    // The second one is not complete, so it stays behind: its reader is told what is missing.
    let incomplete = s.change(second, decision, json!({ "when": "meeting", "meeting": meeting.to_string(), "documents": "" })).await;
    assert_eq!(incomplete.status, 200, "{}", incomplete.body);
    assert_eq!(s.published().await, ["/forward-plan/entries/FP-2026-001"]);
    let missing = s.clerk.get("/desk/forward-plan.json?missing=answers").await.json();
    assert!(missing["total"] == 1 && missing["entries"][0]["missing"].to_string().contains("regulation 9(1)(e)"), "{missing}");

    s.clock.set(date(2026, 4, 30));
    let whole = s.change(second, decision, json!({ "when": "meeting", "meeting": meeting.to_string() })).await;
    assert_eq!(whole.status, 200, "{}", whole.body);
    s.published().await;
    assert_eq!(s.way(first).await, json!({ "way": "in_time", "by": "2026-04-29" }));
    assert_eq!(s.way(second).await["way"], "none");

    let (one, two) = (s.item(meeting, "1").await, s.item(meeting, "2").await);
    s.linked(&s.clerk, first, one).await;
    s.linked(&s.clerk, second, two).await;
    let third = s.item(meeting, "3").await;
    s.clock.set(date(2026, 5, 19));
    let leave = |items: &[i64]| items.iter().map(|i| format!("item-{i}")).collect::<Vec<_>>();
    let barred = s.clerk.publish(meeting, &leave(&[one, third]), "Agenda published").await;
    assert_eq!(barred.status, 422);
    for words in
        ["due by Wednesday 29 April 2026", "published on 30 April 2026", "regulation 10", "regulation 11", "Friday 29 May 2026 or later"]
    {
        assert!(barred.body.contains(words), "{words}: {}", barred.body);
    }
    let out = s.clerk.publish(meeting, &leave(&[two]), "Agenda published").await;
    assert_eq!(out.status, 200, "{}", out.body);
    // An item in no entry goes out, with a warning of what scrutiny may ask.
    let told = s.clerk.get(&format!("/desk/items/{third}.json")).await.json()["planned"]["faults"].clone();
    assert!(told[0][1] == false && told[0][0].as_str().is_some_and(|w| w.contains("regulation 18")), "{told}");
    assert!(s.clerk.get(&format!("/desk/items/{two}")).await.body.contains("Stops the agenda"));

    // Once its item is public, the entry leads there; the council's estimate never went out.
    s.published().await;
    let public = s.site.json("/forward-plan/entries/FP-2026-001.json").await;
    assert_eq!((public["record"]["item"].as_str(), public["first_published"].as_str()), (Some("2026-05-28-cabinet/1"), Some("2026-04-29")));
    assert!(!public.to_string().contains("912345") && !public.to_string().contains("912,345"));
    let page = s.site.words("/forward-plan").await;
    assert!(
        page.contains("What a key decision is") && page.contains("£500,000 or more") && page.contains("School transport contracts"),
        "{page}"
    );
    let csv = s.site.page("/forward-plan.csv").await;
    assert!(
        csv.starts_with("reference,title,") && csv.contains("FP-2026-001,School transport contracts") && csv.contains("in_time"),
        "{csv}"
    );
    assert!(s.site.page("/feeds/forward-plan.atom").await.contains("/forward-plan/entries/FP-2026-002"));
    assert!(s.site.page("/sitemaps/forward_plan-1.xml").await.contains("/forward-plan/entries/FP-2026-001"));
    assert_eq!(s.site.json("/forward-plan.json?key=no").await["total"], 0);
    assert_eq!(s.site.json("/forward-plan.json?service=School+transport").await["total"], 2);
    assert_eq!(s.site.get("/forward-plan?key=perhaps").await.0, 400);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_decision_brought_forward_needs_its_own_28_clear_days() {
    let s = Story::on(date(2026, 2, 2)).await;
    let entry = s.entry(&s.clerk, date(2026, 6, 9), json!({})).await;
    s.published().await;
    s.clock.set(date(2026, 4, 13));
    let bare = s.change(entry, date(2026, 5, 12), json!({})).await;
    assert!(bare.status == 422 && bare.body.contains("Say what changed and why"), "{}", bare.body);
    let changed = s.change(entry, date(2026, 5, 12), json!({ "why": "The contract ends sooner." })).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(s.way(entry).await["way"], "none", "it is not published for that day yet");
    let stale = json!({ "revision": 1, "why": "Another day is better." });
    let refused = s.clerk.post(&format!("/desk/forward-plan/{entry}/change"), &s.words(date(2026, 7, 7), &stale)).await;
    assert!(refused.status == 422 && refused.body.contains("Somebody changed this record"), "{}", refused.body);
    s.published().await;
    assert_eq!(s.way(entry).await, json!({ "way": "in_time", "by": "2026-04-13" }), "published on its last day");
    s.clock.set(date(2026, 4, 14));
    s.change(entry, date(2026, 5, 11), json!({ "why": "The contract ends sooner." })).await;
    s.published().await;
    let way = s.way(entry).await;
    assert!(way["way"] == "none" && way.to_string().contains("published on 14 April 2026"), "{way}");
    s.change(entry, date(2026, 7, 7), json!({ "why": "Advice is awaited." })).await;
    s.published().await;
    assert_eq!(s.way(entry).await["way"], "in_time", "a later day keeps the first notice");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_general_exception_opens_the_sixth_day_and_not_the_one_before() {
    let s = Story::on(date(2026, 3, 30)).await;
    let (early, late) = (s.meeting(date(2026, 4, 8)).await, s.meeting(date(2026, 4, 9)).await);
    let given = json!({
        "told": "Councillor P. Marsh, chair of scrutiny", "available": "2026-03-30",
        "reason": "The contractor gave notice on 27 March, after the plan.",
    });
    let mut items = Vec::new();
    for (meeting, day) in [(early, date(2026, 4, 8)), (late, date(2026, 4, 9))] {
        let entry = s.entry(&s.clerk, day, json!({ "when": "meeting", "meeting": meeting.to_string() })).await;
        let item = s.item(meeting, "1").await;
        s.linked(&s.clerk, entry, item).await;
        let at = format!("/desk/forward-plan/{entry}/general-exception");
        let untold = s.clerk.post(&at, &json!({ "told": " ", "available": "2026-03-30", "reason": "Late." })).await;
        assert_eq!(untold.status, 422);
        let future = s.clerk.post(&at, &json!({ "told": "The chair", "available": "2026-03-31", "reason": given["reason"] })).await;
        assert!(future.status == 422 && future.body.contains("not before"), "{}", future.body);
        s.clerk.done(&at, given.clone()).await;
        items.push((entry, item));
    }
    let faults = async |item: i64| s.clerk.get(&format!("/desk/items/{item}.json")).await.json()["planned"]["faults"].clone();
    let barred = faults(items[0].1).await;
    assert!(
        barred[0][1] == true && barred[0][0].as_str().is_some_and(|w| w.contains("from Thursday 9 April 2026: regulation 10(1)")),
        "{barred}"
    );
    assert_eq!(faults(items[1].1).await, json!([]));
    let way = s.way(items[1].0).await;
    assert_eq!((way["way"].as_str(), way["from"].as_str()), (Some("general_exception"), Some("2026-04-09")));
    let out = s.clerk.publish(late, &[], "Agenda published").await;
    assert_eq!(out.status, 200, "{}", out.body);
    s.published().await;
    let page = s.site.words("/forward-plan/entries/FP-2026-002").await;
    assert!(page.contains("General exception") && page.contains("after the plan") && page.contains("Councillor P. Marsh"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn special_urgency_needs_the_right_person_before_the_decision() {
    let s = Story::on(date(2026, 4, 7)).await;
    let entry = s.entry(&s.clerk, date(2026, 4, 9), json!({})).await;
    let small = s.entry(&s.clerk, date(2026, 4, 9), json!({ "pounds": 10, "title": "A small matter" })).await;
    let at = format!("/desk/forward-plan/{entry}/special-urgency");
    let agreement = |other: Value| {
        let mut agreed = json!({
            "capacity": "chair_of_authority", "name": "Councillor M. Dunn", "on": "2026-04-07",
            "reason": "The contract ends on 10 April and pupils need to travel.",
            "urgency_reason": "The contractor gave notice on 6 April.",
        });
        for (name, value) in other.as_object().into_iter().flatten() {
            agreed[name] = value.clone();
        }
        agreed
    };
    let bare = s.clerk.post(&at, &agreement(json!({}))).await;
    assert!(
        bare.status == 422
            && bare.body.contains("agrees only where the chair of the relevant overview and scrutiny committee could not act"),
        "{}",
        bare.body
    );
    let later = s.clerk.post(&at, &agreement(json!({ "on": "2026-04-10", "former_could_not": "The chair is in hospital." }))).await;
    assert_eq!(later.status, 422);
    assert_eq!(s.link.post(&at, &agreement(json!({}))).await.status, 403);
    s.clerk.done(&at, agreement(json!({ "former_could_not": "The chair is in hospital." }))).await;
    assert_eq!(s.way(entry).await["way"], "special_urgency");
    let none =
        s.clerk.post(&format!("/desk/forward-plan/{small}/special-urgency"), &agreement(json!({ "capacity": "chair_of_scrutiny" }))).await;
    assert!(none.status == 422 && none.body.contains("not a key decision"), "{}", none.body);
    assert_eq!(s.way(small).await, Value::Null);

    // A person in the reasons is flagged, and goes out only when somebody has read it.
    s.clerk
        .done(
            &at,
            agreement(
                json!({ "former_could_not": "The chair is in hospital.", "reason": "The contract ends and Mr Whitby needs transport." }),
            ),
        )
        .await;
    let flagged = s.publish().await;
    assert!(flagged.status == 422 && flagged.body.contains("may name a person"), "{}", flagged.body);
    s.clerk.done(&at, agreement(json!({ "former_could_not": "The chair is in hospital." }))).await;
    s.published().await;
    let urgent = s.site.json("/forward-plan/urgent.json").await;
    assert_eq!(urgent["quarters"][0]["quarter"], "April to June 2026");
    assert_eq!(urgent["quarters"][0]["decisions"].as_array().map(Vec::len), Some(1));
    let page = s.site.words("/forward-plan/urgent").await;
    assert!(
        page.contains("regulation 19")
            && page.contains("pupils need to travel")
            && page.contains("Councillor M. Dunn, chair of the council"),
        "{page}"
    );
}
