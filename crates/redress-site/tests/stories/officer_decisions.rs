//! What officers and single members decide: recorded with its power, published through a preview, never edited, corrected,
//! superseded and rescinded by other records, and read as a table.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::{Came, Officer};
use super::world::{Running, World};

struct Story {
    world: World,
    site: Running,
    director: Officer,
    clerk: Officer,
    link: Officer,
}

const EXEMPT: &str = "The lessee owes the rent of four quarters";

impl Story {
    async fn new() -> Story {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(date(2024, 6, 20));
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let director = Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
        let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
        let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
        Story { world, site, director, clerk, link }
    }

    fn form(&self, maker: &str) -> Value {
        let mut form = json!({ "maker": maker, "authority": "Scheme of delegation, 12.3", "title": "Lease of the depot",
            "service": "Property", "on": "2024-06-18", "text": "The lease of the depot is renewed for five years.",
            "reasons": "The depot is needed until the new one opens.", "options_rejected": "None", "conflicts": "None",
            "key": "no", "exempt": "no" });
        match maker {
            "member" => (form["name"], form["office"]) = (json!("Councillor A. Reed"), json!("Cabinet member for property")),
            _ => form["post"] = json!(Role::ServiceDirector.words()),
        }
        if maker == "council_officer" {
            (form["delegation"], form["key"]) = (json!("rights"), json!("not_executive"));
        }
        form
    }

    async fn record(&self, form: Value) -> i64 {
        self.director.done("/desk/decisions/record", form).await["decision"].as_i64().expect("a number")
    }

    /// What the preview shows goes out.
    async fn publish(&self, id: i64) -> Came {
        let to = format!("/desk/decisions/{id}/publish");
        let previewed = self.clerk.get(&format!("{to}.json")).await.json()["given"]["previewed"][0].clone();
        self.clerk.post(&to, &json!({ "reason": "Decision published", "previewed": previewed, "read": "yes" })).await
    }

    async fn published(&self, id: i64) -> String {
        let came = self.publish(id).await;
        assert_eq!(came.status, 200, "{}", came.body);
        came.json()["made"]["published"][0].as_str().expect("an address").to_string()
    }
}

#[tokio::test]
async fn what_the_law_asks_for_is_asked_and_what_is_exempt_stays() {
    let s = Story::new().await;
    let wrong = async |maker: &str, changes: Value| {
        let mut form = s.form(maker);
        for (name, value) in changes.as_object().expect("fields") {
            form[name] = value.clone();
        }
        let came = s.director.post("/desk/decisions/record", &form).await;
        assert_eq!(came.status, 422, "{}", came.body);
        came.json()["problems"].clone()
    };
    for (maker, changes, field, said) in [
        ("executive_officer", json!({ "reasons": "" }), "reasons", "SI 2012/2089, regulation 13"),
        ("executive_officer", json!({ "reasons": "None" }), "reasons", "regulation 13(4)"),
        ("council_officer", json!({ "reasons": "None" }), "reasons", "SI 2014/2095, regulation 7"),
        ("executive_officer", json!({ "options_rejected": "n/a" }), "options_rejected", "or write none"),
        ("executive_officer", json!({ "on": "2024-06-21" }), "on", "still to come"),
        ("executive_officer", json!({ "key": "yes", "entry": " " }), "entry", "must be answered"),
        ("council_officer", json!({ "key": "yes", "entry": "FP 3" }), "key", "Only a decision of the executive"),
        ("executive_officer", json!({ "post": null }), "post", "post"),
        ("executive_officer", json!({ "post": "Director of Ships" }), "post", "choose from the list"),
        ("executive_officer", json!({ "tasks": "; Director of Ships; report" }), "tasks", "no post and no body"),
        ("member", json!({ "conflicts": "Cllr B. Stone: owns a share" }), "conflicts", "head of paid service"),
        (
            "executive_officer",
            json!({ "exempt": "yes", "private_words": "x", "paragraphs": ["3"], "public_interest": "Trade.", "public_reason": "It is kept back." }),
            "public_interest",
            "too short",
        ),
    ] {
        let problems = wrong(maker, changes).await;
        let found = problems.as_array().expect("problems").iter().find(|p| p["field"] == field);
        assert!(found.is_some_and(|p| p["message"].as_str().is_some_and(|m| m.contains(said))), "{field}, {said}: {problems}");
    }
    assert_eq!(s.link.post("/desk/decisions/record", &s.form("member")).await.status, 200, "any officer records what was decided");

    let mut form = s.form("council_officer");
    form["exempt"] = json!("yes");
    form["private_words"] = json!(EXEMPT);
    form["paragraphs"] = json!(["3"]);
    form["public_interest"] = json!("The lessee's trade would suffer, and the public learns nothing from the sum that it does not know.");
    form["public_reason"] = json!("It is about the business of the lessee.");
    let id = s.record(form).await;
    let page = s.clerk.get(&format!("/desk/decisions/{id}.json")).await.json();
    assert_eq!(page["private_words"], EXEMPT, "the clerk may read it");
    assert_eq!(s.link.get(&format!("/desk/decisions/{id}.json")).await.json()["private_words"], Value::Null);
    assert_eq!(s.link.get(&format!("/desk/decisions/{id}/change")).await.status, 403, "its form shows the exempt part");
    let at = s.published(id).await;
    let words = s.site.words(&at).await;
    assert!(words.contains("It is about the business of the lessee") && words.contains("regulation 7(2)(b)(ii)"), "{words}");
    for address in
        [at.clone(), format!("{at}.json"), "/decisions.csv".into(), format!("/versions/decision/{}", at.rsplit('/').next().unwrap_or(""))]
    {
        assert!(!s.site.page(&address).await.contains("four quarters"), "{address}");
    }
    // A record that is public is not changed.
    let came = s.director.post(&format!("/desk/decisions/{id}/change"), &s.form("council_officer")).await;
    assert!(matches!(came.status, 403 | 422), "{}", came.body);
}

#[tokio::test]
async fn a_record_is_changed_before_it_is_public_and_by_other_records_after() {
    let s = Story::new().await;
    let id = s.record(s.form("executive_officer")).await;
    let mut form = s.form("executive_officer");
    form["text"] = json!("The lease of the depot is renewed for six years.");
    form["revision"] = json!("1");
    s.director.done(&format!("/desk/decisions/{id}/change"), form.clone()).await;
    let stale = s.director.post(&format!("/desk/decisions/{id}/change"), &form).await;
    assert!(stale.status == 422 && stale.body.contains("Somebody changed this record"), "{}", stale.body);
    let page = s.clerk.get(&format!("/desk/decisions/{id}.json")).await.json();
    assert!(page["earlier"][0][3].as_str().is_some_and(|t| t.contains("five years")), "{page}");
    let early = json!({ "on": "2024-06-18", "why": "The term was wrong.", "text": "Seven years.", "reasons": "The lease says seven years.", "options_rejected": "None", "conflicts": "None" });
    let came = s.clerk.post(&format!("/desk/decisions/{id}/correct"), &early).await;
    assert!(came.status == 422 && came.body.contains("not published yet"), "{}", came.body);

    let first = s.published(id).await;
    assert_eq!(s.publish(id).await.status, 422, "nothing would change");
    for change in [json!({ "why": "Wrong." }), json!({ "reasons": "" }), json!({ "on": "2024-06-17" }), json!({ "on": "2024-06-21" })] {
        let mut form = early.clone();
        for (name, value) in change.as_object().expect("fields") {
            form[name] = value.clone();
        }
        let came = s.clerk.post(&format!("/desk/decisions/{id}/correct"), &form).await;
        assert_eq!(came.status, 422, "{change}: {}", came.body);
    }
    let corrected = s.clerk.done(&format!("/desk/decisions/{id}/correct"), early.clone()).await["decision"].as_i64().expect("a number");
    assert!(!s.site.words(&first).await.contains("corrected by"), "not before the correction is public");
    let twice = s.clerk.post(&format!("/desk/decisions/{id}/rescind"), &early).await;
    assert!(twice.status == 422 && twice.body.contains("corrected by"), "{}", twice.body);
    let second = s.published(corrected).await;
    let (old, new) = (s.site.words(&first).await, s.site.words(&second).await);
    assert!(old.contains("corrected by") && old.contains("renewed for six years") && old.contains("The term was wrong"), "{old}");
    assert!(new.contains("Corrects") && new.contains("Seven years."), "{new}");
    assert!(
        s.site.page(&first).await.contains(&format!("href=\"{second}\""))
            && s.site.page(&second).await.contains(&format!("href=\"{first}\""))
    );

    let mut rescind = early.clone();
    rescind["on"] = json!("2024-06-20");
    rescind["text"] = json!("The renewal of the lease is rescinded.");
    let superseding = s.record(s.form("executive_officer")).await;
    s.published(superseding).await;
    let by = json!({ "on": "2024-06-20", "why": "Another lease takes its place.", "by": superseding.to_string() });
    s.clerk.done(&format!("/desk/decisions/{corrected}/supersede"), by).await;
    assert!(s.site.words(&second).await.contains("superseded by"), "a record that is public already shows at once");
    let gone = s.clerk.done(&format!("/desk/decisions/{superseding}/rescind"), rescind).await["decision"].as_i64().expect("a number");
    s.published(gone).await;
    let page = s.clerk.get(&format!("/desk/decisions/{superseding}.json")).await.json();
    assert!(page["effect_words"].as_str().is_some_and(|w| w.contains("rescinded by")), "{page}");
    let ring = json!({ "on": "2024-06-20", "why": "This goes in a ring.", "by": id.to_string() });
    let came = s.clerk.post(&format!("/desk/decisions/{gone}/supersede"), &ring).await;
    assert!(came.status == 422 && came.body.contains("ring"), "{}", came.body);
    assert_eq!(s.world.redress(&["verify"]).status.code(), Some(0));
}

#[tokio::test]
async fn one_register_of_bodies_members_and_officers_is_narrowed_and_read_as_a_table() {
    let s = Story::new().await;
    let mut key = s.form("member");
    (key["key"], key["entry"], key["title"]) = (json!("yes"), json!("FP 3"), json!("=1+1 Grants for clubs"));
    for form in [s.form("executive_officer"), s.form("council_officer"), key] {
        let id = s.record(form).await;
        s.published(id).await;
    }
    let total = async |query: &str| s.site.json(&format!("/decisions.json?{query}")).await["total"].clone();
    for (query, n) in [
        ("", 3),
        ("maker=officer", 2),
        ("maker=member", 1),
        ("maker=body", 0),
        ("key=yes", 1),
        ("title=LEASE", 2),
        ("service=Property&maker=member", 1),
        ("from=2024-06-18&to=2024-06-18", 3),
        ("from=2024-06-19", 0),
        ("call_in=called_in", 0),
    ] {
        assert_eq!(total(query).await, n, "{query}");
    }
    let (status, page) = s.site.get("/decisions?maker=king").await;
    assert!(status == 400 && page.contains("Choose one from the list"), "{status}");
    let csv = s.site.page("/decisions.csv?maker=member").await;
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("'=1+1 Grants for clubs") && csv.contains("Scheme of delegation, 12.3"), "{csv}");
    let page = s.clerk.get("/desk/decisions.json?maker=officer&state=published&words=depot").await.json();
    assert_eq!((&page["total"], &page["decisions"][0]["by"]), (&json!(2), &json!(Role::ServiceDirector.words())));
    assert_eq!(s.clerk.get("/desk/decisions.json?state=unpublished").await.json()["total"], 0);
}
