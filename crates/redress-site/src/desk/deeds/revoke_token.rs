//! Revoking a token: it stops working at once.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::Account;
use redress_store::desk::account::token::AccessToken;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::pages::account;
use crate::failure::Failure;

/// Revoking a token.
pub struct RevokeToken {
    account: Account,
    token: AccessToken,
}

impl Deed for RevokeToken {
    const PATH: &'static str = "/desk/accounts/{account}/tokens/{token}/revoke";
    const TITLE: &'static str = "Revoke the token";
    const ACT: Act = Act::IssueToken;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, keys: &Keys) -> Result<RevokeToken, Failure> {
        let account = account::load(context, keys).await?;
        let number = keys.number("token")?;
        let token = context.desk.desk.tokens(account.id).await?.into_iter().find(|t| t.id == number).ok_or(Failure::NotFound)?;
        Ok(RevokeToken { account, token })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Account).by(self.account.id))
            .caption(format!("{}: {}", self.account.full_name, self.token.name))
            .back(account::address(self.account.id))
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        if !context.desk.desk.revoke_token(&context.act(), self.token.id).await? {
            return Err(Undone::wrong("", "This token was revoked already"));
        }
        Ok(Done::at(self.about().back))
    }
}
