//! Putting items of a meeting that is off on another meeting of the same body, or of another.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::meeting_list::Wanted;

use super::became::Opened;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::failure::Failure;

/// Putting items on another meeting.
pub struct CarryItems {
    opened: Opened,
    meetings: Vec<(i64, String)>,
}

impl Deed for CarryItems {
    const PATH: &'static str = "/desk/meetings/{meeting}/carry-items";
    const TITLE: &'static str = "Put its items on another meeting";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[
        Field::new("items", "Items", Ask::AnyOf).hint("Their papers go with them. A number that is taken there becomes the next free one"),
        Field::new("to", "Meeting", Ask::OneOf),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<CarryItems, Failure> {
        let opened = Opened::load(context, keys).await?;
        let wanted = Wanted { from: Some(context.now.date().to_string()), ..Wanted::default() };
        let listed = context.desk.desk.meetings_wanted(&wanted).await?;
        let open = listed.into_iter().filter(|m| m.standing.is_open() && m.meeting.id != opened.meeting.id);
        let mut meetings: Vec<(bool, i64, String)> =
            open.map(|m| (m.meeting.body_id != opened.meeting.body_id, m.meeting.id, meeting::title(&m.meeting))).collect();
        // Those of the same body first.
        meetings.sort_by_key(|(other, ..)| *other);
        Ok(CarryItems { opened, meetings: meetings.into_iter().map(|(_, id, title)| (id, title)).collect() })
    }

    fn about(&self) -> About {
        let about = self.opened.about();
        About { subject: Subject::new(SubjectKind::Item), ..about }
    }

    fn possible(&self) -> bool {
        self.opened.standing.leaves_items() && !self.opened.items.is_empty() && !self.meetings.is_empty()
    }

    fn impossible(&self) -> String {
        if !self.opened.standing.leaves_items() {
            return "The items of this meeting stay with it: it is neither cancelled nor adjourned, and it had a quorum".into();
        }
        if self.meetings.is_empty() {
            return "No meeting is planned that they could go to. Plan one first".into();
        }
        "This meeting has no items left".into()
    }

    fn before(&self) -> Markup {
        html! {
            @if self.possible() { p.govuk-body { "What is public of them stays at the old address. They are published again with the agenda of the other meeting." } }
            @else { div.govuk-inset-text { (self.impossible()) "." } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "items" => self.opened.choices(),
            "to" => self.meetings.iter().map(|(id, title)| (id.to_string(), title.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "items" { self.opened.undecided().iter().map(i64::to_string).collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let items: Vec<i64> = filled.all("items").iter().filter_map(|id| id.parse().ok()).collect();
        let to = filled.number("to").unwrap_or(0);
        context.desk.desk.carry_items(to, &items, &context.act()).await?;
        Ok(Done::made(format!("/desk/meetings/{to}"), serde_json::json!({ "items": items, "meeting": to })))
    }
}
