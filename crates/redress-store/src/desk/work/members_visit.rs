//! When somebody was in the members' room, and what came of their bodies since. A look is no act: it is no entry of the journal.

use jiff::Timestamp;
use redress::members_room::visit::goes_on;

use super::meeting_event::MeetingEvent;
use crate::StoreError;
use crate::desk::Desk;
use crate::on;

/// A decision or a minute of a body that was published.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Outcome {
    /// `decision` or `minute`.
    pub kind: String,
    /// The item.
    pub item: i64,
    /// When.
    pub at: String,
    /// What it is in public.
    pub public_kind: Option<String>,
    /// Its key there.
    pub public_key: Option<String>,
}

impl Desk {
    /// Comes into the room: goes on with the visit of the last hour, or begins one. Gives when the visit before ended; none on the
    /// first.
    pub async fn visit_room(&self, account: i64, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let failed = StoreError::database("visit");
        let mut tx = self.db.write().await?;
        let last: Vec<(String, String)> = on!(tx &mut tx, c => sqlx::query_as(
            "select began_at, seen_at from members_visit where account_id = $1 order by began_at desc limit 2").bind(account).fetch_all(c).await)
        .map_err(&failed)?;
        let seen = |at: usize| last.get(at).and_then(|(_, seen)| seen.parse::<Timestamp>().ok());
        let since = match (last.first(), seen(0)) {
            (Some((began, _)), Some(last_seen)) if goes_on(last_seen, now) => {
                on!(tx &mut tx, c => sqlx::query("update members_visit set seen_at = $1 where account_id = $2 and began_at = $3")
                    .bind(now.to_string()).bind(account).bind(began).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                seen(1)
            }
            (_, before) => {
                on!(tx &mut tx, c => sqlx::query("insert into members_visit (account_id, began_at, seen_at) values ($1, $2, $2) on conflict do nothing")
                    .bind(account).bind(now.to_string()).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                before
            }
        };
        tx.commit().await?;
        Ok(since)
    }

    /// The meetings of a body whose agenda was published or changed after a moment.
    pub async fn agendas_since(&self, body_slug: &str, since: Timestamp) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select distinct v.planned_meeting_id from agenda_version v join planned_meeting m on m.id = v.planned_meeting_id join body b on b.id = m.body_id
             where b.slug = $1 and v.at > $2 order by 1").bind(body_slug).bind(since.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("agendas"))
    }

    /// What was recorded of the meetings of a body after a moment.
    pub async fn meeting_events_since(&self, body_slug: &str, since: Timestamp) -> Result<Vec<MeetingEvent>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select e.id, e.planned_meeting_id, e.what, e.on_date, e.to_meeting_id, e.why, e.recorded_by, e.recorded_at
             from meeting_event e join planned_meeting m on m.id = e.planned_meeting_id join body b on b.id = m.body_id
             where b.slug = $1 and e.recorded_at > $2 order by e.id").bind(body_slug).bind(since.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("meetings"))
    }

    /// The decisions and minutes of a body that were published after a moment and stand.
    pub async fn outcomes_since(&self, body_slug: &str, since: Timestamp) -> Result<Vec<Outcome>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select k.kind, k.record_id as item, k.at, k.public_kind, k.public_key
             from cleared k join planned_item i on i.id = k.record_id join planned_meeting m on m.id = i.planned_meeting_id join body b on b.id = m.body_id
             where b.slug = $1 and k.kind in ('decision', 'minute') and k.at > $2 and k.ended_at is null order by k.at, k.kind, k.record_id")
            .bind(body_slug).bind(since.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("publications"))
    }

    /// The items that an account follows, the newest first.
    pub async fn followed_items(&self, account: i64) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select planned_item_id from following where account_id = $1 order by since desc, planned_item_id desc limit 200")
            .bind(account).fetch_all(pool).await)
        .map_err(StoreError::database("following"))
    }
}
