//! A browser without scripts: it keeps the cookie, reads forms from pages and sends them as they stand, with some
//! fields typed over.

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::form::{SeenForm, encoded, form_in, unescaped};

/// What came back.
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) html: String,
}

/// A browser.
pub(crate) struct Browser {
    router: Router,
    pub(crate) session: Option<String>,
}

impl Browser {
    pub(crate) fn new(router: Router, session: Option<String>) -> Browser {
        Browser { router, session }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Seen {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Goes where an answer leads.
    pub(crate) async fn follow(&mut self, mut seen: Seen) -> Seen {
        for _ in 0..5 {
            if !seen.status.is_redirection() {
                break;
            }
            let place = seen.place().to_owned();
            seen = self.get(&place).await;
        }
        seen
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Seen {
        self.post_from(path, fields, &[("sec-fetch-site", "same-origin")]).await
    }

    pub(crate) async fn post_from(
        &mut self,
        path: &str,
        fields: &[(String, String)],
        headers: &[(&str, &str)],
    ) -> Seen {
        let mut request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        self.send(request, Body::from(pairs.join("&"))).await
    }

    /// Sends a form where it belongs.
    pub(crate) async fn submit(&mut self, form: &SeenForm) -> Seen {
        self.post(&form.action, &form.fields).await
    }

    async fn send(&mut self, mut request: axum::http::request::Builder, body: Body) -> Seen {
        if let Some(session) = &self.session {
            request = request.header(COOKIE, format!("ansinh-session={session}"));
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let html = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        if let Some(cookie) = parts.headers.get(SET_COOKIE) {
            let value = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap().1.to_owned();
            self.session = (!value.is_empty()).then_some(value);
        }
        Seen { status: parts.status, headers: parts.headers, html }
    }
}

impl Seen {
    /// Where the answer leads.
    pub(crate) fn place(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |place| place.to_str().unwrap())
    }

    /// What a reader sees in the main part: words without tags, single spaces.
    pub(crate) fn words(&self) -> String {
        let main = self.html.split("<main").nth(1).map_or("", |rest| rest.split("</main>").next().unwrap());
        let mut words = String::new();
        for piece in main.split('<').skip(1) {
            words.push_str(piece.split_once('>').map_or("", |(_, text)| text));
            words.push(' ');
        }
        unescaped(&words).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Seen {
        assert!(self.words().contains(words), "“{words}” is not in: {} {}", self.status, self.words());
        self
    }

    #[track_caller]
    pub(crate) fn never_says(&self, words: &str) -> &Seen {
        assert!(!self.words().contains(words), "“{words}” is in: {}", self.words());
        self
    }

    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Seen {
        assert_eq!(self.status.as_u16(), status, "{}", self.words());
        self
    }

    /// The form that has a button leading to an address that ends so.
    #[track_caller]
    pub(crate) fn form(&self, end: &str) -> SeenForm {
        form_in(&self.html, end).unwrap_or_else(|| panic!("no form leads to …{end}: {}", self.words()))
    }
}

impl SeenForm {
    /// The form without a field, as with a box that is not ticked.
    pub(crate) fn without(mut self, name: &str) -> SeenForm {
        self.fields.retain(|(own, _)| own != name);
        self
    }

    pub(crate) fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(own, _)| own == name).map_or("(no such field)", |(_, value)| value)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(own, _)| own == name)
    }
}
