//! The one cookie there is: the session of a signed-in official. The portal has none. Over HTTPS its name starts
//! with `__Host-`, which makes browsers refuse it from other hosts; plain HTTP is for the machine itself.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use data_encoding::BASE64URL_NOPAD;
use std::fmt;

/// How readers reach the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Plain HTTP, for this machine only.
    Http,
    /// HTTPS, at the server itself or at the proxy before it.
    Https,
}

/// The secret that names a session: 32 random bytes, as 43 letters. Only its digest is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A token of these random bytes.
    pub fn new(random: [u8; 32]) -> SessionToken {
        SessionToken(BASE64URL_NOPAD.encode(&random))
    }

    /// Reads what a browser sent, if it has the form of a token.
    pub fn parse(text: &str) -> Option<SessionToken> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        (bytes.len() == 32).then(|| SessionToken(text.to_owned()))
    }

    /// The letters of the token.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionToken {
    /// Never the secret itself, which would end in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken")
    }
}

/// How the session cookie is written and read under a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionCookie {
    scheme: Scheme,
}

impl SessionCookie {
    /// The cookie of a server reached by this scheme.
    pub const fn new(scheme: Scheme) -> SessionCookie {
        SessionCookie { scheme }
    }

    /// The cookie's name.
    pub const fn name(self) -> &'static str {
        match self.scheme {
            Scheme::Http => "ansinh-session",
            Scheme::Https => "__Host-ansinh-session",
        }
    }

    /// The `Set-Cookie` value that starts a session; it ends with the browser, or earlier on the server.
    pub fn start(self, token: &SessionToken) -> HeaderValue {
        self.written(token.as_str(), "")
    }

    /// The `Set-Cookie` value that forgets the session.
    pub fn forget(self) -> HeaderValue {
        self.written("", "; Max-Age=0")
    }

    /// The token that the browser sent.
    pub fn read(self, headers: &HeaderMap) -> Option<SessionToken> {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|value| value.split(';'));
        let found = pairs.find_map(|pair| pair.trim().strip_prefix(self.name())?.strip_prefix('='));
        found.and_then(SessionToken::parse)
    }

    fn written(self, value: &str, more: &str) -> HeaderValue {
        let secure = match self.scheme {
            Scheme::Http => "",
            Scheme::Https => "; Secure",
        };
        let name = self.name();
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{more}");
        HeaderValue::try_from(text).expect("a token is plain letters")
    }
}
