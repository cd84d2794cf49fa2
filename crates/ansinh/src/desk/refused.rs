//! What a page of the desk answers when it cannot answer as asked, ready to be sent.

use super::official::{Official, Who, to_sign_in};
use crate::http::{Failure, Page};
use crate::layout::Frame;
use crate::words::DeskWords;
use ansinh_app::AppError;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// A page, or why there is none.
pub(super) type Answer = Result<Response, Refused>;

/// An answer that ends the work on a request early. Boxed: it is rarely made and passed through many hands.
#[derive(Debug)]
pub(super) struct Refused(Box<Response>);

impl From<Response> for Refused {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::from(failure.into_response())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        *self.0
    }
}

#[derive(Template)]
#[template(path = "desk/refused.html")]
struct RefusedPage {
    f: Frame,
    who: Who,
    d: &'static DeskWords,
}

impl Official {
    /// What to answer when a verb refuses to show something. What may not be seen looks like what does not exist;
    /// what may be seen, but not by this role, is told.
    pub(super) async fn refuse(&self, error: AppError) -> Refused {
        match error {
            AppError::SignedOut => to_sign_in(&self.visit),
            AppError::Forbidden => match self.forbidden().await {
                Ok(response) => Refused::from(response),
                Err(refused) => refused,
            },
            other => Refused::from(Failure::from(other)),
        }
    }

    async fn forbidden(&self) -> Answer {
        let (f, who) = self.frame().await?;
        let page = Page::for_desk(&RefusedPage { f, who, d: self.words() })?;
        Ok(page.with_status(StatusCode::FORBIDDEN).into_response())
    }
}
