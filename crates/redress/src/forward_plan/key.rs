//! Whether a decision is key: SI 2012/2089, regulation 8. The answer is somebody's, with both limbs answered.

use serde::{Deserialize, Serialize};

use crate::wrong::{Wrong, reasons};

/// What the constitution calls significant spending or saving, in pounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold(pub u64);

/// The two limbs of the test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyTest {
    /// Spending or saving that is likely, in pounds.
    pub pounds: u64,
    /// Whether that is significant for the budget of the service, below the council's threshold too.
    pub significant_for_service: bool,
    /// Wards or divisions whose communities it is likely to affect significantly.
    pub wards: u16,
    /// Why, where the answer does not follow from the figures.
    pub why: String,
}

impl Threshold {
    /// Until the council says which sum is significant, any is.
    pub const UNSET: Threshold = Threshold(1);

    /// As a page says it: `£500,000`.
    pub fn words(self) -> String {
        let digits = self.0.to_string();
        let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
        format!("£{}", groups.join(","))
    }
}

impl KeyTest {
    /// Whether it is key.
    pub fn is_key(&self, threshold: Threshold) -> bool {
        self.significant_for_service || self.pounds >= threshold.0 || self.wards >= 2
    }

    /// Which limb makes it key, as a page says it.
    pub fn because(&self, threshold: Threshold) -> Option<String> {
        if self.pounds >= threshold.0 {
            Some(format!("{} pounds, and the constitution calls {} significant", self.pounds, threshold.0))
        } else if self.significant_for_service {
            Some("significant for the budget of the service: regulation 8(1)(a)".into())
        } else if self.wards >= 2 {
            Some(format!("significant for communities in {} wards or divisions: regulation 8(1)(b)", self.wards))
        } else {
            None
        }
    }

    /// Which limb makes it key, as the public reads it: without the council's own estimate.
    pub fn public_because(&self, threshold: Threshold) -> Option<String> {
        if !self.is_key(threshold) {
            return None;
        }
        Some(if self.significant_for_service || self.pounds >= threshold.0 {
            "Spending or saving that is significant for the budget of the service: regulation 8(1)(a)".into()
        } else {
            format!("A significant effect on communities in {} wards or divisions: regulation 8(1)(b)", self.wards)
        })
    }

    /// What keeps the answer from being complete.
    pub fn check(&self, threshold: Threshold) -> Option<Wrong> {
        let by_judgement = self.significant_for_service && self.pounds < threshold.0;
        (by_judgement && !reasons(&self.why, 4))
            .then(|| Wrong::new("why", "The sum is below the council's threshold. Say why it is significant for this service."))
    }
}
