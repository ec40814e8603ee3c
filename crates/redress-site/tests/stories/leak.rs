//! A word of its own is planted in every private text of the desk; none reaches anybody outside, in any form.
//!
//! The columns come from the database itself: a new one fails the story until it is planted or listed with a reason.

mod actions;
mod agenda;
mod bodies;
mod columns;
mod council;
mod decisions;
mod forward_plan;
mod issues;
mod members;
mod minutes;
mod published;
mod reports;
mod reviews;
mod room;
mod scan;
mod sentinels;
mod workspace;

use redress_site::clock::Clock;
use serde_json::json;

use super::officer::Officer;
use super::world::World;
use scan::Scanned;
use sentinels::Sentinels;

#[tokio::test]
async fn no_private_word_reaches_anybody_outside() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(council::TODAY);
    let site = world.serve_desk(&clock).await;
    let mut planted = Sentinels::default();
    let staff = council::staff(&site, &clock, &mut planted).await;
    council::plant_held(&site, &clock, &mut planted).await;
    members::plant(&site, &clock, &staff, &mut planted).await;
    let made = council::plant_work(&site, &clock, &staff, &mut planted).await;
    agenda::plant(&site, &clock, &mut planted).await;
    reports::plant(&site, &clock, staff.clerk.account, made.meeting, &mut planted).await;
    reviews::plant(&site, &clock, &staff, &mut planted).await;
    bodies::plant(&site, &clock, &staff, &mut planted).await;
    workspace::plant(&site, &clock, staff.clerk.account, made.meeting, &mut planted).await;
    minutes::plant(&site, &clock, staff.clerk.account, &mut planted).await;
    published::plant(&staff, &mut planted).await;
    forward_plan::plant(&site, &clock, &staff, made.meeting, &mut planted).await;
    issues::plant(&site, &clock, &mut planted).await;
    actions::plant(&site, &clock, &mut planted).await;
    decisions::plant(&site, &clock, &mut planted).await;
    room::plant(&site, &clock, staff.clerk.account, &mut planted).await;
    council::plant_accounts(&site, &clock, &staff, &mut planted).await;
    assert_eq!(
        columns::unplanted(&world, site.desk(), &planted).await,
        Vec::<String>::new(),
        "plant these columns, or say why they hold no words"
    );
    // What was planted in the store itself is carried over, as every deed does.
    let (desk, public) = world.place().stores().await.expect("stores");
    public.follow(&desk).await.expect("followed");
    let verified = world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));

    let mut all = register(&world, &planted).await;
    let (site, documents) = reopened(&world, site, &clock).await;
    let words = site.words("/meetings/2021-03-11-cabinet/items/1").await;
    for public in [
        "Survey of the roads",
        "Lease of the depot",
        "Lease as signed",
        "Valuation with redactions",
        "Copy elsewhere",
        "The scheme was approved.",
    ] {
        assert!(words.contains(public), "{public} is public: {words}");
    }
    for address in ["/ombudsman/improvements", "/ombudsman/improvements/20-900-417-2", "/ombudsman/cases/20-900-417"] {
        assert!(site.page(address).await.contains(published::PUBLIC_IMPROVEMENT), "{address}");
    }
    for address in ["/forward-plan", "/forward-plan/2021-03", "/forward-plan/entries/FP-2021-001", "/forward-plan.csv"] {
        assert!(site.page(address).await.contains(forward_plan::PUBLIC), "{address}");
    }
    for part in [scan::addresses(&site, &planted, documents).await, scan::search(&site, &planted).await] {
        all.addresses += part.addresses;
        all.found.extend(part.found);
    }
    withdrawn(&site, &made.withdrawn).await;
    numbers_have_no_gap(&site, documents).await;
    println!("{} sentinels, {} addresses, {} found", planted.all.len(), all.addresses, all.found.len());
    assert_eq!(all.found, []);

    // The same look over a register into which one was published on purpose reports exactly that one.
    let clerk = Officer { base: site.base.clone(), ..staff.clerk };
    let slip = planted.word("working_paper.title");
    let item = json!({ "number": "5", "title": format!("A slip: {slip}") });
    clerk.done(&format!("/desk/meetings/{}/add-item", made.meeting), item).await;
    let leave: Vec<String> = ["minute-3", "item-4", "decision-4", "minute-4"].map(String::from).into();
    let drafts = (1..20).map(|n| format!("paper-{n}"));
    let leave: Vec<String> = leave.into_iter().chain(drafts).collect();
    assert_eq!(clerk.publish(made.meeting, &leave, "A slip").await.status, 200);
    let seen = register(&world, &planted).await;
    let mut of: Vec<&str> = seen.found.iter().map(|(_, of)| *of).collect();
    of.dedup();
    assert_eq!(of, ["working_paper.title"]);
}

/// The register at rest, the index of its words, and the shelf of files that the public may open.
async fn register(world: &World, planted: &Sentinels) -> Scanned {
    let mut all = Scanned::default();
    if world.database.is_none() {
        for file in ["register.db", "register.db-wal"] {
            let bytes = std::fs::read(world.data().join(file)).unwrap_or_default();
            all.found.extend(planted.found(&bytes).into_iter().map(|of| (file.to_string(), of)));
        }
    }
    for (column, said) in columns::read(world, "register").await {
        all.found.extend(planted.found(said.as_bytes()).into_iter().map(|of| (column.clone(), of)));
    }
    for part in ["search", "files/documents"] {
        let part = scan::folder(&world.data().join(part), planted);
        assert!(part.addresses > 0);
        all.found.extend(part.found);
    }
    all
}

/// The same site with an index that is up to date, and how many documents it has.
async fn reopened(world: &World, before: super::world::Running, clock: &Clock) -> (super::world::Running, i64) {
    drop(before);
    let site = world.serve_desk(clock).await;
    let register = world.place().register().await.expect("a register");
    let counts = register.counts().await.expect("counts");
    let documents = counts.iter().find(|(kind, _)| *kind == redress::public::Kind::Document).map_or(0, |(_, n)| *n);
    (site, i64::try_from(documents).expect("a number") + 1)
}

/// What was withdrawn answers with its reason in every form, and its versions show no word of it.
async fn withdrawn(site: &super::world::Running, key: &str) {
    for address in [format!("/documents/{key}"), format!("/documents/{key}.json"), format!("/documents/{key}/a-paper-in-error/file")] {
        let (status, body) = site.get(&address).await;
        assert_eq!(status, 410, "{address}");
        assert!(body.contains("not the final version") && !body.contains("A paper in error"), "{address}");
    }
    for address in [
        format!("/versions/document/{key}"),
        "/changes".into(),
        "/feeds/changes.atom".into(),
        "/meetings/2021-03-11-cabinet/items/1".into(),
    ] {
        assert!(!site.page(&address).await.contains("A paper in error"), "{address}");
    }
}

/// A number that is missing would tell of something that is kept back.
async fn numbers_have_no_gap(site: &super::world::Running, documents: i64) {
    for number in 1..=documents {
        assert_ne!(site.get(&format!("/documents/{number}")).await.0, 404, "document {number} of {documents}");
    }
    for (kind, list) in [("decisions", "/decisions.json"), ("restrictions", "/restrictions.json")] {
        let total = site.json(list).await["total"].as_i64();
        for number in 1..=total.unwrap_or(0) {
            assert_ne!(site.get(&format!("/{kind}/{number}")).await.0, 404, "{kind} {number}");
        }
    }
}
