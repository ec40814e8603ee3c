//! What clear days and monotony promise, on random cases.

use redress::calendar::{Calendar, DayKind};
use redress::counting::{Given, Outcome, Period, Rule, clear_days_after, clear_days_before, clear_days_between, plus};

use crate::Cases;

const KINDS: [DayKind; 4] = [DayKind::Calendar, DayKind::Working, DayKind::Business, DayKind::Information];

#[test]
fn publishing_on_the_answer_leaves_enough_clear_days_and_the_next_counted_day_does_not() {
    let (mut cases, calendar) = (Cases::new(1), Calendar::england());
    for _ in 0..20_000 {
        let event = cases.day(1974, 2100);
        let days = cases.amount(30) + 1;
        for kind in KINDS {
            let notice = clear_days_before(event, days, kind, calendar).expect("in range");
            assert!(calendar.is(kind, notice));
            assert_eq!(clear_days_between(notice, event, kind, calendar), u32::from(days), "{days} {kind:?} before {event}");
            let mut later = plus(notice, 1).expect("in range");
            while !calendar.is(kind, later) {
                later = plus(later, 1).expect("in range");
            }
            assert!(clear_days_between(later, event, kind, calendar) < u32::from(days), "{days} {kind:?} before {event}");
        }
    }
}

#[test]
fn clear_days_before_and_after_undo_each_other() {
    let (mut cases, calendar) = (Cases::new(2), Calendar::england());
    for _ in 0..20_000 {
        let notice = cases.day(1980, 2090);
        let days = cases.amount(30) + 1;
        for kind in KINDS {
            if calendar.is(kind, notice) {
                let event = clear_days_after(notice, days, kind, calendar).expect("in range");
                assert_eq!(clear_days_before(event, days, kind, calendar), Some(notice));
            }
        }
    }
}

#[test]
fn a_later_start_or_a_longer_period_never_ends_sooner() {
    let (mut cases, calendar) = (Cases::new(4), Calendar::england());
    let rules = |n: u16, kind: DayKind| {
        [
            Rule::BeginningWith(Period::Months(n)),
            Rule::BeginningWith(Period::Weeks(n)),
            Rule::BeginningTheDayAfter(Period::Months(n)),
            Rule::OfTheDate(Period::Months(n)),
            Rule::NotMoreThanAfter(Period::Days(n)),
            Rule::ClearDaysBefore { days: n, kind },
            Rule::ClearDaysAfter { days: n, kind },
            Rule::DaysAfter { days: n, kind },
            Rule::KeepForYears(n),
        ]
    };
    for _ in 0..20_000 {
        let from = cases.day(1974, 2090);
        let later = plus(from, i32::from(cases.amount(40))).expect("in range");
        let n = cases.amount(20) + 1;
        let kind = KINDS[usize::from(cases.amount(4))];
        for (rule, longer) in rules(n, kind).into_iter().zip(rules(n + 1, kind)) {
            let end = |rule: Rule, from| match rule.outcome(&Given { from: Some(from), ..Given::default() }, calendar) {
                Outcome::On(date) => date,
                other => panic!("{rule:?} from {from}: {other:?}"),
            };
            assert!(end(rule, from) <= end(rule, later), "{rule:?} from {from} and {later}");
            let sooner = matches!(rule, Rule::ClearDaysBefore { .. });
            assert_eq!(end(rule, from) > end(longer, from), sooner, "{rule:?} and {longer:?} from {from}");
        }
    }
}
