//! Evidence from the first requirement to the Ombudsman's post: what is asked for, filed, taken back, bundled and sent.

use jiff::civil::date;
use serde_json::json;

use super::evidence::Case;

async fn late(case: &Case, number: usize) -> (i64, String) {
    let page = case.told(&case.remedy(number, "")).await;
    (page["days_late"].as_i64().expect("days"), page["axes"]["timeliness"].as_str().expect("words").to_string())
}

#[tokio::test]
async fn evidence_that_went_stops_the_clock_of_what_is_in_the_bundle_alone() {
    let mut case = Case::new(date(2021, 2, 10)).await;
    let given = case.told(&format!("/desk/cases/{}/bundle", case.case)).await;
    let due_first: Vec<String> = case.remedies[..2].iter().map(ToString::to_string).collect();
    assert_eq!(given["given"]["recommendations"], json!(due_first), "both are due on 18 February");
    assert!(given["given"]["letter"][0].as_str().is_some_and(|l| l.contains("for 2 recommendations.") && l.contains("Mrs X £300")));
    for number in [1, 2] {
        let proposed = case.told(&case.remedy(number, "/require")).await["given"]["words"][0].clone();
        case.require(number, proposed.as_str().expect("words")).await;
        case.filed(number, "1", "proof.txt", format!("Proof {number}").as_bytes()).await;
    }
    let bundle = case.bundle(&[1, 2]).await;
    let send = format!("/desk/bundles/{bundle}/send");
    case.on(date(2021, 2, 20)).await;
    let wrong = [("2021-02-09", "cannot have gone before"), ("2021-02-21", "has not come yet")];
    for (on, words) in wrong {
        let came = case.link.post(&send, &json!({ "on": on, "channel": "Portal" })).await;
        assert!(came.status == 422 && came.body.contains(words), "{}", came.body);
    }
    assert_eq!(late(&case, 1).await, (2, "Overdue by 2 days".into()));
    case.link.done(&send, json!({ "on": "2021-02-20", "channel": "Portal", "receipt": "R-17" })).await;
    case.on(date(2021, 6, 1)).await;
    for number in [1, 2] {
        assert_eq!(late(&case, number).await, (2, "Evidence sent 2 days late; the Ombudsman has not answered".into()));
    }
    assert_eq!(late(&case, 3).await.0, 100, "what was not in it runs on");
    let page = case.told(&format!("/desk/bundles/{bundle}")).await;
    assert_eq!((&page["sent"]["on_date"], &page["sent"]["receipt"]), (&json!("2021-02-20"), &json!("R-17")));
    let again = case.link.post(&send, &json!({ "on": "2021-03-01", "channel": "Portal" })).await;
    assert_eq!(again.status, 422, "it went once: {}", again.body);
    let journal = case.site.desk().journal_after(0, 1_000).await.expect("a journal");
    assert_eq!(journal.iter().filter(|e| e.act == "send_evidence").count(), 2);
    let given = case.told(&format!("/desk/cases/{}/bundle", case.case)).await;
    assert_eq!(given["given"]["recommendations"], json!([case.remedies[2].to_string()]), "the next deadline");
}

#[tokio::test]
async fn a_bundle_without_a_file_for_each_requirement_is_refused_by_its_name() {
    let case = Case::new(date(2021, 2, 10)).await;
    let make = format!("/desk/cases/{}/bundle", case.case);
    let form = json!({ "recommendations": [case.remedies[0]] });
    let refused = async |words: &str| {
        let came = case.link.post(&make, &form).await;
        assert!(came.status == 422 && came.body.contains(words), "{words}: {}", came.body);
    };
    refused("Say first what evidence recommendation 20 901 337/1 needs").await;
    case.require(1, "The letter of apology\nProof of posting").await;
    case.filed(1, "1", "letter.txt", b"Dear Mrs X").await;
    refused("Nothing shows “Proof of posting” of recommendation 20 901 337/1").await;
    let not_needed = json!({ "not_needed": ["2"], "why": "" });
    let came = case.director.post(&case.remedy(1, "/require"), &not_needed).await;
    assert!(came.status == 422 && came.body.contains("\"field\":\"why\""), "{}", came.body);
    case.director.done(&case.remedy(1, "/require"), json!({ "not_needed": ["2"], "why": "The decision does not ask for it" })).await;
    case.bundle(&[1]).await;
    // Withdrawn, the file shows nothing any more, and is still there to be read.
    let evidence = case.told(&case.remedy(1, "")).await["evidence"]["required"][0]["files"][0]["id"].as_i64().expect("a file");
    let withdraw = format!("/desk/evidence/{evidence}/withdraw");
    assert_eq!(case.director.post(&withdraw, &json!({ "why": "x" })).await.status, 422);
    case.director.done(&withdraw, json!({ "why": "It is the draft of the letter" })).await;
    assert_eq!(case.director.post(&withdraw, &json!({ "why": "It is the draft of the letter" })).await.status, 422);
    refused("Nothing shows “The letter of apology”").await;
    assert_eq!(case.link.get(&format!("/desk/evidence/{evidence}/file")).await.body, "Dear Mrs X");
    let shown = case.link.get(&case.remedy(1, "")).await.body;
    for words in ["It is the draft of the letter", "The decision does not ask for it", "Not shown yet"] {
        assert!(shown.contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_evidence_is_refused_beside_its_field() {
    let case = Case::new(date(2021, 2, 10)).await;
    assert!(case.director.get(&case.remedy(1, "/file-evidence")).await.body.contains("Say it first"));
    case.require(1, "The letter").await;
    let refused = async |shows: &str, name: &str, bytes: &[u8], words: &str| {
        let came = case.file(1, shows, name, bytes).await;
        assert!(came.status == 422 && came.body.contains(words), "{name}: {} {}", came.status, came.body);
    };
    refused("7", "a.txt", b"words", "choose from the list").await;
    refused("1", "a.txt", b"", "The file is empty").await;
    refused("1", "a:b.txt", b"words", "Give the file a name without a folder").await;
    refused("1", "a.exe", b"MZ\x90\x00\x03", "").await;
    refused("1", "large.txt", &vec![b'a'; (100 << 20) + 1], "the most is 104857600").await;
    case.filed(1, "1", "letter.txt", b"words").await;
    refused("1", "Letter.TXT", b"other words", "is filed for this already").await;
    // A browser is shown first what the bundle will hold.
    let form = format!("form_token={}&recommendations={}&letter=", case.link.form_token, case.remedies[0]);
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let came = case.link.ask("POST", &format!("/desk/cases/{}/bundle", case.case), &headers, form.into_bytes()).await;
    assert_eq!(came.status, 200, "{}", came.body);
    for words in ["Check your answers", "1-1-letter.txt", "To the Local Government and Social Care Ombudsman"] {
        assert!(came.body.contains(words), "{words}: {}", came.body);
    }
    assert_eq!(case.told(&format!("/desk/cases/{}/evidence", case.case)).await["bundles"], json!([]), "nothing was made yet");
}
