//! Writing a report: typed text or a Word document; each save is a version, and paragraphs keep their numbers.

use maud::{Markup, html};
use redress::access::Act;
use redress::report::Text;
use redress::report::settle::{renumbered, settle};
use redress::report::{complete, typed};
use redress_paper::Media;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::add_version::looked_at;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::{Filled, Sent};
use crate::desk::pages::report::{self, Loaded};
use crate::desk::report_file;
use crate::failure::Failure;

/// Writing the text.
pub struct WriteText {
    loaded: Loaded,
}

const SOURCES: &[(&str, &str)] = &[("typed", "Text that I type"), ("file", "A Word document (.docx)")];
/// More paragraphs, lists and tables than this are no report.
const MOST_BLOCKS: usize = 5_000;

impl Deed for WriteText {
    const PATH: &'static str = "/desk/reports/{report}/write";
    const TITLE: &'static str = "Write the text of a report";
    const ACT: Act = Act::WriteReport;
    const FIELDS: &'static [Field] = &[
        Field::new("source", "What you give", Ask::One(SOURCES)),
        Field::new("text", "Text", Ask::Text)
            .hint("# begins a section and ## a heading in it; a blank line ends a paragraph; - or (1) begins an item of a list; | cell | cell | is a row of a table. Numbers come by themselves and stay")
            .only_if("source", "typed"),
        Field::new("file", "Word document", Ask::File)
            .hint("Headings, numbered paragraphs, lists and tables are read; pictures and text boxes are named and left out")
            .only_if("source", "file"),
        Field::new("renumber", "Numbers", Ask::Any(&[("yes", "Number everything afresh, from 1")]))
            .hint("Only before the report is sent for clearance: after that people write the numbers down")
            .optional(),
        Field::new("revision", "Revision", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<WriteText, Failure> {
        Ok(WriteText { loaded: report::load(context, keys.number("report")?).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @for missing in self.loaded.missing() { p.govuk-body-s { (missing.words()) } }
        }
    }

    fn possible(&self) -> bool {
        self.loaded.withdrawn().is_none()
    }

    fn impossible(&self) -> String {
        "This report was withdrawn: it is not changed after that".into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "source" => vec!["typed".into()],
            "text" => match &self.loaded.newest {
                Some(newest) => vec![typed::write(&newest.text.blocks)],
                None => vec![self.loaded.kind.kind.begins_with()],
            },
            "revision" => vec![self.loaded.kept.revision.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if filled.number("revision") != Some(self.loaded.kept.revision) {
            return Err(Undone::changed());
        }
        let (text, left_out) = match filled.file("file").filter(|_| filled.get("source") == "file") {
            Some(file) => of_file(context, file).await?,
            None => (filled.get("text").to_string(), Vec::new()),
        };
        let raws = typed::read(&text);
        if raws.is_empty() {
            return Err(Undone::wrong(if filled.file("file").is_some() { "file" } else { "text" }, "There is no word in it"));
        }
        if raws.len() > MOST_BLOCKS {
            return Err(Undone::wrong(
                "file",
                format!("It has {} paragraphs, lists and tables; the most is {MOST_BLOCKS}. Make a part of it an appendix", raws.len()),
            ));
        }
        let before = self.loaded.newest.as_ref().map(|n| &n.text);
        let mut next: Text = settle(before, raws);
        if filled.has("renumber", "yes") {
            if self.loaded.events.iter().any(|e| e.what == "submitted") {
                return Err(Undone::wrong("renumber", "This report was sent for clearance: its numbers stay. Untick the box"));
            }
            next = renumbered(&next);
        }
        if before == Some(&next) {
            return Err(Undone::wrong("text", "Nothing was changed"));
        }
        let stop = self.loaded.now_at()?.stop.number;
        let Some(version) = context.desk.desk.save_report(&self.loaded.kept, stop, &next, &context.act()).await? else {
            return Err(Undone::changed());
        };
        let missing: Vec<String> = complete::missing(&self.loaded.kind.kind, &next).iter().map(complete::Missing::words).collect();
        let made = serde_json::json!({ "version": version, "missing": missing, "left_out": left_out });
        let to = self.loaded.address();
        if left_out.is_empty() {
            return Ok(Done::made(to, made));
        }
        let shown = html! {
            p.govuk-body { "Version " (version) " is saved. Of the document this was not read as it stands:" }
            ul.govuk-list.govuk-list--bullet { @for sentence in &left_out { li { (sentence) } } }
        };
        Ok(Done::shown(to, made, shown))
    }
}

/// The words of a Word document, and what of it was left out.
async fn of_file(context: &Context, file: &Sent) -> Result<(String, Vec<String>), Undone> {
    let looked = looked_at(context, file).await?;
    if looked.media != Media::Docx {
        return Err(Undone::wrong(
            "file",
            format!("The file is {}. Save it as a Word document (.docx), or copy its words into the text", looked.media.words()),
        ));
    }
    let bytes = file.bytes.clone();
    let read = tokio::task::spawn_blocking(move || redress_paper::docx::read(&bytes)).await;
    match read {
        Ok(Ok(words)) => Ok((report_file::typed(&words), words.left_out)),
        Ok(Err(refused)) => Err(Undone::wrong("file", refused.to_string())),
        Err(_) => Err(Undone::wrong("file", "The file could not be read. Save it again in Word, or copy its words into the text")),
    }
}
