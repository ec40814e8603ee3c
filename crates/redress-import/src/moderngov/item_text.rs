//! An item out of its sections: what every reader of items ends with.

use redress::decision::{Decision, Resolution};
use redress::draft::{ItemDraft, Reading};
use redress::minutes::Minutes;
use redress::ombudsman::reference::{Reference, find, find_near, speaks_of_ombudsman};
use redress::provenance::Provenance;

use crate::moderngov::sections::{Block, Par, Sections};
use crate::moderngov::{exclusion, mentions, minutes_text, people, resolution_text, restricted_papers};

/// Completes a draft whose meeting, number, title and own papers are set, and adds it to the reading.
///
/// `about` is the issue's title: an item under an issue about the Ombudsman need not say so again.
pub fn complete(mut item: ItemDraft, title: Option<Par<'_>>, about: &str, sections: Sections<'_>, reading: &mut Reading) {
    let index = reading.items.len();
    let mut from = Sources(&mut item.provenance);
    if let Some(title) = title {
        from.note("title", &[title], title.line);
    }
    let mut sections = sections;
    item.exclusion = take_exclusion(&mut sections, &mut from);
    if let Some(agenda) = sections.agenda.as_ref().filter(|a| !a.pars.is_empty()) {
        item.agenda_text = Some(text_of(agenda));
        from.block("agenda_text", agenda);
    } else if sections.agenda.as_ref().is_some_and(|a| a.heading > 0) {
        item.agenda_text = Some(String::new());
    }
    if let Some(minutes) = &sections.minutes {
        item.minutes = Some(read_minutes(minutes));
        from.block("minutes.text", minutes);
    }
    item.decision = decision(&sections, &mut from, reading);
    item.papers.extend(std::mem::take(&mut sections.papers));
    tell_lost(&sections, reading);

    let bodies = [&sections.agenda, &sections.decision, &sections.reasons, &sections.options, &sections.interests, &sections.minutes];
    let bodies: Vec<&Block<'_>> = bodies.into_iter().flatten().collect();
    for par in bodies.iter().flat_map(|b| &b.pars) {
        restricted_papers::mark(par.text, &mut item.papers);
    }
    item.references = references(&item, about, &bodies);
    item.mentions = mentioned(&item, &bodies);
    for par in title.iter().chain(bodies.iter().flat_map(|b| &b.pars)) {
        people::flag(par.text, par.line, index, reading);
    }
    if let Some(excluded) = item.exclusion.as_ref() {
        let line = item.provenance.iter().find(|p| p.field == "exclusion").map_or(0, |p| p.line);
        people::flag(&excluded.text, line, index, reading);
    }
    reading.items.push(item);
}

/// Where values were read.
struct Sources<'a>(&'a mut Vec<Provenance>);

impl Sources<'_> {
    fn block(&mut self, field: &str, block: &Block<'_>) {
        self.note(field, &block.pars, block.heading);
    }

    fn note(&mut self, field: &str, pars: &[Par<'_>], heading: u32) {
        let line = pars.first().map_or(heading, |p| p.line);
        let to_line = pars.last().map_or(heading, |p| p.to);
        let element = pars.first().and_then(|p| p.at.0.element(p.at.1));
        self.0.push(Provenance { field: field.into(), line, to_line, element });
    }
}

fn texts<'p>(block: &Block<'p>) -> Vec<&'p str> {
    block.pars.iter().map(|p| p.text).collect()
}

fn text_of(block: &Block<'_>) -> String {
    texts(block).join("\n\n")
}

fn read_minutes(block: &Block<'_>) -> Minutes {
    minutes_text::read(&texts(block))
}

/// The paragraph of the agenda that excludes the public; in the other parts it is read and stays where it is.
fn take_exclusion(sections: &mut Sections<'_>, from: &mut Sources<'_>) -> Option<redress::exclusion::Exclusion> {
    if let Some(agenda) = &mut sections.agenda
        && let Some(at) = agenda.pars.iter().position(|p| exclusion::excludes(p.text))
    {
        let par = agenda.pars.remove(at);
        from.note("exclusion", &[par], par.line);
        return exclusion::read(par.text);
    }
    let others = [&sections.decision, &sections.minutes];
    let par = others.into_iter().flatten().flat_map(|b| &b.pars).find(|p| exclusion::excludes(p.text))?;
    from.note("exclusion", &[*par], par.line);
    exclusion::read(par.text)
}

fn decision(sections: &Sections<'_>, from: &mut Sources<'_>, reading: &mut Reading) -> Option<Decision> {
    let minutes = sections.minutes.as_ref();
    let spoken = minutes.map(texts).unwrap_or_default();
    let mut decision = match &sections.decision {
        Some(block) => {
            from.block("decision.text", block);
            let words = texts(block);
            let mut read = Decision { text: words.join("\n\n"), clauses: resolution_text::clauses(&words), ..Decision::default() };
            read.as_minuted = as_minuted(sections, &spoken, &words, from);
            Some(read)
        }
        None => from_minutes(minutes, &spoken, from, reading),
    };
    let fields = [
        ("decision.reasons", &sections.reasons),
        ("decision.options_rejected", &sections.options),
        ("decision.interests", &sections.interests),
    ];
    for (at, (field, block)) in fields.into_iter().enumerate() {
        let Some(block) = block else { continue };
        from.block(field, block);
        let decision = decision.get_or_insert_default();
        let place = [&mut decision.reasons, &mut decision.options_rejected, &mut decision.interests];
        if let Some(value) = place.into_iter().nth(at) {
            *value = Some(text_of(block));
        }
    }
    decision
}

fn as_minuted(sections: &Sections<'_>, spoken: &[&str], published: &[&str], from: &mut Sources<'_>) -> Option<Resolution> {
    if let Some(block) = &sections.minuted {
        from.block("decision.as_minuted", block);
        let words = texts(block);
        return Some(Resolution { text: words.join("\n\n"), clauses: resolution_text::clauses(&words) });
    }
    let (start, end) = resolution_text::in_minutes(spoken, published)?;
    let minutes = sections.minutes.as_ref()?;
    from.note("decision.as_minuted", &minutes.pars[start..end], minutes.heading);
    let words = &spoken[start..end];
    Some(Resolution { text: words.join("\n\n"), clauses: resolution_text::clauses(words) })
}

/// Where a page has minutes and no decision, the resolution in them is the decision, and an officer is told.
fn from_minutes(minutes: Option<&Block<'_>>, spoken: &[&str], from: &mut Sources<'_>, reading: &mut Reading) -> Option<Decision> {
    let minutes = minutes?;
    let (start, end) = resolution_text::in_minutes(spoken, &[])?;
    let pars = &minutes.pars[start..end];
    from.note("decision.text", pars, minutes.heading);
    let line = pars.first().map_or(minutes.heading, |p| p.line);
    reading.doubt(
        "decision_from_minutes",
        line,
        "there is no part with the decision; the resolution in the minutes was read as the decision",
    );
    let words = &spoken[start..end];
    Some(Decision { text: words.join("\n\n"), clauses: resolution_text::clauses(words), ..Decision::default() })
}

fn tell_lost(sections: &Sections<'_>, reading: &mut Reading) {
    for (part, par) in &sections.lost {
        let start: Vec<&str> = par.text.split(' ').take(5).collect();
        // The first words of a decision are its form; a minute's may name a person.
        let why = match *part {
            "decision" => format!("because it begins “{} …”", start.join(" ")),
            _ => "because it follows the documents or the decision and decides nothing".into(),
        };
        reading.doubt("label_lost", par.line, format!("the heading before this paragraph is lost; it was read as the {part} {why}"));
    }
}

fn references(item: &ItemDraft, about: &str, bodies: &[&Block<'_>]) -> Vec<Reference> {
    let heads = || std::iter::once(&item.title).chain(item.papers.iter().map(|p| &p.title));
    let in_bodies = || bodies.iter().flat_map(|b| &b.pars).any(|p| speaks_of_ombudsman(p.text));
    // A title is short: what its digits mean may only be told below it.
    let about_ombudsman =
        heads().any(|h| may_hold_reference(h)) && (speaks_of_ombudsman(&item.title) || speaks_of_ombudsman(about) || in_bodies());
    let mut found: Vec<Reference> = Vec::new();
    let mut add = |more: Vec<Reference>| {
        for reference in more {
            if !found.contains(&reference) {
                found.push(reference);
            }
        }
    };
    let read = |text: &str| if about_ombudsman { find_near(text) } else { find(text) };
    add(read(&item.title));
    for paper in item.papers.iter().filter(|p| p.title != item.title) {
        add(read(&paper.title));
    }
    for par in bodies.iter().flat_map(|b| &b.pars).filter(|p| may_hold_reference(p.text)) {
        add(find(par.text));
    }
    found
}

/// Eight digits, gaps aside, must stand somewhere.
fn may_hold_reference(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 8
}

fn mentioned(item: &ItemDraft, bodies: &[&Block<'_>]) -> Vec<redress::issue::Mention> {
    let (mut named, mut found) = (Vec::new(), Vec::new());
    // The names before a day may be needed for it, those behind the last one never.
    let pars: Vec<&Par<'_>> = bodies.iter().flat_map(|b| &b.pars).collect();
    let last = pars.iter().rposition(|p| mentions::has_day(p.text)).map_or(0, |at| at + 1);
    for par in &pars[..last] {
        mentions::find(par.text, &mut named, &mut found);
    }
    // The meeting's own day is the item, not a mention.
    found.retain(|m| item.meeting.date != Some(m.date));
    found
}
