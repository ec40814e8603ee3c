//! How members are told of a finding, with a sentinel in each private text: the report, the executive's answer, a copy for
//! each person, the public notice.

use jiff::civil::date;
use redress::draft::{MemberDraft, Reading, SourceKind, SourceName};
use redress::monitoring_report::response::{ExecutiveResponse, Said};
use redress_site::clock::Clock;
use redress_store::desk::intake::Taking;
use redress_store::desk::journal::Act;
use redress_store::desk::work::duty_clock::Follows;
use redress_store::desk::work::monitoring_report::Concluded;
use serde_json::json;

use super::council::{Staff, TODAY};
use super::sentinels::Sentinels;
use crate::world::Running;

/// Tells members of a case and its paper.
pub async fn plant(site: &Running, clock: &Clock, staff: &Staff, (paper, case): (i64, i64), s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("journal.who");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let source = SourceName { source: "members of the council".into(), sha256: redress_store::chain::sha256(b"members") };
    let member = MemberDraft { name: "Councillor Rowan Sample".into(), foreign_id: Some("1".into()), ..MemberDraft::default() };
    let reading = Reading { members: vec![member], ..Reading::of(source, SourceKind::Desk) };
    desk.take_in(&reading, b"members", &Taking { act, release: None, dry_run: false }).await.expect("taken in");
    let offered = staff.clerk.get("/desk/members/executive.json").await.json();
    let member = offered["offered"]["members"][0][0].as_str().and_then(|id| id.parse().ok()).expect("a member");
    desk.seat_on_executive(&[member], date(2021, 1, 1), None, &act).await.expect("seated");

    desk.mark_wider(case, &s.sentence("wider_implication.reason"), &act).await.expect("marked");
    let new = json!({ "section": "five_a", "manner": "individual", "cases": [case], "what": "omission", "words": s.sentence("monitoring_report.record") });
    let made = staff.monitoring.done("/desk/monitoring-reports/begin", new).await;
    let report = made["report"].as_i64().unwrap_or(1);
    let kept = desk.monitoring_report(report).await.expect("a store").expect("a report");
    let concluded = Concluded { on: TODAY, item: None, minute: s.sentence("monitoring_report.concluded"), by: who.clone() };
    assert!(desk.conclude_report(&kept, &concluded, &Follows::default(), &act).await.expect("a store"));
    let response = ExecutiveResponse {
        taken: Said::StatedNone,
        proposed: Said::StatedNone,
        reasons: s.sentence("executive_response.record"),
        minute: None,
    };
    assert!(desk.write_response(report, None, &response, &act).await.expect("a store"));

    let notice = json!({ "report": "the report of the Ombudsman", "offices": s.sentence("public_notice.record"), "says_free": "yes",
        "copies": "On request, without charge", "inspection_from": "2021-03-22" });
    staff.clerk.done(&format!("/desk/ombudsman-papers/{paper}/notice"), notice).await;
}
