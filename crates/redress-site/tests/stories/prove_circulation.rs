//! Three months on an auditor asks whether each member had the report: every person with the way, the time and the hash.

use jiff::civil::date;
use redress::member::Term;
use redress::reader::Role;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::journal::Act;
use serde_json::json;

use crate::members_told::{Council, member, signed_report};
use crate::officer::Officer;

#[tokio::test]
async fn an_auditor_sees_each_copy_with_way_time_and_hash() {
    let mut council = Council::on(date(2024, 6, 3), "nobody@").await;
    council.members((1..=4).map(member).collect()).await;
    let paper = json!({ "reference": "23 900 031", "kind": "statement", "dated": "2024-05-30", "received": "2024-06-03", "subject": "A school place",
        "services": "Education", "complainant": "Ms B", "found": "upheld", "embargo": "none" });
    let made = council.link.done("/desk/cases/register", paper).await;
    let (case, ombudsman_paper) = (made["cases"][0].as_i64().expect("a case"), made["ombudsman_paper"].as_i64().expect("a paper"));
    let (report, paper) = signed_report(&council, case).await;
    let sent = council.clerk.done(&format!("/desk/papers/{paper}/circulate"), json!({ "in_confidence": "yes" })).await;
    let circulation = sent["circulation"].as_i64().expect("a circulation");
    let page = council.circulation(circulation, 5).await;
    assert_eq!(page["complete"], true);

    // Who is served reads the paper, though nobody published it; another member account does not.
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let desk = council.site.desk();
    let id = desk.member_named("Councillor 02 Sample").await.expect("a store").expect("a member");
    let new = NewAccount { name: "two", full_name: "Councillor 02 Sample", email: None, kind: Kind::Person, member: Some(id) };
    let account = desk.open_account(&act, new).await.expect("a store").expect("a free name");
    let served = Officer::of(&council.site, &act, account, "two").await;
    let stranger = Officer::new(&council.site, &act, "stranger", "S. Stranger", Role::Member).await;
    assert_eq!(served.get(&format!("/desk/papers/{paper}/versions/1/file")).await.status, 200);
    assert_eq!(stranger.get(&format!("/desk/papers/{paper}/versions/1/file")).await.status, 404);
    assert!(council.taken.lock().expect("letters").iter().any(|l| l.contains("in confidence")));

    council.day(date(2024, 9, 3)).await;
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let auditor = Officer::new(&council.site, &act, "auditor", "A. Audit", Role::Auditor).await;
    let html = auditor.get(&format!("/desk/circulations/{circulation}")).await;
    let hash = page["sha256"].as_str().expect("a hash");
    assert_eq!(html.status, 200);
    assert_eq!(html.body.matches(hash).count(), 6, "the paper's, and one with each copy");
    for number in 1..=4 {
        assert!(html.body.contains(&format!("Councillor {number:02} Sample")));
    }
    assert!(html.body.contains("sent by e-mail, 3 June 2024 at"), "{}", html.body);
    let file = auditor.get(&format!("/desk/circulations/{circulation}/proof/file")).await;
    assert!(file.status == 200 && file.body.contains(hash) && file.body.contains("Complete: nobody is owed a copy"), "{}", file.body);
    let refused = auditor.post(&format!("/desk/circulations/{circulation}/receipt"), &json!({})).await;
    assert_eq!(refused.status, 403, "an auditor changes nothing");
    let list = auditor.get("/desk/monitoring-reports.json?state=circulated&year=2024").await.json();
    assert_eq!(list["reports"][0]["id"], report);
    assert_eq!(auditor.get("/desk/monitoring-reports.json?year=2023").await.json()["reports"], json!([]));
    // The hash on the proof is the hash of the bytes that the paper still has.
    let bytes = auditor.get(&format!("/desk/papers/{paper}/versions/1/file")).await.body;
    assert_eq!(redress_store::chain::sha256(bytes.as_bytes()), hash);

    // A second report on the case, which one member still lacks, opens the duty once; looking at either list writes no more.
    let mut late = member(5);
    (late.email, late.terms) = (None, vec![Term { from: Some(date(2024, 9, 2)), to: None }]);
    council.members((1..=4).map(member).chain([late]).collect()).await;
    let (_, second) = signed_report(&council, case).await;
    let sent = council.clerk.done(&format!("/desk/papers/{second}/circulate"), json!({ "in_confidence": "no" })).await;
    let second = sent["circulation"].as_i64().expect("a circulation");
    assert_eq!(council.circulation(second, 5).await["open"], json!(["Councillor 05 Sample"]));
    for _ in 0..2 {
        assert_eq!(council.page(&format!("/desk/circulations/{circulation}")).await["complete"], true);
        assert_eq!(council.page(&format!("/desk/circulations/{second}")).await["complete"], false);
    }
    let duty = council.duty(ombudsman_paper, "mo_report_copies").await;
    let events: Vec<&str> = duty["events"].as_array().expect("events").iter().filter_map(|e| e["what"].as_str()).collect();
    assert_eq!(events, ["met", "reopened"], "{duty}");
}
