//! The secret address of a person's own calendar. Of the secret only its hash is kept; one address is good at a time.

use redress::sign_in::secret::Secret;
use serde_json::json;

use super::{about, hashed, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::{StoreError, on};

async fn revoke(tx: &mut Tx, act: &Act<'_>, account: i64) -> Result<bool, StoreError> {
    let done =
        on!(tx &mut *tx, c => sqlx::query("update calendar_address set revoked_at = $1 where account_id = $2 and revoked_at is null")
        .bind(stamp(act.at)).bind(account).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("calendar address"))?;
    if done > 0 {
        journal::write(tx, act, "revoke_calendar_address", &about(account), &json!({})).await?;
    }
    Ok(done > 0)
}

impl Desk {
    /// Makes the address; one that there was is revoked.
    pub async fn make_calendar_address(&self, act: &Act<'_>, account: i64, secret: &Secret) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        revoke(&mut tx, act, account).await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into calendar_address (id, account_id, secret_sha256, made_at)
             select coalesce(max(id), 0) + 1, $1, $2, $3 from calendar_address")
            .bind(account).bind(hashed(secret)).bind(stamp(act.at)).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("calendar address"))?;
        journal::write(&mut tx, act, "make_calendar_address", &about(account), &json!({})).await?;
        tx.commit().await
    }

    /// Revokes the address. Says whether there was one.
    pub async fn revoke_calendar_address(&self, act: &Act<'_>, account: i64) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = revoke(&mut tx, act, account).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// When the address that is good was made; none where there is none.
    pub async fn calendar_address(&self, account: i64) -> Result<Option<String>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select made_at from calendar_address where account_id = $1 and revoked_at is null")
            .bind(account).fetch_optional(pool).await)
        .map_err(StoreError::database("calendar address"))
    }

    /// Whose calendar a secret opens; none for a wrong or revoked one.
    pub async fn calendar_of(&self, secret: &Secret) -> Result<Option<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select c.account_id from calendar_address c join account a on a.id = c.account_id
             where c.secret_sha256 = $1 and c.revoked_at is null and a.closed_at is null")
            .bind(hashed(secret)).fetch_optional(pool).await)
        .map_err(StoreError::database("calendar address"))
    }
}
