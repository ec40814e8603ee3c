//! From working record to public form. What has no field there cannot be published.

use std::collections::HashMap;

use redress::body::BodyKind;
use redress::draft::{BodyDraft, IssueDraft, ItemDraft, MeetingDraft, MemberDraft};
use redress::meeting::MeetingStatus;
use redress::ombudsman::reference::Reference;
use redress::paper::Paper;
use redress::provenance::Source;
use redress::public::{self, Kind, Record};
use serde::de::DeserializeOwned;

use super::number;
use super::work::{issue, restriction};
use crate::StoreError;
use crate::db::Tx;
use crate::on;

/// Decisions.
mod decision;
/// The pages of a meeting's papers, and the words of their files.
mod paged;

use decision::decision;
use paged::{paged, words_of};

/// A public form, with the numbers that the record has in another system.
type Projected = Option<(Record, Vec<(String, String)>)>;

/// Items already projected for one source: its decision, its papers and its own page show the same one.
#[derive(Default)]
pub(super) struct Projecting {
    items: HashMap<i64, Option<public::item::Item>>,
}

/// The public form of a record as the desk has it now; none where nothing of it can be shown.
pub(super) async fn project(tx: &mut Tx, projecting: &mut Projecting, kind: Kind, id: i64) -> Result<Projected, StoreError> {
    let record = match kind {
        Kind::Body => body(tx, id).await?.map(Record::Body),
        Kind::Member => member(tx, id).await?.map(Record::Member),
        Kind::Meeting => meeting(tx, id).await?.map(Record::Meeting),
        Kind::Item => item(tx, projecting, id).await?.map(|i| Record::Item(Box::new(i))),
        Kind::Issue => public_issue(tx, id).await?.map(Record::Issue),
        Kind::Decision => decision(tx, projecting, id).await?.map(|d| Record::Decision(Box::new(d))),
        Kind::Case => case(tx, id).await?.map(Record::Case),
        Kind::Document => document(tx, projecting, id).await?.map(Record::Document),
        Kind::Restriction => restriction::project(tx, id).await?.map(Record::Restriction),
        // Published from the case files and from no source.
        Kind::Improvement | Kind::Figures | Kind::ForwardPlan | Kind::ScrutinyRecommendation => None,
    };
    let Some(record) = record else { return Ok(None) };
    let what = kind.word();
    let mut numbers: Vec<String> = on!(tx tx, c => sqlx::query_scalar(
        "select number from foreign_number where what = $1 and record_id = $2").bind(what).bind(id).fetch_all(c).await)
    .map_err(StoreError::database("number"))?;
    // By these the desk's own sources find its issues; nobody outside does.
    numbers.retain(|number| !number.starts_with(issue::OWN));
    // Sorted here, for the reason given in intake/foreign.rs.
    numbers.sort_unstable();
    Ok(Some((record, numbers.into_iter().map(|n| (what.to_string(), n)).collect())))
}

/// A record's draft; none while it is still the empty one that a fresh row has.
fn opened<T: DeserializeOwned>(what: &str, record: &str) -> Result<Option<T>, StoreError> {
    if record == "{}" {
        return Ok(None);
    }
    serde_json::from_str(record).map(Some).map_err(StoreError::body(what))
}

async fn body(tx: &mut Tx, id: i64) -> Result<Option<public::body::Body>, StoreError> {
    let failed = StoreError::database("body");
    let (slug, name, record): (String, String, String) =
        on!(tx &mut *tx, c => sqlx::query_as("select slug, name, record from body where id = $1").bind(id).fetch_one(c).await)
            .map_err(&failed)?;
    let draft: BodyDraft = opened("body", &record)?.unwrap_or_default();
    let shown = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let aliases: Vec<String> =
        on!(tx tx, c => sqlx::query_scalar("select name from body_alias where body_id = $1 and name <> $2 order by name")
        .bind(id).bind(shown).fetch_all(c).await)
        .map_err(&failed)?;
    let expired = draft.expired || draft.deleted;
    let sort = draft.shown.as_ref().and_then(|shown| shown.sort).unwrap_or_else(|| BodyKind::of(&name));
    Ok(Some(public::body::Body { slug, sort, name, aliases, category: draft.category, expired, shown: draft.shown }))
}

async fn member(tx: &mut Tx, id: i64) -> Result<Option<public::member::Member>, StoreError> {
    let (slug, record): (String, String) =
        on!(tx tx, c => sqlx::query_as("select slug, record from member where id = $1").bind(id).fetch_one(c).await)
            .map_err(StoreError::database("member"))?;
    Ok(opened::<MemberDraft>("member", &record)?.map(|m| public::member::Member {
        slug,
        name: m.name,
        ward: m.ward,
        party: m.party,
        group: m.group,
        posts: m.posts,
        email: m.email,
        terms: m.terms,
    }))
}

async fn meeting(tx: &mut Tx, id: i64) -> Result<Option<public::meeting::Meeting>, StoreError> {
    let failed = StoreError::database("meeting");
    let (key, body_slug, record): (String, Option<String>, String) = on!(tx &mut *tx, c => sqlx::query_as(
        "select m.key, b.slug, m.record from meeting m left join body b on b.id = m.body_id where m.id = $1").bind(id).fetch_one(c).await)
    .map_err(&failed)?;
    let draft: MeetingDraft = opened("meeting", &record)?.unwrap_or_default();
    if body_slug.is_none() && draft.meeting.date.is_some() {
        // Known by its number alone: it waits for a source that names the body, unless items are on record under it.
        let items: i64 =
            on!(tx &mut *tx, c => sqlx::query_scalar("select count(*) from agenda_item where meeting_id = $1").bind(id).fetch_one(c).await)
                .map_err(&failed)?;
        if items == 0 {
            return Ok(None);
        }
    }
    let mut attendance = Vec::with_capacity(draft.attendance.len());
    for person in draft.attendance {
        let member: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar("select slug from member where name = $1 order by id").bind(&person.name).fetch_optional(c).await)
            .map_err(&failed)?;
        attendance.push(public::meeting::Attendance {
            name: person.name,
            member,
            role: person.role,
            attendance: person.attendance,
            representing: person.representing,
        });
    }
    Ok(Some(public::meeting::Meeting {
        key,
        date: draft.meeting.date,
        body: draft.meeting.body,
        body_slug,
        sort: draft.meeting.kind,
        start: draft.meeting.start,
        status: draft.status.as_deref().and_then(MeetingStatus::read).unwrap_or_default(),
        status_text: draft.status,
        location: draft.location,
        attendance,
        minutes: draft.minutes,
        pack: match draft.pack {
            Some(pack) => Some(paged(tx, id, pack).await?),
            None => None,
        },
        source: source_of(tx, "meeting", id).await?,
        outcome: draft.outcome,
        goes_on_with: draft.goes_on_with,
        called_by: draft.called_by,
    }))
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    key: String,
    meeting_key: String,
    body_slug: Option<String>,
    record: String,
    issue_id: Option<i64>,
    issue_title: Option<String>,
}

async fn item(tx: &mut Tx, projecting: &mut Projecting, id: i64) -> Result<Option<public::item::Item>, StoreError> {
    if let Some(known) = projecting.items.get(&id) {
        return Ok(known.clone());
    }
    let item = project_item(tx, id).await?;
    projecting.items.insert(id, item.clone());
    Ok(item)
}

async fn project_item(tx: &mut Tx, id: i64) -> Result<Option<public::item::Item>, StoreError> {
    let failed = StoreError::database("item");
    let row: ItemRow = on!(tx &mut *tx, c => sqlx::query_as(
        "select a.key, m.key as meeting_key, b.slug as body_slug, a.record, a.issue_id, i.title as issue_title
         from agenda_item a join meeting m on m.id = a.meeting_id left join body b on b.id = m.body_id left join issue i on i.id = a.issue_id
         where a.id = $1").bind(id).fetch_one(c).await)
    .map_err(&failed)?;
    let Some(draft) = opened::<ItemDraft>("item", &row.record)? else { return Ok(None) };
    let issue = match (row.issue_id, row.issue_title) {
        (Some(issue), Some(title)) => Some(public::item::IssueLink { number: number::of(tx, Kind::Issue, issue).await?, title }),
        _ => None,
    };
    let decision: Option<i64> =
        on!(tx &mut *tx, c => sqlx::query_scalar("select id from decision where item_id = $1").bind(id).fetch_optional(c).await)
            .map_err(&failed)?;
    let gone = match decision {
        Some(decision) => withdrawn(tx, Kind::Decision, decision).await?,
        None => false,
    };
    let draft = ItemDraft { decision: draft.decision.filter(|_| !gone), ..draft };
    let decision_number = match decision {
        Some(decision) if draft.decision.is_some() => Some(number::of(tx, Kind::Decision, decision).await?),
        _ => None,
    };
    let papers = item_papers(tx, id, draft.papers).await?;
    let notes: Vec<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select distinct p.message from problem p join draft d on d.source_id = p.source_id
         where d.kind = 'item' and d.record_id = $1 and p.code = 'label_lost' order by p.message").bind(id).fetch_all(c).await)
    .map_err(&failed)?;
    let position = draft.position.unwrap_or_else(|| position_of(draft.number.as_deref()));
    Ok(Some(public::item::Item {
        key: row.key,
        meeting: row.meeting_key,
        date: draft.meeting.date,
        body: draft.meeting.body,
        body_slug: row.body_slug,
        number: draft.number,
        position,
        title: draft.title,
        issue,
        references: draft.references,
        service: None,
        papers,
        agenda_text: draft.agenda_text,
        decision: draft.decision,
        decision_number,
        minutes: draft.minutes,
        exclusion: draft.exclusion,
        off: draft.off,
        mentions: draft.mentions,
        notes,
        provenance: draft.provenance,
        source: source_of(tx, "item", id).await?,
    }))
}

/// The place of an item without a recorded position: the digits of its number.
fn position_of(number: Option<&str>) -> u32 {
    let digits: String = number.unwrap_or("").chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

async fn item_papers(tx: &mut Tx, item: i64, papers: Vec<Paper>) -> Result<Vec<public::item::ItemPaper>, StoreError> {
    let rows: Vec<(i64, String)> =
        on!(tx &mut *tx, c => sqlx::query_as("select id, record from paper where item_id = $1 order by id").bind(item).fetch_all(c).await)
            .map_err(StoreError::database("paper"))?;
    let mut known = Vec::with_capacity(rows.len());
    for (id, record) in rows {
        known.push((id, opened::<Paper>("paper", &record)?.unwrap_or_default()));
    }
    let mut shown = Vec::with_capacity(papers.len());
    for paper in papers {
        let Some((id, _)) = known.iter().find(|(_, k)| k.foreign_id == paper.foreign_id && k.title == paper.title) else { continue };
        if withdrawn(tx, Kind::Document, *id).await? {
            continue;
        }
        shown.push(public::item::ItemPaper { number: number::of(tx, Kind::Document, *id).await?, paper });
    }
    Ok(shown)
}

/// Whether a record with a public number was withdrawn.
async fn withdrawn(tx: &mut Tx, kind: Kind, id: i64) -> Result<bool, StoreError> {
    let withdrawn: Option<bool> = on!(tx tx, c => sqlx::query_scalar(
        "select p.withdrawn from publication p join public_number n on n.kind = p.kind and p.key = cast(n.number as text)
         where n.kind = $1 and n.record_id = $2 order by p.version desc limit 1").bind(kind.word()).bind(id).fetch_optional(c).await)
    .map_err(StoreError::database("withdrawal"))?;
    Ok(withdrawn.unwrap_or(false))
}

/// Whether an item was withdrawn: what hangs on it stays away with it, whatever a source says of it later.
async fn withdrawn_item(tx: &mut Tx, id: Option<i64>) -> Result<bool, StoreError> {
    let Some(id) = id else { return Ok(false) };
    let withdrawn: Option<bool> = on!(tx tx, c => sqlx::query_scalar(
        "select p.withdrawn from publication p join agenda_item a on p.key = a.key
         where p.kind = 'item' and a.id = $1 order by p.version desc limit 1").bind(id).fetch_optional(c).await)
    .map_err(StoreError::database("withdrawal"))?;
    Ok(withdrawn.unwrap_or(false))
}

/// A decision's own papers without those that were withdrawn.
async fn standing_papers(tx: &mut Tx, decision: i64, papers: Vec<Paper>) -> Result<Vec<Paper>, StoreError> {
    let rows: Vec<(i64, String)> =
        on!(tx &mut *tx, c => sqlx::query_as("select id, record from paper where decision_id = $1").bind(decision).fetch_all(c).await)
            .map_err(StoreError::database("paper"))?;
    let mut gone = Vec::new();
    for (id, record) in rows {
        if withdrawn(tx, Kind::Document, id).await? {
            gone.extend(opened::<Paper>("paper", &record)?);
        }
    }
    Ok(papers.into_iter().filter(|p| !gone.iter().any(|g| g.foreign_id == p.foreign_id && g.title == p.title)).collect())
}

async fn public_issue(tx: &mut Tx, id: i64) -> Result<Option<public::issue::Issue>, StoreError> {
    let record: String = on!(tx &mut *tx, c => sqlx::query_scalar("select record from issue where id = $1").bind(id).fetch_one(c).await)
        .map_err(StoreError::database("issue"))?;
    let Some(draft) = opened::<IssueDraft>("issue", &record)? else { return Ok(None) };
    // One that the clerk keeps goes by the clerk's title, whatever a source calls it.
    let own: Option<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select i.title from issue i join issue_file f on f.issue_id = i.id where i.id = $1").bind(id).fetch_optional(c).await)
    .map_err(StoreError::database("issue"))?;
    let number = number::of(tx, Kind::Issue, id).await?;
    // What was published of its way stays, whatever a source says of the issue.
    let last = super::publish::latest(tx, Kind::Issue, &number.to_string()).await?.filter(|l| !l.withdrawn);
    let journey = last.and_then(|l| serde_json::from_str(&l.body).ok()).and_then(|record| match record {
        Record::Issue(issue) => issue.journey,
        _ => None,
    });
    let title = own.unwrap_or(draft.title);
    Ok(Some(public::issue::Issue { number, title, service: None, source: source_of(tx, "issue", id).await?, journey }))
}

async fn case(tx: &mut Tx, id: i64) -> Result<Option<public::case::Case>, StoreError> {
    let failed = StoreError::database("case");
    let word: String =
        on!(tx &mut *tx, c => sqlx::query_scalar("select reference from ombudsman_case where id = $1").bind(id).fetch_one(c).await)
            .map_err(&failed)?;
    let Ok(reference) = word.parse::<Reference>() else { return Ok(None) };
    // Only records that are not held speak for a case in public.
    let shown: i64 = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select count(*) from naming n where n.reference = $1 and not exists
           (select 1 from hold h where h.kind = n.kind and h.record_id = n.record_id and h.released_at is null)").bind(&word).fetch_one(c).await)
    .map_err(&failed)?;
    if shown == 0 {
        return Ok(None);
    }
    let beside: Vec<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select distinct o.reference from naming n join naming o on o.kind = n.kind and o.record_id = n.record_id
         where n.reference = $1 and o.reference <> $1 and not exists
           (select 1 from hold h where h.kind = n.kind and h.record_id = n.record_id and h.released_at is null)
         order by o.reference").bind(&word).fetch_all(c).await)
    .map_err(&failed)?;
    // What was published of the council's file stays, whatever a source says of the case.
    let last = super::publish::latest(tx, Kind::Case, &reference.slug()).await?.filter(|l| !l.withdrawn);
    let file = last.and_then(|l| serde_json::from_str(&l.body).ok()).and_then(|record| match record {
        Record::Case(case) => case.file,
        _ => None,
    });
    Ok(Some(public::case::Case { reference, named_with: beside.iter().filter_map(|r| r.parse().ok()).collect(), file }))
}

async fn document(tx: &mut Tx, projecting: &mut Projecting, id: i64) -> Result<Option<public::document::Document>, StoreError> {
    let failed = StoreError::database("paper");
    let (item_id, decision_id, record): (Option<i64>, Option<i64>, String) = on!(tx &mut *tx, c =>
        sqlx::query_as("select item_id, decision_id, record from paper where id = $1").bind(id).fetch_one(c).await)
    .map_err(&failed)?;
    let Some(paper) = opened::<Paper>("paper", &record)? else { return Ok(None) };
    if withdrawn_item(tx, item_id).await? {
        return Ok(None);
    }
    let of_item = match item_id {
        Some(item_id) => item(tx, projecting, item_id).await?,
        None => None,
    };
    let of_decision = match decision_id {
        Some(decision_id) => decision(tx, projecting, decision_id).await?,
        None => None,
    };
    let number = number::of(tx, Kind::Document, id).await?;
    let belongs_to = of_item.as_ref().map(public::item::Item::heading).or_else(|| of_decision.as_ref().map(|d| d.title.clone()));
    Ok(Some(public::document::Document {
        number,
        item: of_item.as_ref().map(|i| i.key.clone()),
        belongs_to,
        file: paper.file.clone(),
        words: words_of(tx, paper.file.as_deref()).await?,
        paper,
        date: of_item.as_ref().and_then(|i| i.date).or(of_decision.as_ref().and_then(|d| d.decided_on)),
        body_slug: of_item.and_then(|i| i.body_slug).or(of_decision.and_then(|d| d.body_slug)),
    }))
}

/// The source whose words come first in the record.
async fn source_of(tx: &mut Tx, kind: &str, id: i64) -> Result<Option<Source>, StoreError> {
    let mut rows: Vec<(String, String, String)> = on!(tx tx, c => sqlx::query_as(
        "select s.kind, s.name, s.sha256 from draft d join source s on s.id = d.source_id where d.kind = $1 and d.record_id = $2")
        .bind(kind).bind(id).fetch_all(c).await)
    .map_err(StoreError::database("source"))?;
    // What was made at the council's own desk has no source to show.
    rows.retain(|(kind, _, _)| kind != "desk");
    let order = |word: &str| serde_json::from_value(word.into()).map_or(u8::MAX, redress::merge::precedence);
    rows.sort_by(|a, b| (order(&a.0), &a.1).cmp(&(order(&b.0), &b.1)));
    Ok(rows.into_iter().next().map(|(_, name, sha256)| Source { name, sha256 }))
}
