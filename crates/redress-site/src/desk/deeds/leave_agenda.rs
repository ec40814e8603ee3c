//! Taking an item off its agenda, and putting it off to a later meeting: records with their reason, never a deletion.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::agenda::TAKEN_DOWN;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::item_event::Leaving;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting};
use crate::failure::Failure;

/// An item that is to leave its agenda.
struct Leaves {
    item: PlannedItem,
    meeting: PlannedMeeting,
    published: bool,
    /// Why it cannot leave.
    bar: Option<&'static str>,
}

impl Leaves {
    async fn load(context: &Context, keys: &Keys) -> Result<Leaves, Failure> {
        let desk = &context.desk.desk;
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let cleared = desk.cleared("item", item.id).await?;
        let bar = if desk.off(item.id).await?.is_some() {
            Some("This item came off the agenda already")
        } else if cleared.as_ref().is_some_and(|c| c.ended_at.is_some()) {
            Some("This item was withdrawn from the public record, which says why")
        } else if desk.is_begun(meeting.id).await? {
            Some(TAKEN_DOWN.trim_end_matches('.'))
        } else if desk.recorded_decision(item.id).await?.is_some() || desk.minute(item.id).await?.is_some() {
            Some("This item was taken at the meeting: a decision or a minute of it is on record")
        } else {
            None
        };
        Ok(Leaves { item, meeting, published: cleared.is_some(), bar })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if let Some(bar) = self.bar { p.govuk-body { (bar) "." } }
            @else if self.published { p.govuk-body { "The item is public. Its number stays with it, and the public page says what became of it and why once you publish that." } }
            @else { p.govuk-body { "The item is not public, so nobody outside learns of it. The numbers of the other items close up." } }
        }
    }

    async fn leave(&self, context: &Context, to_meeting: Option<i64>, why: &str) -> Result<Done, Undone> {
        if !redress::person_in_case::find(why).is_empty() {
            return Err(Undone::wrong("why", "This seems to name a person. The public may read it: leave the name out"));
        }
        if !redress::wrong::reasons(why, 3) {
            return Err(Undone::wrong("why", "Say why in a few words, such as: the survey is not finished"));
        }
        let leaving = Leaving { item: &self.item, to_meeting, on: context.now.date(), why };
        if let Err(wrong) = context.desk.desk.leave_agenda(&leaving, &context.act()).await? {
            return Err(Undone::wrong("why", wrong.message));
        }
        Ok(Done::made(format!("/desk/meetings/{}/agenda", self.meeting.id), serde_json::json!({ "item": self.item.id, "to": to_meeting })))
    }
}

/// Taking an item off.
pub struct TakeOff(Leaves);

impl Deed for TakeOff {
    const PATH: &'static str = "/desk/items/{item}/take-off";
    const TITLE: &'static str = "Take the item off the agenda";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[Field::new("why", "Why", Ask::Line).hint("The public reads it where the item is published")];

    async fn load(context: &Context, keys: &Keys) -> Result<TakeOff, Failure> {
        Ok(TakeOff(Leaves::load(context, keys).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn possible(&self) -> bool {
        self.0.bar.is_none()
    }

    fn impossible(&self) -> String {
        self.0.bar.unwrap_or_default().into()
    }

    fn before(&self) -> Markup {
        self.0.before()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.0.leave(context, None, filled.get("why")).await
    }
}

/// Putting an item off.
pub struct PutOff {
    leaves: Leaves,
    later: Vec<PlannedMeeting>,
}

impl Deed for PutOff {
    const PATH: &'static str = "/desk/items/{item}/put-off";
    const TITLE: &'static str = "Put the item off to a later meeting";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[
        Field::new("meeting", "Meeting", Ask::OneOf).hint("Papers, cases and all else that hangs on the item go with it"),
        Field::new("why", "Why", Ask::Line).hint("The public reads it where the item is published"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PutOff, Failure> {
        let leaves = Leaves::load(context, keys).await?;
        let today = context.now.date().to_string();
        let from = if leaves.meeting.on_date > today { leaves.meeting.on_date.clone() } else { today };
        let mut later = context.desk.desk.planned_meetings(&from, 200).await?;
        later.retain(|m| m.id != leaves.meeting.id);
        // The next of the same body comes first.
        later.sort_by_key(|m| (m.body_id != leaves.meeting.body_id, m.on_date.clone()));
        Ok(PutOff { leaves, later })
    }

    fn about(&self) -> About {
        self.leaves.about()
    }

    fn possible(&self) -> bool {
        self.leaves.bar.is_none() && !self.later.is_empty()
    }

    fn impossible(&self) -> String {
        self.leaves.bar.unwrap_or("No later meeting is planned. Plan one first").into()
    }

    fn before(&self) -> Markup {
        html! {
            (self.leaves.before())
            @if self.leaves.bar.is_none() && self.later.is_empty() { p.govuk-body { (self.impossible()) "." } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "meeting" { self.later.iter().map(|m| (m.id.to_string(), meeting::title(m))).collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.leaves.leave(context, filled.number("meeting"), filled.get("why")).await
    }
}
