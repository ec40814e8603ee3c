//! Evidence: what each recommendation needs, and the files that show it, with hash, who and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::recommendation::Recommendation;
use crate::wrong::{Wrong, reasons};

/// Something that must be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Required {
    /// The recommendation's key.
    pub recommendation: String,
    /// Its number among those of the recommendation, from 1.
    pub number: u32,
    /// What: `a copy of the letter of apology`.
    pub words: String,
}

/// A file that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// The recommendation's key.
    pub recommendation: String,
    /// The number of what it shows.
    pub number: u32,
    /// The file's name, without a folder.
    pub name: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Who filed it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The authority that it was filed for, by its address.
    pub authority: String,
}

/// The largest file, in bytes.
pub const LARGEST: u64 = 100 * 1024 * 1024;

/// What a kind of remedy mostly needs. The Ombudsman's own words come first where the decision gives them.
pub fn usual(kind: &str) -> &'static str {
    match kind {
        "apology" => "A copy of the letter of apology",
        "payment" | "payment_distress" | "payment_loss_of_service" | "payment_loss" => "Proof of payment, with its day",
        "training" => "The material, and who attended on which day",
        "policy" => "The policy as changed, and the decision that adopts it",
        "review" => "The list of cases looked at, and what was found",
        "letters" => "The list of people written to, and a copy of the letter",
        "consider" => "The minute of the meeting that considered the report",
        "service" => "What was provided, and since when",
        _ => "What shows that it was done, with its day",
    }
}

/// One requirement a kind, for a person to make exact.
pub fn proposed(recommendation: &Recommendation) -> Vec<Required> {
    let kinds = recommendation.kinds().iter().zip(1..);
    kinds.map(|(kind, number)| Required { recommendation: recommendation.key(), number, words: usual(kind).into() }).collect()
}

impl Filed {
    /// What bars a file: another authority's case, a wrong hash or name, too large, or nothing that it would show.
    pub fn check(&self, authority: &str, required: &[Required]) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.authority != authority {
            wrong.push(Wrong::new("recommendation", "This case belongs to another authority."));
        }
        if !required.iter().any(|r| r.recommendation == self.recommendation && r.number == self.number) {
            wrong.push(Wrong::new("number", "Choose what the file shows."));
        }
        if !is_sha256(&self.sha256) {
            wrong.push(Wrong::new("sha256", "The hash has 64 figures and letters a to f."));
        }
        if !is_plain_name(&self.name) {
            wrong.push(Wrong::new("name", "Give the file a name without a folder."));
        }
        if self.bytes == 0 {
            wrong.push(Wrong::new("bytes", "The file is empty."));
        }
        if self.bytes > LARGEST {
            wrong.push(Wrong::new("bytes", format!("The file has {} bytes; the most is {LARGEST}.", self.bytes)));
        }
        if self.by.trim().is_empty() {
            wrong.push(Wrong::new("by", "Say who files it."));
        }
        wrong
    }
}

/// The lines of a text as requirements, numbered on from those that a recommendation has.
pub fn stated(recommendation: &str, text: &str, after: u32) -> Result<Vec<Required>, Wrong> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if let Some(long) = lines.iter().find(|l| l.chars().count() > LONGEST) {
        let count = long.chars().count();
        return Err(Wrong::new("words", format!("One line has {count} characters; the most is {LONGEST}. Say it in fewer words.")));
    }
    if let Some(at) = (1..lines.len()).find(|at| lines[..*at].contains(&lines[*at])) {
        return Err(Wrong::new("words", format!("“{}” stands there twice.", lines[at])));
    }
    let numbered = lines.into_iter().zip(after.saturating_add(1)..);
    Ok(numbered.map(|(words, number)| Required { recommendation: recommendation.into(), number, words: words.into() }).collect())
}

/// The longest words of one requirement, in characters.
pub const LONGEST: usize = 500;

/// What bars taking back a file, or something that was asked for in error.
pub fn taken_back(why: &str) -> Result<(), Wrong> {
    if reasons(why, 3) { Ok(()) } else { Err(Wrong::new("why", "Say why in a few words: the record keeps them.")) }
}

/// What is not shown yet.
pub fn missing<'a>(required: &'a [Required], filed: &[Filed]) -> Vec<&'a Required> {
    let shown = |r: &Required| filed.iter().any(|f| f.recommendation == r.recommendation && f.number == r.number);
    required.iter().filter(|r| !shown(r)).collect()
}

/// Whether a text is a hash as this record writes them.
pub(super) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
}

/// Whether a name stays in the folder that a bundle is unpacked into.
pub fn is_plain_name(name: &str) -> bool {
    !name.trim().is_empty() && !matches!(name, "." | "..") && !name.contains(['/', '\\', ':']) && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests;
