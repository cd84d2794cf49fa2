//! What a verb of `app` answers instead of doing its work, as a failure of the request. The one place where that is
//! decided; a page that can say more (a form with its errors) does so before.

use ansinh_app::AppError;
use ansinh_store::StoreError;

use crate::http::failure::Failure;

impl From<AppError> for Failure {
    /// Foreign records look like missing ones; a person who is not signed in sees neither.
    fn from(error: AppError) -> Failure {
        match error {
            AppError::NotFound | AppError::Forbidden | AppError::SignedOut => Failure::NotFound,
            AppError::Problems(problems) => Failure::Unprocessable(problems.into_iter().next().map(Box::new)),
            AppError::Conflict => Failure::Conflict(None),
            AppError::RepeatedForm => Failure::FormRefused,
            AppError::TooManyAttempts => Failure::TooMany,
            AppError::Store(error) => of_store(&error),
            AppError::Broken(cause) => Failure::Internal { cause },
        }
    }
}

/// A database that does not answer may answer later; anything else is a fault of ours.
fn of_store(error: &StoreError) -> Failure {
    let cause = error.to_string();
    match error {
        StoreError::Driver(_) => Failure::Unavailable { cause },
        _ => Failure::Internal { cause },
    }
}
