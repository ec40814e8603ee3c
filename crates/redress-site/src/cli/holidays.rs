//! `redress holidays`: the bank holidays that dates rest on, and what a newly published file changes.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use redress::calendar::Calendar;
use redress::calendar::published::{Change, Published, full_years};
use redress::day::{long, with_weekday};
use redress_store::desk::journal::Act;
use serde::{Deserialize, Serialize};

use super::place::Place;
use super::{Outcome, print, usage};
use crate::clock;
use crate::statute::holidays;
use crate::statute::question::{Question, Wrong};
use crate::statute::worked::Side;

/// A file longer than this is not what GOV.UK publishes.
const LONGEST: u64 = 4 << 20;

/// Show the bank holidays of England, or take in a file that the government publishes and say what it changes
#[derive(Debug, Args)]
pub struct Holidays {
    /// The file, as www.gov.uk/bank-holidays.json or www.gov.uk/bank-holidays/england-and-wales.json gives it
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Say what the file changes, and keep nothing
    #[arg(long, requires = "import")]
    dry_run: bool,
    /// Open matters, whose deadlines may move: a JSON list of {"duty", "from", "name"}
    #[arg(long, value_name = "FILE", requires = "import")]
    matters: Option<PathBuf>,
    /// Print the list or the comparison as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    place: Place,
}

/// An open matter. Deadlines are not kept in the desk yet, so they come in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Matter {
    duty: String,
    from: String,
    name: Option<String>,
}

/// A deadline that a file moves, or whose last working day it moves.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Deadline {
    name: String,
    duty: &'static str,
    reading: &'static str,
    from: Option<Date>,
    to: Option<Date>,
    last_working_day_from: Option<Date>,
    last_working_day_to: Option<Date>,
    #[serde(skip)]
    words: String,
}

/// What a published file says against the bank holidays known before.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Comparison {
    /// Years that the file holds in full and the table does not hold yet.
    years: Vec<i16>,
    /// Years of which the file holds too few days to be complete; they are left as they were.
    incomplete_years: Vec<i16>,
    added: Vec<Day>,
    removed: Vec<Day>,
    moved: Vec<Moved>,
    /// Open deadlines that the file moves, of the matters given.
    deadlines: Vec<Deadline>,
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
        let Some(file) = &self.import else { return self.list(&self.place.calendar().await?) };
        let (text, published) = match read(file) {
            Ok(read) => read,
            Err(message) => return Ok(usage(&[Wrong { code: "unreadable_file", message, field: Some("import") }], self.json)),
        };
        let known = self.place.calendar().await?;
        let mut comparison = compare(&known, &published);
        if let Some(file) = &self.matters {
            let newer = known.with_published(&published.england_and_wales.events);
            match matters(file).and_then(|matters| moved(&matters, &known, &newer)) {
                Ok(deadlines) => comparison.deadlines = deadlines,
                Err(message) => return Ok(usage(&[Wrong { code: "unreadable_file", message, field: Some("matters") }], self.json)),
            }
        }
        let no_council = self.place.must_exist().is_err();
        comparison.stored = !self.dry_run && !no_council;
        if comparison.stored {
            self.keep(&text).await?;
        }
        if self.json {
            return print(&(serde_json::to_string_pretty(&comparison)? + "\n"));
        }
        let kept = match (self.dry_run, no_council) {
            (true, _) => "Nothing was kept: this was a dry run.".into(),
            (_, true) => format!("Nothing was kept: there is no council in {}; `redress init` makes one.", self.place.data.display()),
            _ => "Kept: dates are counted with it from now on. A running `redress serve` must be started again.".to_string(),
        };
        print(&format!("{}{kept}\n", comparison.words(self.matters.is_some())))
    }

    /// Keeps the text on the desk, where it is another than before, and carries it over to the register.
    async fn keep(&self, text: &str) -> anyhow::Result<()> {
        let (desk, register) = self.place.stores().await?;
        let earlier = desk.setting(holidays::SETTING).await?;
        let text = holidays::to_keep(text, earlier.as_deref())?;
        if earlier.as_deref() != Some(&text) {
            desk.set(holidays::SETTING, &text, &Act { who: "holidays", at: clock::now().timestamp() }).await?;
        }
        register.follow(&desk).await?;
        desk.close().await;
        register.close().await;
        Ok(())
    }

    fn list(&self, calendar: &Calendar) -> anyhow::Result<Outcome> {
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

fn read(file: &Path) -> Result<(String, Published), String> {
    let text = text(file)?;
    let published = holidays::read(&text).map_err(|e| format!("{} is not the file that GOV.UK publishes: {e}", file.display()))?;
    Ok((text, published))
}

fn text(file: &Path) -> Result<String, String> {
    let refused = |why: &dyn std::fmt::Display| format!("{} could not be read: {why}", file.display());
    let size = std::fs::metadata(file).map_err(|e| refused(&e))?.len();
    if size > LONGEST {
        return Err(refused(&"it is too long"));
    }
    std::fs::read_to_string(file).map_err(|e| refused(&e))
}

fn matters(file: &Path) -> Result<Vec<Matter>, String> {
    serde_json::from_str(&text(file)?)
        .map_err(|e| format!("{} is no list of open matters such as [{{\"duty\": …, \"from\": …}}]: {e}", file.display()))
}

/// The deadlines of matters that one calendar dates otherwise than another, under either reading.
fn moved(matters: &[Matter], known: &Calendar, newer: &Calendar) -> Result<Vec<Deadline>, String> {
    let mut moved = Vec::new();
    for (at, matter) in matters.iter().enumerate() {
        let question = Question { duty: matter.duty.clone(), from: matter.from.clone(), ..Question::default() };
        let dated = |calendar| {
            let why = |wrong: Vec<Wrong>| wrong.into_iter().map(|w| w.message).collect::<Vec<_>>().join("; ");
            question.answer(calendar).map_err(|wrong| format!("matter {} of the list: {}", at + 1, why(wrong)))
        };
        let (before, after) = (dated(known)?, dated(newer)?);
        let name = matter.name.as_deref().unwrap_or(before.duty);
        moved.extend(Deadline::moved(name, before.duty, &before.first, &after.first));
        if let (Some(old), Some(new)) = (&before.other_reading, &after.other_reading) {
            moved.extend(Deadline::moved(name, before.duty, &old.side, &new.side));
        }
    }
    Ok(moved)
}

impl Deadline {
    fn moved(name: &str, duty: &'static str, old: &Side, new: &Side) -> Option<Deadline> {
        let words = if old.date_words() != new.date_words() {
            format!("{name} ({}): due {} → {}", old.reading, old.date_words(), new.date_words())
        } else if old.last_working_day != new.last_working_day {
            let day = |day: Option<Date>| day.map_or_else(|| "none".into(), long);
            let (from, to) = (day(old.last_working_day), day(new.last_working_day));
            format!("{name} ({}): still due {}, last working day {from} → {to}", old.reading, old.date_words())
        } else {
            return None;
        };
        Some(Deadline {
            name: name.into(),
            duty,
            reading: old.reading,
            from: old.due,
            to: new.due,
            last_working_day_from: old.last_working_day,
            last_working_day_to: new.last_working_day,
            words,
        })
    }
}

fn compare(known: &Calendar, published: &Published) -> Comparison {
    let events = &published.england_and_wales.events;
    let newer = known.with_published(events);
    let mut years: Vec<i16> = events.iter().map(|e| e.date.year()).collect();
    years.sort_unstable();
    years.dedup();
    let full = full_years(events);
    let mut comparison = Comparison {
        years: newer.published_years().iter().filter(|y| !known.published_years().contains(y)).copied().collect(),
        incomplete_years: years.into_iter().filter(|y| !full.contains(y)).collect(),
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
    fn words(&self, matters: bool) -> String {
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
            page.push_str("No bank holiday in England changes: the file says what was known before.\n");
        }
        for year in &self.years {
            _ = writeln!(page, "{year} is now published: dates that rest on it are no longer provisional.");
        }
        for year in &self.incomplete_years {
            _ = writeln!(page, "{year} is not complete in the file and was left as it is.");
        }
        if !matters {
            page.push_str("Deadlines that move: no deadlines are kept yet; --matters FILE names open ones.\n");
        } else if self.deadlines.is_empty() {
            page.push_str("Deadlines that move: none.\n");
        } else {
            page.push_str("Deadlines that move:\n");
        }
        for deadline in &self.deadlines {
            _ = writeln!(page, "  {}", deadline.words);
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use redress::calendar::published::{Division, Event};

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
        assert!(same.words(false).contains("no deadlines are kept yet"));
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
