//! Recording what a body said of a matter at its meeting, for the report to the next body.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Recording it.
pub struct RecordBodySaid {
    item: PlannedItem,
    meeting: PlannedMeeting,
    now: Option<String>,
}

impl Deed for RecordBodySaid {
    const PATH: &'static str = "/desk/items/{item}/comment";
    const TITLE: &'static str = "Record what the body said of it";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("said", "Decision or comments, in the body's own words", Ask::Text)
            .hint("The report to the next body has a section for it. The public reads it when the issue is published. Write None where it made no comment"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordBodySaid, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let mut now = context.desk.desk.comment_of(item.id).await?;
        if now.is_some() {
            context.may(Act::ReadPaper, &context.desk.desk.words_of_item(&item, SubjectKind::Decision, false).await?)?;
        }
        now = now.filter(|said| !said.is_empty());
        Ok(RecordBodySaid { item, meeting, now })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!("{}, item {}", meeting::title(&self.meeting), item::title(&self.item)))
            .back(format!("/desk/items/{}", self.item.id))
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "said" { self.now.iter().cloned().collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let held: jiff::civil::Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < held {
            return Err(Undone::wrong("said", "The meeting has not been held yet"));
        }
        safe_words::safe(context, std::slice::from_ref(&self.item), "said", filled.get("said")).await?;
        context.desk.desk.write_comment(self.item.id, filled.get("said"), &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
