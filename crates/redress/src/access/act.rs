//! Everything that a reader may do, each with its word, its scope and what it changes.

use serde::{Deserialize, Serialize};

use crate::reader::Scope;

macro_rules! acts {
    ($($name:ident, $word:literal, $scope:expr, $words:literal;)*) => {
        /// An act.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Act {
            $(#[doc = $words] $name,)*
        }

        impl Act {
            /// Every act, in the order of a matter's life.
            pub const ALL: &[Act] = &[$(Act::$name,)*];

            /// The word in the journal and in JSON.
            pub fn word(self) -> &'static str {
                match self { $(Act::$name => $word,)* }
            }

            /// What it is, as the end of *you may not …*.
            pub fn words(self) -> &'static str {
                match self { $(Act::$name => $words,)* }
            }

            /// The scope that a token needs for it; none for what needs no token, or is for people only.
            pub fn scope(self) -> Option<Scope> {
                match self { $(Act::$name => $scope,)* }
            }
        }
    };
}

acts! {
    ReadPublished, "read_published", None, "read what is published";
    ReadDesk, "read_desk", Some(Scope::Read), "read the working record";
    ReadPaper, "read_paper", Some(Scope::Read), "read a paper";
    RegisterOmbudsmanPaper, "register_ombudsman_paper", Some(Scope::Cases), "register a paper of the Ombudsman";
    AddRecommendation, "add_recommendation", Some(Scope::Cases), "add a recommendation";
    RecordResponse, "record_response", Some(Scope::Cases), "record what officers answered to a recommendation";
    ClaimDone, "claim_done", Some(Scope::Cases), "say what the council has done about a recommendation";
    GiveUpdate, "give_update", Some(Scope::Cases), "say how a recommendation goes";
    FileEvidence, "file_evidence", Some(Scope::Cases), "file evidence";
    SendEvidence, "send_evidence", Some(Scope::Cases), "send evidence to the Ombudsman";
    LogLetter, "log_letter", Some(Scope::Cases), "log a letter";
    AskExtension, "ask_extension", Some(Scope::Cases), "ask the Ombudsman for more time";
    MoveSupervision, "move_supervision", Some(Scope::Cases), "say who watches over a recommendation";
    HandOver, "hand_over", Some(Scope::Cases), "hand a recommendation over to another post";
    RecordPayment, "record_payment", Some(Scope::Cases), "record the money of a remedy";
    LinkCases, "link_cases", Some(Scope::Cases), "say which case follows which";
    KeepReview, "keep_review", Some(Scope::Cases), "keep a review of earlier cases";
    ReplyToOmbudsman, "reply_to_ombudsman", Some(Scope::Cases), "reply to the Ombudsman";
    CloseCase, "close_case", Some(Scope::Cases), "close a case on the council's side";
    MakeMonitoringReport, "make_monitoring_report", None, "make a report of the monitoring officer's";
    AnswerForExecutive, "answer_for_executive", Some(Scope::Meetings), "draw up the executive's answer";
    GivePublicNotice, "give_public_notice", Some(Scope::Cases), "give public notice of a report";
    RecordService, "record_service", Some(Scope::Cases), "record that somebody was served";
    Circulate, "circulate", Some(Scope::Cases), "circulate a paper";
    KeepBody, "keep_body", Some(Scope::Meetings), "keep a body and who sits on it";
    KeepForwardPlan, "keep_forward_plan", Some(Scope::Meetings), "keep the forward plan";
    WriteReport, "write_report", Some(Scope::Meetings), "write a report";
    ClearReport, "clear_report", None, "clear a report";
    PlanMeeting, "plan_meeting", Some(Scope::Meetings), "plan a meeting";
    AddItem, "add_item", Some(Scope::Meetings), "add an item to an agenda";
    AddPaper, "add_paper", Some(Scope::Meetings), "add a paper";
    PlanInPrivate, "plan_in_private", Some(Scope::Restrict), "plan an item in private";
    PublishNotice, "publish_notice", Some(Scope::Publish), "publish a notice of a meeting";
    RecordAgreement, "record_agreement", Some(Scope::Meetings), "record an agreement that a meeting is urgent";
    Restrict, "restrict", Some(Scope::Restrict), "restrict a paper";
    ReviewRestriction, "review_restriction", Some(Scope::Restrict), "review a restriction";
    DecideRelease, "decide_release", None, "decide on a release";
    HoldEmbargo, "hold_embargo", Some(Scope::Restrict), "hold an embargo";
    ReportLifting, "report_lifting", Some(Scope::Restrict), "report that the Ombudsman published";
    ConfirmLifting, "confirm_lifting", None, "confirm that the Ombudsman published";
    LogLeak, "log_leak", Some(Scope::Restrict), "log a leak";
    Publish, "publish", Some(Scope::Publish), "publish";
    Withdraw, "withdraw", Some(Scope::Publish), "withdraw what was published";
    OverrideFinding, "override_finding", None, "override a finding";
    RecordDecision, "record_decision", Some(Scope::Meetings), "record a decision";
    RecordMinute, "record_minute", Some(Scope::Meetings), "record a minute";
    RecordCallIn, "record_call_in", Some(Scope::Meetings), "record a call-in";
    RecordOfficerDecision, "record_officer_decision", Some(Scope::Meetings), "record a decision of an officer or of one member";
    KeepIssue, "keep_issue", Some(Scope::Meetings), "keep an issue and where it goes";
    RecommendForScrutiny, "recommend_for_scrutiny", Some(Scope::Meetings), "record a recommendation of scrutiny";
    RespondToScrutiny, "respond_to_scrutiny", Some(Scope::Meetings), "answer a recommendation of scrutiny";
    KeepAction, "keep_action", Some(Scope::Meetings), "keep the actions of a decision";
    GiveProgress, "give_progress", Some(Scope::Meetings), "say how an action goes";
    AskOfficer, "ask_officer", None, "ask an officer";
    AnswerMember, "answer_member", Some(Scope::Meetings), "answer a member";
    ReadLedger, "read_ledger", Some(Scope::Read), "read the ledger of restrictions";
    ReadAccessLog, "read_access_log", Some(Scope::Read), "read who read what";
    KeepAccounts, "keep_accounts", Some(Scope::Administer), "keep accounts";
    KeepPosts, "keep_posts", Some(Scope::Administer), "say who holds a post";
    IssueToken, "issue_token", Some(Scope::Administer), "issue a token";
    ChangeSettings, "change_settings", Some(Scope::Administer), "change settings";
    OwnAccount, "own_account", None, "keep the account of a person";
    Follow, "follow", Some(Scope::Read), "follow a record";
}

impl Act {
    /// The act of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Act> {
        Act::ALL.iter().copied().find(|a| a.word() == word)
    }

    /// Whether it only reads.
    pub fn reads(self) -> bool {
        matches!(self, Act::ReadPublished | Act::ReadDesk | Act::ReadPaper | Act::ReadLedger | Act::ReadAccessLog)
    }

    /// Whether only a person may do it, whatever a token says.
    pub fn for_people_only(self) -> bool {
        matches!(
            self,
            Act::ConfirmLifting
                | Act::OverrideFinding
                | Act::DecideRelease
                | Act::MakeMonitoringReport
                | Act::OwnAccount
                | Act::ClearReport
                | Act::AskOfficer
        )
    }

    /// Whether somebody else must have done the first half.
    pub fn needs_two(self) -> bool {
        matches!(self, Act::ConfirmLifting | Act::OverrideFinding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_a_word_of_its_own() {
        for act in Act::ALL {
            assert_eq!(Act::of_word(act.word()), Some(*act));
            assert_eq!(serde_json::to_string(act).unwrap(), format!("\"{}\"", act.word()));
        }
        assert_eq!(Act::of_word("anything"), None);
    }

    #[test]
    fn what_a_token_can_never_do_is_for_people() {
        for act in Act::ALL.iter().filter(|a| a.scope().is_none() && **a != Act::ReadPublished) {
            assert!(act.for_people_only(), "{act:?}");
        }
    }
}
