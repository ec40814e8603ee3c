//! Publishing an issue: its title, the items that belong to it, and its way between the bodies. What an embargo covers, and
//! what is not public at one end, stays out.

use jiff::civil::{Date, DateTime};
use redress::issue::Mention;
use redress::issue::comments::BodySaid;
use redress::issue::journey::Received;
use redress::public::issue::{Issue, Journey};
use redress::public::{Kind, Record};
use serde::Serialize;
use serde_json::json;

use super::issue::KeptIssue;
use super::issue_change::{Moving, Public, place, standing_number};
use crate::StoreError;
use crate::chain::sha256;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::project::{self, Projecting};
use crate::desk::publish::{Because, End, latest, publish, withdraw};
use crate::on;

/// What stands in public for words about an item that is heard in private.
const ASKED_IN_PRIVATE: &str = "Not public: the item was considered in private";

/// What would go out of an issue.
#[derive(Debug, Clone, Serialize)]
pub struct IssueProposal {
    /// The issue with its way.
    pub issue: Issue,
    /// The public items that belong to it: number on record, key and title.
    pub items: Vec<(i64, String, String)>,
}

impl IssueProposal {
    /// What marks exactly this: whoever publishes sends the mark of what the preview showed.
    pub fn mark(&self) -> Result<String, StoreError> {
        Ok(sha256(&serde_json::to_vec(self).map_err(StoreError::body("preview"))?))
    }
}

/// The item on record that a planned item is in public, while it stands there: its number and its key.
pub(super) async fn public_item(tx: &mut Tx, planned: i64) -> Result<Option<(i64, String)>, StoreError> {
    let row: Option<(i64, String)> = on!(tx &mut *tx, c => sqlx::query_as(
        "select a.id, a.key from planned_item i join planned_meeting m on m.id = i.planned_meeting_id
         join meeting g on g.body_id = m.body_id and g.on_date = m.on_date
         join agenda_item a on a.meeting_id = g.id and a.number = i.number where i.id = $1").bind(planned).fetch_optional(c).await)
    .map_err(StoreError::database("item"))?;
    let Some((id, key)) = row else { return Ok(None) };
    let stands = latest(tx, Kind::Item, &key).await?.is_some_and(|l| !l.withdrawn);
    Ok(stands.then_some((id, key)))
}

/// After an item was withdrawn: its issue tells nothing of it any more, and what scrutiny recommended there and what its decision
/// asked go with it.
pub(in crate::desk) async fn leave_out(tx: &mut Tx, because: Because<'_>, act: &Act<'_>, key: &str) -> Result<(), StoreError> {
    let failed = StoreError::database("withdrawal");
    let issue: Option<i64> =
        on!(tx &mut *tx, c => sqlx::query_scalar("select issue_id from agenda_item where key = $1 and issue_id is not null")
        .bind(key).fetch_optional(c).await)
        .map_err(&failed)?;
    if let Some(issue) = issue
        && standing_number(tx, issue).await?.is_some()
    {
        let on = act.at.to_zoned(jiff::tz::TimeZone::UTC).date();
        let mut public = Public::new(Moving { on, why: because.reason, office: because.by }, act);
        public.issue(tx, issue, &[], |journey| journey.leave_out(key)).await?;
    }
    withdraw_of_item(tx, because, act, &[Kind::ScrutinyRecommendation, Kind::Action], key).await
}

/// Withdraws what stands in public of these kinds and belongs to an item.
pub(in crate::desk) async fn withdraw_of_item(
    tx: &mut Tx,
    because: Because<'_>,
    act: &Act<'_>,
    kinds: &[Kind],
    key: &str,
) -> Result<(), StoreError> {
    // The key of a recommendation or an action begins with the key of the meeting, as the key of the item does.
    let meeting = key.split_once('/').map_or(key, |(meeting, _)| meeting);
    for kind in kinds.iter().copied() {
        let keys: Vec<String> = on!(tx &mut *tx, c => sqlx::query_scalar(
            "select distinct key from publication where kind = $1 and key like $2 order by key")
            .bind(kind.word()).bind(format!("{meeting}-%")).fetch_all(c).await)
        .map_err(StoreError::database("withdrawal"))?;
        for of_meeting in keys {
            let Some(last) = latest(tx, kind, &of_meeting).await?.filter(|l| !l.withdrawn) else { continue };
            let record = serde_json::from_str(&last.body).map_err(StoreError::body(format!("publication {}", last.seq)))?;
            let item = match &record {
                Record::ScrutinyRecommendation(public) => &public.item,
                Record::Action(public) => &public.item,
                _ => continue,
            };
            if item == key {
                withdraw(tx, act, because, kind, &of_meeting).await?;
            }
        }
    }
    Ok(())
}

impl Desk {
    /// The key of a planned item in public; none while it does not stand there.
    pub async fn public_key_of_item(&self, planned: i64) -> Result<Option<String>, StoreError> {
        let mut tx = self.db.write().await?;
        Ok(public_item(&mut tx, planned).await?.map(|(_, key)| key))
    }

    /// Whether an issue stands in public.
    pub async fn issue_stands(&self, issue: i64) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        Ok(standing_number(&mut tx, issue).await?.is_some())
    }

    /// What would go out of an issue now; none while none of its items is public.
    pub async fn propose_issue(&self, issue: &KeptIssue, now: DateTime) -> Result<Option<IssueProposal>, StoreError> {
        // The transaction is dropped: a number that is given here is not given.
        let mut tx = self.db.write().await?;
        self.proposal(&mut tx, issue, now).await
    }

    async fn proposal(&self, tx: &mut Tx, issue: &KeptIssue, now: DateTime) -> Result<Option<IssueProposal>, StoreError> {
        let mut items = Vec::new();
        // By their numbers at the desk, for the two ends of referrals.
        let mut keys = Vec::new();
        let mut said = Vec::new();
        // What is heard in private: of these no comment and no question goes out.
        let mut private = Vec::new();
        for item in self.planned_items_of_issue(issue.id).await? {
            if self.embargo_of_item(&item).await?.is_some_and(|e| e.covers(now)) {
                continue;
            }
            let in_private = self.private_plan(item.id).await?.is_some();
            if in_private && item.public_title.is_none() {
                continue;
            }
            let Some((id, key)) = public_item(tx, item.id).await? else { continue };
            if in_private {
                private.push(item.id);
            }
            keys.push((item.id, key.clone()));
            let met = self.planned_meeting(item.planned_meeting_id).await?.filter(|_| !in_private);
            let on: Option<Date> = met.as_ref().and_then(|m| m.on_date.parse().ok());
            if let (Some(met), Some(on), Some(words)) = (met, on, self.comment_of(item.id).await?) {
                said.push(BodySaid { body: met.body, on, said: words });
            }
            items.push((id, key, item.public_title.unwrap_or(item.title)));
        }
        for item in self.recorded_items_of_issue(issue.id).await? {
            if latest(tx, Kind::Item, &item.key).await?.is_some_and(|l| !l.withdrawn) {
                items.push((item.id, item.key, item.title));
            }
        }
        if items.is_empty() {
            return Ok(None);
        }
        let Some((Record::Issue(mut record), _)) = project::project(tx, &mut Projecting::default(), Kind::Issue, issue.id).await? else {
            return Ok(None);
        };
        let of = |item: Option<i64>| keys.iter().find(|(id, _)| Some(*id) == item).map(|(_, key)| key.as_str());
        let mut referrals = Vec::new();
        for kept in self.referrals_of_issue(issue.id).await? {
            let Some(key) = of(Some(kept.planned_item_id)) else { continue };
            // Until the other item is public, nothing is said of the other end.
            let mut referral = kept.referral(key, of(kept.taken_up_item_id));
            if let Some(referral) = referral.as_mut().filter(|_| private.contains(&kept.planned_item_id)) {
                referral.asked = ASKED_IN_PRIVATE.into();
                if let Some(Received::Declined { why, .. }) = &mut referral.received {
                    *why = ASKED_IN_PRIVATE.into();
                }
            }
            referrals.extend(referral);
        }
        let mut mentions = Vec::new();
        for earlier in self.earlier_considerations(issue.id).await? {
            let Ok(date) = earlier.on_date.parse() else { continue };
            mentions.push(Mention { date, body: Some(earlier.body_name), quote: earlier.words });
        }
        let kept = record.journey.take().unwrap_or_default();
        let journey = Journey { referrals, said, mentions, ..*kept };
        record.journey = (journey != Journey::default()).then(|| Box::new(journey));
        Ok(Some(IssueProposal { issue: record, items }))
    }

    /// Publishes what was previewed; none where it is no longer the same. Gives the addresses that have a new version.
    pub async fn publish_issue(
        &self,
        issue: &KeptIssue,
        now: DateTime,
        previewed: &str,
        moving: Moving<'_>,
        act: &Act<'_>,
    ) -> Result<Option<Vec<String>>, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(proposal) = self.proposal(&mut tx, issue, now).await? else { return Ok(None) };
        if proposal.mark()? != previewed {
            return Ok(None);
        }
        let items: Vec<i64> = proposal.items.iter().map(|(id, ..)| *id).collect();
        for item in &items {
            place(&mut tx, *item, issue.id).await?;
        }
        let mut public = Public::new(moving, act);
        let journey = proposal.issue.journey;
        public.issue(&mut tx, issue.id, &[], |stands| *stands = journey.map(|j| *j).unwrap_or_default()).await?;
        public.items(&mut tx, &items).await?;
        let made = public.made;
        if !made.is_empty() {
            let body = json!({ "published": made, "reason": moving.why });
            journal::write(&mut tx, act, "publish_issue", &format!("issue {}", issue.id), &body).await?;
            tx.commit().await?;
        }
        Ok(Some(made))
    }

    /// Publishes a record of its own; none where nothing that the public sees would change.
    pub async fn publish_record(
        &self,
        record: &Record,
        about: &str,
        moving: Moving<'_>,
        act: &Act<'_>,
    ) -> Result<Option<String>, StoreError> {
        let mut tx = self.db.write().await?;
        let because = Because { by: moving.office, reason: moving.why };
        if publish(&mut tx, &mut End::default(), act, because, record, &[]).await?.is_none() {
            return Ok(None);
        }
        let address = redress::public::address(record.kind(), &record.key());
        journal::write(&mut tx, act, "publish", about, &json!({ "published": [address], "reason": moving.why })).await?;
        tx.commit().await?;
        Ok(Some(address))
    }
}
