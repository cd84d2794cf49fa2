//! Passwords, one-time codes and tokens. Hashing is slow on purpose and runs on its own threads, few
//! at a time, so that a flood of attempts cannot starve the pages.

use ansinh_kernel::date::Instant;
use ansinh_kernel::digest::Digest;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use tokio::sync::Semaphore;
use totp_rs::{Builder, Secret, Totp};

use crate::context::Ambient;
use crate::error::{AppError, AppResult};

/// Hashes that may run at the same time.
static HASHING: Semaphore = Semaphore::const_new(2);

/// Letters of generated passwords: none that look alike.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789A";

/// Argon2id with the parameters that OWASP names first (19 MiB, 2 passes, 1 lane).
fn argon2() -> Argon2<'static> {
    Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, Params::DEFAULT)
}

/// Hashes a password.
pub(super) async fn hash(ambient: &Ambient, password: &str) -> AppResult<String> {
    let (password, salt) = (password.to_owned(), ambient.random::<16>());
    slowly(move || {
        let hash: PasswordHash = argon2().hash_password_with_salt(password.as_bytes(), &salt).map_err(broken)?;
        Ok(hash.to_string())
    })
    .await
}

/// True when the password fits the hash. Without an account the same work is done for nothing, so
/// that the time of the answer tells nobody which names exist.
pub(super) async fn fits(password: &str, hash: Option<String>) -> AppResult<bool> {
    let password = password.to_owned();
    slowly(move || {
        let Some(hash) = hash else {
            let nothing: Result<PasswordHash, _> = argon2().hash_password_with_salt(password.as_bytes(), &[0; 16]);
            return nothing.map(|_| false).map_err(broken);
        };
        let parsed = PasswordHash::new(&hash).map_err(broken)?;
        Ok(argon2().verify_password(password.as_bytes(), &parsed).is_ok())
    })
    .await
}

async fn slowly<T: Send + 'static>(work: impl FnOnce() -> AppResult<T> + Send + 'static) -> AppResult<T> {
    let _turn = HASHING.acquire().await.map_err(|error| AppError::Broken(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| AppError::Broken(error.to_string()))?
}

fn broken(error: impl std::fmt::Display) -> AppError {
    AppError::Broken(format!("password hash: {error}"))
}

/// A password nobody has to invent: 16 letters in four groups.
pub(super) fn new_password(ambient: &Ambient) -> String {
    let bytes: [u8; 16] = ambient.random();
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A new secret for one-time codes, base32.
pub(super) fn new_totp_secret(ambient: &Ambient) -> String {
    BASE32_NOPAD.encode(&ambient.random::<20>())
}

/// A new opaque token of 256 bits, and its digest: the only thing kept.
pub(super) fn new_token(ambient: &Ambient) -> (String, String) {
    let token = BASE64URL_NOPAD.encode(&ambient.random::<32>());
    let digest = token_digest(&token);
    (token, digest)
}

/// Digest under which a token is kept.
pub(super) fn token_digest(token: &str) -> String {
    Digest::of(token.as_bytes()).to_string()
}

/// Time step that a one-time code belongs to, when it is right at this second and newer than the
/// step that was used last: a code counts once.
pub(super) fn totp_step(secret: &str, code: &str, unix_seconds: u64, last_step: i64) -> AppResult<Option<i64>> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let step = totp(secret)?.check(&digits, unix_seconds).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| *step > last_step))
}

/// The one-time code of a secret at an instant.
///
/// # Errors
/// `Broken` when the secret is not base32.
pub fn code_now(secret: &str, at: Instant) -> AppResult<String> {
    let seconds = u64::try_from(at.unix_millis() / 1000).unwrap_or(0);
    Ok(totp(secret)?.generate(seconds).to_string())
}

fn totp(secret: &str) -> AppResult<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(|error| AppError::Broken(format!("totp secret: {error}")))?;
    Builder::new().with_secret(secret).build().map_err(|error| AppError::Broken(format!("totp: {error}")))
}

/// Address that authenticator apps read (by hand or as a picture) to set up one-time codes.
#[must_use]
pub fn otpauth_address(username: &str, secret: &str) -> String {
    format!("otpauth://totp/An%20Sinh:{username}?secret={secret}&issuer=An%20Sinh")
}
