//! The forward plan as it stood in a month: what was added, changed, taken out, and what stayed.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::forward_plan::Change;
use redress::public::forward_plan::Said;
use serde::Serialize;

use super::{Line, all};
use crate::failure::Failure;
use crate::layout::summary::day;
use crate::pages::{Answer, Format, Head, Render, Section, answer};
use crate::site::Site;

/// The plan of a month.
#[derive(Debug, Serialize)]
pub struct MonthPage {
    /// `2026-04`.
    pub month: String,
    /// Its entries, the earliest decision first.
    pub entries: Vec<Stood>,
    /// The month before, where the plan was published then.
    pub before: Option<String>,
    /// The month after.
    pub after: Option<String>,
}

/// An entry as it stood at the end of the month, or before it was taken out.
#[derive(Debug, Serialize)]
pub struct Stood {
    /// What it said.
    #[serde(flatten)]
    pub said: Said,
    /// What became of it.
    pub became: Change,
    #[serde(skip)]
    address: String,
}

/// `/forward-plan/{yyyy-mm}`
pub async fn show(State(site): State<Site>, format: Format, Path(month): Path<String>) -> Answer {
    let (year, number) = read(&month).ok_or(Failure::NotFound)?;
    Ok(answer(&site, &format, &load(&site, &month, year, number, site.clock.today()).await?))
}

async fn load(site: &Site, month: &str, year: i16, number: i8, today: Date) -> Result<MonthPage, Failure> {
    let lines = all(site).await?;
    let months = months(&lines, today);
    // The newest stands first.
    let at = months.iter().position(|m| m == month).ok_or(Failure::NotFound)?;
    let (_, last) = redress::day::read_month(month).ok_or(Failure::NotFound)?;
    let entries = lines.iter().filter_map(|line| stood(line, year, number, last)).collect();
    let before = months.get(at + 1).cloned();
    let after = at.checked_sub(1).and_then(|newer| months.get(newer).cloned());
    Ok(MonthPage { month: month.into(), entries, before, after })
}

fn stood(line: &Line, year: i16, number: i8, last: Date) -> Option<Stood> {
    let history = &line.entry.history;
    let became = history.in_month(year, number)?;
    let said = match history.on(last) {
        Some(said) => said.clone(),
        // Taken out in the month: what it said last before.
        None => history.versions().iter().filter(|v| v.on <= last).rev().find_map(|v| v.entry.clone())?,
    };
    Some(Stood { said, became, address: line.address() })
}

/// The months since the plan was first published, the newest first.
pub fn months(lines: &[Line], today: Date) -> Vec<String> {
    let Some(first) = lines.iter().filter_map(|l| l.first_published).min() else { return Vec::new() };
    let count = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month()) - 1;
    (count(first)..=count(today)).rev().map(|n| format!("{:04}-{:02}", n / 12, n % 12 + 1)).collect()
}

fn read(month: &str) -> Option<(i16, i8)> {
    let (year, number) = month.split_once('-')?;
    let digits = |text: &str, long: usize| text.len() == long && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(year, 4) || !digits(number, 2) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok().filter(|n| (1..=12).contains(n))?))
}

/// `April 2026`
pub fn words(month: &str) -> String {
    read(month).map_or_else(|| month.to_string(), |(year, number)| format!("{} {year}", redress::day::month(number)))
}

impl Render for MonthPage {
    fn head(&self) -> Head {
        Head::new(format!("Forward plan of {}", words(&self.month)), format!("/forward-plan/{}", self.month), Section::ForwardPlan)
            .under("Forward plan", "/forward-plan")
    }

    fn body(&self) -> Markup {
        let part = |heading: &str, fits: &dyn Fn(&Change) -> bool| {
            let found: Vec<&Stood> = self.entries.iter().filter(|e| fits(&e.became)).collect();
            html! { @if !found.is_empty() { h2.govuk-heading-m { (heading) } ul.redress-entries { @for one in found { (one.show()) } } } }
        };
        html! {
            h1.govuk-heading-l { "Forward plan of " (words(&self.month)) }
            p.govuk-body { "The plan as it stood at the end of the month, with what became of each entry in it." }
            @if self.entries.is_empty() { p.govuk-body { "Nothing was announced then." } }
            (part("Added", &|c| matches!(c, Change::Added)))
            (part("Changed", &|c| matches!(c, Change::Changed { .. })))
            (part("Taken out", &|c| matches!(c, Change::Withdrawn { .. })))
            (part("As in the month before", &|c| matches!(c, Change::Kept)))
            ul.govuk-list {
                @if let Some(before) = &self.before { li { a.govuk-link rel="prev" href={ "/forward-plan/" (before) } { (words(before)) } } }
                @if let Some(after) = &self.after { li { a.govuk-link rel="next" href={ "/forward-plan/" (after) } { (words(after)) } } }
            }
        }
    }
}

impl Stood {
    fn show(&self) -> Markup {
        let s = &self.said;
        html! {
            li.redress-entry {
                p.redress-entry__title { a.govuk-link href=(self.address) { (s.title) } }
                p.redress-entry__facts { (s.reference) ". " (s.decider.words()) ", " (s.when.words()) @if s.key.is_some() { ". Key decision" } "." }
                @match &self.became {
                    Change::Changed { why, moved } => {
                        @if let Some((was, now)) = moved { p.redress-entry__facts { "Moved: from " (day(was.first())) " to " (day(now.first())) "." } }
                        p.redress-entry__facts { "Why: " (why.join(" ")) }
                    },
                    Change::Withdrawn { why } => p.redress-entry__facts { "Why: " (why) },
                    Change::Added | Change::Kept => {},
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_four_digits_and_two() {
        assert_eq!(read("2026-04"), Some((2026, 4)));
        for other in ["2026-13", "2026-4", "26-04", "2026-00", "urgent", "2026-04-01", "+026-04"] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(words("2026-04"), "April 2026");
    }
}
