//! Eight earlier cases of the predecessor council are reviewed: known by placeholders at first, shown to a member of scrutiny,
//! reported to a board, closed only when every one has a finding. The new report's ten recommendations go their own way.

use jiff::civil::{Date, date};
use redress::ombudsman::figures::{Row, by_year, left_out};
use redress::ombudsman::recommendation::Nature;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::Officer;
use super::world::{Running, World};

const TODAY: Date = date(2019, 10, 3);
const PREDECESSOR: &str = "Thornmere County Council";

struct Council {
    world: World,
    site: Running,
    clock: Clock,
    link: Officer,
    monitoring: Officer,
    clerk: Officer,
    member: Officer,
    other: Officer,
}

async fn council() -> Council {
    let world = World::new().await;
    world.done(&["init", "Thornmere Council"]);
    let clock = Clock::on(TODAY);
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "Lena Farrier", Role::LinkOfficer).await;
    let monitoring = Officer::new(&site, &act, "monitoring", "Mo Achterberg", Role::MonitoringOfficer).await;
    let clerk = Officer::new(&site, &act, "clerk", "Cleo Wren", Role::DemocraticServices).await;
    let member = Officer::new(&site, &act, "member", "Councillor Mabel Teasel", Role::Member).await;
    let other = Officer::new(&site, &act, "other", "Councillor Odo Sorrel", Role::Member).await;
    Council { world, site, clock, link, monitoring, clerk, member, other }
}

impl Council {
    /// An item of a meeting that is planned for it.
    async fn item(&self, body: &str, on: &str, title: &str) -> i64 {
        self.clerk.done("/desk/bodies/add", json!({ "name": body })).await;
        let bodies = self.site.desk().bodies().await.expect("a store");
        let number = bodies.iter().find(|(_, name)| name == body).map(|(id, _)| id.to_string()).expect("a body");
        self.clerk.done("/desk/meetings/plan", json!({ "body": number, "on": on })).await;
        let meetings = self.site.desk().planned_meetings(on, 10).await.expect("a store");
        let meeting = meetings.iter().find(|m| m.body == body).expect("a meeting").id;
        let made = self.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), json!({ "number": "9", "title": title })).await;
        made["item"].as_i64().expect("an item")
    }

    /// The report that started it all, with ten recommendations: five for the family, five for the service.
    async fn report(&self) -> i64 {
        let new = json!({
            "reference": "18 016 599", "kind": "report", "dated": "2019-08-27", "received": "2019-08-28", "subject": "Education at home",
            "embargo": "none", "predecessor": PREDECESSOR,
        });
        let made = self.link.done("/desk/cases/register", new).await;
        for number in 1..=10 {
            let personal = number <= 5;
            let new = json!({
                "number": number, "nature": if personal { "personal" } else { "service_improvement" },
                "kinds": [if personal { "payment" } else { "training" }], "words": format!("Do the thing numbered {number}"),
                "rule": "three_months", "beneficiary": if personal { "Mrs X" } else { "" },
            });
            self.link.done(&format!("/desk/ombudsman-papers/{}/recommend", made["ombudsman_paper"]), new).await;
        }
        made["cases"][0].as_i64().expect("a case")
    }

    async fn read(&self, address: &str) -> Value {
        let came = self.link.get(address).await;
        assert_eq!(came.status, 200, "{address}: {}", came.body);
        came.json()
    }

    /// A deed that is refused; gives the field and what is said beside it.
    async fn refused(&self, who: &Officer, address: &str, body: Value) -> (String, String) {
        let came = who.post(address, &body).await;
        assert_eq!(came.status, 422, "{address}: {}", came.body);
        let error = &came.json()["error"];
        let text = |name: &str| error[name].as_str().unwrap_or_default().to_string();
        (text("field"), text("message"))
    }
}

#[tokio::test]
async fn eight_earlier_cases_are_looked_at_again() {
    let council = council().await;
    let Council { link, monitoring, .. } = &council;
    let report = council.report().await;
    let asked_before = council.read(&format!("/desk/cases/{report}/recommendations.json")).await;
    assert_eq!(asked_before["recommendations"].as_array().map(Vec::len), Some(10));
    let decided = council.item("Cabinet", "2019-10-01", "Report of the Ombudsman's").await;
    let scrutiny = council.item("People Scrutiny Committee", "2019-10-08", "Extract of the Cabinet's minutes").await;
    let board = council.item("Health and Wellbeing Board", "2019-10-30", "Earlier cases: first report").await;

    let commission = json!({
        "title": "Eight earlier cases", "declared": 8, "on": "2019-10-01", "item": decided.to_string(), "placeholders": "yes",
        "commissioned_by": "The portfolio holder for children\nThe executive director for people", "predecessor": PREDECESSOR,
    });
    let made = link.done("/desk/reviews/commission", commission).await;
    assert_eq!(made["keys"], json!(["PREV-1", "PREV-2", "PREV-3", "PREV-4", "PREV-5", "PREV-6", "PREV-7", "PREV-8"]));
    let cases: Vec<i64> = made["cases"].as_array().expect("cases").iter().filter_map(Value::as_i64).collect();
    let review = format!("/desk/reviews/{}", made["review"]);
    let page = council.read(&format!("{review}.json")).await;
    assert_eq!((page["members"].as_array().map(Vec::len), &page["decided_by"]), (Some(8), &json!(decided)));
    assert_eq!(page["commission"]["by"].as_array().map(Vec::len), Some(2));

    the_total_must_match(&council, &review).await;
    the_board_gets_it_in_time(&council, &review, scrutiny, board).await;
    a_member_may_ask_to_see_them(&council, &review, cases[0]).await;
    a_reference_found_later_stays_in_it(&council, &review, cases[0]).await;

    for (at, case) in cases.iter().enumerate() {
        let found = if at < 4 { "done" } else { "cannot_be_shown" };
        let mut body = json!({ "case": case.to_string(), "finding": found, "evidence": format!("Archive box {at}") });
        if found == "cannot_be_shown" {
            let (field, _) = council.refused(link, &format!("{review}/finding"), body.clone()).await;
            assert_eq!(field, "new_action");
            body["new_action"] = "Write to the family and ask".into();
        }
        link.done(&format!("{review}/finding"), body).await;
    }
    let page = council.read(&format!("{review}.json")).await;
    assert_eq!(page["words"], "4 done, 4 cannot be shown, of 8");
    assert_eq!((&page["summary"]["done"], &page["summary"]["cannot_be_shown"], &page["summary"]["of"]), (&json!(4), &json!(4), &json!(8)));
    assert!(page["report"]["text"].to_string().contains("4 done, 4 cannot be shown, of 8"), "{}", page["report"]);
    assert_eq!(page["report"]["table"].as_array().map(Vec::len), Some(8));
    let shown = link.get(&review).await.body;
    assert!(shown.contains("4 done, 4 cannot be shown, of 8") && shown.contains("Cannot be shown</td>"), "{shown}");

    assert_eq!(link.post(&format!("{review}/close"), &json!({ "why": "Done" })).await.status, 403, "it is the monitoring officer's");
    monitoring.done(&format!("{review}/close"), json!({ "why": "Every case was looked at" })).await;
    let late = json!({ "case": cases[0].to_string(), "finding": "done_late", "evidence": "A letter" });
    assert!(council.refused(link, &format!("{review}/finding"), late).await.1.contains("closed"));
    for (state, found) in [("open", 0), ("closed", 1)] {
        assert_eq!(council.read(&format!("/desk/reviews.json?state={state}")).await["total"], found);
    }
    let asked_after = council.read(&format!("/desk/cases/{report}/recommendations.json")).await;
    assert_eq!(asked_before, asked_after, "the ten keep their own state");
    council.world.done(&["verify"]);
}

async fn the_total_must_match(council: &Council, review: &str) {
    let close = format!("{review}/close");
    let why = json!({ "why": "All seen" });
    assert!(council.refused(&council.monitoring, &close, why.clone()).await.1.contains("without a finding: 8"));
    council.link.done(&format!("{review}/take-in"), json!({ "references": "PREV-9" })).await;
    let (_, words) = council.refused(&council.monitoring, &close, why).await;
    assert!(words.contains("commissioned for 8 cases, and 9 are listed"), "{words}");
    let (_, words) = council.refused(&council.link, &format!("{review}/take-in"), json!({ "references": "PREV-3" })).await;
    assert!(words.contains("PREV-3 is in the review already"), "{words}");
    let page = council.read(&format!("{review}.json")).await;
    let ninth = page["members"][8]["case"].to_string();
    council.link.done(&format!("{review}/leave-out"), json!({ "case": ninth, "why": "Counted twice" })).await;
    let page = council.read(&format!("{review}.json")).await;
    assert_eq!((page["summary"]["of"].as_i64(), &page["left_out"][0][0]), (Some(8), &json!("PREV-9")));
}

async fn the_board_gets_it_in_time(council: &Council, review: &str, scrutiny: i64, board: i64) {
    let made = council.link.done(&format!("{review}/report-to"), json!({ "item": board.to_string() })).await;
    assert_eq!(made["agenda"]["by"], "2019-10-22");
    council.link.done(&format!("{review}/report-to"), json!({ "item": scrutiny.to_string() })).await;
    let twice = council.refused(&council.link, &format!("{review}/report-to"), json!({ "item": board.to_string() })).await;
    assert_eq!(twice.0, "item");
    let page = council.read(&format!("{review}.json")).await;
    assert_eq!((&page["reports"][0]["on"], &page["reports"][1]["on"]), (&json!("2019-10-08"), &json!("2019-10-30")));
    assert!(council.link.get(review).await.body.contains("Tuesday 22 October 2019"));
}

async fn a_member_may_ask_to_see_them(council: &Council, review: &str, case: i64) {
    let Council { member, other, monitoring, .. } = council;
    let (page, of_case) = (format!("{review}.json"), format!("{review}/cases/{case}.json"));
    assert_eq!(member.get(&page).await.status, 404, "to whom it is not shown it is not there");
    let show = json!({ "member": member.account.to_string(), "why": "People Scrutiny asked on 8 October", "until": "2019-10-31" });
    assert_eq!(council.clerk.post(&format!("{review}/show-to"), &show).await.status, 403);
    council.link.done(&format!("{review}/show-to"), show).await;
    let seen = member.get(&page).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert_eq!(seen.json()["openings"], json!([]), "who opened it is not for members");
    assert_eq!(member.get(&of_case).await.status, 200);
    assert_eq!(member.get("/members.json").await.json()["reviews"][0]["title"], "Eight earlier cases");
    assert_eq!(member.get(&format!("/desk/cases/{case}.json")).await.status, 403, "the desk stays shut");
    assert_eq!((other.get(&page).await.status, other.get(&of_case).await.status), (404, 404));
    let told = monitoring.get(&page).await.json();
    assert_eq!((told["openings"].as_array().map(Vec::len), &told["openings"][0]["case_file_id"]), (Some(2), &json!(case)));
    assert_eq!(told["shown"][0]["shown_by"], "Lena Farrier");
    // What was shown until a day that has passed is shut again.
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let id = review.rsplit('/').next().and_then(|n| n.parse().ok()).expect("a number");
    council.site.desk().show_review(id, other.account, "They asked", date(2019, 10, 2), &act).await.expect("shown");
    assert_eq!(other.get(&page).await.status, 404, "the day has passed");
}

async fn a_reference_found_later_stays_in_it(council: &Council, review: &str, case: i64) {
    let Council { link, site, .. } = council;
    link.done(&format!("/desk/cases/{case}/name"), json!({ "reference": "18 001 971" })).await;
    let old = json!({
        "reference": "18 001 971", "kind": "statement", "dated": "2018-09-27", "received": "2018-09-28", "subject": "School transport",
        "embargo": "none",
    });
    let paper = link.done("/desk/cases/register", old).await;
    assert_eq!(paper["cases"][0], case);
    let new = json!({ "number": 1, "nature": "service_improvement", "kinds": ["training"], "words": "Train the transport team", "rule": "three_months" });
    link.done(&format!("/desk/ombudsman-papers/{}/recommend", paper["ombudsman_paper"]), new).await;
    let page = council.read(&format!("{review}.json")).await;
    let first = &page["members"][0];
    assert_eq!((&first["key"], &first["dated"]), (&json!("18 001 971"), &json!("2018-09-27")));
    assert_eq!(first["agreed"][0]["text"], "Train the transport team");
    let tracked = council.read(&format!("/desk/cases/{case}/recommendations.json")).await;
    assert_eq!((&tracked["origin"], &tracked["recommendations"][0]["due_on"]), (&json!("review"), &json!("2018-12-27")));
    let kept = site.desk().case_file(case).await.expect("a store").expect("a case");
    assert_eq!((kept.file.predecessor.as_deref(), kept.file.subject.as_str()), (Some(PREDECESSOR), "School transport"));
    let all = site.desk().recommendations_of_case(case).await.expect("a store");
    let rows: Vec<Row> = all.iter().map(|r| Row::in_file(&r.tracked, &kept.file)).collect();
    let natures = [Nature::ServiceImprovement];
    assert!(rows.len() == 1 && by_year(&rows, &natures, TODAY).is_empty() && left_out(&rows, &natures) == 0, "no year counts it again");
}
