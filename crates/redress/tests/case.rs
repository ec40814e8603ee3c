//! Over random histories: what no sequence of acts can do to a case.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use redress::calendar::Calendar;
use redress::circulation::{Circulation, Person, Receipt, ReceiptKind};
use redress::counting::plus;
use redress::member::{Term, in_office};
use redress::ombudsman::axes::{Answer, Cause, Claim, Level, Move, Response, Submission, Supervision};
use redress::ombudsman::follow_up::{HandOver, Outlook, Update, reminders_due};
use redress::ombudsman::follows::{CaseKey, Follows, Link, Relation};
use redress::ombudsman::history::Entry;
use redress::ombudsman::letter::{From, Kind, Letter, Logged};
use redress::ombudsman::outcome::usual;
use redress::ombudsman::recommendation::{Asked, Nature, Original, Recommendation};
use redress::ombudsman::tracked::Tracked;
use redress::public::improvement::{CannotBePublic, Improvement};

const CASE: &str = "22 002 824";

fn start() -> Date {
    date(2023, 3, 8)
}

fn tracked(nature: Nature) -> Tracked {
    let asked = Asked {
        case: CaseKey::read(CASE).expect("a case"),
        number: 1,
        nature,
        kinds: &["apology"],
        text: "Apologise in writing.",
        originals: Original::new("", "one_month", Some(start()), None).expect("a date").into_iter().collect(),
        of: None,
        beneficiary: Some("Mrs X"),
        money: None,
    };
    Tracked::begin(Recommendation::new(asked, &["apology"]).expect("a recommendation"), 7, "L. Officer", start()).expect("begun")
}

/// An act by its number, with what it needs to vary.
#[derive(Debug, Clone)]
struct Deed {
    what: u8,
    days: u8,
    pick: u8,
    from: u8,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0_u8..9, 0_u8..30, any::<u8>(), 0_u8..3).prop_map(|(what, days, pick, from)| Deed { what, days, pick, from });
    prop::collection::vec(deed, 0..30)
}

fn letter(deed: &Deed, on: Date) -> Letter {
    let from = [From::Ombudsman, From::Council, From::Other][usize::from(deed.from)];
    let dated = plus(on, -i32::from(deed.pick % 20));
    let cases = vec![CaseKey::read(CASE).expect("a case")];
    let logged = Logged { key: "L", from, kind: Kind::Outcome, dated, received: on, paper: "p", cases, by: "L. Officer" };
    Letter::log(logged).expect("logged")
}

/// Does an act, whether or not it is let; says whether it was a letter of the Ombudsman's.
fn act(tracked: &mut Tracked, deed: &Deed, on: Date) -> bool {
    let by = "A. Sample";
    let later = plus(on, i32::from(deed.pick)).expect("a day");
    match deed.what {
        0 => _ = tracked.claim(Entry::new(by, on, Claim::Done { on, count: None })),
        1 => _ = tracked.claim(Entry::new(by, on, Claim::CannotBeDone { why: "It cannot".into() })),
        2 => _ = tracked.send_evidence(Entry::new(by, on, Submission { bundle: "ab".into(), channel: "portal".into() })),
        3 => _ = tracked.ask_extension(by, on, "More time is needed", later),
        4 => _ = tracked.answer_extension(&letter(deed, on), Some(later)),
        5 => {
            let list = usual();
            let letter = letter(deed, on);
            let outcome = &list[usize::from(deed.pick) % list.len()];
            return tracked.ombudsman_says(&letter, outcome, None, by, on).is_ok();
        }
        6 => {
            let answer = if deed.pick.is_multiple_of(2) { Answer::NotAccepted } else { Answer::Accepted };
            let reasons = "Counsel advised that it is lawful".to_string();
            let response = Response { level: Level::Members, answer, reasons, legal_advice: Some("note".into()) };
            _ = tracked.respond(Entry::new(by, on, response).shown_by("minute 1"));
        }
        7 => {
            let to = [Supervision::None, Supervision::Director, Supervision::ChiefExecutive][usize::from(deed.pick) % 3];
            _ = tracked.supervise(Entry::new(by, on, Move { to, cause: Cause::Decided, why: "It was decided so".into() }));
        }
        _ => {
            _ = tracked.update(Entry::new(by, on, Update { outlook: Outlook::AtRisk, text: "It may be late".into() }));
            let hand = HandOver { from: Some(tracked.owner()), to: i64::from(deed.pick), why: "The owner left".into() };
            _ = tracked.hand_over(Entry::new(by, on, hand));
        }
    }
    false
}

proptest! {
    #[test]
    fn no_act_changes_an_original_date_or_what_was_asked(deeds in deeds()) {
        let mut case = tracked(Nature::Personal);
        let asked = case.asked().clone();
        let mut on = start();
        for deed in &deeds {
            on = plus(on, i32::from(deed.days)).expect("a day");
            act(&mut case, deed, on);
            prop_assert_eq!(case.asked(), &asked);
            prop_assert_eq!(case.asked().original(), Some(date(2023, 4, 8)));
            let text = serde_json::to_string(&case).expect("text");
            prop_assert_eq!(&serde_json::from_str::<Tracked>(&text).expect("read back"), &case);
        }
    }

    #[test]
    fn only_a_letter_of_the_ombudsmans_moves_the_ombudsmans_axis(deeds in deeds()) {
        let mut case = tracked(Nature::ServiceImprovement);
        let mut on = start();
        for deed in &deeds {
            on = plus(on, i32::from(deed.days)).expect("a day");
            let before = case.views().clone();
            let letter = act(&mut case, deed, on);
            prop_assert!(letter || *case.views() == before);
            prop_assert!(!letter || deed.from == 0, "a letter of the council's was read as the Ombudsman's");
            prop_assert!(case.views().entries().starts_with(before.entries()), "nothing is taken out");
        }
    }

    #[test]
    fn lateness_never_shrinks_but_by_a_letter(deeds in deeds()) {
        let mut case = tracked(Nature::ServiceImprovement);
        let (mut on, mut late) = (start(), 0);
        for deed in &deeds {
            on = plus(on, i32::from(deed.days)).expect("a day");
            let letter = act(&mut case, deed, on);
            let now = case.timeliness(on).days_late();
            prop_assert!(letter || now >= late, "{} days became {}", late, now);
            prop_assert!(case.timeliness(plus(on, 1).expect("a day")).days_late() >= now);
            late = now;
        }
    }

    #[test]
    fn no_history_makes_a_personal_remedy_public(deeds in deeds()) {
        let mut case = tracked(Nature::Personal);
        let mut on = start();
        for deed in &deeds {
            on = plus(on, i32::from(deed.days)).expect("a day");
            act(&mut case, deed, on);
            prop_assert_eq!(Improvement::of(&case, Some("Housing"), on), Err(CannotBePublic::Personal));
        }
    }

    #[test]
    fn each_message_goes_once_whatever_days_the_program_ran(deeds in deeds(), runs in prop::collection::vec(1_i32..20, 1..60)) {
        let mut case = tracked(Nature::ServiceImprovement);
        let (mut sent, mut on, mut waiting) = (BTreeSet::new(), start(), deeds.iter());
        for step in runs {
            on = plus(on, step).expect("a day");
            if let Some(deed) = waiting.next() {
                act(&mut case, deed, on);
            }
            for reminder in reminders_due(&case, &sent, on, Calendar::england()) {
                prop_assert!(reminder.due_on <= on);
                prop_assert!(sent.insert(reminder.key));
            }
            // Another node, or the same one after a restart.
            prop_assert!(reminders_due(&case, &sent, on, Calendar::england()).iter().all(|r| r.due_on <= on && !sent.contains(&r.key)));
        }
    }

    #[test]
    fn no_member_is_lost_from_a_circulation(
        terms in prop::collection::vec((-40_i32..40, prop::option::of(0_i32..60)), 1..30),
        events in prop::collection::vec((0_usize..30, 0_u8..4, 0_i32..5), 0..60),
    ) {
        let made = date(2019, 10, 1);
        let people: Vec<Person> = (1..).zip(&terms).map(|(id, (from, length))| {
            let from = plus(made, *from);
            let to = from.and_then(|f| length.and_then(|l| plus(f, l)));
            Person { id, name: format!("Councillor {id}"), terms: vec![Term { from, to }], executive: vec![], address: None }
        }).collect();
        let mut circulation = Circulation::begin("a report", "ab", made, &people, &[]);
        let mut on = made;
        for (who, what, days) in events {
            on = plus(on, days).expect("a day");
            let before = circulation.rows().to_vec();
            let kind = match what {
                0 => ReceiptKind::Sent,
                1 => ReceiptKind::Delivered,
                2 => ReceiptKind::Bounced { why: "full".into() },
                _ => { circulation.bring_to(&people, on); ReceiptKind::Acknowledged }
            };
            let receipt = Receipt { at: on.at(9, 0, 0, 0), by: "D. Services".into(), channel: "e-mail".into(), sha256: "ab".into(), kind };
            _ = circulation.receive(people[who % people.len()].id, receipt);
            for (was, is) in before.iter().zip(circulation.rows()) {
                prop_assert_eq!(was.person(), is.person());
                prop_assert!(is.receipts().starts_with(was.receipts()), "a receipt is gone");
            }
            prop_assert!(circulation.rows().len() >= before.len());
            // Whoever was in office on the day and still is has a copy or is named as owed one.
            for person in people.iter().filter(|p| in_office(&p.terms, made) && in_office(&p.terms, on)) {
                let row = circulation.rows().iter().find(|r| r.person() == person.id);
                prop_assert!(row.is_some_and(|r| r.served() || r.owed()), "{} is lost", person.name);
            }
            if circulation.complete() {
                prop_assert!(circulation.rows().iter().all(|r| r.served() || r.left().is_some()));
            }
        }
    }

    #[test]
    fn no_links_make_a_circle(pairs in prop::collection::vec((0_u8..8, 0_u8..8), 0..40)) {
        let key = |n: u8| CaseKey::Placeholder(format!("PREV-{n}"));
        let mut follows = Follows::default();
        for (later, earlier) in pairs {
            let (later, earlier, relation) = (key(later), key(earlier), Relation::SameMatter);
            _ = follows.link(Link { later, earlier, relation, by: "L. Officer".into(), on: start(), paper: None });
        }
        for n in 0..8 {
            let chain = follows.chain(&key(n));
            prop_assert!(chain.contains(&key(n)));
            let place = |c: &CaseKey| chain.iter().position(|x| x == c);
            for link in follows.links() {
                if let (Some(later), Some(earlier)) = (place(&link.later), place(&link.earlier)) {
                    prop_assert!(earlier < later, "oldest first");
                }
            }
        }
    }
}
