//! Items of planned meetings. The working title is the desk's; the public title is chosen apart from it.

use serde_json::json;

use super::{agenda, next};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// An item of a planned meeting.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct PlannedItem {
    /// Its number at the desk.
    pub id: i64,
    /// The meeting.
    pub planned_meeting_id: i64,
    /// The number as displayed.
    pub number: String,
    /// Its place on the agenda.
    pub position: i64,
    /// The title that officers use.
    pub title: String,
    /// The title that the public may read; none while nobody has chosen one.
    pub public_title: Option<String>,
    /// The agenda text.
    pub agenda_text: Option<String>,
    /// The Ombudsman's paper that it is about.
    pub ombudsman_paper_id: Option<i64>,
    /// Where it stands by its nature: `opening`, `public`, `exclusion`, `private`; none where that is not settled.
    pub place: Option<String>,
    /// The issue that it belongs to.
    pub issue_id: Option<i64>,
    /// How often its words were changed; a change says which one it saw.
    pub revision: i64,
}

pub(super) const COLUMNS: &str = "select id, planned_meeting_id, number, position, title, public_title, agenda_text, ombudsman_paper_id, place, issue_id, revision from planned_item";

/// That an item is on the agenda of its meeting: the last thing that happened to it was not that it came off.
pub(super) const STANDS: &str = "not exists (select 1 from item_event e where e.planned_item_id = planned_item.id
    and e.planned_meeting_id = planned_item.planned_meeting_id
    and e.id = (select max(l.id) from item_event l where l.planned_item_id = planned_item.id))";

/// Adds an item with the cases that it considers; without a number it gets one, in its part. None where the number is taken.
pub(super) async fn insert(tx: &mut Tx, new: &PlannedItem, cases: &[i64], act: &Act<'_>) -> Result<Option<i64>, StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from planned_item").await?;
    let (number, settles) = if new.number.is_empty() { agenda::number_for(tx, new).await? } else { (new.number.clone(), false) };
    let done: u64 = on!(tx &mut *tx, c => sqlx::query(
        "insert into planned_item (id, planned_meeting_id, number, position, title, public_title, agenda_text, ombudsman_paper_id, place, issue_id, added_by, added_at)
         select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11 from planned_item where planned_meeting_id = $2
         on conflict do nothing")
        .bind(id).bind(new.planned_meeting_id).bind(&number).bind(&new.title).bind(&new.public_title).bind(&new.agenda_text)
        .bind(new.ombudsman_paper_id).bind(&new.place).bind(new.issue_id).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("item"))?;
    if done == 0 {
        return Ok(None);
    }
    if settles {
        agenda::settle(tx, new.planned_meeting_id, true).await?;
    } else if new.number.is_empty() {
        agenda::stand_in_part(tx, new.planned_meeting_id, id).await?;
    }
    super::case_file::attach(tx, id, cases).await?;
    journal::write(tx, act, "add_item", &format!("planned_item {id}"), &json!({ "item": new, "cases": cases })).await?;
    Ok(Some(id))
}

impl Desk {
    /// Adds an item, with the cases that it considers; none where the number is taken. Without a number it gets one: in its part
    /// while the agenda is not published, afterwards a letter.
    pub async fn add_item(&self, new: &PlannedItem, cases: &[i64], act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(id) = insert(&mut tx, new, cases, act).await? else { return Ok(None) };
        tx.commit().await?;
        Ok(Some(id))
    }

    /// An item.
    pub async fn planned_item(&self, id: i64) -> Result<Option<PlannedItem>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS} where id = $1"))).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("item"))
    }

    /// The items that are on the agenda of a planned meeting, in order.
    pub async fn planned_items(&self, meeting: i64) -> Result<Vec<PlannedItem>, StoreError> {
        let sql = format!("{COLUMNS} where planned_meeting_id = $1 and {STANDS} order by position, id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }

    /// The items of a planned meeting that are public, each with its key there.
    pub async fn published_items(&self, meeting: i64) -> Result<Vec<(PlannedItem, String)>, StoreError> {
        let keys: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select c.record_id, c.public_key from cleared c join planned_item i on i.id = c.record_id
             where c.kind = 'item' and i.planned_meeting_id = $1 and c.ended_at is null and c.public_key is not null")
            .bind(meeting).fetch_all(pool).await)
        .map_err(StoreError::database("items"))?;
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let key = |item: &PlannedItem| keys.iter().find(|(id, _)| *id == item.id).map(|(_, key)| key.clone());
        Ok(self.planned_items(meeting).await?.into_iter().filter_map(|item| key(&item).map(|key| (item, key))).collect())
    }

    /// The items about a paper of the Ombudsman's.
    pub async fn items_about(&self, ombudsman_paper: i64) -> Result<Vec<PlannedItem>, StoreError> {
        let sql = format!("{COLUMNS} where ombudsman_paper_id = $1 order by id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(ombudsman_paper).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }
}
