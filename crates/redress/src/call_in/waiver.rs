//! A decision that cannot wait for the window: waived with the agreement that the constitution asks for, and the reason.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::private_meeting::Agreement;
use crate::wrong::{Wrong, reasons};

/// Call-in waived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The day of the decision.
    pub decided: Date,
    /// Why delay would harm the council or the public.
    pub reason: String,
    /// Who agreed, before the decision.
    pub agreement: Agreement,
    /// The rule of the constitution that allows it.
    pub rule: String,
}

impl Waiver {
    /// What keeps it from holding.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = self.agreement.check(self.decided);
        if !reasons(&self.reason, 5) {
            wrong.push(Wrong::new("waiver_reason", "Say why waiting for call-in would harm the council or the public."));
        }
        if self.rule.trim().is_empty() {
            wrong.push(Wrong::new("rule", "Name the rule of the constitution that allows it."));
        }
        wrong
    }
}
