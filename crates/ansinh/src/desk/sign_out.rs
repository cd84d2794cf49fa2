//! Signing out: the session ends on the server, and the browser forgets its cookie.

use super::sign_in::with_cookie;
use super::{Answer, Desk, Posted};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};

/// Ends the session.
pub(super) async fn sign_out(State(desk): State<Desk>, posted: Posted) -> Answer {
    let official = &posted.official;
    if let Err(error) = official.app.sign_out(&official.actor).await {
        return Err(official.refuse(error).await);
    }
    let place = official.visit.href("/desk/sign-in?done=signed-out");
    Ok(with_cookie(Redirect::to(&place).into_response(), desk.cookie.forget()))
}
