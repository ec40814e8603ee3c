//! The list of accounts, narrowed by words and role, a page at a time.

use jiff::civil::Date;
use redress::reader::Role;

use super::Account;
use crate::desk::Desk;
use crate::{StoreError, on};

/// What narrows the list.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words in the name or the address; empty for any.
    pub words: String,
    /// A role that it has on the day.
    pub role: Option<Role>,
    /// Closed accounts too.
    pub closed: bool,
    /// The page, from 1.
    pub page: u32,
    /// Accounts a page.
    pub per_page: u32,
}

/// A page of the list.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// The accounts, by name.
    pub accounts: Vec<Account>,
    /// How many there are on all pages.
    pub total: i64,
}

macro_rules! wanted {
    ($what:literal, $end:literal) => {
        concat!(
            "select ",
            $what,
            " from account a
             where (lower(a.full_name) like $1 escape '\\' or a.name like $1 escape '\\')
             and ($2 or a.closed_at is null)
             and ($3 = '' or exists (select 1 from holding h join post p on p.id = h.post_id where h.account_id = a.id
                    and p.role = $3 and h.from_date <= $4 and coalesce(h.until_date, '9999-12-31') >= $4)
                  or exists (select 1 from cover v join post p on p.id = v.post_id where v.account_id = a.id
                    and p.role = $3 and v.from_date <= $4 and v.until_date >= $4))",
            $end
        )
    };
}

impl Desk {
    /// The accounts that are wanted, with the roles of a day.
    pub async fn accounts(&self, wanted: &Wanted, day: Date) -> Result<Listed, StoreError> {
        let failed = StoreError::database("accounts");
        let plain: String = wanted.words.trim().to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let words = format!("%{plain}%");
        let role = wanted.role.map_or("", Role::word);
        let each = i64::from(wanted.per_page.clamp(1, 500));
        let skipped = i64::from(wanted.page.max(1) - 1) * each;
        let total = on!(db &self.db, pool => sqlx::query_scalar(wanted!("count(*)", ""))
            .bind(&words).bind(wanted.closed).bind(role).bind(day.to_string()).fetch_one(pool).await)
        .map_err(&failed)?;
        let accounts = on!(db &self.db, pool => sqlx::query_as(wanted!(
            "a.id, a.name, a.full_name, a.email, a.kind, a.member_id, a.password_set_at, a.totp_confirmed_at, a.created_at,
             a.created_by, a.closed_at, a.closed_by",
            " order by a.full_name, a.id limit $5 offset $6"))
            .bind(&words).bind(wanted.closed).bind(role).bind(day.to_string()).bind(each).bind(skipped).fetch_all(pool).await)
        .map_err(&failed)?;
        Ok(Listed { accounts, total })
    }
}
