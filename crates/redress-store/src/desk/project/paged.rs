//! The pages of a meeting's papers and the words of their files, in their public form.

use redress::draft::PackDraft;
use redress::public::Kind;
use redress::public::pack::{MeetingPack, Sheets};

use crate::StoreError;
use crate::db::Tx;
use crate::desk::number;
use crate::on;

/// The pages of a meeting's papers, each with its document's number.
pub(super) async fn paged(tx: &mut Tx, meeting: i64, draft: PackDraft) -> Result<MeetingPack, StoreError> {
    let mut sheets = Vec::with_capacity(draft.sheets.len());
    for one in draft.sheets {
        let known = one.sheets.document;
        let document = match (&one.item, &one.title) {
            (Some(item), Some(title)) if known == 0 => {
                let paper: Option<i64> = on!(tx &mut *tx, c => sqlx::query_scalar(
                    "select p.id from paper p join agenda_item a on a.id = p.item_id where a.meeting_id = $1 and a.number = $2 and p.title = $3 order by p.id")
                    .bind(meeting).bind(item).bind(title).fetch_optional(c).await)
                .map_err(StoreError::database("paper"))?;
                match paper {
                    Some(paper) => number::of(tx, Kind::Document, paper).await?,
                    None => known,
                }
            }
            _ => known,
        };
        sheets.push(Sheets { document, ..one.sheets });
    }
    Ok(MeetingPack { pack: draft.pack, sheets })
}

/// The words of a file that the public may open.
pub(super) async fn words_of(tx: &mut Tx, file: Option<&str>) -> Result<Option<String>, StoreError> {
    let Some(sha256) = file else { return Ok(None) };
    on!(tx tx, c => sqlx::query_scalar("select words from file_words where sha256 = $1").bind(sha256).fetch_optional(c).await)
        .map_err(StoreError::database("words"))
}
