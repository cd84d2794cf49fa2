//! The list of accounts, the search in it, and the same list as a file. Names of people are posted, so that they never
//! stand in an address.

use crate::desk::names;
use crate::desk::official::Who;
use crate::desk::refused::Answer;
use crate::desk::work_list::Choice;
use crate::desk::{Official, Posted};
use crate::http::Page;
use crate::http::csv::CsvFile;
use crate::layout::Frame;
use crate::words::{DeskWords, OfficeWords};
use ansinh_app::account::{AccountList, AccountQuery, AccountView};
use ansinh_store::account::{AccountState, Role};
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
    roles: Vec<Choice>,
    states: Vec<Choice>,
    lines: Vec<Line>,
    next_after: Option<String>,
}

/// The first accounts by username.
pub(in crate::desk) async fn page(official: Official) -> Answer {
    let query = AccountQuery::default();
    match official.app.accounts(&official.actor, &query).await {
        Ok(list) => render(&official, &query, list).await,
        Err(error) => Err(official.refuse(error).await),
    }
}

/// The accounts that match, from after a username on.
pub(in crate::desk) async fn find(posted: Posted) -> Answer {
    let query = query(&posted);
    match posted.official.app.accounts(&posted.official.actor, &query).await {
        Ok(list) => render(&posted.official, &query, list).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// All accounts that match, in one file.
pub(in crate::desk) async fn csv(posted: Posted) -> Answer {
    let (official, o) = (&posted.official, OfficeWords::of(posted.official.visit.lang));
    let mut file = CsvFile::new("tai-khoan", &[o.col_name, o.col_username, o.col_rights, o.col_state]);
    let mut query = AccountQuery { after: String::new(), ..query(&posted) };
    loop {
        let list = match official.app.accounts(&official.actor, &query).await {
            Ok(list) => list,
            Err(error) => return Err(posted.refuse(error).await),
        };
        for line in list.accounts.iter().map(|view| line(official, view)) {
            file.push(&[&line.name, &line.username, &line.rights.join("; "), line.state]);
        }
        match list.next_after {
            Some(after) => query.after = after,
            None => return Ok(file.answer()),
        }
    }
}

/// What the form asks for; a strange role or state filters nothing out.
fn query(posted: &Posted) -> AccountQuery {
    let fields = &posted.fields;
    AccountQuery {
        text: fields.get("q").to_owned(),
        role: fields.get("role").parse().ok(),
        state: AccountState::ALL.into_iter().find(|state| state.as_str() == fields.get("state")),
        after: fields.get("after").to_owned(),
    }
}

async fn render(official: &Official, query: &AccountQuery, list: AccountList) -> Answer {
    let (f, who) = official.frame().await?;
    let (o, w) = (OfficeWords::of(official.visit.lang), official.words());
    let lines = list.accounts.iter().map(|view| line(official, view)).collect();
    let page = ListPage {
        f,
        who,
        o,
        q: &query.text,
        roles: Role::ALL.into_iter().map(|role| role_choice(w, role, query.role)).collect(),
        states: AccountState::ALL.into_iter().map(|state| state_choice(o, state, query.state)).collect(),
        lines,
        next_after: list.next_after,
    };
    Ok(Page::for_desk(&page)?.into_response())
}

fn role_choice(w: &'static DeskWords, role: Role, chosen: Option<Role>) -> Choice {
    Choice { value: role.as_str().to_owned(), text: names::role(w, role).to_owned(), chosen: chosen == Some(role) }
}

fn state_choice(o: &'static OfficeWords, state: AccountState, chosen: Option<AccountState>) -> Choice {
    Choice { value: state.as_str().to_owned(), text: state_word(o, state).to_owned(), chosen: chosen == Some(state) }
}

const fn state_word(o: &'static OfficeWords, state: AccountState) -> &'static str {
    match state {
        AccountState::Active => o.active,
        AccountState::Disabled => o.disabled,
    }
}

fn line(official: &Official, view: &AccountView) -> Line {
    let (o, lang) = (OfficeWords::of(official.visit.lang), official.visit.lang);
    let rights = view.grants.iter().filter(|grant| grant.valid_to.is_none());
    Line {
        href: official.visit.href(&format!("/desk/accounts/{}", view.account.id)),
        username: view.account.username.clone(),
        name: view.account.display_name.clone(),
        rights: rights.map(|grant| names::grant(&official.app, grant, lang)).collect(),
        state: state_word(o, view.account.state),
    }
}
