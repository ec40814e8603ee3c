//! What is told of a decision besides its record, read from where each part is kept.

use redress::call_in::Request;
use redress::decision_record::{Asked, End, Reserved, TextsNote, Told};
use redress::ombudsman::axes::{Level, waits_for_council};
use redress::ombudsman::tracked::Tracked;
use redress::public::Kind;
use redress::resolution::texts::Which;

use super::{KeptDecision, day, link, one, read};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::{Desk, number};
use crate::on;

/// For whom the other ends of links are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    Desk,
    Public,
}

impl Desk {
    /// What is told of a decision, for officers.
    pub async fn told_of_decision(&self, id: i64) -> Result<Told, StoreError> {
        let mut tx = self.db.write().await?;
        match one(&mut tx, id).await? {
            Some(kept) => told(&mut tx, &kept, For::Desk).await,
            None => Ok(Told::default()),
        }
    }
}

/// What the public is told of the decision of a row; none where the desk has no record of it.
pub(in crate::desk) async fn told_in_public(
    tx: &mut Tx,
    decision: i64,
    item: Option<i64>,
) -> Result<Option<(KeptDecision, Told)>, StoreError> {
    let own: Option<i64> = on!(tx &mut *tx, c => sqlx::query_scalar("select id from decision_record where decision_id = $1")
        .bind(decision).fetch_optional(c).await)
    .map_err(StoreError::database("decision"))?;
    let id = match (own, item) {
        (Some(id), _) => Some(id),
        (None, Some(item)) => on!(tx &mut *tx, c => sqlx::query_scalar(
            "select d.id from agenda_item a join meeting g on g.id = a.meeting_id
             join planned_meeting m on m.body_id = g.body_id and m.on_date = g.on_date
             join planned_item i on i.planned_meeting_id = m.id and i.number = a.number
             join decision_record d on d.planned_item_id = i.id and d.record is null where a.id = $1")
            .bind(item).fetch_optional(c).await)
        .map_err(StoreError::database("decision"))?,
        (None, None) => None,
    };
    let Some(id) = id else { return Ok(None) };
    // Nothing is told of what the desk has not published.
    let Some(kept) = one(tx, id).await?.filter(|k| k.published_on.is_some()) else { return Ok(None) };
    let told = told(tx, &kept, For::Public).await?;
    Ok(Some((kept, told)))
}

/// The row of the public decision that a record is, and whether it ever was public.
pub(in crate::desk) async fn where_public(tx: &mut Tx, kept: &KeptDecision) -> Result<Option<i64>, StoreError> {
    if let Some(id) = kept.decision_id {
        return Ok(Some(id));
    }
    let Some(item) = kept.item.filter(|_| kept.of_item && kept.published_on.is_some()) else { return Ok(None) };
    on!(tx tx, c => sqlx::query_scalar(
        "select d.id from planned_item i join planned_meeting m on m.id = i.planned_meeting_id
         join meeting g on g.body_id = m.body_id and g.on_date = m.on_date
         join agenda_item a on a.meeting_id = g.id and a.number = i.number join decision d on d.item_id = a.id where i.id = $1")
        .bind(item).fetch_optional(c).await)
    .map_err(StoreError::database("decision"))
}

async fn told(tx: &mut Tx, kept: &KeptDecision, reader: For) -> Result<Told, StoreError> {
    let failed = StoreError::database("decision");
    let mut told = Told { rules: kept.rules.clone(), published: kept.published_on, ..Told::default() };
    let requests: Vec<(String, String)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select record, callers from call_in where decision_record_id = $1 order by id").bind(kept.id).fetch_all(c).await)
    .map_err(&failed)?;
    for (record, callers) in requests {
        let request: Request = read("call-in", &record)?;
        let by = callers.lines().map(str::to_string).collect();
        told.requests.push(Asked { by, at: request.at, grounds: request.grounds, outcome: request.outcome });
    }
    let waiver: Option<String> =
        on!(tx &mut *tx, c => sqlx::query_scalar("select record from call_in_waiver where decision_record_id = $1")
        .bind(kept.id).fetch_optional(c).await)
        .map_err(&failed)?;
    told.waiver = waiver.map(|w| read("waiver", &w)).transpose()?;
    let note: Option<(String, String, String)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select governs, why, on_date from texts_note where decision_record_id = $1 order by id desc limit 1").bind(kept.id).fetch_optional(c).await)
    .map_err(&failed)?;
    if let Some((governs, why, on)) = note {
        told.note = Some(TextsNote { governs: which(&governs), why, on: day(&on)? });
    }
    let links: Vec<(i64, i64, String, String, String)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select earlier_id, later_id, relation, on_date, why from decision_link where earlier_id = $1 or later_id = $1 order by earlier_id")
        .bind(kept.id).fetch_all(c).await)
    .map_err(&failed)?;
    for (earlier, later, relation, on, why) in links {
        let other = if earlier == kept.id { later } else { earlier };
        let Some((other, address)) = named(tx, other, reader).await? else { continue };
        let end = End { relation: link::of_word(&relation), other, address, on: day(&on)?, why };
        if earlier == kept.id { told.changed = Some(end) } else { told.changes.push(end) }
    }
    told.reserved = reserved(tx, kept).await?;
    Ok(told)
}

/// The other record as a page names it, with its address; none where the reader cannot go there.
async fn named(tx: &mut Tx, id: i64, reader: For) -> Result<Option<(String, String)>, StoreError> {
    if reader == For::Desk {
        return Ok(Some((format!("decision record {id}"), format!("/desk/decisions/{id}"))));
    }
    let Some(other) = one(tx, id).await?.filter(|o| o.published_on.is_some()) else { return Ok(None) };
    let Some(row) = where_public(tx, &other).await? else { return Ok(None) };
    let number = number::of(tx, Kind::Decision, row).await?;
    Ok(Some((format!("decision {number}"), redress::public::address(Kind::Decision, &number.to_string()))))
}

/// Whether it proposes a refusal that only the council can decide on: Local Government Act 1974, section 31A(1A).
async fn reserved(tx: &mut Tx, kept: &KeptDecision) -> Result<Option<Reserved>, StoreError> {
    let Some(item) = kept.item else { return Ok(None) };
    let records: Vec<String> = on!(tx tx, c => sqlx::query_scalar(
        "select r.record from recommendation r join item_case i on i.case_file_id = r.case_file_id where i.planned_item_id = $1 order by r.id")
        .bind(item).fetch_all(c).await)
    .map_err(StoreError::database("recommendations"))?;
    let (mut waits, mut minute, mut on, mut otherwise) = (false, None, None, false);
    for record in records {
        let tracked: Tracked = read("recommendation", &record)?;
        let history = tracked.responses();
        let proposed = history.entries().iter().rfind(|e| e.on == kept.decided_on && e.value.level == Level::Proposed);
        let Some(proposed) = proposed else { continue };
        waits |= waits_for_council(history);
        let Some(by_council) = history.entries().iter().rfind(|e| e.value.level == Level::Members) else { continue };
        minute = by_council.paper.clone();
        on = on.max(Some(by_council.on));
        otherwise |= std::mem::discriminant(&by_council.value.answer) != std::mem::discriminant(&proposed.value.answer);
    }
    let why = "section 31A(1A) of the Local Government Act 1974 reserves a refusal at a further report to it".to_string();
    Ok(match (waits, minute) {
        (true, _) => Some(Reserved { why, minute: None, on: None, otherwise: false }),
        (false, Some(minute)) => Some(Reserved { why, minute: Some(minute), on, otherwise }),
        (false, None) => None,
    })
}

pub(super) fn which(word: &str) -> Which {
    match word {
        "resolved" => Which::Resolved,
        "minuted" => Which::Minuted,
        _ => Which::Published,
    }
}
