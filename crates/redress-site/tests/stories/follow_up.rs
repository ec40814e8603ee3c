//! What goes on between a letter and its day: an owner who answers, reminders under an embargo, what My work shows to whom.

use jiff::civil::{Date, date};
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_site::desk::DeskSite;
use redress_site::desk::reminders;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use crate::officer::Officer;
use crate::two_years_of_reminders::{column, node_of};
use crate::world::{Running, World};

/// The words of a report that is confidential until it is published.
const SECRET: &str = "The roof of the hostel at Mill Lane";

struct Story {
    world: World,
    site: Running,
    clock: Clock,
    job: DeskSite,
    link: Officer,
    director: Officer,
    monitoring: Officer,
}

async fn begun(today: Date) -> Story {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(today);
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "L. Officer", Role::LinkOfficer).await;
    let director = Officer::new(&site, &act, "director", "D. Director", Role::ServiceDirector).await;
    let monitoring = Officer::new(&site, &act, "monitoring", "M. Officer", Role::MonitoringOfficer).await;
    let job = node_of(&world, &clock).await;
    Story { world, site, clock, job, link, director, monitoring }
}

impl Story {
    /// Registers a paper with one remedy, due in a month, that the director's post owns; gives the remedy.
    async fn remedy(&self, paper: Value) -> i64 {
        let paper = self.link.done("/desk/cases/register", paper).await["ombudsman_paper"].as_i64().expect("a paper");
        let new =
            json!({ "number": 1, "nature": "personal", "kinds": ["apology"], "words": SECRET, "rule": "one_month", "beneficiary": "Ms Q" });
        let made = self.link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
        made["recommendation"].as_i64().expect("a recommendation")
    }

    async fn day(&self, day: Date) -> (usize, usize) {
        self.clock.set(day);
        reminders::run(&self.job).await.expect("a round")
    }

    async fn letters_to(&self, whom: &str) -> Vec<String> {
        let sql =
            format!("select subject || body from outbox where to_address = '{whom}@thornmere.example' and about <> 'ombudsman_paper 1'");
        column(&self.world, &sql).await
    }

    async fn on(&self, officer: &Officer) -> Officer {
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        Officer::of(&self.site, &act, officer.account, &format!("{} {}", officer.account, self.clock.today())).await
    }

    async fn titles(&self, officer: &Officer, query: &str) -> Vec<(String, String)> {
        let came = officer.get(&format!("/desk.json{query}")).await;
        let owed = came.json()["owed"].as_array().cloned().expect("a list");
        let text = |o: &Value, name: &str| o[name].as_str().unwrap_or("").to_string();
        owed.iter().map(|o| (text(o, "sort"), text(o, "title"))).collect()
    }
}

fn statement(reference: &str) -> Value {
    json!({ "reference": reference, "kind": "statement", "dated": "2024-03-08", "received": "2024-03-08",
        "subject": "A subject", "complainant": "Ms Q", "embargo": "none" })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reminders_of_a_confidential_report_go_only_to_who_may_read_it() {
    let s = begun(date(2024, 3, 8)).await;
    let paper = json!({ "reference": "23 900 031", "kind": "report", "dated": "2024-03-08", "received": "2024-03-08",
        "subject": SECRET, "complainant": "Ms Q", "embargo": "event" });
    let remedy = s.remedy(paper).await;
    for day in [date(2024, 3, 8), date(2024, 3, 26), date(2024, 4, 2), date(2024, 4, 9)] {
        s.day(day).await;
    }
    assert_eq!(s.letters_to("director").await, Vec::<String>::new(), "the director is not in the audience");
    let (link, monitoring) = (s.letters_to("link").await, s.letters_to("monitoring").await);
    assert!(link.iter().any(|l| l.starts_with("Say how it goes: Recommendation 23 900 031/1")), "{link:#?}");
    assert!(monitoring.iter().any(|l| l.starts_with("The day has passed")), "{monitoring:#?}");
    assert!(link.iter().chain(&monitoring).all(|l| !l.contains("Mill Lane") && !l.contains("Ms Q")), "{link:#?}");
    // The record says that the link officer stood in for the owner, and the director cannot open it.
    let page = s.on(&s.monitoring).await.get(&format!("/desk/recommendations/{remedy}.json")).await.json();
    let told = page["told"].as_array().expect("a list");
    assert!(
        told.iter().any(|t| t["to_role"] == "owner" && t["instead_role"] == "link_officer" && t["full_name"] == "L. Officer"),
        "{told:?}"
    );
    let director = s.on(&s.director).await;
    assert_ne!(director.get(&format!("/desk/recommendations/{remedy}")).await.status, 200);
    assert_eq!(s.titles(&director, "?whose=all").await, Vec::new());
    let calendar = director.done("/desk/account/calendar/make", json!({})).await;
    let path = calendar["address"].as_str().and_then(|a| a.strip_prefix(&s.site.base)).expect("here").to_string();
    let file = s.site.page(&path).await;
    assert!(!file.contains("VEVENT"), "{file}");
    // The duties of the report are told of as well, each to both who answer for them, once.
    let duties = column(&s.world, "select key from reminder where ombudsman_paper_id = 1").await;
    assert!(duties.iter().all(|key| key.starts_with("duty 1 ")), "{duties:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_answers_and_each_answer_stands() {
    let s = begun(date(2024, 3, 8)).await;
    let remedy = s.remedy(statement("23 900 041")).await;
    let update = format!("/desk/recommendations/{remedy}/update");
    s.day(date(2024, 3, 25)).await;
    let director = s.on(&s.director).await;
    let mine = s.titles(&director, "").await;
    assert!(mine.contains(&("update".into(), "Recommendation 23 900 041/1".into())), "{mine:?}");
    let links = s.titles(&s.on(&s.link).await, "").await;
    assert!(links.iter().all(|(sort, _)| sort == "duty"), "the remedy is the director's: {links:?}");
    let empty = director.post(&update, &json!({ "will": "yes", "words": "ok" })).await;
    assert!(empty.status == 422 && empty.json()["error"]["field"] == "words", "{}", empty.body);
    let none = director.post(&update, &json!({ "words": "The letter is with the lawyers" })).await;
    assert_eq!(none.json()["error"]["field"], "will");
    director.done(&update, json!({ "will": "yes", "words": "The letter is with the lawyers" })).await;
    assert!(!s.titles(&director, "").await.iter().any(|(sort, _)| sort == "update"), "it was answered");
    // The week before asks anew; now it will not be done, and the page says what to do and shows the letter.
    s.day(date(2024, 4, 2)).await;
    let director = s.on(&s.director).await;
    let form = format!("will=no&words=The+lawyers+are+ill+this+week&form_token={}", director.form_token);
    let came = director.ask("POST", &update, &[("content-type", "application/x-www-form-urlencoded")], form.into_bytes()).await;
    assert!(came.status == 200 && came.body.contains("Tell the Ombudsman before") && came.body.contains("/ask-extension"), "{}", came.body);
    let page = director.get(&format!("/desk/recommendations/{remedy}")).await.body;
    let (first, second) = (page.find("is with the lawyers"), page.find("are ill this week"));
    assert!(first.is_some() && first < second, "both answers stand, in their order: {page}");
    let letter = s.on(&s.link).await.get(&format!("/desk/recommendations/{remedy}/ask-extension")).await.body;
    assert!(letter.contains("How far it has come: The lawyers are ill this week"), "{letter}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_daily_e_mail_goes_once_and_only_while_something_is_owed() {
    let s = begun(date(2024, 3, 8)).await;
    assert!(s.world.done(&["desk", "--on", "2024-03-08"]).contains("Nothing is owed"));
    assert_eq!(s.day(date(2024, 3, 8)).await, (0, 0));
    s.remedy(statement("23 900 051")).await;
    // An update is open from the first day on.
    assert_eq!(s.day(date(2024, 3, 9)).await, (1, 1));
    assert_eq!(s.day(date(2024, 3, 9)).await, (0, 0), "once a day");
    let mails: Vec<String> = s.letters_to("director").await.into_iter().filter(|l| l.starts_with("My work")).collect();
    assert!(mails.len() == 1 && mails[0].contains("Monday 8 April 2024") && mails[0].contains("Say how it goes"), "{mails:?}");
    assert!(!mails[0].contains("Mill Lane"));
    let director = s.on(&s.director).await;
    director.done("/desk/recommendations/1/update", json!({ "will": "yes", "words": "The letter is being written" })).await;
    assert_eq!(s.day(date(2024, 3, 10)).await, (0, 0), "nothing is owed within two weeks");
    assert_eq!(s.day(date(2024, 3, 25)).await.1, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn my_work_is_narrowed_by_whose_and_when_and_goes_on_over_pages() {
    let s = begun(date(2024, 3, 8)).await;
    for reference in ["23 900 061", "23 900 062"] {
        s.remedy(statement(reference)).await;
    }
    let all = s.titles(&s.link, "?whose=all").await;
    assert_eq!(all.iter().filter(|(sort, _)| sort == "recommendation").count(), 2);
    assert_eq!(s.titles(&s.link, "?whose=all&when=overdue").await, Vec::new());
    let html = s.link.get("/desk?whose=all").await.body;
    assert!(html.contains("What I own") && html.contains("Why this date") && html.contains("What was asked of me"), "{html}");
    s.clock.set(date(2024, 4, 20));
    let link = s.on(&s.link).await;
    let overdue = s.titles(&link, "?whose=all&when=overdue").await;
    assert!(overdue.len() == 2 && overdue.iter().all(|(sort, _)| sort == "recommendation"), "{overdue:?}");
    let past = link.get("/desk.json?whose=all&page=9").await.json();
    assert_eq!((past["owed"].as_array().map(Vec::len), past["page"].as_i64()), (Some(0), Some(9)));
}
