//! What is settled of a body, who sits on it and what became of a meeting that nobody published, each with a sentinel.

use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::council::Staff;
use super::sentinels::Sentinels;
use crate::world::Running;

/// Settles, seats, and calls off.
pub async fn plant(site: &Running, clock: &Clock, staff: &Staff, s: &mut Sentinels) {
    let Staff { clerk, .. } = staff;
    let listed = clerk.get("/desk/bodies.json?q=panel").await.json();
    let body = listed["bodies"][0]["body_id"].as_i64().expect("a body");
    let particulars = json!({
        "quorum": "number", "quorum_number": "3", "numbering": "each_agenda", "decides": "yes", "call_in": "no", "revision": "0",
        "delegation": s.word("body_particulars.record"), "terms_of_reference": s.word("terms of reference"),
    });
    clerk.done(&format!("/desk/bodies/{body}/particulars"), particulars).await;
    let member = clerk.get(&format!("/desk/bodies/{body}/seat.json")).await.json()["offered"]["member"][0][0].clone();
    clerk.done(&format!("/desk/bodies/{body}/seat"), json!({ "member": member, "capacity": "chair", "from": "2021-01-01" })).await;
    let meetings = clerk.get(&format!("/desk/meetings.json?body={body}")).await.json();
    let meeting = meetings["meetings"][0]["id"].as_i64().expect("a meeting");
    clerk.done(&format!("/desk/meetings/{meeting}/cancel"), json!({ "why": s.sentence("meeting_event.why") })).await;
    // The names of officers beside these are planted by whoever does the same in their name.
    let who = s.word("journal.who");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let days = redress_store::desk::account::post::Days { from: jiff::civil::date(2021, 2, 1), until: None };
    let member = member.as_str().and_then(|id| id.parse().ok()).expect("a number");
    site.desk().seat_on_body(body, member, redress::body::Capacity::Substitute, days, &act).await.expect("seated");
}
