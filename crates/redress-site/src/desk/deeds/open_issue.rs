//! Opening an issue from an item or from the items that consider a case.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case, item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Opening an issue.
pub struct OpenIssue {
    from_item: Option<i64>,
    from_case: Option<i64>,
    title: String,
    /// The items that can go into it, as lists show them.
    items: Vec<(PlannedItem, String)>,
}

impl Deed for OpenIssue {
    const PATH: &'static str = "/desk/issues/create";
    const TITLE: &'static str = "Open an issue";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Title", Ask::Line)
            .hint("The public reads it once an item of the issue is published. While an embargo stands it must not say what it is about"),
        Field::new("items", "Items in it", Ask::AnyOf).hint("Later items are put in from their own pages").optional(),
        Field::new("item", "The item that it is opened from", Ask::Carried).optional(),
        Field::new("case", "The case that it is opened from", Ask::Carried).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<OpenIssue, Failure> {
        let desk = &context.desk.desk;
        let number = |name| keys.all(name).first().and_then(|v| v.parse::<i64>().ok());
        let (from_item, from_case) = (number("item"), number("case"));
        let mut found = Vec::new();
        if let Some(id) = from_item {
            found.push(desk.planned_item(id).await?.ok_or(Failure::NotFound)?);
        }
        if let Some(id) = from_case {
            case::load(context, id).await?;
            found.extend(desk.items_of_case(id).await?);
        }
        found.dedup_by_key(|i| i.id);
        let (mut items, mut title) = (Vec::new(), String::new());
        for one in found.into_iter().filter(|i| i.issue_id.is_none()) {
            if title.is_empty() {
                title = safe_words::title(context, &one).await?;
            }
            let held = desk.planned_meeting(one.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
            let shown = item::veiled(context, one).await?;
            let words = format!("{}, item {}", meeting::title(&held), item::title(&shown));
            items.push((shown, words));
        }
        Ok(OpenIssue { from_item, from_case, title, items })
    }

    fn about(&self) -> About {
        let back = self.from_item.map_or("/desk/issues".into(), |id| format!("/desk/items/{id}"));
        About::of(Subject::new(SubjectKind::Item)).back(back)
    }

    fn possible(&self) -> bool {
        // Without an item or a case it is opened empty; an item that has an issue goes into no second one.
        !self.items.is_empty() || (self.from_item.is_none() && self.from_case.is_none())
    }

    fn impossible(&self) -> String {
        match self.from_item {
            Some(_) => "The item belongs to an issue already".into(),
            None => "No item that considers this case is free: each belongs to an issue, or there is none".into(),
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "items" { self.items.iter().map(|(i, words)| (i.id.to_string(), words.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "title" => vec![self.title.clone()],
            "items" => self.items.iter().map(|(i, _)| i.id.to_string()).collect(),
            "item" => self.from_item.iter().map(i64::to_string).collect(),
            "case" => self.from_case.iter().map(i64::to_string).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let chosen = filled.all("items");
        let alone = chosen.is_empty() && self.from_item.is_some();
        let items: Vec<PlannedItem> =
            self.items.iter().map(|(i, _)| i).filter(|i| alone || chosen.contains(&i.id.to_string())).cloned().collect();
        let title = filled.get("title");
        safe_words::names_nobody("title", title)?;
        safe_words::safe(context, &items, "title", title).await?;
        let ids: Vec<i64> = items.iter().map(|i| i.id).collect();
        let issue = context.desk.desk.open_issue(title, &ids, &context.act()).await?;
        Ok(Done::made(format!("/desk/issues/{issue}"), serde_json::json!({ "issue": issue })))
    }
}
