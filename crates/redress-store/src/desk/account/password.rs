//! Passwords: only their slow hash is kept, and changing one ends every other session.

use jiff::Timestamp;
use redress::sign_in::secret::Secret;
use serde_json::json;

use super::{about, reset, session, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::{StoreError, on};

impl Desk {
    /// The hash of an account's password, where it has one.
    pub async fn password_hash(&self, account: i64) -> Result<Option<Secret>, StoreError> {
        let hash: Option<Option<String>> = on!(db &self.db, pool =>
            sqlx::query_scalar("select password_hash from account where id = $1 and closed_at is null")
                .bind(account).fetch_optional(pool).await)
        .map_err(StoreError::database("account"))?;
        Ok(hash.flatten().map(Secret::new))
    }

    /// Changes a password. Every session but the one that asks ends, open reset links too; the letter tells the person.
    pub async fn change_password(
        &self,
        act: &Act<'_>,
        account: i64,
        hash: &Secret,
        keep: Option<i64>,
        letter: Option<&Letter>,
    ) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        set(&mut tx, act.at, account, hash).await?;
        session::end_all(&mut tx, act.at, account, keep, "password changed").await?;
        journal::write(&mut tx, act, "change_password", &about(account), &json!({})).await?;
        if let Some(letter) = letter {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        tx.commit().await
    }
}

/// Sets a password and voids the links that would set another.
pub(super) async fn set(tx: &mut Tx, at: Timestamp, account: i64, hash: &Secret) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query("update account set password_hash = $1, password_set_at = $2 where id = $3")
        .bind(hash.expose()).bind(stamp(at)).bind(account).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("password"))?;
    reset::void(tx, at, account).await
}
