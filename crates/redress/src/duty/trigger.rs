//! Events that start a clock, or that it is counted back from.

use serde::{Deserialize, Serialize};

macro_rules! triggers {
    ($($name:ident => $words:literal,)*) => {
        /// An event that starts a clock.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Trigger {
            $(#[doc = $words] $name,)*
        }

        impl Trigger {
            /// The event in a few words: `the council receives the Ombudsman's report`.
            pub fn words(self) -> &'static str {
                match self { $(Trigger::$name => $words,)* }
            }
        }
    };
}

triggers! {
    ReportReceived => "the council receives the Ombudsman's report",
    NoticeFirstGiven => "public notice of the report is first given",
    InspectionBegins => "the day named in the public notice for inspection to begin",
    ConsiderPeriodEnds => "the period to consider the report and reply ends, as extended",
    FurtherReportReceived => "the council receives the Ombudsman's further report",
    FurtherConsiderPeriodEnds => "the period to consider the further report and reply ends, as extended",
    StatementNoticeReceived => "the council receives the Ombudsman's notice to publish a statement",
    StatementFormAgreed => "the form of the statement is agreed",
    FirstEdition => "the statement first appears in the newspaper",
    ReimbursementDemanded => "the Ombudsman demands the cost of publishing",
    FirstNotice => "the person affected first has notice of the matter",
    OmbudsmanDecides => "the Ombudsman makes the final decision",
    MonitoringOfficerReportPrepared => "the monitoring officer has prepared the report",
    CopiesSentToMembers => "copies of the monitoring officer's report are first sent to members of the council",
    CopiesSentToExecutive => "copies of the monitoring officer's report are first sent to members of the executive",
    ConsiderationConcluded => "consideration of the monitoring officer's report is concluded",
    ExecutiveReportPrepared => "the executive's own report is prepared",
    PrivateMeeting => "the day of the private meeting of the executive",
    ExecutiveMeeting => "the day of the meeting of the executive",
    KeyDecision => "the day of the key decision",
    ExceptionNoticeAvailable => "the notice of general exception is made available",
    UrgencyAgreed => "agreement to urgency is obtained",
    UrgentDecisionsReported => "urgent decisions were last reported to the council",
    ExecutiveDecision => "the executive decision is made",
    ExecutiveMeetingEnds => "the private meeting ends, or the decision is made",
    ScrutinyRequestReceived => "the executive receives a scrutiny member's request",
    ScrutinyPeriodSet => "scrutiny requires a report and sets a period",
    CouncilMeeting => "the day of the meeting of the council",
    CommitteeMeeting => "the day of the meeting of the council, committee or sub-committee",
    MeetingHeld => "the meeting is held",
    RequisitionPresented => "members present a requisition for a meeting",
    LateItemArises => "an item arises that is on no agenda open for the time the law asks",
    PrivateItemPlanned => "an item is planned in which exempt or confidential information is likely to be disclosed",
    OfficerDecision => "the officer makes the decision",
    OfficerRecordMade => "the record of the officer's decision is made",
    DecisionPublished => "the executive decision is published",
    ScrutinyReportReceived => "the scrutiny report, or the later notice, is received",
    ComplaintReceived => "the complaint is received",
    ComplaintAcknowledged => "the complaint is acknowledged",
    EscalationRequested => "the person asks for stage 2",
    EscalationAcknowledged => "the request for stage 2 is acknowledged",
    OmbudsmanRequest => "the Ombudsman asks for documents before a case is allocated",
    EnquiryLetter => "the Ombudsman's enquiry letter arrives",
    DraftSent => "the Ombudsman sends the draft",
    YearEnds => "the Ombudsman's year ends on 31 March",
    AnnualLetterReceived => "the Ombudsman's annual letter arrives",
    InformationRequested => "the request for information is received",
    DataComplaintReceived => "the data protection complaint is received",
}
