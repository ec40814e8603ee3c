//! Other names of a post: what decisions, minutes and reports call it. A name leads to one post.

use serde_json::json;

use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::{StoreError, on};

impl Desk {
    /// Every other name with the number of its post, by name.
    pub async fn post_aliases(&self) -> Result<Vec<(String, i64)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select name, post_id from post_alias order by name").fetch_all(pool).await)
            .map_err(StoreError::database("names of posts"))
    }

    /// Keeps the other names of a post in place of those that it had. Gives the name that is another post's already, and then
    /// keeps nothing.
    pub async fn keep_post_aliases(&self, post: i64, names: &[String], act: &Act<'_>) -> Result<Result<(), String>, StoreError> {
        let failed = StoreError::database("names of posts");
        let mut tx = self.db.write().await?;
        let others: Vec<String> = on!(tx &mut tx, c => sqlx::query_scalar(
            "select title from post where id <> $1 union select name from post_alias where post_id <> $1")
            .bind(post).fetch_all(c).await)
        .map_err(&failed)?;
        if let Some(taken) = names.iter().find(|name| others.iter().any(|other| other.to_lowercase() == name.to_lowercase())) {
            return Ok(Err(taken.clone()));
        }
        on!(tx &mut tx, c => sqlx::query("delete from post_alias where post_id = $1").bind(post).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        for name in names {
            on!(tx &mut tx, c => sqlx::query("insert into post_alias (name, post_id) values ($1, $2) on conflict do nothing")
                .bind(name).bind(post).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        journal::write(&mut tx, act, "keep_post_aliases", &format!("post/{post}"), &json!({ "names": names })).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }
}
