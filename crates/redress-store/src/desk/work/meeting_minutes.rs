//! The minutes of a meeting: steps, texts, and the words of the items that a step changes, all in one transaction.

use redress::minutes::stage::Stages;
use redress::minutes::texts::Texts;
use serde_json::Value;

use super::minute::{WrittenMinute, put};
use super::{read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// The minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingMinutes {
    /// The meeting.
    pub planned_meeting_id: i64,
    /// The steps.
    pub stages: Stages,
    /// The texts as built, and changes that were asked for.
    pub texts: Texts,
    /// How often they were changed; 0 for minutes that nobody has kept yet.
    pub revision: i64,
}

/// What a step writes besides the minutes themselves.
#[derive(Debug, Clone, Default)]
pub struct Besides {
    /// The words of items: number at the desk, words.
    pub words: Vec<(i64, WrittenMinute)>,
    /// Letters that go out.
    pub letters: Vec<Letter>,
}

type Row = (i64, String, String, i64);

/// Keeps the minutes against the revision that was read; false where somebody changed them meanwhile.
pub(super) async fn keep(tx: &mut Tx, minutes: &MeetingMinutes, act: &Act<'_>) -> Result<bool, StoreError> {
    let (stages, texts) = (written("minutes", &minutes.stages)?, written("minutes", &minutes.texts)?);
    let done: u64 = on!(tx &mut *tx, c => match minutes.revision {
        0 => sqlx::query(
            "insert into meeting_minutes (planned_meeting_id, stages, texts, revision, kept_by, kept_at) values ($1, $2, $3, 1, $4, $5)
             on conflict do nothing")
            .bind(minutes.planned_meeting_id).bind(&stages).bind(&texts).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|d| d.rows_affected()),
        revision => sqlx::query(
            "update meeting_minutes set stages = $1, texts = $2, revision = revision + 1, kept_by = $3, kept_at = $4
             where planned_meeting_id = $5 and revision = $6")
            .bind(&stages).bind(&texts).bind(act.who).bind(act.at.to_string()).bind(minutes.planned_meeting_id).bind(revision)
            .execute(c).await.map(|d| d.rows_affected()),
    })
    .map_err(StoreError::database("minutes"))?;
    Ok(done > 0)
}

impl Desk {
    /// The minutes of a meeting.
    pub async fn meeting_minutes(&self, meeting: i64) -> Result<Option<MeetingMinutes>, StoreError> {
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select planned_meeting_id, stages, texts, revision from meeting_minutes where planned_meeting_id = $1")
            .bind(meeting).fetch_optional(pool).await)
        .map_err(StoreError::database("minutes"))?;
        let kept = |(planned_meeting_id, stages, texts, revision): Row| -> Result<MeetingMinutes, StoreError> {
            Ok(MeetingMinutes { planned_meeting_id, stages: read("minutes", &stages)?, texts: read("minutes", &texts)?, revision })
        };
        row.map(kept).transpose()
    }

    /// Keeps the minutes after a step, with the words of items and the letters that belong to it. False where somebody
    /// changed them since they were read. The journal has `told`, which holds no private words.
    pub async fn keep_minutes(
        &self,
        minutes: &MeetingMinutes,
        besides: &Besides,
        (what, told): (&str, &Value),
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        if !keep(&mut tx, minutes, act).await? {
            return Ok(false);
        }
        for (item, words) in &besides.words {
            put(&mut tx, *item, words, act).await?;
        }
        for letter in &besides.letters {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        journal::write(&mut tx, act, what, &format!("planned_meeting {}", minutes.planned_meeting_id), told).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The planned meetings of a body, the first first.
    pub async fn meetings_of_body(&self, body: i64) -> Result<Vec<super::meeting::PlannedMeeting>, StoreError> {
        let sql = format!("{} where m.body_id = $1 order by m.on_date, m.id", super::meeting::COLUMNS);
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(body).fetch_all(pool).await)
        .map_err(StoreError::database("meetings"))
    }
}
