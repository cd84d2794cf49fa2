//! What a handler hands back: a page or a file to download, with the audience it is for. The front adds headers,
//! compresses, caches and answers "not modified"; a handler thinks of none of that.

use crate::http::encoding::is_worth_packing;
use crate::http::failure::Failure;
use askama::Template;
use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// For whom an answer is made, which decides whether it may be kept and what it may do in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody sees the same until something is accepted: kept in the page cache.
    Everyone,
    /// Made for one request on the portal (posted answers, a form with its key): never kept anywhere.
    OneVisit,
    /// An official's page: never kept anywhere, may run the desk's own script.
    Desk,
}

/// A page of HTML.
#[derive(Clone, Debug)]
pub struct Page {
    status: StatusCode,
    html: String,
    audience: Audience,
}

impl Page {
    /// A page that is the same for everybody. Its template may not depend on cookies, keys or the clock.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the template cannot be rendered.
    pub fn for_everyone(template: &impl Template) -> Result<Page, Failure> {
        Page::render(template, Audience::Everyone)
    }

    /// A portal page made for this request alone.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the template cannot be rendered.
    pub fn for_one_visit(template: &impl Template) -> Result<Page, Failure> {
        Page::render(template, Audience::OneVisit)
    }

    /// A page of the desk.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the template cannot be rendered.
    pub fn for_desk(template: &impl Template) -> Result<Page, Failure> {
        Page::render(template, Audience::Desk)
    }

    /// The same page with another status, such as 422 for a form shown again with its errors.
    pub fn with_status(mut self, status: StatusCode) -> Page {
        self.status = status;
        self
    }

    fn render(template: &impl Template, audience: Audience) -> Result<Page, Failure> {
        let html = template.render().map_err(|error| Failure::Internal { cause: error.to_string() })?;
        Ok(Page { status: StatusCode::OK, html, audience })
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        Rendered {
            status: self.status,
            mime: HTML,
            body: Bytes::from(self.html),
            audience: self.audience,
            disposition: None,
        }
        .into_response()
    }
}

/// A file: open data, a workbook, a report.
#[derive(Clone, Debug)]
pub struct Download {
    mime: HeaderValue,
    body: Bytes,
    audience: Audience,
    disposition: Option<HeaderValue>,
}

impl Download {
    /// A file of this type, such as `text/csv; charset=utf-8`, shown in the browser where it can be.
    pub fn new(mime: &'static str, body: impl Into<Bytes>, audience: Audience) -> Download {
        Download { mime: HeaderValue::from_static(mime), body: body.into(), audience, disposition: None }
    }

    /// Saved under this name. Letters outside `A-Z a-z 0-9 . - _` become `_`; the names we make have none.
    pub fn named(mut self, name: &str) -> Download {
        let plain = |c: char| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' };
        let name: String = name.chars().map(plain).collect();
        let value = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
        self.disposition = Some(value.expect("plain letters make a header value"));
        self
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        Rendered {
            status: StatusCode::OK,
            mime: self.mime,
            body: self.body,
            audience: self.audience,
            disposition: self.disposition,
        }
        .into_response()
    }
}

/// An answer whose bytes are known: what the front finishes and the cache keeps.
#[derive(Clone, Debug)]
pub(crate) struct Rendered {
    pub(crate) status: StatusCode,
    pub(crate) mime: HeaderValue,
    pub(crate) body: Bytes,
    pub(crate) audience: Audience,
    pub(crate) disposition: Option<HeaderValue>,
}

impl Rendered {
    pub(crate) fn is_worth_packing(&self) -> bool {
        let mime = self.mime.to_str().unwrap_or_default();
        is_worth_packing(mime, self.body.len())
    }
}

impl IntoResponse for Rendered {
    /// Complete already, for a handler without a front; the front finds the parts in the extension.
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        response.headers_mut().insert(CONTENT_TYPE, self.mime.clone());
        response.extensions_mut().insert(self);
        response
    }
}
