//! A seat on a body: its holder reads what the body may.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::Account;
use redress_store::desk::account::post::Days;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::account;
use crate::failure::Failure;

/// Giving a seat.
pub struct GiveSeat {
    account: Account,
    bodies: Vec<(String, String)>,
}

impl Deed for GiveSeat {
    const PATH: &'static str = "/desk/accounts/{account}/seat";
    const TITLE: &'static str = "Give a seat on a body";
    const ACT: Act = Act::KeepPosts;
    const FIELDS: &'static [Field] = &[
        Field::new("body", "Body", Ask::OneOf),
        Field::new("from", "First day", Ask::Date).hint("To end a seat, give its first day again with the last one"),
        Field::new("until", "Last day", Ask::Date).hint("Leave empty until further notice").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<GiveSeat, Failure> {
        Ok(GiveSeat { account: account::open(context, keys).await?, bodies: context.desk.desk.body_slugs().await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Post).by(self.account.id))
            .caption(self.account.full_name.clone())
            .back(account::address(self.account.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "body" { self.bodies.clone() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(from) = filled.date("from") else { return Err(Undone::wrong("from", "First day must be a real date")) };
        let until = filled.date("until");
        if until.is_some_and(|until| until < from) {
            return Err(Undone::wrong("until", "The last day is before the first"));
        }
        if self.account.kind != "person" {
            return Err(Undone::wrong("body", "A program sits on no body"));
        }
        context.desk.desk.seat(&context.act(), self.account.id, filled.get("body"), Days { from, until }).await?;
        Ok(Done::at(self.about().back))
    }
}
