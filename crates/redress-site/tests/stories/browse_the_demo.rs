//! A newcomer browses the invented council: every address answers, every page has a twin, nothing is out of place.

use std::collections::{BTreeSet, VecDeque};

use redress_site::clock::Clock;
use redress_site::routes::ROUTES;

use super::world::World;

/// Links within the site, without fragments.
fn links(page: &str) -> BTreeSet<String> {
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|h| h.starts_with('/') && !h.starts_with("//")).map(|h| h.split('#').next().unwrap_or("").replace("&amp;", "&")).collect()
}

/// The day on which the demonstration is browsed.
const TODAY: &str = "2026-11-23";

/// Whether an address is of this pattern.
fn is_of(pattern: &str, address: &str) -> bool {
    let parts: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = address.split('?').next().unwrap_or("").split('/').collect();
    let open_end = pattern.contains("{*");
    (open_end || path.len() == parts.len()) && parts.iter().zip(&path).all(|(p, s)| p.starts_with('{') || p == s)
}

/// What a site map names, without the site's own address.
fn named(map: &str, base: &str) -> BTreeSet<String> {
    let places = map.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    places.filter_map(|place| place.strip_prefix(base)).map(String::from).collect()
}

#[tokio::test]
async fn every_link_leads_somewhere_and_every_route_was_walked() {
    let world = World::new().await;
    world.done(&["demo", "--no-serve", "--today", TODAY, "--data", world.data().to_str().expect("a path")]);
    let site = world.serve_on(&Clock::on(TODAY.parse().expect("a day"))).await;
    let mut todo: VecDeque<String> =
        ["/", "/sitemap.xml", "/robots.txt", "/openapi.json", "/calendar.ics", "/bodies", "/about"].map(String::from).into();
    let mut seen: BTreeSet<String> = todo.iter().cloned().collect();
    let mut unmet: Vec<&str> = ROUTES.iter().map(|(pattern, _)| *pattern).filter(|p| !seen.iter().any(|s| is_of(p, s))).collect();
    let mut walked = 0;
    while let Some(address) = todo.pop_front() {
        let (status, body) = site.get(&address).await;
        assert!(matches!(status, 200 | 301 | 308), "{address}: {status}");
        walked += 1;
        let mut found = BTreeSet::new();
        if body.starts_with("<!DOCTYPE html>") {
            assert_eq!(body.matches("<h1").count(), 1, "{address}");
            assert!(!body.contains("<script") && !body.contains(" style="), "{address}");
            found = links(&body);
        } else if address == "/sitemap.xml" {
            found = named(&body, &site.base);
        }
        for link in found {
            // A kind of address that was not met yet is always followed.
            let is_new = unmet.iter().any(|pattern| is_of(pattern, &link));
            if (is_new || seen.len() < 2_000) && seen.insert(link.clone()) {
                unmet.retain(|pattern| !is_of(pattern, &link));
                todo.push_back(link);
            }
        }
    }
    assert!(walked > 300, "{walked}");
    assert_eq!(unmet, Vec::<&str>::new(), "the demonstration shows every kind of address");
}

#[tokio::test]
async fn every_route_states_who_may_open_it() {
    for (path, who) in ROUTES {
        assert_eq!(*who, "anyone", "{path}: a rule that this test does not know");
    }
}

#[tokio::test]
async fn a_public_node_opens_the_register_alone() {
    let world = World::new().await;
    world.import_demo();
    if world.database.is_none() {
        // Without the desk's file the public pages are the same.
        std::fs::remove_file(world.data().join("desk.db")).expect("removed");
        let _ = std::fs::remove_dir_all(world.data().join("files"));
    }
    let site = world.serve().await;
    assert!(site.page("/").await.contains("Thornmere"));
    assert!(site.page("/ombudsman").await.contains("900"));
}

#[tokio::test]
async fn a_page_is_sent_once_and_then_only_confirmed() {
    let world = World::new().await;
    world.import_demo();
    let site = world.serve().await;
    let first = site.raw("/meetings", &[]).await;
    let tag = first.headers()["etag"].to_str().expect("a tag").to_string();
    for header in ["content-security-policy", "x-content-type-options", "referrer-policy", "vary"] {
        assert!(first.headers().contains_key(header), "{header}");
    }
    let again = site.raw("/meetings", &[("if-none-match", tag)]).await;
    assert_eq!(again.status().as_u16(), 304);
    let packed = site.raw("/meetings", &[("accept-encoding", "gzip".into())]).await;
    assert_eq!(packed.headers()["content-encoding"], "gzip");
    let sheet = first.text().await.expect("a page");
    let sheet = sheet
        .split("href=\"")
        .find(|h| h.starts_with("/assets/") && h.contains(".css"))
        .and_then(|h| h.split('"').next())
        .expect("a style sheet")
        .to_string();
    let sent = site.raw(&sheet, &[]).await;
    assert!(sent.headers()["cache-control"].to_str().expect("text").contains("immutable"));
}

#[tokio::test]
async fn the_demo_is_the_council_that_the_readme_promises() {
    let world = World::new().await;
    world.import_demo();
    let register = world.place().register().await.expect("a register");
    let counts = register.counts().await.expect("counts");
    let count = |kind: redress::public::Kind| counts.iter().find(|(k, _)| *k == kind).map_or(0, |(_, n)| *n);
    use redress::public::Kind;
    assert!(count(Kind::Body) >= 6 && count(Kind::Member) >= 45 && count(Kind::Issue) >= 5, "{counts:?}");
    let years = register.years(Kind::Meeting).await.expect("years");
    assert!(years.len() >= 2, "24 months: {years:?}");
    let site = world.serve().await;
    let page = site.words("/ombudsman").await;
    for stage in [
        "Named in the record",
        "On the agenda of a coming meeting",
        "Considered in private",
        "Considered by members",
        "Considered by several bodies",
    ] {
        assert!(page.contains(stage), "{stage}");
    }
}

#[tokio::test]
async fn the_demonstration_has_a_finding_that_was_dealt_with_over_three_years() {
    let world = World::new().await;
    let data = world.data();
    world.done(&["demo", "--no-serve", "--today", "2026-03-02", "--data", data.to_str().expect("a path")]);
    let clock = redress_site::clock::Clock::on(jiff::civil::date(2026, 3, 2));
    let site = world.serve_desk(&clock).await;
    let page = site.json("/ombudsman/improvements.json").await;
    let sum = |of: &str| page["figures"].as_array().expect("years").iter().filter_map(|f| f[of].as_i64()).sum::<i64>();
    assert_eq!((sum("due"), sum("in_time"), sum("late"), sum("pending")), (6, 3, 2, 1), "{page}");
    assert!(page["figures"].as_array().is_some_and(|years| years.len() >= 3), "{page}");
    let case = site.words("/ombudsman/cases/90-000-052").await;
    assert!(case.contains("Train surveyors to find rising damp.") && !case.contains("Mr T"), "{case}");
    let one = site.words("/ombudsman/improvements/90-000-052-2").await;
    assert!(one.contains("41 days late") && one.contains("Publish how long each kind of repair takes."), "{one}");
}
