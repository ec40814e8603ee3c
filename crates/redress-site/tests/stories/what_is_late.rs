//! The chair of a scrutiny committee opens the quarterly pack: what is late by its original date, where more time was given, what
//! moved, what stood still for two quarters. Every figure opens its list, and the list has exactly as many lines.

use jiff::civil::{Date, date};
use redress::reader::Role;
use redress_store::desk::account::post::Days;
use serde_json::{Value, json};

use super::officer::Officer;
use super::travelling::{Town, words};

const DECIDED: &str = "a) asks the Director of Homes to inspect every home\nb) asks the Director of Homes to publish repair times\n\
    c) asks the Director of Homes to clear the list\nd) asks the Director of Homes to train surveyors\n\
    e) asks the Director of Homes to write to tenants";
const TODAY: Date = date(2026, 5, 4);

/// A council whose Executive asked five actions on 27 August 2025 and one on 18 February 2026.
struct Story {
    town: Town,
    /// By clause, and the sixth.
    actions: Vec<i64>,
}

impl Story {
    async fn new() -> Story {
        let town = Town::new(date(2025, 9, 1)).await;
        let desk = town.site.desk();
        let executive = town.body("Executive").await;
        town.body("Homes Scrutiny Committee").await;
        let post = desk.make_post(&town.act(), "Director of Homes", Role::ServiceDirector, None).await.expect("a post");
        desk.appoint(&town.act(), post, town.chief.account, Days { from: date(2020, 1, 1), until: None }).await.expect("appointed");
        let mut story = Story { town, actions: Vec::new() };
        let meeting = story.town.meeting(executive, "2025-08-27").await;
        let item = story.town.item(meeting, "7", "Inspection of homes").await;
        story.town.decided(item, words(DECIDED)).await;
        for (clause, due, reports_to) in [
            ("(a)", "2025-12-31", true),
            ("(b)", "2026-03-31", true),
            ("(c)", "2026-01-31", true),
            ("(d)", "2026-02-28", false),
            ("(e)", "2026-03-01", false),
        ] {
            story.asked(item, clause, due, reports_to).await;
        }
        story.town.published(meeting).await;

        // What happens, day by day. A note for officers, more time twice, one done in the quarter and one after it.
        let note = json!({ "how": "going", "words": "Half of the surveyors are trained.", "revision": 1 });
        story.does(date(2025, 11, 3), 3, "progress", note).await;
        let more = |to: &str| json!({ "to": to, "given_by": "Executive", "why": "The contractor left the site.", "revision": 1 });
        story.does(date(2026, 1, 20), 2, "more-time", more("2026-05-31")).await;
        story.does(date(2026, 2, 10), 1, "more-time", more("2026-06-30")).await;
        story.town.clock.set(date(2026, 2, 19));
        story.town.clerk = story.again(&story.town.clerk).await;
        let later = story.town.meeting(executive, "2026-02-18").await;
        let item = story.town.item(later, "3", "Homes that stand empty").await;
        story.town.decided(item, words("a) asks the Director of Homes to count empty homes")).await;
        story.asked(item, "(a)", "2026-09-30", false).await;
        story.town.published(later).await;
        story
            .does(date(2026, 3, 10), 3, "close", json!({ "on": "2026-03-10", "evidence": "The list of those trained", "revision": 2 }))
            .await;
        story
            .does(date(2026, 4, 20), 4, "close", json!({ "on": "2026-04-20", "evidence": "The letter as it was sent", "revision": 1 }))
            .await;
        story.town.clock.set(TODAY);
        story.town.clerk = story.again(&story.town.clerk).await;
        story
    }

    async fn asked(&mut self, item: i64, clause: &str, due: &str, reports: bool) {
        let mut new = json!({ "origin": "clause", "clause": clause, "words": format!("What clause {clause} asks."),
            "owner": "Director of Homes", "due": due });
        if reports {
            new["reports_to"] = json!(["Homes Scrutiny Committee"]);
        }
        let made = self.town.clerk.done(&format!("/desk/items/{item}/actions"), new).await;
        self.actions.push(made["action"].as_i64().expect("an action"));
    }

    /// Somebody does something to an action on a day. A session does not last for days.
    async fn does(&mut self, day: Date, action: usize, what: &str, body: Value) {
        self.town.clock.set(day);
        let who = if matches!(what, "progress" | "close") { &self.town.chief } else { &self.town.clerk };
        let who = self.again(who).await;
        who.done(&format!("/desk/actions/{}/{what}", self.actions[action]), body).await;
    }

    async fn again(&self, officer: &Officer) -> Officer {
        let seed = format!("{} {}", officer.account, self.town.clock.now());
        Officer::of(&self.town.site, &self.town.act(), officer.account, &seed).await
    }
}

/// The figures of a pack, with those of the quarter before.
fn figures(pack: &Value) -> Vec<(String, u64, u64)> {
    let all = pack["figures"].as_array().expect("figures");
    let number = |line: &Value, name: &str| line[name].as_u64().expect("a number");
    all.iter().map(|l| (l["figure"].as_str().expect("a word").to_string(), number(l, "count"), number(l, "before"))).collect()
}

fn expected(all: [(&str, u64, u64); 5]) -> Vec<(String, u64, u64)> {
    all.into_iter().map(|(word, count, before)| (word.to_string(), count, before)).collect()
}

/// The address of the JSON twin of a list.
fn twin(list: &Value) -> String {
    list.as_str().expect("an address").replacen('?', ".json?", 1)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_figure_of_the_quarterly_pack_opens_a_list_of_exactly_that_length() {
    let s = Story::new().await;
    let clerk = &s.town.clerk;
    let pack = clerk.get("/desk/actions/quarter.json?quarter=2026-Q1").await.json();
    assert_eq!((&pack["quarter"], &pack["until"]), (&json!("2026-Q1"), &json!("2026-03-31")));
    let first = expected([("open", 5, 5), ("late", 3, 0), ("more_time", 2, 0), ("moved", 3, 1), ("unchanged", 2, 0)]);
    assert_eq!(figures(&pack), first);
    for line in pack["figures"].as_array().expect("figures") {
        for (list, count) in [(&line["list"], &line["count"]), (&line["list_before"], &line["before"])] {
            let listed = clerk.get(&twin(list)).await.json();
            assert_eq!(
                (&listed["total"], listed["actions"].as_array().map(Vec::len)),
                (count, count.as_u64().map(|n| n as usize)),
                "{list}"
            );
            let page = clerk.get(list.as_str().expect("an address")).await.body;
            assert_eq!(page.matches("class=\"redress-entry\"").count() as u64, count.as_u64().expect("a number"), "{list}");
        }
    }
    // On the list each action stands as it stood then: late by the first date, though more time was given, and done only later.
    let late = clerk.get("/desk/actions.json?quarter=2026-Q1&figure=late").await.json();
    let days: Vec<_> = late["actions"].as_array().expect("actions").iter().map(|a| a["days_late"].as_i64()).collect();
    assert_eq!(days, [Some(90), Some(59), Some(30)]);
    assert_eq!(late["actions"][2]["status"]["status"], "overdue", "what was done on 20 April was open on 31 March");
    assert_eq!(late["as_of"], "2026-03-31");

    let page = clerk.get("/desk/actions/quarter?quarter=2026-Q1").await.body;
    for said in ["January to March 2026", "October to December 2025", "Late by the original date", "Unchanged for two quarters"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let csv = clerk.get("/desk/actions/quarter.csv?quarter=2026-Q1").await.body;
    assert_eq!(csv.lines().count(), 1 + 15, "one line for each action behind each figure: {csv}");
    assert!(
        csv.contains("2026-Q1,late,2025-08-27-executive-1,Executive,What clause (a) asks.,Director of Homes,2025-12-31,2025-12-31,90"),
        "{csv}"
    );

    // One committee's own, and the quarter that runs.
    let own = clerk.get("/desk/actions/quarter.json?quarter=2026-Q1&reports_to=Homes%20Scrutiny%20Committee").await.json();
    assert_eq!(figures(&own), expected([("open", 3, 3), ("late", 2, 0), ("more_time", 2, 0), ("moved", 2, 0), ("unchanged", 1, 0)]));
    let listed = clerk.get(&twin(&own["figures"][1]["list"])).await.json();
    assert_eq!(listed["total"], 2);
    let running = clerk.get("/desk/actions/quarter.json").await.json();
    assert_eq!((&running["quarter"], &running["until"]), (&json!("2026-Q2"), &json!("2026-05-04")));
    assert_eq!(figures(&running), expected([("open", 4, 5), ("late", 3, 3), ("more_time", 0, 2), ("moved", 1, 3), ("unchanged", 1, 2)]));
    for (address, said) in [
        ("/desk/actions/quarter?quarter=2026-Q9", "such as 2026-Q1"),
        ("/desk/actions/quarter?quarter=2026-Q3", "one that has begun"),
        ("/desk/actions?figure=nonsense", "Choose a figure from the list"),
    ] {
        assert!(clerk.get(address).await.body.contains(said), "{address}");
    }
    public(&s).await;
}

/// The public and the members read the same of what is published. What officers tell each other moves no figure there.
async fn public(s: &Story) {
    let (clerk, site) = (&s.town.clerk, &s.town.site);
    assert_eq!(figures(&site.json("/actions/quarter.json?quarter=2026-Q1").await)[0], ("open".into(), 0, 0), "nothing is public yet");
    let form = clerk.get("/desk/actions/publish.json").await.json();
    let actions: Vec<String> = s.actions.iter().map(ToString::to_string).collect();
    let new = json!({ "actions": actions, "reason": "The decisions are public", "previewed": form["given"]["previewed"][0] });
    clerk.done("/desk/actions/publish", new).await;
    let pack = site.json("/actions/quarter.json?quarter=2026-Q1").await;
    assert_eq!(figures(&pack), expected([("open", 5, 5), ("late", 3, 0), ("more_time", 2, 0), ("moved", 3, 0), ("unchanged", 2, 0)]));
    for line in pack["figures"].as_array().expect("figures") {
        let listed = site.json(&twin(&line["list"])).await;
        assert_eq!((&listed["total"], listed["entries"].as_array().map(|l| l.len() as u64)), (&line["count"], line["count"].as_u64()));
    }
    let late = site.json("/actions.json?quarter=2026-Q1&figure=late").await;
    assert_eq!((&late["as_of"], &late["entries"][0]["days_late"]), (&json!("2026-03-31"), &json!(90)));
    assert_eq!(site.page("/actions/quarter.csv?quarter=2026-Q1").await.lines().count(), 1 + 15);
    for address in ["/actions/quarter?quarter=2026-Q9", "/actions/quarter?quarter=2027-Q1", "/actions?figure=nonsense"] {
        assert_eq!(site.get(address).await.0, 400, "{address}");
    }
    let chair = Officer::new(site, &s.town.act(), "chair", "Councillor Mabel Teasel", Role::Member).await;
    let room = chair.get("/members.json").await.json();
    assert_eq!(figures(&room["late"])[1], ("late".into(), 3, 3));
    assert!(chair.get("/members").await.body.contains("/actions?quarter=2026-Q2&amp;figure=late"), "each figure opens its list");
    assert_eq!(chair.get("/desk/actions/quarter").await.status, 403, "the desk's own pack has what is not public");
}
