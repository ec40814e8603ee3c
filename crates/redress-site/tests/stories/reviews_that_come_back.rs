//! Reviews that meet trouble: agendas that are out, meetings without a quorum, times that nobody took, posts that nobody holds, ends
//! and hand-overs. Whatever happens, each stands on an agenda that can lawfully take it, or somebody is told that it does not.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::{Date, date};
use redress::action::{Action, Asked, Origin};
use redress::meeting::Happened;
use redress::reader::Role;
use redress::workspace::{Entry, EntryId, Event, Quorum};
use redress_site::desk::DeskSite;
use redress_site::desk::recurring::job;
use redress_store::desk::account::post::Days;
use redress_store::desk::work::action::KeptAction;
use redress_store::desk::work::meeting_event::MeetingEvent;
use redress_store::desk::work::minute::WrittenMinute;
use serde_json::{Value, json};

use super::officer::Officer;
use super::travelling::{Town, refused, words};
use super::two_years_of_reminders::{column, node_of};

const DIRECTOR: &str = "Director of Children's Services";

/// A council whose body decided on 26 February 2025 to review a plan every three months.
struct Council {
    town: Town,
    node: DeskSite,
    body: i64,
    item: i64,
    director: i64,
    appointed: i64,
    id: i64,
}

impl Council {
    async fn new(body: &str, today: Date, meetings: &[&str]) -> Council {
        let town = Town::new(today).await;
        let desk = town.site.desk();
        let body = town.body(body).await;
        let first = town.meeting(body, "2025-02-26").await;
        for on in meetings {
            town.meeting(body, on).await;
        }
        let director = desk.make_post(&town.act(), DIRECTOR, Role::ServiceDirector, None).await.expect("a post");
        let days = Days { from: date(2020, 1, 1), until: None };
        let appointed = desk.appoint(&town.act(), director, town.chief.account, days).await.expect("appointed");
        let item = town.item(first, "1", "Education of children who cannot attend school").await;
        town.decided(item, words("1. Review the action plan every three months.")).await;
        let node = node_of(&town.world, &town.clock).await;
        let mut council = Council { town, node, body, item, director, appointed, id: 0 };
        council.id = council.set("Review of the action plan").await;
        council
    }

    async fn set(&self, what: &str) -> i64 {
        let new = json!({ "what": what, "body": self.body, "cycle": "every", "interval": "3 months", "owner": DIRECTOR });
        let set = format!("/desk/items/{}/recurrence", self.item);
        self.on(&self.town.clerk).await.done(&set, new).await["recurrence"].as_i64().expect("a recurrence")
    }

    async fn on(&self, officer: &Officer) -> Officer {
        // Each session needs a token of its own.
        static SESSIONS: AtomicUsize = AtomicUsize::new(0);
        let seed = format!("{} back {}", officer.account, SESSIONS.fetch_add(1, Ordering::Relaxed));
        Officer::of(&self.town.site, &self.town.act(), officer.account, &seed).await
    }

    async fn run(&self) -> job::Round {
        job::run(&self.node).await.expect("a round")
    }

    fn address(&self) -> String {
        format!("/desk/recurrences/{}", self.id)
    }

    async fn page(&self) -> Value {
        self.on(&self.town.clerk).await.get(&format!("{}.json", self.address())).await.json()
    }

    async fn time(&self, at: usize) -> Value {
        self.page().await["times"][at].clone()
    }

    async fn meeting(&self, on: &str) -> i64 {
        let all = self.town.site.desk().meetings_of_body(self.body).await.expect("meetings");
        all.iter().find(|m| m.on_date == on).expect("a meeting").id
    }

    /// The items that stand on the agenda of a day.
    async fn items(&self, on: &str) -> Vec<i64> {
        let items = self.town.site.desk().planned_items(self.meeting(on).await).await.expect("items");
        items.into_iter().map(|i| i.id).collect()
    }

    async fn letters(&self) -> Vec<String> {
        column(&self.town.world, &format!("select body from outbox where about = 'recurrence {}' order by id", self.id)).await
    }

    /// Lines of My work: title and why.
    async fn owed(&self, title: &str) -> Option<String> {
        let came = self.on(&self.town.clerk).await.get("/desk.json?whose=all").await.json();
        let all = came["owed"].as_array().expect("a list");
        all.iter().find(|l| l["title"] == title).map(|l| l["why"].as_str().unwrap_or("").to_string())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_review_goes_only_to_an_agenda_that_can_take_it_and_comes_again_where_it_was_not_taken() {
    // The last day for the agenda of 4 June was 27 May.
    let c = Council::new("Executive", date(2025, 5, 30), &["2025-06-04", "2025-07-02"]).await;
    let (t, desk) = (&c.town, c.town.site.desk());
    let time = c.time(0).await;
    assert_eq!(time["placed"], "moved", "{time}");
    assert_eq!(
        (&time["from"], &time["why"], &time["to"], &time["late"]),
        (&json!("2025-06-04"), &json!("no_more"), &json!("2025-07-02"), &json!(28))
    );
    assert!(c.items("2025-06-04").await.is_empty());
    let july = c.items("2025-07-02").await;
    assert_eq!(july, [time["item"].as_i64().expect("an item")]);
    let told = c.letters().await;
    let said = "Review of the action plan moves from the meeting of Wednesday 4 June 2025, which takes no more items on its agenda, to Wednesday 2 July 2025, 28 days later.";
    assert!(told.iter().any(|l| l.contains(said)), "{told:?}");
    assert_eq!(c.run().await, job::Round::default(), "all of that was done when it was set");

    // Nothing shows that the meeting of 2 July took the first: a draft minute is no proof.
    let september = t.meeting(c.body, "2025-09-03").await;
    t.clock.set(date(2025, 7, 3));
    let minute = WrittenMinute { public_words: "Deferred.".into(), ..WrittenMinute::default() };
    desk.write_minute(july[0], &minute, &t.act()).await.expect("written");
    let time = c.time(0).await;
    assert_eq!((&time["placed"], &time["next"]), (&json!("not_taken"), &json!("2025-09-03")));
    let why = c.owed("Review of the action plan: not taken").await.expect("a line for the clerk");
    assert!(why.contains("From 9 July 2025 on it goes on the agenda of 3 September 2025"), "{why}");
    t.clock.set(date(2025, 7, 8));
    assert_eq!(c.run().await.moved, 0, "the clerk has a week to record what was decided");
    t.clock.set(date(2025, 7, 9));
    assert_eq!(c.run().await.moved, 1);
    assert_eq!(c.run().await, job::Round::default());
    let time = c.time(0).await;
    assert_eq!((&time["placed"], &time["to"]), (&json!("moved"), &json!("2025-09-03")));
    assert_eq!(c.items("2025-07-02").await, july, "what the meeting had before it stays there");
    assert_eq!(time["earlier"][0], json!([july[0], "The meeting of Wednesday 2 July 2025 did not take it"]));
    let again = time["item"].as_i64().expect("an item");
    assert!(desk.planned_items(september).await.expect("items").iter().any(|i| i.id == again));
    let entry = desk.forward_plan_entry(time["forward_plan_entry"].as_i64().expect("an entry")).await.expect("a store").expect("an entry");
    assert_eq!((entry.planned_item_id, entry.working.entry.when.first()), (Some(again), date(2025, 9, 3)));
    let said = "moves from the meeting of Wednesday 2 July 2025, which did not take it, to Wednesday 3 September 2025, 63 days later.";
    assert!(c.letters().await.iter().any(|l| l.contains(said)), "{:?}", c.letters().await);
    assert!(
        !c.letters().await.iter().any(|l| l.contains("is on the agenda of Executive on Wednesday 3 September")),
        "not yet 28 days before"
    );

    // The decision was recorded late after all: the second item is to come off, and the page says what shows it.
    t.decided(july[0], words("The review is noted.")).await;
    let page = c.page().await;
    assert_eq!(page["times"][0]["placed"], "considered");
    assert!(page["times"][0]["minute"].as_str().expect("words").starts_with("the decision recorded at item"), "{page}");
    assert_eq!(page["left"][0]["item"].as_i64(), Some(again));
    assert!(c.owed("Review of the action plan: take it off the agenda").await.is_some());
    let clerk = c.on(&t.clerk).await;
    clerk.done(&format!("/desk/items/{again}/take-off"), json!({ "why": "It was considered on 2 July" })).await;
    assert!(c.owed("Review of the action plan: take it off the agenda").await.is_none());

    // An agenda that is published takes nothing more, and where no other is to come the clerk knows.
    t.clock.set(date(2025, 11, 1));
    let november = t.meeting(c.body, "2025-11-27").await;
    t.item(november, "1", "Minutes").await;
    let came = c.on(&t.clerk).await.publish(november, &[], "The agenda").await;
    assert_eq!(came.status, 200, "{}", came.body);
    c.run().await;
    assert_eq!(c.items("2025-11-27").await.len(), 1, "the agenda is out");
    let why = c.owed("Review of the action plan: plan a meeting").await.expect("a line for the clerk");
    assert!(why.contains("takes no more items on its agenda"), "{why}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_review_at_a_meeting_without_a_quorum_comes_before_the_next() {
    let c = Council::new("Children's Services Committee", date(2025, 4, 1), &["2025-06-04", "2025-07-02"]).await;
    let (t, desk) = (&c.town, c.town.site.desk());
    let june = c.items("2025-06-04").await;
    t.clock.set(date(2025, 6, 4));
    let meeting = c.meeting("2025-06-04").await;
    let opened = Entry { id: EntryId { clerk: 1, number: 1 }, at: t.clock.now().datetime(), by: "Tobias Wren".into(), what: Event::Opened };
    desk.take_down(meeting, &[opened], Quorum(3), &t.act()).await.expect("a store").expect("taken down");
    let event = MeetingEvent {
        planned_meeting_id: meeting,
        what: Happened::Inquorate.word().into(),
        on_date: "2025-06-04".into(),
        why: "Two members came".into(),
        ..MeetingEvent::default()
    };
    desk.meeting_happened(&event, &t.act()).await.expect("recorded");
    // Its minute says that nothing was done, and is no proof that something was.
    let minute = WrittenMinute { public_words: "There was no quorum.".into(), ..WrittenMinute::default() };
    desk.write_minute(june[0], &minute, &t.act()).await.expect("written");
    assert_eq!(c.run().await.moved, 1);
    assert_eq!(c.run().await.moved, 0, "once");
    let time = c.time(0).await;
    assert_eq!((&time["placed"], &time["why"], &time["to"]), (&json!("moved"), &json!("inquorate"), &json!("2025-07-02")));
    assert_eq!(time["earlier"][0], json!([june[0], "The meeting of Wednesday 4 June 2025 had no quorum"]));
    assert_eq!(c.items("2025-06-04").await, june, "the old item stays on record");
    assert_eq!(c.items("2025-07-02").await, [time["item"].as_i64().expect("an item")]);
    let told = c.letters().await;
    assert!(
        told.iter().any(|l| l.contains("moves from the meeting of Wednesday 4 June 2025, which had no quorum, to Wednesday 2 July 2025")),
        "{told:?}"
    );
    assert!(!told.iter().any(|l| l.contains("cancelled")), "{told:?}");
    let journal = column(&t.world, "select body from journal where act = 'make_review_item' order by seq").await;
    assert!(journal.iter().any(|b| b.contains(&format!("\"instead_of\":{}", june[0]))), "{journal:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_cannot_be_told_is_said_and_what_ended_or_changed_hands_is_followed() {
    let c = Council::new("Executive", date(2025, 3, 3), &["2025-06-04", "2025-09-03"]).await;
    let (t, desk) = (&c.town, c.town.site.desk());
    // A second post has the same title: the letter finds the first by its number, not by its words.
    desk.make_post(&t.act(), DIRECTOR, Role::ServiceDirector, Some("Schools")).await.expect("a post");
    // Nobody holds it: nobody is told, nothing says that somebody was, and the clerk learns it.
    desk.end_holding(&t.act(), c.appointed, date(2025, 4, 30)).await.expect("ended");
    t.clock.set(date(2025, 5, 7));
    assert_eq!(c.run().await.told, 0);
    let page = c.page().await;
    assert_eq!(page["told"], json!([]));
    assert!(page["untold"][0].as_str().expect("words").contains("is on the agenda of Executive on Wednesday 4 June 2025"), "{page}");
    assert!(c.owed("Review of the action plan: nobody could be told").await.is_some());

    // The review goes to another post by itself, with its reason; a post that nobody holds takes nothing.
    let schools = desk.make_post(&t.act(), "Director of Schools", Role::ServiceDirector, None).await.expect("a post");
    let days = Days { from: date(2020, 1, 1), until: None };
    desk.appoint(&t.act(), schools, t.chief.account, days).await.expect("appointed");
    let hand = format!("{}/hand-over", c.address());
    let clerk = c.on(&t.clerk).await;
    refused(&clerk, &hand, json!({ "to": c.director, "why": "The service moved", "revision": 1 }), "to").await;
    refused(&clerk, &hand, json!({ "to": schools, "why": "x", "revision": 1 }), "why").await;
    refused(&clerk, &hand, json!({ "to": schools, "why": "The service moved", "revision": 9 }), "").await;
    clerk.done(&hand, json!({ "to": schools, "why": "The service moved", "revision": 1 })).await;
    assert_eq!(c.run().await.told, 1, "now somebody can be told");
    assert_eq!(c.run().await.told, 0);
    assert!(c.owed("Review of the action plan: nobody could be told").await.is_none());
    assert_eq!(c.page().await["recurrence"]["handed_over"][0]["from"], DIRECTOR);

    giving_up_a_post(&c, schools).await;

    // One that cannot be read keeps no other back.
    let second = c.set("Review of the complaints policy").await;
    let record = column(&t.world, &format!("select record from recurrence where id = {}", c.id)).await.remove(0);
    column(&t.world, &format!("update recurrence set record = '' where id = {} returning record", c.id)).await;
    t.meeting(c.body, "2026-01-07").await;
    assert!(c.run().await.made >= 1, "the other got its item");
    assert!(!desk.items_of_recurrence(second).await.expect("items").is_empty());
    let record = record.replace('\'', "''");
    column(&t.world, &format!("update recurrence set record = '{record}' where id = {} returning record", c.id)).await;

    ended(&c).await;
}

/// Actions and reviews go over with the post, each with its journal entry.
async fn giving_up_a_post(c: &Council, schools: i64) {
    let (t, desk) = (&c.town, c.town.site.desk());
    let asked = Asked {
        origin: Origin::Minute { minute: "item 1".into() },
        words: "Visit every child.",
        owner: "Director of Schools",
        reports_to: &[],
        decided: date(2025, 2, 26),
        due: Some(date(2025, 12, 31)),
    };
    let action = Action::made(asked, &["Director of Schools".into()]).expect("an action");
    let new = KeptAction {
        id: 0,
        planned_item_id: c.item,
        body_id: c.body,
        body: String::new(),
        body_slug: String::new(),
        number: 0,
        recommendation_id: None,
        owner_post_id: schools,
        action,
        revision: 1,
    };
    let action = desk.add_action(&new, &t.act()).await.expect("an action");
    let appointed = desk.appointments().await.expect("appointments").into_iter().find(|a| a.post_id == schools).expect("held").id;
    let admin = Officer::new(&t.site, &t.act(), "admin", "Rosalind Tey", Role::Administrator).await;
    let monitoring = Officer::new(&t.site, &t.act(), "monitoring", "Piers Holloway", Role::MonitoringOfficer).await;
    let end = format!("/desk/holdings/{appointed}/end");
    let said = admin.page_of(&end, "until=31+December+2026").await;
    // An administrator may not read what was decided; how much there is stands there all the same.
    assert!(said.contains("hand-over") || said.contains("2 more"), "{said}");

    let hand = format!("/desk/posts/{schools}/hand-over");
    let form = monitoring.get(&hand).await.body;
    assert!(form.contains("Review of the action plan") && form.contains("Action 1 of Executive"), "{form}");
    let to = desk.posts().await.expect("posts").into_iter().find(|p| p.role == "link_officer").expect("a post").id;
    refused(&monitoring, &hand, json!({ "to": to, "why": "The post ends" }), "open").await;
    let made = monitoring.done(&hand, json!({ "to": to, "why": "The post ends", "open": "Visits of the autumn" })).await;
    assert_eq!((&made["actions"], &made["recurrences"]), (&json!([action]), &json!([c.id])));
    let kept = desk.recurrence(c.id).await.expect("a store").expect("a recurrence");
    assert_eq!(kept.owner_post_id, to);
    assert_eq!(desk.action(action).await.expect("a store").expect("an action").owner_post_id, to);
    for act in ["hand_action_over", "hand_recurrence_over"] {
        let written = column(&t.world, &format!("select act from journal where act = '{act}'")).await;
        assert!(!written.is_empty(), "{act}");
    }
    let again = monitoring.post(&hand, &json!({ "to": to, "why": "Once more", "open": "Nothing is left" })).await;
    assert_eq!(again.status, 422, "{}", again.body);
}

/// A decision ends it: only one of the body or of full council does, and what was made for later is to come off.
async fn ended(c: &Council) {
    let (t, desk) = (&c.town, c.town.site.desk());
    let september = c.items("2025-09-03").await;
    t.clock.set(date(2025, 6, 5));
    let other = t.body("Licensing Committee").await;
    let licensing = t.meeting(other, "2025-06-03").await;
    let of_others = t.item(licensing, "1", "Another matter").await;
    t.decided(of_others, words("The licence is granted.")).await;
    let end = format!("{}/end", c.address());
    let clerk = c.on(&t.clerk).await;
    let came = clerk.post(&end, &json!({ "revision": 1 })).await;
    assert!(came.status == 422 && came.body.contains("A review ends only when members decide so"), "{}", came.body);
    let june = c.items("2025-06-04").await[0];
    t.decided(june, words("The review ends.")).await;
    let form = clerk.get(&format!("{end}.json")).await.json();
    let offered = form["offered"]["decision"].as_array().expect("choices");
    assert!(offered.iter().all(|o| o[1].as_str().is_some_and(|w| w.contains("Executive"))), "{offered:?}");
    let decision = desk.decision_of_item(june).await.expect("a store").expect("a decision").id;
    let revision = form["given"]["revision"][0].as_str().expect("a revision").parse::<i64>().expect("a number");
    clerk.done(&end, json!({ "decision": decision.to_string(), "revision": revision })).await;
    let page = c.page().await;
    let left: Vec<i64> = page["left"].as_array().expect("a list").iter().filter_map(|l| l["item"].as_i64()).collect();
    assert!(left.len() == 1 || left.len() == 2, "{page}");
    assert!(left.iter().any(|item| september.contains(item)), "{page}");
    assert!(c.owed("Review of the action plan: take it off the agenda").await.expect("a line").contains("It ended on 4 June 2025"));
    // An old reading of it makes nothing any more.
    let before = desk.items_of_recurrence(c.id).await.expect("items").len();
    t.meeting(c.body, "2026-03-04").await;
    c.run().await;
    assert_eq!(desk.items_of_recurrence(c.id).await.expect("items").len(), before);
    // What ended long ago is read no more.
    assert!(desk.recurrence_numbers(date(2026, 9, 1)).await.expect("numbers").iter().all(|id| *id != c.id));
}
