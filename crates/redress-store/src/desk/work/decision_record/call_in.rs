//! Requests to call a decision in, what came of each, and call-in waived. What is public of it goes out with the act.

use redress::call_in::{Request, Waiver};
use redress::decision_record::TextsNote;
use redress::resolution::texts::Which;
use serde::Serialize;
use serde_json::json;

use super::publish::republish;
use super::{next, read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::publish::Because;
use crate::on;

/// A request at the desk.
#[derive(Debug, Clone, Serialize)]
pub struct KeptCallIn {
    /// Its number.
    pub id: i64,
    /// The request with its outcome.
    pub request: Request,
    /// Who asked, as they were called then.
    pub callers: Vec<String>,
    /// The item at which scrutiny met on it.
    pub item: Option<i64>,
    /// Who recorded it.
    pub recorded_by: String,
}

impl Desk {
    /// The members in office on a day: number and name. They may ask.
    pub async fn members_in_office(&self, day: jiff::civil::Date) -> Result<Vec<(i64, String)>, StoreError> {
        let rows: Vec<(i64, String, String)> =
            on!(db &self.db, pool => sqlx::query_as("select id, name, record from member order by name").fetch_all(pool).await)
                .map_err(StoreError::database("members"))?;
        let mut members = Vec::new();
        for (id, name, record) in rows.into_iter().filter(|(_, _, record)| record != "{}") {
            let draft: redress::draft::MemberDraft = read("member", &record)?;
            if redress::member::in_office(&draft.terms, day) {
                members.push((id, name));
            }
        }
        Ok(members)
    }

    /// The requests to call a decision in, the earliest first.
    pub async fn call_ins(&self, decision: i64) -> Result<Vec<KeptCallIn>, StoreError> {
        let rows: Vec<(i64, String, String, Option<i64>, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select id, record, callers, planned_item_id, recorded_by from call_in where decision_record_id = $1 order by id")
            .bind(decision).fetch_all(pool).await)
        .map_err(StoreError::database("call-in"))?;
        rows.into_iter()
            .map(|(id, record, callers, item, recorded_by)| {
                let callers = callers.lines().map(str::to_string).collect();
                Ok(KeptCallIn { id, request: read("call-in", &record)?, callers, item, recorded_by })
            })
            .collect()
    }

    /// Records a request.
    pub async fn request_call_in(
        &self,
        decision: i64,
        request: &Request,
        callers: &[String],
        because: Because<'_>,
        act: &Act<'_>,
    ) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from call_in").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into call_in (id, decision_record_id, record, callers, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)")
            .bind(id).bind(decision).bind(written("call-in", request)?).bind(callers.join("\n")).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("call-in"))?;
        journal::write(
            &mut tx,
            act,
            "record_call_in",
            &format!("decision_record {decision}"),
            &json!({ "call_in": id, "request": request }),
        )
        .await?;
        republish(&mut tx, decision, because, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Records what came of a request. False where somebody recorded another outcome meanwhile.
    pub async fn decide_call_in(
        &self,
        decision: i64,
        before: &KeptCallIn,
        after: &Request,
        item: Option<i64>,
        because: Because<'_>,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let changed = on!(tx &mut tx, c => sqlx::query("update call_in set record = $1, planned_item_id = coalesce($2, planned_item_id) where id = $3 and record = $4")
            .bind(written("call-in", after)?).bind(item).bind(before.id).bind(written("call-in", &before.request)?)
            .execute(c).await.map(|done| done.rows_affected()))
        .map_err(StoreError::database("call-in"))?;
        if changed == 0 {
            return Ok(false);
        }
        let body = json!({ "call_in": before.id, "outcome": after.outcome, "item": item });
        journal::write(&mut tx, act, "decide_call_in", &format!("decision_record {decision}"), &body).await?;
        republish(&mut tx, decision, because, act).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Records that call-in is waived. False where it was already.
    pub async fn waive_call_in(&self, decision: i64, waiver: &Waiver, because: Because<'_>, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let made = on!(tx &mut tx, c => sqlx::query(
            "insert into call_in_waiver (decision_record_id, record, recorded_by, recorded_at) values ($1, $2, $3, $4)
             on conflict (decision_record_id) do nothing")
            .bind(decision).bind(written("waiver", waiver)?).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|done| done.rows_affected()))
        .map_err(StoreError::database("waiver"))?;
        if made == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, "waive_call_in", &format!("decision_record {decision}"), &json!(waiver)).await?;
        republish(&mut tx, decision, because, act).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Notes which text governs where the texts of a decision differ.
    pub async fn note_texts(&self, decision: i64, note: &TextsNote, because: Because<'_>, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from texts_note").await?;
        let governs = match note.governs {
            Which::Published => "published",
            Which::Resolved => "resolved",
            Which::Minuted => "minuted",
        };
        on!(tx &mut tx, c => sqlx::query(
            "insert into texts_note (id, decision_record_id, governs, why, on_date, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id).bind(decision).bind(governs).bind(&note.why).bind(note.on.to_string()).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("note"))?;
        journal::write(&mut tx, act, "note_texts", &format!("decision_record {decision}"), &json!(note)).await?;
        republish(&mut tx, decision, because, act).await?;
        tx.commit().await
    }
}
