//! Tokens of service accounts: what they may be used for, until when, and who revoked them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use redress::reader::{Scope, SignedIn};
use redress::sign_in::secret::Secret;
use serde_json::json;

use super::{about, hashed, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::{StoreError, on};

/// A token to issue.
#[derive(Debug, Clone, Copy)]
pub struct NewToken<'a> {
    /// The service account.
    pub account: i64,
    /// What it is for, in the words of whoever asks for it.
    pub name: &'a str,
    /// What it may be used for.
    pub scopes: &'a BTreeSet<Scope>,
    /// What the program will send.
    pub token: &'a Secret,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// A token as lists show it; the secret is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, sqlx::FromRow)]
pub struct AccessToken {
    /// Its number.
    pub id: i64,
    /// The service account.
    pub account_id: i64,
    /// What it is for.
    pub name: String,
    /// Words of scopes, with blanks between them.
    pub scopes: String,
    /// When it was issued.
    pub issued_at: String,
    /// By whom.
    pub issued_by: String,
    /// When it runs out.
    pub expires_at: String,
    /// When it was revoked.
    pub revoked_at: Option<String>,
    /// By whom.
    pub revoked_by: Option<String>,
}

impl Desk {
    /// Issues a token to a service account; none where the account is a person's, closed or unknown.
    pub async fn issue_token(&self, act: &Act<'_>, new: NewToken<'_>) -> Result<Option<i64>, StoreError> {
        let scopes = new.scopes.iter().map(|s| s.word()).collect::<Vec<_>>().join(" ");
        let mut tx = self.db.write().await?;
        let id: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into access_token (id, token_sha256, account_id, name, scopes, issued_at, issued_by, expires_at)
             select (select coalesce(max(id), 0) + 1 from access_token), $1, id, $2, $3, $4, $5, $6
             from account where id = $7 and kind = 'service' and closed_at is null returning id")
            .bind(hashed(new.token)).bind(new.name).bind(&scopes).bind(stamp(act.at)).bind(act.who).bind(stamp(new.expires_at))
            .bind(new.account).fetch_optional(c).await)
        .map_err(StoreError::database("token"))?;
        if let Some(id) = id {
            let body = json!({ "token": id, "name": new.name, "scopes": scopes, "expires_at": stamp(new.expires_at) });
            journal::write(&mut tx, act, "issue_token", &about(new.account), &body).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// Revokes a token. Says whether it was good.
    pub async fn revoke_token(&self, act: &Act<'_>, token: i64) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let account: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "update access_token set revoked_at = $1, revoked_by = $2 where id = $3 and revoked_at is null returning account_id")
            .bind(stamp(act.at)).bind(act.who).bind(token).fetch_optional(c).await)
        .map_err(StoreError::database("token"))?;
        if let Some(account) = account {
            journal::write(&mut tx, act, "revoke_token", &about(account), &json!({ "token": token })).await?;
        }
        tx.commit().await?;
        Ok(account.is_some())
    }

    /// The service that a token belongs to, as it is on a day, with the token's scopes; none once it ran out or was revoked.
    pub async fn token_holder(&self, token: &Secret, now: Timestamp, day: Date) -> Result<Option<SignedIn>, StoreError> {
        let found: Option<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select account_id, scopes from access_token where token_sha256 = $1 and revoked_at is null and expires_at > $2")
            .bind(hashed(token)).bind(stamp(now)).fetch_optional(pool).await)
        .map_err(StoreError::database("token"))?;
        let Some((account, scopes)) = found else { return Ok(None) };
        let scopes = scopes.split(' ').filter_map(Scope::of_word).collect();
        Ok(self.signed_in(account, day).await?.map(|service| SignedIn { scopes: Some(scopes), ..service }))
    }

    /// Every token that an account was issued, the newest first.
    pub async fn tokens(&self, account: i64) -> Result<Vec<AccessToken>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, account_id, name, scopes, issued_at, issued_by, expires_at, revoked_at, revoked_by
             from access_token where account_id = $1 order by id desc").bind(account).fetch_all(pool).await)
        .map_err(StoreError::database("token"))
    }
}

pub(super) async fn revoke_all(tx: &mut Tx, act: &Act<'_>, account: i64) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query("update access_token set revoked_at = $1, revoked_by = $2 where account_id = $3 and revoked_at is null")
        .bind(stamp(act.at)).bind(act.who).bind(account).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("token"))
}
