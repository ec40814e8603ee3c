//! Cases of the Ombudsman's: one for each reference that an item or a decision names.

use redress::ombudsman::reference::Reference;
use redress::public::Kind;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn write_references(&mut self, kind: Kind, record: i64, references: &[Reference]) -> Result<(), StoreError> {
        let failed = StoreError::database("case");
        on!(tx &mut *self.tx, c => sqlx::query("delete from naming where kind = $1 and record_id = $2").bind(kind.word()).bind(record).execute(c).await.map(|_| ())).map_err(&failed)?;
        for reference in references {
            let word = reference.slug();
            let known: Option<i64> = on!(tx &mut *self.tx, c =>
                sqlx::query_scalar("select id from ombudsman_case where reference = $1").bind(&word).fetch_optional(c).await)
            .map_err(&failed)?;
            if known.is_none() {
                let id = self.next_id("select coalesce(max(id), 0) + 1 from ombudsman_case").await?;
                on!(tx &mut *self.tx, c => sqlx::query("insert into ombudsman_case (id, reference) values ($1, $2)")
                    .bind(id).bind(&word).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
            }
            on!(tx &mut *self.tx, c => sqlx::query("insert into naming (reference, kind, record_id) values ($1, $2, $3)")
                .bind(&word).bind(kind.word()).bind(record).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        Ok(())
    }

    /// The cases that a record names.
    pub(super) async fn cases_of(&mut self, kind: Kind, record: i64) -> Result<Vec<i64>, StoreError> {
        on!(tx &mut *self.tx, c => sqlx::query_scalar(
            "select k.id from ombudsman_case k join naming n on n.reference = k.reference where n.kind = $1 and n.record_id = $2")
            .bind(kind.word()).bind(record).fetch_all(c).await)
        .map_err(StoreError::database("case"))
    }
}
