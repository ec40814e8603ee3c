//! Circulation person by person: the record of one version of one paper, with every receipt. Rows and receipts are only added.

use jiff::Zoned;
use jiff::civil::Date;
use redress::circulation::{CannotReceive, Circulation, Person, Receipt, ReceiptKind};
use serde_json::json;

use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// What the program is called where no person acts.
pub const PROGRAM: &str = "Redress";

/// A circulation to make.
#[derive(Debug, Clone)]
pub struct Circulating {
    /// The paper.
    pub working_paper_id: i64,
    /// Which version of its file.
    pub version: i64,
    /// Why, in the program's words.
    pub because: String,
    /// Copies are given in confidence.
    pub in_confidence: bool,
    /// Who is owed one.
    pub circulation: Circulation,
}

/// A circulation as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptCirculation {
    /// Its number at the desk.
    pub id: i64,
    /// The paper.
    pub working_paper_id: i64,
    /// Which version of its file.
    pub version: i64,
    /// Why.
    pub because: String,
    /// Copies are given in confidence.
    pub in_confidence: bool,
    /// The rows.
    pub circulation: Circulation,
    /// How often it was added to.
    pub revision: i64,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub made_at: String,
}

type Row = (i64, i64, i64, String, bool, String, i64, String, String);

const COLUMNS: &str =
    "select id, working_paper_id, version, because, in_confidence, record, revision, made_by, made_at from member_circulation";

/// The numbers that a letter needs for its link and its receipt.
#[derive(Debug, Clone, Copy)]
pub struct Going {
    /// The circulation.
    pub circulation: i64,
    /// The paper.
    pub paper: i64,
}

/// The letters that go out with a circulation.
pub type Letters<'a> = &'a (dyn Fn(Going, &Circulation) -> Vec<Letter> + Sync);

fn kept(
    (id, working_paper_id, version, because, in_confidence, record, revision, made_by, made_at): Row,
) -> Result<KeptCirculation, StoreError> {
    let circulation = read("circulation", &record)?;
    Ok(KeptCirculation { id, working_paper_id, version, because, in_confidence, circulation, revision, made_by, made_at })
}

/// What a letter that carries somebody's copy is about.
pub fn about(circulation: i64, person: i64) -> String {
    format!("member_circulation {circulation} person {person}")
}

/// The circulation and the person of a letter, where it carries a copy.
pub fn of_letter(about: &str) -> Option<(i64, i64)> {
    let (circulation, person) = about.strip_prefix("member_circulation ")?.split_once(" person ")?;
    Some((circulation.parse().ok()?, person.parse().ok()?))
}

pub(super) async fn make(tx: &mut Tx, new: &Circulating, letters: Letters<'_>, act: &Act<'_>) -> Result<i64, StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from member_circulation").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into member_circulation (id, working_paper_id, version, because, in_confidence, record, revision, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, 1, $7, $8)")
        .bind(id).bind(new.working_paper_id).bind(new.version).bind(&new.because).bind(new.in_confidence)
        .bind(written("circulation", &new.circulation)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("circulation"))?;
    let people: Vec<&str> = new.circulation.rows().iter().map(redress::circulation::Row::name).collect();
    let body = json!({ "paper": new.working_paper_id, "version": new.version, "sha256": new.circulation.sha256(), "in_confidence": new.in_confidence, "people": people });
    journal::write(tx, act, "circulate", &format!("member_circulation {id}"), &body).await?;
    for letter in letters(Going { circulation: id, paper: new.working_paper_id }, &new.circulation) {
        outbox::put(tx, act.at, &letter).await?;
    }
    Ok(id)
}

async fn fetch(tx: &mut Tx, id: i64) -> Result<Option<KeptCirculation>, StoreError> {
    let sql = format!("{COLUMNS} where id = $1");
    let row: Option<Row> = on!(tx &mut *tx, c => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(c).await)
        .map_err(StoreError::database("circulation"))?;
    row.map(kept).transpose()
}

async fn write(tx: &mut Tx, kept: &KeptCirculation, what: &str, body: &serde_json::Value, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query("update member_circulation set record = $1, revision = revision + 1 where id = $2")
        .bind(written("circulation", &kept.circulation)?).bind(kept.id).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("circulation"))?;
    journal::write(tx, act, what, &format!("member_circulation {}", kept.id), body).await
}

async fn receive(tx: &mut Tx, id: i64, person: i64, receipt: Receipt, act: &Act<'_>) -> Result<Result<(), CannotReceive>, StoreError> {
    let Some(mut kept) = fetch(tx, id).await? else { return Ok(Err(CannotReceive::NotInTheList(person))) };
    let body = json!({ "person": person, "receipt": receipt });
    if let Err(why) = kept.circulation.receive(person, receipt) {
        return Ok(Err(why));
    }
    write(tx, &kept, "receive", &body, act).await?;
    Ok(Ok(()))
}

/// Writes down what became of a letter that carries a copy; any other letter has no receipt.
async fn receipt_of_letter(tx: &mut Tx, letter: &Letter, now: &Zoned, kind: ReceiptKind) -> Result<(), StoreError> {
    let Some((id, person)) = of_letter(&letter.about) else { return Ok(()) };
    let Some(kept) = fetch(tx, id).await? else { return Ok(()) };
    let receipt =
        Receipt { at: now.datetime(), by: PROGRAM.into(), channel: "e-mail".into(), sha256: kept.circulation.sha256().into(), kind };
    let act = Act { who: PROGRAM, at: now.timestamp() };
    // What was written down by hand meanwhile stands: a receipt that cannot lie behind it is not forced in.
    let _ = receive(tx, id, person, receipt, &act).await?;
    Ok(())
}

impl Desk {
    /// Circulates a version of a paper; the letters go with it.
    pub async fn circulate_to_members(&self, new: &Circulating, letters: Letters<'_>, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = make(&mut tx, new, letters, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes down what happened to a person's copy; the inner answer says why it cannot be.
    pub async fn receive_copy(
        &self,
        id: i64,
        person: i64,
        receipt: Receipt,
        act: &Act<'_>,
    ) -> Result<Result<(), CannotReceive>, StoreError> {
        let mut tx = self.db.write().await?;
        let done = receive(&mut tx, id, person, receipt, act).await?;
        if done.is_ok() {
            tx.commit().await?;
        }
        Ok(done)
    }

    /// Brings a circulation to a day; letters go to whoever took office since. Says whether anything changed.
    pub async fn bring_circulation(
        &self,
        id: i64,
        people: &[Person],
        today: Date,
        letters: Letters<'_>,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(mut kept) = fetch(&mut tx, id).await? else { return Ok(false) };
        let before = kept.circulation.clone();
        kept.circulation.bring_to(people, today);
        if kept.circulation == before {
            return Ok(false);
        }
        write(&mut tx, &kept, "bring_circulation", &json!({ "to": today }), act).await?;
        let known: Vec<i64> = before.rows().iter().map(redress::circulation::Row::person).collect();
        let going = Going { circulation: id, paper: kept.working_paper_id };
        for letter in
            letters(going, &kept.circulation).into_iter().filter(|l| of_letter(&l.about).is_some_and(|(_, p)| !known.contains(&p)))
        {
            outbox::put(&mut tx, act.at, &letter).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// A letter was taken by the mail server; where it carries a copy, that is its receipt.
    pub async fn copy_sent(&self, claimed: &outbox::Claimed, now: &Zoned) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        outbox::sent(&mut tx, claimed.id, now.timestamp()).await?;
        receipt_of_letter(&mut tx, &claimed.letter, now, ReceiptKind::Sent).await?;
        tx.commit().await
    }

    /// A letter was not taken. Where it is given up and carries a copy, that is its receipt, and the copy is still owed.
    pub async fn copy_failed(&self, claimed: &outbox::Claimed, now: &Zoned, why: &str, for_good: bool) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let given_up = outbox::failed(&mut tx, claimed, now.timestamp(), why, for_good).await?;
        if given_up {
            receipt_of_letter(&mut tx, &claimed.letter, now, ReceiptKind::Refused { why: why.into() }).await?;
        }
        tx.commit().await
    }

    /// A circulation.
    pub async fn member_circulation(&self, id: i64) -> Result<Option<KeptCirculation>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("circulation"))?;
        row.map(kept).transpose()
    }

    /// The circulations of a paper.
    pub async fn circulations_to_members(&self, paper: i64) -> Result<Vec<KeptCirculation>, StoreError> {
        let sql = format!("{COLUMNS} where working_paper_id = $1 order by id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(paper).fetch_all(pool).await)
            .map_err(StoreError::database("circulations"))?;
        rows.into_iter().map(kept).collect()
    }

    /// The numbers of every circulation.
    pub async fn member_circulations(&self) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select id from member_circulation order by id").fetch_all(pool).await)
            .map_err(StoreError::database("circulations"))
    }

    /// The accounts of those who are in a circulation of a paper, for the rule of access.
    pub(super) async fn served_accounts(&self, paper: i64) -> Result<Vec<i64>, StoreError> {
        let all = self.circulations_to_members(paper).await?;
        let people: Vec<i64> = all.iter().flat_map(|k| k.circulation.rows()).map(redress::circulation::Row::person).collect();
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let accounts: Vec<(i64, i64)> = on!(db &self.db, pool => sqlx::query_as(
            "select id, member_id from account where member_id is not null and closed_at is null").fetch_all(pool).await)
        .map_err(StoreError::database("accounts"))?;
        let officers = people.iter().filter(|p| **p < 0).map(|p| -p);
        Ok(accounts.iter().filter(|(_, member)| people.contains(member)).map(|(id, _)| *id).chain(officers).collect())
    }
}
