//! The lines under an item's title, sorted into the parts of the item.
//!
//! Headings that the minutes repeat stay in the minutes, for a minute is kept whole; what stands under them is also a
//! part of its own, unless the page gives that part outside the minutes.

use redress::paper::Paper;
use redress::resolution::split_label;

use crate::ledger::Ledger;
use crate::moderngov::labels::{self, Label};
use crate::moderngov::{documents, resolution_text};
use crate::page::Page;

/// A paragraph and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Par<'p> {
    /// Its words.
    pub text: &'p str,
    /// First line.
    pub line: u32,
    /// Last line.
    pub to: u32,
    /// The page and line index it was read from, for provenance.
    pub at: (&'p Page, usize),
}

/// The paragraphs under one heading.
#[derive(Debug, Clone, Default)]
pub struct Block<'p> {
    /// The paragraphs.
    pub pars: Vec<Par<'p>>,
    /// The line of its heading; 0 where the heading is lost.
    pub heading: u32,
}

/// The parts of an item. `None` = no such heading; an empty block = a heading with nothing under it.
#[derive(Debug, Default)]
pub struct Sections<'p> {
    /// Before any heading.
    pub agenda: Option<Block<'p>>,
    /// Files in the lists of documents.
    pub papers: Vec<Paper>,
    /// The decision.
    pub decision: Option<Block<'p>>,
    /// Reasons.
    pub reasons: Option<Block<'p>>,
    /// Options rejected.
    pub options: Option<Block<'p>>,
    /// Interests.
    pub interests: Option<Block<'p>>,
    /// The minutes, whole.
    pub minutes: Option<Block<'p>>,
    /// What stands under a heading *Decision* inside the minutes.
    pub minuted: Option<Block<'p>>,
    /// Headings that are lost: what the paragraph was read as, and the paragraph.
    pub lost: Vec<(&'static str, Par<'p>)>,
    /// The issue's number, out of links.
    pub issue_id: Option<String>,
    /// The item's number, out of links to its decision and links that share it.
    pub item_id: Option<String>,
}

/// Where the lines go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// Agenda text.
    #[default]
    Agenda,
    /// A list of documents.
    Documents,
    /// The decision.
    Decision,
    /// Its reasons.
    Reasons,
    /// Options rejected.
    Options,
    /// Interests.
    Interests,
    /// The minutes.
    Minutes,
}

/// Sorts lines into sections, the first into the agenda text.
#[derive(Default)]
pub struct Sorter<'p> {
    /// What was sorted.
    pub sections: Sections<'p>,
    part: Part,
    in_minutes: bool,
    documents_at: bool,
}

impl<'p> Sorter<'p> {
    /// Goes to a part as if its heading had been read on a line; for answers, whose elements are the headings.
    pub fn open(&mut self, part: Part, heading: u32) {
        self.in_minutes = part == Part::Minutes;
        self.part = part;
        self.documents_at = false;
        if let Some(block) = self.block(part) {
            block.get_or_insert_default().heading = heading;
        }
    }

    fn block(&mut self, part: Part) -> Option<&mut Option<Block<'p>>> {
        let sections = &mut self.sections;
        Some(match part {
            Part::Agenda => &mut sections.agenda,
            Part::Documents => return None,
            Part::Decision => &mut sections.decision,
            Part::Reasons => &mut sections.reasons,
            Part::Options => &mut sections.options,
            Part::Interests => &mut sections.interests,
            Part::Minutes => &mut sections.minutes,
        })
    }

    /// Sorts the lines of a page, from one to before another.
    pub fn sort(&mut self, page: &'p Page, ledger: &mut Ledger, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            at = self.line(page, ledger, at, to);
        }
    }

    fn line(&mut self, page: &'p Page, ledger: &mut Ledger, at: usize, to: usize) -> usize {
        let text = page.words(at);
        let lines = &page.lines[at];
        let par = Par { text, line: lines.number, to: lines.to, at: (page, at) };
        if is_link_label(text) {
            ledger.place(at);
            if let Some(issue) = page.links_of(at).find_map(|(_, href)| super::foreign_id::of_issue(href)) {
                self.sections.issue_id = Some(issue);
            }
            let item = page.links_of(at).find_map(|(_, href)| super::foreign_id::of_item(href));
            self.sections.item_id = item.or(self.sections.item_id.take());
            return at + 1;
        }
        // What follows is the page's frame, not the item; it stays unplaced.
        if is_footer(text) {
            return to;
        }
        if let Some(found) = labels::read(text) {
            self.heading(found.label, found.rest, par);
            ledger.place(at);
            return at + 1;
        }
        if self.part == Part::Decision && labels::names_decider(text) && self.is_blank(Part::Decision) || self.begins_decision_of(text) {
            self.heading(Label::Decision, text, par);
            ledger.place(at);
            return at + 1;
        }
        if self.part == Part::Documents {
            return self.document(page, ledger, par, to);
        }
        if self.part == Part::Agenda
            && let Some(next) = documents::read(page, ledger, at, to, &mut self.sections.papers, true)
        {
            return next;
        }
        self.push(par);
        ledger.place(at);
        at + 1
    }

    fn begins_decision_of(&self, text: &str) -> bool {
        self.sections.decision.is_none() && labels::names_decider(text)
    }

    fn is_blank(&self, part: Part) -> bool {
        let block = match part {
            Part::Decision => &self.sections.decision,
            _ => &None,
        };
        block.as_ref().is_some_and(|b| b.pars.is_empty())
    }

    fn heading(&mut self, label: Label, rest: &'p str, par: Par<'p>) {
        let value = (!rest.is_empty()).then_some(Par { text: rest, ..par });
        match label {
            Label::Documents => self.open(Part::Documents, par.line),
            Label::Minutes if self.in_minutes => self.push(par),
            Label::Minutes => self.open(Part::Minutes, par.line),
            Label::Decision if self.in_minutes && self.sections.decision.is_some() => {
                self.keep_in_minutes(par);
                self.sections.minuted.get_or_insert_default().heading = par.line;
                self.part = Part::Decision;
                self.sections.minuted.get_or_insert_default().pars.extend(value);
                return;
            }
            // The page prints its label and the text its own.
            Label::Decision if self.part == Part::Decision && self.is_blank(Part::Decision) => {}
            Label::Decision => self.open(Part::Decision, par.line),
            Label::Discussion => {
                let kept = self.sections.minutes.is_some();
                self.part = if kept { Part::Minutes } else { Part::Decision };
                self.in_minutes = kept;
                self.push(par);
                return;
            }
            Label::Reasons | Label::Options | Label::Interests => {
                let part = match label {
                    Label::Reasons => Part::Reasons,
                    Label::Options => Part::Options,
                    _ => Part::Interests,
                };
                if self.in_minutes {
                    self.keep_in_minutes(par);
                }
                self.part = part;
                self.documents_at = false;
                if let Some(block) = self.block(part) {
                    let block = block.get_or_insert_default();
                    if block.heading == 0 {
                        block.heading = par.line;
                    }
                    // `Dispensation Granted: None` under `Conflict of Interest: None` says the same again.
                    let repeats = block.pars.first().is_some_and(|p| value.is_some_and(|v| v.text == p.text));
                    let second = !block.pars.is_empty();
                    block.pars.extend(value.filter(|_| !repeats).map(|v| if second { par } else { v }));
                }
                return;
            }
        }
        if let Some(value) = value {
            self.push(value);
        }
    }

    fn keep_in_minutes(&mut self, par: Par<'p>) {
        self.sections.minutes.get_or_insert_default().pars.push(par);
    }

    fn push(&mut self, par: Par<'p>) {
        if self.in_minutes {
            self.keep_in_minutes(par);
            match self.part {
                Part::Minutes => {}
                Part::Decision => self.sections.minuted.get_or_insert_default().pars.push(par),
                part => {
                    if let Some(block) = self.block(part) {
                        block.get_or_insert_default().pars.push(par);
                    }
                }
            }
            return;
        }
        let part = self.part;
        if let Some(block) = self.block(part) {
            block.get_or_insert_default().pars.push(par);
        }
    }

    /// A line under a heading of documents: a file, or a paragraph whose own heading is lost.
    fn document(&mut self, page: &'p Page, ledger: &mut Ledger, par: Par<'p>, to: usize) -> usize {
        let at = par.at.1;
        if let Some(next) = documents::read(page, ledger, at, to, &mut self.sections.papers, self.documents_at) {
            self.documents_at = true;
            return next;
        }
        let decides = resolution_text::begins_decision(par.text) || split_label(par.text).is_some();
        let (part, name) = if decides && self.sections.decision.is_none() {
            (Part::Decision, "decision")
        } else if self.sections.minutes.is_none() {
            (Part::Minutes, "minutes")
        } else {
            // Both are there already: this line belongs to neither.
            return at + 1;
        };
        self.sections.lost.push((name, par));
        self.open(part, 0);
        self.push(par);
        ledger.place(at);
        self.lost_minutes(page, ledger, at + 1, to, part)
    }

    /// After a decision without a heading: the first paragraph that decides nothing begins the minutes.
    fn lost_minutes(&mut self, page: &'p Page, ledger: &mut Ledger, from: usize, to: usize, part: Part) -> usize {
        if part != Part::Decision || self.sections.minutes.is_some() {
            return from;
        }
        let mut at = from;
        while at < to {
            let text = page.words(at);
            if labels::read(text).is_some() || is_link_label(text) || is_footer(text) {
                return at;
            }
            let par = Par { text, line: page.lines[at].number, to: page.lines[at].to, at: (page, at) };
            if !resolution_text::begins_decision(text) && split_label(text).is_none() {
                self.sections.lost.push(("minutes", par));
                self.open(Part::Minutes, 0);
                self.push(par);
                ledger.place(at);
                return at + 1;
            }
            self.push(par);
            ledger.place(at);
            at += 1;
        }
        at
    }
}

/// Words that pages print as links to other pages.
pub fn is_link_label(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '•', '·', ' ']);
    (text.starts_with("View the ") && text.len() < 60 && (text.contains(" for item ") || text.contains(" to item ")))
        || matches!(text, "Share this item" | "View directions" | "Find out more about this issue")
        || is_tab(text)
}

/// The tabs of an issue's pages.
fn is_tab(text: &str) -> bool {
    matches!(text, "Issue details" | "Issue history" | "Issue - decisions" | "Issue - meetings")
}

/// Words with which a page's frame begins where an extract kept it.
fn is_footer(text: &str) -> bool {
    matches!(text, "A to Z of services" | "Share this page" | "Rate this page" | "Back to top" | "Cookies" | "Cookie policy")
}
