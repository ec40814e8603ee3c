//! A report of the monitoring officer's with its answer, its copies and a public notice, each with a sentinel.

use jiff::civil::date;
use redress::draft::{MemberDraft, Reading, SourceKind, SourceName};
use redress::member::Term;
use redress_site::clock::Clock;
use redress_store::desk::intake::Taking;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::council::Staff;
use super::sentinels::Sentinels;
use crate::world::Running;

/// Makes one, from the finding to the executive's answer.
pub async fn plant(site: &Running, clock: &Clock, staff: &Staff, s: &mut Sentinels) {
    let Staff { link, monitoring, clerk } = staff;
    let new = json!({
        "reference": "20 015 745", "kind": "report", "dated": "2021-02-20", "received": "2021-02-20", "embargo": "none", "found": "upheld",
        "subject": s.word("the subject of a report to members"),
    });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (&made["ombudsman_paper"], &made["cases"][0]);
    monitoring.done(&format!("/desk/cases/{case}/wider"), json!({ "reason": s.sentence("wider_implication.reason") })).await;
    let begin = json!({ "section": "five_a", "manner": "individual", "cases": [case.to_string()], "what": "omission" });
    let report = monitoring.done("/desk/monitoring-reports/begin", begin).await["report"].clone();
    let at = |what: &str| format!("/desk/monitoring-reports/{report}/{what}");
    let text = json!({
        "words": s.sentence("monitoring_report.record"), "facts": s.sentence("facts of a report to members"),
        "law": "The Care Act 1914, section 9.", "options": "To accept what is recommended, or to refuse it with reasons.",
        "head_name": s.word("a head of paid service"), "head_on": "2021-03-12", "finance_name": "F. Finance", "finance_on": "2021-03-12",
        "steps": s.sentence("a step that stands still"),
    });
    monitoring.done(&at("write"), text).await;
    let working_paper = monitoring.done(&at("sign"), json!({})).await["paper"].clone();
    member(site, clock).await;
    let offered = clerk.get("/desk/members/executive.json").await.json()["offered"]["members"].clone();
    clerk.done("/desk/members/executive", json!({ "members": [offered[0][0]], "from": "2020-05-06" })).await;
    clerk.done(&format!("/desk/papers/{working_paper}/circulate"), json!({ "in_confidence": "yes" })).await;
    clerk.done(&at("conclude"), json!({ "on": "2021-03-12", "minute": s.word("monitoring_report.concluded") })).await;
    let answer =
        json!({ "taken": s.sentence("executive_response.record"), "proposed": "None", "reasons": s.sentence("reasons of the executive") });
    clerk.done(&at("answer"), answer).await;
    let notice = json!({
        "report": s.word("public_notice.record"), "offices": "Town Hall, 9 to 5", "says_free": "yes", "copies": "On request, without charge",
        "inspection_from": "2021-03-15",
    });
    link.done(&format!("/desk/ombudsman-papers/{paper}/notice"), notice).await;
}

/// A councillor in office, as the council's own list has them.
async fn member(site: &Running, clock: &Clock) {
    let terms = vec![Term { from: Some(date(2019, 5, 6)), to: None }];
    let members =
        vec![MemberDraft { name: "Councillor Odile Marchbanks".into(), foreign_id: Some("1".into()), terms, ..MemberDraft::default() }];
    let raw = serde_json::to_vec(&members).expect("JSON");
    let source = SourceName { source: "members of the council".into(), sha256: redress_store::chain::sha256(&raw) };
    let reading = Reading { members, ..Reading::of(source, SourceKind::Desk) };
    let act = Act { who: "story", at: clock.now().timestamp() };
    site.desk().take_in(&reading, &raw, &Taking { act, release: None, dry_run: false }).await.expect("taken in");
}
