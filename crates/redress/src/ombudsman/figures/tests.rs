//! Figures, what is hidden, and the rows behind them.

use jiff::civil::date;

use super::*;
use crate::ombudsman::axes::Submission;
use crate::ombudsman::case_file::CaseFile;
use crate::ombudsman::history::Entry;
use crate::ombudsman::letter::{From, Kind, tests::letter};
use crate::ombudsman::outcome::{find, usual};
use crate::ombudsman::tracked::Tracked;
use crate::ombudsman::tracked::tests::remedy;

const PUBLIC: [Nature; 2] = [Nature::ServiceImprovement, Nature::Procedural];

fn settle(tracked: &mut Tracked, sent: Date, said: &str, on: Date) {
    tracked.send_evidence(Entry::new("L. Officer", sent, Submission { bundle: "ab".into(), channel: "portal".into() })).unwrap();
    let list = usual();
    tracked.ombudsman_says(&letter(From::Ombudsman, Kind::Outcome, on), find(&list, said).unwrap(), None, "L. Officer", on).unwrap();
}

fn rows() -> Vec<Row> {
    let improvement = |n, rule| remedy(n, rule, Nature::ServiceImprovement);
    let mut all = vec![improvement(1, "one_month"), improvement(2, "one_month"), improvement(3, "three_months"), improvement(4, "none")];
    settle(&mut all[0], date(2023, 4, 6), "complete_and_satisfied", date(2023, 4, 20));
    settle(&mut all[1], date(2024, 2, 20), "completed_late_and_satisfied", date(2024, 4, 23));
    all.push(remedy(5, "one_month", Nature::Personal));
    let mut withdrawn = remedy(6, "one_month", Nature::Procedural);
    settle(&mut withdrawn, date(2023, 4, 6), "withdrawn", date(2023, 4, 20));
    all.push(withdrawn);
    let earlier = CaseFile { from_review: true, ..CaseFile::default() };
    let mut rows: Vec<Row> = all.iter().map(Row::of).collect();
    rows.push(Row::in_file(&improvement(7, "one_month"), &earlier));
    rows
}

/// A second computation that knows only the text of the file and the definitions.
fn from_csv(text: &str, today: &str) -> BTreeMap<String, [u32; 4]> {
    let mut years = BTreeMap::new();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let get = |name: &str| cells[head.iter().position(|h| *h == name).unwrap()];
        let due = get("due_on");
        if due.is_empty() || get("origin") == "review" || !get("no_longer_asked_on").is_empty() {
            continue;
        }
        let (year, month): (i32, u32) = (due[..4].parse().unwrap(), due[5..7].parse().unwrap());
        let first = if month < 4 { year - 1 } else { year };
        let count = years.entry(format!("{first}-{:02}", (first + 1) % 100)).or_insert([0; 4]);
        count[0] += 1;
        let (accepted, unanswered) = (get("accepted_evidence_on"), get("unanswered_evidence_on"));
        // ISO dates stand in the order of their letters.
        let at = if !accepted.is_empty() {
            if accepted <= due { 1 } else { 2 }
        } else if !unanswered.is_empty() {
            if unanswered <= due { 3 } else { 2 }
        } else if today > due {
            2
        } else {
            3
        };
        count[at] += 1;
    }
    years
}

#[test]
fn figures_follow_the_original_date_and_outcomes_that_of_the_letter() {
    let (rows, today) = (rows(), date(2023, 6, 1));
    let years = by_year(&rows, &PUBLIC, today);
    assert_eq!(years[&Year(2023)], Figures { due: 3, in_time: 1, late: 1, pending: 1 });
    assert_eq!(left_out(&rows, &PUBLIC), 2);
    let outcomes = outcomes_by_year(&rows);
    assert_eq!(outcomes[&(Year(2024), "completed_late_and_satisfied".to_string())], 1, "the letter came in the next year");
    assert_eq!(outcomes[&(Year(2023), "complete_and_satisfied".to_string())], 1);
    assert_eq!(Year::of(date(2024, 3, 31)).words(), "2023-24");
    assert_eq!(Year::of(date(2099, 4, 1)).words(), "2099-00");
}

#[test]
fn what_came_in_a_review_of_earlier_cases_is_in_no_figure() {
    let rows = rows();
    let without: Vec<Row> = rows.iter().filter(|r| !r.from_review).cloned().collect();
    assert_eq!(rows.len(), without.len() + 1);
    let today = date(2026, 1, 1);
    assert_eq!(by_year(&rows, &PUBLIC, today), by_year(&without, &PUBLIC, today));
    assert_eq!(left_out(&rows, &PUBLIC), left_out(&without, &PUBLIC));
    let own: Vec<Row> = rows.iter().map(|r| Row { from_review: false, ..r.clone() }).collect();
    assert_ne!(by_year(&own, &PUBLIC, today), by_year(&rows, &PUBLIC, today), "in a file of its own it counts");
    assert!(csv(&rows).lines().any(|line| line.ends_with(",review")));
}

#[test]
fn the_file_gives_the_same_figures_to_whoever_counts_again() {
    let rows = rows();
    for today in [date(2023, 3, 8), date(2023, 6, 8), date(2023, 6, 9), date(2026, 1, 1)] {
        let ours: BTreeMap<String, [u32; 4]> =
            by_year(&rows, &PUBLIC, today).into_iter().map(|(y, f)| (y.words(), [f.due, f.in_time, f.late, f.pending])).collect();
        assert_eq!(ours, from_csv(&public_csv(&rows), &today.to_string()));
        let all = [Nature::Personal, Nature::ServiceImprovement, Nature::Procedural];
        let ours: BTreeMap<String, [u32; 4]> =
            by_year(&rows, &all, today).into_iter().map(|(y, f)| (y.words(), [f.due, f.in_time, f.late, f.pending])).collect();
        assert_eq!(ours, from_csv(&csv(&rows), &today.to_string()));
    }
    assert!(!public_csv(&rows).contains("personal"));
}

#[test]
fn a_carried_forward_recommendation_is_one_row() {
    assert_eq!(rows().iter().filter(|r| r.number == 2).count(), 1);
    assert_eq!(DEFINITIONS.len(), 7);
}
