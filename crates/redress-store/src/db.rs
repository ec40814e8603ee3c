//! The two databases behind one face: SQL is written once, with `$1` parameters, and runs on both.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::StoreError;

/// One of the two stores in one of the two databases.
#[derive(Debug, Clone)]
pub enum Db {
    /// A file.
    Sqlite(SqlitePool, Turn),
    /// A schema of a server's database.
    Postgres(PgPool, Turn),
}

/// Whose turn it is to write. Who waits holds no connection, so whoever writes can always read what it needs.
pub type Turn = Arc<Semaphore>;

fn turn() -> Turn {
    Arc::new(Semaphore::new(1))
}

/// A transaction in either.
pub enum Tx {
    /// In a file.
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>, OwnedSemaphorePermit),
    /// On a server.
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>, OwnedSemaphorePermit),
}

/// Runs one expression against whichever database it is; `$c` is the pool (of a `Db`) or the connection (of a `Tx`).
#[macro_export]
macro_rules! on {
    (db $db:expr, $c:ident => $run:expr) => {
        match $db {
            $crate::db::Db::Sqlite($c, _) => $run,
            $crate::db::Db::Postgres($c, _) => $run,
        }
    };
    (tx $tx:expr, $c:ident => $run:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx, _) => {
                let $c = &mut **tx;
                $run
            }
            $crate::db::Tx::Postgres(tx, _) => {
                let $c = &mut **tx;
                $run
            }
        }
    };
}

/// Which of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// The private one.
    Desk,
    /// The public one.
    Register,
}

impl Store {
    fn name(self) -> &'static str {
        match self {
            Store::Desk => "desk",
            Store::Register => "register",
        }
    }
}

/// Where the stores are, read from `sqlite:PATH` or `postgres://…`.
#[derive(Debug, Clone)]
pub enum Address {
    /// The desk's file; the register's stands beside it.
    File(PathBuf),
    /// A server's database; each store is a schema of its own.
    Server(Box<PgConnectOptions>),
    /// In memory, for trying an import without writing anything.
    Memory,
}

impl FromStr for Address {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            return Ok(Address::File(PathBuf::from(path.trim_start_matches("//"))));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(text)
                .map_err(|_| StoreError::Address("--database: the postgres:// address cannot be read".into()))?;
            return Ok(Address::Server(Box::new(options)));
        }
        Err(StoreError::Address("--database takes sqlite:PATH or postgres://…".into()))
    }
}

impl Address {
    /// The file of a store, in SQLite: `desk.db` has `register.db` beside it, `x.db` has `x.register.db`.
    pub fn file(path: &Path, store: Store) -> PathBuf {
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("desk");
        match store {
            Store::Desk => path.to_path_buf(),
            Store::Register if stem == "desk" => path.with_file_name("register.db"),
            Store::Register if stem == "register" => path.to_path_buf(),
            Store::Register => path.with_file_name(format!("{stem}.register.db")),
        }
    }
}

impl Db {
    /// Opens a store for writing, makes it where it is missing, and brings it up to date.
    pub async fn open(address: &Address, store: Store) -> Result<Db, StoreError> {
        let db = match address {
            Address::File(path) => {
                let options = sqlite(&Address::file(path, store)).create_if_missing(true);
                let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await;
                Db::Sqlite(pool.map_err(StoreError::database("file could not be opened; opening it"))?, turn())
            }
            Address::Memory => Db::Sqlite(in_memory().await?, turn()),
            Address::Server(options) => {
                let schema = store.name();
                let pool = PgPoolOptions::new().max_connections(8).connect_with((**options).clone().options([("search_path", schema)]));
                let pool = pool.await.map_err(StoreError::database("server could not be reached; connecting"))?;
                let make = format!("create schema if not exists {schema}");
                sqlx::query(sqlx::AssertSqlSafe(make)).execute(&pool).await.map_err(StoreError::database("schema"))?;
                Db::Postgres(pool, turn())
            }
        };
        db.migrate(store).await?;
        Ok(db)
    }

    /// Opens the register so that nothing can be written through it.
    pub async fn open_read_only(address: &Address) -> Result<Db, StoreError> {
        let lasting = StoreError::database("register could not be opened for reading; opening it");
        match address {
            Address::File(path) => {
                let options = sqlite(&Address::file(path, Store::Register)).read_only(true).immutable(false);
                let cores = std::thread::available_parallelism().map_or(2, usize::from);
                // One reader a core: more only makes each page fault in its own copy of the file.
                let pool = SqlitePoolOptions::new().max_connections(u32::try_from(cores).unwrap_or(2)).connect_with(options);
                Ok(Db::Sqlite(pool.await.map_err(lasting)?, turn()))
            }
            Address::Memory => Ok(Db::Sqlite(in_memory().await?, turn())),
            Address::Server(options) => {
                let options = (**options).clone().options([("search_path", "register"), ("default_transaction_read_only", "on")]);
                let pool = PgPoolOptions::new().max_connections(16).connect_with(options);
                Ok(Db::Postgres(pool.await.map_err(lasting)?, turn()))
            }
        }
    }

    async fn migrate(&self, store: Store) -> Result<(), StoreError> {
        static DESK: sqlx::migrate::Migrator = sqlx::migrate!("migrations/desk");
        static REGISTER: sqlx::migrate::Migrator = sqlx::migrate!("migrations/register");
        let steps = match store {
            Store::Desk => &DESK,
            Store::Register => &REGISTER,
        };
        on!(db self, pool => steps.run(pool).await)?;
        Ok(())
    }

    /// Begins a transaction that writes; a second writer waits.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        let failed = StoreError::database("transaction could not begin; beginning it");
        match self {
            Db::Sqlite(pool, turn) => {
                let mine = turn.clone().acquire_owned().await.map_err(|_| failed(sqlx::Error::PoolClosed))?;
                Ok(Tx::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?, mine))
            }
            Db::Postgres(pool, turn) => {
                let mine = turn.clone().acquire_owned().await.map_err(|_| failed(sqlx::Error::PoolClosed))?;
                let mut tx = pool.begin().await.map_err(&failed)?;
                // Numbers are given without a gap, so writers take turns, as they do in SQLite.
                sqlx::query("select pg_advisory_xact_lock(7368)").execute(&mut *tx).await.map_err(failed)?;
                Ok(Tx::Postgres(tx, mine))
            }
        }
    }

    /// Whether commits wait for the disk. Off, a crash of the machine may lose the last of them but never half of one.
    pub async fn wait_for_disk(&self, wait: bool) -> Result<(), StoreError> {
        if let Db::Sqlite(pool, _) = self {
            let set = if wait { "pragma synchronous = full" } else { "pragma synchronous = normal" };
            for _ in 0..pool.options().get_max_connections() {
                sqlx::query(set).execute(pool).await.map_err(StoreError::database("setting"))?;
            }
        }
        Ok(())
    }

    /// Closes every connection; in SQLite this also folds the write-ahead log into the file.
    pub async fn close(&self) {
        on!(db self, pool => pool.close().await);
    }
}

impl Tx {
    /// Makes the transaction's changes last.
    pub async fn commit(self) -> Result<(), StoreError> {
        let failed = StoreError::database("commit");
        match self {
            Tx::Sqlite(tx, _) => tx.commit().await.map_err(failed),
            Tx::Postgres(tx, _) => tx.commit().await.map_err(failed),
        }
    }
}

/// One connection: each would have a memory of its own.
async fn in_memory() -> Result<SqlitePool, StoreError> {
    let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
    let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None).connect_with(options);
    pool.await.map_err(StoreError::database("memory could not be opened; opening it"))
}

fn sqlite(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        // Long imports touch pages all over the file: keep 32 MiB of them, and fold the log back in larger steps.
        .pragma("cache_size", "-32768")
        .pragma("wal_autocheckpoint", "8000")
        .busy_timeout(std::time::Duration::from_secs(30))
}
