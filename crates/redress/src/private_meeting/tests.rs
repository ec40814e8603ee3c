//! The notices of the Cabinet of 11 March 2021, and awkward agreements.

use jiff::civil::{Date, date};

use super::*;
use crate::calendar::Calendar;
use crate::duty::{Choice, Pick, Settings};

const MEETING: Date = date(2021, 3, 11);
const TODAY: Date = date(2021, 3, 1);

fn clocks(settings: &Settings) -> Notices {
    notices(MEETING, settings, Calendar::england()).unwrap()
}

fn given(first: Option<Date>, second: Option<Date>) -> Given {
    Given { first, second, urgency: None }
}

fn agreement(capacity: Capacity) -> Agreement {
    Agreement {
        capacity,
        name: "Councillor A. Sample".into(),
        on: date(2021, 2, 26),
        reason: "The remedies fall due before the next meeting.".into(),
        former_could_not: None,
    }
}

fn in_the_way(given: Given, agreement: Option<&Agreement>) -> Vec<InTheWay> {
    stands_in_the_way(&clocks(&Settings::default()), &given, agreement, TODAY)
}

fn barring(found: &[InTheWay]) -> usize {
    found.iter().filter(|f| f.bars()).count()
}

#[test]
fn both_notices_have_both_readings() {
    let clocks = clocks(&Settings::default());
    assert_eq!(clocks.first.due.date, Some(date(2021, 2, 10)));
    assert_eq!(clocks.second.due.date, Some(date(2021, 3, 3)));
    assert_eq!(clocks.second.other.and_then(|o| o.due.date), Some(date(2021, 3, 5)));
    assert_eq!(clocks.first.other.and_then(|o| o.due.date), Some(date(2021, 1, 29)));
}

#[test]
fn a_meeting_before_the_regulations_has_no_notices() {
    assert!(notices(date(2012, 9, 9), &Settings::default(), Calendar::england()).is_err());
}

#[test]
fn a_first_notice_a_day_late_bars_the_agenda() {
    let found = in_the_way(given(Some(date(2021, 2, 11)), Some(TODAY)), None);
    assert_eq!(found, [InTheWay::FirstNoticeLate { by: date(2021, 2, 10), published: date(2021, 2, 11), days: 1 }]);
    assert!(found[0].bars());
    assert_eq!(found[0].section(), "SI 2012/2089, regulation 5(2)");
    assert!(found[0].words().contains("due by Wednesday 10 February 2021 and was published on Thursday 11 February 2021, one day late"));
}

#[test]
fn the_agreement_opens_the_way_and_its_reasons_are_then_due() {
    let late = given(Some(date(2021, 2, 11)), Some(TODAY));
    let chair = agreement(Capacity::ChairOfScrutiny);
    let found = in_the_way(late, Some(&chair));
    assert_eq!(found, [InTheWay::ReasonsNoticeDue { since: date(2021, 2, 26) }]);
    assert_eq!(barring(&found), 0);
    assert!(in_the_way(Given { urgency: Some(TODAY), ..late }, Some(&chair)).is_empty());
}

#[test]
fn a_substitute_says_why_the_one_before_could_not_act() {
    let late = given(Some(date(2021, 2, 11)), Some(TODAY));
    for capacity in [Capacity::ChairOfAuthority, Capacity::ViceChairOfAuthority] {
        let bare = agreement(capacity);
        assert_eq!(barring(&in_the_way(late, Some(&bare))), 2, "the late notice, and an agreement that does not hold");
        let reasoned = Agreement { former_could_not: Some("She is in hospital.".into()), ..bare };
        assert_eq!(barring(&in_the_way(late, Some(&reasoned))), 0);
    }
}

#[test]
fn agreement_after_the_meeting_heals_nothing() {
    let after = Agreement { on: date(2021, 3, 12), ..agreement(Capacity::ChairOfScrutiny) };
    assert_eq!(after.check(MEETING).into_iter().map(|w| w.field).collect::<Vec<_>>(), ["on"]);
    assert!(Agreement { on: MEETING, ..after }.check(MEETING).is_empty());
}

#[test]
fn an_agreement_that_nobody_needs_changes_nothing() {
    let in_time = given(Some(date(2021, 1, 29)), Some(TODAY));
    assert!(in_the_way(in_time, None).is_empty());
    assert!(in_the_way(in_time, Some(&agreement(Capacity::ChairOfAuthority))).is_empty());
}

#[test]
fn in_time_by_one_reading_is_shown_and_bars_nothing() {
    let found = in_the_way(given(Some(date(2021, 2, 10)), Some(TODAY)), None);
    assert_eq!(found, [InTheWay::LateByOtherReading { first: true, by: date(2021, 1, 29), published: date(2021, 2, 10) }]);
    assert_eq!(barring(&found), 0);
    let working = Settings::default().with(Choice::LongClearDays, Pick::Second);
    let found = stands_in_the_way(&clocks(&working), &given(Some(date(2021, 2, 10)), Some(TODAY)), None, TODAY);
    assert_eq!(barring(&found), 1, "the council works to the other reading");
}

#[test]
fn the_second_notice_may_go_out_with_the_agenda_and_not_after_its_day() {
    let first_only = given(Some(date(2021, 1, 29)), None);
    let clocks = clocks(&Settings::default());
    let on = |day| stands_in_the_way(&clocks, &first_only, None, day);
    assert_eq!(on(date(2021, 3, 3)), [InTheWay::SecondNoticeMissing { by: date(2021, 3, 3), too_late: false }]);
    assert_eq!(barring(&on(date(2021, 3, 3))), 0);
    assert_eq!(barring(&on(date(2021, 3, 4))), 1);
}

#[test]
fn no_agenda_before_the_first_notice_and_a_future_notice_is_none() {
    let clocks = clocks(&Settings::default());
    let planned = given(Some(date(2021, 2, 8)), None);
    let found = stands_in_the_way(&clocks, &planned, None, date(2021, 2, 5));
    assert_eq!(found[0], InTheWay::FirstNoticeMissing { by: date(2021, 2, 10), too_late: false });
    assert!(found[0].bars());
    let chair = Agreement { on: date(2021, 2, 4), ..agreement(Capacity::ChairOfScrutiny) };
    let found = stands_in_the_way(&clocks, &planned, Some(&chair), date(2021, 2, 5));
    assert_eq!(barring(&found), 1, "there is still time for the notice, so urgency is no way round it");
}

#[test]
fn a_plan_keeps_the_warning_and_is_not_barred_by_it() {
    let plan = PrivatePlan {
        ground: PrivateGround::Reg4_2A { limb: Limb::GovernmentDepartment, why: "The Ombudsman's letter asks for confidence.".into() },
        reason: "The report is not public before the Ombudsman publishes it.".into(),
        by_account: 2,
        by: "M. Officer".into(),
        at: date(2021, 2, 1).at(9, 0, 0, 0),
        warnings: Vec::new(),
    };
    let plan = plan.warned(true);
    assert!(plan.check().is_empty());
    assert_eq!(plan.warnings[0].code, "ombudsman_is_no_department");
    let json = serde_json::to_string(&plan).unwrap();
    assert!(json.contains(r#""ground":"reg4_2a""#), "{json}");
    assert_eq!(serde_json::from_str::<PrivatePlan>(&json).unwrap(), plan);
    let empty = PrivatePlan { reason: "Private.".into(), ..plan };
    assert_eq!(empty.check().into_iter().map(|w| w.field).collect::<Vec<_>>(), ["reason"]);
}
