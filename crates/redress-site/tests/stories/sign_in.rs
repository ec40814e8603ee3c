//! Officers sign in, stay signed in as long as they should, and nobody else gets in.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;

use super::browser::{PASSWORD, person};
use super::world::{Running, World};

const NAME: &str = "ayesha.khan@thornmere.example";

async fn site() -> (World, Running, Clock) {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2026, 1, 20));
    let site = world.serve_desk(&clock).await;
    person(site.desk(), NAME, "Ayesha Khan", Role::MonitoringOfficer, date(2026, 1, 1)).await;
    (world, site, clock)
}

#[tokio::test]
async fn an_officer_signs_in_and_out() {
    let (_world, site, _) = site().await;
    let mut browser = site.browser();
    let opened = browser.get("/desk/sign-in").await;
    assert_eq!(opened.headers["cache-control"], "no-store");
    let wrong = browser.sign_in(NAME, "three small otters sleeping").await;
    assert_eq!((wrong.status, wrong.session()), (422, None));
    assert!(wrong.body.contains("do not fit together") && wrong.body.contains(NAME) && !wrong.body.contains("sleeping"));
    let right = browser.sign_in(" Ayesha.Khan@thornmere.EXAMPLE", PASSWORD).await;
    assert_eq!((right.status, right.to.as_deref()), (303, Some("/desk/account")));
    let cookie = right.set_cookies.iter().find(|c| c.starts_with("redress_session=")).expect("a session");
    assert!(cookie.contains("HttpOnly; SameSite=Lax") && cookie.contains("Path=/;"), "{cookie}");
}
