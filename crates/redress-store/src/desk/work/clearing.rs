//! Publishing as an act: what was cleared becomes drafts of a source of the desk's own, and the ordinary way from
//! drafts to publications does the rest. A preview goes the same way and then undoes it.

use jiff::civil::DateTime;
use redress::draft::Reading;
use redress::public::publication::Publication;
use redress::public::{Kind, Record};
use serde::Serialize;
use serde_json::{Value, json};

use super::compose::{self, Composed};
use super::meeting_minutes::{self, MeetingMinutes};
use super::{agenda_version, pack};
use crate::StoreError;
use crate::blob::Shelf;
use crate::chain::sha256;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::intake::{Taking, take_cleared};
use crate::desk::journal::{self, Act};
use crate::on;
use crate::register::LogRow;

/// A part of a meeting's record that is cleared for the public on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// An item of the agenda.
    Item(i64),
    /// A paper.
    Paper(i64),
    /// The decision of an item.
    Decision(i64),
    /// The public minute of an item.
    Minute(i64),
}

impl Part {
    /// Its word in tables and forms.
    pub fn kind(self) -> &'static str {
        match self {
            Part::Item(_) => "item",
            Part::Paper(_) => "paper",
            Part::Decision(_) => "decision",
            Part::Minute(_) => "minute",
        }
    }

    /// The number of its record at the desk.
    pub fn record(self) -> i64 {
        match self {
            Part::Item(id) | Part::Paper(id) | Part::Decision(id) | Part::Minute(id) => id,
        }
    }

    /// `paper-3`, as forms carry it.
    pub fn word(self) -> String {
        format!("{}-{}", self.kind(), self.record())
    }

    /// Reads `paper-3`.
    pub fn read(word: &str) -> Option<Part> {
        let (kind, number) = word.split_once('-')?;
        let id = number.parse().ok()?;
        match kind {
            "item" => Some(Part::Item(id)),
            "paper" => Some(Part::Paper(id)),
            "decision" => Some(Part::Decision(id)),
            "minute" => Some(Part::Minute(id)),
            _ => None,
        }
    }
}

/// What is to be published of a meeting, by whom and why.
#[derive(Debug, Clone, Copy)]
pub struct Clearing<'a> {
    /// The planned meeting.
    pub meeting: i64,
    /// What is cleared now, besides what was cleared before.
    pub parts: &'a [Part],
    /// The office, as the public may know it.
    pub office: &'a str,
    /// Why; the public reads it.
    pub reason: &'a str,
    /// The moment in London.
    pub now: DateTime,
    /// The site's own address, for the messages that tell of it.
    pub base: &'a str,
    /// The minutes as this publication leaves them; none where it takes no step of theirs.
    pub minutes: Option<&'a MeetingMinutes>,
}

/// One record as the public would see it, and as it sees it now.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// What the log would say.
    pub publication: Publication,
    /// What stands now; none for a record that is not public yet.
    pub before: Option<Record>,
    /// What would stand.
    pub after: Record,
}

/// What publishing would do.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// Every record that would change.
    pub changes: Vec<Change>,
    /// Files that the public could open: title, hash, bytes.
    pub files: Vec<PublicFile>,
    /// How many people would be told.
    pub told: usize,
    /// What stands for all of it: publishing refuses when it is no longer the same.
    pub fingerprint: String,
}

/// A file that the public can open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicFile {
    /// The paper.
    pub paper: i64,
    /// The title, as the public reads it.
    pub title: String,
    /// The hash of its bytes.
    pub sha256: String,
    /// Its length.
    pub bytes: i64,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Unpublished {
    /// What would be published is not what was previewed.
    Changed,
    /// Nothing would change.
    Nothing,
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for Unpublished {
    fn from(error: StoreError) -> Unpublished {
        Unpublished::Store(error)
    }
}

impl Desk {
    /// What publishing would do; nothing is done.
    pub async fn preview(&self, clearing: &Clearing<'_>, act: &Act<'_>) -> Result<Preview, StoreError> {
        let mut tx = self.db.write().await?;
        let composed = compose::compose(self, clearing).await?;
        let agended = compose::agended(self, clearing, &composed).await?;
        let told = compose::addresses(self, clearing, &composed, &agended).await?.len();
        let changes = publish(&mut tx, clearing, &composed, act).await?;
        // The transaction is dropped: everything in it is undone.
        Ok(Preview { fingerprint: fingerprint(&changes)?, changes, files: composed.files, told })
    }

    /// Publishes what was previewed, in one transaction with its journal entry and the messages that tell of it.
    pub async fn publish_cleared(&self, clearing: &Clearing<'_>, previewed: &str, act: &Act<'_>) -> Result<Vec<Change>, Unpublished> {
        let mut tx = self.db.write().await?;
        let composed = compose::compose(self, clearing).await?;
        let changes = publish(&mut tx, clearing, &composed, act).await?;
        if changes.is_empty() {
            return Err(Unpublished::Nothing);
        }
        if fingerprint(&changes)? != previewed {
            return Err(Unpublished::Changed);
        }
        if let Some(minutes) = clearing.minutes
            && !meeting_minutes::keep(&mut tx, minutes, act).await?
        {
            return Err(Unpublished::Changed);
        }
        let agended = compose::agended(self, clearing, &composed).await?;
        let addresses = compose::addresses(self, clearing, &composed, &agended).await?;
        for part in clearing.parts {
            let version = self.version_of(*part, &composed, clearing).await?;
            place(&mut tx, *part, version, &composed, act).await?;
        }
        for file in &composed.files {
            if let Some(bytes) = self.files.fetch(Shelf::Work, &file.sha256).await? {
                self.files.keep(Shelf::Documents, &bytes).await?;
            }
        }
        let published: Vec<_> = changes
            .iter()
            .map(|c| json!({ "kind": c.publication.kind, "key": c.publication.key, "version": c.publication.version }))
            .collect();
        let body = json!({ "parts": clearing.parts, "office": clearing.office, "reason": clearing.reason, "published": published });
        journal::write(&mut tx, act, "publish", &format!("planned_meeting {}", clearing.meeting), &body).await?;
        for adding in &composed.adding {
            pack::keep(&mut tx, clearing.meeting, adding, clearing.now.date(), act).await?;
        }
        if let Some((number, agenda)) = agended.version() {
            agenda_version::keep(&mut tx, clearing.meeting, number, agenda, act).await?;
        }
        compose::tell(&mut tx, clearing, &composed, (&addresses, &agended), &changes, act).await?;
        tx.commit().await?;
        Ok(changes)
    }

    async fn version_of(&self, part: Part, composed: &Composed, clearing: &Clearing<'_>) -> Result<i64, StoreError> {
        match (part, clearing.minutes) {
            (Part::Paper(paper), _) => Ok(composed.versions.iter().find(|(id, _)| paper == *id).map_or(0, |(_, version)| *version)),
            (Part::Minute(id), Some(minutes)) => Ok(standing_for(&self.minute_as_told(id, Some(minutes)).await?)),
            _ => self.wording(part, clearing.now).await,
        }
    }

    async fn minute_as_told(&self, item: i64, minutes: Option<&MeetingMinutes>) -> Result<Value, StoreError> {
        let public_words = self.minute(item).await?.map(|m| m.public_words);
        Ok(compose::minuted::wording(public_words, item, minutes))
    }

    /// A number that stands for the words of a part as they are: when it is another, they were changed.
    pub async fn wording(&self, part: Part, now: DateTime) -> Result<i64, StoreError> {
        let words = match part {
            Part::Item(id) => {
                let item = self.planned_item(id).await?.unwrap_or_default();
                let covered = self.embargo_of_item(&item).await?.is_some_and(|e| e.covers(now));
                let plan = self.private_plan(id).await?;
                match self.off(id).await? {
                    None => json!((item.title, item.public_title, item.agenda_text, covered, plan)),
                    Some(off) => json!((item.title, item.public_title, item.agenda_text, covered, plan, off)),
                }
            }
            Part::Decision(id) => json!(self.recorded_decision(id).await?.map(|d| d.decision)),
            Part::Minute(id) => {
                let meeting = self.planned_item(id).await?.map_or(0, |item| item.planned_meeting_id);
                self.minute_as_told(id, self.meeting_minutes(meeting).await?.as_ref()).await?
            }
            Part::Paper(_) => json!(null),
        };
        Ok(standing_for(&words))
    }

    /// What of a meeting is cleared now.
    pub async fn cleared(&self, kind: &str, record: i64) -> Result<Option<Cleared>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select version, by_name, at, reason, ended_at, public_kind, public_key from cleared where kind = $1 and record_id = $2")
            .bind(kind).bind(record).fetch_optional(pool).await)
        .map_err(StoreError::database("cleared"))
    }
}

/// That something was cleared.
#[derive(Debug, Clone, sqlx::FromRow, Serialize)]
pub struct Cleared {
    /// The version of a paper's file; for anything else what stands for its words.
    pub version: i64,
    /// By whom.
    pub by_name: String,
    /// When.
    pub at: String,
    /// Why.
    pub reason: String,
    /// When it was withdrawn.
    pub ended_at: Option<String>,
    /// What it is in public.
    pub public_kind: Option<String>,
    /// Its key there.
    pub public_key: Option<String>,
}

/// The number that stands for words.
fn standing_for(words: &Value) -> i64 {
    let hash = sha256(words.to_string().as_bytes());
    // Fifteen hexadecimal digits fit a whole number of either database.
    hash.get(..15).and_then(|digits| i64::from_str_radix(digits, 16).ok()).unwrap_or(0)
}

/// Publishes what was composed; gives what changed.
pub(super) async fn publish(tx: &mut Tx, clearing: &Clearing<'_>, composed: &Composed, act: &Act<'_>) -> Result<Vec<Change>, StoreError> {
    let failed = StoreError::database("publication");
    let before: i64 =
        on!(tx &mut *tx, c => sqlx::query_scalar("select coalesce(max(seq), 0) from publication").fetch_one(c).await).map_err(&failed)?;
    let taking = Taking { act: *act, release: None, dry_run: false };
    let because = (clearing.office.to_string(), clearing.reason.to_string());
    for part in clearing.parts {
        mark(tx, *part, clearing, act).await?;
        goes_out(tx, *part, clearing, composed).await?;
    }
    let reading: &Reading = &composed.reading;
    take_cleared(tx, reading, &taking, because, &composed.restrictions).await?;
    let rows: Vec<LogRow> = on!(tx &mut *tx, c => sqlx::query_as(
        r#"select seq, kind, key, version, title, body, "foreign", published_at, by_office, reason, withdrawn, hash
           from publication where seq > $1 order by seq"#).bind(before).fetch_all(c).await)
    .map_err(&failed)?;
    let mut changes = Vec::with_capacity(rows.len());
    for row in rows {
        let stood: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
            "select body from publication where kind = $1 and key = $2 and version = $3 and not withdrawn")
            .bind(&row.kind).bind(&row.key).bind(row.version - 1).fetch_optional(c).await)
        .map_err(&failed)?;
        let open = |body: &str| serde_json::from_str::<Record>(body).map_err(StoreError::body("publication"));
        let Some(publication) = row.publication() else { continue };
        changes.push(Change { before: stood.as_deref().map(open).transpose()?, after: open(&row.body)?, publication });
    }
    Ok(changes)
}

/// Marks a part as cleared, so that what depends on it can be projected in the same transaction.
async fn mark(tx: &mut Tx, part: Part, clearing: &Clearing<'_>, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query(
        "insert into cleared (kind, record_id, version, by_name, at, reason) values ($1, $2, 0, $3, $4, $5)
         on conflict (kind, record_id) do update set by_name = excluded.by_name, at = excluded.at, reason = excluded.reason
           where cleared.ended_at is null")
        .bind(part.kind()).bind(part.record()).bind(act.who).bind(act.at.to_string()).bind(clearing.reason).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("cleared"))
}

/// The day on which a decision is first public, for the time of call-in begins then.
async fn goes_out(tx: &mut Tx, part: Part, clearing: &Clearing<'_>, composed: &Composed) -> Result<(), StoreError> {
    let Part::Decision(id) = part else { return Ok(()) };
    let shown = composed.items.iter().zip(&composed.reading.items).any(|(item, draft)| *item == id && draft.decision.is_some());
    if !shown {
        return Ok(());
    }
    on!(tx tx, c => sqlx::query("update decision_record set published_on = $1 where planned_item_id = $2 and record is null and published_on is null")
        .bind(clearing.now.date().to_string()).bind(id).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("decision"))
}

/// Completes the mark with the version that was published and where it stands in public.
async fn place(tx: &mut Tx, part: Part, version: i64, composed: &Composed, act: &Act<'_>) -> Result<(), StoreError> {
    let failed = StoreError::database("cleared");
    let public: Option<(String, String)> = match part {
        Part::Item(id) => on!(tx &mut *tx, c => sqlx::query_as(
            "select 'item', a.key from planned_item i join planned_meeting m on m.id = i.planned_meeting_id
             join meeting g on g.body_id = m.body_id and g.on_date = m.on_date
             join agenda_item a on a.meeting_id = g.id and a.number = i.number where i.id = $1").bind(id).fetch_optional(c).await)
        .map_err(&failed)?,
        Part::Paper(id) => {
            let title = composed.titles.iter().find(|(paper, _)| *paper == id).map(|(_, title)| title.clone()).unwrap_or_default();
            on!(tx &mut *tx, c => sqlx::query_as(
                "select 'document', cast(n.number as text) from working_paper w join planned_item i on i.id = w.planned_item_id
                 join planned_meeting m on m.id = i.planned_meeting_id join meeting g on g.body_id = m.body_id and g.on_date = m.on_date
                 join agenda_item a on a.meeting_id = g.id and a.number = i.number join paper p on p.item_id = a.id and p.title = $2
                 join public_number n on n.kind = 'document' and n.record_id = p.id where w.id = $1")
                .bind(id).bind(title).fetch_optional(c).await)
            .map_err(&failed)?
        }
        Part::Decision(_) | Part::Minute(_) => None,
    };
    let (kind, key) = public.unzip();
    on!(tx tx, c => sqlx::query("update cleared set version = $1, public_kind = $2, public_key = $3, at = $4 where kind = $5 and record_id = $6")
        .bind(version).bind(kind).bind(key).bind(act.at.to_string()).bind(part.kind()).bind(part.record()).execute(c).await.map(|_| ()))
    .map_err(failed)
}

/// What stands for all of it.
pub(super) fn fingerprint(changes: &[Change]) -> Result<String, StoreError> {
    let all: Vec<_> = changes.iter().map(|c| (c.publication.kind, &c.publication.key, &c.after)).collect();
    Ok(sha256(&serde_json::to_vec(&all).map_err(StoreError::body("preview"))?))
}

/// Kinds that a reader of the preview looks at first.
pub fn shown_first(kind: Kind) -> bool {
    matches!(kind, Kind::Item | Kind::Document)
}
