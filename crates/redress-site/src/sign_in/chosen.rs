//! A password that somebody chooses: typed twice, and held to the rule.

use redress::sign_in::password::{Door, LONGEST, SHORTEST, Weakness, weakness};
use redress_store::desk::account::Account;

use super::breached;
use super::sent::Sent;
use crate::desk::DeskSite;
use crate::pages::asked::Problem;

/// What the page says of the rule before anything is typed.
pub const HINT: &str = "At least 12 characters. Three or four words that do not belong together are good; digits and signs are not needed";

/// What is wrong with the fields `new` and `again`.
pub fn problems(desk: &DeskSite, account: &Account, sent: &Sent) -> Vec<Problem> {
    let (new, again) = (sent.secret("new"), sent.secret("again"));
    let door = Door { full_name: &account.full_name, name: &account.name, authority: &desk.site.authority() };
    if new.expose().is_empty() {
        return vec![wrong("new", "Enter a new password".into())];
    }
    if let Some(weakness) = weakness(new.expose(), door, breached::list()) {
        return vec![wrong("new", words(weakness))];
    }
    if new != again {
        return vec![wrong("again", "The two passwords are not the same. Enter both again".into())];
    }
    Vec::new()
}

fn wrong(field: &'static str, message: String) -> Problem {
    Problem { field, value: String::new(), message }
}

fn words(weakness: Weakness) -> String {
    match weakness {
        Weakness::Short => format!("Password must have {SHORTEST} characters or more"),
        Weakness::Long => format!("Password must have {LONGEST} characters or fewer"),
        Weakness::Common => "This password is one that everybody tries. Choose words that do not belong together".into(),
        Weakness::Yours => "This password is made of your name or the council's. Choose words that do not belong together".into(),
    }
}
