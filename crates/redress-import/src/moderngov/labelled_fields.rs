//! Lines of a label and a value, as decision pages have them: `Decision Maker: Cabinet`.

use crate::page::Page;

/// The label and the value of a line. The label is what the page marks as one, else the words before the first colon.
pub fn split(page: &Page, at: usize) -> Option<(&str, &str)> {
    let text = page.words(at);
    let marked = page.lines.get(at).map_or(0, |l| l.label_end) as usize;
    let (label, value) = match marked {
        0 => text.split_once(':')?,
        end => text.split_at_checked(end)?,
    };
    let label = label.trim().trim_end_matches(':').trim_end();
    (!label.is_empty() && label.len() <= 80).then_some((label, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_label_may_hold_a_question_mark() {
        let page = Page::of("<p><span  class=\"mgLabel\" >Is Key decision?: </span>No</p><p>Contact: A: B</p>");
        assert_eq!(split(&page, 0), Some(("Is Key decision?", "No")));
        assert_eq!(split(&page, 1), Some(("Contact", "A: B")));
    }
}
