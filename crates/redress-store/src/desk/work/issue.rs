//! Issues as the clerk keeps them: opened from items, with a title that the public may read, and the items in them.

use redress::draft::IssueDraft;
use serde_json::json;

use super::item::{self, PlannedItem};
use super::{next, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// An issue.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct KeptIssue {
    /// Its number at the desk.
    pub id: i64,
    /// The title, which the public may read.
    pub title: String,
    /// How often the clerk changed it; 0 for one that only a source named.
    pub revision: i64,
    /// Who opened it; none for one that only a source named.
    pub opened_by: Option<String>,
    /// When.
    pub opened_at: Option<String>,
    /// Its number in public, where something of it was ever published.
    pub public_number: Option<i64>,
    /// `merged` or `split`; none while it goes on.
    pub became: Option<String>,
    /// The day on which it ended.
    pub ended_on: Option<String>,
    /// Why.
    pub ended_why: Option<String>,
    /// Who ended it.
    pub ended_by: Option<String>,
}

/// An item on record that no planned item stands for: it came from a source.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct RecordedItem {
    /// Its number among the items on record.
    pub id: i64,
    /// Its key in public.
    pub key: String,
    /// The number on its agenda.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// The day of its meeting.
    pub on_date: Option<String>,
    /// The body.
    pub body: Option<String>,
}

const ISSUES: &str = "select i.id, i.title, coalesce(f.revision, 0) as revision, f.opened_by, f.opened_at, n.number as public_number,
    c.became, c.on_date as ended_on, c.why as ended_why, c.recorded_by as ended_by
    from issue i left join issue_file f on f.issue_id = i.id left join issue_change c on c.issue_id = i.id
    left join public_number n on n.kind = 'issue' and n.record_id = i.id";

/// The number by which sources of the desk's own name an issue: two of one title stay apart.
pub(in crate::desk) fn own_number(issue: i64) -> String {
    format!("{OWN}{issue}")
}

/// How those numbers begin. They are nobody's business outside.
pub(in crate::desk) const OWN: &str = "desk-";

/// Opens an issue in the transaction of the act that causes it.
pub(super) async fn open(tx: &mut Tx, title: &str, items: &[i64], act: &Act<'_>) -> Result<i64, StoreError> {
    let failed = StoreError::database("issue");
    let id = next(tx, "select coalesce(max(id), 0) + 1 from issue").await?;
    let draft = IssueDraft { title: title.into(), foreign_id: None };
    on!(tx &mut *tx, c => sqlx::query("insert into issue (id, title, record) values ($1, $2, $3)")
        .bind(id).bind(title).bind(written("issue", &draft)?).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    keep(tx, id, act).await?;
    for item in items {
        on!(tx &mut *tx, c => sqlx::query("update planned_item set issue_id = $1 where id = $2").bind(id).bind(*item).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
    }
    journal::write(tx, act, "open_issue", &format!("issue {id}"), &json!({ "title": title, "items": items })).await?;
    Ok(id)
}

/// From now on the desk keeps the issue; sources of its own find it by number.
pub(super) async fn keep(tx: &mut Tx, issue: i64, act: &Act<'_>) -> Result<(), StoreError> {
    let failed = StoreError::database("issue");
    on!(tx &mut *tx, c => sqlx::query(
        "insert into issue_file (issue_id, revision, opened_by, opened_at) values ($1, 1, $2, $3) on conflict do nothing")
        .bind(issue).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    on!(tx tx, c => sqlx::query(
        "insert into foreign_number (what, scope, number, record_id) values ('issue', $1, $2, $3) on conflict do nothing")
        .bind(issue.to_string()).bind(own_number(issue)).bind(issue).execute(c).await.map(|_| ()))
    .map_err(failed)
}

impl Desk {
    /// Opens an issue with these items in it.
    pub async fn open_issue(&self, title: &str, items: &[i64], act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = open(&mut tx, title, items, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Gives an issue another title; false where somebody changed it meanwhile.
    pub async fn name_issue(&self, seen: &KeptIssue, title: &str, act: &Act<'_>) -> Result<bool, StoreError> {
        let failed = StoreError::database("issue");
        let mut tx = self.db.write().await?;
        keep(&mut tx, seen.id, act).await?;
        // One that only a source named is kept from now on, which counts as its first revision.
        let done: u64 =
            on!(tx &mut tx, c => sqlx::query("update issue_file set revision = revision + 1 where issue_id = $1 and revision = $2")
            .bind(seen.id).bind(seen.revision.max(1)).execute(c).await.map(|d| d.rows_affected()))
            .map_err(&failed)?;
        if done == 0 {
            return Ok(false);
        }
        on!(tx &mut tx, c => sqlx::query("update issue set title = $1 where id = $2").bind(title).bind(seen.id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        journal::write(&mut tx, act, "name_issue", &format!("issue {}", seen.id), &json!({ "title": title, "before": seen.title })).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Puts an item into an issue, or takes it out of the one that it was in.
    pub async fn put_into_issue(&self, item: i64, issue: Option<i64>, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        if let Some(issue) = issue {
            keep(&mut tx, issue, act).await?;
        }
        on!(tx &mut tx, c => sqlx::query("update planned_item set issue_id = $1 where id = $2").bind(issue).bind(item).execute(c).await.map(|_| ()))
            .map_err(StoreError::database("item"))?;
        // What was referred at the item goes with it.
        if let Some(issue) = issue {
            on!(tx &mut tx, c => sqlx::query("update referral set issue_id = $1 where planned_item_id = $2").bind(issue).bind(item).execute(c).await.map(|_| ()))
                .map_err(StoreError::database("referral"))?;
        }
        journal::write(&mut tx, act, "put_into_issue", &format!("planned_item {item}"), &json!({ "issue": issue })).await?;
        tx.commit().await
    }

    /// An issue.
    pub async fn issue(&self, id: i64) -> Result<Option<KeptIssue>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(format!("{ISSUES} where i.id = $1"))).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("issue"))
    }

    /// Every issue, the newest first.
    pub async fn issues(&self) -> Result<Vec<KeptIssue>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(format!("{ISSUES} order by i.id desc"))).fetch_all(pool).await)
            .map_err(StoreError::database("issues"))
    }

    /// The planned items of an issue, in order of time.
    pub async fn planned_items_of_issue(&self, issue: i64) -> Result<Vec<PlannedItem>, StoreError> {
        let sql = format!(
            "{} where issue_id = $1 order by (select m.on_date from planned_meeting m where m.id = planned_meeting_id), position, id",
            item::COLUMNS
        );
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(issue).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }

    /// The items of an issue that came from sources and that no planned item stands for, in order of time. What waits for an
    /// officer is not among them.
    pub async fn recorded_items_of_issue(&self, issue: i64) -> Result<Vec<RecordedItem>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select a.id, a.key, a.number, a.title, g.on_date, b.name as body
             from agenda_item a join meeting g on g.id = a.meeting_id left join body b on b.id = g.body_id
             where a.issue_id = $1
               and not exists (select 1 from planned_item i join planned_meeting m on m.id = i.planned_meeting_id
                               where m.body_id = g.body_id and m.on_date = g.on_date and i.number = a.number)
               and not exists (select 1 from hold h where h.kind = 'item' and h.record_id = a.id and h.released_at is null)
             order by g.on_date, a.id").bind(issue).fetch_all(pool).await)
        .map_err(StoreError::database("items"))
    }
}
