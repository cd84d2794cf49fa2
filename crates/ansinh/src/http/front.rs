//! The door of the server: every request comes in here and every answer leaves here. It finds the language,
//! serves kept pages, refuses forms of other sites, keeps a panic of one page from hurting another, turns
//! failures into pages, and finishes answers: compression, `ETag`, "not modified", headers.

use crate::http::cache::{Generation, PageCache, Stored};
use crate::http::cookie::Scheme;
use crate::http::encoding::{Encoding, pack};
use crate::http::failure::Failure;
use crate::http::guard;
use crate::http::headers;
use crate::http::page::{Audience, Rendered};
use crate::http::visit::Visit;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    LOCATION, VARY,
};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use std::sync::Arc;

/// An answer larger than this is compressed away from the threads that serve.
const LARGE_BYTES: usize = 32 * 1024;

/// What the door needs to know.
#[derive(Debug)]
pub struct Front {
    cache: PageCache,
    scheme: Scheme,
}

impl Front {
    /// A door with a page cache of at most `cache_bytes` that follows `generation`.
    pub fn new(generation: Generation, cache_bytes: usize, scheme: Scheme) -> Front {
        Front { cache: PageCache::new(generation, cache_bytes), scheme }
    }
}

/// Puts the door before the routes. The routes are written once, without the language.
pub fn front(routes: Router, front: Front) -> Router {
    let routes = routes.fallback(|| async { Failure::NotFound });
    let door = from_fn_with_state(Arc::new(front), serve);
    Router::new().fallback_service(routes).layer(door)
}

/// What is needed of a request after the routes have used it up.
struct Asked {
    key: Option<String>,
    visit: Visit,
    method: Method,
    encoding: Encoding,
    if_none_match: Option<HeaderValue>,
}

impl Asked {
    fn of(request: &Request) -> Asked {
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        let key = request.uri().path_and_query().filter(|_| reads);
        Asked {
            key: key.map(|key| key.as_str().to_owned()),
            visit: Visit::of(request.uri()),
            method: request.method().clone(),
            encoding: Encoding::accepted(request.headers()),
            if_none_match: request.headers().get(IF_NONE_MATCH).cloned(),
        }
    }
}

async fn serve(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let mut response = match asked.key.as_deref().and_then(|key| front.cache.get(key)) {
        Some(page) => send_shared(page, &asked).await,
        None => front.answer(&asked, request, next).await,
    };
    headers::add_common(response.headers_mut(), front.scheme);
    if asked.method == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

impl Front {
    async fn answer(&self, asked: &Asked, request: Request, next: Next) -> Response {
        if let Some(place) = moved_to(request.uri(), &asked.visit) {
            return redirect(&place);
        }
        let generation = self.cache.current();
        let response = if is_misleading(&asked.visit.path) {
            Failure::NotFound.told(&asked.visit.at_home())
        } else if !guard::is_from_our_pages(request.method(), request.headers()) {
            tell(Failure::FormRefused, asked)
        } else {
            self.route(asked, request, next).await
        };
        self.finish(asked, generation, response).await
    }

    /// Lets the routes answer, in a task of its own: if it panics, this answer alone is a failure.
    async fn route(&self, asked: &Asked, request: Request, next: Next) -> Response {
        let Some(request) = without_language(request, &asked.visit) else {
            return tell(Failure::BadRequest, asked);
        };
        let response = match tokio::spawn(next.run(request)).await {
            Ok(response) => response,
            Err(panic) => {
                let cause = format!("the page panicked: {panic}");
                return tell(Failure::Internal { cause }, asked);
            }
        };
        if let Some(failure) = response.extensions().get::<Failure>() {
            return tell(failure.clone(), asked);
        }
        let status = response.status();
        let is_refusal = status.is_client_error() || status.is_server_error();
        if is_refusal && response.extensions().get::<Rendered>().is_none() {
            return tell_status(&response, asked);
        }
        response
    }

    /// Completes an answer whose bytes are known; a stream (a large export) passes as it is.
    async fn finish(&self, asked: &Asked, generation: u64, mut response: Response) -> Response {
        let Some(rendered) = response.extensions_mut().remove::<Rendered>() else {
            headers::add_policy(response.headers_mut(), Audience::OneVisit);
            return response;
        };
        let shared = rendered.audience == Audience::Everyone && rendered.status == StatusCode::OK;
        match asked.key.as_deref() {
            Some(key) if shared && is_plain(response.headers()) => {
                let page = self.cache.keep(key, generation, Stored::new(rendered));
                send_shared(page, asked).await
            }
            _ => send_once(rendered, response, asked).await,
        }
    }
}

/// Whether the handler set no header of its own (a cookie, say), so that the bytes are the whole answer.
fn is_plain(headers: &HeaderMap) -> bool {
    headers.keys().all(|name| name == CONTENT_TYPE || name == CONTENT_LENGTH)
}

/// Sends a page that is kept: "not modified" when the reader has it, else the bytes in the reader's coding.
async fn send_shared(page: Arc<Stored>, asked: &Asked) -> Response {
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.reserve(14);
    headers.insert(ETAG, page.etag.clone());
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers::add_keeping(headers, Audience::Everyone);
    if asked.if_none_match.as_ref().is_some_and(|sent| names(sent, &page.etag)) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    let encoding = coding_for(&page.rendered, asked);
    let body = match page.ready(encoding) {
        Some(body) => body,
        None => pack_shared(Arc::clone(&page), encoding).await,
    };
    add_content(response.headers_mut(), &page.rendered, encoding, body.len());
    *response.body_mut() = Body::from(body);
    response
}

/// Sends an answer made for one request, with the headers its handler set (a cookie, say).
async fn send_once(rendered: Rendered, mut response: Response, asked: &Asked) -> Response {
    let encoding = coding_for(&rendered, asked);
    let body = match encoding {
        Encoding::Plain => rendered.body.clone(),
        _ => pack_once(rendered.body.clone(), encoding).await,
    };
    let headers = response.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if !headers.contains_key(CACHE_CONTROL) {
        headers::add_keeping(headers, keeping_of(&rendered));
    }
    add_content(headers, &rendered, encoding, body.len());
    *response.body_mut() = Body::from(body);
    response
}

/// A page for everybody that is not whole (404, say) must not stay anywhere.
fn keeping_of(rendered: &Rendered) -> Audience {
    if rendered.status == StatusCode::OK { rendered.audience } else { Audience::OneVisit }
}

fn coding_for(rendered: &Rendered, asked: &Asked) -> Encoding {
    if rendered.is_worth_packing() { asked.encoding } else { Encoding::Plain }
}

fn add_content(headers: &mut HeaderMap, rendered: &Rendered, encoding: Encoding, length: usize) {
    headers.insert(CONTENT_TYPE, rendered.mime.clone());
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    if let Some(coding) = encoding.header() {
        headers.insert(CONTENT_ENCODING, coding);
    }
    if let Some(disposition) = &rendered.disposition {
        headers.insert(CONTENT_DISPOSITION, disposition.clone());
    }
    headers::add_policy(headers, rendered.audience);
}

async fn pack_shared(page: Arc<Stored>, encoding: Encoding) -> Bytes {
    let length = page.rendered.body.len();
    off_the_serving_threads(length, move || page.packed(encoding)).await
}

async fn pack_once(body: Bytes, encoding: Encoding) -> Bytes {
    off_the_serving_threads(body.len(), move || Bytes::from(pack(&body, encoding))).await
}

/// Compresses a small answer at once, and a large one, which takes milliseconds, where it delays nobody else.
async fn off_the_serving_threads(length: usize, packing: impl FnOnce() -> Bytes + Send + 'static) -> Bytes {
    if length <= LARGE_BYTES {
        return packing();
    }
    let packed = tokio::task::spawn_blocking(packing).await;
    packed.expect("compression of bytes in memory does not panic")
}

/// Whether the reader's `If-None-Match` names this page.
fn names(sent: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(sent), Ok(etag)) = (sent.to_str(), etag.to_str()) else { return false };
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    sent.trim() == "*" || sent.split(',').any(|tag| opaque(tag) == opaque(etag))
}

fn tell(failure: Failure, asked: &Asked) -> Response {
    failure.log(&asked.visit.path);
    failure.told(&asked.visit)
}

/// Dresses a bare refusal of a library (a wrong method, a body too large) as a page, under the library's status
/// unless that would tell that something is there.
fn tell_status(refusal: &Response, asked: &Asked) -> Response {
    let failure = Failure::from_status(refusal.status());
    let is_hidden = failure == Failure::NotFound;
    let mut told = tell(failure, asked);
    if !is_hidden {
        *told.status_mut() = refusal.status();
    }
    if let Some(allow) = refusal.headers().get(ALLOW) {
        told.headers_mut().insert(ALLOW, allow.clone());
    }
    told
}

/// A path that a browser could read as another host when it is sent back in a link or a redirect.
fn is_misleading(path: &str) -> bool {
    path.starts_with("//") || path.contains('\\')
}

/// One address a page: `/en` is `/en/`, and no other path ends with a stroke.
fn moved_to(asked: &Uri, visit: &Visit) -> Option<String> {
    let trimmed = visit.path.trim_end_matches('/');
    let canonical =
        Visit { path: if trimmed.is_empty() { "/".to_owned() } else { trimmed.to_owned() }, ..visit.clone() };
    let place = canonical.here();
    let same = asked.path_and_query().is_some_and(|now| now.as_str().trim_end_matches('?') == place);
    (!same && !is_misleading(&visit.path)).then_some(place)
}

fn redirect(place: &str) -> Response {
    let mut response = Response::new(Body::empty());
    match HeaderValue::try_from(place) {
        Ok(place) => {
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
            response.headers_mut().insert(LOCATION, place);
        }
        Err(_) => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    response
}

/// The request as the routes know it: the address without the language, the visit noted beside it.
fn without_language(mut request: Request, visit: &Visit) -> Option<Request> {
    let mark = if visit.query.is_empty() { "" } else { "?" };
    let target = format!("{}{mark}{}", visit.path, visit.query);
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(target).ok()?);
    *request.uri_mut() = Uri::from_parts(parts).ok()?;
    request.extensions_mut().insert(visit.clone());
    Some(request)
}
