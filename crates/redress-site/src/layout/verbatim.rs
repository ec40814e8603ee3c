//! Words of the record, as they stand: paragraphs where the source leaves a line blank, lines where it breaks one.

use maud::{Markup, html};
use redress::stated::Stated;

/// The paragraphs of a text.
pub fn paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in split(text) {
            p {
                @for (at, line) in paragraph.iter().enumerate() {
                    @if at > 0 { br; }
                    (line)
                }
            }
        }
    }
}

/// A text of the record, set apart from what the page says about it.
pub fn record(text: &str) -> Markup {
    html! { div.redress-record { (paragraphs(text)) } }
}

/// A field of the record under a heading; what the record says of it where there are no words to print.
pub fn field(text: Option<&str>) -> Markup {
    match Stated::of(text) {
        Stated::Given => record(text.unwrap_or_default()),
        Stated::StatedNone | Stated::NotApplicable => html! {
            (record(text.unwrap_or_default()))
            p.redress-said { (Stated::of(text).words()) "." }
        },
        other => html! { p.redress-said { (other.words()) "." } },
    }
}

fn split(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), paragraphs.last_mut()) {
            (true, Some(last)) if !last.is_empty() => paragraphs.push(Vec::new()),
            (false, Some(last)) => last.push(line.trim_end()),
            _ => {}
        }
    }
    paragraphs.retain(|p| !p.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_breaks_stay() {
        let html = paragraphs("Resolved:\nthat it be noted\n\n \nNext").into_string();
        assert_eq!(html, "<p>Resolved:<br>that it be noted</p><p>Next</p>");
    }

    #[test]
    fn words_of_the_record_are_never_markup() {
        let html = record("<script>alert('x')</script> & <b>bold</b>").into_string();
        assert!(html.contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;"), "{html}");
    }

    #[test]
    fn a_field_without_words_says_how_it_stands() {
        assert!(field(None).into_string().contains("Not recorded"));
        assert!(field(Some("")).into_string().contains("nothing under it"));
        let none = field(Some("None.")).into_string();
        assert!(none.contains("<p>None.</p>") && none.contains("there were none"));
    }
}
