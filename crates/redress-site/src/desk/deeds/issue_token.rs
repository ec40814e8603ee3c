//! A token for a program: what it may be used for, until when. It is shown once and kept nowhere.

use std::collections::BTreeSet;

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::counting::{Period, not_later_than_after, plus};
use redress::reader::Scope;
use redress_store::desk::account::Account;
use redress_store::desk::account::token::NewToken;
use serde_json::json;

use crate::clock;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::account;
use crate::failure::Failure;
use crate::sign_in::random;

/// Issuing a token.
pub struct IssueToken {
    account: Account,
    today: jiff::civil::Date,
}

/// The longest that a token lasts.
const LONGEST: Period = Period::Months(36);
/// How long it lasts where nobody says otherwise.
const USUAL: Period = Period::Months(12);

const SCOPES: &[(&str, &str)] = &[
    ("read", "Read the working record"),
    ("cases", "Cases: the Ombudsman’s papers and what follows from them"),
    ("meetings", "Meetings, items, papers, decisions, minutes"),
    ("restrict", "Restrictions and embargoes"),
    ("publish", "Publish and withdraw"),
    ("administer", "Accounts, posts, settings"),
];

impl Deed for IssueToken {
    const PATH: &'static str = "/desk/accounts/{account}/tokens/issue";
    const TITLE: &'static str = "Issue a token";
    const ACT: Act = Act::IssueToken;
    const FIELDS: &'static [Field] = &[
        Field::new("name", "What it is for", Ask::Line).hint("For example, nightly copy of the ledger"),
        Field::new("scopes", "What it may be used for", Ask::Any(SCOPES))
            .hint("It narrows what the program’s posts allow, and never widens it"),
        Field::new("expires_on", "Last day on which it works", Ask::Date),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<IssueToken, Failure> {
        Ok(IssueToken { account: account::open(context, keys).await?, today: context.now.date() })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Account).by(self.account.id))
            .caption(self.account.full_name.clone())
            .back(account::address(self.account.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "The token is shown once. Whoever has it can do what it is for, so give it to nobody but the program." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let year = not_later_than_after(self.today, USUAL);
        if field == "expires_on" { year.map(redress::day::long).into_iter().collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(last) = filled.date("expires_on") else { return Err(Undone::wrong("expires_on", "Last day must be a real date")) };
        let latest = not_later_than_after(self.today, LONGEST).unwrap_or(self.today);
        if last < self.today || last > latest {
            return Err(Undone::wrong("expires_on", format!("The last day must be from today to {}", redress::day::long(latest))));
        }
        let expires_at = plus(last, 1).and_then(|day| clock::instant(day.to_datetime(jiff::civil::Time::midnight())));
        let Some(expires_at) = expires_at else { return Err(Undone::wrong("expires_on", "Last day must be a real date")) };
        let scopes: BTreeSet<Scope> = filled.all("scopes").iter().filter_map(|word| Scope::of_word(word)).collect();
        let token = random::secret()?;
        let new = NewToken { account: self.account.id, name: filled.get("name"), scopes: &scopes, token: &token, expires_at };
        let Some(id) = context.desk.desk.issue_token(&context.act(), new).await? else {
            return Err(Undone::wrong("", "Only a program has tokens: a person signs in"));
        };
        let shown = html! {
            p.govuk-body { "This is the token of " (self.account.full_name) ". Copy it now: it is shown this once." }
            p.govuk-body { code { (token.expose()) } }
        };
        Ok(Done::shown(self.about().back, json!({ "token": id, "secret": token.expose(), "expires_at": expires_at.to_string() }), shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_can_be_chosen() {
        let words: Vec<&str> = SCOPES.iter().map(|(word, _)| *word).collect();
        assert_eq!(words, Scope::ALL.map(Scope::word));
    }
}
