//! Sessions of signed-in officials. The id is the digest of the token; the token itself is only in
//! the browser's cookie.

use ansinh_kernel::date::Instant;

use crate::engine::{Linked, Read, Row, Write, binds};
use crate::error::StoreResult;

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Digest of the token, as hex.
    pub id: String,
    /// Who signed in.
    pub account_id: String,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used, to the minute or so.
    pub seen_at: Instant,
    /// When it ends whatever happens.
    pub expires_at: Instant,
}

const SELECT_SESSION: &str = "select id, account_id, created_at, seen_at, expires_at from session where id = $1";
const SELECT_OF_ACCOUNT: &str = "select id, account_id, created_at, seen_at, expires_at
  from session
  where account_id = $1
  order by created_at desc
  limit 50";
const INSERT_SESSION: &str = "insert into session (id, account_id, created_at, seen_at, expires_at)
  values ($1, $2, $3, $4, $5)";
const SEEN: &str = "update session set seen_at = $1 where id = $2";
const END_SESSION: &str = "delete from session where id = $1";
const END_ALL: &str = "delete from session where account_id = $1";
const SWEEP: &str = "delete from session where expires_at < $1";

pub(crate) const STATEMENTS: &[&str] =
    &[SELECT_SESSION, SELECT_OF_ACCOUNT, INSERT_SESSION, SEEN, END_SESSION, END_ALL, SWEEP];

impl Read {
    /// Session of a token's digest.
    ///
    /// # Errors
    /// `Corrupt` when the row cannot be read.
    pub async fn session(&mut self, id: &str) -> StoreResult<Option<Session>> {
        self.link().row(SELECT_SESSION, binds![id]).await?.as_ref().map(session).transpose()
    }

    /// Sessions of an account, newest first.
    ///
    /// # Errors
    /// `Corrupt` when a row cannot be read.
    pub async fn sessions_of(&mut self, account_id: &str) -> StoreResult<Vec<Session>> {
        self.link().rows(SELECT_OF_ACCOUNT, binds![account_id]).await?.iter().map(session).collect()
    }
}

impl Write {
    /// Begins a session and sweeps the ended ones away.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn begin_session(&mut self, session: &Session) -> StoreResult<()> {
        let Session { id, account_id, created_at, seen_at, expires_at } = session;
        self.link.execute(SWEEP, binds![created_at.to_string()]).await?;
        let binds = binds![id, account_id, created_at.to_string(), seen_at.to_string(), expires_at.to_string()];
        self.link.execute(INSERT_SESSION, binds).await?;
        Ok(())
    }

    /// Notes that a session is in use.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn session_seen(&mut self, id: &str, at: Instant) -> StoreResult<()> {
        self.link.execute(SEEN, binds![at.to_string(), id]).await?;
        Ok(())
    }

    /// Ends one session.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn end_session(&mut self, id: &str) -> StoreResult<()> {
        self.link.execute(END_SESSION, binds![id]).await?;
        Ok(())
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn end_sessions_of(&mut self, account_id: &str) -> StoreResult<()> {
        self.link.execute(END_ALL, binds![account_id]).await?;
        Ok(())
    }
}

fn session(row: &Row) -> StoreResult<Session> {
    Ok(Session {
        id: row.text("id")?,
        account_id: row.text("account_id")?,
        created_at: row.parse("created_at")?,
        seen_at: row.parse("seen_at")?,
        expires_at: row.parse("expires_at")?,
    })
}
