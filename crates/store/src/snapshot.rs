//! Pack snapshots and settings. Every packs version that was ever in use is kept by digest, so that
//! a decision can be read again under the words and numbers it was made with.

use ansinh_kernel::date::Instant;
use ansinh_kernel::digest::Digest;

use crate::audit::Kind;
use crate::engine::{Linked, Read, Write, binds};
use crate::error::StoreResult;

const SELECT_SNAPSHOT: &str = "select id from pack_snapshot where id = $1";
const INSERT_SNAPSHOT: &str = "insert into pack_snapshot (id, installed_at, content) values ($1, $2, $3)";
const SELECT_CONTENT: &str = "select content from pack_snapshot where id = $1";
const SELECT_SETTING: &str = "select value from setting where id = $1";
const UPSERT_SETTING: &str = "insert into setting (id, value) values ($1, $2)
  on conflict (id) do update set value = excluded.value";

pub(crate) const STATEMENTS: &[&str] =
    &[SELECT_SNAPSHOT, INSERT_SNAPSHOT, SELECT_CONTENT, SELECT_SETTING, UPSERT_SETTING];

/// Facts about this installation, kept in the database and audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// `demo` or `live`: decides which origin typed figures get.
    Instance,
    /// Digest of the packs whose publications were imported last.
    PublishedPacks,
    /// Seed of the illustrative figures, when there are any.
    IllustrativeSeed,
}

impl Setting {
    fn id(self) -> &'static str {
        match self {
            Self::Instance => "instance",
            Self::PublishedPacks => "published-packs",
            Self::IllustrativeSeed => "illustrative-seed",
        }
    }
}

impl Read {
    /// True when the packs of this digest are already kept.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn has_snapshot(&mut self, digest: &Digest) -> StoreResult<bool> {
        Ok(self.link().row(SELECT_SNAPSHOT, binds![digest.to_string()]).await?.is_some())
    }

    /// Compressed files of a snapshot.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn snapshot(&mut self, digest: &Digest) -> StoreResult<Option<Vec<u8>>> {
        let row = self.link().row(SELECT_CONTENT, binds![digest.to_string()]).await?;
        row.map(|row| row.bytes("content")).transpose()
    }

    /// Value of a setting.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn setting(&mut self, setting: Setting) -> StoreResult<Option<String>> {
        let row = self.link().row(SELECT_SETTING, binds![setting.id()]).await?;
        row.map(|row| row.text("value")).transpose()
    }
}

impl Write {
    /// Keeps a snapshot; a digest that is already kept is left as it is.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn keep_snapshot(&mut self, digest: &Digest, at: Instant, content: Vec<u8>) -> StoreResult<()> {
        let id = digest.to_string();
        if self.link.row(SELECT_SNAPSHOT, binds![&id]).await?.is_none() {
            self.link.execute(INSERT_SNAPSHOT, binds![&id, at.to_string(), content]).await?;
            self.touch(Kind::PackSnapshot, &id);
        }
        Ok(())
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn set(&mut self, setting: Setting, value: &str) -> StoreResult<()> {
        self.link.execute(UPSERT_SETTING, binds![setting.id(), value]).await?;
        self.touch(Kind::Setting, setting.id());
        Ok(())
    }
}
