//! A kind of report: the sections that it must have, who signs each off, and who clears the whole, in which order.

use serde::{Deserialize, Serialize};

use super::same_heading;
use crate::clearance::{Path, Stage};
use crate::counting::Period;
use crate::wrong::Wrong;

/// A kind of report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportKind {
    /// What the council calls it.
    pub name: String,
    /// The sections that it must have.
    pub sections: Vec<Needed>,
    /// Who clears it.
    pub path: Path,
    /// When a change asks those who cleared it again.
    pub asks_again: AsksAgain,
}

/// A section that a report must have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needed {
    /// Its heading.
    pub heading: String,
    /// The post that signs it off by clearing the report.
    pub signed_by: Option<String>,
}

/// When a change after a clearance asks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsksAgain {
    /// Whatever was changed.
    Always,
    /// Where the author says that the substance changed.
    OfSubstance,
}

impl AsksAgain {
    /// Values and words.
    pub const CHOICES: &'static [(&'static str, &'static str)] =
        &[("always", "Every change asks again"), ("of_substance", "A change of substance asks again; a corrected word does not")];

    /// The word in forms.
    pub fn word(self) -> &'static str {
        match self {
            AsksAgain::Always => "always",
            AsksAgain::OfSubstance => "of_substance",
        }
    }

    /// Reads the word.
    pub fn of_word(word: &str) -> Option<AsksAgain> {
        [AsksAgain::Always, AsksAgain::OfSubstance].into_iter().find(|a| a.word() == word)
    }
}

impl ReportKind {
    /// Kinds that most councils have, to begin with. A council changes them to its own practice.
    pub fn usual() -> Vec<ReportKind> {
        let path = || Path {
            stages: vec![
                Stage { posts: vec!["Legal".into(), "Finance".into()], working_days: 3 },
                Stage { posts: vec!["Monitoring officer".into()], working_days: 2 },
            ],
            margin: 1,
            holds_for: None,
        };
        let kind = |name: &str, sections: &str| ReportKind {
            name: name.into(),
            sections: read_sections(sections).unwrap_or_default(),
            path: path(),
            asks_again: AsksAgain::OfSubstance,
        };
        vec![
            kind(
                "Report for decision",
                "Recommendations\nBackground\nAlternatives considered\nFinancial implications: Finance\nLegal implications: Legal\nEqualities implications\nBackground papers",
            ),
            kind(
                "Report on a finding of the Ombudsman",
                "Recommendations\nThe Ombudsman's findings\nAlternatives considered\nFinancial implications: Finance\nLegal implications: Legal\nEqualities implications\nBackground papers",
            ),
        ]
    }

    /// What is wrong with it, by field: `name`, `sections`, `stages`.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.name.trim().is_empty() {
            wrong.push(Wrong::new("name", "Give the kind a name."));
        }
        for (at, section) in self.sections.iter().enumerate() {
            if self.sections.iter().take(at).any(|s| same_heading(&s.heading, &section.heading)) {
                wrong.push(Wrong::new("sections", format!("“{}” stands twice. Take one out.", section.heading)));
            }
            let clears = |post: &str| self.path.stages.iter().flat_map(|s| &s.posts).any(|p| p.eq_ignore_ascii_case(post));
            if let Some(post) = section.signed_by.as_deref().filter(|p| !clears(p)) {
                let say = format!("{post} signs “{}” off, and does not clear the report. Add {post} to the clearances.", section.heading);
                wrong.push(Wrong::new("sections", say));
            }
        }
        wrong.extend(self.path.check().into_iter().map(|w| Wrong::new("stages", w.message)));
        wrong
    }

    /// The sections that a post signs off.
    pub fn signed_by<'a>(&'a self, post: &str) -> Vec<&'a str> {
        let own = |s: &&Needed| s.signed_by.as_deref().is_some_and(|p| p.eq_ignore_ascii_case(post));
        self.sections.iter().filter(own).map(|s| s.heading.as_str()).collect()
    }

    /// The text that a new report begins with: its headings, to be filled in.
    pub fn begins_with(&self) -> String {
        self.sections.iter().map(|s| format!("# {}", s.heading)).collect::<Vec<_>>().join("\n\n")
    }
}

/// Sections as they are typed: one a line, `Legal implications: Legal`.
pub fn read_sections(text: &str) -> Result<Vec<Needed>, Wrong> {
    let mut all = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (heading, post) = line.rsplit_once(':').map_or((line, None), |(h, p)| (h.trim(), Some(p.trim())));
        if heading.is_empty() || post == Some("") {
            return Err(Wrong::new("sections", format!("“{line}”: write the heading, and after a colon the post that signs it off.")));
        }
        all.push(Needed { heading: heading.into(), signed_by: post.map(str::to_string) });
    }
    Ok(all)
}

/// Sections as they are typed.
pub fn write_sections(sections: &[Needed]) -> String {
    let line = |s: &Needed| s.signed_by.as_ref().map_or_else(|| s.heading.clone(), |p| format!("{}: {p}", s.heading));
    sections.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Stages as they are typed: one a line, `Legal, Finance: 3` for three working days at once.
pub fn read_stages(text: &str) -> Result<Vec<Stage>, Wrong> {
    let mut all = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let parts = line.rsplit_once(':').and_then(|(posts, days)| Some((posts, days.trim().parse::<u16>().ok().filter(|d| *d <= 60)?)));
        let Some((posts, working_days)) = parts else {
            return Err(Wrong::new(
                "stages",
                format!("“{line}”: write the posts, a colon, and how many working days they have, at most 60."),
            ));
        };
        let posts = posts.split(',').map(|p| p.trim().to_string()).filter(|p| !p.is_empty()).collect();
        all.push(Stage { posts, working_days });
    }
    Ok(all)
}

/// Stages as they are typed.
pub fn write_stages(stages: &[Stage]) -> String {
    stages.iter().map(|s| format!("{}: {}", s.posts.join(", "), s.working_days)).collect::<Vec<_>>().join("\n")
}

/// How long a clearance holds, in days; none for as long as the version.
pub fn holds_for(days: i64) -> Option<Period> {
    u16::try_from(days).ok().filter(|d| *d > 0).map(Period::Days)
}
