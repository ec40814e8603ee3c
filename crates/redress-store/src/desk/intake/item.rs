//! Items: found by number in the other system, else by meeting and displayed number or title.

use redress::agenda::{item_key, item_slug};
use redress::draft::{ItemDraft, MeetingDraft};
use redress::public::Kind;

use super::Session;
use crate::StoreError;
use crate::db::Tx;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_item(&mut self, draft: &ItemDraft) -> Result<i64, StoreError> {
        let meeting = self.find_or_make_meeting(&draft.meeting, draft.meeting_foreign_id.as_deref(), None).await?;
        let told = MeetingDraft { meeting: draft.meeting.clone(), foreign_id: draft.meeting_foreign_id.clone(), ..MeetingDraft::default() };
        self.note("meeting", meeting, told)?;
        let id = self.find_or_make_item(draft, meeting).await?;
        self.note("item", id, draft.clone())?;
        Ok(id)
    }

    async fn find_or_make_item(&mut self, draft: &ItemDraft, meeting: i64) -> Result<i64, StoreError> {
        let failed = StoreError::database("item");
        let number = draft.foreign_id.as_deref();
        for id in self.by_number("item", number).await? {
            let of: i64 = on!(tx &mut *self.tx, c => sqlx::query_scalar("select meeting_id from agenda_item where id = $1").bind(id).fetch_one(c).await)
                .map_err(&failed)?;
            if of == meeting {
                return Ok(id);
            }
        }
        // Within a meeting the displayed number settles it; without one, the title does.
        let known: Option<(i64, String)> = on!(tx &mut *self.tx, c => match &draft.number {
            Some(n) => sqlx::query_as("select id, title from agenda_item where meeting_id = $1 and number = $2 order by id").bind(meeting).bind(n).fetch_optional(c).await,
            None => sqlx::query_as("select id, title from agenda_item where meeting_id = $1 and number is null and title = $2 order by id").bind(meeting).bind(&draft.title).fetch_optional(c).await,
        })
        .map_err(&failed)?;
        if let Some((id, title)) = known {
            if redress::slug::slug(&title) != redress::slug::slug(&draft.title) {
                self.report.questions.push(format!("one item number, two titles: “{title}” and “{}”; taken as one item", draft.title));
            }
            self.remember_number("item", number, id).await?;
            return Ok(id);
        }
        let id = self.next_id("select coalesce(max(id), 0) + 1 from agenda_item").await?;
        let meeting_key: String =
            on!(tx &mut *self.tx, c => sqlx::query_scalar("select key from meeting where id = $1").bind(meeting).fetch_one(c).await)
                .map_err(&failed)?;
        let wanted = item_key(&meeting_key, &item_slug(draft.number.as_deref(), &draft.title));
        let key = self.free_word("select count(*) from agenda_item where key = $1", wanted).await?;
        on!(tx &mut *self.tx, c => sqlx::query(
            "insert into agenda_item (id, key, meeting_id, number, title, record) values ($1, $2, $3, $4, $5, '{}')")
            .bind(id).bind(key).bind(meeting).bind(&draft.number).bind(&draft.title).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.remember_number("item", number, id).await?;
        Ok(id)
    }

    /// Writes what hangs on an item: title, references with their cases, papers, the decision's row.
    pub(super) async fn write_item_parts(&mut self, id: i64, item: &ItemDraft) -> Result<(), StoreError> {
        let failed = StoreError::database("item");
        on!(tx &mut *self.tx, c => sqlx::query("update agenda_item set title = $1, number = $2 where id = $3")
            .bind(&item.title).bind(&item.number).bind(id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.write_references(Kind::Item, id, &item.references).await?;
        self.write_papers(Some(id), None, &item.papers).await?;
        if item.decision.is_some() {
            self.decision_of_item(id, &item.title, item.meeting.date).await?;
        }
        Ok(())
    }

    /// The records that show something of an item, and so change with it.
    pub(super) async fn hanging_on_item(&mut self, id: i64) -> Result<Vec<(Kind, i64)>, StoreError> {
        let failed = StoreError::database("item");
        let decisions: Vec<i64> =
            on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from decision where item_id = $1").bind(id).fetch_all(c).await)
                .map_err(&failed)?;
        let papers: Vec<i64> =
            on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from paper where item_id = $1").bind(id).fetch_all(c).await)
                .map_err(&failed)?;
        let cases = self.cases_of(Kind::Item, id).await?;
        let of = |kind: Kind, ids: Vec<i64>| ids.into_iter().map(move |id| (kind, id));
        Ok(of(Kind::Decision, decisions).chain(of(Kind::Document, papers)).chain(of(Kind::Case, cases)).collect())
    }

    /// A passage must be read by an officer before the record is published; released at once where the officer said so.
    pub(super) async fn hold(&mut self, kind: Kind, id: i64, because: &str) -> Result<(), StoreError> {
        let failed = StoreError::database("hold");
        let at = self.taking.act.at.to_string();
        self.anything_held = true;
        on!(tx &mut *self.tx, c => sqlx::query("insert into hold (kind, record_id, because, held_at) values ($1, $2, $3, $4) on conflict do nothing")
            .bind(kind.word()).bind(id).bind(because).bind(&at).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        match self.taking.release {
            Some(why) => {
                on!(tx &mut *self.tx, c => sqlx::query(
                    "update hold set released_at = $1, released_by = $2, released_why = $3 where kind = $4 and record_id = $5 and released_at is null")
                    .bind(&at).bind(self.taking.act.who).bind(why).bind(kind.word()).bind(id).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                self.stale.push((kind, id));
            }
            None => {
                if self.is_held(kind, id).await? {
                    self.report.held.push(because.to_string());
                }
            }
        }
        Ok(())
    }

    pub(super) async fn is_held(&mut self, kind: Kind, id: i64) -> Result<bool, StoreError> {
        if !self.anything_held {
            return Ok(false);
        }
        // A decision or a paper waits with its item.
        let held: i64 = on!(tx &mut *self.tx, c => sqlx::query_scalar(
            "select count(*) from hold h where h.released_at is null and (
               (h.kind = $1 and h.record_id = $2)
               or (h.kind = 'item' and $1 = 'decision' and h.record_id in (select item_id from decision where id = $2))
               or (h.kind = 'item' and $1 = 'document' and h.record_id in (select item_id from paper where id = $2)))")
            .bind(kind.word()).bind(id).fetch_one(c).await)
        .map_err(StoreError::database("hold"))?;
        Ok(held > 0)
    }
}

/// Whether any record waits for an officer.
pub(super) async fn anything_held(tx: &mut Tx) -> Result<bool, StoreError> {
    let held: i64 = on!(tx tx, c => sqlx::query_scalar("select count(*) from hold where released_at is null").fetch_one(c).await)
        .map_err(StoreError::database("hold"))?;
    Ok(held > 0)
}
