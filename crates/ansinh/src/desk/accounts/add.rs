//! Making an account. Its password is shown once, on the answer to the form.

use super::grant_form::{self, GrantForm};
use super::secrets;
use crate::components::{Crumb, FieldError, FieldErrors};
use crate::desk::fields::Fields;
use crate::desk::names;
use crate::desk::official::Who;
use crate::desk::refused::Answer;
use crate::desk::{Official, Posted};
use crate::http::Page;
use crate::layout::Frame;
use crate::words::OfficeWords;
use ansinh_app::AppError;
use ansinh_app::access::Verb;
use ansinh_app::account::NewAccount;
use ansinh_kernel::problem::Problems;
use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse;

#[derive(Template)]
#[template(path = "desk/accounts/new.html")]
struct NewPage<'a> {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    crumbs: Vec<Crumb>,
    errors: FieldErrors,
    username: &'a str,
    display_name: &'a str,
    grant: GrantForm,
}

/// The empty form.
pub(in crate::desk) async fn form(official: Official) -> Answer {
    if let Err(error) = official.actor.authorise_somewhere(Verb::ManageAccounts) {
        return Err(official.refuse(error).await);
    }
    render(&official, &Fields::default(), FieldErrors::default(), StatusCode::OK).await
}

/// Makes the account.
pub(in crate::desk) async fn add(posted: Posted) -> Answer {
    let (official, fields) = (&posted.official, &posted.fields);
    if let Err(error) = official.actor.authorise_somewhere(Verb::ManageAccounts) {
        return Err(posted.refuse(error).await);
    }
    let grant = match grant_form::read(official, fields) {
        Ok(grant) => grant,
        Err(errors) => return render(official, fields, errors, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let new = NewAccount {
        username: fields.get("username").to_owned(),
        display_name: fields.get("display_name").to_owned(),
        grant,
    };
    match official.app.add_account(&official.actor, &new, &posted.form()).await {
        Ok(made) => secrets::page(official, made, "/desk/accounts").await,
        Err(AppError::Problems(problems)) => {
            render(official, fields, beside(&problems), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(posted.refuse(error).await),
    }
}

fn beside(problems: &Problems) -> FieldErrors {
    let error = |problem: &ansinh_kernel::problem::Problem| FieldError {
        field: problem.place.field.clone().unwrap_or_else(|| "username".to_owned()),
        what: names::said(problem),
    };
    FieldErrors(problems.iter().map(error).collect())
}

async fn render(official: &Official, fields: &Fields, errors: FieldErrors, status: StatusCode) -> Answer {
    let (f, who) = official.frame().await?;
    let o = OfficeWords::of(official.visit.lang);
    let page = NewPage {
        f: if errors.0.is_empty() { f } else { f.with_errors() },
        who,
        o,
        crumbs: vec![Crumb::to(&official.visit, "/desk/accounts", o.accounts), Crumb::here(o.new_title)],
        errors,
        username: fields.get("username"),
        display_name: fields.get("display_name"),
        grant: grant_form::form(official, fields),
    };
    Ok(Page::for_desk(&page)?.with_status(status).into_response())
}
