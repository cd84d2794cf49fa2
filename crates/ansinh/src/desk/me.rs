//! One's own account: rights, password, sessions.

use super::Desk;
use super::names;
use super::official::{Official, Posted, Who};
use super::refused::Answer;
use super::sign_in::with_cookie;
use crate::components::{FieldError, FieldErrors};
use crate::http::{Failure, Page};
use crate::layout::Frame;
use crate::words::{OfficeWords, fill};
use ansinh_app::AppError;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};

#[derive(Template)]
#[template(path = "desk/me.html")]
struct MePage {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    errors: FieldErrors,
    username: String,
    rights: Vec<String>,
    sessions: String,
}

/// The account of whoever asks.
pub(super) async fn page(official: Official) -> Answer {
    render(&official, FieldErrors::default(), StatusCode::OK).await
}

/// Changes the password; all sessions end.
pub(super) async fn change_password(State(desk): State<Desk>, posted: Posted) -> Answer {
    let (official, fields) = (&posted.official, &posted.fields);
    match official.app.change_password(&official.actor, fields.get("old"), fields.get("new")).await {
        Ok(()) => {
            let place = official.visit.href("/desk/sign-in?done=password");
            Ok(with_cookie(Redirect::to(&place).into_response(), desk.cookie.forget()))
        }
        Err(AppError::Problems(problems)) => {
            let error = |problem: &ansinh_kernel::problem::Problem| FieldError {
                field: problem.place.field.clone().unwrap_or_else(|| "old".to_owned()),
                what: names::said(problem),
            };
            let errors = FieldErrors(problems.iter().map(error).collect());
            let official = posted.official.clone().at("/desk/me".to_owned());
            render(&official, errors, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// Ends all sessions.
pub(super) async fn sign_out_everywhere(State(desk): State<Desk>, posted: Posted) -> Answer {
    let official = &posted.official;
    if let Err(error) = official.app.sign_out_everywhere(&official.actor).await {
        return Err(posted.refuse(error).await);
    }
    let place = official.visit.href("/desk/sign-in?done=everywhere");
    Ok(with_cookie(Redirect::to(&place).into_response(), desk.cookie.forget()))
}

async fn render(official: &Official, errors: FieldErrors, status: StatusCode) -> Answer {
    let (app, actor, lang) = (&official.app, &official.actor, official.visit.lang);
    let o = OfficeWords::of(lang);
    let open = app.my_sessions(actor).await.map_err(Failure::from)?;
    let latest = open.first().map_or_else(String::new, |session| session.created_at.format(lang));
    let (f, who) = official.frame().await?;
    let page = MePage {
        f: if errors.0.is_empty() { f } else { f.with_errors() },
        who,
        o,
        errors,
        username: actor.account.username.clone(),
        rights: actor.grants.iter().map(|grant| names::grant(app, grant, lang)).collect(),
        sessions: fill(o.sessions_open, &[("n", &open.len().to_string()), ("time", &latest)]),
    };
    Ok(Page::for_desk(&page)?.with_status(status).into_response())
}
