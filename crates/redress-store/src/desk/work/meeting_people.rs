//! Who is told of what happens to a meeting: the members of the body and those who follow its items, each once.

use redress::draft::MemberDraft;

use super::meeting::PlannedMeeting;
use crate::StoreError;
use crate::desk::Desk;
use crate::on;

impl Desk {
    /// The addresses of everybody who is told, each once, in order.
    pub async fn told_of_meeting(&self, meeting: &PlannedMeeting) -> Result<Vec<String>, StoreError> {
        let failed = StoreError::database("addresses");
        let mut addresses: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select a.email from account a where a.closed_at is null and a.email is not null and (
               exists (select 1 from account_seat s where s.account_id = a.id and s.body_slug = $1
                       and s.from_date <= $2 and coalesce(s.until_date, '9999-12-31') >= $2)
               or exists (select 1 from body_seat s where s.member_id = a.member_id and s.body_id = $3
                       and s.from_date <= $2 and coalesce(s.until_date, '9999-12-31') >= $2)
               or exists (select 1 from following f join planned_item i on i.id = f.planned_item_id
                       where f.account_id = a.id and i.planned_meeting_id = $4))")
            .bind(&meeting.body_slug).bind(&meeting.on_date).bind(meeting.body_id).bind(meeting.id).fetch_all(pool).await)
        .map_err(&failed)?;
        // A member who never signs in is told at the address that the council publishes.
        let records: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select m.record from body_seat s join member m on m.id = s.member_id where s.body_id = $1
               and s.from_date <= $2 and coalesce(s.until_date, '9999-12-31') >= $2
               and not exists (select 1 from account a where a.member_id = m.id and a.closed_at is null and a.email is not null)")
            .bind(meeting.body_id).bind(&meeting.on_date).fetch_all(pool).await)
        .map_err(failed)?;
        for record in records.iter().filter(|record| *record != "{}") {
            let member: MemberDraft = serde_json::from_str(record).map_err(StoreError::body("member"))?;
            addresses.extend(member.email);
        }
        addresses.sort_by_key(|address| address.to_lowercase());
        addresses.dedup_by(|a, b| a.eq_ignore_ascii_case(b));
        Ok(addresses)
    }
}
