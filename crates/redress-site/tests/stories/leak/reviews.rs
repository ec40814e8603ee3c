//! A review of earlier cases with a sentinel in each of its private texts.

use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::council::{Staff, TODAY};
use super::sentinels::Sentinels;
use crate::world::Running;

/// Commissions one, finds something, reports it, shows it, and lets it be opened.
pub async fn plant(site: &Running, clock: &Clock, staff: &Staff, s: &mut Sentinels) {
    let link = &staff.link;
    let new = json!({
        "title": s.word("review.record"), "declared": 1, "commissioned_by": s.word("who commissioned a review"),
        "on": "2021-02-01", "placeholders": "yes",
    });
    let made = link.done("/desk/reviews/commission", new).await;
    let id = made["review"].as_i64().expect("a review");
    let found = json!({
        "case": made["cases"][0].to_string(), "finding": "not_done",
        "evidence": s.word("review_case.record"), "new_action": s.word("a new action"),
    });
    link.done(&format!("/desk/reviews/{id}/finding"), found).await;
    let item = site.desk().items_from("2021-01-01", 1).await.expect("a store").first().expect("an item").id;
    link.done(&format!("/desk/reviews/{id}/report-to"), json!({ "item": item.to_string() })).await;
    let who = s.word("journal.who");
    let act = Act { who: &who, at: clock.now().timestamp() };
    site.desk().show_review(id, link.account, &s.word("review_showing.why"), TODAY, &act).await.expect("shown");
    site.desk().log_review_opening(id, None, link.account, &act).await.expect("logged");
}
