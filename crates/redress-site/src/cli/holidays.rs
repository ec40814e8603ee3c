//! `redress holidays`: the bank holidays that dates rest on, and what a newly published file changes.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use redress::calendar::Calendar;
use redress::calendar::published::{Change, Division, Published};
use redress::day::with_weekday;
use serde::{Deserialize, Serialize};

use super::{Outcome, print, usage};
use crate::clock;
use crate::statute::question::Wrong;

/// A file longer than this is not what GOV.UK publishes.
const LONGEST: u64 = 4 << 20;

/// Show the built-in bank holidays of England, or compare them with a file that the government publishes
///
/// The comparison is only shown. Nothing is stored: the built-in table changes with the program.
#[derive(Debug, Args)]
pub struct Holidays {
    /// The file, as www.gov.uk/bank-holidays.json or www.gov.uk/bank-holidays/england-and-wales.json gives it
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Print the list or the comparison as JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// What a published file says against the built-in table.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Comparison {
    /// Years that the file holds in full and the table does not hold yet.
    years: Vec<i16>,
    /// Years of which the file holds too few days to be complete; they are left as they were.
    incomplete_years: Vec<i16>,
    added: Vec<Day>,
    removed: Vec<Day>,
    moved: Vec<Moved>,
    /// Open deadlines that the file moves. None are kept yet.
    deadlines: Vec<String>,
    /// Whether the file was kept.
    stored: bool,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Day {
    date: Date,
    name: String,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Moved {
    name: String,
    from: Date,
    to: Date,
}

impl Holidays {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let Some(file) = &self.import else { return self.list() };
        let published = match read(file) {
            Ok(published) => published,
            Err(message) => return Ok(usage(&[Wrong { code: "unreadable_file", message, field: Some("import") }], self.json)),
        };
        let comparison = compare(Calendar::england(), &published);
        if self.json { print(&(serde_json::to_string_pretty(&comparison)? + "\n")) } else { print(&comparison.words()) }
    }

    fn list(&self) -> anyhow::Result<Outcome> {
        let calendar = Calendar::england();
        let from = clock::today().year();
        let days: Vec<_> = calendar.published_years().iter().filter(|y| **y >= from).flat_map(|y| calendar.year(*y)).collect();
        if self.json {
            return print(&(serde_json::to_string_pretty(&days)? + "\n"));
        }
        let mut page = String::from("Bank holidays in England, as published:\n\n");
        for day in days {
            // Writing to a string cannot fail.
            _ = writeln!(page, "  {}: {}", with_weekday(day.date), day.name);
        }
        page.push_str("\nLater years go by the general rule, and dates that rest on them are marked provisional.\n");
        print(&page)
    }
}

fn read(file: &Path) -> Result<Published, String> {
    let refused = |why: &dyn std::fmt::Display| format!("{} could not be read: {why}", file.display());
    let size = std::fs::metadata(file).map_err(|e| refused(&e))?.len();
    if size > LONGEST {
        return Err(refused(&"it is too long to be the list of bank holidays"));
    }
    let bytes = std::fs::read(file).map_err(|e| refused(&e))?;
    let whole = serde_json::from_slice(&bytes);
    whole.or_else(|e| one_division(&bytes).ok_or(e)).map_err(|e| format!("{} is not the file that GOV.UK publishes: {e}", file.display()))
}

/// GOV.UK publishes each part of the United Kingdom in a file of its own too.
fn one_division(bytes: &[u8]) -> Option<Published> {
    #[derive(Deserialize)]
    struct One {
        division: String,
        #[serde(flatten)]
        part: Division,
    }
    let one: One = serde_json::from_slice(bytes).ok()?;
    (one.division == "england-and-wales").then_some(Published { england_and_wales: one.part })
}

fn compare(known: &Calendar, published: &Published) -> Comparison {
    let events = &published.england_and_wales.events;
    let newer = known.with_published(events);
    let mut years: Vec<i16> = events.iter().map(|e| e.date.year()).collect();
    years.sort_unstable();
    years.dedup();
    let mut comparison = Comparison {
        years: newer.published_years().iter().filter(|y| !known.published_years().contains(y)).copied().collect(),
        incomplete_years: years.into_iter().filter(|y| events.iter().filter(|e| e.date.year() == *y).count() < 8).collect(),
        ..Comparison::default()
    };
    let (added, mut removed): (Vec<Change>, Vec<Change>) = known.changes(&newer).into_iter().partition(|c| c.added);
    for new in added {
        // The same holiday of the same year on another day was moved.
        match removed.iter().position(|old| old.name == new.name && old.date.year() == new.date.year()) {
            Some(at) => comparison.moved.push(Moved { from: removed.remove(at).date, to: new.date, name: new.name }),
            None => comparison.added.push(Day { date: new.date, name: new.name }),
        }
    }
    comparison.removed = removed.into_iter().map(|c| Day { date: c.date, name: c.name }).collect();
    comparison
}

impl Comparison {
    fn words(&self) -> String {
        let mut page = String::new();
        for day in &self.added {
            _ = writeln!(page, "Added:   {}, {}", with_weekday(day.date), day.name);
        }
        for day in &self.moved {
            _ = writeln!(page, "Moved:   {} from {} to {}", day.name, with_weekday(day.from), with_weekday(day.to));
        }
        for day in &self.removed {
            _ = writeln!(page, "Removed: {}, {}", with_weekday(day.date), day.name);
        }
        if page.is_empty() {
            page.push_str("No bank holiday in England differs from the built-in table.\n");
        }
        for year in &self.years {
            _ = writeln!(page, "{year} is now published: dates that rest on it would no longer be provisional.");
        }
        for year in &self.incomplete_years {
            _ = writeln!(page, "{year} is not complete in the file and was left as it is.");
        }
        page.push_str(
            "Deadlines that move: no deadlines are kept yet.\nNothing was stored: the built-in table changes with the program.\n",
        );
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use redress::calendar::published::Event;

    fn published(year: i16, change: impl Fn(&mut Vec<Event>)) -> Published {
        let event = |d: &redress::calendar::BankHoliday| Event { title: d.name.to_string(), date: d.date, notes: String::new() };
        let mut events: Vec<Event> = Calendar::england().year(year).map(event).collect();
        change(&mut events);
        Published { england_and_wales: Division { events } }
    }

    #[test]
    fn the_table_against_itself_shows_nothing() {
        let same = compare(Calendar::england(), &published(2027, |_| {}));
        assert_eq!(same, Comparison::default());
        assert!(same.words().contains("no deadlines are kept yet"));
    }

    #[test]
    fn a_day_added_and_a_day_moved_are_told_apart() {
        let comparison = compare(
            Calendar::england(),
            &published(2027, |events| {
                events.push(Event { title: "Bank holiday".into(), date: date(2027, 6, 1), notes: String::new() });
                if let Some(summer) = events.iter_mut().find(|e| e.date == date(2027, 8, 30)) {
                    summer.date = date(2027, 8, 31);
                }
            }),
        );
        assert_eq!(comparison.added.iter().map(|d| d.date).collect::<Vec<_>>(), [date(2027, 6, 1)]);
        assert_eq!(comparison.moved.iter().map(|m| (m.from, m.to)).collect::<Vec<_>>(), [(date(2027, 8, 30), date(2027, 8, 31))]);
        assert!(comparison.removed.is_empty());
    }

    #[test]
    fn a_year_cut_short_is_left_as_it_is() {
        let comparison = compare(Calendar::england(), &published(2027, |events| events.truncate(3)));
        assert_eq!(comparison, Comparison { incomplete_years: vec![2027], ..Comparison::default() });
    }
}
