//! A scrutiny chair asks what became of two years of recommendations: each with its answer, reason, owner, day and evidence, those
//! without an answer overdue by the rule, counted by committee and year.

use jiff::civil::date;
use redress::reader::Role;
use serde_json::{Value, json};

use super::travelling::{Town, refused};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_recommendation_of_two_years_has_its_answer_or_is_overdue_by_the_rule() {
    let t = Town::new(date(2026, 6, 20)).await;
    t.site.desk().make_post(&t.act(), "Director of Homes", Role::ServiceDirector, None).await.expect("a post");
    let (homes, roads) = (t.body("Homes Scrutiny Committee").await, t.body("Roads Scrutiny Committee").await);
    let mut items = Vec::new();
    for (body, on) in [(homes, "2025-04-09"), (homes, "2026-04-09"), (roads, "2026-05-06")] {
        let meeting = t.meeting(body, on).await;
        items.push((meeting, t.item(meeting, "5", "Repairs and roads").await));
    }
    let record = async |item: i64, number: u32, text: &str, received: &str| {
        let new =
            json!({ "number": number, "text": text, "addressee": "executive", "to": "Cabinet", "received": received, "notice": received });
        let made = t.clerk.done(&format!("/desk/items/{item}/scrutiny-recommendations"), new).await;
        made["recommendation"].as_i64().expect("a recommendation")
    };
    let accepted = record(items[0].1, 1, "Publish waiting times each month.", "2025-04-14").await;
    let part = record(items[0].1, 2, "Visit every home within ten days.", "2025-04-14").await;
    let rejected = record(items[0].1, 3, "Stop charging for lost keys.", "2025-04-14").await;
    let overdue = record(items[1].1, 1, "Answer the telephone at night.", "2026-04-13").await;
    let waiting = record(items[2].1, 1, "Mend the surface of Mill Lane.", "2026-05-11").await;
    let address = format!("/desk/items/{}/scrutiny-recommendations", items[0].1);
    let again = json!({ "number": 3, "text": "Once more.", "addressee": "executive", "to": "Cabinet" });
    refused(&t.clerk, &address, again, "number").await;
    let early = json!({ "number": 4, "text": "Once more.", "addressee": "executive", "to": "Cabinet", "received": "2025-04-01" });
    refused(&t.clerk, &address, early, "received").await;
    let partner = json!({ "number": 4, "text": "Share the list of empty homes.", "addressee": "partner", "to": "Thornmere Hospital" });
    let partner = t.clerk.done(&address, partner).await["recommendation"].as_i64().expect("a recommendation");

    // The answers. Without reasons, owner or the version that was seen there is none.
    let respond = |id: i64| format!("/desk/scrutiny-recommendations/{id}/respond");
    let on = |day: &str, rest: Value| {
        let mut body = json!({ "on": day, "by": "Cabinet, minute 34", "revision": "1" });
        body.as_object_mut().expect("an object").extend(rest.as_object().cloned().expect("an object"));
        body
    };
    refused(&t.chief, &respond(rejected), on("2025-06-03", json!({ "answer": "rejected", "reasons": "No." })), "reasons").await;
    refused(&t.chief, &respond(accepted), on("2025-06-03", json!({ "answer": "accepted", "action": "Publish them monthly" })), "owner")
        .await;
    let work = json!({ "answer": "accepted", "action": "Publish them monthly", "owner": "Director of Homes", "by_when": "2025-09-01",
        "evidence": "The page of figures of September 2025" });
    refused(&t.chief, &respond(accepted), on("2025-04-01", work.clone()), "on").await;
    refused(&t.chief, &respond(accepted), on("2026-06-21", work.clone()), "on").await;
    assert_eq!(t.link.post(&respond(accepted), &on("2025-06-03", work.clone())).await.status, 403);
    t.chief.done(&respond(accepted), on("2025-06-03", work.clone())).await;
    refused(&t.chief, &respond(accepted), on("2025-06-04", work), "").await;
    let half = json!({ "answer": "in_part", "action": "Visit within twenty days", "owner": "Director of Homes", "not": "Ten days would need more surveyors" });
    let made = t.chief.done(&respond(part), on("2025-06-16", half)).await;
    assert_eq!(made["days_late"], 3, "two months ended on 13 June 2025");
    t.chief
        .done(&respond(rejected), on("2025-06-03", json!({ "answer": "rejected", "reasons": "The charge covers what the keys cost." })))
        .await;

    // The list and the tally; every figure opens its list.
    let list = t.chief.get("/desk/scrutiny-recommendations.json").await.json();
    assert_eq!(list["total"], 6);
    let line = |committee: &str, year: i64, figures: [i64; 7]| {
        let [made, accepted, in_part, rejected, waiting, overdue, late] = figures;
        json!({ "committee": committee, "year": year, "made": made, "accepted": accepted, "in_part": in_part, "rejected": rejected,
            "waiting": waiting, "overdue": overdue, "late": late })
    };
    let tally = json!([
        line("Homes Scrutiny Committee", 2025, [4, 1, 1, 1, 1, 0, 1]),
        line("Homes Scrutiny Committee", 2026, [1, 0, 0, 0, 0, 1, 0]),
        line("Roads Scrutiny Committee", 2026, [1, 0, 0, 0, 1, 0, 0]),
    ]);
    assert_eq!(list["tally"], tally);
    for (query, ids) in [
        ("answer=overdue", vec![overdue]),
        ("answer=waiting", vec![waiting, partner]),
        ("answer=late", vec![part]),
        ("committee=Homes%20Scrutiny%20Committee&year=2025&answer=rejected", vec![rejected]),
    ] {
        let list = t.chief.get(&format!("/desk/scrutiny-recommendations.json?{query}")).await.json();
        let found: Vec<i64> = list["recommendations"].as_array().expect("a list").iter().filter_map(|r| r["id"].as_i64()).collect();
        assert_eq!(found, ids, "{query}");
    }
    assert!(t.chief.get("/desk/scrutiny-recommendations?answer=nonsense").await.body.contains("Answer must be one of those in the list"));

    // My work and the command name those whose clock runs, the overdue one with its days.
    let mine = t.chief.get("/desk").await.body;
    assert!(mine.contains("Answer recommendation 1 of Homes Scrutiny Committee, 9 April 2026") && mine.contains("8 days late"), "{mine}");
    let owed = t.world.redress(&["desk", "--on", "2026-06-20", "--json"]);
    let owed: Value = serde_json::from_slice(&owed.stdout).expect("JSON");
    let titles: Vec<&str> = owed["owed"].as_array().expect("a list").iter().filter_map(|l| l["title"].as_str()).collect();
    assert_eq!(
        titles,
        [
            "Answer recommendation 1 of Homes Scrutiny Committee, 9 April 2026",
            "Answer recommendation 1 of Roads Scrutiny Committee, 6 May 2026"
        ]
    );

    // The public: nothing before its item is public, then the same figures, rows and reasons.
    let publish = |id: i64| format!("/desk/scrutiny-recommendations/{id}/publish");
    assert_eq!(t.publish(&publish(accepted)).await.status, 422);
    assert_eq!(t.site.json("/scrutiny.json").await["total"], 0);
    for (meeting, _) in &items {
        t.published(*meeting).await;
    }
    for id in [accepted, part, rejected, overdue, waiting, partner] {
        let came = t.publish(&publish(id)).await;
        assert_eq!(came.status, 200, "{}", came.body);
    }
    assert_eq!(t.publish(&publish(accepted)).await.status, 422, "nothing changed");
    let public = t.site.json("/scrutiny.json").await;
    assert_eq!(public["tally"], tally);
    assert_eq!(t.site.json("/scrutiny.json?answer=overdue").await["entries"][0]["days_late"], 8);
    assert_eq!(t.site.get("/scrutiny?answer=nonsense").await.0, 400);
    let words = t.site.words("/scrutiny/2025-04-09-homes-scrutiny-committee-2").await;
    for said in [
        "Accepted in part",
        "Ten days would need more surveyors",
        "Director of Homes",
        "16 June 2025",
        "3 days late: the last day was 13 June 2025",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let words = t.site.words("/scrutiny/2025-04-09-homes-scrutiny-committee-1").await;
    assert!(words.contains("The page of figures of September 2025") && words.contains("1 September 2025"), "{words}");
    let csv = t.site.page("/scrutiny.csv").await;
    assert_eq!(csv.lines().count(), 7, "{csv}");
    assert!(csv.contains("2025-06-13,in_part,Visit within twenty days,Director of Homes"), "{csv}");
    assert!(
        t.site
            .page("/scrutiny")
            .await
            .contains("href=\"/scrutiny?committee=Homes%20Scrutiny%20Committee&amp;year=2026&amp;answer=overdue\"")
    );
}
