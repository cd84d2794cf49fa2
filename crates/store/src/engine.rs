//! The only place that names a database driver. Everything else sees `Database`, a snapshot to
//! `Read` from, a transaction to `Write` in, `Bind` for what goes in and `Row` for what comes out.
//!
//! SQLite: one writing connection (always `begin immediate`) and a pool of readers, WAL with
//! `synchronous = full`. PostgreSQL: one pool. The SQL text is the same; the two marks
//! `/*sqlite: … */` and `/*postgres: … */` are opened for their own engine only.

use std::borrow::Cow;
use std::time::Duration;

use ansinh_kernel::digest::Digest;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Column, Postgres, Row as _, Sqlite, Transaction, TypeInfo, ValueRef};

use crate::error::{StoreError, StoreResult};
use crate::keys::SharedKeys;

/// An open database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    pools: Pools,
    shared_keys: SharedKeys,
}

#[derive(Clone, Debug)]
enum Pools {
    Sqlite { writer: sqlx::SqlitePool, readers: sqlx::SqlitePool },
    Postgres(sqlx::PgPool),
}

/// Connections kept for readers; a page reads in one of them.
const READERS: u32 = 8;
/// How long a writer waits for its turn before it gives up.
const PATIENCE: Duration = Duration::from_secs(20);
/// Rows fetched ahead while streaming from SQLite.
const ROW_BUFFER: usize = 512;

impl Database {
    /// Opens `sqlite://FILE`, `sqlite::memory:` is refused (readers would see another database), or
    /// `postgres://…`. The schema is not touched: see [`Database::migrate`].
    ///
    /// # Errors
    /// `Address` for an unknown scheme, `Driver` when the database cannot be opened.
    pub async fn open(url: &str) -> StoreResult<Self> {
        if let Some(file) = url.strip_prefix("sqlite://") {
            return Self::open_sqlite(file).await;
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Self::open_postgres(url).await;
        }
        Err(StoreError::Address { url: url.split('@').next_back().unwrap_or_default().to_owned() })
    }

    async fn open_sqlite(file: &str) -> StoreResult<Self> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .row_buffer_size(ROW_BUFFER)
            .pragma("cache_size", "-65536");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.read_only(true).create_if_missing(false).pragma("cache_size", "-16384"))
            .await?;
        Ok(Self { pools: Pools::Sqlite { writer, readers }, shared_keys: SharedKeys::default() })
    }

    async fn open_postgres(url: &str) -> StoreResult<Self> {
        let options: PgConnectOptions = url.parse()?;
        let pool = PgPoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.application_name("ansinh"))
            .await?;
        Ok(Self { pools: Pools::Postgres(pool), shared_keys: SharedKeys::default() })
    }

    /// A consistent snapshot to read from.
    ///
    /// # Errors
    /// `Driver` when no connection is free in time.
    pub async fn read(&self) -> StoreResult<Read> {
        let link = match &self.pools {
            Pools::Sqlite { readers, .. } => Link::Sqlite(Box::new(readers.begin_with("begin deferred").await?)),
            Pools::Postgres(pool) => {
                Link::Postgres(Box::new(pool.begin_with("begin isolation level repeatable read read only").await?))
            }
        };
        Ok(Read { link, shared_keys: self.shared_keys.clone() })
    }

    /// A transaction to write in. It must end in [`Write::commit`] with an audit note, or in
    /// [`Write::commit_ephemeral`] for rows the chain does not speak of; dropped, it is undone.
    ///
    /// # Errors
    /// `Driver` when the writer is not free in time.
    pub async fn write(&self) -> StoreResult<Write> {
        let link = match &self.pools {
            Pools::Sqlite { writer, .. } => Link::Sqlite(Box::new(writer.begin_with("begin immediate").await?)),
            Pools::Postgres(pool) => Link::Postgres(Box::new(pool.begin_with("begin").await?)),
        };
        Ok(Write { link, shared_keys: self.shared_keys.clone(), added_keys: false, subjects: Vec::new() })
    }

    /// Closes all connections; SQLite folds its write-ahead log into the file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// A read snapshot.
#[derive(Debug)]
pub struct Read {
    pub(crate) link: Link,
    pub(crate) shared_keys: SharedKeys,
}

/// A write transaction and what it has touched so far.
#[derive(Debug)]
pub struct Write {
    pub(crate) link: Link,
    pub(crate) shared_keys: SharedKeys,
    pub(crate) added_keys: bool,
    pub(crate) subjects: Vec<crate::audit::Touched>,
}

impl Write {
    /// Ends the transaction without an audit entry. Only for rows that prove nothing: sessions,
    /// drafts as they are typed, dictionary keys, request keys.
    ///
    /// # Errors
    /// `Driver` when the commit fails; nothing is then written.
    pub async fn commit_ephemeral(self) -> StoreResult<()> {
        assert!(self.subjects.is_empty(), "an audited row was touched: commit with a note");
        self.link.commit().await
    }
}

/// One open transaction of either engine.
#[derive(Debug)]
pub(crate) enum Link {
    Sqlite(Box<Transaction<'static, Sqlite>>),
    Postgres(Box<Transaction<'static, Postgres>>),
}

/// Gives `rows`, `row` and `execute` to everything that holds a link.
pub(crate) trait Linked {
    fn link(&mut self) -> &mut Link;
}

impl Linked for Read {
    fn link(&mut self) -> &mut Link {
        &mut self.link
    }
}

impl Linked for Write {
    fn link(&mut self) -> &mut Link {
        &mut self.link
    }
}

macro_rules! bind_all {
    ($query:expr, $binds:expr) => {{
        let mut query = $query;
        for bind in $binds {
            query = match bind {
                Bind::Int(value) => query.bind(*value),
                Bind::Text(value) => query.bind(value.as_deref()),
                Bind::Bool(value) => query.bind(*value),
                Bind::Bytes(value) => query.bind(value.as_slice()),
            };
        }
        query
    }};
}

impl Link {
    /// All rows of a query. The text is one of the store's constants, or made by the store from
    /// constants; input never becomes SQL.
    pub(crate) async fn rows(&mut self, sql: &str, binds: &[Bind]) -> StoreResult<Vec<Row>> {
        let text = AssertSqlSafe(self.text(sql).into_owned());
        Ok(match self {
            Self::Sqlite(tx) => {
                let rows = bind_all!(sqlx::query(text), binds).fetch_all(&mut ***tx).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(tx) => {
                let rows = bind_all!(sqlx::query(text), binds).fetch_all(&mut ***tx).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row of a query, if any.
    pub(crate) async fn row(&mut self, sql: &str, binds: &[Bind]) -> StoreResult<Option<Row>> {
        let text = AssertSqlSafe(self.text(sql).into_owned());
        Ok(match self {
            Self::Sqlite(tx) => bind_all!(sqlx::query(text), binds).fetch_optional(&mut ***tx).await?.map(Row::Sqlite),
            Self::Postgres(tx) => {
                bind_all!(sqlx::query(text), binds).fetch_optional(&mut ***tx).await?.map(Row::Postgres)
            }
        })
    }

    /// Runs a statement and says how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: &str, binds: &[Bind]) -> StoreResult<u64> {
        let text = AssertSqlSafe(self.text(sql).into_owned());
        Ok(match self {
            Self::Sqlite(tx) => bind_all!(sqlx::query(text), binds).execute(&mut ***tx).await?.rows_affected(),
            Self::Postgres(tx) => bind_all!(sqlx::query(text), binds).execute(&mut ***tx).await?.rows_affected(),
        })
    }

    /// Calls `each` for every row as it arrives, so that a table larger than memory can be read.
    pub(crate) async fn stream(
        &mut self,
        sql: &str,
        binds: &[Bind],
        mut each: impl FnMut(&Row) -> StoreResult<()>,
    ) -> StoreResult<()> {
        use futures_util::TryStreamExt;
        let text = AssertSqlSafe(self.text(sql).into_owned());
        match self {
            Self::Sqlite(tx) => {
                let mut rows = bind_all!(sqlx::query(text), binds).fetch(&mut ***tx);
                while let Some(row) = rows.try_next().await? {
                    each(&Row::Sqlite(row))?;
                }
            }
            Self::Postgres(tx) => {
                let mut rows = bind_all!(sqlx::query(text), binds).fetch(&mut ***tx);
                while let Some(row) = rows.try_next().await? {
                    each(&Row::Postgres(row))?;
                }
            }
        }
        Ok(())
    }

    /// Several statements at once, for migrations.
    pub(crate) async fn script(&mut self, sql: &str) -> StoreResult<()> {
        let text = AssertSqlSafe(self.text(sql).into_owned());
        match self {
            Self::Sqlite(tx) => {
                sqlx::raw_sql(text).execute(&mut ***tx).await?;
            }
            Self::Postgres(tx) => {
                sqlx::raw_sql(text).execute(&mut ***tx).await?;
            }
        }
        Ok(())
    }

    /// `COPY … FROM STDIN` on PostgreSQL; the caller has already made sure of the engine.
    pub(crate) async fn copy_in(&mut self, sql: &'static str, text: Vec<u8>) -> StoreResult<()> {
        match self {
            Self::Postgres(tx) => {
                let mut sink = tx.copy_in_raw(sql).await?;
                sink.send(text).await?;
                sink.finish().await?;
                Ok(())
            }
            Self::Sqlite(_) => Err(StoreError::Driver("copy is a PostgreSQL command".into())),
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    pub(crate) async fn commit(self) -> StoreResult<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Opens the marks that are meant for this engine.
    fn text<'a>(&self, sql: &'a str) -> Cow<'a, str> {
        let mark = match self {
            Self::Sqlite(_) => "/*sqlite:",
            Self::Postgres(_) => "/*postgres:",
        };
        if !sql.contains(mark) {
            return Cow::Borrowed(sql);
        }
        let mut out = String::with_capacity(sql.len());
        let mut rest = sql;
        while let Some((before, after)) = rest.split_once(mark) {
            out.push_str(before);
            let (inside, tail) = after.split_once("*/").unwrap_or((after, ""));
            out.push_str(inside);
            rest = tail;
        }
        out.push_str(rest);
        Cow::Owned(out)
    }
}

/// One value that goes into a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bind {
    /// Whole number, or null.
    Int(Option<i64>),
    /// Text, or null.
    Text(Option<String>),
    /// Truth value.
    Bool(bool),
    /// Bytes.
    Bytes(Vec<u8>),
}

macro_rules! bind_from {
    ($($from:ty => |$value:ident| $make:expr;)*) => {$(
        impl From<$from> for Bind {
            fn from($value: $from) -> Self {
                $make
            }
        }
    )*};
}

bind_from! {
    i64 => |value| Self::Int(Some(value));
    i32 => |value| Self::Int(Some(i64::from(value)));
    Option<i64> => |value| Self::Int(value);
    &str => |value| Self::Text(Some(value.to_owned()));
    String => |value| Self::Text(Some(value));
    &String => |value| Self::Text(Some(value.clone()));
    Option<String> => |value| Self::Text(value);
    Option<&str> => |value| Self::Text(value.map(str::to_owned));
    bool => |value| Self::Bool(value);
    Vec<u8> => |value| Self::Bytes(value);
}

/// `binds![a, b, c]`: anything that can be bound, in order.
macro_rules! binds {
    ($($value:expr),* $(,)?) => { &[$($crate::engine::Bind::from($value)),*] };
}
pub(crate) use binds;

/// One row that came out.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

macro_rules! get {
    ($row:expr, $type:ty, $name:expr) => {
        match $row {
            Row::Sqlite(row) => row.try_get::<$type, _>($name),
            Row::Postgres(row) => row.try_get::<$type, _>($name),
        }
        .map_err(|error| StoreError::Corrupt { column: $name.to_string(), why: error.to_string() })
    };
}

impl Row {
    /// A text that is not null.
    pub(crate) fn text(&self, name: &str) -> StoreResult<String> {
        get!(self, String, name)
    }

    /// A text or null.
    pub(crate) fn text_or_null(&self, name: &str) -> StoreResult<Option<String>> {
        get!(self, Option<String>, name)
    }

    /// A whole number that is not null, whatever its width in the database.
    pub(crate) fn int(&self, name: &str) -> StoreResult<i64> {
        self.int_or_null(name)?.ok_or_else(|| StoreError::Corrupt { column: name.to_owned(), why: "null".to_owned() })
    }

    /// A whole number or null.
    pub(crate) fn int_or_null(&self, name: &str) -> StoreResult<Option<i64>> {
        if let Self::Postgres(row) = self {
            match row.try_column(name)?.type_info().name() {
                "INT2" => return Ok(get!(self, Option<i16>, name)?.map(i64::from)),
                "INT4" => return Ok(get!(self, Option<i32>, name)?.map(i64::from)),
                _ => {}
            }
        }
        get!(self, Option<i64>, name)
    }

    /// A truth value.
    pub(crate) fn bool(&self, name: &str) -> StoreResult<bool> {
        get!(self, bool, name)
    }

    /// Bytes.
    pub(crate) fn bytes(&self, name: &str) -> StoreResult<Vec<u8>> {
        get!(self, Vec<u8>, name)
    }

    /// A text parsed into a typed value.
    pub(crate) fn parse<T: std::str::FromStr>(&self, name: &str) -> StoreResult<T> {
        parse_text(name, &self.text(name)?)
    }

    /// The row as canonical texts, one a column, for digests: the same on both engines.
    pub(crate) fn canonical(&self) -> StoreResult<Vec<(String, Option<String>)>> {
        let names: Vec<String> = match self {
            Self::Sqlite(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
            Self::Postgres(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
        };
        names.into_iter().map(|name| Ok((name.clone(), self.canonical_column(&name)?))).collect()
    }

    fn canonical_column(&self, name: &str) -> StoreResult<Option<String>> {
        let (null, kind) = match self {
            Self::Sqlite(row) => {
                let value = row.try_get_raw(name)?;
                (value.is_null(), value.type_info().name().to_owned())
            }
            Self::Postgres(row) => {
                let value = row.try_get_raw(name)?;
                (value.is_null(), value.type_info().name().to_owned())
            }
        };
        if null {
            return Ok(None);
        }
        // What cannot be read was put there by another hand: it digests to something else.
        let text = match kind.as_str() {
            "TEXT" | "VARCHAR" => self.text(name),
            "BOOLEAN" | "BOOL" => self.bool(name).map(|value| value.to_string()),
            "BLOB" | "BYTEA" => self.bytes(name).map(|bytes| Digest::of(&bytes).to_string()),
            _ => self.int(name).map(|value| value.to_string()),
        };
        Ok(Some(text.unwrap_or_else(|_| format!("unreadable {kind}"))))
    }
}

/// Parses a stored text; a text that does not parse is corruption, not input.
pub(crate) fn parse_text<T: std::str::FromStr>(column: &str, text: &str) -> StoreResult<T> {
    text.parse().map_err(|_| StoreError::Corrupt { column: column.to_owned(), why: format!("unreadable: {text}") })
}

/// For tests: what a person with the database in hand could do, and whether a statement is known.
#[cfg(feature = "test-support")]
mod test_support {
    use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};

    use super::{Database, Pools, Write};
    use crate::error::StoreResult;

    impl Write {
        /// Runs SQL outside of every rule and commits it.
        ///
        /// # Errors
        /// `Driver` when the database refuses.
        pub async fn by_hand(mut self, sql: &str) -> StoreResult<()> {
            self.link.script(sql).await?;
            self.link.commit().await
        }
    }

    impl Database {
        /// Makes an empty database beside this one, on PostgreSQL.
        ///
        /// # Errors
        /// `Driver` when the server refuses.
        pub async fn create_for_test(&self, name: &str) -> StoreResult<()> {
            let Pools::Postgres(pool) = &self.pools else {
                return Err(crate::error::StoreError::Driver("SQLite makes its own files".to_owned()));
            };
            for sql in [format!("drop database if exists {name}"), format!("create database {name}")] {
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await?;
            }
            Ok(())
        }

        /// Prepares a statement without running it.
        ///
        /// # Errors
        /// `Driver` when the engine does not understand it.
        pub async fn prepare(&self, sql: &str) -> StoreResult<()> {
            let read = self.read().await?;
            let text = read.link.text(sql).into_owned();
            drop(read);
            match &self.pools {
                Pools::Sqlite { writer, .. } => {
                    writer.acquire().await?.prepare(AssertSqlSafe(text).into_sql_str()).await?;
                }
                Pools::Postgres(pool) => {
                    pool.acquire().await?.prepare(AssertSqlSafe(text).into_sql_str()).await?;
                }
            }
            Ok(())
        }
    }
}
