//! A new link with which somebody sets a password: by letter, and where the site sends none, shown once to hand over.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::Account;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::pages::account;
use crate::failure::Failure;
use crate::sign_in::{letters, random};

/// Sending a link.
pub struct SendLink {
    account: Account,
}

impl Deed for SendLink {
    const PATH: &'static str = "/desk/accounts/{account}/link";
    const TITLE: &'static str = "Send a link to set a password";
    const ACT: Act = Act::KeepAccounts;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, keys: &Keys) -> Result<SendLink, Failure> {
        Ok(SendLink { account: account::open(context, keys).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Account).by(self.account.id))
            .caption(self.account.full_name.clone())
            .back(account::address(self.account.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "The link works once, for an hour. Setting a password with it signs every browser of this person out, and a letter tells them." } }
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        if self.account.kind != "person" {
            return Err(Undone::wrong("", "A program does not sign in: it has tokens"));
        }
        send(context, &self.account, self.about().back).await
    }
}

/// Makes a link and puts its letter in the outbox.
pub async fn send(context: &Context, account: &Account, to: String) -> Result<Done, Undone> {
    let desk = &context.desk;
    let token = random::secret()?;
    let letter = letters::reset(desk, account, &token);
    desk.desk.ask_reset(&context.act(), account.id, &token, letter.as_ref()).await?;
    let by_letter = letter.is_some() && desk.sign_in.mail.is_some();
    let made = json!({ "account": account.id, "by_letter": by_letter });
    if by_letter {
        return Ok(Done::made(to, made));
    }
    let link = letters::reset_address(&desk.site.base, &token);
    let shown = html! {
        p.govuk-body { "This site sends no e-mail. Give " (account.full_name) " this address, by a way that nobody else reads. It is shown once, works once, for an hour:" }
        p.govuk-body { code { (link) } }
    };
    // A program is not handed the key to a person's account.
    Ok(if context.visitor.by_token { Done::made(to, made) } else { Done::shown(to, made, shown) })
}
