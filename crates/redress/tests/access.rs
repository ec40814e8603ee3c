//! Every answer of `may`, written to `tests/access.txt` for a person to read: acts × states of a record × readers.
//!
//! `REDRESS_BLESS=1 cargo test -p redress --test access` writes the file anew; the difference is then reviewed.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{DateTime, date};
use redress::access::{Act, Sealed, Subject, SubjectKind, Why, may};
use redress::embargo::{Confirmation, Embargo, EventReport, Lifts, safe_title};
use redress::reader::{Reader, Role, Scope, SignedIn};
use redress::restriction::{Ground, Limb, Paragraph, Restriction};

const AUTHOR: i64 = 50;
const NAMED: i64 = 77;
const FIRST: i64 = 90;

fn now() -> DateTime {
    date(2021, 3, 11).at(12, 0, 0, 0)
}

fn person(account: i64, role: Role) -> SignedIn {
    SignedIn { account, name: "A. Sample".into(), roles: [role].into(), ..SignedIn::default() }
}

fn readers() -> Vec<(String, Reader)> {
    let mut readers = vec![("anyone".to_string(), Reader::Anyone)];
    for (account, role) in (1..).zip(Role::ALL) {
        readers.push((role.word().into(), Reader::SignedIn(person(account, role))));
    }
    let seated = SignedIn { seats: ["cabinet".to_string()].into(), ..person(40, Role::Member) };
    let mut special = vec![
        ("member:in_audience".to_string(), person(NAMED, Role::Member)),
        ("member:on_cabinet".to_string(), seated),
        ("report_author:of_this".to_string(), person(AUTHOR, Role::ReportAuthor)),
        ("monitoring_officer:went_first".to_string(), person(FIRST, Role::MonitoringOfficer)),
    ];
    // With the role of every post but the auditor's, so that only the scope narrows.
    let roles: std::collections::BTreeSet<Role> = Role::ALL.into_iter().filter(|r| *r != Role::Auditor).collect();
    for scope in Scope::ALL {
        let token = SignedIn { account: 60, roles: roles.clone(), scopes: Some([scope].into()), ..SignedIn::default() };
        special.push((format!("token:{}", scope.word()), token));
    }
    readers.extend(special.into_iter().map(|(name, reader)| (name, Reader::SignedIn(reader))));
    readers
}

fn restriction(ground: Ground) -> Restriction {
    Restriction {
        ground,
        public_reason: "It is about a family.".into(),
        audience: format!("body:cabinet, person:{NAMED}").parse().expect("an audience"),
        imposed_by: "A. Sample".into(),
        imposed_on: date(2021, 2, 1),
        review_on: date(2021, 8, 1),
        late_review_reason: None,
        challenge: "Write to us.".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    }
}

fn exempt(paragraph: Paragraph, contract_terms_in_negotiation: bool) -> Restriction {
    restriction(Ground::Exempt { paragraphs: [paragraph].into(), public_interest: "Weighed.".into(), contract_terms_in_negotiation })
}

fn embargo(lifts: Lifts, confirmed: bool) -> Embargo {
    let at = date(2021, 3, 11).at(10, 0, 0, 0);
    let confirmed = confirmed.then(|| Confirmation { by_account: 3, by: "B. Sample".into(), at });
    let report = EventReport {
        by_account: FIRST,
        by: "A. Sample".into(),
        at,
        address: "https://ombudsman.example/1".into(),
        published_at: at,
        confirmed,
    };
    Embargo {
        held_by: "A. Sample".into(),
        held_at: date(2021, 1, 21).at(11, 0, 0, 0),
        lifts,
        safe_title: safe_title(date(2021, 1, 21)),
        audience: format!("person:{NAMED}").parse().expect("an audience"),
        reported: vec![report],
        leaks: Vec::new(),
    }
}

/// The states of a record, each with its name. All are by the same author, and the same account did every first half.
fn subjects() -> Vec<(&'static str, Subject)> {
    use SubjectKind::{Account, Case, Council, Item, OmbudsmanPaper, Paper, Post};
    let held = || embargo(Lifts::Event("the Ombudsman publishes".into()), false);
    let confidential = || restriction(Ground::Confidential { limb: Limb::EnactmentOrCourt, why: "An order".into() });
    let new = Subject::new;
    let states = vec![
        ("no_record", new(Council)),
        ("item", new(Item)),
        ("item_embargo_held", new(Item).embargoed(held())),
        ("published", new(Paper).published(true)),
        ("unpublished", new(Paper)),
        ("exempt_paragraph_1", new(Paper).restricted(exempt(Paragraph::Individual, false))),
        ("exempt_paragraph_3", new(Paper).restricted(exempt(Paragraph::Business, false))),
        ("exempt_paragraph_3_contract_negotiated", new(Paper).restricted(exempt(Paragraph::Business, true))),
        ("confidential", new(Paper).restricted(confidential())),
        ("confidential_ombudsman_paper", new(OmbudsmanPaper).restricted(confidential())),
        ("embargo_held", new(Paper).embargoed(held())),
        ("case_shown_by_name", new(Case).shown_to(format!("person:{NAMED}").parse().expect("an audience"))),
        ("embargo_held_case", new(Case).embargoed(held())),
        ("embargo_held_and_exempt_paragraph_3", new(Paper).embargoed(held()).restricted(exempt(Paragraph::Business, false))),
        ("embargo_lifted", new(Paper).embargoed(embargo(Lifts::Event("the Ombudsman publishes".into()), true))),
        ("not_to_be_publicised", new(Paper).embargoed(embargo(Lifts::Never, false))),
    ];
    let mut states: Vec<_> = states.into_iter().map(|(name, s)| (name, s.by(AUTHOR).first_done_by(FIRST))).collect();
    // The account and the post of the first administrator below.
    states.push(("account_of_report_author:of_this", new(Account).by(AUTHOR).first_done_by(FIRST)));
    states.push(("post_for_administrator", new(Post).by(12).first_done_by(FIRST)));
    states
}

/// The readers of each answer, yes first.
type Answers = BTreeMap<Option<Why>, Vec<String>>;

fn answers(act: Act, subject: &Subject) -> Answers {
    let mut answers = Answers::new();
    for (name, reader) in readers() {
        answers.entry(may(&reader, act, subject, now()).err().map(|r| r.because)).or_default().push(name);
    }
    answers
}

fn word(why: Option<Why>) -> String {
    why.map_or_else(|| "may".into(), |w| format!("no: {}", serde_json::to_string(&w).expect("a word").trim_matches('"')))
}

fn matrix() -> String {
    let subjects = subjects();
    let mut out = String::from("Who may do what. States with the same answers stand together; every reader stands once in each block.\n");
    for act in Act::ALL {
        out.push_str(&format!("\n{}\n", act.word()));
        let mut blocks: Vec<(Vec<&str>, Answers)> = Vec::new();
        for (state, subject) in &subjects {
            let found = answers(*act, subject);
            match blocks.iter_mut().find(|(_, same)| *same == found) {
                Some((states, _)) => states.push(state),
                None => blocks.push((vec![state], found)),
            }
        }
        let all = blocks.len() == 1;
        for (states, found) in blocks {
            out.push_str(&format!("  {}\n", if all { "every state".into() } else { states.join(", ") }));
            for (why, names) in found {
                let names = if names.len() == readers().len() { "everybody".into() } else { names.join(" ") };
                out.push_str(&format!("    {}: {names}\n", word(why)));
            }
        }
    }
    out
}

#[test]
fn the_answers_are_those_that_were_reviewed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access.txt");
    let found = matrix();
    if std::env::var_os("REDRESS_BLESS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = found.lines().zip(reviewed.lines()).find(|(a, b)| a != b);
    assert!(
        found == reviewed,
        "tests/access.txt is not what `may` answers, first at {differs:?}; bless it with REDRESS_BLESS=1 and review"
    );
}

/// Rules that no blessing changes.
#[test]
fn some_answers_are_never_blessed() {
    for (state, subject) in subjects() {
        for act in Act::ALL.iter().copied() {
            for (name, reader) in readers() {
                if may(&reader, act, &subject, now()).is_err() {
                    continue;
                }
                let covered =
                    ["exempt", "confidential", "held", "not_to_be"].iter().any(|w| state.contains(w)) && subject.kind.has_content();
                let changes = !act.reads() && !matches!(act, Act::OwnAccount | Act::Follow);
                let bad = (name == "anyone" && !subject.published)
                    || (name == "administrator" && covered)
                    || (name == "auditor" && changes)
                    || (name == "monitoring_officer:went_first" && act.needs_two())
                    || (name.starts_with("token:") && act.for_people_only())
                    || (act == Act::Publish && covered);
                assert!(!bad, "{name} {act:?} {state}");
            }
        }
    }
}

#[test]
fn sealed_opens_as_may_answers() {
    for (state, subject) in subjects() {
        for (name, reader) in readers() {
            let opened = Sealed::new((), subject.clone()).open(&reader, Act::ReadPaper, now());
            assert_eq!(opened, may(&reader, Act::ReadPaper, &subject, now()), "{name} {state}");
        }
    }
}
