//! Sessions: begun at a sign-in with a token of their own, ended for a reason that stays on record.

use jiff::Timestamp;
use redress::reader::Role;
use redress::sign_in::secret::Secret;
use redress::sign_in::session::{Limits, Times};
use serde_json::json;

use super::{about, hashed, stamp};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::{StoreError, on};

/// A session's last request is written down when the one before is so many seconds old, not each time.
const SEEN_AGAIN: i64 = 30;

/// A session to begin.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// Whose.
    pub account: i64,
    /// What the browser will send.
    pub token: &'a Secret,
    /// `password` or `provider`.
    pub how: &'a str,
    /// Roles that the council's sign-in service gives for this session.
    pub roles: &'a [Role],
    /// It waits for the code of the second factor.
    pub awaits_code: bool,
    /// A session that it takes the place of.
    pub instead_of: Option<i64>,
    /// The network or device that it comes from.
    pub source: &'a str,
    /// What the browser calls itself.
    pub user_agent: &'a str,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Session {
    /// Its number.
    pub id: i64,
    /// Whose.
    pub account_id: i64,
    /// `password` or `provider`.
    pub how: String,
    /// Words of roles, with blanks between them.
    pub roles: String,
    /// It waits for the code of the second factor.
    pub awaits_code: bool,
    /// When it began.
    pub began_at: String,
    /// The last request.
    pub seen_at: String,
    /// The network or device that it comes from.
    pub source: String,
    /// What the browser calls itself.
    pub user_agent: String,
}

impl Session {
    /// The roles that the council's sign-in service gives for this session.
    pub fn roles(&self) -> impl Iterator<Item = Role> {
        self.roles.split(' ').filter_map(Role::of_word)
    }

    /// When it began and was last used; none where the row was altered.
    pub fn times(&self) -> Option<Times> {
        Some(Times { began: self.began_at.parse().ok()?, seen: self.seen_at.parse().ok()?, awaits_code: self.awaits_code })
    }
}

impl Desk {
    /// Begins a session, and ends the one whose place it takes.
    pub async fn begin_session(&self, act: &Act<'_>, new: NewSession<'_>) -> Result<i64, StoreError> {
        let roles = new.roles.iter().map(|r| r.word()).collect::<Vec<_>>().join(" ");
        let agent: String = new.user_agent.chars().filter(|c| !c.is_control()).take(200).collect();
        let mut tx = self.db.write().await?;
        if let Some(before) = new.instead_of {
            end(&mut tx, act.at, before, "signed in again").await?;
        }
        let id: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into session (token_sha256, id, account_id, how, roles, awaits_code, began_at, seen_at, source, user_agent)
             select $1, coalesce(max(id), 0) + 1, $2, $3, $4, $5, $6, $6, $7, $8 from session returning id")
            .bind(hashed(new.token)).bind(new.account).bind(new.how).bind(&roles).bind(new.awaits_code)
            .bind(stamp(act.at)).bind(new.source).bind(&agent).fetch_one(c).await)
        .map_err(StoreError::database("session"))?;
        let done = if new.awaits_code { "give_password" } else { "sign_in" };
        let body = json!({ "session": id, "how": new.how, "roles": roles, "from": new.source });
        journal::write(&mut tx, act, done, &about(new.account), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The session of a token, while it lasts; notes that it was used. One that is over by its limits is ended here.
    pub async fn session(&self, token: &Secret, now: Timestamp, limits: Limits) -> Result<Option<Session>, StoreError> {
        let found: Option<Session> = on!(db &self.db, pool => sqlx::query_as(
            "select s.id, s.account_id, s.how, s.roles, s.awaits_code, s.began_at, s.seen_at, s.source, s.user_agent
             from session s join account a on a.id = s.account_id
             where s.token_sha256 = $1 and s.ended_at is null and a.closed_at is null")
            .bind(hashed(token)).fetch_optional(pool).await)
        .map_err(StoreError::database("session"))?;
        let Some((times, session)) = found.and_then(|s| Some((s.times()?, s))) else { return Ok(None) };
        if limits.over(times, now).is_some() {
            let mut tx = self.db.write().await?;
            end(&mut tx, now, session.id, "ran out").await?;
            tx.commit().await?;
            return Ok(None);
        }
        if now.as_second() - times.seen.as_second() >= SEEN_AGAIN {
            on!(db &self.db, pool => sqlx::query("update session set seen_at = $1 where id = $2 and seen_at < $1")
                .bind(stamp(now)).bind(session.id).execute(pool).await.map(|_| ()))
            .map_err(StoreError::database("session"))?;
        }
        Ok(Some(session))
    }

    /// Ends one session of an account. Says whether it was open.
    pub async fn end_session(&self, act: &Act<'_>, account: i64, session: i64, why: &str) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let owner: Option<i64> = on!(tx &mut tx, c =>
            sqlx::query_scalar("select account_id from session where id = $1").bind(session).fetch_optional(c).await)
        .map_err(StoreError::database("session"))?;
        let ended = owner == Some(account) && end(&mut tx, act.at, session, why).await?;
        if ended {
            journal::write(&mut tx, act, "sign_out", &about(account), &json!({ "session": session, "why": why })).await?;
        }
        tx.commit().await?;
        Ok(ended)
    }

    /// Ends every session of an account but one, if one is named.
    pub async fn end_sessions(&self, act: &Act<'_>, account: i64, keep: Option<i64>) -> Result<u64, StoreError> {
        let mut tx = self.db.write().await?;
        let ended = end_all(&mut tx, act.at, account, keep, "signed out everywhere").await?;
        journal::write(&mut tx, act, "sign_out_everywhere", &about(account), &json!({ "sessions": ended })).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// The sessions of an account that can be used at an instant, the newest first.
    pub async fn sessions(&self, account: i64, now: Timestamp, limits: Limits) -> Result<Vec<Session>, StoreError> {
        let open: Vec<Session> = on!(db &self.db, pool => sqlx::query_as(
            "select id, account_id, how, roles, awaits_code, began_at, seen_at, source, user_agent
             from session where account_id = $1 and ended_at is null order by id desc")
            .bind(account).fetch_all(pool).await)
        .map_err(StoreError::database("session"))?;
        Ok(open.into_iter().filter(|s| !s.awaits_code && s.times().is_some_and(|t| limits.over(t, now).is_none())).collect())
    }
}

async fn end(tx: &mut Tx, at: Timestamp, session: i64, why: &str) -> Result<bool, StoreError> {
    on!(tx tx, c => sqlx::query("update session set ended_at = $1, ended_why = $2 where id = $3 and ended_at is null")
        .bind(stamp(at)).bind(why).bind(session).execute(c).await.map(|done| done.rows_affected() == 1))
    .map_err(StoreError::database("session"))
}

/// Ends every session of an account but one, without an entry of its own: the act that causes it writes one.
pub(super) async fn end_all(tx: &mut Tx, at: Timestamp, account: i64, keep: Option<i64>, why: &str) -> Result<u64, StoreError> {
    on!(tx tx, c => sqlx::query("update session set ended_at = $1, ended_why = $2 where account_id = $3 and ended_at is null and id <> $4")
        .bind(stamp(at)).bind(why).bind(account).bind(keep.unwrap_or(0)).execute(c).await.map(|done| done.rows_affected()))
    .map_err(StoreError::database("session"))
}
