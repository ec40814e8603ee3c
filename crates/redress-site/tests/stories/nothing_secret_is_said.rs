//! What the program says while it runs, even where it is asked to say everything, holds no secret and no private word.

use redress::reader::Role;
use redress_site::clock;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::browser::{Browser, PASSWORD, person};
use super::officer::Officer;
use super::spawned::Spawned;
use super::world::World;

#[tokio::test]
async fn a_log_of_everything_holds_no_secret() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let (desk, _) = world.place().stores().await.expect("stores");
    let today = clock::today();
    person(&desk, "clerk@thornmere.example", "Tobias Wren", Role::DemocraticServices, today).await;
    let act = Act { who: "story", at: clock::now().timestamp() };
    let settings = [
        ("RUST_LOG", "trace"),
        ("RUST_BACKTRACE", "1"),
        ("REDRESS_SMTP", "smtp://clerk:zqmailword@127.0.0.1:9"),
        ("REDRESS_MAIL_FROM", "desk@thornmere.example"),
    ];
    let program = Spawned::serve(&world, &[], &settings).await;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let mut browser = Browser::new(&program.base, client.clone());
    browser.sign_in("clerk@thornmere.example", "zqwrongword zqwrongword").await;
    let session = browser.sign_in("clerk@thornmere.example", PASSWORD).await.session().expect("a session");
    let token = form_token(&session);
    let officer = Officer {
        base: program.base.clone(),
        client,
        says: vec![("cookie", format!("redress_session={session}"))],
        form_token: token.clone(),
        account: 1,
    };
    browser.fill_in("/desk/forgotten", "/desk/forgotten", &[("name", "clerk@thornmere.example")]).await;
    officer.done("/desk/bodies/add", json!({ "name": "zqbodyname" })).await;
    let bodies = officer.get("/desk/meetings/plan.json").await.json();
    let meeting = json!({ "body": bodies["offered"]["body"][0][0], "on": today.to_string() });
    let meeting = officer.done("/desk/meetings/plan", meeting).await["meeting"].clone();
    let item = officer.done(&format!("/desk/meetings/{meeting}/add-item"), json!({ "number": "1", "title": "zqitemtitle" })).await["item"]
        .as_i64();
    let item = item.expect("an item");
    officer.paper(item, "zqpapertitle", "", "zqfilename.txt", b"zqfilewords").await;
    let refused =
        officer.upload(&format!("/desk/items/{item}/add-paper"), &[("title", "zqrefused")], "zqrefused.pdf", b"%PDF-1.4 zqbroken").await;
    assert_eq!(refused.status, 422);
    for (method, address) in [
        ("GET", "/desk/reset/zqresettoken"),
        ("POST", "/desk/reset/zqresettoken"),
        ("GET", "/desk/cases?q=zqasked"),
        ("GET", "/desk/papers/77"),
        ("PATCH", "/desk"),
    ] {
        officer.ask(method, address, &[("authorization", "Bearer zqbearer")], b"zqsent".to_vec()).await;
    }
    desk.end_sessions(&act, 1, None).await.expect("ended");
    officer.post("/desk/bodies/add", &json!({ "name": "zqstale" })).await;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let said = program.said().to_lowercase();
    for secret in ["zq", PASSWORD, &session, &token] {
        assert!(!said.contains(secret), "{secret}: {said}");
    }
}

fn form_token(session: &str) -> String {
    redress_site::sign_in::visitor::form_token(&redress::sign_in::secret::Secret::new(session))
}
