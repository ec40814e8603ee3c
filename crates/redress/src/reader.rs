//! Who is looking: anyone, or a person or service with an account and the roles that its posts give it today.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// What a post lets its holder do. A person has the roles of the posts held or covered on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Receives the Ombudsman's papers.
    LinkOfficer,
    /// Local Government and Housing Act 1989, section 5(1).
    MonitoringOfficer,
    /// Section 5(7): acts where the monitoring officer cannot.
    DeputyMonitoringOfficer,
    /// Plans, publishes, minutes.
    DemocraticServices,
    /// Writes reports.
    ReportAuthor,
    /// Clears reports: legal, finance, equalities; the post says which.
    ClearanceOfficer,
    /// Owes the remedies of a service.
    ServiceDirector,
    /// Head of the paid service.
    ChiefExecutive,
    /// An elected member.
    Member,
    /// A member of a committee who is not a councillor.
    CoOptedMember,
    /// Reads everything, changes nothing.
    Auditor,
    /// Keeps accounts, posts and settings; reads no restricted paper.
    Administrator,
}

impl Role {
    /// Every role, in the order of forms.
    pub const ALL: [Role; 12] = [
        Role::LinkOfficer,
        Role::MonitoringOfficer,
        Role::DeputyMonitoringOfficer,
        Role::DemocraticServices,
        Role::ReportAuthor,
        Role::ClearanceOfficer,
        Role::ServiceDirector,
        Role::ChiefExecutive,
        Role::Member,
        Role::CoOptedMember,
        Role::Auditor,
        Role::Administrator,
    ];

    /// The word in tables, settings and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Role::LinkOfficer => "link_officer",
            Role::MonitoringOfficer => "monitoring_officer",
            Role::DeputyMonitoringOfficer => "deputy_monitoring_officer",
            Role::DemocraticServices => "democratic_services",
            Role::ReportAuthor => "report_author",
            Role::ClearanceOfficer => "clearance_officer",
            Role::ServiceDirector => "service_director",
            Role::ChiefExecutive => "chief_executive",
            Role::Member => "member",
            Role::CoOptedMember => "co_opted_member",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Role::LinkOfficer => "Link officer",
            Role::MonitoringOfficer => "Monitoring officer",
            Role::DeputyMonitoringOfficer => "Deputy monitoring officer",
            Role::DemocraticServices => "Democratic services officer",
            Role::ReportAuthor => "Report author",
            Role::ClearanceOfficer => "Clearance officer",
            Role::ServiceDirector => "Service director",
            Role::ChiefExecutive => "Chief executive",
            Role::Member => "Member",
            Role::CoOptedMember => "Co-opted member",
            Role::Auditor => "Auditor",
            Role::Administrator => "Administrator",
        }
    }

    /// The role of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|r| r.word() == word)
    }
}

/// What a service account's token may be used for; it narrows what the account's roles allow and never widens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Read the working record.
    Read,
    /// Cases: the Ombudsman's papers and what follows from them.
    Cases,
    /// Meetings, items, papers, notices, decisions, minutes.
    Meetings,
    /// Restrictions and embargoes.
    Restrict,
    /// Publish and withdraw.
    Publish,
    /// Accounts, posts, settings.
    Administer,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 6] = [Scope::Read, Scope::Cases, Scope::Meetings, Scope::Restrict, Scope::Publish, Scope::Administer];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Cases => "cases",
            Scope::Meetings => "meetings",
            Scope::Restrict => "restrict",
            Scope::Publish => "publish",
            Scope::Administer => "administer",
        }
    }

    /// The scope of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// Who is looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// Nobody that the program knows.
    Anyone,
    /// An account.
    SignedIn(SignedIn),
}

/// A person or service that signed in, as it is on this day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignedIn {
    /// The account's number.
    pub account: i64,
    /// The name that the journal writes.
    pub name: String,
    /// The roles of the posts held or covered today.
    pub roles: BTreeSet<Role>,
    /// The addresses of the bodies on which the person sits today: `cabinet`.
    pub seats: BTreeSet<String>,
    /// What the token may be used for; none for a person.
    pub scopes: Option<BTreeSet<Scope>>,
}

impl SignedIn {
    /// Whether it has one of these roles today.
    pub fn is_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|r| self.roles.contains(r))
    }
}
