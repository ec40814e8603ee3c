//! Decisions of officers that are not public, with a sentinel in each of their private texts; and one that is public but for its
//! exempt part.

use jiff::civil::date;
use redress::call_in::{Caller, Request, Waiver};
use redress::decision::{Decision, Formal};
use redress::decision_record::{Conflicts, Key, Maker, Relation, TextsNote};
use redress::private_meeting::{Agreement, Capacity};
use redress::resolution::texts::Which;
use redress::restriction::{Audience, Ground, Paragraph, Restriction};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::publish::Because;
use redress_store::desk::work::case_publication::mark;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::decision_record::{NewDecision, NewLink, Withheld};

use super::council::TODAY;
use super::sentinels::Sentinels;
use crate::world::Running;

/// Records, changes, links, calls in, waives and notes, all of it before anything is public; then publishes one with an exempt part.
pub async fn plant(site: &Running, clock: &Clock, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("who records decisions");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let because = Because { by: "Democratic services officer", reason: "Decision published" };
    let new = new(&s.word("decision_record.title"), &s.word("decision_record.record"));
    let new =
        NewDecision { service: Some(s.word("decision_record.service")), withheld: Some(withheld(&s.sentence("an exempt part"))), ..new };
    let id = desk.record_new_decision(&new, None, &act).await.expect("recorded");
    let kept = desk.decision(id).await.expect("a store").expect("a record");
    assert!(desk.change_decision(&kept, &new, &act).await.expect("changed"), "its first words are kept");
    let link = NewLink { earlier: id, relation: Relation::Supersedes, on: TODAY, why: s.sentence("decision_link.why") };
    desk.record_new_decision(&new, Some(&link), &act).await.expect("recorded");
    let request = Request {
        caller: Caller::Members { members: [1].into() },
        at: TODAY.at(9, 0, 0, 0),
        grounds: s.sentence("grounds of a call-in"),
        outcome: None,
    };
    desk.request_call_in(id, &request, &[s.word("call_in.callers")], because, &act).await.expect("asked");
    let agreement = Agreement {
        capacity: Capacity::ChairOfScrutiny,
        name: "A".into(),
        on: TODAY,
        reason: s.sentence("why call-in was waived"),
        former_could_not: None,
    };
    let waiver = Waiver { decided: TODAY, reason: "It cannot wait.".into(), agreement, rule: "Part 4".into() };
    assert!(desk.waive_call_in(id, &waiver, because, &act).await.expect("waived"));
    let note = TextsNote { governs: Which::Published, why: s.sentence("texts_note.why"), on: TODAY };
    desk.note_texts(id, &note, because, &act).await.expect("noted");

    let open = self::new("Renewal of a lease", "The lease is renewed.");
    let open = NewDecision { withheld: Some(withheld(&s.sentence("an exempt part of a public decision"))), ..open };
    let id = desk.record_new_decision(&open, None, &act).await.expect("recorded");
    let previewed = mark(&desk.preview_decision(id, TODAY).await.expect("a preview")).expect("a mark");
    let made = desk.publish_decision(id, &previewed, TODAY, because, &act).await.expect("a store").expect("as previewed");
    assert_eq!(made.len(), 1);
}

fn new(title: &str, text: &str) -> NewDecision {
    let formal = Formal {
        maker: Maker::Member { name: "Councillor A. Reed".into(), office: "Leader".into(), authority: "Part 3".into() },
        key: Key::No,
        conflicts: Conflicts::StatedNone,
        effective_from: None,
        status: None,
        authority: None,
        summary: None,
        tasks: Vec::new(),
        background: Vec::new(),
        tally: None,
        withheld: None,
    };
    let decision = Decision {
        text: text.into(),
        reasons: Some("It is needed.".into()),
        options_rejected: Some("None".into()),
        interests: Some("None".into()),
        formal: Some(Box::new(formal)),
        ..Decision::default()
    };
    NewDecision {
        item: None,
        title: title.into(),
        service: None,
        decided_on: date(2021, 3, 10),
        words: RecordedDecision { decision, ..RecordedDecision::default() },
        withheld: None,
    }
}

fn withheld(words: &str) -> Withheld {
    let ground = Ground::Exempt {
        paragraphs: [Paragraph::Business].into(),
        public_interest: "Weighed.".into(),
        contract_terms_in_negotiation: false,
    };
    let restriction = Restriction {
        ground,
        public_reason: "It is kept back.".into(),
        audience: Audience::nobody(),
        imposed_by: "A".into(),
        imposed_on: TODAY,
        review_on: date(2021, 9, 1),
        late_review_reason: None,
        challenge: "Write to us.".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    };
    Withheld { words: words.into(), restriction }
}
