//! What is asked for is said line by line, and nothing is taken back without a reason.

use super::*;

#[test]
fn each_line_is_a_requirement_numbered_on_from_what_is_there() {
    let stated = |text: &str, after| stated("23 006 024/3", text, after);
    let two = stated(" The letter \n\nProof of payment\n", 2).unwrap();
    let said: Vec<(u32, &str)> = two.iter().map(|r| (r.number, r.words.as_str())).collect();
    assert_eq!(said, [(3, "The letter"), (4, "Proof of payment")]);
    assert!(stated("", 0).unwrap().is_empty());
    assert_eq!(stated("A\nB\nA", 0).unwrap_err().field, "words");
    assert_eq!(stated(&"a".repeat(LONGEST + 1), 0).unwrap_err().field, "words");
    assert!(stated(&"a".repeat(LONGEST), 0).is_ok());
}

#[test]
fn a_file_is_taken_back_with_a_reason_alone() {
    assert!(taken_back("It is about another family").is_ok());
    assert!(taken_back("wrong wrong wrong").is_err() && taken_back("").is_err());
}
