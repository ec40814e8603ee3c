//! Chains, carried recommendations and placeholders.

use jiff::civil::date;

use super::*;

fn key(text: &str) -> CaseKey {
    CaseKey::read(text).unwrap()
}

fn link(later: &str, earlier: &str, relation: Relation) -> Link {
    Link { later: key(later), earlier: key(earlier), relation, by: "L. Officer".into(), on: date(2023, 11, 1), paper: None }
}

fn three() -> Follows {
    let mut follows = Follows::default();
    follows.link(link("23 005 479", "22 011 825", Relation::RemedyNotCarriedOut)).unwrap();
    follows.link(link("22 011 825", "21 011 785", Relation::RemedyNotCarriedOut)).unwrap();
    follows
}

#[test]
fn three_references_in_a_row_are_one_chain_from_whichever_you_look() {
    let follows = three();
    let chain = [key("21 011 785"), key("22 011 825"), key("23 005 479")];
    for case in &chain {
        assert_eq!(follows.chain(case), chain);
    }
    assert_eq!(follows.chain(&key("23 006 024")), [key("23006024")]);
}

#[test]
fn a_circle_is_refused() {
    let mut follows = three();
    let circle = follows.link(link("21 011 785", "23 005 479", Relation::SameMatter)).unwrap_err();
    assert_eq!(circle.to_string(), "21 011 785 cannot follow 23 005 479: 23 005 479 already follows 21 011 785");
    assert!(matches!(follows.link(link("21 011 785", "21 011 785", Relation::Joint)), Err(CannotLink::Circle { .. })));
    assert!(matches!(follows.link(link("22 011 825", "21 011 785", Relation::RemedyNotCarriedOut)), Err(CannotLink::Already(..))));
}

#[test]
fn joint_cases_follow_neither_of_each_other() {
    let mut follows = Follows::default();
    follows.link(link("24 003 239", "23 017 883", Relation::Joint)).unwrap();
    assert!(follows.link(link("23 017 883", "24 003 239", Relation::Joint)).is_err());
    assert_eq!(follows.joint(&key("23 017 883")), [&key("24 003 239")]);
    assert_eq!(follows.chain(&key("23 017 883")).len(), 1);
}

#[test]
fn a_placeholder_stands_until_its_reference_is_known() {
    let mut follows = Follows::default();
    for n in 1..=8 {
        follows.link(link("18 016 599", &format!("PREV-{n}"), Relation::Review)).unwrap();
    }
    let carried = CarriedForward {
        recommendation: "PREV-1/2".into(),
        into: key("18 016 599"),
        by: "L. Officer".into(),
        on: date(2019, 10, 2),
        letter: "minute (c)".into(),
    };
    follows.carry(carried.clone());
    follows.carry(carried);
    assert_eq!(follows.carried().len(), 1);
    assert_eq!(follows.chain(&key("18 016 599")).len(), 9);
    follows.resolve("PREV-1", "18 001 971".parse().unwrap()).unwrap();
    assert_eq!(follows.chain(&key("18 001 971")).len(), 2);
    assert_eq!(follows.carried()[0].recommendation, "18 001 971/2");
    assert!(follows.resolve("PREV-1", "18 001 972".parse().unwrap()).is_err());
    assert!(follows.resolve("PREV-2", "18 001 971".parse().unwrap()).is_err(), "two cases never become one by a typing error");
}

#[test]
fn a_date_is_no_reference_and_no_placeholder() {
    assert!(CaseKey::read("25 01 07").is_err());
    assert!(CaseKey::read("PREV-").is_err());
    assert_eq!(key("22-011-825"), key("22011825"));
}
