//! A form that writes is done once: its key was made when it was rendered. Sent again with the same
//! content, nothing is done and the first answer holds; with other content it is refused.

use ansinh_kernel::digest::Digest;
use ansinh_store::request::UsedKey;
use ansinh_store::{StoreError, Write};

use crate::access::Actor;
use crate::context::App;
use crate::error::{AppError, AppResult};

/// Key of a rendered form and digest of what it sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormKey {
    /// Made when the form was rendered.
    pub key: String,
    /// Digest of what was sent with it.
    pub body: Digest,
}

/// Whether the work was done now or had been done before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done now.
    Done,
    /// The same form had been sent before; nothing was done again.
    Repeated,
}

/// Request keys are remembered this long.
const REMEMBERED: std::time::Duration = std::time::Duration::from_secs(14 * 24 * 60 * 60);

impl App {
    /// Looks whether a form was sent before, and takes its key in the caller's transaction if not.
    ///
    /// # Errors
    /// `RepeatedForm` when the key was used by somebody else or with other content.
    pub(crate) async fn take_key(&self, write: &mut Write, actor: &Actor, form: &FormKey) -> AppResult<Outcome> {
        if let Some(used) = write.used_key(&form.key).await? {
            return seen(&used, actor, form);
        }
        let used =
            UsedKey { account_id: actor.account.id.clone(), body_digest: form.body.to_string(), answer: String::new() };
        let now = self.ambient.now();
        match write.use_key(&form.key, &used, now).await {
            Err(StoreError::Constraint { .. }) => return Err(AppError::Conflict),
            other => other?,
        }
        if let Ok(old) = ansinh_kernel::date::Instant::from_unix_millis(
            now.unix_millis() - i64::try_from(REMEMBERED.as_millis()).unwrap_or(0),
        ) {
            write.forget_keys_before(old).await?;
        }
        Ok(Outcome::Done)
    }
}

fn seen(used: &UsedKey, actor: &Actor, form: &FormKey) -> AppResult<Outcome> {
    let same = used.account_id == actor.account.id && used.body_digest == form.body.to_string();
    if same { Ok(Outcome::Repeated) } else { Err(AppError::RepeatedForm) }
}
