//! Who is told when something of an item is published: one message for all that one publication changed.

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

impl Desk {
    /// Begins to follow an item.
    pub async fn follow(&self, account: i64, item: i64, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("insert into following (account_id, planned_item_id, since) values ($1, $2, $3) on conflict do nothing")
            .bind(account).bind(item).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("following"))?;
        journal::write(&mut tx, act, "follow", &format!("planned_item {item}"), &serde_json::Value::Null).await?;
        tx.commit().await
    }

    /// The accounts that follow an item, with their addresses; a program has none and asks by itself.
    pub async fn followers(&self, item: i64) -> Result<Vec<(i64, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select a.id, a.email from following f join account a on a.id = f.account_id
             where f.planned_item_id = $1 and a.closed_at is null and a.email is not null order by a.id").bind(item).fetch_all(pool).await)
        .map_err(StoreError::database("following"))
    }
}
