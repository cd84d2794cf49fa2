//! The list of accounts, and the search in it.

use crate::desk::names;
use crate::desk::official::Who;
use crate::desk::refused::Answer;
use crate::desk::{Official, Posted};
use crate::http::Page;
use crate::layout::Frame;
use crate::words::OfficeWords;
use ansinh_app::account::{AccountList, AccountView};
use ansinh_store::account::AccountState;
use askama::Template;
use axum::response::IntoResponse;

struct Line {
    href: String,
    username: String,
    name: String,
    rights: Vec<String>,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "desk/accounts/list.html")]
struct ListPage<'a> {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    q: &'a str,
    lines: Vec<Line>,
    next_after: Option<String>,
}

/// The first accounts by username.
pub(in crate::desk) async fn page(official: Official) -> Answer {
    match official.app.accounts(&official.actor, "", "").await {
        Ok(list) => render(&official, "", list).await,
        Err(error) => Err(official.refuse(error).await),
    }
}

/// The accounts that match, from after a username on.
pub(in crate::desk) async fn find(posted: Posted) -> Answer {
    let (q, after) = (posted.fields.get("q"), posted.fields.get("after"));
    match posted.official.app.accounts(&posted.official.actor, q, after).await {
        Ok(list) => render(&posted.official, q, list).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

async fn render(official: &Official, q: &str, list: AccountList) -> Answer {
    let (f, who) = official.frame().await?;
    let lines = list.accounts.iter().map(|view| line(official, view)).collect();
    let page = ListPage { f, who, o: OfficeWords::of(official.visit.lang), q, lines, next_after: list.next_after };
    Ok(Page::for_desk(&page)?.into_response())
}

fn line(official: &Official, view: &AccountView) -> Line {
    let (o, lang) = (OfficeWords::of(official.visit.lang), official.visit.lang);
    let rights = view.grants.iter().filter(|grant| grant.valid_to.is_none());
    Line {
        href: official.visit.href(&format!("/desk/accounts/{}", view.account.id)),
        username: view.account.username.clone(),
        name: view.account.display_name.clone(),
        rights: rights.map(|grant| names::grant(&official.app, grant, lang)).collect(),
        state: match view.account.state {
            AccountState::Active => o.active,
            AccountState::Disabled => o.disabled,
        },
    }
}
