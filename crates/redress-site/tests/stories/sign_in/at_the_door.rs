//! Name and password, wrong tries, forms of other sites.

use redress::reader::Role;
use redress_site::sign_in::settings::Settings;

use super::super::browser::Browser;
use super::*;

#[tokio::test]
async fn an_officer_signs_in_and_out() {
    let (_world, site, _, _) = council().await;
    let mut browser = site.browser();
    let opened = browser.get("/desk/account").await;
    assert_eq!(opened.to.as_deref(), Some("/desk/sign-in?next=%2Fdesk%2Faccount"));
    let opened = browser.get("/desk/sign-in").await;
    assert_eq!(opened.headers["cache-control"], "no-store");
    let wrong = browser.sign_in(NAME, "three small otters sleeping").await;
    assert_eq!((wrong.status, wrong.session()), (422, None));
    assert!(wrong.body.contains("do not fit together") && wrong.body.contains(NAME) && !wrong.body.contains("sleeping"));
    let right = browser.sign_in(" Ayesha.Khan@thornmere.EXAMPLE", PASSWORD).await;
    assert_eq!((right.status, right.to.as_deref()), (303, Some("/desk/account")));
    let cookie = right.set_cookies.iter().find(|c| c.starts_with("redress_session=")).expect("a session");
    assert!(cookie.contains("Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    let page = browser.get("/desk/account").await;
    assert!(page.body.contains("Ayesha Khan") && page.body.contains("Monitoring officer, since 1 January 2026"), "{}", page.body);
    assert_eq!(page.headers["cache-control"], "no-store");
    let kept = browser.clone();
    let out = browser.fill_in("/desk/account", "/desk/sign-out", &[]).await;
    assert_eq!(out.to.as_deref(), Some("/desk/sign-in"));
    for mut after in [browser, kept] {
        assert_eq!(after.get("/desk/account").await.status, 303, "the cookie is dead, kept or not");
    }
}

#[tokio::test]
async fn over_tls_the_cookie_is_for_this_host_alone() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let site = world.serve_desk_with(&Clock::on(TODAY), Settings { secure: true, ..Settings::default() }).await;
    let opened = site.browser().get("/desk/sign-in").await;
    assert!(opened.set_cookies.iter().all(|c| c.starts_with("__Host-") && c.contains("; Secure")), "{:?}", opened.set_cookies);
}

#[tokio::test]
async fn whoever_guesses_waits_and_nobody_else_does() {
    let (_world, site, clock, _) = council().await;
    let from = |address: &str| site.browser().sending("x-forwarded-for", format!("203.0.113.99, {address}"));
    let mut office = from("192.0.2.1");
    assert_eq!(office.sign_in(NAME, PASSWORD).await.status, 303);
    let mut thief = from("192.0.2.1");
    guess(&mut thief, NAME, &clock).await;
    let held_up = thief.sign_in(NAME, PASSWORD).await;
    assert_eq!(held_up.status, 429);
    assert!(held_up.body.contains("Too many tries from here. Wait 15 minutes") && held_up.headers.contains_key("retry-after"));
    // The same network, but a browser that signed in before; another network.
    office.cookies.remove("redress_session");
    assert_eq!(office.sign_in(NAME, PASSWORD).await.status, 303);
    assert_eq!(from("198.51.100.7").sign_in(NAME, PASSWORD).await.status, 303);
    // A name that nobody has is held up in the same way.
    let mut other = from("192.0.2.9");
    guess(&mut other, "nobody@thornmere.example", &clock).await;
    assert_eq!(other.sign_in("nobody@thornmere.example", PASSWORD).await.status, 429);
    clock.move_on(900);
    assert_eq!(thief.sign_in(NAME, PASSWORD).await.status, 303);
}

/// Guesses until the wait is a quarter of an hour: long enough that a slow machine does not sit it out.
async fn guess(browser: &mut Browser, name: &str, clock: &Clock) {
    for wrong in 0..12 {
        if wrong > 3 {
            clock.move_on(900);
        }
        assert_eq!(browser.sign_in(name, "guessing guessing guessing").await.status, 422);
    }
}

#[tokio::test]
async fn another_sites_form_signs_nobody_in() {
    let (_world, site, _, _) = council().await;
    let typed = [("name", NAME), ("password", PASSWORD)];
    let mut without = site.browser();
    assert_eq!(without.post("/desk/sign-in", &typed).await.session(), None);
    let mut guessed = site.browser();
    guessed.get("/desk/sign-in").await;
    let token = "ab".repeat(32);
    assert_eq!(guessed.post("/desk/sign-in", &[typed[0], typed[1], ("form_token", &token)]).await.session(), None);
    for header in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let mut from_there = site.browser().sending(header.0, header.1);
        assert_eq!(from_there.sign_in(NAME, PASSWORD).await.session(), None, "{header:?}");
    }
}

#[tokio::test]
async fn a_form_carries_the_token_of_its_own_session() {
    let (_world, site, _, _) = council().await;
    person(site.desk(), "tom@thornmere.example", "Tom Reed", Role::ReportAuthor, TODAY).await;
    let (mut ayesha, mut tom) = (site.browser(), site.browser());
    ayesha.sign_in(NAME, PASSWORD).await;
    tom.sign_in("tom@thornmere.example", PASSWORD).await;
    let form = tom.get("/desk/account").await.form("/desk/sign-out");
    let his = form.split("name=\"form_token\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a token").to_string();
    for sent in [vec![], vec![("form_token", "")], vec![("form_token", his.as_str())]] {
        assert_eq!(ayesha.post("/desk/sign-out", &sent).await.status, 403, "{sent:?}");
    }
    assert_eq!(ayesha.get("/desk/account").await.status, 200);
}

#[tokio::test]
async fn the_way_goes_on_inside_only() {
    let (_world, site, _, _) = council().await;
    for (next, to) in [("https://evil.example/", "/desk"), ("//evil.example/desk", "/desk"), ("/desk/account", "/desk/account")] {
        let page = format!("/desk/sign-in?next={next}");
        let opened = site.browser().fill_in(&page, "/desk/sign-in", &[("name", NAME), ("password", PASSWORD)]).await;
        assert_eq!(opened.to.as_deref(), Some(to), "{next}");
    }
}

#[tokio::test]
async fn every_page_that_asks_who_you_are_leads_to_the_door() {
    let (_world, site, _, _) = council().await;
    for (path, who) in redress_site::sign_in::pages::ROUTES {
        let mut browser = site.browser();
        let opened = match browser.get(path).await {
            // It takes forms and shows nothing.
            opened if opened.status == 405 => browser.post(path, &[]).await,
            opened => opened,
        };
        let sent_away = opened.to.as_deref().is_some_and(|to| to.starts_with("/desk/sign-in?next="));
        assert_eq!(sent_away, *who == "signed in", "{path}: {} {:?}", opened.status, opened.to);
    }
}

#[tokio::test]
async fn a_public_node_has_no_door() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    assert_eq!(world.serve_desk(&Clock::default()).await.get("/desk/sign-in").await.0, 200);
    assert_eq!(world.serve().await.get("/desk/sign-in").await.0, 404);
}
