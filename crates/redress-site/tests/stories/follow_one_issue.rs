//! From a motion to the outcome through three bodies: one page, in order of time, with votes and changed wording. What an embargo
//! covers joins the page only when it is lifted.

use jiff::civil::date;
use redress::decision::Resolution;
use redress::private_meeting::{PrivateGround, PrivatePlan};
use redress::restriction::Paragraph;
use redress_store::desk::work::minute::WrittenMinute;
use serde_json::json;

use super::travelling::{Town, refused, words};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_motion_is_followed_through_three_bodies_on_one_page() {
    let t = Town::new(date(2026, 4, 20)).await;
    let (council, scrutiny, cabinet) = (t.body("Council").await, t.body("Homes Scrutiny Committee").await, t.body("Cabinet").await);
    let motion = t.meeting(council, "2025-09-17").await;
    let moved = t.item(motion, "14", "Motion: waiting times for repairs").await;
    let made = t.clerk.done("/desk/issues/create", json!({ "title": "Waiting times for repairs", "item": moved.to_string() })).await;
    let issue = made["issue"].as_i64().expect("an issue");
    refused(&t.clerk, "/desk/issues/create", json!({ "title": "Again", "item": moved.to_string() }), "").await;
    let amended = words("RESOLVED: That waiting times be published each quarter.");
    let minuted = Resolution { text: "RESOLVED: That waiting times be published each month.".into(), clauses: Vec::new() };
    t.decided(moved, redress::decision::Decision { as_minuted: Some(minuted), ..amended }).await;
    let minute = WrittenMinute { public_words: "The amendment was carried, 21 for, 14 against.".into(), private_words: None };
    t.site.desk().write_minute(moved, &minute, &t.act()).await.expect("written");

    let mut from = moved;
    let mut meetings = vec![motion];
    for (body, on, number, asked) in
        [(scrutiny, "2025-11-05", "5", "Say how it can be done."), (cabinet, "2026-02-11", "8", "Decide on the cost.")]
    {
        let meeting = t.meeting(body, on).await;
        let made = t.clerk.done(&format!("/desk/items/{from}/refer"), json!({ "to": body.to_string(), "asked": asked })).await;
        let take = json!({ "how": "new", "meeting": meeting.to_string(), "number": number });
        from = t.clerk.done(&format!("/desk/referrals/{}/take-up", made["referral"]), take).await["item"].as_i64().expect("an item");
        t.decided(from, words(&format!("RESOLVED at {on}: agreed."))).await;
        meetings.push(meeting);
    }
    // What scrutiny recommended stands at its stop, with its answer.
    let second = t.site.desk().planned_items(meetings[1]).await.expect("items")[0].id;
    let new = json!({ "number": 1, "text": "Publish waiting times by ward.", "addressee": "executive", "to": "Cabinet", "received": "2025-11-10", "notice": "2025-11-10" });
    let made = t.clerk.done(&format!("/desk/items/{second}/scrutiny-recommendations"), new).await;
    let kept = format!("/desk/scrutiny-recommendations/{}", made["recommendation"]);
    for meeting in &meetings {
        t.published(*meeting).await;
    }
    assert_eq!(t.publish(&format!("{kept}/publish")).await.status, 200);
    assert_eq!(t.publish(&format!("/desk/issues/{issue}/publish")).await.status, 200);

    let page = t.site.json("/issues/1.json?order=oldest").await;
    let days: Vec<&str> = page["items"].as_array().expect("items").iter().filter_map(|i| i["date"].as_str()).collect();
    assert_eq!(days, ["2025-09-17", "2025-11-05", "2026-02-11"]);
    let newest = t.site.json("/issues/1.json").await;
    assert_eq!(newest["items"][0]["date"], "2026-02-11");
    let html = t.site.page("/issues/1?order=oldest").await;
    let words = t.site.words("/issues/1?order=oldest").await;
    for said in [
        "21 for, 14 against",
        "Referred by Council to Homes Scrutiny Committee on 17 September 2025 ; taken up on 5 November 2025",
        "Referred by Homes Scrutiny Committee to Cabinet on 5 November 2025 ; taken up on 11 February 2026",
        "Recommendation 1 of Homes Scrutiny Committee, 5 November 2025",
        "overdue since 9 January 2026, 101 days late",
        "RESOLVED at 2026-02-11: agreed.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    // The changed wording, word against word.
    assert!(html.contains("removed: </span>quarter.") && html.contains("added: </span>month."), "{html}");

    // At the desk the same way, by items.
    let desk = t.clerk.get(&format!("/desk/issues/{issue}.json")).await.json();
    let stops: Vec<&str> = desk["stops"].as_array().expect("stops").iter().filter_map(|s| s["meeting"]["on_date"].as_str()).collect();
    assert_eq!(stops, ["2025-09-17", "2025-11-05", "2026-02-11"]);
    assert!(t.clerk.get("/desk/issues?words=repairs").await.body.contains("Waiting times for repairs"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_embargo_covers_is_on_no_public_page_and_in_no_telling_title() {
    let t = Town::new(date(2024, 6, 20)).await;
    let report = json!({ "reference": "23 900 072", "kind": "report", "dated": "2024-06-10", "received": "2024-06-10", "subject": "Damp in hostels",
        "services": "Housing repairs", "complainant": "Mrs X", "embargo": "event" });
    let paper = t.link.done("/desk/cases/register", report).await["ombudsman_paper"].clone();
    let (cabinet, council) = (t.body("Cabinet").await, t.body("Council").await);
    let meeting = t.meeting(cabinet, "2024-06-19").await;
    let open = t.item(meeting, "4", "Repairs to hostels").await;
    let new = json!({ "number": "5", "title": "Damp in hostels", "ombudsman_paper": paper.to_string() });
    let covered = t.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item");
    let create = |title: &str| json!({ "title": title, "item": covered.to_string() });
    refused(&t.clerk, "/desk/issues/create", create("Report 23 900 072"), "title").await;
    let form = t.clerk.get(&format!("/desk/issues/create.json?item={covered}")).await.json();
    let safe = form["given"]["title"][0].as_str().expect("a title").to_string();
    assert!(!safe.contains("hostels"), "{safe}");
    let issue = t.clerk.done("/desk/issues/create", create(&safe)).await["issue"].as_i64().expect("an issue");
    t.clerk.done(&format!("/desk/items/{open}/issue"), json!({ "issue": issue.to_string() })).await;
    let asked = json!({ "to": council.to_string(), "asked": "Decide on case 23 900 072." });
    refused(&t.clerk, &format!("/desk/items/{covered}/refer"), asked, "asked").await;
    let asked = json!({ "to": council.to_string(), "asked": "Decide on the matter." });
    t.clerk.done(&format!("/desk/items/{covered}/refer"), asked).await;
    assert!(!t.clerk.get(&format!("/desk/issues/{issue}")).await.body.contains("Damp in hostels"));

    t.published(meeting).await;
    assert_eq!(
        t.publish(&format!("/desk/issues/{issue}/publish")).await.status,
        422,
        "the open item says so already, and nothing else may go out"
    );
    let page = t.site.json("/issues/1.json").await;
    assert_eq!(page["items"].as_array().map(Vec::len), Some(1));
    assert!(!page.to_string().contains("Decide on the matter"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_said_in_private_goes_out_with_no_issue_and_no_recommendation() {
    let t = Town::new(date(2026, 4, 20)).await;
    let (scrutiny, cabinet) = (t.body("Homes Scrutiny Committee").await, t.body("Cabinet").await);
    let meeting = t.meeting(scrutiny, "2026-04-15").await;
    let open = t.item(meeting, "4", "Leases of shops").await;
    let untold = t.item(meeting, "5", "Arrears of the bakery").await;
    let new = json!({ "number": "6", "title": "Eviction of the bakery", "public_title": "A lease" });
    let told = t.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item");
    let made = t.clerk.done("/desk/issues/create", json!({ "title": "Leases of shops", "item": open.to_string() })).await;
    let issue = made["issue"].as_i64().expect("an issue");
    for item in [untold, told] {
        t.clerk.done(&format!("/desk/items/{item}/issue"), json!({ "issue": issue.to_string() })).await;
        let ground = PrivateGround::Reg4_2B {
            paragraphs: [Paragraph::Business].into(),
            public_interest: "The tenant would lose custom, and the public would gain nothing by it.".into(),
            contract_terms_in_negotiation: false,
        };
        let at = date(2026, 4, 1).at(9, 0, 0, 0);
        let reason = "It is about the business of a tenant.".into();
        let plan = PrivatePlan { ground, reason, by_account: t.clerk.account, by: "Piers Achterberg".into(), at, warnings: Vec::new() };
        t.site.desk().plan_in_private(item, &plan, &t.act()).await.expect("planned");
        t.site.desk().write_comment(item, "The Committee heard that the baker is ill.", &t.act()).await.expect("written");
        let asked = json!({ "to": cabinet.to_string(), "asked": "Decide whether the baker may stay." });
        t.clerk.done(&format!("/desk/items/{item}/refer"), asked).await;
    }
    let new = json!({ "number": 1, "text": "Let the baker stay until May.", "addressee": "executive", "to": "Cabinet" });
    let made = t.clerk.done(&format!("/desk/items/{told}/scrutiny-recommendations"), new).await;
    t.published(meeting).await;
    let came = t.publish(&format!("/desk/scrutiny-recommendations/{}/publish", made["recommendation"])).await;
    assert!(came.status == 422 && came.body.contains("considered in private"), "{}", came.body);
    assert_eq!(t.publish(&format!("/desk/issues/{issue}/publish")).await.status, 200);
    let page = t.site.json("/issues/1.json").await.to_string() + &t.site.words("/issues/1").await;
    assert!(page.contains("A lease") && page.contains("Not public: the item was considered in private"), "{page}");
    assert!(!page.to_lowercase().contains("baker"), "{page}");
}
