//! Forty recommendations with histories of every sort, over four years: the figures on the page are those that somebody
//! outside computes from the public rows with a program of their own.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use jiff::civil::{Date, date};
use redress::counting::plus;
use redress::ombudsman::axes::Submission;
use redress::ombudsman::history::Entry;
use redress::ombudsman::letter::{From, Kind, Letter, Logged};
use redress::ombudsman::outcome::{find, usual};
use redress::ombudsman::recommendation::{Asked, Nature, Original, Recommendation, kind};
use redress::ombudsman::tracked::Tracked;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::case_file::KeptCase;
use serde_json::{Value, json};

use super::officer::Officer;
use super::publish_a_case::publish;
use super::world::World;

const TODAY: Date = date(2024, 9, 17);
const WHO: &str = "Imogen Farrier";

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn days(&mut self, most: u64) -> i32 {
        i32::try_from(self.roll(most)).expect("a few days")
    }
}

fn after(day: Date, days: i32) -> Date {
    plus(day, days).expect("a day")
}

/// The Ombudsman writes of it.
fn says(tracked: &mut Tracked, case: &KeptCase, outcome: &str, on: Date) {
    let logged = Logged {
        key: "L",
        from: From::Ombudsman,
        kind: Kind::Outcome,
        dated: Some(on),
        received: on,
        paper: "a letter",
        cases: vec![case.key.clone()],
        by: WHO,
    };
    let letter = Letter::log(logged).expect("a letter");
    let list = usual();
    tracked.ombudsman_says(&letter, find(&list, outcome).expect("an outcome"), None, WHO, on).expect("said");
}

fn sends(tracked: &mut Tracked, on: Date) {
    let bundle = redress_store::chain::sha256(on.to_string().as_bytes());
    tracked.send_evidence(Entry::new(WHO, on, Submission { bundle, channel: "portal".into() })).expect("sent");
}

/// A recommendation with one of eight histories, whose original date lies in four years.
fn any(dice: &mut Dice, case: &KeptCase, number: u32, post: i64) -> Tracked {
    let known = kind::usual();
    let known: Vec<&str> = known.iter().map(|t| t.word.as_str()).collect();
    let due = after(date(2020, 10, 1), dice.days(4 * 365));
    let history = dice.roll(8);
    let nature = [Nature::ServiceImprovement, Nature::Procedural, Nature::ServiceImprovement, Nature::Personal][dice.roll(4) as usize];
    let asked = Asked {
        case: case.key.clone(),
        number,
        nature,
        kinds: &["training"],
        text: "Train everybody who answers the telephone.",
        originals: match history {
            0 => Vec::new(),
            _ => Original::new("", "stated", Some(after(due, -90)), Some(due)).expect("a date").into_iter().collect(),
        },
        of: None,
        beneficiary: (nature == Nature::Personal).then_some("Mrs X"),
        money: None,
    };
    let begun = after(due, -80);
    let mut tracked = Tracked::begin(Recommendation::new(asked, &known).expect("a recommendation"), post, WHO, begun).expect("begun");
    // What lies after today has not happened yet.
    let happens = |day: Date| (day <= TODAY).then_some(day);
    let sent = happens(after(due, dice.days(60) - 40));
    match (history, sent) {
        (2 | 3, Some(on)) => {
            sends(&mut tracked, on);
            if let Some(day) = happens(after(on, 20)) {
                says(&mut tracked, case, "complete_and_satisfied", day);
            }
        }
        (4, Some(on)) => sends(&mut tracked, on),
        (5, Some(on)) => {
            sends(&mut tracked, on);
            if let Some(day) = happens(after(on, 10)) {
                says(&mut tracked, case, "queried", day);
            }
            if let Some(day) = happens(after(on, 25)) {
                sends(&mut tracked, day);
            }
        }
        (6, Some(on)) => says(&mut tracked, case, "withdrawn", on),
        (7, Some(on)) => {
            tracked.ask_extension(WHO, begun, "Two officers are ill", after(due, 30)).expect("asked");
            sends(&mut tracked, on);
        }
        _ => {}
    }
    tracked
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_figures_on_the_page_follow_from_the_public_rows() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: python3 is not there");
        return;
    }
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(TODAY);
    let site = world.serve_desk(&clock).await;
    let desk = site.desk();
    let act = Act { who: WHO, at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", WHO, Role::LinkOfficer).await;
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    let post = desk.posts().await.expect("a store")[0].id;
    let (mut dice, mut public) = (Dice(20_210_311), 0);
    for nth in 0..8 {
        let new = json!({ "reference": format!("20 900 {nth:03}"), "kind": "statement", "dated": "2020-07-01", "received": "2020-07-01",
            "subject": "A subject", "services": "Housing repairs", "embargo": "none" });
        let made = link.done("/desk/cases/register", new).await;
        let paper = made["ombudsman_paper"].as_i64().expect("a paper");
        let case = desk.case_file(made["cases"][0].as_i64().expect("a case")).await.expect("a store").expect("a case");
        for number in 1..=5 {
            let tracked = any(&mut dice, &case, number, post);
            public += i64::from(tracked.asked().nature() != Nature::Personal);
            assert!(desk.add_recommendation(case.id, paper, &tracked, &act).await.expect("a store").is_some());
        }
        let came = publish(&clerk, case.id, "The finding is public").await;
        assert_eq!(came.status, 200, "{}", came.body);
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/figures/recompute");
    let csv = site.page("/ombudsman/improvements.csv").await;
    let file = world.folder.path().join("improvements.csv");
    std::fs::write(&file, &csv).expect("written");
    // As of the day of the site, and of days on which dates had not passed yet or have.
    for day in [TODAY, date(2022, 4, 1), date(2025, 12, 31)] {
        clock.set(day);
        let site = world.serve_desk(&clock).await;
        let page = site.json("/ombudsman/improvements.json").await;
        assert_eq!((page["as_of"].as_str(), page["total"].as_i64()), (Some(day.to_string().as_str()), Some(public)));
        let by_year = page["figures"].as_array().expect("years").iter().map(|of| {
            let mut figures = of.clone();
            let year = figures.as_object_mut().expect("figures").remove("year").expect("a year");
            (year.as_str().expect("a word").to_string(), figures)
        });
        let by_year: BTreeMap<String, Value> = by_year.collect();
        let address = format!("{}/ombudsman/improvements.csv", site.base);
        for place in [file.to_str().expect("a path"), &address] {
            let command = Command::new("python3").arg(&script).args([place, "--on", &day.to_string()]).env("no_proxy", "*").output();
            let output = command.expect("the script runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
            assert_eq!(told["years"], json!(by_year), "{csv}");
            assert_eq!(told["left_out"], page["left_out"]);
        }
        if day == TODAY {
            let sum = |of: &str| by_year.values().filter_map(|f| f[of].as_i64()).sum::<i64>();
            assert!(by_year.len() >= 4 && sum("in_time") > 2 && sum("late") > 5 && sum("pending") > 0, "{by_year:?}");
            assert_eq!(sum("due"), sum("in_time") + sum("late") + sum("pending"));
            assert_eq!(sum("due") + page["left_out"].as_i64().unwrap_or(0), public);
        }
    }
}
