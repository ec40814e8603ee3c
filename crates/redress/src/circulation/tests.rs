//! Members who come and go between making and service.

use jiff::civil::date;

use super::*;

const HASH: &str = "ab12";

fn person(id: i64, executive: bool, from: Date, to: Option<Date>) -> Person {
    let term = Term { from: Some(from), to };
    let executive = if executive { vec![term.clone()] } else { vec![] };
    Person { id, name: format!("Councillor {id:02}"), terms: vec![term], executive, address: None }
}

/// A council of 82, ten of them in the Cabinet, as on 1 October 2019.
fn council() -> Vec<Person> {
    (1..=82).map(|id| person(id, id <= 10, date(2019, 5, 6), None)).collect()
}

fn officer() -> Person {
    Person { id: 900, name: "The monitoring officer".into(), terms: vec![], executive: vec![], address: None }
}

fn receipt(on: Date, kind: ReceiptKind) -> Receipt {
    Receipt { at: on.at(9, 0, 0, 0), by: "D. Services".into(), channel: "e-mail".into(), sha256: HASH.into(), kind }
}

fn begin() -> Circulation {
    Circulation::begin("The executive's report", HASH, date(2019, 10, 1), &council(), &[officer()])
}

fn send_all(circulation: &mut Circulation, on: Date) {
    let open: Vec<i64> = circulation.outstanding().iter().map(|r| r.person()).collect();
    for person in open {
        circulation.receive(person, receipt(on, ReceiptKind::Sent)).unwrap();
    }
}

#[test]
fn every_member_is_served_and_72_of_72_sit_outside_the_executive() {
    let mut circulation = begin();
    assert_eq!(circulation.rows().len(), 83);
    send_all(&mut circulation, date(2019, 10, 2));
    assert_eq!(circulation.figure(As::Member), Figure { served: 72, of: 72 });
    assert_eq!(circulation.figure(As::Executive).words(), "10 of 10");
    assert!(circulation.complete());
    let proof = proof(&circulation);
    assert!(proof.contains(&"72 of 72 outside the executive served".to_string()), "{proof:#?}");
    assert_eq!(proof.len(), 2 + 3 + 1 + 83);
}

#[test]
fn one_bounce_keeps_the_duty_open_and_names_the_member() {
    let mut circulation = begin();
    send_all(&mut circulation, date(2019, 10, 2));
    let why = || ReceiptKind::Bounced { why: "no such mailbox".into() };
    circulation.receive(44, receipt(date(2019, 10, 3), why())).unwrap();
    assert!(!circulation.complete());
    assert_eq!(circulation.outstanding()[0].name(), "Councillor 44");
    assert_eq!(circulation.figure(As::Member).words(), "71 of 72");
    let delivered = circulation.receive(44, receipt(date(2019, 10, 4), ReceiptKind::Delivered));
    assert_eq!(delivered, Err(CannotReceive::NothingSent));
    let by_hand = Receipt { channel: "by hand".into(), ..receipt(date(2019, 10, 4), ReceiptKind::Sent) };
    circulation.receive(44, by_hand).unwrap();
    assert!(circulation.complete());
    assert_eq!(circulation.rows().iter().find(|r| r.person() == 44).unwrap().receipts().len(), 3, "the bounce stays on record");
}

#[test]
fn what_the_mail_server_did_not_take_never_went() {
    let mut circulation = begin();
    let why = || ReceiptKind::Refused { why: "550 no such user".into() };
    circulation.receive(44, receipt(date(2019, 10, 2), why())).unwrap();
    assert_eq!(circulation.first_sent(false), None, "21 days do not run from a copy that was not taken");
    assert!(circulation.outstanding().iter().any(|r| r.person() == 44));
    let delivered = circulation.receive(44, receipt(date(2019, 10, 3), ReceiptKind::Delivered));
    assert_eq!(delivered, Err(CannotReceive::NothingSent));
    circulation.receive(44, receipt(date(2019, 10, 4), ReceiptKind::Sent)).unwrap();
    assert!(circulation.rows()[43].served());
    assert!(proof(&circulation).iter().any(|line| line.contains("not taken by the mail server: 550 no such user")));
}

#[test]
fn who_came_and_who_went_between_making_and_service() {
    let mut people = council();
    let mut circulation = begin();
    // One leaves unserved, one is elected, one leaves after being served.
    people[20].terms[0].to = Some(date(2019, 10, 2));
    people.push(person(83, false, date(2019, 10, 3), None));
    circulation.receive(31, receipt(date(2019, 10, 1), ReceiptKind::Sent)).unwrap();
    people[30].terms[0].to = Some(date(2019, 10, 2));
    circulation.bring_to(&people, date(2019, 10, 4));
    let row = |c: &Circulation, id| c.rows().iter().find(|r| r.person() == id).cloned().unwrap();
    assert_eq!(row(&circulation, 21).left(), Some(date(2019, 10, 2)));
    assert!(!row(&circulation, 21).owed());
    assert!(row(&circulation, 83).owed());
    assert_eq!(row(&circulation, 83).took_office_later(), Some(date(2019, 10, 3)));
    assert_eq!(row(&circulation, 31).left(), None);
    assert_eq!(circulation.rows().len(), 84);
    send_all(&mut circulation, date(2019, 10, 4));
    people.push(person(84, false, date(2019, 10, 20), None));
    circulation.bring_to(&people, date(2019, 10, 21));
    assert_eq!(circulation.rows().len(), 84, "the circulation was complete before 84 was elected");
}

#[test]
fn who_had_it_before_is_listed_with_the_earlier_day() {
    let mut circulation = begin();
    let before = ReceiptKind::HadBefore { with: "the agenda of 1 October 2019".into() };
    circulation.receive(3, receipt(date(2019, 9, 23), before)).unwrap();
    assert!(!circulation.outstanding().iter().any(|r| r.person() == 3));
    assert_eq!(circulation.first_sent(true), None);
    circulation.receive(4, receipt(date(2019, 10, 2), ReceiptKind::Sent)).unwrap();
    assert_eq!(circulation.first_sent(true), Some(date(2019, 10, 2)));
    assert_eq!(
        circulation.receive(5, Receipt { sha256: "cd".into(), ..receipt(date(2019, 10, 2), ReceiptKind::Sent) }),
        Err(CannotReceive::OtherPaper)
    );
    assert_eq!(circulation.receive(5, receipt(date(2019, 9, 30), ReceiptKind::Sent)), Err(CannotReceive::TooEarly));
    assert_eq!(circulation.receive(999, receipt(date(2019, 10, 2), ReceiptKind::Sent)), Err(CannotReceive::NotInTheList(999)));
}

#[test]
fn over_several_circulations_a_later_copy_is_enough_and_an_earlier_one_is_not() {
    let (mut first, mut second) = (begin(), begin());
    send_all(&mut first, date(2019, 10, 2));
    assert_eq!(owed(&[&first]), Vec::<&str>::new());
    let bounced = ReceiptKind::Bounced { why: "no such mailbox".into() };
    first.receive(44, receipt(date(2019, 10, 3), bounced)).unwrap();
    assert_eq!(owed(&[&first]), ["Councillor 44"]);
    assert_eq!(owed(&[&first, &second]).len(), 83, "a new version is owed to everybody again, and each is named once");
    send_all(&mut second, date(2019, 10, 4));
    assert_eq!(owed(&[&first, &second]), Vec::<&str>::new());
    assert_eq!(owed(&[&second, &first]), ["Councillor 44"]);
}
