//! Text extracts of pages, line by line; hard-wrapped ones are joined into paragraphs again.

use redress::resolution::split_label;

use crate::page::{Line, Page, append};

/// Shortest line that a hard wrap may have cut.
const WRAPPED_FROM: usize = 50;
/// Longest line in a hard-wrapped text.
const WRAPPED_TO: usize = 90;

/// The lines of a text extract.
pub fn lines(text: &str) -> Page {
    let wrapped = is_hard_wrapped(text);
    let mut out = Vec::with_capacity(text.len());
    let mut lines: Vec<Line> = Vec::new();
    let mut before = None::<usize>;
    for (at, raw) in text.split('\n').enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let start = out.len();
        let joins = wrapped && before.is_some_and(|length| length >= WRAPPED_FROM) && !begins_anew(raw);
        let mut gap = false;
        let open = if joins { start.saturating_sub(1) } else { start };
        if joins {
            gap = true;
        }
        append(&mut out, raw.as_bytes(), open, &mut gap);
        if out.len() == start {
            before = None;
            continue;
        }
        // The line of a meeting is whole, however long it is.
        before = Some(raw.trim_end().len()).filter(|_| !raw.starts_with("Meeting:"));
        let end = u32::try_from(out.len()).unwrap_or(u32::MAX);
        match lines.last_mut() {
            Some(last) if joins => {
                last.end = end;
                last.to = number;
            }
            _ => lines.push(Line { number, to: number, start: u32::try_from(start).unwrap_or(u32::MAX), end, ..Line::default() }),
        }
    }
    Page { text: into_text(out), lines, ..Page::default() }
}

/// Bytes that were text before; a broken character, which cannot be, becomes its sign.
pub(crate) fn into_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}

/// No line is long, and most lines under one of full length go on with a small letter.
fn is_hard_wrapped(text: &str) -> bool {
    let (mut pairs, mut going_on) = (0, 0);
    let mut before = 0;
    for line in text.split('\n').map(str::trim) {
        if line.len() > WRAPPED_TO + 30 {
            return false;
        }
        if !line.is_empty() && (WRAPPED_FROM..=WRAPPED_TO).contains(&before) {
            pairs += 1;
            going_on += usize::from(line.starts_with(char::is_lowercase));
        }
        before = line.len();
    }
    going_on >= 5 && going_on * 2 > pairs
}

/// A heading or a labelled clause starts a paragraph, whatever stands before it.
fn begins_anew(line: &str) -> bool {
    let line = line.trim();
    split_label(line).is_some()
        || line.starts_with("Meeting:")
        || crate::moderngov::labels::read(line).is_some()
        || line.starts_with("- ")
        || (line.ends_with(':') && line.len() < WRAPPED_FROM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_blank_ones_go() {
        let page = lines("Agenda item\r\n\r\n\u{a0}\n Title  of it\n");
        assert_eq!(page.lines.len(), 2);
        assert_eq!((page.lines[1].number, page.words(1)), (4, "Title of it"));
    }

    #[test]
    fn a_hard_wrapped_paragraph_is_one_line() {
        let cut = "The panel looked at the annual return of the service and asked how\nthe backlog would be cleared before the summer term began in earnest.\n";
        let text = format!("Minutes:\n\n{}\nDecision:\n", [cut, cut, cut, cut, cut, cut, cut].join("\n"));
        let page = lines(&text);
        assert_eq!(page.lines.len(), 9);
        assert!(page.words(1).contains("asked how the backlog"));
        assert_eq!((page.lines[1].number, page.lines[1].to), (3, 4));
    }
}
