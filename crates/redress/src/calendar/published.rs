//! The government's published form (gov.uk/bank-holidays.json), and what changes when a new one comes.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{BankHoliday, Calendar, general};

/// The file as GOV.UK prints it; other divisions are passed over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Published {
    /// England and Wales.
    #[serde(rename = "england-and-wales")]
    pub england_and_wales: Division,
}

/// One part of the United Kingdom.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Division {
    /// Its bank holidays.
    pub events: Vec<Event>,
}

/// One bank holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The name.
    pub title: String,
    /// The day.
    pub date: Date,
    /// `Substitute day` and the like.
    #[serde(default)]
    pub notes: String,
}

/// A difference between two calendars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// The name.
    pub name: String,
    /// Whether it is now a bank holiday, and was none.
    pub added: bool,
}

impl Calendar {
    /// This calendar with the years of a published file in place of what was known or ruled for them.
    ///
    /// Years that the file holds only in part (fewer than eight days) are left as they were.
    pub fn with_published(&self, events: &[Event]) -> Calendar {
        let mut years = full_years(events);
        let mut days: Vec<BankHoliday> =
            self.england.iter().filter(|d| self.published.contains(&d.date.year()) && !years.contains(&d.date.year())).cloned().collect();
        days.extend(events.iter().filter(|e| years.contains(&e.date.year())).map(|e| BankHoliday {
            date: e.date,
            name: known_name(e),
            substitute: e.notes.to_lowercase().contains("substitute"),
        }));
        years.extend(self.published.iter().copied());
        years.sort_unstable();
        years.dedup();
        Calendar::build(days, years, self.as_known_on)
    }

    /// The bank holidays that `newer` has and this has not, and the other way round, in the years that `newer` has as published.
    pub fn changes(&self, newer: &Calendar) -> Vec<Change> {
        let gone = |d: &&BankHoliday| newer.published.contains(&d.date.year()) && newer.holiday(d.date).is_none();
        let new = |d: &&BankHoliday| newer.published.contains(&d.date.year()) && self.holiday(d.date).is_none();
        let change = |added: bool| move |d: &BankHoliday| Change { date: d.date, name: d.name.to_string(), added };
        let mut changes: Vec<Change> = self.england.iter().filter(gone).map(change(false)).collect();
        changes.extend(newer.england.iter().filter(new).map(change(true)));
        changes.sort_by_key(|c| (c.date, c.added));
        changes
    }
}

/// The years that a published file holds in full: eight days or more.
pub fn full_years(events: &[Event]) -> Vec<i16> {
    let count = |year: i16| events.iter().filter(|e| e.date.year() == year).count();
    let mut years: Vec<i16> = events.iter().map(|e| e.date.year()).filter(|y| count(*y) >= 8).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The name that the table uses for a yearly day; the published title for any other.
fn known_name(event: &Event) -> Cow<'static, str> {
    let plain = |text: &str| text.replace('\u{2019}', "'").to_lowercase();
    let yearly = general::england(event.date.year()).into_iter().find(|d| plain(&d.name) == plain(&event.title));
    yearly.map_or_else(|| event.title.clone().into(), |d| d.name)
}
