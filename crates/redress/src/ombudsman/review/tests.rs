//! A review from its commission to its closure.

use jiff::civil::date;

use super::*;

fn key(n: usize) -> CaseKey {
    CaseKey::Placeholder(format!("PREV-{n}"))
}

fn of(declared: usize) -> Review {
    let by = vec!["The portfolio holder".to_string(), "The executive director".to_string()];
    Review::commission(Commission { title: "Earlier cases".into(), declared, by, on: date(2019, 10, 1) })
}

fn entry(finding: Finding) -> Entry<Finding> {
    Entry::new("A. Auditor", date(2020, 2, 3), finding).shown_by("file 12")
}

fn said(words: &str) -> Entry<String> {
    Entry::new("The Board", date(2020, 3, 2), words.into())
}

#[test]
fn eight_earlier_cases_are_four_done_and_four_that_cannot_be_shown() {
    let mut review = of(8);
    for n in 1..=7 {
        review.take_in(key(n)).unwrap();
    }
    assert_eq!(review.close(said("all seen")), Err(CannotReview::TotalDiffers { declared: 8, found: 7 }));
    review.take_in(key(8)).unwrap();
    assert_eq!(review.take_in(key(8)), Err(CannotReview::Already("PREV-8".into())));
    for n in 2..=8 {
        let new_action = "Write to the family again".into();
        let finding = if n <= 4 { Finding::Done } else { Finding::CannotBeShown { new_action } };
        review.find(&key(n), entry(finding)).unwrap();
    }
    assert_eq!(review.close(said("all seen")), Err(CannotReview::StillOpen(1)));
    assert_eq!(review.find(&key(1), entry(Finding::NotDone { new_action: " ".into() })), Err(CannotReview::NoNewAction));
    review.find(&key(1), entry(Finding::Done)).unwrap();
    assert_eq!(review.summary().words(), "4 done, 4 cannot be shown, of 8");
    review.close(said("all seen")).unwrap();
    assert_eq!(review.take_in(key(9)), Err(CannotReview::Closed));
    assert_eq!(review.find(&key(1), entry(Finding::Done)), Err(CannotReview::Closed));
}

#[test]
fn what_is_left_out_is_counted_no_more_and_can_come_back() {
    let mut review = of(1);
    review.take_in(key(1)).unwrap();
    review.take_in(key(2)).unwrap();
    review.find(&key(1), entry(Finding::DoneLate)).unwrap();
    assert_eq!(review.leave_out(&key(1), said("not ours")), Err(CannotReview::HasFinding("PREV-1".into())));
    review.leave_out(&key(2), said("it is 23 900 002")).unwrap();
    assert_eq!((review.summary().of, review.all().len(), review.may_close()), (1, 2, Ok(())));
    assert_eq!(review.find(&key(2), entry(Finding::Done)), Err(CannotReview::NotInReview("PREV-2".into())));
    review.take_in(key(2)).unwrap();
    assert_eq!(review.may_close(), Err(CannotReview::TotalDiffers { declared: 1, found: 2 }));
}

#[test]
fn the_report_gives_text_and_table_and_names_no_case_that_may_not_be_named() {
    let mut review = of(3);
    for n in 1..=2 {
        review.take_in(key(n)).unwrap();
    }
    review.find(&key(1), entry(Finding::NotDone { new_action: "Train the team".into() })).unwrap();
    review.find(&key(2), entry(Finding::CannotBeShown { new_action: "Write to Mrs X".into() })).unwrap();
    let report = review.report(date(2020, 2, 4), |case| *case == key(1));
    assert_eq!(
        report.text[0],
        "On 1 October 2019 The portfolio holder and The executive director commissioned a review of 3 earlier cases of the Ombudsman's."
    );
    assert_eq!(report.text[1], "On 4 February 2020: 1 not done, 1 cannot be shown, of 2.");
    assert_eq!(report.text[2], "2 of 3 cases are listed so far.");
    assert_eq!(report.table[0], ["PREV-1", "Not done", "Train the team"]);
    assert_eq!(report.table[1], ["A case that cannot be named yet", "Cannot be told yet", "Cannot be told yet"]);
}
