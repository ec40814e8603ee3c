//! The public notice of a report: as it was drafted, and where it appeared with the proof.

use redress::public_notice::{Appearance, Notice};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A notice with its appearances.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicNotice {
    /// The notice.
    pub notice: Notice,
    /// Where and when it appeared.
    pub appearances: Vec<Appearance>,
    /// How often it was changed; a change says which one it saw.
    #[serde(default, skip_deserializing)]
    pub revision: i64,
}

impl Desk {
    /// The notice of a paper of the Ombudsman's.
    pub async fn public_notice(&self, ombudsman_paper: i64) -> Result<Option<PublicNotice>, StoreError> {
        let row: Option<(String, i64)> =
            on!(db &self.db, pool => sqlx::query_as("select record, revision from public_notice where ombudsman_paper_id = $1")
            .bind(ombudsman_paper).fetch_optional(pool).await)
            .map_err(StoreError::database("public notice"))?;
        row.map(|(record, revision)| Ok(PublicNotice { revision, ..read("public notice", &record)? })).transpose()
    }

    /// Keeps a notice; its revision is the one that was seen, 0 where there was none. False where somebody changed it meanwhile.
    pub async fn keep_public_notice(
        &self,
        ombudsman_paper: i64,
        notice: &PublicNotice,
        what: &str,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into public_notice (ombudsman_paper_id, record, revision, drafted_by, drafted_at) values ($1, $2, 1, $3, $4)
             on conflict (ombudsman_paper_id) do update set record = excluded.record, revision = public_notice.revision + 1,
               drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at where public_notice.revision = $5")
            .bind(ombudsman_paper).bind(written("public notice", notice)?).bind(act.who).bind(act.at.to_string()).bind(notice.revision)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("public notice"))?;
        if done != 1 {
            return Ok(false);
        }
        journal::write(&mut tx, act, what, &format!("ombudsman_paper {ombudsman_paper}"), &json!(notice)).await?;
        tx.commit().await?;
        Ok(true)
    }
}
