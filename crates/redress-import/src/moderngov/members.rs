//! GetMemberGroup and GetCouncillorsByWard: members with party, posts and terms of office.

use redress::day::read_slashed;
use redress::draft::{MemberDraft, Reading};
use redress::member::Term;

use crate::answer::{Element, Tree};
use crate::moderngov::counts;

/// Reads GetMemberGroup.
pub fn read_group(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["memberlist"]) else { return };
    for members in root.all("members") {
        for element in members.all("member") {
            let member = member(element, "memberid", None, reading);
            reading.members.push(member);
        }
        counts::check(members, "membercount", reading.members.len(), reading);
    }
}

/// Reads GetCouncillorsByWard and GetCouncillorsByWardId.
pub fn read_wards(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["councillorsbyward", "councillorsbywardid"]) else { return };
    let ward_id = root.attribute("wardid");
    for ward in root.all("wards").flat_map(|w| w.all("ward")) {
        let title = ward.filled("wardtitle");
        for councillors in ward.all("councillors") {
            let before = reading.members.len();
            for element in councillors.all("councillor") {
                let mut member = member(element, "councillorid", title.clone(), reading);
                member.other.extend(ward_id.iter().map(|id| ("wardid".to_string(), id.clone())));
                reading.members.push(member);
            }
            counts::check(councillors, "councillorcount", reading.members.len() - before, reading);
        }
    }
}

fn member(element: Element<'_>, id: &str, ward: Option<String>, reading: &mut Reading) -> MemberDraft {
    let work = element.first("workaddress");
    let mut terms = Vec::new();
    for term in element.all("termsofoffice").flat_map(|t| t.all("termofoffice")) {
        terms.push(read_term(term, reading));
    }
    MemberDraft {
        name: element.filled("fullusername").unwrap_or_default(),
        foreign_id: element.filled(id),
        ward,
        party: element.filled("politicalpartytitle"),
        group: element.filled("politicalgrouptitle"),
        posts: element.filled("keyposts"),
        email: work.and_then(|w| w.filled("email")),
        terms,
        other: element.rest(),
    }
}

fn read_term(term: Element<'_>, reading: &mut Reading) -> Term {
    let mut day = |name: &str| {
        let words = term.filled(name).filter(|w| w != "unspecified")?;
        let read = read_slashed(&words);
        if read.is_none() {
            reading.doubt("date_unread", term.line(), format!("the date “{words}” under {name} could not be read"));
        }
        read
    };
    Term { from: day("startdate"), to: day("enddate") }
}
