//! Who sits on a body, over time.

use redress::body::Capacity;
use redress::draft::MeetingDraft;
use serde_json::json;

use super::next;
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::account::post::Days;
use crate::desk::journal::{self, Act};
use crate::on;

/// A seat on a body.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct Seat {
    /// Its number.
    pub id: i64,
    /// The body.
    pub body_id: i64,
    /// The member.
    pub member_id: i64,
    /// The member's name.
    pub name: String,
    /// The word of the capacity.
    pub capacity: String,
    /// The first day.
    pub from_date: String,
    /// The last day, which counts.
    pub until_date: Option<String>,
}

impl Seat {
    /// In what capacity.
    pub fn capacity(&self) -> Capacity {
        Capacity::of_word(&self.capacity).unwrap_or(Capacity::Member)
    }

    /// Whether it is held on a day, as stored.
    pub fn held_on(&self, day: &str) -> bool {
        self.from_date.as_str() <= day && self.until_date.as_deref().is_none_or(|last| day <= last)
    }
}

const SEATS: &str = "select s.id, s.body_id, s.member_id, m.name, s.capacity, s.from_date, s.until_date
     from body_seat s join member m on m.id = s.member_id";

impl Desk {
    /// Gives a member a seat; the same seat with the same first day gets another last day.
    pub async fn seat_on_body(&self, body: i64, member: i64, capacity: Capacity, days: Days, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from body_seat").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into body_seat (id, body_id, member_id, capacity, from_date, until_date, recorded_by, recorded_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (body_id, member_id, capacity, from_date) do update set until_date = excluded.until_date,
               recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
            .bind(id).bind(body).bind(member).bind(capacity.word()).bind(days.from.to_string()).bind(days.until.map(|d| d.to_string()))
            .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("seat"))?;
        let told = json!({ "member": member, "capacity": capacity, "from": days.from, "until": days.until });
        journal::write(&mut tx, act, "seat_on_body", &format!("body {body}"), &told).await?;
        tx.commit().await
    }

    /// Every seat of a body, the chair's first.
    pub async fn seats_of_body(&self, body: i64) -> Result<Vec<Seat>, StoreError> {
        let sql = format!("{SEATS} where s.body_id = $1 order by s.from_date, m.name, s.id");
        let mut seats: Vec<Seat> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(body).fetch_all(pool).await)
            .map_err(StoreError::database("seats"))?;
        seats.sort_by_key(Seat::capacity);
        Ok(seats)
    }

    /// Every seat of a body with the member's public address, the chair's first.
    pub async fn seats_with_addresses(&self, body: i64) -> Result<Vec<(Seat, String)>, StoreError> {
        let slugs: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select distinct m.id, m.slug from body_seat s join member m on m.id = s.member_id where s.body_id = $1").bind(body).fetch_all(pool).await)
        .map_err(StoreError::database("seats"))?;
        let seats = self.seats_of_body(body).await?;
        let slug = |member: i64| slugs.iter().find(|(id, _)| *id == member).map(|(_, slug)| slug.clone());
        Ok(seats.into_iter().filter_map(|seat| Some((seat.clone(), slug(seat.member_id)?))).collect())
    }

    /// Who the sources list as members of a body at its last meeting up to a day, as stored: member and role in their words.
    pub async fn listed_at_last_meeting(&self, body: i64, day: &str) -> Result<Vec<(i64, String)>, StoreError> {
        let records: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select record from meeting where body_id = $1 and on_date <= $2 order by on_date desc, id limit 50").bind(body).bind(day).fetch_all(pool).await)
        .map_err(StoreError::database("meetings"))?;
        for record in records.iter().filter(|record| *record != "{}") {
            let draft: MeetingDraft = serde_json::from_str(record).map_err(StoreError::body("meeting"))?;
            let mut listed = Vec::new();
            for person in draft.attendance {
                let role = person.role.unwrap_or_default();
                if let (false, Some(member)) = (role.eq_ignore_ascii_case("officer"), self.member_named(&person.name).await?) {
                    listed.push((member, role));
                }
            }
            if !listed.is_empty() {
                return Ok(listed);
            }
        }
        Ok(Vec::new())
    }

    /// The seats of a body that are held on a day, as stored.
    pub async fn seats_on(&self, body: i64, day: &str) -> Result<Vec<Seat>, StoreError> {
        Ok(self.seats_of_body(body).await?.into_iter().filter(|s| s.held_on(day)).collect())
    }

    /// The seats of a member.
    pub async fn seats_of_member(&self, member: i64) -> Result<Vec<Seat>, StoreError> {
        let sql = format!("{SEATS} where s.member_id = $1 order by s.from_date, s.id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(member).fetch_all(pool).await)
            .map_err(StoreError::database("seats"))
    }
}
