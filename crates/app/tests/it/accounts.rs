//! Granting rights: never to oneself, and never so that one account both manages and accepts.

use ansinh_app::access::Actor;
use ansinh_app::account::{NewAccount, NewGrant};
use ansinh_app::sheet::{FormKey, Outcome};
use ansinh_app::{App, AppError, AppResult, Instance};
use ansinh_kernel::digest::Digest;
use ansinh_store::Database;
use ansinh_store::account::Role;

use crate::support::on_both;

const PROVINCE: &str = "t44.2025";
const COMMUNE: &str = "x19207.2025";

fn grant(role: Role, area: &str) -> NewGrant {
    NewGrant { role, agency: None, area: area.parse().unwrap() }
}

fn form(key: &str) -> FormKey {
    FormKey { key: key.to_owned(), body: Digest::of(key.as_bytes()) }
}

/// An account as somebody who signed in with it.
async fn account(app: &App, database: &Database, username: &str, role: Role, area: &str) -> Actor {
    let new = NewAccount { username: username.into(), display_name: username.into(), grant: grant(role, area) };
    app.add_account_as_operator(&new).await.unwrap();
    let mut read = database.read().await.unwrap();
    let account = read.account_by_username(username).await.unwrap().unwrap();
    let grants = read.grants(&account.id).await.unwrap();
    Actor { account, grants, session: String::new() }
}

fn codes<T: std::fmt::Debug>(result: AppResult<T>) -> Vec<&'static str> {
    match result.unwrap_err() {
        AppError::Problems(problems) => problems.iter().map(|problem| problem.code).collect(),
        other => vec![other.code()],
    }
}

#[tokio::test]
async fn nobody_grants_anything_to_themselves() {
    on_both(Instance::Live, async |app, database| {
        let chief = account(&app, &database, "chief", Role::Administrator, PROVINCE).await;
        for (position, role) in Role::ALL.into_iter().enumerate() {
            let once = form(&format!("own-{position}"));
            let granted = app.add_grant(&chief, &chief.account.id, &grant(role, COMMUNE), &once).await;
            assert_eq!(codes(granted), ["grant-to-oneself"], "{role:?}");
        }
        assert_eq!(app.account(&chief, &chief.account.id).await.unwrap().grants.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn managing_and_accepting_are_two_accounts() {
    on_both(Instance::Live, async |app, database| {
        let chief = account(&app, &database, "chief", Role::Administrator, PROVINCE).await;
        let local = account(&app, &database, "local", Role::Administrator, COMMUNE).await;
        let clerk = account(&app, &database, "clerk", Role::Reviewer, COMMUNE).await;
        let add = async |to: &Actor, role, area, once: &str| {
            app.add_grant(&chief, &to.account.id, &grant(role, area), &form(once)).await
        };
        assert_eq!(codes(add(&local, Role::Reviewer, PROVINCE, "1").await), ["grant-manages-and-reviews"]);
        assert_eq!(codes(add(&clerk, Role::Administrator, COMMUNE, "2").await), ["grant-manages-and-reviews"]);
        assert_eq!(add(&local, Role::Reviewer, "x19249.2025", "3").await.unwrap(), Outcome::Done);
        assert_eq!(add(&clerk, Role::Officer, COMMUNE, "4").await.unwrap(), Outcome::Done);
        // What has ended stands in nobody's way.
        let reviewing = &clerk.grants[0].id;
        app.end_grant(&chief, &clerk.account.id, reviewing, &form("5")).await.unwrap();
        assert_eq!(add(&clerk, Role::Administrator, COMMUNE, "6").await.unwrap(), Outcome::Done);
    })
    .await;
}
