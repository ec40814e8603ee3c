//! An import is killed, or the disk fills: the store is as it was before the source being read, and the rerun completes it.

use std::process::Stdio;
use std::time::Duration;

use super::world::{World, demo};

#[tokio::test]
async fn killed_at_any_moment_the_rerun_completes_it() {
    let whole = World::new().await;
    whole.import_demo();
    let counts = |said: String| said.lines().next().map(String::from);
    let expected = counts(whole.done(&["verify"]));
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let path = demo();
    let path = path.to_str().expect("a path");
    for wait in [60, 140, 260] {
        let mut child = world.command(&["import", path]).stderr(Stdio::null()).spawn().expect("the program runs");
        tokio::time::sleep(Duration::from_millis(wait)).await;
        child.kill().expect("killed");
        child.wait().expect("ended");
        // What is there is whole: every chain fits, and nothing of the register is ahead of the desk.
        let report = world.redress(&["verify", "--json"]);
        let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
        for fault in report["faults"].as_array().expect("a list") {
            let why = fault["why"].as_str().unwrap_or("");
            assert!(why.contains("does not hold what the desk published") || why.contains("ends elsewhere"), "{fault}");
        }
    }
    world.done(&["import", path]);
    assert_eq!(counts(world.done(&["verify"])), expected);
}

#[tokio::test]
async fn a_full_disk_leaves_the_source_out_and_says_so() {
    let world = World::new().await;
    if world.database.is_some() {
        // The server's own disk is not ours to fill.
        return;
    }
    world.done(&["init", "Thornmere Borough Council"]);
    let file = world.folder.path().join("a.txt");
    let page = |words: &str| {
        format!("Issue - meetings\n\nTrees\n\nMeeting: 03/02/2025 - Cabinet (Item 4)\n\n4 Trees\n\n{words}\n\nDecision:\n\nNoted.\n")
    };
    std::fs::write(&file, page(&"elm ".repeat(200_000))).expect("written");
    // A file-size limit stands for the full disk; the shell's trap turns its signal into an error that the program sees.
    let line = format!("trap '' XFSZ; ulimit -f 600; exec {} import {}", env!("CARGO_BIN_EXE_redress"), file.display());
    let output = std::process::Command::new("bash").args(["-c", &line]).env("REDRESS_DATA", world.data()).output().expect("run");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stderr).contains("redress: "), "{}", String::from_utf8_lossy(&output.stderr));
    let said = world.done(&["verify"]);
    assert!(said.contains("0 publications"), "{said}");
    world.done(&["import", file.to_str().expect("a path")]);
    assert!(world.done(&["verify"]).contains("Everything is what it was"));
}

#[tokio::test]
async fn two_imports_at_once_take_turns() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let path = demo();
    let path = path.to_str().expect("a path");
    let children: Vec<_> =
        (0..2).map(|_| world.command(&["import", path]).stderr(Stdio::piped()).spawn().expect("the program runs")).collect();
    for child in children {
        let output = child.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(world.done(&["verify"]).contains("Everything is what it was"));
}
