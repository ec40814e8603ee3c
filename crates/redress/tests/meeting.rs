//! Meetings on the rules alone, with the dates of the seeds: one report through four bodies, a review that comes back each
//! quarter, and a decision whose minutes name one body too few.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, date, time};
use redress::action::{Action, Asked, Origin as ActionOrigin, offered};
use redress::agenda::waits::{Choice, Waits, standing as agenda_standing};
use redress::calendar::Calendar;
use redress::call_in::{Implementation, Rules, held, implementation};
use redress::counting::Period;
use redress::deadline::{Deadline, Event as Clock, Record as ClockRecord, State};
use redress::duty::{self, Inputs, Settings};
use redress::issue::comments::{BodySaid, Kept, Report};
use redress::issue::journey::{Received, Referral};
use redress::issue::{Stop, route};
use redress::minutes::built::{Tells, build};
use redress::plan::MeetingKind;
use redress::publishing::{agenda_notice, family_remark};
use redress::recurrence::{Cycle, Listed, Placed, Recurrence, Takes};
use redress::resolution::texts::{Texts, Which};
use redress::resolution::{Clause, split_label, tree};
use redress::vote::{Origin, Taken, Taking};
use redress::workspace::{EntryId, Event, Log, Part, Quorum, Record, check};

fn england() -> &'static Calendar {
    Calendar::england()
}

fn agenda_by(meeting: Date, kind: MeetingKind) -> Date {
    agenda_notice(meeting, kind, &Settings::default(), england()).expect("a notice").expect("a day").by
}

fn clauses(lines: &[&str]) -> Vec<Clause> {
    tree(lines.iter().map(|line| split_label(line).map_or((None, *line), |(label, text)| (Some(label), text))))
}

/// A clerk takes something down, as the desk would: nothing goes in that the rules refuse.
fn take(log: &mut Log, at: DateTime, what: Event) -> EntryId {
    let wrong = check(&Record::of(log), Quorum(3), &what);
    assert!(wrong.is_empty(), "{what:?}: {wrong:?}");
    log.append(1, "R. Clerk", at, what)
}

fn unanimous(at: DateTime) -> Taking {
    Taking { taken: Taken::Unanimous, casting: None, origin: Origin::Typed { by: "R. Clerk".into(), at } }
}

fn opened(at: DateTime, item: &str) -> Log {
    let mut log = Log::default();
    for member in 1..=6 {
        take(&mut log, at, Event::Arrived { member });
    }
    take(&mut log, at, Event::Presided { member: 1 });
    take(&mut log, at, Event::Opened);
    take(&mut log, at, Event::Called { item: item.into() });
    log
}

fn name(member: i64) -> String {
    format!("Cllr {member}")
}

/// SC-07: Cabinet, two scrutiny committees, Council. Each next version holds what the bodies before it said.
#[test]
fn one_report_goes_through_four_bodies_and_their_comments_accumulate() {
    let (cabinet, young, support, council) = (date(2021, 5, 4), date(2021, 6, 9), date(2021, 7, 1), date(2021, 7, 22));
    let publish_by = agenda_by(cabinet, MeetingKind::Executive);
    assert_eq!(publish_by, date(2021, 4, 23));
    assert_eq!(agenda_by(council, MeetingKind::Council), date(2021, 7, 14));

    // The agenda waits for the Ombudsman; at four there is a choice.
    let four = time(16, 0, 0, 0);
    assert_eq!(agenda_standing(publish_by, None, publish_by.at(9, 0, 0, 0), four), Waits::Waits { until: publish_by });
    assert_eq!(agenda_standing(publish_by, None, publish_by.at(16, 0, 0, 0), four), Waits::Choose { choices: Choice::ALL.to_vec() });

    // Two sections of the author, then one for each earlier body, in the order of days.
    let mut report = Report::new(2);
    let hash = |version: u32| Kept { name: "Report".into(), bytes: 1000 + u64::from(version), hash: format!("version {version}") };
    let appendix = Kept { name: "Appendix A".into(), bytes: 264, hash: "the Ombudsman's report".into() };
    let stops = [
        ("Cabinet", cabinet, "Noted the findings and the actions."),
        ("Children and Young People Scrutiny Committee", young, "Asked how staff are trained."),
        ("Business Support Scrutiny Committee", support, "Asked about waiting times."),
    ];
    for (number, (body, day, said)) in (1..).zip(stops) {
        report.version_for(body, day, None).expect("a version");
        report.keep(number, vec![hash(number), appendix.clone()]).expect("kept");
        report.body_said(BodySaid { body: body.into(), on: day, said: said.into() }).expect("said");
    }
    report.version_for("Council", council, Some("The Ombudsman is satisfied and has closed the case.")).expect("a version");
    report.keep(4, vec![hash(4), appendix.clone()]).expect("kept");
    let sections = |version: usize| report.versions()[version - 1].sections.iter().map(|s| (s.number, s.text.as_str())).collect::<Vec<_>>();
    assert_eq!(sections(1), []);
    assert_eq!(sections(3), [(3, stops[0].2), (4, stops[1].2)], "version 3 holds Cabinet's result and the first committee's comments");
    assert_eq!(sections(4), [(3, stops[0].2), (4, stops[1].2), (5, stops[2].2)]);
    assert_eq!(report.versions()[3].update.as_ref().map(|s| s.number), Some(6));
    assert_eq!(report.same_in_all(), [&appendix], "Appendix A is one file in all four versions");
    let hashes: BTreeSet<&str> = report.versions().iter().map(|v| v.kept[0].hash.as_str()).collect();
    assert_eq!(hashes.len(), 4, "every version stays with its own hash");

    // Cabinet meets the duty; satisfaction does not end the internal route. Receipt starts the clock, not publication.
    let duty = duty::find("lgsco_report_consider_and_notify").expect("a duty");
    let last_day = |from| duty::due_date(duty, &Inputs::from(from), &Settings::default(), england());
    let received = date(2021, 3, 10);
    assert_eq!(last_day(date(2021, 4, 23)), Some(council), "counted from publication, Council would be on the last day");
    assert_eq!(last_day(received), Some(date(2021, 6, 9)));
    let mut clock = Deadline::waiting(duty);
    let record = |on, event| ClockRecord { on, by: "R. Clerk".into(), event };
    clock.record(record(received, Clock::Started { due: last_day(received) })).expect("started");
    clock.record(record(cabinet, Clock::Met { proof: "Cabinet, minute 770".into() })).expect("met");
    assert_eq!(clock.standing(council).state, State::Met { on: cabinet });

    // Referral has both ends, and the route is the four meetings.
    let mut referral = Referral {
        from: "Cabinet".into(),
        item: "2021-05-04-cabinet/6".into(),
        on: cabinet,
        to: "Children and Young People Scrutiny Committee".into(),
        asked: "Comment on the report and the actions.".into(),
        section: None,
        received: None,
    };
    assert!(referral.check().is_empty());
    referral
        .receive(Received::TakenUp { item: "2021-06-09-children-and-young-people-scrutiny-committee/5".into(), on: young })
        .expect("taken up");
    let stop = |(body, day, said): (&str, Date, &str)| Stop { date: Some(day), body: Some(body.into()), item: None, outcome: said.into() };
    let mut all: Vec<Stop> = stops.into_iter().rev().map(stop).collect();
    all.push(stop(("Council", council, "Noted.")));
    assert_eq!(route(all, &[]).iter().map(|s| s.date).collect::<Vec<_>>(), [Some(cabinet), Some(young), Some(support), Some(council)]);
}

/// SC-07, the meeting of 1 July: lettered decisions keep their letters, four questions are four records, private words stay in.
#[test]
fn lettered_decisions_keep_their_letters_and_each_question_its_answer() {
    let at = date(2021, 7, 1).at(18, 30, 0, 0);
    let mut log = opened(at, "183");
    for (asked, answered) in [
        ("Were staff trained?", "All of them, by June."),
        ("How long do families wait?", "Half as long as in 2019."),
        ("Were others affected?", "A check found none."),
        ("Who follows it up?", "The two directors do."),
    ] {
        let question = take(&mut log, at, Event::Asked { item: "183".into(), by: "Cllr 2".into(), words: asked.into() });
        take(&mut log, at, Event::Answered { question, by: "Director of Homes".into(), words: answered.into() });
    }
    let words = "The family refused every offer of help.".to_string();
    take(&mut log, at, Event::Wrote { item: "183".into(), part: Part::Discussion, words, over: BTreeSet::new() });
    let moved = Event::Moved { item: "183".into(), words: "That the report be noted.".into(), mover: 4, seconder: Some(5) };
    let motion = take(&mut log, at, moved);
    take(&mut log, at, Event::Voted { on: motion, taking: unanimous(at) });
    let resolved = clauses(&["a)    The Committee noted the report.", "b)    The Committee thanked the officers."]);
    take(&mut log, at, Event::Resolved { item: "183".into(), clauses: resolved });
    take(&mut log, at, Event::Closed);
    let record = Record::of(&log);
    let labels: Vec<_> = record.resolution("183").expect("resolved").iter().filter_map(|c| c.label.as_deref()).collect();
    assert_eq!(labels, ["a)", "b)"]);
    assert_eq!((record.motions[0].moved.mover, record.motions[0].moved.seconder), (4, Some(5)));
    assert_eq!(record.questions.len(), 4);
    assert!(record.questions.iter().all(|q| q.answers.len() == 1));
    let minutes = build(&record, Quorum(3), &name).expect("minutes");
    assert_eq!(minutes.passages.iter().filter(|p| p.tells == Tells::Question).count(), 4);
    assert!(minutes.text().contains("Moved by Cllr 4, seconded by Cllr 5"));
    let flagged = family_remark::find(&minutes.text()).into_iter().map(|range| minutes.text()[range].to_string()).collect::<Vec<_>>();
    assert_eq!(flagged.len(), 1, "it is shown before the minutes go out");
    assert!(flagged[0].contains("The family refused every offer of help"));
}

/// SC-08: an amendment adds a third resolution; each quarter's review is an item of the first meeting on or after its day.
#[test]
fn a_quarterly_review_makes_items_of_future_agendas() {
    let decided = date(2025, 2, 26);
    let at = decided.at(18, 0, 0, 0);
    let mut log = opened(at, "12");
    let (two, three) =
        ("1. Accept the report. 2. Approve the plan.", "1. Accept the report. 2. Approve the plan. 3. Review the plan each quarter.");
    let motion = take(&mut log, at, Event::Moved { item: "12".into(), words: two.into(), mover: 1, seconder: Some(2) });
    let amendment = Event::Amended { motion, before: two.into(), after: three.into(), mover: 6, seconder: Some(3) };
    let amendment = take(&mut log, at, amendment);
    take(&mut log, at, Event::Voted { on: amendment, taking: unanimous(at) });
    take(&mut log, at, Event::Voted { on: motion, taking: unanimous(at) });
    let published = clauses(&["1. Accept the report.", "2. Approve the plan."]);
    let resolved = clauses(&["1. Accept the report.", "2. Approve the plan.", "3. Review the plan each quarter."]);
    take(&mut log, at, Event::Resolved { item: "12".into(), clauses: resolved.clone() });
    let words = "The cost of doing nothing would be greater.".to_string();
    take(&mut log, at, Event::Wrote { item: "12".into(), part: Part::Reasons, words, over: BTreeSet::new() });
    take(&mut log, at, Event::Closed);
    let record = Record::of(&log);
    assert_eq!(record.motions[0].words(), three);
    assert_eq!(record.motions[0].amendments[0].mover, 6, "the mover of the addition is on record");
    let vote = record.motions[0].moved.votes[0].taking.as_recorded().expect("the record");
    assert_eq!((vote.text.as_str(), vote.for_), ("Unanimous", None), "unanimous, without numbers");
    let texts = Texts { published: Some(published), resolved: Some(resolved), ..Texts::default() };
    assert_eq!(texts.differences(&[]).iter().map(|d| d.path.as_str()).collect::<Vec<_>>(), ["(3)"]);
    assert_eq!(texts.governs().map(|(which, clauses)| (which, clauses.len())), Some((Which::Resolved, 3)));

    let mut review = Recurrence::set(
        "The review of the action plan",
        "Executive",
        ("minute 61, resolution 3", decided),
        Cycle::Every { interval: Period::Months(3) },
        "Director of Children's Services",
    )
    .expect("set");
    let days =
        [date(2025, 5, 7), date(2025, 6, 4), date(2025, 7, 2), date(2025, 9, 3), date(2025, 10, 1), date(2025, 12, 3), date(2026, 3, 4)];
    let listed = |cancelled: Option<Date>| -> Vec<Listed> {
        let takes = |on: Date| if cancelled == Some(on) { Takes::Cancelled } else { Takes::Items };
        days.iter().map(|on| Listed { on: *on, takes: takes(*on) }).collect()
    };
    let until = date(2026, 2, 26);
    let slots = review.slots(until, &listed(None), decided);
    let placed: Vec<(Date, Option<Date>)> = slots.iter().map(|s| (s.due, s.meeting())).collect();
    assert_eq!(
        placed,
        [
            (date(2025, 5, 26), Some(date(2025, 6, 4))),
            (date(2025, 8, 26), Some(date(2025, 9, 3))),
            (date(2025, 11, 26), Some(date(2025, 12, 3))),
            (date(2026, 2, 26), Some(date(2026, 3, 4))),
        ]
    );
    let after: Vec<i32> = slots.iter().filter_map(|s| if let Placed::At { after, .. } = s.placed { Some(after) } else { None }).collect();
    assert_eq!(after, [9, 8, 7, 6]);
    assert_eq!(Recurrence::tell_owner_by(date(2025, 6, 4)), Some(date(2025, 5, 7)));

    // The December meeting is cancelled: the review moves, is late, and somebody is told.
    let slots = review.slots(until, &listed(Some(date(2025, 12, 3))), decided);
    assert_eq!(slots[2].placed, Placed::Moved { from: date(2025, 12, 3), why: Takes::Cancelled, to: date(2026, 3, 4), late: 91 });
    assert!(slots[2].alert(&review.what).expect("told").contains("cancelled meeting of Wednesday 3 December 2025"));
    assert_eq!(slots.len(), 4, "none is dropped");

    // Only a decision ends it.
    assert_eq!(review.end("", date(2026, 3, 4)).expect_err("no decision").field, "decision");
    review.end("minute 17 of 4 March 2026", date(2026, 3, 4)).expect("ended");
    assert_eq!(review.slots(date(2027, 1, 1), &listed(None), until).len(), 4);
}

/// SC-06, the end of it: call-in, and a decision that names two bodies where the minutes name one.
#[test]
fn the_decision_governs_the_actions_and_waits_for_call_in() {
    let rules = Rules::default();
    let window = rules.window(date(2019, 10, 3), england()).expect("a window");
    assert_eq!((window.closes, window.act_from), (date(2019, 10, 10), date(2019, 10, 11)));
    let other = rules.window(date(2025, 2, 28), england()).expect("a window");
    assert_eq!((other.closes, other.act_from), (date(2025, 3, 7), date(2025, 3, 10)));
    let on = |today| implementation(Some(window), &[], None, &rules, today);
    assert!(held(&on(date(2019, 10, 10))).is_some());
    assert_eq!(on(date(2019, 10, 11)), Implementation::May { from: date(2019, 10, 11) });

    let texts = Texts {
        published: Some(clauses(&[
            "(d) asks the Director of Children's Services to report to the People Scrutiny Committee and the Improvement Board",
        ])),
        resolved: None,
        noted: None,
        minuted: Some(clauses(&["(d) asks the Director of Children's Services to report to the Improvement Board"])),
    };
    let bodies = ["People Scrutiny Committee".to_string(), "Improvement Board".into()];
    assert!(texts.texts_differ(&bodies).expect("they differ").contains("People Scrutiny Committee is named only as published"));
    let posts = ["Director of Children's Services".to_string()];
    let offered = offered(&texts, &posts, &bodies);
    assert_eq!(offered[0].reports_to, bodies, "two reporting lines");
    let origin = ActionOrigin::Clause { decision: "D 14".into(), clause: offered[0].clause.clone(), text: offered[0].text };
    let (words, owner) = (&offered[0].words, &offered[0].posts[0]);
    let asked = Asked { origin, words, owner, reports_to: &offered[0].reports_to, decided: date(2019, 10, 1), due: None };
    assert_eq!(Action::made(asked, &posts).expect("an action").reports_to.len(), 2);
}
