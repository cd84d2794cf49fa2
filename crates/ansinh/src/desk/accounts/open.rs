//! One account: its rights, and what can be done with it.

use super::grant_form::{self, GrantForm};
use crate::components::{Crumb, FieldErrors};
use crate::desk::Official;
use crate::desk::fields::Fields;
use crate::desk::names;
use crate::desk::official::Who;
use crate::desk::refused::{Answer, Refused};
use crate::http::Page;
use crate::layout::Frame;
use crate::words::{DeskWords, OfficeWords};
use ansinh_app::account::AccountView;
use ansinh_store::account::{AccountState, Grant};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;

/// What the address of the page says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk) struct Asked {
    done: String,
}

struct Right {
    id: String,
    role: &'static str,
    agency: String,
    area: String,
    from: String,
    until: String,
    lasts: bool,
}

#[derive(Template)]
#[template(path = "desk/accounts/account.html")]
struct AccountPage<'a> {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    crumbs: Vec<Crumb>,
    done: &'a str,
    errors: FieldErrors,
    action: String,
    name: &'a str,
    username: &'a str,
    is_active: bool,
    is_own: bool,
    rights: Vec<Right>,
    grant: GrantForm,
}

/// The account.
pub(in crate::desk) async fn page(official: Official, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let o = OfficeWords::of(official.visit.lang);
    let done = match asked.done.as_str() {
        "granted" => o.done_granted,
        "ended" => o.done_ended,
        "disabled" => o.done_disabled,
        "enabled" => o.done_enabled,
        _ => "",
    };
    let view = load(&official, &id).await?;
    render(&official, &view, Shown { done, ..Shown::default() }).await
}

pub(super) async fn load(official: &Official, id: &str) -> Result<AccountView, Refused> {
    match official.app.account(&official.actor, id).await {
        Ok(view) => Ok(view),
        Err(error) => Err(official.refuse(error).await),
    }
}

/// What the page shows beside the account.
#[derive(Debug, Default)]
struct Shown<'a> {
    done: &'a str,
    fields: Fields,
    errors: FieldErrors,
}

/// The account with a form on it that was not right.
pub(super) async fn again(official: Official, id: &str, fields: &Fields, errors: FieldErrors) -> Answer {
    let view = load(&official, id).await?;
    let official = official.at(format!("/desk/accounts/{id}"));
    render(&official, &view, Shown { done: "", fields: fields.clone(), errors }).await
}

async fn render(official: &Official, view: &AccountView, shown: Shown<'_>) -> Answer {
    let Shown { done, fields, errors } = shown;
    let status = if errors.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (f, who) = official.frame().await?;
    let o = OfficeWords::of(official.visit.lang);
    let account = &view.account;
    let page = AccountPage {
        f: if errors.0.is_empty() { f } else { f.with_errors() },
        who,
        o,
        crumbs: vec![
            Crumb::to(&official.visit, "/desk/accounts", o.accounts),
            Crumb::here(account.display_name.clone()),
        ],
        done,
        errors,
        action: official.visit.href(&format!("/desk/accounts/{}", account.id)),
        name: &account.display_name,
        username: &account.username,
        is_active: account.state == AccountState::Active,
        is_own: account.id == official.actor.account.id,
        rights: view.grants.iter().map(|grant| right(official, grant)).collect(),
        grant: grant_form::form(official, &fields),
    };
    Ok(Page::for_desk(&page)?.with_status(status).into_response())
}

fn right(official: &Official, grant: &Grant) -> Right {
    let (app, lang) = (&official.app, official.visit.lang);
    let o = OfficeWords::of(lang);
    Right {
        id: grant.id.clone(),
        role: names::role(DeskWords::of(lang), grant.role),
        agency: grant.agency.as_ref().map_or_else(|| o.own_authority.to_owned(), |id| names::agency(app, id, lang)),
        area: names::area(app, &grant.area, app.today(), lang),
        from: grant.valid_from.format(lang),
        until: grant.valid_to.map_or_else(|| o.lasting.to_owned(), |end| end.format(lang)),
        lasts: grant.valid_to.is_none(),
    }
}
