//! The list of duties: what must be done, who owes it, the clock in words, the section.

use axum::extract::State;
use maud::{Markup, html};
use redress::duty::{self, Duty};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::layout::filter::Filter;
use crate::site::Site;
use crate::statute::words;

/// The duties that a filter leaves, under their Acts.
#[derive(Debug, Serialize)]
pub struct Duties {
    /// What was asked.
    pub filter: Filter,
    /// How many are left.
    pub total: usize,
    /// How many there are.
    pub of: usize,
    /// The Acts in the order of the statute book.
    pub acts: Vec<Act>,
}

/// An Act with its duties.
#[derive(Debug, Serialize)]
pub struct Act {
    /// Its name.
    pub act: &'static str,
    /// Its duties.
    pub duties: Vec<Line>,
}

/// A duty in a few lines.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its key.
    pub key: &'static str,
    /// Its page.
    pub address: String,
    /// What must be done.
    pub must: &'static str,
    /// Who owes it.
    pub owed_by: &'static str,
    /// What starts the clock.
    pub starts: &'static str,
    /// The clock in words.
    pub clock: String,
    /// The provision.
    pub cite: &'static str,
}

/// `/duties`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&asked)))
}

/// The address of a duty's page.
pub fn address(key: &str) -> String {
    format!("/duties/{key}")
}

fn load(asked: &Asked) -> Duties {
    let same = |name: &str| (name.to_string(), name.to_string());
    let every_act: Vec<(String, String)> = words::by_act(duty::all()).into_iter().map(|(act, _)| same(act)).collect();
    let filter = Filter::new("/duties", asked, Vec::new())
        .words("q", "Words", "In what must be done, the section, or the name")
        .choice("owed_by", "Who owes it", words::owners().into_iter().map(same).collect())
        .choice("act", "Act or code", every_act);
    let left: Vec<&Duty> = duty::all().filter(|d| fits(d, asked)).collect();
    let total = left.len();
    let acts = words::by_act(left).into_iter().map(|(act, duties)| Act { act, duties: duties.into_iter().map(Line::of).collect() });
    Duties { filter, total, of: duty::all().count(), acts: acts.collect() }
}

fn fits(duty: &Duty, asked: &Asked) -> bool {
    let text = [duty.key, duty.must, duty.cite, duty.owed_by, duty.starts.words(), duty.deciding_words].join(" ").to_lowercase();
    let is = |name: &str, value: &str| asked.get(name).is_empty() || asked.get(name) == value;
    let every_word = asked.get("q").to_lowercase().split_whitespace().all(|word| text.contains(word));
    every_word && is("owed_by", words::owner(duty)) && is("act", words::act(duty))
}

impl Line {
    fn of(duty: &Duty) -> Line {
        // The constants live as long as the program, whatever the reference says.
        let (key, must, owed_by, cite) = (duty.key, duty.must, duty.owed_by, duty.cite);
        Line { key, address: address(key), must, owed_by, starts: duty.starts.words(), clock: words::clock(duty), cite }
    }

    fn show(&self) -> Markup {
        html! {
            li.redress-entry {
                p.redress-entry__title { a.govuk-link href=(self.address) { (self.must) } }
                p.redress-entry__facts { "Owed by: " (self.owed_by) }
                p.redress-entry__facts { "Clock: " (self.clock) }
                p.redress-entry__facts { "Starts: " (self.starts) }
                p.redress-entry__facts { (self.cite) }
            }
        }
    }
}

impl Render for Duties {
    fn head(&self) -> Head {
        Head::new("Duties and their dates", self.filter.address(), Section::Duties)
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { "Duties and their dates" }
            p.govuk-body {
                "What the law and the Ombudsman’s code ask of a council by a date: who must act, when the clock starts, and how the date is counted."
            }
            ul.govuk-list {
                li { a.govuk-link href="/duties/calculator" { "Compute a date" } ", or " a.govuk-link href="/duties/plan" { "plan a report’s path" } " through meetings." }
                li { a.govuk-link href="/duties/plan" { "Plan a report’s way through its meetings" } }
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds { (self.filter.chosen()) (self.lines()) }
            }
        }
    }
}

impl Duties {
    fn lines(&self) -> Markup {
        html! {
            @if self.acts.is_empty() {
                p.govuk-body { "No duty fits. " a.govuk-link href="/duties" { "See every duty" } "." }
            } @else {
                p.govuk-body { "Showing " (self.total) " of " (self.of) " duties." }
            }
            @for act in &self.acts {
                h2.govuk-heading-m { (act.act) }
                ul.redress-entries { @for line in &act.duties { (line.show()) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filter_narrows_the_list() {
        let all = load(&Asked::of(&[]));
        assert_eq!((all.total, all.total), (all.of, duty::all().count()));
        let found = load(&Asked::of(&[("q", "Consider NOTIFY three months")]));
        assert!(found.acts.iter().flat_map(|a| &a.duties).any(|d| d.key == "lgsco_report_consider_and_notify"));
        assert!(found.total < all.total);
        let officer = load(&Asked::of(&[("owed_by", "The authority's proper officer")]));
        let owed_by: Vec<&str> = officer.acts.iter().flat_map(|a| &a.duties).map(|d| d.owed_by).collect();
        assert!(!owed_by.is_empty() && owed_by.iter().all(|who| who.starts_with("The authority's proper officer")), "{owed_by:?}");
        assert_eq!(load(&Asked::of(&[("act", "Magna Carta")])).total, 0);
    }
}
