//! Records in every state that access asks about, made through the store.

use jiff::civil::{Date, date};
use redress::embargo::{Embargo, EventReport, Lifts, safe_title};
use redress::forward_plan::{Decider, Entry, When};
use redress::ombudsman::bundle::{FileEntry, Parts, manifest};
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::evidence::Required;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::letter::{self, From, Letter};
use redress::ombudsman::paper::particulars::Particulars;
use redress::ombudsman::recommendation::{Asked, Money, Nature, Original, Recommendation};
use redress::ombudsman::review::Commission;
use redress::ombudsman::tracked::Tracked;
use redress::restriction::{Audience, Ground, Limb, Paragraph, Restriction};
use redress_site::clock::Clock;
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::bundle::Making;
use redress_store::desk::work::evidence::KeptEvidence;
use redress_store::desk::work::forward_plan::Planning;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::letter::{Logged, Logging};
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Registered, Registering};
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};

use crate::officer::Officer;

pub const TODAY: Date = date(2021, 3, 12);

/// A state with the numbers that stand for it in addresses.
#[derive(Debug, Clone, Default)]
pub struct State {
    pub name: &'static str,
    pub meeting: i64,
    pub body: i64,
    pub item: i64,
    /// An entry of the forward plan.
    pub entry: i64,
    /// A paper of the Ombudsman's.
    pub ombudsman_paper: i64,
    pub case: i64,
    pub recommendation: i64,
    pub letter: i64,
    pub review: i64,
    pub report: i64,
    pub evidence: i64,
    pub bundle: i64,
    /// An extract of the item's minute.
    pub extract: i64,
    pub issue: i64,
    pub referral: i64,
    /// A recommendation of scrutiny.
    pub scrutiny: i64,
    /// A record of a decision, of an item or of an officer.
    pub decision: i64,
    /// An action of the item's decision.
    pub action: i64,
    /// What the item's decision set to come back.
    pub recurrence: i64,
    pub paper: i64,
    /// What a member asked.
    pub question: i64,
    /// A note that a member wrote.
    pub note: i64,
    pub account: i64,
    /// A holding, and the post that it is of.
    pub holding: i64,
}

/// The states of papers, cases and items; the last of each is a number that nothing has.
pub struct States {
    pub papers: Vec<State>,
    pub cases: Vec<State>,
    pub items: Vec<State>,
    pub reviews: Vec<State>,
    /// Issues, referrals and recommendations of scrutiny.
    pub travels: Vec<State>,
    pub reports: Vec<State>,
    /// Records of decisions.
    pub decisions: Vec<State>,
    /// Actions, and what comes back.
    pub asked: Vec<State>,
    pub meetings: Vec<State>,
    pub entries: Vec<State>,
    /// What a member asked.
    pub questions: Vec<State>,
    pub notes: Vec<State>,
    pub accounts: Vec<State>,
}

pub async fn make(desk: &Desk, clock: &Clock, author: &Officer, clerk: &Officer, shown: &Officer) -> States {
    let act = Act { who: "story", at: clock.now().timestamp() };
    let body_id = desk.add_body("Cabinet", &act).await.expect("a store").expect("a body");
    let meeting = PlannedMeeting { body_id, on_date: "2021-03-11".into(), ..PlannedMeeting::default() };
    let meeting = desk.plan_meeting(&meeting, &act).await.expect("a store").expect("a meeting");
    let held = case(desk, &act, "19-015-597", Lifts::Event("the Ombudsman publishes".into()), author.account).await;
    let lifted = case(desk, &act, "19-015-598", Lifts::At(date(2021, 3, 1).at(9, 0, 0, 0)), author.account).await;
    let review = review(desk, &act, &[held.case, lifted.case], shown.account).await;
    let (held, lifted) = (State { review, ..held }, State { review, ..lifted });
    let mut items = Vec::new();
    for (number, name, about) in
        [("1", "open", None), ("2", "embargo held", Some(held.ombudsman_paper)), ("3", "embargo lifted", Some(lifted.ombudsman_paper))]
    {
        let new = PlannedItem {
            planned_meeting_id: meeting,
            number: number.into(),
            title: format!("Item {number}"),
            public_title: Some(format!("Item {number} of the agenda")),
            ombudsman_paper_id: about,
            ..PlannedItem::default()
        };
        let item = desk.add_item(&new, &[], &act).await.expect("a store").expect("an item");
        let extract = super::extract::make(desk, &act, meeting, item, shown.account).await;
        items.push(State { name, meeting, item, extract, ..State::default() });
    }
    let exempt = |paragraph| Ground::Exempt {
        paragraphs: [paragraph].into(),
        public_interest: "Weighed.".into(),
        contract_terms_in_negotiation: false,
    };
    let confidential = Ground::Confidential { limb: Limb::EnactmentOrCourt, why: "An order".into() };
    let sorts = [
        ("published", 0, None),
        ("unrestricted", 0, None),
        ("exempt paragraph 1", 0, Some(exempt(Paragraph::Individual))),
        ("exempt paragraph 3", 0, Some(exempt(Paragraph::Business))),
        ("confidential", 0, Some(confidential)),
        ("embargo held", 1, None),
        ("embargo lifted", 2, None),
    ];
    let mut papers = Vec::new();
    for (name, item, ground) in sorts {
        let item = items[item].item;
        let paper = paper(desk, &act, item, author.account, ground).await;
        papers.push(State { name, meeting, item, paper, ..State::default() });
        if name == "published" {
            let published = clerk.publish(meeting, &[], "Published for the story").await;
            assert_eq!(published.status, 200, "{}", published.body);
        }
    }
    let none = State {
        name: "none",
        meeting: 999,
        body: 999,
        item: 999,
        entry: 999,
        ombudsman_paper: 999,
        case: 999,
        recommendation: 999,
        letter: 999,
        review: 999,
        report: 999,
        evidence: 999,
        bundle: 999,
        extract: 999,
        issue: 999,
        referral: 999,
        scrutiny: 999,
        decision: 999,
        action: 999,
        recurrence: 999,
        paper: 999,
        question: 999,
        note: 999,
        account: 999,
        holding: 999,
    };
    let entries = entries(desk, &act, &items, &none).await;
    let mut reports = super::reports::make(desk, &act, author.account, &items).await;
    reports.push(none.clone());
    let decisions = super::decisions::make(desk, &act, &items, &none).await;
    let asked = super::asked::make(desk, &act, body_id, &items, &none).await;
    let questions = super::questions::make(
        desk,
        &act,
        shown.account,
        &[("about an open item", items[0].item), ("about an item under an embargo", items[1].item)],
        &none,
    )
    .await;
    let notes = super::questions::notes(desk, &act, meeting, shown.account, &none).await;
    papers.push(none.clone());
    items.push(none.clone());
    let cases = vec![State { name: "embargo held", ..held.clone() }, State { name: "embargo lifted", ..lifted.clone() }, none.clone()];
    let reviews = vec![State { name: "shown to one", review, ..State::default() }, none.clone()];
    let travels = vec![super::travels::make(desk, &act, items[0].item, body_id).await, none.clone()];
    let meetings = vec![State { name: "planned", meeting, body: body_id, ..State::default() }, none.clone()];
    // The first to be opened, with the first holding; whoever it is learns of the acts to their own account here too.
    let accounts = vec![State { name: "the link officer's", account: 1, holding: 1, ..State::default() }, none];
    States { papers, cases, items, reviews, reports, travels, meetings, entries, decisions, asked, questions, notes, accounts }
}

/// An entry of the forward plan for each item: what covers the item covers it.
async fn entries(desk: &Desk, act: &Act<'_>, items: &[State], none: &State) -> Vec<State> {
    let entry = Entry {
        reference: String::new(),
        title: "A matter".into(),
        matter: "Whether to do it".into(),
        key: None,
        decider: Decider::Body { body: "Cabinet".into(), members: vec!["Councillor A. Reed".into()] },
        when: When::On { day: date(2021, 6, 8) },
        private: false,
        private_reason: String::new(),
        member: "Councillor A. Reed".into(),
        officer: "Town Hall".into(),
        consultees: Vec::new(),
        how_consulted: String::new(),
        documents: vec!["none".into()],
        copies_from: "Town Hall".into(),
        later_documents: "Write to us".into(),
        scrutiny: String::new(),
        wards: Vec::new(),
        service: None,
    };
    let mut made = Vec::new();
    for state in items {
        let planning = Planning { entry: &entry, meeting: None, item: Some(state.item) };
        let (id, _) = desk.plan_entry(&planning, act).await.expect("an entry");
        made.push(State { entry: id, ..state.clone() });
    }
    made.push(none.clone());
    made
}

/// A review of both cases, shown to one member. Nothing of it is public.
async fn review(desk: &Desk, act: &Act<'_>, cases: &[i64], shown: i64) -> i64 {
    let commission =
        Commission { title: "Earlier cases".into(), declared: 2, by: vec!["The portfolio holder".into()], on: date(2021, 2, 1) };
    let id = desk.commission_review(&commission, None, None, act).await.expect("a store");
    let kept = desk.review(id).await.expect("a store").expect("a review");
    let mut after = kept.review.clone();
    for case in cases {
        let case = desk.case_file(*case).await.expect("a store").expect("a case");
        after.take_in(case.key).expect("taken in");
    }
    let body = serde_json::json!({});
    desk.change_review(&kept, &after, &CaseFile::default(), ("take_into_review", &body), act).await.expect("a store");
    desk.show_review(id, shown, "They asked", date(2021, 12, 31), act).await.expect("shown");
    id
}

async fn case(desk: &Desk, act: &Act<'_>, reference: &str, lifts: Lifts, reporter: i64) -> State {
    let new = OmbudsmanPaper {
        reference: reference.into(),
        kind: "report".into(),
        dated: Some("2021-01-21".into()),
        received: "2021-01-22".into(),
        subject: "A subject".into(),
        ..OmbudsmanPaper::default()
    };
    let at = date(2021, 3, 11).at(10, 0, 0, 0);
    let report =
        EventReport { by_account: reporter, by: "A".into(), at, address: "https://o.example/1".into(), published_at: at, confirmed: None };
    let embargo = Embargo {
        held_by: "A".into(),
        held_at: date(2021, 1, 22).at(9, 0, 0, 0),
        lifts,
        safe_title: safe_title(date(2021, 1, 21)),
        audience: Audience::nobody(),
        reported: vec![report],
        leaks: Vec::new(),
    };
    let key = CaseKey::read(reference.replace('-', " ").as_str()).expect("a reference");
    let registering = Registering {
        paper: &new,
        particulars: &Particulars::default(),
        embargo: Some(&embargo),
        cases: &[(key.clone(), CaseFile::default())],
        duties: &[],
        letters: &|_| Vec::new(),
    };
    let (Registered::New(id) | Registered::Known(id)) = desk.register_ombudsman_paper(&registering, act).await.expect("a store");
    let file = desk.case_of(&key).await.expect("a store").expect("a case");
    let recommendation = desk.add_recommendation(file.id, id, &asked(&key), act).await.expect("a store").expect("a free number");
    let letter = Letter::log(letter::Logged {
        key: "L1",
        from: From::Ombudsman,
        kind: letter::Kind::Covering,
        dated: None,
        received: date(2021, 1, 22),
        paper: "a letter",
        cases: vec![key],
        by: "A",
    })
    .expect("a letter");
    let cases = [(file.clone(), file.file.clone())];
    let logging = Logging {
        letter: &letter,
        summary: "It came",
        name: "a.txt",
        media: "TXT",
        bytes: b"words",
        cases: &cases,
        recommendations: &[],
        duties: &[],
        opens: None,
        carried: &[],
    };
    let Logged::New(letter) = desk.log_letter(&logging, act).await.expect("a store") else { panic!("nobody else is here") };
    let (evidence, bundle) = shown(desk, act, file.id, recommendation).await;
    State { ombudsman_paper: id, case: file.id, recommendation, letter, evidence, bundle, ..State::default() }
}

/// What a recommendation needs, a file that shows it, and a bundle.
async fn shown(desk: &Desk, act: &Act<'_>, case: i64, recommendation: i64) -> (i64, i64) {
    let required = Required { recommendation: "1".into(), number: 1, words: "The material".into() };
    assert!(desk.require_evidence(recommendation, &[required], (&[], ""), act).await.expect("a store"));
    let file = KeptEvidence {
        recommendation_id: recommendation,
        number: 1,
        name: "a.txt".into(),
        media: "TXT".into(),
        bytes: 5,
        ..KeptEvidence::default()
    };
    let evidence = desk.file_evidence(&file, b"words", act).await.expect("filed");
    let cover = FileEntry {
        name: "cover-letter.txt".into(),
        sha256: redress_store::chain::sha256(b"Letter"),
        bytes: 6,
        filed_by: "A".into(),
        filed_at: act.at,
    };
    let parts = Parts { authority: "A", case: "1", deadline: None, made_at: act.at, cover, asked: &[], required: &[], filed: &[] };
    let manifest = manifest(&parts).expect("a manifest");
    let making = Making { case, manifest: &manifest, cover: "Letter", recommendations: &[recommendation] };
    (evidence, desk.make_bundle(&making, act).await.expect("a bundle"))
}

fn asked(key: &CaseKey) -> Tracked {
    let asked = Asked {
        case: key.clone(),
        number: 1,
        nature: Nature::ServiceImprovement,
        kinds: &["training"],
        text: "Train.",
        originals: Original::new("", "one_month", Some(date(2021, 1, 21)), None).expect("a date").into_iter().collect(),
        of: None,
        beneficiary: None,
        money: Some(Money::recommended("a course", 100)),
    };
    let recommendation = Recommendation::new(asked, &["training"]).expect("a recommendation");
    Tracked::begin(recommendation, 1, "A", date(2021, 1, 22)).expect("begun")
}

async fn paper(desk: &Desk, act: &Act<'_>, item: i64, author: i64, ground: Option<Ground>) -> i64 {
    let new = WorkingPaper { planned_item_id: Some(item), title: "A paper".into(), author, ..WorkingPaper::default() };
    let paper = desk.add_working_paper(&new, act).await.expect("a paper");
    let version = PaperVersion {
        working_paper_id: paper,
        name: "a.txt".into(),
        media: "TXT".into(),
        bytes: 5,
        looked: "{}".into(),
        added_by: author,
        ..PaperVersion::default()
    };
    desk.add_version(&version, b"words", act).await.expect("a version");
    if let Some(ground) = ground {
        let restriction = Restriction {
            ground,
            public_reason: "It is kept back.".into(),
            audience: Audience::nobody(),
            imposed_by: "A".into(),
            imposed_on: date(2021, 2, 1),
            review_on: date(2021, 8, 1),
            late_review_reason: None,
            challenge: "Write to us.".into(),
            warnings: Vec::new(),
            reviews: Vec::new(),
            release: None,
        };
        desk.keep_restriction(paper, &restriction, "restrict", act).await.expect("restricted");
    }
    paper
}
