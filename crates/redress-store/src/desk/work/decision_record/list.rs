//! Lists of decisions at the desk: narrowed, counted, a page at a time.

use jiff::civil::Date;
use sqlx::QueryBuilder;

use super::{KeptDecision, Row, select_decisions};
use crate::StoreError;
use crate::desk::Desk;
use crate::on;

/// How a record stands, as lists are narrowed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not public yet.
    Unpublished,
    /// Public.
    Published,
    /// A request to call it in has no outcome.
    CalledIn,
    /// A later record changes it.
    Changed,
}

/// What a list asks.
#[derive(Debug, Clone, Default)]
pub struct DecisionQuery {
    /// `body`, `member`, `officer`.
    pub maker: Option<String>,
    /// Only in this state.
    pub state: Option<State>,
    /// Words in the title, letter case aside.
    pub words: Option<String>,
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day.
    pub to: Option<Date>,
    /// The page, from 1.
    pub page: u32,
    /// Records a page.
    pub per_page: u32,
}

macro_rules! push_conditions {
    ($sql:ident, $q:ident) => {
        $sql.push(" where 1 = 1");
        if let Some(maker) = &$q.maker {
            $sql.push(" and d.maker = ").push_bind(maker.as_str());
        }
        if let Some(from) = $q.from {
            $sql.push(" and d.decided_on >= ").push_bind(from.to_string());
        }
        if let Some(to) = $q.to {
            $sql.push(" and d.decided_on <= ").push_bind(to.to_string());
        }
        if let Some(words) = &$q.words {
            $sql.push(" and lower(d.title) like ").push_bind(crate::register::like(words)).push(" escape '!'");
        }
        match $q.state {
            Some(State::Unpublished) => _ = $sql.push(" and d.published_on is null"),
            Some(State::Published) => _ = $sql.push(" and d.published_on is not null"),
            Some(State::CalledIn) => {
                // An outcome stands in the record as a word; a request without one has null there.
                _ = $sql
                    .push(" and exists (select 1 from call_in c where c.decision_record_id = d.id and c.record like '%\"outcome\":null%')");
            }
            Some(State::Changed) => _ = $sql.push(" and exists (select 1 from decision_link l where l.earlier_id = d.id)"),
            None => {}
        }
    };
}

impl Desk {
    /// A page of decisions, newest first, with how many there are in all.
    pub async fn decisions(&self, q: &DecisionQuery) -> Result<(Vec<KeptDecision>, u64), StoreError> {
        let failed = StoreError::database("decisions");
        let total: i64 = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new("select count(*) from decision_record d");
            push_conditions!(sql, q);
            sql.build_query_scalar().fetch_one(pool).await
        })
        .map_err(&failed)?;
        let each = i64::from(q.per_page.clamp(1, 500));
        let offset = i64::from(q.page.saturating_sub(1)).saturating_mul(each);
        let rows: Vec<Row> = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new(select_decisions!(""));
            push_conditions!(sql, q);
            sql.push(" order by d.decided_on desc, d.id desc limit ").push_bind(each).push(" offset ").push_bind(offset);
            sql.build_query_as().fetch_all(pool).await
        })
        .map_err(&failed)?;
        let kept: Result<Vec<_>, _> = rows.into_iter().map(Row::kept).collect();
        Ok((kept?, u64::try_from(total).unwrap_or(0)))
    }

    /// Decisions of these bodies at their meetings from a day on, the newest first, that no later record ended or took the place of.
    pub async fn decisions_of_bodies(&self, bodies: &[i64], from: Date) -> Result<Vec<KeptDecision>, StoreError> {
        if bodies.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<Row> = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new(select_decisions!(""));
            sql.push(" join planned_item i on i.id = d.planned_item_id join planned_meeting m on m.id = i.planned_meeting_id where d.decided_on >= ")
                .push_bind(from.to_string());
            sql.push(
                " and d.maker = 'body' and not exists (select 1 from decision_link l
                   where (l.earlier_id = d.id and l.relation <> 'corrects') or (l.later_id = d.id and l.relation = 'corrects'))
                 and m.body_id in (",
            );
            let mut among = sql.separated(", ");
            for body in bodies {
                among.push_bind(*body);
            }
            sql.push(") order by d.decided_on desc, d.id desc");
            sql.build_query_as().fetch_all(pool).await
        })
        .map_err(StoreError::database("decisions"))?;
        rows.into_iter().map(Row::kept).collect()
    }

    /// Decisions of the executive that were published from a day on and can be called in: their windows may run.
    pub async fn decisions_in_window(&self, from: Date) -> Result<Vec<KeptDecision>, StoreError> {
        const OPEN: &str = select_decisions!("where d.rules is not null and d.published_on >= $1 order by d.published_on, d.id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(OPEN).bind(from.to_string()).fetch_all(pool).await)
            .map_err(StoreError::database("decisions"))?;
        rows.into_iter().map(Row::kept).collect()
    }
}
