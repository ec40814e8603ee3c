//! What the program says while it runs, and what the database keeps, holds no secret.

use std::io::Read;
use std::process::{Child, Stdio};

use super::super::browser::Browser;
use super::*;

struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn neither_log_nor_database_holds_a_secret() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
    let base = format!("http://127.0.0.1:{port}");
    let link = world.done(&["user", "add", NAME, "--name", "Ayesha Khan", "--role", "monitoring_officer", "--base", &base]);
    let mut command = world.command(&["serve", "--listen", &format!("127.0.0.1:{port}")]);
    command.env("REDRESS_SMTP", "smtp://clerk:mailpassword@127.0.0.1:9").env("REDRESS_MAIL_FROM", "desk@thornmere.example");
    let mut program = Program(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started"));
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    for _ in 0..200 {
        if client.get(&base).send().await.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let mut browser = Browser::new(&base, client);
    let link = link.trim().strip_prefix(&base).expect("a link").to_string();
    browser.fill_in(&link, &link, &[("new", PASSWORD), ("again", PASSWORD)]).await;
    browser.sign_in(NAME, "wrong wrong wrong wrong").await;
    let session = browser.sign_in(NAME, PASSWORD).await.session().expect("a session");
    let page = browser.get("/desk/account").await;
    let form_token = page.form("/desk/sign-out").split("value=\"").nth(1).and_then(|r| r.split('"').next()).expect("one").to_string();
    browser.fill_in("/desk/forgotten", "/desk/forgotten", &[("name", NAME)]).await;
    browser.get("/desk/reset/ffffffffffffffff").await;
    // Time for the sender to fail.
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    program.0.kill().expect("stopped");
    let mut said = String::new();
    program.0.stdout.take().expect("a pipe").read_to_string(&mut said).expect("text");
    program.0.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    assert!(said.contains("was not taken"), "the sender failed and said so: {said}");
    let token = link.rsplit('/').next().expect("a token").to_string();
    let device = browser.cookies["redress_device"].clone();
    let secrets = [PASSWORD, "wrong wrong", "mailpassword", &session, &form_token, &token, &device, "ffffffffffffffff"];
    for secret in secrets {
        assert!(!said.contains(secret), "{secret} is in the log");
    }
    if world.database.is_none() {
        let desk: Vec<u8> = ["desk.db", "desk.db-wal"].iter().filter_map(|f| std::fs::read(world.data().join(f)).ok()).flatten().collect();
        for secret in &secrets[..7] {
            assert!(!desk.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} is in the database");
        }
    }
    let (desk, _) = world.place().stores().await.expect("stores");
    for entry in desk.journal_after(0, 100).await.expect("entries") {
        assert!(secrets.iter().all(|s| !entry.body.contains(s)), "{entry:?}");
    }
}
