//! What the council has settled of a body: its sort, its quorum, how it numbers, whether it decides, its names over time.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{BodyKind, QuorumRule};
use crate::agenda::order::Numbering;
use crate::wrong::Wrong;

/// Another name, and when the body went by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// The first day; none where nobody knows it.
    pub from: Option<Date>,
    /// The last day; none where it is still used, or nobody knows.
    pub until: Option<Date>,
}

/// The particulars of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// The sort, where the name alone does not tell it.
    pub sort: Option<BodyKind>,
    /// The body that it was set up by: its number at the desk.
    pub parent: Option<i64>,
    /// What it is for.
    pub terms_of_reference: Option<String>,
    /// How many must be there.
    pub quorum: QuorumRule,
    /// How it numbers the items of its agendas.
    pub numbering: Numbering,
    /// The words that delegate functions to it; none for a body that advises and decides nothing.
    pub delegation: Option<String>,
    /// Its decisions may be called in: Local Government Act 2000, section 9F.
    pub call_in: bool,
    /// Whom to ask about it.
    pub contact: Option<String>,
    /// Where its meetings are shown.
    pub webcast: Option<String>,
    /// Its other names.
    pub aliases: Vec<Alias>,
    /// The day that it was set up.
    pub began: Option<Date>,
    /// Its last day.
    pub ended: Option<Date>,
    /// The body whose work it took over: its number at the desk.
    pub predecessor: Option<i64>,
}

impl Particulars {
    /// What holds of a body of which nobody has settled anything, by its name.
    pub fn of_name(name: &str) -> Particulars {
        let kind = BodyKind::of(name);
        Particulars {
            sort: None,
            parent: None,
            terms_of_reference: None,
            quorum: if kind == BodyKind::Council { QuorumRule::QuarterOfCouncil } else { QuorumRule::NotSet },
            numbering: Numbering::EachAgenda,
            delegation: None,
            call_in: matches!(kind, BodyKind::Executive | BodyKind::ExecutiveMember),
            contact: None,
            webcast: None,
            aliases: Vec::new(),
            began: None,
            ended: None,
            predecessor: None,
        }
    }

    /// The sort of body: as settled, or else as its name tells.
    pub fn sort_of(&self, name: &str) -> BodyKind {
        self.sort.unwrap_or_else(|| BodyKind::of(name))
    }

    /// Whether it existed on a day, as far as is known.
    pub fn existed_on(&self, day: Date) -> bool {
        self.began.is_none_or(|first| first <= day) && self.ended.is_none_or(|last| day <= last)
    }

    /// What cannot stay as it is. `own` is the body's number, and `sort` its sort.
    pub fn check(&self, own: i64, sort: BodyKind) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        for (field, body) in [("parent", self.parent), ("predecessor", self.predecessor)] {
            if body == Some(own) {
                wrong.push(Wrong::new(field, "A body is neither its own parent nor its own predecessor. Choose another one"));
            }
        }
        if matches!((self.began, self.ended), (Some(first), Some(last)) if last < first) {
            wrong.push(Wrong::new("ended", "The last day is before the day that it was set up"));
        }
        if let QuorumRule::Number(0) = self.quorum {
            wrong.push(Wrong::new("quorum_number", "Nobody at all is no quorum. Give the number that must be there"));
        }
        if self.quorum == QuorumRule::QuarterOfCouncil && sort != BodyKind::Council {
            wrong.push(Wrong::new("quorum", "A quarter of all members is the quorum of full council. Give the number that this body's rules ask for (Local Government Act 1972, Schedule 12, paragraph 6)"));
        }
        if sort == BodyKind::Council && matches!(self.quorum, QuorumRule::Number(_)) {
            wrong.push(Wrong::new("quorum", "The quorum of full council is a quarter of its whole number of members (Local Government Act 1972, Schedule 12, paragraph 6)"));
        }
        if self.webcast.as_deref().is_some_and(|link| !link.starts_with("https://") || link.contains(char::is_whitespace)) {
            wrong.push(Wrong::new("webcast", "The link must be a whole address that begins with https://"));
        }
        for alias in &self.aliases {
            if matches!((alias.from, alias.until), (Some(first), Some(last)) if last < first) {
                wrong.push(Wrong::new("aliases", format!("The last day of the name {} is before its first", alias.name)));
            }
        }
        wrong
    }
}

/// Reads names, one to a line: `Policy Committee | 1 May 2019 | 30 April 2021`; the days may be left out.
pub fn read_aliases(text: &str) -> Result<Vec<Alias>, Wrong> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(read_alias).collect()
}

fn read_alias(line: &str) -> Result<Alias, Wrong> {
    let mut parts = line.split('|').map(str::trim);
    let name = parts.next().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut day = || match parts.next() {
        None | Some("") => Ok(None),
        Some(text) => {
            text.parse().ok().or_else(|| crate::day::read_long(text)).or_else(|| crate::day::read_slashed(text)).map(Some).ok_or_else(
                || Wrong::new("aliases", format!("{text} is no day. Write a line so: Policy Committee | 1 May 2019 | 30 April 2021")),
            )
        }
    };
    let (from, until) = (day()?, day()?);
    if name.is_empty() || parts.next().is_some() {
        return Err(Wrong::new("aliases", "Write each name on a line of its own: Policy Committee | 1 May 2019 | 30 April 2021"));
    }
    Ok(Alias { name, from, until })
}

impl Alias {
    /// The line that [`read_aliases`] reads.
    pub fn line(&self) -> String {
        let day = |on: Option<Date>| on.map(crate::day::long).unwrap_or_default();
        match (self.from, self.until) {
            (None, None) => self.name.clone(),
            (from, until) => format!("{} | {} | {}", self.name, day(from), day(until)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_are_read_as_they_are_written() {
        let text = "Policy Committee | 1 May 2019 | 30 April 2021\n\nPolicy  Panel\n";
        let read = read_aliases(text).expect("names");
        assert_eq!(read[0], Alias { name: "Policy Committee".into(), from: Some(date(2019, 5, 1)), until: Some(date(2021, 4, 30)) });
        assert_eq!(read[1].name, "Policy Panel");
        assert_eq!(read_aliases(&read.iter().map(Alias::line).collect::<Vec<_>>().join("\n")), Ok(read));
        assert!(read_aliases("Policy | someday").is_err() && read_aliases("| 1 May 2019").is_err() && read_aliases("A | | | x").is_err());
    }

    #[test]
    fn the_council_has_the_quorum_of_the_act_and_nobody_else() {
        let council = Particulars::of_name("Council");
        assert_eq!(council.quorum, QuorumRule::QuarterOfCouncil);
        assert!(council.check(1, BodyKind::Council).is_empty());
        assert_eq!(council.check(1, BodyKind::Regulatory)[0].field, "quorum");
        let numbered = Particulars { quorum: QuorumRule::Number(3), ..council };
        assert_eq!(numbered.check(1, BodyKind::Council)[0].field, "quorum");
        assert!(numbered.check(1, BodyKind::Scrutiny).is_empty());
    }

    #[test]
    fn what_contradicts_itself_is_named_by_its_field() {
        let wrong = Particulars {
            parent: Some(4),
            quorum: QuorumRule::Number(0),
            webcast: Some("http://example.com".into()),
            began: Some(date(2021, 5, 1)),
            ended: Some(date(2020, 5, 1)),
            ..Particulars::of_name("Audit Committee")
        };
        let fields: Vec<String> = wrong.check(4, BodyKind::Regulatory).into_iter().map(|w| w.field).collect();
        assert_eq!(fields, ["parent", "ended", "quorum_number", "webcast"]);
        assert!(!wrong.existed_on(date(2020, 6, 1)) && Particulars::of_name("Council").existed_on(date(1900, 1, 1)));
    }
}
