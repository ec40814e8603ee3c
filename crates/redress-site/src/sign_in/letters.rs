//! What the letters of signing in say. Only the link to set a password is a secret.

use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;
use redress_store::desk::outbox::Letter;

use crate::desk::DeskSite;

/// The address at which somebody sets a password.
pub fn reset_address(base: &str, token: &Secret) -> String {
    format!("{base}/desk/reset/{}", token.expose())
}

/// The link to set a password; none for somebody without an address.
pub fn reset(desk: &DeskSite, account: &Account, token: &Secret) -> Option<Letter> {
    let text = format!(
        "Somebody asked to set a new password for your account. If that was you, open this address within an hour:\n\n{}\n\n\
         It works once. If it was not you, do nothing: your password stays as it is.",
        reset_address(&desk.site.base, token)
    );
    letter(desk, account, "Set your password", &text, true)
}

/// The password was changed.
pub fn password_changed(desk: &DeskSite, account: &Account) -> Option<Letter> {
    let text = "Your password was changed, and every other browser was signed out.\n\n\
                If it was not you, tell whoever keeps the council's accounts at once.";
    letter(desk, account, "Your password was changed", text, false)
}

/// No code is asked for any more.
pub fn second_factor_off(desk: &DeskSite, account: &Account) -> Option<Letter> {
    let text = "Signing in to your account no longer asks for a code.\n\n\
                If it was not you, tell whoever keeps the council's accounts at once.";
    letter(desk, account, "Signing in no longer asks for a code", text, false)
}

fn letter(desk: &DeskSite, account: &Account, subject: &str, text: &str, holds_secret: bool) -> Option<Letter> {
    let to = account.email.clone()?;
    let authority = desk.site.authority();
    let body = format!("Dear {},\n\n{text}\n\n{authority}\n{}\n", account.full_name, desk.site.base);
    Some(Letter { to, subject: format!("{authority}: {subject}"), body, about: format!("account/{}", account.id), holds_secret })
}
