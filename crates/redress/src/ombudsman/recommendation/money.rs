//! The money of a remedy, in pence: what the Ombudsman recommended, what was agreed, what was paid. Officers only.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::history::{CannotAdd, Entry, History};

/// What the payment rests on. Who may decide it hangs on this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// Local Government Act 1974, section 31(3): on considering a report.
    Section31,
    /// Local Government Act 2000, section 92: maladministration that may have harmed somebody.
    Section92,
    /// Another power, named.
    Other(String),
}

/// A payment that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The sum in pence.
    pub pence: u64,
    /// The power.
    pub power: Power,
    /// The resolution, or the entry of the scheme of delegation, that allows it.
    pub authority: String,
}

/// Money of one head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    head: String,
    recommended: u64,
    agreed: History<u64>,
    paid: History<Payment>,
}

/// Why money is not written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_record_money", rename_all = "snake_case")]
pub enum CannotRecordMoney {
    /// No authority for the payment.
    #[error("say which resolution or delegation allows the payment")]
    NoAuthority,
    /// Nothing is nothing.
    #[error("a payment is more than nothing")]
    Nothing,
    /// There is no money in this recommendation.
    #[error("this recommendation names no money")]
    NoMoney,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl Money {
    /// What the Ombudsman recommended, under a head: `distress`, `lost education`.
    pub fn recommended(head: &str, pence: u64) -> Money {
        Money { head: head.into(), recommended: pence, agreed: History::default(), paid: History::default() }
    }

    /// The head.
    pub fn head(&self) -> &str {
        &self.head
    }

    /// What the Ombudsman recommended, in pence.
    pub fn asked(&self) -> u64 {
        self.recommended
    }

    /// What was last agreed.
    pub fn agreed(&self) -> Option<u64> {
        self.agreed.last().map(|e| e.value)
    }

    /// Every payment.
    pub fn payments(&self) -> &[Entry<Payment>] {
        self.paid.entries()
    }

    /// What was paid in all.
    pub fn paid(&self) -> u64 {
        self.payments().iter().fold(0, |sum, p| sum.saturating_add(p.value.pence))
    }

    /// Writes down what was agreed.
    pub fn agree(&mut self, by: &str, on: Date, pence: u64) -> Result<(), CannotRecordMoney> {
        Ok(self.agreed.add(Entry::new(by, on, pence))?)
    }

    /// Writes down a payment.
    pub fn pay(&mut self, by: &str, on: Date, payment: Payment) -> Result<(), CannotRecordMoney> {
        if payment.pence == 0 {
            return Err(CannotRecordMoney::Nothing);
        }
        if payment.authority.trim().is_empty() {
            return Err(CannotRecordMoney::NoAuthority);
        }
        Ok(self.paid.add(Entry::new(by, on, payment))?)
    }
}

/// `£1,500.00`.
pub fn pounds(pence: u64) -> String {
    let whole = (pence / 100).to_string();
    let groups: Vec<&str> = whole.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
    format!("£{}.{:02}", groups.join(","), pence % 100)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn recommended_agreed_and_paid_are_three_sums() {
        let mut money = Money::recommended("distress", 50_000);
        money.agree("D. Sample", date(2021, 2, 1), 50_000).unwrap();
        let payment = |pence, authority: &str| Payment { pence, power: Power::Section31, authority: authority.into() };
        money.pay("D. Sample", date(2021, 2, 17), payment(30_000, "minute 59")).unwrap();
        money.pay("D. Sample", date(2021, 2, 18), payment(20_000, "minute 59")).unwrap();
        assert_eq!((money.asked(), money.agreed(), money.paid()), (50_000, Some(50_000), 50_000));
        assert_eq!(money.pay("D. Sample", date(2021, 2, 18), payment(1, " ")), Err(CannotRecordMoney::NoAuthority));
        assert_eq!(money.pay("D. Sample", date(2021, 2, 18), payment(0, "x")), Err(CannotRecordMoney::Nothing));
    }

    #[test]
    fn sums_are_written_in_pounds() {
        assert_eq!(pounds(90_000), "£900.00");
        assert_eq!(pounds(123_456_789), "£1,234,567.89");
        assert_eq!(pounds(5), "£0.05");
    }
}
