//! A council whose matters travel from body to body: its clerk, its chief executive, meetings that were held.

use jiff::civil::Date;
use redress::decision::Decision;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde_json::{Value, json};

use super::officer::{Came, Officer};
use super::world::{Running, World};

pub struct Town {
    pub world: World,
    pub clock: Clock,
    pub site: Running,
    pub clerk: Officer,
    pub chief: Officer,
    pub link: Officer,
}

impl Town {
    pub async fn new(today: Date) -> Town {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(today);
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
        let chief = Officer::new(&site, &act, "chief", "Odile Marchbanks", Role::ChiefExecutive).await;
        let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
        Town { world, clock, site, clerk, chief, link }
    }

    pub fn act(&self) -> Act<'static> {
        Act { who: "Tobias Wren", at: self.clock.now().timestamp() }
    }

    pub async fn body(&self, name: &str) -> i64 {
        self.site.desk().add_body(name, &self.act()).await.expect("a store").expect("a free name")
    }

    pub async fn meeting(&self, body_id: i64, on: &str) -> i64 {
        let new = PlannedMeeting { body_id, on_date: on.into(), ..PlannedMeeting::default() };
        self.site.desk().plan_meeting(&new, &self.act()).await.expect("a store").expect("a free day")
    }

    pub async fn item(&self, meeting: i64, number: &str, title: &str) -> i64 {
        let new = PlannedItem { planned_meeting_id: meeting, number: number.into(), title: title.into(), ..PlannedItem::default() };
        self.site.desk().add_item(&new, &[], &self.act()).await.expect("a store").expect("a free number")
    }

    pub async fn decided(&self, item: i64, decision: Decision) {
        let recorded = RecordedDecision { option: None, decision, adopts: None, voted: Vec::new() };
        self.site.desk().record_decision(item, &recorded, None, &self.act()).await.expect("recorded");
    }

    /// Publishes everything of a meeting that is ready.
    pub async fn published(&self, meeting: i64) {
        let came = self.clerk.publish(meeting, &[], "Published for the story").await;
        assert_eq!(came.status, 200, "{}", came.body);
    }

    /// A deed with a preview: what was shown goes back with the reason.
    pub async fn publish(&self, address: &str) -> Came {
        let form = self.clerk.get(&format!("{address}.json")).await.json();
        let previewed = form["given"]["previewed"][0].clone();
        self.clerk.post(address, &json!({ "reason": "The matter is public", "previewed": previewed })).await
    }
}

/// A deed that is refused at one field.
pub async fn refused(officer: &Officer, address: &str, body: Value, field: &str) {
    let came = officer.post(address, &body).await;
    assert_eq!(came.status, 422, "{address}: {}", came.body);
    assert_eq!(came.json()["error"]["field"], field, "{address}: {}", came.body);
}

/// A resolution with these words.
pub fn words(text: &str) -> Decision {
    let said = |words: &str| Some(words.to_string());
    Decision {
        text: text.into(),
        reasons: said("They are fair."),
        options_rejected: said("None"),
        interests: said("None"),
        ..Decision::default()
    }
}

impl Town {
    /// Nothing of a meeting is left to be published: what moved went out with the move.
    pub async fn published_nothing(&self, meeting: i64) {
        let form = self.clerk.get(&format!("/desk/meetings/{meeting}/publish.json")).await.json();
        assert!(form["given"]["parts"].as_array().is_none_or(Vec::is_empty), "{form}");
    }
}
