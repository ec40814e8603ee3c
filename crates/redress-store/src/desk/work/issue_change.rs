//! Merging and splitting issues: items and referrals move, the old address leads on, and what is public follows at once.

use jiff::civil::Date;
use redress::issue::journey::{Addresses, Became, Change};
use redress::public::issue::{Came, Journey};
use redress::public::item::IssueLink;
use redress::public::{Kind, Record};
use redress::wrong::Wrong;
use serde_json::json;

use super::issue::{self, KeptIssue};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::project::{self, Projecting};
use crate::desk::publish::{Because, End, latest, publish, withdraw};
use crate::on;

/// A part that an issue is split into.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// The planned items that go there.
    pub planned: Vec<i64>,
    /// The items on record that go there and that no planned item stands for.
    pub recorded: Vec<i64>,
}

/// Why an issue was not merged or split.
#[derive(Debug)]
pub enum Unmoved {
    /// The rules of addresses stand against it.
    Wrong(Wrong),
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for Unmoved {
    fn from(error: StoreError) -> Unmoved {
        Unmoved::Store(error)
    }
}

/// What a change of issues is for the journal and for the public.
#[derive(Debug, Clone, Copy)]
pub struct Moving<'a> {
    /// The day.
    pub on: Date,
    /// Why; where the issue is public, so is this.
    pub why: &'a str,
    /// The office, as the public may know it.
    pub office: &'a str,
}

async fn addresses(tx: &mut Tx) -> Result<Addresses, StoreError> {
    let rows: Vec<(i64, String, String, String, String)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select issue_id, became, on_date, recorded_by, why from issue_change order by recorded_at, issue_id").fetch_all(c).await)
    .map_err(StoreError::database("issues"))?;
    let into: Vec<(i64, i64)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select issue_id, into_issue_id from issue_change_into order by issue_id, position").fetch_all(c).await)
    .map_err(StoreError::database("issues"))?;
    let mut all = Addresses::default();
    for (id, became, on, by, why) in rows {
        let targets: Vec<String> = into.iter().filter(|(of, _)| *of == id).map(|(_, to)| to.to_string()).collect();
        let became = match (became.as_str(), targets.first()) {
            ("merged", Some(first)) => Became::Merged { into: first.clone() },
            _ => Became::Split { into: targets },
        };
        let on = on.parse().map_err(|_| StoreError::Damaged(format!("issue {id}: {on} is no day")))?;
        // It stands in the table, so it is no ring and no second one.
        let change = Change { issue: id.to_string(), became, on, by, why };
        all.change(change).map_err(|wrong| StoreError::Damaged(format!("issue {id}: {}", wrong.message)))?;
    }
    Ok(all)
}

impl Desk {
    /// Every merging and splitting.
    pub async fn issue_addresses(&self) -> Result<Addresses, StoreError> {
        let mut tx = self.db.write().await?;
        addresses(&mut tx).await
    }

    /// Merges an issue into another. Gives the public addresses that have a new version.
    pub async fn merge_issues(
        &self,
        from: &KeptIssue,
        into: &KeptIssue,
        moving: Moving<'_>,
        act: &Act<'_>,
    ) -> Result<Vec<String>, Unmoved> {
        let mut tx = self.db.write().await?;
        let became = Became::Merged { into: into.id.to_string() };
        write(&mut tx, from, became, &[into.id], moving, act).await?;
        issue::keep(&mut tx, into.id, act).await?;
        for sql in [
            "update planned_item set issue_id = $2 where issue_id = $1",
            "update referral set issue_id = $2 where issue_id = $1",
            "update earlier_consideration set issue_id = $2 where issue_id = $1",
        ] {
            on!(tx &mut tx, c => sqlx::query(sql).bind(from.id).bind(into.id).execute(c).await.map(|_| ()))
                .map_err(StoreError::database("issue"))?;
        }
        let moved = recorded_items(&mut tx, from.id).await?;
        for item in &moved {
            place(&mut tx, *item, into.id).await?;
        }
        let mut public = Public::new(moving, act);
        if let Some(number) = standing_number(&mut tx, from.id).await? {
            let own = public.journey(&mut tx, from.id).await?;
            let because = format!("Merged into “{}”: {}", into.title, moving.why);
            withdraw(&mut tx, act, Because { by: moving.office, reason: &because }, Kind::Issue, &number.to_string()).await?;
            let came = Came { issue: IssueLink { number, title: from.title.clone() }, on: moving.on, why: moving.why.into() };
            // The register finds the old address by this number, whatever is published of the other issue later.
            let old = [("merged_issue".to_string(), number.to_string())];
            public
                .issue(&mut tx, into.id, &old, |journey| {
                    journey.take_over(own);
                    journey.from.push(came);
                })
                .await?;
        }
        public.items(&mut tx, &moved).await?;
        let made = public.made;
        tx.commit().await?;
        Ok(made)
    }

    /// Splits an issue into parts. Gives their numbers at the desk, and the public addresses that have a new version.
    pub async fn split_issue(
        &self,
        from: &KeptIssue,
        parts: &[Part],
        moving: Moving<'_>,
        act: &Act<'_>,
    ) -> Result<(Vec<i64>, Vec<String>), Unmoved> {
        let failed = StoreError::database("issue");
        let mut tx = self.db.write().await?;
        let mut opened = Vec::new();
        for part in parts {
            opened.push(issue::open(&mut tx, &part.title, &part.planned, act).await?);
        }
        let became = Became::Split { into: opened.iter().map(i64::to_string).collect() };
        write(&mut tx, from, became, &opened, moving, act).await?;
        let number = standing_number(&mut tx, from.id).await?;
        let (mut moved, mut keys) = (Vec::new(), Vec::new());
        for (id, part) in opened.iter().zip(parts) {
            let mut of_part = Vec::new();
            for item in &part.planned {
                on!(tx &mut tx, c => sqlx::query("update referral set issue_id = $1 where planned_item_id = $2").bind(*id).bind(*item).execute(c).await.map(|_| ()))
                    .map_err(&failed)?;
                if let Some((item, key)) = super::issue_publication::public_item(&mut tx, *item).await? {
                    place(&mut tx, item, *id).await?;
                    moved.push(item);
                    of_part.push(key);
                }
            }
            for item in &part.recorded {
                place(&mut tx, *item, *id).await?;
                moved.push(*item);
                let key =
                    on!(tx &mut tx, c => sqlx::query_scalar("select key from agenda_item where id = $1").bind(*item).fetch_one(c).await);
                of_part.push(key.map_err(&failed)?);
            }
            keys.push(of_part);
        }
        // Meetings without an item belong to no part more than to another: the first keeps them.
        if let Some(first) = opened.first() {
            on!(tx &mut tx, c => sqlx::query("update earlier_consideration set issue_id = $1 where issue_id = $2").bind(*first).bind(from.id).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
        }
        let mut public = Public::new(moving, act);
        if let Some(number) = number {
            let old = IssueLink { number, title: from.title.clone() };
            let whole = public.journey(&mut tx, from.id).await?;
            let mut links = Vec::new();
            for ((id, part), keys) in opened.iter().zip(parts).zip(&keys) {
                let came = Came { issue: old.clone(), on: moving.on, why: moving.why.into() };
                let mentions = if links.is_empty() { whole.mentions.clone() } else { Vec::new() };
                let own = Journey { mentions, from: vec![came], ..whole.of_items(keys) };
                public.issue(&mut tx, *id, &[], |journey| *journey = own).await?;
                let number = crate::desk::number::of(&mut tx, Kind::Issue, *id).await?;
                links.push(IssueLink { number, title: part.title.clone() });
            }
            public
                .issue(&mut tx, from.id, &[], |journey| {
                    // Its way stands with the parts from now on.
                    let from = std::mem::take(&mut journey.from);
                    *journey = Journey { parts: links, split_because: Some(moving.why.into()), from, ..Journey::default() };
                })
                .await?;
        }
        public.items(&mut tx, &moved).await?;
        let made = public.made;
        tx.commit().await?;
        Ok((opened, made))
    }
}

async fn write(tx: &mut Tx, from: &KeptIssue, became: Became, into: &[i64], moving: Moving<'_>, act: &Act<'_>) -> Result<(), Unmoved> {
    let failed = StoreError::database("issue");
    let word = if matches!(became, Became::Merged { .. }) { "merged" } else { "split" };
    let change = Change { issue: from.id.to_string(), became, on: moving.on, by: act.who.into(), why: moving.why.into() };
    addresses(tx).await?.change(change.clone()).map_err(Unmoved::Wrong)?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into issue_change (issue_id, became, on_date, why, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(from.id).bind(word).bind(moving.on.to_string()).bind(moving.why).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    for (position, to) in (1_i64..).zip(into) {
        on!(tx &mut *tx, c => sqlx::query("insert into issue_change_into (issue_id, into_issue_id, position) values ($1, $2, $3)")
            .bind(from.id).bind(*to).bind(position).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    journal::write(tx, act, "change_issue", &format!("issue {}", from.id), &json!(change)).await?;
    Ok(())
}

/// The number of an issue in public, while it stands there.
pub(super) async fn standing_number(tx: &mut Tx, issue: i64) -> Result<Option<u64>, StoreError> {
    let number: Option<i64> =
        on!(tx &mut *tx, c => sqlx::query_scalar("select number from public_number where kind = 'issue' and record_id = $1")
        .bind(issue).fetch_optional(c).await)
        .map_err(StoreError::database("number"))?;
    let Some(number) = number else { return Ok(None) };
    let stands = latest(tx, Kind::Issue, &number.to_string()).await?.is_some_and(|l| !l.withdrawn);
    Ok(u64::try_from(number).ok().filter(|_| stands))
}

async fn recorded_items(tx: &mut Tx, issue: i64) -> Result<Vec<i64>, StoreError> {
    on!(tx tx, c => sqlx::query_scalar("select id from agenda_item where issue_id = $1 order by id").bind(issue).fetch_all(c).await)
        .map_err(StoreError::database("items"))
}

/// Puts an item on record into an issue.
pub(super) async fn place(tx: &mut Tx, item: i64, issue: i64) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query("update agenda_item set issue_id = $1 where id = $2").bind(issue).bind(item).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("item"))
}

/// What goes out because issues changed.
pub(super) struct Public<'a> {
    moving: Moving<'a>,
    act: &'a Act<'a>,
    projecting: Projecting,
    end: End,
    /// The addresses that have a new version.
    pub(super) made: Vec<String>,
}

impl<'a> Public<'a> {
    pub(super) fn new(moving: Moving<'a>, act: &'a Act<'a>) -> Public<'a> {
        Public { moving, act, projecting: Projecting::default(), end: End::default(), made: Vec::new() }
    }

    /// The way of an issue as it was published last.
    async fn journey(&mut self, tx: &mut Tx, issue: i64) -> Result<Journey, StoreError> {
        match project::project(tx, &mut self.projecting, Kind::Issue, issue).await? {
            Some((Record::Issue(record), _)) => Ok(record.journey.map(|j| *j).unwrap_or_default()),
            _ => Ok(Journey::default()),
        }
    }

    /// Publishes an issue whose journey changed.
    pub(super) async fn issue(
        &mut self,
        tx: &mut Tx,
        issue: i64,
        also: &[(String, String)],
        change: impl FnOnce(&mut Journey),
    ) -> Result<(), StoreError> {
        let Some((Record::Issue(mut record), mut numbers)) = project::project(tx, &mut self.projecting, Kind::Issue, issue).await? else {
            return Ok(());
        };
        let mut journey = record.journey.take().map(|j| *j).unwrap_or_default();
        change(&mut journey);
        // An issue with nothing to tell besides its items says so by telling nothing.
        record.journey = (journey != Journey::default()).then(|| Box::new(journey));
        numbers.extend(also.iter().cloned());
        self.one(tx, &Record::Issue(record), &numbers).await
    }

    /// Publishes items, with their decisions, that are public and changed their issue.
    pub(super) async fn items(&mut self, tx: &mut Tx, items: &[i64]) -> Result<(), StoreError> {
        for item in items {
            let decisions: Vec<i64> =
                on!(tx &mut *tx, c => sqlx::query_scalar("select id from decision where item_id = $1").bind(*item).fetch_all(c).await)
                    .map_err(StoreError::database("decision"))?;
            let hanging = decisions.into_iter().map(|id| (Kind::Decision, id));
            for (kind, id) in std::iter::once((Kind::Item, *item)).chain(hanging) {
                let Some((record, numbers)) = project::project(tx, &mut self.projecting, kind, id).await? else { continue };
                // What was never published does not become public by this.
                if latest(tx, kind, &record.key()).await?.is_some_and(|l| !l.withdrawn) {
                    self.one(tx, &record, &numbers).await?;
                }
            }
        }
        Ok(())
    }

    async fn one(&mut self, tx: &mut Tx, record: &Record, numbers: &[(String, String)]) -> Result<(), StoreError> {
        let because = Because { by: self.moving.office, reason: self.moving.why };
        if publish(tx, &mut self.end, self.act, because, record, numbers).await?.is_some() {
            self.made.push(redress::public::address(record.kind(), &record.key()));
        }
        Ok(())
    }
}
