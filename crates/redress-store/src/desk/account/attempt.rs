//! Tries to sign in, and the browsers that did. A try is written down before it is judged, so that many at once count too.

use jiff::{SignedDuration, Timestamp};
use redress::sign_in::secret::Secret;
use redress::sign_in::throttle::{Past, REMEMBERED, SPRAY, Verdict};

use super::{hashed, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::{StoreError, chain, on};

/// A browser is known so long after it signed in, as long as its cookie lasts.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(180 * 24);

/// A try that may be made, written down as wrong until it turns out right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Try {
    /// It may be made; its answer comes after so long.
    Made {
        /// Its number, for [`Desk::succeeded`].
        id: i64,
        /// So long after.
        after: SignedDuration,
    },
    /// Not before then.
    Wait(Timestamp),
}

impl Desk {
    /// Writes down a try at a name from a source, unless it has to wait.
    pub async fn attempt(&self, name: &str, source: &str, known_device: bool, now: Timestamp) -> Result<Try, StoreError> {
        let name = chain::sha256(name.as_bytes());
        let mut tx = self.db.write().await?;
        let past = past(&mut tx, &name, source, now).await?;
        let after = match (Past { known_device, ..past }).verdict(now) {
            Verdict::Wait(until) => return Ok(Try::Wait(until)),
            Verdict::Try(after) => after,
        };
        on!(tx &mut tx, c => sqlx::query("delete from attempt where at < $1").bind(stamp(before(now, REMEMBERED))).execute(c).await.map(|_| ()))
            .map_err(StoreError::database("attempt"))?;
        let id = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into attempt (id, name_sha256, source, at, succeeded)
             select coalesce(max(id), 0) + 1, $1, $2, $3, false from attempt returning id")
            .bind(&name).bind(source).bind(stamp(now)).fetch_one(c).await)
        .map_err(StoreError::database("attempt"))?;
        tx.commit().await?;
        Ok(Try::Made { id, after })
    }

    /// A try was right: what was wrong at this name from this source before no longer counts.
    pub async fn succeeded(&self, attempt: i64) -> Result<(), StoreError> {
        on!(db &self.db, pool => sqlx::query("update attempt set succeeded = true where id = $1").bind(attempt).execute(pool).await.map(|_| ()))
            .map_err(StoreError::database("attempt"))
    }

    /// Remembers a browser that an account signed in with.
    pub async fn know_device(&self, account: i64, token: &Secret, now: Timestamp) -> Result<(), StoreError> {
        on!(db &self.db, pool => sqlx::query("delete from device where known_at < $1")
            .bind(stamp(before(now, KNOWN_FOR))).execute(pool).await.map(|_| ()))
        .map_err(StoreError::database("device"))?;
        on!(db &self.db, pool => sqlx::query("insert into device (token_sha256, account_id, known_at) values ($1, $2, $3)")
            .bind(hashed(token)).bind(account).bind(stamp(now)).execute(pool).await.map(|_| ()))
        .map_err(StoreError::database("device"))
    }

    /// Whether a browser signed in to the account of this name before.
    pub async fn is_known_device(&self, name: &str, token: &Secret) -> Result<bool, StoreError> {
        let known: i64 = on!(db &self.db, pool => sqlx::query_scalar(
            "select count(*) from device d join account a on a.id = d.account_id where d.token_sha256 = $1 and a.name = $2")
            .bind(hashed(token)).bind(name).fetch_one(pool).await)
        .map_err(StoreError::database("device"))?;
        Ok(known > 0)
    }
}

async fn past(tx: &mut Tx, name: &str, source: &str, now: Timestamp) -> Result<Past, StoreError> {
    let failed = StoreError::database("attempt");
    let (day, lately) = (stamp(before(now, REMEMBERED)), stamp(before(now, SPRAY)));
    let (here, last_here): (i64, Option<String>) = on!(tx &mut *tx, c => sqlx::query_as(
        "select count(*), max(at) from attempt where name_sha256 = $1 and source = $2 and at >= $3 and not succeeded
         and id > (select coalesce(max(id), 0) from attempt where name_sha256 = $1 and source = $2 and succeeded)")
        .bind(name).bind(source).bind(&day).fetch_one(c).await)
    .map_err(&failed)?;
    let (from_source, last_from_source): (i64, Option<String>) = on!(tx &mut *tx, c => sqlx::query_as(
        "select count(*), max(at) from attempt where source = $1 and at >= $2 and not succeeded")
        .bind(source).bind(&lately).fetch_one(c).await)
    .map_err(&failed)?;
    let at_name: i64 = on!(tx tx, c => sqlx::query_scalar(
        "select count(*) from attempt where name_sha256 = $1 and at >= $2 and not succeeded").bind(name).bind(&lately).fetch_one(c).await)
    .map_err(&failed)?;
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let time = |text: Option<String>| text.and_then(|t| t.parse().ok());
    Ok(Past {
        here: count(here),
        last_here: time(last_here),
        from_source: count(from_source),
        last_from_source: time(last_from_source),
        at_name: count(at_name),
        known_device: false,
    })
}

fn before(now: Timestamp, long: SignedDuration) -> Timestamp {
    now.checked_sub(long).unwrap_or(now)
}
