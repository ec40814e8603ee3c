//! What two versions say differently, block by block: what did not change is not shown.

use serde::Serialize;

use super::{Block, Number, Text};
use crate::difference::{Run, words};

/// A block that one version has otherwise than the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its number, in the later version where it stands there.
    pub number: Option<Number>,
    /// The words of both.
    pub runs: Vec<Run>,
}

/// What changed, in the order of the later version; what is gone stands where it stood.
pub fn changes(before: &Text, after: &Text) -> Vec<Change> {
    let was = |id: u32| before.blocks.iter().find(|b| b.id == id);
    let mut found = Vec::new();
    let mut gone = before.blocks.iter().peekable();
    let still = |id: u32| after.blocks.iter().any(|b| b.id == id);
    for block in &after.blocks {
        let Some(old) = was(block.id) else {
            found.push(whole(block, Run::New));
            continue;
        };
        // What stood before this block and is gone is told first.
        while let Some(next) = gone.next_if(|b| b.id != block.id && !still(b.id)) {
            found.push(whole(next, Run::Gone));
        }
        gone.next_if(|b| b.id == block.id);
        if old.is != block.is {
            found.push(Change { number: block.number().cloned(), runs: words(&said(old), &said(block)) });
        }
    }
    found.extend(gone.filter(|b| !still(b.id)).map(|b| whole(b, Run::Gone)));
    found
}

fn whole(block: &Block, run: fn(String) -> Run) -> Change {
    Change { number: block.number().cloned(), runs: vec![run(said(block))] }
}

fn said(block: &Block) -> String {
    let words = block.plain();
    block.number().map_or_else(|| words.clone(), |n| format!("{n} {words}"))
}
