//! Splitting an issue in two: each item goes to one part, and the old address shows both.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::issue::{KeptIssue, RecordedItem};
use redress_store::desk::work::issue_change::{Moving, Part, Unmoved};
use redress_store::desk::work::item::PlannedItem;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{issue, item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Splitting.
pub struct SplitIssue {
    issue: KeptIssue,
    planned: Vec<(PlannedItem, String)>,
    recorded: Vec<RecordedItem>,
}

impl Deed for SplitIssue {
    const PATH: &'static str = "/desk/issues/{issue}/split";
    const TITLE: &'static str = "Split the issue";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("first_title", "Title of the first part", Ask::Line),
        Field::new("first_items", "Items that go to the first part", Ask::AnyOf),
        Field::new("second_title", "Title of the second part", Ask::Line),
        Field::new("second_items", "Items that go to the second part", Ask::AnyOf)
            .hint("Each item goes to one part. A part can be split again"),
        Field::new("why", "Why", Ask::Line).hint("The public reads it where the issue is public"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SplitIssue, Failure> {
        let desk = &context.desk.desk;
        let issue = issue::load(context, keys.number("issue")?).await?;
        let mut planned = Vec::new();
        for one in desk.planned_items_of_issue(issue.id).await? {
            let held = desk.planned_meeting(one.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
            let shown = item::veiled(context, one).await?;
            let words = format!("{}, item {}", meeting::title(&held), item::title(&shown));
            planned.push((shown, words));
        }
        let recorded = desk.recorded_items_of_issue(issue.id).await?;
        Ok(SplitIssue { issue, planned, recorded })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.issue.title.clone()).back(format!("/desk/issues/{}", self.issue.id))
    }

    fn possible(&self) -> bool {
        self.issue.became.is_none() && self.planned.len() + self.recorded.len() > 1
    }

    fn impossible(&self) -> String {
        if self.issue.became.is_some() {
            return "This issue was merged or split already".into();
        }
        "An issue with fewer than two items cannot be split".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "first_items" | "second_items" => {
                let planned = self.planned.iter().map(|(i, words)| (i.id.to_string(), words.clone()));
                planned.chain(self.recorded.iter().map(|r| (format!("record-{}", r.id), issue::recorded_words(r)))).collect()
            }
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.parts(context, filled).await?;
        let public = context.desk.desk.issue_stands(self.issue.id).await?;
        Ok(Some(html! {
            p.govuk-body { "Two issues are opened, and the items go there with the referrals that they made. The old issue stays as a page that leads to both." }
            @if public { p.govuk-body { "It is public: both parts, with their titles, and the reason go out at once." } }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let parts = self.parts(context, filled).await?;
        let office = office(context);
        let moving = Moving { on: context.now.date(), why: filled.get("why"), office: &office };
        match context.desk.desk.split_issue(&self.issue, &parts, moving, &context.act()).await {
            Ok((issues, made)) => {
                context.desk.carry_over().await?;
                Ok(Done::made(self.about().back, serde_json::json!({ "issues": issues, "published": made })))
            }
            Err(Unmoved::Wrong(wrong)) => Err(Undone::fields(Self::FIELDS, vec![wrong])),
            Err(Unmoved::Store(error)) => Err(Undone::Failed(error.into())),
        }
    }
}

impl SplitIssue {
    async fn parts(&self, context: &Context, filled: &Filled) -> Result<Vec<Part>, Undone> {
        let mut parts = Vec::new();
        for (title, items) in [("first_title", "first_items"), ("second_title", "second_items")] {
            let chosen = filled.all(items);
            let planned: Vec<PlannedItem> =
                self.planned.iter().map(|(i, _)| i).filter(|i| chosen.contains(&i.id.to_string())).cloned().collect();
            let recorded = self.recorded.iter().map(|r| r.id).filter(|id| chosen.contains(&format!("record-{id}"))).collect();
            safe_words::names_nobody(title, filled.get(title))?;
            safe_words::safe(context, &planned, title, filled.get(title)).await?;
            parts.push(Part { title: filled.get(title).into(), planned: planned.iter().map(|i| i.id).collect(), recorded });
        }
        let (first, second) = (filled.all("first_items"), filled.all("second_items"));
        if let Some(twice) = first.iter().find(|item| second.contains(item)) {
            let words = self.offered("first_items").into_iter().find(|(id, _)| id == twice).map(|(_, words)| words).unwrap_or_default();
            return Err(Undone::wrong("second_items", format!("This item is in both parts; leave it in one: {words}")));
        }
        if let Some((_, words)) = self.offered("first_items").into_iter().find(|(id, _)| !first.contains(id) && !second.contains(id)) {
            return Err(Undone::wrong("second_items", format!("This item is in neither part: {words}")));
        }
        let planned: Vec<PlannedItem> = self.planned.iter().map(|(i, _)| i.clone()).collect();
        safe_words::names_nobody("why", filled.get("why"))?;
        safe_words::safe(context, &planned, "why", filled.get("why")).await?;
        Ok(parts)
    }
}
