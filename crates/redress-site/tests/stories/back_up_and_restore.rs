//! A council moves: everything into one file, everything back, also from one database to the other.

use super::world::World;

#[tokio::test]
async fn a_restored_council_says_the_same() {
    let world = World::new().await;
    world.import_demo();
    let file = world.folder.path().join("backup.tar");
    let file = file.to_str().expect("a path");
    world.done(&["backup", file]);
    assert_eq!(world.redress(&["backup", file]).status.code(), Some(1), "a backup never overwrites");
    world.done(&["verify", file]);
    // A second world is on the same database kind; SQLite restores what PostgreSQL wrote as well.
    let mut other = World::new().await;
    other.done(&["restore", file]);
    let last = |w: &World| w.done(&["verify"]).lines().last().map(String::from);
    assert_eq!(last(&world), last(&other));
    other.database = None;
    if world.database.is_some() {
        other.done(&["restore", file]);
        assert_eq!(last(&world), last(&other));
    }
    assert_eq!(other.redress(&["restore", file]).status.code(), Some(1), "a restore never overwrites");
    let site = other.serve().await;
    assert!(site.page("/").await.contains("Thornmere"));
    let again = other.done(&["import", super::world::demo().to_str().expect("a path")]);
    assert!(again.contains(" 0 changed, 0 new, 0 gone"), "{again}");
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    let world = World::new().await;
    world.import_demo();
    let file = world.folder.path().join("backup.tar");
    world.done(&["backup", file.to_str().expect("a path")]);
    let mut bytes = std::fs::read(&file).expect("read");
    let at = bytes.windows(9).position(|w| w == b"Thornmere").expect("the name");
    bytes[at] = b'D';
    std::fs::write(&file, bytes).expect("written");
    let other = World::new().await;
    let path = file.to_str().expect("a path");
    assert_eq!(other.redress(&["verify", path]).status.code(), Some(1));
    let output = other.redress(&["restore", path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("it was altered"));
}
