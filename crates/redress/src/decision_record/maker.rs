//! Who decided, and the law that the record is made under.

use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// Why an officer's decision for the council needs a record: SI 2014/2095, regulation 7(2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "delegation", rename_all = "snake_case")]
pub enum Delegation {
    /// Under a specific express authorisation: (a).
    Specific {
        /// The resolution or minute that gave it.
        authorisation: String,
    },
    /// Under a general authorisation, granting a permission or licence: (b)(i).
    Licence {
        /// The entry of the scheme.
        authorisation: String,
    },
    /// Under a general authorisation, affecting the rights of an individual: (b)(ii).
    Rights {
        /// The entry of the scheme.
        authorisation: String,
    },
    /// Under a general authorisation, a contract or spending that materially affects the council's finances: (b)(iii).
    Spending {
        /// The entry of the scheme.
        authorisation: String,
    },
}

impl Delegation {
    /// Which limb of regulation 7(2) it is, as a page says it.
    pub fn words(&self) -> &'static str {
        match self {
            Delegation::Specific { .. } => "under a specific express authorisation: regulation 7(2)(a)",
            Delegation::Licence { .. } => "granting a permission or licence: regulation 7(2)(b)(i)",
            Delegation::Rights { .. } => "affecting the rights of an individual: regulation 7(2)(b)(ii)",
            Delegation::Spending { .. } => "a contract or spending that materially affects the finances: regulation 7(2)(b)(iii)",
        }
    }

    /// The authorisation cited.
    pub fn authorisation(&self) -> &str {
        match self {
            Delegation::Specific { authorisation }
            | Delegation::Licence { authorisation }
            | Delegation::Rights { authorisation }
            | Delegation::Spending { authorisation } => authorisation,
        }
    }
}

/// Who decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "maker", rename_all = "snake_case")]
pub enum Maker {
    /// A body.
    Body {
        /// Its name.
        body: String,
        /// Whether it is the executive or a committee of it.
        executive: bool,
        /// The meeting, by its address.
        meeting: String,
    },
    /// One member of the executive.
    Member {
        /// The name.
        name: String,
        /// The office.
        office: String,
        /// The authority to decide alone.
        authority: String,
    },
    /// An officer, with a power of the executive.
    ExecutiveOfficer {
        /// The post.
        post: String,
        /// The entry of the scheme.
        authority: String,
    },
    /// An officer, with a power of the council.
    CouncilOfficer {
        /// The post.
        post: String,
        /// Why it needs a record.
        #[serde(flatten)]
        delegation: Delegation,
    },
}

/// The law that a record is made under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// The executive at a meeting.
    ExecutiveMeeting,
    /// One member of the executive.
    ExecutiveMember,
    /// An officer for the executive.
    ExecutiveOfficer,
    /// The council or a committee: minutes, and the council's own rules for the rest.
    Council,
    /// An officer for the council.
    CouncilOfficer,
}

impl Regime {
    /// The provision.
    pub fn cite(self) -> &'static str {
        match self {
            Regime::ExecutiveMeeting => "SI 2012/2089, regulation 12",
            Regime::ExecutiveMember => "SI 2012/2089, regulation 13(1) and (2)",
            Regime::ExecutiveOfficer => "SI 2012/2089, regulation 13(4)",
            Regime::Council => "Local Government Act 1972, section 100C, and the council's rules",
            Regime::CouncilOfficer => "SI 2014/2095, regulation 7",
        }
    }

    /// The duty to make the record; none where minutes are the record.
    pub fn duty(self) -> Option<&'static str> {
        match self {
            Regime::ExecutiveMeeting => Some("exec_decision_record_meeting"),
            Regime::ExecutiveMember | Regime::ExecutiveOfficer => Some("exec_decision_record_individual"),
            Regime::CouncilOfficer => Some("officer_decision_record"),
            Regime::Council => None,
        }
    }

    /// Whether it is a decision of the executive.
    pub fn is_executive(self) -> bool {
        matches!(self, Regime::ExecutiveMeeting | Regime::ExecutiveMember | Regime::ExecutiveOfficer)
    }

    /// Who gives a dispensation.
    pub fn dispensation_by(self) -> &'static str {
        if self.is_executive() { "the head of paid service" } else { "the council or its monitoring officer" }
    }
}

impl Maker {
    /// The word in filters: a body, one member, an officer.
    pub fn word(&self) -> &'static str {
        match self {
            Maker::Body { .. } => "body",
            Maker::Member { .. } => "member",
            Maker::ExecutiveOfficer { .. } | Maker::CouncilOfficer { .. } => "officer",
        }
    }

    /// Who decided, as lists say it.
    pub fn words(&self) -> String {
        match self {
            Maker::Body { body, .. } => body.clone(),
            Maker::Member { name, office, .. } => format!("{name}, {office}"),
            Maker::ExecutiveOfficer { post, .. } | Maker::CouncilOfficer { post, .. } => post.clone(),
        }
    }

    /// The power cited; none for a body.
    pub fn authority(&self) -> Option<&str> {
        match self {
            Maker::Body { .. } => None,
            Maker::Member { authority, .. } | Maker::ExecutiveOfficer { authority, .. } => Some(authority),
            Maker::CouncilOfficer { delegation, .. } => Some(delegation.authorisation()),
        }
    }

    /// The law that the record is made under.
    pub fn regime(&self) -> Regime {
        match self {
            Maker::Body { executive: true, .. } => Regime::ExecutiveMeeting,
            Maker::Body { executive: false, .. } => Regime::Council,
            Maker::Member { .. } => Regime::ExecutiveMember,
            Maker::ExecutiveOfficer { .. } => Regime::ExecutiveOfficer,
            Maker::CouncilOfficer { .. } => Regime::CouncilOfficer,
        }
    }

    pub(super) fn check(&self) -> Vec<Wrong> {
        let asks: Vec<(&str, &str, &str)> = match self {
            Maker::Body { body, meeting, .. } => {
                vec![("body", body, "Name the body."), ("meeting", meeting, "Name the meeting at which it decided.")]
            }
            Maker::Member { name, office, authority } => vec![
                ("name", name, "Name the member who decided."),
                ("office", office, "Give the member's office."),
                ("authority", authority, "Name the rule that lets the member decide alone."),
            ],
            Maker::ExecutiveOfficer { post, authority } => {
                vec![("post", post, "Give the officer's post."), ("authority", authority, "Name the entry of the scheme of delegation.")]
            }
            Maker::CouncilOfficer { post, delegation } => vec![
                ("post", post, "Give the officer's post."),
                ("authorisation", delegation.authorisation(), "Name the authorisation under which the officer decided."),
            ],
        };
        asks.into_iter().filter(|(_, given, _)| given.trim().is_empty()).map(|(field, _, ask)| Wrong::new(field, ask)).collect()
    }
}
