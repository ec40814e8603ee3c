//! Cases of the Ombudsman's: one for each reference that an item names.

use redress::ombudsman::reference::Reference;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn write_item_references(&mut self, item: i64, references: &[Reference]) -> Result<(), StoreError> {
        let failed = StoreError::database("case");
        on!(tx &mut *self.tx, c => sqlx::query("delete from item_reference where item_id = $1").bind(item).execute(c).await.map(|_| ())).map_err(&failed)?;
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
            on!(tx &mut *self.tx, c => sqlx::query("insert into item_reference (item_id, reference) values ($1, $2)")
                .bind(item).bind(&word).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        Ok(())
    }
}
