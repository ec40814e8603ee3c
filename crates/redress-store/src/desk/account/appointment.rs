//! Appointments as the desk lists them: every holding, cover and seat, past and to come, with whose it is.

use jiff::civil::Date;
use redress::post::{Holding, Post};
use serde::Serialize;

use crate::desk::Desk;
use crate::{StoreError, on};

/// Somebody holds a post, or covers one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub struct Appointment {
    /// The number of the holding or of the cover.
    pub id: i64,
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
    /// What pages call the account.
    pub full_name: String,
    /// The first day.
    pub from_date: String,
    /// The last day, which counts.
    pub until_date: Option<String>,
    /// Why, where it is cover.
    pub covers_because: Option<String>,
}

impl Appointment {
    /// Whether it runs on a day. Days as stored sort as text.
    pub fn runs_on(&self, day: Date) -> bool {
        let day = day.to_string();
        self.from_date <= day && self.until_date.as_ref().is_none_or(|until| *until >= day)
    }

    /// Whether it is over before a day.
    pub fn is_over(&self, day: Date) -> bool {
        self.until_date.as_ref().is_some_and(|until| *until < day.to_string())
    }

    /// As the rules of posts take it; none for a cover and for days that cannot be read.
    pub fn holding(&self) -> Option<Holding> {
        if self.covers_because.is_some() {
            return None;
        }
        let until = match &self.until_date {
            Some(until) => Some(until.parse().ok()?),
            None => None,
        };
        Some(Holding { post: self.post_id, account: self.account_id, from: self.from_date.parse().ok()?, until })
    }
}

/// A seat on a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub struct Seat {
    /// The body's word in addresses.
    pub body_slug: String,
    /// The first day.
    pub from_date: String,
    /// The last day, which counts.
    pub until_date: Option<String>,
}

/// Holdings and covers of open accounts, or of one account whatever its state: `$1` is its number, or 0 for all.
const APPOINTMENTS: &str = "select h.id, p.id as post_id, p.title, p.role, p.area, a.id as account_id, a.full_name, h.from_date,
            h.until_date, null as covers_because
     from holding h join post p on p.id = h.post_id join account a on a.id = h.account_id
     where a.id = $1 or ($1 = 0 and a.closed_at is null)
     union all
     select v.id, p.id, p.title, p.role, p.area, a.id, a.full_name, v.from_date, v.until_date, v.reason
     from cover v join post p on p.id = v.post_id join account a on a.id = v.account_id
     where a.id = $1 or ($1 = 0 and a.closed_at is null)
     order by 3, 2, 8, 1";

impl Desk {
    /// What an account holds and covers, and held and covered.
    pub async fn appointments_of(&self, account: i64) -> Result<Vec<Appointment>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(APPOINTMENTS).bind(account).fetch_all(pool).await)
            .map_err(StoreError::database("appointments"))
    }

    /// What every open account holds and covers, and held and covered.
    pub async fn appointments(&self) -> Result<Vec<Appointment>, StoreError> {
        self.appointments_of(0).await
    }

    /// A holding by its number, of a closed account too.
    pub async fn appointment(&self, holding: i64) -> Result<Option<Appointment>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select h.id, p.id as post_id, p.title, p.role, p.area, a.id as account_id, a.full_name, h.from_date, h.until_date,
                    null as covers_because
             from holding h join post p on p.id = h.post_id join account a on a.id = h.account_id where h.id = $1")
            .bind(holding).fetch_optional(pool).await)
        .map_err(StoreError::database("appointment"))
    }

    /// The posts as the rules take them, but for any whose role this version does not know.
    pub async fn posts_with_roles(&self) -> Result<Vec<Post>, StoreError> {
        let known = |post: super::post::Post| Some(Post { role: post.role()?, id: post.id, title: post.title, area: post.area });
        Ok(self.posts().await?.into_iter().filter_map(known).collect())
    }

    /// The seats of an account, past ones too.
    pub async fn seats_of(&self, account: i64) -> Result<Vec<Seat>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select body_slug, from_date, until_date from account_seat where account_id = $1 order by body_slug, from_date")
            .bind(account).fetch_all(pool).await)
        .map_err(StoreError::database("seats"))
    }

    /// The bodies that somebody can have a seat on: word and name.
    pub async fn body_slugs(&self) -> Result<Vec<(String, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select slug, name from body order by name, slug").fetch_all(pool).await)
            .map_err(StoreError::database("bodies"))
    }

    /// The members on record: number and name.
    pub async fn members(&self) -> Result<Vec<(i64, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select id, name from member order by name, id").fetch_all(pool).await)
            .map_err(StoreError::database("members"))
    }
}
