//! What is done to officers' reports, one file a deed.

/// A report.
pub mod begin;
/// What a post says of it.
pub mod clear;
/// The paper that it becomes.
pub mod finish;
/// A kind of report.
pub mod keep_kind;
/// The version for the next body.
pub mod next_body;
/// Putting a version in.
pub mod send;
/// That it goes nowhere.
pub mod withdraw;
/// Its text.
pub mod write;

use jiff::civil::Date;
use redress::clearance::Path;
use redress::publishing::agenda_notice;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::Context;
use crate::desk::pages::{item, meeting};
use crate::desk::proposal::kind_of;
use crate::failure::Failure;

/// The most meetings that a choice offers.
const MOST_MEETINGS: i64 = 60;

/// The meetings from a day on, as a choice.
pub(super) async fn meetings_from(context: &Context, day: &str) -> Result<Vec<PlannedMeeting>, Failure> {
    Ok(context.desk.desk.planned_meetings(day, MOST_MEETINGS).await?)
}

/// The items of meetings, as a choice: each as this person may see it.
pub(super) async fn items_of(context: &Context, meetings: &[PlannedMeeting]) -> Result<Vec<(String, String)>, Failure> {
    let mut all = Vec::new();
    for planned in meetings {
        for found in context.desk.desk.planned_items(planned.id).await? {
            let shown = item::veiled(context, found).await?;
            all.push((shown.id.to_string(), format!("{}, item {}", meeting::title(planned), item::title(&shown))));
        }
    }
    Ok(all)
}

/// The last day for an author to send a report to a meeting, so that everybody who clears it has their days.
pub(super) fn submit_by(context: &Context, meeting: &PlannedMeeting, path: &Path) -> Option<Date> {
    let (held, calendar) = (meeting.on_date.parse().ok()?, &context.desk.site.calendar);
    let agenda = agenda_notice(held, kind_of(&meeting.body), &context.readings(), calendar).ok().flatten()?;
    path.submit_by(agenda.safe, calendar)
}
