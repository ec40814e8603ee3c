//! Tokens of services: scopes, expiry, revocation.

use std::collections::BTreeSet;

use redress::reader::Scope;
use redress::sign_in::secret::Secret;
use redress_store::desk::journal::Act;

use super::*;

#[tokio::test]
async fn a_token_lasts_until_it_runs_out_or_is_revoked() {
    let (world, site, clock, _) = council().await;
    world.done(&["user", "add", "finance-feed", "--name", "Finance feed", "--service", "--role", "auditor"]);
    let issue = ["user", "token", "finance-feed", "--scope", "read", "--scope", "cases", "--days", "30"];
    let token = world.done(&issue).trim().to_string();
    // The command goes by the real clock, so the story does too from here.
    clock.set(redress_site::clock::today());
    let with = |token: &str| site.browser().sending("authorization", format!("Bearer {token}"));
    assert_eq!(with(&token).get("/desk/account.json").await.status, 403, "known, but a service has no such page");
    for bad in ["", "x", &token[1..], &token.to_uppercase()] {
        assert_eq!(with(bad).get("/desk/account.json").await.status, 401, "{bad}");
    }
    // A form by token carries nothing: no browser sends a token unasked.
    assert_eq!(with(&token).post("/desk/sign-out", &[]).await.status, 303);
    let now = clock.now();
    let secret = Secret::new(&token);
    let holder = site.desk().token_holder(&secret, now.timestamp(), now.date()).await.expect("a store").expect("a holder");
    assert_eq!(holder.scopes, Some(BTreeSet::from([Scope::Read, Scope::Cases])));
    assert_eq!(holder.roles, BTreeSet::from([Role::Auditor]));
    clock.move_on(30 * 24 * 3600);
    assert_eq!(with(&token).get("/desk/account.json").await.status, 401, "run out");
    clock.set(redress_site::clock::today());
    let listed = site.desk().tokens(holder.account).await.expect("tokens");
    let act = Act { who: "story", at: clock.now().timestamp() };
    assert!(site.desk().revoke_token(&act, listed[0].id).await.expect("a store"));
    assert_eq!(with(&token).get("/desk/account.json").await.status, 401, "revoked");
    let again = world.done(&issue).trim().to_string();
    assert_eq!(with(&again).get("/desk/account.json").await.status, 403);
    world.done(&["user", "close", "finance-feed"]);
    assert_eq!(with(&again).get("/desk/account.json").await.status, 401, "closed");
}

#[tokio::test]
async fn a_person_has_no_token_and_a_service_no_password() {
    let (world, _site, _, _) = council().await;
    assert!(!world.redress(&["user", "token", NAME, "--scope", "read"]).status.success());
    world.done(&["user", "add", "feed", "--name", "Feed", "--service"]);
    assert!(!world.redress(&["user", "reset", "feed"]).status.success());
    assert!(!world.redress(&["user", "token", "feed", "--scope", "everything"]).status.success());
}
