//! The program is killed again and again while clerks send what they take down: what was acknowledged is there, and nothing twice.

use std::collections::BTreeSet;
use std::time::Duration;

use redress_store::desk::Desk;
use serde_json::json;

use super::officer::Officer;
use super::spawned::Spawned;
use super::the_room::TheRoom;

/// Sends entries one after the other from a number on, each until it is acknowledged or the program is gone; gives what was
/// acknowledged. Nothing says whether the entry that was on its way got there, so its device sends it again.
async fn send(clerk: Officer, address: String, from: u32) -> Vec<u32> {
    let mut acknowledged = Vec::new();
    for number in from..from + 40 {
        let entry = json!({ "number": number, "at": "2025-02-26T11:00:00", "event": "wrote", "item": "1", "part": "discussion", "words": format!("Line {number}"), "over": [] });
        let headers = [("content-type", "application/json"), ("x-form-token", clerk.form_token.as_str())];
        let mut request = clerk.client.post(format!("{}{address}/take-down", clerk.base)).body(json!({ "entries": entry.to_string() }).to_string());
        for (name, value) in clerk.says.iter().map(|(n, v)| (*n, v.as_str())).chain(headers) {
            request = request.header(name, value);
        }
        match request.send().await {
            Ok(answer) if answer.status() == 200 => acknowledged.push(number),
            Ok(answer) => panic!("{}: {}", answer.status(), answer.text().await.unwrap_or_default()),
            Err(_) => break,
        }
    }
    acknowledged
}

async fn kept(desk: &Desk, meeting: i64, clerk: i64) -> BTreeSet<u32> {
    let log = desk.workspace(meeting).await.expect("a log");
    let own: Vec<u32> = log.in_order().filter(|e| e.id.clerk == clerk).map(|e| e.id.number).collect();
    let once: BTreeSet<u32> = own.iter().copied().collect();
    assert_eq!(once.len(), own.len(), "none twice");
    once
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_every_kill() {
    let room = TheRoom::with_items(1).await;
    let (world, meeting, address) = (&room.council.world, room.meeting, room.address());
    let mut first = [1, 1];
    for wait in [20, 45, 80, 130, 190, 260, 30, 95] {
        let running = Spawned::serve(world, &["--test", "--today", "2025-02-26"], &[]).await;
        let clerks = [&room.council.clerk, &room.other].map(|c| Officer { base: running.base.clone(), ..c.clone() });
        let accounts = clerks.clone().map(|c| c.account);
        let [a, b] = clerks;
        let sending = [tokio::spawn(send(a, address.clone(), first[0])), tokio::spawn(send(b, address.clone(), first[1]))];
        tokio::time::sleep(Duration::from_millis(wait)).await;
        std::process::Command::new("kill").args(["-9", &running.id().to_string()]).status().expect("killed");
        for (at, task) in sending.into_iter().enumerate() {
            let acknowledged = task.await.expect("sent");
            let there = kept(room.council.site.desk(), meeting, accounts[at]).await;
            let lost: Vec<&u32> = acknowledged.iter().filter(|n| !there.contains(n)).collect();
            assert!(lost.is_empty(), "acknowledged and not there after a kill at {wait} ms: {lost:?}");
            assert_eq!(there.len() as u32, there.iter().max().copied().unwrap_or(0), "no gap");
            // The device goes on from the first that it knows nothing of, which may be there already.
            first[at] = acknowledged.last().map_or(first[at], |n| n + 1);
        }
    }
    assert!(first.iter().sum::<u32>() > 10, "the kills came while entries were sent: {first:?}");
    let verified = world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}
