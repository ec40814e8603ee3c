//! Links to set a password, and the letters that carry them.

use redress_site::sign_in::random;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Claimed;

use super::*;

async fn letter(site: &Running, clock: &Clock) -> Claimed {
    for _ in 0..100 {
        if let Some(claimed) = site.desk().claim_letter(clock.now().timestamp()).await.expect("a store") {
            return claimed;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("no letter");
}

fn link(claimed: &Claimed) -> String {
    let words = claimed.letter.body.split_whitespace();
    let link = words.into_iter().find(|w| w.contains("/desk/reset/")).expect("a link");
    format!("/desk/reset/{}", link.rsplit('/').next().expect("a token"))
}

/// The page's form is shown only where letters are sent; what it sends is the same.
async fn ask(site: &Running, name: &str) -> (u16, String) {
    let mut browser = site.browser();
    browser.get("/desk/forgotten").await;
    let token = browser.cookies["redress_door"].clone();
    let opened = browser.post("/desk/forgotten", &[("form_token", &token), ("name", name)]).await;
    (opened.status, opened.body)
}

#[tokio::test]
async fn a_link_sets_a_password_once() {
    let (_world, site, clock, _) = council().await;
    let mut signed_in = site.browser();
    signed_in.sign_in(NAME, PASSWORD).await;
    let known = ask(&site, NAME).await;
    let unknown = ask(&site, "nobody@thornmere.example").await;
    assert_eq!(known, unknown, "nobody learns from this page who has an account");
    let claimed = letter(&site, &clock).await;
    assert_eq!((claimed.letter.to.as_str(), claimed.letter.holds_secret), (NAME, true));
    assert!(!format!("{claimed:?}").contains(&link(&claimed)), "the debug output holds no link");
    site.desk().letter_sent(claimed.id, clock.now().timestamp()).await.expect("noted");
    let link = link(&claimed);
    let mut browser = site.browser();
    let page = browser.get(&link).await;
    assert_eq!((page.status, page.headers["referrer-policy"].to_str().expect("text")), (200, "no-referrer"));
    assert_eq!(browser.get(&link).await.status, 200, "opening uses nothing up");
    let new = "the gutter drips at noon";
    let short = browser.fill_in(&link, &link, &[("new", "too short"), ("again", "too short")]).await;
    assert!(short.status == 422 && short.body.contains("12 characters or more"));
    let set = browser.fill_in(&link, &link, &[("new", new), ("again", new)]).await;
    assert_eq!(set.to.as_deref(), Some("/desk/sign-in?done=password"));
    assert_eq!(browser.get(&link).await.status, 404, "once");
    assert_eq!(signed_in.get("/desk/account").await.status, 303, "every session ended");
    assert_eq!(site.browser().sign_in(NAME, PASSWORD).await.status, 422);
    assert_eq!(site.browser().sign_in(NAME, new).await.status, 303);
    assert!(letter(&site, &clock).await.letter.subject.ends_with("Your password was changed"));
}

#[tokio::test]
async fn a_link_lasts_an_hour_and_a_newer_password_voids_it() {
    let (_world, site, clock, account) = council().await;
    let act = |clock: &Clock| Act { who: "story", at: clock.now().timestamp() };
    let (early, late) = (random::secret().expect("one"), random::secret().expect("other"));
    site.desk().ask_reset(&act(&clock), account, &early, None).await.expect("asked");
    clock.move_on(3500);
    assert_eq!(site.browser().get(&format!("/desk/reset/{}", early.expose())).await.status, 200);
    clock.move_on(100);
    assert_eq!(site.browser().get(&format!("/desk/reset/{}", early.expose())).await.status, 404);
    site.desk().ask_reset(&act(&clock), account, &late, None).await.expect("asked");
    site.desk().change_password(&act(&clock), account, &late, None, None).await.expect("changed");
    assert_eq!(site.browser().get(&format!("/desk/reset/{}", late.expose())).await.status, 404);
}

#[tokio::test]
async fn of_two_senders_one_gets_a_letter_and_what_fails_waits_longer_each_time() {
    let (_world, site, clock, _) = council().await;
    ask(&site, NAME).await;
    let first = letter(&site, &clock).await;
    let now = || clock.now().timestamp();
    assert!(site.desk().claim_letter(now()).await.expect("a store").is_none(), "claimed by another");
    clock.move_on(301);
    let again = site.desk().claim_letter(now()).await.expect("a store").expect("left by a sender that died");
    assert_eq!((again.id, again.tries), (first.id, 2));
    site.desk().letter_failed(&again, now(), "busy", false).await.expect("noted");
    assert!(site.desk().claim_letter(now()).await.expect("a store").is_none());
    clock.move_on(4 * 60);
    let third = site.desk().claim_letter(now()).await.expect("a store").expect("four minutes later");
    site.desk().letter_failed(&third, now(), "no such address", true).await.expect("noted");
    clock.move_on(24 * 3600);
    assert!(site.desk().claim_letter(now()).await.expect("a store").is_none(), "given up");
}
