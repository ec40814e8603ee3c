//! What was told to whom. A message and its letters are one transaction, so each goes once, whatever node plans it and whenever
//! the program is killed.

use std::collections::BTreeSet;

use jiff::civil::Date;
use redress::ombudsman::follow_up::{About, Addressed, Message, Person};
use serde::Serialize;
use serde_json::json;

use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::account::stamp;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// A message with those who are told and the letters that tell them.
#[derive(Debug, Clone)]
pub struct Telling {
    /// The message.
    pub message: Message,
    /// Who is told.
    pub to: Addressed,
    /// The letters; none where another message of the same round tells the same people of the same day.
    pub letters: Vec<Letter>,
}

/// A daily e-mail.
#[derive(Debug, Clone)]
pub struct Digest {
    /// To whom.
    pub account: i64,
    /// The letter.
    pub letter: Letter,
}

/// A message that went, with one of those who were told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub struct Told {
    /// The message's key.
    pub key: String,
    /// Why: the word.
    pub kind: String,
    /// The office that was meant.
    pub to_role: String,
    /// The office that stood in for it.
    pub instead_role: Option<String>,
    /// Who was told.
    pub full_name: String,
    /// The day that it was about.
    pub about_on: String,
    /// Since which day it was owed.
    pub due_on: String,
    /// When it went.
    pub sent_at: String,
}

async fn tell(tx: &mut Tx, telling: &Telling, act: &Act<'_>) -> Result<bool, StoreError> {
    let failed = StoreError::database("reminder");
    let Telling { message, to, letters } = telling;
    let (recommendation, paper, duty) = match &message.about {
        About::Recommendation(id) => (Some(*id), None, None),
        About::Duty { paper, duty } => (None, Some(*paper), Some(duty.as_str())),
    };
    let new: u64 = on!(tx &mut *tx, c => sqlx::query(
        "insert into reminder (key, recommendation_id, ombudsman_paper_id, duty, kind, to_role, about_on, due_on, sent_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing")
        .bind(&message.key).bind(recommendation).bind(paper).bind(duty).bind(message.kind).bind(message.to.word())
        .bind(message.on.to_string()).bind(message.due_on.to_string()).bind(stamp(act.at)).execute(c).await.map(|d| d.rows_affected()))
    .map_err(&failed)?;
    // Another node, or this one before it was killed, told it already.
    if new == 0 {
        return Ok(false);
    }
    for account in &to.accounts {
        on!(tx &mut *tx, c => sqlx::query("insert into reminder_told (reminder_key, account_id, instead_role) values ($1, $2, $3)")
            .bind(&message.key).bind(account).bind(to.instead.map(|t| t.word())).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    for letter in letters {
        outbox::put(tx, act.at, letter).await?;
    }
    let about = match &message.about {
        About::Recommendation(id) => format!("recommendation {id}"),
        About::Duty { paper, .. } => format!("ombudsman_paper {paper}"),
    };
    let body = json!({ "key": message.key, "told": to.accounts, "instead": to.instead.map(|t| t.word()) });
    journal::write(tx, act, "remind", &about, &body).await?;
    Ok(true)
}

async fn send_digest(tx: &mut Tx, digest: &Digest, day: Date, act: &Act<'_>) -> Result<bool, StoreError> {
    let new: u64 =
        on!(tx &mut *tx, c => sqlx::query("insert into digest (account_id, day, sent_at) values ($1, $2, $3) on conflict do nothing")
        .bind(digest.account).bind(day.to_string()).bind(stamp(act.at)).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("digest"))?;
    if new == 1 {
        outbox::put(tx, act.at, &digest.letter).await?;
        journal::write(tx, act, "digest", &format!("account/{}", digest.account), &json!({ "day": day })).await?;
    }
    Ok(new == 1)
}

impl Desk {
    /// Tells what a round planned, all or nothing; gives how many messages and daily e-mails went that had not gone before.
    pub async fn tell(&self, tellings: &[Telling], digests: &[Digest], day: Date, act: &Act<'_>) -> Result<(usize, usize), StoreError> {
        if tellings.is_empty() && digests.is_empty() {
            return Ok((0, 0));
        }
        let mut tx = self.db.write().await?;
        let (mut told, mut sent) = (0, 0);
        for telling in tellings {
            told += usize::from(tell(&mut tx, telling, act).await?);
        }
        for digest in digests {
            sent += usize::from(send_digest(&mut tx, digest, day, act).await?);
        }
        tx.commit().await?;
        Ok((told, sent))
    }

    /// The keys of everything that was told.
    pub async fn told_keys(&self) -> Result<BTreeSet<String>, StoreError> {
        let keys: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar("select key from reminder").fetch_all(pool).await)
            .map_err(StoreError::database("reminders"))?;
        Ok(keys.into_iter().collect())
    }

    /// The accounts that had their daily e-mail of a day.
    pub async fn digests_of(&self, day: Date) -> Result<BTreeSet<i64>, StoreError> {
        let accounts: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar("select account_id from digest where day = $1")
            .bind(day.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("digests"))?;
        Ok(accounts.into_iter().collect())
    }

    /// Who was told what of a recommendation, and when.
    pub async fn told_of(&self, recommendation: i64) -> Result<Vec<Told>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select r.key, r.kind, r.to_role, t.instead_role, a.full_name, r.about_on, r.due_on, r.sent_at
             from reminder r join reminder_told t on t.reminder_key = r.key join account a on a.id = t.account_id
             where r.recommendation_id = $1 order by r.sent_at, r.due_on, r.key, a.full_name").bind(recommendation).fetch_all(pool).await)
        .map_err(StoreError::database("reminders"))
    }

    /// Everybody who can be told on a day: persons with an open account, their roles, seats and posts of the day.
    pub async fn people_on(&self, day: Date) -> Result<Vec<Person>, StoreError> {
        let failed = StoreError::database("people");
        let accounts: Vec<(i64, String, Option<String>)> = on!(db &self.db, pool => sqlx::query_as(
            "select id, full_name, email from account where kind = 'person' and closed_at is null order by id").fetch_all(pool).await)
        .map_err(&failed)?;
        let seats: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select account_id, body_slug from account_seat where from_date <= $1 and coalesce(until_date, '9999-12-31') >= $1
             union select a.id, b.slug from body_seat s join account a on a.member_id = s.member_id join body b on b.id = s.body_id
             where s.from_date <= $1 and coalesce(s.until_date, '9999-12-31') >= $1")
            .bind(day.to_string()).fetch_all(pool).await)
        .map_err(failed)?;
        let held = self.appointments().await?;
        let person = |(id, name, email): (i64, String, Option<String>)| {
            let mut person = Person { email, ..Person::default() };
            person.signed_in.account = id;
            person.signed_in.name = name;
            person.signed_in.seats = seats.iter().filter(|(account, _)| *account == id).map(|(_, body)| body.clone()).collect();
            for one in held.iter().filter(|a| a.account_id == id && a.runs_on(day)) {
                let role = redress::reader::Role::of_word(&one.role);
                person.signed_in.roles.extend(role);
                person.posts.insert(one.post_id);
                if role == Some(redress::reader::Role::ServiceDirector) {
                    person.directs.extend(one.area.clone());
                }
            }
            person
        };
        Ok(accounts.into_iter().map(person).collect())
    }
}
