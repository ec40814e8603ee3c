//! What had to be told, worked out another way: day by day from the story's own table, with bank holidays typed in here.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};
use redress::counting::plus;

use super::council::{CASE, Council, DUTIES, Does, FIRST, LAST, REMEDIES, Remedy};
use super::days;

const HOLIDAYS: [Date; 17] = [
    date(2024, 1, 1),
    date(2024, 3, 29),
    date(2024, 4, 1),
    date(2024, 5, 6),
    date(2024, 5, 27),
    date(2024, 8, 26),
    date(2024, 12, 25),
    date(2024, 12, 26),
    date(2025, 1, 1),
    date(2025, 4, 18),
    date(2025, 4, 21),
    date(2025, 5, 5),
    date(2025, 5, 26),
    date(2025, 8, 25),
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 1, 1),
];

fn working(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !HOLIDAYS.contains(&day)
}

fn shifted(day: Date, by: i32) -> Date {
    plus(day, by).expect("a day")
}

fn first_working_after(day: Date) -> Date {
    (1..).map(|n| shifted(day, n)).find(|d| working(*d)).expect("a working day")
}

/// Whether the clock of a remedy runs at the end of a day.
fn runs(remedy: &Remedy, day: Date) -> bool {
    let mut runs = day >= remedy.since;
    for (_, does) in remedy.done.iter().filter(|(on, _)| *on <= day) {
        match does {
            Does::Sends | Does::Satisfied => runs = false,
            Does::Queried => runs = true,
            Does::Updates | Does::Extends(_) => {}
        }
    }
    runs
}

/// The day that the Ombudsman expects it by at the end of a day, where more time was given.
fn expected_on(remedy: &Remedy, day: Date) -> Option<Date> {
    let given = remedy.done.iter().filter(|(on, _)| *on <= day);
    given.filter_map(|(_, does)| if let Does::Extends(until) = does { Some(*until) } else { None }).next_back()
}

fn updated(remedy: &Remedy, from: Date, until: Date) -> bool {
    remedy.done.iter().any(|(on, does)| matches!(does, Does::Updates) && from <= *on && *on < until)
}

/// Every key that had to go by the last day, with the program running each day.
pub fn expected(council: &Council) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for remedy in REMEDIES {
        for today in days(FIRST, LAST).filter(|day| runs(remedy, *day)) {
            let counts = expected_on(remedy, today).unwrap_or(remedy.on);
            for about in BTreeSet::from([remedy.on, counts]) {
                of_remedy(&mut keys, remedy, about, about == counts, today);
            }
        }
    }
    for duty in DUTIES {
        let alarm = duty.other.map_or(duty.due_on, |other| other.min(duty.due_on));
        for today in days(FIRST, LAST).filter(|day| duty.met.is_none_or(|met| *day < met)) {
            let kind = match today {
                _ if today >= first_working_after(alarm) => "missed",
                _ if today > alarm || today < shifted(alarm, -14) => continue,
                _ if today >= shifted(alarm, -3) => "due_3",
                _ => "due_14",
            };
            for role in ["link_officer", "monitoring_officer"] {
                keys.insert(format!("duty {} {} {alarm} {kind} {role}", council.paper, duty.key));
            }
        }
    }
    keys
}

fn of_remedy(keys: &mut BTreeSet<String>, remedy: &Remedy, about: Date, counts: bool, today: Date) {
    let key = |what: &str, who: &str| format!("{CASE}/{} {about} {what} {who}", remedy.number);
    let [d45, d14, d7] = [45, 14, 7].map(|n| shifted(about, -n));
    if (d45..d14).contains(&today) {
        keys.insert(key("opens_45", "owner"));
    }
    if (d14..d7).contains(&today) {
        keys.insert(key("opens_14", "owner"));
    }
    if (d7..=about).contains(&today) {
        keys.insert(key("early_warning", "owner"));
        keys.insert(key("early_warning", "link_officer"));
    }
    // Silence goes up only where the owner had been asked before.
    if today >= d14 && keys.contains(&key("opens_45", "owner")) && !updated(remedy, d45, d14) {
        keys.insert(key("silence_14", "service_director"));
    }
    if today >= d7 && keys.contains(&key("opens_14", "owner")) && !updated(remedy, d14, d7) {
        keys.insert(key("silence_7", "monitoring_officer"));
    }
    if today >= first_working_after(about) {
        for who in ["owner", "link_officer", "service_director", "monitoring_officer"] {
            keys.insert(key("overdue", who));
        }
    }
    if counts && today >= shifted(about, 14) {
        keys.insert(key("long_overdue", "chief_executive"));
    }
}
