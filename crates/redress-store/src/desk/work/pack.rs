//! The pages of a meeting's papers: the pack as first published, supplements, and those that are being made.

use jiff::civil::Date;
use redress::agenda::supplement::Pack;
use redress::draft::SheetsDraft;
use redress::public::pack::Sheets;
use serde_json::json;

use super::next;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A supplement, published or being made.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct KeptSupplement {
    /// Its number at the desk.
    pub id: i64,
    /// The meeting.
    pub planned_meeting_id: i64,
    /// Its number in public; none before it is published.
    pub number: Option<i64>,
    /// The page of the pack that it follows.
    pub after_page: i64,
    /// Its pages.
    pub pages: Option<i64>,
    /// Why it comes later.
    pub why: String,
    /// The day of publication.
    pub published_on: Option<String>,
    /// Who made it.
    pub made_by: String,
}

/// Pages of a paper as they are kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct KeptSheets {
    /// The supplement, by its number at the desk; none in the pack.
    pub supplement_id: Option<i64>,
    /// The paper.
    pub working_paper_id: i64,
    /// Its first sheet; none while the supplement is not published.
    pub from_sheet: Option<i64>,
    /// Its pages.
    pub pages: Option<i64>,
    /// The hash of its file.
    pub sha256: Option<String>,
    /// The document in public.
    pub document: Option<i64>,
}

/// The pack of a meeting as it is kept.
#[derive(Debug, Clone, Default)]
pub struct KeptPack {
    /// The pages of the pack; none before it was published.
    pub pages: Option<u32>,
    /// The supplements, the published ones first, by number.
    pub supplements: Vec<KeptSupplement>,
    /// What stands on the pages.
    pub sheets: Vec<KeptSheets>,
}

/// Pages that a publication adds.
#[derive(Debug, Clone)]
pub(super) struct Adding {
    /// The supplement as it is published; none for the pack itself.
    pub(super) supplement: Option<KeptSupplement>,
    /// What stands on the pages: paper and pages.
    pub(super) sheets: Vec<(i64, Sheets)>,
}

fn whole(number: Option<i64>) -> u32 {
    number.and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
}

impl KeptPack {
    /// The pack by the rule of page references; none before it was published.
    pub fn pack(&self) -> Option<Pack> {
        let mut pack = Pack::new(self.pages?);
        for one in self.supplements.iter().filter(|s| s.number.is_some()) {
            let day: Date = one.published_on.as_deref().and_then(|d| d.parse().ok()).unwrap_or_default();
            // What is kept was added by this rule before.
            let _ = pack.add(day, &one.why, whole(Some(one.after_page)), whole(one.pages));
        }
        Some(pack)
    }

    /// The published pages as a draft has them.
    pub(super) fn drafts(&self) -> Vec<SheetsDraft> {
        let numbered = |id: i64| self.supplements.iter().find(|s| s.id == id).and_then(|s| s.number).map(|n| whole(Some(n)));
        let published = self.sheets.iter().filter(|s| s.from_sheet.is_some());
        let draft = |s: &KeptSheets| SheetsDraft {
            sheets: Sheets {
                supplement: s.supplement_id.and_then(numbered),
                from: whole(s.from_sheet),
                pages: whole(s.pages),
                document: s.document.and_then(|n| u64::try_from(n).ok()).unwrap_or(0),
                file: s.sha256.clone().unwrap_or_default(),
                ..Sheets::default()
            },
            item: None,
            title: None,
        };
        published.map(draft).collect()
    }

    /// The supplements that are being made, each with its papers.
    pub fn being_made(&self) -> impl Iterator<Item = (&KeptSupplement, Vec<i64>)> {
        let papers = |id: i64| self.sheets.iter().filter(|s| s.supplement_id == Some(id)).map(|s| s.working_paper_id).collect();
        self.supplements.iter().filter(|s| s.number.is_none()).map(move |s| (s, papers(s.id)))
    }

    /// The last page of the pack that a paper has, in the pack as first published.
    pub fn last_page_of(&self, paper: i64) -> Option<u32> {
        let own = self.sheets.iter().filter(|s| s.supplement_id.is_none() && s.working_paper_id == paper);
        own.map(|s| (whole(s.from_sheet) + whole(s.pages)).saturating_sub(1)).max()
    }

    /// The page that new papers follow, where nobody chose one: the last of the version that they replace, else of the papers
    /// before them in the order of the agenda.
    pub fn follows(&self, order: &[i64], new: &[i64]) -> u32 {
        let replaced = new.iter().filter_map(|paper| self.last_page_of(*paper)).max();
        let at = order.iter().position(|paper| new.contains(paper)).unwrap_or(order.len());
        let earlier = || order.iter().take(at).filter_map(|paper| self.last_page_of(*paper)).max();
        replaced.or_else(earlier).unwrap_or(0)
    }

    /// Whether a file is in the pack or in a published supplement already.
    pub fn holds(&self, paper: i64, sha256: &str) -> bool {
        self.sheets.iter().any(|s| s.working_paper_id == paper && s.from_sheet.is_some() && s.sha256.as_deref() == Some(sha256))
    }
}

/// Keeps what a publication adds, in its transaction, once each paper has its number in public.
pub(super) async fn keep(tx: &mut Tx, meeting: i64, adding: &Adding, on: Date, act: &Act<'_>) -> Result<(), StoreError> {
    let failed = StoreError::database("pack");
    let pages: i64 = adding.sheets.iter().map(|(_, s)| i64::from(s.pages)).sum();
    let supplement = match &adding.supplement {
        None => {
            on!(tx &mut *tx, c => sqlx::query("insert into pack (planned_meeting_id, pages, published_on) values ($1, $2, $3)")
                .bind(meeting).bind(pages).bind(on.to_string()).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            None
        }
        Some(new) => {
            let id = if new.id > 0 { new.id } else { insert(tx, new, &[], act).await? };
            on!(tx &mut *tx, c => sqlx::query("update supplement set number = $1, pages = $2, published_on = $3 where id = $4")
                .bind(new.number).bind(pages).bind(on.to_string()).bind(id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            on!(tx &mut *tx, c => sqlx::query("delete from pack_paper where supplement_id = $1").bind(id).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
            Some(id)
        }
    };
    for (position, (paper, sheets)) in (1_i64..).zip(&adding.sheets) {
        let document: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
            "select public_key from cleared where kind = 'paper' and record_id = $1 and public_kind = 'document'").bind(paper).fetch_optional(c).await)
        .map_err(&failed)?
        .flatten();
        let id = next(tx, "select coalesce(max(id), 0) + 1 from pack_paper").await?;
        on!(tx &mut *tx, c => sqlx::query(
            "insert into pack_paper (id, planned_meeting_id, supplement_id, position, working_paper_id, from_sheet, pages, sha256, document)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(id).bind(meeting).bind(supplement).bind(position).bind(paper).bind(i64::from(sheets.from)).bind(i64::from(sheets.pages))
            .bind(&sheets.file).bind(document.and_then(|d| d.parse::<i64>().ok())).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    let number = adding.supplement.as_ref().and_then(|s| s.number);
    journal::write(tx, act, "pack", &format!("planned_meeting {meeting}"), &json!({ "supplement": number, "pages": pages })).await
}

async fn insert(tx: &mut Tx, new: &KeptSupplement, papers: &[i64], act: &Act<'_>) -> Result<i64, StoreError> {
    let failed = StoreError::database("supplement");
    let id = next(tx, "select coalesce(max(id), 0) + 1 from supplement").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into supplement (id, planned_meeting_id, after_page, why, made_by, made_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(id).bind(new.planned_meeting_id).bind(new.after_page).bind(&new.why).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    for (position, paper) in (1_i64..).zip(papers) {
        let row = next(tx, "select coalesce(max(id), 0) + 1 from pack_paper").await?;
        on!(tx &mut *tx, c => sqlx::query(
            "insert into pack_paper (id, planned_meeting_id, supplement_id, position, working_paper_id) values ($1, $2, $3, $4, $5)")
            .bind(row).bind(new.planned_meeting_id).bind(id).bind(position).bind(paper).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    Ok(id)
}

impl Desk {
    /// Makes a supplement of these papers; publishing them publishes it. A paper that another one holds goes over to this one.
    pub async fn make_supplement(&self, new: &KeptSupplement, papers: &[i64], act: &Act<'_>) -> Result<i64, StoreError> {
        let failed = StoreError::database("supplement");
        let mut tx = self.db.write().await?;
        for paper in papers {
            on!(tx &mut tx, c => sqlx::query(
                "delete from pack_paper where working_paper_id = $1 and planned_meeting_id = $2 and from_sheet is null")
                .bind(paper).bind(new.planned_meeting_id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        on!(tx &mut tx, c => sqlx::query(
            "delete from supplement where number is null and planned_meeting_id = $1
             and not exists (select 1 from pack_paper p where p.supplement_id = supplement.id)")
            .bind(new.planned_meeting_id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        let id = insert(&mut tx, new, papers, act).await?;
        let body = json!({ "supplement": new, "papers": papers });
        journal::write(&mut tx, act, "make_supplement", &format!("planned_meeting {}", new.planned_meeting_id), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The pack of a meeting with its supplements.
    pub async fn pack(&self, meeting: i64) -> Result<KeptPack, StoreError> {
        let failed = StoreError::database("pack");
        let pages: Option<i64> = on!(db &self.db, pool => sqlx::query_scalar("select pages from pack where planned_meeting_id = $1")
            .bind(meeting).fetch_optional(pool).await)
        .map_err(&failed)?;
        let supplements = on!(db &self.db, pool => sqlx::query_as(
            "select id, planned_meeting_id, number, after_page, pages, why, published_on, made_by from supplement
             where planned_meeting_id = $1 order by case when number is null then 1 else 0 end, number, id")
            .bind(meeting).fetch_all(pool).await)
        .map_err(&failed)?;
        let sheets = on!(db &self.db, pool => sqlx::query_as(
            "select supplement_id, working_paper_id, from_sheet, pages, sha256, document from pack_paper where planned_meeting_id = $1 order by id")
            .bind(meeting).fetch_all(pool).await)
        .map_err(&failed)?;
        Ok(KeptPack { pages: pages.map(|p| whole(Some(p))), supplements, sheets })
    }

    /// The page that these papers of a meeting follow, where nobody chose one.
    pub async fn page_before(&self, kept: &KeptPack, meeting: i64, papers: &[i64]) -> Result<u32, StoreError> {
        let order: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select w.id from working_paper w join planned_item i on i.id = w.planned_item_id where i.planned_meeting_id = $1 order by i.position, i.id, w.id")
            .bind(meeting).fetch_all(pool).await)
        .map_err(StoreError::database("papers"))?;
        Ok(kept.follows(&order, papers))
    }

    /// Keeps the words of a file, once.
    pub async fn keep_words(&self, sha256: &str, words: &str) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("insert into file_words (sha256, words) values ($1, $2) on conflict do nothing")
            .bind(sha256).bind(words).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("words"))?;
        tx.commit().await
    }
}
