//! A conflict in words, each with a way out.

use super::{Conflict, MeetingKind};
use crate::day::long;

impl Conflict {
    /// What it means and the way out.
    pub fn words(&self) -> String {
        match self {
            Conflict::Cancelled => "The meeting was called off.".into(),
            Conflict::BeforeReceipt { received } => format!("The report came only on {}.", long(*received)),
            Conflict::Past { from } => format!("The meeting is over: this plan begins on {}.", long(*from)),
            Conflict::AfterReply { reply_by } => {
                format!("The Ombudsman must have been told by {}; this meeting can only hear of the matter afterwards.", long(*reply_by))
            }
            Conflict::InTimeByOneReading { safe } => {
                format!("By the other reading of the law the last day is {}; a meeting up to that day is safe under both.", long(*safe))
            }
            Conflict::AgendaTooLate { publish_by, from, kind } => {
                let out = match kind {
                    MeetingKind::Executive => {
                        "No chair can admit a late item to a meeting of the executive: choose a later meeting, or call a separate one at shorter notice after legal advice."
                    }
                    MeetingKind::Council => {
                        "A summons to full council cannot be shortened: choose a later meeting or call an extraordinary one."
                    }
                    MeetingKind::Committee | MeetingKind::Scrutiny => {
                        "The chair may admit it as urgent for special circumstances, which the minutes must name; otherwise choose a later meeting."
                    }
                };
                format!("The agenda had to be out by {}, and nothing can be published before {}. {out}", long(*publish_by), long(*from))
            }
            Conflict::EmbargoAgainstAgenda { publish_by, lifts } => format!(
                "The agenda must be out by {}, but the report is confidential until {}. Ask the Ombudsman for an earlier day in writing, choose a later meeting, or take the item in private.",
                long(*publish_by),
                long(*lifts)
            ),
            Conflict::EmbargoEndsOnLastDay { publish_by, event: true } => format!(
                "The Ombudsman is expected to publish on {}, the last day for the agenda. Hold the agenda until it happens; if it has not by the afternoon, take the item in private, or choose a later meeting.",
                long(*publish_by)
            ),
            Conflict::EmbargoEndsOnLastDay { publish_by, event: false } => {
                format!(
                    "Confidence ends on {}, the last day for the agenda: publish on that day, neither before nor after.",
                    long(*publish_by)
                )
            }
            Conflict::EmbargoEndNotKnown { publish_by } => format!(
                "It is not known when the Ombudsman publishes. Get the day in writing: an open agenda needs it by {}.",
                long(*publish_by)
            ),
            Conflict::FirstPrivateNoticeTooLate { by, published } => format!(
                "The first notice of the private meeting was due by {}; {} is too late. The chair of the relevant scrutiny committee (otherwise the chair of the council, otherwise the vice-chair) must agree that it is urgent and cannot reasonably wait, and the reasons be published, before the agenda goes out.",
                long(*by),
                long(*published)
            ),
            Conflict::SecondPrivateNoticeTooLate { by, from } => format!(
                "The second notice of the private meeting was due by {}, and nothing can be published before {}. The same agreement as for the first notice is needed.",
                long(*by),
                long(*from)
            ),
            Conflict::PrivateThoughOpen { inspection_from } => format!(
                "From {} anybody may inspect the report. Say why the item is still private, and for which part of it.",
                long(*inspection_from)
            ),
            Conflict::ClearanceTooLate { who, by, from } => {
                format!("{who} would have to clear the report by {}, before {}: agree a shorter time.", long(*by), long(*from))
            }
            Conflict::CallInPastReply { ends, reply_by } => format!(
                "Call-in ends on {}, after the last day to reply, {}. Reply in time with the action as proposed, or have call-in waived as urgent.",
                long(*ends),
                long(*reply_by)
            ),
            Conflict::NeedsDelegatedPower => {
                "The committee can consider the report only if the constitution gives it the power: record which paragraph does.".into()
            }
            Conflict::MonitoringOfficerTooLate { by } => {
                format!("The monitoring officer's report must be considered by {}, so it needs an earlier meeting.", long(*by))
            }
            Conflict::PublicNoticeAgainstConfidence { notice_by, lifts } => {
                let until =
                    lifts.map_or_else(|| "until the Ombudsman publishes, on a day not known".into(), |d| format!("until {}", long(d)));
                format!(
                    "Public notice is due by {}, counted from receipt, but the report is confidential {until}. Get the Ombudsman's line in writing, and have the notice ready for the day of publication.",
                    long(*notice_by)
                )
            }
            Conflict::PublicNoticeLate { by, given } => {
                format!("Public notice was due by {} and was given on {}.", long(*by), long(*given))
            }
            Conflict::InspectionLate { by, begins } => {
                format!("Inspection had to begin by {}; the notice names {}.", long(*by), long(*begins))
            }
            Conflict::RemedyBeforeMeeting { what, due, meeting, days } => format!(
                "{what} is due on {}, {days} days before members meet on {}. Officers with the power must agree and act first; members then note it.",
                long(*due),
                long(*meeting)
            ),
            Conflict::NoMeetingInTime { reply_by, meet_by, notice_by, kind } => {
                let out = match (meet_by, notice_by) {
                    (Some(meet), Some(notice)) => format!(
                        "Call an extraordinary meeting of {} by {}, for a day no later than {}.",
                        kind.words(),
                        long(*notice),
                        long(*meet)
                    ),
                    _ => "No meeting called now can keep every notice: ask the Ombudsman in writing for a longer period.".into(),
                };
                format!("No listed meeting fits before the last day to reply, {}. {out}", long(*reply_by))
            }
            Conflict::NoMeetingForMonitoringOfficer { by, notice_by, kind } => {
                let out = notice_by.map_or_else(
                    || "No meeting called now keeps its notice.".into(),
                    |d| format!("Call one: its agenda must be out by {}.", long(d)),
                );
                format!("No listed meeting of {} considers the monitoring officer's report by {}. {out}", kind.words(), long(*by))
            }
            Conflict::RefusalGoesToCouncil { council, summons_by, reply_by } => {
                let which = match (council, summons_by) {
                    (Some(day), Some(summons)) => format!("the next is on {}, summons by {}", long(*day), long(*summons)),
                    (Some(day), None) => format!("the next is on {}", long(*day)),
                    (None, _) => "none is listed in time, so one would have to be called".into(),
                };
                format!(
                    "Nothing is refused by the executive alone: if it proposes no action or other action on this further report, full council must consider it before the reply of {}; {which}.",
                    long(*reply_by)
                )
            }
        }
    }
}
