//! A report is written, sent, cleared by two posts at once and one after, sent back with a reason, sent again and finished; then
//! the public reads it in place.

use jiff::civil::date;
use serde_json::json;

use super::at_work::{AtWork, WHOLE, number};

#[tokio::test]
async fn a_report_is_complete_and_cleared_before_it_is_a_paper() {
    let mut council = AtWork::on(date(2021, 4, 6)).await;
    let kind = council.kind(json!({ "holds_for": 10 })).await;
    let meeting = council.meeting("Cabinet", "2021-05-04").await;
    let item = council.item(meeting, "Repairs at Mill Lane").await;
    let report = council.report(kind, item).await;
    let to = |what: &str| format!("/desk/reports/{report}/{what}");

    // Its sections stand there to be filled in; nothing goes before there is a text.
    let form = council.author.get(&format!("{}.json", to("write"))).await.json();
    assert!(form["given"]["text"][0].as_str().is_some_and(|t| t.starts_with("# Recommendations") && t.contains("# Legal implications")));
    let early = council.author.post(&to("send"), &json!({})).await;
    assert!(early.status == 422 && early.body.contains("Nothing is written yet"), "{}", early.body);
    let made = council
        .write(
            report,
            &WHOLE.replace("# Legal implications\n\nThe council may pay under section 92 of the Local Government Act 2000.\n\n", ""),
        )
        .await;
    assert_eq!(made["missing"], json!(["The section “Legal implications” is missing."]));

    // The agenda of 4 May goes out by 23 April; each stage has its days before that, over no bank holiday.
    let page = council.page(report).await;
    assert_eq!((page["publish_by"].as_str(), page["submit_by"].as_str()), (Some("2021-04-23"), Some("2021-04-15")), "{page}");
    let sent = council.author.done(&to("send"), json!({})).await;
    assert_eq!(sent["due"], json!(["2021-04-20", "2021-04-22"]));

    // Out of turn, for a post of somebody else, without a reason: refused in words.
    let clear = |post: &str, outcome: &str, words: &str, version: u32| json!({ "post": post, "outcome": outcome, "words": words, "version": version });
    let early = council.monitoring.post(&to("clear"), &clear("Monitoring officer", "cleared", "", 1)).await;
    assert!(early.status == 422, "{}", early.body);
    let other = council.legal.post(&to("clear"), &clear("Finance", "cleared", "", 1)).await;
    assert!(other.status == 422 && other.body.contains("choose from the list"), "{}", other.body);
    let mine = council.legal.get("/desk/reports.json?whose=clearance").await.json();
    assert_eq!((mine["total"].as_u64(), mine["reports"][0]["waits_for"].clone()), (Some(1), json!(["Legal", "Finance"])));
    let work = council.legal.get("/desk.json").await.json();
    assert_eq!((work["owed"][0]["sort"].as_str(), work["owed"][0]["on"].as_str()), (Some("clearance"), Some("2021-04-20")), "{work}");
    assert!(!work.to_string().contains("Mill Lane"), "the line names no word of the report");
    council.finance.done(&to("clear"), clear("Finance", "commented", "The sum is in the budget.", 1)).await;
    let bare = council.legal.post(&to("clear"), &clear("Legal", "returned", "No", 1)).await;
    assert!(bare.status == 422 && bare.body.contains("\"words\""), "{}", bare.body);
    council.legal.done(&to("clear"), clear("Legal", "returned", "Add the power to pay and the legal implications.", 1)).await;
    assert_eq!(council.page(report).await["stands"], "returned");

    // The author writes the section; a paragraph that stays keeps its number, and a pointer that breaks is told.
    let broken = WHOLE.replace("The first finding is that repairs were late.\n\n", "2.1A A finding between.\n\n");
    let told = council.write(report, &broken).await;
    let missing = told["missing"].as_array().expect("a list").clone();
    assert!(missing.iter().any(|m| m.as_str().is_some_and(|w| w.contains("points to paragraph 2.1, which was taken out"))), "{missing:?}");
    council.author.done(&to("send"), json!({ "substance": "no" })).await;
    // The paragraph comes back under its old number, because the author types it.
    let whole = council.write(report, &WHOLE.replace("The first finding is", "2.1 The first finding is")).await;
    assert_eq!(whole["missing"], json!([]));
    let unsent = council.author.post(&to("finish"), &json!({})).await;
    assert!(unsent.status == 422 && unsent.body.contains("was not sent for clearance"), "{}", unsent.body);
    let ask = council.author.post(&to("send"), &json!({})).await;
    assert!(ask.status == 422 && ask.body.contains("substance"), "{}", ask.body);
    council.author.done(&to("send"), json!({ "substance": "no" })).await;
    let page = council.page(report).await;
    let stands = |post: &str| {
        let all = page["clearances"].as_array().expect("clearances");
        all.iter().find(|c| c["post"] == post).expect("the post")["standing"].as_str().map(str::to_string)
    };
    assert_eq!((stands("Finance"), stands("Legal")), (Some("cleared".into()), Some("reading".into())), "words were corrected for Finance");
    let old = council.legal.post(&to("clear"), &clear("Legal", "cleared", "", 1)).await;
    assert!(old.status == 422 && old.body.contains("Version 1 was replaced"), "{}", old.body);
    council.legal.done(&to("clear"), clear("Legal", "cleared", "", 3)).await;
    council.monitoring.done(&to("clear"), clear("Monitoring officer", "cleared", "", 3)).await;
    assert_eq!(council.page(report).await["stands"], "cleared");

    let changed = council.author.get(&format!("{}.json?against=1", to("versions/3"))).await.json();
    let words = changed["changes"].to_string();
    assert!(words.contains("Legal implications") && !words.contains("nobody answered"), "what did not change is not shown: {words}");

    // A clearance holds for ten days and no longer.
    council.move_to(date(2021, 4, 17)).await;
    let late = council.author.post(&to("finish"), &json!({})).await;
    assert!(late.status == 422 && late.body.contains("not cleared by Legal, Finance, Monitoring officer"), "{}", late.body);
    for (officer, post) in [(&council.legal, "Legal"), (&council.finance, "Finance"), (&council.monitoring, "Monitoring officer")] {
        officer.done(&to("clear"), clear(post, "cleared", "", 3)).await;
    }
    let paper = number(&council.author.done(&to("finish"), json!({ "public_title": "Repairs at Mill Lane" })).await, "paper");

    // It is a paper like any other: published, its page shows it in place, and its paragraphs can be linked to.
    let published = council.clerk.publish(meeting, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let versions = council.clerk.get(&format!("/desk/papers/{paper}.json")).await.json();
    assert_eq!(versions["versions"][0][0]["media"], "HTML");
    let (status, page) = council.site.get("/documents/1/repairs-at-mill-lane").await;
    assert_eq!(status, 200, "{page}");
    for part in [r#"id="p2.2""#, r##"href="#p2.1""##, r#"scope="col""#, "https://thornmere.example/audit", "Legal implications"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Desmond Ashby"), "the public reads posts, no names");
}

#[tokio::test]
async fn of_two_who_save_at_once_the_second_is_told_and_loses_nothing() {
    let council = AtWork::on(date(2021, 4, 6)).await;
    let kind = council.kind(json!({})).await;
    let meeting = council.meeting("Cabinet", "2021-05-04").await;
    let item = council.item(meeting, "Repairs at Mill Lane").await;
    let report = council.report(kind, item).await;
    let address = format!("/desk/reports/{report}/write");
    let revision = council.revision(report).await;
    let with = |text: &str| json!({ "source": "typed", "text": text, "revision": revision });
    council.author.done(&address, with(WHOLE)).await;
    let late = council.clerk.post(&address, &with("# Another text")).await;
    assert!(late.status == 422 && late.body.contains("Somebody changed this record"), "{}", late.body);
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("source", "typed"),
            ("text", "# Another text of mine"),
            ("revision", &revision),
            ("form_token", &council.clerk.form_token),
        ])
        .finish();
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let page = council.clerk.ask("POST", &address, &headers, form.into_bytes()).await;
    assert!(page.status == 422 && page.body.contains("# Another text of mine"), "{}", page.body);
    let same =
        council.author.post(&address, &json!({ "source": "typed", "text": WHOLE, "revision": council.revision(report).await })).await;
    assert!(same.status == 422 && same.body.contains("Nothing was changed"), "{}", same.body);
    // Withdrawn, it stays to be read and is written no more.
    council.author.done(&format!("/desk/reports/{report}/withdraw"), json!({ "reason": "The work was done." })).await;
    assert_eq!(council.page(report).await["stands"], "withdrawn");
    let over =
        council.author.post(&address, &json!({ "source": "typed", "text": "# New", "revision": council.revision(report).await })).await;
    assert!(over.status == 422 && over.body.contains("withdrawn"), "{}", over.body);
}

#[tokio::test]
async fn a_kind_names_posts_that_the_council_has_and_is_changed_by_one_person_at_a_time() {
    let council = AtWork::on(date(2021, 4, 6)).await;
    let kind = council.kind(json!({})).await;
    let new = json!({ "name": "Other", "sections": "Findings: Treasurer", "stages": "Nobody: 3\nLegal, Legal: x", "margin": 1, "asks_again": "always" });
    let wrong = council.admin.post("/desk/report-kinds/keep", &new).await;
    assert!(wrong.status == 422 && wrong.body.contains("“Legal, Legal: x”"), "{}", wrong.body);
    let new = json!({ "name": "Other", "sections": "Findings: Treasurer", "stages": "Nobody: 3", "margin": 1, "asks_again": "always" });
    let wrong = council.admin.post("/desk/report-kinds/keep", &new).await;
    assert!(wrong.body.contains("The council has no post “Nobody”") && wrong.body.contains("Treasurer signs"), "{}", wrong.body);
    let change = json!({ "kind": kind.to_string(), "revision": "1", "name": "Report for decision", "sections": "Findings", "stages": "Legal: 2", "margin": 0, "asks_again": "always" });
    council.admin.done("/desk/report-kinds/keep", change.clone()).await;
    let again = council.admin.post("/desk/report-kinds/keep", &change).await;
    assert!(again.status == 422 && again.body.contains("Somebody changed this record"), "{}", again.body);
    assert_eq!(council.author.post("/desk/report-kinds/keep", &change).await.status, 403);
}
