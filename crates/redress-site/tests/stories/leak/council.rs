//! A council with a sentinel in every private text, and everything published around them that can be.

use jiff::civil::{Date, date};
use redress::draft::{ElectionDraft, ItemDraft, Problem, Reading, SourceKind, SourceName};
use redress::meeting::MeetingRef;
use redress::paper::Paper;
use redress::reader::{Role, Scope};
use redress_site::clock::Clock;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::session::NewSession;
use redress_store::desk::account::token::NewToken;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::intake::Taking;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::paper::FindingOverride;
use serde_json::json;

use super::sentinels::Sentinels;
use crate::officer::{Officer, number_in, secret};
use crate::world::Running;

/// The day after the meeting.
pub const TODAY: Date = date(2021, 3, 12);
/// The text of a file that the public may open.
pub const OPEN: &str = "The surface of Mill Lane was renewed in the spring.";

/// Who works there.
pub struct Staff {
    pub link: Officer,
    pub monitoring: Officer,
    pub clerk: Officer,
}

/// What was made, by its numbers at the desk.
pub struct Made {
    pub meeting: i64,
    pub withdrawn: String,
}

/// The officers; the name of each is a sentinel, for the public reads offices alone.
pub async fn staff(site: &Running, clock: &Clock, s: &mut Sentinels) -> Staff {
    let clerk_name = format!("{} Wren", s.word("account.full_name"));
    let act = Act { who: &clerk_name, at: clock.now().timestamp() };
    let name = s.word("account.name");
    let link = Officer::new(site, &act, &name, &format!("{} Farrier", s.word("link officer's name")), Role::LinkOfficer).await;
    let monitoring = format!("{} Achterberg", s.word("monitoring officer's name"));
    let monitoring = Officer::new(site, &act, "monitoring", &monitoring, Role::MonitoringOfficer).await;
    let clerk = Officer::new(site, &act, "clerk", &clerk_name, Role::DemocraticServices).await;
    Staff { link, monitoring, clerk }
}

/// Accounts, letters, tokens, sessions: what signing in keeps.
pub async fn plant_accounts(site: &Running, clock: &Clock, staff: &Staff, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("journal.who");
    let now = clock.now().timestamp();
    let act = Act { who: &who, at: now };
    desk.set(&format!("setting {}", s.word("setting.name")), &s.word("setting.value"), &act).await.expect("set");
    let email = format!("{}@thornmere.example", s.word("account.email"));
    let service = NewAccount { name: "feed", full_name: "Feed", email: Some(&email), kind: Kind::Service, member: None };
    let service = desk.open_account(&act, service).await.expect("a store").expect("a service");
    let days = Days { from: date(2021, 1, 1), until: None };
    let post = desk.make_post(&act, &s.word("post.title"), Role::Auditor, Some(&s.word("post.area"))).await.expect("a post");
    desk.appoint(&act, post, service, days).await.expect("appointed");
    desk.arrange_cover(&act, post, service, (TODAY, TODAY), &s.word("cover.reason")).await.expect("cover");
    desk.seat(&act, service, &s.word("account_seat.body_slug"), days).await.expect("seated");
    let new = NewToken {
        account: service,
        name: &s.word("access_token.name"),
        scopes: &[Scope::Read].into(),
        token: &secret("t"),
        expires_at: now,
    };
    let token = desk.issue_token(&act, new).await.expect("a store").expect("a token");
    desk.revoke_token(&act, token).await.expect("revoked");
    desk.close_account(&act, service).await.expect("closed");
    let session = NewSession {
        account: staff.link.account,
        token: &secret("another"),
        how: "password",
        roles: &[Role::Auditor],
        awaits_code: false,
        instead_of: None,
        source: &s.word("session.source"),
        user_agent: &s.word("session.user_agent"),
    };
    let session = desk.begin_session(&act, session).await.expect("a session");
    desk.end_session(&act, staff.link.account, session, &s.word("session.ended_why")).await.expect("ended");
    desk.attempt("somebody", &s.word("attempt.source"), false, now).await.expect("tried");
    let subject = s.word("account.provider_subject");
    let name = s.word("account.name");
    desk.account_of_provider(&act, &subject, Some(&name)).await.expect("a store").expect("tied");
    let letter = Letter {
        to: s.word("outbox.to_address"),
        subject: s.word("outbox.subject"),
        body: s.word("outbox.body"),
        about: s.word("outbox.about"),
        holds_secret: false,
    };
    desk.ask_reset(&act, staff.link.account, &secret("reset"), Some(&letter)).await.expect("asked");
    let claimed = desk.claim_letter(now).await.expect("a store").expect("a letter");
    desk.letter_failed(&claimed, now, &s.word("outbox.last_error"), true).await.expect("failed");
}

/// A source that names a person: read, kept, and held back until an officer has looked.
pub async fn plant_held(site: &Running, clock: &Clock, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("journal.who");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let met = MeetingRef { date: Some(date(2021, 2, 1)), body: Some("Cabinet".into()), ..MeetingRef::default() };
    let raw = s.sentence("a source's bytes");
    let mut reading = page("held page", &raw);
    reading.items.push(ItemDraft {
        meeting: met.clone(),
        number: Some(s.word("agenda_item.number")),
        title: format!("The complaint of {}", s.word("agenda_item.title")),
        references: vec!["23 900 417".parse().expect("a reference")],
        papers: vec![Paper { title: s.word("paper.title"), address: Some(s.word("paper.record")), ..Paper::default() }],
        agenda_text: Some(s.sentence("agenda_item.record")),
        decision: Some(redress::decision::Decision { text: s.sentence("decision.title"), ..Default::default() }),
        foreign_id: Some(s.word("foreign_number.number")),
        ..ItemDraft::default()
    });
    reading.elections.push(ElectionDraft {
        title: s.word("election.title"),
        other: vec![("Turnout".into(), s.word("election.record"))],
        ..ElectionDraft::default()
    });
    s.also("naming.reference", &["23 900 417", "23-900-417", "23900417"]);
    let message = format!("{} is named", s.word("problem.message"));
    reading.problems.push(Problem { code: "person_in_case".into(), line: 3, message, holds_item: Some(0) });
    let taking = Taking { act, release: None, dry_run: false };
    desk.take_in(&reading, raw.as_bytes(), &taking).await.expect("taken in");
    // Another is released, and the reason for that stays at the desk.
    let mut reading =
        Reading::of(SourceName { source: "released page".into(), sha256: secret("released").expose().into() }, SourceKind::Desk);
    reading.items.push(ItemDraft { meeting: met, number: Some("8".into()), title: "Roads of the county".into(), ..ItemDraft::default() });
    reading.problems.push(Problem { code: "person_in_case".into(), line: 1, message: "read this".into(), holds_item: Some(0) });
    let why = s.word("hold.released_why");
    desk.take_in(&reading, b"-", &Taking { release: Some(&why), ..taking }).await.expect("taken in");
}

fn page(name: &str, raw: &str) -> Reading {
    Reading::of(SourceName { source: name.into(), sha256: redress_store::chain::sha256(raw.as_bytes()) }, SourceKind::AgendaItem)
}

/// A meeting with an item of every sort, and what officers wrote about each; then all that can be published is.
pub async fn plant_work(site: &Running, clock: &Clock, staff: &Staff, s: &mut Sentinels) -> Made {
    let Staff { link, monitoring, clerk } = staff;
    clerk.done("/desk/bodies/add", json!({ "name": format!("Panel {}", s.word("body.name")) })).await;
    let body = clerk.get("/desk/meetings/plan.json").await.json();
    let bodies = body["offered"]["body"].as_array().expect("bodies").clone();
    let number = |name: &str| bodies.iter().find(|b| b[1].as_str().is_some_and(|n| n.contains(name))).expect("a body")[0].clone();
    let plan = json!({ "body": number("Cabinet"), "on": "2021-03-11", "starts": "18:30", "place": "County Hall" });
    let meeting = clerk.done("/desk/meetings/plan", plan).await["meeting"].as_i64().expect("a meeting");
    let later = json!({ "body": number("Panel"), "on": "2021-04-11", "starts": "19:30", "place": s.word("planned_meeting.place") });
    clerk.done("/desk/meetings/plan", later).await;

    let case = embargoed(staff, s).await;
    let item = async |number: &str, title: String, public: Option<&str>, text: Option<String>, about: Option<i64>| {
        let new = json!({ "number": number, "title": title, "public_title": public, "agenda_text": text, "ombudsman_paper": about });
        clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item")
    };
    let open = item("1", s.word("planned_item.title"), Some("Roads"), Some("To consider the roads.".into()), None).await;
    let closed = item("2", s.word("a private item's title"), None, Some(s.sentence("planned_item.agenda_text")), None).await;
    let under = item("3", s.word("an embargoed item's title"), None, Some(s.sentence("an embargoed item's text")), Some(case)).await;
    let draft = item("4", s.word("a draft item's title"), Some(&s.word("planned_item.public_title")), None, None).await;

    in_private(staff, closed, s).await;
    decide(staff, open, "The scheme was approved.", &s.word("recorded_decision.record")).await;
    minute(clerk, open, "The Cabinet approved the scheme.", None).await;
    decide(staff, closed, "The terms were agreed.", &s.word("a private decision's option")).await;
    minute(clerk, closed, "The Cabinet met in private.", Some(s.sentence("written_minute.private_words"))).await;
    decide(staff, under, &s.sentence("an embargoed decision"), "A").await;
    minute(clerk, under, &s.sentence("an embargoed minute"), None).await;
    decide(staff, draft, &s.sentence("a draft decision"), "A").await;
    minute(clerk, draft, &s.sentence("written_minute.public_words"), None).await;

    // The minute of an item under embargo could go out, and stays a draft.
    let mut leave = vec![format!("minute-{under}"), format!("item-{draft}"), format!("decision-{draft}"), format!("minute-{draft}")];
    let follow = link.post(&format!("/desk/items/{open}/follow"), &json!({})).await;
    assert_eq!(follow.status, 200, "{}", follow.body);
    papers(site, clock, staff, open, &mut leave, s).await;
    let secret_file = s.sentence("an embargoed file");
    monitoring.paper(under, &s.word("an embargoed paper's title"), "", "report.txt", secret_file.as_bytes()).await;
    let published = clerk.publish(meeting, &leave, "Decisions published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let withdrawn = withdraw(clerk, &published.json()).await;
    // A draft that is newer than what is public.
    let newer = s.sentence("a newer version's file");
    let released = number_of(&leave, "released-");
    let came =
        monitoring.upload(&format!("/desk/papers/{released}/add-version"), &[("purpose", "whole")], "new.txt", newer.as_bytes()).await;
    assert_eq!(came.status, 303, "{}", came.body);
    Made { meeting, withdrawn }
}

/// A word that the story keeps for itself among the parts to leave out.
fn number_of(leave: &[String], name: &str) -> i64 {
    leave.iter().find(|l| l.starts_with(name)).map(|l| number_in(l, name)).expect("a number")
}

async fn embargoed(staff: &Staff, s: &mut Sentinels) -> i64 {
    let Staff { link, .. } = staff;
    let new = json!({
        "reference": "19 015 743", "kind": "report", "dated": "2021-01-21", "received": "2021-01-22", "embargo": "event",
        "subject": s.word("ombudsman_paper.subject"), "services": s.word("ombudsman_paper.services"), "complainant": s.word("ombudsman_paper.complainant"),
        "findings": s.sentence("case_file.record"), "injustices": s.sentence("an injustice"), "predecessor": s.word("an authority before"),
    });
    s.also("ombudsman_paper.reference", &["19 015 743", "19-015-743", "19015743"]);
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let words = format!("Pay the complainant for {}", s.word("recommendation.record"));
    let new = json!({ "number": 1, "nature": "personal", "kinds": ["payment"], "words": words, "rule": "four_weeks", "amount": "98,765.43", "beneficiary": "Ms Q" });
    s.also("money", &["98,765.43", "98765.43", "9876543"]);
    let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
    let recommendation = made["recommendation"].as_i64().expect("a recommendation");
    let claim = json!({ "claim": "cannot_be_done", "why": s.sentence("a claim") });
    link.done(&format!("/desk/recommendations/{recommendation}/claim"), claim).await;
    evidence(link, case, recommendation, s).await;
    let summary = s.sentence("letter.summary");
    let name = format!("{}.txt", s.word("letter.name"));
    let values =
        [("from", "council"), ("kind", "other"), ("dated", "2021-02-01"), ("received", "2021-02-01"), ("summary", summary.as_str())];
    let came = link.upload(&format!("/desk/cases/{case}/log-letter"), &values, &name, s.sentence("a letter's file").as_bytes()).await;
    assert_eq!(came.status, 303, "{}", came.body);
    // A letter that gives more time, and one that opens another case with what was not carried out.
    let duty = format!("{paper} lgsco_report_consider_and_notify");
    let proof = s.word("duty_event.proof");
    let longer = [
        ("from", "ombudsman"),
        ("kind", "extension"),
        ("dated", "2021-02-02"),
        ("received", "2021-02-02"),
        ("summary", proof.as_str()),
        ("duty", duty.as_str()),
        ("expected", "2021-05-20"),
    ];
    let chosen = recommendation.to_string();
    let missed = [
        ("from", "ombudsman"),
        ("kind", "remedy_not_carried_out"),
        ("dated", "2021-02-03"),
        ("received", "2021-02-03"),
        ("summary", "It opens another"),
        ("new_case", "20 015 744"),
        ("recommendations", chosen.as_str()),
    ];
    for values in [&longer[..], &missed[..]] {
        let came = link.upload(&format!("/desk/cases/{case}/log-letter"), values, "letter.txt", b"A letter.").await;
        assert_eq!(came.status, 303, "{}", came.body);
    }
    let other = json!({ "reference": "PREV-1", "kind": "statement", "dated": "not known", "received": "not known", "subject": "Before", "embargo": "none" });
    link.done("/desk/cases/register", other).await;
    let tie = json!({ "earlier": "PREV-1", "relation": "same_matter", "paper": s.word("case_link.paper") });
    link.done(&format!("/desk/cases/{case}/link"), tie).await;
    let case = paper;
    let leak = json!({ "where_seen": s.word("embargo.record"), "note": s.word("a leak's note") });
    link.done(&format!("/desk/ombudsman-papers/{case}/leak"), leak).await;
    let seen =
        json!({ "address": format!("https://ombudsman.example/{}", s.word("a report's address")), "published_at": "2021-03-11 09:00" });
    link.done(&format!("/desk/ombudsman-papers/{case}/published-by-ombudsman"), seen).await;
    case
}

/// What the remedy needs and what was asked for in error, files with one withdrawn, and a bundle that went.
async fn evidence(link: &Officer, case: i64, recommendation: i64, s: &mut Sentinels) {
    let at = |what: &str| format!("/desk/recommendations/{recommendation}/{what}");
    let words = format!("Proof of {}\nIn error", s.word("required_evidence.words"));
    link.done(&at("require"), json!({ "words": words })).await;
    link.done(&at("require"), json!({ "not_needed": ["2"], "why": s.sentence("required_evidence.ended_why") })).await;
    let name = format!("{}.txt", s.word("evidence.name"));
    for (name, bytes) in [(name.as_str(), s.sentence("a file of evidence")), ("wrong.txt", s.sentence("a withdrawn file of evidence"))] {
        let came = link.upload(&at("file-evidence"), &[("number", "1")], name, bytes.as_bytes()).await;
        assert_eq!(came.status, 303, "{}", came.body);
    }
    link.done("/desk/evidence/2/withdraw", json!({ "why": s.sentence("evidence.withdrawn_why") })).await;
    let form = json!({ "recommendations": [recommendation], "letter": s.sentence("a cover letter") });
    let bundle = link.done(&format!("/desk/cases/{case}/bundle"), form).await["bundle"].as_i64().expect("a bundle");
    let sent = json!({ "on": TODAY.to_string(), "channel": s.word("bundle_sent.channel"), "receipt": s.word("bundle_sent.receipt") });
    link.done(&format!("/desk/bundles/{bundle}/send"), sent).await;
}

async fn in_private(staff: &Staff, item: i64, s: &mut Sentinels) {
    let Staff { monitoring, clerk, .. } = staff;
    let plan = json!({
        "ground": "reg4_2b", "paragraphs": ["3"], "public_interest": s.sentence("private_plan.record"),
        "reason": "The terms of a lease are still negotiated with its owner.",
    });
    monitoring.done(&format!("/desk/items/{item}/private"), plan).await;
    let notice = json!({ "kind": "first", "published_on": "2021-02-01", "words": s.sentence("private_notice.words") });
    clerk.done(&format!("/desk/items/{item}/notice"), notice).await;
    let agreement = json!({ "capacity": "chair_of_scrutiny", "name": s.word("private_agreement.record"), "on": "2021-03-01", "reason": s.sentence("an agreement's reason") });
    clerk.done(&format!("/desk/items/{item}/agreement"), agreement).await;
}

async fn decide(staff: &Staff, item: i64, text: &str, option: &str) {
    let decision = json!({ "option": option, "text": text, "reasons": "None", "options_rejected": "None", "interests": "None" });
    staff.clerk.done(&format!("/desk/items/{item}/decision"), decision).await;
}

async fn minute(clerk: &Officer, item: i64, public: &str, private: Option<String>) {
    clerk.done(&format!("/desk/items/{item}/minute"), json!({ "public_words": public, "private_words": private })).await;
}

fn restriction(s: &mut Sentinels, why: &'static str, review: &'static str) -> serde_json::Value {
    json!({
        "kind": "exempt", "paragraphs": ["3"], "public_interest": s.sentence(why), "public_reason": "It is about the council's business affairs.",
        "groups": "role:service_director", "review_on": "2023-03-01", "late_review_reason": s.sentence(review), "challenge": "Write to the monitoring officer",
    })
}

/// Papers of every sort before an open item.
async fn papers(site: &Running, clock: &Clock, staff: &Staff, item: i64, leave: &mut Vec<String>, s: &mut Sentinels) {
    let Staff { monitoring, clerk, .. } = staff;
    let at = |paper: i64, what: &str| format!("/desk/papers/{paper}/{what}");
    // Open, under another title and name than officers use.
    let name = format!("{}.txt", s.word("paper_version.name"));
    clerk.paper(item, &s.word("working_paper.title"), "Survey of the roads", &name, OPEN.as_bytes()).await;
    // Restricted, with a title that the public may know, and without one.
    let bytes = s.sentence("a restricted file");
    let named = clerk
        .paper(
            item,
            &s.word("a restricted paper's title"),
            "Lease of the depot",
            &format!("{}.txt", s.word("a restricted file's name")),
            bytes.as_bytes(),
        )
        .await;
    monitoring.done(&at(named, "restrict"), restriction(s, "restriction.record", "a late review's reason")).await;
    let refused = monitoring.post(&at(named, "circulate"), &json!({ "in_confidence": "yes" })).await;
    assert!(refused.status == 422 && refused.body.contains("cannot go to every member"), "{}", refused.body);
    let review = json!({ "outcome": "keep", "next_review_on": "2021-09-01", "why": s.sentence("a review's reason") });
    monitoring.done(&at(named, "review"), review).await;
    let bytes = s.sentence("an unnamed file");
    let unnamed = clerk.paper(item, &s.word("an unnamed paper's title"), "", "b.txt", bytes.as_bytes()).await;
    monitoring.done(&at(unnamed, "restrict"), restriction(s, "an unnamed restriction", "its late review")).await;
    // The decision to keep it restricted gives no title away, though the form had one filled in.
    let keep = json!({ "decision": "keep", "public_title": s.word("a kept paper's title"), "reason": s.sentence("the reason to keep it") });
    monitoring.done(&at(unnamed, "release"), keep).await;
    // Released whole, with redactions, and as a link.
    let released = clerk.paper(item, &s.word("a released paper's title"), "", "c.txt", b"The lease was signed in the winter.").await;
    monitoring.done(&at(released, "restrict"), restriction(s, "a released restriction", "b")).await;
    release(monitoring, released, json!({ "decision": "publish", "public_title": "Lease as signed" })).await;
    leave.push(format!("released-{released}"));
    let bytes = s.sentence("a whole file");
    let redacted = clerk
        .paper(item, &s.word("a redacted paper's title"), "", &format!("{}.txt", s.word("a whole file's name")), bytes.as_bytes())
        .await;
    monitoring.done(&at(redacted, "restrict"), restriction(s, "a redacted restriction", "d")).await;
    let came = monitoring.upload(&at(redacted, "add-version"), &[("purpose", "redacted")], "d.txt", b"The valuation was taken out.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    release(monitoring, redacted, json!({ "decision": "publish_redacted", "public_title": "Valuation with redactions" })).await;
    let bytes = s.sentence("a linked file");
    let linked = clerk.paper(item, &s.word("a linked paper's title"), "", "e.txt", bytes.as_bytes()).await;
    monitoring.done(&at(linked, "restrict"), restriction(s, "a linked restriction", "f")).await;
    release(
        monitoring,
        linked,
        json!({ "decision": "link", "address": "https://elsewhere.example/report", "public_title": "Copy elsewhere" }),
    )
    .await;
    // A draft that nobody publishes, with everything that hangs on a paper.
    let bytes = s.sentence("a draft file");
    let draft = clerk.paper(item, &s.word("a draft paper's title"), &s.word("working_paper.public_title"), "f.txt", bytes.as_bytes()).await;
    leave.push(format!("paper-{draft}"));
    let others = format!("{}, {}", s.word("receipt.person"), s.word("receipt.office"));
    let served = json!({ "others": others, "served_on": "2021-03-11", "how": s.word("receipt.how") });
    clerk.done(&at(draft, "serve"), served).await;
    let decision = json!({ "option": "A", "text": "The scheme was approved.", "reasons": "None", "options_rejected": "None", "interests": "None", "adopts": draft });
    clerk.done(&format!("/desk/items/{item}/decision"), decision).await;
    let who = s.word("finding_override.by_name");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let reason = s.sentence("finding_override.reason");
    let passed = FindingOverride { version: 1, by_account: monitoring.account, by_name: who.clone(), at: act.at.to_string(), reason };
    site.desk().override_finding(draft, &passed, &act).await.expect("passed");
    // One to be withdrawn after it was published.
    clerk.paper(item, "A paper in error", "", "g.txt", b"Published in error.").await;
    // A look at each, for the access log.
    for paper in [named, unnamed, redacted] {
        assert_eq!(monitoring.get(&at(paper, "versions/1/file")).await.status, 200);
    }
}

async fn release(monitoring: &Officer, paper: i64, mut decision: serde_json::Value) {
    decision["reason"] = "The lease was signed and there is nothing left to protect.".into();
    monitoring.done(&format!("/desk/papers/{paper}/release"), decision).await;
}

/// Withdraws the paper that was published in error; gives its number in public.
async fn withdraw(clerk: &Officer, published: &serde_json::Value) -> String {
    let made = published["made"]["published"].as_array().expect("publications");
    let key = made.iter().find(|p| p["kind"] == "document" && p["title"] == "A paper in error").expect("it was published")["key"].clone();
    let why = json!({ "kind": "document", "key": key, "class": "published in error", "reason": "It was not the final version." });
    clerk.done("/desk/withdraw", why).await;
    key.as_str().expect("a key").to_string()
}
