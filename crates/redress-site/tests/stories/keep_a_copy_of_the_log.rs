//! Somebody keeps a copy of the publication log. Later a line of the register is altered, with every hash made to fit
//! again: the register verifies, and the kept copy proves it all the same.

use std::process::Command;

use redress_store::db::{Address, Store};
use redress_store::register::LogLine;

use super::world::World;

const CHECK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/check-log.py");

async fn copy(world: &World, name: &str) -> std::path::PathBuf {
    let site = world.serve().await;
    let (mut text, mut after) = (String::new(), 0);
    loop {
        let part = site.page(&format!("/changes/log.jsonl?after={after}")).await;
        if part.is_empty() {
            break;
        }
        after = part.lines().last().map_or(0, |line| serde_json::from_str::<LogLine>(line).expect("a line").seq);
        text.push_str(&part);
    }
    let path = world.folder.path().join(name);
    std::fs::write(&path, text).expect("kept");
    path
}

/// Alters the reason of the third publication and makes every hash from there on fit again.
async fn forge(world: &World) {
    let register = world.place().register().await.expect("a register");
    let mut rows = Vec::new();
    while let Some(row) = register.log_after(rows.len() as u64, 1).await.expect("a row").pop() {
        rows.push(row.line());
    }
    rows[2].reason = "another reason".into();
    let mut updates = vec!["update publication set reason = 'another reason' where seq = 3".to_string()];
    for at in 2..rows.len() {
        rows[at].hash = rows[at].link(&rows[at - 1].hash.clone());
        updates.push(format!("update publication set hash = '{}' where seq = {}", rows[at].hash, rows[at].seq));
    }
    match world.place().address().expect("an address") {
        Address::File(path) => {
            let url = format!("sqlite:{}", Address::file(&path, Store::Register).display());
            let pool = sqlx::SqlitePool::connect(&url).await.expect("the register");
            for update in updates {
                sqlx::query(sqlx::AssertSqlSafe(update)).execute(&pool).await.expect("altered");
            }
        }
        _ => {
            let url = format!("{}?options=-csearch_path%3Dregister", world.database.as_deref().expect("a server"));
            let pool = sqlx::PgPool::connect(&url).await.expect("the register");
            for update in updates {
                sqlx::query(sqlx::AssertSqlSafe(update)).execute(&pool).await.expect("altered");
            }
        }
    }
}

#[tokio::test]
async fn a_kept_copy_proves_what_was_altered_with_every_hash_made_to_fit() {
    let world = World::new().await;
    world.import_demo();
    let then = copy(&world, "then.jsonl").await;
    let kept = then.to_str().expect("a path");
    assert!(world.done(&["verify", "--copy", kept]).contains("Everything is what it was"));
    forge(&world).await;
    assert!(world.done(&["verify", "--register-only"]).contains("Everything is what it was"), "the forger made every hash fit");
    let output = world.redress(&["verify", "--copy", kept]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("the kept copy at 3") && said.contains("says something else now"), "{said}");
    let now = copy(&world, "now.jsonl").await;
    let Ok(output) = Command::new("python3").arg(CHECK).args([&then, &now]).output() else {
        eprintln!("skipped: python3 is not there");
        return;
    };
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("lines fit") && said.contains("line 3 was altered"), "{said}");
}

#[tokio::test]
async fn a_copy_that_was_itself_altered_or_is_no_copy_is_told_apart() {
    let world = World::new().await;
    world.import_demo();
    let then = copy(&world, "then.jsonl").await;
    let text = std::fs::read_to_string(&then).expect("kept").replacen("imported from", "taken from", 2);
    std::fs::write(&then, text).expect("altered");
    let output = world.redress(&["verify", "--copy", then.to_str().expect("a path")]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("the copy was altered"));
    std::fs::write(&then, "<html>").expect("written");
    let output = world.redress(&["verify", "--copy", then.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("line 1: this is no line of the log"));
}

#[tokio::test]
async fn the_log_is_narrowed_by_kind_change_and_day() {
    let world = World::new().await;
    world.import_demo();
    world.done(&["withdraw", "decision", "1", "--reason", "published in error"]);
    let site = world.serve().await;
    let seqs = |page: &serde_json::Value| page["publications"].as_array().map_or(0, Vec::len);
    let gone = site.json("/changes.json?change=withdrawn").await;
    assert_eq!(seqs(&gone), 1);
    assert_eq!(seqs(&site.json("/changes.json?change=withdrawn&kind=meeting").await), 0);
    assert_eq!(seqs(&site.json("/changes.json?to=2001-01-01").await), 0);
    assert!(seqs(&site.json("/changes.json?from=2001-01-01&change=new").await) > 10);
    let feed = site.page("/feeds/changes.atom?kind=decision").await;
    assert!(feed.contains("Decision") && !feed.contains("/meetings/20"), "only decisions");
}
