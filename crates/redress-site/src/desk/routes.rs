//! Every address of the desk: its pages with the act that opens each, and its deeds, which name their own.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use redress::access::Act;

use super::deed::{Deed, form, submit};
use super::deeds::{action as asked_action, recurrence as coming_back};
use super::deeds::{
    add_account, add_body, add_item, add_paper, add_version, adopt_answer, agree_money, agreement, answer_member, answer_report, answers,
    appoint, ask_extension, ask_officer, became, begin_report, body_said, calendar_address, call_in, call_in_outcome, carry_items,
    change_by_record, change_item, circulate, claim, close_account, close_case, close_review, commission_review, complete_case,
    conclude_report, confirm_lifting, consider_cases, considered_earlier, cover, criticised, decision, decline_referral, draft_notice,
    end_holding, file_evidence, find_in_review, follow, hand_over, hand_over_post, issue_token, keep_body, late_item, leak, leave_agenda,
    leave_out_of_review, link_case, log_letter, make_bundle, mark_wider, merge_issue, minute, minutes, name_case, name_issue, name_post,
    note, notice, notice_appeared, open_issue, override_finding, pay, plan_entry, plan_meeting, plan_year, private, publish,
    publish_calendar, publish_case, publish_decision, publish_figures, publish_issue, publish_scrutiny, put_answer_on_agenda, put_in_order,
    put_into_issue, readers, receipt, recommend, recommend_scrutiny, record_delegated, refer, register, release, reopen_case, report,
    report_lifting, report_review, require_evidence, respond, respond_scrutiny, restrict, review, revoke_token, scrutiny_notice, seat,
    seat_executive, seat_on_body, send_bundle, send_link, serve, set_colour, set_key_threshold, set_name, set_readings,
    set_restricted_offline, set_working, shorter_notice, show_review, sign_report, split_issue, standing_items, start_agenda, supervise,
    supplement, take_into_review, take_up, texts_differ, update, waive_call_in, withdraw, withdraw_evidence, workspace as room,
    write_report,
};
use super::field::{Ask, Field};
use super::pages::{
    access_log, account, accounts, agenda, bodies, body, bundle, calendar, case, cases, circulation, decision as decision_page, decisions,
    evidence, forward_plan, issue, issues, item, ledger, meeting, meetings, members, minutes as minutes_page, monitoring_report,
    monitoring_reports, ombudsman_paper, paper, plan_entry as plan_entry_page, posts, question, questions, recommendation,
    report as report_page, report_kinds, reports, review as review_page, reviews, scrutiny_recommendation, scrutiny_recommendations,
    settings, work, workspace,
};
use super::pages::{action as action_page, action_pack, actions, recurrence as recurrence_page, recurrences};
use super::{DeskSite, is_private, own_calendar};
use crate::site::Site;

/// The largest file that is taken, with the form around it.
const MOST_BYTES: usize = 101 << 20;
/// The largest form without a file. Somebody who has not signed in fills in no other.
const MOST_WORDS: usize = 1 << 20;

fn most_bytes(fields: &[Field]) -> usize {
    if fields.iter().any(|field| field.ask == Ask::File) { MOST_BYTES } else { MOST_WORDS }
}

/// A deed as programs and the access test know it.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    /// Its address.
    pub path: &'static str,
    /// What it is.
    pub title: &'static str,
    /// The rule that lets somebody do it.
    pub act: Act,
    /// What it asks.
    pub fields: &'static [Field],
}

macro_rules! contents {
    (pages { $($path:literal, $act:expr, $show:expr;)* } deeds { $($deed:ty;)* }) => {
        /// Every page and the act that opens it.
        pub const PAGES: &[(&str, Act)] = &[$(($path, $act)),*];

        /// Every deed.
        pub const DEEDS: &[Listed] = &[$(Listed { path: <$deed>::PATH, title: <$deed>::TITLE, act: <$deed>::ACT, fields: <$deed>::FIELDS }),*];

        fn all() -> Router<DeskSite> {
            Router::new()
                $(.route($path, get($show)))*
                $(.route(<$deed>::PATH, get(form::<$deed>).post(submit::<$deed>).layer(DefaultBodyLimit::max(most_bytes(<$deed>::FIELDS)))))*
        }
    };
}

contents! {
    pages {
        "/desk",                                            Act::OwnAccount,    work::show;
        "/desk/cases",                                      Act::ReadDesk,      cases::list;
        "/desk/cases/{case}",                               Act::ReadDesk,      case::summary::show;
        "/desk/cases/{case}/recommendations",               Act::ReadDesk,      case::recommendations::show;
        "/desk/cases/{case}/evidence",                      Act::ReadDesk,      case::evidence::show;
        "/desk/cases/{case}/meetings",                      Act::ReadDesk,      case::meetings::show;
        "/desk/cases/{case}/reply",                         Act::ReadDesk,      case::reply::show;
        "/desk/cases/{case}/papers",                        Act::ReadDesk,      case::papers::show;
        "/desk/cases/{case}/circulation",                   Act::ReadDesk,      case::circulation::show;
        "/desk/monitoring-reports",                         Act::ReadDesk,      monitoring_reports::list;
        "/desk/monitoring-reports/{report}",                Act::ReadDesk,      monitoring_report::show;
        "/desk/circulations/{circulation}",                 Act::ReadDesk,      circulation::show;
        "/desk/circulations/{circulation}/proof/file",      Act::ReadDesk,      circulation::file;
        "/desk/cases/{case}/timeline",                      Act::ReadDesk,      case::timeline::show;
        "/desk/reviews",                                    Act::ReadDesk,      reviews::list;
        "/desk/reviews/{review}",                           Act::ReadPaper,     review_page::show;
        "/desk/reviews/{review}/cases/{case}",              Act::ReadPaper,     review_page::case::show;
        "/desk/letters/{letter}/file",                      Act::ReadDesk,      case::papers::file;
        "/desk/recommendations/{recommendation}",           Act::ReadDesk,      recommendation::show;
        "/desk/evidence/{evidence}/file",                   Act::ReadDesk,      evidence::file;
        "/desk/bundles/{bundle}",                           Act::ReadDesk,      bundle::show;
        "/desk/bundles/{bundle}/file",                      Act::ReadDesk,      bundle::file;
        "/desk/ombudsman-papers/{paper}",                   Act::ReadDesk,      ombudsman_paper::show;
        "/desk/calendar",                                   Act::ReadDesk,      calendar::show;
        "/desk/bodies",                                     Act::ReadDesk,      bodies::list;
        "/desk/bodies/{body}",                              Act::ReadDesk,      body::show;
        "/desk/meetings",                                   Act::ReadDesk,      meetings::list;
        "/desk/meetings/{meeting}",                         Act::ReadDesk,      meeting::show;
        "/desk/meetings/{meeting}/workspace",               Act::RecordMinute,  workspace::show;
        "/desk/meetings/{meeting}/minutes",                 Act::ReadDesk,      minutes_page::show;
        "/desk/meetings/{meeting}/minutes/extracts/{extract}", Act::ReadPaper,  minutes_page::extract::show;
        "/desk/meetings/{meeting}/minutes/extracts/{extract}/text", Act::ReadPaper, minutes_page::extract::text;
        "/desk/meetings/{meeting}/agenda",                  Act::ReadDesk,      agenda::show;
        "/desk/forward-plan",                               Act::ReadDesk,      forward_plan::list;
        "/desk/forward-plan/{entry}",                       Act::ReadDesk,      plan_entry_page::show;
        "/desk/items/{item}",                               Act::ReadDesk,      item::show;
        "/desk/issues",                                     Act::ReadDesk,      issues::list;
        "/desk/issues/{issue}",                             Act::ReadDesk,      issue::show;
        "/desk/scrutiny-recommendations",                   Act::ReadDesk,      scrutiny_recommendations::list;
        "/desk/scrutiny-recommendations/{recommendation}",  Act::ReadDesk,      scrutiny_recommendation::show;
        "/desk/actions",                                    Act::ReadDesk,      actions::list;
        "/desk/actions/quarter",                            Act::ReadDesk,      action_pack::show;
        "/desk/actions/quarter.csv",                        Act::ReadDesk,      action_pack::csv;
        "/desk/actions/{action}",                           Act::ReadDesk,      action_page::show;
        "/desk/recurrences",                                Act::ReadDesk,      recurrences::list;
        "/desk/recurrences/{recurrence}",                   Act::ReadDesk,      recurrence_page::show;
        "/desk/papers/{paper}",                             Act::ReadPaper,     paper::show;
        "/desk/papers/{paper}/versions/{version}/file",     Act::ReadPaper,     paper::file;
        "/desk/decisions",                                  Act::ReadDesk,      decisions::list;
        "/desk/decisions/{decision}",                       Act::ReadDesk,      decision_page::show;
        "/desk/reports",                                    Act::ReadDesk,      reports::list;
        "/desk/reports/{report}",                           Act::ReadDesk,      report_page::show;
        "/desk/reports/{report}/versions/{version}",        Act::ReadDesk,      report_page::version::show;
        "/desk/report-kinds",                               Act::ReadDesk,      report_kinds::list;
        "/desk/ledger",                                     Act::ReadLedger,    ledger::show;
        "/desk/ledger.csv",                                 Act::ReadLedger,    ledger::csv;
        "/desk/access-log",                                 Act::ReadAccessLog, access_log::show;
        "/desk/accounts",                                   Act::KeepAccounts,  accounts::list;
        "/desk/accounts/{account}",                         Act::KeepAccounts,  account::show;
        "/desk/posts",                                      Act::ReadDesk,      posts::list;
        "/desk/settings",                                   Act::ChangeSettings, settings::show;
        "/desk/questions",                                  Act::ReadDesk,      questions::list;
        "/desk/questions/{question}",                       Act::ReadDesk,      question::show;
        "/members",                                         Act::OwnAccount,    members::show;
        "/members/papers",                                  Act::OwnAccount,    members::papers::list;
        "/members/papers/{paper}/versions/{version}/file",  Act::ReadPaper,     paper::file;
        "/members/meetings",                                Act::OwnAccount,    members::meetings::list;
        "/members/meetings/{meeting}",                      Act::OwnAccount,    members::meeting::show;
        "/members/questions",                               Act::OwnAccount,    members::questions::list;
        "/members/questions/{question}",                    Act::ReadPaper,     members::questions::show;
        "/members/offline",                                 Act::OwnAccount,    members::offline::show;
        "/members/app.webmanifest",                         Act::OwnAccount,    members::offline::manifest;
        "/members/worker.js",                               Act::OwnAccount,    members::offline::worker;
    }
    deeds {
        register::Register;
        recommend::Recommend;
        criticised::SayWhoIsCriticised;
        log_letter::LogLetter;
        link_case::LinkCase;
        name_case::NameCase;
        complete_case::CompleteCase;
        close_case::CloseCase;
        publish_case::PublishCase;
        publish_figures::PublishFigures;
        reopen_case::ReopenCase;
        commission_review::CommissionReview;
        take_into_review::TakeIntoReview;
        leave_out_of_review::LeaveOutOfReview;
        find_in_review::FindInReview;
        report_review::ReportReview;
        show_review::ShowReview;
        close_review::CloseReview;
        respond::Respond;
        claim::ClaimDone;
        ask_extension::AskExtension;
        supervise::Supervise;
        update::GiveUpdate;
        hand_over::HandOverOne;
        hand_over_post::HandOverPost;
        calendar_address::MakeCalendarAddress;
        calendar_address::RevokeCalendarAddress;
        agree_money::AgreeMoney;
        pay::RecordPayment;
        answers::AnswerRecommendations;
        require_evidence::RequireEvidence;
        file_evidence::FileEvidence;
        withdraw_evidence::WithdrawEvidence;
        make_bundle::MakeBundle;
        send_bundle::SendBundle;
        consider_cases::ConsiderCases;
        begin_report::BeginReport;
        write_report::WriteReport;
        sign_report::SignReport;
        conclude_report::ConcludeReport;
        answer_report::AnswerReport;
        adopt_answer::AdoptAnswer;
        circulate::Circulate;
        receipt::RecordReceipt;
        seat_executive::SeatExecutive;
        mark_wider::MarkWider;
        draft_notice::DraftNotice;
        notice_appeared::NoticeAppeared;
        readers::SayWhoMayRead;
        report_lifting::ReportLifting;
        confirm_lifting::ConfirmLifting;
        leak::LogLeak;
        add_body::AddBody;
        keep_body::KeepBody;
        seat_on_body::SeatOnBody;
        plan_meeting::PlanMeeting;
        plan_year::PlanYear;
        publish_calendar::PublishCalendar;
        became::cancel::CancelMeeting;
        became::move_meeting::MoveMeeting;
        became::adjourn::AdjournMeeting;
        became::reconvene::ReconveneMeeting;
        became::inquorate::RecordInquorate;
        became::held::RecordHeld;
        carry_items::CarryItems;
        add_item::AddItem;
        standing_items::SetStandingItems;
        start_agenda::StartAgenda;
        put_in_order::PutInOrder;
        change_item::ChangeItem;
        leave_agenda::TakeOff;
        leave_agenda::PutOff;
        late_item::AddLateItem;
        shorter_notice::RecordShorterNotice;
        supplement::AddSupplement;
        room::attend::Attend;
        room::preside::Preside;
        room::open::OpenMeeting;
        room::call::CallItem;
        room::interest::DeclareInterest;
        room::exclude::ExcludePublic;
        room::readmit::ReadmitPublic;
        room::question::AskQuestion;
        room::answer::AnswerQuestion;
        room::motion::MoveMotion;
        room::amend::AmendMotion;
        room::vote::TakeVote;
        room::resolve::Resolve;
        room::write::WriteText;
        room::adjourn::AdjournMeeting;
        room::resume::ResumeMeeting;
        room::close::CloseMeeting;
        room::strike::StrikeOut;
        room::take_down::TakeDown;
        publish::Publish;
        open_issue::OpenIssue;
        put_into_issue::PutIntoIssue;
        name_issue::NameIssue;
        merge_issue::MergeIssue;
        split_issue::SplitIssue;
        considered_earlier::ConsideredEarlier;
        publish_issue::PublishIssue;
        refer::Refer;
        take_up::TakeUp;
        decline_referral::DeclineReferral;
        body_said::RecordBodySaid;
        recommend_scrutiny::RecommendScrutiny;
        scrutiny_notice::RecordScrutinyNotice;
        respond_scrutiny::RespondScrutiny;
        publish_scrutiny::PublishScrutiny;
        asked_action::add::AddAction;
        asked_action::progress::GiveProgress;
        asked_action::more_time::GiveMoreTime;
        asked_action::hand_over::HandActionOver;
        asked_action::close::CloseAction;
        asked_action::stop::StopAction;
        asked_action::reopen::ReopenAction;
        asked_action::publish::PublishActions;
        coming_back::set::SetRecurrence;
        coming_back::end::EndRecurrence;
        coming_back::hand_over::HandRecurrenceOver;
        coming_back::share::SharePlan;
        report::keep_kind::KeepKind;
        report::begin::Begin;
        report::write::WriteText;
        report::send::SendReport;
        report::clear::ClearReport;
        report::finish::FinishReport;
        report::next_body::ForNextBody;
        report::withdraw::WithdrawReport;
        private::PlanInPrivate;
        notice::RecordNotice;
        agreement::RecordAgreement;
        add_paper::AddPaper;
        decision::RecordDecision;
        record_delegated::RecordDelegated;
        record_delegated::ChangeDecision;
        change_by_record::CorrectDecision;
        change_by_record::SupersedeDecision;
        change_by_record::RescindDecision;
        publish_decision::PublishDecision;
        call_in::RequestCallIn;
        call_in_outcome::DecideCallIn;
        waive_call_in::WaiveCallIn;
        texts_differ::NoteTexts;
        minute::WriteMinute;
        minutes::build::BuildMinutes;
        minutes::send_to_chair::SendToChair;
        minutes::chair_check::ChairCheck;
        minutes::take_over::TakeOver;
        minutes::publish::PublishMinutes;
        minutes::correct::Correct;
        minutes::confirm::Confirm;
        minutes::sign::Sign;
        minutes::extract::SendExtract;
        follow::Follow;
        ask_officer::AskOfficer;
        answer_member::AnswerMember;
        put_answer_on_agenda::PutAnswerOnAgenda;
        note::WriteNote;
        note::ChangeNote;
        note::RemoveNote;
        add_version::AddVersion;
        override_finding::OverrideFinding;
        restrict::Restrict;
        review::ReviewRestriction;
        release::DecideRelease;
        serve::RecordService;
        withdraw::Withdraw;
        add_account::AddAccount;
        send_link::SendLink;
        close_account::CloseAccount;
        appoint::Appoint;
        end_holding::EndHolding;
        name_post::NamePost;
        cover::ArrangeCover;
        seat::GiveSeat;
        issue_token::IssueToken;
        revoke_token::RevokeToken;
        set_name::SetName;
        set_working::SetWorking;
        set_readings::SetReadings;
        set_colour::SetColour;
        set_key_threshold::SetKeyThreshold;
        set_restricted_offline::SetRestrictedOffline;
        plan_entry::add::AddPlanEntry;
        plan_entry::change::ChangePlanEntry;
        plan_entry::take_out::TakeOutOfPlan;
        plan_entry::exception::GiveGeneralException;
        plan_entry::urgency::RecordUrgency;
        plan_entry::item::LinkPlanEntry;
        plan_entry::publish::PublishPlan;
    }
}

/// Every address of the desk, ready to stand beside the public ones.
pub fn router(desk: DeskSite) -> Router<Site> {
    debug_assert!(PAGES.iter().all(|(path, _)| is_private(path)) && DEEDS.iter().all(|deed| is_private(deed.path)));
    let door = crate::sign_in::pages::router().layer(DefaultBodyLimit::max(MOST_WORDS));
    // A calendar program cannot sign in: the secret in the address says whose it is.
    let calendars = Router::new().route("/calendar/{file}", get(own_calendar::show));
    all().merge(door).merge(calendars).with_state(desk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_private_and_stands_once() {
        let _ = all();
        let mut paths: Vec<&str> = PAGES.iter().map(|(path, _)| *path).chain(DEEDS.iter().map(|d| d.path)).collect();
        assert!(paths.iter().all(|path| is_private(path)));
        let count = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), count);
    }
}
