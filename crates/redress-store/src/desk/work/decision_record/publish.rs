//! Publishing a decision of a member, of an officer, or one that changes another; and publishing again what is public already,
//! in the transaction of the act that adds something to be told of it. What a body decides is published with its meeting.

use jiff::civil::Date;
use redress::draft::DecisionDraft;
use redress::meeting::MeetingRef;
use redress::public::{Kind, Record, address};
use serde_json::json;

use super::{KeptDecision, next, one, where_public, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::project::{Projecting, project};
use crate::desk::publish::{Because, End, latest, publish};
use crate::desk::work::case_publication::mark;
use crate::on;

impl Desk {
    /// What publishing a decision would show: itself, and the public records that it changes or that change it.
    pub async fn preview_decision(&self, id: i64, today: Date) -> Result<Vec<Record>, StoreError> {
        let mut tx = self.db.write().await?;
        // The transaction is dropped: everything in it is undone.
        put_out(&mut tx, id, today).await?;
        Ok(public_forms(&mut tx, id).await?.into_iter().map(|(record, _)| record).collect())
    }

    /// Publishes what the preview showed. Gives the addresses of what has a new version; none where something changed since.
    pub async fn publish_decision(
        &self,
        id: i64,
        previewed: &str,
        today: Date,
        because: Because<'_>,
        act: &Act<'_>,
    ) -> Result<Option<Vec<String>>, StoreError> {
        let mut tx = self.db.write().await?;
        put_out(&mut tx, id, today).await?;
        let forms = public_forms(&mut tx, id).await?;
        if mark(&forms.iter().map(|(record, _)| record.clone()).collect::<Vec<_>>())? != previewed {
            return Ok(None);
        }
        let made = send(&mut tx, forms, because, act).await?;
        if made.is_empty() {
            // Nothing that the public sees would change, so nothing was done.
            return Ok(Some(made));
        }
        let body = json!({ "published": made, "office": because.by, "reason": because.reason });
        journal::write(&mut tx, act, "publish_decision", &format!("decision_record {id}"), &body).await?;
        tx.commit().await?;
        Ok(Some(made))
    }
}

/// Publishes again what is public of a decision and of the records tied to it, in the transaction of an act.
pub(super) async fn republish(tx: &mut Tx, id: i64, because: Because<'_>, act: &Act<'_>) -> Result<Vec<String>, StoreError> {
    let forms = public_forms(tx, id).await?;
    send(tx, forms, because, act).await
}

async fn send(
    tx: &mut Tx,
    forms: Vec<(Record, Vec<(String, String)>)>,
    because: Because<'_>,
    act: &Act<'_>,
) -> Result<Vec<String>, StoreError> {
    let (mut end, mut made) = (End::default(), Vec::new());
    for (record, numbers) in forms {
        if publish(tx, &mut end, act, because, &record, &numbers).await?.is_some() {
            made.push(address(record.kind(), &record.key()));
        }
    }
    Ok(made)
}

/// The public forms of a record and of those tied to it, as far as they are public. Itself comes first.
async fn public_forms(tx: &mut Tx, id: i64) -> Result<Vec<(Record, Vec<(String, String)>)>, StoreError> {
    let tied: Vec<i64> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select later_id from decision_link where earlier_id = $1 union select earlier_id from decision_link where later_id = $1 order by 1")
        .bind(id).fetch_all(c).await)
    .map_err(StoreError::database("links"))?;
    let (mut projecting, mut forms) = (Projecting::default(), Vec::new());
    for (at, id) in std::iter::once(id).chain(tied).enumerate() {
        let Some(kept) = one(tx, id).await?.filter(|k| k.published_on.is_some()) else { continue };
        let Some(row) = where_public(tx, &kept).await? else { continue };
        let Some((record, numbers)) = project(tx, &mut projecting, Kind::Decision, row).await? else { continue };
        // A record tied to this one goes out again only where it is public: the desk knows that from the log.
        if at == 0 || latest(tx, Kind::Decision, &record.key()).await?.is_some() {
            forms.push((record, numbers));
        }
    }
    Ok(forms)
}

/// Writes the row of the public decision that a record is, as the record says now. A body's decision has its item's.
async fn put_out(tx: &mut Tx, id: i64, today: Date) -> Result<(), StoreError> {
    let failed = StoreError::database("decision");
    let Some(kept) = one(tx, id).await?.filter(|k| !k.of_item) else { return Ok(()) };
    let published = kept.published_on.unwrap_or(today);
    let draft = written("decision", &draft(&kept, published))?;
    let row = match kept.decision_id {
        Some(row) => {
            on!(tx &mut *tx, c => sqlx::query("update decision set title = $1, decided_on = $2, record = $3 where id = $4")
                .bind(&kept.title).bind(kept.decided_on.to_string()).bind(&draft).bind(row).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            row
        }
        None => {
            let row = next(tx, "select coalesce(max(id), 0) + 1 from decision").await?;
            on!(tx &mut *tx, c => sqlx::query("insert into decision (id, item_id, title, decided_on, record) values ($1, null, $2, $3, $4)")
                .bind(row).bind(&kept.title).bind(kept.decided_on.to_string()).bind(&draft).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            row
        }
    };
    on!(tx tx, c => sqlx::query("update decision_record set decision_id = $1, published_on = $2 where id = $3")
        .bind(row).bind(published.to_string()).bind(id).execute(c).await.map(|_| ()))
    .map_err(failed)
}

fn draft(kept: &KeptDecision, published: Date) -> DecisionDraft {
    let formal = kept.words.decision.formal.as_deref();
    let body = formal.and_then(|f| match &f.maker {
        redress::decision_record::Maker::Body { body, .. } => Some(body.clone()),
        _ => None,
    });
    DecisionDraft {
        title: kept.title.clone(),
        decision_maker: formal.map(|f| f.maker.words()),
        decision: Some(kept.words.decision.clone()),
        published_on: Some(published),
        decided_on: Some(kept.decided_on),
        by_officer: body.is_none(),
        meeting: body.map(|body| MeetingRef { date: Some(kept.decided_on), body: Some(body), ..MeetingRef::default() }),
        other: kept.service.iter().map(|s| ("Service".to_string(), s.clone())).collect(),
        ..DecisionDraft::default()
    }
}
