//! Referrals with both ends: which item sent the matter to which body, and what became of it there.

use jiff::civil::Date;
use redress::issue::journey::{Received, Referral};
use serde_json::{Value, json};

use super::item::PlannedItem;
use super::paper::{self, PaperVersion, WorkingPaper};
use super::recommendation::{self, KeptRecommendation};
use super::{issue, next, restriction};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A referral as it is kept.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct KeptReferral {
    /// Its number.
    pub id: i64,
    /// The issue that was referred.
    pub issue_id: i64,
    /// The item at which it was referred.
    pub planned_item_id: i64,
    /// The body that refers.
    pub from_body: String,
    /// The body it goes to: its number and its name.
    pub to_body_id: i64,
    /// The name.
    pub to_body: String,
    /// The day.
    pub on_date: String,
    /// What the other body is asked.
    pub asked: String,
    /// The provision that leaves it to that body.
    pub section: Option<String>,
    /// `taken_up` or `declined`; none while it waits.
    pub received: Option<String>,
    /// The day of the other end.
    pub received_date: Option<String>,
    /// The item that took it up.
    pub taken_up_item_id: Option<i64>,
    /// Why the body would not take it.
    pub declined_why: Option<String>,
    /// Who recorded it.
    pub recorded_by: String,
    /// Who recorded the other end.
    pub received_by: Option<String>,
}

/// A referral to be made.
#[derive(Debug, Clone, serde::Serialize)]
pub struct NewReferral {
    /// The item at which it was referred.
    pub item: i64,
    /// Its issue; none for an item in none, which is then opened.
    pub issue: Option<i64>,
    /// The title of the issue that is opened.
    pub title: String,
    /// The body it goes to.
    pub to_body: i64,
    /// The day.
    pub on: Date,
    /// What that body is asked.
    pub asked: String,
    /// The provision that leaves it to that body.
    pub section: Option<String>,
}

/// What became of taking up a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenUp {
    /// This item took it up.
    By(i64),
    /// The number on the agenda is taken.
    NumberTaken,
    /// The other end was recorded meanwhile.
    Received,
}

const REFERRALS: &str =
    "select r.id, r.issue_id, r.planned_item_id, f.name as from_body, r.to_body_id, t.name as to_body, r.on_date, r.asked,
    r.section, r.received, r.received_date, r.taken_up_item_id, r.declined_why, r.recorded_by, r.received_by
    from referral r join body t on t.id = r.to_body_id join planned_item i on i.id = r.planned_item_id
    join planned_meeting m on m.id = i.planned_meeting_id join body f on f.id = m.body_id";

impl KeptReferral {
    /// The referral as its rules take it. Items go by these names.
    pub fn referral(&self, item: &str, taken_up: Option<&str>) -> Option<Referral> {
        let day = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<Date>().ok());
        let received = match self.received.as_deref() {
            Some("taken_up") => day(&self.received_date).zip(taken_up).map(|(on, item)| Received::TakenUp { item: item.into(), on }),
            Some("declined") => {
                day(&self.received_date).map(|on| Received::Declined { on, why: self.declined_why.clone().unwrap_or_default() })
            }
            _ => None,
        };
        Some(Referral {
            from: self.from_body.clone(),
            item: item.into(),
            on: self.on_date.parse().ok()?,
            to: self.to_body.clone(),
            asked: self.asked.clone(),
            section: self.section.clone(),
            received,
        })
    }
}

/// Adds a referral in the transaction of the act that causes it; none where one of this item to this body waits already.
pub(super) async fn add(tx: &mut Tx, new: &NewReferral, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
    let failed = StoreError::database("referral");
    let waiting: i64 = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select count(*) from referral where planned_item_id = $1 and to_body_id = $2 and received is null")
        .bind(new.item).bind(new.to_body).fetch_one(c).await)
    .map_err(&failed)?;
    if waiting > 0 {
        return Ok(None);
    }
    let issue = match new.issue {
        Some(issue) => issue,
        None => issue::open(tx, &new.title, &[new.item], act).await?,
    };
    let id = next(tx, "select coalesce(max(id), 0) + 1 from referral").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into referral (id, issue_id, planned_item_id, to_body_id, on_date, asked, section, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(issue).bind(new.item).bind(new.to_body).bind(new.on.to_string()).bind(&new.asked).bind(&new.section)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(failed)?;
    journal::write(tx, act, "refer", &format!("referral {id}"), &json!(new)).await?;
    Ok(Some(id))
}

/// Records the other end, once; false where it is recorded already.
async fn receive(
    tx: &mut Tx,
    referral: i64,
    word: &str,
    on: Date,
    item: Option<i64>,
    why: Option<&str>,
    act: &Act<'_>,
) -> Result<bool, StoreError> {
    let done: u64 = on!(tx &mut *tx, c => sqlx::query(
        "update referral set received = $1, received_date = $2, taken_up_item_id = $3, declined_why = $4, received_by = $5, received_at = $6
         where id = $7 and received is null")
        .bind(word).bind(on.to_string()).bind(item).bind(why).bind(act.who).bind(act.at.to_string()).bind(referral)
        .execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("referral"))?;
    if done == 1 {
        let body = json!({ "received": word, "on": on, "item": item, "why": why });
        journal::write(tx, act, "receive_referral", &format!("referral {referral}"), &body).await?;
    }
    Ok(done == 1)
}

/// A paper of the referring item, for the other body: the same file, under the same restriction.
struct Copied {
    paper: WorkingPaper,
    versions: Vec<PaperVersion>,
    restriction: Option<redress::restriction::Restriction>,
}

impl Desk {
    /// Refers an item; none where one of this item to this body waits already.
    pub async fn refer(&self, new: &NewReferral, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let id = add(&mut tx, new, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes answers to recommendations together with the referral that they cause; none where somebody added to one meanwhile.
    pub async fn answer_and_refer(
        &self,
        all: &[KeptRecommendation],
        body: &Value,
        referral: Option<&NewReferral>,
        act: &Act<'_>,
    ) -> Result<Option<Option<i64>>, StoreError> {
        let mut tx = self.db.write().await?;
        for seen in all {
            if !recommendation::change(&mut tx, seen, "answer", body, act).await? {
                return Ok(None);
            }
        }
        let made = match referral {
            Some(new) => add(&mut tx, new, act).await?,
            None => None,
        };
        tx.commit().await?;
        Ok(Some(made))
    }

    /// Makes the item of the other body that takes the referral up, with the same issue, cases and papers.
    pub async fn take_up(
        &self,
        referral: &KeptReferral,
        on: Date,
        new: &PlannedItem,
        cases: &[i64],
        papers: &[WorkingPaper],
        act: &Act<'_>,
    ) -> Result<TakenUp, StoreError> {
        let mut copied = Vec::new();
        for paper in papers {
            let mut versions = self.versions(paper.id).await?;
            // The newest of each sort goes on; the older ones stay where they were read.
            let mut seen = Vec::new();
            versions.retain(|v| {
                !seen.contains(&v.redacted) && {
                    seen.push(v.redacted);
                    true
                }
            });
            versions.reverse();
            let restriction = self.restriction_of(paper.id).await?.map(|line| line.restriction);
            copied.push(Copied { paper: paper.clone(), versions, restriction });
        }
        let mut tx = self.db.write().await?;
        let Some(id) = super::item::insert(&mut tx, new, cases, act).await? else { return Ok(TakenUp::NumberTaken) };
        for one in &copied {
            copy(&mut tx, id, one, act).await?;
        }
        if !receive(&mut tx, referral.id, "taken_up", on, Some(id), None, act).await? {
            return Ok(TakenUp::Received);
        }
        tx.commit().await?;
        Ok(TakenUp::By(id))
    }

    /// Records that an item which is on an agenda already takes the referral up; it joins the issue.
    pub async fn take_up_by(&self, referral: &KeptReferral, on: Date, item: i64, act: &Act<'_>) -> Result<TakenUp, StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("update planned_item set issue_id = $1 where id = $2")
            .bind(referral.issue_id).bind(item).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("item"))?;
        if !receive(&mut tx, referral.id, "taken_up", on, Some(item), None, act).await? {
            return Ok(TakenUp::Received);
        }
        tx.commit().await?;
        Ok(TakenUp::By(item))
    }

    /// Records that the body would not take it; false where the other end is recorded already.
    pub async fn decline_referral(&self, referral: i64, on: Date, why: &str, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = receive(&mut tx, referral, "declined", on, None, Some(why), act).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// A referral.
    pub async fn referral(&self, id: i64) -> Result<Option<KeptReferral>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(format!("{REFERRALS} where r.id = $1"))).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("referral"))
    }

    /// The referrals of an issue, by day.
    pub async fn referrals_of_issue(&self, issue: i64) -> Result<Vec<KeptReferral>, StoreError> {
        self.referrals_where("r.issue_id = $1", issue).await
    }

    /// The referrals that an item made or took up.
    pub async fn referrals_of_item(&self, item: i64) -> Result<Vec<KeptReferral>, StoreError> {
        self.referrals_where("(r.planned_item_id = $1 or r.taken_up_item_id = $1)", item).await
    }

    /// The issues with a referral that waits.
    pub async fn issues_waiting(&self) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select distinct issue_id from referral where received is null").fetch_all(pool).await)
            .map_err(StoreError::database("referrals"))
    }

    async fn referrals_where(&self, condition: &str, value: i64) -> Result<Vec<KeptReferral>, StoreError> {
        let sql = format!("{REFERRALS} where {condition} order by r.on_date, r.id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(value).fetch_all(pool).await)
            .map_err(StoreError::database("referrals"))
    }
}

async fn copy(tx: &mut Tx, item: i64, one: &Copied, act: &Act<'_>) -> Result<(), StoreError> {
    let new = WorkingPaper { planned_item_id: Some(item), ..one.paper.clone() };
    let id = paper::insert(tx, &new, act).await?;
    for version in &one.versions {
        let same = PaperVersion { working_paper_id: id, ..version.clone() };
        paper::insert_version(tx, &same, &version.sha256, act).await?;
    }
    match &one.restriction {
        Some(restriction) => restriction::copy(tx, id, restriction, act).await,
        None => Ok(()),
    }
}
