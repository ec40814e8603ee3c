//! Two years of reminders on two nodes that work at the same time and are killed again and again: each goes exactly once.

mod council;
mod oracle;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::civil::{Date, date};
use redress::counting::plus;
use redress_site::clock::Clock;
use redress_site::desk::reminders;
use serde_json::Value;

use self::council::{Council, FIRST, LAST, node};
pub use self::council::{column, node as node_of};
use crate::spawned::Spawned;
use crate::world::World;

/// Numbers in an order that is the same each time.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// Ends after so many turns of the runtime: whatever runs beside it is dropped wherever it is.
async fn killed_after(turns: u64) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(Duration::from_micros(turns * 97)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_reminder_of_two_years_goes_exactly_once() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(FIRST);
    let mut nodes = (node(&world, &clock).await, node(&world, &clock).await);
    let council = Council::begin(&nodes.0, &clock).await;
    let mut seeded = Seeded(0x5eed_cafe_f00d);
    let (mut told, mut mails, mut killed) = (0, 0, 0);
    for today in days(FIRST, LAST) {
        clock.set(today);
        council.act(&nodes.0, today).await;
        if seeded.next(25) == 0 {
            // Planned and never sent, and killed in the middle of sending: both nodes are gone, and come back.
            drop(reminders::plan(&nodes.0).await.expect("planned"));
            let turns = seeded.next(60);
            tokio::select! {
                _ = reminders::run(&nodes.0) => {}
                _ = reminders::run(&nodes.1) => {}
                () = killed_after(turns) => {}
            }
            killed += 1;
            nodes.0.desk.close().await;
            nodes.1.desk.close().await;
            nodes = (node(&world, &clock).await, node(&world, &clock).await);
        }
        let (one, other) = tokio::join!(reminders::run(&nodes.0), reminders::run(&nodes.1));
        let (one, other) = (one.expect("a round"), other.expect("a round"));
        told += one.0 + other.0;
        mails += one.1 + other.1;
    }
    assert!(killed > 10 && told > 60 && mails > 100, "{killed} {told} {mails}");
    let sent: BTreeSet<String> = nodes.0.desk.told_keys().await.expect("keys");
    let expected = oracle::expected(&council);
    let (missing, surplus): (Vec<_>, Vec<_>) = (expected.difference(&sent).collect(), sent.difference(&expected).collect());
    assert!(missing.is_empty() && surplus.is_empty(), "missing {missing:#?}, surplus {surplus:#?}");
    // One letter for each, and no other.
    let letters = counted(column(&world, "select about from outbox where about like 'reminder %'").await);
    assert!(letters.values().all(|count| *count == 1), "{letters:?}");
    let about: BTreeSet<String> = letters.into_keys().map(|a| a.trim_start_matches("reminder ").to_string()).collect();
    assert_eq!(about, expected);
    // One daily e-mail for each person and day, and none once nothing is owed.
    let mails = counted(column(&world, "select about from outbox where about like 'digest %'").await);
    assert!(mails.values().all(|count| *count == 1), "{mails:?}");
    let days = column(&world, "select account_id || ' ' || day from digest").await;
    assert_eq!(days.into_iter().map(|d| format!("digest {d}")).collect::<BTreeSet<_>>(), mails.into_keys().collect());
    // No letter holds a word of a remedy, and the journal is whole.
    for body in column(&world, "select subject || body from outbox").await {
        assert!(!body.contains(council::WORDS), "{body}");
    }
    let report: Value = serde_json::from_slice(&world.redress(&["verify", "--json"]).stdout).expect("JSON");
    assert_eq!(report["faults"], serde_json::json!([]));
}

#[tokio::test]
async fn the_program_killed_while_it_tells_sends_nothing_twice() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(FIRST);
    let first = node(&world, &clock).await;
    let council = Council::begin(&first, &clock).await;
    council.act(&first, FIRST).await;
    first.desk.close().await;
    let mut seeded = Seeded(0xdead_beef);
    // Each day is another start; most are killed before or while the first round runs.
    for (nth, today) in days(FIRST, LAST).step_by(61).enumerate() {
        let today = today.to_string();
        let running = Spawned::serve(&world, &["--test", "--today", &today], &[]).await;
        if nth % 3 > 0 {
            tokio::time::sleep(Duration::from_millis(seeded.next(40))).await;
        } else {
            tokio::time::sleep(Duration::from_millis(400)).await;
        }
        std::process::Command::new("kill").args(["-9", &running.id().to_string()]).status().expect("killed");
    }
    let last = node(&world, &clock).await;
    clock.set(LAST);
    reminders::run(&last).await.expect("a round");
    let letters = counted(column(&world, "select about from outbox").await);
    assert!(letters.len() > 20 && letters.values().all(|count| *count == 1), "{letters:?}");
    // What is on record as told has its letter, and a letter its record.
    let sent = last.desk.told_keys().await.expect("keys");
    let about: BTreeSet<String> = letters.into_keys().filter_map(|a| a.strip_prefix("reminder ").map(String::from)).collect();
    assert_eq!(about, sent);
    // Overdue is told of every remedy that ran out, however often the program was killed.
    for number in council.never_answered() {
        assert!(sent.iter().any(|key| key.starts_with(&format!("{number} ")) && key.ends_with("overdue monitoring_officer")), "{number}");
    }
}

fn counted(all: Vec<String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

/// Every day from one to another.
fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| plus(*day, 1)).take_while(move |day| *day <= to)
}

#[test]
fn the_days_of_two_years_are_731() {
    assert_eq!(days(FIRST, LAST).count(), 731);
    assert_eq!(days(FIRST, LAST).next(), Some(date(2024, 1, 1)));
}
