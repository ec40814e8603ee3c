//! The half-yearly report on routine findings: every upheld decision of the time, no personal data, each linked to its public
//! decision, what is wider apart with its reason; and the public notice of a report.

use jiff::civil::date;
use serde_json::json;

use crate::members_told::Council;

const SECRETS: [&str; 4] = ["Zephyrine", "Quillfeather", "Mrs Q", "275"];

async fn decided(council: &Council, reference: &str, dated: &str, found: &str) -> i64 {
    let paper = json!({ "reference": reference, "kind": "statement", "dated": dated, "received": dated, "subject": "The Zephyrine family",
        "services": "Housing", "complainant": "Mrs Q", "found": found, "embargo": "none", "injustices": "Quillfeather was left in the cold" });
    let made = council.link.done("/desk/cases/register", paper).await;
    let paper = made["ombudsman_paper"].as_i64().expect("a paper");
    let remedy = json!({ "number": 1, "nature": "personal", "kinds": ["apology"], "words": "Apologise to Quillfeather and pay.", "rule": "one_month",
        "beneficiary": "Mrs Q", "amount": "275" });
    council.link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), remedy).await;
    made["cases"][0].as_i64().expect("a case")
}

#[tokio::test]
async fn routine_findings_are_drafted_without_anybody_in_them() {
    let council = Council::on(date(2024, 10, 7), "nobody@").await;
    let one = decided(&council, "23 900 041", "2024-04-02", "upheld").await;
    let two = decided(&council, "23 900 042", "2024-09-30", "upheld_put_right").await;
    let wider = decided(&council, "23 900 043", "2024-07-01", "upheld").await;
    decided(&council, "23 900 044", "2024-07-02", "not_upheld").await;
    decided(&council, "23 900 045", "2024-10-01", "upheld").await;
    let why = json!({ "reason": "Forty other tenants were sent the same letter" });
    council.monitoring.done(&format!("/desk/cases/{wider}/wider"), why).await;
    let time = |cases: Vec<String>| json!({ "section": "five_a", "manner": "periodic", "from": "2024-04-01", "to": "2024-09-30", "cases": cases, "what": "omission" });
    let refused = council.monitoring.post("/desk/monitoring-reports/begin", &time(vec![wider.to_string()])).await;
    assert!(refused.status == 422 && refused.body.contains("Forty other tenants"), "{}", refused.body);
    let made = council.monitoring.done("/desk/monitoring-reports/begin", time(vec![])).await;
    let mut cases: Vec<i64> = made["cases"].as_array().expect("cases").iter().filter_map(serde_json::Value::as_i64).collect();
    cases.sort_unstable();
    assert_eq!(cases, [one, two]);
    let report = made["report"].as_i64().expect("a report");
    let at = |what: &str| format!("/desk/monitoring-reports/{report}/{what}");
    let text = |decisions: &str| {
        json!({ "facts": "Fault was found in two cases.", "law": "The Housing Act 1996, Part 7.", "options": "To note the findings and the actions.",
            "head_name": "H. Service", "head_on": "2024-10-04", "finance_name": "F. Finance", "finance_on": "2024-10-04",
            "nothing_because": "Each was an omission that is over.", "decisions": decisions })
    };
    let missing = council.monitoring.done(&at("write"), text("23 900 041: https://ombudsman.example/23-900-041")).await;
    assert_eq!(missing["missing"][0]["field"], "decisions");
    let unsigned = council.monitoring.post(&at("sign"), &json!({})).await;
    assert_eq!(unsigned.status, 422, "{}", unsigned.body);
    let both = "23 900 041: https://ombudsman.example/23-900-041\n23 900 042: https://ombudsman.example/23-900-042";
    assert_eq!(council.monitoring.done(&at("write"), text(both)).await["missing"], json!([]));

    let page = council.page(&format!("/desk/monitoring-reports/{report}")).await;
    let draft = page["document"].to_string();
    for secret in SECRETS {
        assert!(!draft.contains(secret), "{secret} in {draft}");
    }
    for public in
        ["https://ombudsman.example/23-900-041", "https://ombudsman.example/23-900-042", "Case 23 900 043: Forty other tenants", "Housing"]
    {
        assert!(draft.contains(public), "{public} in {draft}");
    }
    let signed = council.monitoring.done(&at("sign"), json!({})).await;
    let file = council.monitoring.get(&format!("/desk/papers/{}/versions/1/file", signed["paper"])).await;
    assert!(file.status == 200 && SECRETS.iter().all(|s| !file.body.contains(s)), "{}", file.body);
    // Members have been told of both, so nothing routine of that time is left.
    let again = council.monitoring.post("/desk/monitoring-reports/begin", &time(vec![])).await;
    assert!(again.status == 422 && again.body.contains("No routine finding"), "{}", again.body);
}

#[tokio::test]
async fn a_public_notice_in_a_newspaper_meets_the_duty_and_starts_inspection() {
    let council = Council::on(date(2025, 1, 21), "nobody@").await;
    let paper = |reference: &str, embargo: &str| {
        json!({ "reference": reference, "kind": "report", "dated": "2025-01-06", "received": "2025-01-07",
        "subject": "Housing benefit", "services": "Benefits", "complainant": "Mr D", "found": "upheld", "embargo": embargo })
    };
    let held = council.link.done("/desk/cases/register", paper("23 900 051", "event")).await["ombudsman_paper"].clone();
    let conflict = council.monitoring.get(&format!("/desk/ombudsman-papers/{held}.json")).await.json()["public_notice"]["conflict"].clone();
    assert!(conflict["way_out"].to_string().contains("Ask the Ombudsman in writing"), "{conflict}");
    let open = council.link.done("/desk/cases/register", paper("23 900 052", "none")).await["ombudsman_paper"].as_i64().expect("a paper");
    let at = |what: &str| format!("/desk/ombudsman-papers/{open}/{what}");
    let notice = |free: &str| {
        json!({ "report": "the report of the Ombudsman on case 23 900 052", "offices": "Town Hall, 9am to 5pm", "says_free": free,
        "copies": "10p a page", "inspection_from": "2025-01-24" })
    };
    let refused = council.clerk.post(&at("notice"), &notice("no")).await;
    assert!(refused.status == 422 && refused.body.contains("free of charge"), "{}", refused.body);
    let drafted = council.clerk.done(&at("notice"), notice("yes")).await;
    assert!(drafted["text"].to_string().contains("24 January 2025"), "{drafted}");
    let website = json!({ "sort": "other", "place": "The council's website", "on": "2025-01-20", "proof": "Its news page" });
    assert_eq!(council.clerk.done(&at("notice-appeared"), website).await["first_given"], json!(null), "a website is no newspaper");
    assert_eq!(council.duty(open, "lgsco_report_public_notice").await["state"], "running");
    let paper = json!({ "sort": "newspaper", "place": "Thornmere Gazette", "on": "2025-01-21", "proof": "page 14" });
    let lacks = council.clerk.done(&at("notice-appeared"), paper).await["lacks"].clone();
    assert!(lacks.to_string().contains("more than one"), "{lacks}");
    let duty = council.duty(open, "lgsco_report_public_notice").await;
    assert!(duty["stands"].as_str().is_some_and(|s| s.starts_with("Met on 21 January 2025")), "{duty}");
    assert!(duty["events"].to_string().contains("Thornmere Gazette"), "{duty}");
    assert_eq!(council.duty(open, "lgsco_report_inspection_start").await["due_on"], "2025-01-28");
    assert_eq!(council.duty(open, "lgsco_report_inspection_period").await["from_date"], "2025-01-24");
}
