//! What stands in the way of a lawful path, each by name, with words and a way out.

use jiff::civil::Date;
use serde::Serialize;

use super::MeetingKind;

/// How much a conflict weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// To be known; nothing is unlawful.
    Note,
    /// Lawful only if somebody acts, agrees or decides.
    Needs,
    /// Not lawful as planned.
    Stops,
}

impl Weight {
    /// One word.
    pub fn words(self) -> &'static str {
        match self {
            Weight::Note => "Note",
            Weight::Needs => "Needs action",
            Weight::Stops => "Not lawful",
        }
    }
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "conflict", rename_all = "snake_case")]
pub enum Conflict {
    /// The meeting was called off.
    Cancelled,
    /// The meeting is before the report came.
    BeforeReceipt {
        /// When the report came.
        received: Date,
    },
    /// The meeting is before the first day on which anything can still be done.
    Past {
        /// That day.
        from: Date,
    },
    /// The meeting is after the last day to consider the report and reply.
    AfterReply {
        /// The last day to reply.
        reply_by: Date,
    },
    /// The meeting is in time by one reading of the law and late by the other.
    InTimeByOneReading {
        /// The last day that is safe under both readings.
        safe: Date,
    },
    /// The last day to publish the agenda has gone by.
    AgendaTooLate {
        /// The last day to publish the agenda.
        publish_by: Date,
        /// The first day on which it could be done.
        from: Date,
        /// Which sort of body.
        kind: MeetingKind,
    },
    /// The agenda must be published while the report is confidential.
    EmbargoAgainstAgenda {
        /// The last day to publish the agenda.
        publish_by: Date,
        /// When confidence ends.
        lifts: Date,
    },
    /// The confidence ends on the very last day to publish the agenda.
    EmbargoEndsOnLastDay {
        /// The last day to publish the agenda.
        publish_by: Date,
        /// It ends when the Ombudsman publishes, not by the date alone.
        event: bool,
    },
    /// Nobody knows when the confidence ends.
    EmbargoEndNotKnown {
        /// The last day to publish the agenda.
        publish_by: Date,
    },
    /// The 28 clear days of the first notice of a private meeting cannot be kept.
    FirstPrivateNoticeTooLate {
        /// The last day.
        by: Date,
        /// When it was or can be published.
        published: Date,
    },
    /// The five clear days of the second notice of a private meeting cannot be kept.
    SecondPrivateNoticeTooLate {
        /// The last day.
        by: Date,
        /// The first day on which it could be done.
        from: Date,
    },
    /// The item is private, though by then anybody may inspect the report.
    PrivateThoughOpen {
        /// The first day of inspection.
        inspection_from: Date,
    },
    /// A clearance would fall before the work can begin.
    ClearanceTooLate {
        /// Who clears.
        who: String,
        /// The last day.
        by: Date,
        /// The first day on which it could be done.
        from: Date,
    },
    /// Call-in ends after the last day to reply.
    CallInPastReply {
        /// The end of call-in.
        ends: Date,
        /// The last day to reply.
        reply_by: Date,
    },
    /// The committee can consider the report only with power given to it.
    NeedsDelegatedPower,
    /// The meeting is too late for the monitoring officer's report.
    MonitoringOfficerTooLate {
        /// The last day.
        by: Date,
    },
    /// Public notice is due while the report is confidential.
    PublicNoticeAgainstConfidence {
        /// The last day for notice.
        notice_by: Date,
        /// When confidence ends.
        lifts: Option<Date>,
    },
    /// Public notice was given too late.
    PublicNoticeLate {
        /// The last day.
        by: Date,
        /// When it was given.
        given: Date,
    },
    /// Inspection begins too late after the notice.
    InspectionLate {
        /// The last day.
        by: Date,
        /// The day that the notice names.
        begins: Date,
    },
    /// A recommendation is due before members meet.
    RemedyBeforeMeeting {
        /// What is to be done.
        what: String,
        /// By when.
        due: Date,
        /// When members meet.
        meeting: Date,
        /// How many days lie between.
        days: i32,
    },
    /// No listed meeting can consider the report in time.
    NoMeetingInTime {
        /// The last day to reply.
        reply_by: Date,
        /// The last day to meet; none where no notice can be kept.
        meet_by: Option<Date>,
        /// The last day for notice.
        notice_by: Option<Date>,
        /// Which sort of body.
        kind: MeetingKind,
    },
    /// No listed meeting can consider the monitoring officer's report in time.
    NoMeetingForMonitoringOfficer {
        /// The last day.
        by: Date,
        /// The last day for notice.
        notice_by: Option<Date>,
        /// Which sort of body.
        kind: MeetingKind,
    },
    /// If the executive proposes to refuse a recommendation of a further report, the council must consider it.
    RefusalGoesToCouncil {
        /// The next meeting of the council in time.
        council: Option<Date>,
        /// The last day for its summons.
        summons_by: Option<Date>,
        /// The last day to reply.
        reply_by: Date,
    },
}

/// A conflict with its weight and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The conflict.
    #[serde(flatten)]
    pub conflict: Conflict,
    /// How much it weighs.
    pub weight: Weight,
    /// What it means and the way out.
    pub words: String,
}

impl From<Conflict> for Named {
    fn from(conflict: Conflict) -> Named {
        Named { weight: conflict.weight(), words: conflict.words(), conflict }
    }
}

impl Conflict {
    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Conflict::Cancelled
            | Conflict::BeforeReceipt { .. }
            | Conflict::Past { .. }
            | Conflict::AfterReply { .. }
            | Conflict::EmbargoAgainstAgenda { .. }
            | Conflict::PublicNoticeLate { .. }
            | Conflict::InspectionLate { .. }
            | Conflict::NoMeetingInTime { .. }
            | Conflict::NoMeetingForMonitoringOfficer { .. } => Weight::Stops,
            // Only a committee's chair may admit an urgent item.
            Conflict::AgendaTooLate { kind: MeetingKind::Committee | MeetingKind::Scrutiny, .. } => Weight::Needs,
            Conflict::AgendaTooLate { .. } => Weight::Stops,
            Conflict::EmbargoEndsOnLastDay { event, .. } => {
                if *event {
                    Weight::Needs
                } else {
                    Weight::Note
                }
            }
            Conflict::EmbargoEndNotKnown { .. }
            | Conflict::FirstPrivateNoticeTooLate { .. }
            | Conflict::SecondPrivateNoticeTooLate { .. }
            | Conflict::PublicNoticeAgainstConfidence { .. }
            | Conflict::RemedyBeforeMeeting { .. } => Weight::Needs,
            Conflict::InTimeByOneReading { .. }
            | Conflict::PrivateThoughOpen { .. }
            | Conflict::ClearanceTooLate { .. }
            | Conflict::CallInPastReply { .. }
            | Conflict::NeedsDelegatedPower
            | Conflict::MonitoringOfficerTooLate { .. }
            | Conflict::RefusalGoesToCouncil { .. } => Weight::Note,
        }
    }
}
