//! Whoever alters the record is found out.

use redress_store::db::{Address, Store};

use super::world::World;

#[tokio::test]
async fn verify_passes_and_fails_after_one_byte_of_a_publication_is_changed() {
    let world = World::new().await;
    world.import_demo();
    let said = world.done(&["verify"]);
    assert!(said.contains("Everything is what it was"), "{said}");
    let change = "update publication set body = replace(body, 'noted', 'notes') where seq = (select min(seq) from publication where body like '%noted%')";
    let changed = match world.place().address().expect("an address") {
        Address::File(path) => {
            let url = format!("sqlite:{}", Address::file(&path, Store::Register).display());
            let pool = sqlx::SqlitePool::connect(&url).await.expect("the register");
            sqlx::query(change).execute(&pool).await.expect("altered").rows_affected()
        }
        _ => {
            let url = format!("{}?options=-csearch_path%3Dregister", world.database.as_deref().expect("a server"));
            let pool = sqlx::PgPool::connect(&url).await.expect("the register");
            sqlx::query(change).execute(&pool).await.expect("altered").rows_affected()
        }
    };
    assert_eq!(changed, 1);
    let output = world.redress(&["verify"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("publications of the register"));
    let output = world.redress(&["verify", "--register-only", "--json"]);
    assert_eq!(output.status.code(), Some(1));
}

#[tokio::test]
async fn an_altered_source_is_found() {
    let world = World::new().await;
    world.import_demo();
    let mut folders = vec![world.data().join("files/sources")];
    let mut altered = false;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("files") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if !altered {
                let mut bytes = std::fs::read(&path).expect("read");
                bytes[0] ^= 1;
                std::fs::write(&path, bytes).expect("written");
                altered = true;
            }
        }
    }
    let output = world.redress(&["verify"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("the kept source was altered"));
}
