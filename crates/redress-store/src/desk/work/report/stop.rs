//! The meetings that a report goes to: the paper that it becomes for each, and the version for the next body.

use jiff::civil::Date;
use redress::clearance::{Clearing, Path};
use redress::report::Text;
use serde::Serialize;
use serde_json::json;

use super::{KeptReport, ReportEvent, event, path, revise, save};
use crate::StoreError;
use crate::blob::Shelf;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::work::paper::{self, PaperVersion, WorkingPaper};
use crate::desk::work::restriction;
use crate::on;

/// A meeting that a report goes to.
#[derive(Debug, Clone, Serialize)]
pub struct Stop {
    /// From 1.
    pub number: i64,
    /// The meeting.
    pub meeting: i64,
    /// The item, once it is known.
    pub item: Option<i64>,
    /// Who clears it; none before it was sent.
    pub path: Option<Path>,
    /// The last day for the agenda, as it was counted when it was sent.
    pub publish_by: Option<String>,
    /// The last day for the author to send it, as it was counted then.
    pub submit_by: Option<Date>,
    /// The last day of each stage, as it was counted when it was sent.
    pub due: Vec<Date>,
    /// The section with what happened since the meeting before.
    pub update_section: Option<i64>,
    /// The paper that it became.
    pub paper: Option<i64>,
}

impl Stop {
    /// Its clearing, from what happened; none before it was sent.
    pub fn clearing(&self, events: &[ReportEvent]) -> Option<Clearing> {
        let publish_by: Date = self.publish_by.as_deref()?.parse().ok()?;
        let mut clearing = Clearing::begin(self.path.clone()?, publish_by).ok()?;
        for taken in events.iter().filter(|e| e.stop == self.number).filter_map(ReportEvent::taken) {
            clearing.take(taken).ok()?;
        }
        Some(clearing)
    }
}

/// A meeting that a report is to go to.
#[derive(Debug, Clone, Copy)]
pub struct NewStop {
    /// The meeting.
    pub meeting: i64,
    /// The item, where it is known.
    pub item: Option<i64>,
    /// The last day for the author to send it.
    pub submit_by: Option<Date>,
}

/// What is made for the next body.
#[derive(Debug, Clone, Copy)]
pub struct ForNextBody<'a> {
    /// The meeting.
    pub to: NewStop,
    /// The text with its sections.
    pub text: &'a Text,
    /// How many sections are the author's own.
    pub own_sections: u32,
    /// The section with what happened since.
    pub update_section: Option<u32>,
    /// The appendices that go on to the item: each with the version whose file it keeps.
    pub appendices: &'a [(WorkingPaper, PaperVersion)],
}

type Row = (i64, i64, Option<i64>, Option<String>, Option<String>, Option<String>, Option<String>, Option<i64>, Option<i64>);

pub(super) async fn add(
    tx: &mut Tx,
    report: i64,
    number: i64,
    to: NewStop,
    update_section: Option<u32>,
    act: &Act<'_>,
) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query(
        "insert into report_stop (report_id, number, planned_meeting_id, planned_item_id, submit_by_date, update_section, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(report).bind(number).bind(to.meeting).bind(to.item).bind(to.submit_by.map(|d| d.to_string())).bind(update_section.map(i64::from))
        .bind(act.who).bind(act.at.to_string())
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("report"))
}

impl Desk {
    /// The meetings that a report goes to, in order.
    pub async fn report_stops(&self, report: i64) -> Result<Vec<Stop>, StoreError> {
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select number, planned_meeting_id, planned_item_id, path, publish_by_date, submit_by_date, due_dates, update_section, working_paper_id
             from report_stop
             where report_id = $1 order by number").bind(report).fetch_all(pool).await)
        .map_err(StoreError::database("report"))?;
        let stop = |(number, meeting, item, record, publish_by, submit_by, due, update_section, paper): Row| {
            let submit_by = submit_by.and_then(|d| d.parse().ok());
            let due = due.unwrap_or_default().split(' ').filter_map(|d| d.parse().ok()).collect();
            Ok(Stop { number, meeting, item, path: path(record)?, publish_by, submit_by, due, update_section, paper })
        };
        rows.into_iter().map(stop).collect()
    }

    /// The report that a paper was finished from.
    pub async fn officers_report_of_paper(&self, paper: i64) -> Result<Option<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select report_id from report_stop where working_paper_id = $1").bind(paper).fetch_optional(pool).await)
            .map_err(StoreError::database("report"))
    }

    /// The reports that go to an item.
    pub async fn reports_of_item(&self, item: i64) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select report_id from report_stop where planned_item_id = $1 order by report_id")
            .bind(item).fetch_all(pool).await)
        .map_err(StoreError::database("report"))
    }

    /// Finishes a report for its meeting: the file becomes a version of the item's paper. None where somebody changed it meanwhile.
    pub async fn finish_report(
        &self,
        seen: &KeptReport,
        stop: &Stop,
        (paper, version): (&WorkingPaper, &PaperVersion),
        bytes: &[u8],
        finished: &ReportEvent,
        act: &Act<'_>,
    ) -> Result<Option<i64>, StoreError> {
        let sha256 = self.files.keep(Shelf::Work, bytes).await?;
        let mut tx = self.db.write().await?;
        if !revise(&mut tx, seen).await? {
            return Ok(None);
        }
        let id = match stop.paper {
            Some(id) => id,
            None => paper::insert(&mut tx, paper, act).await?,
        };
        paper::insert_version(&mut tx, &PaperVersion { working_paper_id: id, ..version.clone() }, &sha256, act).await?;
        // What an earlier body might not read, the next one may not read either.
        if let Some(brought) = restriction::brought(&mut tx, seen.id, stop.number, id).await? {
            restriction::copy(&mut tx, id, &brought, act).await?;
        }
        on!(tx &mut tx, c => sqlx::query("update report_stop set working_paper_id = $1, planned_item_id = $2 where report_id = $3 and number = $4")
            .bind(id).bind(paper.planned_item_id).bind(seen.id).bind(stop.number).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("report"))?;
        event::add(&mut tx, seen.id, finished, act).await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Makes the version for the next body; gives the stop and the version, or none where somebody changed the report meanwhile.
    pub async fn report_for_next_body(
        &self,
        seen: &KeptReport,
        new: &ForNextBody<'_>,
        act: &Act<'_>,
    ) -> Result<Option<(i64, i64)>, StoreError> {
        let mut tx = self.db.write().await?;
        if !revise(&mut tx, seen).await? {
            return Ok(None);
        }
        let number: i64 =
            on!(tx &mut tx, c => sqlx::query_scalar("select coalesce(max(number), 0) + 1 from report_stop where report_id = $1")
            .bind(seen.id).fetch_one(c).await)
            .map_err(StoreError::database("report"))?;
        add(&mut tx, seen.id, number, new.to, new.update_section, act).await?;
        on!(tx &mut tx, c => sqlx::query("update report set own_sections = $1 where id = $2")
            .bind(i64::from(new.own_sections)).bind(seen.id).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("report"))?;
        let version = save(&mut tx, seen.id, number, new.text, act).await?;
        for (paper, file) in new.appendices {
            let paper = WorkingPaper { planned_item_id: new.to.item, ..paper.clone() };
            let id = paper::insert(&mut tx, &paper, act).await?;
            paper::insert_version(&mut tx, &PaperVersion { working_paper_id: id, ..file.clone() }, &file.sha256, act).await?;
        }
        let body = json!({ "stop": number, "meeting": new.to.meeting, "item": new.to.item, "appendices": new.appendices.len() });
        journal::write(&mut tx, act, "report_for_next_body", &format!("report {}", seen.id), &body).await?;
        tx.commit().await?;
        Ok(Some((number, version)))
    }
}
