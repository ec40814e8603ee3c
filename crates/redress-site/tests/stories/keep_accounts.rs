//! An administrator keeps accounts, posts and tokens, and says how the council works.

use jiff::civil::{Date, date};
use redress::reader::Role;
use redress_site::clock::Clock;
use serde_json::{Value, json};

use super::browser::{Browser, Opened, PASSWORD, person};
use super::world::{Running, World};

const TODAY: Date = date(2026, 1, 20);
const ADMIN: &str = "cora.admin@thornmere.example";
const NEW: &str = "ben.new@thornmere.example";

/// A council with an administrator who has signed in.
async fn council() -> (World, Running, Clock, Browser, i64) {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(TODAY);
    let site = world.serve_desk(&clock).await;
    let account = person(site.desk(), ADMIN, "Cora Admin", Role::Administrator, date(2026, 1, 1)).await;
    let mut browser = site.browser();
    assert_eq!(browser.sign_in(ADMIN, PASSWORD).await.status, 303);
    (world, site, clock, browser, account)
}

/// Opens a deed's page and sends its form.
async fn done(browser: &mut Browser, deed: &str, values: &[(&str, &str)]) -> Opened {
    let token = browser.form_token(deed).await;
    let all: Vec<(&str, &str)> = [("form_token", token.as_str())].into_iter().chain(values.iter().copied()).collect();
    browser.post(deed, &all).await
}

/// Adds a person; gives the number of the account.
async fn added(browser: &mut Browser, email: &str, full_name: &str) -> i64 {
    let opened = done(browser, "/desk/accounts/add", &[("kind", "person"), ("full_name", full_name), ("email", email)]).await;
    assert_eq!(opened.status, 200, "shown once where no letter goes: {}", opened.body);
    let address = opened.body.split("/desk/accounts/").last().expect("the account");
    address.split('"').next().and_then(|n| n.parse().ok()).expect("a number")
}

async fn roles(site: &Running, account: i64, day: Date) -> Vec<&'static str> {
    let signed_in = site.desk().signed_in(account, day).await.expect("a store").expect("an open account");
    signed_in.roles.into_iter().map(Role::word).collect()
}

fn with_token(site: &Running, token: &str) -> Browser {
    Browser { headers: vec![("authorization", format!("Bearer {token}"))], ..site.browser() }
}

#[tokio::test]
async fn a_new_person_gets_a_letter_and_a_post_from_a_day_on() {
    let (_world, site, clock, mut admin, _) = council().await;
    let account = added(&mut admin, NEW, "Ben New").await;
    let letter = site.desk().claim_letter(clock.now().timestamp()).await.expect("a store");
    let letter = letter.expect("a letter").letter;
    assert!(letter.to == NEW && letter.body.contains("/desk/reset/") && letter.holds_secret);
    assert_eq!(roles(&site, account, TODAY).await, Vec::<&str>::new());
    let appoint = format!("/desk/accounts/{account}/appoint");
    let from_february = [("role", "democratic_services"), ("title", "Clerk to the Council"), ("from", "1 February 2026")];
    assert_eq!(done(&mut admin, &appoint, &from_february).await.status, 303);
    assert_eq!(roles(&site, account, date(2026, 1, 31)).await, Vec::<&str>::new());
    assert_eq!(roles(&site, account, date(2026, 2, 1)).await, ["democratic_services"]);
    assert_eq!(done(&mut admin, &appoint, &from_february).await.status, 422, "held already");
    let page = admin.get("/desk/posts?on=1+February+2026").await;
    assert!(page.body.contains("Clerk to the Council") && page.body.contains("Ben New"));
    let listed: Value = serde_json::from_str(&admin.get("/desk/accounts.json?q=ben").await.body).expect("JSON");
    assert_eq!((&listed["total"], &listed["accounts"][0]["name"]), (&json!(1), &json!(NEW)));
    assert!(!listed.to_string().contains("password_hash"));
}

#[tokio::test]
async fn cover_gives_the_role_while_it_runs() {
    let (_world, site, _clock, mut admin, own) = council().await;
    let (away, covering) = (added(&mut admin, NEW, "Ben New").await, added(&mut admin, "ann@thornmere.example", "Ann Other").await);
    let appoint = format!("/desk/accounts/{away}/appoint");
    assert_eq!(done(&mut admin, &appoint, &[("role", "monitoring_officer"), ("from", "2026-01-05")]).await.status, 303);
    let second =
        done(&mut admin, &format!("/desk/accounts/{covering}/appoint"), &[("role", "monitoring_officer"), ("from", "2026-03-01")]).await;
    assert!(second.status == 422 && second.body.contains("one monitoring officer at a time"));
    let holding = site.desk().appointments_of(away).await.expect("a store")[0].id;
    let cover = format!("/desk/holdings/{holding}/cover");
    let days = [("from", "2 February 2026"), ("until", "6 February 2026"), ("reason", "annual leave")];
    let who = covering.to_string();
    let values: Vec<(&str, &str)> = days.into_iter().chain([("account", who.as_str())]).collect();
    assert_eq!(done(&mut admin, &cover, &values).await.status, 303);
    assert_eq!(roles(&site, covering, date(2026, 2, 1)).await, Vec::<&str>::new());
    assert_eq!(roles(&site, covering, date(2026, 2, 6)).await, ["monitoring_officer"]);
    assert_eq!(roles(&site, covering, date(2026, 2, 7)).await, Vec::<&str>::new());
    let oneself = own.to_string();
    let values: Vec<(&str, &str)> = days.into_iter().chain([("account", oneself.as_str())]).collect();
    assert_eq!(done(&mut admin, &cover, &values).await.status, 403, "nobody covers by their own word");
    assert_eq!(done(&mut admin, &format!("/desk/holdings/{holding}/end"), &[("until", "31 January 2026")]).await.status, 303);
    assert_eq!(roles(&site, away, date(2026, 2, 1)).await, Vec::<&str>::new());
}

#[tokio::test]
async fn an_administrator_takes_no_post_and_cannot_shut_the_own_door() {
    let (_world, site, _clock, mut admin, own) = council().await;
    let token = admin.form_token("/desk/accounts/add").await;
    let values = [("form_token", token.as_str()), ("role", "monitoring_officer"), ("from", "2026-01-20")];
    assert_eq!(admin.post(&format!("/desk/accounts/{own}/appoint"), &values).await.status, 403);
    assert_eq!(roles(&site, own, TODAY).await, ["administrator"]);
    assert_eq!(admin.post(&format!("/desk/accounts/{own}/close"), &[("form_token", token.as_str())]).await.status, 422);
    assert_eq!(admin.post("/desk/accounts/add", &[("kind", "person")]).await.status, 403, "a form without its token");
}

#[tokio::test]
async fn closing_an_account_ends_sessions_and_tokens() {
    let (_world, site, _clock, mut admin, _) = council().await;
    let account = person(site.desk(), NEW, "Ben New", Role::Auditor, date(2026, 1, 1)).await;
    let mut other = site.browser();
    other.sign_in(NEW, PASSWORD).await;
    assert_eq!(other.get("/desk/posts").await.status, 200);
    assert_eq!(other.get("/desk/accounts").await.status, 403);
    assert_eq!(done(&mut admin, &format!("/desk/accounts/{account}/close"), &[]).await.status, 303);
    assert_eq!(other.get("/desk/posts").await.status, 303, "to the door");
    assert_eq!(admin.get(&format!("/desk/accounts/{account}/link")).await.status, 404, "a closed account gets no link");
    let (service, token) = service(&mut admin, &["read"]).await;
    assert_eq!(with_token(&site, &token).get("/desk/posts.json").await.status, 403, "a program without a post");
    assert_eq!(done(&mut admin, &format!("/desk/accounts/{service}/close"), &[]).await.status, 303);
    assert_eq!(with_token(&site, &token).get("/desk/posts.json").await.status, 401);
}

#[tokio::test]
async fn a_token_is_shown_once_and_does_what_its_scopes_say() {
    let (_world, site, clock, mut admin, _) = council().await;
    let (account, token) = service(&mut admin, &["read", "administer"]).await;
    let appoint = format!("/desk/accounts/{account}/appoint");
    assert_eq!(done(&mut admin, &appoint, &[("role", "administrator"), ("from", "2026-01-20")]).await.status, 303);
    let page = admin.get(&format!("/desk/accounts/{account}")).await.body;
    assert!(page.contains("nightly copy") && !page.contains(&token));
    let mut program = with_token(&site, &token);
    assert_eq!(program.get("/desk/posts.json").await.status, 200);
    let made = program.post_json("/desk/accounts/add", &json!({"kind": "service", "full_name": "Feed", "name": "feed"})).await;
    assert_eq!(made.status, 200, "{}", made.body);
    let wrong = program.post_json("/desk/accounts/add", &json!({"kind": "king", "full_name": "\u{0}", "other": "x"})).await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    let narrow = done(&mut admin, &format!("/desk/accounts/{account}/tokens/issue"), &issue(&["read"], "20 February 2026")).await;
    let mut narrow = with_token(&site, &secret(&narrow));
    assert_eq!(narrow.get("/desk/posts.json").await.status, 200);
    assert_eq!(narrow.get("/desk/accounts.json").await.status, 403, "outside its scope");
    clock.set(date(2026, 2, 20));
    assert_eq!(narrow.get("/desk/posts.json").await.status, 200, "its last day");
    clock.set(date(2026, 2, 21));
    assert_eq!(narrow.get("/desk/posts.json").await.status, 401, "run out");
    let number = site.desk().tokens(account).await.expect("a store").last().expect("a token").id;
    let mut admin = site.browser();
    admin.sign_in(ADMIN, PASSWORD).await;
    assert_eq!(done(&mut admin, &format!("/desk/accounts/{account}/tokens/{number}/revoke"), &[]).await.status, 303);
    assert_eq!(program.get("/desk/posts.json").await.status, 401, "revoked");
}

#[tokio::test]
async fn settings_change_the_name_the_colour_and_a_computed_date() {
    let (_world, site, _clock, mut admin, _) = council().await;
    let question = "/duties/calculator.json?duty=council_agenda_reports_inspection&from=2026-03-20";
    let before = site.json(question).await;
    let values: Vec<(&str, &str)> = [
        ("receipt_or_report_date", "first"),
        ("clear_days", "second"),
        ("long_clear_days", "first"),
        ("document_clear_days", "first"),
        ("end_of_second_three_months", "first"),
        ("named_day_counted", "first"),
        ("section_five_investigation", "first"),
    ]
    .into();
    assert_eq!(done(&mut admin, "/desk/settings/readings", &values).await.status, 303);
    let after = site.json(question).await;
    assert_ne!(before["due"], after["due"]);
    assert_eq!(before["due"], after["other_reading"]["due"], "both stay shown");
    assert_eq!(done(&mut admin, "/desk/settings/name", &[("name", "Ostermere City Council")]).await.status, 303);
    assert!(admin.get("/desk/settings").await.body.contains("Ostermere City Council"));
    assert_eq!(done(&mut admin, "/desk/settings/colour", &[("colour", "#ffdd00")]).await.status, 422);
    assert_eq!(done(&mut admin, "/desk/settings/colour", &[("colour", "#1d70b8")]).await.status, 303);
    let governance = [("governance", "mayor_and_cabinet"), ("call_in_days", "3")];
    assert_eq!(done(&mut admin, "/desk/settings/governance", &governance).await.status, 303);
    // A kept page goes with the settings, as soon as the node looks.
    let mut page = site.page("/about").await;
    for _ in 0..50 {
        if page.contains("Ostermere") && page.contains("/assets/1d70b8/colour.css") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        page = site.page("/about").await;
    }
    assert!(page.contains("Ostermere City Council") && page.contains("/assets/1d70b8/colour.css"), "{page}");
    assert!(site.page("/assets/1d70b8/colour.css").await.contains("#1d70b8"));
    assert_eq!(site.get("/assets/ffffff/colour.css").await.0, 404);
    let entries = site.desk().journal_after(0, 500).await.expect("a journal");
    assert!(entries.iter().any(|e| e.act == "set" && e.about == "readings" && e.who == "Cora Admin"));
}

fn issue<'a>(scopes: &[&'a str], last: &'a str) -> Vec<(&'a str, &'a str)> {
    let scopes = scopes.iter().map(|scope| ("scopes", *scope));
    [("name", "nightly copy"), ("expires_on", last)].into_iter().chain(scopes).collect()
}

/// The token that an answer shows.
fn secret(opened: &Opened) -> String {
    assert_eq!(opened.status, 200, "{}", opened.body);
    assert_eq!(opened.headers["cache-control"], "no-store");
    opened.body.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a token").to_string()
}

/// A program with a token.
async fn service(admin: &mut Browser, scopes: &[&str]) -> (i64, String) {
    let opened = done(admin, "/desk/accounts/add", &[("kind", "service"), ("full_name", "Finance feed"), ("name", "finance-feed")]).await;
    let to = opened.to.expect("the account");
    let account: i64 = to.trim_start_matches("/desk/accounts/").split('?').next().and_then(|n| n.parse().ok()).expect("a number");
    let values = issue(scopes, "31 December 2026");
    (account, secret(&done(admin, &format!("/desk/accounts/{account}/tokens/issue"), &values).await))
}
