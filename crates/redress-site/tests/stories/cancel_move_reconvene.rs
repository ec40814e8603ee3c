//! A committee's year: one meeting is held, one cancelled, one moved, one adjourned and reconvened. Calendar, messages, pages,
//! JSON and attendance all show it, and the cancelled one changes nobody's percentage.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::civil::{Date, date};
use redress::draft::{MemberDraft, Reading, SourceKind, SourceName};
use redress::member::Term;
use redress::reader::Role;
use redress::workspace::{Event, Log, Quorum};
use redress_site::clock::Clock;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::intake::Taking;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::Officer;
use super::world::{Running, World};

/// Sessions so far: each has a token of its own.
static SESSIONS: AtomicU32 = AtomicU32::new(0);

struct Committee {
    world: World,
    site: Running,
    clock: Clock,
    clerk: Officer,
    body: i64,
    /// The members' numbers at the desk: chair, member, member.
    members: Vec<i64>,
    /// March, April, May, June.
    meetings: Vec<i64>,
}

const NAMES: [(&str, &str); 3] =
    [("Councillor Ada Lowbridge", "ada"), ("Councillor Bram Fennick", "bram"), ("Councillor Cleo Marsh", "cleo")];

async fn members(site: &Running, clock: &Clock) {
    let of = |(n, (name, word)): (usize, &(&str, &str))| MemberDraft {
        name: (*name).into(),
        foreign_id: Some(n.to_string()),
        email: Some(format!("{word}@thornmere.example")),
        terms: vec![Term { from: Some(date(2023, 5, 9)), to: None }],
        ..MemberDraft::default()
    };
    let members: Vec<MemberDraft> = NAMES.iter().enumerate().map(of).collect();
    let raw = serde_json::to_vec(&members).expect("JSON");
    let source = SourceName { source: "members".into(), sha256: redress_store::chain::sha256(&raw) };
    let reading = Reading { members, ..Reading::of(source, SourceKind::CouncillorsByWard) };
    let act = Act { who: "story", at: clock.now().timestamp() };
    site.desk().take_in(&reading, &raw, &Taking { act, release: None, dry_run: false }).await.expect("taken in");
}

async fn committee() -> Committee {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2026, 2, 2));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    members(&site, &clock).await;
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    let body = clerk.done("/desk/bodies/add", json!({ "name": "Audit Committee" })).await["body"].as_i64().expect("a body");
    let particulars = json!({
        "quorum": "number", "quorum_number": "2", "numbering": "each_agenda", "decides": "yes",
        "delegation": "The constitution, part 3", "call_in": "no", "revision": "0", "aliases": "Audit Panel | 1 May 2019 | 30 April 2021",
    });
    clerk.done(&format!("/desk/bodies/{body}/particulars"), particulars.clone()).await;
    let again = clerk.post(&format!("/desk/bodies/{body}/particulars"), &particulars).await;
    assert!(again.status == 422 && again.body.contains("Somebody changed this record"), "{}", again.body);
    let offered = clerk.get(&format!("/desk/bodies/{body}/seat.json")).await.json()["offered"]["member"].clone();
    let number = |name: &str| {
        let found = offered.as_array().expect("members").iter().find(|m| m[1] == name).expect("a member");
        found[0].as_str().and_then(|id| id.parse::<i64>().ok()).expect("a number")
    };
    let members: Vec<i64> = NAMES.iter().map(|(name, _)| number(name)).collect();
    for (member, capacity) in members.iter().zip(["chair", "member", "member"]) {
        let seat = json!({ "member": member.to_string(), "capacity": capacity, "from": "2025-05-01" });
        clerk.done(&format!("/desk/bodies/{body}/seat"), seat).await;
    }
    let two = json!({ "member": members[1].to_string(), "capacity": "chair", "from": "2025-06-01" });
    let refused = clerk.post(&format!("/desk/bodies/{body}/seat"), &two).await;
    assert!(refused.status == 422 && refused.body.contains("has a chair"), "{}", refused.body);
    let year = json!({
        "nth": ["1"], "weekday": "3", "months": ["3", "4", "5", "6"], "from": "2026-03-01", "to": "2026-06-30", "starts": "18:00",
        "place": "Guildhall", "holidays": "leave_out",
    });
    let made = clerk.done(&format!("/desk/bodies/{body}/programme"), year).await;
    let meetings = made["meetings"].as_array().expect("meetings").iter().filter_map(Value::as_i64).collect();
    Committee { world, site, clock, clerk, body, members, meetings }
}

impl Committee {
    /// The clerk on the day that it is: a session does not last for weeks.
    async fn clerk_today(&self) -> Officer {
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        Officer::of(
            &self.site,
            &act,
            self.clerk.account,
            &format!("clerk {} {}", self.clock.now(), SESSIONS.fetch_add(1, Ordering::Relaxed)),
        )
        .await
    }

    async fn publish(&self, reason: &str) {
        let address = format!("/desk/bodies/{}/publish-calendar", self.body);
        let clerk = self.clerk_today().await;
        let form = clerk.get(&format!("{address}.json")).await.json();
        let sent = json!({
            "meetings": form["given"]["meetings"], "with_body": "yes", "reason": reason, "previewed": form["given"]["previewed"][0],
        });
        clerk.done(&address, sent).await;
    }

    async fn item(&self, meeting: i64, title: &str) -> i64 {
        let new = json!({ "number": "1", "title": title, "public_title": title });
        self.clerk_today().await.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item")
    }

    fn at(meeting: i64, what: &str) -> String {
        format!("/desk/meetings/{meeting}/{what}")
    }

    /// The letters about a meeting: to whom, each with its words.
    async fn told(&self, meeting: i64) -> Vec<(String, String)> {
        let mut letters = Vec::new();
        // Long after they were put there, so that none still waits.
        let later = self.clock.now().timestamp() + jiff::SignedDuration::from_hours(1);
        while let Some(claimed) = self.site.desk().claim_letter(later).await.expect("a store") {
            if claimed.letter.about == format!("planned_meeting {meeting}") {
                letters.push((claimed.letter.to, format!("{}\n{}", claimed.letter.subject, claimed.letter.body)));
            }
        }
        letters.sort();
        letters
    }

    /// The clerk takes down who was there, and records that it was held.
    async fn held(&self, meeting: i64, on: Date, present: &[usize], apologies: &[usize]) {
        self.clock.set(on);
        let now = self.clock.now();
        let act = Act { who: "Tobias Wren", at: now.timestamp() };
        let mut log = Log::default();
        log.append(self.clerk.account, "Tobias Wren", now.datetime(), Event::Opened);
        for member in apologies {
            let apologised = Event::Apologised { member: self.members[*member], substitute: None };
            log.append(self.clerk.account, "Tobias Wren", now.datetime(), apologised);
        }
        for member in present {
            log.append(self.clerk.account, "Tobias Wren", now.datetime(), Event::Arrived { member: self.members[*member] });
        }
        let entries: Vec<_> = log.into();
        self.site.desk().take_down(meeting, &entries, Quorum(2), &act).await.expect("a store").expect("taken down");
        self.clerk_today().await.done(&Self::at(meeting, "held"), json!({ "on": on.to_string() })).await;
    }

    /// `Ada 2/2`, from the body's public page.
    async fn shares(&self) -> Vec<String> {
        let page = self.site.json("/bodies/audit-committee.json").await;
        let rows = page["attendance"].as_array().expect("rows");
        rows.iter().map(|r| format!("{} {}/{} {}", r["name"].as_str().expect("a name"), r["attended"], r["expected"], r["share"])).collect()
    }

    async fn event(&self, day: &str) -> String {
        let calendar = self.site.page("/calendar.ics").await.replace("\r\n ", "");
        let own = format!("UID:{}/meetings/{day}-audit-committee\r\n", self.site.base);
        let found = calendar.split("BEGIN:VEVENT").find(|e| e.contains(&own));
        found.unwrap_or_else(|| panic!("{day}: {calendar}")).to_string()
    }
}

#[tokio::test]
async fn cancel_move_and_reconvene() {
    let committee = committee().await;
    let Committee { site, meetings, .. } = &committee;
    let [march, april, may, june] = meetings[..] else { panic!("{meetings:?}") };
    committee.publish("Calendar of meetings").await;
    for day in ["2026-03-04", "2026-04-01", "2026-05-06", "2026-06-03"] {
        assert!(committee.event(day).await.contains("STATUS:CONFIRMED"), "{day}");
    }
    let words = site.words("/bodies/audit-committee").await;
    assert!(words.contains("Councillor Ada Lowbridge Chair 1 May 2025") && words.contains("2 members"), "{words}");
    let words = site.words("/councillors/ada-lowbridge").await;
    assert!(words.contains("Audit Committee Chair, from 1 May 2025, until further notice"), "{words}");

    committee.held(march, date(2026, 3, 4), &[0, 1], &[2]).await;
    let clerk = &committee.clerk_today().await;
    committee.publish("Attendance").await;
    let before = committee.shares().await;
    assert_eq!(
        before,
        ["Councillor Ada Lowbridge 1/1 \"100 %\"", "Councillor Bram Fennick 1/1 \"100 %\"", "Councillor Cleo Marsh 0/1 \"0 %\""]
    );
    let behind = site.json("/councillors/cleo-marsh/attendance.json?body=audit-committee&was=apologies").await;
    assert_eq!(behind["meetings"][0]["key"], "2026-03-04-audit-committee");

    // Cancelled: the public page, the calendar and the members know at once, each once.
    committee.item(april, "Risk register").await;
    assert_eq!(clerk.publish(april, &[], "Agenda published").await.status, 200);
    committee.told(april).await;
    let checked = clerk.page_of(&Committee::at(april, "cancel"), "why=Snow+has+closed+the+Guildhall").await;
    assert!(checked.contains("3 people are told") && checked.contains("1 Risk register"), "{checked}");
    clerk.done(&Committee::at(april, "cancel"), json!({ "why": "Snow has closed the Guildhall" })).await;
    let told = committee.told(april).await;
    let to: Vec<&str> = told.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(to, ["ada@thornmere.example", "bram@thornmere.example", "cleo@thornmere.example"]);
    assert!(told.iter().all(|(_, words)| words.contains("is cancelled") && words.contains("Snow has closed")), "{told:?}");
    let event = committee.event("2026-04-01").await;
    assert!(event.contains("STATUS:CANCELLED") && event.contains("Snow has closed"), "{event}");
    let page = site.json("/meetings/2026-04-01-audit-committee.json").await;
    assert_eq!((page["meeting"]["status"].as_str(), page["meeting"]["outcome"]["what"].as_str()), (Some("cancelled"), Some("cancelled")));
    let words = site.words("/meetings/2026-04-01-audit-committee").await;
    assert!(words.contains("Cancelled . Recorded on 4 March 2026. Snow has closed the Guildhall"), "{words}");
    assert!(site.page("/feeds/meetings.atom").await.contains("1 April 2026: cancelled"), "the feed says so");
    let desk = clerk.get(&format!("/desk/meetings/{april}")).await.body;
    assert!(desk.contains("Needs another meeting"), "{desk}");
    committee.clock.set(date(2026, 4, 2));
    let clerk = &committee.clerk_today().await;
    assert_eq!(committee.shares().await, before, "a cancelled meeting counts for nobody");

    // Its item goes to the next meeting, which is then moved with it.
    let items = clerk.get(&format!("{}.json", Committee::at(april, "carry-items"))).await.json()["given"]["items"].clone();
    clerk.done(&Committee::at(april, "carry-items"), json!({ "items": items, "to": may.to_string() })).await;
    assert_eq!(clerk.publish(may, &[], "Agenda published").await.status, 200);
    let made = clerk.done(&Committee::at(may, "move"), json!({ "to": "2026-05-13", "why": "An election is held in the Guildhall" })).await;
    let new = made["meeting"].as_i64().expect("a meeting");
    assert_eq!(committee.told(may).await.len(), 3);
    let words = site.words("/meetings/2026-05-06-audit-committee").await;
    assert!(words.contains("Moved to 13 May 2026") && words.contains("Go to the meeting of 13 May 2026"), "{words}");
    assert!(words.contains("1 Risk register"), "what was public stays at the old address: {words}");
    let words = site.words("/meetings/2026-05-13-audit-committee").await;
    assert!(words.contains("goes on with the business of the meeting of 6 May 2026") && !words.contains("Risk register"), "{words}");
    assert_eq!(clerk.publish(new, &[], "Agenda published").await.status, 200);
    assert!(site.words("/meetings/2026-05-13-audit-committee").await.contains("1 Risk register"));
    assert!(committee.event("2026-05-06").await.contains("STATUS:CANCELLED"));
    assert!(committee.event("2026-05-13").await.contains("STATUS:CONFIRMED"));
    committee.held(new, date(2026, 5, 13), &[0, 2], &[1]).await;

    // Adjourned to a day to be fixed, and reconvened with what was not finished.
    committee.item(june, "Annual accounts").await;
    committee.clock.set(date(2026, 6, 3));
    let clerk = &committee.clerk_today().await;
    let adjourned = json!({ "on": "2026-06-03", "until": "to_be_fixed", "why": "The auditor is ill" });
    clerk.done(&Committee::at(june, "adjourn"), adjourned).await;
    assert!(site.words("/meetings/2026-06-03-audit-committee").await.contains("Adjourned to a day to be fixed"));
    let items = clerk.get(&format!("{}.json", Committee::at(june, "reconvene"))).await.json()["given"]["items"].clone();
    let made = clerk.done(&Committee::at(june, "reconvene"), json!({ "to": "2026-06-10", "items": items })).await;
    let again = made["meeting"].as_i64().expect("a meeting");
    assert_eq!(clerk.get(&format!("/desk/meetings/{again}.json")).await.json()["items"][0][0]["title"], "Annual accounts");
    assert!(site.words("/meetings/2026-06-03-audit-committee").await.contains("Adjourned, and reconvened on 10 June 2026"));
    committee.publish("Attendance to June").await;
    assert_eq!(
        committee.shares().await,
        ["Councillor Ada Lowbridge 2/2 \"100 %\"", "Councillor Bram Fennick 1/2 \"50 %\"", "Councillor Cleo Marsh 1/2 \"50 %\""]
    );
    let verified = committee.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[tokio::test]
async fn what_cannot_happen_is_refused_with_the_reason() {
    let committee = committee().await;
    let Committee { site, clerk, meetings, .. } = &committee;
    let (march, april) = (meetings[0], meetings[1]);
    let item = committee.item(march, "Risk register").await;
    let refused = async |clerk: &Officer, address: String, sent: Value, words: &str| {
        let came = clerk.post(&address, &sent).await;
        assert!(came.status == 422 && came.body.contains(words), "{address}: {} {}", came.status, came.body);
    };
    refused(clerk, Committee::at(march, "move"), json!({ "to": "2026-04-01", "why": "Room" }), "has a meeting on 1 April 2026 already")
        .await;
    refused(clerk, Committee::at(march, "move"), json!({ "to": "2026-02-01", "why": "Room" }), "This day is past").await;
    let same = json!({ "to": "2026-03-04", "starts": "18:00", "place": "Guildhall", "why": "Room" });
    refused(clerk, Committee::at(march, "move"), same, "are what they are now").await;
    refused(clerk, Committee::at(march, "held"), json!({ "on": "2026-03-04" }), "still to come").await;
    refused(clerk, Committee::at(march, "reconvene"), json!({ "to": "2026-03-05" }), "Only a meeting that was adjourned").await;
    refused(clerk, Committee::at(march, "cancel"), json!({ "why": "" }), "this must be answered").await;
    // Another room on the same day is no other meeting.
    let room = json!({ "to": "2026-03-04", "starts": "18:00", "place": "Library", "why": "The heating failed" });
    clerk.done(&Committee::at(march, "move"), room).await;
    let page = clerk.get(&format!("/desk/meetings/{march}.json")).await.json();
    assert_eq!((page["meeting"]["place"].as_str(), page["history"]["standing"].as_str()), (Some("Library"), Some("planned")));

    clerk.done(&Committee::at(march, "cancel"), json!({ "why": "Snow" })).await;
    committee.clock.set(date(2026, 3, 5));
    let clerk = &committee.clerk_today().await;
    for (what, sent) in [
        ("held", json!({ "on": "2026-03-04" })),
        ("cancel", json!({ "why": "Snow" })),
        ("move", json!({ "to": "2026-03-11", "why": "Snow" })),
        ("adjourn", json!({ "on": "2026-03-04", "until": "to_be_fixed", "why": "Snow" })),
        ("inquorate", json!({ "on": "2026-03-04", "present": "1" })),
    ] {
        refused(clerk, Committee::at(march, what), sent, "was cancelled, and nothing follows that").await;
    }
    refused(clerk, format!("/desk/items/{item}/minute"), json!({ "public_words": "It was noted." }), "This meeting was cancelled").await;
    let decision = json!({ "text": "RESOLVED", "reasons": "None", "options_rejected": "None", "interests": "None" });
    refused(clerk, format!("/desk/items/{item}/decision"), decision, "This meeting was cancelled").await;
    refused(clerk, Committee::at(march, "add-item"), json!({ "number": "2", "title": "More" }), "Choose another meeting").await;

    committee.clock.set(date(2026, 4, 1));
    let clerk = &committee.clerk_today().await;
    refused(clerk, Committee::at(april, "inquorate"), json!({ "on": "2026-04-01", "present": "2" }), "The quorum is 2, so this was one")
        .await;
    clerk.done(&Committee::at(april, "inquorate"), json!({ "on": "2026-04-01", "present": "1" })).await;
    let listed = clerk.get(&format!("/desk/meetings.json?body={}&became=inquorate", committee.body)).await.json();
    assert_eq!(listed["meetings"][0]["id"].as_i64(), Some(april));
    let listed = clerk.get("/desk/meetings.json?month=2026-05").await.json();
    assert_eq!(listed["total"], 1);
    assert!(clerk.get("/desk/meetings?month=may").await.body.contains("Month must be a year and a month"));

    // Nothing of it was published, so nothing of it is public.
    assert_eq!(site.get("/meetings/2026-03-04-audit-committee").await.0, 404);
}

#[tokio::test]
async fn a_members_account_has_the_rights_of_the_members_seat() {
    let committee = committee().await;
    let (desk, today) = (committee.site.desk(), committee.clock.now().date());
    let act = Act { who: "story", at: committee.clock.now().timestamp() };
    let new = NewAccount {
        name: "ada",
        full_name: "Ada Lowbridge",
        email: Some("ada@desk.example"),
        kind: Kind::Person,
        member: Some(committee.members[0]),
    };
    let account = desk.open_account(&act, new).await.expect("a store").expect("a free name");
    let seats = desk.signed_in(account, today).await.expect("a store").expect("an account").seats;
    assert!(seats.contains("audit-committee"), "{seats:?}");
    let ends = json!({ "member": committee.members[0].to_string(), "capacity": "chair", "from": "2025-05-01", "until": "2026-02-01" });
    committee.clerk.done(&format!("/desk/bodies/{}/seat", committee.body), ends).await;
    let seats = desk.signed_in(account, today).await.expect("a store").expect("an account").seats;
    assert!(seats.is_empty(), "{seats:?}");
    let page = committee.clerk.get(&format!("/desk/bodies/{}", committee.body)).await.body;
    assert!(page.contains("Vacant") && page.contains("Who sat on it before (1)"), "{page}");
}

#[tokio::test]
async fn a_year_names_bank_holidays_and_clashes_before_it_is_planned() {
    let committee = committee().await;
    let Committee { clerk, .. } = &committee;
    let other = clerk.done("/desk/bodies/add", json!({ "name": "Council" })).await["body"].as_i64().expect("a body");
    let form = "nth=1&weekday=1&months=5&months=6&from=1+April+2026&to=31+March+2027&holidays=leave_out";
    let checked = clerk.page_of(&format!("/desk/bodies/{other}/programme"), form).await;
    assert!(checked.contains("1 meeting is planned") && checked.contains("Early May bank holiday"), "{checked}");
    let form = "nth=1&weekday=3&months=5&from=1+April+2026&to=31+March+2027&holidays=leave_out";
    let checked = clerk.page_of(&format!("/desk/bodies/{other}/programme"), form).await;
    assert!(checked.contains("Also on this day: Audit Committee."), "{checked}");
    let backwards = json!({ "nth": ["1"], "weekday": "1", "months": ["5"], "from": "2027-04-01", "to": "2026-04-01", "holidays": "plan" });
    let came = clerk.post(&format!("/desk/bodies/{other}/programme"), &backwards).await;
    assert!(came.status == 422 && came.body.contains("The last day is before the first"), "{}", came.body);
    let called = json!({ "body": other.to_string(), "on": "2026-07-01", "kind": "extraordinary" });
    let came = clerk.post("/desk/meetings/plan", &called).await;
    assert!(came.status == 422 && came.body.contains("Who called it"), "{}", came.body);
    let called = json!({ "body": other.to_string(), "on": "2026-07-01", "kind": "extraordinary", "called_by": "members" });
    let meeting = clerk.done("/desk/meetings/plan", called).await["meeting"].clone();
    assert!(clerk.get(&format!("/desk/meetings/{meeting}")).await.body.contains("Five members, as the chair refused"));
}
