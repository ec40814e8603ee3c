//! Election results: kept on the desk by title; no public page shows them yet.

use redress::draft::ElectionDraft;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_election(&mut self, draft: &ElectionDraft) -> Result<i64, StoreError> {
        let known: Option<i64> = on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from election where title = $1").bind(&draft.title).fetch_optional(c).await)
            .map_err(StoreError::database("election"))?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = self.next_id("select coalesce(max(id), 0) + 1 from election").await?;
                on!(tx &mut *self.tx, c => sqlx::query("insert into election (id, title, record) values ($1, $2, '{}')")
                    .bind(id).bind(&draft.title).execute(c).await.map(|_| ()))
                .map_err(StoreError::database("election"))?;
                id
            }
        };
        self.note("election", id, draft.clone())?;
        Ok(id)
    }
}
