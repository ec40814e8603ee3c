//! What each check finds, what it bars, and what answers for it.

use jiff::civil::{Date, DateTime, date};

use super::*;
use crate::calendar::Calendar;
use crate::duty::Settings;
use crate::plan::MeetingKind;
use crate::private_meeting::InTheWay;
use crate::restriction::{Audience, Ground, Limb, Release, ReleaseDecision, Restriction};

const DAY: Date = date(2026, 3, 2);

fn at(hour: i8) -> DateTime {
    DAY.at(hour, 0, 0, 0)
}

fn paper() -> ProposedPaper {
    ProposedPaper {
        number: 12,
        title: "Director’s report".into(),
        restriction: None,
        embargo_held: false,
        has_file: true,
        to_follow: false,
        added_by: 5,
        since: at(9),
        findings: Vec::new(),
        accessible: Vec::new(),
    }
}

fn proposal(paper: ProposedPaper) -> Proposal {
    Proposal {
        meeting_on: None,
        publishes_on: DAY,
        agenda: None,
        notice: Vec::new(),
        texts: Vec::new(),
        papers: vec![paper],
        unanswered: Vec::new(),
        key_decisions: Vec::new(),
        texts_differ: Vec::new(),
        overrides: Vec::new(),
    }
}

fn text(text: &str) -> Proposal {
    let text = ProposedText { field: "summary".into(), text: text.into(), since: at(9) };
    Proposal { texts: vec![text], ..proposal(paper()) }
}

fn answer(check: Code, about: &str) -> Override {
    let reason = "The name is that of a public office holder.".into();
    Override { check, about: about.into(), by_account: 6, by: "B. Sample".into(), at: at(10), reason }
}

fn restriction(why: &str, release: Option<ReleaseDecision>) -> Option<Restriction> {
    let release = release.map(|decision| Release { decision, reason: "It is public.".into(), by: "A. Sample".into(), at: at(8) });
    Some(Restriction {
        ground: Ground::Confidential { limb: Limb::EnactmentOrCourt, why: why.into() },
        public_reason: "A court forbids it.".into(),
        audience: Audience::nobody(),
        imposed_by: "A. Sample".into(),
        imposed_on: DAY,
        review_on: date(2026, 9, 2),
        late_review_reason: None,
        challenge: "Write to us.".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release,
    })
}

const NAMED: &str = "Children Act 1989, section 97";

fn failed(proposal: &Proposal) -> Vec<(Code, Bars)> {
    checks(proposal).into_iter().filter(|c| !c.passed).map(|c| (c.code, c.bars)).collect()
}

#[test]
fn what_is_in_order_is_listed_as_passed() {
    let checks = checks(&proposal(paper()));
    assert_eq!(checks.iter().map(|c| c.code).collect::<Vec<_>>(), Code::ALL);
    assert!(checks.iter().all(|c| c.passed && !c.words.is_empty()));
    assert!(may_go_out(&checks));
}

#[test]
fn a_paper_held_back_needs_a_whole_ground() {
    let held = || ProposedPaper { has_file: false, ..paper() };
    assert_eq!(failed(&proposal(held())), [(Code::GroundMissing, Bars::Always)]);
    assert_eq!(failed(&proposal(ProposedPaper { to_follow: true, ..held() })), []);
    assert_eq!(failed(&proposal(ProposedPaper { restriction: restriction("-", None), ..held() })), [(Code::GroundMissing, Bars::Always)]);
    assert_eq!(failed(&proposal(ProposedPaper { restriction: restriction(NAMED, None), ..held() })), []);
}

#[test]
fn no_override_opens_a_restriction_or_an_embargo() {
    let with = |release| ProposedPaper { restriction: restriction(NAMED, release), ..paper() };
    for release in [None, Some(ReleaseDecision::Keep), Some(ReleaseDecision::PublishRedacted)] {
        let mut proposal = proposal(with(release));
        proposal.overrides.push(answer(Code::Restricted, "paper 12"));
        assert_eq!(failed(&proposal), [(Code::Restricted, Bars::Always)]);
        assert!(!may_go_out(&checks(&proposal)));
    }
    assert_eq!(failed(&proposal(with(Some(ReleaseDecision::Publish)))), []);
    let mut embargoed = proposal(ProposedPaper { embargo_held: true, ..paper() });
    embargoed.overrides.push(answer(Code::EmbargoHeld, "paper 12"));
    assert_eq!(failed(&embargoed), [(Code::EmbargoHeld, Bars::Always)]);
    assert!(!may_go_out(&checks(&embargoed)));
}

#[test]
fn the_agenda_lists_a_private_paper_under_embargo_without_its_file() {
    let held = ProposedPaper { embargo_held: true, has_file: false, restriction: restriction(NAMED, None), ..paper() };
    assert_eq!(failed(&proposal(held)), []);
}

#[test]
fn a_name_bars_until_a_reason_is_given_for_this_text() {
    let mut named = text("The complaint of Mrs Example was upheld.");
    assert_eq!(failed(&named), [(Code::PersonNamed, Bars::UnlessOverridden)]);
    let found = checks(&named);
    assert!(found.iter().all(|c| !c.words.contains("Example")), "the name is not repeated");
    assert!(!may_go_out(&found));
    named.overrides = vec![answer(Code::PersonNamed, "text title")];
    assert!(!may_go_out(&checks(&named)), "it answers for another text");
    named.overrides = vec![Override { reason: "ok".into(), ..answer(Code::PersonNamed, "text summary") }];
    assert!(!may_go_out(&checks(&named)), "it gives no reason");
    named.overrides = vec![Override { at: at(8), ..answer(Code::PersonNamed, "text summary") }];
    assert!(!may_go_out(&checks(&named)), "the text has changed since");
    named.overrides = vec![answer(Code::PersonNamed, "text summary")];
    let found = checks(&named);
    assert!(may_go_out(&found));
    assert!(found.iter().any(|c| !c.passed && c.overridden.is_some()), "it is still shown");
}

#[test]
fn the_title_of_a_paper_is_a_text_too() {
    assert_eq!(
        failed(&proposal(ProposedPaper { title: "Letter to Mrs Example".into(), ..paper() })),
        [(Code::PersonNamed, Bars::UnlessOverridden)]
    );
}

#[test]
fn a_remark_about_a_family_warns() {
    let remark = text("The mother refused to meet officers.");
    assert_eq!(failed(&remark), [(Code::FamilyRemark, Bars::Never)]);
    assert!(may_go_out(&checks(&remark)));
}

#[test]
fn hidden_data_needs_a_second_person() {
    let mut hidden = proposal(ProposedPaper { findings: vec!["tracked changes".into()], ..paper() });
    assert_eq!(failed(&hidden), [(Code::HiddenData, Bars::UnlessOverridden)]);
    hidden.overrides = vec![Override { by_account: 5, ..answer(Code::HiddenData, "paper 12") }];
    assert!(!may_go_out(&checks(&hidden)), "it is the person who added the file");
    hidden.overrides = vec![Override { at: at(8), ..answer(Code::HiddenData, "paper 12") }];
    assert!(!may_go_out(&checks(&hidden)), "it was another file then");
    hidden.overrides = vec![answer(Code::HiddenData, "paper 12")];
    assert!(may_go_out(&checks(&hidden)));
}

#[test]
fn a_file_that_not_everybody_can_read_warns() {
    let untagged = proposal(ProposedPaper { accessible: vec!["untagged PDF".into(), "no language".into()], ..paper() });
    assert_eq!(failed(&untagged), [(Code::Accessibility, Bars::Never)]);
}

fn agenda(kind: MeetingKind, publishes_on: Date) -> Proposal {
    let meeting = date(2021, 3, 11);
    let agenda = agenda_notice(meeting, kind, &Settings::default(), Calendar::england()).unwrap();
    Proposal { meeting_on: Some(meeting), publishes_on, agenda, ..proposal(paper()) }
}

#[test]
fn an_agenda_goes_out_five_clear_days_before() {
    for kind in [MeetingKind::Executive, MeetingKind::Committee, MeetingKind::Scrutiny] {
        assert_eq!(failed(&agenda(kind, date(2021, 3, 3))), [], "{kind:?}");
        let mut late = agenda(kind, date(2021, 3, 4));
        assert_eq!(failed(&late), [(Code::NoticeShort, Bars::UnlessOverridden)], "{kind:?}");
        late.overrides.push(answer(Code::NoticeShort, "agenda"));
        assert!(may_go_out(&checks(&late)));
    }
}

#[test]
fn a_summons_to_council_cannot_be_shortened() {
    let mut late = agenda(MeetingKind::Council, date(2021, 3, 4));
    late.overrides.push(answer(Code::NoticeShort, "agenda"));
    assert_eq!(failed(&late), [(Code::NoticeShort, Bars::Always)]);
    assert!(!may_go_out(&checks(&late)));
}

#[test]
fn after_the_meeting_the_agenda_is_a_record() {
    assert_eq!(failed(&agenda(MeetingKind::Council, date(2021, 3, 12))), []);
}

#[test]
fn a_private_notice_that_is_late_bars_and_names_itself() {
    let late = InTheWay::FirstNoticeLate { by: date(2021, 2, 10), published: date(2021, 2, 11), days: 1 };
    let due = InTheWay::ReasonsNoticeDue { since: date(2021, 2, 26) };
    let proposal = Proposal { notice: vec![late, due], ..proposal(paper()) };
    assert_eq!(failed(&proposal), [(Code::NoticeShort, Bars::Always), (Code::NoticeShort, Bars::Never)]);
    let found = checks(&proposal);
    let first = found.iter().find(|c| !c.passed).unwrap();
    assert!(first.words.contains("first notice of the private meeting"));
    assert_eq!(first.section, Some("SI 2012/2089, regulation 5(2)"));
}

#[test]
fn a_decision_that_leaves_a_recommendation_unanswered_is_not_issued() {
    let open = Proposal { unanswered: vec![("59".into(), vec!["19 015 597/2".into()])], ..proposal(paper()) };
    assert!(!may_go_out(&checks(&open)));
    assert!(may_go_out(&checks(&proposal(paper()))));
}

#[test]
fn a_key_decision_without_its_notice_bars_and_an_item_in_no_entry_is_told() {
    let of = |bars| {
        let fault = KeyFault { item: "5".into(), words: "It was published a day late.".into(), bars };
        let all = checks(&Proposal { key_decisions: vec![fault], ..proposal(paper()) });
        let found = all.into_iter().find(|c| c.code == Code::KeyDecision).expect("a check");
        (found.passed, found.stops(), found.about)
    };
    assert_eq!(of(true), (false, true, Some("item 5".into())));
    assert_eq!(of(false), (false, false, Some("item 5".into())));
}

#[test]
fn texts_that_differ_wait_for_a_note() {
    let differ = Proposal { texts_differ: vec![("59".into(), "Texts differ, first in clause (d).".into())], ..proposal(paper()) };
    let all = checks(&differ);
    let check = all.iter().find(|c| c.code == Code::TextsDiffer).expect("a check");
    assert!(check.stops() && check.words.starts_with("Item 59: Texts differ, first in clause (d)."), "{check:?}");
}
