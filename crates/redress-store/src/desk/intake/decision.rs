//! Decisions: of an item, or on a page of their own. A page that names the meeting and title of an item is that item's.

use jiff::civil::Date;
use redress::draft::DecisionDraft;
use redress::public::Kind;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    pub(super) async fn take_decision(&mut self, draft: &DecisionDraft) -> Result<i64, StoreError> {
        let item = self.item_of_decision(draft).await?;
        let id = self.find_or_make_decision(draft, item).await?;
        self.note("decision", id, draft.clone())?;
        Ok(id)
    }

    async fn find_or_make_decision(&mut self, draft: &DecisionDraft, item: Option<i64>) -> Result<i64, StoreError> {
        let failed = StoreError::database("decision");
        let number = draft.foreign_id.as_deref();
        for id in self.by_number("decision", number).await? {
            let title: String =
                on!(tx &mut *self.tx, c => sqlx::query_scalar("select title from decision where id = $1").bind(id).fetch_one(c).await)
                    .map_err(&failed)?;
            if redress::slug::slug(&title) == redress::slug::slug(&draft.title) {
                return Ok(id);
            }
            self.report.questions.push(format!(
                "decision number {} is “{title}” on record and “{}” in this source: kept apart; which is right?",
                number.unwrap_or(""),
                draft.title
            ));
        }
        if let Some(item) = item {
            let id = self.decision_of_item(item, &draft.title, draft.decided_on).await?;
            self.remember_number("decision", number, id).await?;
            return Ok(id);
        }
        let decided = draft.decided_on.or(draft.published_on).map(|d| d.to_string());
        let known: Vec<i64> = on!(tx &mut *self.tx, c => sqlx::query_scalar(
            "select d.id from decision d where d.title = $1 and d.decided_on = $2 and d.item_id is null
               and not exists (select 1 from foreign_number f where f.what = 'decision' and f.record_id = d.id)")
            .bind(&draft.title).bind(&decided).fetch_all(c).await)
        .map_err(&failed)?;
        if let [id] = known.as_slice() {
            self.remember_number("decision", number, *id).await?;
            return Ok(*id);
        }
        let id = self.make_decision(None, &draft.title, decided).await?;
        self.remember_number("decision", number, id).await?;
        Ok(id)
    }

    /// The item that a decision page speaks of: the same body, day and title.
    async fn item_of_decision(&mut self, draft: &DecisionDraft) -> Result<Option<i64>, StoreError> {
        let Some(meeting) = draft.meeting.as_ref().filter(|m| m.date.is_some() && m.body.is_some()) else { return Ok(None) };
        let told = redress::draft::MeetingDraft { meeting: meeting.clone(), ..Default::default() };
        let meeting = self.find_or_make_meeting(meeting, None, None).await?;
        self.note("meeting", meeting, told)?;
        on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from agenda_item where meeting_id = $1 and title = $2 order by id")
            .bind(meeting).bind(&draft.title).fetch_optional(c).await)
        .map_err(StoreError::database("decision"))
    }

    /// The row of an item's decision, made where it is missing.
    pub(super) async fn decision_of_item(&mut self, item: i64, title: &str, on: Option<Date>) -> Result<i64, StoreError> {
        let known: Option<i64> =
            on!(tx &mut *self.tx, c => sqlx::query_scalar("select id from decision where item_id = $1").bind(item).fetch_optional(c).await)
                .map_err(StoreError::database("decision"))?;
        match known {
            Some(id) => Ok(id),
            None => self.make_decision(Some(item), title, on.map(|d| d.to_string())).await,
        }
    }

    async fn make_decision(&mut self, item: Option<i64>, title: &str, decided: Option<String>) -> Result<i64, StoreError> {
        let id = self.next_id("select coalesce(max(id), 0) + 1 from decision").await?;
        on!(tx &mut *self.tx, c => sqlx::query("insert into decision (id, item_id, title, decided_on, record) values ($1, $2, $3, $4, '{}')")
            .bind(id).bind(item).bind(title).bind(decided).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("decision"))?;
        Ok(id)
    }

    /// Writes what hangs on a decision: its papers, and the cases that it names.
    pub(super) async fn write_decision_parts(&mut self, id: i64, draft: &DecisionDraft) -> Result<(), StoreError> {
        self.write_papers(None, Some(id), &draft.papers).await?;
        self.write_references(Kind::Decision, id, &draft.references()).await?;
        let cases = self.cases_of(Kind::Decision, id).await?;
        self.stale.extend(cases.into_iter().map(|case| (Kind::Case, case)));
        Ok(())
    }
}
