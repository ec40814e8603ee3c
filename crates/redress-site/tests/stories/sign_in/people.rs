//! Accounts, posts and cover, and the command that keeps them.

use redress_store::desk::account::list::Wanted;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;

use super::*;

#[tokio::test]
async fn a_role_lasts_as_long_as_its_post_or_cover() {
    let (_world, site, clock, account) = council().await;
    let desk = site.desk();
    let act = Act { who: "story", at: clock.now().timestamp() };
    let post = desk.make_post(&act, "Head of Legal", Role::ClearanceOfficer, Some("legal")).await.expect("a post");
    assert_eq!(desk.make_post(&act, "Head of Legal", Role::ClearanceOfficer, Some("legal")).await.expect("the same"), post);
    desk.arrange_cover(&act, post, account, (date(2026, 2, 2), date(2026, 2, 6)), "annual leave").await.expect("cover");
    desk.seat(&act, account, "cabinet", Days { from: date(2026, 1, 1), until: Some(date(2026, 1, 31)) }).await.expect("a seat");
    let roles = async |day| desk.signed_in(account, day).await.expect("a store").expect("open").roles;
    for (day, covers) in [(date(2026, 2, 1), false), (date(2026, 2, 2), true), (date(2026, 2, 6), true), (date(2026, 2, 7), false)] {
        assert_eq!(roles(day).await.contains(&Role::ClearanceOfficer), covers, "{day}");
    }
    assert!(roles(date(2025, 12, 31)).await.is_empty());
    let seats = async |day| desk.signed_in(account, day).await.expect("a store").expect("open").seats;
    assert!(seats(date(2026, 1, 31)).await.contains("cabinet") && seats(date(2026, 2, 1)).await.is_empty());
    assert_eq!(desk.holders_of(Role::ClearanceOfficer, date(2026, 2, 3)).await.expect("holders"), [account]);
}

#[tokio::test]
async fn a_closed_account_is_nobody() {
    let (world, site, _, account) = council().await;
    let mut browser = site.browser();
    browser.sign_in(NAME, PASSWORD).await;
    world.done(&["user", "close", NAME]);
    assert_eq!(browser.get("/desk/account").await.status, 303);
    assert_eq!(site.browser().sign_in(NAME, PASSWORD).await.status, 422);
    assert!(site.desk().signed_in(account, TODAY).await.expect("a store").is_none());
}

#[tokio::test]
async fn accounts_are_kept_from_the_command_line() {
    let (world, site, clock, _) = council().await;
    clock.set(redress_site::clock::today());
    let link =
        world.done(&["user", "add", "Tom.Reed@thornmere.example", "--name", "Tom Reed", "--role", "report_author", "--base", &site.base]);
    let link = link.trim().strip_prefix(&site.base).expect("a link to this site").to_string();
    let new = "the gutter drips at noon";
    assert_eq!(site.browser().fill_in(&link, &link, &[("new", new), ("again", new)]).await.status, 303);
    assert_eq!(site.browser().sign_in("tom.reed@thornmere.example", new).await.status, 303);
    assert!(!world.redress(&["user", "add", "tom.reed@thornmere.example", "--name", "Tom Reed"]).status.success());
    world.done(&["user", "post", "tom.reed@thornmere.example", "auditor", "--from", "2026-01-01"]);
    let listed: serde_json::Value = serde_json::from_str(&world.done(&["user", "list", "--json"])).expect("JSON");
    let tom = listed.as_array().expect("a list").iter().find(|a| a["full_name"] == "Tom Reed").expect("Tom").clone();
    assert_eq!((tom["name"].as_str(), tom["roles"].as_array().map(Vec::len)), (Some("tom.reed@thornmere.example"), Some(2)));
    let wanted = |words: &str, role| Wanted { words: words.into(), role, page: 1, per_page: 20, ..Wanted::default() };
    let found = async |wanted: Wanted| site.desk().accounts(&wanted, clock.today()).await.expect("a list").total;
    assert_eq!(found(wanted("REED", None)).await, 1);
    assert_eq!(found(wanted("%", None)).await, 0);
    assert_eq!(found(wanted("", Some(Role::Auditor))).await, 1);
    assert_eq!(found(wanted("", None)).await, 2);
    world.done(&["verify"]);
}
