//! Extracts of minutes: what somebody got of them, when, and on whose behalf. Rows are added and never changed.

use serde_json::json;

use super::next;
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// An extract.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct MinuteExtract {
    /// Its number.
    pub id: i64,
    /// The meeting.
    pub planned_meeting_id: i64,
    /// The account of whoever got it.
    pub account_id: i64,
    /// Their name then.
    pub to_name: String,
    /// The body or office that they got it for.
    pub on_behalf_of: String,
    /// What it is for.
    pub purpose: String,
    /// The items: numbers at the desk, with commas between them.
    pub items: String,
    /// The words that everybody may read.
    pub public_words: String,
    /// The private words; none in an extract of public words alone.
    pub private_words: Option<String>,
    /// Who sent it.
    pub sent_by: String,
    /// When.
    pub sent_at: String,
}

impl MinuteExtract {
    /// The items of it, by number at the desk.
    pub fn item_numbers(&self) -> Vec<i64> {
        self.items.split(',').filter_map(|n| n.trim().parse().ok()).collect()
    }
}

const COLUMNS: &str = "select id, planned_meeting_id, account_id, to_name, on_behalf_of, purpose, items, public_words, private_words, sent_by, sent_at from minute_extract";

impl Desk {
    /// Sends an extract. `letter` makes the letter from its number.
    pub async fn send_extract(
        &self,
        new: &MinuteExtract,
        letter: &(dyn Fn(i64) -> Letter + Sync),
        act: &Act<'_>,
    ) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from minute_extract").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into minute_extract (id, planned_meeting_id, account_id, to_name, on_behalf_of, purpose, items, public_words, private_words, sent_by, sent_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
            .bind(id).bind(new.planned_meeting_id).bind(new.account_id).bind(&new.to_name).bind(&new.on_behalf_of).bind(&new.purpose)
            .bind(&new.items).bind(&new.public_words).bind(&new.private_words).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("extract"))?;
        outbox::put(&mut tx, act.at, &letter(id)).await?;
        let told = json!({ "extract": id, "to": new.to_name, "for": new.on_behalf_of, "items": new.items, "private_too": new.private_words.is_some() });
        journal::write(&mut tx, act, "send_extract", &format!("planned_meeting {}", new.planned_meeting_id), &told).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// An extract of a meeting.
    pub async fn minute_extract(&self, meeting: i64, id: i64) -> Result<Option<MinuteExtract>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1 and planned_meeting_id = $2");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).bind(meeting).fetch_optional(pool).await)
            .map_err(StoreError::database("extract"))
    }

    /// The extracts of a meeting, the newest first.
    pub async fn minute_extracts(&self, meeting: i64) -> Result<Vec<MinuteExtract>, StoreError> {
        let sql = format!("{COLUMNS} where planned_meeting_id = $1 order by id desc");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("extracts"))
    }

    /// Whoever can get an extract: open accounts of people with an address, by name.
    pub async fn accounts_with_address(&self) -> Result<Vec<(i64, String, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, full_name, email from account where kind = 'person' and closed_at is null and email is not null order by full_name, id")
            .fetch_all(pool).await)
        .map_err(StoreError::database("accounts"))
    }
}
