//! The last day on which somebody holds a post.

use maud::Markup;
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::appointment::Appointment;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::leaving;
use crate::desk::pages::account;
use crate::failure::Failure;

/// Ending a holding.
pub struct EndHolding {
    held: Appointment,
    today: jiff::civil::Date,
}

impl Deed for EndHolding {
    const PATH: &'static str = "/desk/holdings/{holding}/end";
    const TITLE: &'static str = "End the appointment";
    const ACT: Act = Act::KeepPosts;
    const FIELDS: &'static [Field] = &[Field::new("until", "Last day", Ask::Date).hint("The post is held on this day and no longer")];

    async fn load(context: &Context, keys: &Keys) -> Result<EndHolding, Failure> {
        let held = context.desk.desk.appointment(keys.number("holding")?).await?.ok_or(Failure::NotFound)?;
        Ok(EndHolding { held, today: context.now.date() })
    }

    /// Giving a post up is not taking one: whoever holds it may be the administrator.
    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Post))
            .caption(format!("{}: {}", self.held.full_name, self.held.title))
            .back(account::address(self.held.account_id))
    }

    fn given(&self, _: &str) -> Vec<String> {
        vec![redress::day::long(self.today)]
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let last = self.last(filled)?;
        let behind = self.behind(context, last).await?;
        Ok(if behind.is_empty() { None } else { Some(behind.markup()) })
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let last = self.last(filled)?;
        let behind = self.behind(context, last).await?;
        if !context.desk.desk.end_holding(&context.act(), self.held.id, last).await? {
            return Err(Undone::wrong("until", "The appointment ends on this day or before already"));
        }
        Ok(Done::made(self.about().back, serde_json::json!({ "left_behind": behind })))
    }
}

impl EndHolding {
    fn last(&self, filled: &Filled) -> Result<jiff::civil::Date, Undone> {
        let last = filled.date("until").ok_or_else(|| Undone::wrong("until", "Last day must be a real date"))?;
        if last.to_string() < self.held.from_date {
            return Err(Undone::wrong("until", "The last day is before the first"));
        }
        Ok(last)
    }

    async fn behind(&self, context: &Context, last: jiff::civil::Date) -> Result<leaving::Behind, Failure> {
        leaving::behind(context, self.held.account_id, &[(self.held.post_id, self.held.title.clone())], last).await
    }
}
