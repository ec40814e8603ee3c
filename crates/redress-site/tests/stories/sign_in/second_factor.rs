//! The code of a second factor: turned on, asked for, used once.

use redress::sign_in::secret::Secret;

use super::super::browser::Browser;
use super::*;

/// What a phone shows for the secret on the page.
fn code(secret: &Secret, clock: &Clock) -> String {
    let key = totp_rs::Secret::try_from_base32(secret.expose()).expect("a secret");
    let totp = totp_rs::Builder::new().with_secret(key).build().expect("a generator");
    let second = u64::try_from(clock.now().timestamp().as_second()).expect("after 1970");
    totp.generate(second).to_string()
}

/// Turns it on; gives the secret, the code that did and the recovery codes.
async fn turn_on(browser: &mut Browser, clock: &Clock) -> (Secret, String, Vec<String>) {
    let form = "/desk/account/second-factor";
    let page = browser.get(form).await;
    assert!(page.body.contains("<svg") && !page.body.contains("<img"));
    let shown = page.body.split("redress-secret\">").nth(1).and_then(|r| r.split('<').next()).expect("a secret");
    let secret = Secret::new(shown.replace(' ', "").to_uppercase());
    let wrong = browser.fill_in(form, form, &[("current", PASSWORD), ("code", "000000")]).await;
    assert_eq!(wrong.status, 422);
    let used = code(&secret, clock);
    let on = browser.fill_in(form, form, &[("current", PASSWORD), ("code", &used)]).await;
    assert!(on.body.contains("Keep these recovery codes"), "{}", on.body);
    let codes = on.body.split("<code>").skip(1).filter_map(|r| r.split('<').next()).map(String::from).collect();
    (secret, used, codes)
}

async fn enter(browser: &mut Browser, code: &str) -> u16 {
    browser.fill_in("/desk/sign-in/code?next=/desk/account", "/desk/sign-in/code", &[("code", code)]).await.status
}

#[tokio::test]
async fn a_code_is_asked_for_and_fits_once() {
    let (_world, site, clock, _) = council().await;
    let mut browser = site.browser();
    browser.sign_in(NAME, PASSWORD).await;
    let (secret, used, codes) = turn_on(&mut browser, &clock).await;
    assert_eq!(codes.len(), 10);
    let mut other = site.browser();
    let halfway = other.sign_in(NAME, PASSWORD).await;
    assert_eq!(halfway.to.as_deref(), Some("/desk/sign-in/code?next=%2Fdesk%2Faccount"));
    assert_eq!(other.get("/desk/account").await.status, 303, "the password alone opens nothing");
    assert_eq!(enter(&mut other, &used).await, 422, "the code that turned it on was used");
    clock.move_on(30);
    let shown = code(&secret, &clock);
    let before = other.clone();
    assert_eq!(enter(&mut other, &shown).await, 303);
    assert_eq!(other.get("/desk/account").await.status, 200);
    assert_ne!(before.cookies["redress_session"], other.cookies["redress_session"], "a new session for the whole way");
    let mut thief = site.browser();
    thief.sign_in(NAME, PASSWORD).await;
    assert_eq!(enter(&mut thief, &shown).await, 422, "the same code again");
    assert_eq!(enter(&mut thief, &codes[0]).await, 303, "a recovery code");
    let mut again = site.browser();
    again.sign_in(NAME, PASSWORD).await;
    assert_eq!(enter(&mut again, &codes[0]).await, 422, "once");
}

#[tokio::test]
async fn guessing_codes_waits_and_the_halfway_ends_after_ten_minutes() {
    let (_world, site, clock, _) = council().await;
    let mut browser = site.browser();
    browser.sign_in(NAME, PASSWORD).await;
    turn_on(&mut browser, &clock).await;
    let mut thief = site.browser();
    for _ in 0..12 {
        clock.move_on(900);
        thief.sign_in(NAME, PASSWORD).await;
        assert_eq!(enter(&mut thief, "12345").await, 422);
    }
    assert_eq!(enter(&mut thief, "12345").await, 429);
    clock.move_on(600);
    assert_eq!(thief.get("/desk/sign-in/code").await.to.as_deref(), Some("/desk/sign-in"));
}

#[tokio::test]
async fn it_is_turned_off_with_a_code() {
    let (_world, site, clock, account) = council().await;
    let mut browser = site.browser();
    browser.sign_in(NAME, PASSWORD).await;
    let (_, _, codes) = turn_on(&mut browser, &clock).await;
    let form = "/desk/account/second-factor/off";
    assert_eq!(browser.fill_in(form, form, &[("code", "123456")]).await.status, 422);
    assert_eq!(browser.fill_in(form, form, &[("code", &codes[3])]).await.status, 303);
    assert!(site.desk().second_factor(account).await.expect("a store").is_none());
    assert_eq!(site.browser().sign_in(NAME, PASSWORD).await.to.as_deref(), Some("/desk/account"));
}
