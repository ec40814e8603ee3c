//! Links that let somebody set a password: an hour, once.

use jiff::{SignedDuration, Timestamp};
use redress::sign_in::secret::Secret;
use serde_json::json;

use super::{about, hashed, password, session, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::{StoreError, on};

/// How long a link can be used.
pub const LASTS: SignedDuration = SignedDuration::from_hours(1);

impl Desk {
    /// Makes a link's token good for an hour, and sends its letter where there is one.
    pub async fn ask_reset(&self, act: &Act<'_>, account: i64, token: &Secret, letter: Option<&Letter>) -> Result<(), StoreError> {
        let expires = act.at.checked_add(LASTS).unwrap_or(act.at);
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("insert into reset (token_sha256, account_id, asked_at, expires_at) values ($1, $2, $3, $4)")
            .bind(hashed(token)).bind(account).bind(stamp(act.at)).bind(stamp(expires)).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("reset"))?;
        journal::write(&mut tx, act, "ask_reset", &about(account), &json!({})).await?;
        if let Some(letter) = letter {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        tx.commit().await
    }

    /// How many links an account was sent since an instant.
    pub async fn resets_since(&self, account: i64, since: Timestamp) -> Result<i64, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select count(*) from reset where account_id = $1 and asked_at >= $2")
            .bind(account).bind(stamp(since)).fetch_one(pool).await)
        .map_err(StoreError::database("reset"))
    }

    /// The account that a link is for, while it can be used.
    pub async fn reset_for(&self, token: &Secret, now: Timestamp) -> Result<Option<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select r.account_id from reset r join account a on a.id = r.account_id
             where r.token_sha256 = $1 and r.used_at is null and r.expires_at > $2 and a.closed_at is null")
            .bind(hashed(token)).bind(stamp(now)).fetch_optional(pool).await)
        .map_err(StoreError::database("reset"))
    }

    /// Uses a link: sets the password and ends every session. False where the link was used or ran out meanwhile.
    pub async fn use_reset(&self, act: &Act<'_>, token: &Secret, hash: &Secret, letter: Option<&Letter>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let account: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "update reset set used_at = $1 where token_sha256 = $2 and used_at is null and expires_at > $1
             and account_id in (select id from account where closed_at is null) returning account_id")
            .bind(stamp(act.at)).bind(hashed(token)).fetch_optional(c).await)
        .map_err(StoreError::database("reset"))?;
        let Some(account) = account else { return Ok(false) };
        password::set(&mut tx, act.at, account, hash).await?;
        session::end_all(&mut tx, act.at, account, None, "password reset").await?;
        journal::write(&mut tx, act, "use_reset", &about(account), &json!({})).await?;
        if let Some(letter) = letter {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        tx.commit().await?;
        Ok(true)
    }
}

/// No open link of an account can be used any more.
pub(super) async fn void(tx: &mut Tx, at: Timestamp, account: i64) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query("update reset set used_at = $1 where account_id = $2 and used_at is null")
        .bind(stamp(at)).bind(account).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("reset"))
}
