//! Meetings: found by number when the day agrees, else by body and day.

use redress::draft::MeetingDraft;
use redress::meeting::{MeetingRef, NOT_RECORDED, meeting_key};

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_meeting(&mut self, draft: &MeetingDraft) -> Result<i64, StoreError> {
        let id = self.find_or_make_meeting(&draft.meeting, draft.foreign_id.as_deref(), draft.body_foreign_id.as_deref()).await?;
        self.note("meeting", id, draft.clone())?;
        Ok(id)
    }

    pub(super) async fn find_or_make_meeting(
        &mut self,
        meeting: &MeetingRef,
        number: Option<&str>,
        body_number: Option<&str>,
    ) -> Result<i64, StoreError> {
        let failed = StoreError::database("meeting");
        let date = meeting.date.map(|d| d.to_string());
        let body = match &meeting.body {
            Some(name) => Some(self.find_or_make_body(name, body_number).await?),
            None => None,
        };
        for id in self.by_number("meeting", number).await? {
            let on: Option<String> =
                on!(tx &mut *self.tx, c => sqlx::query_scalar("select on_date from meeting where id = $1").bind(id).fetch_one(c).await)
                    .map_err(&failed)?;
            if date.is_none() || on == date {
                if let Some(body) = body {
                    self.name_meeting(id, meeting, body).await?;
                }
                return Ok(id);
            }
        }
        if let (Some(body), Some(date)) = (body, &date) {
            let same_day: Vec<i64> = on!(tx &mut *self.tx, c => sqlx::query_scalar(
                "select id from meeting where body_id = $1 and on_date = $2 order by id").bind(body).bind(date).fetch_all(c).await)
            .map_err(&failed)?;
            for id in same_day {
                let numbers: Vec<String> = on!(tx &mut *self.tx, c => sqlx::query_scalar(
                    "select number from foreign_number where what = 'meeting' and record_id = $1").bind(id).fetch_all(c).await)
                .map_err(&failed)?;
                // Two numbers on one day are two meetings; a source without a number means the first.
                if numbers.is_empty() || number.is_none() || numbers.iter().any(|n| Some(n.as_str()) == number) {
                    self.remember_number("meeting", number, id).await?;
                    return Ok(id);
                }
            }
        } else if let Some(id) = self.meeting_by_key(NOT_RECORDED).await? {
            // Items whose source names no meeting are gathered on one page that says so.
            if number.is_none() {
                return Ok(id);
            }
        }
        let id = self.next_id("select coalesce(max(id), 0) + 1 from meeting").await?;
        let wanted = self.key_of(meeting, body).await?;
        let key = self.free_word("select count(*) from meeting where key = $1", wanted).await?;
        on!(tx &mut *self.tx, c => sqlx::query("insert into meeting (id, key, body_id, on_date, record) values ($1, $2, $3, $4, '{}')")
            .bind(id).bind(key).bind(body).bind(&date).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.remember_number("meeting", number, id).await?;
        Ok(id)
    }

    /// A meeting known by its number alone gets its body, and its address with it: nothing of it was published before.
    async fn name_meeting(&mut self, id: i64, meeting: &MeetingRef, body: i64) -> Result<(), StoreError> {
        let failed = StoreError::database("meeting");
        let (key, known, on_date): (String, Option<i64>, Option<String>) = on!(tx &mut *self.tx, c =>
            sqlx::query_as("select key, body_id, on_date from meeting where id = $1").bind(id).fetch_one(c).await)
        .map_err(&failed)?;
        if known.is_some() {
            return Ok(());
        }
        let items: i64 = on!(tx &mut *self.tx, c => sqlx::query_scalar("select count(*) from agenda_item where meeting_id = $1").bind(id).fetch_one(c).await)
            .map_err(&failed)?;
        let date = meeting.date.or_else(|| on_date.as_deref().and_then(|d| d.parse().ok()));
        let key = if items == 0 {
            let wanted = self.key_of(&MeetingRef { date, ..meeting.clone() }, Some(body)).await?;
            self.free_word("select count(*) from meeting where key = $1", wanted).await?
        } else {
            key
        };
        on!(tx &mut *self.tx, c => sqlx::query("update meeting set key = $1, body_id = $2, on_date = $3 where id = $4")
            .bind(key).bind(body).bind(date.map(|d| d.to_string())).bind(id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.stale.push((redress::public::Kind::Meeting, id));
        Ok(())
    }

    /// The address uses the body's own word, so that an alias leads to the same page.
    async fn key_of(&mut self, meeting: &MeetingRef, body: Option<i64>) -> Result<String, StoreError> {
        let (date, body) = match (meeting.date, body) {
            (Some(date), Some(body)) => (date, body),
            (Some(date), None) => return Ok(format!("{date}-{NOT_RECORDED}")),
            (None, _) => return Ok(meeting_key(meeting)),
        };
        let slug: String =
            on!(tx &mut *self.tx, c => sqlx::query_scalar("select slug from body where id = $1").bind(body).fetch_one(c).await)
                .map_err(StoreError::database("body"))?;
        Ok(format!("{date}-{slug}"))
    }

    async fn meeting_by_key(&mut self, key: &str) -> Result<Option<i64>, StoreError> {
        on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from meeting where key = $1").bind(key).fetch_optional(c).await)
            .map_err(StoreError::database("meeting"))
    }
}
