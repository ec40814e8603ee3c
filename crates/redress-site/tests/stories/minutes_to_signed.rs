//! The minutes of an executive's meeting, from what was taken down to signed: built, changed by the chair, published as a
//! draft, confirmed with a correction that the public sees, signed. What was said in private is nowhere public.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use redress::draft::{MemberDraft, Reading, SourceKind, SourceName};
use redress::meeting::Happened;
use redress::reader::Role;
use redress::resolution::Clause;
use redress::restriction::Paragraph;
use redress::vote::{Origin, Side, Taken, Taking};
use redress::workspace::{Entry, Event, InterestKind, Log, Part, Quorum, Why};
use redress_site::clock::Clock;
use redress_store::desk::intake::Taking as Intake;
use redress_store::desk::journal::Act;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_event::MeetingEvent;
use serde_json::{Value, json};

use super::officer::{Came, Officer};
use super::world::{Running, World};

const MET: Date = date(2025, 2, 26);
const SAID_IN_PRIVATE: &str = "The lowest offer came from Quillfeather.";

struct Story {
    _world: World,
    clock: Clock,
    site: Running,
    clerk: Officer,
    scrutiny: Officer,
    body: i64,
    meeting: i64,
    /// Items 1 (minutes of the last meeting), 7, 8 and 9.
    items: Vec<i64>,
}

impl Story {
    async fn new(body: &str) -> Story {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(date(2025, 2, 27));
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
        let scrutiny = Officer::new(&site, &act, "scrutiny", "Councillor Mabel Teasel", Role::Member).await;
        let mut story = Story { _world: world, clock, site, clerk, scrutiny, body: 0, meeting: 0, items: Vec::new() };
        story.members().await;
        let desk = story.site.desk();
        story.body = desk.add_body(body, &act).await.expect("a store").expect("a body");
        story.meeting = story.meets("2025-02-26", "ordinary").await;
        for (number, title) in [("1", "Minutes"), ("7", "Report of the Ombudsman"), ("8", "Action plan"), ("9", "Lease of the depot")] {
            let new = json!({ "number": number, "title": title, "public_title": title });
            let made = story.clerk.done(&format!("/desk/meetings/{}/add-item", story.meeting), new).await;
            story.items.push(made["item"].as_i64().expect("an item"));
        }
        story
    }

    /// Moves to a day; the clerk signs in again.
    async fn day(&mut self, day: Date) {
        self.clock.set(day);
        let act = self.act();
        self.clerk = Officer::of(&self.site, &act, self.clerk.account, &format!("clerk {day}")).await;
    }

    fn act(&self) -> Act<'static> {
        Act { who: "Tobias Wren", at: self.clock.now().timestamp() }
    }

    /// Three councillors with the numbers 1 to 3, the first in the chair.
    async fn members(&self) {
        let member = |(number, name): (&str, &str)| MemberDraft {
            name: name.into(),
            foreign_id: Some(number.into()),
            email: Some(format!("member-{number}@thornmere.example")),
            ..MemberDraft::default()
        };
        let members = [("1", "Councillor Ada Reed"), ("2", "Councillor Ben Stone"), ("3", "Councillor Cyd Marsh")].map(member).to_vec();
        let source = SourceName { source: "members.xml".into(), sha256: String::new() };
        let reading = Reading { members, ..Reading::of(source, SourceKind::CouncillorsByWard) };
        let taking = Intake { act: self.act(), release: None, dry_run: false };
        self.site.desk().take_in(&reading, b"members", &taking).await.expect("taken in");
    }

    async fn meets(&self, on: &str, kind: &str) -> i64 {
        let new = PlannedMeeting { body_id: self.body, on_date: on.into(), kind: Some(kind.into()), ..PlannedMeeting::default() };
        self.site.desk().plan_meeting(&new, &self.act()).await.expect("a store").expect("a free day")
    }

    async fn became(&self, meeting: i64, what: Happened) {
        let event = MeetingEvent {
            planned_meeting_id: meeting,
            what: what.word().into(),
            on_date: "2025-03-03".into(),
            why: "Snow closed the roads".into(),
            ..MeetingEvent::default()
        };
        self.site.desk().meeting_happened(&event, &self.act()).await.expect("recorded");
    }

    async fn take_down(&self, log: Log) {
        let entries: Vec<Entry> = log.into();
        let taken = self.site.desk().take_down(self.meeting, &entries, Quorum(2), &self.act()).await.expect("a store");
        taken.expect("taken down");
    }

    /// The whole meeting. Items 7 and 8 were introduced together; 9 was heard in private. `private_7` is said of item 7.
    async fn held(&self, together: &str, origin: Origin) {
        self.take_down(self.log(together, origin)).await;
    }

    fn log(&self, together: &str, origin: Origin) -> Log {
        let mut log = Log::default();
        let clerk = self.clerk.account;
        let mut add = |what| log.append(clerk, "Tobias Wren", MET.at(18, 0, 0, 0), what);
        add(Event::Apologised { member: 3, substitute: None });
        for member in [1, 2] {
            add(Event::Arrived { member });
        }
        add(Event::Presided { member: 1 });
        add(Event::Opened);
        let wrote = |item: &str, part, words: &str| Event::Wrote { item: item.into(), part, words: words.into(), over: BTreeSet::new() };
        let resolved = |item: &str, text: &str| Event::Resolved {
            item: item.into(),
            clauses: vec![Clause { label: Some("(a)".into()), text: text.into(), children: vec![] }],
        };
        add(Event::Called { item: "1".into() });
        add(wrote("1", Part::Discussion, "No interest was declared at the start."));
        add(Event::Called { item: "7".into() });
        add(Event::Arrived { member: 3 });
        let nature = "Governor of the school".to_string();
        add(Event::Declared { member: 3, item: "7".into(), kind: InterestKind::Pecuniary, nature, dispensation: None });
        add(Event::Departed { member: 3, why: Why::Interest });
        add(wrote("7", Part::Discussion, together));
        let on = add(Event::Moved { item: "7".into(), words: "That the report be noted".into(), mover: 1, seconder: Some(2) });
        let taking = |taken| Taking { taken, casting: None, origin: origin.clone() };
        let after = "That the findings be accepted".to_string();
        let amended = add(Event::Amended { motion: on, before: "That the report be noted".into(), after, mover: 2, seconder: Some(1) });
        add(Event::Voted { on: amended, taking: taking(Taken::Unanimous) });
        add(Event::Voted { on, taking: taking(Taken::Named { votes: vec![(1, Side::For), (2, Side::Abstained)] }) });
        add(resolved("7", "That the findings be accepted"));
        add(wrote("7", Part::Reasons, "To put right what went wrong."));
        add(wrote("7", Part::OptionsRejected, "None."));
        add(Event::Called { item: "8".into() });
        add(Event::Arrived { member: 3 });
        add(wrote("8", Part::Discussion, together));
        add(resolved("8", "That the plan be aproved"));
        add(Event::Called { item: "9".into() });
        let paragraphs = [Paragraph::Business].into();
        add(Event::Excluded { item: "9".into(), paragraphs, mover: 1, seconder: Some(2) });
        add(wrote("9", Part::PrivateDiscussion, SAID_IN_PRIVATE));
        add(Event::Closed);
        log
    }

    fn at(&self, what: &str) -> String {
        format!("/desk/meetings/{}/minutes/{what}", self.meeting)
    }

    async fn page(&self) -> Value {
        self.clerk.get(&format!("/desk/meetings/{}/minutes.json", self.meeting)).await.json()
    }

    /// The agenda goes out, before the minutes are built.
    async fn agenda(&self) {
        let came = self.clerk.publish(self.meeting, &[], "Agenda published").await;
        assert_eq!(came.status, 200, "{}", came.body);
    }

    async fn publish(&self, read: bool) -> Came {
        let form = self.clerk.get(&self.at("publish.json")).await.json();
        let mut body = json!({ "reason": form["given"]["reason"][0], "previewed": form["given"]["previewed"][0] });
        if read {
            body["read"] = json!("yes");
        }
        self.clerk.post(&self.at("publish"), &body).await
    }

    async fn public(&self, number: &str) -> String {
        self.site.words(&format!("/meetings/2025-02-26-{}/items/{number}", "executive")).await
    }
}

fn typed() -> Origin {
    Origin::Typed { by: "Tobias Wren".into(), at: MET.at(18, 30, 0, 0) }
}

const TOGETHER: &str = "The director introduced both reports.";

#[tokio::test]
async fn from_what_was_taken_down_to_signed() {
    let mut s = Story::new("Executive").await;
    s.agenda().await;
    s.held(TOGETHER, typed()).await;
    let gaps = s.page().await["gaps"].to_string();
    assert!(gaps.contains("Item 8 was decided, and its reasons"), "{gaps}");
    s.clerk.done(&s.at("build"), json!({})).await;
    let page = s.page().await;
    assert_eq!(page["stands"], "draft");
    assert!(page["items"][3]["private"].as_str().expect("private words").contains("Quillfeather"));
    assert!(!page["items"][3]["public"].to_string().contains("Quillfeather"));

    // The letter has the public words alone, and the chair's change stands beside the draft until it is taken over.
    s.clerk.done(&s.at("send-to-chair"), json!({ "chair": "1" })).await;
    let letter = s.site.desk().claim_letter(s.clock.now().timestamp()).await.expect("a store").expect("a letter");
    assert_eq!(letter.letter.to, "member-1@thornmere.example");
    assert!(letter.letter.body.contains(TOGETHER) && !letter.letter.body.contains("Quillfeather"));
    assert_eq!(s.publish(true).await.status, 422, "the chair has not read them");
    let words = page["items"][0]["public"].as_str().expect("words").replace("at the start", "by anybody");
    let change = json!({ "chair": "Councillor Ada Reed", "result": "change", "item": s.items[0].to_string(), "words": words });
    s.clerk.done(&s.at("chair-check"), change).await;
    let html = s.clerk.get(&format!("/desk/meetings/{}/minutes", s.meeting)).await.body;
    assert!(html.contains("<del") && html.contains("<ins") && html.contains("by anybody"), "the difference is shown");
    let nothing = json!({ "chair": "Councillor Ada Reed", "result": "nothing" });
    assert_eq!(s.clerk.post(&s.at("chair-check"), &nothing).await.status, 422, "a change waits to be settled");
    s.clerk.done(&s.at("take-over"), json!({ "changes": ["0"], "do": "take_over" })).await;
    assert!(s.page().await["items"][0]["public"].to_string().contains("by anybody"));
    // Building again keeps what was edited, and says so.
    let form = s.clerk.get(&s.at("build.json")).await.json();
    assert_eq!(form["offered"]["replace"][0][0], s.items[0].to_string());
    s.clerk.done(&s.at("build"), json!({})).await;
    assert!(s.page().await["items"][0]["public"].to_string().contains("by anybody"));
    s.clerk.done(&s.at("chair-check"), nothing).await;

    let came = s.publish(true).await;
    assert_eq!(came.status, 200, "{}", came.body);
    let public = s.public("7").await;
    for part in [
        "Draft minutes, not yet confirmed",
        "moved by Councillor Ada Reed",
        "Amendment",
        "1 for, 0 against, 1 abstained",
        "How each member voted",
        "taken down by the clerk at the meeting",
        "Governor of the school",
        "came back during item 8",
    ] {
        assert!(public.contains(part), "{part}: {public}");
    }
    let meeting = s.site.words("/meetings/2025-02-26-executive").await;
    assert!(meeting.contains("Councillor Cyd Marsh") && meeting.contains("Presided") && meeting.contains("Draft minutes"), "{meeting}");
    assert!(s.public("9").await.contains("Schedule 12A"));
    assert_eq!(s.clerk.get(&format!("/desk/meetings/{}/publish.json", s.meeting)).await.json()["offered"]["parts"], Value::Null);

    // The meeting that confirms them corrects a word.
    let april = s.meets("2025-04-02", "ordinary").await;
    s.day(date(2025, 4, 3)).await;
    let words = s.page().await["items"][2]["public"].as_str().expect("words").replace("aproved", "approved");
    let correction = json!({ "item": s.items[2].to_string(), "words": words, "by": "Councillor Ben Stone" });
    s.clerk
        .done(&s.at("correct"), json!({ "item": s.items[2].to_string(), "words": format!("{words} Once."), "by": "Councillor Ben Stone" }))
        .await;
    s.clerk.done(&s.at("correct"), correction).await;
    let typed =
        s.page().await["changes"].as_array().expect("changes").iter().rev().take(2).map(|c| c["settled"].clone()).collect::<Vec<_>>();
    assert_eq!(typed, [Value::Null, json!(false)], "the earlier text stays on record");
    let confirm = |corrections: &str| json!({ "meeting": april.to_string(), "corrections": corrections });
    assert_eq!(s.clerk.post(&s.at("confirm"), &confirm("")).await.status, 422, "the text is not the draft's");
    s.clerk.done(&s.at("confirm"), confirm("A word of item 8 was misspelt.")).await;
    assert!(s.public("8").await.contains("Draft minutes"), "the public reads it once it is published");
    assert_eq!(s.publish(true).await.status, 200);
    let corrected = s.site.page("/meetings/2025-02-26-executive/items/8").await;
    for part in ["Confirmed on 2 April 2025 with corrections", "<del", "aproved", "<ins", "A word of item 8 was misspelt."] {
        assert!(corrected.contains(part), "{part}");
    }
    let late = json!({ "public_words": "Something else." });
    assert_eq!(s.clerk.post(&format!("/desk/items/{}/minute", s.items[2]), &late).await.status, 422, "confirmed words stay");
    assert_eq!(s.clerk.post(&s.at("build"), &json!({})).await.status, 422);

    let sign = |day: &str| json!({ "presiding": "Councillor Ada Reed", "day": day });
    assert_eq!(s.clerk.post(&s.at("sign"), &sign("2025-04-01")).await.status, 422, "before the meeting that confirmed them");
    s.clerk.done(&s.at("sign"), sign("2025-04-02")).await;
    assert_eq!(s.publish(true).await.status, 200);
    assert!(s.public("7").await.contains("Signed by Councillor Ada Reed, who presided, on 2 April 2025"));
    for address in ["/meetings/2025-02-26-executive", "/meetings/2025-02-26-executive/items/9", "/changes", "/search?q=Quillfeather"] {
        let page = s.site.page(address).await.replace("/search?q=Quillfeather", "").replace("value=\"Quillfeather\"", "");
        assert!(!page.contains("lowest offer"), "{address}");
    }
    let journal = s.site.desk().journal_after(0, 10_000).await.expect("a journal");
    assert!(journal.iter().any(|e| e.act == "write_minute" && e.body.contains("sha256")));
    assert!(journal.iter().all(|e| !e.body.contains("lowest offer")), "private words are in no entry of the journal");
}

/// Whoever may read what an embargo covers reads it signed in; no letter, step or journal entry carries it.
#[tokio::test]
async fn what_an_embargo_covers_is_in_no_letter_and_the_chairs_comment_in_no_step() {
    let s = Story::new("Executive").await;
    let link = Officer::new(&s.site, &s.act(), "link", "L. Officer", Role::LinkOfficer).await;
    let outside = Officer::new(&s.site, &s.act(), "outside", "O. Utside", Role::DemocraticServices).await;
    let new = json!({ "reference": "24 001 002", "kind": "report", "dated": "2025-02-01", "received": "2025-02-03", "subject": "Home to school transport", "embargo": "event", "complainant": "Mrs X" });
    let paper = link.done("/desk/cases/register", new).await["ombudsman_paper"].as_i64().expect("a paper");
    let readers = json!({ "people": [s.clerk.account.to_string(), s.scrutiny.account.to_string()] });
    link.done(&format!("/desk/ombudsman-papers/{paper}/readers"), readers).await;
    let item = json!({ "number": "10", "title": "Home to school transport", "public_title": "A report", "ombudsman_paper": paper });
    let item = s.clerk.done(&format!("/desk/meetings/{}/add-item", s.meeting), item).await["item"].as_i64().expect("an item");
    s.held(TOGETHER, typed()).await;
    s.clerk.done(&s.at("build"), json!({})).await;
    let words = "The Marigold finding was accepted.";
    s.clerk.done(&format!("/desk/items/{item}/minute"), json!({ "public_words": words })).await;
    let send = json!({ "items": [item.to_string(), s.items[1].to_string()], "to": s.scrutiny.account.to_string(), "on_behalf_of": "People Scrutiny Committee", "purpose": "For its review" });
    let made = s.clerk.done(&s.at("extract"), send).await;
    let letter = s.site.desk().claim_letter(s.clock.now().timestamp()).await.expect("a store").expect("a letter");
    assert!(letter.letter.body.contains(TOGETHER) && letter.letter.body.contains("kept back for now"), "{}", letter.letter.body);
    assert!(!letter.letter.body.contains("Marigold"), "{}", letter.letter.body);
    let text = s.scrutiny.get(&format!("{}/text", s.at(&format!("extracts/{}", made["extract"])))).await;
    assert!(text.body.contains(words), "whoever may read it reads it signed in: {}", text.body);

    let change = json!({ "chair": "Councillor Ada Reed", "result": "change", "item": item.to_string(), "words": format!("{words} All agreed."), "comment": "Say who Marigold is" });
    s.clerk.done(&s.at("chair-check"), change).await;
    let whole = json!({ "chair": "Councillor Ada Reed", "result": "change", "comment": "Marigold is misspelt" });
    s.clerk.done(&s.at("chair-check"), whole).await;
    let page = s.page().await;
    assert_eq!(page["comments"].as_array().map(Vec::len), Some(2), "{}", page["comments"]);
    assert!(!page["steps"].to_string().contains("Marigold") && page["steps"].to_string().contains("item 10"), "{}", page["steps"]);
    let minutes = outside.get(&format!("/desk/meetings/{}/minutes", s.meeting)).await;
    assert!(minutes.status == 200 && !minutes.body.contains("Marigold"), "{}", minutes.body);
    let journal = s.site.desk().journal_after(0, 10_000).await.expect("a journal");
    assert!(journal.iter().all(|e| !e.body.contains("Marigold")), "in no entry of the journal");
}

#[tokio::test]
async fn an_extract_goes_to_scrutiny_and_the_private_words_to_nobody_without_the_right() {
    let s = Story::new("Executive").await;
    s.held(TOGETHER, typed()).await;
    s.clerk.done(&s.at("build"), json!({})).await;
    let to = s.scrutiny.account.to_string();
    let (seven, nine) = (s.items[1].to_string(), s.items[3].to_string());
    let send = |items: Vec<&String>, private: bool| {
        let mut new = json!({ "items": items, "to": to, "on_behalf_of": "People Scrutiny Committee", "purpose": "For its review" });
        if private {
            new["private"] = json!("yes");
        }
        new
    };
    let made = s.clerk.done(&s.at("extract"), send(vec![&seven, &nine], false)).await;
    let address = s.at(&format!("extracts/{}", made["extract"]));
    for reader in [&s.scrutiny, &s.clerk] {
        let (page, text) = (reader.get(&address).await, reader.get(&format!("{address}/text")).await);
        assert_eq!((page.status, text.status), (200, 200), "{}", page.body);
        assert!(text.body.contains(TOGETHER) && !text.body.contains("Quillfeather") && !text.body.contains("aproved"), "{}", text.body);
    }
    let letter = s.site.desk().claim_letter(s.clock.now().timestamp()).await.expect("a store").expect("a letter");
    assert!(letter.letter.to.starts_with("scrutiny@") && letter.letter.body.contains(TOGETHER));
    assert_eq!(Officer::nobody(&s.site).get(&address).await.status, 303);
    let other = Officer::new(&s.site, &s.act(), "other", "Councillor Odo Sorrel", Role::Member).await;
    assert_eq!(other.get(&address).await.status, 403, "it was sent to somebody else");
    // No right to what was said in private: refused before anything is sent.
    let refused = s.clerk.post(&s.at("extract"), &send(vec![&nine], true)).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(s.page().await["extracts"].as_array().expect("extracts").len(), 1);
}

#[tokio::test]
async fn no_minutes_of_a_meeting_that_was_not_held_and_none_confirmed_at_the_wrong_one() {
    let mut s = Story::new("Council").await;
    s.held(TOGETHER, typed()).await;
    s.clerk.done(&s.at("build"), json!({})).await;
    let extraordinary = s.meets("2025-03-05", "extraordinary").await;
    let cancelled = s.meets("2025-03-12", "ordinary").await;
    s.became(cancelled, Happened::Cancelled).await;
    let coming = s.meets("2025-04-02", "ordinary").await;
    s.day(date(2025, 3, 20)).await;
    for (at, says) in [
        (s.meeting, "own minutes"),
        (extraordinary, "paragraph 41(3)"),
        (cancelled, "choose from the list"),
        (coming, "has not been held yet"),
    ] {
        let came = s.clerk.post(&s.at("confirm"), &json!({ "meeting": at.to_string() })).await;
        assert!(came.status == 422 && came.body.contains(says), "{says}: {}", came.body);
    }
    let came = s.clerk.post(&format!("/desk/meetings/{cancelled}/minutes/build"), &json!({})).await;
    assert!(came.status == 422 && came.body.contains("The meeting was cancelled") && came.body.contains("Snow"), "{}", came.body);
    s.became(s.meeting, Happened::Inquorate).await;
    let words = s.clerk.get(&format!("/desk/meetings/{}/minutes", s.meeting)).await.body;
    assert!(words.contains("There was no quorum"), "{words}");
    // An old form does not overwrite what somebody else kept.
    let came = s.clerk.post(&s.at("correct"), &json!({ "item": s.items[0].to_string(), "words": "x", "by": "y", "revision": "0" })).await;
    assert!(came.status == 422, "{}", came.body);
}

#[tokio::test]
async fn a_derived_vote_keeps_the_minutes_back() {
    let s = Story::new("Executive").await;
    s.agenda().await;
    s.held(TOGETHER, Origin::Derived { from: "the attendance".into() }).await;
    let came = s.clerk.post(&s.at("build"), &json!({})).await;
    assert!(came.status == 422 && came.body.contains("worked out from the attendance"), "{}", came.body);
    assert_eq!(s.publish(true).await.status, 422);
    assert!(s.public("7").await.contains("No minute on record"));
}

#[tokio::test]
async fn a_remark_on_a_family_waits_until_somebody_has_read_it() {
    let s = Story::new("Executive").await;
    s.agenda().await;
    s.held("The mother was hostile to officers.", typed()).await;
    s.clerk.done(&s.at("build"), json!({})).await;
    s.clerk.done(&s.at("chair-check"), json!({ "chair": "Councillor Ada Reed", "result": "nothing" })).await;
    let came = s.publish(false).await;
    assert!(came.status == 422 && came.body.contains("family"), "{}", came.body);
    assert!(s.public("7").await.contains("No minute on record"));
    assert_eq!(s.publish(true).await.status, 200);
    assert!(s.public("7").await.contains("hostile"));
}

#[tokio::test]
async fn two_items_one_passage() {
    let s = Story::new("Executive").await;
    s.agenda().await;
    s.held(TOGETHER, typed()).await;
    s.clerk.done(&s.at("build"), json!({})).await;
    s.clerk.done(&s.at("chair-check"), json!({ "chair": "Councillor Ada Reed", "result": "nothing" })).await;
    assert_eq!(s.publish(true).await.status, 200);
    assert!(s.public("7").await.contains("both reports. (Minuted together with item 8.)"));
    assert!(s.public("8").await.contains("both reports. (Minuted together with item 7.)"));
    let whole = s.site.words("/meetings/2025-02-26-executive").await;
    assert_eq!(whole.matches(TOGETHER).count(), 1, "{whole}");
    assert!(whole.contains("See also item 7."), "{whole}");
}
