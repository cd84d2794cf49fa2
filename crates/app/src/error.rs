//! What a verb can answer instead of doing its work. Each case is one kind of page for people and
//! one stable code for logs.

use ansinh_kernel::problem::Problems;
use ansinh_store::StoreError;

/// Result of every verb.
pub type AppResult<T> = Result<T, AppError>;

/// Why a verb did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is no such thing, or none that this person may know of: both look the same.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the session has ended.
    #[error("sign in first")]
    SignedOut,
    /// The person may see it, but their role may not do this.
    #[error("the role may not do this")]
    Forbidden,
    /// Input is wrong; every problem is listed, nothing was saved.
    #[error("{0}")]
    Problems(Problems),
    /// Somebody else was first; nothing was saved, nothing typed is lost.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// A form came twice with different content under one key.
    #[error("the form was already sent with other content")]
    RepeatedForm,
    /// Too many failed attempts; wait.
    #[error("too many attempts")]
    TooManyAttempts,
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
    /// Something that cannot be is so; the text is for logs and holds no personal data.
    #[error("broken: {0}")]
    Broken(String),
}

impl AppError {
    /// Stable code for logs and the error catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignedOut => "signed-out",
            Self::Forbidden => "forbidden",
            Self::Problems(_) => "problems",
            Self::Conflict => "conflict",
            Self::RepeatedForm => "repeated-form",
            Self::TooManyAttempts => "too-many-attempts",
            Self::Store(error) => error.code(),
            Self::Broken(_) => "broken",
        }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { .. } => Self::Conflict,
            other => Self::Store(other),
        }
    }
}

impl From<Problems> for AppError {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}
