//! Papers: of an item or a decision, or from an answer of their own.

use redress::draft::PaperDraft;
use redress::paper::Paper;
use redress::public::Kind;

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    /// Gives every paper of an item or a decision its row.
    pub(super) async fn write_papers(&mut self, item: Option<i64>, decision: Option<i64>, papers: &[Paper]) -> Result<(), StoreError> {
        let failed = StoreError::database("paper");
        let known: Vec<(i64, String)> = on!(tx &mut *self.tx, c => match (item, decision) {
            (Some(item), _) => sqlx::query_as("select id, title from paper where item_id = $1 order by id").bind(item).fetch_all(c).await,
            (None, Some(decision)) => sqlx::query_as("select id, title from paper where decision_id = $1 order by id").bind(decision).fetch_all(c).await,
            (None, None) => Ok(Vec::new()),
        })
        .map_err(&failed)?;
        for paper in papers {
            let record = serde_json::to_string(paper).map_err(StoreError::body("paper"))?;
            let numbered = self.by_number("document", paper.foreign_id.as_deref()).await?;
            let twin = known.iter().find(|(id, title)| numbered.contains(id) || *title == paper.title).map(|(id, _)| *id);
            // An answer may have told of the paper before the page that it belongs to was imported.
            let twin = twin.or_else(|| numbered.first().copied());
            let id = match twin {
                Some(id) => {
                    on!(tx &mut *self.tx, c => sqlx::query("update paper set item_id = $1, decision_id = $2, record = $3 where id = $4")
                        .bind(item).bind(decision).bind(&record).bind(id).execute(c).await.map(|_| ()))
                    .map_err(&failed)?;
                    id
                }
                None => self.make_paper(item, decision, &paper.title, &record).await?,
            };
            self.remember_number("document", paper.foreign_id.as_deref(), id).await?;
            self.stale.push((Kind::Document, id));
        }
        Ok(())
    }

    pub(super) async fn take_paper(&mut self, draft: &PaperDraft) -> Result<i64, StoreError> {
        let number = draft.paper.foreign_id.as_deref();
        let id = match self.by_number("document", number).await?.first() {
            Some(id) => *id,
            None => {
                let record = serde_json::to_string(&draft.paper).map_err(StoreError::body("paper"))?;
                let id = self.make_paper(None, None, &draft.paper.title, &record).await?;
                self.remember_number("document", number, id).await?;
                id
            }
        };
        self.note("paper", id, draft.clone())?;
        Ok(id)
    }

    async fn make_paper(&mut self, item: Option<i64>, decision: Option<i64>, title: &str, record: &str) -> Result<i64, StoreError> {
        let id = self.next_id("select coalesce(max(id), 0) + 1 from paper").await?;
        on!(tx &mut *self.tx, c => sqlx::query("insert into paper (id, item_id, decision_id, title, record) values ($1, $2, $3, $4, $5)")
            .bind(id).bind(item).bind(decision).bind(title).bind(record).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("paper"))?;
        Ok(id)
    }
}
