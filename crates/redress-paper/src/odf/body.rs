//! The text, sheets and slides of an OpenDocument file, walked once.

use super::sheet::Table;
use super::styles::Hiding;
use crate::finding::Places;
use crate::looked::Seen;
use crate::package::Package;
use crate::xml::{Element, Step};
use crate::{Code, Finding, Media, Refused};

#[derive(Default)]
struct Found {
    comments: Places,
    changes: Places,
    hidden_text: Places,
    hidden_sheets: Places,
    hidden_rows: Places,
    hidden_columns: Places,
    hidden_slides: Places,
    notes: Places,
    links: Places,
    connections: Places,
}

/// Where the walk is.
struct Walk {
    media: Media,
    paragraph: u32,
    page: u32,
    hidden_spans: Vec<bool>,
    in_cell: bool,
    in_notes: bool,
    notes_repeat: bool,
    has_heading: bool,
    table: Table,
}

pub(super) fn look(package: &mut Package<'_>, media: Media, seen: &mut Seen) -> Result<(), Refused> {
    let mut hiding = Hiding::default();
    let mut found = Found::default();
    let mut walk = Walk {
        media,
        paragraph: 0,
        page: 0,
        hidden_spans: Vec::new(),
        in_cell: false,
        in_notes: false,
        notes_repeat: false,
        has_heading: false,
        table: Table::default(),
    };
    for part in ["styles.xml", "content.xml"] {
        package.walk(part, |step| match step {
            Step::Open(element) => {
                hiding.open(element);
                walk.open(element, &hiding, &mut found);
            }
            Step::Text(text) if !text.trim().is_empty() => walk.text(&mut found),
            Step::Text(_) => {}
            Step::Close(name) => walk.close(name, &mut found),
        })?;
    }
    if media == Media::Odp {
        seen.pages = Some(walk.page);
    }
    if media == Media::Odt && !walk.has_heading {
        seen.accessibility.push(Finding::of(Code::NoHeadings));
    }
    found.report(&mut seen.findings);
    if hiding.crops {
        seen.findings.push(Finding::of(Code::CroppedPicture));
    }
    Ok(())
}

impl Walk {
    fn here(&self) -> String {
        match self.media {
            Media::Ods => format!("sheet {}", self.page.max(1)),
            Media::Odp => format!("slide {}", self.page.max(1)),
            _ => format!("paragraph {}", self.paragraph.max(1)),
        }
    }

    fn open(&mut self, element: &Element<'_>, hiding: &Hiding, found: &mut Found) {
        let name = element.name();
        if self.media == Media::Ods {
            self.page += u32::from(name == "table");
            self.table.open(element);
        }
        self.page += u32::from(self.media == Media::Odp && name == "page");
        match name {
            "p" | "h" | "span" => {
                self.paragraph += u32::from(name != "span");
                self.has_heading |= name == "h";
                self.hidden_spans.push(hiding.hides_text(element));
            }
            "annotation" => found.comments.add(self.here()),
            "changed-region" | "cell-content-change" | "insertion" | "deletion" | "movement" => found.changes.add(self.here()),
            "hidden-text" | "hidden-paragraph" => found.hidden_text.add(self.here()),
            "section" if element.attribute("display").is_some_and(|d| d == "none") => found.hidden_text.add(self.here()),
            "table" if hiding.hides_table(element) => found.hidden_sheets.add(self.here()),
            "table-cell" => self.in_cell = true,
            "page" if hiding.hides_slide(element) => found.hidden_slides.add(self.here()),
            "notes" => self.in_notes = true,
            "frame" => self.notes_repeat = element.attribute("class").is_some_and(|c| c != "notes" && c != "outline"),
            "table-source" | "cell-range-source" | "section-source" | "dde-source" | "dde-connection" => found.links.add(self.here()),
            "image" if element.attribute("href").is_some_and(|h| h.contains("://") || h.starts_with("../")) => found.links.add(self.here()),
            "database-source-sql" | "database-source-query" | "database-source-table" | "database-display" | "connection-data-source" => {
                found.connections.add(self.here());
            }
            _ => {}
        }
    }

    fn text(&mut self, found: &mut Found) {
        if self.hidden_spans.contains(&true) {
            found.hidden_text.add(self.here());
        }
        if self.media == Media::Ods && self.in_cell {
            self.table.holds_data();
        }
        if self.in_notes && !self.notes_repeat && !self.hidden_spans.is_empty() {
            found.notes.add(self.here());
        }
    }

    fn close(&mut self, name: &str, found: &mut Found) {
        match name {
            "p" | "h" | "span" => drop(self.hidden_spans.pop()),
            "table-cell" => self.in_cell = false,
            "notes" => self.in_notes = false,
            "table" if self.media == Media::Ods => {
                let table = std::mem::take(&mut self.table);
                for (yes, places) in [(table.rows_hide, &mut found.hidden_rows), (table.columns_hide, &mut found.hidden_columns)] {
                    if yes {
                        places.add(self.here());
                    }
                }
            }
            _ => {}
        }
    }
}

impl Found {
    fn report(self, findings: &mut Vec<Finding>) {
        self.comments.report(Code::Comments, findings);
        self.changes.report(Code::TrackedChanges, findings);
        self.hidden_text.report(Code::HiddenText, findings);
        self.hidden_sheets.report(Code::HiddenSheet, findings);
        self.hidden_rows.report(Code::HiddenRows, findings);
        self.hidden_columns.report(Code::HiddenColumns, findings);
        self.hidden_slides.report(Code::HiddenSlide, findings);
        self.notes.report(Code::SpeakerNotes, findings);
        self.links.report(Code::ExternalLinks, findings);
        self.connections.report(Code::DataConnections, findings);
    }
}
