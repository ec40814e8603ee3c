//! Which roles may do which act, before the record is looked at.

use super::Act;
use crate::reader::Role;

/// Reads what is restricted, in the audience or not.
pub(super) const READS_RESTRICTED: &[Role] =
    &[Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::ChiefExecutive, Role::DemocraticServices, Role::Auditor];

/// Reads what is under embargo, in the audience or not.
pub(super) const READS_EMBARGOED: &[Role] =
    &[Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::ChiefExecutive, Role::Auditor];

/// Reads the working record where nothing covers it.
pub(super) const READS_WORKING: &[Role] = &[
    Role::LinkOfficer,
    Role::MonitoringOfficer,
    Role::DeputyMonitoringOfficer,
    Role::DemocraticServices,
    Role::ReportAuthor,
    Role::ClearanceOfficer,
    Role::ServiceDirector,
    Role::ChiefExecutive,
    Role::Auditor,
    Role::Administrator,
];

const OFFICERS: &[Role] = &[
    Role::LinkOfficer,
    Role::MonitoringOfficer,
    Role::DeputyMonitoringOfficer,
    Role::DemocraticServices,
    Role::ReportAuthor,
    Role::ClearanceOfficer,
    Role::ServiceDirector,
    Role::ChiefExecutive,
];
const MONITORING: &[Role] = &[Role::MonitoringOfficer, Role::DeputyMonitoringOfficer];
const CASES: &[Role] = &[Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer];
const SERVING: &[Role] = &[Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::DemocraticServices];
/// Owe the remedies, or answer to the Ombudsman for them.
const REMEDIES: &[Role] = &[Role::ServiceDirector, Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer];
const REMEDIES_AND_HEAD: &[Role] =
    &[Role::ServiceDirector, Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::ChiefExecutive];
const CASES_AND_HEAD: &[Role] = &[Role::LinkOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::ChiefExecutive];
/// The monitoring officer, to whom the answer goes, does not write it.
const FOR_THE_EXECUTIVE: &[Role] = &[Role::DemocraticServices, Role::ServiceDirector, Role::ChiefExecutive];
const DEMOCRATIC: &[Role] = &[Role::DemocraticServices];
const MEETINGS_AND_LAW: &[Role] = &[Role::DemocraticServices, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer];
const WRITERS: &[Role] = &[
    Role::DemocraticServices,
    Role::ReportAuthor,
    Role::ServiceDirector,
    Role::LinkOfficer,
    Role::MonitoringOfficer,
    Role::DeputyMonitoringOfficer,
    Role::ChiefExecutive,
];
/// Whose advice or consent a report may need.
const CLEARING: &[Role] =
    &[Role::ClearanceOfficer, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::ServiceDirector, Role::ChiefExecutive];
const MEMBERS: &[Role] = &[Role::Member, Role::CoOptedMember];
const LEDGER: &[Role] =
    &[Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::DemocraticServices, Role::ChiefExecutive, Role::Auditor];
const LOG: &[Role] = &[Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::Auditor];
const ADMINISTRATION: &[Role] = &[Role::Administrator];

/// The roles that an act needs one of; none where it needs none, or where the record alone decides.
pub(super) fn roles(act: Act) -> Option<&'static [Role]> {
    match act {
        Act::ReadPublished | Act::ReadPaper | Act::OwnAccount | Act::Follow => None,
        Act::ReadDesk => Some(READS_WORKING),
        Act::RegisterOmbudsmanPaper | Act::AddRecommendation | Act::HoldEmbargo | Act::ReportLifting => Some(CASES),
        Act::SendEvidence | Act::LogLetter | Act::AskExtension | Act::LinkCases | Act::KeepReview => Some(CASES),
        Act::ClaimDone | Act::GiveUpdate | Act::FileEvidence | Act::RecordPayment => Some(REMEDIES),
        Act::RecordResponse | Act::HandOver => Some(REMEDIES_AND_HEAD),
        Act::MoveSupervision | Act::ReplyToOmbudsman => Some(CASES_AND_HEAD),
        Act::CloseCase | Act::MakeMonitoringReport => Some(MONITORING),
        Act::AnswerForExecutive => Some(FOR_THE_EXECUTIVE),
        Act::RecordService | Act::Circulate | Act::GivePublicNotice => Some(SERVING),
        Act::KeepBody | Act::KeepIssue | Act::RecommendForScrutiny | Act::RecordCallIn => Some(DEMOCRATIC),
        Act::KeepForwardPlan | Act::KeepAction => Some(MEETINGS_AND_LAW),
        Act::WriteReport => Some(WRITERS),
        Act::ClearReport => Some(CLEARING),
        Act::RecordOfficerDecision | Act::GiveProgress | Act::AnswerMember => Some(OFFICERS),
        Act::RespondToScrutiny => Some(FOR_THE_EXECUTIVE),
        Act::AskOfficer => Some(MEMBERS),
        Act::PlanMeeting | Act::AddItem | Act::Publish | Act::RecordDecision | Act::RecordMinute => Some(DEMOCRATIC),
        Act::AddPaper => Some(WRITERS),
        Act::PlanInPrivate | Act::ReviewRestriction | Act::DecideRelease | Act::ConfirmLifting => Some(MONITORING),
        Act::PublishNotice | Act::RecordAgreement | Act::Restrict | Act::Withdraw | Act::OverrideFinding => Some(MEETINGS_AND_LAW),
        Act::LogLeak => Some(OFFICERS),
        Act::ReadLedger => Some(LEDGER),
        Act::ReadAccessLog => Some(LOG),
        Act::KeepAccounts | Act::KeepPosts | Act::IssueToken | Act::ChangeSettings => Some(ADMINISTRATION),
    }
}
