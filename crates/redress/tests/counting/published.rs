//! The calendar against the bank holidays that the government published, 2012 to 2028.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::{Date, Weekday};
use redress::calendar::{Calendar, DayKind, REVISIONS};
use redress::counting::{days_after, plus};

use crate::Cases;

/// The published days, from the data beside the project; none, said aloud, where it is absent.
fn published(name: &str) -> Option<serde_json::Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/bank-holidays").join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).expect("JSON")),
        Err(_) => {
            println!("skipped: {} is not beside the project", path.display());
            None
        }
    }
}

fn date_of(value: &serde_json::Value) -> Date {
    value.as_str().expect("a text").get(..10).expect("a day").parse().expect("a date")
}

/// The list kept with the tests, which a reader can hold against gov.uk/bank-holidays.
fn kept() -> BTreeSet<Date> {
    include_str!("bank-holidays-2012-2028.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(|d| d.parse().expect("a date"))
        .collect()
}

#[test]
fn the_list_kept_with_the_tests_is_the_published_one() {
    let Some(json) = published("england-and-wales-2012-on.json") else { return };
    let days: BTreeSet<Date> = json["events"].as_array().expect("a list").iter().map(|e| date_of(&e["date"])).collect();
    assert_eq!(days, kept());
}

#[test]
fn the_table_has_the_published_days_and_no_others() {
    let ours: BTreeSet<Date> = (2012..=2028).flat_map(|y| Calendar::england().year(y)).map(|d| d.date).collect();
    assert_eq!(ours, kept());
}

#[test]
fn twenty_thousand_counts_of_working_days_differ_nowhere_from_the_published_days() {
    let (mut cases, off) = (Cases::new(5), kept());
    let mut differences = 0;
    for _ in 0..20_000 {
        let from = cases.day(2012, 2028);
        let days = cases.amount(40) + 1;
        let (mut day, mut left) = (from, days);
        while left > 0 {
            day = plus(day, 1).expect("in range");
            let works = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !off.contains(&day);
            left -= u16::from(works);
        }
        // Past the last published day both ways must still agree, or the case says nothing.
        if day.year() <= 2028 {
            differences += usize::from(days_after(from, days, DayKind::Working, Calendar::england()) != Some(day));
        }
    }
    assert_eq!(differences, 0);
}

#[test]
fn our_revisions_are_those_of_the_published_history() {
    let Some(json) = published("revisions.json") else { return };
    let mut known: BTreeSet<i16> = BTreeSet::new();
    let mut theirs = Vec::new();
    for revision in json.as_array().expect("a list") {
        let list = |name: &str| revision[name].as_array().cloned().unwrap_or_default();
        let years: Vec<i16> = list("years_added").iter().map(|y| y.as_str().expect("a year").parse().expect("a year")).collect();
        // A year that comes back to the page was known before.
        let years: Vec<i16> = years.into_iter().filter(|y| known.insert(*y)).collect();
        let days = |name: &str| -> Vec<Date> { list(name).iter().map(date_of).collect() };
        let (added, removed) = (days("added_in_known_years"), days("removed_from_known_years"));
        if !(years.is_empty() && added.is_empty() && removed.is_empty()) {
            theirs.push((date_of(&revision["committed"]), years, added, removed));
        }
    }
    let ours: Vec<_> = REVISIONS.iter().map(|r| (r.on, r.years.to_vec(), r.added.to_vec(), r.removed.to_vec())).collect();
    assert_eq!(ours, theirs);
}
