//! Two remedies of one case, one already late, and the owner has left: nothing stays with the leaver, the date first given
//! stands, more time is asked for, and the record says when the monitoring officer knew.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_site::desk::DeskSite;
use redress_site::desk::reminders;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use crate::officer::Officer;
use crate::two_years_of_reminders::node_of;
use crate::world::{Running, World};

struct Story {
    world: World,
    site: Running,
    clock: Clock,
    job: DeskSite,
    owner: Officer,
    link: Officer,
    monitoring: Officer,
    admin: Officer,
    /// The posts of the owner and of whoever takes over.
    posts: (i64, i64),
    remedies: Vec<i64>,
}

async fn begun() -> Story {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2024, 3, 8));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let owner = Officer::new(&site, &act, "owner", "O. Owner", Role::ServiceDirector).await;
    let link = Officer::new(&site, &act, "link", "L. Officer", Role::LinkOfficer).await;
    let monitoring = Officer::new(&site, &act, "monitoring", "M. Officer", Role::MonitoringOfficer).await;
    let admin = Officer::new(&site, &act, "admin", "A. Keeper", Role::Administrator).await;
    let next = Officer::new(&site, &act, "next", "N. Next", Role::ReportAuthor).await;
    let desk = site.desk();
    let post = desk.make_post(&act, "Head of Housing", Role::ServiceDirector, Some("Housing")).await.expect("a post");
    let other = desk.make_post(&act, "Head of Homes", Role::ServiceDirector, Some("Housing")).await.expect("a post");
    for (post, account) in [(post, owner.account), (other, next.account)] {
        desk.appoint(&act, post, account, Days { from: date(2020, 1, 1), until: None }).await.expect("appointed");
    }
    let paper = json!({ "reference": "23 900 021", "kind": "statement", "dated": "2024-03-08", "received": "2024-03-08",
        "subject": "Damp", "complainant": "Mrs X", "embargo": "none" });
    let paper = link.done("/desk/cases/register", paper).await["ombudsman_paper"].as_i64().expect("a paper");
    let mut remedies = Vec::new();
    for (number, rule) in [(1, "one_month"), (2, "three_months")] {
        let new = json!({ "number": number, "nature": "personal", "kinds": ["apology"], "words": "Apologise for the long silence about the damp.",
            "rule": rule, "beneficiary": "Mrs X", "owner": post });
        let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
        remedies.push(made["recommendation"].as_i64().expect("a recommendation"));
    }
    let job = node_of(&world, &clock).await;
    Story { world, site, clock, job, owner, link, monitoring, admin, posts: (post, other), remedies }
}

impl Story {
    async fn day(&self, day: jiff::civil::Date) {
        self.clock.set(day);
        reminders::run(&self.job).await.expect("a round");
    }

    /// Somebody on the day that it is: a session does not last for weeks.
    async fn on(&self, officer: &Officer) -> Officer {
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        Officer::of(&self.site, &act, officer.account, &format!("{} {}", officer.account, self.clock.today())).await
    }

    async fn work(&self, officer: &Officer, query: &str) -> Vec<Value> {
        let came = officer.get(&format!("/desk.json{query}")).await;
        assert_eq!(came.status, 200, "{}", came.body);
        came.json()["owed"].as_array().cloned().expect("a list")
    }
}

fn sorts<'a>(owed: &'a [Value], title: &str) -> Vec<&'a str> {
    owed.iter().filter(|o| o["title"] == title).filter_map(|o| o["sort"].as_str()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_owner_leaves_with_one_remedy_late() {
    let s = begun().await;
    let late = s.remedies[0];
    s.day(date(2024, 3, 8)).await;
    // The owner says that the first will not be done: the Ombudsman is to be told before the day, and the letter is drafted.
    s.clock.set(date(2024, 4, 2));
    let said = s
        .on(&s.owner)
        .await
        .done(&format!("/desk/recommendations/{late}/update"), json!({ "will": "no", "words": "The letter waits for legal advice" }))
        .await;
    assert_eq!(said["tell_the_ombudsman_before"], "2024-04-08");
    let draft = said["draft"].as_str().expect("a draft");
    assert!(draft.contains("8 April 2024") && draft.contains("waits for legal advice") && !draft.contains("Apologise"), "{draft}");
    // Nothing was sent: on the first working day after, the monitoring officer is told.
    s.day(date(2024, 4, 9)).await;
    leaves(&s).await;
    s.clock.set(date(2024, 5, 2));
    let (link, monitoring) = (s.on(&s.link).await, s.on(&s.monitoring).await);
    hand_over(&s, &link, late).await;
    // More time is asked for after the day; the first date stands.
    let ask = json!({ "on": "2024-05-02", "until": "2024-06-30", "why": "The owner left and the letter waits" });
    link.done(&format!("/desk/recommendations/{late}/ask-extension"), ask).await;
    let page = link.get(&format!("/desk/recommendations/{late}.json")).await.json();
    assert_eq!((page["due_on"].as_str(), page["days_late"].as_i64()), (Some("2024-04-08"), Some(24)));
    // The record says when the monitoring officer knew.
    let told = page["told"].as_array().expect("a list");
    let knew: Vec<&str> = told.iter().filter(|t| t["to_role"] == "monitoring_officer").filter_map(|t| t["sent_at"].as_str()).collect();
    assert!(knew.first().is_some_and(|at| at.starts_with("2024-04-09")), "{told:?}");
    let html = monitoring.get(&format!("/desk/recommendations/{late}")).await.body;
    assert!(html.contains("Who was told") && html.contains("9 April 2024") && html.contains("M. Officer"), "{html}");
    assert!(html.contains("From Head of Housing to Head of Homes"), "{html}");
}

/// The owner's post ends: what stays behind is shown first, and My work and the command list it afterwards.
async fn leaves(s: &Story) {
    let desk = s.site.desk();
    let admin = s.on(&s.admin).await;
    let held = desk.appointments_of(s.owner.account).await.expect("a store");
    let holding = held.iter().find(|h| h.post_id == s.posts.0).expect("a holding").id;
    let form = format!("until=2024-04-30&form_token={}", admin.form_token);
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let check = admin.ask("POST", &format!("/desk/holdings/{holding}/end"), &headers, form.into_bytes()).await;
    assert!(check.status == 200 && check.body.contains("stays behind") && check.body.contains("23 900 021/2"), "{}", check.body);
    let made = admin.done(&format!("/desk/holdings/{holding}/end"), json!({ "until": "2024-04-30" })).await;
    assert_eq!(made["left_behind"]["open"].as_array().map(Vec::len), Some(2));
    s.day(date(2024, 5, 1)).await;
    let owed = s.work(&s.on(&s.link).await, "").await;
    assert!(sorts(&owed, "Recommendation 23 900 021/1").contains(&"left_behind"), "{owed:?}");
    assert!(sorts(&owed, "Recommendation 23 900 021/2").contains(&"left_behind"), "{owed:?}");
    let said = s.world.done(&["desk", "--on", "2024-05-01"]);
    assert!(said.contains("Nobody holds the post") && said.contains("left on 30 April 2024") && said.contains("23 days late"), "{said}");
    let json: Value = serde_json::from_str(&s.world.done(&["desk", "--on", "2024-05-01", "--json"])).expect("JSON");
    assert_eq!(json["owed"][0]["on"], "2024-04-08");
    assert!(!said.contains("Apologise") && !json.to_string().contains("Apologise"));
}

/// Everything open of the post goes to another, each with its record; a post that stands empty takes nothing.
async fn hand_over(s: &Story, link: &Officer, late: i64) {
    let address = format!("/desk/posts/{}/hand-over", s.posts.0);
    let empty = link.post(&address, &json!({ "to": 9999, "why": "The owner left" })).await;
    assert_eq!(empty.status, 422, "{}", empty.body);
    let made = link.done(&address, json!({ "to": s.posts.1, "why": "The owner left" })).await;
    assert_eq!(made["handed_over"], json!(["23 900 021/1", "23 900 021/2"]));
    let owed = s.work(link, "?whose=all").await;
    assert!(owed.iter().all(|o| o["sort"] != "left_behind"), "{owed:?}");
    let page = link.get(&format!("/desk/recommendations/{late}.json")).await.json();
    assert_eq!(page["owner"], "Head of Homes");
    let again = link.post(&address, &json!({ "to": s.posts.1, "why": "Once more" })).await;
    assert_eq!(again.status, 422, "{}", again.body);
    // One goes back by itself, and that is on record too.
    let address = format!("/desk/recommendations/{}/hand-over", s.remedies[1]);
    let refused = link.post(&address, &json!({ "to": s.posts.0, "why": "Nobody holds it" })).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_of_ones_own_is_read_at_a_secret_address_until_it_is_revoked() {
    let s = begun().await;
    let made = s.link.done("/desk/account/calendar/make", json!({})).await;
    let address = made["address"].as_str().expect("an address").to_string();
    let path = address.strip_prefix(&s.site.base).expect("here").to_string();
    let response = s.site.raw(&path, &[]).await;
    assert_eq!(response.headers().get("cache-control").and_then(|v| v.to_str().ok()), Some("no-store"));
    let file = response.text().await.expect("a file");
    assert!(file.contains("Recommendation 23 900 021/1 due") && file.contains("DTSTART;VALUE=DATE:20240408"), "{file}");
    assert!(!file.contains("Apologise") && !file.contains("Damp"), "{file}");
    // The same dates stand on the page.
    let page = s.link.get("/desk/calendar.json?what=recommendations").await.json();
    assert_eq!(page["total"], 2, "{page}");
    for wrong in ["/calendar/abc.ics".to_string(), format!("/calendar/{}.ics", "0".repeat(64)), path.replace(".ics", "")] {
        assert_eq!(s.site.get(&wrong).await.0, 404, "{wrong}");
    }
    s.link.done("/desk/account/calendar/revoke", json!({})).await;
    assert_eq!(s.site.get(&path).await.0, 404);
    // Another one works, and making a third ends it at once.
    let second = s.link.done("/desk/account/calendar/make", json!({})).await;
    s.link.done("/desk/account/calendar/make", json!({})).await;
    let path = second["address"].as_str().and_then(|a| a.strip_prefix(&s.site.base)).expect("here").to_string();
    assert_eq!(s.site.get(&path).await.0, 404);
}
