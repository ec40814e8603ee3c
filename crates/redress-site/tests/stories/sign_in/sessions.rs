//! How long a session lasts, and what ends it.

use super::*;

#[tokio::test]
async fn half_an_hour_of_quiet_and_twelve_hours_of_work_end_a_session() {
    let (_world, site, clock, _) = council().await;
    let mut quiet = site.browser();
    quiet.sign_in(NAME, PASSWORD).await;
    clock.move_on(29 * 60);
    assert_eq!(quiet.get("/desk/account").await.status, 200);
    clock.move_on(31 * 60);
    assert_eq!(quiet.get("/desk/account").await.status, 303);
    let mut busy = site.browser();
    busy.sign_in(NAME, PASSWORD).await;
    for _ in 0..35 {
        clock.move_on(20 * 60);
        assert_eq!(busy.get("/desk/account").await.status, 200);
    }
    clock.move_on(20 * 60);
    assert_eq!(busy.get("/desk/account").await.status, 303, "twelve hours");
}

#[tokio::test]
async fn signing_in_again_takes_a_new_cookie_and_the_old_one_is_dead() {
    let (_world, site, _, _) = council().await;
    let mut browser = site.browser();
    let first = browser.sign_in(NAME, PASSWORD).await.session().expect("a session");
    let mut old = browser.clone();
    let second = browser.sign_in(NAME, PASSWORD).await.session().expect("a session");
    assert_ne!(first, second);
    assert_eq!(old.get("/desk/account").await.status, 303);
    assert_eq!(browser.get("/desk/account").await.status, 200);
}

#[tokio::test]
async fn a_cookie_that_the_browser_chose_is_never_taken_over() {
    let (_world, site, _, _) = council().await;
    let mut browser = site.browser();
    let planted = "ab".repeat(32);
    browser.cookies.insert("redress_session".into(), planted.clone());
    assert_ne!(browser.sign_in(NAME, PASSWORD).await.session().expect("a session"), planted);
}

#[tokio::test]
async fn one_signs_out_one_other_browser_or_every_other() {
    let (_world, site, clock, account) = council().await;
    let (mut here, mut phone, mut home) = (site.browser(), site.browser(), site.browser());
    for browser in [&mut here, &mut phone, &mut home] {
        assert_eq!(browser.sign_in(NAME, PASSWORD).await.status, 303);
    }
    let open = site.desk().sessions(account, clock.now().timestamp(), Default::default()).await.expect("sessions");
    assert_eq!(open.len(), 3);
    let phones = open[1].id.to_string();
    let page = here.get("/desk/account").await;
    let token = page.form("/desk/sign-out").split("value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a token").to_string();
    here.post("/desk/account/sessions", &[("form_token", &token), ("session", &phones)]).await;
    assert_eq!((phone.get("/desk/account").await.status, home.get("/desk/account").await.status), (303, 200));
    here.post("/desk/account/sessions", &[("form_token", &token), ("session", "others")]).await;
    assert_eq!((here.get("/desk/account").await.status, home.get("/desk/account").await.status), (200, 303));
}

#[tokio::test]
async fn a_changed_password_signs_every_other_browser_out() {
    let (_world, site, _, _) = council().await;
    let (mut here, mut other) = (site.browser(), site.browser());
    here.sign_in(NAME, PASSWORD).await;
    other.sign_in(NAME, PASSWORD).await;
    let new = "the gutter drips at noon";
    let form = "/desk/account/password";
    let wrong = here.fill_in(form, form, &[("current", "not my password"), ("new", new), ("again", new)]).await;
    assert!(wrong.status == 422 && wrong.body.contains("not the password that you have now"));
    let weak = here.fill_in(form, form, &[("current", PASSWORD), ("new", "AyeshaKhan2026"), ("again", "AyeshaKhan2026")]).await;
    assert!(weak.body.contains("made of your name"), "{}", weak.body);
    let unlike = here.fill_in(form, form, &[("current", PASSWORD), ("new", new), ("again", "the gutter drips at one")]).await;
    assert!(unlike.body.contains("not the same") && !unlike.body.contains("gutter"));
    let done = here.fill_in(form, form, &[("current", PASSWORD), ("new", new), ("again", new)]).await;
    assert_eq!(done.to.as_deref(), Some("/desk/account?done=password"));
    assert_eq!((here.get("/desk/account").await.status, other.get("/desk/account").await.status), (200, 303));
    assert_eq!(site.browser().sign_in(NAME, PASSWORD).await.status, 422);
    assert_eq!(site.browser().sign_in(NAME, new).await.status, 303);
}
