//! An account: a person, who gets a letter to set a password, or a program, which gets tokens.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::{Kind, NewAccount};
use serde_json::json;

use super::send_link;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Adding an account.
pub struct AddAccount {
    members: Vec<(i64, String)>,
}

const KINDS: &[(&str, &str)] = &[("person", "A person, who signs in"), ("service", "A program, which has tokens and cannot sign in")];

impl Deed for AddAccount {
    const PATH: &'static str = "/desk/accounts/add";
    const TITLE: &'static str = "Add an account";
    const ACT: Act = Act::KeepAccounts;
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "Whose account it is", Ask::One(KINDS)),
        Field::new("full_name", "Full name", Ask::Line).hint("What pages and the journal call the person or program"),
        Field::new("email", "E-mail address", Ask::Email).hint("For a person, who signs in with it").optional(),
        Field::new("name", "Short name", Ask::Line).hint("For a program, such as finance-feed").optional(),
        Field::new("member", "The member who the person is", Ask::OneOf).optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<AddAccount, Failure> {
        Ok(AddAccount { members: context.desk.desk.members().await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Account)).back("/desk/accounts")
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "member" => self.members.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let service = filled.get("kind") == "service";
        let (kind, field) = if service { (Kind::Service, "name") } else { (Kind::Person, "email") };
        let missing = if service { "A program needs a short name" } else { "A person needs an e-mail address" };
        let Some(name) = filled.words(field) else { return Err(Undone::wrong(field, missing)) };
        if service && filled.words("email").is_some() {
            return Err(Undone::wrong("email", "A program gets no letters: leave the e-mail address out"));
        }
        if service && filled.words("member").is_some() {
            return Err(Undone::wrong("member", "A program is no member"));
        }
        let full_name = filled.get("full_name");
        let new = NewAccount { name: &name, full_name, email: (!service).then_some(name.as_str()), kind, member: filled.number("member") };
        let Some(id) = context.desk.desk.open_account(&context.act(), new).await? else {
            return Err(Undone::wrong(field, "There is an account of this name, open or closed"));
        };
        let to = format!("/desk/accounts/{id}");
        match context.desk.desk.account(id).await?.filter(|_| !service) {
            Some(account) => send_link::send(context, &account, to).await,
            None => Ok(Done::made(to, json!({ "account": id }))),
        }
    }
}
