//! What an act is done to, as far as access asks.

use serde::{Deserialize, Serialize};

use crate::embargo::Embargo;
use crate::restriction::{Audience, Restriction};

/// The sort of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The whole council: what is done to no record.
    Council,
    /// A report, an appendix, a letter of the council.
    Paper,
    /// A paper that the Ombudsman sent.
    OmbudsmanPaper,
    /// A case with its recommendations.
    Case,
    /// A decision.
    Decision,
    /// A minute.
    Minute,
    /// A meeting: its body, day and place.
    Meeting,
    /// An agenda item as lists show it: under an embargo, with the safe title.
    Item,
    /// A notice of a meeting.
    Notice,
    /// An account.
    Account,
    /// A post.
    Post,
}

impl SubjectKind {
    /// Every kind.
    pub const ALL: [SubjectKind; 11] = [
        SubjectKind::Council,
        SubjectKind::Paper,
        SubjectKind::OmbudsmanPaper,
        SubjectKind::Case,
        SubjectKind::Decision,
        SubjectKind::Minute,
        SubjectKind::Meeting,
        SubjectKind::Item,
        SubjectKind::Notice,
        SubjectKind::Account,
        SubjectKind::Post,
    ];

    /// Whether it has a content that a restriction or an embargo covers. A meeting, an item and a notice are the frame
    /// around it, made to be seen: they show the safe title.
    pub fn has_content(self) -> bool {
        use SubjectKind::{Case, Decision, Minute, OmbudsmanPaper, Paper};
        matches!(self, Paper | OmbudsmanPaper | Case | Decision | Minute)
    }

    /// The word in the access log.
    pub fn word(self) -> &'static str {
        match self {
            SubjectKind::Council => "council",
            SubjectKind::Paper => "paper",
            SubjectKind::OmbudsmanPaper => "ombudsman_paper",
            SubjectKind::Case => "case",
            SubjectKind::Decision => "decision",
            SubjectKind::Minute => "minute",
            SubjectKind::Meeting => "meeting",
            SubjectKind::Item => "item",
            SubjectKind::Notice => "notice",
            SubjectKind::Account => "account",
            SubjectKind::Post => "post",
        }
    }
}

/// What an act is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its sort.
    pub kind: SubjectKind,
    /// The account of its author; of an account, itself; of a post, who is to hold it.
    pub owner: Option<i64>,
    /// The restriction, released or not.
    pub restriction: Option<Restriction>,
    /// The embargo, lifted or not.
    pub embargo: Option<Embargo>,
    /// Further embargoes that cover it: a case has several papers. A reader passes every one.
    pub further_embargoes: Vec<Embargo>,
    /// To whom it is shown by name though it is no more than a draft. It opens no restriction and no embargo.
    pub shown_to: Audience,
    /// Whether this version is in the register.
    pub published: bool,
    /// The account that did the first half of an act that needs two.
    pub first_person: Option<i64>,
    /// The accounts that are served a copy.
    pub served: Vec<i64>,
}

impl Subject {
    /// A record that is neither published nor restricted.
    pub fn new(kind: SubjectKind) -> Subject {
        Subject {
            kind,
            owner: None,
            restriction: None,
            embargo: None,
            further_embargoes: Vec::new(),
            shown_to: Audience::nobody(),
            published: false,
            first_person: None,
            served: Vec::new(),
        }
    }

    /// For acts that are done to no record.
    pub fn council() -> Subject {
        Subject::new(SubjectKind::Council)
    }

    /// A paper that is neither published nor restricted.
    pub fn paper() -> Subject {
        Subject::new(SubjectKind::Paper)
    }

    /// The same, by an author.
    #[must_use]
    pub fn by(self, owner: i64) -> Subject {
        Subject { owner: Some(owner), ..self }
    }

    /// The same, under a restriction if there is one.
    #[must_use]
    pub fn restricted(self, restriction: impl Into<Option<Restriction>>) -> Subject {
        Subject { restriction: restriction.into(), ..self }
    }

    /// The same, under an embargo if there is one.
    #[must_use]
    pub fn embargoed(self, embargo: impl Into<Option<Embargo>>) -> Subject {
        Subject { embargo: embargo.into(), ..self }
    }

    /// The same, shown to these besides.
    #[must_use]
    pub fn shown_to(self, shown_to: Audience) -> Subject {
        Subject { shown_to, ..self }
    }

    /// The same, under all of these embargoes.
    #[must_use]
    pub fn under_all(self, mut embargoes: Vec<Embargo>) -> Subject {
        let embargo = if embargoes.is_empty() { None } else { Some(embargoes.remove(0)) };
        Subject { embargo, further_embargoes: embargoes, ..self }
    }

    /// Every embargo, lifted or not.
    pub fn embargoes(&self) -> impl Iterator<Item = &Embargo> {
        self.embargo.iter().chain(&self.further_embargoes)
    }

    /// The same, in the register or not.
    #[must_use]
    pub fn published(self, published: bool) -> Subject {
        Subject { published, ..self }
    }

    /// The same, with whom the law gives a copy.
    #[must_use]
    pub fn served(self, served: Vec<i64>) -> Subject {
        Subject { served, ..self }
    }

    /// The same, with who did the first half.
    #[must_use]
    pub fn first_done_by(self, account: i64) -> Subject {
        Subject { first_person: Some(account), ..self }
    }
}
