//! What each source says of a record, and the record made from all of it.

use redress::draft::{BodyDraft, DecisionDraft, ElectionDraft, IssueDraft, ItemDraft, MeetingDraft, MemberDraft, PaperDraft, SourceKind};
use redress::merge::{Merge, precedence};
use redress::public::Kind;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Session;
use crate::StoreError;
use crate::desk::change::{Changed, fields};
use crate::on;

/// The kinds of draft, in the order in which records are made.
pub(super) const KINDS: [&str; 8] = ["body", "member", "meeting", "issue", "item", "decision", "paper", "election"];

/// The word of a source's kind as it is stored.
pub(super) fn kind_word(kind: SourceKind) -> String {
    serde_json::to_value(kind).ok().and_then(|v| v.as_str().map(Into::into)).unwrap_or_default()
}

impl Session<'_> {
    /// Notes what this source says of a record; a second mention in the same source completes the first.
    pub(super) fn note<D: Merge + Serialize + DeserializeOwned>(
        &mut self,
        kind: &'static str,
        id: i64,
        draft: D,
    ) -> Result<(), StoreError> {
        let body = StoreError::body(kind);
        let said = match self.now.remove(&(kind, id)) {
            Some(first) => {
                let mut whole: D = serde_json::from_value(first).map_err(StoreError::body(kind))?;
                whole.complete(draft);
                whole
            }
            None => draft,
        };
        self.now.insert((kind, id), serde_json::to_value(said).map_err(body)?);
        Ok(())
    }

    /// Compares with what the source said before, stores it, and makes anew every record that changed.
    pub(super) async fn keep_drafts(&mut self) -> Result<(), StoreError> {
        let failed = StoreError::database("drafts");
        let (before, now) = (std::mem::take(&mut self.before), std::mem::take(&mut self.now));
        let mut anew: Vec<(&'static str, i64)> = Vec::new();
        for ((kind, id), said) in &now {
            let changes = before.get(&(*kind, *id)).map(|was| fields(was, said));
            match changes {
                None => self.report.new.push(label(kind, said)),
                Some(changes) if changes.is_empty() => self.report.same += 1,
                Some(changes) => self.report.changed.push(Changed { record: label(kind, said), fields: changes }),
            }
            if before.get(&(*kind, *id)) != Some(said) {
                on!(tx &mut *self.tx, c => sqlx::query(
                    "insert into draft (source_id, kind, record_id, body) values ($1, $2, $3, $4)
                     on conflict (source_id, kind, record_id) do update set body = excluded.body")
                    .bind(self.source).bind(*kind).bind(*id).bind(said.to_string()).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                anew.push((kind, *id));
            }
        }
        for ((kind, id), said) in before.iter().filter(|(record, _)| !now.contains_key(record)) {
            self.report.gone.push(label(kind, said));
            on!(tx &mut *self.tx, c => sqlx::query("delete from draft where source_id = $1 and kind = $2 and record_id = $3")
                .bind(self.source).bind(*kind).bind(*id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            anew.push((kind, *id));
        }
        anew.sort_by_key(|(kind, id)| (KINDS.iter().position(|k| k == kind), *id));
        for (kind, id) in anew {
            self.remake(kind, id).await?;
        }
        Ok(())
    }

    async fn remake(&mut self, kind: &'static str, id: i64) -> Result<(), StoreError> {
        match kind {
            "body" => {
                if let Some(d) = self.all_say::<BodyDraft>(kind, id).await?
                    && self.write_record("update body set record = $1 where id = $2 and record <> $1", &d, id).await?
                {
                    self.stale.push((Kind::Body, id));
                }
            }
            "member" => {
                if let Some(d) = self.all_say::<MemberDraft>(kind, id).await?
                    && self.write_record("update member set record = $1 where id = $2 and record <> $1", &d, id).await?
                {
                    self.stale.push((Kind::Member, id));
                }
            }
            "meeting" => {
                if let Some(d) = self.all_say::<MeetingDraft>(kind, id).await?
                    && self.write_record("update meeting set record = $1 where id = $2 and record <> $1", &d, id).await?
                {
                    self.stale.push((Kind::Meeting, id));
                }
            }
            "issue" => {
                if let Some(d) = self.all_say::<IssueDraft>(kind, id).await?
                    && self.write_record("update issue set record = $1 where id = $2 and record <> $1", &d, id).await?
                {
                    self.stale.push((Kind::Issue, id));
                }
            }
            "item" => {
                if let Some(d) = self.all_say::<ItemDraft>(kind, id).await? {
                    self.write_record("update agenda_item set record = $1 where id = $2 and record <> $1", &d, id).await?;
                    self.write_item_parts(id, &d).await?;
                    self.stale.push((Kind::Item, id));
                }
            }
            "decision" => {
                if let Some(d) = self.all_say::<DecisionDraft>(kind, id).await? {
                    self.write_record("update decision set record = $1 where id = $2 and record <> $1", &d, id).await?;
                    self.write_decision_parts(id, &d).await?;
                    self.stale.push((Kind::Decision, id));
                }
            }
            "paper" => {
                if let Some(d) = self.all_say::<PaperDraft>(kind, id).await?
                    && self.write_record("update paper set record = $1 where id = $2 and record <> $1", &d.paper, id).await?
                {
                    self.stale.push((Kind::Document, id));
                }
            }
            _ => {
                if let Some(d) = self.all_say::<ElectionDraft>(kind, id).await? {
                    self.write_record("update election set record = $1 where id = $2 and record <> $1", &d, id).await?;
                }
            }
        }
        Ok(())
    }

    /// What all sources together say of a record; none where no source speaks of it any more.
    async fn all_say<D: Merge + DeserializeOwned>(&mut self, kind: &str, id: i64) -> Result<Option<D>, StoreError> {
        let mut rows: Vec<(String, String, String)> = on!(tx &mut *self.tx, c => sqlx::query_as(
            "select s.kind, s.name, d.body from draft d join source s on s.id = d.source_id where d.kind = $1 and d.record_id = $2")
            .bind(kind).bind(id).fetch_all(c).await)
        .map_err(StoreError::database("drafts"))?;
        let order = |word: &str| serde_json::from_value::<SourceKind>(word.into()).map_or(u8::MAX, precedence);
        rows.sort_by(|a, b| (order(&a.0), &a.1).cmp(&(order(&b.0), &b.1)));
        let mut whole: Option<(D, String)> = None;
        for (_, name, body) in rows {
            let draft: D = serde_json::from_str(&body).map_err(StoreError::body("draft"))?;
            match whole.as_mut() {
                None => whole = Some((draft, name)),
                Some((first, first_name)) => {
                    for field in first.complete(draft) {
                        self.report.questions.push(format!(
                            "{first_name} and {name} differ on the {field} of one {kind}; the words of {first_name} are shown"
                        ));
                    }
                }
            }
        }
        Ok(whole.map(|(draft, _)| draft))
    }

    /// Writes a record made anew; false where it says what it said, and then nothing that shows it is stale.
    async fn write_record<T: Serialize>(&mut self, sql: &'static str, record: &T, id: i64) -> Result<bool, StoreError> {
        let record = serde_json::to_string(record).map_err(StoreError::body("record"))?;
        on!(tx &mut *self.tx, c => sqlx::query(sql).bind(record).bind(id).execute(c).await.map(|done| done.rows_affected() > 0))
            .map_err(StoreError::database("record"))
    }
}

/// `item 128 Report by …`: the record's kind with what names it.
fn label(kind: &str, said: &Value) -> String {
    let text = |name: &str| said.get(name).and_then(Value::as_str);
    let meeting = said.get("meeting");
    let of_meeting = |name: &str| meeting.and_then(|m| m.get(name)).and_then(Value::as_str).unwrap_or("");
    let name = match (text("title").or(text("name")), text("number")) {
        (Some(title), Some(number)) => format!("{number} {title}"),
        (Some(title), None) => title.to_string(),
        (None, _) => format!("{} {}", of_meeting("date"), of_meeting("body")).trim().to_string(),
    };
    format!("{kind} {name}")
}
