//! The statute book: every duty with its clock, its words, and worked examples that run as tests.
//!
//! One folder an Act, one file a provision. To add a duty: write its constant in the provision's file and name it in the
//! `ALL` list of its Act. `docs/duties.md`, the pages and the commands follow from the constants.

/// The clock of a duty on given facts.
mod answer;
/// Where the law leaves a choice, and what a council works to.
mod choice;
/// The parts of a duty.
mod law;
/// Events that start a clock.
mod trigger;

/// Complaint Handling Code of the Ombudsman, 2024.
pub mod code2024;
/// Data Protection Act 2018: complaints.
pub mod dpa2018;
/// Freedom of Information Act 2000.
pub mod foia2000;
/// Local Government Act 1972: meetings, papers, minutes.
pub mod lga1972;
/// Local Government Act 1974, Part III: the Ombudsman's reports.
pub mod lga1974;
/// Local Government Act 2000, Part 1A: scrutiny and call-in.
pub mod lga2000;
/// Local Government and Housing Act 1989: the monitoring officer's reports.
pub mod lgha1989;
/// The Ombudsman's practice: enquiries, drafts, remedies, letters.
pub mod lgsco;
/// The executive arrangements regulations of 2012.
pub mod si2012_2089;
/// The openness regulations of 2014.
pub mod si2014_2095;

pub use answer::{Answer, Due, Inputs, OtherAnswer, Refusal, compute, due_date, read_date};
pub use choice::{Choice, Pick, Settings};
pub use law::{
    ANY, DateIs, Duty, EXECUTIVE, Example, Expected, Extension, Governance, How, Jurisdiction, Mark, Marked, NONE, Other, PART_III_MODERN,
    Proof, Version,
};
pub use trigger::Trigger;

/// The Acts in the order of the statute book.
const ACTS: &[&[&Duty]] = &[
    lga1974::ALL,
    lgha1989::ALL,
    si2012_2089::ALL,
    lga1972::ALL,
    si2014_2095::ALL,
    lga2000::ALL,
    code2024::ALL,
    lgsco::ALL,
    foia2000::ALL,
    dpa2018::ALL,
];

/// Every duty that the program knows.
pub fn all() -> impl Iterator<Item = &'static Duty> {
    ACTS.iter().flat_map(|act| act.iter().copied())
}

/// The duty of a key. A key that is unknown is refused with the nearest ones.
pub fn find(key: &str) -> Result<&'static Duty, Refusal> {
    all().find(|d| d.key == key).ok_or_else(|| Refusal::UnknownDuty { key: key.into(), nearest: nearest(key) })
}

/// Up to three keys nearest to what was typed, nearest first; none when nothing is near.
pub fn nearest(key: &str) -> Vec<&'static str> {
    let typed = key.trim().to_lowercase().replace(['-', ' '], "_");
    let mut near: Vec<(usize, &str)> = all().map(|d| (distance(&typed, d.key), d.key)).collect();
    near.sort_unstable();
    let mut keys: Vec<&str> = near.iter().filter(|(d, k)| *d * 3 <= k.len()).map(|(_, k)| *k).collect();
    // A few words of the key are a good guess too: `consider notify`.
    let words: Vec<&str> = typed.split('_').filter(|w| w.len() > 2).collect();
    let has_all = |k: &str| !words.is_empty() && words.iter().all(|w| k.contains(w));
    keys.extend(all().map(|d| d.key).filter(|k| has_all(k)));
    let mut seen = Vec::new();
    keys.retain(|k| {
        !seen.contains(k) && {
            seen.push(*k);
            true
        }
    });
    keys.truncate(3);
    keys
}

/// How many letters must be changed, added or left out to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let swap = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = swap.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests;
