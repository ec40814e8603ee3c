//! What officers work on: the Ombudsman's papers, planned meetings, their items and papers. Private until it is cleared.

/// Who opened a restricted paper.
pub mod access_entry;
/// Actions of decisions.
pub mod action;
/// The agenda of a planned meeting.
pub mod agenda;
/// What an agenda was when it was published.
pub mod agenda_version;
/// What bodies said of a matter.
pub mod body_comment;
/// What the council has settled of a body.
pub mod body_particulars;
/// Who sits on a body.
pub mod body_seat;
/// Bundles for the Ombudsman, and that they went.
pub mod bundle;
/// Publishing a body with its calendar.
pub mod calendar_publication;
/// Case files.
pub mod case_file;
/// Which case follows which.
pub mod case_link;
/// Publishing a case.
pub mod case_publication;
/// To whom a paper goes, and when each was served.
pub mod circulation;
/// What was cleared for the public, and publishing it.
pub mod clearing;
/// What the public may see of a meeting.
mod compose;
/// Decisions as recorded at the desk.
pub mod decision;
/// Every decision with its number and its state.
pub mod decision_record;
/// The duties that a paper starts, and what met them.
pub mod duty_clock;
/// Embargoes.
pub mod embargo;
/// What must be shown, and the files that show it.
pub mod evidence;
/// The executive's reports in answer to the monitoring officer's.
pub mod executive_response;
/// Publishing the figures of remedies for a person.
pub mod figures_publication;
/// Everything that is followed up, at once.
pub mod followed;
/// Who is told when something of an item is published.
pub mod following;
/// The forward plan.
pub mod forward_plan;
/// Issues.
pub mod issue;
/// Merging and splitting issues.
pub mod issue_change;
/// Publishing an issue.
pub mod issue_publication;
/// Items of planned meetings.
pub mod item;
/// Changing an item, and that it came off.
pub mod item_event;
/// That a late item is urgent.
pub mod late_item;
/// Letters about cases.
pub mod letter;
/// Planned meetings.
pub mod meeting;
/// What became of a meeting.
pub mod meeting_event;
/// Planned meetings for lists.
pub mod meeting_list;
/// The minutes of a meeting.
pub mod meeting_minutes;
/// Something happens to a meeting.
pub mod meeting_outcome;
/// Who is told of it.
pub mod meeting_people;
/// Circulation person by person.
pub mod member_circulation;
/// Notes that members write for themselves.
pub mod member_note;
/// Questions of members and their answers.
pub mod member_question;
/// When somebody was in the members' room, and what came since.
pub mod members_visit;
/// The public and the private minute.
pub mod minute;
/// Extracts of minutes.
pub mod minute_extract;
/// The monitoring officer's reports.
pub mod monitoring_report;
/// Who is owed a copy by their office.
pub mod office_holder;
/// The Ombudsman's papers.
pub mod ombudsman_paper;
/// The pages of a meeting's papers.
pub mod pack;
/// Papers and their files.
pub mod paper;
/// Publishing the forward plan.
pub mod plan_publication;
/// Everything open of a post goes to another.
pub mod post_hand_over;
/// That an item is considered in private: ground, notices, agreement.
pub mod private;
/// The public notice of a report.
pub mod public_notice;
/// Recommendations with what was done about them.
pub mod recommendation;
/// What comes back to a body again and again.
pub mod recurrence;
/// The items of what comes back, read at once.
pub mod recurrence_item;
/// The times of what comes back.
pub mod recurrence_slot;
/// Referrals from body to body.
pub mod referral;
/// What was told to whom.
pub mod reminder;
/// Officers' reports.
pub mod report;
/// The kinds of officers' reports.
pub mod report_kind;
/// Restrictions, for the ledger.
pub mod restriction;
/// Reviews of earlier cases.
pub mod review;
/// To whom a review was shown, and who opened it.
pub mod review_showing;
/// What scrutiny recommended.
pub mod scrutiny_recommendation;
/// That a meeting was called at shorter notice.
pub mod shorter_notice;
/// What stands on every agenda of a body.
pub mod standing_item;
/// What clerks take down in a meeting.
pub mod workspace;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;
use crate::db::Tx;
use crate::on;

/// The next number of a table; writers take turns, so it is free.
async fn next(tx: &mut Tx, sql: &'static str) -> Result<i64, StoreError> {
    on!(tx tx, c => sqlx::query_scalar(sql).fetch_one(c).await).map_err(StoreError::database("number"))
}

fn written<T: Serialize>(what: &'static str, record: &T) -> Result<String, StoreError> {
    serde_json::to_string(record).map_err(StoreError::body(what))
}

fn read<T: DeserializeOwned>(what: &'static str, record: &str) -> Result<T, StoreError> {
    serde_json::from_str(record).map_err(StoreError::body(what))
}
