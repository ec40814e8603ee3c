//! A check before a publication: what it looked at, whether it passed, what it bars.

use serde::{Deserialize, Serialize};

use super::Override;

/// Which check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A paper is held back without a ground, or with one that is not complete.
    GroundMissing,
    /// The file of a restricted paper would go out.
    Restricted,
    /// The file of a paper under embargo would go out.
    EmbargoHeld,
    /// A text may name a person in a case.
    PersonNamed,
    /// A text remarks on a family.
    FamilyRemark,
    /// Notice is shorter than the law asks.
    NoticeShort,
    /// A file has data that nobody sees on the page.
    HiddenData,
    /// A file cannot be read by everybody.
    Accessibility,
    /// A decision on a report leaves a recommendation without an answer.
    Unanswered,
    /// A key decision has no notice that makes it lawful, or an item of the executive is in no entry of the forward plan.
    KeyDecision,
    /// The texts of a decision differ and nobody noted which governs.
    TextsDiffer,
}

impl Code {
    /// Every check, in the order of the list.
    pub const ALL: [Code; 11] = [
        Code::GroundMissing,
        Code::Restricted,
        Code::EmbargoHeld,
        Code::PersonNamed,
        Code::FamilyRemark,
        Code::NoticeShort,
        Code::HiddenData,
        Code::Accessibility,
        Code::Unanswered,
        Code::KeyDecision,
        Code::TextsDiffer,
    ];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Code::GroundMissing => "ground_missing",
            Code::Restricted => "restricted",
            Code::EmbargoHeld => "embargo_held",
            Code::PersonNamed => "person_named",
            Code::FamilyRemark => "family_remark",
            Code::NoticeShort => "notice_short",
            Code::HiddenData => "hidden_data",
            Code::Accessibility => "accessibility",
            Code::Unanswered => "unanswered",
            Code::KeyDecision => "key_decision",
            Code::TextsDiffer => "texts_differ",
        }
    }

    /// The check of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Code> {
        Code::ALL.into_iter().find(|c| c.word() == word)
    }

    /// What the list says where it passed.
    pub(super) fn passed(self) -> &'static str {
        match self {
            Code::GroundMissing => "Every paper that is held back has its ground.",
            Code::Restricted => "No file of a restricted paper goes out.",
            Code::EmbargoHeld => "No file under embargo goes out.",
            Code::PersonNamed => "No text seems to name a person in a case.",
            Code::FamilyRemark => "No text seems to remark on a family’s conduct or health.",
            Code::NoticeShort => "Every notice is long enough.",
            Code::HiddenData => "No hidden data was found in a file.",
            Code::Accessibility => "Nothing was found that keeps people from reading a file.",
            Code::Unanswered => "Every decision on a report answers every recommendation.",
            Code::KeyDecision => "Every key decision has its notice.",
            Code::TextsDiffer => "Decision, resolution and minute say the same, or a note says which governs.",
        }
    }

    /// The provision that it rests on; none for good practice.
    pub(super) fn section(self) -> Option<&'static str> {
        match self {
            Code::GroundMissing => Some("Local Government Act 1972, section 100B; SI 2012/2089, regulation 7(5)"),
            Code::Restricted => Some("Local Government Act 1972, section 100A and Schedule 12A; SI 2012/2089, regulation 20"),
            // Section 30(3) of the Act of 1974 binds the Ombudsman; the council meets the same risk here.
            Code::PersonNamed | Code::FamilyRemark | Code::HiddenData => Some("Data Protection Act 2018"),
            Code::Accessibility => Some("SI 2018/952"),
            Code::Unanswered => Some("Local Government Act 1974, section 31(2)"),
            Code::KeyDecision => Some(crate::forward_plan::KEY_DECISION_SECTION),
            Code::EmbargoHeld | Code::NoticeShort | Code::TextsDiffer => None,
        }
    }
}

/// Whether a check that did not pass keeps the publication back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bars {
    /// It is shown.
    Never,
    /// It bars until a person answers for it.
    UnlessOverridden,
    /// It bars.
    Always,
}

/// A check, passed or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Which.
    pub code: Code,
    /// What it found fault with: `paper 12`, `text summary`, `agenda`; none where it passed.
    pub about: Option<String>,
    /// Whether it found nothing. An override does not make it pass.
    pub passed: bool,
    /// What it found. It never repeats a name.
    pub words: String,
    /// The provision.
    pub section: Option<&'static str>,
    /// Whether it keeps the publication back.
    pub bars: Bars,
    /// Who answers for it, where somebody does.
    pub overridden: Option<Override>,
}

impl Check {
    /// Whether it keeps the publication back as things are.
    pub fn stops(&self) -> bool {
        !self.passed
            && match self.bars {
                Bars::Never => false,
                Bars::UnlessOverridden => self.overridden.is_none(),
                Bars::Always => true,
            }
    }
}
