//! Cover for leave: somebody else has the post's role for a while, beside its holder.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::post::Cover;
use redress_store::desk::account::appointment::Appointment;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::account;
use crate::failure::Failure;

/// Arranging cover.
pub struct ArrangeCover {
    held: Appointment,
    people: Vec<(i64, String)>,
    /// Who is to cover, where it was said.
    covering: Option<i64>,
}

impl Deed for ArrangeCover {
    const PATH: &'static str = "/desk/holdings/{holding}/cover";
    const TITLE: &'static str = "Arrange cover";
    const ACT: Act = Act::KeepPosts;
    const FIELDS: &'static [Field] = &[
        Field::new("account", "Who covers", Ask::OneOf),
        Field::new("from", "First day", Ask::Date),
        Field::new("until", "Last day", Ask::Date),
        Field::new("reason", "Why", Ask::Line).hint("For example, annual leave"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ArrangeCover, Failure> {
        let desk = &context.desk.desk;
        let held = desk.appointment(keys.number("holding")?).await?.ok_or(Failure::NotFound)?;
        let covering = keys.all("account").first().and_then(|account| account.trim().parse().ok());
        Ok(ArrangeCover { held, people: desk.people().await?, covering })
    }

    fn about(&self) -> About {
        let post = Subject::new(SubjectKind::Post);
        let post = match self.covering {
            Some(account) => post.by(account),
            None => post,
        };
        About::of(post).caption(format!("{}: {}", self.held.full_name, self.held.title)).back(account::address(self.held.account_id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "While the cover runs, both have the role of the post. What needs two people can then be done by the two of them." } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let others = self.people.iter().filter(|(id, _)| *id != self.held.account_id);
        if field == "account" { others.map(|(id, name)| (id.to_string(), name.clone())).collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let Some(account) = filled.number("account") else { return Err(Undone::wrong("account", "Choose who covers")) };
        let Some(from) = filled.date("from") else { return Err(Undone::wrong("from", "First day must be a real date")) };
        let Some(until) = filled.date("until") else { return Err(Undone::wrong("until", "Last day must be a real date")) };
        let cover = Cover { post: self.held.post_id, account, from, until, reason: filled.get("reason").into() };
        let holdings: Vec<_> = desk.appointments().await?.iter().filter_map(Appointment::holding).collect();
        let wrong = cover.check(&desk.posts_with_roles().await?, &holdings);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let id = desk.arrange_cover(&context.act(), cover.post, account, (from, until), &cover.reason).await?;
        Ok(Done::made(account::address(account), serde_json::json!({ "cover": id })))
    }
}
