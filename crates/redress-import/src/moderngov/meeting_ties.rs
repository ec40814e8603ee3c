//! Whether the words between a body and a day say that the body met on that day.
//!
//! A text is full of days on which other things happened: letters came, time ran out, cases were closed. A day counts only
//! where it stands next to the body, behind a word for a meeting, or behind what a body does with a matter.

/// What bodies do with a matter at a meeting.
const DOINGS: [&str; 24] = [
    "consider",
    "considers",
    "considered",
    "considering",
    "meet",
    "meets",
    "met",
    "note",
    "noted",
    "agree",
    "agreed",
    "approve",
    "approved",
    "resolved",
    "decided",
    "receive",
    "received",
    "discuss",
    "discussed",
    "deferred",
    "scrutinised",
    "review",
    "reviewed",
    "adopted",
];
/// Words before what a body does: `had also considered`.
const HELPERS: [&str; 22] = [
    "had",
    "has",
    "have",
    "having",
    "will",
    "would",
    "is",
    "was",
    "were",
    "to",
    "be",
    "being",
    "also",
    "then",
    "first",
    "already",
    "since",
    "duly",
    "itself",
    "unanimously",
    "next",
    "which",
];
/// Words with which something else begins, whose day it is then.
const ELSEWHERE: [&str; 32] = [
    "that",
    "which",
    "who",
    "whose",
    "would",
    "had",
    "was",
    "were",
    "is",
    "are",
    "will",
    "has",
    "have",
    "closed",
    "ended",
    "ends",
    "expired",
    "expires",
    "began",
    "begins",
    "started",
    "published",
    "issued",
    "dated",
    "wrote",
    "written",
    "sent",
    "signed",
    "paid",
    "made",
    "due",
    "complained",
];
/// What reaches a body in writing on a day when it need not meet.
const WRITINGS: [&str; 10] = [
    "wrote to",
    "written to",
    "writes to",
    "letter to",
    "letter from",
    "sent to",
    "email to",
    "wrote to the",
    "letter to the",
    "sent to the",
];
/// Most words between `at` and the day: `at their next ordinary meeting to be held on`.
const NEAR: usize = 9;

/// Whether a body met on the day: `before` stands before its name, `between` between the name and the day.
pub fn tie(before: &str, between: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().map(|w| w.trim_matches([',', '(', ')', ':'])).filter(|w| !w.is_empty()).collect();
    let Some((last, rest)) = words.split_last() else { return between.trim().is_empty() };
    if is_next_to(&words) {
        let before = before.trim_end();
        return !WRITINGS.iter().any(|w| before.ends_with(w));
    }
    matches!(*last, "on" | "of" | "for") && (at_meeting(rest) || did(rest))
}

/// `Cabinet on …`, `Cabinet meeting held on …`, `Cabinet to be held on …`.
fn is_next_to(words: &[&str]) -> bool {
    let links = ["on", "of", "for", "the", "held", "to", "be", "is", "was", "meeting", "meetings", "’s", "next", "last"];
    words.len() <= 6 && words.iter().all(|w| links.contains(w)) && !matches!(words, ["is" | "was" | "to", ..] if !words.contains(&"held"))
}

/// `at its next meeting on …`: the last words before the day name a meeting that something goes to.
fn at_meeting(words: &[&str]) -> bool {
    let near = &words[words.len().saturating_sub(NEAR)..];
    let Some(meeting) = near.iter().rposition(|w| matches!(*w, "meeting" | "meetings")) else { return false };
    let holds = near[meeting + 1..].iter().all(|w| matches!(*w, "held" | "to" | "be" | "which" | "was" | "is"));
    holds && near[..meeting].iter().any(|w| matches!(*w, "at" | "to" | "for" | "from" | "of" | "before"))
}

/// `had considered the report on …`: the body's own doing, and nothing else that the day might belong to.
fn did(words: &[&str]) -> bool {
    let Some(doing) = words.iter().position(|w| !HELPERS.contains(w)).filter(|at| DOINGS.contains(&words[*at])) else { return false };
    !words[doing + 1..].iter().any(|w| ELSEWHERE.contains(w))
}

/// Where `the meeting held on` begins that ends a text, without its body's name.
pub fn of_unnamed(before: &str) -> Option<usize> {
    let end = ["meeting on ", "meeting held on ", "meeting of "].iter().find(|end| before.ends_with(**end))?;
    let at = before.len() - end.len();
    // `a meeting on …` may be one of anybody's.
    let known = ["the ", "last ", "next ", "previous ", "its ", "their ", "ordinary ", "special ", "extraordinary ", "annual "];
    known.iter().any(|word| before[..at].ends_with(word)).then_some(at)
}
