//! Publishing an issue: its title, the public items that belong to it, its referrals with both ends, what bodies said of it.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::public::{Kind, address};
use redress_store::desk::work::issue::KeptIssue;
use redress_store::desk::work::issue_change::Moving;
use redress_store::desk::work::issue_publication::IssueProposal;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::issue;
use crate::desk::safe_words;
use crate::failure::Failure;
use crate::layout::journey;

/// Publishing.
pub struct PublishIssue {
    issue: KeptIssue,
    proposal: Option<IssueProposal>,
    mark: String,
}

impl Deed for PublishIssue {
    const PATH: &'static str = "/desk/issues/{issue}/publish";
    const TITLE: &'static str = "Publish the issue";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("reason", "Why it is published now", Ask::Line).hint("The public reads this in the log of publications"),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishIssue, Failure> {
        let issue = issue::load(context, keys.number("issue")?).await?;
        let proposal = match issue.became {
            None => context.desk.desk.propose_issue(&issue, context.now.datetime()).await?,
            Some(_) => None,
        };
        let mark = proposal.as_ref().map(IssueProposal::mark).transpose()?.unwrap_or_default();
        Ok(PublishIssue { issue, proposal, mark })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.issue.title.clone()).back(format!("/desk/issues/{}", self.issue.id))
    }

    fn before(&self) -> Markup {
        let Some(proposal) = &self.proposal else { return html! {} };
        html! {
            h2.govuk-heading-m { "What the public will see" }
            h3.govuk-heading-s { (proposal.issue.title) }
            ul.govuk-list.govuk-list--bullet {
                @for (_, key, title) in &proposal.items { li { a.govuk-link href=(address(Kind::Item, key)) { (title) } } }
            }
            @if let Some(own) = &proposal.issue.journey { (journey::besides_items(own)) }
            p.govuk-body { "Items that are not public yet, and what an embargo covers, are left out: publish again when that has changed." }
        }
    }

    fn possible(&self) -> bool {
        self.proposal.is_some()
    }

    fn impossible(&self) -> String {
        match self.issue.became {
            Some(_) => "This issue was merged or split. What is public of it was changed then".into(),
            None => "No item of this issue is public yet. Publish one with its meeting first".into(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "previewed" { vec![self.mark.clone()] } else { Vec::new() }
    }

    async fn consequences(&self, _: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.ready(filled)?;
        Ok(Some(html! {
            p.govuk-body { "This goes out. It stays in the log of publications even where it is withdrawn or corrected later." }
            (self.before())
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.ready(filled)?;
        let office = office(context);
        let moving = Moving { on: context.now.date(), why: filled.get("reason"), office: &office };
        let desk = &context.desk.desk;
        let items = desk.planned_items_of_issue(self.issue.id).await?;
        safe_words::safe(context, &items, "reason", filled.get("reason")).await?;
        match desk.publish_issue(&self.issue, context.now.datetime(), filled.get("previewed"), moving, &context.act()).await? {
            None => Err(stale()),
            Some(made) if made.is_empty() => Err(Undone::wrong("reason", "Nothing that the public sees would change")),
            Some(made) => {
                context.desk.carry_over().await?;
                Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
            }
        }
    }
}

fn stale() -> Undone {
    Undone::wrong("reason", "The issue changed since the preview was made. Look at the preview again, then publish")
}

impl PublishIssue {
    fn ready(&self, filled: &Filled) -> Result<(), Undone> {
        safe_words::names_nobody("reason", filled.get("reason"))?;
        if filled.get("previewed") != self.mark {
            return Err(stale());
        }
        let Some(proposal) = &self.proposal else { return Ok(()) };
        let words = proposal.issue.journey.as_deref().map(|j| j.words()).unwrap_or_default();
        for text in words.into_iter().chain([proposal.issue.title.as_str()]) {
            if !redress::person_in_case::find(text).is_empty() {
                return Err(Undone::wrong("reason", format!("These words seem to name a person. Change them first: “{text}”")));
            }
        }
        Ok(())
    }
}
