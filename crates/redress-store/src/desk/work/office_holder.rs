//! Who is owed a copy by their office: members with their terms and addresses, and the monitoring officer.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress::body::BodyKind;
use redress::circulation::Person;
use redress::draft::MemberDraft;
use redress::member::Term;
use redress::reader::Role;
use serde_json::json;

use super::read;
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

fn term(from: &str, until: Option<&str>) -> Result<Term, StoreError> {
    let day = |text: &str| text.parse::<Date>().map_err(|_| StoreError::Damaged(format!("a term on the executive: {text} is no day")));
    Ok(Term { from: Some(day(from)?), to: until.map(day).transpose()? })
}

impl Desk {
    /// Every member on record with terms of office, terms on the executive, and the council's own address for them.
    pub async fn office_holders(&self) -> Result<Vec<Person>, StoreError> {
        let failed = StoreError::database("members");
        let rows: Vec<(i64, String, String)> =
            on!(db &self.db, pool => sqlx::query_as("select id, name, record from member order by name, id").fetch_all(pool).await)
                .map_err(&failed)?;
        let addresses: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select member_id, email from account where member_id is not null and email is not null and closed_at is null order by id")
            .fetch_all(pool).await)
        .map_err(&failed)?;
        let addresses: BTreeMap<i64, String> = addresses.into_iter().collect();
        let mut executive = self.executive_terms().await?;
        let mut people = Vec::new();
        for (id, name, record) in rows.into_iter().filter(|(_, _, record)| record != "{}") {
            let draft: MemberDraft = read("member", &record)?;
            let address = addresses.get(&id).cloned().or(draft.email).filter(|a| a.contains('@'));
            people.push(Person { id, name, terms: draft.terms, executive: executive.remove(&id).unwrap_or_default(), address });
        }
        Ok(people)
    }

    /// The holders of the monitoring officer's post on a day. An officer's number is the account's, less than zero.
    pub async fn monitoring_officers(&self, day: Date) -> Result<Vec<Person>, StoreError> {
        let mut people = Vec::new();
        for id in self.holders_of(Role::MonitoringOfficer, day).await? {
            let account = self.account(id).await?;
            people.extend(account.map(|a| Person { id: -id, name: a.full_name, terms: vec![], executive: vec![], address: a.email }));
        }
        Ok(people)
    }

    /// Terms on the executive: as recorded, and by seats on a body that is one.
    async fn executive_terms(&self) -> Result<BTreeMap<i64, Vec<Term>>, StoreError> {
        let failed = StoreError::database("the executive");
        let mut terms: BTreeMap<i64, Vec<Term>> = BTreeMap::new();
        let recorded: Vec<(i64, String, Option<String>)> =
            on!(db &self.db, pool => sqlx::query_as("select member_id, from_date, until_date from executive_term order by from_date").fetch_all(pool).await)
                .map_err(&failed)?;
        for (member, from, until) in recorded {
            terms.entry(member).or_default().push(term(&from, until.as_deref())?);
        }
        let seats: Vec<(i64, String, String, Option<String>)> = on!(db &self.db, pool => sqlx::query_as(
            "select a.member_id, b.name, s.from_date, s.until_date from account_seat s join account a on a.id = s.account_id
             join body b on b.slug = s.body_slug where a.member_id is not null
             union select s.member_id, b.name, s.from_date, s.until_date from body_seat s join body b on b.id = s.body_id
             where s.capacity <> 'substitute' order by 3").fetch_all(pool).await)
        .map_err(failed)?;
        for (member, body, from, until) in seats {
            if BodyKind::of(&body) == BodyKind::Executive {
                terms.entry(member).or_default().push(term(&from, until.as_deref())?);
            }
        }
        Ok(terms)
    }

    /// Records that members sit on the executive from a day, and until one where that is known.
    pub async fn seat_on_executive(&self, members: &[i64], from: Date, until: Option<Date>, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        for member in members {
            on!(tx &mut tx, c => sqlx::query(
                "insert into executive_term (member_id, from_date, until_date, recorded_by, recorded_at) values ($1, $2, $3, $4, $5)
                 on conflict (member_id, from_date) do update set until_date = excluded.until_date,
                   recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
                .bind(member).bind(from.to_string()).bind(until.map(|d| d.to_string())).bind(act.who).bind(act.at.to_string())
                .execute(c).await.map(|_| ()))
            .map_err(StoreError::database("the executive"))?;
        }
        journal::write(&mut tx, act, "seat_on_executive", "member", &json!({ "members": members, "from": from, "until": until })).await?;
        tx.commit().await
    }
}
