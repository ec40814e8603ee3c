//! Recording a meeting that considered an issue and has no item on record here.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::issue::KeptIssue;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::issue;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Recording it.
pub struct ConsideredEarlier {
    issue: KeptIssue,
}

impl Deed for ConsideredEarlier {
    const PATH: &'static str = "/desk/issues/{issue}/considered-earlier";
    const TITLE: &'static str = "Say where it was considered earlier";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "Date of the meeting", Ask::Date),
        Field::new("body", "Body", Ask::Line).hint("As it was called then; nothing of its meeting need be on record here"),
        Field::new("words", "Where this is told", Ask::Line)
            .hint("The public reads it when the issue is published: report to Council, paragraph 2"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ConsideredEarlier, Failure> {
        Ok(ConsideredEarlier { issue: issue::load(context, keys.number("issue")?).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.issue.title.clone()).back(format!("/desk/issues/{}", self.issue.id))
    }

    fn possible(&self) -> bool {
        self.issue.became.is_none()
    }

    fn impossible(&self) -> String {
        "This issue was merged or split. Record it with the issue in which it goes on".into()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let on = filled.date("on").ok_or_else(|| Undone::wrong("on", "Give the day of the meeting"))?;
        if on > context.now.date() {
            return Err(Undone::wrong("on", "This cannot be after today: a meeting to come is planned, with an item in this issue"));
        }
        let items = desk.planned_items_of_issue(self.issue.id).await?;
        for field in ["body", "words"] {
            safe_words::safe(context, &items, field, filled.get(field)).await?;
        }
        let id = desk.considered_earlier(self.issue.id, on, filled.get("body"), filled.get("words"), &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "earlier": id })))
    }
}
