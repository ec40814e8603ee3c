//! Taking in what an importer read: each source in one transaction, from drafts to records to publications.
//!
//! What every source says of a record is kept apart; the record is made from all of it by a fixed order, so that the
//! order in which sources are imported never matters.

mod body;
mod case;
mod decision;
mod drafts;
mod election;
mod foreign;
mod issue;
mod item;
mod meeting;
mod member;
mod paper;
mod source;

use std::collections::BTreeMap;

use redress::draft::Reading;
use redress::public::Kind;
use serde_json::{Value, json};

use super::change::Difference;
use super::journal::{self, Act};
use super::publish::Because;
use super::{Desk, project};
use crate::StoreError;
use crate::blob::Shelf;
use crate::chain::sha256;
use crate::db::Tx;

/// How a source is taken in.
#[derive(Debug, Clone, Copy)]
pub struct Taking<'a> {
    /// Who imports, and when.
    pub act: Act<'a>,
    /// Publish records that wait for an officer, for this reason; the officer is whoever imports.
    pub release: Option<&'a str>,
    /// Change nothing; only report.
    pub dry_run: bool,
}

/// One source being taken in.
pub(super) struct Session<'a> {
    tx: &'a mut Tx,
    taking: &'a Taking<'a>,
    source: i64,
    /// What the source said before, by kind and record.
    before: BTreeMap<(&'static str, i64), Value>,
    /// What it says now.
    now: BTreeMap<(&'static str, i64), Value>,
    /// Records whose public form may have changed.
    stale: Vec<(Kind, i64)>,
    report: Difference,
    /// Why what is published now is published, for the public log.
    because: (String, String),
    /// Whether any record waits for an officer; mostly none does, and then nobody asks of each.
    anything_held: bool,
}

impl Desk {
    /// Takes in one source. Interrupted at any moment, the desk is as it was before the source.
    pub async fn take_in(&self, reading: &Reading, raw: &[u8], taking: &Taking<'_>) -> Result<Difference, StoreError> {
        let drafts_sha256 = sha256(&serde_json::to_vec(reading).map_err(StoreError::body("drafts"))?);
        let mut tx = self.db.write().await?;
        let name = &reading.source.source;
        let known = source::find(&mut tx, name).await?;
        if let Some(known) = &known
            && known.sha256 == reading.source.sha256
            && known.drafts_sha256 == drafts_sha256
            && taking.release.is_none()
        {
            let same = source::drafts(&mut tx, known.id).await?.len();
            return Ok(Difference { same, ..Difference::default() });
        }
        if !taking.dry_run {
            self.files.keep(Shelf::Sources, raw).await?;
        }
        let source = source::write(&mut tx, known, reading, &drafts_sha256, &taking.act).await?;
        let before = source::drafts(&mut tx, source).await?;
        let anything_held = item::anything_held(&mut tx).await?;
        let mut session = Session {
            tx: &mut tx,
            taking,
            source,
            before,
            now: BTreeMap::new(),
            stale: Vec::new(),
            report: Difference::default(),
            because: ("import".into(), format!("imported from {name}")),
            anything_held,
        };
        session.draft_all(reading).await?;
        session.keep_drafts().await?;
        session.publish_stale().await?;
        let report = session.report;
        if taking.dry_run {
            return Ok(report);
        }
        journal::write(
            &mut tx,
            &taking.act,
            "import",
            name,
            &json!({
                "sha256": reading.source.sha256, "kind": reading.kind, "same": report.same, "changed": report.changed.len(),
                "new": report.new.len(), "gone": report.gone.len(), "held": report.held.len(), "published": report.published,
            }),
        )
        .await?;
        tx.commit().await?;
        Ok(report)
    }
}

/// Takes in what the desk cleared, for a reason of its own, inside a transaction that the caller ends.
pub(super) async fn take_cleared(
    tx: &mut Tx,
    reading: &Reading,
    taking: &Taking<'_>,
    because: (String, String),
    also: &[(Kind, i64)],
) -> Result<Difference, StoreError> {
    let drafts_sha256 = sha256(&serde_json::to_vec(reading).map_err(StoreError::body("drafts"))?);
    let known = source::find(tx, &reading.source.source).await?;
    let source = source::write(tx, known, reading, &drafts_sha256, &taking.act).await?;
    let before = source::drafts(tx, source).await?;
    let anything_held = item::anything_held(tx).await?;
    let (now, stale, report) = (BTreeMap::new(), also.to_vec(), Difference::default());
    let mut session = Session { tx, taking, source, before, now, stale, report, because, anything_held };
    session.draft_all(reading).await?;
    session.keep_drafts().await?;
    session.publish_stale().await?;
    Ok(session.report)
}

impl Session<'_> {
    /// Finds or makes the record behind every draft, those that others point at first.
    async fn draft_all(&mut self, reading: &Reading) -> Result<(), StoreError> {
        for body in &reading.bodies {
            self.take_body(body).await?;
        }
        for member in &reading.members {
            self.take_member(member).await?;
        }
        for meeting in &reading.meetings {
            self.take_meeting(meeting).await?;
        }
        let mut items = Vec::with_capacity(reading.items.len());
        for item in &reading.items {
            items.push(self.take_item(item).await?);
        }
        if let Some(issue) = &reading.issue {
            self.take_issue(issue, &items).await?;
        }
        for issue in &reading.issues {
            // Each names its own items, for a meeting's items belong to many issues.
            let of = reading.items.iter().zip(&items).filter(|(item, _)| item.issue_foreign_id == issue.foreign_id);
            let own: Vec<i64> = of.map(|(_, id)| *id).collect();
            self.take_issue(issue, &own).await?;
        }
        let mut decisions = Vec::with_capacity(reading.decisions.len());
        for decision in &reading.decisions {
            decisions.push(self.take_decision(decision).await?);
        }
        for paper in &reading.papers {
            self.take_paper(paper).await?;
        }
        for election in &reading.elections {
            self.take_election(election).await?;
        }
        for problem in &reading.problems {
            let Some(index) = problem.holds_item else { continue };
            let held = match (items.get(index), decisions.get(index)) {
                (Some(id), _) => Some((Kind::Item, *id)),
                (None, Some(id)) => Some((Kind::Decision, *id)),
                (None, None) => None,
            };
            if let Some((kind, id)) = held {
                self.hold(kind, id, &format!("line {}: {}", problem.line, problem.message)).await?;
            }
        }
        Ok(())
    }

    /// Publishes each stale record once, those that others point at first.
    async fn publish_stale(&mut self) -> Result<(), StoreError> {
        self.spread().await?;
        let mut stale = std::mem::take(&mut self.stale);
        let place = |kind: Kind| Kind::ALL.iter().position(|k| *k == kind);
        stale.sort_by_key(|(kind, id)| (place(*kind), *id));
        stale.dedup();
        let because = self.because.clone();
        let because = Because { by: &because.0, reason: &because.1 };
        let (mut projecting, mut end) = (project::Projecting::default(), super::publish::End::default());
        for (kind, id) in stale {
            if self.is_held(kind, id).await? {
                continue;
            }
            let Some((record, numbers)) = project::project(self.tx, &mut projecting, kind, id).await? else { continue };
            let version = super::publish::publish(self.tx, &mut end, &self.taking.act, because, &record, &numbers).await?;
            self.report.published += usize::from(version.is_some());
        }
        Ok(())
    }

    /// Adds what hangs on a stale record: an item's decision, papers and cases; an issue's items.
    async fn spread(&mut self) -> Result<(), StoreError> {
        let issues: Vec<i64> = self.stale.iter().filter(|(k, _)| *k == Kind::Issue).map(|(_, id)| *id).collect();
        for issue in issues {
            let items = self.items_of_issue(issue).await?;
            self.stale.extend(items.into_iter().map(|id| (Kind::Item, id)));
        }
        let mut items: Vec<i64> = self.stale.iter().filter(|(k, _)| *k == Kind::Item).map(|(_, id)| *id).collect();
        items.sort_unstable();
        items.dedup();
        for item in items {
            if self.is_held(Kind::Item, item).await? {
                continue;
            }
            let hanging = self.hanging_on_item(item).await?;
            self.stale.extend(hanging);
        }
        Ok(())
    }
}
