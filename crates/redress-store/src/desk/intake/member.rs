//! Members: found by number when the name agrees, else by the whole name.

use redress::draft::MemberDraft;
use redress::slug::slug;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_member(&mut self, draft: &MemberDraft) -> Result<i64, StoreError> {
        let id = self.find_or_make_member(draft).await?;
        self.note("member", id, draft.clone())?;
        Ok(id)
    }

    async fn find_or_make_member(&mut self, draft: &MemberDraft) -> Result<i64, StoreError> {
        let failed = StoreError::database("member");
        let name = draft.name.trim();
        let number = draft.foreign_id.as_deref();
        for id in self.by_number("member", number).await? {
            let known: String =
                on!(tx &mut *self.tx, c => sqlx::query_scalar("select name from member where id = $1").bind(id).fetch_one(c).await)
                    .map_err(&failed)?;
            if bare(&known) == bare(name) {
                return Ok(id);
            }
            self.report.questions.push(format!(
                "member number {} is “{known}” on record and “{name}” in this source: kept apart; is it one person?",
                number.unwrap_or("")
            ));
        }
        let named: Vec<(i64, String)> =
            on!(tx &mut *self.tx, c => sqlx::query_as("select id, name from member where name = $1").bind(name).fetch_all(c).await)
                .map_err(&failed)?;
        if let [(id, _)] = named.as_slice() {
            let numbered: i64 = on!(tx &mut *self.tx, c => sqlx::query_scalar(
                "select count(*) from foreign_number where what = 'member' and record_id = $1").bind(*id).fetch_one(c).await)
            .map_err(&failed)?;
            if number.is_none() || numbered == 0 {
                self.remember_number("member", number, *id).await?;
                return Ok(*id);
            }
            self.report.questions.push(format!("“{name}” is on record under another number: kept apart; is it one person?"));
        }
        let id = self.next_id("select coalesce(max(id), 0) + 1 from member").await?;
        let word = self.free_word("select count(*) from member where slug = $1", slug(&bare(name))).await?;
        on!(tx &mut *self.tx, c => sqlx::query("insert into member (id, slug, name, record) values ($1, $2, $3, '{}')")
            .bind(id).bind(word).bind(name).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        self.remember_number("member", number, id).await?;
        Ok(id)
    }
}

/// The name without the office before it.
fn bare(name: &str) -> String {
    let name = name.trim();
    ["Councillor ", "Cllr ", "Cllr. "].iter().find_map(|office| name.strip_prefix(office)).unwrap_or(name).to_string()
}
