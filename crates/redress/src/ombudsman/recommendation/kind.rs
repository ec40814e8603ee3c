//! Kinds of remedy, as an editable list. A recommendation may have several.

use crate::ombudsman::vocabulary::Term;

const CATEGORIES: &str = "LGSCO Compliance Manual, appendix 1";
const PUBLIC_WORDS: &str = "LGSCO, how decisions are published";
const SEEN_IN_REPORTS: &str = "reports under section 30 since 2019";

/// The list that a new council starts with.
pub fn usual() -> Vec<Term> {
    vec![
        Term::seen("apology", "Apology", PUBLIC_WORDS),
        Term::seen("payment", "Payment", PUBLIC_WORDS),
        Term::from_memory("payment_distress", "Payment for distress, time and trouble", CATEGORIES),
        Term::from_memory("payment_loss_of_service", "Payment for loss of service", CATEGORIES),
        Term::from_memory("payment_loss", "Payment of a loss that can be counted", CATEGORIES),
        Term::seen("service", "Provide the service", PUBLIC_WORDS),
        Term::seen("decision", "Make the decision that should have been made", PUBLIC_WORDS),
        Term::seen("reconsider", "Reconsider a decision, or a new appeal", PUBLIC_WORDS),
        Term::seen("policy", "Change or review a policy or procedure", PUBLIC_WORDS),
        Term::from_memory("information", "Information or advice to the person", CATEGORIES),
        Term::from_memory("training", "Training or guidance for staff", CATEGORIES),
        Term::seen("review", "Review of other cases", SEEN_IN_REPORTS),
        Term::seen("letters", "Letters to several people", SEEN_IN_REPORTS),
        Term::seen("consider", "Consider the report and tell the Ombudsman", SEEN_IN_REPORTS),
        Term::from_memory("other", "Other", CATEGORIES),
    ]
}

#[cfg(test)]
mod tests {
    use super::usual;
    use crate::ombudsman::vocabulary::check;

    #[test]
    fn the_first_list_passes_its_own_check() {
        assert!(check(&usual(), &["apology", "training"]).is_empty());
    }
}
