//! Which case follows which. Circles are refused before anything is written.

use redress::ombudsman::follows::{CannotLink, CarriedForward, CaseKey, Follows, Link, Relation};
use serde_json::json;

use super::{case_file::KeptCase, next};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

type Row = (String, String, String, Option<String>, String, String);

fn link((later, earlier, relation, paper, by, on): Row) -> Result<Link, StoreError> {
    let damaged = |what: &str| StoreError::Damaged(format!("a link between cases has {what} that is none"));
    Ok(Link {
        later: CaseKey::read(&later).map_err(|_| damaged("a case"))?,
        earlier: CaseKey::read(&earlier).map_err(|_| damaged("a case"))?,
        relation: Relation::of_word(&relation).ok_or_else(|| damaged("a relation"))?,
        by,
        on: on.parse().map_err(|_| damaged("a day"))?,
        paper,
    })
}

/// Writes a link of a later case and an earlier one; the same link twice is one.
pub(super) async fn write(
    tx: &mut Tx,
    (later, earlier): (i64, i64),
    relation: Relation,
    paper: Option<&str>,
    on: &str,
    act: &Act<'_>,
) -> Result<(), StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from case_link").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into case_link (id, later_case_id, earlier_case_id, relation, paper, linked_by, linked_on) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing")
        .bind(id).bind(later).bind(earlier).bind(relation.word()).bind(paper).bind(act.who).bind(on).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("links between cases"))?;
    let body = json!({ "earlier": earlier, "relation": relation.word(), "paper": paper });
    journal::write(tx, act, "link_cases", &format!("case_file {later}"), &body).await
}

impl Desk {
    /// Every link between cases, and every recommendation that was carried forward.
    pub async fn follows(&self) -> Result<Follows, StoreError> {
        let failed = StoreError::database("links between cases");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select a.key, b.key, l.relation, l.paper, l.linked_by, l.linked_on from case_link l
             join case_file a on a.id = l.later_case_id join case_file b on b.id = l.earlier_case_id order by l.id").fetch_all(pool).await)
        .map_err(&failed)?;
        let mut follows = Follows::default();
        for row in rows {
            // What the table holds was checked when it was written.
            follows.link(link(row)?).map_err(|why| StoreError::Damaged(why.to_string()))?;
        }
        let carried: Vec<(String, i64, String, i64, String, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select f.key, r.number, i.key, c.letter_id, c.carried_by, c.carried_on from carried_forward c
             join recommendation r on r.id = c.recommendation_id join case_file f on f.id = r.case_file_id
             join case_file i on i.id = c.into_case_id order by c.carried_on, f.key, r.number").fetch_all(pool).await)
        .map_err(failed)?;
        for (case, number, into, letter, by, on) in carried {
            let keys = (CaseKey::read(&case), CaseKey::read(&into), on.parse());
            let (Ok(case), Ok(into), Ok(on)) = keys else {
                return Err(StoreError::Damaged(format!("letter {letter}: what it carried forward")));
            };
            follows.carry(CarriedForward { recommendation: format!("{case}/{number}"), into, by, on, letter: letter.to_string() });
        }
        Ok(follows)
    }

    /// Links two cases; the inner answer says why it cannot be.
    pub async fn link_cases(
        &self,
        later: &KeptCase,
        earlier: &KeptCase,
        relation: Relation,
        paper: Option<&str>,
        on: jiff::civil::Date,
        act: &Act<'_>,
    ) -> Result<Result<(), CannotLink>, StoreError> {
        let mut follows = self.follows().await?;
        let new =
            Link { later: later.key.clone(), earlier: earlier.key.clone(), relation, by: act.who.into(), on, paper: paper.map(Into::into) };
        if let Err(why) = follows.link(new) {
            return Ok(Err(why));
        }
        let mut tx = self.db.write().await?;
        write(&mut tx, (later.id, earlier.id), relation, paper, &on.to_string(), act).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }
}
