//! The ground on which something is kept from the public: exempt information, or confidential information.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Paragraph;
use crate::wrong::{Warning, Wrong, reasons};

/// Why the law lets the council keep it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ground {
    /// Local Government Act 1972, Schedule 12A: may be kept back while the balance of the public interest says so.
    Exempt {
        /// The descriptions relied on.
        paragraphs: BTreeSet<Paragraph>,
        /// Why keeping it back serves the public better than disclosing it: paragraph 10.
        public_interest: String,
        /// It has terms of a contract that are still negotiated, which section 100F(2A) keeps from members too.
        #[serde(default)]
        contract_terms_in_negotiation: bool,
    },
    /// Section 100A(3): must be kept back.
    Confidential {
        /// What makes it so.
        limb: Limb,
        /// The terms, the enactment or the order.
        why: String,
    },
}

/// The two ways in which information is confidential: Local Government Act 1972, section 100A(3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limb {
    /// A government department gave it on terms that forbid disclosure: (a).
    GovernmentDepartment,
    /// An enactment or a court's order forbids disclosure: (b).
    EnactmentOrCourt,
}

impl Limb {
    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Limb::GovernmentDepartment => "given by a government department on terms that forbid disclosure",
            Limb::EnactmentOrCourt => "its disclosure is forbidden by an enactment or a court",
        }
    }
}

/// Different words below which a text weighs nothing against anything.
const WEIGHING: usize = 8;
/// Different words below which no enactment, order or terms are named.
const NAMING: usize = 3;

impl Ground {
    /// The ground as the public reads it; it never has the reasoning.
    pub fn words(&self) -> String {
        match self {
            Ground::Exempt { paragraphs, .. } => {
                let each: Vec<String> = paragraphs.iter().map(|p| format!("paragraph {}, {}", p.number(), p.words())).collect();
                format!("Exempt under Schedule 12A to the Local Government Act 1972: {}", each.join("; "))
            }
            Ground::Confidential { limb, .. } => format!("Confidential: {}", limb.words()),
        }
    }

    /// The provision.
    pub fn section(&self) -> &'static str {
        match self {
            Ground::Exempt { .. } => "Local Government Act 1972, Schedule 12A, Part 1",
            Ground::Confidential { .. } => "Local Government Act 1972, section 100A(3)",
        }
    }

    /// What bars the ground as it was filled in.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        match self {
            Ground::Exempt { paragraphs, public_interest, contract_terms_in_negotiation } => {
                if paragraphs.is_empty() {
                    wrong.push(Wrong::new("paragraphs", "Choose the paragraph of Schedule 12A that describes the information."));
                }
                if public_interest.trim().is_empty() {
                    wrong.push(Wrong::new("public_interest", "Say why keeping it back serves the public better than disclosing it."));
                } else if !reasons(public_interest, WEIGHING) {
                    wrong.push(Wrong::new(
                        "public_interest",
                        "This is too short to weigh anything. Say what speaks for disclosing it, what against, and why that weighs more.",
                    ));
                }
                if *contract_terms_in_negotiation && !paragraphs.contains(&Paragraph::Business) {
                    wrong.push(Wrong::new(
                        "contract_terms_in_negotiation",
                        "Terms of a contract are paragraph 3: choose that paragraph too.",
                    ));
                }
            }
            Ground::Confidential { limb, why } => {
                if !reasons(why, NAMING) {
                    wrong.push(Wrong::new(
                        "why",
                        match limb {
                            Limb::GovernmentDepartment => "Name the department and the terms on which it gave the information.",
                            Limb::EnactmentOrCourt => "Name the enactment with its section, or the court with the date of its order.",
                        },
                    ));
                }
            }
        }
        wrong
    }

    /// What to tell before the answer is stored with it. `from_ombudsman`: the paper, or what it is about, came from the Ombudsman.
    pub fn warnings(&self, from_ombudsman: bool) -> Vec<Warning> {
        let mut warnings = Vec::new();
        match self {
            Ground::Exempt { paragraphs, .. } => {
                let about_people = paragraphs.contains(&Paragraph::Individual) || paragraphs.contains(&Paragraph::Identity);
                if from_ombudsman && about_people {
                    warnings.push(Warning::new(
                        "people_not_timing",
                        "Paragraphs 1 and 2 protect people. They do not keep a report back only because the Ombudsman has not published it yet.",
                        "Local Government Act 1972, Schedule 12A, Part 1, paragraphs 1 and 2",
                    ));
                }
                if paragraphs.contains(&Paragraph::Business) {
                    warnings.push(Warning::new(
                        "registered_information",
                        "Paragraph 3 does not cover what must be registered, for example at Companies House or with the Charity Commission.",
                        "Local Government Act 1972, Schedule 12A, Part 2, paragraph 8",
                    ));
                }
                warnings.push(Warning::new(
                    "look_again",
                    "The information is exempt only so long as the balance holds: look at it again by the review date, and whenever something changes.",
                    "Local Government Act 1972, Schedule 12A, Part 2, paragraph 10",
                ));
            }
            Ground::Confidential { limb: Limb::GovernmentDepartment, .. } if from_ombudsman => warnings.push(Warning::new(
                "ombudsman_is_no_department",
                "The Ombudsman is not a government department. A report that waits for the Ombudsman to publish is not confidential for that reason, unless an enactment or a court order forbids disclosure.",
                "Local Government Act 1972, section 100A(3)(a)",
            )),
            Ground::Confidential { limb: Limb::EnactmentOrCourt, .. } if from_ombudsman => warnings.push(Warning::new(
                "request_is_no_prohibition",
                "A request to keep a report in confidence is neither an enactment nor a court order. Check that the one you name forbids disclosure by the council.",
                "Local Government Act 1972, section 100A(3)(b)",
            )),
            Ground::Confidential { .. } => {}
        }
        warnings
    }

    /// Whether section 100F(2A) opens it to every member of the council: exempt under paragraph 3 or 6 and nothing else, and
    /// without terms of a contract that are still negotiated.
    pub fn open_to_members(&self) -> bool {
        match self {
            Ground::Exempt { paragraphs, contract_terms_in_negotiation, .. } => {
                let open = |p: &Paragraph| matches!(p, Paragraph::Business | Paragraph::Order);
                !paragraphs.is_empty() && paragraphs.iter().all(open) && !contract_terms_in_negotiation
            }
            Ground::Confidential { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHED: &str = "Openness about spending matters, but the family could be recognised from the dates, and that harm weighs more.";

    fn exempt(numbers: &[u8], public_interest: &str) -> Ground {
        let paragraphs = numbers.iter().filter_map(|n| Paragraph::of_number(*n)).collect();
        Ground::Exempt { paragraphs, public_interest: public_interest.into(), contract_terms_in_negotiation: false }
    }

    fn confidential(limb: Limb, why: &str) -> Ground {
        Ground::Confidential { limb, why: why.into() }
    }

    fn fields(ground: &Ground) -> Vec<String> {
        ground.check().into_iter().map(|w| w.field).collect()
    }

    fn codes(ground: &Ground, from_ombudsman: bool) -> Vec<String> {
        ground.warnings(from_ombudsman).into_iter().map(|w| w.code).collect()
    }

    #[test]
    fn a_ground_needs_a_paragraph_and_reasoning() {
        assert_eq!(fields(&exempt(&[], "")), ["paragraphs", "public_interest"]);
        assert_eq!(fields(&exempt(&[1], "Not in the public interest.")), ["public_interest"]);
        assert_eq!(fields(&exempt(&[1], "no no no no no no no no no no")), ["public_interest"]);
        assert!(fields(&exempt(&[1, 2], WEIGHED)).is_empty());
    }

    #[test]
    fn confidence_needs_its_enactment_named() {
        assert_eq!(fields(&confidential(Limb::EnactmentOrCourt, "the Act")), ["why"]);
        assert!(fields(&confidential(Limb::EnactmentOrCourt, "Children Act 1989, section 97(2)")).is_empty());
    }

    #[test]
    fn terms_of_a_contract_are_paragraph_three() {
        let mut ground = exempt(&[1], WEIGHED);
        if let Ground::Exempt { contract_terms_in_negotiation, .. } = &mut ground {
            *contract_terms_in_negotiation = true;
        }
        assert_eq!(fields(&ground), ["contract_terms_in_negotiation"]);
    }

    #[test]
    fn the_ombudsman_is_no_government_department_and_that_bars_nothing() {
        let ground = confidential(Limb::GovernmentDepartment, "The Ombudsman asked for confidence in a letter.");
        assert_eq!(codes(&ground, true), ["ombudsman_is_no_department"]);
        assert!(ground.check().is_empty(), "a warning is stored, not a bar");
        assert!(codes(&ground, false).is_empty());
        assert_eq!(codes(&confidential(Limb::EnactmentOrCourt, "x"), true), ["request_is_no_prohibition"]);
    }

    #[test]
    fn exempt_grounds_warn_of_timing_and_of_the_balance() {
        assert_eq!(codes(&exempt(&[2], WEIGHED), true), ["people_not_timing", "look_again"]);
        assert_eq!(codes(&exempt(&[2], WEIGHED), false), ["look_again"]);
        assert_eq!(codes(&exempt(&[3], WEIGHED), true), ["registered_information", "look_again"]);
    }

    #[test]
    fn members_read_paragraphs_three_and_six_only() {
        assert!(exempt(&[3, 6], WEIGHED).open_to_members());
        assert!(!exempt(&[1, 3], WEIGHED).open_to_members(), "the individual is protected whatever else is");
        assert!(!exempt(&[], WEIGHED).open_to_members());
        let negotiated = Ground::Exempt {
            paragraphs: [Paragraph::Business].into(),
            public_interest: WEIGHED.into(),
            contract_terms_in_negotiation: true,
        };
        assert!(!negotiated.open_to_members());
        assert!(!confidential(Limb::EnactmentOrCourt, "x").open_to_members());
    }

    #[test]
    fn a_ground_goes_through_json() {
        let ground = exempt(&[3, 6], WEIGHED);
        let json = serde_json::to_string(&ground).unwrap();
        assert!(json.contains(r#""kind":"exempt","paragraphs":[3,6]"#), "{json}");
        assert_eq!(serde_json::from_str::<Ground>(&json).unwrap(), ground);
        assert!(!ground.words().contains("spending"), "the public words leave the reasoning out");
    }
}
