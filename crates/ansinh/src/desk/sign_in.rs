//! Signing in. Every refusal says the same words; what was typed stays, but for the password. Afterwards one is back
//! where one was, as long as that is a page of the desk.

use super::names;
use super::official::{footer, recognise};
use super::refused::Answer;
use super::{Desk, Refused};
use crate::components::{FieldError, FieldErrors};
use crate::http::{Failure, Page, SessionToken, Visit};
use crate::layout::Frame;
use crate::words::DeskWords;
use ansinh_app::AppError;
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// What the address of the page says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    to: String,
    done: String,
}

/// What is typed to sign in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    username: String,
    password: String,
    code: String,
    to: String,
}

#[derive(Template)]
#[template(path = "desk/sign-in.html")]
struct SignInPage<'a> {
    f: Frame,
    d: &'static DeskWords,
    note: &'a str,
    errors: FieldErrors,
    username: &'a str,
    code: &'a str,
    to: &'a str,
}

/// The empty form; whoever is signed in already goes on.
pub(super) async fn form(
    State(desk): State<Desk>,
    visit: Visit,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Answer {
    if recognise(&desk, &headers).await.is_ok() {
        return Ok(Redirect::to(&place(&visit, &asked.to)).into_response());
    }
    let w = DeskWords::of(visit.lang);
    let note = match asked.done.as_str() {
        "signed-out" => w.signed_out,
        "everywhere" => w.signed_out_everywhere,
        "password" => w.password_changed,
        _ if is_safe(&asked.to) => w.session_needed,
        _ => "",
    };
    let typed = Typed { to: asked.to, ..Typed::default() };
    Ok(page(&desk, &visit, &typed, note, FieldErrors::default()).await?.into_response())
}

/// Signs in and goes on.
pub(super) async fn sign_in(State(desk): State<Desk>, visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let w = DeskWords::of(visit.lang);
    let error = match desk.app.sign_in(&typed.username, &typed.password, &typed.code).await {
        Ok(signed_in) => return welcome(&desk, &visit, &typed, &signed_in.token),
        Err(error) => error,
    };
    let (status, what) = match error {
        AppError::TooManyAttempts => (StatusCode::TOO_MANY_REQUESTS, w.too_many.to_owned()),
        AppError::Problems(problems) => (StatusCode::UNPROCESSABLE_ENTITY, names::sentence(&problems)),
        other => return Err(Failure::from(other).into()),
    };
    let errors = FieldErrors(vec![FieldError { field: "username".to_owned(), what }]);
    Ok(page(&desk, &visit, &typed, "", errors).await?.with_status(status).into_response())
}

fn welcome(desk: &Desk, visit: &Visit, typed: &Typed, token: &str) -> Answer {
    let cause = || Failure::Internal { cause: "a token of ours has the form of a token".to_owned() };
    let token = SessionToken::parse(token).ok_or_else(cause)?;
    Ok(with_cookie(Redirect::to(&place(visit, &typed.to)).into_response(), desk.cookie.start(&token)))
}

async fn page(desk: &Desk, visit: &Visit, typed: &Typed, note: &str, errors: FieldErrors) -> Result<Page, Refused> {
    let mut f = Frame::new(visit, footer(&desk.app).await?);
    f.menu.clear();
    f.errors = !errors.0.is_empty();
    let to = if is_safe(&typed.to) { typed.to.as_str() } else { "" };
    let w = DeskWords::of(visit.lang);
    let template = SignInPage { f, d: w, note, errors, username: &typed.username, code: &typed.code, to };
    Ok(Page::for_desk(&template)?)
}

/// The answer with the session's cookie, or without it any more.
pub(super) fn with_cookie(mut response: Response, cookie: HeaderValue) -> Response {
    response.headers_mut().insert(SET_COOKIE, cookie);
    response
}

/// Where one was, or the desk.
fn place(visit: &Visit, to: &str) -> String {
    if is_safe(to) { to.to_owned() } else { visit.href("/desk") }
}

/// Whether an address is a page of the desk on this very server: never another host, however it is spelled.
fn is_safe(to: &str) -> bool {
    let plain = to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let uri = to.parse::<Uri>().ok().filter(|uri| uri.authority().is_none() && uri.scheme().is_none());
    plain && to.starts_with('/') && !to.contains("//") && uri.is_some_and(|uri| Visit::of(&uri).is_desk())
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn one_is_sent_back_to_pages_of_the_desk_only() {
        for safe in [
            "/desk",
            "/en/desk",
            "/desk/sheets/x1/2018-Q3/so-y-te?done=saved",
            "/desk/asked/t44/2018/a?level=commune&q=ninh",
        ] {
            assert!(is_safe(safe), "{safe}");
        }
        let foreign = [
            "",
            "/",
            "/deskx",
            "//evil.example/desk",
            "https://evil.example/desk",
            "/\\evil.example/desk",
            "\\/desk",
            "/desk//evil.example",
            "javascript:alert(1)",
            "/desk\r\nset-cookie: a",
            "/en//evil.example/desk",
            "desk",
            "/desk\t",
        ];
        for foreign in foreign {
            assert!(!is_safe(foreign), "{foreign}");
        }
    }
}
