//! A committee of seven with a quorum of three and an agenda, and the clerks who take its meeting down.

use jiff::civil::date;
use redress::body::{Capacity, Particulars, QuorumRule};
use redress::reader::Role;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde_json::{Value, json};

use super::members_told::{Council, member};
use super::officer::{Came, Officer};

/// A meeting with its clerks.
pub struct TheRoom {
    pub council: Council,
    pub meeting: i64,
    /// Its items by their numbers at the desk, in the order of the agenda.
    pub items: Vec<i64>,
    /// A second clerk.
    pub other: Officer,
    /// The members of the committee, then two who do not sit on it.
    pub members: Vec<i64>,
}

impl TheRoom {
    /// A meeting on the day of the story, with so many items.
    pub async fn with_items(items: usize) -> TheRoom {
        TheRoom::of("Adults and Families Committee", items).await
    }

    /// The same of a body by its name.
    pub async fn of(name: &str, items: usize) -> TheRoom {
        let council = Council::on(date(2025, 2, 26), "nobody").await;
        council.members((1..=9).map(member).collect()).await;
        let act = Act { who: "story", at: council.clock.now().timestamp() };
        let desk = council.site.desk();
        let other = Officer::new(&council.site, &act, "second", "S. Second", Role::DemocraticServices).await;
        let body = desk.add_body(name, &act).await.expect("a store").expect("a body");
        let settled = Particulars { quorum: QuorumRule::Number(3), ..Particulars::of_name(name) };
        desk.keep_particulars(body, 0, &settled, &act).await.expect("a store").expect("kept");
        let members: Vec<i64> = desk.members().await.expect("members").into_iter().map(|(id, _)| id).collect();
        for (at, member) in members.iter().take(7).enumerate() {
            let capacity = if at == 0 { Capacity::Chair } else { Capacity::Member };
            desk.seat_on_body(body, *member, capacity, Days { from: date(2024, 5, 20), until: None }, &act).await.expect("a seat");
        }
        let plan = PlannedMeeting { body_id: body, on_date: "2025-02-26".into(), ..PlannedMeeting::default() };
        let meeting = desk.plan_meeting(&plan, &act).await.expect("a store").expect("a meeting");
        let mut added = Vec::new();
        for number in 1..=items {
            let title = format!("Matter {number}");
            let item = json!({ "number": number.to_string(), "title": title, "public_title": title });
            let made = council.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), item).await;
            added.push(made["item"].as_i64().expect("an item"));
        }
        TheRoom { council, meeting, items: added, other, members }
    }

    pub fn address(&self) -> String {
        format!("/desk/meetings/{}/workspace", self.meeting)
    }

    /// Members of the committee by their place in its list, as forms name them.
    pub fn chosen(&self, places: &[usize]) -> Vec<String> {
        places.iter().map(|at| self.members[*at].to_string()).collect()
    }

    pub fn one(&self, place: usize) -> String {
        self.members[place].to_string()
    }

    /// Takes something down; gives the number of its first entry as forms name it.
    pub async fn take(&self, kind: &str, what: Value) -> String {
        let made = self.council.clerk.done(&format!("{}/{kind}", self.address()), what).await;
        word(&made["entries"][0])
    }

    /// Sends something that is refused; gives what is said and beside which field.
    pub async fn refused(&self, kind: &str, what: Value) -> (String, String) {
        let came = self.council.clerk.post(&format!("{}/{kind}", self.address()), &what).await;
        assert_eq!(came.status, 422, "{kind}: {}", came.body);
        let problem = came.json()["problems"][0].clone();
        (problem["field"].as_str().unwrap_or("").into(), problem["message"].as_str().unwrap_or("").into())
    }

    /// The record with everything that was taken down.
    pub async fn page(&self) -> Value {
        self.council.page(&self.address()).await
    }

    /// A device of a clerk sends entries.
    pub async fn device(&self, clerk: &Officer, entries: &[Value]) -> Came {
        let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
        clerk.post(&format!("{}/take-down", self.address()), &json!({ "entries": lines.join("\n") })).await
    }

    /// The meeting begins with these of the committee, the first presiding.
    pub async fn begin(&self, places: &[usize]) {
        self.take("attend", json!({ "what": "arrived", "members": self.chosen(places) })).await;
        self.take("preside", json!({ "member": self.one(places[0]) })).await;
        self.take("open", json!({})).await;
    }
}

/// The number of an entry as forms name it.
pub fn word(id: &Value) -> String {
    format!("{}-{}", id["clerk"], id["number"])
}
