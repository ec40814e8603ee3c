//! Clauses of a resolution, nested, with the labels that the record prints.

use maud::{Markup, html};
use redress::resolution::Clause;

use super::verbatim;

/// The clauses of a text, or the text itself where they do not hold all its words.
pub fn of(text: &str, clauses: &[Clause]) -> Markup {
    if clauses.is_empty() || !hold_every_word(text, clauses) {
        return verbatim::record(text);
    }
    html! { div.redress-record { (list(clauses)) } }
}

fn list(clauses: &[Clause]) -> Markup {
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

/// White space and punctuation aside: reading a label drops the colon after it.
fn hold_every_word(text: &str, clauses: &[Clause]) -> bool {
    let mut words = String::new();
    gather(clauses, &mut words);
    words.chars().filter(|c| c.is_alphanumeric()).eq(text.chars().filter(|c| c.is_alphanumeric()))
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
    fn a_text_with_more_words_than_its_clauses_is_printed_whole() {
        let html = of("Resolved by the Board. (a) Noted", &[clause("(a)", "Noted", vec![])]).into_string();
        assert!(html.contains("Resolved by the Board."));
    }
}
