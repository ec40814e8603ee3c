//! Recording that a notice of a private meeting was published: the first, the second, or that of the reasons for urgency.

use maud::Markup;
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::private::PrivateNotice;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Recording a notice.
pub struct RecordNotice {
    item: PlannedItem,
    working: Markup,
    reason: Option<String>,
}

const KINDS: &[(&str, &str)] = &[
    ("first", "First notice: regulation 5(2), 28 clear days"),
    ("second", "Second notice: regulation 5(4), 5 clear days, with representations and responses"),
    ("reasons", "Notice of the reasons for urgency: regulation 5(7)"),
];

impl Deed for RecordNotice {
    const PATH: &'static str = "/desk/items/{item}/notice";
    const TITLE: &'static str = "Record a notice";
    const ACT: Act = Act::PublishNotice;
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "Notice", Ask::One(KINDS)),
        Field::new("published_on", "Published on", Ask::Date).hint("At the council's offices and on its website"),
        Field::new("words", "Its words", Ask::Text),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordNotice, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let working = item::notice_days(context, &meeting);
        let reason = context.desk.desk.private_plan(item.id).await?.map(|plan| plan.reason);
        Ok(RecordNotice { item, working, reason })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Notice)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        self.working.clone()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "words" => self.reason.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(on) = filled.date("published_on") else { return Err(Undone::wrong("published_on", "Published on must be a real date")) };
        if on > context.now.date() {
            return Err(Undone::wrong("published_on", "A notice is recorded when it has been published, not before"));
        }
        if self.reason.is_none() {
            return Err(Undone::wrong("kind", "The item is not planned in private: the monitoring officer plans that first"));
        }
        let notice = PrivateNotice {
            kind: filled.get("kind").into(),
            published_on: on.to_string(),
            words: filled.get("words").into(),
            recorded_by: String::new(),
        };
        context.desk.desk.record_notice(self.item.id, &notice, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
