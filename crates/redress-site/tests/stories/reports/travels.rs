//! One report goes to Cabinet, two scrutiny committees and Council: each next version holds what the bodies before it said, in
//! numbered sections; every version stays with its size and hash, and Appendix A is one file in all.

use std::collections::BTreeSet;

use jiff::civil::date;
use redress::restriction::{Audience, Ground, Paragraph, Restriction};
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::at_work::{AtWork, number};

const TEXT: &str = "# Recommendations\n\nThat the report is noted.\n\n# Findings\n\nThe finding.";

#[tokio::test]
async fn the_comments_of_earlier_bodies_accumulate() {
    let mut council = AtWork::on(date(2021, 4, 6)).await;
    let kind = council.kind(json!({ "sections": "Recommendations\nFindings" })).await;
    let stops = [
        ("Cabinet", "2021-05-04", "RESOLVED:\na) that the findings be noted;\nb) that the actions be agreed."),
        ("Children and Young People Scrutiny Committee", "2021-06-09", "The Committee asked how staff are trained."),
        ("Business Support Scrutiny Committee", "2021-07-01", "The Committee asked about waiting times."),
        ("Council", "2021-07-22", "RESOLVED: that the report be noted."),
    ];
    let mut items = Vec::new();
    for (body, on, _) in stops {
        let meeting = council.meeting(body, on).await;
        items.push(council.item(meeting, "Repairs at Mill Lane").await);
    }
    council.author.paper(items[0], "Appendix A", "Appendix A", "a.txt", b"The Ombudsman's report.").await;
    let report = council.report(kind, items[0]).await;
    let next = format!("/desk/reports/{report}/for-next-body");
    council.write(report, TEXT).await;
    let early = council.author.post(&next, &json!({ "item": items[1].to_string() })).await;
    assert!(early.status == 422 && early.body.contains("not finished"), "{}", early.body);
    for (at, (_, held, said)) in stops.iter().enumerate().take(3) {
        let paper = council.cleared_and_finished(report).await;
        let act = Act { who: "story", at: council.clock.now().timestamp() };
        if at == 1 {
            council.site.desk().keep_restriction(paper, &restriction(), "restrict", &act).await.expect("restricted");
        }
        council.move_to(held.parse().expect("a day")).await;
        let unsaid = council.author.post(&next, &json!({ "item": items[at + 1].to_string() })).await;
        assert!(unsaid.status == 422 && unsaid.body.contains("Record first what"), "{}", unsaid.body);
        let decision = json!({ "text": said, "reasons": "None", "options_rejected": "None", "interests": "None" });
        council.clerk.done(&format!("/desk/items/{}/decision", items[at]), decision).await;
        let update = if at == 2 { json!("The Ombudsman is satisfied and has closed the case.") } else { Value::Null };
        let made = council.author.done(&next, json!({ "item": items[at + 1].to_string(), "update": update })).await;
        assert_eq!(number(&made, "version"), i64::try_from(at).expect("small") + 2);
    }
    let last = council.cleared_and_finished(report).await;
    let brought = council.site.desk().restriction_of(last).await.expect("a store").map(|line| line.restriction);
    assert_eq!(brought, Some(restriction()), "the next bodies' papers are under it too");

    let version = async |n: i64| council.author.get(&format!("/desk/reports/{report}/versions/{n}.json")).await.json();
    let sections = async |n: i64| -> Vec<(String, String)> {
        let text = version(n).await["version"]["text"]["blocks"].as_array().expect("blocks").clone();
        let heads = text.iter().filter(|b| b["block"] == "heading");
        heads.map(|b| (b["number"].as_str().unwrap_or("").to_string(), b["words"].as_str().unwrap_or("").to_string())).collect()
    };
    let own = [("1", "Recommendations"), ("2", "Findings"), ("3", "Cabinet, 4 May 2021")];
    let young = ("4", "Children and Young People Scrutiny Committee, 9 June 2021");
    let support = ("5", "Business Support Scrutiny Committee, 1 July 2021");
    let of = |all: &[(&str, &str)]| all.iter().map(|(n, w)| ((*n).to_string(), (*w).to_string())).collect::<Vec<_>>();
    assert_eq!(sections(1).await, of(&own[..2]));
    assert_eq!(sections(3).await, of(&[&own[..], &[young]].concat()), "1 July holds Cabinet's result and the first committee's comments");
    assert_eq!(sections(4).await, of(&[&own[..], &[young, support, ("6", "Since the last meeting")]].concat()));
    let third = version(3).await["version"]["text"].to_string();
    assert!(third.contains("that the findings be noted;") && third.contains("\"a)\""), "lettered decisions keep their letters: {third}");

    let page = council.page(report).await;
    let hashes: BTreeSet<&str> = page["versions"].as_array().expect("versions").iter().filter_map(|v| v["sha256"].as_str()).collect();
    assert_eq!(hashes.len(), 4, "every version stays with its own hash");
    assert!(page["versions"].as_array().expect("versions").iter().all(|v| v["bytes"].as_i64().is_some_and(|b| b > 0)));
    let meetings = page["meetings"].as_array().expect("meetings");
    let appendices: BTreeSet<&str> = meetings.iter().filter_map(|m| m["appendices"][0]["sha256"].as_str()).collect();
    assert_eq!((meetings.len(), appendices.len()), (4, 1), "Appendix A is the same file in all: {meetings:?}");
    assert!(meetings.iter().all(|m| m["paper"].is_i64() && m["appendices"].as_array().is_some_and(|a| a.len() == 1)));
    let papers: BTreeSet<i64> = meetings.iter().filter_map(|m| m["paper"].as_i64()).collect();
    assert_eq!(papers.len(), 4);
}

fn restriction() -> Restriction {
    let public_interest = "The owner would lose custom, and the public would gain nothing by it.".into();
    Restriction {
        ground: Ground::Exempt { paragraphs: [Paragraph::Business].into(), public_interest, contract_terms_in_negotiation: false },
        public_reason: "It is about the business of the owner.".into(),
        audience: Audience::nobody(),
        imposed_by: "A".into(),
        imposed_on: date(2021, 5, 5),
        review_on: date(2021, 11, 5),
        late_review_reason: None,
        challenge: "Write to us.".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    }
}
