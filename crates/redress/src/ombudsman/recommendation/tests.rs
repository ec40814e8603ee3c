//! Dates that cannot be changed, money and counts that must add up.

use jiff::civil::date;

use super::declared::{Declared, Total, check};
use super::*;
use crate::ombudsman::follows::CaseKey;

#[test]
fn four_weeks_from_the_report_come_three_weeks_before_the_meeting() {
    let on = due("four_weeks", date(2021, 1, 21), None).expect("a day");
    assert_eq!(on, date(2021, 2, 18));
    let told = due_before_meeting(on, date(2021, 3, 11)).expect("told");
    assert!(told.starts_with("due before members meet") && told.contains("21 days") && told.ends_with("officer agreement needed"));
    assert_eq!(due_before_meeting(date(2021, 3, 11), date(2021, 3, 11)), None);
}

fn case() -> CaseKey {
    CaseKey::Known("18 016 599".parse().unwrap())
}

fn asked(number: u32, nature: Nature) -> Asked<'static> {
    let beneficiary = (nature == Nature::Personal).then_some("Mrs X");
    Asked { case: case(), number, nature, kinds: &["apology"], text: "Apologise.", originals: vec![], of: None, beneficiary, money: None }
}

#[test]
fn ten_recommendations_are_five_and_five_or_the_page_says_so() {
    let nature = |n| if n <= 5 { Nature::Personal } else { Nature::ServiceImprovement };
    let mut rows: Vec<Recommendation> = (1..=10).map(|n| Recommendation::new(asked(n, nature(n)), &["apology"]).unwrap()).collect();
    let declared = |total, stated| Declared { total, stated, place: "the report, paragraph 90".into() };
    let totals = [
        declared(Total::Recommendations, 10),
        declared(Total::Personal, 5),
        declared(Total::ServiceImprovements, 5),
        declared(Total::EarlierCases, 8),
    ];
    assert!(check(&totals, &rows, 8).is_empty());
    rows.pop();
    let differs = check(&totals, &rows, 7);
    assert_eq!(differs.iter().map(|d| d.found).collect::<Vec<_>>(), [9, 4, 7]);
    assert_eq!(differs[0].to_string(), "the report, paragraph 90 states 10, and the record has 9");
}

#[test]
fn money_adds_up_to_what_the_paper_declares() {
    let rows: Vec<Recommendation> = [(1, 10_000), (2, 30_000), (3, 50_000)]
        .map(|(n, pence)| {
            let money = Some(Money::recommended("distress", pence));
            Recommendation::new(Asked { money, ..asked(n, Nature::Personal) }, &["apology"]).unwrap()
        })
        .into();
    let declared = Declared { total: Total::Pence, stated: 90_000, place: "the report".into() };
    assert!(check(&[declared], &rows, 0).is_empty());
}

#[test]
fn each_wrong_field_is_named() {
    let bad = Asked { number: 0, text: " ", kinds: &["dancing"], of: Some(0), beneficiary: None, ..asked(1, Nature::Personal) };
    let fields = |asked| Recommendation::new(asked, &["apology"]).unwrap_err().into_iter().map(|w| w.field).collect::<Vec<_>>();
    assert_eq!(fields(bad), ["number", "words", "kinds", "of", "beneficiary"]);
    assert_eq!(fields(Asked { beneficiary: Some("Mrs Example"), ..asked(1, Nature::Personal) }), ["beneficiary"]);
    let paste = "a line\n".repeat(10_000);
    assert_eq!(fields(Asked { text: &paste, ..asked(1, Nature::Procedural) }), ["words"]);
}

#[test]
fn several_dates_are_kept_and_the_last_is_that_of_the_whole() {
    let on = |what: &str, rule: &str| Original::new(what, rule, Some(date(2023, 3, 8)), None).unwrap().unwrap();
    let two = vec![on("training", "three_months"), on("the letters", "one_month")];
    let recommendation = Recommendation::new(Asked { originals: two, of: Some(44), ..asked(4, Nature::Personal) }, &["apology"]).unwrap();
    assert_eq!(recommendation.originals()[0].what(), "the letters");
    assert_eq!(recommendation.original(), Some(date(2023, 6, 8)));
    assert_eq!(recommendation.key(), "18 016 599/4");
}
