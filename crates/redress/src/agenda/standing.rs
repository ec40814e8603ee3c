//! What stands on every agenda of a body: apologies, interests, minutes, questions, in the body's own words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::order::Place;
use crate::day::long;
use crate::wrong::Wrong;

/// A line that stands on every agenda of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Where it stands.
    pub place: Place,
    /// Its title. One that begins with `Minutes of the last meeting` gets the day of that meeting.
    pub title: String,
}

/// The beginning of the line that gets the day of the last meeting.
const MINUTES: &str = "minutes of the last meeting";
/// The most lines of one agenda.
const MOST: usize = 60;

/// What most councils put on every agenda: offered to a body that has said nothing else.
pub fn offered() -> Vec<Standing> {
    let line = |place, title: &str| Standing { place, title: title.into() };
    vec![
        line(Place::Opening, "Apologies for absence"),
        line(Place::Opening, "Declarations of interest"),
        line(Place::Opening, "Minutes of the last meeting"),
        line(Place::Public, "Questions from the public"),
    ]
}

/// The lines of a text, one a line, blank ones left out.
pub fn read(place: Place, text: &str) -> Vec<Standing> {
    let lines = text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|l| !l.is_empty()).map(|title| Standing { place, title }).collect()
}

/// What is wrong with the lines of a body.
pub fn check(lines: &[Standing]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if lines.len() > MOST {
        wrong.push(Wrong::new("opening", format!("There are {} lines; the most is {MOST}.", lines.len())));
    }
    for (at, line) in lines.iter().enumerate() {
        if lines.iter().take(at).any(|l| l.title.eq_ignore_ascii_case(&line.title)) {
            wrong.push(Wrong::new(line.place.word(), format!("“{}” stands there twice. Take one away.", line.title)));
        }
    }
    wrong
}

/// The titles for one agenda: the minutes are those of the meetings of these days, each an item of its own.
pub fn titles(lines: &[Standing], last: &[Date]) -> Vec<Standing> {
    let mut out = Vec::new();
    for line in lines {
        if last.is_empty() || !line.title.to_lowercase().starts_with(MINUTES) {
            out.push(line.clone());
            continue;
        }
        out.extend(last.iter().map(|day| Standing { title: format!("Minutes of the meeting of {}", long(*day)), ..line.clone() }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_minutes_are_named_by_their_day() {
        let shown = |last: &[Date]| titles(&offered(), last).into_iter().map(|s| s.title).collect::<Vec<_>>();
        assert_eq!(shown(&[])[2], "Minutes of the last meeting", "the first meeting of a body has none to name");
        assert_eq!(
            shown(&[date(2026, 3, 3), date(2026, 3, 10)])[2..4],
            ["Minutes of the meeting of 3 March 2026", "Minutes of the meeting of 10 March 2026"]
        );
    }

    #[test]
    fn lines_are_read_and_none_stands_twice() {
        let lines = read(Place::Opening, " Apologies \n\nChair’s   announcements\napologies");
        assert_eq!(lines.iter().map(|l| l.title.as_str()).collect::<Vec<_>>(), ["Apologies", "Chair’s announcements", "apologies"]);
        assert_eq!(check(&lines).iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["opening"]);
        assert_eq!(check(&offered()), []);
    }
}
