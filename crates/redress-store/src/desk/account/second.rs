//! The second factor: a secret that counts once a code confirmed it, steps used once, and recovery codes.

use redress::sign_in::secret::Secret;
use serde_json::json;

use super::{about, hashed, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::{StoreError, on};

impl Desk {
    /// The shared secret, and whether a code has confirmed it.
    pub async fn second_factor(&self, account: i64) -> Result<Option<(Secret, bool)>, StoreError> {
        let found: Option<(Option<String>, Option<String>)> = on!(db &self.db, pool =>
            sqlx::query_as("select totp_secret, totp_confirmed_at from account where id = $1 and closed_at is null")
                .bind(account).fetch_optional(pool).await)
        .map_err(StoreError::database("second factor"))?;
        Ok(found.and_then(|(secret, confirmed)| Some((Secret::new(secret?), confirmed.is_some()))))
    }

    /// Keeps a new shared secret, which does not count before a code confirms it; never in the place of one that counts.
    pub async fn propose_second_factor(&self, account: i64, secret: &Secret) -> Result<(), StoreError> {
        on!(db &self.db, pool => sqlx::query("update account set totp_secret = $1 where id = $2 and totp_confirmed_at is null")
            .bind(secret.expose()).bind(account).execute(pool).await.map(|_| ()))
        .map_err(StoreError::database("second factor"))
    }

    /// A first code fits: from now on one is asked for. The recovery codes take the place of any before them.
    pub async fn confirm_second_factor(&self, act: &Act<'_>, account: i64, step: i64, codes: &[Secret]) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let confirmed = on!(tx &mut tx, c => sqlx::query(
            "update account set totp_confirmed_at = $1, totp_last_step = $2
             where id = $3 and totp_secret is not null and totp_confirmed_at is null")
            .bind(stamp(act.at)).bind(step).bind(account).execute(c).await.map(|done| done.rows_affected() == 1))
        .map_err(StoreError::database("second factor"))?;
        if confirmed {
            forget_codes(&mut tx, account).await?;
            for code in codes {
                on!(tx &mut tx, c => sqlx::query("insert into recovery_code (code_sha256, account_id) values ($1, $2)")
                    .bind(hashed(code)).bind(account).execute(c).await.map(|_| ()))
                .map_err(StoreError::database("recovery codes"))?;
            }
            journal::write(&mut tx, act, "confirm_second_factor", &about(account), &json!({ "recovery_codes": codes.len() })).await?;
        }
        tx.commit().await?;
        Ok(confirmed)
    }

    /// Uses the code of a step; false where that step or a later one was used before.
    pub async fn use_step(&self, account: i64, step: i64) -> Result<bool, StoreError> {
        on!(db &self.db, pool => sqlx::query(
            "update account set totp_last_step = $1 where id = $2 and totp_confirmed_at is not null and coalesce(totp_last_step, 0) < $1")
            .bind(step).bind(account).execute(pool).await.map(|done| done.rows_affected() == 1))
        .map_err(StoreError::database("second factor"))
    }

    /// Uses a recovery code; false where it is none or was used before.
    pub async fn use_recovery_code(&self, act: &Act<'_>, account: i64, code: &Secret) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let used = on!(tx &mut tx, c => sqlx::query(
            "update recovery_code set used_at = $1 where code_sha256 = $2 and account_id = $3 and used_at is null")
            .bind(stamp(act.at)).bind(hashed(code)).bind(account).execute(c).await.map(|done| done.rows_affected() == 1))
        .map_err(StoreError::database("recovery codes"))?;
        if used {
            journal::write(&mut tx, act, "use_recovery_code", &about(account), &json!({})).await?;
        }
        tx.commit().await?;
        Ok(used)
    }

    /// How many recovery codes are left.
    pub async fn recovery_codes_left(&self, account: i64) -> Result<i64, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select count(*) from recovery_code where account_id = $1 and used_at is null")
            .bind(account).fetch_one(pool).await)
        .map_err(StoreError::database("recovery codes"))
    }

    /// No second factor is asked for any more; the letter tells the person.
    pub async fn drop_second_factor(&self, act: &Act<'_>, account: i64, letter: Option<&Letter>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("update account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = $1")
            .bind(account).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("second factor"))?;
        forget_codes(&mut tx, account).await?;
        journal::write(&mut tx, act, "drop_second_factor", &about(account), &json!({})).await?;
        if let Some(letter) = letter {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        tx.commit().await
    }
}

async fn forget_codes(tx: &mut Tx, account: i64) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query("delete from recovery_code where account_id = $1").bind(account).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("recovery codes"))
}
