//! Clauses of a resolution, nested, with the labels that the record prints.

use maud::{Markup, html};
use redress::resolution::Clause;

use super::verbatim;

/// The clauses of a text between the words that stand before and after them; the text itself where they do not fit it.
pub fn of(text: &str, clauses: &[Clause]) -> Markup {
    match around(text, clauses) {
        None => verbatim::record(text),
        Some((before, after)) => html! {
            div.redress-record { (verbatim::paragraphs(before)) (list(clauses)) (verbatim::paragraphs(after)) }
        },
    }
}

/// The clauses alone.
pub fn list(clauses: &[Clause]) -> Markup {
    html! {
        ol.redress-clauses role="list" {
            @for clause in clauses {
                li.redress-clause {
                    @if let Some(label) = &clause.label { span.redress-clause__label { (label) " " } }
                    div.redress-clause__words {
                        (verbatim::paragraphs(&clause.text))
                        @if !clause.children.is_empty() { (list(&clause.children)) }
                    }
                }
            }
        }
    }
}

/// What stands before and after the clauses, where they are one stretch of the text with all its words.
///
/// White space and punctuation do not count: reading a label drops the colon after it.
fn around<'t>(text: &'t str, clauses: &[Clause]) -> Option<(&'t str, &'t str)> {
    let mut words = String::new();
    gather(clauses, &mut words);
    let wanted: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_alphanumeric()).collect();
    if wanted.is_empty() || wanted.len() > letters.len() {
        return None;
    }
    let fits = |from: usize| letters[from..from + wanted.len()].iter().map(|(_, c)| c).eq(wanted.iter());
    let from = (0..=letters.len() - wanted.len()).find(|from| fits(*from))?;
    let (last, letter) = letters[from + wanted.len() - 1];
    let before = text[..letters[from].0].trim_end_matches(|c: char| c.is_whitespace() || "(·•".contains(c));
    let after = text[last + letter.len_utf8()..].trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    Some((before, after))
}

fn gather(clauses: &[Clause], words: &mut String) {
    for clause in clauses {
        words.push_str(clause.label.as_deref().unwrap_or(""));
        words.push_str(&clause.text);
        gather(&clause.children, words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(label: &str, text: &str, children: Vec<Clause>) -> Clause {
        Clause { label: Some(label.into()), text: text.into(), children }
    }

    #[test]
    fn clauses_nest_with_their_own_labels() {
        let clauses = [clause("(a)", "That it be:", vec![clause("i)", "noted", vec![]), clause("ii)", "sent on", vec![])])];
        let html = of("(a) That it be:\n\ni) noted\n\nii) sent on", &clauses).into_string();
        assert_eq!(html.matches("<ol").count(), 2);
        assert!(html.contains(">ii) </span>"));
    }

    #[test]
    fn words_before_and_after_the_clauses_are_kept() {
        let clauses = [clause("(a)", "That it be noted.", vec![]), clause("(b)", "That it be sent.", vec![])];
        let text = "RESOLVED:\n\n(a) That it be noted.\n\n(b) That it be sent.\n\n(Councillor Ayre voted against.)";
        let html = of(text, &clauses).into_string();
        assert!(html.contains("<p>RESOLVED:</p><ol") && html.contains("<p>(Councillor Ayre voted against.)</p>"), "{html}");
    }

    #[test]
    fn a_text_with_words_between_its_clauses_is_printed_whole() {
        let clauses = [clause("(a)", "noted", vec![]), clause("(b)", "sent", vec![])];
        let html = of("(a) noted\n\nand further\n\n(b) sent", &clauses).into_string();
        assert!(html.contains("<p>and further</p>") && !html.contains("<ol"), "{html}");
    }
}
