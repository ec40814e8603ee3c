//! A value that the store has read and that nobody sees before `may` has said so.

use std::fmt;

use jiff::civil::DateTime;

use super::{Act, Refused, Subject, may};
use crate::reader::Reader;

/// A value with what decides who sees it. It is not serialized, compared or printed.
pub struct Sealed<T> {
    value: T,
    subject: Subject,
}

impl<T> Sealed<T> {
    /// Seals a value. The store does it where it reads the row.
    pub fn new(value: T, subject: Subject) -> Sealed<T> {
        Sealed { value, subject }
    }

    /// What decides who sees it.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The value, for a reader who may do the act with it.
    pub fn open(self, reader: &Reader, act: Act, now: DateTime) -> Result<T, Refused> {
        may(reader, act, &self.subject, now)?;
        Ok(self.value)
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({})", self.subject.kind.word())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::reader::{Role, SignedIn};

    fn sealed() -> Sealed<String> {
        Sealed::new("the child was at home".into(), Subject::paper())
    }

    #[test]
    fn only_who_may_read_it_gets_the_value() {
        let now = date(2026, 3, 2).at(9, 0, 0, 0);
        assert!(sealed().open(&Reader::Anyone, Act::ReadPaper, now).is_err());
        let officer = Reader::SignedIn(SignedIn { account: 1, roles: [Role::DemocraticServices].into(), ..SignedIn::default() });
        assert_eq!(sealed().open(&officer, Act::ReadPaper, now).unwrap(), "the child was at home");
    }

    #[test]
    fn printing_it_tells_nothing() {
        assert_eq!(format!("{:?} {:#?}", sealed(), sealed()), "Sealed(paper) Sealed(paper)");
    }
}
