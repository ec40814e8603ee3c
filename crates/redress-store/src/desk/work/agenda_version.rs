//! What an agenda was when it was published: a row for each change that the public saw, in public words alone.

use jiff::civil::Date;
use redress::agenda::change::{Agenda, Item, Paper, changes};
use redress::draft::Reading;
use serde_json::json;

use super::meeting::{COLUMNS, PlannedMeeting};
use super::{read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// An agenda as it was published.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct AgendaVersion {
    /// The meeting.
    pub planned_meeting_id: i64,
    /// From 1.
    pub number: i64,
    /// When.
    pub at: String,
    /// By whom.
    pub by_name: String,
    /// What stood on it.
    pub contents: Agenda,
    /// What it changed, a sentence each; for the first, nothing.
    pub changes: Vec<String>,
}

type Row = (i64, i64, String, String, String);

const VERSIONS: &str = "select planned_meeting_id, number, at, by_name, contents from agenda_version";

/// The agenda that a composed meeting shows: items that came off are not on it.
pub(super) fn of(reading: &Reading) -> Option<Agenda> {
    let meeting = reading.meetings.first()?;
    let paper = |p: &redress::paper::Paper| Paper { title: p.title.clone(), hash: p.file.clone().unwrap_or_default() };
    let item = |i: &redress::draft::ItemDraft| Item {
        number: i.number.clone().unwrap_or_default(),
        title: i.title.clone(),
        papers: i.papers.iter().map(paper).collect(),
    };
    Some(Agenda {
        meeting: meeting.meeting.date?,
        place: meeting.location.clone().unwrap_or_default(),
        items: reading.items.iter().filter(|i| i.off.is_none()).map(item).collect(),
    })
}

/// Keeps an agenda, in the transaction that publishes it.
pub(super) async fn keep(tx: &mut Tx, meeting: i64, number: i64, contents: &Agenda, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query(
        "insert into agenda_version (planned_meeting_id, number, at, by_name, contents) values ($1, $2, $3, $4, $5)")
        .bind(meeting).bind(number).bind(act.at.to_string()).bind(act.who).bind(written("agenda", contents)?)
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("agenda"))?;
    journal::write(tx, act, "agenda_version", &format!("planned_meeting {meeting}"), &json!({ "number": number })).await
}

impl Desk {
    /// Every published version of an agenda, the first first.
    pub async fn agenda_versions(&self, meeting: i64) -> Result<Vec<AgendaVersion>, StoreError> {
        let sql = format!("{VERSIONS} where planned_meeting_id = $1 order by number");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("agenda"))?;
        let mut all: Vec<AgendaVersion> = Vec::with_capacity(rows.len());
        for (planned_meeting_id, number, at, by_name, contents) in rows {
            let contents: Agenda = read("agenda", &contents)?;
            let changes = all.iter().next_back().map(|before| changes(&before.contents, &contents)).unwrap_or_default();
            all.push(AgendaVersion { planned_meeting_id, number, at, by_name, contents, changes });
        }
        Ok(all)
    }

    /// The meetings from a day on of the bodies on which an account sits, by either record of it; the next one first.
    pub async fn meetings_of_account(&self, account: i64, from: Date) -> Result<Vec<PlannedMeeting>, StoreError> {
        let sql = format!(
            "{COLUMNS}
             where m.on_date >= $2 and (
               exists (select 1 from account_seat s where s.account_id = $1 and s.body_slug = b.slug
                 and s.from_date <= $2 and coalesce(s.until_date, '9999-12-31') >= $2)
               or exists (select 1 from body_seat s join account a on a.member_id = s.member_id where a.id = $1 and s.body_id = b.id
                 and s.from_date <= m.on_date and coalesce(s.until_date, '9999-12-31') >= m.on_date))
             order by m.on_date, m.id limit 50"
        );
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(account).bind(from.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("meetings"))
    }
}
