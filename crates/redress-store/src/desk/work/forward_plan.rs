//! Entries of the forward plan as they are worked on, with what was published and agreed for each.

use std::collections::BTreeMap;

use redress::forward_plan::{Entry, Exception, History, Published, Standing, Urgency, When, Why, Working};
use serde_json::{Value, json};

use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// The word of a notice of the general exception.
pub const GENERAL_EXCEPTION: &str = "general_exception";
/// The word of an agreement that a decision is urgent.
pub const SPECIAL_URGENCY: &str = "special_urgency";

/// An entry as it is kept.
#[derive(Debug, Clone)]
pub struct KeptEntry {
    /// Its number at the desk.
    pub id: i64,
    /// Its reference: `FP-2026-014`.
    pub reference: String,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
    /// Its words now.
    pub working: Working,
    /// The meeting that is to decide, where one is planned.
    pub planned_meeting_id: Option<i64>,
    /// The item that considers it.
    pub planned_item_id: Option<i64>,
    /// Who planned it.
    pub planned_by: String,
    /// What was published of it.
    pub history: History,
    /// The general exception.
    pub exception: Option<Exception>,
    /// Special urgency.
    pub urgency: Option<Urgency>,
}

/// A new entry. Its reference is given here, whatever it says.
#[derive(Debug, Clone, Copy)]
pub struct Planning<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The meeting that is to decide.
    pub meeting: Option<i64>,
    /// The item that considers it.
    pub item: Option<i64>,
}

/// A notice where there is too little time.
#[derive(Debug, Clone, Copy)]
pub enum PlanNotice<'a> {
    /// The general exception: regulation 10.
    Exception(&'a Exception),
    /// Special urgency: regulation 11.
    Urgency(&'a Urgency),
}

impl KeptEntry {
    /// The entry with what was published and agreed, for the rules.
    pub fn standing(&self) -> Standing<'_> {
        Standing { entry: &self.working.entry, history: &self.history, exception: self.exception.as_ref(), urgency: self.urgency.as_ref() }
    }

    /// Whether it stands in the published plan.
    pub fn is_published(&self) -> bool {
        self.history.standing().is_some_and(|v| v.entry.is_some())
    }
}

type Row = (i64, String, i64, String, Option<i64>, Option<i64>, String);
type VersionRow = (i64, String);
type NoticeRow = (i64, String, String);

const COLUMNS: &str =
    "select e.id, e.reference, e.revision, e.record, e.planned_meeting_id, e.planned_item_id, e.planned_by from forward_plan_entry e";

fn kept(rows: Vec<Row>, versions: Vec<VersionRow>, notices: Vec<NoticeRow>) -> Result<Vec<KeptEntry>, StoreError> {
    let mut histories: BTreeMap<i64, History> = BTreeMap::new();
    for (entry, record) in versions {
        let version: Published = read("version of an entry", &record)?;
        let history = histories.entry(entry).or_default();
        history.publish(version).map_err(|wrong| StoreError::Damaged(format!("forward plan entry {entry}: {}", wrong.message)))?;
    }
    let mut found = Vec::with_capacity(rows.len());
    for (id, reference, revision, record, planned_meeting_id, planned_item_id, planned_by) in rows {
        let last = |kind: &str| notices.iter().rev().find(|(of, k, _)| *of == id && k == kind).map(|(_, _, record)| record);
        found.push(KeptEntry {
            working: read("forward plan entry", &record)?,
            history: histories.remove(&id).unwrap_or_default(),
            exception: last(GENERAL_EXCEPTION).map(|r| read("general exception", r)).transpose()?,
            urgency: last(SPECIAL_URGENCY).map(|r| read("special urgency", r)).transpose()?,
            id,
            reference,
            revision,
            planned_meeting_id,
            planned_item_id,
            planned_by,
        });
    }
    Ok(found)
}

/// The entries that a condition with one value leaves, each with its versions and notices.
macro_rules! entries {
    ($desk:expr, $condition:literal, $value:expr) => {{
        let failed = StoreError::database("forward plan");
        let sql = format!("{COLUMNS} where {} order by e.first_day, e.id", $condition);
        let rows: Vec<Row> =
            on!(db &$desk.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind($value).fetch_all(pool).await).map_err(&failed)?;
        let sql = format!(
            "select v.forward_plan_entry_id, v.record from forward_plan_version v join forward_plan_entry e on e.id = v.forward_plan_entry_id
             where {} order by v.forward_plan_entry_id, v.version", $condition);
        let versions: Vec<VersionRow> =
            on!(db &$desk.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind($value).fetch_all(pool).await).map_err(&failed)?;
        let sql = format!(
            "select n.forward_plan_entry_id, n.kind, n.record from forward_plan_notice n join forward_plan_entry e on e.id = n.forward_plan_entry_id
             where {} order by n.id", $condition);
        let notices: Vec<NoticeRow> =
            on!(db &$desk.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind($value).fetch_all(pool).await).map_err(&failed)?;
        kept(rows, versions, notices)
    }};
}

/// Adds an entry in the transaction of an act.
pub(super) async fn insert(tx: &mut Tx, new: &Planning<'_>, act: &Act<'_>) -> Result<(i64, String), StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from forward_plan_entry").await?;
    let year = act.at.to_string().chars().take(4).collect::<String>();
    let taken: i64 = on!(tx &mut *tx, c => sqlx::query_scalar("select count(*) from forward_plan_entry where reference like $1")
        .bind(format!("FP-{year}-%")).fetch_one(c).await)
    .map_err(StoreError::database("forward plan"))?;
    let reference = format!("FP-{year}-{:03}", taken + 1);
    let working = Working::new(Entry { reference: reference.clone(), ..new.entry.clone() });
    on!(tx &mut *tx, c => sqlx::query(
        "insert into forward_plan_entry (id, reference, record, first_day, last_day, planned_meeting_id, planned_item_id, revision, planned_by, planned_at)
         values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)")
        .bind(id).bind(&reference).bind(written("forward plan entry", &working)?)
        .bind(new.entry.when.first().to_string()).bind(new.entry.when.last().to_string()).bind(new.meeting).bind(new.item)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("forward plan"))?;
    let told = json!({ "entry": working.entry, "meeting": new.meeting, "item": new.item });
    journal::write(tx, act, "plan_entry", &format!("forward_plan_entry {id}"), &told).await?;
    Ok((id, reference))
}

/// Puts an entry to another day and meeting, because the item that considers it moved there.
pub(super) async fn put_to(tx: &mut Tx, entry: i64, meeting: i64, when: When, why: Why, act: &Act<'_>) -> Result<(), StoreError> {
    let failed = StoreError::database("forward plan");
    let record: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar("select record from forward_plan_entry where id = $1")
        .bind(entry).fetch_optional(c).await)
    .map_err(&failed)?;
    let Some(record) = record else { return Ok(()) };
    let mut working: Working = read("forward plan entry", &record)?;
    if working.taken_out.is_some() {
        return Ok(());
    }
    let told = json!({ "when": when, "meeting": meeting, "why": why.words });
    working.entry.when = when;
    working.since.push(why);
    on!(tx &mut *tx, c => sqlx::query(
        "update forward_plan_entry set record = $1, first_day = $2, last_day = $3, planned_meeting_id = $4, revision = revision + 1 where id = $5")
        .bind(written("forward plan entry", &working)?).bind(when.first().to_string()).bind(when.last().to_string()).bind(meeting).bind(entry)
        .execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    journal::write(tx, act, "change_plan_entry", &format!("forward_plan_entry {entry}"), &told).await
}

impl Desk {
    /// Adds an entry and gives its number and its reference. The plan's own form and what makes entries by itself call this.
    pub async fn plan_entry(&self, new: &Planning<'_>, act: &Act<'_>) -> Result<(i64, String), StoreError> {
        let mut tx = self.db.write().await?;
        let made = insert(&mut tx, new, act).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// An entry.
    pub async fn forward_plan_entry(&self, id: i64) -> Result<Option<KeptEntry>, StoreError> {
        Ok(entries!(self, "e.id = $1", id)?.pop())
    }

    /// The entries that are to be decided on a day or later, as stored, the earliest first.
    pub async fn forward_plan(&self, from: &str) -> Result<Vec<KeptEntry>, StoreError> {
        entries!(self, "e.last_day >= $1", from)
    }

    /// The entries that an item considers.
    pub async fn entries_of_item(&self, item: i64) -> Result<Vec<KeptEntry>, StoreError> {
        entries!(self, "e.planned_item_id = $1", item)
    }

    /// Writes an entry that was changed, or linked to a meeting or an item. False where somebody changed it meanwhile.
    pub async fn change_plan_entry(&self, kept: &KeptEntry, (what, body): (&str, &Value), act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let when = kept.working.entry.when;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update forward_plan_entry set record = $1, first_day = $2, last_day = $3, planned_meeting_id = $4, planned_item_id = $5,
             revision = revision + 1 where id = $6 and revision = $7")
            .bind(written("forward plan entry", &kept.working)?).bind(when.first().to_string()).bind(when.last().to_string())
            .bind(kept.planned_meeting_id).bind(kept.planned_item_id).bind(kept.id).bind(kept.revision)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("forward plan"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, what, &format!("forward_plan_entry {}", kept.id), body).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Records a notice of the general exception, or an agreement that the decision is urgent.
    pub async fn record_plan_notice(&self, entry: i64, notice: PlanNotice<'_>, act: &Act<'_>) -> Result<(), StoreError> {
        let (kind, record, body) = match notice {
            PlanNotice::Exception(exception) => (GENERAL_EXCEPTION, written("general exception", exception)?, json!(exception)),
            PlanNotice::Urgency(urgency) => (SPECIAL_URGENCY, written("special urgency", urgency)?, json!(urgency)),
        };
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from forward_plan_notice").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into forward_plan_notice (id, forward_plan_entry_id, kind, record, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)")
            .bind(id).bind(entry).bind(kind).bind(&record).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("forward plan"))?;
        journal::write(&mut tx, act, kind, &format!("forward_plan_entry {entry}"), &body).await?;
        tx.commit().await
    }

    /// Items of planned meetings from a day on, as stored: what an entry can be linked to.
    pub async fn items_to_plan(&self, from: &str, most: i64) -> Result<Vec<super::item::PlannedItem>, StoreError> {
        let sql = format!(
            "{} where planned_meeting_id in (select id from planned_meeting where on_date >= $1) order by planned_meeting_id, position limit $2",
            super::item::COLUMNS
        );
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(from).bind(most).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }
}
