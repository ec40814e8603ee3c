//! What stands on every agenda of a body.

use redress::agenda::order::Place;
use redress::agenda::standing::Standing;
use serde_json::json;

use super::item::{self, PlannedItem};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

impl Desk {
    /// The lines of a body, in order; none where nobody has set them.
    pub async fn standing_items(&self, body: i64) -> Result<Vec<Standing>, StoreError> {
        let rows: Vec<(String, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select place, title from standing_item where body_id = $1 order by position").bind(body).fetch_all(pool).await)
        .map_err(StoreError::database("standing items"))?;
        let line = |(place, title): (String, String)| Standing { place: Place::of_word(&place).unwrap_or(Place::Public), title };
        Ok(rows.into_iter().map(line).collect())
    }

    /// Sets the lines of a body; the journal keeps what they were.
    pub async fn set_standing_items(&self, body: i64, lines: &[Standing], act: &Act<'_>) -> Result<(), StoreError> {
        let failed = StoreError::database("standing items");
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("delete from standing_item where body_id = $1").bind(body).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        for (position, line) in (1_i64..).zip(lines) {
            on!(tx &mut tx, c => sqlx::query(
                "insert into standing_item (body_id, position, place, title, set_by, set_at) values ($1, $2, $3, $4, $5, $6)")
                .bind(body).bind(position).bind(line.place.word()).bind(&line.title).bind(act.who).bind(act.at.to_string())
                .execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        journal::write(&mut tx, act, "set_standing_items", &format!("body {body}"), &json!(lines)).await?;
        tx.commit().await
    }

    /// Puts lines on an agenda that is not published, in their parts; numbers follow. Gives the items.
    pub async fn start_agenda(&self, meeting: i64, lines: &[Standing], act: &Act<'_>) -> Result<Vec<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let mut made = Vec::with_capacity(lines.len());
        for line in lines {
            let place = Some(line.place.word().to_string());
            let new = PlannedItem { planned_meeting_id: meeting, title: line.title.clone(), place, ..PlannedItem::default() };
            made.extend(item::insert(&mut tx, &new, &[], act).await?);
        }
        journal::write(&mut tx, act, "start_agenda", &format!("planned_meeting {meeting}"), &json!({ "items": made })).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// A body's name; none of that number.
    pub async fn body_name(&self, body: i64) -> Result<Option<String>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select name from body where id = $1").bind(body).fetch_optional(pool).await)
            .map_err(StoreError::database("body"))
    }
}
