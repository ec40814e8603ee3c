//! Showing a review to a member who asks to see the earlier cases: by name, with the reason, until a day.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::review::{self, Loaded, members_today};
use crate::failure::Failure;

/// Showing a review.
pub struct ShowReview {
    loaded: Loaded,
    members: Vec<(i64, String)>,
}

impl Deed for ShowReview {
    const PATH: &'static str = "/desk/reviews/{review}/show-to";
    const TITLE: &'static str = "Show the review to a member";
    const ACT: Act = Act::KeepReview;
    const FIELDS: &'static [Field] = &[
        Field::new("member", "Member", Ask::OneOf).hint("Members and co-opted members with an account"),
        Field::new("why", "Why they need to see it", Ask::Text).hint("Such as: People Scrutiny asked on 8 October 2019 to see the cases"),
        Field::new("until", "Until", Ask::Date),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ShowReview, Failure> {
        let loaded = review::load(context, keys.number("review")?).await?;
        let ids = members_today(context).await?;
        let members = context.desk.desk.people().await?.into_iter().filter(|(id, _)| ids.contains(id)).collect();
        Ok(ShowReview { loaded, members })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { "No member has an account here: an administrator opens one and appoints its holder." } } }
    }

    fn possible(&self) -> bool {
        !self.members.is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "member" => self.members.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let (member, until) = self.read(context, filled)?;
        let name = self.members.iter().find(|(id, _)| *id == member).map_or("", |(_, name)| name.as_str());
        Ok(Some(html! {
            p.govuk-body { (name) " may read this page and the agreed actions and papers of its cases until " (redress::day::with_weekday(until)) ". Each opening is written down." }
            p.govuk-body { "What an embargo covers stays closed to them, and so does the rest of the desk." }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (member, until) = self.read(context, filled)?;
        context.desk.desk.show_review(self.loaded.kept.id, member, filled.get("why"), until, &context.act()).await?;
        Ok(Done::at(self.loaded.address()))
    }
}

impl ShowReview {
    fn read(&self, context: &Context, filled: &Filled) -> Result<(i64, Date), Undone> {
        let member = filled.number("member").ok_or_else(|| Undone::wrong("member", "Member: choose one"))?;
        let until = filled.date("until").filter(|until| *until >= context.now.date());
        Ok((member, until.ok_or_else(|| Undone::wrong("until", "Until must be today or a later day"))?))
    }
}
