//! Bodies: found by number when the name agrees, by name or alias; like names are a question, never a merger.

use redress::body::{body_slug, may_be_one_body};
use redress::draft::BodyDraft;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_body(&mut self, draft: &BodyDraft) -> Result<i64, StoreError> {
        let id = self.find_or_make_body(&draft.name, draft.foreign_id.as_deref()).await?;
        self.note("body", id, draft.clone())?;
        Ok(id)
    }

    pub(super) async fn find_or_make_body(&mut self, name: &str, number: Option<&str>) -> Result<i64, StoreError> {
        let failed = StoreError::database("body");
        let known: Option<i64> = on!(tx &mut *self.tx, c =>
            sqlx::query_scalar("select body_id from body_alias where name = $1").bind(alias(name)).fetch_optional(c).await)
        .map_err(&failed)?;
        let numbered = self.by_number("body", number).await?;
        if let Some(id) = known {
            if numbered.is_empty() {
                self.remember_number("body", number, id).await?;
            }
            return Ok(id);
        }
        let names: Vec<(i64, String)> =
            on!(tx &mut *self.tx, c => sqlx::query_as("select id, name from body").fetch_all(c).await).map_err(&failed)?;
        for (id, other) in &names {
            let one_number = numbered.contains(id);
            if one_number && may_be_one_body(name, other) {
                // One number and a like name: the council renamed it. The new name becomes an alias.
                self.add_alias(name, *id).await?;
                return Ok(*id);
            }
            if one_number {
                self.report.questions.push(format!(
                    "number {} is “{other}” on record and “{name}” in this source: kept apart; are they one body?",
                    number.unwrap_or("")
                ));
            } else if may_be_one_body(name, other) {
                self.report.questions.push(format!("“{name}” may be the body on record as “{other}”: kept apart; are they one body?"));
            }
        }
        let id = self.next_id("select coalesce(max(id), 0) + 1 from body").await?;
        let slug = self.free_word("select count(*) from body where slug = $1", body_slug(name)).await?;
        on!(tx &mut *self.tx, c => sqlx::query("insert into body (id, slug, name, record) values ($1, $2, $3, '{}')")
            .bind(id).bind(slug).bind(name).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.add_alias(name, id).await?;
        self.remember_number("body", number, id).await?;
        // A source that only names a body says nothing of it: there is no draft, and the page has the name alone.
        Ok(id)
    }

    async fn add_alias(&mut self, name: &str, id: i64) -> Result<(), StoreError> {
        self.stale.push((redress::public::Kind::Body, id));
        on!(tx &mut *self.tx, c => sqlx::query("insert into body_alias (name, body_id) values ($1, $2) on conflict do nothing")
            .bind(alias(name)).bind(id).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("body"))
    }

    /// The next number of a table; writers take turns, so it is free.
    pub(super) async fn next_id(&mut self, sql: &'static str) -> Result<i64, StoreError> {
        on!(tx &mut *self.tx, c => sqlx::query_scalar(sql).fetch_one(c).await).map_err(StoreError::database("number"))
    }

    /// The word, or the word with `-2`, `-3`… where it is taken.
    pub(super) async fn free_word(&mut self, taken: &'static str, word: String) -> Result<String, StoreError> {
        let mut candidate = word.clone();
        for n in 2.. {
            let count: i64 = on!(tx &mut *self.tx, c => sqlx::query_scalar(taken).bind(&candidate).fetch_one(c).await)
                .map_err(StoreError::database("address"))?;
            if count == 0 {
                break;
            }
            candidate = format!("{word}-{n}");
        }
        Ok(candidate)
    }
}

/// Names are compared without letter case and with single blanks.
fn alias(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
