//! Every decision with its number and its state: of a body at an item, of one member of the executive, of an officer.

use jiff::civil::Date;
use redress::call_in::Rules;
use redress::decision_record::{DecisionRecord, Effect, Maker};
use redress::resolution::Clause;
use redress::resolution::texts::Texts;
use redress::restriction::Restriction;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::decision::RecordedDecision;
use super::{next, read, written};
use crate::StoreError;
use crate::chain::sha256;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// Requests, outcomes, waivers.
mod call_in;
/// A record that changes another.
mod link;
/// Lists.
mod list;
/// Publishing, and publishing again when something is told of it.
mod publish;
/// What is told besides the record.
mod told;

pub use call_in::KeptCallIn;
pub use link::NewLink;
pub use list::{DecisionQuery, State};
pub(in crate::desk) use told::{told_in_public, where_public};

/// The part of a record that the public may not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The words.
    pub words: String,
    /// On what ground, and for whom.
    pub restriction: Restriction,
}

/// A decision at the desk.
#[derive(Debug, Clone, Serialize)]
pub struct KeptDecision {
    /// Its number at the desk.
    pub id: i64,
    /// The item, where a body decided.
    pub item: Option<i64>,
    /// Whether its words are those of the item; a correction has its own.
    pub of_item: bool,
    /// `body`, `member`, `officer`.
    pub maker: String,
    /// The title. Of a body's decision it says no more than the public may know of the item.
    pub title: String,
    /// The service it concerns.
    pub service: Option<String>,
    /// The day.
    pub decided_on: Date,
    /// The words.
    pub words: RecordedDecision,
    /// What may not be public. It is never sent on with the rest.
    #[serde(skip)]
    pub withheld: Option<Withheld>,
    /// The rules of call-in.
    pub rules: Option<Rules>,
    /// The day of publication.
    pub published_on: Option<Date>,
    /// Its number among public decisions' rows.
    #[serde(skip)]
    pub decision_id: Option<i64>,
    /// The revision.
    pub revision: i64,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
}

/// A decision to be recorded.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// The item whose decision it changes; none for a single member's and an officer's.
    pub item: Option<i64>,
    /// Its title.
    pub title: String,
    /// The service.
    pub service: Option<String>,
    /// The day.
    pub decided_on: Date,
    /// The words.
    pub words: RecordedDecision,
    /// What may not be public.
    pub withheld: Option<Withheld>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    planned_item_id: Option<i64>,
    maker: String,
    title: String,
    service: Option<String>,
    decided_on: String,
    record: Option<String>,
    of_item: Option<String>,
    withheld: Option<String>,
    rules: Option<String>,
    published_on: Option<String>,
    decision_id: Option<i64>,
    revision: i64,
    recorded_by: String,
    recorded_at: String,
}

macro_rules! select_decisions {
    ($rest:literal) => {
        concat!(
            "select d.id, d.planned_item_id, d.maker, d.title, d.service, d.decided_on, d.record, r.record as of_item, d.withheld, d.rules,
               d.published_on, d.decision_id, d.revision, d.recorded_by, d.recorded_at
             from decision_record d left join recorded_decision r on d.record is null and r.planned_item_id = d.planned_item_id ",
            $rest
        )
    };
}
use select_decisions;

impl Row {
    fn kept(self) -> Result<KeptDecision, StoreError> {
        let words = self.record.as_deref().or(self.of_item.as_deref()).unwrap_or("{}");
        Ok(KeptDecision {
            id: self.id,
            item: self.planned_item_id,
            of_item: self.record.is_none(),
            maker: self.maker,
            title: self.title,
            service: self.service,
            decided_on: day(&self.decided_on)?,
            words: read("decision", words)?,
            withheld: self.withheld.as_deref().map(|w| read("withheld", w)).transpose()?,
            rules: self.rules.as_deref().map(|r| read("rules of call-in", r)).transpose()?,
            published_on: self.published_on.as_deref().map(day).transpose()?,
            decision_id: self.decision_id,
            revision: self.revision,
            recorded_by: self.recorded_by,
            recorded_at: self.recorded_at,
        })
    }
}

fn day(text: &str) -> Result<Date, StoreError> {
    text.parse()
        .map_err(|_| StoreError::Address(format!("the stored day {text} cannot be read; `redress verify` says whether it was altered")))
}

impl KeptDecision {
    /// `decision record 14`.
    pub fn reference(&self) -> String {
        format!("decision record {}", self.id)
    }

    /// Its address at the desk.
    pub fn address(&self) -> String {
        format!("/desk/decisions/{}", self.id)
    }

    /// The record as the law asks for it; none where only texts were kept.
    pub fn record(&self) -> Option<DecisionRecord> {
        self.words.decision.record(&self.reference(), Some(self.decided_on))
    }

    /// Who decided, where the record says.
    pub fn made_by(&self) -> Option<&Maker> {
        self.words.decision.formal.as_deref().map(|f| &f.maker)
    }
}

pub(super) async fn one(tx: &mut Tx, id: i64) -> Result<Option<KeptDecision>, StoreError> {
    const ONE: &str = select_decisions!("where d.id = $1");
    let row: Option<Row> =
        on!(tx tx, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await).map_err(StoreError::database("decision"))?;
    row.map(Row::kept).transpose()
}

impl Desk {
    /// A decision by its number at the desk.
    pub async fn decision(&self, id: i64) -> Result<Option<KeptDecision>, StoreError> {
        const ONE: &str = select_decisions!("where d.id = $1");
        let row: Option<Row> =
            on!(db &self.db, pool => sqlx::query_as(ONE).bind(id).fetch_optional(pool).await).map_err(StoreError::database("decision"))?;
        row.map(Row::kept).transpose()
    }

    /// The decision that was taken at an item, corrections aside.
    pub async fn decision_of_item(&self, item: i64) -> Result<Option<KeptDecision>, StoreError> {
        const ONE: &str = select_decisions!("where d.planned_item_id = $1 and d.record is null");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(ONE).bind(item).fetch_optional(pool).await)
            .map_err(StoreError::database("decision"))?;
        row.map(Row::kept).transpose()
    }

    /// The council's rules of call-in, as its settings say; none where it calls nothing in.
    pub async fn call_in_rules(&self) -> Result<Option<Rules>, StoreError> {
        let number = |value: Option<String>| value.and_then(|v| v.trim().parse::<u16>().ok());
        let usual = Rules::default();
        let days = number(self.setting("call_in_days").await?).unwrap_or(usual.window.days);
        if days == 0 || self.setting("governance").await?.as_deref() == Some("committee_system") {
            return Ok(None);
        }
        let members = number(self.setting("call_in_members").await?).filter(|n| *n > 0).unwrap_or(usual.members);
        Ok(Some(Rules { window: redress::plan::CallIn { days, ..usual.window }, members, ..usual }))
    }

    /// Whether a decision may be carried out on a day; none where it has no formal record or is not there.
    pub async fn decision_effect(
        &self,
        id: i64,
        today: Date,
        calendar: &redress::calendar::Calendar,
    ) -> Result<Option<Effect>, StoreError> {
        let Some(kept) = self.decision(id).await? else { return Ok(None) };
        let told = self.told_of_decision(id).await?;
        Ok(kept.record().and_then(|record| told.effect(&record, calendar, today)))
    }

    /// Records a decision of a single member or of an officer, or one that changes another. Gives its number.
    pub async fn record_new_decision(&self, new: &NewDecision, link: Option<&NewLink>, act: &Act<'_>) -> Result<i64, StoreError> {
        let rules = self.call_in_rules().await?;
        let mut tx = self.db.write().await?;
        let id = insert(&mut tx, new, rules, act).await?;
        let body = json!({ "title": new.title, "decided_on": new.decided_on, "words": new.words, "changes": link.map(|l| l.earlier) });
        journal::write(&mut tx, act, "record_decision", &format!("decision_record {id}"), &body).await?;
        if let Some(link) = link {
            link::insert(&mut tx, id, link, act).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// Changes the words of a record that is not public yet; what it said before is kept. False against an old revision.
    pub async fn change_decision(&self, kept: &KeptDecision, new: &NewDecision, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(now) = one(&mut tx, kept.id).await?.filter(|now| now.revision == kept.revision && now.published_on.is_none()) else {
            return Ok(false);
        };
        keep_revision(&mut tx, &now).await?;
        let withheld = new.withheld.as_ref().map(|w| written("withheld", w)).transpose()?;
        on!(tx &mut tx, c => sqlx::query(
            "update decision_record set title = $1, service = $2, decided_on = $3, record = $4, withheld = $5, revision = revision + 1,
               recorded_by = $6, recorded_at = $7 where id = $8")
            .bind(&new.title).bind(&new.service).bind(new.decided_on.to_string()).bind(written("decision", &new.words)?).bind(withheld)
            .bind(act.who).bind(act.at.to_string()).bind(kept.id).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("decision"))?;
        // The journal is read by more people than the exempt part is, so it says only which words they were.
        let withheld = new.withheld.as_ref().map(|w| written("withheld", w)).transpose()?.map(|w| sha256(w.as_bytes()));
        let body = json!({ "title": new.title, "service": new.service, "decided_on": new.decided_on, "words": new.words, "withheld_sha256": withheld });
        journal::write(&mut tx, act, "change_decision", &format!("decision_record {}", kept.id), &body).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What a record said before: revision, who recorded it, when, the words.
    pub async fn decision_revisions(&self, id: i64) -> Result<Vec<(i64, String, String, RecordedDecision)>, StoreError> {
        let rows: Vec<(i64, String, String, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select revision, recorded_by, recorded_at, record from decision_revision where decision_record_id = $1 order by revision")
            .bind(id).fetch_all(pool).await)
        .map_err(StoreError::database("decision"))?;
        rows.into_iter().map(|(n, by, at, record)| Ok((n, by, at, read("decision", &record)?))).collect()
    }

    /// The texts of a body's decision: as published, as taken down at the meeting, as minuted. What was resolved while the public
    /// were out only for who is `inside`.
    pub async fn texts_of_decision(&self, kept: &KeptDecision, inside: bool) -> Result<Texts, StoreError> {
        let clauses = |found: Vec<Clause>| Some(found).filter(|c| !c.is_empty());
        let (mut minute, mut resolved) = (None, None);
        if let Some(item) = kept.item.filter(|_| kept.of_item) {
            minute = self.minute(item).await?.map(|m| m.public_words);
            resolved = self.taken_down(item, inside).await?;
        }
        let decided = &kept.words.decision;
        let published = if decided.clauses.is_empty() { redress::decision::read::clauses(&decided.text) } else { decided.clauses.clone() };
        let minuted = minute.as_deref().and_then(redress::decision::read::resolved_in);
        Ok(Texts {
            published: clauses(published.into_iter().filter(|c| c.label.is_some()).collect()),
            resolved: resolved.and_then(clauses),
            minuted,
            noted: self.told_of_decision(kept.id).await?.note.map(|note| note.governs),
        })
    }
}

impl Desk {
    /// The resolution of an item as it was taken down at the meeting; none where nothing was, or two contradict each other.
    async fn taken_down(&self, item: i64, inside: bool) -> Result<Option<Vec<Clause>>, StoreError> {
        let Some(item) = self.planned_item(item).await? else { return Ok(None) };
        let record = redress::workspace::Record::of(&self.workspace(item.planned_meeting_id).await?);
        if !inside && record.excluded.contains_key(&item.number) {
            return Ok(None);
        }
        Ok(record.resolution(&item.number).map(<[Clause]>::to_vec))
    }
}

async fn insert(tx: &mut Tx, new: &NewDecision, rules: Option<Rules>, act: &Act<'_>) -> Result<i64, StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from decision_record").await?;
    let record = new.words.decision.record("", Some(new.decided_on));
    let rules = rules.filter(|_| record.as_ref().is_some_and(DecisionRecord::can_be_called_in));
    let maker = new.words.decision.formal.as_deref().map_or("body", |f| f.maker.word());
    let rules = rules.map(|r| written("rules of call-in", &r)).transpose()?;
    let withheld = new.withheld.as_ref().map(|w| written("withheld", w)).transpose()?;
    on!(tx tx, c => sqlx::query(
        "insert into decision_record (id, planned_item_id, maker, title, service, decided_on, record, withheld, rules, revision, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)")
        .bind(id).bind(new.item).bind(maker).bind(&new.title).bind(&new.service).bind(new.decided_on.to_string())
        .bind(written("decision", &new.words)?).bind(withheld).bind(rules).bind(act.who).bind(act.at.to_string())
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("decision"))?;
    Ok(id)
}

/// Keeps what a record says now, before it is changed.
async fn keep_revision(tx: &mut Tx, now: &KeptDecision) -> Result<(), StoreError> {
    let withheld = now.withheld.as_ref().map(|w| written("withheld", w)).transpose()?;
    let rules = now.rules.as_ref().map(|r| written("rules of call-in", r)).transpose()?;
    on!(tx tx, c => sqlx::query(
        "insert into decision_revision (decision_record_id, revision, title, service, decided_on, record, withheld, rules, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(now.id).bind(now.revision).bind(&now.title).bind(&now.service).bind(now.decided_on.to_string())
        .bind(written("decision", &now.words)?).bind(withheld).bind(rules).bind(&now.recorded_by).bind(&now.recorded_at)
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("decision"))
}

/// Gives the decision of an item its number, or keeps what it said before. False where it is public already.
pub(super) async fn number_or_revise(
    tx: &mut Tx,
    item: i64,
    new: &RecordedDecision,
    rules: Option<Rules>,
    act: &Act<'_>,
) -> Result<bool, StoreError> {
    const OF_ITEM: &str = select_decisions!("where d.planned_item_id = $1 and d.record is null");
    let failed = StoreError::database("decision");
    let row: Option<Row> = on!(tx &mut *tx, c => sqlx::query_as(OF_ITEM).bind(item).fetch_optional(c).await).map_err(&failed)?;
    let held: Option<(String, String, String)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select coalesce(i.public_title, case when p.planned_item_id is not null then 'Item to be considered in private'
           when i.ombudsman_paper_id is null then i.title else 'Item ' || i.number end), m.on_date, b.name
         from planned_item i join planned_meeting m on m.id = i.planned_meeting_id join body b on b.id = m.body_id
         left join private_plan p on p.planned_item_id = i.id where i.id = $1")
        .bind(item).fetch_optional(c).await)
    .map_err(&failed)?;
    let Some((title, on, body)) = held else { return Ok(true) };
    let called_in = match new.decision.record("", None) {
        Some(record) => record.can_be_called_in(),
        None => redress::plan::is_executive(&body),
    };
    let rules = rules.filter(|_| called_in).map(|r| written("rules of call-in", &r)).transpose()?;
    match row.map(Row::kept).transpose()? {
        Some(kept) if kept.published_on.is_some() => return Ok(false),
        Some(kept) => {
            keep_revision(tx, &kept).await?;
            on!(tx tx, c => sqlx::query(
                "update decision_record set title = $1, rules = $2, revision = revision + 1, recorded_by = $3, recorded_at = $4 where id = $5")
                .bind(&title).bind(rules).bind(act.who).bind(act.at.to_string()).bind(kept.id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        None => {
            let id = next(tx, "select coalesce(max(id), 0) + 1 from decision_record").await?;
            on!(tx tx, c => sqlx::query(
                "insert into decision_record (id, planned_item_id, maker, title, decided_on, rules, revision, recorded_by, recorded_at)
                 values ($1, $2, 'body', $3, $4, $5, 1, $6, $7)")
                .bind(id).bind(item).bind(&title).bind(&on).bind(rules).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
    }
    Ok(true)
}
