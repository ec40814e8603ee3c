//! Putting an item into an issue that is open.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::issue::KeptIssue;
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Putting it there.
pub struct PutIntoIssue {
    item: PlannedItem,
    issues: Vec<KeptIssue>,
}

impl Deed for PutIntoIssue {
    const PATH: &'static str = "/desk/items/{item}/issue";
    const TITLE: &'static str = "Put it into an issue";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[Field::new("issue", "Issue", Ask::OneOf)
        .hint("The public sees that it belongs there when the issue or the meeting is published next")];

    async fn load(context: &Context, keys: &Keys) -> Result<PutIntoIssue, Failure> {
        let (item, _) = item::load(context, keys.number("item")?).await?;
        let mut issues = context.desk.desk.issues().await?;
        issues.retain(|i| i.became.is_none() && item.issue_id != Some(i.id));
        Ok(PutIntoIssue { item, issues })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn possible(&self) -> bool {
        !self.issues.is_empty()
    }

    fn impossible(&self) -> String {
        "There is no other issue that is open. Open one from this item first".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        // Two issues may have one title, so each shows its number.
        let words = |i: &KeptIssue| (i.id.to_string(), format!("{} ({})", i.title, i.id));
        if field == "issue" { self.issues.iter().map(words).collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let id = filled.number("issue");
        let issue =
            self.issues.iter().find(|i| Some(i.id) == id).ok_or_else(|| Undone::wrong("issue", "Choose one of those in the list"))?;
        safe_words::safe(context, std::slice::from_ref(&self.item), "issue", &issue.title).await?;
        context.desk.desk.put_into_issue(self.item.id, Some(issue.id), &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "issue": issue.id })))
    }
}
