//! A backup: the desk's tables as JSON lines, the kept files, and a manifest of hashes, in one tar file.
//!
//! It reads the same from SQLite and PostgreSQL, so it also moves a council from one to the other. The register is not
//! in it: it is made again from the desk's publication log.

mod tables;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::path::Path;

use serde_json::Value;
use sqlx::{AssertSqlSafe, Row};

use self::tables::{Sort, Table};
use crate::StoreError;
use crate::blob::Shelf;
use crate::chain::{hex, sha256};
use crate::db::{Db, Tx};
use crate::desk::Desk;
use crate::on;
use crate::verify::{Fault, Report};

/// Rows read at once.
const AT_ONCE: i64 = 2_000;
const MANIFEST: &str = "manifest.json";

fn disk(doing: &str, path: &Path) -> impl Fn(std::io::Error) -> StoreError {
    let doing = format!("{doing} {}", path.display());
    move |source| StoreError::Disk { doing: doing.clone(), source }
}

/// Writes a backup. `file` must not exist; it is complete only when this returns without an error.
pub async fn write(desk: &Desk, file: &Path) -> Result<u64, StoreError> {
    let failed = disk("the backup could not be written:", file);
    let mut tar = tar::Builder::new(File::create_new(file).map_err(&failed)?);
    let mut manifest = BTreeMap::new();
    for table in tables::all() {
        let (lines, hash) = table_lines(&desk.db, &table, &failed).await?;
        let name = format!("desk/{}.jsonl", table.name);
        append(&mut tar, &name, lines, &failed)?;
        manifest.insert(name, hash);
    }
    for (shelf, hash) in desk.kept_files().await? {
        let Some(bytes) = desk.files.fetch(shelf, &hash).await? else { continue };
        let name = format!("{}/{hash}", shelf.folder());
        let mut header = header(bytes.len() as u64);
        tar.append_data(&mut header, &name, bytes.as_slice()).map_err(&failed)?;
        manifest.insert(name, sha256(&bytes));
    }
    let listed = serde_json::to_vec_pretty(&manifest).map_err(StoreError::body("manifest"))?;
    tar.append_data(&mut header(listed.len() as u64), MANIFEST, listed.as_slice()).map_err(&failed)?;
    tar.into_inner().and_then(|f| f.sync_all()).map_err(&failed)?;
    Ok(manifest.len() as u64)
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header
}

fn append(
    tar: &mut tar::Builder<File>,
    name: &str,
    mut lines: File,
    failed: &impl Fn(std::io::Error) -> StoreError,
) -> Result<(), StoreError> {
    let size = lines.stream_position().map_err(failed)?;
    lines.rewind().map_err(failed)?;
    tar.append_data(&mut header(size), name, lines).map_err(failed)
}

/// A table's rows as JSON lines in a file of its own: tar wants to know the size first.
async fn table_lines(db: &Db, table: &Table, failed: &impl Fn(std::io::Error) -> StoreError) -> Result<(File, String), StoreError> {
    use sha2::Digest;
    let columns: Vec<String> = table.columns.iter().map(|(c, _)| format!("cast({c} as text)")).collect();
    let order: Vec<String> = (1..=table.columns.len().min(4)).map(|n| n.to_string()).collect();
    // Numbers cast to text sort as text; any steady order will do for paging.
    let sql = format!("select {} from {} order by {} limit {AT_ONCE} offset $1", columns.join(", "), table.name, order.join(", "));
    let mut file = tempfile::tempfile().map_err(failed)?;
    let mut hasher = sha2::Sha256::new();
    let mut offset = 0i64;
    loop {
        let rows: Vec<Vec<Option<String>>> = on!(db db, pool => {
            let rows = sqlx::query(AssertSqlSafe(sql.clone())).bind(offset).fetch_all(pool).await;
            rows.and_then(|rows| rows.iter().map(|r| (0..table.columns.len()).map(|i| r.try_get(i)).collect()).collect())
        })
        .map_err(StoreError::database("table"))?;
        let read = rows.len();
        for row in rows {
            let mut line = serde_json::to_vec(&values(table, row)).map_err(StoreError::body("row"))?;
            line.push(b'\n');
            hasher.update(&line);
            file.write_all(&line).map_err(failed)?;
        }
        offset += AT_ONCE;
        if i64::try_from(read).unwrap_or(0) < AT_ONCE {
            break;
        }
    }
    Ok((file, hex(&hasher.finalize())))
}

fn values(table: &Table, row: Vec<Option<String>>) -> Vec<Value> {
    let value = |sort: Sort, text: String| match sort {
        Sort::Text => Value::String(text),
        Sort::Number => text.parse::<i64>().map_or(Value::Null, Value::from),
        Sort::Truth => Value::Bool(matches!(text.as_str(), "1" | "true")),
    };
    row.into_iter().zip(&table.columns).map(|(text, (_, sort))| text.map_or(Value::Null, |t| value(*sort, t))).collect()
}

/// Checks every entry of a backup against its manifest.
pub fn verify(file: &Path) -> Result<Report, StoreError> {
    let failed = disk("the backup could not be read:", file);
    let mut report = Report::default();
    let mut found = BTreeMap::new();
    let mut manifest: Option<BTreeMap<String, String>> = None;
    let mut archive = tar::Archive::new(File::open(file).map_err(&failed)?);
    for entry in archive.entries().map_err(&failed)? {
        let mut entry = entry.map_err(&failed)?;
        let name = entry.path().map_err(&failed)?.to_string_lossy().into_owned();
        if name == MANIFEST {
            let mut text = String::new();
            entry.read_to_string(&mut text).map_err(&failed)?;
            manifest = serde_json::from_str(&text).ok();
        } else {
            found.insert(name, hash_of(&mut entry).map_err(&failed)?);
            report.files += 1;
        }
    }
    let fault = |at: &str, why: &str| Fault { what: "backup".into(), at: at.into(), why: why.into() };
    let Some(manifest) = manifest else {
        report.faults.push(fault(MANIFEST, "the manifest is missing or cannot be read: the backup was cut short or altered"));
        return Ok(report);
    };
    for (name, hash) in &manifest {
        match found.remove(name) {
            None => report.faults.push(fault(name, "it is missing")),
            Some(h) if h != *hash => report.faults.push(fault(name, "it was altered")),
            Some(_) => {}
        }
    }
    report.faults.extend(found.keys().map(|name| fault(name, "the manifest does not know it")));
    Ok(report)
}

fn hash_of(from: &mut impl Read) -> std::io::Result<String> {
    use sha2::Digest;
    let mut hasher = sha2::Sha256::new();
    let mut buffer = [0; 65_536];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        hasher.update(&buffer[..read]);
    }
    Ok(hex(&hasher.finalize()))
}

/// Reads a backup into an empty desk, all of it or nothing.
pub async fn restore(desk: &Desk, file: &Path) -> Result<u64, StoreError> {
    let failed = disk("the backup could not be read:", file);
    let mut tx = desk.db.write().await?;
    let mut rows = 0;
    let mut archive = tar::Archive::new(File::open(file).map_err(&failed)?);
    for entry in archive.entries().map_err(&failed)? {
        let mut entry = entry.map_err(&failed)?;
        let name = entry.path().map_err(&failed)?.to_string_lossy().into_owned();
        if let Some(table) = tables::all().find(|t| name == format!("desk/{}.jsonl", t.name)) {
            for line in BufReader::new(entry).lines() {
                let row: Vec<Value> = serde_json::from_str(&line.map_err(&failed)?).map_err(StoreError::body(name.clone()))?;
                insert(&mut tx, &table, row).await?;
                rows += 1;
            }
        } else if let Some(shelf) = Shelf::ALL.into_iter().find(|shelf| name.starts_with(&format!("{}/", shelf.folder()))) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(&failed)?;
            desk.files.keep(shelf, &bytes).await?;
        }
    }
    tx.commit().await?;
    Ok(rows)
}

async fn insert(tx: &mut Tx, table: &Table, row: Vec<Value>) -> Result<(), StoreError> {
    let columns: Vec<&str> = table.columns.iter().map(|(c, _)| *c).collect();
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let sql = format!("insert into {} ({}) values ({})", table.name, columns.join(", "), places.join(", "));
    on!(tx tx, c => {
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (value, (_, sort)) in row.into_iter().zip(&table.columns) {
            query = match sort {
                Sort::Text => query.bind(value.as_str().map(String::from)),
                Sort::Number => query.bind(value.as_i64()),
                Sort::Truth => query.bind(value.as_bool()),
            };
        }
        query.execute(c).await.map(|_| ())
    })
    .map_err(StoreError::database("restore"))
}

impl Desk {
    /// Whether nothing has been written yet.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let rows: i64 = on!(db &self.db, pool => sqlx::query_scalar("select count(*) from journal").fetch_one(pool).await)
            .map_err(StoreError::database("journal"))?;
        Ok(rows == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blob::Blobs;
    use crate::db::Address;

    #[tokio::test]
    async fn every_table_of_the_desk_is_in_a_backup() {
        let desk = Desk::open(&Address::Memory, Blobs::in_memory()).await.expect("a desk");
        let Db::Sqlite(pool, _) = &desk.db else { panic!("memory is SQLite") };
        let names: Vec<String> = sqlx::query_scalar(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> '_sqlx_migrations' order by name",
        )
        .fetch_all(pool)
        .await
        .expect("names");
        let mut listed: Vec<&str> = tables::all().map(|t| t.name).collect();
        listed.sort_unstable();
        assert_eq!(names, listed);
        for table in tables::all() {
            let sql = format!("select name, lower(type) from pragma_table_info('{}')", table.name);
            let mut columns: Vec<(String, String)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await.expect("columns");
            columns.sort();
            let word = |sort: &Sort| match sort {
                Sort::Text => "text",
                Sort::Number => "bigint",
                Sort::Truth => "boolean",
            };
            let mut listed: Vec<(String, String)> =
                table.columns.iter().map(|(c, sort)| (c.trim_matches('"').to_string(), word(sort).to_string())).collect();
            listed.sort();
            assert_eq!(columns, listed, "{}", table.name);
        }
    }
}
