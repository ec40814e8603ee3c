//! GetElectionResults: candidates with their areas, parties and votes.

use redress::draft::{CandidateDraft, ElectionDraft, Reading};

use crate::answer::{Element, Tree};
use crate::moderngov::committees::is_true;
use crate::moderngov::counts;

/// Reads the answer; one with no election in it gives nothing.
pub fn read(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["election"]) else { return };
    let candidates: Vec<CandidateDraft> = root.all("candidates").flat_map(|c| c.all("candidate")).map(candidate).collect();
    counts::check(root, "candidatecount", candidates.len(), reading);
    let draft = ElectionDraft {
        title: root.filled("title").unwrap_or_default(),
        foreign_id: root.filled("electionid"),
        candidates,
        other: root.rest(),
    };
    if draft != ElectionDraft::default() {
        reading.elections.push(draft);
    }
}

fn candidate(element: Element<'_>) -> CandidateDraft {
    let votes = element.peek("numvotes").and_then(|v| v.parse().ok());
    if votes.is_some() {
        drop(element.take("numvotes"));
    }
    CandidateDraft {
        name: element.filled("candidatename").unwrap_or_default(),
        area: element.filled("areatitle"),
        party: element.filled("politicalpartytitle"),
        votes,
        elected: is_true(element.take("iselected")),
        other: element.rest(),
    }
}
