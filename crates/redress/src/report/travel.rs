//! A report that goes from body to body: the next body's version holds a section for every body before it, in the order of
//! their days, and one with what happened since.

use jiff::civil::Date;

use super::number::{Mark, Number};
use super::settle::settle;
use super::typed::{self, Raw};
use super::{Block, Text};
use crate::issue::comments::{BodySaid, Report, ReportVersion, Section};
use crate::wrong::Wrong;

/// A body that had the report, with what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The body.
    pub body: String,
    /// The day of its meeting.
    pub on: Date,
    /// Its decision or comments, in its own words; none while nothing is recorded.
    pub said: Option<String>,
}

/// The sections of the version for the next body, by the rules of comments.
pub fn next(own_sections: u32, stops: &[Stop], body: &str, on: Date, update: Option<&str>) -> Result<ReportVersion, Wrong> {
    let mut report = Report::new(own_sections);
    for stop in stops {
        report.version_for(&stop.body, stop.on, None)?;
        if let Some(said) = &stop.said {
            report.body_said(BodySaid { body: stop.body.clone(), on: stop.on, said: said.clone() })?;
        }
    }
    report.version_for(body, on, update).cloned()
}

/// How many sections a text has, by the highest number.
pub fn own_sections(text: &Text) -> u32 {
    text.sections().iter().filter_map(|s| s.number).map(|n| n.section.n()).max().unwrap_or(0)
}

/// The text of the next version: as it stood, without the update of the version before, and with the sections that are new.
pub fn text(before: &Text, updated: Option<u32>, version: &ReportVersion) -> Text {
    let mut base = before.clone();
    if let Some(old) = updated {
        without_section(&mut base, &Number::of_section(Mark::plain(old)));
    }
    let mut raws = raws(&base.blocks);
    for section in version.sections.iter().chain(&version.update) {
        if !base.has(&Number::of_section(Mark::plain(section.number))) {
            raws.extend(of_section(section));
        }
    }
    settle(Some(&base), raws)
}

/// Takes a section out with its numbers, which are free again: an update is of one version alone.
fn without_section(text: &mut Text, section: &Number) {
    let mut inside = false;
    text.blocks.retain(|b| {
        if b.begins_section() {
            inside = b.number() == Some(section);
        }
        !inside
    });
    text.given.retain(|n| n.section != section.section);
}

/// The blocks as if they had been typed.
fn raws(blocks: &[Block]) -> Vec<Raw> {
    typed::read(&typed::write(blocks))
}

fn of_section(section: &Section) -> Vec<Raw> {
    let number = Mark::plain(section.number);
    let mut all = vec![Raw::Heading { level: 1, number: Some((number, section.number.to_string())), words: section.heading.clone() }];
    for part in section.text.split("\n\n") {
        // The words of a record are paragraphs and lists; nothing in them makes a heading, a table or a number.
        let lines: Vec<String> = part.lines().map(str::trim).filter(|l| !l.is_empty()).map(plain).collect();
        all.extend(typed::read(&lines.join("\n\n")).into_iter().fold(Vec::new(), joined));
    }
    all
}

fn plain(line: &str) -> String {
    match typed::read(line).as_slice() {
        [Raw::List(_)] => line.to_string(),
        _ => typed::as_words(line),
    }
}

/// Items that stand line by line are one list.
fn joined(mut all: Vec<Raw>, raw: Raw) -> Vec<Raw> {
    match (all.last_mut(), raw) {
        (Some(Raw::List(items)), Raw::List(more)) => items.extend(more),
        (_, raw) => all.push(raw),
    }
    all
}
