//! Merging an issue into another: its items and referrals move, and its address leads there for ever.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::issue::KeptIssue;
use redress_store::desk::work::issue_change::{Moving, Unmoved};

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::issue;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Merging.
pub struct MergeIssue {
    issue: KeptIssue,
    others: Vec<KeptIssue>,
}

impl Deed for MergeIssue {
    const PATH: &'static str = "/desk/issues/{issue}/merge";
    const TITLE: &'static str = "Merge it into another issue";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("into", "Into which issue", Ask::OneOf),
        Field::new("why", "Why", Ask::Line).hint("The public reads it where the issue is public"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<MergeIssue, Failure> {
        let issue = issue::load(context, keys.number("issue")?).await?;
        let others = context.desk.desk.issues().await?;
        Ok(MergeIssue { issue, others })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.issue.title.clone()).back(format!("/desk/issues/{}", self.issue.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        // Issues that ended are offered too: choosing one that leads back gets the reason why not.
        let words = |i: &KeptIssue| (i.id.to_string(), format!("{} ({})", i.title, i.id));
        if field == "into" { self.others.iter().map(words).collect() } else { Vec::new() }
    }

    fn possible(&self) -> bool {
        self.issue.became.is_none()
    }

    fn impossible(&self) -> String {
        "This issue was merged or split already".into()
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let into = self.target(context, filled).await?;
        Ok(Some(html! {
            p.govuk-body { "Every item, referral and earlier meeting of “" (self.issue.title) "” goes into “" (into.title) "”. This cannot be undone; the other issue can be split." }
            @if self.public(context).await? {
                p.govuk-body { "It is public: the change goes out at once, and the old address leads to the other issue." }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let into = self.target(context, filled).await?;
        let why = filled.get("why");
        let office = office(context);
        let moving = Moving { on: context.now.date(), why, office: &office };
        match context.desk.desk.merge_issues(&self.issue, &into, moving, &context.act()).await {
            Ok(made) => {
                context.desk.carry_over().await?;
                Ok(Done::made(format!("/desk/issues/{}", into.id), serde_json::json!({ "issue": into.id, "published": made })))
            }
            Err(Unmoved::Wrong(wrong)) => Err(Undone::fields(Self::FIELDS, vec![wrong])),
            Err(Unmoved::Store(error)) => Err(Undone::Failed(error.into())),
        }
    }
}

impl MergeIssue {
    async fn public(&self, context: &Context) -> Result<bool, Undone> {
        Ok(context.desk.desk.issue_stands(self.issue.id).await?)
    }

    async fn target(&self, context: &Context, filled: &Filled) -> Result<KeptIssue, Undone> {
        let desk = &context.desk.desk;
        let id = filled.number("into");
        let into = self.others.iter().find(|i| Some(i.id) == id).ok_or_else(|| Undone::wrong("into", "Choose one of those in the list"))?;
        if into.became.is_some() || into.id == self.issue.id {
            let ring = into.id == self.issue.id || desk.issue_addresses().await?.leads_to(&into.id.to_string(), &self.issue.id.to_string());
            return Err(Undone::wrong(
                "into",
                if ring {
                    "The addresses would run in a ring. Choose an issue that does not lead back here"
                } else {
                    "That issue was merged or split itself. Choose the one in which it goes on"
                },
            ));
        }
        if self.public(context).await? && !desk.issue_stands(into.id).await? {
            return Err(Undone::wrong(
                "into",
                "This issue is public and the other is not: publish the other first, so that the address leads somewhere",
            ));
        }
        safe_words::names_nobody("why", filled.get("why"))?;
        let items = desk.planned_items_of_issue(self.issue.id).await?;
        safe_words::safe(context, &items, "into", &into.title).await?;
        safe_words::safe(context, &items, "why", filled.get("why")).await?;
        Ok(into.clone())
    }
}
