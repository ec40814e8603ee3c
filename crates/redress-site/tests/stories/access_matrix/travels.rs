//! A matter on its way: an issue, a referral, a recommendation of scrutiny.

use jiff::civil::date;
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::referral::NewReferral;
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;

use super::records::State;

/// An issue of an open item, a referral that waits, and a recommendation of scrutiny.
pub async fn make(desk: &Desk, act: &Act<'_>, item: i64, body_id: i64) -> State {
    let to_body = desk.add_body("Council", act).await.expect("a store").expect("a body");
    let issue = desk.open_issue("An issue", &[item], act).await.expect("an issue");
    let on = date(2021, 3, 11);
    let new =
        NewReferral { item, issue: Some(issue), title: String::new(), to_body, on, asked: "Decide on it there.".into(), section: None };
    let referral = desk.refer(&new, act).await.expect("a store").expect("a referral");
    let recommendation = redress::scrutiny::Recommendation::made("Cabinet", on, 1, "Publish them.", "Cabinet").expect("a recommendation");
    let new = KeptScrutiny {
        id: 0,
        planned_item_id: item,
        body_id,
        body_slug: "cabinet".into(),
        addressee: "executive".into(),
        recommendation,
        revision: 1,
    };
    let scrutiny = desk.add_scrutiny(&new, act).await.expect("a store").expect("a free number");
    State { name: "of an open item", issue, referral, scrutiny, ..State::default() }
}
