//! Giving an issue another title, such as the full one after an embargo.

use redress::access::Act;
use redress::access::{Subject, SubjectKind};
use redress_store::desk::work::issue::KeptIssue;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::issue;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Naming it anew.
pub struct NameIssue {
    issue: KeptIssue,
}

impl Deed for NameIssue {
    const PATH: &'static str = "/desk/issues/{issue}/title";
    const TITLE: &'static str = "Give the issue another title";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Title", Ask::Line).hint("The public reads it from the next publication on"),
        Field::new("revision", "The version that you saw", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<NameIssue, Failure> {
        Ok(NameIssue { issue: issue::load(context, keys.number("issue")?).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.issue.title.clone()).back(format!("/desk/issues/{}", self.issue.id))
    }

    fn possible(&self) -> bool {
        self.issue.became.is_none()
    }

    fn impossible(&self) -> String {
        "The issue was merged or split. What is left of it keeps the title that it had".into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "title" => vec![self.issue.title.clone()],
            "revision" => vec![self.issue.revision.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let title = filled.get("title");
        safe_words::names_nobody("title", title)?;
        safe_words::safe(context, &desk.planned_items_of_issue(self.issue.id).await?, "title", title).await?;
        let seen = KeptIssue { revision: filled.number("revision").unwrap_or(-1), ..self.issue.clone() };
        if seen.revision != self.issue.revision || !desk.name_issue(&seen, title, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
