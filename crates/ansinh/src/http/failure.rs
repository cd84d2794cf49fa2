//! Why a request was not answered as asked, and the one place where that becomes a status, a stable code and
//! words for the reader in both languages. What a reader may not see looks exactly like what does not exist.

use crate::http::headers;
use crate::http::page::{Audience, Page, Rendered};
use crate::http::visit::Visit;
use crate::layout::{Footer, Frame};
use crate::words::RefusalWords;
use ansinh_kernel::problem::Problem;
use askama::Template;
use axum::body::Bytes;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// Why a request was not answered as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The request itself is malformed.
    BadRequest,
    /// There is no such thing, or not for this reader.
    NotFound,
    /// Somebody else was first. A problem says who and what, when the verb knows.
    Conflict(Option<Box<Problem>>),
    /// More bytes than are accepted.
    TooLarge,
    /// The form comes from another site, or its session or key is over.
    FormRefused,
    /// The input breaks a rule that the form could not show beside a field.
    Unprocessable(Option<Box<Problem>>),
    /// Too many requests.
    TooMany,
    /// A fault of ours. The cause is for the log and holds no personal data.
    Internal {
        /// What went wrong, in English.
        cause: String,
    },
    /// The database, the disk or time is short; nothing was saved.
    Unavailable {
        /// What is short, in English.
        cause: String,
    },
}

impl Failure {
    /// A conflict that a verb describes.
    pub fn conflict(problem: Problem) -> Failure {
        Failure::Conflict(Some(Box::new(problem)))
    }

    /// Input that a verb refuses, in its own words.
    pub fn unprocessable(problem: Problem) -> Failure {
        Failure::Unprocessable(Some(Box::new(problem)))
    }

    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Failure::BadRequest => StatusCode::BAD_REQUEST,
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Conflict(_) => StatusCode::CONFLICT,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::FormRefused | Failure::Unprocessable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Failure::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Failure::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The stable code, for readers to quote and logs to count.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::BadRequest => "request-malformed",
            Failure::NotFound => "page-not-found",
            Failure::Conflict(Some(problem)) | Failure::Unprocessable(Some(problem)) => problem.code,
            Failure::Conflict(None) => "changed-by-another",
            Failure::TooLarge => "request-too-large",
            Failure::FormRefused => "form-refused",
            Failure::Unprocessable(None) => "input-refused",
            Failure::TooMany => "requests-too-many",
            Failure::Internal { .. } => "server-error",
            Failure::Unavailable { .. } => "server-busy",
        }
    }

    /// The failure that a status of a library (an extractor, a limit, a time-out) stands for.
    pub(crate) fn from_status(status: StatusCode) -> Failure {
        match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Failure::NotFound,
            StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => Failure::Conflict(None),
            StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
            StatusCode::UNPROCESSABLE_ENTITY => Failure::Unprocessable(None),
            StatusCode::TOO_MANY_REQUESTS => Failure::TooMany,
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
                let cause = format!("time is over ({status})");
                Failure::Unavailable { cause }
            }
            status if status.is_server_error() => {
                let cause = format!("answered with {status}");
                Failure::Internal { cause }
            }
            _ => Failure::BadRequest,
        }
    }

    /// What happened and what to do, for this reader. A verb's own problem is in Vietnamese.
    fn words(&self, w: &'static RefusalWords) -> (&str, &str) {
        match self {
            Failure::BadRequest => (w.bad_request, w.bad_request_mend),
            Failure::NotFound => (w.not_found, w.not_found_mend),
            Failure::Conflict(Some(problem)) | Failure::Unprocessable(Some(problem)) => (&problem.what, &problem.mend),
            Failure::Conflict(None) => (w.conflict, w.conflict_mend),
            Failure::TooLarge => (w.too_large, w.too_large_mend),
            Failure::FormRefused => (w.form_refused, w.form_refused_mend),
            Failure::Unprocessable(None) => (w.unprocessable, w.unprocessable_mend),
            Failure::TooMany => (w.too_many, w.too_many_mend),
            Failure::Internal { .. } => (w.internal, w.internal_mend),
            Failure::Unavailable { .. } => (w.unavailable, w.unavailable_mend),
        }
    }

    /// Whether the words are a verb's own, which are Vietnamese on an English page too.
    const fn is_in_vietnamese(&self) -> bool {
        matches!(self, Failure::Conflict(Some(_)) | Failure::Unprocessable(Some(_)))
    }

    /// Writes the line of the log, once, for failures that are ours.
    pub(crate) fn log(&self, path: &str) {
        if let Failure::Internal { cause } | Failure::Unavailable { cause } = self {
            tracing::error!(code = self.code(), path, cause, "request failed");
        }
    }

    /// The page, or for the API the JSON, that tells this visitor.
    pub(crate) fn told(&self, visit: &Visit) -> Response {
        if visit.is_api() { self.as_json(visit) } else { self.as_page(visit) }
    }

    fn as_json(&self, visit: &Visit) -> Response {
        let (what, mend) = self.words(RefusalWords::of(visit.lang));
        let body = serde_json::json!({ "code": self.code(), "what": what, "mend": mend });
        let mut response = Rendered {
            status: self.status(),
            mime: HeaderValue::from_static("application/json"),
            body: Bytes::from(body.to_string()),
            audience: Audience::OneVisit,
            disposition: None,
        }
        .into_response();
        headers::add_keeping(response.headers_mut(), Audience::OneVisit);
        response
    }

    fn as_page(&self, visit: &Visit) -> Response {
        let words = RefusalWords::of(visit.lang);
        let (what, mend) = self.words(words);
        let template = RefusalPage {
            f: Frame::new(visit, Footer::default()),
            r: words,
            what,
            mend,
            code: self.code(),
            vietnamese: self.is_in_vietnamese(),
        };
        let page = if visit.is_desk() { Page::for_desk(&template) } else { Page::for_one_visit(&template) };
        match page {
            Ok(page) => page.with_status(self.status()).into_response(),
            Err(_) => self.status().into_response(),
        }
    }
}

impl IntoResponse for Failure {
    /// Only the status: the front, which knows the language, writes the page.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage<'a> {
    f: Frame,
    r: &'static RefusalWords,
    what: &'a str,
    mend: &'a str,
    code: &'a str,
    vietnamese: bool,
}
