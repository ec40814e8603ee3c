//! Accounts: who may sign in, and who they are on a day.

/// Appointments as the desk lists them.
pub mod appointment;
/// Tries to sign in, and the browsers that did.
pub mod attempt;
/// The secret address of a calendar.
pub mod calendar;
/// The list of accounts.
pub mod list;
/// Passwords.
pub mod password;
/// Posts, who holds them and who covers for whom.
pub mod post;
/// Other names of a post.
pub mod post_name;
/// Links that let somebody set a password.
pub mod reset;
/// The second factor.
pub mod second;
/// Sessions.
pub mod session;
/// Tokens of service accounts.
pub mod token;

use jiff::Timestamp;
use jiff::civil::Date;
use redress::reader::SignedIn;
use redress::sign_in::secret::Secret;
use serde_json::json;

use super::Desk;
use super::journal::{self, Act};
use crate::db::Tx;
use crate::{StoreError, chain, on};

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody who signs in.
    Person,
    /// A program, which has tokens and cannot sign in.
    Service,
}

impl Kind {
    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Service => "service",
        }
    }
}

/// An account, without its secrets.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, sqlx::FromRow)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// What is typed to sign in, in small letters.
    pub name: String,
    /// What pages and the journal call it.
    pub full_name: String,
    /// Where letters go.
    pub email: Option<String>,
    /// `person` or `service`.
    pub kind: String,
    /// The member that the person is.
    pub member_id: Option<i64>,
    /// When the password was set last.
    pub password_set_at: Option<String>,
    /// Since when a second factor is asked for.
    pub totp_confirmed_at: Option<String>,
    /// When it was opened.
    pub created_at: String,
    /// By whom.
    pub created_by: String,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// By whom.
    pub closed_by: Option<String>,
}

/// An account to open.
#[derive(Debug, Clone, Copy)]
pub struct NewAccount<'a> {
    /// What will be typed to sign in.
    pub name: &'a str,
    /// What pages and the journal will call it.
    pub full_name: &'a str,
    /// Where letters go.
    pub email: Option<&'a str>,
    /// What it is for.
    pub kind: Kind,
    /// The member that the person is.
    pub member: Option<i64>,
}

/// An instant as the tables of accounts hold it: whole seconds, so that text sorts as time.
pub(crate) fn stamp(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// What is kept of a secret that is only ever compared.
pub(crate) fn hashed(secret: &Secret) -> String {
    chain::sha256(secret.expose().as_bytes())
}

/// What the journal calls an account.
pub(crate) fn about(account: i64) -> String {
    format!("account/{account}")
}

impl Desk {
    /// Opens an account; none where the name is taken.
    pub async fn open_account(&self, act: &Act<'_>, new: NewAccount<'_>) -> Result<Option<i64>, StoreError> {
        let name = redress::sign_in::name_of(new.name);
        let mut tx = self.db.write().await?;
        let id: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into account (id, name, full_name, email, kind, member_id, created_at, created_by)
             select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7 from account where true
             on conflict (name) do nothing returning id")
            .bind(&name).bind(new.full_name).bind(new.email).bind(new.kind.word()).bind(new.member)
            .bind(stamp(act.at)).bind(act.who).fetch_optional(c).await)
        .map_err(StoreError::database("account"))?;
        if let Some(id) = id {
            let body = json!({ "name": name, "full_name": new.full_name, "kind": new.kind.word(), "member": new.member });
            journal::write(&mut tx, act, "open_account", &about(id), &body).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// Closes an account: its sessions end and its tokens are revoked. Says whether it was open.
    pub async fn close_account(&self, act: &Act<'_>, id: i64) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let closed = on!(tx &mut tx, c => sqlx::query(
            "update account set closed_at = $1, closed_by = $2 where id = $3 and closed_at is null")
            .bind(stamp(act.at)).bind(act.who).bind(id).execute(c).await.map(|done| done.rows_affected()))
        .map_err(StoreError::database("account"))?;
        if closed == 1 {
            session::end_all(&mut tx, act.at, id, None, "account closed").await?;
            token::revoke_all(&mut tx, act, id).await?;
            reset::void(&mut tx, act.at, id).await?;
            journal::write(&mut tx, act, "close_account", &about(id), &json!({})).await?;
        }
        tx.commit().await?;
        Ok(closed == 1)
    }

    /// An account by its number, closed ones too.
    pub async fn account(&self, id: i64) -> Result<Option<Account>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, name, full_name, email, kind, member_id, password_set_at, totp_confirmed_at, created_at, created_by,
                    closed_at, closed_by
             from account where id = $1").bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("account"))
    }

    /// An account by the name that signs in, as somebody types it; closed ones too.
    pub async fn account_named(&self, name: &str) -> Result<Option<Account>, StoreError> {
        let id: Option<i64> = on!(db &self.db, pool => sqlx::query_scalar("select id from account where name = $1")
            .bind(redress::sign_in::name_of(name)).fetch_optional(pool).await)
        .map_err(StoreError::database("account"))?;
        match id {
            Some(id) => self.account(id).await,
            None => Ok(None),
        }
    }

    /// The number of the member whom the record calls so; none where nobody or more than one is.
    pub async fn member_named(&self, name: &str) -> Result<Option<i64>, StoreError> {
        let found: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar("select id from member where name = $1 limit 2")
            .bind(name).fetch_all(pool).await)
        .map_err(StoreError::database("member"))?;
        Ok(if found.len() == 1 { found.first().copied() } else { None })
    }

    /// The account as it is on a day: the roles of posts held or covered, the seats given to it and those of its member.
    /// A closed account is none.
    pub async fn signed_in(&self, account: i64, day: Date) -> Result<Option<SignedIn>, StoreError> {
        let Some(open) = self.account(account).await?.filter(|a| a.closed_at.is_none()) else { return Ok(None) };
        let roles = self.posts_of(account, day).await?.into_iter().filter_map(|post| post.role()).collect();
        let seats: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select body_slug from account_seat where account_id = $1 and from_date <= $2 and coalesce(until_date, '9999-12-31') >= $2
             union select b.slug from body_seat s join account a on a.member_id = s.member_id join body b on b.id = s.body_id
             where a.id = $1 and s.from_date <= $2 and coalesce(s.until_date, '9999-12-31') >= $2")
            .bind(account).bind(day.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("seats"))?;
        Ok(Some(SignedIn { account, name: open.full_name, roles, seats: seats.into_iter().collect(), scopes: None }))
    }

    /// The open account of somebody whom the council's sign-in service knows: by its subject, or else, once, by the e-mail
    /// address that the service has verified, to which the subject is then tied.
    pub async fn account_of_provider(&self, act: &Act<'_>, subject: &str, email: Option<&str>) -> Result<Option<Account>, StoreError> {
        let mut tx = self.db.write().await?;
        let mut id = tied(&mut tx, subject).await?;
        if let (None, Some(email)) = (id, email) {
            id = on!(tx &mut tx, c => sqlx::query_scalar(
                "update account set provider_subject = $1
                 where name = $2 and kind = 'person' and closed_at is null and provider_subject is null returning id")
                .bind(subject).bind(redress::sign_in::name_of(email)).fetch_optional(c).await)
            .map_err(StoreError::database("account"))?;
            if let Some(id) = id {
                journal::write(&mut tx, act, "tie_account", &about(id), &json!({ "subject": subject })).await?;
            }
        }
        tx.commit().await?;
        match id {
            Some(id) => Ok(self.account(id).await?.filter(|a| a.closed_at.is_none())),
            None => Ok(None),
        }
    }
}

async fn tied(tx: &mut Tx, subject: &str) -> Result<Option<i64>, StoreError> {
    on!(tx tx, c => sqlx::query_scalar("select id from account where provider_subject = $1").bind(subject).fetch_optional(c).await)
        .map_err(StoreError::database("account"))
}
