//! The outbox: every letter is put here by the act that causes it, and sent afterwards, each once.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::Desk;
use super::account::stamp;
use crate::db::Tx;
use crate::{StoreError, on};

/// Who sends a letter has it to themselves so long; a sender that died leaves it to the next.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);
/// After so many tries a letter is given up.
const TRIES: i64 = 10;

/// A letter to send.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address.
    pub to: String,
    /// The subject, which holds no secret.
    pub subject: String,
    /// The text.
    pub body: String,
    /// What it is about: `account/12`.
    pub about: String,
    /// The text holds a secret and is blanked when the letter was sent or given up.
    pub holds_secret: bool,
}

impl fmt::Debug for Letter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Letter").field("to", &self.to).field("subject", &self.subject).field("about", &self.about).finish_non_exhaustive()
    }
}

/// A letter that is this sender's to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its number.
    pub id: i64,
    /// How often it was tried, this time counted.
    pub tries: i64,
    /// When it was put in the outbox.
    pub made_at: Timestamp,
    /// The letter.
    pub letter: Letter,
}

/// Puts a letter in the outbox, in the transaction of the act that causes it.
pub(crate) async fn put(tx: &mut Tx, at: Timestamp, letter: &Letter) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query(
        "insert into outbox (id, to_address, subject, body, about, holds_secret, made_at, next_try_at, tries)
         select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $6, 0 from outbox")
        .bind(&letter.to).bind(&letter.subject).bind(&letter.body).bind(&letter.about).bind(letter.holds_secret)
        .bind(stamp(at)).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("outbox"))
}

type Row = (i64, String, String, String, String, bool, i64, String);

impl Desk {
    /// The next letter to send. Claiming is a transaction: of two senders one gets it.
    pub async fn claim_letter(&self, now: Timestamp) -> Result<Option<Claimed>, StoreError> {
        // Most of the time there is none, and looking holds nobody up.
        let failed = StoreError::database("outbox");
        let waiting: Option<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select id from outbox where sent_at is null and failed_at is null and next_try_at <= $1 order by id limit 1")
            .bind(stamp(now)).fetch_optional(pool).await)
        .map_err(&failed)?;
        if waiting.is_none() {
            return Ok(None);
        }
        let mut tx = self.db.write().await?;
        let claimed: Option<Row> = on!(tx &mut tx, c => sqlx::query_as(
            "update outbox set tries = tries + 1, next_try_at = $2 where id = (
               select id from outbox where sent_at is null and failed_at is null and next_try_at <= $1 order by id limit 1)
             returning id, to_address, subject, body, about, holds_secret, tries, made_at")
            .bind(stamp(now)).bind(stamp(later(now, CLAIM))).fetch_optional(c).await)
        .map_err(failed)?;
        tx.commit().await?;
        Ok(claimed.map(|(id, to, subject, body, about, holds_secret, tries, made_at)| Claimed {
            id,
            tries,
            made_at: made_at.parse().unwrap_or(now),
            letter: Letter { to, subject, body, about, holds_secret },
        }))
    }

    /// A letter was taken by the mail server.
    pub async fn letter_sent(&self, id: i64, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        sent(&mut tx, id, now).await?;
        tx.commit().await
    }

    /// A letter was not taken. It is tried again after a wait that doubles, and given up after ten tries or `for_good`.
    pub async fn letter_failed(&self, claimed: &Claimed, now: Timestamp, why: &str, for_good: bool) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        failed(&mut tx, claimed, now, why, for_good).await?;
        tx.commit().await
    }
}

pub(crate) async fn sent(tx: &mut Tx, id: i64, now: Timestamp) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query(
        "update outbox set sent_at = $1, last_error = null, body = case when holds_secret then '' else body end where id = $2")
        .bind(stamp(now)).bind(id).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("outbox"))
}

/// Says whether it was given up.
pub(crate) async fn failed(tx: &mut Tx, claimed: &Claimed, now: Timestamp, why: &str, for_good: bool) -> Result<bool, StoreError> {
    let wait = SignedDuration::from_mins(1 << claimed.tries.clamp(0, 10));
    let given_up = (for_good || claimed.tries >= TRIES).then(|| stamp(now));
    on!(tx tx, c => sqlx::query(
        "update outbox set next_try_at = $1, last_error = $2, failed_at = $3,
         body = case when holds_secret and $3 is not null then '' else body end where id = $4")
        .bind(stamp(later(now, wait))).bind(why).bind(&given_up).bind(claimed.id).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("outbox"))?;
    Ok(given_up.is_some())
}

fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.checked_add(wait).unwrap_or(now)
}
