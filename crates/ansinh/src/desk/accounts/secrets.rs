//! The secrets of an account, shown once to whoever made or reset it. The page is never kept anywhere.

use crate::components::Crumb;
use crate::desk::Official;
use crate::desk::official::Who;
use crate::desk::refused::Answer;
use crate::http::Page;
use crate::layout::Frame;
use crate::words::OfficeWords;
use ansinh_app::account::{Credentials, otpauth_address};
use askama::Template;
use axum::response::IntoResponse;

struct Shown {
    username: String,
    password: String,
    totp_secret: String,
    totp_address: String,
}

#[derive(Template)]
#[template(path = "desk/accounts/secrets.html")]
struct SecretsPage {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    crumbs: Vec<Crumb>,
    shown: Option<Shown>,
    next: String,
}

/// The secrets, or that they were shown before.
pub(super) async fn page(official: &Official, made: Option<Credentials>, next: &str) -> Answer {
    let (mut f, who) = official.frame().await?;
    let home = official.clone().at(next.to_owned()).visit;
    (f.here, f.there) = (home.here(), home.there());
    let o = OfficeWords::of(official.visit.lang);
    let page = SecretsPage {
        f,
        who,
        o,
        crumbs: vec![Crumb::to(&official.visit, "/desk/accounts", o.accounts), Crumb::here(o.secrets_title)],
        shown: made.map(shown),
        next: official.visit.href(next),
    };
    Ok(Page::for_desk(&page)?.into_response())
}

fn shown(made: Credentials) -> Shown {
    let totp_secret = made.totp_secret.unwrap_or_default();
    let has_codes = !totp_secret.is_empty();
    let totp_address = if has_codes { otpauth_address(&made.username, &totp_secret) } else { String::new() };
    Shown { username: made.username, password: made.password, totp_secret, totp_address }
}
