//! One's own sessions, and the names of the people one works with.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_store::session::Session;

use super::sign_in::IDLE;
use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::AppResult;

impl App {
    /// The open sessions of whoever asks, newest first.
    ///
    /// # Errors
    /// `Forbidden` without any right; `Store` when the database does not answer.
    pub async fn my_sessions(&self, actor: &Actor) -> AppResult<Vec<Session>> {
        actor.authorise_somewhere(Verb::UseDesk)?;
        let now = self.ambient.now();
        let sessions = self.database.read().await?.sessions_of(&actor.account.id).await?;
        let is_open = |session: &Session| now < session.expires_at && now.since(session.seen_at) <= IDLE;
        Ok(sessions.into_iter().filter(is_open).collect())
    }

    /// Ends every session of whoever asks, this one too.
    ///
    /// # Errors
    /// `Store` when the database refuses.
    pub async fn sign_out_everywhere(&self, actor: &Actor) -> AppResult<()> {
        let mut write = self.database.write().await?;
        write.end_sessions_of(&actor.account.id).await?;
        Ok(write.commit_ephemeral().await?)
    }

    /// The display names of the accounts that did what one has just read: events of a sheet, entries of the chain. An
    /// id that is no account's (the system, a command) is left out.
    ///
    /// # Errors
    /// `Forbidden` without any right; `Store` when the database does not answer.
    pub async fn display_names(&self, actor: &Actor, ids: BTreeSet<String>) -> AppResult<BTreeMap<String, String>> {
        actor.authorise_somewhere(Verb::UseDesk)?;
        let mut read = self.database.read().await?;
        let mut names = BTreeMap::new();
        for id in ids {
            if let Some(account) = read.account(&id).await? {
                names.insert(id, account.display_name);
            }
        }
        Ok(names)
    }
}
