//! Issues: found by number, or because an item of this page already belongs to one of that title.

use redress::draft::IssueDraft;

use super::Session;
use crate::StoreError;
use crate::desk::work::issue::OWN;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_issue(&mut self, draft: &IssueDraft, items: &[i64]) -> Result<i64, StoreError> {
        let id = self.find_or_make_issue(draft, items).await?;
        self.note("issue", id, draft.clone())?;
        let failed = StoreError::database("issue");
        // What was merged goes on in the other issue.
        let id = self.goes_on_in(id).await?;
        for item in items {
            let was: Option<i64> = on!(tx &mut *self.tx, c => sqlx::query_scalar("select issue_id from agenda_item where id = $1").bind(*item).fetch_one(c).await)
                .map_err(&failed)?;
            if was == Some(id) {
                continue;
            }
            // Within an issue that the clerk keeps, the clerk's own meetings say where an item belongs.
            if was.is_some() && !draft.foreign_id.as_deref().is_some_and(|number| number.starts_with(OWN)) {
                self.report
                    .questions
                    .push(format!("an item belongs to another issue than “{}”: left where it was; which is right?", draft.title));
                continue;
            }
            on!(tx &mut *self.tx, c => sqlx::query("update agenda_item set issue_id = $1 where id = $2").bind(id).bind(*item).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
            self.stale.push((redress::public::Kind::Item, *item));
        }
        Ok(id)
    }

    async fn goes_on_in(&mut self, issue: i64) -> Result<i64, StoreError> {
        let mut id = issue;
        // A ring cannot be written, so this ends.
        loop {
            let into: Option<i64> = on!(tx &mut *self.tx, c => sqlx::query_scalar(
                "select t.into_issue_id from issue_change c join issue_change_into t on t.issue_id = c.issue_id
                 where c.issue_id = $1 and c.became = 'merged'").bind(id).fetch_optional(c).await)
            .map_err(StoreError::database("issue"))?;
            match into {
                Some(into) => id = into,
                None => return Ok(id),
            }
        }
    }

    async fn find_or_make_issue(&mut self, draft: &IssueDraft, items: &[i64]) -> Result<i64, StoreError> {
        let failed = StoreError::database("issue");
        let number = draft.foreign_id.as_deref();
        if let Some(id) = self.by_number("issue", number).await?.first() {
            return Ok(*id);
        }
        // The same file spoke of it before.
        if let Some((_, id)) = self.before.keys().find(|(kind, _)| *kind == "issue") {
            let id = *id;
            self.remember_number("issue", number, id).await?;
            return Ok(id);
        }
        for item in items {
            let of: Option<(i64, String)> = on!(tx &mut *self.tx, c => sqlx::query_as(
                "select i.id, i.title from agenda_item a join issue i on i.id = a.issue_id where a.id = $1").bind(*item).fetch_optional(c).await)
            .map_err(&failed)?;
            if let Some((id, title)) = of
                && redress::slug::slug(&title) == redress::slug::slug(&draft.title)
            {
                self.remember_number("issue", number, id).await?;
                return Ok(id);
            }
        }
        let like: i64 = on!(tx &mut *self.tx, c => sqlx::query_scalar("select count(*) from issue where title = $1").bind(&draft.title).fetch_one(c).await)
            .map_err(&failed)?;
        if like > 0 {
            self.report.questions.push(format!("another issue is also called “{}”: kept apart; are they one matter?", draft.title));
        }
        let id = self.next_id("select coalesce(max(id), 0) + 1 from issue").await?;
        on!(tx &mut *self.tx, c => sqlx::query("insert into issue (id, title, record) values ($1, $2, '{}')")
            .bind(id).bind(&draft.title).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.remember_number("issue", number, id).await?;
        Ok(id)
    }

    pub(super) async fn items_of_issue(&mut self, issue: i64) -> Result<Vec<i64>, StoreError> {
        on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from agenda_item where issue_id = $1 order by id").bind(issue).fetch_all(c).await)
            .map_err(StoreError::database("issue"))
    }
}
