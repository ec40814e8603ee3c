//! Publishing: a public form appended to the log, in the transaction of the act that causes it.

use redress::public::{Kind, Record};
use serde_json::Value;

use super::journal::Act;
use super::work::issue_publication::withdraw_of_item;
use crate::StoreError;
use crate::db::Tx;
use crate::on;
use crate::register::LogRow;
use crate::register::follow::insert_log_row;

/// Why something is published, for the public log.
#[derive(Debug, Clone, Copy)]
pub struct Because<'a> {
    /// The office, as the public may know it.
    pub by: &'a str,
    /// The reason.
    pub reason: &'a str,
}

/// The end of the log, asked for once in a transaction and then known.
#[derive(Default)]
pub(super) struct End(Option<(i64, String)>);

/// Publishes a record unless the version that stands says the same. Gives the new version.
///
/// A source that changed elsewhere, or moved the record by a line, is no new version.
pub(super) async fn publish(
    tx: &mut Tx,
    end: &mut End,
    act: &Act<'_>,
    because: Because<'_>,
    record: &Record,
    numbers: &[(String, String)],
) -> Result<Option<u32>, StoreError> {
    let kind = record.kind();
    let key = record.key();
    let last = latest(tx, kind, &key).await?;
    let body = serde_json::to_value(record).map_err(StoreError::body(format!("{} {key}", kind.word())))?;
    if let Some(last) = &last {
        // What somebody withdrew does not come back by itself, whatever a source still says.
        if last.withdrawn {
            return Ok(None);
        }
        let standing: Value = serde_json::from_str(&last.body).map_err(StoreError::body(format!("publication {}", last.seq)))?;
        if words_of(standing) == words_of(body.clone()) {
            return Ok(None);
        }
    }
    let version = last.map_or(1, |l| l.version + 1);
    let row = Appending {
        kind,
        key,
        version,
        title: record.listing().title,
        body: body.to_string(),
        foreign: serde_json::to_string(numbers).map_err(StoreError::body("numbers"))?,
        withdrawn: false,
    };
    append(tx, end, act, because, row).await?;
    Ok(u32::try_from(version).ok())
}

/// Withdraws a record: what stands in its place is the reason. Nothing is deleted; earlier versions stay in the log.
pub(super) async fn withdraw(tx: &mut Tx, act: &Act<'_>, because: Because<'_>, kind: Kind, key: &str) -> Result<bool, StoreError> {
    let Some(last) = latest(tx, kind, key).await?.filter(|l| !l.withdrawn) else { return Ok(false) };
    let row = Appending {
        kind,
        key: key.into(),
        version: last.version + 1,
        title: format!("Withdrawn: {}", because.reason),
        body: "null".into(),
        foreign: "[]".into(),
        withdrawn: true,
    };
    append(tx, &mut End::default(), act, because, row).await?;
    Ok(true)
}

impl super::Desk {
    /// Withdraws a published record with its journal entry; false where nothing of it stands.
    pub async fn withdraw(&self, act: &Act<'_>, because: Because<'_>, kind: Kind, key: &str) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = withdraw(&mut tx, act, because, kind, key).await?;
        if done {
            self.leave_out(&mut tx, act, because, kind, key).await?;
            let about = format!("{} {key}", kind.word());
            super::journal::write(&mut tx, act, "withdraw", &about, &serde_json::json!({ "reason": because.reason })).await?;
        }
        tx.commit().await?;
        Ok(done)
    }
}

impl super::Desk {
    /// After a withdrawal: what repeated its words repeats them no more, and what was cleared is not any longer.
    async fn leave_out(&self, tx: &mut Tx, act: &Act<'_>, because: Because<'_>, kind: Kind, key: &str) -> Result<(), StoreError> {
        let failed = StoreError::database("withdrawal");
        on!(tx &mut *tx, c => sqlx::query("update cleared set ended_at = $1 where public_kind = $2 and public_key = $3 and ended_at is null")
            .bind(act.at.to_string()).bind(kind.word()).bind(key).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        let repeating = match kind {
            Kind::Item => return withdraw_with_item(tx, act, because, key).await,
            Kind::Case => return withdraw_with_case(tx, act, because, key).await,
            Kind::Document => {
                "select 'item', item_id from paper p join public_number n on n.record_id = p.id and n.kind = 'document'
                 where n.number = $1 and item_id is not null
                 union select 'decision', d.id from paper p join public_number n on n.record_id = p.id and n.kind = 'document'
                 join decision d on d.id = p.decision_id or d.item_id = p.item_id where n.number = $1 order by 1 desc"
            }
            Kind::Decision => {
                "select 'item', item_id from decision d join public_number n on n.record_id = d.id and n.kind = 'decision'
                 where n.number = $1 and item_id is not null"
            }
            _ => return Ok(()),
        };
        let number = key.parse::<i64>().unwrap_or(0);
        if kind == Kind::Decision {
            withdraw_with_decision(tx, act, because, number).await?;
        }
        let rows: Vec<(String, i64)> = on!(tx &mut *tx, c => sqlx::query_as(repeating).bind(number).fetch_all(c).await).map_err(&failed)?;
        let (mut projecting, mut end) = (super::project::Projecting::default(), End::default());
        for (word, id) in rows {
            let Some(kind) = Kind::of_word(&word) else { continue };
            let Some((record, numbers)) = super::project::project(tx, &mut projecting, kind, id).await? else { continue };
            // What was never published does not become public by a withdrawal.
            if latest(tx, kind, &record.key()).await?.is_some() {
                publish(tx, &mut end, act, because, &record, &numbers).await?;
            }
        }
        Ok(())
    }
}

/// What a decision asked goes with it: the words are those of its clauses.
async fn withdraw_with_decision(tx: &mut Tx, act: &Act<'_>, because: Because<'_>, number: i64) -> Result<(), StoreError> {
    let items: Vec<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select i.key from agenda_item i join decision d on d.item_id = i.id
         join public_number n on n.record_id = d.id and n.kind = 'decision' where n.number = $1 and i.key is not null")
        .bind(number).fetch_all(c).await)
    .map_err(StoreError::database("withdrawal"))?;
    for item in items {
        // At the desk the decision is cleared with its item, so it is found by the item's key; it goes out no more.
        on!(tx &mut *tx, c => sqlx::query(
            "update cleared set ended_at = $1 where kind = 'decision' and ended_at is null
             and record_id in (select i.record_id from cleared i where i.kind = 'item' and i.public_kind = 'item' and i.public_key = $2)")
            .bind(act.at.to_string()).bind(&item).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("withdrawal"))?;
        withdraw_of_item(tx, because, act, &[Kind::Action], &item).await?;
    }
    Ok(())
}

/// What was recommended in a case goes with it.
async fn withdraw_with_case(tx: &mut Tx, act: &Act<'_>, because: Because<'_>, key: &str) -> Result<(), StoreError> {
    let keys: Vec<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select distinct key from publication where kind = 'improvement' and key like $1 order by key")
        .bind(format!("{key}-%")).fetch_all(c).await)
    .map_err(StoreError::database("withdrawal"))?;
    for improvement in keys {
        withdraw(tx, act, because, Kind::Improvement, &improvement).await?;
    }
    Ok(())
}

/// The decision and the papers of an item repeat its title and its words: they go with it, for the same reason.
async fn withdraw_with_item(tx: &mut Tx, act: &Act<'_>, because: Because<'_>, key: &str) -> Result<(), StoreError> {
    let failed = StoreError::database("withdrawal");
    let hanging: Vec<(String, i64)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select n.kind, n.number from agenda_item a join decision d on d.item_id = a.id
           join public_number n on n.kind = 'decision' and n.record_id = d.id where a.key = $1
         union select n.kind, n.number from agenda_item a join paper p on p.item_id = a.id
           join public_number n on n.kind = 'document' and n.record_id = p.id where a.key = $1 order by 1, 2")
        .bind(key).fetch_all(c).await)
    .map_err(&failed)?;
    for (word, number) in hanging {
        let Some(kind) = Kind::of_word(&word) else { continue };
        if withdraw(tx, act, because, kind, &number.to_string()).await? {
            on!(tx &mut *tx, c => sqlx::query("update cleared set ended_at = $1 where public_kind = $2 and public_key = $3 and ended_at is null")
                .bind(act.at.to_string()).bind(kind.word()).bind(number.to_string()).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
    }
    super::work::issue_publication::leave_out(tx, because, act, key).await
}

/// The last version of a record.
#[derive(sqlx::FromRow)]
pub(super) struct Latest {
    pub(super) seq: i64,
    version: i64,
    pub(super) body: String,
    pub(super) withdrawn: bool,
}

/// The last version of a record, withdrawn or not.
pub(super) async fn latest(tx: &mut Tx, kind: Kind, key: &str) -> Result<Option<Latest>, StoreError> {
    on!(tx tx, c => sqlx::query_as(
        "select seq, version, body, withdrawn from publication where kind = $1 and key = $2 order by version desc limit 1")
        .bind(kind.word()).bind(key).fetch_optional(c).await)
    .map_err(StoreError::database("publication"))
}

/// The body without what says only where it was read.
fn words_of(mut body: Value) -> Value {
    if let Some(fields) = body.as_object_mut() {
        fields.remove("source");
        fields.remove("provenance");
    }
    body
}

struct Appending {
    kind: Kind,
    key: String,
    version: i64,
    title: String,
    body: String,
    foreign: String,
    withdrawn: bool,
}

async fn append(tx: &mut Tx, end: &mut End, act: &Act<'_>, because: Because<'_>, what: Appending) -> Result<(), StoreError> {
    let (last, previous) = match end.0.take() {
        Some(known) => known,
        None => {
            on!(tx &mut *tx, c => sqlx::query_as("select seq, hash from publication order by seq desc limit 1").fetch_optional(c).await)
                .map_err(StoreError::database("publication"))?
                .unwrap_or_default()
        }
    };
    let seq = last + 1;
    let mut row = LogRow {
        seq,
        kind: what.kind.word().into(),
        key: what.key,
        version: what.version,
        title: what.title,
        body: what.body,
        foreign: what.foreign,
        published_at: act.at.to_string(),
        by_office: because.by.into(),
        reason: because.reason.into(),
        withdrawn: what.withdrawn,
        hash: String::new(),
    };
    row.hash = row.link(&previous);
    end.0 = Some((seq, row.hash.clone()));
    insert_log_row(tx, &row).await
}
