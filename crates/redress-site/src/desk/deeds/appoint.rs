//! Appointing somebody to a post that is on record or is made now. The post gives its role from the first day on.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::post::{Holding, Post};
use redress::reader::Role;
use redress_store::desk::account::Account;
use redress_store::desk::account::post::Days;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::account;
use crate::failure::Failure;

/// Every role, as choices.
pub const ROLES: &[(&str, &str)] = &[
    ("link_officer", "Link officer"),
    ("monitoring_officer", "Monitoring officer"),
    ("deputy_monitoring_officer", "Deputy monitoring officer"),
    ("democratic_services", "Democratic services officer"),
    ("report_author", "Report author"),
    ("clearance_officer", "Clearance officer"),
    ("service_director", "Service director"),
    ("chief_executive", "Chief executive"),
    ("member", "Member"),
    ("co_opted_member", "Co-opted member"),
    ("auditor", "Auditor"),
    ("administrator", "Administrator"),
];

/// Appointing to a post.
pub struct Appoint {
    account: Account,
    posts: Vec<Post>,
    standing: Vec<Holding>,
    today: jiff::civil::Date,
}

impl Deed for Appoint {
    const PATH: &'static str = "/desk/accounts/{account}/appoint";
    const TITLE: &'static str = "Appoint to a post";
    const ACT: Act = Act::KeepPosts;
    const FIELDS: &'static [Field] = &[
        Field::new("post", "Post", Ask::OneOf).hint("Or leave this, and say below which post is made").optional(),
        Field::new("title", "Title of a new post", Ask::Line).hint("For example, Head of Legal Services").optional(),
        Field::new("role", "What a new post lets its holder do", Ask::One(ROLES)).optional(),
        Field::new("area", "What a new post clears, or the service that it answers for", Ask::Line)
            .hint("For example, legal, finance, housing")
            .optional(),
        Field::new("from", "First day", Ask::Date),
        Field::new("until", "Last day", Ask::Date).hint("Leave empty until further notice").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Appoint, Failure> {
        let account = account::open(context, keys).await?;
        let desk = &context.desk.desk;
        let standing = desk.appointments().await?.iter().filter_map(|held| held.holding()).collect();
        Ok(Appoint { account, posts: desk.posts_with_roles().await?, standing, today: context.now.date() })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Post).by(self.account.id))
            .caption(self.account.full_name.clone())
            .back(account::address(self.account.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "A person has the roles of the posts held on the day, and no other." } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "post" => self.posts.iter().map(|post| (post.id.to_string(), words(post))).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "from" { vec![redress::day::long(self.today)] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(from) = filled.date("from") else { return Err(Undone::wrong("from", "First day must be a real date")) };
        let until = filled.date("until");
        let (known, new) = self.post(filled)?;
        let holding = Holding { post: known.unwrap_or(0), account: self.account.id, from, until };
        let posts: Vec<Post> = self.posts.iter().cloned().chain(new.iter().cloned()).collect();
        let wrong = holding.check(&posts, &self.standing);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let desk = &context.desk.desk;
        let post = match &new {
            Some(new) => desk.make_post(&context.act(), &new.title, new.role, new.area.as_deref()).await?,
            None => holding.post,
        };
        let id = desk.appoint(&context.act(), post, self.account.id, Days { from, until }).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "holding": id, "post": post })))
    }
}

impl Appoint {
    /// The number of the post that is on record, or else the post to make, which has none yet.
    fn post(&self, filled: &Filled) -> Result<(Option<i64>, Option<Post>), Undone> {
        let new = ["title", "role", "area"].iter().any(|name| filled.words(name).is_some());
        match filled.number("post") {
            Some(_) if new => Err(Undone::wrong("post", "Choose a post or describe a new one, not both")),
            Some(post) => Ok((Some(post), None)),
            None => {
                let Some(role) = Role::of_word(filled.get("role")) else {
                    return Err(Undone::wrong("role", "Choose a post, or say what a new one lets its holder do"));
                };
                let title = filled.words("title").unwrap_or_else(|| role.words().into());
                let area = filled.words("area");
                let same = self.posts.iter().find(|p| p.title == title && p.role == role && p.area == area);
                match same {
                    Some(post) => Ok((Some(post.id), None)),
                    None => Ok((None, Some(Post { id: 0, title, role, area }))),
                }
            }
        }
    }
}

fn words(post: &Post) -> String {
    let role = post.role.words();
    let title = if post.title == role { post.title.clone() } else { format!("{} ({})", post.title, role.to_lowercase()) };
    match &post.area {
        Some(area) => format!("{title}, {area}"),
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_can_be_chosen_with_its_own_words() {
        let all: Vec<(&str, &str)> = Role::ALL.iter().map(|role| (role.word(), role.words())).collect();
        assert_eq!(ROLES, all);
    }
}
