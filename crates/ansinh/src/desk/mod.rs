//! The desk: the officials' side. Folders mirror addresses, one file a verb; each takes a request apart, calls one
//! verb of `app` and renders one template. Who may do what is decided in `app::access`, never here.
//!
//! Every form carries the token of its session and a key made when it was rendered; what stops a form (an ended
//! session, a foreign token, a rule) shows what was typed again, so that nothing typed is lost.

mod accounts;
mod asked;
mod audit;
mod entries;
mod fields;
mod kept;
mod me;
mod names;
mod official;
mod overview;
mod refused;
mod sheets;
mod sign_in;
mod sign_out;
mod work_list;

use crate::http::cookie::{Scheme, SessionCookie};
use ansinh_app::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};

use official::{Official, Posted};
use refused::{Answer, Refused};

/// The longest body of a form, in bytes.
const LONGEST_FORM: usize = 1024 * 1024;

/// What the pages of the desk are given.
#[derive(Clone, Debug)]
struct Desk {
    app: App,
    cookie: SessionCookie,
}

/// The routes of the desk, without the language.
pub fn routes(app: App, scheme: Scheme) -> Router {
    let desk = Desk { app, cookie: SessionCookie::new(scheme) };
    let router = table().into_iter().fold(Router::new(), |router, (_, path, answer)| router.route(path, answer));
    router.layer(DefaultBodyLimit::max(LONGEST_FORM)).with_state(desk)
}

/// Method and path of every route.
pub fn addresses() -> Vec<(&'static str, &'static str)> {
    table().into_iter().map(|(method, path, _)| (method, path)).collect()
}

/// Every route on one screen.
#[rustfmt::skip]
fn table() -> Vec<(&'static str, &'static str, MethodRouter<Desk>)> {
    vec![
        ("GET",  "/desk/sign-in", get(sign_in::form)),
        ("POST", "/desk/sign-in", post(sign_in::sign_in)),
        ("POST", "/desk/sign-out", post(sign_out::sign_out)),
        ("GET",  "/desk", get(work_list::page)),
        ("GET",  "/desk/work-list.csv", get(work_list::csv)),
        ("GET",  "/desk/asked/{area}/{period}/{agency}", get(asked::page)),
        ("GET",  "/desk/asked/{area}/{period}/{agency}/areas.csv", get(asked::csv)),
        ("GET",  "/desk/sheets/{area}/{period}/{agency}", get(sheets::open::page)),
        ("POST", "/desk/sheets/{area}/{period}/{agency}/save", post(sheets::save::save)),
        ("POST", "/desk/sheets/{area}/{period}/{agency}/paste", post(sheets::paste::paste)),
        ("POST", "/desk/sheets/{area}/{period}/{agency}/submit", post(sheets::submit::submit)),
        ("POST", "/desk/sheets/{area}/{period}/{agency}/return", post(sheets::send_back::send_back)),
        ("POST", "/desk/sheets/{area}/{period}/{agency}/accept", post(sheets::accept::accept)),
        ("POST", "/desk/sheets/{area}/{period}/{agency}/reopen", post(sheets::reopen::reopen)),
        ("GET",  "/desk/overview", get(overview::page)),
        ("GET",  "/desk/overview/targets.csv", get(overview::targets_csv)),
        ("GET",  "/desk/overview/silent.csv", get(overview::silent_csv)),
        ("GET",  "/desk/accounts", get(accounts::list::page)),
        ("POST", "/desk/accounts", post(accounts::list::find)),
        ("POST", "/desk/accounts.csv", post(accounts::list::csv)),
        ("GET",  "/desk/accounts/new", get(accounts::add::form)),
        ("POST", "/desk/accounts/new", post(accounts::add::add)),
        ("GET",  "/desk/accounts/{id}", get(accounts::open::page)),
        ("POST", "/desk/accounts/{id}/state", post(accounts::state::set)),
        ("POST", "/desk/accounts/{id}/reset", post(accounts::reset::reset)),
        ("POST", "/desk/accounts/{id}/grants", post(accounts::grants::add)),
        ("POST", "/desk/accounts/{id}/grants/end", post(accounts::grants::end)),
        ("GET",  "/desk/me", get(me::page)),
        ("POST", "/desk/me/password", post(me::change_password)),
        ("POST", "/desk/me/sign-out-everywhere", post(me::sign_out_everywhere)),
        ("GET",  "/desk/audit", get(audit::page)),
        ("GET",  "/desk/audit/entries", get(entries::page)),
        ("POST", "/desk/audit/entries", post(entries::find)),
        ("POST", "/desk/audit/entries.csv", post(entries::csv)),
    ]
}
