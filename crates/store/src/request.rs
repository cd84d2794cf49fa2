//! Request keys: each form that writes carries a key made when it was rendered. The same key with
//! the same body gets the first answer again; with another body it is refused.

use ansinh_kernel::date::Instant;

use crate::engine::{Write, binds};
use crate::error::StoreResult;

/// A key that was used before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedKey {
    /// Who used it.
    pub account_id: String,
    /// Digest of what was sent.
    pub body_digest: String,
    /// What was answered: the address the browser was sent to.
    pub answer: String,
}

const SELECT_KEY: &str = "select account_id, body_digest, answer from request_key where id = $1";
const INSERT_KEY: &str =
    "insert into request_key (id, account_id, body_digest, answer, at) values ($1, $2, $3, $4, $5)";
const SWEEP: &str = "delete from request_key where at < $1";

pub(crate) const STATEMENTS: &[&str] = &[SELECT_KEY, INSERT_KEY, SWEEP];

impl Write {
    /// What was answered under this key, if it was used.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn used_key(&mut self, id: &str) -> StoreResult<Option<UsedKey>> {
        let row = self.link.row(SELECT_KEY, binds![id]).await?;
        row.map(|row| {
            Ok(UsedKey {
                account_id: row.text("account_id")?,
                body_digest: row.text("body_digest")?,
                answer: row.text("answer")?,
            })
        })
        .transpose()
    }

    /// Uses a key, in the transaction that does what the form asks.
    ///
    /// # Errors
    /// `Constraint` when another request used it in the same moment.
    pub async fn use_key(&mut self, id: &str, used: &UsedKey, at: Instant) -> StoreResult<()> {
        let UsedKey { account_id, body_digest, answer } = used;
        self.link.execute(INSERT_KEY, binds![id, account_id, body_digest, answer, at.to_string()]).await?;
        Ok(())
    }

    /// Forgets keys older than an instant.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn forget_keys_before(&mut self, at: Instant) -> StoreResult<()> {
        self.link.execute(SWEEP, binds![at.to_string()]).await?;
        Ok(())
    }
}
