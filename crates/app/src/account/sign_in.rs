//! Signing in and out. Every refusal looks the same: it never tells whether the name exists, the
//! password or the code was wrong, or the account is disabled.

use std::time::Duration;

use ansinh_kernel::date::{Date, Instant};
use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_kernel::text::fold;
use ansinh_store::account::{Account, AccountState, Attempts};
use ansinh_store::session::Session;

use super::secret;
use crate::access::{Actor, Verb, needs_second_factor};
use crate::context::App;
use crate::error::{AppError, AppResult};

/// A session ends after this long without use.
pub(super) const IDLE: Duration = Duration::from_secs(2 * 60 * 60);
/// A session ends after this long whatever happens.
const ABSOLUTE: Duration = Duration::from_secs(12 * 60 * 60);
/// Use is noted at most this often.
const SEEN: Duration = Duration::from_secs(60);
/// Failures in a row before one has to wait.
const FREE_FAILURES: i64 = 5;
/// Longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);
/// Shortest password that is accepted.
const SHORTEST_PASSWORD: usize = 12;
/// Longest password that is accepted.
const LONGEST_PASSWORD: usize = 200;

/// A session that has just begun. The token goes into the cookie and is kept nowhere else.
#[derive(Debug)]
pub struct SignedIn {
    /// The token.
    pub token: String,
    /// When the session ends whatever happens.
    pub expires_at: Instant,
}

impl App {
    /// Signs in with username, password and, where the role decides, a one-time code.
    ///
    /// # Errors
    /// `Problems` when name, password or code do not fit; `TooManyAttempts` while one has to wait.
    pub async fn sign_in(&self, username: &str, password: &str, code: &str) -> AppResult<SignedIn> {
        let (username, now) = (fold(username), self.ambient.now());
        let mut read = self.database.read().await?;
        let attempts = read.attempts(&username).await?;
        if attempts.as_ref().is_some_and(|attempts| must_wait(attempts, now)) {
            return Err(AppError::TooManyAttempts);
        }
        let account = read.account_by_username(&username).await?;
        let grants = match &account {
            Some(account) => read.grants(&account.id).await?,
            None => Vec::new(),
        };
        drop(read);
        let last_step = attempts.as_ref().map_or(0, |attempts| attempts.totp_step);
        let fits = secret::fits(password, account.as_ref().map(|account| account.password_hash.clone())).await?;
        let decides = Actor::grants_on(grants, self.today()).iter().any(|grant| needs_second_factor(grant.role));
        let step = match &account {
            Some(account) => second_factor(account, decides, code, now, last_step)?,
            None => None,
        };
        match (account.filter(|account| fits && account.state == AccountState::Active), step) {
            (Some(account), Some(step)) => self.begin_session(&account, &username, step).await,
            _ => {
                self.remember_failure(&username, attempts, now).await?;
                Err(AppError::Problems(refused()))
            }
        }
    }

    async fn begin_session(&self, account: &Account, username: &str, totp_step: i64) -> AppResult<SignedIn> {
        let now = self.ambient.now();
        let (token, id) = secret::new_token(&self.ambient);
        let expires_at = now.plus(ABSOLUTE).map_err(|error| AppError::Broken(error.to_string()))?;
        let session = Session { id, account_id: account.id.clone(), created_at: now, seen_at: now, expires_at };
        let mut write = self.database.write().await?;
        write.begin_session(&session).await?;
        write.remember_attempts(username, &Attempts { failures: 0, last_at: now, totp_step }).await?;
        write.commit_ephemeral().await?;
        Ok(SignedIn { token, expires_at })
    }

    async fn remember_failure(&self, username: &str, attempts: Option<Attempts>, now: Instant) -> AppResult<()> {
        let before = attempts.unwrap_or(Attempts { failures: 0, last_at: now, totp_step: 0 });
        let mut write = self.database.write().await?;
        write.remember_attempts(username, &Attempts { failures: before.failures + 1, last_at: now, ..before }).await?;
        Ok(write.commit_ephemeral().await?)
    }

    /// Who a session's token belongs to, with the grants that hold today.
    ///
    /// # Errors
    /// `SignedOut` when the session does not exist, has ended, or its account is disabled.
    pub async fn actor(&self, token: &str) -> AppResult<Actor> {
        let (id, now) = (secret::token_digest(token), self.ambient.now());
        let mut read = self.database.read().await?;
        let session = read.session(&id).await?.ok_or(AppError::SignedOut)?;
        let idle = now.since(session.seen_at);
        if now >= session.expires_at || idle > IDLE {
            return Err(AppError::SignedOut);
        }
        let account = read.account(&session.account_id).await?.ok_or(AppError::SignedOut)?;
        let grants = Actor::grants_on(read.grants(&account.id).await?, Date::in_vietnam(now));
        drop(read);
        if account.state == AccountState::Disabled {
            return Err(AppError::SignedOut);
        }
        if idle > SEEN {
            let mut write = self.database.write().await?;
            write.session_seen(&id, now).await?;
            write.commit_ephemeral().await?;
        }
        Ok(Actor { account, grants, session: id })
    }

    /// Ends the session.
    ///
    /// # Errors
    /// `Store` when the database refuses.
    pub async fn sign_out(&self, actor: &Actor) -> AppResult<()> {
        let mut write = self.database.write().await?;
        write.end_session(&actor.session).await?;
        Ok(write.commit_ephemeral().await?)
    }

    /// Changes one's own password and ends all sessions of the account.
    ///
    /// # Errors
    /// `Problems` when the old password does not fit or the new one is too short, too long or the name.
    pub async fn change_password(&self, actor: &Actor, old: &str, new: &str) -> AppResult<()> {
        actor.authorise_somewhere(Verb::UseDesk)?;
        if !secret::fits(old, Some(actor.account.password_hash.clone())).await? {
            let place = Place::nowhere().field("old");
            return Err(problem(
                "password-wrong",
                "Mật khẩu hiện tại không đúng",
                place,
                "Nhập lại mật khẩu đang dùng",
            )
            .into());
        }
        check_password(&actor.account.username, new)?;
        let password_hash = secret::hash(&self.ambient, new).await?;
        let mut write = self.database.write().await?;
        write.update_account(&Account { password_hash, ..actor.account.clone() }).await?;
        write.end_sessions_of(&actor.account.id).await?;
        write.commit(self.note(&actor.account.id, "account.password")).await?;
        Ok(())
    }
}

/// Step of the second factor that was used, 0 where the role needs none; none when it does not fit.
fn second_factor(account: &Account, decides: bool, code: &str, now: Instant, last_step: i64) -> AppResult<Option<i64>> {
    let seconds = u64::try_from(now.unix_millis() / 1000).unwrap_or(0);
    match &account.totp_secret {
        Some(secret) => secret::totp_step(secret, code, seconds, last_step),
        None if decides => Ok(None),
        None => Ok(Some(last_step)),
    }
}

/// After five failures in a row: one minute, then twice as long each time, up to a quarter of an hour.
fn must_wait(attempts: &Attempts, now: Instant) -> bool {
    let over = attempts.failures - FREE_FAILURES;
    if over < 0 {
        return false;
    }
    let doublings = u32::try_from(over.min(4)).unwrap_or(4);
    let wait = Duration::from_secs(60 * 2_u64.pow(doublings)).min(LONGEST_WAIT);
    now.since(attempts.last_at) < wait
}

fn check_password(username: &str, new: &str) -> AppResult<()> {
    let length = new.chars().count();
    if (SHORTEST_PASSWORD..=LONGEST_PASSWORD).contains(&length) && fold(new) != username {
        return Ok(());
    }
    let place = Place::nowhere().field("new");
    let what = "Mật khẩu mới quá ngắn, quá dài hoặc trùng tên đăng nhập";
    Err(problem("password-weak", what, place, "Dùng từ 12 đến 200 ký tự, ví dụ một câu ngắn dễ nhớ").into())
}

fn refused() -> Problems {
    let what = "Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng";
    problem("sign-in-refused", what, Place::nowhere().field("username"), "Kiểm tra lại cả ba rồi thử lần nữa")
}

fn problem(code: &'static str, what: &str, place: Place, mend: &str) -> Problems {
    Problems::from(Problem::new(code, what, mend).at(place))
}
