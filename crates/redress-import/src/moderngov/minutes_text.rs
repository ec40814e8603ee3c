//! What can be read from a minute: the vote, who moved and seconded, and pairs of issue and response.

use std::sync::{LazyLock, OnceLock};

use redress::minutes::{Exchange, Minutes, Mover, read_exchange};
use redress::vote::{Manner, Vote};
use regex::Regex;

use crate::moderngov::motions::Motions;

/// What every vote, motion or amendment is told with; most paragraphs hold none of it.
static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("nanimous|NANIMOUS|vote|Vote|VOTE|carried|CARRIED|lost|LOST|gainst|oved|OVED|roposed|ROPOSED|conded by|pported by|mendment|MENDMENT").ok()
});
static TO: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)\bby (\d{1,3}) votes? to (\d{1,3})\b").ok());
static FOR: Figure = Figure::new(
    r"(?i)\bfor(?: the (?:motion|amendment|recommendations?))?\s*[:–-]\s*(\d{1,3})\b",
    r"(?i)\b(\d{1,3}) (?:members? )?(?:votes? |voted |voting )?(?:for|in favour)\b",
);
static AGAINST: Figure = Figure::new(
    r"(?i)\bagainst(?: the (?:motion|amendment|recommendations?))?\s*[:–-]\s*(\d{1,3})\b",
    r"(?i)\b(\d{1,3}) (?:members? )?(?:votes? |voted |voting )?against\b",
);
static ABSTAINED: Figure = Figure::new(
    r"(?i)\babst(?:entions?|ained|aining)\s*[:–-]\s*(\d{1,3})\b",
    r"(?i)\b(\d{1,3}) (?:members? )?abst(?:entions?|ained|aining)\b",
);
static MOVED_BY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(moved|proposed) by (.{3,120}?)(?:,? and (?:duly )?|, (?:duly )?)(seconded|supported) by (.{3,120}?)(?:,? and\b|,? that\b|, put\b|,|:|;|\.|$)").ok()
});
static SUBJECT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(.{3,160}?), (seconded|supported) by (.{3,160}?),? (moved|proposed)\b").ok());
static SUBJECT_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^((?:Councillor|Cllr|Alderman) [^,.;]{2,60}?) (moved|MOVED|proposed|PROPOSED)\b.*?(?:, (?:and (?:was )?)?|\b)(?:(seconded|SECONDED) by ((?:Councillor|Cllr|Alderman) [^,.;]{2,60}?))?(?:[,.;:]|$)").ok()
});
static SECONDED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:was|were) (?:duly )?(seconded|supported) by ((?:Councillor|Cllr|Alderman) [^,.;]{2,60}?)(?: and (?:agreed|carried|put|lost|resolved|it)\b|[,.;:]|$)").ok()
});

/// A figure behind its label, `For: 7`, or before it, `7 for`. A list of labels decides for the first form.
struct Figure {
    behind: LazyPattern,
    before: LazyPattern,
}

/// A pattern that is compiled when a sentence first needs it.
struct LazyPattern(&'static str, OnceLock<Option<Regex>>);

impl LazyPattern {
    fn first(&self, sentence: &str) -> Option<u32> {
        let pattern = self.1.get_or_init(|| Regex::new(self.0).ok());
        number(&pattern.as_ref()?.captures(sentence)?, 1)
    }
}

impl Figure {
    const fn new(behind: &'static str, before: &'static str) -> Figure {
        Figure { behind: LazyPattern(behind, OnceLock::new()), before: LazyPattern(before, OnceLock::new()) }
    }

    fn in_words(&self, sentence: &str) -> Option<u32> {
        self.behind.first(sentence).or_else(|| self.before.first(sentence))
    }
}

/// Reads a minute from its paragraphs.
pub fn read(paragraphs: &[&str]) -> Minutes {
    let mut motions = Motions::default();
    for paragraph in paragraphs {
        if motions.amending || MARKS.as_ref().is_none_or(|r| r.is_match(paragraph)) {
            sentences(paragraph).for_each(|s| motions.hear(s));
        }
    }
    let discussion: Vec<Exchange> = paragraphs.iter().filter_map(|p| read_exchange(p)).collect();
    let (vote, movers) = motions.settled();
    Minutes { text: paragraphs.join("\n\n"), vote, movers, discussion, ..Minutes::default() }
}

/// The sentences of a paragraph; a full stop before a capital ends one.
pub fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let bytes = paragraph.as_bytes();
    let stops = paragraph.match_indices('.').map(|(at, _)| at + 1).filter(|at| bytes.get(*at) == Some(&b' '));
    let mut ends = stops.filter(|at| {
        let before = paragraph[..at - 1].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // An initial ends no sentence, nor does the number that begins a paragraph; `by 7 votes to 2.` does.
        let figure = before.len() + 1 < *at && !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
        !matches!(before, "Cllr" | "Mr" | "Mrs" | "Ms" | "Dr" | "No" | "para" | "paras" | "Rev") && (before.chars().count() > 1 || figure)
    });
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let to = ends.next().unwrap_or_else(|| {
            done = true;
            paragraph.len()
        });
        let sentence = paragraph[from..to].trim();
        from = to;
        Some(sentence)
    })
    .filter(|s| !s.is_empty())
}

/// The vote that a sentence tells of.
pub fn find_vote(sentence: &str) -> Option<Vote> {
    if !["nanimous", "NANIMOUS", "vote", "Vote", "VOTE", "carried", "CARRIED", "lost", "LOST", "gainst"]
        .iter()
        .any(|w| sentence.contains(w))
    {
        return None;
    }
    let lower = sentence.to_lowercase();
    let vote = |manner, for_, against, abstained| Some(Vote { text: sentence.into(), manner, for_, against, abstained });
    if let Some(found) = TO.as_ref().and_then(|r| r.captures(sentence)) {
        return vote(Manner::Counted, number(&found, 1), number(&found, 2), ABSTAINED.in_words(sentence));
    }
    if let (Some(for_), Some(against)) = (FOR.in_words(sentence), AGAINST.in_words(sentence)) {
        return vote(Manner::Counted, Some(for_), Some(against), ABSTAINED.in_words(sentence));
    }
    let says = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    // `Members were unanimous in their thanks` is no vote.
    if lower.contains("unanimous")
        && says(&["agree", "resol", "carri", "vote", "approv", "pass", "accept", "adopt", "support", "recommend"])
    {
        return vote(Manner::Unanimous, None, None, None);
    }
    let voted = says(&["to the vote", "to a vote", "was voted", "on a vote", "upon a vote", "being put"]);
    if says(&["motion was lost", "amendment was lost", "was defeated", "declared lost", "vote and lost"]) || (voted && says(&[" lost"])) {
        return vote(Manner::Lost, None, None, None);
    }
    let passed = says(&["motion was carried", "amendment was carried", "declared carried", "vote and carried", "motion carried"]);
    if passed || (voted && says(&["carried", "passed", "agreed", "approved"])) {
        return vote(Manner::Carried, None, None, None);
    }
    None
}

fn number(found: &regex::Captures<'_>, group: usize) -> Option<u32> {
    found.get(group)?.as_str().parse().ok()
}

/// Who moved and who seconded or supported, in the sentence's words.
pub fn find_movers(sentence: &str) -> Vec<Mover> {
    // A quick look first: nearly no sentence names a mover.
    let acts = ["oved", "OVED", "roposed", "ROPOSED", "seconded by", "supported by"];
    if !acts.iter().any(|w| sentence.contains(w)) {
        return Vec::new();
    }
    let mover = |name: &str, act: &str| Mover { name: name.trim().trim_end_matches(',').into(), act: act.to_lowercase() };
    if let Some(found) = MOVED_BY.as_ref().and_then(|r| r.captures(sentence)) {
        // A subject doubled by the clerk, `proposed by X proposed`, is named once.
        let name = found[2].trim().trim_end_matches(" proposed").trim_end_matches(" moved");
        return vec![mover(name, &found[1]), mover(&found[4], &found[3])];
    }
    if let Some(found) = SUBJECT.as_ref().and_then(|r| r.captures(sentence)) {
        return vec![mover(&found[1], &found[4]), mover(&found[3], &found[2])];
    }
    if let Some(found) = SUBJECT_FIRST.as_ref().and_then(|r| r.captures(sentence)) {
        let mut movers = vec![mover(&found[1], &found[2])];
        if let (Some(act), Some(name)) = (found.get(3), found.get(4)) {
            movers.push(mover(name.as_str(), act.as_str()));
        }
        return movers;
    }
    // `The proposal was seconded by …`, in a sentence of its own.
    SECONDED.as_ref().and_then(|r| r.captures(sentence)).map(|found| mover(&found[2], &found[1])).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_read_with_their_words() {
        let counted = find_vote("The motion was approved by 23 votes to 12, with 2 abstentions.").expect("a vote");
        assert_eq!((counted.for_, counted.against, counted.abstained), (Some(23), Some(12), Some(2)));
        let listed = find_vote("Votes: For: 7 Against: 4 Abstentions: 1").expect("a vote");
        assert_eq!((listed.for_, listed.against, listed.abstained), (Some(7), Some(4), Some(1)));
        assert_eq!(find_vote("It was agreed unanimously.").map(|v| v.manner), Some(Manner::Unanimous));
        assert_eq!(find_vote("Being put to the vote, the motion was carried.").map(|v| v.manner), Some(Manner::Carried));
        assert_eq!(find_vote("The amendment was put to the vote and lost.").map(|v| v.manner), Some(Manner::Lost));
        assert_eq!(find_vote("The remedy was not carried out and time was lost."), None);
    }

    #[test]
    fn movers_are_named_as_the_minute_names_them() {
        let names = |s: &str| find_movers(s).into_iter().map(|m| format!("{} {}", m.act, m.name)).collect::<Vec<_>>();
        assert_eq!(
            names("It was moved by Councillor A Example, seconded by Councillor B Sample and"),
            ["moved Councillor A Example", "seconded Councillor B Sample"]
        );
        assert_eq!(
            names("The Leader, Councillor Example, supported by the Deputy, Councillor Sample, proposed the plan."),
            ["proposed The Leader, Councillor Example", "supported the Deputy, Councillor Sample"]
        );
        assert_eq!(
            names("Councillor Example moved the motion, seconded by Councillor Sample."),
            ["moved Councillor Example", "seconded Councillor Sample"]
        );
        assert_eq!(names("The family moved house in May."), Vec::<String>::new());
    }
}
