//! Notes that a member writes for themselves. Every question asked here names the account, so that nobody reads another's;
//! the journal has no word of them.

use serde_json::json;

use super::next;
use super::pack::{KeptPack, KeptSheets};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;
use redress::agenda::supplement::Leads;
use redress::members_room::note::Newer;

/// A note.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct MemberNote {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub account_id: i64,
    /// The meeting.
    pub planned_meeting_id: i64,
    /// The item that it is on.
    pub planned_item_id: Option<i64>,
    /// The page that it is on, as the pack cites it.
    pub page: Option<String>,
    /// The paper that the page was of.
    pub working_paper_id: Option<i64>,
    /// The hash of the file that the page was of.
    pub sha256: Option<String>,
    /// Its words.
    pub words: String,
    /// How often it was changed, and one.
    pub revision: i64,
    /// When it was written last.
    pub written_at: String,
}

const NOTES: &str = "select id, account_id, planned_meeting_id, planned_item_id, page, working_paper_id, sha256, words, revision, written_at from member_note";

fn about(note: i64) -> String {
    format!("member_note {note}")
}

impl KeptPack {
    /// Which pages of a paper a reference is among.
    pub fn sheets_at(&self, reference: &str) -> Option<&KeptSheets> {
        let (number, sheet) = match self.pack()?.find(reference)? {
            Leads::Pack { page } => (None, page),
            Leads::Supplement { number, sheet } => (Some(number), sheet),
        };
        let holds = |s: &&KeptSheets| {
            let (from, pages) = (s.from_sheet.unwrap_or(0), s.pages.unwrap_or(0));
            self.number_of(s) == number && (from..from + pages).contains(&i64::from(sheet))
        };
        self.sheets.iter().filter(|s| s.from_sheet.is_some()).find(holds)
    }

    /// The published number of the supplement that some pages are in; none in the pack as first published.
    fn number_of(&self, sheets: &KeptSheets) -> Option<u32> {
        let id = sheets.supplement_id?;
        self.supplements.iter().find(|s| s.id == id)?.number.and_then(|n| u32::try_from(n).ok())
    }

    /// Every reference under which pages of a paper were published: `4 to 5`, then `5A to 5C` of a supplement.
    pub fn references_of(&self, paper: i64) -> Vec<(Option<u32>, String)> {
        let Some(pack) = self.pack() else { return Vec::new() };
        let published = self.sheets.iter().filter(|s| s.working_paper_id == paper && s.from_sheet.is_some());
        let words = |s: &KeptSheets| {
            let number = self.number_of(s);
            let (from, pages) = (s.from_sheet.unwrap_or(1).max(1), s.pages.unwrap_or(0).max(1));
            let name = |sheet: i64| match number {
                None => Some(sheet.to_string()),
                Some(number) => pack.references(number).into_iter().nth(usize::try_from(sheet - 1).ok()?),
            };
            let (first, last) = (name(from)?, name(from + pages - 1)?);
            Some((number, if first == last { first } else { format!("{first} to {last}") }))
        };
        published.filter_map(words).collect()
    }

    /// The newer pages of a paper than those of a file: the last ones, where they are of another file.
    pub fn newer(&self, paper: i64, sha256: &str) -> Option<Newer> {
        let last = self.sheets.iter().rfind(|s| s.working_paper_id == paper && s.from_sheet.is_some())?;
        if last.sha256.as_deref() == Some(sha256) {
            return None;
        }
        let (supplement, pages) = self.references_of(paper).pop()?;
        Some(Newer { supplement: supplement?, pages })
    }
}

impl Desk {
    /// Writes a note.
    pub async fn write_note(&self, new: &MemberNote, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from member_note").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into member_note (id, account_id, planned_meeting_id, planned_item_id, page, working_paper_id, sha256, words, revision, written_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)")
            .bind(id).bind(new.account_id).bind(new.planned_meeting_id).bind(new.planned_item_id).bind(&new.page).bind(new.working_paper_id)
            .bind(&new.sha256).bind(&new.words).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("note"))?;
        journal::write(&mut tx, act, "write_note", &about(id), &json!({})).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Changes the words of a note. Says whether it stood as it was seen.
    pub async fn change_note(&self, seen: &MemberNote, words: &str, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update member_note set words = $1, revision = revision + 1, written_at = $2 where id = $3 and account_id = $4 and revision = $5")
            .bind(words).bind(act.at.to_string()).bind(seen.id).bind(seen.account_id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("note"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, "change_note", &about(seen.id), &json!({})).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Removes a note for good. Says whether it stood as it was seen.
    pub async fn remove_note(&self, seen: &MemberNote, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query("delete from member_note where id = $1 and account_id = $2 and revision = $3")
            .bind(seen.id).bind(seen.account_id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("note"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, "remove_note", &about(seen.id), &json!({})).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// A note of an account; another's is not there.
    pub async fn note(&self, id: i64, account: i64) -> Result<Option<MemberNote>, StoreError> {
        let sql = format!("{NOTES} where id = $1 and account_id = $2");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).bind(account).fetch_optional(pool).await)
            .map_err(StoreError::database("note"))
    }

    /// The notes of an account for a meeting, in the order in which they were written.
    pub async fn notes(&self, account: i64, meeting: i64) -> Result<Vec<MemberNote>, StoreError> {
        let sql = format!("{NOTES} where account_id = $1 and planned_meeting_id = $2 order by id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(account).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("notes"))
    }
}
