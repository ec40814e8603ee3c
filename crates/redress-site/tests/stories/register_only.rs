//! A public node holds nothing but what is public: no handle on the desk, no session that could read or write it.
#![cfg(target_os = "linux")]

use sqlx::Connection;

use super::spawned::Spawned;
use super::world::World;

#[tokio::test]
async fn a_public_node_has_no_handle_on_the_desk() {
    let world = World::new().await;
    world.import_demo();
    let node = Spawned::serve(&world, &["--register-only"], &[]).await;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let status = async |method: reqwest::Method, address: &str| {
        client.request(method, format!("{}{address}", node.base)).send().await.expect("an answer").status().as_u16()
    };
    for address in ["/", "/meetings", "/search?q=roads", "/ombudsman", "/documents/1", "/changes"] {
        assert!(matches!(status(reqwest::Method::GET, address).await, 200 | 308), "{address}");
    }
    for address in ["/desk", "/desk.json", "/desk/sign-in", "/desk/papers/1", "/desk/papers/1/versions/1/file", "/members"] {
        assert_eq!(status(reqwest::Method::GET, address).await, 404, "{address}");
    }
    for address in ["/", "/meetings", "/desk/sign-in", "/desk/withdraw"] {
        assert!(matches!(status(reqwest::Method::POST, address).await, 404 | 405), "{address}");
    }
    let open = open_files(node.id());
    assert!(open.iter().any(|file| file.contains("register.db") || file.contains("search")), "{open:?}");
    for private in ["desk.db", "files/work", "files/sources"] {
        assert!(!open.iter().any(|file| file.contains(private)), "{private}: {open:?}");
    }
    if let Some(url) = &world.database {
        let mut watcher = sqlx::PgConnection::connect(url).await.expect("the server");
        let sql = "select pid, query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
        let sessions: Vec<(i32, String)> = sqlx::query_as(sql).fetch_all(&mut watcher).await.expect("sessions");
        assert!(!sessions.is_empty());
        assert!(sessions.iter().all(|(_, query)| !query.contains("desk")), "{sessions:?}");
    }
}

#[tokio::test]
async fn what_reads_the_register_can_write_nothing() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let register = world.place().register().await.expect("a register");
    // The same pool that serves pages: following, which writes, is refused by the database.
    let (desk, _) = world.place().stores().await.expect("stores");
    let act = redress_store::desk::journal::Act { who: "story", at: redress_site::clock::now().timestamp() };
    desk.set("authority", "Another Council", &act).await.expect("set");
    assert!(register.follow(&desk).await.is_err());
    assert_eq!(register.authority().await.expect("a name"), "Thornmere Borough Council");
}

/// Files and maps of a process.
fn open_files(process: u32) -> Vec<String> {
    let handles = std::fs::read_dir(format!("/proc/{process}/fd")).expect("handles").flatten();
    let mut open: Vec<String> = handles.filter_map(|h| std::fs::read_link(h.path()).ok()).map(|f| f.display().to_string()).collect();
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).expect("maps");
    open.extend(maps.lines().filter_map(|line| line.split_once('/')).map(|(_, file)| format!("/{file}")));
    open
}
