//! The agenda of a planned meeting: its items in order, with the numbers that they have until it is published.

use redress::agenda::order::{Numbering, Place, Planned, after_the_greatest, arrange, insert, numbered_by, put};
use redress::body::Particulars;
use redress::wrong::Wrong;
use serde_json::json;

use super::item::{self, PlannedItem};
use super::late_item::{self, Opinion};
use super::{read, workspace};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// Positions between two neighbours: what comes late goes in between, and those after it keep theirs.
const ROOM: i64 = 100;

/// An agenda in order.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Agenda {
    /// Its items, each with the part that it stands in.
    pub items: Vec<(Place, PlannedItem)>,
    /// What stands for this order: a change says which one it saw.
    pub seen: String,
    /// Something of it is public, so its numbers stay.
    pub published: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    number: String,
    title: String,
    place: Option<String>,
    private: i64,
}

impl Row {
    fn planned(self) -> Planned {
        let place = place(self.place.as_deref(), self.private > 0);
        Planned { id: self.id, title: self.title, place, number: Some(self.number) }
    }
}

/// The part that an item stands in: as it was placed, else with what is planned in private, else in public.
fn place(word: Option<&str>, private: bool) -> Place {
    let placed = word.and_then(Place::of_word);
    placed.unwrap_or(if private { Place::Private } else { Place::Public })
}

/// The items that are on an agenda, in order.
async fn planned(tx: &mut Tx, meeting: i64) -> Result<Vec<Planned>, StoreError> {
    let sql = format!(
        "select id, number, title, place, (select count(*) from private_plan p where p.planned_item_id = planned_item.id) as private
         from planned_item where planned_meeting_id = $1 and {} order by position, id",
        item::STANDS
    );
    let rows: Vec<Row> = on!(tx tx, c => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(c).await)
        .map_err(StoreError::database("agenda"))?;
    Ok(rows.into_iter().map(Row::planned).collect())
}

/// Whether something of an agenda was ever published.
async fn published(tx: &mut Tx, meeting: i64) -> Result<bool, StoreError> {
    let count: i64 = on!(tx tx, c => sqlx::query_scalar(
        "select count(*) from cleared k join planned_item i on i.id = k.record_id where k.kind = 'item' and i.planned_meeting_id = $1")
        .bind(meeting).fetch_one(c).await)
    .map_err(StoreError::database("agenda"))?;
    Ok(count > 0)
}

/// How the body of a meeting numbers its items; through the year they go on from its earlier meetings.
async fn numbering(tx: &mut Tx, meeting: i64) -> Result<Numbering, StoreError> {
    let failed = StoreError::database("agenda");
    let record: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select p.record from body_particulars p join planned_meeting m on m.body_id = p.body_id where m.id = $1")
        .bind(meeting).fetch_optional(c).await)
    .map_err(&failed)?;
    let settled = record.map(|r| read::<Particulars>("particulars", &r)).transpose()?.map(|p| p.numbering);
    let Some(Numbering::ThroughTheYear { next, year }) = settled else { return Ok(Numbering::EachAgenda) };
    let numbers: Vec<String> = on!(tx tx, c => sqlx::query_scalar(
        "select i.number from planned_item i join planned_meeting e on e.id = i.planned_meeting_id join planned_meeting m on m.body_id = e.body_id
         where m.id = $1 and e.on_date < m.on_date").bind(meeting).fetch_all(c).await)
    .map_err(&failed)?;
    let behind = year.as_deref().map(|y| format!("/{y}")).unwrap_or_default();
    let given = |n: &String| n.strip_suffix(&behind)?.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse::<u32>().ok();
    let after = numbers.iter().filter_map(given).max().map_or(0, |n| n.saturating_add(1));
    Ok(Numbering::ThroughTheYear { next: next.max(after), year })
}

fn seen(items: &[Planned]) -> String {
    items.iter().map(|i| i.id.to_string()).collect::<Vec<_>>().join(".")
}

/// Writes order and numbers. Every number goes through one that nothing has, for two items may trade theirs.
async fn write(tx: &mut Tx, items: &[Planned], numbers: bool) -> Result<(), StoreError> {
    let failed = StoreError::database("agenda");
    if numbers {
        for item in items {
            on!(tx &mut *tx, c => sqlx::query("update planned_item set number = 'at ' || cast(id as text) where id = $1")
                .bind(item.id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
    }
    for (at, item) in (1_i64..).zip(items) {
        let position = at.saturating_mul(ROOM);
        on!(tx &mut *tx, c => sqlx::query("update planned_item set position = $1 where id = $2").bind(position).bind(item.id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        if let (true, Some(number)) = (numbers, &item.number) {
            on!(tx &mut *tx, c => sqlx::query("update planned_item set number = $1 where id = $2").bind(number).bind(item.id).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
        }
    }
    Ok(())
}

/// Gives an item a position between its neighbours; where there is no room left, every item gets another.
async fn put_between(tx: &mut Tx, items: &[Planned], at: usize) -> Result<(), StoreError> {
    let neighbour = |index: Option<usize>| index.and_then(|i| items.get(i)).map_or(0, |i| i.id);
    let (before, own, after) = (neighbour(at.checked_sub(1)), neighbour(Some(at)), neighbour(at.checked_add(1)));
    let position = "select position from planned_item where id = $1";
    let failed = StoreError::database("agenda");
    let low: Option<i64> = on!(tx &mut *tx, c => sqlx::query_scalar(position).bind(before).fetch_optional(c).await).map_err(&failed)?;
    let high: Option<i64> = on!(tx &mut *tx, c => sqlx::query_scalar(position).bind(after).fetch_optional(c).await).map_err(&failed)?;
    let low = low.unwrap_or(0);
    let middle = match high {
        None => low.saturating_add(ROOM),
        Some(high) if high - low >= 2 => low + (high - low) / 2,
        Some(_) => return write(tx, items, false).await,
    };
    on!(tx &mut *tx, c => sqlx::query("update planned_item set position = $1 where id = $2").bind(middle).bind(own).execute(c).await.map(|_| ()))
        .map_err(failed)
}

/// Gives an item that joined a published agenda with a letter its place behind the others of its part.
pub(super) async fn stand_in_part(tx: &mut Tx, meeting: i64, id: i64) -> Result<(), StoreError> {
    if !published(tx, meeting).await? {
        return Ok(());
    }
    let mut items = planned(tx, meeting).await?;
    let Some(at) = items.iter().position(|i| i.id == id) else { return Ok(()) };
    let own = items.remove(at);
    let at = items.iter().rposition(|i| i.place <= own.place).map_or(0, |last| last + 1);
    items.insert(at, own);
    put_between(tx, &items, at).await
}

/// Puts the items of an agenda in their parts again after one came, went or changed its part. Typed numbers stay.
pub(super) async fn settle(tx: &mut Tx, meeting: i64, were_own: bool) -> Result<(), StoreError> {
    // What was taken down goes by the number.
    if published(tx, meeting).await? || workspace::begun(tx, meeting).await? {
        return Ok(());
    }
    let mut items = planned(tx, meeting).await?;
    if were_own {
        arrange(&mut items, &numbering(tx, meeting).await?);
    }
    write(tx, &items, were_own).await
}

/// Whether the numbers of an agenda follow from its order.
pub(super) async fn own_numbers(tx: &mut Tx, meeting: i64) -> Result<bool, StoreError> {
    Ok(numbered_by(&planned(tx, meeting).await?, &numbering(tx, meeting).await?))
}

/// A free number for an item that comes without one, and whether the agenda is to be settled afterwards.
pub(super) async fn number_for(tx: &mut Tx, new: &PlannedItem) -> Result<(String, bool), StoreError> {
    let mut items = planned(tx, new.planned_meeting_id).await?;
    // One that came from another agenda stands among them already.
    items.retain(|i| i.id != new.id || new.id == 0);
    if published(tx, new.planned_meeting_id).await? {
        let own = place(new.place.as_deref(), false);
        let last = items.iter().rfind(|i| i.place <= own).or(items.first()).and_then(|i| i.number.clone());
        let joins = Planned { id: 0, title: new.title.clone(), place: own, number: None };
        let lettered = last.and_then(|after| insert(&mut items, &after, joins).ok());
        return Ok((lettered.unwrap_or_else(|| after_the_greatest(&items)), false));
    }
    if workspace::begun(tx, new.planned_meeting_id).await? {
        return Ok((after_the_greatest(&items), false));
    }
    let own = numbered_by(&items, &numbering(tx, new.planned_meeting_id).await?);
    let number = if own { format!("at end of {}", items.len()) } else { after_the_greatest(&items) };
    Ok((number, own))
}

impl Desk {
    /// The agenda of a meeting.
    pub async fn agenda(&self, meeting: i64) -> Result<Agenda, StoreError> {
        let mut items = Vec::new();
        for item in self.planned_items(meeting).await? {
            let private = item.place.is_none() && self.private_plan(item.id).await?.is_some();
            items.push((place(item.place.as_deref(), private), item));
        }
        let count: i64 = on!(db &self.db, pool => sqlx::query_scalar(
            "select count(*) from cleared k join planned_item i on i.id = k.record_id where k.kind = 'item' and i.planned_meeting_id = $1")
            .bind(meeting).fetch_one(pool).await)
        .map_err(StoreError::database("agenda"))?;
        let seen = items.iter().map(|(_, i)| i.id.to_string()).collect::<Vec<_>>().join(".");
        Ok(Agenda { items, seen, published: count > 0 })
    }

    /// Moves an item to a place among those of its part, and numbers the agenda by the order; wrong once it is published, or
    /// something was taken down.
    /// False where somebody else changed the order meanwhile.
    pub async fn put_in_order(
        &self,
        meeting: i64,
        moved: i64,
        to: usize,
        saw: &str,
        act: &Act<'_>,
    ) -> Result<Result<bool, Wrong>, StoreError> {
        let mut tx = self.db.write().await?;
        if published(&mut tx, meeting).await? {
            return Ok(Err(Wrong::new("item", STAYS)));
        }
        if workspace::begun(&mut tx, meeting).await? {
            return Ok(Err(Wrong::new("item", TAKEN_DOWN)));
        }
        let mut items = planned(&mut tx, meeting).await?;
        if seen(&items) != saw {
            return Ok(Ok(false));
        }
        if let Err(wrong) = put(&mut items, moved, to) {
            return Ok(Err(wrong));
        }
        arrange(&mut items, &numbering(&mut tx, meeting).await?);
        write(&mut tx, &items, true).await?;
        let order: Vec<_> = items.iter().map(|i| (i.id, &i.number)).collect();
        journal::write(&mut tx, act, "put_in_order", &format!("planned_meeting {meeting}"), &json!({ "order": order })).await?;
        tx.commit().await?;
        Ok(Ok(true))
    }

    /// Puts an item into a published agenda after another, with the opinion by which it is urgent where it is late.
    pub async fn insert_item(
        &self,
        new: &PlannedItem,
        after: i64,
        opinion: Option<&Opinion>,
        act: &Act<'_>,
    ) -> Result<Result<i64, Wrong>, StoreError> {
        let mut tx = self.db.write().await?;
        let mut items = planned(&mut tx, new.planned_meeting_id).await?;
        let number = items.iter().find(|i| i.id == after).and_then(|i| i.number.clone()).unwrap_or_default();
        let joins = Planned { id: 0, title: new.title.clone(), place: place(new.place.as_deref(), false), number: None };
        let number = match insert(&mut items, &number, joins) {
            Ok(number) => number,
            Err(wrong) => return Ok(Err(wrong)),
        };
        let numbered = PlannedItem { number: number.clone(), ..new.clone() };
        let Some(id) = item::insert(&mut tx, &numbered, &[], act).await? else {
            return Ok(Err(Wrong::new("after", format!("The number {number} was given on this agenda before. Choose another item."))));
        };
        let at = items.iter().position(|i| i.id == 0).unwrap_or(0);
        if let Some(item) = items.get_mut(at) {
            item.id = id;
        }
        put_between(&mut tx, &items, at).await?;
        if let Some(opinion) = opinion {
            late_item::record(&mut tx, id, opinion, act).await?;
        }
        tx.commit().await?;
        Ok(Ok(id))
    }
}

/// Why the order stays, and every item with it, once something was taken down.
pub const TAKEN_DOWN: &str = "The meeting has begun in its workspace, and what was taken down goes by the numbers of the items: they stay as they are. Take down under the item what becomes of it.";

/// Why the order of a published agenda stays.
pub const STAYS: &str = "The agenda is published: its numbers stay, for people cite them. A late item goes in with a letter; an item that is not taken is taken off or put off.";
