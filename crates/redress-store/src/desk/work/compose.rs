//! What the public may see of a planned meeting: the cleared parts in their public form, as drafts. What is not cleared,
//! restricted or under an embargo has no way in here.

/// Who was there.
mod attended;
/// What became of a meeting.
mod became;

use redress::draft::{ItemDraft, Reading, SourceKind, SourceName};
use redress::exclusion::Exclusion;
use redress::meeting::MeetingRef;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::reference::Reference;
use redress::paper::{Opened, Paper};
use redress::public::Kind;
use redress::restriction::{Release, ReleaseDecision};

use super::clearing::{Clearing, Part, PublicFile};
use super::item::PlannedItem;
use super::meeting_minutes::MeetingMinutes;
use super::pack::Adding;
use super::paper::{PaperVersion, WorkingPaper};
use crate::StoreError;
use crate::chain::sha256;
use crate::desk::Desk;
use crate::on;

/// What the public reads of the minutes.
pub(super) mod minuted;
/// The pages of its papers.
mod paged;
/// Who is told, and in what words.
mod told;

pub(super) use told::{addresses, agended, tell};
/// The issues of items.
mod travels;

/// A meeting as the public may see it.
pub(super) struct Composed {
    pub(super) reading: Reading,
    /// The items in it, by their numbers at the desk.
    pub(super) items: Vec<i64>,
    /// Files that the public can open.
    pub(super) files: Vec<PublicFile>,
    /// The version of each paper in it.
    pub(super) versions: Vec<(i64, i64)>,
    /// The public title of each paper in it.
    pub(super) titles: Vec<(i64, String)>,
    /// Restrictions that may be shown in the public register of them.
    pub(super) restrictions: Vec<(Kind, i64)>,
    /// Pages that this publication adds.
    pub(super) adding: Vec<Adding>,
}

impl Composed {
    /// A reading with nothing besides.
    pub(super) fn of(reading: Reading) -> Composed {
        Composed {
            reading,
            items: Vec::new(),
            files: Vec::new(),
            versions: Vec::new(),
            titles: Vec::new(),
            restrictions: Vec::new(),
            adding: Vec::new(),
        }
    }
}

/// Composes a meeting from what is cleared and what is being cleared.
pub(super) async fn compose(desk: &Desk, clearing: &Clearing<'_>) -> Result<Composed, StoreError> {
    let source = SourceName { source: source_name(clearing.meeting), sha256: String::new() };
    let reading = Reading::of(source, SourceKind::Desk);
    let mut composed = Composed::of(reading);
    let Some(meeting) = desk.planned_meeting(clearing.meeting).await? else { return Ok(composed) };
    let start = meeting.starts.as_deref().and_then(|t| t.parse().ok());
    let met = MeetingRef { date: meeting.on_date.parse().ok(), body: Some(meeting.body.clone()), kind: None, start };
    let kept = minuted::kept(desk, clearing).await?;
    let entry = became::entry(desk, &meeting, met.clone()).await?;
    composed.reading.meetings.push(minuted::meeting(desk, clearing, kept.as_ref(), entry).await?);
    // What came off stays in public where it was, with what became of it.
    let mut items = desk.planned_items(clearing.meeting).await?;
    items.extend(desk.items_off(clearing.meeting).await?);
    items.sort_by_key(|i| (i.position, i.id));
    let here: Vec<String> = items.iter().map(|item| item.number.clone()).collect();
    composed.reading.items.extend(became::gone_elsewhere(desk, clearing.meeting, &here).await?);
    for item in items {
        if is_cleared(desk, clearing, Part::Item(item.id)).await? {
            compose_item(desk, clearing, &met, &item, kept.as_ref(), &mut composed).await?;
        }
    }
    paged::page(desk, clearing, &mut composed).await?;
    let drafts = serde_json::to_vec(&composed.reading).map_err(StoreError::body("drafts"))?;
    composed.reading.source.sha256 = sha256(&drafts);
    Ok(composed)
}

/// The cases that an item considers and that the public may know of, in the order of the agenda: none that an embargo covers, and
/// none without a reference.
async fn open_cases(desk: &Desk, clearing: &Clearing<'_>, item: i64) -> Result<Vec<Reference>, StoreError> {
    let mut open = Vec::new();
    for case in desk.cases_of_item(item).await? {
        let covered = desk.embargoes_of_case(case.id).await?.iter().any(|embargo| embargo.covers(clearing.now));
        if let (CaseKey::Known(reference), false) = (case.key, covered) {
            open.push(reference);
        }
    }
    Ok(open)
}

async fn is_cleared(desk: &Desk, clearing: &Clearing<'_>, part: Part) -> Result<bool, StoreError> {
    // What was withdrawn does not come back, whoever chooses it.
    let known = desk.cleared(part.kind(), part.record()).await?;
    Ok(known.map_or(clearing.parts.contains(&part), |cleared| cleared.ended_at.is_none()))
}

async fn compose_item(
    desk: &Desk,
    clearing: &Clearing<'_>,
    met: &MeetingRef,
    item: &PlannedItem,
    kept: Option<&MeetingMinutes>,
    composed: &mut Composed,
) -> Result<(), StoreError> {
    let about = match item.ombudsman_paper_id {
        Some(id) => desk.ombudsman_paper(id).await?,
        None => None,
    };
    let embargo = match about.as_ref().and_then(|paper| paper.embargo_id) {
        Some(id) => desk.embargo(id).await?,
        None => None,
    };
    let covered = embargo.as_ref().is_some_and(|e| e.covers(clearing.now));
    let plan = desk.private_plan(item.id).await?;
    let executive = met.body.as_deref().is_some_and(redress::plan::is_executive);
    // While an embargo covers it, or it is to be heard in private, the working title says too much.
    let chosen_only = covered || plan.is_some();
    let title = match (&item.public_title, chosen_only) {
        (Some(title), _) => title.clone(),
        (None, true) => match &embargo {
            Some(embargo) => embargo.safe_title.clone(),
            None => "Item to be considered in private".into(),
        },
        (None, false) => item.title.clone(),
    };
    // In private, with no title chosen for the public, nothing else tells what it is about either.
    let untold = covered || (chosen_only && item.public_title.is_none());
    let mut references = if chosen_only { Vec::new() } else { open_cases(desk, clearing, item.id).await? };
    let of_paper = about.iter().filter(|_| !untold).filter_map(|paper| paper.reference.parse().ok());
    references.extend(of_paper.filter(|reference| !references.contains(reference)).collect::<Vec<Reference>>());
    let papers = compose_papers(desk, clearing, item, covered, composed).await?;
    // What was cleared before goes out as it was then: words that changed since are cleared anew, or wait.
    let then = cleared_then(desk, clearing.meeting, &item.number).await?;
    // An embargo keeps the decision back, whatever was cleared. The public minute was written for the public.
    let decision = match is_cleared(desk, clearing, Part::Decision(item.id)).await? && !covered {
        true if clearing.parts.contains(&Part::Decision(item.id)) => {
            desk.recorded_decision(item.id).await?.map(|recorded| recorded.decision)
        }
        true => then.as_ref().and_then(|then| then.decision.clone()),
        false => None,
    };
    let minutes = match is_cleared(desk, clearing, Part::Minute(item.id)).await? {
        true if clearing.parts.contains(&Part::Minute(item.id)) => minuted::item(desk, item.id, covered, kept).await?,
        true => then.as_ref().and_then(|then| then.minutes.clone()),
        false => None,
    };
    composed.items.push(item.id);
    // Under an embargo, that an item belongs to an issue would tell what it is about.
    let issue_foreign_id = if untold { None } else { travels::compose(desk, item, &mut composed.reading).await? };
    if let (false, Some(then)) = (clearing.parts.contains(&Part::Item(item.id)), then) {
        let exclusion = then.exclusion.clone().or_else(|| minuted::exclusion(minutes.as_ref()));
        let position = u32::try_from(item.position).ok();
        composed.reading.items.push(ItemDraft { papers, decision, minutes, exclusion, issue_foreign_id, position, ..then });
        return Ok(());
    }
    let planned = plan.map(|plan| Exclusion {
        ground: Some(plan.ground.cite_for(executive).into()),
        text: format!("{} ({})\n\n{}", plan.ground.ground().words(), plan.ground.cite_for(executive), plan.reason),
    });
    let exclusion = planned.or_else(|| minuted::exclusion(minutes.as_ref()));
    composed.reading.items.push(ItemDraft {
        meeting: met.clone(),
        number: Some(item.number.clone()),
        title,
        references,
        papers,
        agenda_text: item.agenda_text.clone().filter(|_| !untold),
        decision,
        minutes,
        exclusion,
        position: u32::try_from(item.position).ok(),
        off: desk.off(item.id).await?,
        issue_foreign_id,
        ..ItemDraft::default()
    });
    Ok(())
}

/// The item as it was composed when something of its meeting was published last.
async fn cleared_then(desk: &Desk, meeting: i64, number: &str) -> Result<Option<ItemDraft>, StoreError> {
    let bodies: Vec<String> = on!(db &desk.db, pool => sqlx::query_scalar(
        "select d.body from draft d join source s on s.id = d.source_id where s.name = $1 and d.kind = 'item'")
        .bind(source_name(meeting)).fetch_all(pool).await)
    .map_err(StoreError::database("item"))?;
    for body in bodies {
        let then: ItemDraft = serde_json::from_str(&body).map_err(StoreError::body("item"))?;
        if then.number.as_deref() == Some(number) {
            return Ok(Some(then));
        }
    }
    Ok(None)
}

/// The name of the source that a meeting's cleared parts are.
pub(super) fn source_name(meeting: i64) -> String {
    format!("desk, meeting {meeting}")
}

async fn compose_papers(
    desk: &Desk,
    clearing: &Clearing<'_>,
    item: &PlannedItem,
    covered: bool,
    composed: &mut Composed,
) -> Result<Vec<Paper>, StoreError> {
    let mut papers = Vec::new();
    if covered {
        return Ok(papers);
    }
    for (paper, subject) in desk.papers_to_compose(item.id).await? {
        if let Some(line) = desk.restriction_of(paper.id).await? {
            composed.restrictions.push((Kind::Restriction, line.id));
        }
        let release = subject.restriction.as_ref().and_then(|r| r.release.as_ref());
        let restricted = subject.restriction.as_ref().is_some_and(|r| !r.opened_by(clearing.now.date()));
        let opens = release.is_some_and(|r| r.decision.opens());
        if restricted && !opens {
            // Its title is public only where somebody chose one; nothing else of it is.
            papers.extend(paper.public_title.clone().map(|title| Paper { title, restricted: true, ..Paper::default() }));
        } else if is_cleared(desk, clearing, Part::Paper(paper.id)).await? {
            papers.extend(compose_paper(desk, clearing, &paper, release, composed).await?);
        }
    }
    Ok(papers)
}

async fn compose_paper(
    desk: &Desk,
    clearing: &Clearing<'_>,
    paper: &WorkingPaper,
    release: Option<&Release>,
    composed: &mut Composed,
) -> Result<Option<Paper>, StoreError> {
    let title = paper.public_title.clone().unwrap_or_else(|| paper.title.clone());
    let opened = release.map(|r| Opened { on: r.at.date(), how: r.decision.words().into(), why: r.reason.clone() });
    if let Some(ReleaseDecision::Link { address }) = release.map(|r| &r.decision) {
        composed.titles.push((paper.id, title.clone()));
        return Ok(Some(Paper { title, address: Some(address.clone()), opened, ..Paper::default() }));
    }
    let redacted = matches!(release.map(|r| &r.decision), Some(ReleaseDecision::PublishRedacted));
    let Some(version) = version_to_publish(desk, clearing, paper, redacted).await? else { return Ok(None) };
    composed.versions.push((paper.id, version.version));
    composed.titles.push((paper.id, title.clone()));
    composed.files.push(PublicFile { paper: paper.id, title: title.clone(), sha256: version.sha256.clone(), bytes: version.bytes });
    Ok(Some(Paper {
        title,
        media: Some(version.media),
        size_bytes: u64::try_from(version.bytes).ok(),
        file: Some(version.sha256),
        opened,
        ..Paper::default()
    }))
}

/// The newest version of the right sort for a paper that is being cleared; the version that was cleared for any other.
async fn version_to_publish(
    desk: &Desk,
    clearing: &Clearing<'_>,
    paper: &WorkingPaper,
    redacted: bool,
) -> Result<Option<PaperVersion>, StoreError> {
    let versions = desk.versions(paper.id).await?;
    if clearing.parts.contains(&Part::Paper(paper.id)) {
        return Ok(versions.into_iter().find(|v| v.redacted == redacted));
    }
    let cleared = desk.cleared("paper", paper.id).await?.map_or(0, |c| c.version);
    Ok(versions.into_iter().find(|v| v.version == cleared && v.redacted == redacted))
}

/// Everybody who follows one of the items, each once.
async fn followers(desk: &Desk, items: &[i64]) -> Result<Vec<String>, StoreError> {
    let mut addresses = Vec::new();
    for item in items {
        addresses.extend(desk.followers(*item).await?.into_iter().map(|(_, address)| address));
    }
    addresses.sort();
    addresses.dedup();
    Ok(addresses)
}
