//! `redress user`: opens and closes accounts, appoints to posts, issues tokens and links. A secret is printed once.

use std::collections::BTreeSet;

use anyhow::Context;
use clap::{Args, Subcommand};
use jiff::SignedDuration;
use jiff::civil::Date;
use redress::reader::{Role, Scope};
use redress_store::desk::Desk;
use redress_store::desk::account::list::Wanted;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::token::NewToken;
use redress_store::desk::account::{Account, Kind, NewAccount};
use redress_store::desk::journal::Act;
use serde_json::json;

use super::place::Place;
use super::{Outcome, print};
use crate::clock;
use crate::sign_in::{letters, random};

/// Accounts, posts, tokens
#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    place: Place,
    /// The site's own address, for links
    #[arg(long, global = true, env = "REDRESS_BASE", default_value = "http://127.0.0.1:8080", value_name = "URL")]
    base: String,
    /// Who does this, for the journal
    #[arg(long, global = true, default_value = "command line", value_name = "NAME")]
    by: String,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Open an account; prints a link to set a password, good for an hour, or nothing for a service
    Add(Add),
    /// Appoint somebody to a post
    Post(Post),
    /// Close an account: its sessions end, its tokens are revoked
    Close {
        /// The name that signs in
        email: String,
    },
    /// Issue a token to a service; prints it this once
    Token(Token),
    /// List accounts
    List {
        /// Closed accounts too
        #[arg(long)]
        closed: bool,
        /// Print every field as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a link to set a new password, good for an hour
    Reset {
        /// The name that signs in
        email: String,
        /// Also stop asking for a code: the phone is lost, and the recovery codes too
        #[arg(long)]
        without_code: bool,
    },
}

#[derive(Debug, Args)]
struct Add {
    /// The e-mail address, which is also the name that signs in; for a service any name
    email: String,
    /// What pages and the journal call the person or service
    #[arg(long)]
    name: String,
    /// A role, through a post of its name, from today; may be given several times
    #[arg(long, value_parser = role, value_name = "ROLE")]
    role: Vec<Role>,
    /// The member that the person is, by the name on record
    #[arg(long, value_name = "NAME")]
    member: Option<String>,
    /// It is a program's, which has tokens and does not sign in
    #[arg(long)]
    service: bool,
}

#[derive(Debug, Args)]
struct Post {
    /// The name that signs in
    email: String,
    /// The role that the post gives
    #[arg(value_parser = role)]
    role: Role,
    /// What the council calls the post; without it, the role's own name
    #[arg(long)]
    title: Option<String>,
    /// The service or kind of clearance that it is for
    #[arg(long)]
    area: Option<String>,
    /// The first day; without it, today
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// The last day, which counts; without it, until further notice
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
}

#[derive(Debug, Args)]
struct Token {
    /// The service's name
    email: String,
    /// What it may be used for; may be given several times
    #[arg(long, required = true, value_parser = |word: &str| Scope::of_word(word).ok_or("read, cases, meetings, restrict, publish or administer"))]
    scope: Vec<Scope>,
    /// What it is for, in lists
    #[arg(long, default_value = "token")]
    label: String,
    /// Days until it runs out
    #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u16).range(1..=1100))]
    days: u16,
}

fn role(word: &str) -> Result<Role, String> {
    let words = || Role::ALL.iter().map(|r| r.word()).collect::<Vec<_>>().join(", ");
    Role::of_word(word).ok_or_else(|| format!("no role; the roles are {}", words()))
}

impl User {
    /// Whether what goes wrong is said in JSON too.
    pub(super) fn json(&self) -> bool {
        matches!(self.what, What::List { json: true, .. })
    }

    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        self.place.must_exist()?;
        let (desk, register) = self.place.stores().await?;
        register.close().await;
        let act = Act { who: &self.by, at: clock::now().timestamp() };
        let done = match &self.what {
            What::Add(add) => self.add(&desk, &act, add).await,
            What::Post(post) => post.appoint(&desk, &act).await,
            What::Close { email } => {
                let account = named(&desk, email).await?;
                let closed = desk.close_account(&act, account.id).await?;
                Ok(if closed { format!("Closed: {}.\n", account.name) } else { format!("{} was closed already.\n", account.name) })
            }
            What::Token(token) => token.issue(&desk, &act).await,
            What::List { closed, json } => list(&desk, *closed, *json).await,
            What::Reset { email, without_code } => {
                let account = named(&desk, email).await?;
                if *without_code {
                    desk.drop_second_factor(&act, account.id, None).await?;
                }
                anyhow::ensure!(account.kind == Kind::Person.word(), "{} is a service's, and does not sign in", account.name);
                self.link(&desk, &act, account.id).await
            }
        }?;
        desk.close().await;
        print(&done)
    }

    async fn add(&self, desk: &Desk, act: &Act<'_>, add: &Add) -> anyhow::Result<String> {
        let member = match &add.member {
            Some(name) => Some(desk.member_named(name).await?.with_context(|| format!("no member is called {name} in the record"))?),
            None => None,
        };
        let (kind, email) = if add.service { (Kind::Service, None) } else { (Kind::Person, Some(add.email.trim())) };
        anyhow::ensure!(add.service || add.email.contains('@'), "{} is no e-mail address", add.email);
        let new = NewAccount { name: &add.email, full_name: &add.name, email, kind, member };
        let account = desk.open_account(act, new).await?.with_context(|| format!("there is an account {} already", add.email))?;
        for role in &add.role {
            let post = desk.make_post(act, role.words(), *role, None).await?;
            desk.appoint(act, post, account, Days { from: clock::today(), until: None }).await?;
        }
        if add.service { Ok(String::new()) } else { self.link(desk, act, account).await }
    }

    async fn link(&self, desk: &Desk, act: &Act<'_>, account: i64) -> anyhow::Result<String> {
        let token = random::secret().map_err(|_| anyhow::anyhow!("the system gave no random numbers"))?;
        desk.ask_reset(act, account, &token, None).await?;
        Ok(format!("{}\n", letters::reset_address(self.base.trim_end_matches('/'), &token)))
    }
}

impl Post {
    async fn appoint(&self, desk: &Desk, act: &Act<'_>) -> anyhow::Result<String> {
        let account = named(desk, &self.email).await?;
        let from = self.from.unwrap_or_else(clock::today);
        anyhow::ensure!(self.until.is_none_or(|until| until >= from), "the last day is before the first");
        let title = self.title.as_deref().unwrap_or(self.role.words());
        let post = desk.make_post(act, title, self.role, self.area.as_deref()).await?;
        desk.appoint(act, post, account.id, Days { from, until: self.until }).await?;
        Ok(format!("{}: {title} from {}.\n", account.full_name, redress::day::long(from)))
    }
}

impl Token {
    async fn issue(&self, desk: &Desk, act: &Act<'_>) -> anyhow::Result<String> {
        let account = named(desk, &self.email).await?;
        let token = random::secret().map_err(|_| anyhow::anyhow!("the system gave no random numbers"))?;
        let scopes: BTreeSet<Scope> = self.scope.iter().copied().collect();
        let expires_at = act.at.checked_add(SignedDuration::from_hours(24 * i64::from(self.days)))?;
        let new = NewToken { account: account.id, name: &self.label, scopes: &scopes, token: &token, expires_at };
        let issued = desk.issue_token(act, new).await?;
        issued.with_context(|| format!("{} is a person's account or closed; only services have tokens", account.name))?;
        Ok(format!("{}\n", token.expose()))
    }
}

async fn named(desk: &Desk, name: &str) -> anyhow::Result<Account> {
    desk.account_named(name).await?.with_context(|| format!("there is no account {name}: `redress user list` names them all"))
}

async fn list(desk: &Desk, closed: bool, as_json: bool) -> anyhow::Result<String> {
    let today = clock::today();
    let mut wanted = Wanted { closed, per_page: 500, page: 1, ..Wanted::default() };
    let (mut lines, mut all) = (String::new(), Vec::new());
    loop {
        let listed = desk.accounts(&wanted, today).await?;
        for account in &listed.accounts {
            let roles: Vec<String> = desk.posts_of(account.id, today).await?.into_iter().map(|p| p.role).collect();
            let state = if account.closed_at.is_some() { "closed" } else { account.kind.as_str() };
            lines += &format!("{}\t{}\t{state}\t{}\n", account.name, account.full_name, roles.join(" "));
            all.push(json!({
                "id": account.id, "name": account.name, "full_name": account.full_name, "kind": account.kind, "roles": roles,
                "second_factor": account.totp_confirmed_at.is_some(), "created_at": account.created_at, "closed_at": account.closed_at,
            }));
        }
        if listed.accounts.len() < 500 {
            break;
        }
        wanted.page += 1;
    }
    if as_json { Ok(serde_json::to_string_pretty(&all)? + "\n") } else { Ok(lines) }
}
