//! An entry of the forward plan at the desk: who may read it, when it is to be decided, and the lawful way there.

/// What stands against an item of the executive.
pub mod gate;
/// Entries whose notice is owed.
pub mod owed;
/// What is ready to be published.
pub mod proposed;

use jiff::civil::Date;
use redress::access::{Act, Subject, SubjectKind};
use redress::duty::Answer;
use redress::forward_plan::Way;
use redress_store::desk::work::forward_plan::KeptEntry;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use super::deed::Context;
use crate::failure::Failure;

/// An entry with the item and the meeting that it is for.
pub struct Loaded {
    /// The entry.
    pub kept: KeptEntry,
    /// What access is asked about.
    pub subject: Subject,
    /// The item that considers it.
    pub item: Option<PlannedItem>,
    /// The meeting that is to decide.
    pub meeting: Option<PlannedMeeting>,
    /// The title that stands for every other word while an embargo covers the matter.
    pub safe_title: Option<String>,
}

/// An entry.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let kept = context.desk.desk.forward_plan_entry(id).await?.ok_or(Failure::NotFound)?;
    loaded(context, kept).await
}

/// The same of one that was read already.
pub async fn loaded(context: &Context, kept: KeptEntry) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let item = match kept.planned_item_id {
        Some(id) => desk.planned_item(id).await?,
        None => None,
    };
    let meeting = match item.as_ref().map(|i| i.planned_meeting_id).or(kept.planned_meeting_id) {
        Some(id) => desk.planned_meeting(id).await?,
        None => None,
    };
    let embargo = match &item {
        Some(item) => desk.embargo_of_item(item).await?,
        None => None,
    };
    let covering = embargo.as_ref().filter(|e| e.covers(context.now.datetime()));
    let chosen = item.as_ref().and_then(|i| i.public_title.clone());
    let safe_title = covering.map(|e| chosen.unwrap_or_else(|| e.safe_title.clone()));
    Ok(Loaded { subject: Subject::new(SubjectKind::Decision).embargoed(embargo), kept, item, meeting, safe_title })
}

impl Loaded {
    /// Whether this person may read more of it than its safe title.
    pub fn is_open_to(&self, context: &Context) -> bool {
        context.can(Act::ReadDesk, &self.subject)
    }

    /// Its reference and its title, or the safe one.
    pub fn title(&self, context: &Context) -> String {
        let title = match &self.safe_title {
            Some(safe) if !self.is_open_to(context) => safe,
            _ => &self.kept.working.entry.title,
        };
        format!("{} {title}", self.kept.reference)
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/forward-plan/{}", self.kept.id)
    }

    /// The day of the decision: that of its meeting, or the first on which it may be made.
    pub fn day(&self) -> Date {
        let met = self.meeting.as_ref().and_then(|m| m.on_date.parse().ok());
        met.unwrap_or_else(|| self.kept.working.entry.when.first())
    }

    /// The way to a decision on its day; none where it is not key, or where the statute book does not serve that day.
    pub fn way(&self, context: &Context) -> Option<Way> {
        let clock = (&context.readings(), context.desk.site.calendar.as_ref());
        self.kept.standing().way_on(self.day(), context.desk.site.council().threshold(), clock).ok().flatten()
    }

    /// The clock of the last day to publish it for the day that it gives.
    pub fn publish_by(&self, context: &Context) -> Option<Answer> {
        let clock = (&context.readings(), context.desk.site.calendar.as_ref());
        self.kept.standing().publish_by(context.desk.site.council().threshold(), clock).ok().flatten()
    }

    /// Whether it was taken out of the plan.
    pub fn is_out(&self) -> bool {
        self.kept.working.taken_out.is_some()
    }
}
