//! The forward plan: what everybody reads of it is named, and what is a draft, under an embargo or the council's own is a sentinel.

use jiff::civil::date;
use redress::forward_plan::{Decider, Entry, KeyTest, When};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::forward_plan::Planning;
use serde_json::json;

use super::council::Staff;
use super::sentinels::Sentinels;
use crate::world::Running;

/// What the public reads of the plan.
pub const PUBLIC: &str = "Resurfacing of Mill Lane";

fn entry(title: String, s: &mut Sentinels) -> Entry {
    Entry {
        reference: String::new(),
        matter: format!("Whether to agree to this: {title}"),
        title,
        key: Some(KeyTest { pounds: 76_543_219, significant_for_service: true, wards: 1, why: s.sentence("forward_plan_version.record") }),
        decider: Decider::Body { body: "Cabinet".into(), members: vec!["Councillor A. Reed".into()] },
        when: When::On { day: date(2021, 6, 8) },
        private: false,
        private_reason: String::new(),
        member: "Councillor A. Reed".into(),
        officer: "Town Hall".into(),
        consultees: Vec::new(),
        how_consulted: String::new(),
        documents: vec!["none".into()],
        copies_from: "Town Hall".into(),
        later_documents: "Write to the Town Hall".into(),
        scrutiny: String::new(),
        wards: Vec::new(),
        service: None,
    }
}

/// An entry that is published, one of an item under an embargo that is published too, and a draft with a notice.
pub async fn plant(site: &Running, clock: &Clock, staff: &Staff, meeting: i64, s: &mut Sentinels) {
    let (desk, who) = (site.desk(), s.word("journal.who"));
    let act = Act { who: &who, at: clock.now().timestamp() };
    s.also("the estimate of a key decision", &["76543219", "76,543,219"]);
    let items = desk.planned_items(meeting).await.expect("a store");
    let under = items.iter().find(|i| i.number == "3").expect("the item under an embargo").id;
    let open = entry(PUBLIC.into(), s);
    let mut covered = entry(s.word("an embargoed entry's title"), s);
    covered.consultees = vec![s.word("an embargoed entry's consultees")];
    covered.documents = vec![s.word("an embargoed entry's document")];
    covered.service = Some(s.word("an embargoed entry's service"));
    covered.scrutiny = s.word("an embargoed entry's scrutiny committee");
    covered.wards = vec![s.word("an embargoed entry's ward")];
    let draft = entry(s.word("forward_plan_entry.record"), s);
    let mut made = Vec::new();
    for (entry, item) in [(&open, None), (&covered, Some(under)), (&draft, None)] {
        made.push(desk.plan_entry(&Planning { entry, meeting: None, item }, &act).await.expect("an entry").0);
    }
    let notice = json!({ "told": s.word("forward_plan_notice.record"), "available": "2021-03-12", "reason": s.sentence("a general exception's reason") });
    staff.clerk.done(&format!("/desk/forward-plan/{}/general-exception", made[2]), notice).await;
    let form = format!("/desk/forward-plan/publish.json?entries={}&entries={}", made[0], made[1]);
    let previewed = staff.clerk.get(&form).await.json()["given"]["previewed"][0].clone();
    let chosen = json!([made[0].to_string(), made[1].to_string()]);
    let out = json!({ "entries": chosen, "reason": "Forward plan published", "previewed": previewed });
    let published = staff.clerk.done("/desk/forward-plan/publish", out).await["published"].clone();
    assert_eq!(published.as_array().map(Vec::len), Some(2), "{published}");
}
