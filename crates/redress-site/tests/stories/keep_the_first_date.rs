//! Somebody tries to make the council look better than it is: by every deed of a case, as JSON, and by two hands at once.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_site::desk::routes::DEEDS;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::Officer;
use super::world::{Running, World};

async fn council() -> (World, Running, Officer, i64, i64) {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2023, 6, 20));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
    Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
    let new = json!({ "reference": "22 902 824", "kind": "statement", "dated": "2023-03-08", "received": "2023-03-08", "subject": "Care", "embargo": "none", "complainant": "Mr F" });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let asked = json!({ "number": 1, "nature": "personal", "kinds": ["apology"], "words": "Apologise to Mr F.", "rule": "one_month" });
    let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), asked).await;
    assert_eq!(made["due_on"], "2023-04-08");
    (world, site, link, case, made["recommendation"].as_i64().expect("a recommendation"))
}

async fn refusals(site: &Running) -> Vec<Value> {
    let entries = site.desk().journal_after(0, 10_000).await.expect("a journal");
    entries.into_iter().filter(|e| e.act == "refused").map(|e| serde_json::from_str(&e.body).expect("JSON")).collect()
}

#[tokio::test]
async fn no_deed_takes_a_date_or_the_ombudsmans_word_from_a_program() {
    let (_world, site, link, case, recommendation) = council().await;
    let page = format!("/desk/recommendations/{recommendation}.json");
    let before = link.get(&page).await.json();
    let mut tried = 0;
    for deed in DEEDS.iter().filter(|d| d.path.contains("{recommendation}") || d.path.contains("{case}")) {
        let address = deed.path.replace("{recommendation}", &recommendation.to_string()).replace("{case}", &case.to_string());
        for forged in ["satisfied", "due_on", "original_date", "days_late"] {
            let came = link.post(&address, &json!({ forged: "2030-01-01" })).await;
            // A deed that is not for this officer, or has nothing to do here, is refused before its form is read.
            if came.status == 422 {
                tried += 1;
                assert!(came.body.contains(&format!("There is no field “{forged}”")), "{address}: {}", came.body);
            } else {
                assert!(matches!(came.status, 403 | 404), "{address}: {} {}", came.status, came.body);
            }
        }
    }
    assert!(tried >= 20, "{tried}");
    assert_eq!(link.get(&page).await.json(), before);
    let refused = refusals(&site).await;
    assert_eq!(refused.len(), tried, "each attempt is in the journal");
    assert!(refused.iter().any(|r| r["fields"] == json!(["satisfied"])));
}

#[tokio::test]
async fn a_letter_of_the_councils_own_says_nothing_of_the_ombudsmans_view() {
    let (_world, site, link, case, recommendation) = council().await;
    let chosen = recommendation.to_string();
    let values = |from| {
        [
            ("from", from),
            ("kind", "outcome"),
            ("dated", "2023-06-19"),
            ("received", "2023-06-20"),
            ("summary", "Complete"),
            ("outcome", "complete_and_satisfied"),
            ("recommendations", chosen.as_str()),
        ]
    };
    let address = format!("/desk/cases/{case}/log-letter");
    for from in ["council", "other"] {
        let came = link.upload(&address, &values(from), "letter.txt", b"We are satisfied with ourselves.").await;
        assert!(came.status == 422 && came.body.contains("only a letter from the Ombudsman"), "{from}: {}", came.body);
    }
    let letters = link.get(&format!("/desk/cases/{case}/papers.json")).await.json();
    assert_eq!(letters["letters"], json!([]), "nothing was logged");
    assert_eq!(refusals(&site).await.len(), 2);
    let came = link.upload(&address, &values("ombudsman"), "letter.txt", b"The remedy is complete.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let page = link.get(&format!("/desk/recommendations/{recommendation}.json")).await.json();
    assert_eq!((page["due_on"].as_str(), page["days_late"].as_i64()), (Some("2023-04-08"), Some(72)), "satisfied, and late all the same");
}

#[tokio::test]
async fn of_many_who_write_at_once_none_is_lost_and_none_is_told_wrongly() {
    let (_world, _site, link, _, recommendation) = council().await;
    let address = format!("/desk/recommendations/{recommendation}/claim");
    let mut writing = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (link, address) = (link.clone(), address.clone());
        writing.spawn(async move { link.post(&address, &json!({ "claim": "in_progress" })).await });
    }
    let mut done = 0;
    while let Some(came) = writing.join_next().await {
        let came = came.expect("an answer");
        match came.status {
            200 => done += 1,
            422 => assert!(came.body.contains("Somebody changed this record"), "{}", came.body),
            other => panic!("{other}: {}", came.body),
        }
    }
    let page = link.get(&format!("/desk/recommendations/{recommendation}.json")).await.json();
    assert!(done > 0);
    assert_eq!(page["record"]["claims"].as_array().map(Vec::len), Some(done));
}

#[tokio::test]
async fn a_recommendation_keeps_with_its_case_when_a_placeholder_takes_its_reference() {
    let (_world, _site, link, ..) = council().await;
    let new = json!({ "reference": "PREV-1", "kind": "statement", "dated": "2023-03-08", "received": "2023-03-08", "subject": "Care", "embargo": "none", "complainant": "Mr G" });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let asked = json!({ "number": 1, "nature": "personal", "kinds": ["apology"], "words": "Apologise to Mr G.", "rule": "one_month" });
    let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), asked).await;
    let remedy = made["recommendation"].as_i64().expect("a recommendation");
    link.done(&format!("/desk/cases/{case}/name"), json!({ "reference": "22 902 999" })).await;
    let chosen = remedy.to_string();
    let values = [
        ("from", "ombudsman"),
        ("kind", "outcome"),
        ("dated", "2023-06-19"),
        ("received", "2023-06-20"),
        ("summary", "Complete"),
        ("outcome", "complete_and_satisfied"),
        ("recommendations", chosen.as_str()),
    ];
    let came = link.upload(&format!("/desk/cases/{case}/log-letter"), &values, "letter.txt", b"The remedy is complete.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let page = link.get(&format!("/desk/recommendations/{remedy}.json")).await.json();
    assert_eq!((page["due_on"].as_str(), page["days_late"].as_i64()), (Some("2023-04-08"), Some(72)), "{page}");
}

#[tokio::test]
async fn more_time_to_reply_moves_the_confirmation_and_a_reply_waits_for_a_decision() {
    let (_world, site, link, ..) = council().await;
    let new = json!({ "reference": "22 902 998", "kind": "report", "dated": "2023-05-08", "received": "2023-05-08", "subject": "Care", "embargo": "none" });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let address = format!("/desk/cases/{case}/log-letter");
    let duty = format!("{paper} lgsco_report_consider_and_notify");
    let log = async |more: &[(&'static str, &str)]| {
        let mut values = vec![("dated", "2023-06-19"), ("received", "2023-06-20"), ("summary", "A letter")];
        values.extend_from_slice(more);
        link.upload(&address, &values, "letter.txt", b"A letter.").await
    };
    let longer = |until| [("from", "ombudsman"), ("kind", "extension"), ("duty", duty.as_str()), ("expected", until)];
    let shorter = log(&longer("2023-08-07")).await;
    assert!(shorter.status == 422 && shorter.body.contains("give a later day"), "{}", shorter.body);
    let came = log(&longer("2023-08-31")).await;
    assert_eq!(came.status, 303, "{}", came.body);
    let duties = site.desk().duties_of(paper, date(2023, 6, 20)).await.expect("a store");
    let alarm = |end: &str| duties.iter().find(|d| d.clock.duty.ends_with(end)).and_then(|d| d.alarm);
    assert_eq!(alarm("consider_and_notify"), Some(date(2023, 8, 31)));
    assert_eq!(alarm("implement_and_confirm"), Some(date(2023, 11, 30)));
    for (values, says) in [
        ([("from", "council"), ("kind", "reply"), ("new_case", "")], "record what the meeting that considered it decided"),
        (
            [("from", "council"), ("kind", "remedy_not_carried_out"), ("new_case", "22 902 997")],
            "Only a letter from the Ombudsman opens a case",
        ),
        ([("from", "ombudsman"), ("kind", "satisfaction"), ("outcome", "queried")], "choose another outcome"),
    ] {
        let came = log(&values).await;
        assert!(came.status == 422 && came.body.contains(says), "{}", came.body);
    }
    // A reply of a day before the report came says nothing of it.
    let early = [("from", "council"), ("kind", "reply"), ("dated", "2023-05-01"), ("received", "2023-05-01"), ("summary", "Before it")];
    let came = link.upload(&address, &early, "letter.txt", b"A letter.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let duties = site.desk().duties_of(paper, date(2023, 6, 20)).await.expect("a store");
    assert!(duties.iter().all(|d| d.events.iter().all(|e| e.what != "met")), "{duties:?}");
}
