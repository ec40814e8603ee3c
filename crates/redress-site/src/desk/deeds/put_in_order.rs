//! Putting an agenda in order: one item at a time goes to another place among those of its part. Numbers follow.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::agenda::{Agenda, STAYS, TAKEN_DOWN};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting};
use crate::failure::Failure;

/// Putting an agenda in order.
pub struct PutInOrder {
    meeting: PlannedMeeting,
    agenda: Agenda,
    shown: Vec<PlannedItem>,
    /// Something was taken down in the meeting.
    begun: bool,
}

impl Deed for PutInOrder {
    const PATH: &'static str = "/desk/meetings/{meeting}/order";
    const TITLE: &'static str = "Put the agenda in order";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[
        Field::new("item", "Item", Ask::OneOf),
        Field::new("to", "Its place in its part", Ask::Number).hint("1 for the first; a number beyond the last puts it last"),
        Field::new("seen", "The order that was seen", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PutInOrder, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let agenda = desk.agenda(meeting.id).await?;
        let mut shown = Vec::with_capacity(agenda.items.len());
        for (_, one) in &agenda.items {
            shown.push(item::veiled(context, one.clone()).await?);
        }
        let begun = desk.is_begun(meeting.id).await?;
        Ok(PutInOrder { meeting, agenda, shown, begun })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}/agenda", self.meeting.id))
    }

    fn possible(&self) -> bool {
        !self.agenda.published && !self.begun && !self.shown.is_empty()
    }

    fn impossible(&self) -> String {
        match (self.agenda.published, self.begun) {
            (true, _) => STAYS.into(),
            (false, true) => TAKEN_DOWN.into(),
            (false, false) => "There is no item to put in order".into(),
        }
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { (self.impossible()) } } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.shown.iter().map(|i| (i.id.to_string(), item::title(i))).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "seen" { vec![self.agenda.seen.clone()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let moved = filled.number("item").unwrap_or(0);
        let to = filled.number("to").and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let desk = &context.desk.desk;
        match desk.put_in_order(self.meeting.id, moved, to, filled.get("seen"), &context.act()).await? {
            Ok(true) => {
                let after = desk.agenda(self.meeting.id).await?;
                let order: Vec<_> = after.items.iter().map(|(_, i)| (i.id, i.number.clone())).collect();
                Ok(Done::made(self.about().back, serde_json::json!({ "order": order, "seen": after.seen })))
            }
            Ok(false) => Err(Undone::changed()),
            Err(wrong) => Err(Undone::fields(Self::FIELDS, vec![wrong])),
        }
    }
}
