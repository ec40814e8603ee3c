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

    pub(super) async fn find_or_make_meeting(&mut self, meeting: &MeetingRef, number: Option<&str>, body_number: Option<&str>) -> Result<i64, StoreError> {
        let failed = StoreError::database("meeting");
        let date = meeting.date.map(|d| d.to_string());
        for id in self.by_number("meeting", number).await? {
            let on: Option<String> = on!(tx &mut *self.tx, c => sqlx::query_scalar("select on_date from meeting where id = $1").bind(id).fetch_one(c).await)
                .map_err(&failed)?;
            if date.is_none() || on == date {
                return Ok(id);
            }
        }
        let body = match &meeting.body {
            Some(name) => {
                let id = self.find_or_make_body(name, body_number).await?;
                self.note("body", id, redress::draft::BodyDraft { name: name.clone(), foreign_id: body_number.map(Into::into), ..Default::default() })?;
                Some(id)
            }
            None => None,
        };
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

    /// The address uses the body's own word, so that an alias leads to the same page.
    async fn key_of(&mut self, meeting: &MeetingRef, body: Option<i64>) -> Result<String, StoreError> {
        let (Some(date), Some(body)) = (meeting.date, body) else { return Ok(meeting_key(meeting)) };
        let slug: String = on!(tx &mut *self.tx, c => sqlx::query_scalar("select slug from body where id = $1").bind(body).fetch_one(c).await)
            .map_err(StoreError::database("body"))?;
        Ok(format!("{date}-{slug}"))
    }

    async fn meeting_by_key(&mut self, key: &str) -> Result<Option<i64>, StoreError> {
        on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from meeting where key = $1").bind(key).fetch_optional(c).await)
            .map_err(StoreError::database("meeting"))
    }
}
