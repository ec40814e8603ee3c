//! Publishing a body with its calendar: the entries of its meetings alone, without anything of their agendas that is not
//! cleared, and what is settled of the body with who sits on it.

use jiff::civil::{Date, DateTime};
use redress::body::shown::{OtherBody, Shown, ShownSeat};
use redress::draft::{BodyDraft, Reading, SourceKind, SourceName};
use serde_json::json;

use super::clearing::{self, Change, Clearing, Preview, Unpublished};
use super::compose::{self, Composed};
use crate::StoreError;
use crate::chain::sha256;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};

/// What is to be published.
#[derive(Debug, Clone, Copy)]
pub struct CalendarClearing<'a> {
    /// The body.
    pub body: i64,
    /// What is settled of the body, and who sits on it, goes out too.
    pub with_body: bool,
    /// The meetings.
    pub meetings: &'a [i64],
    /// The office, as the public may know it.
    pub office: &'a str,
    /// Why; the public reads it.
    pub reason: &'a str,
    /// The moment in London.
    pub now: DateTime,
}

impl Desk {
    /// What publishing the calendar would do; nothing is done.
    pub async fn preview_calendar(&self, clearing: &CalendarClearing<'_>, act: &Act<'_>) -> Result<Preview, StoreError> {
        let mut tx = self.db.write().await?;
        let changes = self.publish_entries(&mut tx, clearing, act).await?;
        // The transaction is dropped: everything in it is undone.
        Ok(Preview { fingerprint: clearing::fingerprint(&changes)?, changes, files: Vec::new(), told: 0 })
    }

    /// Publishes the calendar; where a preview is given, only what was previewed.
    pub async fn publish_calendar(
        &self,
        clearing: &CalendarClearing<'_>,
        previewed: Option<&str>,
        act: &Act<'_>,
    ) -> Result<Vec<Change>, Unpublished> {
        let mut tx = self.db.write().await?;
        let changes = self.publish_entries(&mut tx, clearing, act).await?;
        if changes.is_empty() {
            return Err(Unpublished::Nothing);
        }
        let fingerprint = clearing::fingerprint(&changes)?;
        if previewed.is_some_and(|previewed| previewed != fingerprint) {
            return Err(Unpublished::Changed);
        }
        let published: Vec<_> = changes
            .iter()
            .map(|c| json!({ "kind": c.publication.kind, "key": c.publication.key, "version": c.publication.version }))
            .collect();
        let body = json!({ "meetings": clearing.meetings, "office": clearing.office, "reason": clearing.reason, "published": published });
        journal::write(&mut tx, act, "publish", &format!("body {}", clearing.body), &body).await?;
        tx.commit().await?;
        Ok(changes)
    }

    async fn publish_entries(&self, tx: &mut Tx, clearing: &CalendarClearing<'_>, act: &Act<'_>) -> Result<Vec<Change>, StoreError> {
        let CalendarClearing { office, reason, now, .. } = *clearing;
        let of = |meeting| Clearing { meeting, parts: &[], office, reason, now, base: "", minutes: None };
        let mut changes = Vec::new();
        if clearing.with_body {
            let composed = self.compose_body(clearing.body, now.date()).await?;
            changes.extend(clearing::publish(tx, &of(0), &composed, act).await?);
        }
        for meeting in clearing.meetings {
            let composed = compose::compose(self, &of(*meeting)).await?;
            changes.extend(clearing::publish(tx, &of(*meeting), &composed, act).await?);
        }
        Ok(changes)
    }

    async fn compose_body(&self, body: i64, today: Date) -> Result<Composed, StoreError> {
        let source = SourceName { source: format!("desk, body {body}"), sha256: String::new() };
        let mut reading = Reading::of(source, SourceKind::Desk);
        if let Some(kept) = self.body_particulars(body).await? {
            let shown = self.shown_of(body, today).await?;
            reading.bodies.push(BodyDraft { name: kept.name, shown: Some(shown), ..BodyDraft::default() });
        }
        let drafts = serde_json::to_vec(&reading).map_err(StoreError::body("drafts"))?;
        reading.source.sha256 = sha256(&drafts);
        Ok(Composed::of(reading))
    }

    /// What the public may see of a body.
    async fn shown_of(&self, body: i64, today: Date) -> Result<Shown, StoreError> {
        let Some(kept) = self.body_particulars(body).await? else { return Ok(Shown::default()) };
        let settled = kept.particulars;
        let mut seats = Vec::new();
        for (seat, slug) in self.seats_with_addresses(body).await? {
            let Ok(from) = seat.from_date.parse() else { continue };
            let until = seat.until_date.as_deref().and_then(|d| d.parse().ok());
            seats.push(ShownSeat { member: slug, name: seat.name.clone(), capacity: seat.capacity(), from, until });
        }
        let votes = seats.iter().filter(|s| s.held_on(today) && s.capacity.votes()).count();
        Ok(Shown {
            sort: settled.sort,
            parent: self.other_body(settled.parent).await?,
            terms_of_reference: settled.terms_of_reference,
            quorum: settled.quorum.words(u32::try_from(votes).unwrap_or(u32::MAX)),
            delegation: settled.delegation,
            call_in: settled.call_in,
            contact: settled.contact,
            webcast: settled.webcast,
            aliases: settled.aliases,
            began: settled.began,
            ended: settled.ended,
            predecessor: self.other_body(settled.predecessor).await?,
            seats,
        })
    }

    async fn other_body(&self, body: Option<i64>) -> Result<Option<OtherBody>, StoreError> {
        let Some(body) = body else { return Ok(None) };
        Ok(self.body_particulars(body).await?.map(|kept| OtherBody { slug: kept.slug, name: kept.name }))
    }
}
