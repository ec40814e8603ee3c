//! The bank holidays that a council has imported, kept as the government's published JSON.

use anyhow::Context;
use redress::calendar::Calendar;
use redress::calendar::published::{Division, Event, Published, full_years};
use redress_store::register::Register;
use serde::Deserialize;

/// The setting that holds them.
pub const SETTING: &str = "bank_holidays";

/// The bank holidays that a register's pages count with: those imported, over the built-in ones.
pub async fn kept(register: &Register) -> anyhow::Result<Calendar> {
    calendar(register.setting(SETTING).await?.as_deref())
}

/// The calendar that a kept text makes; the built-in one where nothing is kept.
pub fn calendar(kept: Option<&str>) -> anyhow::Result<Calendar> {
    let Some(text) = kept.filter(|text| !text.is_empty()) else { return Ok(Calendar::england().clone()) };
    let published = read(text).context("the kept bank holidays cannot be read; import them again with `redress holidays --import`")?;
    Ok(Calendar::england().with_published(&published.england_and_wales.events))
}

/// Reads a text as GOV.UK publishes it: all parts of the United Kingdom, or England and Wales alone.
pub fn read(text: &str) -> Result<Published, serde_json::Error> {
    #[derive(Deserialize)]
    struct One {
        division: String,
        #[serde(flatten)]
        part: Division,
    }
    serde_json::from_str(text).or_else(|e| match serde_json::from_str::<One>(text) {
        Ok(one) if one.division == "england-and-wales" => Ok(Published { england_and_wales: one.part }),
        _ => Err(e),
    })
}

/// What to keep of a newly published text: itself, with the days of any year kept before that it no longer holds in full.
///
/// GOV.UK drops old years from its file; dates in them must not move for that.
pub fn to_keep(text: &str, earlier: Option<&str>) -> anyhow::Result<String> {
    let mut published = read(text)?;
    let Some(earlier) = earlier.filter(|earlier| !earlier.is_empty()) else { return Ok(text.to_string()) };
    let events = &mut published.england_and_wales.events;
    let before = read(earlier)?.england_and_wales.events;
    let (held, held_before) = (full_years(events), full_years(&before));
    let gone = |year: i16| held_before.contains(&year) && !held.contains(&year);
    let dropped: Vec<Event> = before.into_iter().filter(|e| gone(e.date.year())).collect();
    if dropped.is_empty() {
        return Ok(text.to_string());
    }
    events.retain(|e| !gone(e.date.year()));
    events.extend(dropped);
    events.sort_by_key(|e| e.date);
    Ok(serde_json::to_string(&published)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The built-in days of these years as a published text, each year with one day more.
    fn text(years: &[i16]) -> String {
        let event = |title: &str, date| Event { title: title.into(), date, notes: String::new() };
        let days = |year: &i16| Calendar::england().year(*year).map(|d| event(&d.name, d.date)).collect::<Vec<_>>();
        let mut events: Vec<Event> = years.iter().flat_map(days).collect();
        events.extend(years.iter().map(|year| event("Invented", date(*year, 6, 9))));
        serde_json::to_string(&Published { england_and_wales: Division { events } }).expect("JSON")
    }

    #[test]
    fn a_year_that_a_later_file_drops_stays_kept() {
        let kept = to_keep(&text(&[2027]), Some(&text(&[2026]))).expect("a text");
        let calendar = calendar(Some(&kept)).expect("a calendar");
        assert!(calendar.holiday(date(2026, 6, 9)).is_some() && calendar.holiday(date(2027, 6, 9)).is_some());
        assert_eq!(to_keep(&kept, Some(&kept)).expect("a text"), kept);
    }

    #[test]
    fn a_file_that_holds_every_kept_year_is_kept_as_it_is() {
        let (old, new) = (text(&[2026]), text(&[2026, 2027]));
        assert_eq!(to_keep(&new, Some(&old)).expect("a text"), new);
        assert_eq!(to_keep(&new, None).expect("a text"), new);
    }

    #[test]
    fn nothing_kept_is_the_built_in_calendar_and_an_unreadable_text_is_said() {
        assert_eq!(calendar(None).expect("built in").published_years(), Calendar::england().published_years());
        assert!(calendar(Some("{}")).expect_err("refused").to_string().contains("redress holidays --import"));
    }
}
