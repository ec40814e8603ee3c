//! Counts that answers carry: compared with what was read, and told where they differ.

use redress::draft::Reading;

use crate::answer::Element;

/// Compares a count. An answer that was cut counts more than it holds.
pub fn check(element: Element<'_>, name: &str, found: usize, reading: &mut Reading) {
    let Some(stated) = element.filled(name) else { return };
    if stated.parse() != Ok(found) {
        let message = format!("the answer says {stated} under {name} and {found} were read; it may be cut");
        reading.doubt("count_differs", element.line(), message);
    }
}
