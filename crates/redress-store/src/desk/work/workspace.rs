//! What was taken down in a meeting: entries that are added and never changed, whoever sends them and however often.

use jiff::civil::DateTime;
use redress::workspace::{Entry, EntryId, Event, Log, Quorum, Record, TwoEntries, problems};
use redress::wrong::Wrong;
use serde_json::json;

use super::{read, written};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;
use crate::{StoreError, chain};

/// What came of entries that were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct TakenDown {
    /// Every entry that was sent: all are in the log now.
    pub acknowledged: Vec<EntryId>,
    /// Those that were not in it before.
    pub new: Vec<EntryId>,
    /// What contradicts itself in the whole log as it stands.
    pub problems: Vec<Wrong>,
}

#[derive(sqlx::FromRow)]
struct Row {
    clerk: i64,
    number: i64,
    at: String,
    by_name: String,
    record: String,
}

const ENTRIES: &str = "select clerk, number, at, by_name, record from workspace_entry where planned_meeting_id = $1 order by clerk, number";

impl Row {
    fn entry(self) -> Result<Entry, StoreError> {
        let unread = || StoreError::Damaged(format!("The stored entry {} of clerk {} cannot be read", self.number, self.clerk));
        let number = u32::try_from(self.number).map_err(|_| unread())?;
        let at: DateTime = self.at.parse().map_err(|_| unread())?;
        let what = read("workspace entry", &self.record)?;
        Ok(Entry { id: EntryId { clerk: self.clerk, number }, at, by: self.by_name, what })
    }
}

fn log_of(rows: Vec<Row>) -> Result<Log, StoreError> {
    let entries = rows.into_iter().map(Row::entry).collect::<Result<Vec<Entry>, _>>()?;
    Log::try_from(entries).map_err(|two| StoreError::Damaged(two.to_string()))
}

async fn keep(tx: &mut Tx, meeting: i64, entry: &Entry, act: &Act<'_>) -> Result<(), StoreError> {
    let record = written("workspace entry", &entry.what)?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into workspace_entry (planned_meeting_id, clerk, number, at, by_name, record, received_at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(meeting).bind(entry.id.clerk).bind(i64::from(entry.id.number)).bind(entry.at.to_string()).bind(&entry.by).bind(&record)
        .bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("workspace entry"))
}

/// Whether something was taken down that goes by the numbers of the agenda. Apologies are known before the meeting.
pub(super) async fn begun(tx: &mut Tx, meeting: i64) -> Result<bool, StoreError> {
    let rows =
        on!(tx &mut *tx, c => sqlx::query_as(ENTRIES).bind(meeting).fetch_all(c).await).map_err(StoreError::database("workspace"))?;
    Ok(log_of(rows)?.in_order().any(counts_as_begun))
}

fn counts_as_begun(entry: &Entry) -> bool {
    !matches!(entry.what, Event::Apologised { .. } | Event::Struck { .. })
}

impl Desk {
    /// Whether something was taken down in a meeting that goes by the numbers of its agenda: its order and numbers stay from then on.
    pub async fn is_begun(&self, meeting: i64) -> Result<bool, StoreError> {
        Ok(self.workspace(meeting).await?.in_order().any(counts_as_begun))
    }

    /// Everything that was taken down in a meeting.
    pub async fn workspace(&self, meeting: i64) -> Result<Log, StoreError> {
        let rows = on!(db &self.db, pool => sqlx::query_as(ENTRIES).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("workspace"))?;
        log_of(rows)
    }

    /// Joins entries to the log of a meeting: all of them, or none where one number stands for two things. What is in the log
    /// already is acknowledged again. The journal has the numbers and a hash, for the words may have been said in private.
    pub async fn take_down(
        &self,
        meeting: i64,
        entries: &[Entry],
        quorum: Quorum,
        act: &Act<'_>,
    ) -> Result<Result<TakenDown, TwoEntries>, StoreError> {
        let mut tx = self.db.write().await?;
        let rows =
            on!(tx &mut tx, c => sqlx::query_as(ENTRIES).bind(meeting).fetch_all(c).await).map_err(StoreError::database("workspace"))?;
        let mut log = log_of(rows)?;
        let mut new = Vec::new();
        for entry in entries {
            let known = log.get(entry.id).is_some();
            if let Err(two) = log.receive(entry.clone()) {
                return Ok(Err(two));
            }
            if !known {
                keep(&mut tx, meeting, entry, act).await?;
                new.push(entry.id);
            }
        }
        if !new.is_empty() {
            let added: Vec<&Entry> = new.iter().filter_map(|id| log.get(*id)).collect();
            let told = json!({ "entries": new, "sha256": chain::sha256(written("workspace entries", &added)?.as_bytes()) });
            journal::write(&mut tx, act, "take_down", &format!("planned_meeting {meeting}"), &told).await?;
            tx.commit().await?;
        }
        let acknowledged = entries.iter().map(|e| e.id).collect();
        Ok(Ok(TakenDown { acknowledged, new, problems: problems(&Record::of(&log), quorum) }))
    }
}
