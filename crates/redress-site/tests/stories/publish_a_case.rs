//! A finding with remedies for a person and improvements for everybody goes public: the improvements one by one, the person
//! never; what changed gets a new version, and what was withdrawn is gone.

use jiff::civil::{Date, date};
use redress::ombudsman::axes::Submission;
use redress::ombudsman::history::Entry;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::{Came, Officer};
use super::world::{Running, World};

const TODAY: Date = date(2024, 6, 20);

struct Story {
    world: World,
    clock: Clock,
    site: Running,
    link: Officer,
    monitoring: Officer,
    clerk: Officer,
}

impl Story {
    async fn new() -> Story {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(TODAY);
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
        let monitoring = Officer::new(&site, &act, "monitoring", "Piers Achterberg", Role::MonitoringOfficer).await;
        let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
        Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
        Story { world, clock, site, link, monitoring, clerk }
    }

    /// Registers a paper; gives its number and the case's.
    async fn registered(&self, mut paper: Value) -> (i64, i64) {
        for (field, value) in [("kind", "statement"), ("dated", "2024-03-08"), ("received", "2024-03-08"), ("embargo", "none")] {
            if paper[field].is_null() {
                paper[field] = json!(value);
            }
        }
        paper["subject"] = json!("Damp at a hostel");
        paper["services"] = json!("Housing repairs");
        paper["complainant"] = json!("Mrs X");
        let made = self.link.done("/desk/cases/register", paper).await;
        (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"))
    }

    async fn recommended(&self, paper: i64, nature: &str, kind: &str, words: &str, rule: &str) -> i64 {
        let mut new = json!({ "nature": nature, "kinds": [kind], "words": words, "rule": rule });
        let form = self.link.get(&format!("/desk/ombudsman-papers/{paper}/recommend.json")).await.json();
        new["number"] = form["given"]["number"][0].clone();
        if nature == "personal" {
            (new["beneficiary"], new["amount"]) = (json!("Mrs X"), json!("1,234.56"));
        }
        let made = self.link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
        made["recommendation"].as_i64().expect("a recommendation")
    }

    async fn sent(&self, recommendation: i64, on: Date) {
        let (desk, act) = (self.site.desk(), Act { who: "Imogen Farrier", at: self.clock.now().timestamp() });
        let mut kept = desk.recommendation(recommendation).await.expect("a store").expect("a recommendation");
        let bundle = redress_store::chain::sha256(on.to_string().as_bytes());
        kept.tracked.send_evidence(Entry::new(act.who, on, Submission { bundle, channel: "portal".into() })).expect("sent");
        assert!(desk.change_recommendation(&kept, "send_evidence", &json!({}), &act).await.expect("a store"));
    }

    async fn letter(&self, case: i64, recommendation: i64, outcome: &str, dated: &str) {
        let chosen = recommendation.to_string();
        let values = [
            ("from", "ombudsman"),
            ("kind", "outcome"),
            ("dated", dated),
            ("received", dated),
            ("summary", "What the Ombudsman says of it"),
            ("outcome", outcome),
            ("recommendations", chosen.as_str()),
        ];
        let came = self.link.upload(&format!("/desk/cases/{case}/log-letter"), &values, "letter.txt", b"A letter.").await;
        assert_eq!(came.status, 303, "{}", came.body);
    }

    /// A case with two remedies for a person, two improvements and a procedural recommendation; of the improvements one is
    /// in time and one is late. Gives the case and the late one.
    async fn case(&self) -> (i64, i64) {
        let (paper, case) = self.registered(json!({ "reference": "23 900 071" })).await;
        self.recommended(paper, "personal", "apology", "Apologise to Mrs X for the cold winter.", "one_month").await;
        self.recommended(paper, "personal", "payment", "Pay Mrs X for a heater.", "one_month").await;
        let trained =
            self.recommended(paper, "service_improvement", "training", "Train surveyors to find rising damp.", "three_months").await;
        let late = self.recommended(paper, "service_improvement", "policy", "Publish how long a repair takes.", "one_month").await;
        self.recommended(paper, "procedural", "review", "Report to the Ombudsman on what was done.", "two_months").await;
        self.sent(trained, date(2024, 6, 5)).await;
        self.letter(case, trained, "complete_and_satisfied", "2024-06-12").await;
        (case, late)
    }
}

/// What the preview shows goes out.
pub async fn publish(officer: &Officer, case: i64, reason: &str) -> Came {
    let address = format!("/desk/cases/{case}/publish");
    let form = officer.get(&format!("{address}.json")).await;
    let previewed = if form.status == 200 { form.json()["given"]["previewed"][0].clone() } else { Value::Null };
    officer.post(&address, &json!({ "reason": reason, "previewed": previewed })).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn improvements_go_public_one_by_one_and_the_person_never() {
    let s = Story::new().await;
    let (case, _) = s.case().await;
    for officer in [&s.link, &s.monitoring] {
        assert_eq!(officer.get(&format!("/desk/cases/{case}/publish")).await.status, 403);
        assert_eq!(publish(officer, case, "The finding is public").await.status, 403);
    }
    assert_eq!(s.site.json("/ombudsman/improvements.json").await["total"], 0);
    let preview = s.clerk.get(&format!("/desk/cases/{case}/publish")).await.body;
    assert!(preview.contains("Train surveyors") && !preview.contains("heater") && !preview.contains("Mrs X"), "{preview}");
    let made = publish(&s.clerk, case, "The finding is public").await;
    assert_eq!(made.status, 200, "{}", made.body);
    assert_eq!(
        made.json()["made"]["published"],
        json!([
            "/ombudsman/cases/23-900-071",
            "/ombudsman/improvements/23-900-071-3",
            "/ombudsman/improvements/23-900-071-4",
            "/ombudsman/improvements/23-900-071-5"
        ])
    );
    // The index of words is read anew.
    let site = s.world.serve_desk(&s.clock).await;
    let list = site.json("/ombudsman/improvements.json").await;
    assert_eq!((&list["total"], &list["left_out"]), (&json!(3), &json!(0)));
    assert_eq!(list["figures"], json!([{ "year": "2024-25", "due": 3, "in_time": 1, "late": 2, "pending": 0 }]));
    let late = site.json("/ombudsman/improvements.json?standing=late&year=2024-25").await;
    assert_eq!(late["total"], 2, "every figure opens the list behind it");
    let one = site.json("/ombudsman/improvements/23-900-071-4.json").await;
    assert_eq!((&one["due_on"], &one["days_late"], &one["as_of"]), (&json!("2024-04-08"), &json!(73), &json!("2024-06-20")));
    let satisfied = site.json("/ombudsman/improvements/23-900-071-3.json").await;
    assert_eq!((&satisfied["accepted_evidence_on"], &satisfied["days_late"]), (&json!("2024-06-05"), &json!(0)));
    assert!(satisfied["accepted"].as_str().is_some_and(|w| w.contains("letter of 12 June 2024")), "{satisfied}");
    let file = &site.json("/ombudsman/cases/23-900-071.json").await["case"]["file"];
    assert_eq!((&file["service_improvements"], &file["procedural"], &file["personal"]), (&json!(2), &json!(1), &json!("hidden")));
    assert_eq!(file["services"], json!(["Housing repairs"]));
    let csv = site.page("/ombudsman/improvements.csv").await;
    assert_eq!((csv.lines().count(), csv.contains("personal")), (4, false), "{csv}");

    let mut all = vec![csv, site.page("/changes").await, site.page("/search?q=damp").await];
    assert!(all[1].contains("Recommendation 4 of case 23 900 071") && all[1].contains("The finding is public"));
    assert!(all[2].contains("/ombudsman/improvements/23-900-071-3"), "{}", all[2]);
    let mut maps = site.page("/sitemap.xml").await;
    for map in
        maps.clone().split("<loc>").filter_map(|part| part.split("</loc>").next()?.split_once("/sitemaps/").map(|(_, m)| m.to_string()))
    {
        maps += &site.page(&format!("/sitemaps/{map}")).await;
    }
    assert!(maps.contains("/ombudsman/improvements/23-900-071-5"), "{maps}");
    for address in ["/ombudsman/improvements", "/ombudsman/improvements/23-900-071-3", "/ombudsman/cases/23-900-071", "/search?q=heater"] {
        all.push(site.page(address).await);
    }
    for word in ["Apologise", "a heater", "Mrs X", "1,234", "123456", "Damp at a hostel", "Imogen", "Farrier"] {
        assert!(all.iter().all(|page| !page.contains(word)), "{word}");
    }
    for number in [1, 2] {
        assert_eq!(site.get(&format!("/ombudsman/improvements/23-900-071-{number}")).await.0, 404);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_changed_gets_a_new_version_and_a_withdrawal_takes_all() {
    let s = Story::new().await;
    let (case, late) = s.case().await;
    let stale = s.clerk.get(&format!("/desk/cases/{case}/publish.json")).await.json()["given"]["previewed"][0].clone();
    assert_eq!(publish(&s.clerk, case, "The finding is public").await.status, 200);
    let again = publish(&s.clerk, case, "Once more").await;
    assert!(again.status == 422 && again.body.contains("Nothing that the public sees would change"), "{}", again.body);
    s.sent(late, date(2024, 6, 18)).await;
    s.letter(case, late, "completed_late_and_satisfied", "2024-06-19").await;
    let old = s.clerk.post(&format!("/desk/cases/{case}/publish"), &json!({ "reason": "News", "previewed": stale })).await;
    assert!(old.status == 422 && old.body.contains("changed since the preview"), "{}", old.body);
    let made = publish(&s.clerk, case, "The Ombudsman is satisfied").await.json();
    assert_eq!(made["made"]["published"], json!(["/ombudsman/improvements/23-900-071-4"]));
    let version = async |address: &str| s.site.json(&format!("{address}.json")).await["publication"]["version"].as_i64();
    assert_eq!(version("/ombudsman/improvements/23-900-071-4").await, Some(2));
    assert_eq!(version("/ombudsman/improvements/23-900-071-3").await, Some(1));
    assert_eq!(version("/ombudsman/cases/23-900-071").await, Some(1));

    let why =
        json!({ "kind": "case", "key": "23-900-071", "class": "published in error", "reason": "The Ombudsman has not published it." });
    s.clerk.done("/desk/withdraw", why).await;
    for address in ["/ombudsman/cases/23-900-071", "/ombudsman/improvements/23-900-071-3", "/ombudsman/improvements/23-900-071-4.json"] {
        let (status, body) = s.site.get(address).await;
        assert!(status == 410 && body.contains("has not published it") && !body.contains("damp"), "{address}: {status}");
    }
    let list = s.site.json("/ombudsman/improvements.json").await;
    assert_eq!((&list["total"], &list["figures"]), (&json!(0), &json!([])));
    assert_eq!(s.site.page("/ombudsman/improvements.csv").await.lines().count(), 1);
    assert_eq!(publish(&s.clerk, case, "Back again").await.status, 422, "what was withdrawn does not come back by itself");
    let verified = s.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_goes_out_under_an_embargo_or_with_a_name() {
    let mut s = Story::new().await;
    let (paper, covered) = s
        .registered(json!({ "reference": "23 900 072", "kind": "report", "dated": "2024-06-10", "received": "2024-06-10",
            "embargo": "moment", "lifts_at": "2024-07-01 09:00" }))
        .await;
    s.recommended(paper, "service_improvement", "training", "Train everybody who answers the telephone.", "three_months").await;
    for (officer, statuses) in [(&s.clerk, [403, 404]), (&s.link, [403, 403])] {
        let page = officer.get(&format!("/desk/cases/{covered}/publish")).await;
        assert!(statuses.contains(&page.status) && !page.body.contains("telephone"), "{}: {}", page.status, page.body);
        assert!(statuses.contains(&publish(officer, covered, "Too early").await.status));
    }
    assert_eq!(s.site.get("/ombudsman/cases/23-900-072").await.0, 404);

    let (paper, named) = s.registered(json!({ "reference": "23 900 073" })).await;
    s.recommended(paper, "service_improvement", "training", "Train everybody about repairs.", "three_months").await;
    s.recommended(paper, "service_improvement", "review", "Look again at the case of Mrs Arabella Quill.", "three_months").await;
    let refused = publish(&s.clerk, named, "The finding is public").await;
    assert!(refused.status == 422, "{} {}", refused.status, refused.body);
    let page = s.clerk.get(&format!("/desk/cases/{named}/publish")).await.body;
    assert!(page.contains("Recommendation 2") && page.contains("may name a person") && !page.contains("Quill"), "{page}");
    assert_eq!(s.site.json("/ombudsman/improvements.json").await["total"], 0, "nothing of it went out");

    // The moment has come: the embargo is over, and publishing is an act of its own.
    s.clock.set(date(2024, 7, 2));
    let act = Act { who: "story", at: s.clock.now().timestamp() };
    s.clerk = Officer::of(&s.site, &act, s.clerk.account, "the day after").await;
    assert_eq!(s.site.get("/ombudsman/cases/23-900-072").await.0, 404, "lifting publishes nothing");
    let wrong = publish(&s.clerk, covered, "Asked for by Mrs Arabella Quill").await;
    assert!(wrong.status == 422 && wrong.json()["error"]["field"] == "reason", "{}", wrong.body);
    let made = publish(&s.clerk, covered, "The report is published").await;
    assert_eq!(made.status, 200, "{}", made.body);
    assert!(s.site.page("/ombudsman/improvements/23-900-072-1").await.contains("answers the telephone"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_remedies_for_a_person_the_public_gets_numbers_that_are_not_small() {
    let s = Story::new().await;
    let (open, _) = s.registered(json!({ "reference": "23 900 081" })).await;
    for _ in 0..6 {
        s.recommended(open, "personal", "apology", "Apologise to Mrs X for the cold winter.", "one_month").await;
    }
    // Two of the year before, which is few; and more than a few under an embargo.
    let (few, _) = s.registered(json!({ "reference": "23 900 082", "dated": "2023-03-08", "received": "2023-03-08" })).await;
    let (held, _) = s
        .registered(
            json!({ "reference": "23 900 083", "kind": "report", "dated": "2024-06-10", "received": "2024-06-10", "embargo": "event" }),
        )
        .await;
    for paper in [few, few, held, held, held, held, held] {
        s.recommended(paper, "personal", "apology", "Apologise to Mrs X for the cold winter.", "one_month").await;
    }
    let address = "/desk/figures/publish";
    for officer in [&s.link, &s.monitoring] {
        assert_eq!(officer.get(address).await.status, 403);
    }
    assert_eq!(s.site.json("/ombudsman/improvements.json").await["personal"], Value::Null);
    let publish = async |reason: &str| {
        let previewed = s.clerk.get(&format!("{address}.json")).await.json()["given"]["previewed"][0].clone();
        s.clerk.post(address, &json!({ "reason": reason, "previewed": previewed })).await
    };
    let named = publish("Asked for by Mrs Arabella Quill").await;
    assert!(named.status == 422 && named.json()["error"]["field"] == "reason", "{}", named.body);
    let made = publish("The year's figures").await;
    assert_eq!(made.status, 200, "{}", made.body);
    let page = s.site.json("/ombudsman/improvements.json").await;
    let (six, none) = (json!({ "is": 6 }), json!({ "is": 0 }));
    assert_eq!(
        page["personal"],
        json!({ "as_of": "2024-06-20", "years": [
            { "year": "2023-24", "due": "hidden", "in_time": "hidden", "late": "hidden", "pending": "hidden" },
            { "year": "2024-25", "due": six, "in_time": none, "late": six, "pending": none },
        ] })
    );
    let html = s.site.page("/ombudsman/improvements").await;
    assert!(html.contains("Remedies for a person, as of 20 June 2024") && html.contains("could tell of one person"), "{html}");
    assert_eq!(publish("Once more").await.status, 422, "the same figures are no news");
    assert_eq!(s.site.page("/ombudsman/improvements.csv").await.lines().count(), 1, "no row of a remedy is public");
    assert!(s.site.page("/changes").await.contains("Figures of remedies for a person"));
    for address in ["/ombudsman/improvements.json", "/changes", "/versions/figures/personal-remedies"] {
        let page = s.site.page(address).await;
        assert!(!page.contains("23 900 08") && !page.contains("23-900-08") && !page.contains("Apologise"), "{address}");
    }
}
