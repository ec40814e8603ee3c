//! A councillor's page: name, party, ward, seats. Addresses and telephone numbers stay in the source.

use redress::draft::{MemberDraft, Reading};

use crate::ledger::Ledger;
use crate::moderngov::{foreign_id, labelled_fields};
use crate::page::Page;

/// Labels whose values are never copied.
const PRIVATE: [&str; 9] =
    ["home address", "address", "correspondence address", "postal address", "phone", "telephone", "mobile", "home phone", "fax"];

/// Reads the page.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let mut member = MemberDraft::default();
    let mut heading = String::new();
    let mut private = false;
    for at in 0..page.lines.len() {
        let text = page.words(at);
        let line = page.lines[at];
        let field = labelled_fields::split(page, at).map(|(label, value)| (label.to_ascii_lowercase(), value));
        for (_, address) in page.links_of(at) {
            let id = foreign_id::of_member(address);
            let of_register = foreign_id::leads_to(address, "mgConvert2PDF.aspx").then(|| foreign_id::in_query(address, "ID")).flatten();
            member.foreign_id = member.foreign_id.or(id).or(of_register);
        }
        if line.tag.starts_with('h') && member.name.is_empty() {
            member.name = text.into();
        } else if line.tag.starts_with('h') {
            heading = text.into();
            private = false;
        } else if let Some((label, value)) = field {
            private = PRIVATE.contains(&label.as_str());
            if private {
                ledger.withhold(at);
                continue;
            }
            set(&mut member, &label, value, &heading);
        } else if private {
            ledger.withhold(at);
            continue;
        } else {
            let address = page.links_of(at).next().map(|(_, href)| href.to_string());
            member.other.push((address.unwrap_or_else(|| heading.clone()), text.into()));
        }
        ledger.place(at);
    }
    member.foreign_id = foreign_id::own(page, foreign_id::of_member).or(member.foreign_id);
    reading.members.push(member);
}

fn set(member: &mut MemberDraft, label: &str, value: &str, heading: &str) {
    let given = Some(value.to_string()).filter(|v| !v.is_empty());
    match label {
        "party" | "political party" => member.party = given,
        "political grouping" | "political group" => member.group = given,
        "ward" | "division" => member.ward = given,
        "title" | "key posts" | "role" => member.posts = given,
        "email" | "work email" | "e-mail" | "council email" => member.email = given,
        _ => {
            let label = if heading.is_empty() { label.to_string() } else { format!("{heading} / {label}") };
            member.other.push((label, value.into()));
        }
    }
}
