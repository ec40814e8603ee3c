//! Who may refuse, vote and pay.

use super::*;

fn all() -> Vec<String> {
    vec!["17 005 652/1".into(), "17 005 652/2".into()]
}

fn proposals(second: Answer) -> Vec<Proposal> {
    let proposal = |key: &String, answer| Proposal {
        recommendation: key.clone(),
        answer,
        reasons: "Counsel advises that the policy is lawful.".into(),
        legal_advice: Some("note of 3 June".into()),
    };
    vec![proposal(&all()[0], Answer::Accepted), proposal(&all()[1], second)]
}

#[test]
fn at_a_first_report_the_executive_may_refuse_and_is_told_what_may_follow() {
    let Verdict::Decided { warnings } = consider(ReportStage::First, &Decider::Executive, &all(), &proposals(Answer::NotAccepted)) else {
        panic!("it does not go to council at this stage");
    };
    let codes: Vec<&str> = warnings.iter().map(|w| w.code.as_str()).collect();
    assert_eq!(codes, ["findings_bind", "further_report_may_follow"]);
}

#[test]
fn a_decision_without_an_answer_to_each_cannot_be_issued() {
    let mut answers = proposals(Answer::NotAccepted);
    answers.remove(0);
    answers[0].legal_advice = None;
    answers[0].reasons = "n/a".into();
    let Verdict::Incomplete { wrong } = consider(ReportStage::First, &Decider::Executive, &all(), &answers) else { panic!("issued") };
    assert_eq!(wrong.iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["answer", "reasons", "legal_advice"]);
    assert_eq!(may_reply(&Verdict::Incomplete { wrong }, Some("minute 3")), Err(CannotReply::NotDecided));
}

#[test]
fn at_a_further_report_a_refusal_is_for_full_council_and_the_reply_waits_for_its_minute() {
    for refusal in [Answer::NotAccepted, Answer::InPart { not: "the payment".into() }, Answer::Alternative { what: "a review".into() }] {
        let verdict = consider(ReportStage::Further, &Decider::Executive, &all(), &proposals(refusal.clone()));
        assert_eq!(verdict, Verdict::ReservedToFullCouncil { refused: vec!["17 005 652/2".into()] });
        assert_eq!(may_reply(&verdict, None), Err(CannotReply::ReservedToFullCouncil));
        assert_eq!(may_reply(&verdict, Some("Council, minute 77")), Ok(()));
        let council = consider(ReportStage::Further, &Decider::FullCouncil, &all(), &proposals(refusal));
        assert!(matches!(council, Verdict::Decided { warnings } if warnings[1].code == "statement_may_follow"));
    }
    let accepted = consider(ReportStage::Further, &Decider::Executive, &all(), &proposals(Answer::Accepted));
    assert_eq!(accepted, Verdict::Decided { warnings: vec![] }, "no referral where everything is accepted");
}

#[test]
fn a_committee_names_its_delegation() {
    let committee = |delegation: Option<&str>, addressed| Decider::Committee { delegation: delegation.map(Into::into), addressed };
    let of = |decider| consider(ReportStage::Further, &decider, &all(), &proposals(Answer::NotAccepted));
    assert!(matches!(of(committee(None, false)), Verdict::Incomplete { .. }));
    assert!(matches!(of(committee(Some("part 3, 4.2"), false)), Verdict::ReservedToFullCouncil { .. }));
    assert!(matches!(of(committee(Some("part 3, 4.2"), true)), Verdict::Decided { .. }), "section 31A(3)");
}

#[test]
fn the_criticised_do_not_vote_and_the_interested_do_not_report_alone() {
    assert!(may_vote(7, &[7]).is_err());
    assert!(may_vote(8, &[7]).is_ok());
    assert!(independent_report(ReportStage::Further, &[true]).is_err());
    assert!(independent_report(ReportStage::Further, &[true, false]).is_ok());
    assert!(independent_report(ReportStage::Further, &[]).is_ok());
    assert!(independent_report(ReportStage::First, &[true]).is_ok());
}

#[test]
fn the_executive_approves_no_payment_under_section_92() {
    for decider in [Decider::Executive, Decider::ExecutiveMember] {
        assert!(may_pay(&Power::Section92, &decider, true).is_err());
        assert!(may_pay(&Power::Section31, &decider, true).is_ok());
        assert!(may_pay(&Power::Section31, &decider, false).is_err());
    }
    let officer = |from_council| Decider::Officer { delegation: Some("scheme 12".into()), from_council };
    assert!(may_pay(&Power::Section92, &officer(true), true).is_ok());
    assert!(may_pay(&Power::Section92, &officer(false), true).is_err());
    assert!(may_pay(&Power::Section92, &Decider::FullCouncil, false).is_ok());
}
