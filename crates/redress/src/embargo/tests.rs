//! What lifts an embargo, and what does not.

use jiff::civil::date;

use super::*;

fn embargo(lifts: Lifts) -> Embargo {
    Embargo {
        held_by: "L. Officer".into(),
        held_at: date(2021, 1, 21).at(11, 0, 0, 0),
        lifts,
        safe_title: safe_title(date(2021, 1, 21)),
        audience: Audience::nobody(),
        reported: Vec::new(),
        leaks: Vec::new(),
    }
}

fn on_publication() -> Embargo {
    embargo(Lifts::Event("The Ombudsman publishes the report".into()))
}

fn at(hour: i8) -> DateTime {
    date(2021, 3, 11).at(hour, 0, 0, 0)
}

fn report() -> EventReport {
    EventReport {
        by_account: 1,
        by: "L. Officer".into(),
        at: at(10),
        address: "https://www.lgo.org.uk/decisions/1".into(),
        published_at: at(9),
        confirmed: None,
    }
}

fn person(account: i64, role: Role) -> SignedIn {
    SignedIn { account, name: "M. Officer".into(), roles: [role].into(), ..SignedIn::default() }
}

#[test]
fn the_safe_title_is_these_words() {
    assert_eq!(
        safe_title(date(2021, 1, 21)),
        "Consideration of and decision on the report of the Local Government and Social Care Ombudsman dated 21 January 2021"
    );
}

#[test]
fn a_moment_lifts_it_at_the_moment() {
    let embargo = embargo(Lifts::At(at(9)));
    assert_eq!(embargo.state(date(2021, 3, 11).at(8, 59, 59, 0)), State::Held);
    assert_eq!(embargo.state(at(9)), State::Lifted { at: at(9), how: Lifting::Moment });
}

#[test]
fn an_event_lifts_it_once_a_second_person_confirms() {
    let mut embargo = on_publication();
    embargo.report_event(report()).unwrap();
    assert_eq!(embargo.state(at(23)), State::Held);
    assert_eq!(embargo.confirm_event(0, &person(1, Role::MonitoringOfficer), at(11)), Err(CannotConfirm::SamePerson));
    assert_eq!(embargo.confirm_event(0, &person(2, Role::LinkOfficer), at(11)), Err(CannotConfirm::NotTheRole));
    assert_eq!(embargo.confirm_event(0, &person(2, Role::MonitoringOfficer), at(9)), Err(CannotConfirm::BeforeTheReport));
    assert_eq!(embargo.confirm_event(1, &person(2, Role::MonitoringOfficer), at(11)), Err(CannotConfirm::NoSuchReport));
    let program = SignedIn { scopes: Some([crate::reader::Scope::Restrict].into()), ..person(2, Role::MonitoringOfficer) };
    assert_eq!(embargo.confirm_event(0, &program, at(11)), Err(CannotConfirm::NotAPerson));
    embargo.confirm_event(0, &person(2, Role::DeputyMonitoringOfficer), at(11)).unwrap();
    assert_eq!(embargo.state(at(10)), State::Held, "it was held until the confirmation");
    assert_eq!(embargo.state(at(11)), State::Lifted { at: at(11), how: Lifting::Event { address: report().address } });
    assert_eq!(embargo.confirm_event(0, &person(3, Role::MonitoringOfficer), at(12)), Err(CannotConfirm::AlreadyConfirmed));
    assert_eq!(embargo.report_event(EventReport { at: at(12), ..report() }), Err(CannotReport::AlreadyLifted));
}

#[test]
fn a_report_cannot_bring_its_own_confirmation() {
    let mut embargo = on_publication();
    let confirmed = Some(Confirmation { by_account: 1, by: "L. Officer".into(), at: at(10) });
    embargo.report_event(EventReport { confirmed, ..report() }).unwrap();
    assert_eq!(embargo.state(at(23)), State::Held);
}

#[test]
fn a_leak_changes_nothing() {
    let mut embargo = on_publication();
    embargo.log_leak(Leak { by: "L. Officer".into(), at: at(8), where_seen: "A newspaper".into(), note: "Page 3".into() });
    assert_eq!(embargo.state(at(23)), State::Held);
    assert_eq!(embargo.leaks.len(), 1);
}

#[test]
fn a_direction_is_lifted_by_nothing() {
    let mut embargo = embargo(Lifts::Never);
    assert_eq!(embargo.report_event(report()), Err(CannotReport::NotToBePublicised));
    embargo.reported.push(report());
    assert_eq!(embargo.confirm_event(0, &person(2, Role::MonitoringOfficer), at(11)), Err(CannotConfirm::NotToBePublicised));
    assert_eq!(embargo.state(date(2099, 1, 1).at(0, 0, 0, 0)), State::NotToBePublicised);
    assert!(embargo.covers(at(11)));
}

#[test]
fn a_report_needs_a_page_and_a_time_that_can_be() {
    let mut embargo = on_publication();
    for address in ["", "lgo.org.uk/1", "https://", "https://the newspaper.example"] {
        assert_eq!(embargo.report_event(EventReport { address: address.into(), ..report() }), Err(CannotReport::NoAddress), "{address}");
    }
    assert_eq!(embargo.report_event(EventReport { published_at: at(11), ..report() }), Err(CannotReport::PublishedLater));
}

#[test]
fn an_early_publication_lifts_an_embargo_with_a_day() {
    let mut embargo = embargo(Lifts::At(date(2021, 4, 1).at(0, 0, 0, 0)));
    embargo.report_event(report()).unwrap();
    embargo.confirm_event(0, &person(2, Role::MonitoringOfficer), at(11)).unwrap();
    assert!(!embargo.covers(at(11)));
    let json = serde_json::to_string(&embargo).unwrap();
    assert_eq!(serde_json::from_str::<Embargo>(&json).unwrap(), embargo);
}
