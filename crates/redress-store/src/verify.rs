//! Whether the stores are what they were: every chain recomputed, every body hashed, every kept file read.

use serde::Serialize;

use crate::StoreError;
use crate::chain::sha256;
use crate::desk::Desk;
use crate::register::{LogLine, LogRow, Register};

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// `journal`, `publications of the desk`, `publications of the register`, `sources`.
    pub what: String,
    /// The place, or the hash of a file.
    pub at: String,
    /// What is wrong.
    pub why: String,
}

/// What was checked, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Journal entries whose chain was recomputed.
    pub journal: u64,
    /// Publications whose chain was recomputed, in the register.
    pub publications: u64,
    /// Kept files whose hash was recomputed.
    pub files: u64,
    /// The hash of the last publication: whoever keeps it can prove a later change.
    pub last_hash: String,
    /// What is not what it was.
    pub faults: Vec<Fault>,
}

/// Checks the register alone, as a public node can.
pub async fn register(register: &Register) -> Result<Report, StoreError> {
    let mut report = Report::default();
    let mut chain = Chain::new("publications of the register");
    loop {
        let rows = register.log_after(chain.seq, 500).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            chain.publication(row, &mut report.faults);
        }
        report.publications += rows.len() as u64;
    }
    report.last_hash = chain.previous;
    Ok(report)
}

/// Checks the register against lines of the log that somebody kept: each must fit the one before it and stand here
/// unchanged. A copy may begin and end anywhere, but has no gap.
pub async fn against_copy(register: &Register, copy: &[LogLine]) -> Result<Report, StoreError> {
    let mut report = self::register(register).await?;
    let fault = |seq: i64, why: &str| Fault { what: "the kept copy".into(), at: seq.to_string(), why: why.into() };
    for pair in copy.windows(2) {
        if pair[0].seq.checked_add(1) != Some(pair[1].seq) {
            report.faults.push(fault(pair[1].seq, "a line is missing before it"));
        } else if pair[1].link(&pair[0].hash) != pair[1].hash {
            report.faults.push(fault(pair[1].seq, "the copy does not fit its own hash: the copy was altered"));
        }
    }
    if copy.first().is_some_and(|first| first.seq == 1 && first.link("") != first.hash) {
        report.faults.push(fault(1, "the copy does not fit its own hash: the copy was altered"));
    }
    for lines in copy.chunks(500) {
        let Some(first) = lines.first() else { break };
        let rows = register.log_after(u64::try_from(first.seq.saturating_sub(1)).unwrap_or(0), 500).await?;
        for line in lines {
            match rows.iter().find(|row| row.seq == line.seq) {
                None => report.faults.push(fault(line.seq, "the register no longer has it")),
                Some(row) if row.line() != *line => report.faults.push(fault(line.seq, "the register says something else now")),
                Some(_) => {}
            }
        }
    }
    Ok(report)
}

/// Checks desk and register, and that they agree.
pub async fn both(desk: &Desk, public: &Register) -> Result<Report, StoreError> {
    let mut report = register(public).await?;
    let mut chain = Chain::new("publications of the desk");
    loop {
        let after = i64::try_from(chain.seq).unwrap_or(i64::MAX);
        let rows = desk.log_after(after, 500).await?;
        let Some(first) = rows.first() else { break };
        let twins = public.log_after(u64::try_from(first.seq - 1).unwrap_or(0), 500).await?;
        for row in &rows {
            chain.publication(row, &mut report.faults);
            let twin = twins.iter().find(|t| t.seq == row.seq);
            if twin.is_none_or(|t| t.hash != row.hash) {
                report.faults.push(chain.fault(row.seq, "the register does not hold what the desk published"));
            }
        }
    }
    if chain.previous != report.last_hash {
        let place = i64::try_from(chain.seq).unwrap_or(i64::MAX);
        report.faults.push(chain.fault(place, "the register's log ends elsewhere than the desk's"));
    }
    let mut chain = Chain::new("journal");
    loop {
        let rows = desk.journal_after(i64::try_from(chain.seq).unwrap_or(i64::MAX), 500).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            chain.link(row.seq, &row.link(&chain.previous), &row.hash, &mut report.faults);
            report.journal += 1;
        }
    }
    for (shelf, hash) in desk.kept_files().await? {
        report.files += 1;
        let why = match desk.files.fetch(shelf, &hash).await? {
            None => "is missing",
            Some(bytes) if sha256(&bytes) != hash => "was altered",
            Some(_) => continue,
        };
        report.faults.push(Fault { what: shelf.folder().into(), at: hash, why: format!("the kept {} {why}", shelf.words()) });
    }
    Ok(report)
}

/// A chain being recomputed.
struct Chain {
    what: &'static str,
    seq: u64,
    previous: String,
}

impl Chain {
    fn new(what: &'static str) -> Chain {
        Chain { what, seq: 0, previous: String::new() }
    }

    fn publication(&mut self, row: &LogRow, faults: &mut Vec<Fault>) {
        self.link(row.seq, &row.link(&self.previous), &row.hash, faults);
    }

    fn link(&mut self, seq: i64, computed: &str, stored: &str, faults: &mut Vec<Fault>) {
        let expected = self.seq + 1;
        if u64::try_from(seq) != Ok(expected) {
            faults.push(self.fault(seq, &format!("{expected} is missing before it")));
        }
        if computed != stored {
            faults.push(self.fault(seq, "what is stored does not fit its hash: it was altered, or an earlier one was"));
        }
        self.seq = u64::try_from(seq).unwrap_or(expected);
        self.previous = stored.to_string();
    }

    fn fault(&self, seq: i64, why: &str) -> Fault {
        Fault { what: self.what.into(), at: seq.to_string(), why: why.into() }
    }
}
