//! A browser without scripts: it keeps the cookie, reads forms from pages and sends them as they stand, with some
//! fields typed over.

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// What came back.
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) html: String,
}

/// A form of a page.
#[derive(Clone, Debug)]
pub(crate) struct SeenForm {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
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
        let forms = self.html.split("<form").skip(1).map(|rest| rest.split("</form>").next().unwrap());
        let found = forms.filter_map(|form| {
            let tag = form.split('>').next().unwrap();
            let own = attribute(tag, "action").unwrap_or_default();
            let buttons = form
                .split("<button")
                .skip(1)
                .filter_map(|button| attribute(button.split('>').next().unwrap(), "formaction"));
            let action = std::iter::once(own).chain(buttons).find(|action| action.ends_with(end))?;
            Some(SeenForm { action, fields: fields(form) })
        });
        let found: Vec<SeenForm> = found.collect();
        found.into_iter().next().unwrap_or_else(|| panic!("no form leads to …{end}: {}", self.words()))
    }
}

impl SeenForm {
    /// The form with a field typed over.
    pub(crate) fn with(mut self, name: &str, value: &str) -> SeenForm {
        match self.fields.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = value.to_owned(),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

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

/// What a browser sends of a form as it stands.
fn fields(form: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = form;
    while let Some(start) = rest.find(['<']) {
        rest = &rest[start + 1..];
        let Some(tag) = rest.split('>').next() else { break };
        let name = attribute(tag, "name");
        match (tag.split_whitespace().next().unwrap_or_default(), name) {
            ("input", Some(name)) => {
                let kind = attribute(tag, "type").unwrap_or_default();
                let chosen = !["checkbox", "radio"].contains(&kind.as_str()) || tag.contains(" checked");
                if chosen {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            }
            ("textarea", Some(name)) => {
                let text = rest.split_once('>').unwrap().1.split("</textarea>").next().unwrap();
                fields.push((name, unescaped(text.strip_prefix('\n').unwrap_or(text))));
            }
            ("select", Some(name)) => {
                let options = rest.split("</select>").next().unwrap();
                fields.push((name, chosen_option(options)));
            }
            _ => {}
        }
    }
    fields
}

fn chosen_option(options: &str) -> String {
    let all = || options.split("<option").skip(1);
    let chosen = all().find(|option| option.split('>').next().unwrap().contains(" selected")).or_else(|| all().next());
    let option = chosen.unwrap_or_default();
    let (tag, text) = option.split_once('>').unwrap_or_default();
    attribute(tag, "value").unwrap_or_else(|| unescaped(text.split('<').next().unwrap()))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next().map(unescaped)
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&#38;", "&"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("&quot;", "\""),
    ];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
