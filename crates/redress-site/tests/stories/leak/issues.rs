//! Issues, referrals and recommendations of scrutiny with a sentinel in each of their private texts.

use redress::scrutiny::{Answer, Recommendation, Response};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::issue_change::Moving;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::referral::NewReferral;
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;
use serde_json::json;

use super::council::TODAY;
use super::sentinels::Sentinels;
use crate::world::Running;

/// Opens two issues about an item that is not public, refers it, merges them, and records what was recommended there.
pub async fn plant(site: &Running, clock: &Clock, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("who keeps issues");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let bodies = desk.bodies().await.expect("bodies");
    let (body_id, committee) = bodies.first().cloned().expect("a body");
    let to_body = desk.add_body("Planning Committee", &act).await.expect("a store").expect("a free name");
    let new = PlannedMeeting { body_id, on_date: "2021-02-10".into(), ..PlannedMeeting::default() };
    let meeting = desk.plan_meeting(&new, &act).await.expect("a store").expect("a free day");
    let new = PlannedItem { planned_meeting_id: meeting, number: "1".into(), title: "Not public".into(), ..PlannedItem::default() };
    let item = desk.add_item(&new, &[], &act).await.expect("a store").expect("an item");
    let title = s.word("issue.title");
    let first = desk.open_issue(&title, &[item], &act).await.expect("an issue");
    let second = desk.open_issue(&format!("{title} too"), &[], &act).await.expect("an issue");
    let asked = s.sentence("referral.asked");
    let new = NewReferral { item, issue: Some(first), title, to_body, on: TODAY, asked, section: None };
    let referral = desk.refer(&new, &act).await.expect("a store").expect("a referral");
    desk.decline_referral(referral, TODAY, &s.sentence("referral.declined_why"), &act).await.expect("declined");
    desk.write_comment(item, &s.sentence("body_comment.said"), &act).await.expect("written");
    let (body, words) = (s.word("earlier_consideration.body_name"), s.sentence("earlier_consideration.words"));
    desk.considered_earlier(first, TODAY, &body, &words, &act).await.expect("recorded");
    let why = s.sentence("issue_change.why");
    let issue = async |id| desk.issue(id).await.expect("a store").expect("an issue");
    let moving = Moving { on: TODAY, why: &why, office: "Democratic services" };
    desk.merge_issues(&issue(first).await, &issue(second).await, moving, &act).await.expect("merged");

    let text = s.sentence("scrutiny_recommendation.record");
    let mut recommendation = Recommendation::made(&committee, TODAY, 1, &text, "Cabinet").expect("a recommendation");
    let reasons = s.sentence("an answer to scrutiny");
    let evidence = Some(s.word("evidence for scrutiny"));
    let response = Response {
        answer: Answer::Rejected { reasons: format!("It is not for now: {reasons}") },
        on: TODAY,
        by: "Cabinet".into(),
        evidence,
    };
    recommendation.respond(response).expect("answered");
    let new = KeptScrutiny {
        id: 0,
        planned_item_id: item,
        body_id,
        body_slug: String::new(),
        addressee: "executive".into(),
        recommendation,
        revision: 1,
    };
    let id = desk.add_scrutiny(&new, &act).await.expect("a store").expect("a free number");
    let kept = desk.scrutiny(id).await.expect("a store").expect("a recommendation");
    assert!(desk.change_scrutiny(&kept, "receive_scrutiny", &json!({}), &act).await.expect("a store"));
}
