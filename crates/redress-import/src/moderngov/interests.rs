//! A register of interests: a table for each sort of interest, the member's and the partner's.

use redress::draft::{MemberDraft, Reading};

use crate::ledger::Ledger;
use crate::moderngov::foreign_id;
use crate::page::Page;

/// Reads the page into one member's other values, each under its table and column.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let mut member = MemberDraft::default();
    let (mut caption, mut columns) = (String::new(), Vec::new());
    let mut named = false;
    for at in 0..page.lines.len() {
        let line = page.lines[at];
        let text = page.words(at);
        match line.tag {
            _ if text == "Register of interests" => {}
            "caption" => (caption, columns) = (text.to_string(), Vec::new()),
            "th" => columns.push(text.to_string()),
            "td" => {
                let column = (line.cell as usize).checked_sub(1).and_then(|c| columns.get(c)).map_or("", String::as_str);
                member.other.push((format!("{caption} / {column}"), text.into()));
            }
            "h1" | "h2" if !named && caption.is_empty() => {
                member.name = text.into();
                named = true;
            }
            _ => {
                let address = page.links_of(at).next().map(|(_, href)| href.to_string());
                member.other.push((address.unwrap_or_default(), text.into()));
            }
        }
        ledger.place(at);
        member.foreign_id = member.foreign_id.or_else(|| page.links_of(at).find_map(|(_, href)| foreign_id::of_member(href)));
    }
    if !named {
        reading.doubt("name_missing", 0, "the page does not say whose register it is");
    }
    member.foreign_id = foreign_id::own(page, foreign_id::of_member).or(member.foreign_id);
    reading.members.push(member);
}
