//! Changing an item that is not published, and that an item came off its agenda: rows that are added and never changed.

use redress::agenda::off::{Off, What};
use redress::wrong::Wrong;
use serde_json::json;

use super::item::{self, COLUMNS, PlannedItem, STANDS};
use super::{agenda, next, workspace};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// That an item came off an agenda.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct ItemEvent {
    /// Its number.
    pub id: i64,
    /// The item.
    pub planned_item_id: i64,
    /// The meeting whose agenda it came off.
    pub planned_meeting_id: i64,
    /// `taken_off`, `put_off`.
    pub what: String,
    /// On what day.
    pub on_date: String,
    /// The later meeting.
    pub to_meeting_id: Option<i64>,
    /// Why.
    pub why: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
}

const EVENTS: &str =
    "select id, planned_item_id, planned_meeting_id, what, on_date, to_meeting_id, why, recorded_by, recorded_at from item_event";

/// What takes an item off an agenda.
#[derive(Debug, Clone, Copy)]
pub struct Leaving<'a> {
    /// The item.
    pub item: &'a PlannedItem,
    /// The later meeting, where it is put off.
    pub to_meeting: Option<i64>,
    /// The day, in London.
    pub on: jiff::civil::Date,
    /// Why, as the public may read it.
    pub why: &'a str,
}

async fn add(tx: &mut Tx, item: i64, leaving: &Leaving<'_>, act: &Act<'_>) -> Result<(), StoreError> {
    let what = if leaving.to_meeting.is_some() { What::PutOff } else { What::TakenOff };
    let id = next(tx, "select coalesce(max(id), 0) + 1 from item_event").await?;
    let from = leaving.item.planned_meeting_id;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into item_event (id, planned_item_id, planned_meeting_id, what, on_date, to_meeting_id, why, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(item).bind(from).bind(what.word()).bind(leaving.on.to_string()).bind(leaving.to_meeting).bind(leaving.why)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("item"))?;
    let told = json!({ "from": from, "to": leaving.to_meeting, "on": leaving.on, "why": leaving.why });
    journal::write(tx, act, what.word(), &format!("planned_item {item}"), &told).await
}

/// Whether an item stands on the public agenda.
async fn is_public(tx: &mut Tx, item: i64) -> Result<bool, StoreError> {
    let count: i64 = on!(tx tx, c => sqlx::query_scalar(
        "select count(*) from cleared where kind = 'item' and record_id = $1").bind(item).fetch_one(c).await)
    .map_err(StoreError::database("item"))?;
    Ok(count > 0)
}

/// What the old agenda keeps of a published item that goes to a later meeting: its number and its public words.
async fn stand_in(tx: &mut Tx, item: &PlannedItem, act: &Act<'_>) -> Result<i64, StoreError> {
    let failed = StoreError::database("item");
    let Some(stays) = item::insert(tx, item, &[], act).await? else {
        return Err(StoreError::Damaged(format!("item {}: its number is taken on its own agenda", item.id)));
    };
    on!(tx &mut *tx, c => sqlx::query("update planned_item set position = $1 where id = $2").bind(item.position).bind(stays).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    // What was to be heard in private stays as untold as it was.
    on!(tx &mut *tx, c => sqlx::query(
        "insert into private_plan (planned_item_id, record, planned_by, planned_at)
         select $1, record, planned_by, planned_at from private_plan where planned_item_id = $2")
        .bind(stays).bind(item.id).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    on!(tx &mut *tx, c => sqlx::query("update cleared set record_id = $1 where kind = 'item' and record_id = $2").bind(stays).bind(item.id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    // Its papers go with it, and are cleared for the later meeting by a decision of their own.
    on!(tx &mut *tx, c => sqlx::query(
        "delete from cleared where kind = 'paper' and ended_at is null and record_id in (select id from working_paper where planned_item_id = $1)")
        .bind(item.id).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    Ok(stays)
}

impl Desk {
    /// Changes the words of an item; false where somebody changed it meanwhile.
    pub async fn change_item(&self, after: &PlannedItem, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let own = agenda::own_numbers(&mut tx, after.planned_meeting_id).await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update planned_item set title = $1, public_title = $2, agenda_text = $3, place = $4, revision = revision + 1 where id = $5 and revision = $6")
            .bind(&after.title).bind(&after.public_title).bind(&after.agenda_text).bind(&after.place).bind(after.id).bind(after.revision)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("item"))?;
        if done == 0 {
            return Ok(false);
        }
        agenda::settle(&mut tx, after.planned_meeting_id, own).await?;
        journal::write(&mut tx, act, "change_item", &format!("planned_item {}", after.id), &json!(after)).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes an item off its agenda, or puts it off to a later one with its papers and everything else that hangs on it. Wrong
    /// once something was taken down in the meeting.
    pub async fn leave_agenda(&self, leaving: &Leaving<'_>, act: &Act<'_>) -> Result<Result<(), Wrong>, StoreError> {
        let failed = StoreError::database("item");
        let (item, from) = (leaving.item, leaving.item.planned_meeting_id);
        let mut tx = self.db.write().await?;
        if workspace::begun(&mut tx, from).await? {
            return Ok(Err(Wrong::new("why", agenda::TAKEN_DOWN)));
        }
        let own = agenda::own_numbers(&mut tx, from).await?;
        let public = is_public(&mut tx, item.id).await?;
        let blank = format!("off {}", item.id);
        match leaving.to_meeting {
            Some(to) => {
                on!(tx &mut tx, c => sqlx::query("update planned_item set planned_meeting_id = $1, number = $2 where id = $3")
                    .bind(to).bind(&blank).bind(item.id).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                let stays = if public { stand_in(&mut tx, item, act).await? } else { item.id };
                add(&mut tx, stays, leaving, act).await?;
                self.join(&mut tx, item.id, to).await?;
            }
            None => {
                if !public {
                    on!(tx &mut tx, c => sqlx::query("update planned_item set number = $1 where id = $2").bind(&blank).bind(item.id).execute(c).await.map(|_| ()))
                        .map_err(&failed)?;
                }
                add(&mut tx, item.id, leaving, act).await?;
            }
        }
        agenda::settle(&mut tx, from, own).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Gives an item that came from another agenda its number on this one.
    async fn join(&self, tx: &mut Tx, item: i64, meeting: i64) -> Result<(), StoreError> {
        let failed = StoreError::database("item");
        let sql = format!("{COLUMNS} where id = $1");
        let moved: PlannedItem =
            on!(tx &mut *tx, c => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(item).fetch_one(c).await).map_err(&failed)?;
        let (number, settles) = agenda::number_for(tx, &moved).await?;
        on!(tx &mut *tx, c => sqlx::query(
            "update planned_item set number = $1, position = (select coalesce(max(position), 0) + 1 from planned_item where planned_meeting_id = $2) where id = $3")
            .bind(&number).bind(meeting).bind(item).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        if settles { agenda::settle(tx, meeting, true).await } else { agenda::stand_in_part(tx, meeting, item).await }
    }

    /// What came off the agenda of a meeting, the first first, each with its item.
    pub async fn off_agenda(&self, meeting: i64) -> Result<Vec<(ItemEvent, PlannedItem)>, StoreError> {
        let sql = format!("{EVENTS} where planned_meeting_id = $1 order by id");
        let events: Vec<ItemEvent> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("item"))?;
        let mut all = Vec::with_capacity(events.len());
        for event in events {
            if let Some(item) = self.planned_item(event.planned_item_id).await? {
                all.push((event, item));
            }
        }
        Ok(all)
    }

    /// The items that came off the agenda of a meeting and still belong to it: those that were public there stay in public.
    pub async fn items_off(&self, meeting: i64) -> Result<Vec<PlannedItem>, StoreError> {
        let sql = format!("{COLUMNS} where planned_meeting_id = $1 and not ({STANDS}) order by position, id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }

    /// That an item came off the agenda of the meeting that it belongs to, as the public may read it.
    pub async fn off(&self, item: i64) -> Result<Option<Off>, StoreError> {
        let sql = format!(
            "{EVENTS} where planned_item_id = $1 and id = (select max(l.id) from item_event l where l.planned_item_id = $1)
             and planned_meeting_id = (select i.planned_meeting_id from planned_item i where i.id = $1)"
        );
        let event: Option<ItemEvent> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(item).fetch_optional(pool).await)
                .map_err(StoreError::database("item"))?;
        let Some(event) = event else { return Ok(None) };
        let to = match event.to_meeting_id {
            Some(id) => self.planned_meeting(id).await?,
            None => None,
        };
        let words = |m: &super::meeting::PlannedMeeting| {
            m.on_date.parse().map_or_else(|_| m.body.clone(), |day| format!("{}, {}", m.body, redress::day::long(day)))
        };
        Ok(Some(Off {
            what: What::of_word(&event.what).unwrap_or(What::TakenOff),
            on: event.on_date.parse().unwrap_or_default(),
            why: event.why,
            to_words: to.as_ref().map(words),
            to: to.map(|m| m.key()),
        }))
    }
}
