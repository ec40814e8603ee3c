//! One report goes from Cabinet to two scrutiny committees and the council. One page shows the stops with their days, every referral
//! with both ends, and what each body said, which the report to the next body repeats.

use jiff::civil::date;
use serde_json::{Value, json};

use super::travelling::{Town, refused, words};

const TITLE: &str = "Ombudsman: housing and children's services";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_gathers_comments_on_its_way_to_the_council() {
    let t = Town::new(date(2021, 7, 30)).await;
    let (cabinet, children) = (t.body("Cabinet").await, t.body("Children's Scrutiny Committee").await);
    let (business, council) = (t.body("Business Support Scrutiny Committee").await, t.body("Council").await);
    let first = t.meeting(cabinet, "2021-05-04").await;
    let item = t.item(first, "6", TITLE).await;
    let paper = t.clerk.paper(item, "Report of the director", "Report of the director", "report.txt", b"The same report.").await;
    t.decided(item, words("RESOLVED: a) that the findings be noted; b) that scrutiny comment.")).await;

    // Bad input: to itself, without words, before it was referred, twice.
    let refer = format!("/desk/items/{item}/refer");
    refused(&t.clerk, &refer, json!({ "to": cabinet.to_string(), "asked": "Comment on the action plan." }), "to").await;
    refused(&t.clerk, &refer, json!({ "to": children.to_string(), "asked": "?" }), "asked").await;
    let made = t.clerk.done(&refer, json!({ "to": children.to_string(), "asked": "Comment on the action plan." })).await;
    let referral = made["referral"].as_i64().expect("a referral");
    refused(&t.clerk, &refer, json!({ "to": children.to_string(), "asked": "Comment on the action plan." }), "to").await;
    let (early, june) = (t.meeting(children, "2021-04-20").await, t.meeting(children, "2021-06-09").await);
    let take_up = format!("/desk/referrals/{referral}/take-up");
    let take = |meeting: i64| json!({ "how": "new", "meeting": meeting.to_string(), "number": "5", "papers": [paper.to_string()] });
    refused(&t.clerk, &take_up, take(early), "meeting").await;
    let second = t.clerk.done(&take_up, take(june)).await["item"].as_i64().expect("an item");
    refused(&t.clerk, &take_up, take(june), "").await;

    // The item at the other end has the same issue and the same file.
    let desk = t.site.desk();
    let planned = desk.planned_item(second).await.expect("a store").expect("an item");
    let issue = planned.issue_id.expect("an issue");
    let page = t.clerk.get(&format!("/desk/items/{second}.json")).await.json();
    let copy = page["papers"][0]["id"].as_i64().expect("a paper");
    let hash = async |paper: i64| desk.versions(paper).await.expect("versions")[0].sha256.clone();
    assert_ne!(copy, paper);
    assert_eq!(hash(copy).await, hash(paper).await);

    // On to the second committee, by a new item; and to the council, by one that is on its agenda already.
    let july = t.meeting(business, "2021-07-01").await;
    let made = t
        .clerk
        .done(&format!("/desk/items/{second}/refer"), json!({ "to": business.to_string(), "asked": "Comment on the cost of it." }))
        .await;
    let new = json!({ "how": "new", "meeting": july.to_string(), "number": "7" });
    let third = t.clerk.done(&format!("/desk/referrals/{}/take-up", made["referral"]), new).await["item"].as_i64().expect("an item");
    let last = t.meeting(council, "2021-07-22").await;
    let fourth = t.item(last, "11", TITLE).await;
    let made =
        t.clerk.done(&format!("/desk/items/{third}/refer"), json!({ "to": council.to_string(), "asked": "Receive the report." })).await;
    let there = json!({ "how": "there", "item": fourth.to_string() });
    t.clerk.done(&format!("/desk/referrals/{}/take-up", made["referral"]), there).await;

    // What each body said: the report to the council repeats it in three numbered sections, in order of time.
    for (item, said) in [(item, "Noted; scrutiny is asked."), (second, "The plan needs dates."), (third, "The cost is fair.")] {
        t.clerk.done(&format!("/desk/items/{item}/comment"), json!({ "said": said })).await;
    }
    let page = t.clerk.get(&format!("/desk/issues/{issue}.json")).await.json();
    let sections: Vec<(u64, String)> = page["said"]["versions"][2]["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .map(|s| (s["number"].as_u64().unwrap_or(0), s["heading"].as_str().unwrap_or("").to_string()))
        .collect();
    let expected =
        ["Cabinet, 4 May 2021", "Children's Scrutiny Committee, 9 June 2021", "Business Support Scrutiny Committee, 1 July 2021"];
    assert_eq!(sections, (4..).zip(expected.map(String::from)).collect::<Vec<_>>());

    // A meeting before all of them has no item on record.
    let earlier = format!("/desk/issues/{issue}/considered-earlier");
    t.clerk.done(&earlier, json!({ "on": "2021-04-23", "body": "Improvement Board", "words": "Report to Cabinet, paragraph 2" })).await;
    refused(&t.clerk, &earlier, json!({ "on": "2021-08-23", "body": "Improvement Board", "words": "Not yet" }), "on").await;

    // Nothing of it is public before it is published, and then the whole way is.
    let publish = format!("/desk/issues/{issue}/publish");
    assert_eq!(t.publish(&publish).await.status, 422, "no item is public");
    t.published(first).await;
    t.published(june).await;
    assert_eq!(t.site.json("/issues/1.json").await["issue"]["journey"], Value::Null, "referrals wait for an act of their own");
    assert_eq!(t.publish(&publish).await.status, 200);
    let waiting = t.site.words("/issues/1").await;
    assert!(waiting.contains("What waits Business Support Scrutiny Committee"), "the other end is not public yet: {waiting}");
    for meeting in [july, last] {
        t.published(meeting).await;
    }
    assert_eq!(t.publish(&publish).await.status, 200);
    assert_eq!(t.publish(&publish).await.status, 422, "nothing changed since");
    let public = t.site.json("/issues/1.json?order=oldest").await;
    let route: Vec<(&str, &str, bool)> = public["route"]
        .as_array()
        .expect("a route")
        .iter()
        .map(|s| (s["date"].as_str().unwrap_or(""), s["body"].as_str().unwrap_or(""), s["item"].is_string()))
        .collect();
    assert_eq!(
        route,
        [
            ("2021-04-23", "Improvement Board", false),
            ("2021-05-04", "Cabinet", true),
            ("2021-06-09", "Children's Scrutiny Committee", true),
            ("2021-07-01", "Business Support Scrutiny Committee", true),
            ("2021-07-22", "Council", true),
        ]
    );
    let words = t.site.words("/issues/1?order=oldest").await;
    for said in [
        "Referred by Cabinet to Children's Scrutiny Committee on 4 May 2021 ; taken up on 9 June 2021",
        "Asked: Comment on the action plan.",
        "The plan needs dates.",
        "The cost is fair.",
        "b) that scrutiny comment.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!words.contains("What waits"), "{words}");
    // What is withdrawn takes its words along: the page tells the rest of the way without it.
    let gone = json!({ "kind": "item", "key": "2021-06-09-childrens-scrutiny-committee/5", "class": "published in error", "reason": "It was a draft" });
    let came = t.clerk.post("/desk/withdraw", &gone).await;
    assert_eq!(came.status, 200, "{}", came.body);
    let words = t.site.words("/issues/1?order=oldest").await;
    assert!(!words.contains("The plan needs dates.") && words.contains("The cost is fair."), "{words}");
    assert!(!words.contains("taken up on 9 June 2021"), "{words}");
    let verified = t.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}
