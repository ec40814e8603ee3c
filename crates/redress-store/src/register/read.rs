//! Reading the register: one record, lists, what belongs together, the log.

use jiff::civil::Date;
use redress::public::{Kind, Record, publication::Publication, titled_address};
use sqlx::QueryBuilder;

use super::{Belonging, Change, Entry, LogQuery, LogRow, Order, Page, Published, Query, Register};
use crate::StoreError;
use crate::blob::Shelf;
use crate::on;

/// `select` with every column of a log row, then what follows it: each query stays one text that is written out once.
macro_rules! select_log_rows {
    ($rest:literal) => {
        concat!(
            r#"select p.seq, p.kind, p.key, p.version, p.title, p.body, p."foreign", p.published_at, p.by_office, p.reason, p.withdrawn, p.hash "#,
            $rest
        )
    };
}
/// The log without bodies, for lists of it. What was withdrawn is named no more; the log itself still holds its words.
const LOG_HEADS: &str = r#"p.seq, p.kind, p.key, p.version,
    case when s.withdrawn and not p.withdrawn then 'A record that was withdrawn' else p.title end as title, '' as body, '[]' as "foreign", p.published_at, p.by_office, p.reason, p.withdrawn, p.hash"#;

#[derive(sqlx::FromRow)]
struct EntryRow {
    key: String,
    title: String,
    on_date: Option<String>,
    body: Option<String>,
    body_name: Option<String>,
    service: Option<String>,
    version: i64,
}

impl Register {
    /// The last place in the log; 0 while nothing is published.
    pub async fn latest(&self) -> Result<u64, StoreError> {
        let seq: i64 = on!(db &self.db, pool => sqlx::query_scalar("select coalesce(max(seq), 0) from publication").fetch_one(pool).await)
            .map_err(StoreError::database("log"))?;
        Ok(u64::try_from(seq).unwrap_or(0))
    }

    /// The record as it stands.
    pub async fn record(&self, kind: Kind, key: &str) -> Result<Option<Published>, StoreError> {
        const ONE: &str = select_log_rows!("from standing s join publication p on p.seq = s.seq where s.kind = $1 and s.key = $2");
        let row: Option<LogRow> = on!(db &self.db, pool => sqlx::query_as(ONE).bind(kind.word()).bind(key).fetch_optional(pool).await)
            .map_err(StoreError::database("record"))?;
        row.map(opened).transpose()
    }

    /// A version of it.
    pub async fn version(&self, kind: Kind, key: &str, version: u32) -> Result<Option<Published>, StoreError> {
        const ONE: &str = select_log_rows!("from publication p where p.kind = $1 and p.key = $2 and p.version = $3");
        let row: Option<LogRow> = on!(db &self.db, pool =>
            sqlx::query_as(ONE).bind(kind.word()).bind(key).bind(i64::from(version)).fetch_optional(pool).await)
        .map_err(StoreError::database("version"))?;
        row.map(opened).transpose()
    }

    /// A page of a list.
    pub async fn list(&self, q: &Query) -> Result<Page<Entry>, StoreError> {
        let failed = StoreError::database("list");
        let total: i64 = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new("select count(*) from standing s");
            push_filters!(sql, q);
            sql.build_query_scalar().fetch_one(pool).await
        })
        .map_err(&failed)?;
        let per_page = q.per_page.clamp(1, 500);
        let offset = i64::from(q.page.saturating_sub(1)) * i64::from(per_page);
        let order = match q.order {
            Order::Newest => " order by s.on_date is null, s.on_date desc, s.position, s.key",
            Order::Oldest => " order by s.on_date is null, s.on_date, s.position, s.key",
            Order::Title => " order by s.title, s.key",
        };
        let rows: Vec<EntryRow> = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new(
                "select s.key, s.title, s.on_date, s.body, b.title as body_name, s.service, p.version
                 from standing s join publication p on p.seq = s.seq left join standing b on b.kind = 'body' and b.key = s.body");
            push_filters!(sql, q);
            sql.push(order).push(" limit ").push_bind(i64::from(per_page)).push(" offset ").push_bind(offset);
            sql.build_query_as().fetch_all(pool).await
        })
        .map_err(&failed)?;
        let entries = rows.into_iter().map(|r| r.entry(q.kind)).collect();
        Ok(Page { entries, total: u64::try_from(total).unwrap_or(0), page: q.page.max(1), per_page })
    }

    /// Whole records of a list, a page at a time; the pages may be long.
    pub async fn records(&self, q: &Query) -> Result<Vec<Published>, StoreError> {
        let offset = i64::from(q.page.saturating_sub(1)).saturating_mul(i64::from(q.per_page));
        let rows: Vec<LogRow> = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new(select_log_rows!("from standing s join publication p on p.seq = s.seq"));
            push_filters!(sql, q);
            sql.push(" order by s.on_date is null, s.on_date desc, s.position, s.key limit ").push_bind(i64::from(q.per_page));
            sql.push(" offset ").push_bind(offset);
            sql.build_query_as().fetch_all(pool).await
        })
        .map_err(StoreError::database("list"))?;
        rows.into_iter().map(opened).collect()
    }

    /// Lines for records found elsewhere, in the order asked; withdrawn and unknown ones are left out.
    pub async fn entries(&self, keys: &[(Kind, String)]) -> Result<Vec<Entry>, StoreError> {
        const ONE: &str = "select s.key, s.title, s.on_date, s.body, b.title as body_name, s.service, p.version
            from standing s join publication p on p.seq = s.seq left join standing b on b.kind = 'body' and b.key = s.body
            where s.kind = $1 and s.key = $2 and not s.withdrawn";
        let mut found = Vec::with_capacity(keys.len());
        for (kind, key) in keys {
            let row: Option<EntryRow> =
                on!(db &self.db, pool => sqlx::query_as(ONE).bind(kind.word()).bind(key).fetch_optional(pool).await)
                    .map_err(StoreError::database("list"))?;
            found.extend(row.map(|r| r.entry(*kind)));
        }
        Ok(found)
    }

    /// The standing records of a kind that belong to one thing, by day and place.
    pub async fn belonging(&self, kind: Kind, to: Belonging<'_>) -> Result<Vec<Published>, StoreError> {
        let rows: Vec<LogRow> = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new(select_log_rows!("from standing s join publication p on p.seq = s.seq"));
            if let Belonging::Case(reference) = to {
                sql.push(" join mention m on m.kind = s.kind and m.key = s.key and m.reference = ").push_bind(reference);
            }
            sql.push(" where s.kind = ").push_bind(kind.word()).push(" and not s.withdrawn");
            match to {
                Belonging::Parent(key) => { sql.push(" and s.parent = ").push_bind(key); }
                Belonging::Issue(number) => { sql.push(" and s.issue = ").push_bind(i64::try_from(number).unwrap_or(0)); }
                Belonging::Case(_) => {}
            }
            sql.push(" order by s.on_date is null, s.on_date, s.position, s.key");
            sql.build_query_as().fetch_all(pool).await
        })
        .map_err(StoreError::database("list"))?;
        rows.into_iter().map(opened).collect()
    }

    /// The publication log, newest first.
    pub async fn log(&self, q: &LogQuery) -> Result<Vec<Publication>, StoreError> {
        let rows: Vec<LogRow> = on!(db &self.db, pool => {
            let mut sql = QueryBuilder::new("select ");
            sql.push(LOG_HEADS).push(" from publication p join standing s on s.kind = p.kind and s.key = p.key where p.seq < ");
            sql.push_bind(q.before.and_then(|b| i64::try_from(b).ok()).unwrap_or(i64::MAX));
            if let Some(kind) = q.kind {
                sql.push(" and p.kind = ").push_bind(kind.word());
            }
            if let Some(key) = &q.key {
                sql.push(" and p.key = ").push_bind(key.as_str());
            }
            if let Some(since) = q.since {
                sql.push(" and p.published_at >= ").push_bind(sorting(since));
            }
            if let Some(until) = q.until {
                sql.push(" and p.published_at < ").push_bind(sorting(until));
            }
            match q.change {
                Some(Change::New) => _ = sql.push(" and p.version = 1"),
                Some(Change::Changed) => _ = sql.push(" and p.version > 1 and not p.withdrawn"),
                Some(Change::Withdrawn) => _ = sql.push(" and p.withdrawn"),
                None => {}
            }
            sql.push(" order by p.seq desc limit ").push_bind(i64::from(q.most.clamp(1, 500)));
            sql.build_query_as().fetch_all(pool).await
        })
        .map_err(StoreError::database("log"))?;
        Ok(rows.iter().filter_map(LogRow::publication).collect())
    }

    /// Whole rows of the log after a place, oldest first, for indexes and checks.
    pub async fn log_after(&self, seq: u64, most: u32) -> Result<Vec<LogRow>, StoreError> {
        const NEXT: &str = select_log_rows!("from publication p where p.seq > $1 order by p.seq limit $2");
        on!(db &self.db, pool => sqlx::query_as(NEXT).bind(i64::try_from(seq).unwrap_or(i64::MAX)).bind(i64::from(most)).fetch_all(pool).await)
            .map_err(StoreError::database("log"))
    }

    /// The years in which records of a kind are listed, newest first.
    pub async fn years(&self, kind: Kind) -> Result<Vec<i16>, StoreError> {
        let years: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select distinct year from standing where kind = $1 and year is not null and not withdrawn order by year desc")
            .bind(kind.word()).fetch_all(pool).await)
        .map_err(StoreError::database("list"))?;
        Ok(years.into_iter().filter_map(|y| i16::try_from(y).ok()).collect())
    }

    /// The services that records name, in order.
    pub async fn services(&self) -> Result<Vec<String>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select distinct service from standing where service is not null and not withdrawn order by service").fetch_all(pool).await)
        .map_err(StoreError::database("list"))
    }

    /// How many records of each kind stand.
    pub async fn counts(&self) -> Result<Vec<(Kind, u64)>, StoreError> {
        let rows: Vec<(String, i64)> = on!(db &self.db, pool => sqlx::query_as(
            "select kind, count(*) from standing where not withdrawn group by kind").fetch_all(pool).await)
        .map_err(StoreError::database("list"))?;
        let count = |kind: Kind| rows.iter().find(|(k, _)| k == kind.word()).map_or(0, |(_, n)| u64::try_from(*n).unwrap_or(0));
        Ok(Kind::ALL.iter().map(|k| (*k, count(*k))).collect())
    }

    /// The council's name.
    pub async fn authority(&self) -> Result<String, StoreError> {
        Ok(self.setting("authority").await?.unwrap_or_default())
    }

    /// A setting that the desk passes on, such as the bank holidays last imported; none in a database that holds no register yet.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let found: Result<Option<String>, sqlx::Error> = on!(db &self.db, pool =>
            sqlx::query_scalar("select value from setting where name = $1").bind(name).fetch_optional(pool).await);
        match found {
            // PostgreSQL's code for a table that is not there.
            Err(sqlx::Error::Database(e)) if e.code().as_deref() == Some("42P01") => Ok(None),
            found => found.map_err(StoreError::database("setting")),
        }
    }

    /// What the desk passes on of how the council works, as names and values: all its settings but the bank holidays.
    pub async fn settings(&self) -> Result<std::collections::BTreeMap<String, String>, StoreError> {
        let found: Result<Vec<(String, String)>, sqlx::Error> = on!(db &self.db, pool =>
            sqlx::query_as("select name, value from setting where name <> 'bank_holidays'").fetch_all(pool).await);
        match found {
            // PostgreSQL's code for a table that is not there.
            Err(sqlx::Error::Database(e)) if e.code().as_deref() == Some("42P01") => Ok(std::collections::BTreeMap::new()),
            found => Ok(found.map_err(StoreError::database("setting"))?.into_iter().collect()),
        }
    }

    /// The record that had a number in another system.
    pub async fn foreign(&self, what: &str, id: &str) -> Result<Option<(Kind, String)>, StoreError> {
        let row: Option<(String, String)> = on!(db &self.db, pool =>
            sqlx::query_as("select kind, key from foreign_number where what = $1 and number = $2").bind(what).bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("number"))?;
        Ok(row.and_then(|(kind, key)| Some((Kind::of_word(&kind)?, key))))
    }

    /// A published file.
    pub async fn file(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.files.fetch(Shelf::Documents, sha256).await
    }
}

/// The conditions of a list, for either database's builder.
macro_rules! push_filters {
    ($sql:ident, $q:ident) => {
        $sql.push(" where s.kind = ").push_bind($q.kind.word()).push(" and not s.withdrawn");
        if let Some(body) = &$q.body {
            $sql.push(" and s.body = ").push_bind(body.as_str());
        }
        if let Some(year) = $q.year {
            $sql.push(" and s.year = ").push_bind(i64::from(year));
        }
        if let Some(service) = &$q.service {
            $sql.push(" and s.service = ").push_bind(service.as_str());
        }
        if let Some(from) = $q.from {
            $sql.push(" and s.on_date >= ").push_bind(from.to_string());
        }
        if let Some(to) = $q.to {
            $sql.push(" and s.on_date <= ").push_bind(to.to_string());
        }
        for (name, value) in &$q.facets {
            $sql.push(" and exists (select 1 from facet f where f.kind = s.kind and f.key = s.key and f.name = ");
            $sql.push_bind(*name).push(" and f.value = ").push_bind(value.as_str()).push(")");
        }
        if let Some(title) = &$q.title {
            $sql.push(" and lower(s.title) like ").push_bind(like(title)).push(" escape '!'");
        }
    };
}
use push_filters;

/// `%words%` with the pattern's own signs taken as letters.
pub(crate) fn like(words: &str) -> String {
    let escaped: String =
        words.trim().to_lowercase().chars().flat_map(|c| matches!(c, '%' | '_' | '!').then_some('!').into_iter().chain([c])).collect();
    format!("%{escaped}%")
}

impl EntryRow {
    fn entry(self, kind: Kind) -> Entry {
        Entry {
            kind,
            address: titled_address(kind, &self.key, &self.title),
            key: self.key,
            title: self.title,
            on: self.on_date.and_then(|d| d.parse::<Date>().ok()),
            body: self.body,
            body_name: self.body_name,
            service: self.service,
            version: u32::try_from(self.version).unwrap_or(0),
        }
    }
}

fn opened(row: LogRow) -> Result<Published, StoreError> {
    let what = || format!("publication {}", row.seq);
    let record = if row.withdrawn { None } else { Some(serde_json::from_str::<Record>(&row.body).map_err(StoreError::body(what()))?) };
    let publication = row.publication().ok_or_else(|| {
        StoreError::Address(format!("the stored {} has a head that cannot be read; `redress verify` says whether it was altered", what()))
    })?;
    Ok(Published { publication, record })
}

/// An instant as the start of its text, so that text sorts as time whether or not it has parts of a second.
fn sorting(at: jiff::Timestamp) -> String {
    at.to_string().trim_end_matches('Z').to_string()
}
