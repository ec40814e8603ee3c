//! Reviews of earlier cases: what commissioned each, its cases by their files, what was found, and the items that get its report.

use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::history::{Entry, History};
use redress::ombudsman::review::{Commission, Finding, Review, Reviewed};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::item::{self, PlannedItem};
use super::{case_file, next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A review as it is kept.
#[derive(Debug, Clone)]
pub struct KeptReview {
    /// Its number at the desk.
    pub id: i64,
    /// The review.
    pub review: Review,
    /// The files of its cases, in the order of the review's own list.
    pub cases: Vec<i64>,
    /// The item that decided it.
    pub decided_by: Option<i64>,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

/// The review but for its cases.
#[derive(Serialize, Deserialize)]
struct Head {
    commission: Commission,
    closed: Option<Entry<String>>,
}

/// What is kept of a case under review.
#[derive(Serialize, Deserialize)]
struct Member {
    findings: History<Finding>,
    left_out: Option<Entry<String>>,
}

type Row = (i64, String, Option<i64>, i64);
type MemberRow = (i64, i64, String, String);

const COLUMNS: &str = "select id, record, planned_item_id, revision from review";

fn kept((id, record, decided_by, revision): Row, rows: &[MemberRow]) -> Result<KeptReview, StoreError> {
    let head: Head = read("review", &record)?;
    let (mut cases, mut members) = (Vec::new(), Vec::new());
    for (_, case, key, record) in rows.iter().filter(|(review, ..)| *review == id) {
        let key = CaseKey::read(key).map_err(|_| StoreError::Damaged(format!("review {id}: {key} is no reference and no placeholder")))?;
        let Member { findings, left_out } = read("case under review", record)?;
        cases.push(*case);
        members.push(Reviewed { case: key, findings, left_out });
    }
    Ok(KeptReview { id, review: Review::kept(head.commission, members, head.closed), cases, decided_by, revision })
}

fn head(review: &Review) -> Result<String, StoreError> {
    written("review", &Head { commission: review.commissioned().clone(), closed: review.closed().cloned() })
}

/// Writes the cases of a review, and opens a file for each that has none.
async fn write_cases(tx: &mut Tx, id: i64, review: &Review, known: &[i64], new: &CaseFile, act: &Act<'_>) -> Result<(), StoreError> {
    for (at, member) in review.all().iter().enumerate() {
        let case = match known.get(at) {
            Some(case) => *case,
            None => case_file::open(tx, &member.case, new, act).await?,
        };
        let record = Member { findings: member.findings.clone(), left_out: member.left_out.clone() };
        on!(tx &mut *tx, c => sqlx::query(
            "insert into review_case (review_id, case_file_id, position, record) values ($1, $2, $3, $4)
             on conflict (review_id, case_file_id) do update set record = excluded.record")
            .bind(id).bind(case).bind(i64::try_from(at).unwrap_or(0) + 1).bind(written("case under review", &record)?)
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("case under review"))?;
    }
    Ok(())
}

/// The first number that no placeholder of reviews has had.
async fn free_placeholder(tx: &mut Tx) -> Result<usize, StoreError> {
    let keys: Vec<String> =
        on!(tx &mut *tx, c => sqlx::query_scalar("select key from case_file where key like 'PREV-%'").fetch_all(c).await)
            .map_err(StoreError::database("case files"))?;
    Ok(keys.iter().filter_map(|key| key.strip_prefix("PREV-")?.parse::<usize>().ok()).max().unwrap_or(0) + 1)
}

impl Desk {
    /// Writes down that a review was commissioned; with a file to begin with, placeholders stand for its cases.
    pub async fn commission_review(
        &self,
        commission: &Commission,
        decided_by: Option<i64>,
        placeholders: Option<&CaseFile>,
        act: &Act<'_>,
    ) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from review").await?;
        let mut review = Review::commission(commission.clone());
        if placeholders.is_some() {
            let first = free_placeholder(&mut tx).await?;
            for number in first..first.saturating_add(commission.declared) {
                let key = CaseKey::Placeholder(format!("PREV-{number}"));
                review.take_in(key).map_err(|why| StoreError::Damaged(why.to_string()))?;
            }
        }
        on!(tx &mut tx, c => sqlx::query(
            "insert into review (id, record, planned_item_id, revision, opened_by, opened_at) values ($1, $2, $3, 1, $4, $5)")
            .bind(id).bind(head(&review)?).bind(decided_by).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("review"))?;
        write_cases(&mut tx, id, &review, &[], placeholders.unwrap_or(&CaseFile::default()), act).await?;
        let body = json!({ "commission": commission, "decided_by": decided_by, "placeholders": placeholders.is_some() });
        journal::write(&mut tx, act, "commission_review", &format!("review {id}"), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes a review that was added to; a case that is new in it gets this file where it has none. False where somebody
    /// changed it meanwhile.
    pub async fn change_review(
        &self,
        seen: &KeptReview,
        review: &Review,
        new: &CaseFile,
        (what, body): (&str, &Value),
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 =
            on!(tx &mut tx, c => sqlx::query("update review set record = $1, revision = revision + 1 where id = $2 and revision = $3")
            .bind(head(review)?).bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
            .map_err(StoreError::database("review"))?;
        if done == 0 {
            return Ok(false);
        }
        write_cases(&mut tx, seen.id, review, &seen.cases, new, act).await?;
        journal::write(&mut tx, act, what, &format!("review {}", seen.id), body).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// A review.
    pub async fn review(&self, id: i64) -> Result<Option<KeptReview>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("review"))?;
        let Some(row) = row else { return Ok(None) };
        let members: Vec<MemberRow> = on!(db &self.db, pool => sqlx::query_as(
            "select r.review_id, r.case_file_id, f.key, r.record from review_case r join case_file f on f.id = r.case_file_id
             where r.review_id = $1 order by r.position").bind(id).fetch_all(pool).await)
        .map_err(StoreError::database("case under review"))?;
        kept(row, &members).map(Some)
    }

    /// Every review, the newest first.
    pub async fn reviews(&self) -> Result<Vec<KeptReview>, StoreError> {
        let sql = format!("{COLUMNS} order by id desc");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("reviews"))?;
        let members: Vec<MemberRow> = on!(db &self.db, pool => sqlx::query_as(
            "select r.review_id, r.case_file_id, f.key, r.record from review_case r join case_file f on f.id = r.case_file_id
             order by r.review_id, r.position").fetch_all(pool).await)
        .map_err(StoreError::database("cases under review"))?;
        rows.into_iter().map(|row| kept(row, &members)).collect()
    }

    /// The reviews that a case is under: number and title.
    pub async fn reviews_of_case(&self, case: i64) -> Result<Vec<(i64, String)>, StoreError> {
        let ids: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select review_id from review_case where case_file_id = $1 order by review_id").bind(case).fetch_all(pool).await)
        .map_err(StoreError::database("reviews"))?;
        let mut under = Vec::new();
        for id in ids {
            let found = self.review(id).await?.filter(|kept| {
                let at = kept.cases.iter().position(|known| *known == case);
                at.and_then(|at| kept.review.all().get(at)).is_some_and(|member| member.left_out.is_none())
            });
            under.extend(found.map(|kept| (id, kept.review.commissioned().title.clone())));
        }
        Ok(under)
    }

    /// Writes down that an item's meeting gets a report of a review; false where that was written down before.
    pub async fn report_review(&self, review: i64, item: i64, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into review_report (review_id, planned_item_id, recorded_by, recorded_at) values ($1, $2, $3, $4) on conflict do nothing")
            .bind(review).bind(item).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("review"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, "report_review", &format!("review {review}"), &json!({ "item": item })).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The items that get a report of a review.
    pub async fn reports_of_review(&self, review: i64) -> Result<Vec<PlannedItem>, StoreError> {
        let sql = format!("{} where id in (select planned_item_id from review_report where review_id = $1) order by id", item::COLUMNS);
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(review).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }

    /// The items of meetings from a day on, the last meeting first: what a form offers to choose from.
    pub async fn items_from(&self, day: &str, most: i64) -> Result<Vec<PlannedItem>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select i.id, i.planned_meeting_id, i.number, i.position, i.title, i.public_title, i.agenda_text, i.ombudsman_paper_id,
               i.place, i.issue_id, i.revision
             from planned_item i join planned_meeting m on m.id = i.planned_meeting_id
             where m.on_date >= $1 order by m.on_date desc, i.position limit $2").bind(day).bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("items"))
    }
}
