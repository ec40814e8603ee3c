//! Councillors and co-opted members: the name, the ward, the party, the terms of office.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A term of office. An end that the source calls *unspecified* is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// First day, when the source gives one.
    pub from: Option<Date>,
    /// Last day; none while it runs.
    pub to: Option<Date>,
}

/// Whether someone held office on a day, by the terms that the record gives.
pub fn in_office(terms: &[Term], on: Date) -> bool {
    terms.iter().any(|t| t.from.is_none_or(|f| f <= on) && t.to.is_none_or(|e| on <= e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_last_day_of_a_term_is_in_office() {
        let terms = [Term { from: Some(date(2021, 5, 10)), to: Some(date(2024, 5, 5)) }];
        assert!(in_office(&terms, date(2024, 5, 5)));
        assert!(!in_office(&terms, date(2024, 5, 6)));
    }
}
