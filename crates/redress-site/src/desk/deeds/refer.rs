//! Referring an item to another body: who sends it, where to, and what is asked. The other end is recorded by that body's clerk.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::issue::journey::Referral;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::referral::NewReferral;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Referring.
pub struct Refer {
    item: PlannedItem,
    meeting: PlannedMeeting,
    bodies: Vec<(i64, String)>,
    /// The title of the issue that is opened where the item is in none.
    title: String,
}

impl Deed for Refer {
    const PATH: &'static str = "/desk/items/{item}/refer";
    const TITLE: &'static str = "Refer it to another body";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "To which body", Ask::OneOf),
        Field::new("asked", "What that body is asked", Ask::Text)
            .hint("As the body that refers it put it. The public reads it when the issue is published"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Refer, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let bodies = context.desk.desk.bodies().await?;
        let title = safe_words::title(context, &item).await?;
        Ok(Refer { item, meeting, bodies, title })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!("{}, item {}", meeting::title(&self.meeting), item::title(&self.item)))
            .back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if self.item.issue_id.is_none() {
                p.govuk-body { "The item is in no issue yet. One is opened for it, called “" (self.title) "”, so that both ends stand on one page." }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "to" => self.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let on: Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < on {
            return Err(Undone::wrong("", "The meeting has not been held yet: only a meeting that was held refers anything"));
        }
        let to = filled.number("to").unwrap_or(0);
        let name = self.bodies.iter().find(|(id, _)| *id == to).map(|(_, name)| name.clone()).unwrap_or_default();
        let asked = filled.get("asked");
        let referral = Referral {
            from: self.meeting.body.clone(),
            item: item::title(&self.item),
            on,
            to: name,
            asked: asked.into(),
            section: None,
            received: None,
        };
        let wrong = referral.check();
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        safe_words::safe(context, std::slice::from_ref(&self.item), "asked", asked).await?;
        let new = NewReferral {
            item: self.item.id,
            issue: self.item.issue_id,
            title: self.title.clone(),
            to_body: to,
            on,
            asked: asked.into(),
            section: None,
        };
        match context.desk.desk.refer(&new, &context.act()).await? {
            Some(id) => Ok(Done::made(self.about().back, serde_json::json!({ "referral": id }))),
            None => Err(Undone::wrong("to", "A referral of this item to that body waits already")),
        }
    }
}
