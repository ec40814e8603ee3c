//! Papers that a text keeps from the public: `Appendix B is exempt under …` restricts one paper, not the item.

use redress::paper::Paper;

use crate::moderngov::exclusion;

/// Words before the mark of an appendix, in the singular and the plural.
const NOUNS: [&str; 6] = ["appendix", "appendices", "annex", "annexe", "annexes", "annexures"];

/// Marks the papers that a paragraph keeps back, as far as their titles tell which are meant.
pub fn mark(paragraph: &str, papers: &mut [Paper]) {
    for sentence in exclusion::of_papers(paragraph) {
        let named = marks(sentence);
        if named.is_empty() {
            // `the appendix`: known only where the item has one.
            let mut all: Vec<&mut Paper> = papers.iter_mut().filter(|p| is_appendix(&p.title)).collect();
            if let [paper] = all.as_mut_slice() {
                paper.restricted = true;
            }
            continue;
        }
        for paper in papers.iter_mut() {
            paper.restricted |= marks(&paper.title).iter().any(|mark| named.contains(mark));
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

fn is_appendix(title: &str) -> bool {
    words(title).any(|w| NOUNS.iter().any(|n| n.eq_ignore_ascii_case(w)))
}

/// The marks behind the noun: `Appendices 2, 3 and C` gives `2`, `3`, `C`, each with whether it is an annex.
fn marks(text: &str) -> Vec<(bool, &str)> {
    let mut found = Vec::new();
    let mut annex = None;
    for word in words(text) {
        if let Some(noun) = NOUNS.iter().find(|n| n.eq_ignore_ascii_case(word)) {
            annex = Some(noun.starts_with("annex"));
        } else if let Some(annex) = annex.filter(|_| is_mark(word)) {
            found.push((annex, word));
        } else if !matches!(word, "and" | "to" | "or") {
            annex = None;
        }
    }
    found
}

/// `2`, `B`, `3a`, `IV`.
fn is_mark(word: &str) -> bool {
    let numbered = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 3;
    numbered || (word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restricted(paragraph: &str, titles: &[&str]) -> Vec<String> {
        let mut papers: Vec<Paper> = titles.iter().map(|t| Paper { title: (*t).into(), ..Paper::default() }).collect();
        mark(paragraph, &mut papers);
        papers.into_iter().filter(|p| p.restricted).map(|p| p.title).collect()
    }

    #[test]
    fn a_paper_is_told_by_its_mark() {
        let titles = ["Report", "Appendix 2 - Bids", "Appendix 3 - Costs", "Appendix B - Terms", "Annex 2"];
        assert_eq!(restricted("Annex 2 is not for publication.", &titles), ["Annex 2"]);
        assert_eq!(restricted("Appendix B is exempt under paragraph 3 of Schedule 12A.", &titles), ["Appendix B - Terms"]);
        assert_eq!(
            restricted("Appendices 2 and 3 are not for publication.", &["Appendix 1", "Appendix 2", "Appendix 3"]),
            ["Appendix 2", "Appendix 3"]
        );
        assert!(restricted("Appendix B sets out the terms.", &titles).is_empty());
        assert!(restricted("Appendix 9 is not for publication.", &titles).is_empty());
    }

    #[test]
    fn the_appendix_is_known_only_where_there_is_one() {
        assert_eq!(restricted("The appendix is not for publication.", &["Report", "Exempt appendix"]), ["Exempt appendix"]);
        assert!(restricted("The appendix is not for publication.", &["Appendix 1", "Appendix 2"]).is_empty());
    }
}
