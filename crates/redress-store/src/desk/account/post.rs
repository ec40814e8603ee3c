//! Posts, who holds them and who covers for whom: a person's roles on a day are those of their posts.

use jiff::civil::Date;
use redress::reader::Role;
use serde_json::json;

use super::{about, stamp};
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::{StoreError, on};

/// A post.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Post {
    /// Its number.
    pub id: i64,
    /// What the council calls it.
    pub title: String,
    /// The word of the role that it gives.
    pub role: String,
    /// The service or kind of clearance that it is for.
    pub area: Option<String>,
}

impl Post {
    /// The role that it gives.
    pub fn role(&self) -> Option<Role> {
        Role::of_word(&self.role)
    }
}

/// A post somebody holds, or covers for its holder.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    /// The post's number.
    pub post_id: i64,
    /// What the council calls it.
    pub title: String,
    /// The word of the role that it gives.
    pub role: String,
    /// The service or kind of clearance that it is for.
    pub area: Option<String>,
    /// The account.
    pub account_id: i64,
    /// The first day.
    pub from_date: String,
    /// The last day, where there is one.
    pub until_date: Option<String>,
    /// Why, where it is cover.
    pub covers_because: Option<String>,
}

impl Held {
    /// The role that it gives.
    pub fn role(&self) -> Option<Role> {
        Role::of_word(&self.role)
    }
}

/// First and last day; without a last one, until further notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last, which counts.
    pub until: Option<Date>,
}

const HELD: &str = "select p.id as post_id, p.title, p.role, p.area, h.account_id, h.from_date, h.until_date, null as covers_because
     from holding h join post p on p.id = h.post_id
     where h.account_id = $1 and h.from_date <= $2 and coalesce(h.until_date, '9999-12-31') >= $2
     union all
     select p.id, p.title, p.role, p.area, v.account_id, v.from_date, v.until_date, v.reason
     from cover v join post p on p.id = v.post_id
     where v.account_id = $1 and v.from_date <= $2 and v.until_date >= $2
     order by 2, 1";

impl Desk {
    /// Makes a post; one with the same title, role and area is that post.
    pub async fn make_post(&self, act: &Act<'_>, title: &str, role: Role, area: Option<&str>) -> Result<i64, StoreError> {
        let failed = StoreError::database("post");
        let mut tx = self.db.write().await?;
        let known: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "select id from post where title = $1 and role = $2 and coalesce(area, '') = $3")
            .bind(title).bind(role.word()).bind(area.unwrap_or("")).fetch_optional(c).await)
        .map_err(&failed)?;
        if let Some(id) = known {
            return Ok(id);
        }
        let id: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into post (id, title, role, area) select coalesce(max(id), 0) + 1, $1, $2, $3 from post returning id")
            .bind(title).bind(role.word()).bind(area).fetch_one(c).await)
        .map_err(&failed)?;
        let body = json!({ "title": title, "role": role.word(), "area": area });
        journal::write(&mut tx, act, "make_post", &format!("post/{id}"), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Every post.
    pub async fn posts(&self) -> Result<Vec<Post>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select id, title, role, area from post order by title, id").fetch_all(pool).await)
            .map_err(StoreError::database("posts"))
    }

    /// Appoints somebody to a post.
    pub async fn appoint(&self, act: &Act<'_>, post: i64, account: i64, days: Days) -> Result<i64, StoreError> {
        let until = days.until.map(|d| d.to_string());
        let mut tx = self.db.write().await?;
        let id: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into holding (id, post_id, account_id, from_date, until_date, appointed_by, appointed_at)
             select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6 from holding returning id")
            .bind(post).bind(account).bind(days.from.to_string()).bind(&until).bind(act.who).bind(stamp(act.at)).fetch_one(c).await)
        .map_err(StoreError::database("appointment"))?;
        let body = json!({ "post": post, "holding": id, "from": days.from.to_string(), "until": until });
        journal::write(&mut tx, act, "appoint", &about(account), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The last day of a holding. Says whether there is one of that number that lasts longer.
    pub async fn end_holding(&self, act: &Act<'_>, holding: i64, last: Date) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let account: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "update holding set until_date = $1 where id = $2 and coalesce(until_date, '9999-12-31') > $1 returning account_id")
            .bind(last.to_string()).bind(holding).fetch_optional(c).await)
        .map_err(StoreError::database("appointment"))?;
        if let Some(account) = account {
            let body = json!({ "holding": holding, "until": last.to_string() });
            journal::write(&mut tx, act, "end_holding", &about(account), &body).await?;
        }
        tx.commit().await?;
        Ok(account.is_some())
    }

    /// Arranges that somebody covers a post for a while.
    pub async fn arrange_cover(&self, act: &Act<'_>, post: i64, account: i64, days: (Date, Date), why: &str) -> Result<i64, StoreError> {
        let (from, until) = (days.0.to_string(), days.1.to_string());
        let mut tx = self.db.write().await?;
        let id: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "insert into cover (id, post_id, account_id, from_date, until_date, reason, arranged_by, arranged_at)
             select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7 from cover returning id")
            .bind(post).bind(account).bind(&from).bind(&until).bind(why).bind(act.who).bind(stamp(act.at)).fetch_one(c).await)
        .map_err(StoreError::database("cover"))?;
        let body = json!({ "post": post, "cover": id, "from": from, "until": until, "reason": why });
        journal::write(&mut tx, act, "arrange_cover", &about(account), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The posts that an account holds or covers on a day.
    pub async fn posts_of(&self, account: i64, day: Date) -> Result<Vec<Held>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(HELD).bind(account).bind(day.to_string()).fetch_all(pool).await)
            .map_err(StoreError::database("posts"))
    }

    /// The open accounts that have a role on a day: who gets a letter for that office.
    pub async fn holders_of(&self, role: Role, day: Date) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select a.id from account a where a.closed_at is null and (
               exists (select 1 from holding h join post p on p.id = h.post_id where h.account_id = a.id and p.role = $1
                       and h.from_date <= $2 and coalesce(h.until_date, '9999-12-31') >= $2)
               or exists (select 1 from cover v join post p on p.id = v.post_id where v.account_id = a.id and p.role = $1
                          and v.from_date <= $2 and v.until_date >= $2))
             order by a.id").bind(role.word()).bind(day.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("posts"))
    }

    /// The open accounts that hold or cover a post of this title and role on a day; capitals do not count.
    pub async fn holders_of_title(&self, title: &str, role: Role, day: Date) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select a.id from account a where a.closed_at is null and (
               exists (select 1 from holding h join post p on p.id = h.post_id where h.account_id = a.id and p.role = $1 and lower(p.title) = $3
                       and h.from_date <= $2 and coalesce(h.until_date, '9999-12-31') >= $2)
               or exists (select 1 from cover v join post p on p.id = v.post_id where v.account_id = a.id and p.role = $1 and lower(p.title) = $3
                          and v.from_date <= $2 and v.until_date >= $2))
             order by a.id").bind(role.word()).bind(day.to_string()).bind(title.to_lowercase()).fetch_all(pool).await)
        .map_err(StoreError::database("posts"))
    }

    /// The open accounts that hold or cover a post on a day.
    pub async fn holders_of_post(&self, post: i64, day: Date) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select a.id from account a where a.closed_at is null and (
               exists (select 1 from holding h where h.account_id = a.id and h.post_id = $1
                       and h.from_date <= $2 and coalesce(h.until_date, '9999-12-31') >= $2)
               or exists (select 1 from cover v where v.account_id = a.id and v.post_id = $1 and v.from_date <= $2 and v.until_date >= $2))
             order by a.id").bind(post).bind(day.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("posts"))
    }

    /// Gives somebody a seat on a body.
    pub async fn seat(&self, act: &Act<'_>, account: i64, body_slug: &str, days: Days) -> Result<(), StoreError> {
        let until = days.until.map(|d| d.to_string());
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into account_seat (account_id, body_slug, from_date, until_date) values ($1, $2, $3, $4)
             on conflict (account_id, body_slug, from_date) do update set until_date = excluded.until_date")
            .bind(account).bind(body_slug).bind(days.from.to_string()).bind(&until).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("seat"))?;
        let body = json!({ "body": body_slug, "from": days.from.to_string(), "until": until });
        journal::write(&mut tx, act, "seat", &about(account), &body).await?;
        tx.commit().await
    }
}
