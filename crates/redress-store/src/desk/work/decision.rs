//! Decisions as recorded at the desk: the option taken, the words, and the paper that they adopt.

use redress::decision::Decision;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::circulation::{Making, make};
use super::decision_record::number_or_revise;
use super::{read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A decision at the desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordedDecision {
    /// The option taken, as the report labels it: `A`.
    pub option: Option<String>,
    /// Text, reasons, options rejected, interests.
    pub decision: Decision,
    /// The working paper that it adopts as the executive's report under section 5A(8) of the 1989 Act.
    pub adopts: Option<i64>,
    /// The members who voted, where the record names them.
    pub voted: Vec<String>,
}

impl Desk {
    /// Records a decision; where it adopts a paper, that goes to everybody who must have it. One that is recorded already is
    /// changed and what it said before is kept; false where it is public, for then only another record can change it.
    pub async fn record_decision(
        &self,
        item: i64,
        decision: &RecordedDecision,
        circulate: Option<&Making>,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let rules = self.call_in_rules().await?;
        let mut tx = self.db.write().await?;
        if !number_or_revise(&mut tx, item, decision, rules, act).await? {
            return Ok(false);
        }
        on!(tx &mut tx, c => sqlx::query(
            "insert into recorded_decision (planned_item_id, record, recorded_by, recorded_at) values ($1, $2, $3, $4)
             on conflict (planned_item_id) do update set record = excluded.record, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
            .bind(item).bind(written("decision", decision)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("decision"))?;
        journal::write(&mut tx, act, "record_decision", &format!("planned_item {item}"), &json!(decision)).await?;
        if let Some(making) = circulate {
            make(&mut tx, making, act).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// The decision of an item.
    pub async fn recorded_decision(&self, item: i64) -> Result<Option<RecordedDecision>, StoreError> {
        let record: Option<String> =
            on!(db &self.db, pool => sqlx::query_scalar("select record from recorded_decision where planned_item_id = $1")
            .bind(item).fetch_optional(pool).await)
            .map_err(StoreError::database("decision"))?;
        record.map(|r| read("decision", &r)).transpose()
    }
}
