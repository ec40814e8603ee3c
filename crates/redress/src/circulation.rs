//! Circulation: one row a person, each with its receipts. A bounce keeps the duty open and names the member.
//!
//! Owed to every member in office on the day the paper was made. Who takes office before the last copy went is owed one too.
//! Who leaves before being served stays in the list with the day, and is owed nothing more. No row is ever taken out.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::member::{Term, in_office};

/// The lines of the proof.
mod proof;
/// What happened to a copy.
mod receipt;

pub use proof::proof;
pub use receipt::{CannotReceive, Receipt, ReceiptKind};

/// Somebody who may be owed a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The number in the record of members; of an officer the account's, less than zero, so that the two never meet.
    pub id: i64,
    /// The name; office holders are named.
    pub name: String,
    /// The terms of office; for an officer none.
    pub terms: Vec<Term>,
    /// The terms on the executive.
    pub executive: Vec<Term>,
    /// What it is sent to, where anything is known.
    pub address: Option<String>,
}

/// Why somebody is in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum As {
    /// A member outside the executive.
    Member,
    /// A member of the executive.
    Executive,
    /// An officer whom the law names: the monitoring officer.
    Officer,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    person: i64,
    name: String,
    as_: As,
    took_office_later: Option<Date>,
    left: Option<Date>,
    receipts: Vec<Receipt>,
}

/// A circulation of one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circulation {
    paper: String,
    sha256: String,
    made_on: Date,
    rows: Vec<Row>,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Served.
    pub served: usize,
    /// Owed.
    pub of: usize,
}

impl Row {
    /// The person's number.
    pub fn person(&self) -> i64 {
        self.person
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Why they are in the list.
    pub fn is(&self) -> As {
        self.as_
    }

    /// The last day in office, where they left before a copy went.
    pub fn left(&self) -> Option<Date> {
        self.left
    }

    /// The first day in office, where it came after the paper was made.
    pub fn took_office_later(&self) -> Option<Date> {
        self.took_office_later
    }

    /// Everything that happened to the copy.
    pub fn receipts(&self) -> &[Receipt] {
        &self.receipts
    }

    /// Whether a copy went and did not come back.
    pub fn served(&self) -> bool {
        self.served_at().is_some()
    }

    /// When it first went of what has not come back since.
    pub fn served_at(&self) -> Option<DateTime> {
        let after_bounce = self.receipts.iter().rposition(|r| r.kind.came_to_nothing()).map_or(0, |at| at + 1);
        self.receipts[after_bounce..].first().map(|r| r.at)
    }

    /// Whether a copy is still owed.
    pub fn owed(&self) -> bool {
        self.left.is_none() && !self.served()
    }
}

impl Circulation {
    /// Begins with everybody who is in office on the day the paper was made, and the officers whom the law names.
    pub fn begin(paper: &str, sha256: &str, made_on: Date, people: &[Person], officers: &[Person]) -> Circulation {
        let mut circulation = Circulation { paper: paper.into(), sha256: sha256.into(), made_on, rows: Vec::new() };
        for person in people.iter().filter(|p| in_office(&p.terms, made_on)) {
            circulation.add(person, made_on, None);
        }
        for officer in officers {
            if !circulation.rows.iter().any(|r| r.person == officer.id) {
                circulation.row(officer, As::Officer, None);
            }
        }
        circulation
    }

    /// Brings it to a day: adds who took office since, while a copy was still owed, and marks who left unserved.
    pub fn bring_to(&mut self, people: &[Person], today: Date) {
        let open = !self.outstanding().is_empty();
        for person in people.iter().filter(|p| in_office(&p.terms, today)) {
            match self.rows.iter_mut().find(|r| r.person == person.id) {
                // Somebody who left and came back is owed a copy again.
                Some(row) => row.left = None,
                None if open => self.add(person, today, Some(since(person, today))),
                None => {}
            }
        }
        for row in self.rows.iter_mut().filter(|r| r.as_ != As::Officer && r.owed()) {
            let gone = people.iter().find(|p| p.id == row.person).filter(|p| !in_office(&p.terms, today));
            if let Some(person) = gone {
                row.left = Some(person.terms.iter().filter_map(|t| t.to).filter(|to| *to < today).max().unwrap_or(today));
            }
        }
    }

    fn add(&mut self, person: &Person, on: Date, took_office_later: Option<Date>) {
        let as_ = if in_office(&person.executive, on) { As::Executive } else { As::Member };
        self.row(person, as_, took_office_later);
    }

    fn row(&mut self, person: &Person, as_: As, took_office_later: Option<Date>) {
        let name = person.name.clone();
        self.rows.push(Row { person: person.id, name, as_, took_office_later, left: None, receipts: Vec::new() });
    }

    /// Writes down what happened to a copy.
    pub fn receive(&mut self, person: i64, receipt: Receipt) -> Result<(), CannotReceive> {
        let row = self.rows.iter_mut().find(|r| r.person == person).ok_or(CannotReceive::NotInTheList(person))?;
        receipt.check(&row.receipts, self.made_on, &self.sha256)?;
        row.receipts.push(receipt);
        Ok(())
    }

    /// What is circulated.
    pub fn paper(&self) -> &str {
        &self.paper
    }

    /// The hash of it.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The day the paper was made.
    pub fn made_on(&self) -> Date {
        self.made_on
    }

    /// Every row.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Who is still owed a copy, by name.
    pub fn outstanding(&self) -> Vec<&Row> {
        self.rows.iter().filter(|r| r.owed()).collect()
    }

    /// Whether nobody is.
    pub fn complete(&self) -> bool {
        self.outstanding().is_empty()
    }

    /// The day on which copies first went to members, which starts 21 days; of the executive, where its own day is asked.
    pub fn first_sent(&self, executive_only: bool) -> Option<Date> {
        let of = |r: &&Row| r.as_ == As::Executive || (!executive_only && r.as_ == As::Member);
        self.rows.iter().filter(of).flat_map(|r| &r.receipts).filter(|r| r.kind == ReceiptKind::Sent).map(|r| r.at.date()).min()
    }

    /// How many of a sort were served, of how many that are or were owed one.
    pub fn figure(&self, as_: As) -> Figure {
        let owed: Vec<&Row> = self.rows.iter().filter(|r| r.as_ == as_ && (r.left.is_none() || r.served())).collect();
        Figure { served: owed.iter().filter(|r| r.served()).count(), of: owed.len() }
    }
}

fn since(person: &Person, today: Date) -> Date {
    person.terms.iter().filter(|t| in_office(std::slice::from_ref(*t), today)).filter_map(|t| t.from).max().unwrap_or(today)
}

/// Who is still owed a copy over all circulations of one paper, the earliest first: a copy that came with a later one is enough.
/// Each name stands once.
pub fn owed<'a>(all: &[&'a Circulation]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for (at, circulation) in all.iter().enumerate() {
        let later = |person: i64| all.iter().skip(at + 1).flat_map(|c| c.rows()).any(|r| r.person == person && r.served());
        for row in circulation.outstanding().into_iter().filter(|r| !later(r.person)) {
            if !names.contains(&row.name()) {
                names.push(row.name());
            }
        }
    }
    names
}

impl Figure {
    /// `72 of 72`.
    pub fn words(self) -> String {
        format!("{} of {}", self.served, self.of)
    }
}

#[cfg(test)]
mod tests;
