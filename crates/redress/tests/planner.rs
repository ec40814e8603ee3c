//! The planner against itself, over a year of days of receipt: its earliest day fits and no earlier working day does.

use jiff::civil::{Date, date};
use redress::calendar::{Calendar, DayKind};
use redress::counting::plus;
use redress::plan::{Conflict, Embargo, ListedMeeting, Matter, MeetingKind, Plan, PlanSettings, Verdict, Weight, plan};

fn made(matter: &Matter, on: Date) -> Plan {
    let cabinet = ListedMeeting { date: on, body: "Cabinet".into(), kind: MeetingKind::Executive, cancelled: false };
    plan(matter, &[cabinet], &PlanSettings::default(), Calendar::england()).expect("a plan")
}

fn working_before(day: Date) -> Date {
    let mut before = plus(day, -1).expect("a day");
    while !Calendar::england().is(DayKind::Working, before) {
        before = plus(before, -1).expect("a day");
    }
    before
}

#[test]
fn the_earliest_day_fits_and_the_working_day_before_it_does_not() {
    for on in 0..366 {
        let received = plus(date(2025, 9, 1), on).expect("a day");
        for (private, days) in [(false, None), (false, Some(20)), (true, Some(20)), (true, None)] {
            let lifts = days.and_then(|n| plus(received, n));
            let embargo = lifts.map_or(Embargo::None, |on| Embargo::Date { on });
            let matter = Matter { private, embargo, ..Matter::received(received) };
            let earliest = made(&matter, received).earliest_meeting.lawful.expect("a day");
            let fit = made(&matter, earliest).meetings.remove(0);
            assert_eq!(fit.verdict, Verdict::Fits, "{received} {private} {days:?}: {fit:?}");
            let early = made(&matter, working_before(earliest)).meetings.remove(0);
            assert!(early.conflicts.iter().any(|c| c.weight > Weight::Note), "{received} {private} {days:?}: {early:?}");
        }
    }
}

#[test]
fn the_latest_day_is_in_time_and_the_day_after_the_reply_is_not() {
    for on in 0..366 {
        let matter = Matter::received(plus(date(2025, 9, 1), on).expect("a day"));
        let plan = made(&matter, matter.received);
        let (last, roomy) = (plan.latest_meeting.lawful.expect("a day"), plan.latest_meeting.advised.expect("a day"));
        assert!(roomy <= last && last <= plan.reply_by);
        let too_late = |day: Date| {
            let named = made(&matter, day).meetings.remove(0).conflicts;
            named.into_iter().any(|c| matches!(c.conflict, Conflict::AfterReply { .. } | Conflict::CallInPastReply { .. }))
        };
        assert!(!too_late(roomy), "{matter:?}");
        assert!(too_late(plus(plan.reply_by, 1).expect("a day")), "{matter:?}");
        assert!(plan.steps.is_sorted_by_key(|s| (s.on.is_none(), s.order())));
    }
}
