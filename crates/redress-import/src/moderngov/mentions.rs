//! Meetings that a text speaks of: a body and a day. They are told from dates of letters and reports by the words between.

use std::sync::LazyLock;

use redress::day::read_long;
use redress::issue::Mention;
use regex::Regex;

use crate::moderngov::meeting_ties;
use crate::moderngov::minutes_text::sentences;

static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)[0-9]{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)[0-9]{2}(?-u:\b)").ok()
});

/// Words that end a body's name and may be named again alone: `the Board`.
const NOUNS: [&str; 8] = ["Committee", "Sub-Committee", "Board", "Panel", "Commission", "Forum", "Partnership", "Group"];
/// Bodies that are named by one word.
const ALONE: [&str; 3] = ["Cabinet", "Executive", "Council"];
/// Words that begin a sentence or name an office, not a body.
const NOT_OF_A_NAME: [&str; 20] = [
    "The",
    "A",
    "An",
    "At",
    "In",
    "As",
    "By",
    "To",
    "His",
    "Her",
    "Their",
    "This",
    "That",
    "Chairman",
    "Chair",
    "Leader",
    "Following",
    "When",
    "Members",
    "Both",
];
/// Bytes before a day within which its body is named.
const NEAR: usize = 400;

/// A body's name in a sentence.
struct Body {
    name: String,
    start: usize,
    end: usize,
}

/// Whether a paragraph gives a day at all; where none does, no meeting is spoken of.
pub fn has_day(paragraph: &str) -> bool {
    DAY.as_ref().is_some_and(|day| day.is_match(paragraph))
}

/// Adds the meetings that a paragraph speaks of. `named` carries full names from paragraph to paragraph.
pub fn find(paragraph: &str, named: &mut Vec<String>, found: &mut Vec<Mention>) {
    for sentence in sentences(paragraph) {
        if !NOUNS.iter().chain(&ALONE).any(|n| sentence.contains(n)) && !sentence.contains("meeting") {
            continue;
        }
        let bodies = bodies(sentence, named);
        let Some(days) = DAY.as_ref() else { return };
        for day in days.find_iter(sentence) {
            let Some(date) = read_long(day.as_str()) else { continue };
            let before = &sentence[..day.start()];
            let behind = bodies.partition_point(|b| b.end <= day.start());
            let mut near = bodies[..behind].iter().rev().take_while(|b| b.end + NEAR > day.start());
            let body = near.find(|b| meeting_ties::tie(&sentence[..b.start], &sentence[b.end..day.start()]));
            let (name, from) = match body {
                Some(b) => (Some(b.name.clone()), b.start),
                None => match meeting_ties::of_unnamed(before) {
                    Some(from) => (None, from),
                    None => continue,
                },
            };
            if !found.iter().any(|m| m.date == date && m.body == name) {
                found.push(Mention { date, body: name, quote: sentence[from..day.end()].into() });
            }
        }
    }
}

fn bodies(sentence: &str, named: &mut Vec<String>) -> Vec<Body> {
    let words: Vec<(usize, &str)> = sentence
        .split(' ')
        .scan(0, |at, w| {
            let start = *at;
            *at += w.len() + 1;
            Some((start, w))
        })
        .collect();
    let mut found = Vec::new();
    for (i, (start, word)) in words.iter().enumerate() {
        let mut bare = bare(word);
        // `Cabinet’s meeting on …` names a body, `Cabinet’s reply` none.
        if let Some(owner) = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s"))
            && words[i + 1..].iter().take(2).any(|(_, w)| w.starts_with("meeting"))
        {
            bare = owner;
        }
        let alone = ALONE.contains(&bare);
        if !alone && !NOUNS.contains(&bare) {
            continue;
        }
        // `Cabinet Member`, `Committee Members`, `Council Procedure Rule` name other things.
        let ends_here = word.ends_with([',', ';', '.', ')', ':']);
        if !ends_here
            && words.get(i + 1).is_some_and(|(_, next)| {
                next.starts_with(char::is_uppercase) || next.starts_with("member") || next.starts_with("portfolio")
            })
        {
            continue;
        }
        let end =
            start + word.len() - word.trim_start_matches('(').len() + word.trim_start_matches('(').find(bare).unwrap_or(0) + bare.len();
        let before = i.checked_sub(1).map_or("", |b| words[b].1);
        if alone {
            let full = matches!(before, "Full" | "full");
            let other_council =
                bare == "Council" && !full && (matches!(before, "the" | "The" | "this") || before.starts_with(char::is_uppercase));
            if !other_council {
                let from = start + word.find(bare).unwrap_or(0);
                found.push(Body { name: bare.into(), start: from, end });
            }
            continue;
        }
        let first = name_start(&words, i);
        if first < i {
            let from = words[first].0 + (words[first].1.len() - words[first].1.trim_start_matches('(').len());
            let name = sentence.get(from..end).unwrap_or(bare).to_string();
            named.push(name.clone());
            found.push(Body { name, start: from, end });
        } else if matches!(before, "the" | "The" | "her" | "his" | "their" | "that" | "this") {
            let Some(name) = named.iter().rev().find(|n| n.ends_with(bare)) else { continue };
            found.push(Body { name: name.clone(), start: words[i - 1].0, end });
        }
    }
    found
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
}

/// The index of the first word of the name that ends with word `i`.
fn name_start(words: &[(usize, &str)], i: usize) -> usize {
    let of_name = |w: &str| {
        let b = bare(w);
        b.starts_with(char::is_uppercase) && !NOT_OF_A_NAME.contains(&b) && !NOUNS.contains(&b) && !b.ends_with("’s")
    };
    let mut first = i;
    let mut listed = false;
    while let Some((_, word)) = first.checked_sub(1).map(|b| words[b]) {
        if of_name(word) && !word.ends_with(['.', ')', ';', ':']) && (!word.ends_with(',') || listed) {
            // A one-word body before `and` is a body of its own.
            first -= 1;
        } else if matches!(word, "and" | "of" | "for" | "&") && first < i {
            let Some((_, earlier)) = first.checked_sub(2).map(|b| words[b]) else { break };
            if !of_name(earlier) || ALONE.contains(&bare(earlier)) {
                break;
            }
            listed |= matches!(word, "and" | "&");
            first -= 1;
        } else {
            break;
        }
        if i - first > 14 {
            break;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let (mut named, mut found) = (Vec::new(), Vec::new());
        find(text, &mut named, &mut found);
        found.into_iter().map(|m| format!("{} {}", m.date, m.body.unwrap_or_default())).collect()
    }

    #[test]
    fn each_day_goes_to_the_body_before_it() {
        assert_eq!(
            read(
                "Cabinet looked at it at a meeting on 2 June 2020, the Roads and Parks Scrutiny Committee considered it on 3 July 2020 and the Care Board on 4 August 2020."
            ),
            ["2020-06-02 Cabinet", "2020-07-03 Roads and Parks Scrutiny Committee", "2020-08-04 Care Board"]
        );
    }

    #[test]
    fn a_short_name_means_the_one_named_before() {
        assert_eq!(
            read(
                "The chair of the Skills Scrutiny Committee asked that her Committee see the Cabinet’s reply at their next meeting on 8 May 2020."
            ),
            ["2020-05-08 Skills Scrutiny Committee"]
        );
        assert_eq!(read("The Board met on 8 May 2020."), Vec::<String>::new());
    }

    #[test]
    fn other_dates_are_no_meetings() {
        for text in [
            "The report dated 21 January 2020 was read by the Council.",
            "Anyshire County Council was abolished on 1 April 2020.",
            "The Cabinet Member wrote on 1 April 2020.",
            "Cabinet was told that three months would end on 10 February 2026.",
            "Cabinet agreed that three months would end on 10 February 2026.",
            "Cabinet noted that the Ombudsman had closed the case on 10 June 2025.",
            "Cabinet noted the Ombudsman closed the case on 10 June 2025.",
            "Cabinet had asked the Director for a plan by 9 December 2025.",
            "Cabinet considered the report published on 4 May 2020.",
            "The Ombudsman wrote to Cabinet on 4 May 2020.",
            "The Care Board was told that officers held a meeting on 4 May 2020.",
            "Officers had a meeting on 4 May 2020 with the family.",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
        for text in [
            "Cabinet approved it in principle on 3 March 2020.",
            "The matter had been before Cabinet on 3 March 2020.",
            "It stands on the agenda of Cabinet for 3 March 2020.",
            "The next meeting of Cabinet is to be held on 3 March 2020.",
            "Cabinet will meet on 3 March 2020.",
            "Cabinet considered a report on the findings in case 24 900 101 on 3 March 2020.",
            "Cabinet asked for a plan for its meeting of 3 March 2020.",
            "The Ombudsman’s report was put to Cabinet’s meeting on 3 March 2020.",
        ] {
            assert_eq!(read(text), ["2020-03-03 Cabinet"], "{text}");
        }
        assert_eq!(read("To approve the minutes of the meeting held on 3 March 2020."), ["2020-03-03 "]);
    }
}
