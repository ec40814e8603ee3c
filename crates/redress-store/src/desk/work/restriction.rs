//! Restrictions: imposed, reviewed, released; and all of them, for the ledger.

use redress::public::Kind;
use redress::public::restriction::Restriction as PublicRestriction;
use redress::restriction::Restriction;
use serde_json::json;

use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::number;
use crate::on;

/// A line of the ledger.
#[derive(Debug, Clone)]
pub struct LedgerLine {
    /// The restriction's number at the desk.
    pub id: i64,
    /// The paper.
    pub working_paper_id: i64,
    /// The restriction.
    pub restriction: Restriction,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    working_paper_id: i64,
    record: String,
}

impl Row {
    fn line(self) -> Result<LedgerLine, StoreError> {
        Ok(LedgerLine { id: self.id, working_paper_id: self.working_paper_id, restriction: read("restriction", &self.record)? })
    }
}

/// The public form of a restriction; none while its item is not public. Who composes leaves out what an embargo covers.
pub(in crate::desk) async fn project(tx: &mut Tx, id: i64) -> Result<Option<PublicRestriction>, StoreError> {
    let failed = StoreError::database("restriction");
    let row: Row = on!(tx &mut *tx, c => sqlx::query_as("select id, working_paper_id, record from restriction where id = $1").bind(id).fetch_one(c).await)
        .map_err(&failed)?;
    let restriction: Restriction = read("restriction", &row.record)?;
    let key: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select a.key from working_paper p join cleared k on k.kind = 'item' and k.record_id = p.planned_item_id and k.ended_at is null
         join planned_item i on i.id = p.planned_item_id join planned_meeting m on m.id = i.planned_meeting_id
         join meeting g on g.body_id = m.body_id and g.on_date = m.on_date
         join agenda_item a on a.meeting_id = g.id and a.number = i.number where p.id = $1").bind(row.working_paper_id).fetch_optional(c).await)
    .map_err(&failed)?;
    let Some(item) = key else { return Ok(None) };
    let release = restriction.release.as_ref();
    Ok(Some(PublicRestriction {
        number: number::of(tx, Kind::Restriction, id).await?,
        ground: restriction.ground.words(),
        section: restriction.ground.section().into(),
        reason: restriction.public_reason.clone(),
        imposed_on: restriction.imposed_on,
        review_on: restriction.next_review(),
        reviewed_on: restriction.reviews.iter().map(|r| r.on).collect(),
        outcome: release.map(|r| r.decision.words().into()),
        decided_on: release.map(|r| r.at.date()),
        challenge: restriction.challenge,
        item: Some(item),
    }))
}

/// Puts a paper under the restriction of the one that it goes on from, in the transaction of the act that makes it.
pub(super) async fn copy(tx: &mut Tx, paper: i64, restriction: &Restriction, act: &Act<'_>) -> Result<(), StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from restriction").await?;
    let released = restriction.release.as_ref().map(|r| r.at.to_string());
    on!(tx &mut *tx, c => sqlx::query(
        "insert into restriction (id, working_paper_id, imposed_on, review_on, released_at, record) values ($1, $2, $3, $4, $5, $6)")
        .bind(id).bind(paper).bind(restriction.imposed_on.to_string()).bind(restriction.next_review().map(|d| d.to_string()))
        .bind(released).bind(written("restriction", restriction)?).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("restriction"))?;
    journal::write(tx, act, "restrict", &format!("working_paper {paper}"), &json!(restriction)).await
}

/// The restriction that a report brings from the bodies before: the newest that is not released, unless its paper has one of its own.
pub(super) async fn brought(tx: &mut Tx, report: i64, stop: i64, paper: i64) -> Result<Option<Restriction>, StoreError> {
    let record: Option<String> = on!(tx tx, c => sqlx::query_scalar(
        "select r.record from report_stop s join restriction r on r.working_paper_id = s.working_paper_id
         where s.report_id = $1 and s.number < $2 and r.released_at is null
           and not exists (select 1 from restriction o where o.working_paper_id = $3)
         order by s.number desc limit 1").bind(report).bind(stop).bind(paper).fetch_optional(c).await)
    .map_err(StoreError::database("restriction"))?;
    record.map(|r| read("restriction", &r)).transpose()
}

impl Desk {
    /// Writes the restriction of a paper after something was done to it: `restrict`, `review`, `release`.
    pub async fn keep_restriction(&self, paper: i64, restriction: &Restriction, what: &str, act: &Act<'_>) -> Result<i64, StoreError> {
        let failed = StoreError::database("restriction");
        let mut tx = self.db.write().await?;
        let known: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar("select id from restriction where working_paper_id = $1")
            .bind(paper).fetch_optional(c).await)
        .map_err(&failed)?;
        let id = match known {
            Some(id) => id,
            None => next(&mut tx, "select coalesce(max(id), 0) + 1 from restriction").await?,
        };
        let released = restriction.release.as_ref().map(|r| r.at.to_string());
        on!(tx &mut tx, c => sqlx::query(
            "insert into restriction (id, working_paper_id, imposed_on, review_on, released_at, record) values ($1, $2, $3, $4, $5, $6)
             on conflict (id) do update set imposed_on = excluded.imposed_on, review_on = excluded.review_on,
               released_at = excluded.released_at, record = excluded.record")
            .bind(id).bind(paper).bind(restriction.imposed_on.to_string()).bind(restriction.review_on.to_string()).bind(released)
            .bind(written("restriction", restriction)?).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        journal::write(&mut tx, act, what, &format!("working_paper {paper}"), &json!(restriction)).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The restriction of a paper.
    pub async fn restriction_of(&self, paper: i64) -> Result<Option<LedgerLine>, StoreError> {
        let row: Option<Row> =
            on!(db &self.db, pool => sqlx::query_as("select id, working_paper_id, record from restriction where working_paper_id = $1")
            .bind(paper).fetch_optional(pool).await)
            .map_err(StoreError::database("restriction"))?;
        row.map(Row::line).transpose()
    }

    /// Every restriction, by the day it is to be reviewed.
    pub async fn ledger(&self) -> Result<Vec<LedgerLine>, StoreError> {
        let rows: Vec<Row> =
            on!(db &self.db, pool => sqlx::query_as("select id, working_paper_id, record from restriction order by review_on, id")
            .fetch_all(pool).await)
            .map_err(StoreError::database("ledger"))?;
        rows.into_iter().map(Row::line).collect()
    }
}
