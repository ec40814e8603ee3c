//! One decision in three texts: as published, as resolved, as minuted. Compared word by word, clause by clause.

use serde::{Deserialize, Serialize};

use super::Clause;
use crate::difference::{Run, words};

/// Which text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// As published: in the agenda before the meeting, or in the notice of decisions after it.
    Published,
    /// As resolved: taken down at the meeting.
    Resolved,
    /// As minuted.
    Minuted,
}

impl Which {
    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Which::Published => "as published",
            Which::Resolved => "as resolved",
            Which::Minuted => "as minuted",
        }
    }
}

/// The texts of one decision. None where there is no such text; an empty list where it has no clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// As published.
    pub published: Option<Vec<Clause>>,
    /// As resolved.
    pub resolved: Option<Vec<Clause>>,
    /// As minuted.
    pub minuted: Option<Vec<Clause>>,
    /// The text that a note says is right, where they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted: Option<Which>,
}

/// A clause that is not the same in two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Differs {
    /// The labels down to it: `(1) (a)`; its place where it has none.
    pub path: String,
    /// The text read first.
    pub first: Which,
    /// The text read second.
    pub second: Which,
    /// The words, run by run.
    pub runs: Vec<Run>,
    /// Bodies that only one of the two names.
    pub bodies: Vec<OnlyIn>,
}

/// A body that one text names and the other does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OnlyIn {
    /// The body.
    pub body: String,
    /// The text that names it.
    pub named: Which,
}

impl Texts {
    /// The text that actions are taken from: the one that a note names; else what was resolved; else what was published; minutes
    /// only where nothing else is kept.
    pub fn governs(&self) -> Option<(Which, &[Clause])> {
        let usual = [Which::Resolved, Which::Published, Which::Minuted];
        self.noted.into_iter().chain(usual).find_map(|which| self.clauses(which).map(|clauses| (which, clauses)))
    }

    fn clauses(&self, which: Which) -> Option<&[Clause]> {
        match which {
            Which::Published => self.published.as_deref(),
            Which::Resolved => self.resolved.as_deref(),
            Which::Minuted => self.minuted.as_deref(),
        }
    }

    /// Every clause that is not the same in each pair of neighbouring texts, white space aside. `bodies` are names to look for.
    pub fn differences(&self, bodies: &[String]) -> Vec<Differs> {
        let all = [(Which::Published, &self.published), (Which::Resolved, &self.resolved), (Which::Minuted, &self.minuted)];
        let kept: Vec<(Which, &[Clause])> = all.into_iter().filter_map(|(w, c)| c.as_deref().map(|c| (w, c))).collect();
        kept.windows(2).flat_map(|pair| compare(pair[0], pair[1], bodies)).collect()
    }

    /// What the clerk must note before the texts go out side by side; none where they agree.
    pub fn texts_differ(&self, bodies: &[String]) -> Option<String> {
        let differ = self.differences(bodies);
        let first = differ.first()?;
        let only: Vec<String> =
            differ.iter().flat_map(|d| d.bodies.iter().map(|b| format!("{} is named only {}", b.body, b.named.words()))).collect();
        let what = if only.is_empty() { String::new() } else { format!(" {}.", only.join("; ")) };
        let (which, _) = self.governs()?;
        Some(format!(
            "Texts differ, first in clause {}.{what} Actions follow the text {}. Add a note that says which is right.",
            first.path,
            which.words()
        ))
    }
}

fn compare((first, a): (Which, &[Clause]), (second, b): (Which, &[Clause]), bodies: &[String]) -> Vec<Differs> {
    let (a, b) = (flat(a), flat(b));
    let mut paths: Vec<&String> = a.iter().map(|(p, _)| p).collect();
    paths.extend(b.iter().map(|(p, _)| p).filter(|p| !a.iter().any(|(q, _)| q == *p)));
    let text = |clauses: &[(String, String)], path: &str| clauses.iter().find(|(p, _)| p == path).map_or(String::new(), |(_, t)| t.clone());
    paths
        .into_iter()
        .filter_map(|path| {
            let (x, y) = (text(&a, path), text(&b, path));
            let runs = words(&x, &y);
            let same = runs.iter().all(|r| matches!(r, Run::Same(_)));
            (!same).then(|| Differs { path: path.clone(), first, second, runs, bodies: only_in(bodies, (first, &x), (second, &y)) })
        })
        .collect()
}

fn only_in(bodies: &[String], (first, a): (Which, &str), (second, b): (Which, &str)) -> Vec<OnlyIn> {
    let names = |text: &str, body: &str| text.to_lowercase().contains(&body.to_lowercase());
    let only = |body: &String| match (names(a, body), names(b, body)) {
        (true, false) => Some(OnlyIn { body: body.clone(), named: first }),
        (false, true) => Some(OnlyIn { body: body.clone(), named: second }),
        _ => None,
    };
    bodies.iter().filter_map(only).collect()
}

/// The clauses one after another, each with the labels down to it. The punctuation of a label tells nothing: `a)` is `(a)`.
pub fn flat(clauses: &[Clause]) -> Vec<(String, String)> {
    fn down(clauses: &[Clause], above: &str, out: &mut Vec<(String, String)>) {
        for (at, clause) in clauses.iter().enumerate() {
            let bare = clause.label.as_deref().map(|l| l.trim_matches(['(', ')', '.', ' ', '·', '•'])).filter(|l| !l.is_empty());
            let own = bare.map_or_else(|| format!("paragraph {}", at + 1), |l| format!("({l})"));
            let path = if above.is_empty() { own } else { format!("{above} {own}") };
            // Pages repeat labels by mistake; the second is told apart by its place.
            let path = if out.iter().any(|(p, _)| *p == path) { format!("{path} at place {}", at + 1) } else { path };
            out.push((path.clone(), clause.text.clone()));
            down(&clause.children, &path, out);
        }
    }
    let mut out = Vec::new();
    down(clauses, "", &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clauses(texts: &[(&str, &str)]) -> Vec<Clause> {
        texts.iter().map(|(l, t)| Clause { label: Some((*l).into()), text: (*t).into(), children: vec![] }).collect()
    }

    #[test]
    fn two_bodies_in_the_decision_and_one_in_the_minutes_differ() {
        let texts = Texts {
            published: Some(clauses(&[
                ("(c)", "note the report"),
                ("(d)", "report to the People Scrutiny Committee and the Improvement Board"),
            ])),
            noted: None,
            resolved: None,
            minuted: Some(clauses(&[("c)", "note the  report"), ("d)", "report to the Improvement Board")])),
        };
        let bodies = ["People Scrutiny Committee".to_string(), "Improvement Board".into()];
        let differ = texts.differences(&bodies);
        assert_eq!(differ.len(), 1, "the printing of a label and white space are no difference");
        assert_eq!(differ[0].path, "(d)");
        assert_eq!(differ[0].bodies, [OnlyIn { body: bodies[0].clone(), named: Which::Published }]);
        assert_eq!(differ[0].runs[1], Run::Gone("People Scrutiny Committee and the".into()));
        assert!(texts.texts_differ(&bodies).unwrap().contains("People Scrutiny Committee is named only as published"));
        assert_eq!(texts.governs().unwrap().0, Which::Published);
    }

    #[test]
    fn a_clause_added_at_the_meeting_is_new_and_the_resolved_text_governs() {
        let texts = Texts {
            published: Some(clauses(&[("1.", "Accept."), ("2.", "Approve the plan.")])),
            resolved: Some(clauses(&[("1.", "Accept."), ("2.", "Approve the plan."), ("3.", "Review the plan each quarter.")])),
            ..Texts::default()
        };
        let differ = texts.differences(&[]);
        assert_eq!((differ.len(), differ[0].path.as_str()), (1, "(3)"));
        assert_eq!(differ[0].runs, [Run::New("Review the plan each quarter.".into())]);
        assert_eq!(texts.governs().unwrap().1.len(), 3);
        let noted = Texts { noted: Some(Which::Published), ..texts };
        assert_eq!(noted.governs().unwrap().1.len(), 2, "the text that a note names");
    }

    #[test]
    fn texts_that_agree_raise_nothing_and_children_have_their_path() {
        let tree = vec![Clause { label: Some("1.".into()), text: "That".into(), children: clauses(&[("a)", "x"), ("a)", "y")]) }];
        assert_eq!(flat(&tree).iter().map(|(p, _)| p.as_str()).collect::<Vec<_>>(), ["(1)", "(1) (a)", "(1) (a) at place 2"]);
        let texts = Texts { published: Some(tree.clone()), resolved: Some(tree), ..Texts::default() };
        assert_eq!(texts.texts_differ(&[]), None);
    }
}
