//! Letters about cases. Logging one is the only act that writes what the Ombudsman thinks, gives more time, meets the duty to
//! reply or closes a case on the Ombudsman's side; all of it in one transaction with the letter itself.

use jiff::civil::Date;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::clock::Happened;
use redress::ombudsman::follows::{CaseKey, Relation};
use redress::ombudsman::letter::Letter;
use serde_json::json;

use super::case_file::{self, KeptCase};
use super::recommendation::{self, KeptRecommendation};
use super::{case_link, duty_clock, next, read, written};
use crate::StoreError;
use crate::blob::Shelf;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A letter as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptLetter {
    /// Its number at the desk.
    pub id: i64,
    /// The letter.
    pub letter: Letter,
    /// What it says, in an officer's words.
    pub summary: String,
    /// The hash of its file.
    pub sha256: String,
    /// The name of its file.
    pub name: String,
    /// What its file is.
    pub media: String,
    /// The size of its file.
    pub bytes: i64,
}

/// Everything that logging a letter writes down.
pub struct Logging<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// What it says, in an officer's words.
    pub summary: &'a str,
    /// The name of its file.
    pub name: &'a str,
    /// What its file is.
    pub media: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// The cases that it names, as they were and as they are with it.
    pub cases: &'a [(KeptCase, CaseFile)],
    /// Recommendations that it says something of, with what it says.
    pub recommendations: &'a [KeptRecommendation],
    /// Duties that it meets or gives more time for: paper, duty, what, day.
    pub duties: &'a [(i64, String, Happened, Date)],
    /// The case that it opens, which follows the first of its cases, with what a new file begins with.
    pub opens: Option<(&'a CaseKey, &'a CaseFile)>,
    /// Recommendations that live on in the case that it opens.
    pub carried: &'a [i64],
}

/// The outcome of logging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Logged {
    /// It has this number.
    New(i64),
    /// Somebody changed a case or a recommendation meanwhile; nothing was written.
    Changed,
}

type Row = (i64, String, String, String, String, String, i64);

fn kept((id, record, summary, sha256, name, media, bytes): Row) -> Result<KeptLetter, StoreError> {
    Ok(KeptLetter { id, letter: read("letter", &record)?, summary, sha256, name, media, bytes })
}

impl Desk {
    /// Logs a letter with everything that it moves.
    pub async fn log_letter(&self, new: &Logging<'_>, act: &Act<'_>) -> Result<Logged, StoreError> {
        let failed = StoreError::database("letter");
        let hash = self.files.keep(Shelf::Work, new.bytes).await?;
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from letter").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into letter (id, record, summary, sha256, name, media, bytes, logged_at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(id).bind(written("letter", new.letter)?).bind(new.summary).bind(&hash).bind(new.name).bind(new.media)
            .bind(i64::try_from(new.bytes.len()).unwrap_or(i64::MAX)).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        let body = json!({ "letter": new.letter, "sha256": hash, "name": new.name });
        journal::write(&mut tx, act, "log_letter", &format!("letter {id}"), &body).await?;
        for (seen, file) in new.cases {
            on!(tx &mut tx, c => sqlx::query("insert into letter_case (letter_id, case_file_id) values ($1, $2)")
                .bind(id).bind(seen.id).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            let moved = seen.file != *file;
            if moved && !case_file::change(&mut tx, seen, file, "close_by_ombudsman", &json!({ "letter": id }), act).await? {
                return Ok(Logged::Changed);
            }
        }
        for seen in new.recommendations {
            let said = json!({ "letter": id, "view": seen.tracked.view(), "expected": seen.tracked.expected() });
            if !recommendation::change(&mut tx, seen, "ombudsman_says", &said, act).await? {
                return Ok(Logged::Changed);
            }
        }
        for (paper, duty, what, day) in new.duties {
            duty_clock::happened(&mut tx, *paper, duty, *what, *day, &format!("letter {id}: {}", new.summary), act).await?;
        }
        if let Some((key, file)) = new.opens {
            self.open_by_letter(&mut tx, id, new, (key, file), act).await?;
        }
        tx.commit().await?;
        Ok(Logged::New(id))
    }

    /// Opens the case that a letter is about, links it to the one before, and carries forward what lives on in it.
    async fn open_by_letter(
        &self,
        tx: &mut Tx,
        letter: i64,
        new: &Logging<'_>,
        (key, file): (&CaseKey, &CaseFile),
        act: &Act<'_>,
    ) -> Result<(), StoreError> {
        let failed = StoreError::database("letter");
        let into = case_file::open(tx, key, file, act).await?;
        let on = new.letter.received().to_string();
        on!(tx &mut *tx, c => sqlx::query("insert into letter_case (letter_id, case_file_id) values ($1, $2) on conflict do nothing")
            .bind(letter).bind(into).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        if let Some((earlier, _)) = new.cases.first() {
            case_link::write(tx, (into, earlier.id), Relation::RemedyNotCarriedOut, Some(new.letter.paper()), &on, act).await?;
        }
        for recommendation in new.carried {
            on!(tx &mut *tx, c => sqlx::query(
                "insert into carried_forward (recommendation_id, into_case_id, letter_id, carried_by, carried_on) values ($1, $2, $3, $4, $5)
                 on conflict do nothing")
                .bind(recommendation).bind(into).bind(letter).bind(act.who).bind(&on).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            let body = json!({ "recommendation": recommendation, "letter": letter });
            journal::write(tx, act, "carry_forward", &format!("case_file {into}"), &body).await?;
        }
        Ok(())
    }

    /// The letters of a case, by day.
    pub async fn letters_of_case(&self, case: i64) -> Result<Vec<KeptLetter>, StoreError> {
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select l.id, l.record, l.summary, l.sha256, l.name, l.media, l.bytes from letter l
             join letter_case lc on lc.letter_id = l.id where lc.case_file_id = $1 order by l.id")
            .bind(case).fetch_all(pool).await)
        .map_err(StoreError::database("letters"))?;
        let mut letters = rows.into_iter().map(kept).collect::<Result<Vec<_>, _>>()?;
        letters.sort_by_key(|l| (l.letter.day(), l.id));
        Ok(letters)
    }

    /// A letter, with the cases that it is about.
    pub async fn letter(&self, id: i64) -> Result<Option<(KeptLetter, Vec<i64>)>, StoreError> {
        let failed = StoreError::database("letter");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select id, record, summary, sha256, name, media, bytes from letter where id = $1").bind(id).fetch_optional(pool).await)
        .map_err(&failed)?;
        let Some(row) = row else { return Ok(None) };
        let cases = on!(db &self.db, pool => sqlx::query_scalar("select case_file_id from letter_case where letter_id = $1 order by 1")
            .bind(id).fetch_all(pool).await)
        .map_err(failed)?;
        Ok(Some((kept(row)?, cases)))
    }

    /// The bytes of a letter's file.
    pub async fn bytes_of_letter(&self, letter: &KeptLetter) -> Result<Option<Vec<u8>>, StoreError> {
        self.files.fetch(Shelf::Work, &letter.sha256).await
    }
}
