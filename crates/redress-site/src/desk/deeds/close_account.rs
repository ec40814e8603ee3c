//! Closing an account: its sessions end, its tokens are revoked, its name stays on record.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::Account;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::leaving;
use crate::desk::pages::account;
use crate::failure::Failure;

/// Closing an account.
pub struct CloseAccount {
    account: Account,
}

impl Deed for CloseAccount {
    const PATH: &'static str = "/desk/accounts/{account}/close";
    const TITLE: &'static str = "Close the account";
    const ACT: Act = Act::KeepAccounts;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, keys: &Keys) -> Result<CloseAccount, Failure> {
        Ok(CloseAccount { account: account::open(context, keys).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Account).by(self.account.id))
            .caption(self.account.full_name.clone())
            .back(account::address(self.account.id))
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "It is closed for good. Every browser is signed out at once, and every token is revoked. The journal keeps the name." }
        }
    }

    async fn consequences(&self, context: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        let behind = self.behind(context).await?;
        Ok(if behind.is_empty() { None } else { Some(behind.markup()) })
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        // A council whose only administrator closed the own account could open none.
        if self.account.id == context.account() {
            return Err(Undone::wrong("", "You are signed in with this account: another administrator must close it"));
        }
        let behind = self.behind(context).await?;
        context.desk.desk.close_account(&context.act(), self.account.id).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "left_behind": behind })))
    }
}

impl CloseAccount {
    async fn behind(&self, context: &Context) -> Result<leaving::Behind, Failure> {
        let today = context.now.date();
        let held = context.desk.desk.posts_of(self.account.id, today).await?;
        let posts: Vec<(i64, String)> = held.into_iter().map(|h| (h.post_id, h.title)).collect();
        leaving::behind(context, self.account.id, &posts, today).await
    }
}
